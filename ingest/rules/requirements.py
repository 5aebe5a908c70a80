"""What something needs, told as an instruction: "To use X, you must enable Y", "Y must be enabled"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.model import Confidence
from graph.relation_types import RelationType
from graph.sentences import split_sentences
from ingest.acting_topic import acting_topic
from ingest.claims import Related
from ingest.clause_objects import capitalised, object_words
from ingest.document import BlockKind
from ingest.marked_capitals import as_name
from ingest.scope import Scope

__all__ = ["read_requirements"]

_RULE = "requirement"
_NEEDS = re.compile(
    r"\W*(?:in order )?to (?:use|enable|have|set up|run) (?P<what>[^,.;:]{2,50}), (?:you|we) (?:must|need to|have to|first need to)"
    r" (?:also |first )?(?:use|enable|have|install|turn on)(?: the| an?)? (?P<needed>[^.;:]{2,200})",
    re.IGNORECASE,
)
_NAME = r"(?:(?:an?|the|your) )?(?P<needed>(?:(?!(?:that|which|who|and|or|if)\b)[\w-]+ ?){1,4}(?<! ))"
_ON = r"(?:be )?(?:enabled|activated|installed|turned on|switched on|on)\b"
# "Versioning must be enabled", of the topic
_MUST_BE = re.compile(
    rf"\W*{_NAME} (?:must|has to|have to|needs? to) (?:first |also |always )?be (?:enabled|activated|installed|turned on|switched on|used|present|running)\b"
)
# "Requires versioning to be enabled", "You must have backups turned on"
_HAVING = re.compile(
    rf"\W*(?:(?:requires?|needs?)|(?:you )?(?:must|need to|have to) have) {_NAME} (?:to )?{_ON}", re.IGNORECASE
)
_NOBODY = frozenset("it they this that these which you we both one all everything data".split())


def read_requirements(scope: Scope) -> Iterator[Related]:
    """Yield what is needed; what needs it has to be a known name, and nothing else, or the topic."""
    for index, block in scope.holding(
        ("must ", "have to ", "has to ", "need to ", "needs ", "need ", "requires ", "require "),
        BlockKind.PARAGRAPH,
        BlockKind.ITEM,
        BlockKind.DESCRIPTION,
    ):
        plain = block.text.plain
        for start, end in split_sentences(plain):
            yield from _of_topic(scope, index, (start, end))
            found = _NEEDS.match(plain, start, end)
            if found:
                cite = scope.cite(index, _RULE, Confidence.PATTERN, span=(start, end))
                needed = object_words(found["needed"])
                yield Related(
                    as_name(found["what"]),
                    RelationType.USES,
                    "requires",
                    needed,
                    cite,
                    search=True,
                    fallback=capitalised(needed),
                    source_search=True,
                )


def _of_topic(scope: Scope, index: int, span: tuple[int, int]) -> Iterator[Related]:
    """What has to be there for the topic to work: a known name and no other word."""
    said = scope.document.blocks[index].text.plain[slice(*span)]
    found = (_MUST_BE.match(said) if " be " in said else None) or _HAVING.match(said)
    about = acting_topic(scope, scope.about(index)) if found else None
    if about is None or found is None or found["needed"].casefold() in _NOBODY or said.rstrip().endswith("?"):
        return
    cite = scope.cite(index, _RULE, Confidence.PATTERN, span=span, context=about)
    yield Related(about.ref, RelationType.USES, "requires", found["needed"], cite, search=True)
