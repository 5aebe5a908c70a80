"""A note as a page: its blocks in order, each with its lines, its text as safe HTML, and what was read from it.

The HTML is made from the document model, piece by piece, everything escaped: what a note holds besides text, marks
and addresses of known kinds has no way into it. It is sanitised all the same, so that one slip here is not enough.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Any
from urllib.parse import quote, unquote

import nh3
from markupsafe import Markup, escape

from graph.model import NoteId
from ingest.document import Block, BlockKind, Document, Mark, MarkKind, Text
from ingest.markdown import parse_document

__all__ = ["RenderedBlock", "render_note"]

_WEB = re.compile(r"^https?://", re.IGNORECASE)
_NOTE = re.compile(r"\.(?:md|markdown|mdx)$", re.IGNORECASE)
_TAGS = {
    MarkKind.STRONG: Markup("<strong>{}</strong>"),
    MarkKind.EMPHASIS: Markup("<em>{}</em>"),
    MarkKind.CODE: Markup("<code>{}</code>"),
}
_OUTWARD, _INWARD = Markup('<a href="{}" rel="noopener noreferrer">{}</a>'), Markup('<a href="{}">{}</a>')
_CLEANER = nh3.Cleaner(
    tags={"strong", "em", "code", "a", "br"},
    attributes={"a": {"href", "rel"}},
    url_schemes={"http", "https"},
    link_rel=None,
)
_SHOWN = ("name", "relation")  # facts and definitions are the words themselves


@dataclass(frozen=True, slots=True)
class RenderedBlock:
    """One block: `kind` as in the document model, `depth` of nesting, `rows` of a table's cells, the header first."""

    kind: str
    depth: int
    first: int
    last: int
    html: Markup
    rows: tuple[tuple[Markup, ...], ...] = ()
    task: bool | None = None
    read: tuple[Mapping[str, Any], ...] = ()


def render_note(path: NoteId, text: str, read: Sequence[Mapping[str, Any]]) -> list[RenderedBlock]:
    """Return the note's blocks; `read` is the `read` of a note's JSON. Cost: that of parsing the note."""
    document = _parsed(path, text)
    by_line: dict[int, list[Mapping[str, Any]]] = {}
    for item in read:
        if item["what"] in _SHOWN and item["evidence"]["confidence"] != "mention":
            by_line.setdefault(item["evidence"]["line_start"], []).append(item)
    depths: list[int] = []
    rendered: list[RenderedBlock] = []
    front = document.front_matter
    if front.first:
        found = tuple(item for line in range(front.first, front.last + 1) for item in by_line.pop(line, ()))
        words = escape(document.lines(front.first, front.last))
        rendered.append(RenderedBlock("code", 0, front.first, front.last, words, read=found))
    for block in document.blocks:
        depths.append(depths[block.parent] + 1 if block.parent >= 0 else 0)
        found = tuple(item for line in range(block.first, block.last + 1) for item in by_line.pop(line, ()))
        rendered.append(_render(document, block, depths[-1], found))
    return rendered


@lru_cache(maxsize=32)
def _parsed(path: NoteId, text: str) -> Document:
    return parse_document(path, text)


def _render(document: Document, block: Block, depth: int, read: tuple[Mapping[str, Any], ...]) -> RenderedBlock:
    names = [item for item in read if item["what"] == "name" and item["concepts"]]
    stands = {
        item["concepts"][0]["id"]
        for item in names
        if item["concepts"][0]["label"].casefold() in block.text.plain.casefold()
    }
    read = tuple(item for item in read if item["what"] != "name" or item["concepts"][0]["id"] not in stands)
    rows = ((block.header,) if block.header else ()) + block.rows
    return RenderedBlock(
        kind=block.kind.value,
        depth=min(block.level, 6) if block.kind is BlockKind.HEADING else depth,
        first=block.first,
        last=block.last,
        html=_html(block.text, document.note, names),
        rows=tuple(tuple(_html(cell.text, document.note, ()) for cell in row.cells) for row in rows),
        task=block.task,
        read=read,
    )


def _html(text: Text, note: NoteId, names: Sequence[Mapping[str, Any]]) -> Markup:
    """The text with its marks as tags; names that were read from it lead to their concepts, each once."""
    links = [(mark.start, mark.end, address) for mark in text.marks if (address := _address(mark, note))]
    for item in names:
        label = item["concepts"][0]["label"]
        start = text.plain.casefold().find(label.casefold())
        end = start + len(label)
        if start >= 0 and not any(start < stop and begin < end for begin, stop, _ in links):
            links.append((start, end, f"/concepts/{quote(item['concepts'][0]['id'])}"))
    edges = {0, len(text.plain)}
    for mark in text.marks:
        edges |= {mark.start, mark.end}
    for start, end, _ in links:
        edges |= {start, end}
    places = sorted(edge for edge in edges if 0 <= edge <= len(text.plain))
    pieces = [_piece(text, links, start, end) for start, end in pairwise(places)]
    return Markup(_CLEANER.clean("".join(pieces)))  # noqa: S704  # that is what the cleaner is for


def _piece(text: Text, links: Sequence[tuple[int, int, str]], start: int, end: int) -> Markup:
    piece = Markup("<br>").join(escape(part) for part in text.plain[start:end].split("\n"))
    for mark in text.marks:
        if mark.start <= start and end <= mark.end and (tag := _TAGS.get(mark.kind)):
            piece = tag.format(piece)
    address = next((address for begin, stop, address in links if begin <= start and end <= stop), "")
    if not address:
        return piece
    return (_OUTWARD if _WEB.match(address) else _INWARD).format(address, piece)


def _address(mark: Mark, note: NoteId) -> str:
    """Where a link of the note leads: another site, another note; nothing else is followed."""
    if mark.kind is MarkKind.WIKILINK:
        return f"/search?q={quote(mark.target.partition('#')[0].partition('|')[0])}"
    if mark.kind is not MarkKind.LINK:
        return ""
    if _WEB.match(mark.target):
        return mark.target
    page = unquote(mark.target.partition("#")[0])
    if _NOTE.search(page) and ":" not in page:
        path = posixpath.normpath(posixpath.join(posixpath.dirname(note), page))
        return "" if path.startswith("..") else f"/notes/{quote(path.lstrip('/'))}"
    return ""
