"""Blocks of HTML in a note: their text becomes the blocks that Markdown would have made of it."""

from __future__ import annotations

import re
from array import array
from collections.abc import Callable, Sequence
from html import unescape
from itertools import accumulate

from ingest.block_drafts import Blocks
from ingest.document import BlockKind, Cell, Row, Text
from ingest.html_tags import is_markup, tag_name
from ingest.inline_text import TextBuilder, empty_text

__all__ = ["HtmlReader"]

_TOKEN = re.compile(
    r"""<!--.*?(?:-->|\Z)|<[!?][^>]*>|(?P<tag></?[A-Za-z](?:[^<>"']|"[^"<]*"|'[^'<]*')*>)"""
    r"""|(?P<entity>&(?:\#\w{1,8}|\w{1,40});)|(?P<space>\s+)|(?P<word>[^<&\s]+|.)""",
    re.DOTALL,
)
_RAW = re.compile(r"</(pre|script|style|textarea)\s*>", re.IGNORECASE)
_RAW_NAMES = frozenset(("pre", "script", "style", "textarea"))
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_PARAGRAPHS = frozenset(
    (
        *("address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "div", "dl", "dt"),
        *("fieldset", "figcaption", "figure", "footer", "form", "head", "header", "hr", "html", "main", "nav"),
        *("p", "section", "title"),
    )
)


class HtmlReader:
    """Reads HTML blocks. A `<table>`, `<summary>` or list may span several of them with Markdown between."""

    def __init__(self, blocks: Blocks, text: TextBuilder, closed: frozenset[str]) -> None:
        self._blocks = blocks
        self._text = text
        self._closed = closed
        self._level = 0  # of the heading that is open
        self._lists: list[tuple[str, int]] = []  # tag, containers open outside it
        self._in_summary = False
        self._tables = 0
        self._rows: list[tuple[bool, int, int, list[Cell]]] = []  # header, first line, last line, cells
        self._cell: list[Text] | None = None
        self._table_at = 0
        self._at = 0  # normalised byte offset of the token being read

    @classmethod
    def handlers(cls) -> dict[str, Callable[[HtmlReader, str, bool], None]]:
        """What is done at each tag that means something, opening or closing."""
        handlers: dict[str, Callable[[HtmlReader, str, bool], None]] = {
            "details": cls._details_tag,
            "summary": cls._summary_tag,
            "table": cls._table_tag,
            "tr": cls._row_tag,
            "td": cls._cell_tag,
            "th": cls._cell_tag,
            "ul": cls._list_tag,
            "ol": cls._list_tag,
            "li": cls._item_tag,
        }
        handlers.update(dict.fromkeys(_PARAGRAPHS, cls._paragraph_tag))
        handlers.update(dict.fromkeys(_HEADINGS, cls._heading_tag))
        return handlers

    def place(self, text: Text, first: int, last: int, soft_break: int = -1, *, html: bool = False) -> None:
        """Put a paragraph where it belongs: a table cell, a summary, a heading, or among the blocks."""
        if self._cell is not None:
            self._cell.append(text)
        elif self._in_summary:
            self._in_summary = False
            self._blocks.summary(first, last, text)
        elif self._level:
            self._blocks.heading(self._level, first, last, text)
        else:
            self._blocks.paragraph(text, first, last, soft_break, html=html)

    def read(self, pieces: Sequence[tuple[str, int]]) -> None:
        """Read one HTML block, given as lines with their byte offsets in the normalised text."""
        html = "".join([piece for piece, _ in pieces])
        offsets = _offsets(pieces)
        position = 0
        while match := _TOKEN.match(html, position):
            position = match.end()
            self._at = offsets[match.start()]
            if match.lastgroup == "tag":
                position = self._tag(match[0], html, position, offsets)
            elif match.lastgroup == "space":
                if self._text.pending:
                    self._text.text(" ", self._at, self._at + 1)
            elif match.lastgroup:
                self._words(match[0], offsets[match.start()], offsets[position])
        self._at = offsets[-1]
        self._flush()

    def finish(self) -> None:
        """Emit what the note left open."""
        self._flush()
        if self._tables:
            self._end_table()

    def _words(self, words: str, start: int, end: int) -> None:
        if words.startswith("&"):
            self._text.text(unescape(words), start, end)
        else:
            self._text.text(words, start, start + len(words.encode()))

    def _tag(self, tag: str, html: str, position: int, offsets: Sequence[int]) -> int:
        name = tag_name(tag)
        handler = _TAGS.get(name)
        if handler is not None:
            handler(self, name, tag.startswith("</"))
        elif name in _RAW_NAMES and not tag.startswith("</"):
            return self._raw(name, html, position, offsets)
        elif is_markup(tag, self._closed):
            self._text.html(tag, self._at, self._at, self._closed)
        else:
            self._words(tag, self._at, offsets[position])
        return position

    def _raw(self, name: str, html: str, position: int, offsets: Sequence[int]) -> int:
        self._flush()
        close = _RAW.search(html, position)
        stop = close.start() if close else len(html)
        code = html[position:stop]
        first = self._line(self._at)
        if code.strip():
            lead = len(code) - len(code.lstrip("\r\n"))
            pieces, at = [], position + lead
            for line in code[lead:].rstrip("\r\n").split("\n"):  # a line's end may be two characters in the file
                pieces += [(line, offsets[at]), ("\n", offsets[at + len(line)])]
                at += len(line) + 1
            text = self._text.verbatim(pieces)
            last = self._line(offsets[stop - 1])
            self._blocks.add(BlockKind.CODE, first, last, text).info = "" if name == "pre" else name
        return close.end() if close else stop

    def _line(self, offset: int) -> int:
        return self._blocks.line_of(self._text.source_of(offset))

    def _flush(self) -> None:
        if not self._text.pending:
            return
        text = self._text.take(self._at)
        if text.plain:
            first = self._blocks.line_of(text.runs[0][1])
            last = self._blocks.line_of(text.source_offset(len(text.plain) - 1))
            self.place(text, first, last, html=True)

    def _paragraph_tag(self, name: str, closing: bool) -> None:
        if self._cell is not None:
            self._text.html("<br>" if self._text.pending else "<!>", self._at, self._at, self._closed)
        else:
            self._flush()

    def _heading_tag(self, name: str, closing: bool) -> None:
        self._flush()
        self._level = 0 if closing or self._cell is not None else _HEADINGS[name]

    def _details_tag(self, name: str, closing: bool) -> None:
        self._flush()
        self._in_summary = False
        if closing:
            self._blocks.close_details()
        else:
            self._blocks.open_details()

    def _summary_tag(self, name: str, closing: bool) -> None:
        self._flush()
        self._in_summary = not closing and self._cell is None

    def _list_tag(self, name: str, closing: bool) -> None:
        if self._cell is not None:
            return
        self._flush()
        if not closing:
            self._lists.append((name, self._blocks.depth))
        elif self._lists:
            _, depth = self._lists.pop()
            self._blocks.close_to(depth)

    def _item_tag(self, name: str, closing: bool) -> None:
        if self._cell is not None:
            self._text.html("<li>", self._at, self._at, self._closed)
            return
        self._flush()
        while self._lists and self._lists[-1][1] > self._blocks.depth:
            self._lists.pop()  # a Markdown container ended around it
        if not self._lists:
            return
        tag, depth = self._lists[-1]
        self._blocks.close_to(depth)
        if not closing:
            source = self._text.source_of(self._at)
            info = "ordered" if tag == "ol" else ""
            self._blocks.open(BlockKind.ITEM, self._blocks.line_of(source), source, html=True, info=info)

    def _table_tag(self, name: str, closing: bool) -> None:
        if not closing:
            self._tables += 1
            if self._tables == 1:
                self._flush()
                self._rows = []
                self._table_at = self._at
        elif self._tables:
            self._tables -= 1
            if not self._tables:
                self._end_table()

    def _row_tag(self, name: str, closing: bool) -> None:
        if self._tables != 1:
            return
        self._end_cell()
        if not closing:
            line = self._line(self._at)
            self._rows.append((True, line, line, []))

    def _cell_tag(self, name: str, closing: bool) -> None:
        if self._tables != 1:
            return
        self._end_cell()
        if not closing:
            if not self._rows:
                line = self._line(self._at)
                self._rows.append((True, line, line, []))
            header, first, _, cells = self._rows[-1]
            self._rows[-1] = (header and name == "th", first, self._line(self._at), cells)
            self._cell = []

    def _end_cell(self) -> None:
        self._flush()
        if self._cell is None:
            return
        texts = self._cell
        self._cell = None
        text = _joined(texts) if texts else empty_text(self._text.source_of(self._at))
        header, first, last, cells = self._rows[-1]
        cells.append(Cell(text))
        self._rows[-1] = (header, first, max(last, self._line(self._at)), cells)

    def _end_table(self) -> None:
        self._end_cell()
        self._tables = 0
        rows = [(header, Row(first, last, tuple(cells))) for header, first, last, cells in self._rows if cells]
        self._rows = []
        if not rows:
            return
        source = self._text.source_of(self._table_at)
        first = self._blocks.line_of(source)
        table = self._blocks.add(
            BlockKind.TABLE, first, max(rows[-1][1].last, self._line(self._at)), empty_text(source)
        )
        if len(rows) > 1 or rows[0][0]:
            table.header = rows[0][1]
            rows = rows[1:]
        table.rows = tuple([row for _, row in rows])
        self._blocks.add_rows(table)


_TAGS = HtmlReader.handlers()


def _joined(texts: Sequence[Text]) -> Text:
    if len(texts) == 1:
        return texts[0]
    plain = "\n".join([text.plain for text in texts])
    runs: list[tuple[int, int]] = []
    marks = []
    offset = 0
    for text in texts:
        runs += [(start + offset, source) for start, source in text.runs]
        marks += [type(m)(m.kind, m.start + offset, m.end + offset, m.target) for m in text.marks]
        offset += len(text.plain) + 1
    return Text(plain, tuple(marks), tuple(runs))


def _offsets(pieces: Sequence[tuple[str, int]]) -> Sequence[int]:
    offsets = array("q")
    end = 0
    for piece, start in pieces:
        if piece.isascii():
            offsets.extend(range(start, start + len(piece)))
            end = start + len(piece)
        else:
            lengths = [len(char.encode()) for char in piece]
            offsets.extend(list(accumulate(lengths, initial=start))[:-1])
            end = start + sum(lengths)
    offsets.append(end)
    return offsets
