"""What to mend in the text of a file so that the Markdown parser reads it as its author meant it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.admonitions import find_admonitions
from ingest.edits import Edit, Remark
from ingest.flashcards import find_flashcards
from ingest.hashtag_headings import find_unspaced_headings
from ingest.highlights import find_highlights
from ingest.line_leads import find_line_leads
from ingest.loose_lists import find_loose_lists
from ingest.plain_headings import find_plain_headings
from ingest.prose_regions import find_prose
from ingest.table_repairs import find_table_repairs
from ingest.template_leftovers import find_leftovers
from ingest.unmarked_lists import find_unmarked_lists

__all__ = ["blank_front_matter", "find_edits", "outdent"]

_LONE_CR = re.compile(r"\r(?!\n)")
_NOT_LINE_END = re.compile(r"[^\r\n]+")
_INDENT = re.compile(r"[ \t]+")
_SURROGATE = re.compile("[\ud800-\udfff]")
_IMPORT = re.compile(
    r"""^import\s(?:[^\n;]{0,300}|\{[^{}]{0,2000}\})\s?from\s+["'][^"'\n]+["'];?[ \t]*$""", re.MULTILINE
)
_MDX = re.compile(
    r"""^(?:import\s+["'][^"'\n]+["'];?[ \t]*$"""
    r"""|export\s+(?:const|let|var|default|function|async|class|\{)(?:[^\n]|\n(?![ \t]*\n))*)""",
    re.MULTILINE,
)
# Logseq's own block properties, but for those that say something of the block's subject.
_SHOWN = re.compile(
    r"^[ \t]*(?:id|collapsed|heading|background-color|created-at|updated-at|icon|public|filters|ls-type|file(?:-path)?"
    r"|(?:logseq|card|hl|query|template)[\w.-]*):: [^\n]*(?:\n|$)",
    re.MULTILINE,
)
_DRAWING = re.compile(r"^(?:%%[ \t]*\n)?#{1,2} Drawing[ \t]*\n", re.MULTILINE)


def find_edits(text: str, *, mdx: bool = False, drawing: bool = False) -> tuple[list[Edit], list[Remark]]:
    """Return the edits that a note's text needs before it is parsed, and what a reader should know of them.

    `mdx`: the note may hold code of MDX between its blocks; `drawing`: it holds an Excalidraw drawing's data.
    """
    prose = find_prose(text)
    regions = prose.regions
    headings, remarks = find_unspaced_headings(text, regions)
    plain, titles = find_plain_headings(text, regions)
    edits = [
        *prose.edits,
        *find_leftovers(text, regions),
        *find_highlights(text, regions),
        *find_admonitions(text, regions),
        *find_table_repairs(text, regions),
        *find_line_leads(text, regions),
        *find_flashcards(text, regions),
        *_find_mdx(text, regions, mdx=mdx),
        *_find_outline_properties(text, regions),
        *headings,
        *plain,
        *find_unmarked_lists(text, regions),
        *find_loose_lists(text, regions),
    ]
    remarks += titles + prose.remarks
    if drawing and (data := _DRAWING.search(text)):
        edits = [edit for edit in edits if edit[1] <= data.start()]
        edits.append((data.start(), len(text), ""))
        remarks.append((data.start(), "a drawing's data: left out"))
    return edits, remarks


def outdent(text: str, line_starts: Sequence[int], first: int, last: int) -> list[Edit]:
    """Return edits that take the first line's indent from each of these lines."""
    indent = _INDENT.match(text, line_starts[first - 1])
    width = indent.end() - indent.start() if indent else 0
    edits: list[Edit] = []
    for start in line_starts[first - 1 : last]:
        own = _INDENT.match(text, start, start + width)
        if own:
            edits.append((start, own.end(), ""))
    return edits


def blank_front_matter(source: str, begin: int) -> str:
    """Blank out the front matter, which ends at `begin`, and end lines where the parser sees no end.

    Offsets stay as they are.
    """
    text = source
    if begin:
        text = _NOT_LINE_END.sub(lambda match: " " * len(match[0]), source[:begin]) + source[begin:]
    if "\r" in text:
        text = _LONE_CR.sub("\n", text)
    if not text.isascii():
        text = _SURROGATE.sub("\ufffd", text)
    return text


def _find_outline_properties(text: str, regions: list[tuple[int, int]]) -> list[Edit]:
    """How an outliner shows a block ("background-color:: red") is no part of what the block says."""
    if ":: " not in text:
        return []
    return [(*match.span(), "") for start, end in regions for match in _SHOWN.finditer(text, start, end)]


def _find_mdx(text: str, regions: list[tuple[int, int]], *, mdx: bool) -> list[Edit]:
    edits: list[Edit] = []
    if "import " in text:
        edits += [(*match.span(), "") for start, end in regions for match in _IMPORT.finditer(text, start, end)]
    if mdx:
        edits += [(*match.span(), "") for start, end in regions for match in _MDX.finditer(text, start, end)]
    return edits
