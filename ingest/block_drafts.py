"""The blocks of a note while they are read: who contains whom, and whose section a block belongs to."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.document import Block, BlockKind, MarkKind, Row, Text
from ingest.inline_text import empty_text, slice_text, trim_text
from ingest.row_statements import row_statements

__all__ = ["Blocks", "Draft"]

BOLD_LINE_MAX = 120  # characters; longer bold paragraphs are statements, not headings
BOLD_LEVEL = 7

_CALLOUT = re.compile(r"\[!([^\]\s|]{1,40})(?:\|[^\]\n]{0,80})?\][+-]?[ \t]*")
_STATE = re.compile(r"\[([ xX/\\><!?*\-~])\][ \t]+")
_SENTENCE_ENDS = (".", "。", "!", "！", ";", ",")


class Section:
    """A heading on the way to a block, linked to the one above it: saving and restoring costs nothing."""

    __slots__ = ("above", "index", "level")

    def __init__(self, level: int, index: int, above: Section | None) -> None:
        self.level = level
        self.index = index
        self.above = above


class Draft:
    """A block whose reading is not finished."""

    __slots__ = (
        "end",
        "first",
        "header",
        "heading",
        "info",
        "kind",
        "last",
        "level",
        "parent",
        "rows",
        "task",
        "text",
    )

    def __init__(self, kind: BlockKind, lines: tuple[int, int], text: Text, parent: int, heading: int) -> None:
        self.kind = kind
        self.first, self.last = lines
        self.end = self.last
        self.text = text
        self.parent = parent
        self.heading = heading
        self.level = 0
        self.info = ""
        self.task: bool | None = None
        self.header: Row | None = None
        self.rows: tuple[Row, ...] = ()

    def finished(self) -> Block:
        """Return the block."""
        return Block(
            kind=self.kind,
            first=self.first,
            last=self.last,
            end=self.end,
            text=self.text,
            parent=self.parent,
            heading=self.heading,
            level=self.level,
            info=self.info,
            task=self.task,
            header=self.header,
            rows=self.rows,
        )


@dataclass(slots=True)
class _Container:
    index: int
    section: Section | None  # to be restored
    floor: Section | None
    awaits_text: bool  # its first paragraph is its own text
    html: bool
    items: int  # items that enclose its content


@dataclass(slots=True)
class _Details:
    depth: int  # of containers
    section: Section | None
    floor: Section | None


# "Cloud DNS" on a line of its own, with a list right below.
_NAME_LINE = re.compile(r"[A-Z][\w.+#/&-]*(?: (?:of|and|for|the|&|[A-Z0-9][\w.+#/-]*)){0,4}(?: \([^()]+\))?")


class Blocks:
    """Collects blocks in reading order."""

    def __init__(self, line_starts: Sequence[int]) -> None:
        self.drafts: list[Draft] = []
        self._line_starts = line_starts
        self._containers: list[_Container] = []
        self._details: list[_Details] = []
        self._section: Section | None = None
        self._floor: Section | None = None  # headings within <details> cannot end a section outside it
        self._bold = -1  # a bold line that becomes a heading when content follows
        self._listed = False  # whether that line is not bold, and a list has to follow at once
        self._last_line = 0

    @property
    def depth(self) -> int:
        """How many containers are open."""
        return len(self._containers)

    def line_of(self, source: int) -> int:
        """Return the line of a source offset."""
        return bisect_right(self._line_starts, source)

    def finished(self) -> tuple[Block, ...]:
        """Return all blocks; every container is closed first."""
        self.close_to(0)
        return tuple([draft.finished() for draft in self.drafts])

    def add(self, kind: BlockKind, first: int, last: int, text: Text, *, bold: bool = False) -> Draft:
        """Add a block at this place. `bold` says that it is a bold line itself."""
        containers = self._containers
        parent = -1
        if containers:
            parent = containers[-1].index
            containers[-1].awaits_text = False
        if self._bold >= 0:
            content = not bold and kind is not BlockKind.HEADING
            lists = kind is BlockKind.ITEM and first == self.drafts[self._bold].last + 1
            self._settle_bold(parent, follows=lists if self._listed else content)
        section = self._section
        draft = Draft(kind, (first, last), text, parent, section.index if section else -1)
        self.drafts.append(draft)
        self._last_line = max(self._last_line, last)
        return draft

    def add_rows(self, table: Draft) -> None:
        """Add what the rows of a table, just added, say in sentences."""
        for text, form in row_statements(table.header, table.rows):
            first, last = (self.line_of(text.source_offset(place)) for place in (0, len(text.plain) - 1))
            self.add(BlockKind.ROW, first, last, text).info = form

    def _settle_bold(self, parent: int, *, follows: bool) -> None:
        draft = self.drafts[self._bold]
        if follows and draft.parent == parent:
            draft.kind = BlockKind.HEADING
            draft.level = BOLD_LEVEL
            self._enter(BOLD_LEVEL, self._bold, draft)
        self._bold = -1

    def _enter(self, level: int, index: int, draft: Draft) -> None:
        section = self._section
        while section is not None and section is not self._floor and section.level >= level:
            section = section.above
        draft.heading = section.index if section else -1
        self._section = Section(level, index, section)

    def heading(self, level: int, first: int, last: int, text: Text) -> None:
        """Add a heading, which begins a section."""
        draft = self.add(BlockKind.HEADING, first, last, text)
        draft.level = level
        self._enter(level, len(self.drafts) - 1, draft)

    def open(self, kind: BlockKind, line: int, at: int, *, html: bool = False, info: str = "") -> Draft:
        """Begin a container on `line`; `at` is where an empty text of it stands."""
        enclosing = self._containers[-1].items if self._containers else 0
        draft = self.add(kind, line, line, empty_text(at))
        draft.info = info
        items = enclosing + (kind is BlockKind.ITEM)
        if kind is BlockKind.ITEM:
            draft.level = items
        index = len(self.drafts) - 1
        self._containers.append(_Container(index, self._section, self._floor, True, html, items))
        return draft

    def close(self) -> None:
        """End the innermost container of Markdown, and what HTML left open in it."""
        while self._containers:
            html = self._containers[-1].html
            self.close_to(len(self._containers) - 1)
            if not html:
                return

    def close_to(self, depth: int) -> None:
        """End containers until `depth` are open."""
        containers = self._containers
        while len(containers) > depth:
            container = containers.pop()
            draft = self.drafts[container.index]
            self._section = container.section
            self._floor = container.floor
            self._bold = -1
            draft.end = max(draft.end, self._last_line)
        while self._details and self._details[-1].depth > len(containers):
            self._details.pop()

    def open_details(self) -> None:
        """Begin a `<details>`."""
        self._bold = -1
        self._details.append(_Details(len(self._containers), self._section, self._floor))

    def close_details(self) -> None:
        """End a `<details>`: the section before it goes on."""
        if self._details and self._details[-1].depth >= len(self._containers):
            details = self._details.pop()
            self._section, self._floor, self._bold = details.section, details.floor, -1

    def summary(self, first: int, last: int, text: Text) -> None:
        """Add a `<summary>`: the heading of the rest of its `<details>`."""
        self.heading(BOLD_LEVEL, first, last, text)
        if self._details:
            self._floor = self._section

    def paragraph(self, text: Text, first: int, last: int, soft_break: int = -1, *, html: bool = False) -> None:
        """Add a paragraph, or what it is by its place: an item's own text, a callout's title."""
        container = self._containers[-1] if self._containers else None
        if container is None or not container.awaits_text:
            self._plain_paragraph(text, first, last, html=html)
            return
        draft = self.drafts[container.index]
        if draft.kind is BlockKind.QUOTE:
            self._quote_paragraph(draft, text, first, last, soft_break)
            return
        container.awaits_text = False
        if draft.kind is BlockKind.ITEM:
            text = _item_text(draft, text)
        draft.text = text
        draft.first = min(draft.first, first)
        draft.last = draft.end = last
        self._last_line = max(self._last_line, last)

    def _plain_paragraph(self, text: Text, first: int, last: int, *, html: bool) -> None:
        bold = not html and _is_bold_line(text)
        self.add(BlockKind.PARAGRAPH, first, last, text, bold=bold)
        named = not html and _NAME_LINE.fullmatch(text.plain) is not None
        if bold or named:
            self._bold, self._listed = len(self.drafts) - 1, not bold

    def _quote_paragraph(self, quote: Draft, text: Text, first: int, last: int, soft_break: int) -> None:
        callout = _CALLOUT.match(text.plain)
        self._containers[-1].awaits_text = False
        if callout is None:
            self._plain_paragraph(text, first, last, html=False)
            return
        size = len(text.plain)
        stop = min(soft_break if soft_break >= 0 else size, size)
        quote.info = callout[1].lower()
        title_begin = min(callout.end(), stop)
        if title_begin < stop:
            quote.text = trim_text(slice_text(text, title_begin, stop))
        quote.last = quote.end = self.line_of(text.source_offset(max(0, stop - 1)))
        self._last_line = max(self._last_line, quote.last)
        if stop < size:
            body = trim_text(slice_text(text, stop, size))
            self._plain_paragraph(body, self.line_of(body.runs[0][1]), last, html=False)


def _is_bold_line(text: Text) -> bool:
    marks = text.marks
    if not marks or len(text.plain) > BOLD_LINE_MAX or "\n" in text.plain:
        return False
    size = len(text.plain.rstrip(":： "))
    for mark in marks:
        if mark.kind is MarkKind.STRONG and mark.start == 0 and mark.end >= size:
            return not text.plain.endswith(_SENTENCE_ENDS)
    return False


def _item_text(item: Draft, text: Text) -> Text:
    plain = text.plain
    if plain.startswith("["):
        state = _STATE.match(plain)
        if state and item.task is None:
            item.task = state[1] in "xX"
            return slice_text(text, state.end(), len(plain))
    if plain.startswith(": "):  # MDN's definition lists: "- term" with an item ": description" in it
        return slice_text(text, 2, len(plain))
    return text
