"""Headings that a set of notes repeats in every note: parts of its template ("Properties", "Return values"), no things.

What is listed below such a heading is of the note's subject, and the same words elsewhere are another thing each time, so a
concept of that name would join all of them. A name is told from a template's words by its form and by the running
text: things keep their capital inside a sentence.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace

from graph.names import fold_name
from ingest.claims import Classed, NoteReading, Related, unqualified
from ingest.lexicon import Lexicon
from ingest.node_names import has_proper_shape

__all__ = ["find_template_headings", "without_template_headings"]

_OFTEN = 20  # notes with the same heading
_SHARE = 0.2  # of the notes, where they are few
_LEAST = 8


def find_template_headings(readings: Sequence[NoteReading], lexicon: Lexicon) -> frozenset[str]:
    """Return the folded names that are headings in very many notes and no proper names. Cost: one pass over the things,
    one over the text of those notes for the few names that are candidates."""
    notes: dict[str, set[str]] = defaultdict(set)
    spelt: dict[str, str] = {}
    for reading in readings:
        for thing in reading.things:
            if thing.cite.rule == "heading":
                folded = fold_name(thing.name)
                notes[folded].add(reading.path)
                spelt.setdefault(folded, thing.name)
    enough = min(_OFTEN, max(_LEAST, _SHARE * len(readings)))
    often = {
        folded: spelt[folded]
        for folded, paths in notes.items()
        if len(paths) >= enough and _is_ordinary(spelt[folded]) and lexicon.entry(spelt[folded]) is None
    }
    return frozenset(often) - _proper(readings, often) if often else frozenset()


def _is_ordinary(name: str) -> bool:
    """Whether the form leaves open that the name is none: capitals alone ("INPUTS") may be a way to set headings."""
    return not has_proper_shape(name) or name.isupper()


def _proper(readings: Sequence[NoteReading], often: dict[str, str]) -> set[str]:
    """The names that running text writes with a capital inside a sentence more often than without."""
    names = {name.casefold(): folded for folded, name in often.items()}
    inside = re.compile(rf"(?<=[a-z,] )(?:{'|'.join(map(re.escape, names))})\b", re.IGNORECASE)
    capital: Counter[str] = Counter()
    for reading in readings:
        for stretch in reading.stretches:
            for found in inside.finditer(stretch.text):
                capital[names[found[0].casefold()]] += 1 if found[0][0].isupper() else -1
    return {folded for folded, more in capital.items() if more > 0}


def without_template_headings(reading: NoteReading, names: frozenset[str]) -> NoteReading:
    """Return the reading without what it claims of such headings."""
    if not names:
        return reading

    def is_template(ref: str) -> bool:
        return fold_name(unqualified(ref)[1]) in names

    def relates(claim: Related) -> bool:
        source = "" if claim.source_search else claim.source
        return not is_template(source) and not (is_template(claim.target) and not claim.search)

    def classes(claim: Classed) -> bool:
        return claim.search or not is_template(claim.members)

    return replace(
        reading,
        things=tuple(thing for thing in reading.things if not is_template(thing.name)),
        same=tuple(same for same in reading.same if not is_template(same.name) and not is_template(same.other)),
        related=tuple(
            replace(claim, topic="") if claim.topic and is_template(claim.topic) else claim
            for claim in reading.related
            if relates(claim)
        ),
        classed=tuple(claim for claim in reading.classed if classes(claim)),
        said=tuple(said for said in reading.said if not is_template(said.subject)),
        defined=tuple(defined for defined in reading.defined if not is_template(defined.subject)),
        stretches=tuple(
            stretch._replace(subject="") if is_template(stretch.subject) else stretch for stretch in reading.stretches
        ),
    )
