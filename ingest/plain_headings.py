"""Headings without a sign: a title on a line of its own over its text, in notes whose author writes no `#`.

Such a line begins a paragraph, is written like a title, and text or a list follows. One alone may be anything, so a note needs
several of them, and more than it has headings with a sign. A numbered line over a list that is not indented heads
that list: "2. NoSQL databases" over "- flexible schema".
"""

from __future__ import annotations

import re

from ingest.edits import Edit, Remark
from ingest.line_pattern import LinePattern

__all__ = ["find_plain_headings"]

_SIGNED = LinePattern(r" {0,3}(?:#{1,6}[ \t]+\S|\*\*[^*\r\n]+\*\*:?[ \t]*\r?$)")
_SMALL = frozenset("of and or for in the to with vs vs. a an on by at & - – / from as".split())
_LINE = LinePattern(
    r"(?P<title>[A-Z][^\r\n|<>`*_#=\[\]{}!?:;,]{1,59}?)[ \t]*\r?\n(?P<next>[ \t]*\r?\n)?(?=(?P<text>[^\r\n]+))"
)
_BLANK = ("\n\n", "\n\r\n", "\n \n", "\n \r\n")  # what ends right before a line that stands apart
_NUMBERED = LinePattern(
    r"(?:\d{1,2}[.)]|[a-h]\))[ \t]+(?P<title>[A-Z][^\r\n|<>`*_#=\[\]{}!?:;,]{1,59}?)[ \t]*\r?\n[ \t]*\r?\n(?=[-*+][ \t]+\S)"
)
_ITEM = re.compile(r"\s*(?:[-*+]|\d{1,3}[.)])\s")
_LEAST = 3
_LEAST_NUMBERED = 2
_MOST = 7  # words of a title


def find_plain_headings(text: str, regions: list[tuple[int, int]]) -> tuple[list[Edit], list[Remark]]:
    """Return edits that put the sign, and a remark for each. Cost: linear; most notes are left after one look."""
    found = [(match, "###" if match.start("title") else "#") for match in _find_titles(text, regions)]
    numbered = [match for match in _NUMBERED.finditer(text, regions) if _is_titled(match["title"])]
    if len(numbered) >= _LEAST_NUMBERED:
        found += [(match, "####") for match in numbered]
    edits = [(match.start(), match.start("title"), f"{sign} ") for match, sign in found]
    return edits, [(match.start(), "a title on a line of its own: read as a heading") for match, _ in found]


def _find_titles(text: str, regions: list[tuple[int, int]]) -> list[re.Match[str]]:
    """The lines that are written like titles, where they are several and more than headings with their sign."""
    lines = [match for match in _LINE.finditer(text, regions) if _stands_apart(match) and _is_title(match)]
    if len(lines) < _LEAST:
        return []
    signed = sum(1 for _ in _SIGNED.finditer(text, regions))
    return lines if len(lines) > 2 * signed else []


def _stands_apart(match: re.Match[str]) -> bool:
    """Whether a blank line stands above, or nothing."""
    start = match.start()
    return not start or match.string.endswith(_BLANK, max(0, start - 4), start)


def _is_title(match: re.Match[str]) -> bool:
    """Whether the line is written like a title, and what follows is its text: a list, or a paragraph that is no title."""
    title, text = match["title"], match["text"]
    return _is_titled(title) and (bool(_ITEM.match(text)) or not _is_titled(text.strip()) or not match["next"])


def _is_titled(line: str) -> bool:
    words = line.rstrip(".").split()
    if not 0 < len(words) <= _MOST or len(line) - len(line.rstrip(".")) > 1:
        return False
    return all(word in _SMALL or word[0].isupper() or not word[0].isalpha() for word in words)
