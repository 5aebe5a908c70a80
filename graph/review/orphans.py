"""Concepts that the notes name and say nothing of."""

from __future__ import annotations

from collections.abc import Iterator

from graph.review.finding import Observation, Quote
from graph.review.material import Material

__all__ = ["find_orphans"]


def find_orphans(material: Material) -> Iterator[Observation]:
    """Yield each concept without a relation (a mention is one), a fact or a definition, and no subject of a comparison."""
    related = {end for relation in material.knowledge.relations for end in (relation.source, relation.target)}
    related |= {subject.id for comparison in material.knowledge.comparisons for subject in comparison.subjects}
    for concept in material.knowledge.concepts:
        if concept.id in related or concept.facts or concept.definition:
            continue
        span = concept.names[0].evidence.span
        yield Observation(
            about=concept.label,
            quotes=(Quote(span, material.quoted(span)),),
            reason=f"the notes name {concept.label} and say nothing of it: no fact, no relation",
            remedy="say what it is or what it belongs to, or ignore the name in knotwork.toml",
        )
