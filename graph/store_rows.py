"""The rows of the knowledge base as values: what a list, a walk or a note's page needs, and how each row reads."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from graph.json_form import context_of, evidence_of
from graph.model import Concept, ConceptId, Confidence, Evidence, Kind, Measure, Name, NoteId, Statement

__all__ = [
    "ConceptBrief",
    "Edge",
    "Reading",
    "brief_of_row",
    "concept_of_row",
    "edge_of_row",
    "evidence_of_row",
    "gather_by_owner",
    "reading_of_row",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class ConceptBrief:
    """What a list or a map needs of a concept, without its facts."""

    id: ConceptId
    label: str
    kind: Kind
    tags: tuple[str, ...]
    unresolved: bool
    measure: Measure


@dataclass(frozen=True, slots=True)
class Edge:
    """A relation without its evidence, for walking; `number` is the key to it in this generation."""

    number: int
    source: ConceptId
    type: str
    target: ConceptId
    phrase: str
    prefers: ConceptId | None


@dataclass(frozen=True, slots=True)
class Reading:
    """Something read from a note's lines: a relation, fact, name or definition, and whose it is.

    `owner` is "relation", "fact", "name" or "definition"; `concepts` the concept or the relation's source and
    target; `text` the statement, or the relation's phrase.
    """

    owner: str
    concepts: tuple[ConceptId, ...]
    text: str
    evidence: Evidence


def gather_by_owner(rows: list[tuple[Any, ...]]) -> dict[str, list[tuple[str, Evidence]]]:
    """Group `(owner, text, evidence...)` rows by their owner, in row order."""
    found: dict[str, list[tuple[str, Evidence]]] = {}
    for row in rows:
        found.setdefault(row[0], []).append((row[1], evidence_of_row(row[2:])))
    return found


def evidence_of_row(row: Sequence[Any]) -> Evidence:
    """Read `path, line_start, line_end, text, rule, confidence, context`."""
    return Evidence(
        path=NoteId(row[0]),
        line_start=row[1],
        line_end=row[2],
        text=row[3],
        rule=row[4],
        confidence=Confidence(row[5]),
        context=context_of(json.loads(row[6])),
    )


def brief_of_row(row: Sequence[Any]) -> ConceptBrief:
    """Read `id, label, kind, tags, unresolved, degree, community`."""
    return ConceptBrief(
        id=ConceptId(row[0]),
        label=row[1],
        kind=Kind(row[2]),
        tags=tuple(json.loads(row[3])),
        unresolved=bool(row[4]),
        measure=Measure(degree=row[5], community=row[6]),
    )


def edge_of_row(row: Sequence[Any]) -> Edge:
    """Read `id, source, type, target, phrase, prefers`."""
    prefers = ConceptId(row[5]) if row[5] else None
    return Edge(row[0], ConceptId(row[1]), row[2], ConceptId(row[3]), row[4], prefers)


def concept_of_row(row: Sequence[Any], names: list[tuple[str, Evidence]], facts: list[tuple[str, Evidence]]) -> Concept:
    """Read `id, label, kind, aliases, tags, definition, unresolved`, with its names and facts."""
    definition = json.loads(row[5]) if row[5] else None
    return Concept(
        id=ConceptId(row[0]),
        label=row[1],
        kind=Kind(row[2]),
        aliases=tuple(json.loads(row[3])),
        tags=tuple(json.loads(row[4])),
        names=tuple(Name(name, evidence) for name, evidence in names),
        definition=Statement(definition["text"], evidence_of(definition["evidence"])) if definition else None,
        facts=tuple(Statement(text, evidence) for text, evidence in facts),
        unresolved=bool(row[6]),
    )


def reading_of_row(row: Sequence[Any]) -> Reading:
    """Read `owner, item`, the evidence, then `concept, text` of a fact and `source, target, phrase` of a relation."""
    owner, item = row[0], row[1]
    fact_concept, fact_text, source, target, phrase = row[9:14]
    evidence = evidence_of_row(row[2:9])
    if owner == "relation":
        return Reading(owner, (ConceptId(source), ConceptId(target)), phrase, evidence)
    if owner == "fact":
        return Reading(owner, (ConceptId(fact_concept),), fact_text, evidence)
    return Reading(owner, (ConceptId(item),), evidence.text, evidence)
