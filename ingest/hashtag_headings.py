"""`#EC2` and `##Foo`: headings whose author left out the space, or tags of a vault."""

from __future__ import annotations

import re

from ingest.edits import Edit, Remark

__all__ = ["find_unspaced_headings"]

_ANY = re.compile(r"\n {0,3}#{1,6}[^#\s]")  # begins with a sign that the engine can look for
_SEVERAL = re.compile(r"^ {0,3}#{2,6}(?=[^\s#+!])", re.MULTILINE)
_SINGLE = re.compile(
    r"^#(?P<word>(?![/+{=!])[^\s#/{}=;,!|<>\[\]]*[^\W\d_][^\s#/{}=;,!|<>\[\]]*)[ \t]*\r?$", re.MULTILINE
)
_LINE_OF_TAG = re.compile(r"^#[^\W\d][\w/-]*(?:/|[ \t]+\S)", re.MULTILINE)
_INLINE_TAG = re.compile(r"[ \t]#[^\W\d]")
_NEXT_TEXT = re.compile(r"\s*(\S)")
_NO_CONTENT = "#<`~|>"


def find_unspaced_headings(text: str, regions: list[tuple[int, int]]) -> tuple[list[Edit], list[Remark]]:
    """Return edits that put the missing space, and a remark for each `#word` that stands alone on its line.

    `#word` is a heading when the note uses no hashtags elsewhere and text or a list follows; else a tag.
    """
    if not _ANY.search(f"\n{text}"):
        return [], []
    edits: list[Edit] = []
    remarks: list[Remark] = []
    singles: list[re.Match[str]] = []
    for start, end in regions:
        for match in _SEVERAL.finditer(text, start, end):
            edits.append((match.end(), match.end(), " "))
            remarks.append((match.start(), "a heading without a space after its signs: read as a heading"))
        singles += _SINGLE.finditer(text, start, end)
    if singles:
        tagged = any(_uses_tags(text, start, end) for start, end in regions)
        for match in singles:
            if not tagged and _content_follows(text, match.end()):
                edits.append((match.start() + 1, match.start() + 1, " "))
                remarks.append((match.start(), f"#{match['word']} stands alone on its line: read as a heading"))
            else:
                remarks.append((match.start(), f"#{match['word']} stands alone on its line: read as a tag"))
    return edits, remarks


def _uses_tags(text: str, start: int, end: int) -> bool:
    return bool(_INLINE_TAG.search(text, start, end) or _LINE_OF_TAG.search(text, start, end))


def _content_follows(text: str, position: int) -> bool:
    following = _NEXT_TEXT.match(text, position)
    return following is not None and following[1] not in _NO_CONTENT
