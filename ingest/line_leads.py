"""Lines that begin something the parser does not know: `• item`, `key:: value`, an item's title over its text."""

from __future__ import annotations

import re

from ingest.edits import Edit
from ingest.line_pattern import LinePattern

__all__ = ["find_line_leads"]

_BULLET = LinePattern(r"[ \t]*([•●▪◦‣])(?=[ \t]*[^\s•●▪◦‣])")
_BEFORE_PROPERTY = re.compile(  # begins with the line's end, which the engine can look for
    r"(?:\n(?<=\S\n)|\r\n(?<=\S\r\n))(?=[ \t]*[A-Za-z][\w/-]{0,38}::(?:[ \t]|\r?$))", re.MULTILINE
)
# A title on an item's first line, over its text.
_TITLED = LinePattern(
    r"[ \t]*(?:[-*+]|[0-9]{1,3}[.)])[ \t]+([A-Z][^\r\n.:;,!?|`*_\[<]{1,39})[.;:]?"
    r"(?=\r?\n[ \t]+(?![-*+][ \t]|[0-9]{1,3}[.)][ \t])[A-Z(][^\n|]*)"
)
# A term in bold on an item's first line, over its text.
_BOLD = LinePattern(
    r"[ \t]*(?:[-*+]|[0-9]{1,3}[.)])[ \t]+\*\*[^\r\n*`\[]{2,60}\*\*[:.]?"
    r"(?=\r?\n[ \t]*(?![-*+#>|<][ \t]|[0-9]{1,3}[.)][ \t]|[|#>])[A-Z(])"
)
# An item's title over fields, each on a line of its own: "Access tiers : Hot, Cool".
_FIELD = r"\r?\n[ \t]*[A-Z][A-Za-z ]{2,39}: \S[^\r\n]*"
_FIELDS = LinePattern(
    rf"[ \t]*(?:[-*+]|[0-9]{{1,3}}[.)])[ \t]+[A-Z][^\r\n.:;,!?|`*_\[<]{{1,39}}(?P<fields>(?:{_FIELD}){{2,}})"
)
_SMALL = frozenset("of and or for in the to with a an on by at & - – /".split())
_LINE_END = re.compile(r"\r?\n")
_HARD_BREAK = "  "


def find_line_leads(text: str, regions: list[tuple[int, int]]) -> list[Edit]:
    """Return edits that make a sign of a list a Markdown one, and keep each property on a line of its own."""
    edits: list[Edit] = []
    if not text.isascii():
        for match in _BULLET.finditer(text, regions):
            edits.append((match.start(1), match.end(), "-"))
            if text[match.end() : match.end() + 1] not in " \t":
                edits.append((match.end(), match.end(), " "))
    edits += [
        (match.end(), match.end(), _HARD_BREAK) for match in _TITLED.finditer(text, regions) if _is_title(match[1])
    ]
    edits += [
        (place.start(), place.start(), _HARD_BREAK)
        for match in _FIELDS.finditer(text, regions)
        for place in _LINE_END.finditer(text, *match.span("fields"))
    ]
    if "**" in text:
        edits += [(match.end(), match.end(), _HARD_BREAK) for match in _BOLD.finditer(text, regions)]
    if "::" in text:
        for start, end in regions:
            found = _BEFORE_PROPERTY.finditer(text, start, end)
            edits += [(match.start(), match.start(), _HARD_BREAK) for match in found]
    return edits


def _is_title(line: str) -> bool:
    """Whether each word has a capital, as a line that only goes on below has not."""
    return all(word in _SMALL or word[0].isupper() or not word[0].isalpha() for word in line.split())
