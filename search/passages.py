"""What is indexed: one passage for each section and one card for each concept."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import NamedTuple

from graph.model import Concept, Note, NoteId, Section, Span
from graph.names import fold_name
from graph.note_lines import split_lines
from graph.ports import Passage
from graph.words import stems
from search.concept_places import MAX_LINES

__all__ = [
    "CARD",
    "Entry",
    "Segment",
    "Segments",
    "card_of",
    "entry_of",
    "folder_labels",
    "section_passages",
]

CARD = "\x00"  # begins the group of every concept card; no note's path has a NUL
_WIDEST_GAP = 12  # lines of one segment where the note marks no block, as in code
_FACTS = 30  # of a card; later ones say less about a concept than the sections they stand in
_UNDERLINE = re.compile(r" {0,3}(?:=+|-+)\s*")
_ONLY_LINK = re.compile(r"\s*(?:[-*+]|\d+[.)])?\s*(?:!?\[[^\]]*\]\([^)]*\)|<?https?://\S+>?|!?\[\[[^\]]*\]\])[\s.,;:]*")


class Segment(NamedTuple):
    """Lines that a reader would point at: an item (depth from 1), a paragraph, a table row or part of a listing (0).

    `pointer`: it holds nothing but a link, or a card's name, and so points at an answer and is none.
    """

    first: int
    last: int
    depth: int
    pointer: bool = False


@dataclass(frozen=True, slots=True)
class Segments:
    """Stored segments, a column for each of their fields: of a table's thousand rows an answer looks at few."""

    firsts: Sequence[int]
    lasts: Sequence[int]
    depths: Sequence[int]
    pointers: Sequence[bool]


@dataclass(frozen=True, slots=True)
class Entry:
    """What a passage stores for the answer: where it stands, its headings, and its segments, one a line of its body."""

    span: Span
    headings: tuple[str, ...]
    segments: Segments

    @property
    def label(self) -> str:
        """What to call it: its own heading and the one above; a concept's label."""
        return " / ".join(self.headings[-2:])


def section_passages(note: Note) -> Iterator[Passage]:
    """Yield a passage for each section; its id is `path` and the section's place, joined by `#`."""
    lines = split_lines(note.text)
    labels = ("kind=section", *(f"tag={tag.casefold()}" for tag in note.tags), *folder_labels(note.path))
    for place, section in enumerate(note.sections):
        segments = _segments(section, lines) or _first_below(note.sections, place, lines)
        texts = ["\n".join(lines[s.first - 1 : s.last]) for s in segments]
        yield Passage(
            id=f"{note.path}#{place}",
            group=note.path,
            headings="\n".join(" ".join(stems(heading)) for heading in _path(section)),
            body="\n".join(" ".join(stems(text)) for text in texts),
            labels=labels,
            stored=_stored(
                Span(note.path, section.line_start, max(section.line_end, *(s.last for s in segments), 0)),
                section.headings[1:] or section.headings,
                segments,
            ),
        )


def _first_below(sections: Sequence[Section], place: int, lines: Sequence[str]) -> list[Segment]:
    """Return what the first section below a bare heading begins with: that is what a reader finds there."""
    section, *following = sections[place : place + 4]
    for lower in following:
        if lower.headings[: len(section.headings)] != section.headings:
            break
        if found := _segments(lower, lines):
            return [segment for segment in found if segment.last < section.line_start + MAX_LINES]
    return []


def _path(section: Section) -> list[str]:
    """Return the section's headings, the note's title before them unless its first heading repeats it."""
    title, *headings = section.headings
    return headings if headings and fold_name(headings[0]) == fold_name(title) else [title, *headings]


def _segments(section: Section, lines: Sequence[str]) -> list[Segment]:
    """Return the section's blocks, and the lines between them that hold text; the heading is no segment."""
    found: list[Segment] = []
    following = section.line_start + _heading_lines(section, lines)
    for first, last, depth in [*sorted(section.blocks), (section.line_end + 1, section.line_end, 0)]:
        for start in range(following, first, _WIDEST_GAP):
            end = min(start + _WIDEST_GAP, first) - 1
            if any(line.strip() for line in lines[start - 1 : end]):
                found.append(_segment(start, end, 0, lines))
        if first <= last:
            found.append(_segment(first, last, depth, lines))
        following = max(following, last + 1)
    return found


def _heading_lines(section: Section, lines: Sequence[str]) -> int:
    """Return how many lines the section's heading takes: none before a note's first heading, two where it is underlined."""
    if len(section.headings) < 2:
        return 0
    following = lines[section.line_start] if section.line_start < len(lines) else ""
    return 2 if _UNDERLINE.fullmatch(following) else 1


def _segment(first: int, last: int, depth: int, lines: Sequence[str]) -> Segment:
    pointer = all(_ONLY_LINK.fullmatch(line) for line in lines[first - 1 : last] if line.strip())
    return Segment(first, last, depth, pointer)


def card_of(concept: Concept, span: Span, *, answers: bool) -> Passage:
    """Return a concept's card: its names as headings, its definition and facts as body.

    `span` is its place in the notes, which `answers` what it is or only names it. A fact whose own line names the
    concept is left to that line, which answers better.
    """
    said = [concept.definition.text] if concept.definition else []
    said += [fact.text for fact in concept.facts if fact.evidence.context][:_FACTS]
    return Passage(
        id=f"{CARD}{concept.id}",
        group=f"{CARD}{concept.id}",
        headings="\n".join(" ".join(stems(name)) for name in (*concept.aliases, concept.label)),
        body="\n".join(" ".join(stems(text)) for text in said),
        labels=(
            f"kind={concept.kind.value}",
            *(f"tag={tag.casefold()}" for tag in concept.tags),
            *folder_labels(span.path),
        ),
        stored=_stored(span, [concept.label], [Segment(span.line_start, span.line_end, 0, not answers)]),
    )


def folder_labels(path: NoteId) -> list[str]:
    """Return a label for the note and one for each folder it lies in: `path=a/`, `path=a/b/`, `path=a/b/c.md`."""
    *folders, _ = path.split("/")
    return [f"path={folder}" for folder in (*accumulate(f"{part}/" for part in folders), path)]


def _stored(span: Span, headings: Sequence[str], segments: Sequence[Segment]) -> str:
    columns = list(zip(*segments, strict=True)) or [()] * len(Segment._fields)
    return json.dumps([span.path, span.line_start, span.line_end, headings, columns], ensure_ascii=False)


def entry_of(passage: Passage) -> Entry:
    """Return what a passage stored."""
    path, first, last, headings, columns = json.loads(passage.stored)
    return Entry(Span(NoteId(path), first, last), tuple(headings), Segments(*columns))
