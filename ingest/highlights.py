"""Highlights of vaults: `==words==` shows the words, and so does a heading that begins with a sign that nothing closes."""

from __future__ import annotations

import re

from ingest.edits import Edit

__all__ = ["find_highlights"]

_LIT = re.compile(
    r"`+[^`\n]*`+"  # code has no highlights
    r"|(?<![=\w])==(?=[^\s=])(?P<words>[^`=\n]{0,400}[^\s`=])==(?![=\w])"
    r"|^[ \t]{0,3}\#{1,6}[ \t]+(?P<open>==)(?=[^\s=])",
    re.MULTILINE,
)
_SIGN = 2  # characters


def find_highlights(text: str, regions: list[tuple[int, int]]) -> list[Edit]:
    """Return edits that take the signs away. Cost: linear, and nothing for a text without them."""
    if "==" not in text:
        return []
    edits: list[Edit] = []
    for start, end in regions:
        for found in _LIT.finditer(text, start, end):
            if found["words"] is not None:
                edits += [(found.start(), found.start() + _SIGN, ""), (found.end() - _SIGN, found.end(), "")]
            elif found["open"] is not None:
                edits.append((found.start("open"), found.end("open"), ""))
    return edits
