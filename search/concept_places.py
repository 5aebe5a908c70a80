"""Where a concept answers: the section headed by its name, else its definition, else where it is first named."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from graph.model import Concept, Note, Section, Span
from graph.names import fold_name

__all__ = ["MAX_LINES", "Headed", "beginning_of", "names_of", "place_of", "sections_by_heading", "thing_of"]

_ASKED = re.compile(
    r"^(?:what (?:is|are)|about|introduction to|overview of)\s+(?:an?\s+|the\s+)?|\?\s*$", re.IGNORECASE
)
MAX_LINES = 12  # of an answer; more cites a page, not a place


Headed = Mapping[str, Sequence[Section]]


def sections_by_heading(notes: Iterable[Note]) -> Headed:
    """Return folded heading -> the sections under such a heading that say something; a note's title heads its beginning."""
    found: dict[str, list[Section]] = {}
    for note in notes:
        for section in note.sections:
            if section.line_end > section.line_start or len(section.headings) == 1:
                found.setdefault(thing_of(section.headings[-1]), []).append(section)
    return found


def thing_of(heading: str) -> str:
    """Return the folded name of what a heading is about: "What is a queue?" is about a queue."""
    return fold_name(_ASKED.sub("", heading))


def names_of(concept: Concept) -> set[str]:
    """Return the folded names under which a heading is about the concept."""
    names = {fold_name(name) for name in (concept.label, *concept.aliases)}
    return names | {fold_name(name.evidence.text.lstrip("# ")) for name in concept.names}


def place_of(concept: Concept, headed: Headed) -> tuple[Span, bool]:
    """Return the lines that answer "what is it", at most twelve, and whether they do more than name it.

    Of several sections headed by one of its names the one with its definition comes first, then the one where a rule
    read a name, then the highest heading level, then the longest section: the place that says most.
    """
    definition = concept.definition
    named = {(name.evidence.path, name.evidence.line_start) for name in concept.names}
    spelled = names_of(concept)
    # "DLQ = dead-letter queue" gives another name; it says nothing about the thing.
    says = definition is not None and fold_name(definition.text) not in spelled
    defined = definition.evidence.span if definition is not None and says else None
    sections = [section for name in sorted(spelled) for section in headed.get(name, ())]

    def rank(section: Section) -> tuple[bool, bool, int, int, Span]:
        holds = defined is not None and _holds(section, defined)
        read = (section.path, section.line_start) in named
        length = min(section.line_end - section.line_start, MAX_LINES)
        return (not holds, not read, len(section.headings), -length, beginning_of(section))

    if sections:
        return beginning_of(min(sections, key=rank)), True
    if defined is not None:
        return defined, True
    return concept.names[0].evidence.span, False


def beginning_of(section: Section) -> Span:
    """Return a section's first lines, as many as an answer has."""
    return Span(section.path, section.line_start, min(section.line_end, section.line_start + MAX_LINES - 1))


def _holds(section: Section, span: Span) -> bool:
    return section.path == span.path and section.line_start <= span.line_start <= section.line_end
