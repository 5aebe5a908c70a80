"""Headings with nothing below them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from graph.model import Note, Section, Span
from graph.review.finding import Observation, Quote
from graph.review.material import Material, plain_text

__all__ = ["find_empty_sections", "is_empty"]

_HEADING = re.compile(r"^\s{0,3}#{1,6}(?!#)")
_UNDERLINE = re.compile(r"^\s{0,3}(?:=+|-+)\s*$")
_COMMENT = re.compile(r"<!--.*?-->|%%.*?%%", re.DOTALL)
_NOTHING = re.compile(r"^\s*(?:[-*_=]{2,}|</?(?:a|br|p|div|hr)\b[^>]*>|&nbsp;|\\|\s)*\s*$")
_TELLS = re.compile(r"\]\(|\[\[|[:|→]|[.?!]\s*$")
_TEMPLATE = 4  # times that one heading may be left empty by oversight
_OUTLINE = 3  # so many empty headings in a row are a list


def find_empty_sections(material: Material) -> Iterator[Observation]:
    """Yield each heading with neither text nor headings below it.

    Rows of such headings are a list, and headings that stay empty in many notes come with their template; both are
    left alone.
    """
    found = [heading for note in material.knowledge.notes for heading in _empty(material, note)]
    notes = Counter(text for _, text in found)
    for span, text in found:
        if notes[text] <= _TEMPLATE:
            yield Observation(
                about=text,
                quotes=(Quote(span, material.quoted(span)),),
                reason="nothing stands below this heading",
                remedy="write the section or take the heading out",
            )


def _empty(material: Material, note: Note) -> Iterator[tuple[Span, str]]:
    lines = material.lines[note.path]
    for place, section in enumerate(note.sections):
        if is_empty(lines, note, place) and not _in_outline(lines, note, place) and _is_titled(lines, section):
            yield Span(note.path, section.line_start, section.line_start), plain_text(section.headings[-1])


def is_empty(lines: Sequence[str], note: Note, place: int) -> bool:
    """Return whether a section of a note has no text, picture, code or heading below its own."""
    section = note.sections[place]
    if len(section.headings) < 2 or section.blocks or not _HEADING.match(_first(lines, section)):
        underlined = len(section.headings) > 1 and _UNDERLINE.match(_second(lines, section))
        if section.blocks or not underlined:
            return False
    following = note.sections[place + 1] if place + 1 < len(note.sections) else None
    if (
        following
        and following.headings[: len(section.headings)] == section.headings
        and (len(following.headings) > len(section.headings))
    ):
        return False
    body = _COMMENT.sub("", "\n".join(lines[section.line_start : section.line_end]))
    return all(_NOTHING.match(line) for line in body.split("\n"))


def _in_outline(lines: Sequence[str], note: Note, place: int) -> bool:
    """Whether it stands in a row of empty sections under one heading."""
    above = note.sections[place].headings[:-1]
    row = 1
    for step in (-1, 1):
        other = place + step
        while 0 <= other < len(note.sections) and note.sections[other].headings[:-1] == above:
            if not is_empty(lines, note, other):
                break
            row += 1
            other += step
    return row >= _OUTLINE


def _is_titled(lines: Sequence[str], section: Section) -> bool:
    """A heading that links elsewhere has said it, one with a colon or a bar, or the signs of a sentence, says it itself."""
    source = _first(lines, section)
    return bool(plain_text(source)) and not _TELLS.search(source)


def _first(lines: Sequence[str], section: Section) -> str:
    return lines[section.line_start - 1]


def _second(lines: Sequence[str], section: Section) -> str:
    return lines[section.line_start] if section.line_start < len(lines) else ""
