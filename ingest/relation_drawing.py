"""From claims about names to relations between keys: ends found, weak ones dropped, evidence gathered."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from graph.model import Confidence, ContextLine, Evidence, NoteId
from graph.relation_types import SYMMETRIC, RelationType
from ingest.claims import Cite, NoteReading, Related
from ingest.identities import Identities
from ingest.known_names import Found, KnownNames

__all__ = ["Drawing", "Drawn", "draw_mentions", "draw_relations", "evidence_of"]

_LIST_GLUE = re.compile(
    r"^[\s,/()]*(?:(?:and|or|as well as|plus|such as|including|like|e\.g\.|your|the|an?|other|services?|on-premises|instances?"
    r"|functions?|containers?|tables?|queues?|topics?|buckets?|streams?|apps?|applications?|serverless|data|via|with)[\s,/()]+)*[\s,/()]*$",
    re.IGNORECASE,
)
_BEFORE_SUBJECT = re.compile(
    r"^[\s,*:]*(?:(?:the|an?|your|each|every|when|once|all|by default|most|you can|you|can|configure|use|if|with)[\s,]+)*$", re.IGNORECASE
)
_NEAR = 60  # characters from the verb in which the first object has to begin


@dataclass(slots=True)
class Drawn:
    """One relation between two keys, while its evidence is gathered."""

    phrase: str
    evidence: list[Evidence]
    prefers: str = ""


Drawing = dict[tuple[str, str, str], Drawn]


def evidence_of(path: NoteId, cite: Cite) -> Evidence:
    """Return the cite as evidence of a note."""
    return Evidence(
        path=path,
        line_start=cite.first,
        line_end=cite.last,
        text=cite.text,
        rule=cite.rule,
        confidence=cite.confidence,
        context=tuple(ContextLine(line, text) for line, text in cite.context),
    )


def draw_relations(readings: Sequence[NoteReading], identities: Identities, known: KnownNames) -> Drawing:
    """Return (source, type, target) -> relation for every claim whose ends are found and differ."""
    drawing: Drawing = {}
    for reading in readings:
        for claim in reading.related:
            for source, target in _ends(claim, identities, known):
                if source and target and source != target:
                    _add(drawing, claim, source, target, evidence_of(reading.path, claim.cite))
    for source, kind, target in list(drawing):
        if kind == RelationType.PART_OF and (source, RelationType.OPTION_OF, target) in drawing:
            weaker = drawing.pop((source, kind, target))
            drawing[source, RelationType.OPTION_OF, target].evidence += weaker.evidence
    return drawing


def _add(drawing: Drawing, claim: Related, source: str, target: str, evidence: Evidence) -> None:
    prefers = source if claim.prefers else ""
    if claim.type in SYMMETRIC and source > target:
        source, target = target, source
    drawn = drawing.setdefault((source, claim.type, target), Drawn(claim.phrase, []))
    drawn.prefers = drawn.prefers or prefers
    if evidence not in drawn.evidence:
        drawn.evidence.append(evidence)


def _ends(claim: Related, identities: Identities, known: KnownNames) -> Iterator[tuple[str, str]]:
    source = _source(claim, identities, known)
    if not source:
        return
    if not claim.search:
        target = identities.key(claim.target)
        yield source, target
        return
    found = _objects(claim.target, known)
    if found:
        yield from ((source, hit.key) for hit in found)
    elif claim.fallback:
        yield source, identities.key(claim.fallback)


def _source(claim: Related, identities: Identities, known: KnownNames) -> str:
    if not claim.source_search:
        return identities.key(claim.source)
    hits = known.find(claim.source)
    if not hits:
        return identities.key(claim.topic) if claim.topic else ""
    if _BEFORE_SUBJECT.match(claim.source[: hits[0].start]):
        return hits[0].key
    return identities.key(claim.topic) if claim.topic else ""


def _objects(text: str, known: KnownNames) -> list[Found]:
    hits = [hit for hit in known.find(text) if not hit.vendor]
    chosen: list[Found] = []
    for hit in hits:
        if not chosen:
            if hit.start > _NEAR and not re.search(r"(?:such as|including|like|:)\s*(?:\w+\s)?$", text[: hit.start]):
                return []
            chosen.append(hit)
        elif _LIST_GLUE.match(text[chosen[-1].end : hit.start]):
            chosen.append(hit)
    return chosen


def draw_mentions(readings: Sequence[NoteReading], identities: Identities, known: KnownNames, drawing: Drawing) -> None:
    """Add a `mentions` relation for each pair that occurs together and that nothing else relates."""
    related = {frozenset((source, target)) for source, _, target in drawing}
    mentioned: dict[tuple[str, str], list[Evidence]] = defaultdict(list)
    for reading in readings:
        for stretch in reading.stretches:
            if not stretch.subject:
                continue
            source = identities.key(stretch.subject)
            for key in dict.fromkeys(hit.key for hit in known.find(stretch.text)):
                if source and key != source and frozenset((source, key)) not in related:
                    cite = stretch.cite
                    weak = Cite(cite.first, cite.last, cite.text, "co-mention", Confidence.MENTION, cite.context)
                    mentioned[source, key].append(evidence_of(reading.path, weak))
    for (source, target), evidence in mentioned.items():
        drawing[source, str(RelationType.MENTIONS), target] = Drawn("mentions", evidence)

