"""Sentences that set one thing against another: "A hot silo is ... . In contrast, a cold silo ..."."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.model import Confidence
from graph.relation_types import RelationType
from ingest.claims import Related, Thing
from ingest.document import Block, BlockKind, Mark, MarkKind
from ingest.node_names import clean_name, is_name
from ingest.scope import Scope

__all__ = ["read_contrasts"]

_RULE = "contrast"
_NAME = r"[A-Z][\w.+#-]*(?: [A-Z\d][\w.+#-]*){0,3}"
_CONTRAST = re.compile(
    rf"(?:^|\. )(?:An? |The )?(?P<a>{_NAME}) (?:is|are|has|have|can|provides?|uses?|stores?|supports?|allows?|requires?|works?|scales?)\b[^.]*\."
    rf" (?:In contrast|By contrast|Conversely|On the other hand), (?:an? |the )?(?P<b>{_NAME})(?= (?:is|are|has|have|can|do|does|[a-z]+s)\b)"
)
# "A **pull CDN**, in contrast, ..." below "A **push CDN** ..."
_ARTICLE = re.compile(r"(?:An?|The) ")
_SET_AGAINST = re.compile(r",? (?:in contrast|by contrast|conversely|on the other hand|meanwhile),", re.IGNORECASE)
_CUES = ("in contrast,", "by contrast,", "conversely,", "on the other hand,", "meanwhile,")


def read_contrasts(scope: Scope) -> Iterator[Thing | Related]:
    """Yield the pair; both have to be written as names."""
    for index, block in scope.holding(_CUES, BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.DESCRIPTION):
        yield from _next_to(scope, index)
        for found in _CONTRAST.finditer(block.text.plain):
            names = [clean_name(found[side]) for side in "ab"]
            if all(map(is_name, names)):
                cite = scope.cite(index, _RULE, Confidence.PATTERN, span=found.span())
                yield from (Thing(name, "", "", cite) for name in names)
                yield Related(names[0], RelationType.COMPARED_WITH, "compared with", names[1], cite)


def _next_to(scope: Scope, index: int) -> Iterator[Thing | Related]:
    """Two texts next to each other that begin with a stressed term each, of one kind by its last word."""
    blocks = scope.document.blocks
    term, other = _opening_term(blocks[index]), _opening_term(blocks[index - 1]) if index else None
    if term is None or other is None or not _SET_AGAINST.match(blocks[index].text.plain, term.end):
        return
    beside = (blocks[index].parent, blocks[index].heading) == (blocks[index - 1].parent, blocks[index - 1].heading)
    a, b = (clean_name(_words(blocks[i], mark)) for i, mark in ((index - 1, other), (index, term)))
    of_one_kind = a.split()[-1:] == b.split()[-1:] and a != b
    if beside and of_one_kind and is_name(a) and is_name(b):
        for place, name, mark in ((index - 1, a, other), (index, b, term)):
            yield Thing(name, "", "", scope.cite(place, _RULE, Confidence.PATTERN, span=(mark.start, mark.end)))
        cite = scope.cite(index, _RULE, Confidence.PATTERN, span=(0, len(blocks[index].text.plain)))
        yield Related(a, RelationType.COMPARED_WITH, "compared with", b, cite)


def _opening_term(block: Block) -> Mark | None:
    """The words in bold or italics that a text begins with, behind an article at most."""
    article = _ARTICLE.match(block.text.plain)
    start = article.end() if article else 0
    stressed = (MarkKind.STRONG, MarkKind.EMPHASIS)
    return next((mark for mark in block.text.marks if mark.start == start and mark.kind in stressed), None)


def _words(block: Block, mark: Mark) -> str:
    return block.text.plain[mark.start : mark.end]
