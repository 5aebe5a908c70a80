"""What a note says, block by block, before anything is concluded from it.

A `Document` is a flat list of blocks in reading order; nesting is the `parent` index. Every block and every
stretch of text inside it knows where it stands in the file as it lies on disk, so that a rule can
quote the very characters that it read.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from graph.model import NoteId

__all__ = [
    "Block",
    "BlockKind",
    "Cell",
    "Diagnostic",
    "Document",
    "FrontMatter",
    "Mark",
    "MarkKind",
    "Quote",
    "Row",
    "Text",
]


class MarkKind(StrEnum):
    """Inline markup that carries meaning for a rule."""

    STRONG = "strong"
    EMPHASIS = "emphasis"
    CODE = "code"
    LINK = "link"
    WIKILINK = "wikilink"
    EMBED = "embed"
    IMAGE = "image"


@dataclass(frozen=True, slots=True)
class Mark:
    """Markup over `plain[start:end]` of a text; `target` is a link's destination as written, else empty."""

    kind: MarkKind
    start: int
    end: int
    target: str = ""


@dataclass(frozen=True, slots=True)
class Text:
    """Readable text of one block: markup, escapes and entities resolved, soft breaks as one space.

    A hard break (`<br>`, two spaces, backslash) is a newline. Code spans, link labels and image
    alternatives stand in `plain` as a reader sees them, covered by a mark.

    `runs` maps back to the file: (plain offset, source offset) where a run begins in which both
    advance together; sorted, the first plain offset is 0. Source offsets count characters of
    `Document.source`.
    """

    plain: str
    marks: tuple[Mark, ...] = ()
    runs: tuple[tuple[int, int], ...] = ()

    def source_offset(self, offset: int) -> int:
        """Return where `plain[offset]` stands in the source. Cost: O(log runs)."""
        start, source = self.runs[max(0, bisect_right(self.runs, (offset, 1 << 60)) - 1)]
        return source + (offset - start)


class Quote(NamedTuple):
    """Words as they stand in the file: lines are 1-based and inclusive, `text` is a slice of the source."""

    first: int
    last: int
    text: str


class BlockKind(StrEnum):
    """What a block is to a reader; markup that says nothing (rules, comments, anchors) has no block."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    TABLE = "table"
    ROW = "row"
    CODE = "code"
    QUOTE = "quote"
    TERM = "term"
    DESCRIPTION = "description"
    FOOTNOTE = "footnote"


@dataclass(frozen=True, slots=True)
class Cell:
    """One table cell; `text.plain` keeps line breaks of `<br>` and HTML lists as newlines."""

    text: Text


@dataclass(frozen=True, slots=True)
class Row:
    """One table row as the author wrote it, cells beyond the header's count included."""

    first: int
    last: int
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """One block of a note.

    `first..last` are the lines of the block's own text (an item: its first paragraph; a heading: the heading
    line, with its underline; a table: all of it); `end` is the last line of everything nested in it.
    `parent` is the index of the enclosing block (item, quote, description, footnote) or -1.
    `heading` is the index of the heading whose section this block belongs to, or -1: for a heading
    the one above it, by level, so skipped levels do no harm.
    `level`: heading 1..6 as written, 7 for a bold line or `<summary>` that serves as one; item: nesting depth from 1.
    `info`: code: language; quote: the callout's or admonition's type in lower case; item: "ordered", "line" (a line without
    a mark that is one) or ""; row: which of `row_statements`' forms it has.
    """

    kind: BlockKind
    first: int
    last: int
    end: int
    text: Text
    parent: int = -1
    heading: int = -1
    level: int = 0
    info: str = ""
    task: bool | None = None  # item: a task's state, None where it is no task
    header: Row | None = None  # table
    rows: tuple[Row, ...] = ()  # table, without the header


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """Something about the note's form that a reader of the report should know; never fatal."""

    line: int
    message: str


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """The metadata block. `values` is what YAML says (empty where it is invalid); `key_lines` tells each top-level key's line."""

    values: Mapping[str, object] = field(default_factory=dict)
    key_lines: Mapping[str, int] = field(default_factory=dict)
    first: int = 0
    last: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A note, parsed. `source` is the file's text without its byte order mark; lines end at LF, CRLF or CR only."""

    note: NoteId
    source: str
    line_starts: tuple[int, ...]  # offset of each line's first character
    blocks: tuple[Block, ...]
    front_matter: FrontMatter = FrontMatter()
    diagnostics: tuple[Diagnostic, ...] = ()

    def line_of(self, offset: int) -> int:
        """Return the 1-based line of a source offset."""
        return bisect_right(self.line_starts, offset)

    def lines(self, first: int, last: int) -> str:
        """Return lines `first..last` as they stand, joined by a newline, without the last line's ending."""
        stop = self.line_starts[last] if last < len(self.line_starts) else len(self.source)
        return self.source[self.line_starts[first - 1] : stop].rstrip("\r\n")

    def quote(self, text: Text, start: int, end: int) -> Quote:
        """Return `text.plain[start:end]` as the file has it. `start < end`."""
        begin, stop = text.source_offset(start), text.source_offset(end - 1) + 1
        return Quote(self.line_of(begin), self.line_of(stop - 1), self.source[begin:stop])

    def quote_block(self, block: Block) -> Quote:
        """Return the block's own lines, stripped."""
        return Quote(block.first, block.last, self.lines(block.first, block.last).strip())
