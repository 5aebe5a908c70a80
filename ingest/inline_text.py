"""Inline events of the parser become one `Text`: what a reader sees, its markup, and the way back to the file."""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import unescape

from ingest.document import Mark, MarkKind, Text
from ingest.html_tags import alternative_text, attribute, tag_name
from ingest.html_tags import is_markup as is_html_markup

__all__ = ["TextBuilder", "empty_text", "slice_text", "trim_text"]

_HTML_MARKS = {
    "a": MarkKind.LINK,
    "b": MarkKind.STRONG,
    "code": MarkKind.CODE,
    "em": MarkKind.EMPHASIS,
    "i": MarkKind.EMPHASIS,
    "kbd": MarkKind.CODE,
    "samp": MarkKind.CODE,
    "strong": MarkKind.STRONG,
    "tt": MarkKind.CODE,
}
_BREAKS = frozenset({"br", "hr", "li", "ol", "p", "tr", "ul"})  # what starts a new line inside a cell or paragraph
_ENTITY = re.compile(r"(&(?:#\w{1,8}|\w{1,40});)")
_PICTURE = re.compile(r"\.(?:png|jpe?g|gif|svg|webp|bmp|avif|excalidraw)$", re.IGNORECASE)
_SIZE = re.compile(r"\s*\d*\s*(?:x\s*\d+)?\s*")  # ![[picture.png|300x200]]
_BLANKS = 400  # bytes before a page's name
_CELL_PIPE = re.compile(r"\\\|")


def empty_text(source: int = 0) -> Text:
    """A text of no characters that stands at `source`."""
    return Text("", (), ((0, source),))


def slice_text(text: Text, start: int, end: int) -> Text:
    """Return `plain[start:end]` with the marks and runs that belong to it; marks are cut at the borders."""
    marks = tuple(
        Mark(mark.kind, max(mark.start, start) - start, min(mark.end, end) - start, mark.target)
        for mark in text.marks
        if mark.start < end and mark.end > start
    )
    runs = [(0, text.source_offset(start))]
    runs += [(plain - start, source) for plain, source in text.runs if start < plain < end]
    return Text(text.plain[start:end], marks, tuple(runs))


def trim_text(text: Text) -> Text:
    """Return the text without white space at its ends."""
    plain = text.plain
    stripped = plain.strip()
    if len(stripped) == len(plain):
        return text
    start = len(plain) - len(plain.lstrip())
    return slice_text(text, start, start + len(stripped)) if stripped else empty_text(text.runs[0][1])


