"""Where a source is prose, and where code, raw HTML or a comment, in which nothing may be mended or read."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from ingest.edits import Edit, Remark
from ingest.line_pattern import LinePattern

__all__ = ["ProseRegions", "find_prose"]

_OPENER = LinePattern(
    r"[ \t]*(?:>[ \t]*|[-*+][ \t]+|[0-9]{1,9}[.)][ \t]+)*"
    r"(?:(?P<backticks>`{3,})(?=[^`\n]*$)|(?P<tildes>~{3,})|(?P<comment><!--)|<(?P<raw>pre|script|style|textarea)\b"
    r"|(?P<org>\#\+BEGIN_(?P<kind>SRC|QUERY|EXAMPLE|EXPORT)[ \t]*(?P<syntax>\w*)[^\n]*$)"
    r"|(?P<liquid>\{%-?[ \t]*highlight\b(?P<language>[^%\n]*)%\}[ \t]*$))",
    re.IGNORECASE,
)
_CLOSERS: dict[tuple[str, int], re.Pattern[str]] = {}  # by opening fence, such as "```", and its indent
_END_HIGHLIGHT = re.compile(r"^[ \t>]*\{%-?[ \t]*endhighlight[ \t]*-?%\}", re.MULTILINE | re.IGNORECASE)
_MAX_FENCE = 40  # longer ones are told apart no further
_MAX_INDENT = 60
_FENCE = "``````"  # longer than those that may stand within


@dataclass(slots=True)
class ProseRegions:
    """Stretches of prose in order, and the edits that the borders between them need."""

    regions: list[tuple[int, int]] = field(default_factory=list)
    edits: list[Edit] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)
    missing: set[str] = field(default_factory=set)  # closers known not to come: nobody looks for them twice


def find_prose(text: str) -> ProseRegions:
    """Split a source into prose and the rest. Cost: linear."""
    found = ProseRegions()
    position = 0
    while opener := _OPENER.search(text, position, len(text)):
        found.regions.append((position, opener.start()))
        position = _end_of_region(text, opener, found)
    found.regions.append((position, len(text)))
    return found


def _end_of_region(text: str, opener: re.Match[str], found: ProseRegions) -> int:
    fence = opener["backticks"] or opener["tildes"]
    if fence:
        return _end_of_fence(text, opener, fence, found)
    if opener["comment"]:
        end = -1 if "-->" in found.missing else text.find("-->", opener.start("comment") + 4)
        if end >= 0:
            return end + 3
        found.missing.add("-->")
        start = opener.start("comment")
        found.edits.append((start, start + 4, ""))
        found.remarks.append((start, "a comment is never closed: read as text"))
        return opener.end()
    if opener["org"]:
        return _end_of_org(text, opener, found)
    if opener["liquid"]:
        return _end_of_liquid(text, opener, found)
    close = re.compile(rf"</{opener['raw']}\s*>", re.IGNORECASE).search(text, opener.end())
    return close.end() if close else len(text)


def _end_of_fence(text: str, opener: re.Match[str], fence: str, found: ProseRegions) -> int:
    fence = fence[:_MAX_FENCE]
    indent = min(opener.end() - opener.start() - len(fence) + 3, _MAX_INDENT)  # CommonMark: at most 3 more
    closer = _CLOSERS.get((fence, indent))
    if closer is None:
        pattern = rf"^[ \t>]{{0,{indent}}}{fence[0]}{{{len(fence)},}}[ \t]*(?P<anchor><a\s[^\n]*)?\r?$"
        closer = _CLOSERS[fence, indent] = re.compile(pattern, re.MULTILINE | re.IGNORECASE)
    close = closer.search(text, opener.end())
    if close is None:
        found.remarks.append((opener.start(), "a code fence is never closed: the rest of the note is code"))
        return len(text)
    if close["anchor"]:
        found.edits.append((close.start("anchor"), close.start("anchor"), "\n"))
    return close.end()


def _find_closer(closer: re.Pattern[str], text: str, position: int, found: ProseRegions) -> re.Match[str] | None:
    close = None if closer.pattern in found.missing else closer.search(text, position)
    if close is None:
        found.missing.add(closer.pattern)
    return close


def _end_of_org(text: str, opener: re.Match[str], found: ProseRegions) -> int:
    kind = opener["kind"]
    closer = re.compile(rf"^[ \t]*\#\+END_{kind}", re.MULTILINE | re.IGNORECASE)
    close = _find_closer(closer, text, opener.end(), found)
    if close is None:
        return opener.end()
    found.edits.append((*opener.span("org"), _FENCE + (opener["syntax"] or kind.lower())))
    found.edits.append((close.start() + close[0].index("#"), close.end(), _FENCE))
    return close.end()


def _end_of_liquid(text: str, opener: re.Match[str], found: ProseRegions) -> int:
    close = _find_closer(_END_HIGHLIGHT, text, opener.end(), found)
    if close is None:
        return opener.end()
    language = opener["language"].split()[:1]
    found.edits.append((*opener.span("liquid"), _FENCE + "".join(language)))
    found.edits.append((close.start() + close[0].index("{"), close.end(), _FENCE))
    return close.end()
