"""Headings that a set of notes repeats in every note: parts of its template ("Properties", "Return values"), no things.

What is listed below such a heading is of the note's subject, and the same words elsewhere are another thing each time, so a
concept of that name would join all of them. A name is told from a template's words by its form and by the running
text: things keep their capital inside a sentence.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from graph.names import fold_name
from ingest.claims import Classed, Defined, NoteReading, Related, Said, SameThing, Stretch, Thing, unqualified
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


@dataclass(frozen=True, slots=True)
class _Template:
    """The folded `names` of a template's headings, and which claims are made of none of them."""

    names: frozenset[str]

    def holds(self, ref: str) -> bool:
        return fold_name(unqualified(ref)[1]) in self.names

    def keeps_thing(self, thing: Thing) -> bool:
        return not self.holds(thing.name)

    def keeps_same(self, same: SameThing) -> bool:
        return not self.holds(same.name) and not self.holds(same.other)

    def keeps_relation(self, claim: Related) -> bool:
        """Words that names are searched in may hold one of a thing."""
        if not claim.source_search and self.holds(claim.source):
            return False
        return claim.search or not self.holds(claim.target)

    def keeps_members(self, claim: Classed) -> bool:
        return claim.search or not self.holds(claim.members)

    def keeps_statement(self, statement: Said | Defined) -> bool:
        return not self.holds(statement.subject)

    def without_topic(self, claim: Related) -> Related:
        return replace(claim, topic="") if claim.topic and self.holds(claim.topic) else claim

    def without_subject(self, stretch: Stretch) -> Stretch:
        return stretch._replace(subject="") if self.holds(stretch.subject) else stretch


def without_template_headings(reading: NoteReading, names: frozenset[str]) -> NoteReading:
    """Return the reading without what it claims of such headings."""
    if not names:
        return reading
    template = _Template(names)
    return replace(
        reading,
        things=tuple(filter(template.keeps_thing, reading.things)),
        same=tuple(filter(template.keeps_same, reading.same)),
        related=tuple(map(template.without_topic, filter(template.keeps_relation, reading.related))),
        classed=tuple(filter(template.keeps_members, reading.classed)),
        said=tuple(filter(template.keeps_statement, reading.said)),
        defined=tuple(filter(template.keeps_statement, reading.defined)),
        stretches=tuple(map(template.without_subject, reading.stretches)),
    )
