"""What is indexed: one passage for each section and one card for each concept."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.model import Concept, Note
from graph.ports import Passage

__all__ = ["CARDS", "card_of", "section_passages", "split_lines"]

CARDS = "\x00cards"  # the group of all concept cards; no note's path has a NUL
_LINE_END = re.compile(r"\r\n|\n|\r")


def split_lines(text: str) -> list[str]:
    """Return the lines of a note as they are counted everywhere: LF, CRLF and CR end one."""
    return _LINE_END.split(text)


def section_passages(note: Note) -> Iterator[Passage]:
    """Yield a passage for each section; its id is `path` and the section's place, joined by `#`."""
    lines = split_lines(note.text)
    for place, section in enumerate(note.sections):
        yield Passage(
            id=f"{note.path}#{place}",
            group=note.path,
            headings=" / ".join(section.headings),
            body="\n".join(lines[section.line_start - 1 : section.line_end]),
            kind="section",
            tags=note.tags,
            path=note.path,
        )


def card_of(concept: Concept) -> Passage:
    """Return a concept's card: its names as headings, its definition and facts as body."""
    said = [concept.definition.text] if concept.definition else []
    return Passage(
        id=f"{CARDS}#{concept.id}",
        group=CARDS,
        headings=" / ".join((concept.label, *concept.aliases)),
        body="\n".join([*said, *(fact.text for fact in concept.facts[:30])]),
        kind=concept.kind.value,
        tags=concept.tags,
    )
