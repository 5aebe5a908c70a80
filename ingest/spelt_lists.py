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
    """Return whether the item is one of a list that spells an abbreviation of the heading above it."""
    block = document.blocks[index]
    if block.kind is not BlockKind.ITEM or block.parent >= 0 or block.heading < 0:
        return False
    named = _ABBREVIATION.findall(document.blocks[block.heading].text.plain)
    return bool(named) and _initials(document, block.heading) in named


def _initials(document: Document, heading: int) -> str:
    """The first letters of the items right below a heading, in reading order; of a longer list one too many."""
    letters: list[str] = []
    for block in islice(document.blocks, heading + 1, None):
        if block.kind is BlockKind.HEADING or len(letters) > _LONGEST:
            break
        if block.kind is BlockKind.ITEM and block.parent < 0 and block.heading == heading:
            first = _FIRST.search(block.text.plain)
            letters.append(first[0].upper() if first else "?")
    return "".join(letters)
