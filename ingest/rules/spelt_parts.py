"""Parts whose first letters spell the name above them: `Consistency`, `Availability`, `Partition tolerance` below "CAP Theorem".

Such a list names parts whatever its words look like; one that a line introduces ("properties known as ACID") has the
parts of what the line names, not of the topic.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from graph.model import Confidence
from graph.relation_types import RelationType
from ingest.claims import Related, Thing, qualify
from ingest.document import BlockKind
from ingest.node_names import clean_name
from ingest.scope import Scope
from ingest.spelt_lists import spells

__all__ = ["read_spelt_parts"]

_RULE = "spelt part"
_SHORT = re.compile(r"[A-Z](?<!\w[A-Z])[A-Z]{2,6}\b")
_HEAD_END = re.compile(r"\s*(?:[:;(,]|\s[-–—=]+>?\s|\.\s|[.…]*$)")
_LIST = re.compile(r",\s*(?:and\s+)?|\s+and\s+")
# "BASE stands for "Basically Available, Soft state, Eventual consistency""
_STANDS_FOR = re.compile(  # begins with the capital itself, which the engine can look for
    r"(?P<short>[A-Z](?<!\w[A-Z])[A-Z]{2,6})\s?(?:(?:stands for|is short for|means)\s*:?|:|=)\s*[\"“'‘]?(?P<parts>[A-Za-z][\w -]*(?:, (?:and )?[A-Za-z][\w -]*)+?)[\"”'’]?(?=[.;]|$)"
)
_FIRST_WORDS = 120  # characters in which a line names what its list is on


def read_spelt_parts(scope: Scope) -> Iterator[Thing | Related]:
    """Yield each part with the abbreviation that it spells together with those beside it."""
    for index, block in scope.blocks(BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.ROW):
        if block.kind in (BlockKind.HEADING, BlockKind.PARAGRAPH):
            yield from _listed(scope, index)
        for found in _STANDS_FOR.finditer(block.text.plain) if ", " in block.text.plain else ():
            yield from _told(scope, index, found["short"], _LIST.split(found["parts"]), found.span())


def _listed(scope: Scope, index: int) -> Iterator[Thing | Related]:
    """The items, rows or names on one line right below a heading or line that holds the abbreviation."""
    named = _SHORT.findall(scope.document.blocks[index].text.plain[:_FIRST_WORDS])
    below = _below(scope, index) if named else []
    if not below or not _begins_one(named, _head(scope, below[0])):
        return
    heads = [_head(scope, i) for i in below]
    short = next((short for short in named if spells(heads, short)), "")
    if short:
        for i, head in zip(below, heads, strict=True):
            yield from _part(scope, i, short, head, None)
    elif len(below) == 1:
        parts = _LIST.split(scope.document.blocks[below[0]].text.plain.strip(" ."))
        for short in named:
            yield from _told(scope, below[0], short, parts, None)


def _begins_one(named: Sequence[str], head: str) -> bool:
    return head != "" and any(short[0] == head[0].upper() for short in named)


def _told(
    scope: Scope, index: int, short: str, parts: Sequence[str], span: tuple[int, int] | None
) -> Iterator[Thing | Related]:
    names = [_head_of(part) for part in parts]
    if spells(names, short):
        for name in names:
            yield from _part(scope, index, short, name, span)


def _part(scope: Scope, index: int, short: str, name: str, span: tuple[int, int] | None) -> Iterator[Thing | Related]:
    about = scope.about(index)
    cite = scope.cite(index, _RULE, Confidence.PATTERN, span=span, context=about)
    own = about is not None and short in about.name.split()
    whole = about.ref if about is not None and own else short
    if not own:
        yield Thing(short, "", "", cite)
    yield Thing(name, "", "", cite)
    yield Related(qualify("", name), RelationType.PART_OF, "part of", whole, cite)


def _below(scope: Scope, index: int) -> list[int]:
    """The items of the list right below, or the rows of the table there."""
    blocks, found = scope.document.blocks, []
    heading = blocks[index].heading if blocks[index].kind is BlockKind.PARAGRAPH else index
    for i in range(index + 1, len(blocks)):
        block = blocks[i]
        if block.kind is BlockKind.HEADING or block.heading != heading:
            break
        listed = block.kind in (BlockKind.ITEM, BlockKind.ROW) and block.parent < 0
        if listed:
            found.append(i)
        elif (found and block.parent < 0) or (
            block.kind is BlockKind.PARAGRAPH and block.parent < 0 and blocks[index].kind is BlockKind.PARAGRAPH
        ):
            break
    return found


def _head(scope: Scope, index: int) -> str:
    return _head_of(scope.document.blocks[index].text.plain)


def _head_of(said: str) -> str:
    said = said.strip()
    end = _HEAD_END.search(said)
    return clean_name(said[: end.start()] if end else said)
