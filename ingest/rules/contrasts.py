"""Two sentences that set one thing against another: "A hot silo is ... . In contrast, a cold silo ..."."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.model import Confidence
from graph.relation_types import RelationType
from ingest.claims import Related, Thing
from ingest.document import BlockKind
from ingest.node_names import clean_name, is_name
from ingest.scope import Scope

__all__ = ["read_contrasts"]

_RULE = "contrast"
_NAME = r"[A-Z][\w.+#-]*(?: [A-Z\d][\w.+#-]*){0,3}"
_CONTRAST = re.compile(
    rf"(?:^|\. )(?:An? |The )?(?P<a>{_NAME}) (?:is|are|has|have|can|provides?|uses?|stores?|supports?|allows?|requires?|works?|scales?)\b[^.]*\."
    rf" (?:In contrast|By contrast|Conversely|On the other hand), (?:an? |the )?(?P<b>{_NAME})(?= (?:is|are|has|have|can|do|does|[a-z]+s)\b)"
)


def read_contrasts(scope: Scope) -> Iterator[Thing | Related]:
    """Yield the pair; both have to be written as names."""
    cues = ("in contrast, ", "by contrast, ", "conversely, ", "on the other hand, ")
    for index, block in scope.holding(cues, BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.DESCRIPTION):
        for found in _CONTRAST.finditer(block.text.plain):
            names = [clean_name(found[side]) for side in "ab"]
            if all(map(is_name, names)):
                cite = scope.cite(index, _RULE, Confidence.PATTERN, span=found.span())
                yield from (Thing(name, "", "", cite) for name in names)
                yield Related(names[0], RelationType.COMPARED_WITH, "compared with", names[1], cite)
