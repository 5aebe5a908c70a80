"""A list whose items' first letters spell the heading's abbreviation: "Atomicity", "Consistency", ... below "ACID properties"."""

from __future__ import annotations

import re
from itertools import islice

from ingest.document import BlockKind, Document

__all__ = ["spells_heading"]

_ABBREVIATION = re.compile(r"\b[A-Z]{3,7}\b")
_FIRST = re.compile(r"[^\W\d_]")
_LONGEST = 7  # letters


def spells_heading(document: Document, index: int) -> bool:
    """Return whether the item is one of a list that spells an abbreviation of the heading or item above it."""
    block = document.blocks[index]
    over = block.parent if block.parent >= 0 else block.heading
    if (
        block.kind is not BlockKind.ITEM
        or over < 0
        or document.blocks[over].kind not in (BlockKind.HEADING, BlockKind.ITEM)
    ):
        return False
    named = _ABBREVIATION.findall(document.blocks[over].text.plain)
    return bool(named) and _initials(document, over) in named


def _initials(document: Document, over: int) -> str:
    """The first letters of the items right below a heading or item, in reading order; of a longer list one too many."""
    letters: list[str] = []
    headed = document.blocks[over].kind is BlockKind.HEADING
    for block in islice(document.blocks, over + 1, None):
        if (
            block.kind is BlockKind.HEADING
            or len(letters) > _LONGEST
            or (not headed and block.first > document.blocks[over].end)
        ):
            break
        below = (block.parent < 0 and block.heading == over) if headed else block.parent == over
        if block.kind is BlockKind.ITEM and below:
            first = _FIRST.search(block.text.plain)
            letters.append(first[0].upper() if first else "?")
    return "".join(letters)
