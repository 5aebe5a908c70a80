"""The sections of a note, as search and pages show them: the path of headings, lines, and the blocks within."""

from __future__ import annotations

from graph.model import Section
from ingest.document import Block, BlockKind, Document
from ingest.node_names import clean_name
from ingest.scope import Scope

__all__ = ["split_sections"]


def split_sections(scope: Scope, title: str) -> tuple[Section, ...]:
    """Return the sections in reading order; what stands before the first heading is a section under the title alone."""
    document = scope.document
    heads = [i for i, b in enumerate(document.blocks) if b.kind is BlockKind.HEADING]
    last_line = len(document.line_starts)
    starts = [document.blocks[i].first for i in heads]
    sections: list[Section] = []
    first = document.front_matter.last + 1
    before = (starts[0] if starts else last_line + 1) - 1
    inside = [document.blocks[i] for i in scope.members.get(-1, ()) if document.blocks[i].last <= before]
    if inside:
        sections.append(_section(document, (title,), first, before, inside))
    for place, index in enumerate(heads):
        start = starts[place]
        end = (starts[place + 1] if place + 1 < len(starts) else last_line + 1) - 1
        inside = [document.blocks[i] for i in scope.members.get(index, ())]
        path = (title, *_path(document, index))
        sections.append(_section(document, path, start, max(start, end), inside))
    return tuple(sections)


def _path(document: Document, index: int) -> tuple[str, ...]:
    path: list[str] = []
    while index >= 0:
        block = document.blocks[index]
        path.append(clean_name(block.text.plain))
        index = block.heading
    return tuple(reversed(path))


def _section(document: Document, path: tuple[str, ...], first: int, last: int, inside: list[Block]) -> Section:
    while last > first and not document.lines(last, last).strip():
        last -= 1
    places: list[tuple[int, int, int]] = []
    for block in inside:
        if block.kind in (BlockKind.HEADING, BlockKind.ROW):
            continue
        if block.kind is BlockKind.TABLE:
            rows = ([block.header] if block.header else []) + list(block.rows)
            places += [(row.first, row.last, 0) for row in rows]
        elif block.kind is not BlockKind.QUOTE:
            places.append((block.first, block.last, block.level if block.kind is BlockKind.ITEM else 0))
    return Section(path=document.note, headings=path, line_start=first, line_end=last, blocks=tuple(places))
