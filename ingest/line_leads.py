"""Lines that begin something the parser does not know: `• item` and `key:: value`."""

from __future__ import annotations

import re

from ingest.edits import Edit

__all__ = ["find_line_leads"]

_BULLET = re.compile(r"^[ \t]*([•●▪◦‣])(?=[ \t]*[^\s•●▪◦‣])", re.MULTILINE)
_BEFORE_PROPERTY = re.compile(r"(?<=\S)(?=\r?\n[ \t]*[A-Za-z][\w/-]{0,38}::(?:[ \t]|\r?$))", re.MULTILINE)
_HARD_BREAK = "  "


def find_line_leads(text: str, regions: list[tuple[int, int]]) -> list[Edit]:
    """Return edits that make a sign of a list a Markdown one, and keep each property on a line of its own."""
    edits: list[Edit] = []
    if not text.isascii():
        for start, end in regions:
            for match in _BULLET.finditer(text, start, end):
                spaced = text[match.end() : match.end() + 1] in " \t"
                edits.append((match.start(1), match.end(), "-" if spaced else "- "))
    if "::" in text:
        for start, end in regions:
            edits += [(match.end(), match.end(), _HARD_BREAK) for match in _BEFORE_PROPERTY.finditer(text, start, end)]
    return edits
