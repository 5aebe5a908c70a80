"""Tables that explain one thing a row: "Component | Purpose", "Term | Definition"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.model import Confidence
from graph.names import fold_words
from graph.relation_types import RelationType
from ingest.claims import Cite, Classed, Defined, Related, Thing, qualify
from ingest.class_phrases import class_phrase
from ingest.document import BlockKind, Row
from ingest.membership import Weight, needed_weight, stands_below
from ingest.node_names import clean_name, is_name, is_task
from ingest.rules.listed_terms import names_choices
from ingest.scope import Scope
from ingest.topics import Topic

__all__ = ["read_described_rows"]

_RULE = "described row"
_PARTS = re.compile(
    r"^(?:(?:core|key|main) )?(?:components?|parts?|elements?|modules?|building blocks?|layers?|features?)$", re.I
)
_NAMES = re.compile(
    r"^(?:(?:core|key|main|aws|azure|gcp) )?(?:services?|concepts?|terms?|tools?|resources?|objects?|protocols?)$", re.I
)
_SAID = re.compile(
    r"^(?:descriptions?|meanings?|definitions?|explanations?|purposes?|functions?|roles?|what (?:it|they) (?:is|are|does|do)|responsibilit(?:y|ies)|notes?|details?)$",
    re.I,
)
_LONGEST = 4  # words of a name


def read_described_rows(scope: Scope) -> Iterator[Thing | Defined | Related | Classed]:
    """Yield the name in each row's first cell with what the second says of it, as a part where the column says so."""
    for index, block in scope.blocks(BlockKind.TABLE):
        header = [clean_name(cell.text.plain) for cell in block.header.cells] if block.header else []
        if len(header) < 2 or not _SAID.match(header[1]) or not (_PARTS.match(header[0]) or _NAMES.match(header[0])):
            continue
        about = scope.about(index)
        parts = about is not None and _has_parts(scope, index, about, header[0])
        for row in block.rows:
            if len(row.cells) > 1:
                yield from _described(scope, row, about, parts=parts)


def _has_parts(scope: Scope, index: int, about: Topic, head: str) -> bool:
    below = stands_below(scope, index, about) and not names_choices(about.name, "")
    return bool(_PARTS.match(head)) and below and needed_weight(scope, about) < Weight.NEVER


def _described(
    scope: Scope, row: Row, about: Topic | None, *, parts: bool
) -> Iterator[Thing | Defined | Related | Classed]:
    name, said = clean_name(row.cells[0].text.plain), " ".join(row.cells[1].text.plain.split())
    if not is_name(name) or len(name.split()) > _LONGEST or not said:
        return
    owner = about.ref if about else ""
    if about is not None and fold_words(name) == fold_words(about.name):
        return
    text = " ".join(scope.document.lines(row.first, row.last).split())
    context = ((about.line, about.text),) if about else ()
    cite = Cite(row.first, row.last, text, _RULE, Confidence.PATTERN, context)
    ref = qualify(owner, name)
    yield Thing(name, owner, "", cite)
    yield Defined(ref, said.rstrip("."), cite)
    kind = class_phrase(said)
    if kind:
        yield Classed(ref, kind, kind, cite)
    if parts and not is_task(name):
        yield Related(ref, RelationType.PART_OF, "part of", owner, cite)
