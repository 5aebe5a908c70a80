"""A list whose items' first letters spell the heading's abbreviation: "Atomicity", "Consistency", ... below "ACID properties"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice

from ingest.document import Block, BlockKind, Document

__all__ = ["spells", "spelt_above"]

_ABBREVIATION = re.compile(r"\b[A-Z]{3,7}\b")
_FIRST = re.compile(r"[^\W\d_]")
_LONGEST = 7  # letters
_LONGEST_PART = 4  # words
_FEWEST = 3  # parts
_FAR = 24  # blocks of a list
_FIRST_WORDS = 80  # characters in which a line names what its list is on


def spelt_above(document: Document, index: int) -> int:
    """Return the heading, item or line whose abbreviation the list spells that the item stands in; -1 where there is none."""
    block = document.blocks[index]
    if block.kind is not BlockKind.ITEM:
        return -1
    overs = (block.parent, *_above(document, index))
    return next((over for over in overs if over >= 0 and _spells(document, over, block)), -1)


def spells(heads: Sequence[str], short: str) -> bool:
    """Return whether the first letters of the names, or all their capitals, are the abbreviation."""
    if len(heads) < _FEWEST or not all(head and len(head.split()) <= _LONGEST_PART for head in heads):
        return False
    if short == "".join(head[0].upper() for head in heads):
        return True
    # "Basically Available, Soft state, Eventual consistency"
    return all(head[0].isupper() for head in heads) and short == "".join(filter(str.isupper, "".join(heads)))


def _above(document: Document, index: int) -> tuple[int, ...]:
    """The heading over a list, and the line right before it."""
    block, before = document.blocks[index], index
    if block.parent >= 0:
        return ()
    while before >= 0 and index - before <= _FAR and document.blocks[before].kind is BlockKind.ITEM:
        before -= 1
    line = before if before >= 0 and document.blocks[before].kind is BlockKind.PARAGRAPH else -1
    return block.heading, line


def _spells(document: Document, over: int, item: Block) -> bool:
    named = _ABBREVIATION.findall(document.blocks[over].text.plain[:_FIRST_WORDS])
    first = item.text.plain[:1].upper()
    return any(first in short for short in named) and _initials(document, over, item) in named


def _initials(document: Document, over: int, item: Block) -> str:
    """The first letters of the items beside the item, in reading order from `over` on; of a longer list one too many."""
    letters: list[str] = []
    for block in islice(document.blocks, over + 1, None):
        ends = block.kind is BlockKind.HEADING or (block.kind is BlockKind.PARAGRAPH and block.parent < 0 and letters)
        if ends or len(letters) > _LONGEST or block.heading != item.heading:
            break
        if block.kind is BlockKind.ITEM and block.parent == item.parent:
            first = _FIRST.search(block.text.plain)
            letters.append(first[0].upper() if first else "?")
    return "".join(letters)
