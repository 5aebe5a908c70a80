"""What site generators and vaults leave in notes: tags, shortcodes, macros, attributes and hidden comments.

None of it is text. A macro or shortcode within a sentence keeps the words that its page would show.
"""

from __future__ import annotations

import re

from ingest.edits import Edit

__all__ = ["find_leftovers"]

# Every alternative begins with a plain character: only so does the engine skip from candidate to candidate. All
# repetitions are bounded: an opener without its end must not cost the rest of the file each time.
_LEFTOVER = re.compile(
    r"`(?P<ticks>`*)(?!`)(?:.{0,2000}?[^`])?`(?P=ticks)(?!`)|``*"  # code spans hold no leftovers
    r"|\{%-?\s{0,9}comment\s{0,9}-?%\}.{0,20000}?\{%-?\s{0,9}endcomment\s{0,9}-?%\}"
    r"|\{%(?P<liquid>.{0,400}?)%\}"
    r"|\{\{[<%](?P<shortcode>.{0,1000}?)[%>]\}\}"
    r"|\{\{(?P<macro>[^{}\n]{0,300})\}\}"
    r"|\{/\*.{0,400}?\*/\}"
    r"|\{::?[^{}\n]{1,200}\}"
    r"|\{\#[^{}\s]{1,200}\}"
    r"|%%.{0,20000}?%%|%%[ \t]*$"
    r"|\(\([0-9a-f]{8}-[0-9a-f-]{27}\)\)"
    r"|\^[A-Za-z0-9-]{1,40}[ \t]*$"
    r"|\[\[(?P<label>[^\[\]|\n]{1,200})\]\](?=\([^()\s]{1,500}\))",
    re.DOTALL | re.MULTILINE,
)
_CANDIDATES = ("{", "%%", "((", "^", "]](")
_NAMED = re.compile(r"""\b(?:text|title|caption|alt|label)\s*=\s*(?:"([^"\n]*)"|'([^'\n]*)')""")
_QUOTED = re.compile(r""""([^"\n]*)"|'([^'\n]*)'""")
_CALL = re.compile(r"""\s*(?:[\w-]+\s*\(|["'])""")
_LINK_TAG = re.compile(r"\s*(?:link|post_url)\s+(\S+)")
# A definition whose term is a comment (MkDocs' own settings pages): as a list item its blocks are read.
_ORPHAN = re.compile(r"-->[ \t]*\n[ \t]*\n?(?P<colon>:)(?=[ \t]{1,3}\S)")
_EMBEDDED = re.compile(r"\s*embed\s+(\[\[[^\[\]\n]+\]\])\s*")
_NOT_TEXT = re.compile(r"\{\{[^{}\n]{0,300}\}\}|[\s>*+-]+")
# Removing these joins what they part in the display only: soft hyphen, zero-width space, word joiner, byte order
# and direction marks. The joiners U+200C and U+200D stay: they spell Persian words and emoji.
_INVISIBLE = re.compile("[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]+")


def find_leftovers(text: str, regions: list[tuple[int, int]]) -> list[Edit]:
    """Return the edits that take leftovers out of the prose of a source."""
    edits: list[Edit] = []
    if any(candidate in text for candidate in _CANDIDATES):
        for start, end in regions:
            for match in _LEFTOVER.finditer(text, start, end):
                edits += _edits_for(text, match)
    edits += [(*match.span("colon"), "-") for match in _ORPHAN.finditer(text)]
    if not text.isascii() and _INVISIBLE.search(text):
        for start, end in regions:
            edits += [(match.start(), match.end(), "") for match in _INVISIBLE.finditer(text, start, end)]
    return edits


def _edits_for(text: str, match: re.Match[str]) -> list[Edit]:
    start, end = match.span()
    first = text[start]
    if first == "`":
        return []
    if first == "[":  # a link whose label is in brackets, no wikilink
        closing = match.end("label") - (text[match.end("label") - 1] == "\\")
        return [(start + 1, start + 1, "\\"), (closing, match.end("label"), "\\")]
    if _is_in_word(text, start):
        return []
    kept = _kept(text, match)
    if kept is not None:
        return kept
    if text[start - 1 : start] == " " == text[end : end + 1]:
        end += 1  # of two spaces one stays
    return [(start, end, "")]


def _is_in_word(text: str, start: int) -> bool:
    """`100%%`: no comment begins within a word, and no block's name but behind a blank."""
    if text[start] == "%":
        return start > 0 and (text[start - 1].isalnum() or text[start - 1] in "%\\")
    return text[start] == "^" and not text[start - 1 : start].isspace()


def _kept(text: str, match: re.Match[str]) -> list[Edit] | None:
    """The edits that leave of a macro what the page would show; None where that is nothing."""
    start, end = match.span()
    page = _EMBEDDED.fullmatch(match["macro"]) if match["macro"] else None
    if page:
        base = match.start("macro")
        return [(start, base + page.start(1), "!"), (base + page.end(1), end, "")]
    words = _kept_words(text, match) if text[start] == "{" and match.lastgroup not in (None, "ticks") else None
    return [(start, words[0], ""), (words[1], end, "")] if words is not None else None


def _kept_words(text: str, match: re.Match[str]) -> tuple[int, int] | None:
    """Return where in the source the words stand that the page would show."""
    group = match.lastgroup or ""
    inner = match[group]
    base = match.start(group)
    in_link = text[match.start() - 2 : match.start()] == "]("
    if group == "liquid":
        words = _LINK_TAG.match(inner)
    elif group == "shortcode":
        words = _NAMED.search(inner)
        if words is None and not inner.lstrip().startswith("/") and not _alone(text, match):
            words = _QUOTED.search(inner)
    elif in_link or (_CALL.match(inner) and not _alone(text, match)):
        words = _shown_argument(inner)
    else:
        words = None
    if words is None or not words.lastindex:
        return None
    return base + words.start(words.lastindex), base + words.end(words.lastindex)


def _shown_argument(inner: str) -> re.Match[str] | None:
    """Of `name("Page", "label")` the label is shown, of `name("Page")` the page."""
    arguments = list(_QUOTED.finditer(inner))[:2]
    shown = [argument for argument in arguments if argument.lastindex and argument[argument.lastindex]]
    return shown[-1] if shown else None


def _alone(text: str, match: re.Match[str]) -> bool:
    """Whether its line holds nothing else but macros: then it draws something and names nothing."""
    begin = max(text.rfind("\n", 0, match.start()) + 1, match.start() - 2000)
    stop = text.find("\n", match.end(), match.end() + 2000)
    stop = match.end() if stop < 0 else stop
    return not _NOT_TEXT.sub("", text[begin : match.start()] + text[match.end() : stop])
