"""From the text of a file to text that the Markdown parser reads as its author meant it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from ingest.admonitions import find_admonitions
from ingest.document import Diagnostic
from ingest.edits import Edit, Normalised, Remark, apply_edits
from ingest.hashtag_headings import find_unspaced_headings
from ingest.prose_regions import find_prose
from ingest.table_repairs import find_table_repairs
from ingest.template_leftovers import find_leftovers

__all__ = ["normalise"]

_LONE_CR = re.compile(r"\r(?!\n)")
_NOT_LINE_END = re.compile(r"[^\r\n]+")
_SURROGATE = re.compile("[\ud800-\udfff]")
_IMPORT = re.compile(
    r"""^import\s(?:[^\n;]{0,300}|\{[^{}]{0,2000}\})\s?from\s+["'][^"'\n]+["'];?[ \t]*$""", re.MULTILINE
)
_MDX = re.compile(
    r"""^(?:import\s+["'][^"'\n]+["'];?[ \t]*$|export\s+(?:const|let|var|default|function|async|class|\{)(?:[^\n]|\n(?![ \t]*\n))*)""",
    re.MULTILINE,
)
_DRAWING = re.compile(r"^(?:%%[ \t]*\n)?#{1,2} Drawing[ \t]*\n", re.MULTILINE)


def normalise(
    source: str, line_starts: Sequence[int], begin: int, *, mdx: bool = False, drawing: bool = False
) -> tuple[Normalised, tuple[Diagnostic, ...]]:
    """Return what to parse of a source whose front matter ends at offset `begin`.

    `mdx`: the note may hold code of MDX between its blocks; `drawing`: it holds an Excalidraw drawing's data.
    """
    text = _of_equal_length(source, begin)
    prose = find_prose(text)
    regions = prose.regions
    edits: list[Edit] = prose.edits
    remarks: list[Remark] = prose.remarks
    edits += find_leftovers(text, regions)
    edits += find_admonitions(text, regions)
    edits += find_table_repairs(text, regions)
    edits += _find_mdx(text, regions, mdx=mdx)
    headings, more = find_unspaced_headings(text, regions)
    edits += headings
    remarks += more
    if drawing and (data := _DRAWING.search(text)):
        edits = [edit for edit in edits if edit[1] <= data.start()]
        edits.append((data.start(), len(text), ""))
        remarks.append((data.start(), "a drawing's data: left out"))
    diagnostics = tuple([Diagnostic(bisect_right(line_starts, offset), message) for offset, message in remarks])
    return apply_edits(text, edits), diagnostics


def _of_equal_length(source: str, begin: int) -> str:
    """Blank out the front matter and end lines where the parser sees no end; offsets stay as they are."""
    text = source
    if begin:
        text = _NOT_LINE_END.sub(lambda match: " " * len(match[0]), source[:begin]) + source[begin:]
    if "\r" in text:
        text = _LONE_CR.sub("\n", text)
    if not text.isascii():
        text = _SURROGATE.sub("\ufffd", text)
    return text


def _find_mdx(text: str, regions: list[tuple[int, int]], *, mdx: bool) -> list[Edit]:
    edits: list[Edit] = []
    if "import " in text:
        edits += [(*match.span(), "") for start, end in regions for match in _IMPORT.finditer(text, start, end)]
    if mdx:
        edits += [(*match.span(), "") for start, end in regions for match in _MDX.finditer(text, start, end)]
    return edits
