"""Two concepts that may be one thing, with what speaks for it and against it. Nothing is merged on likeness."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from graph.model import Concept, ConceptId
from graph.names import fold_name
from graph.review.finding import Observation, Quote
from graph.review.material import Material
from graph.words import STOP_WORDS

__all__ = ["find_suggested_merges"]

_ABBREVIATION = re.compile(r"^[A-Z]{3,6}$")
_WORD = re.compile(r"[^\W\d_]+")


def find_suggested_merges(material: Material) -> Iterator[Observation]:
    """Yield each abbreviation beside the one name with its initials, where no line joins them and none keeps them apart."""
    refused = {(m.first, m.second) for m in material.knowledge.report.suggested_merges}
    for first, second in _by_initials(material):
        a, b = (material.concepts[concept] for concept in (first, second))
        against = (
            "something else speaks against a line that joins them"
            if ((min(first, second), max(first, second)) in refused)
            else "no line gives one as the other's long form"
        )
        spans = [concept.names[0].evidence.span for concept in (a, b)]
        yield Observation(
            about=f"{a.label} and {b.label}",
            quotes=tuple(Quote(span, material.quoted(span)) for span in spans),
            reason=f"for: {a.label} are the initials of {b.label!r} and of no other name; against: {against}",
            remedy=f'if they are one: merge = [["{a.label}", "{b.label}"]] in knotwork.toml; if not: apart',
        )


def _by_initials(material: Material) -> Iterator[tuple[ConceptId, ConceptId]]:
    longs = _long_names(material)
    spelt = {fold_name(form.short) for form in material.knowledge.report.expansions}
    related = {(r.source, r.target) for r in material.knowledge.relations if r.type != "mentions"}
    for concept in material.knowledge.concepts:
        found = longs.get(concept.label, set()) if _ABBREVIATION.match(concept.label) else set()
        if len(found) != 1 or fold_name(concept.label) in spelt or _is_spelt_out(concept):
            continue
        (other,) = found
        joined = (concept.id, other) in related or (other, concept.id) in related
        if other != concept.id and not joined and _notes(concept) & _notes(material.concepts[other]):
            yield concept.id, other


def _long_names(material: Material) -> dict[str, set[ConceptId]]:
    """The initials of names of three and more words -> what is called so."""
    longs: dict[str, set[ConceptId]] = defaultdict(set)
    for concept in material.knowledge.concepts:
        for name in concept.names:
            words = _WORD.findall(name.name)
            if len(words) > 2 and STOP_WORDS.isdisjoint(word.casefold() for word in words):
                longs["".join(word[0].upper() for word in words)].add(concept.id)
    return longs


def _is_spelt_out(concept: Concept) -> bool:
    return any(" " in name.name for name in concept.names)


def _notes(concept: Concept) -> set[str]:
    return {name.evidence.path for name in concept.names} | {fact.evidence.path for fact in concept.facts}
