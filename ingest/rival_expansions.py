"""Abbreviations that the notes spell out in more than one way: for a person to look at, whatever was joined."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from graph.model import Expansion
from graph.names import fold_name, fold_words
from ingest.abbreviations import looks_like_abbreviation
from ingest.claims import NoteReading, unqualified
from ingest.drawing import evidence_of

__all__ = ["find_rival_expansions"]


def find_rival_expansions(readings: Sequence[NoteReading]) -> tuple[Expansion, ...]:
    """Return every long form of each abbreviation that has several, with all the lines that give it."""
    forms: dict[str, set[Expansion]] = defaultdict(set)
    for reading in readings:
        for same in reading.same:
            names = (unqualified(same.name)[1], unqualified(same.other)[1])
            short, long = sorted(names, key=lambda name: (len(name), name))
            if looks_like_abbreviation(short) and " " in long:
                forms[fold_name(short)].add(Expansion(short, long, evidence_of(reading.path, same.cite)))
    rivals = (group for group in forms.values() if len({fold_words(form.long) for form in group}) > 1)
    return tuple(sorted(form for group in rivals for form in group))
