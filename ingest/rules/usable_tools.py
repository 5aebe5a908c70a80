"""Lines that only name what the topic can be done with: "ZooKeeper can be used", "Use Redis or Memcached"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.model import Confidence
from graph.relation_types import RelationType
from ingest.claims import Related
from ingest.document import BlockKind
from ingest.membership import stands_below
from ingest.name_weight import names_several, says_of_text
from ingest.scope import Scope
from ingest.task_names import is_task

__all__ = ["read_usable_tools"]

_RULE = "usable tool"
_NAME = r"(?-i:[A-Za-z][\w.+#-]*(?: [A-Z][\w.+#-]*){0,3})"
_NAMES = rf"({_NAME}(?:(?:, |,? and |,? or |/){_NAME}){{0,4}})"
_MAY = r"(?:can|could|may|should|might)(?: also)?"
_FOR_IT = r"(?: (?:here|too|as well|for (?:this|that|it|these)))?"
_USABLE = re.compile(
    rf"(?:Either )?{_NAMES} (?:{_MAY} be|(?:is|are) (?:often|commonly|typically|usually|generally)) used{_FOR_IT}"
    rf"|(?:(?:You|We|One) )?(?:(?-i:{_MAY}|Can|Could|May) use|(?-i:Use)) {_NAMES}{_FOR_IT}"
    rf"|(?:tools|services|systems|products|libraries) (?:like|such as) {_NAMES} {_MAY} (?:be used|(?:provide|do|handle|help with) (?:this|that|it)){_FOR_IT}"
    rf"|(?:(?:Often|Usually|Commonly|Typically) )?(?:implemented|done|realized|realised|built|solved|handled) (?:with|using|via|through|by) {_NAMES}",
    re.I,
)
_LONGEST = 90  # characters of such a line


def read_usable_tools(scope: Scope) -> Iterator[Related]:
    """Yield the topic's use of each known name in such a line; one that says more is a sentence like others."""
    for index, block in scope.blocks(BlockKind.ITEM, BlockKind.PARAGRAPH):
        plain = block.text.plain.strip()
        told = _USABLE.fullmatch(plain.rstrip(".!")) if len(plain) <= _LONGEST else None
        about = scope.about(index) if told else None
        if told is None or about is None or not stands_below(scope, index, about):
            continue
        if says_of_text(about.name) or is_task(about.name) or names_several(about.name):
            continue
        words = next(filter(None, told.groups()))
        cite = scope.cite(index, _RULE, Confidence.PATTERN, context=about)
        yield Related(about.ref, RelationType.USES, "uses", words, cite, search=True)
