"""The Markdown parser of the project: from a note's source to its `Document`.

pulldown-cmark (pyromark) reads the text; what it cannot know of real notes is mended before it, in
`ingest/normalise.py`, and after it, here and in `ingest/html_blocks.py`. It never recurses and its cost is linear.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable
from itertools import accumulate
from typing import Any

import pyromark

from graph.model import NoteId
from graph.note_lines import LINE_END
from ingest.block_drafts import Blocks
from ingest.document import BlockKind, Cell, Diagnostic, Document, MarkKind, Row, Text
from ingest.edits import Normalised, apply_edits
from ingest.front_matter import read_front_matter
from ingest.html_blocks import HtmlReader
from ingest.html_tags import closed_names
from ingest.inline_text import TextBuilder, empty_text
from ingest.normalise import blank_front_matter, find_edits, outdent

__all__ = ["parse_document"]

_Options = pyromark.Options
# Not GFM: all it adds is to swallow the title line of its five callouts; ours reads every callout.
_PARSER = pyromark.Markdown(
    options=_Options.ENABLE_TABLES
    | _Options.ENABLE_WIKILINKS
    | _Options.ENABLE_DEFINITION_LIST
    | _Options.ENABLE_FOOTNOTES
    | _Options.ENABLE_TASKLISTS
    | _Options.ENABLE_STRIKETHROUGH
    | _Options.ENABLE_HEADING_ATTRIBUTES
)
_ITEM = re.compile(r"(?:[-*+]|[0-9]{1,9}[.)])[ \t]+\S")
_MAX_INDENT = 64
_SETEXT_SENTENCE = (".", "。", "!", ";", ",", ":", "：")


def parse_document(note: NoteId, source: str) -> Document:
    """Read a note. Never fails; what was odd about its form is in the diagnostics.

    Args:
        note: its id.
        source: the file's text without a byte order mark.

    Cost: linear in the length of `source`.
    """
    line_starts = _line_starts(source)
    front_matter, begin, found = read_front_matter(source)
    text = blank_front_matter(source, begin)
    drawing = "excalidraw-plugin" in front_matter.key_lines
    edits, remarks = find_edits(text, mdx=note.endswith(".mdx"), drawing=drawing)
    closed = closed_names(source)
    reader = _EventReader(apply_edits(text, edits), line_starts, closed)
    reader.read()
    if reader.indented_lists:
        outdents = [edit for lines in reader.indented_lists for edit in outdent(text, line_starts, *lines)]
        reader = _EventReader(apply_edits(text, edits + outdents), line_starts, closed)
        reader.read()
    diagnostics = [*found, *[Diagnostic(bisect_right(line_starts, offset), said) for offset, said in remarks]]
    return Document(
        note=note,
        source=source,
        line_starts=line_starts,
        blocks=reader.blocks.finished(),
        front_matter=front_matter,
        diagnostics=tuple(sorted(diagnostics, key=lambda d: (d.line, d.message))),
    )


def _line_starts(source: str) -> tuple[int, ...]:
    if "\r" in source:
        return (0, *[match.end() for match in LINE_END.finditer(source)])
    *lines, _ = source.split("\n")
    return (0, *accumulate(len(line) + 1 for line in lines))


_Handler = Callable[[Any, int, int], None]


class _EventReader:
    """Turns the parser's events into blocks; each handler gets an event's payload and its byte range."""

    def __init__(self, normalised: Normalised, line_starts: tuple[int, ...], closed: frozenset[str]) -> None:
        self._markdown = normalised.text
        self._raw = normalised.text.encode("utf-8", "replace")
        self._where = normalised.where
        self._closed = closed
        self.blocks = Blocks(line_starts)
        self._text = TextBuilder(self._raw, normalised.where, mended=normalised.edited)
        self._html = HtmlReader(self.blocks, self._text, closed)
        self._lists: list[str] = []
        self._pieces: list[tuple[str, int]] = []  # of the HTML block being read
        self._code: list[tuple[str, int]] | None = None
        self._rows: list[Row] = []
        self._cells: list[Cell] = []
        self._padded = 0  # cells that the parser added to the end of a short row
        self._language = ""
        self._indented = False  # the code block being read
        self.indented_lists: list[tuple[int, int]] = []  # lines
        self._links: list[tuple[int, bool, bool] | None] = []  # start, embed, piped; None: a plain link

    def _start_handlers(self) -> dict[str, _Handler]:
        opened = self._text.open
        strong, emphasis = MarkKind.STRONG, MarkKind.EMPHASIS
        return {
            "Strong": lambda data, start, end: opened(strong),
            "Emphasis": lambda data, start, end: opened(emphasis),
            "Strikethrough": _ignore,
            "Link": self._start_link,
            "Image": self._start_image,
            "Paragraph": self._flush_at,
            "Heading": self._flush_at,
            "List": self._start_list,
            "Item": self._start_item,
            "BlockQuote": self._start_quote,
            "CodeBlock": self._start_code,
            "HtmlBlock": self._start_html,
            "Table": self._start_table,
            "TableHead": self._start_row,
            "TableRow": self._start_row,
            "TableCell": _ignore,
            "DefinitionList": self._flush_at,
            "DefinitionListTitle": self._flush_at,
            "DefinitionListDefinition": self._start_description,
            "FootnoteDefinition": self._start_footnote,
        }

    def _end_handlers(self) -> dict[str, _Handler]:
        return {
            "Strong": self._end_mark,
            "Emphasis": self._end_mark,
            "Strikethrough": _ignore,
            "Link": self._end_link,
            "Image": self._end_link,
            "Paragraph": self._end_paragraph,
            "Heading": self._end_heading,
            "List": self._end_list,
            "Item": self._end_container,
            "BlockQuote": self._end_container,
            "CodeBlock": self._end_code,
            "HtmlBlock": self._end_html,
            "Table": self._end_table,
            "TableHead": self._end_row,
            "TableRow": self._end_row,
            "TableCell": self._end_cell,
            "DefinitionList": self._flush_at,
            "DefinitionListTitle": self._end_term,
            "DefinitionListDefinition": self._end_container,
            "FootnoteDefinition": self._end_container,
        }

    def read(self) -> None:
        """Read the whole note."""
        text = self._text.text
        starts, ends, other = self._start_handlers(), self._end_handlers(), self._other_handlers()
        event: Any
        for event, at in _PARSER.events_with_range(self._markdown):
            start, end = at["start"], at["end"]
            if isinstance(event, str):
                other[event](None, start, end)
                continue
            words = event.get("Text")
            if words is not None:  # two in five events
                if self._code is None:
                    text(words, start, end)
                else:
                    self._code.append((words, start))
                continue
            [(key, data)] = event.items()
            if key == "Start":
                if isinstance(data, str):
                    starts[data](None, start, end)
                else:
                    [(tag, data)] = data.items()
                    starts[tag](data, start, end)
            elif key == "End":
                ends[data if isinstance(data, str) else next(iter(data))](data, start, end)
            else:
                other[key](data, start, end)
        self._flush_at(None, len(self._raw), len(self._raw))
        self._html.finish()

    def _other_handlers(self) -> dict[str, _Handler]:
        return {
            "Code": self._text.code,
            "SoftBreak": lambda data, start, end: self._text.soft_line_break(start),
            "HardBreak": lambda data, start, end: self._text.hard_line_break(start),
            "InlineHtml": self._inline_html,
            "Html": lambda data, start, end: self._pieces.append((data, start)),
            "TaskListMarker": self._task,
            "FootnoteReference": _ignore,
            "Rule": self._flush_at,
        }

    def _line(self, offset: int) -> int:
        return self.blocks.line_of(self._where[offset])

    # Text that stands in a block without a paragraph of its own (tight items) ends where another block begins.
    def _flush_at(self, data: Any, start: int, end: int) -> None:
        if self._text.pending:
            self._place(start, -1, -1)

    def _place(self, at: int, start: int, end: int) -> None:
        soft_break = self._text.soft_break
        lead = self._text.plain_lead()
        text = self._text.take(at)
        if not text.plain:
            return
        first = self.blocks.line_of(text.runs[0][1])
        last = self.blocks.line_of(text.source_offset(len(text.plain) - 1))
        if start >= 0:
            first, last = min(first, self._line(start)), max(last, self._line(end - 1))
        self._html.place(text, first, last, max(-1, soft_break - lead))

    def _end_paragraph(self, data: Any, start: int, end: int) -> None:
        self._place(start, start, end)

    def _end_heading(self, level: Any, start: int, end: int) -> None:
        setext = not self._raw.startswith(b"#", start)
        several = self._text.soft_break >= 0
        text = self._text.take(start)
        first, last = self._line(start), self._line(end - 1)
        if not text.plain:
            return
        if setext and self._is_false_setext(text, several, end):
            self._html.place(text, first, last)
        else:
            self.blocks.heading(int(level["Heading"][1]), first, last, text)

    def _is_false_setext(self, text: Text, several: bool, end: int) -> bool:
        """Whether a rule or an empty bullet right under a paragraph made it a heading by accident."""
        underline = self._raw[max(0, end - 200) : end].rstrip()
        return several or underline[-2:-1] not in b"-=" or text.plain.endswith(_SETEXT_SENTENCE)

    def _start_link(self, data: Any, start: int, end: int) -> None:
        kind = data["link_type"]
        if isinstance(kind, dict):
            self._start_wikilink(data, start, end, embed=False)
        else:
            self._links.append(None)
            self._text.open(MarkKind.LINK, data["dest_url"])

    def _start_image(self, data: Any, start: int, end: int) -> None:
        kind = data["link_type"]
        if isinstance(kind, dict):
            self._start_wikilink(data, start, end, embed=True)
        else:
            self._links.append(None)
            self._text.open(MarkKind.IMAGE, data["dest_url"])

    def _start_wikilink(self, data: Any, start: int, end: int, *, embed: bool) -> None:
        target = data["dest_url"].removesuffix("\\").strip()  # "\|" stands for "|" in a table
        self._links.append((start, embed, data["link_type"]["WikiLink"]["has_pothole"]))
        self._text.open(MarkKind.EMBED if embed else MarkKind.WIKILINK, target)

    def _end_link(self, data: Any, start: int, end: int) -> None:
        link = self._links.pop()
        if link is None:
            self._text.close()
        else:
            self._text.close_wikilink(link[0], embed=link[1], piped=link[2])

    def _end_mark(self, data: Any, start: int, end: int) -> None:
        self._text.close()

    def _inline_html(self, tag: str, start: int, end: int) -> None:
        if tag.startswith(("<details", "</details")):
            self._flush_at(None, start, end)
            self._html.read([(tag, start)])
        else:
            self._text.html(tag, start, end, self._closed)

    def _task(self, done: bool, start: int, end: int) -> None:
        self.blocks.drafts[-1].task = done

    def _start_list(self, number: int | None, start: int, end: int) -> None:
        self._flush_at(None, start, end)
        self._lists.append("" if number is None else "ordered")

    def _end_list(self, data: Any, start: int, end: int) -> None:
        self._lists.pop()

    def _open(self, kind: BlockKind, start: int, info: str = "") -> None:
        if self._text.pending:
            self._place(start, -1, -1)
        indent = self._raw[start : start + _MAX_INDENT]  # the range of an item in a list indented by tabs begins early
        source = self._where[start + len(indent) - len(indent.lstrip())]
        self.blocks.open(kind, self.blocks.line_of(source), source, info=info)

    def _start_item(self, data: Any, start: int, end: int) -> None:
        unmarked = (
            self._where[start] == self._where[min(start + 1, len(self._raw))]
        )  # the mark is no character of the source
        self._open(BlockKind.ITEM, start, "line" if unmarked else self._lists[-1])

    def _start_quote(self, data: Any, start: int, end: int) -> None:
        self._open(BlockKind.QUOTE, start)

    def _start_description(self, data: Any, start: int, end: int) -> None:
        self._open(BlockKind.DESCRIPTION, start)

    def _start_footnote(self, label: str, start: int, end: int) -> None:
        self._open(BlockKind.FOOTNOTE, start, label)

    def _end_container(self, data: Any, start: int, end: int) -> None:
        if self._text.pending:
            self._place(start, -1, -1)
        self.blocks.close()

    def _end_term(self, data: Any, start: int, end: int) -> None:
        text = self._text.take(start)
        if text.plain:
            self.blocks.add(BlockKind.TERM, self._line(start), self._line(end - 1), text)

    def _start_code(self, kind: Any, start: int, end: int) -> None:
        self._flush_at(None, start, end)
        self._code = []
        self._indented = not isinstance(kind, dict)
        self._language = "" if self._indented else kind["Fenced"].strip()

    def _end_code(self, data: Any, start: int, end: int) -> None:
        pieces, self._code = self._code or [], None
        text = self._text.verbatim(pieces)
        first, last = self._line(start), self._line(end - 1)
        if self._indented and not self.blocks.depth and self._is_list(text, start):
            self.indented_lists.append((first, last))
        self.blocks.add(BlockKind.CODE, first, last, text).info = self._language

    def _is_list(self, text: Text, start: int) -> bool:
        """Whether an indented block is a list after all: one right under a heading, as outliners write them."""
        line_before = self._raw[max(0, start - 200) : start].rstrip(b" \t")[-2:]
        return _ITEM.match(text.plain) is not None and line_before.endswith(b"\n") and line_before[:1] not in b"\r\n"

    def _start_html(self, data: Any, start: int, end: int) -> None:
        self._flush_at(None, start, end)
        self._pieces = []

    def _end_html(self, data: Any, start: int, end: int) -> None:
        if self._pieces:
            self._html.read(self._pieces)

    def _start_table(self, data: Any, start: int, end: int) -> None:
        self._flush_at(None, start, end)
        self._rows = []

    def _start_row(self, data: Any, start: int, end: int) -> None:
        self._cells = []

    def _end_cell(self, data: Any, start: int, end: int) -> None:
        self._cells.append(Cell(self._text.take(start)))
        self._padded = self._padded + 1 if self._where[start] == self._where[end] else 0

    def _end_row(self, data: Any, start: int, end: int) -> None:
        line = self._line(start)
        self._rows.append(Row(line, line, tuple(self._cells[: len(self._cells) - self._padded])))
        self._padded = 0

    def _end_table(self, data: Any, start: int, end: int) -> None:
        text = empty_text(self._where[start])
        table = self.blocks.add(BlockKind.TABLE, self._line(start), self._line(end - 1), text)
        table.header, *rows = self._rows
        table.rows = tuple(rows)
        self.blocks.add_rows(table)


def _ignore(data: Any, start: int, end: int) -> None:
    """Nothing a reader of the text sees."""
