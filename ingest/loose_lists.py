"""Nested lists whose items stand too near to the margin: two blanks below "1. item", where Markdown asks for three.

An author who indents an item means it to be of the one above; the parser takes it for a new list. So an item that
stands between the sign and the words of the item above it is moved to where those words begin, with all that is below it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from ingest.edits import Edit
from ingest.line_pattern import LinePattern

__all__ = ["find_loose_lists"]

_LINE = re.compile(r"([ \t]*)([^\r\n]*)(?:\r?\n|\Z)")
_ITEM = re.compile(r"(?P<sign>[-*+]|[0-9]{1,3}[.)])(?P<gap>[ \t]+)\S")
_NUMBERED = re.compile(r"[ \t]*[0-9]{1,3}[.)][ \t]", re.MULTILINE)
_NEAR = LinePattern(r" {1,2}(?:[-*+]|[0-9]{1,3}[.)])[ \t]")
_TAB = 4


@dataclass(slots=True)
class _Open:
    """An item that others may be below: where its author set it, where it stands now, and where its words begin."""

    indent: int
    moved: int
    content: int
    numbered: bool


def find_loose_lists(text: str, regions: list[tuple[int, int]]) -> list[Edit]:
    """Return edits that move such items and their lines. Cost: linear; notes without numbered lists are left at once."""
    edits: list[Edit] = []
    for start, end in regions:
        if _NEAR.search(text, start, end) and _NUMBERED.search(text, start, end):
            edits += _moves(text, start, end)
    return edits


def _moves(text: str, start: int, end: int) -> list[Edit]:
    edits: list[Edit] = []
    above: list[_Open] = []
    blank = False
    for match in _LINE.finditer(text, start, end):
        indent, said = len(match[1].expandtabs(_TAB)), match[2]
        if not said.strip():
            blank = True
            continue
        item = _ITEM.match(said)
        if item is None:
            if (blank and not indent) or said.startswith("#"):
                above.clear()
            elif above and indent:
                edits += _shift(match, indent, above[-1].moved - above[-1].indent)
            blank = False
            continue
        blank = False
        while above and indent <= above[-1].indent:
            above.pop()
        shift = _shift_of(indent, said, above)
        width = len(item["sign"]) + len(item["gap"].expandtabs(_TAB))
        above.append(_Open(indent, indent + shift, indent + shift + min(width, 5), said[0].isdigit()))
        edits += _shift(match, indent, shift)
    return edits


def _shift_of(indent: int, said: str, above: list[_Open]) -> int:
    """How far an item is moved: with the one that it is below, and on to where that one's words begin."""
    if not above:
        return 0
    parent = above[-1]
    moved = indent + parent.moved - parent.indent
    loose = (
        parent.moved < moved < parent.content
        and parent.numbered
        and not (said[0].isdigit() and indent - parent.indent < 2)
    )
    return parent.content - indent if loose else moved - indent


def _shift(match: re.Match[str], indent: int, shift: int) -> list[Edit]:
    return [(match.start(), match.start(2), " " * (indent + shift))] if shift else []