class TextBuilder:
    """Collects the inline events of one block. Offsets given to it are bytes of the normalised text.

    `where` maps such an offset to a character of the source; `text` is the normalised text as bytes.
    """

    __slots__ = (
        "_broken",
        "_delta",
        "_marks",
        "_mended",
        "_open",
        "_parts",
        "_raw",
        "_runs",
        "_size",
        "_where",
        "soft_break",
    )

    def __init__(self, raw: bytes, where: Sequence[int], *, mended: bool) -> None:
        self._raw = raw
        self._where = where
        self._mended = mended  # a stretch without escapes can still have a gap: something was cut out of it
        self._reset()

    def _reset(self) -> None:
        self._parts: list[str] = []
        self._runs: list[tuple[int, int]] = []
        self._marks: list[Mark | None] = []
        self._open: list[tuple[int, MarkKind, int, str, str]] = []
        self._size = 0
        self._delta = -1
        self.soft_break = -1  # plain offset of the first one

    @property
    def pending(self) -> bool:
        """Whether anything was added since the last `take`."""
        return bool(self._parts) or bool(self._open) or bool(self._marks)

    def text(self, value: str, start: int, end: int) -> None:
        """Add words that stand at `start..end`, or that an escape or entity there spells."""
        source = self._where[start]
        size = self._size
        if source - size != self._delta:
            self._runs.append((size, source))
            self._delta = source - size
        if self._mended and end - start == len(value.encode()):
            self._runs_over_gaps(value, start)
        self._parts.append(value)
        self._size = size + len(value)

    def _runs_over_gaps(self, value: str, start: int) -> None:
        where = self._where
        last = start + len(value.encode()) - len(value[-1:].encode())
        if where[last] - where[start] == len(value) - 1:
            return
        offset = start
        for index, char in enumerate(value, self._size):
            if where[offset] - index != self._delta:
                self._delta = where[offset] - index
                self._runs.append((index, where[offset]))
            offset += len(char.encode())

    def code(self, value: str, start: int, end: int) -> None:
        """Add a code span; `start..end` includes its backticks."""
        raw = self._raw[start:end]
        ticks = len(raw) - len(raw.lstrip(b"`"))
        inner = start + ticks + (raw[ticks : ticks + 1] in b" \n" and not value.startswith(" "))
        self._marks.append(Mark(MarkKind.CODE, self._size, self._size + len(value)))
        if b"\r\n" in raw:
            self._code_over_lines(value, raw[ticks : len(raw) - ticks], start + ticks)
            return
        if b"\\|" not in raw or "\\|" in value:
            self.text(value, inner, inner + len(value.encode()))
            return
        for piece in _CELL_PIPE.split(raw[inner - start : len(raw) - ticks].decode()):
            lead = "|" if inner > start + ticks + 1 and self._raw[inner - 1 : inner] == b"\\" else ""
            self.text(lead + piece, inner, inner + len((lead + piece).encode()))
            inner += len((lead + piece).encode()) + 1

    def _code_over_lines(self, value: str, raw: bytes, start: int) -> None:
        """A line's end of two characters reads as one space, so what follows it stands one further on."""
        lines = raw.split(b"\r\n")
        shown = " ".join(line.decode().replace("\n", " ") for line in lines)
        skipped = max(0, shown.find(value))  # a space that the parser took off
        place = 0
        for line in lines:
            words = line.decode().replace("\n", " ") + " "
            begin, end = max(place, skipped), min(place + len(words), skipped + len(value))
            if begin < end:
                at = start + len(words[: begin - place].encode())
                part = words[begin - place : end - place]
                self.text(part, at, at + len(part.encode()))
            place += len(words)
            start += len(line) + 2

    def soft_line_break(self, start: int) -> None:
        """Add the space that a line's end is."""
        if self.soft_break < 0:
            self.soft_break = self._size
        self.text(" ", start, start)

    def hard_line_break(self, start: int) -> None:
        """Add a line break that the author asked for."""
        if self.soft_break < 0:
            self.soft_break = self._size
        self.text("\n", start, start)

    def open(self, kind: MarkKind, target: str = "", tag: str = "") -> None:
        """Begin a mark; `tag` is the HTML tag that began it, if one did."""
        self._open.append((len(self._marks), kind, self._size, target, tag))
        self._marks.append(None)

    def close(self) -> None:
        """End the innermost mark that Markdown began."""
        while self._open and self._end_last():
            pass

    def _end_last(self) -> str:
        slot, kind, start, target, tag = self._open.pop()
        if self._size > start:
            self._marks[slot] = Mark(kind, start, self._size, target)
        return tag

    def close_wikilink(self, start: int, *, embed: bool, piped: bool) -> None:
        """End a wikilink that began at `start`; one without an alias shows its page only."""
        while self._open and self._open[-1][4]:
            self._end_last()  # "[[page|<b>words]]"
        if not self._open:
            return  # its block ended inside it: "[[page|<details>words]]"
        slot, kind, begin, target, _ = self._open.pop()
        if embed and _PICTURE.search(target) and (not piped or _SIZE.fullmatch("".join(self._parts)[begin:])):
            self._cut_back(begin)  # a picture shows no words, and neither does its size
        elif not piped:
            self._show_page(begin, target, start + (3 if embed else 2))
        if self._size > begin:
            self._marks[slot] = Mark(kind, begin, self._size, target)

    def _show_page(self, begin: int, target: str, inner: int) -> None:
        path, _, fragment = target.partition("#")
        shown = path.rpartition("::")[2].rpartition("/")[2] or fragment.rpartition("#")[2].lstrip("^")
        skipped = target.rfind(shown) if not path else path.rfind(shown)
        self._cut_back(begin)
        if shown:
            ahead = self._raw[inner : inner + _BLANKS].decode(errors="ignore")
            blanks = ahead[: len(ahead) - len(ahead.lstrip())]  # trimmed off the page's name
            start = inner + len((blanks + target[:skipped]).encode())
            self.text(shown, start, start + len(shown.encode()))

    def _cut_back(self, size: int) -> None:
        plain = "".join(self._parts)[:size]
        self._parts = [plain] if plain else []
        self._size = size
        while self._runs and self._runs[-1][0] >= size:
            self._runs.pop()
        self._delta = self._runs[-1][1] - self._runs[-1][0] if self._runs else -1

    def html(self, tag: str, start: int, end: int, known: frozenset[str]) -> None:
        """Add an inline HTML tag: a break, a mark, nothing, or its own words where it is no tag at all."""
        name = tag_name(tag)
        if not is_html_markup(tag, known):
            self.text(tag, start, end)
        elif name in _BREAKS:
            if self._parts and self._parts[-1] != "\n" and (name == "br" or not tag.startswith("</")):
                self.text("\n", start, start)
        elif name == "img":
            self._image(tag, start)
        elif name in _HTML_MARKS and not tag.endswith("/>"):
            self._html_mark(name, tag)

    def _image(self, tag: str, start: int) -> None:
        written, offset = alternative_text(tag)
        begin, at = self._size, start + len(tag[:offset].encode())
        for piece in _ENTITY.split(written):
            stop = at + len(piece.encode())
            if piece:
                self.text(unescape(piece), at, stop)
            at = stop
        if self._size > begin:
            self._marks.append(Mark(MarkKind.IMAGE, begin, self._size, attribute(tag, "src")))

    def _html_mark(self, name: str, tag: str) -> None:
        if not tag.startswith("</"):
            target = attribute(tag, "href") if name == "a" else ""
            if name != "a" or target:
                self.open(_HTML_MARKS[name], target, name)
        elif self._open and self._open[-1][4] == name:
            self._end_last()

    def source_of(self, offset: int) -> int:
        """Return where a byte of the normalised text stands in the source."""
        return self._where[offset]

    def plain_lead(self) -> int:
        """Return how many characters of white space `take` will cut off at the beginning."""
        for index, part in enumerate(self._parts):
            rest = part.lstrip()
            if rest:
                return sum(map(len, self._parts[:index])) + len(part) - len(rest)
        return 0

    def verbatim(self, pieces: Sequence[tuple[str, int]]) -> Text:
        """Return a text of exactly these characters, less the last line ends; each piece comes with its byte offset."""
        self._reset()
        for value, start in pieces:
            self.text(value, start, start + len(value.encode()))
        plain = "".join(self._parts).rstrip("\r\n")
        runs = tuple([run for run in self._runs if run[0] < len(plain)])
        self._reset()
        return Text(plain, (), runs) if plain else empty_text(self._where[pieces[0][1]] if pieces else 0)

    def take(self, at: int) -> Text:
        """Return what was collected, trimmed, and start anew; `at` is where an empty text stands."""
        while self._open:
            self.close()
        plain = "".join(self._parts)
        if not plain:
            text = empty_text(self._where[at])
        else:
            marks = tuple([mark for mark in self._marks if mark is not None])
            text = Text(plain, marks, tuple(self._runs))
            if plain[0].isspace() or plain[-1].isspace():
                text = trim_text(text)
        self._reset()
        return text
