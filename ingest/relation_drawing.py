"""From claims about names to relations between keys: ends found, weak ones dropped, evidence gathered."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from graph.model import Confidence, ContextLine, Evidence, NoteId
from graph.relation_types import SYMMETRIC, RelationType
from ingest.claims import Cite, NoteReading, Related
from ingest.english import NOT_IN_NAMES
from ingest.identities import Identities
from ingest.known_names import Found, KnownNames

__all__ = ["Drawing", "Drawn", "draw_mentions", "draw_relations", "evidence_of"]

_SEPARATOR = re.compile(
    r"[,/()]|\band\b|\bor\b|\bplus\b|\bsuch as\b|\bincluding\b|\blike\b|\bas well as\b", re.IGNORECASE
)
_BEFORE_SUBJECT = re.compile(
    r"^[\s,*:]*(?:(?:the|an?|your|each|every|when|once|all|by default|most|you can|you|can|configure|use|if|with)[\s,]+)*$",
    re.IGNORECASE,
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
    else:
        yield from ((source, identities.key(name)) for name in claim.fallback if not known.is_vendor(name))


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
    hits = [hit for hit in known.find(text, inside=True) if not hit.vendor]
    chosen: list[Found] = []
    for hit in hits:
        if not chosen:
            if hit.start > _NEAR and not re.search(r"(?:such as|including|like|:)\s*(?:\w+\s)?$", text[: hit.start]):
                return []
            chosen.append(hit)
        elif _goes_on(text[chosen[-1].end : hit.start]):
            chosen.append(hit)
        else:
            break
    return chosen


def _goes_on(between: str) -> bool:
    """Whether a list goes on between two names: separators, and short items that are no known names."""
    parts = _SEPARATOR.split(between)
    words = [part.casefold().split() for part in parts]
    return (
        len(parts) > 1
        and all(len(part) <= 4 and not NOT_IN_NAMES & set(part) for part in words)
        and "." not in between.strip(".")
    )


def draw_mentions(
    readings: Sequence[NoteReading], identities: Identities, known: KnownNames, drawing: Drawing
) -> dict[str, list[Evidence]]:
    """Add a `mentions` relation for each pair that occurs together and that nothing else relates.

    Returns key -> the lines that name it under no topic, where there is nothing to relate it to.
    """
    related = {frozenset((source, target)) for source, _, target in drawing}
    mentioned: dict[tuple[str, str], list[Evidence]] = defaultdict(list)
    alone: dict[str, list[Evidence]] = defaultdict(list)
    for reading in readings:
        for stretch in reading.stretches:
            source = identities.key(stretch.subject) if stretch.subject else ""
            cite = stretch.cite
            weak = Cite(cite.first, cite.last, cite.text, "co-mention", Confidence.MENTION, cite.context)
            for key in dict.fromkeys(hit.key for hit in known.find(stretch.text)):
                if not source:
                    alone[key].append(evidence_of(reading.path, weak))
                elif key != source and frozenset((source, key)) not in related:
                    mentioned[source, key].append(evidence_of(reading.path, weak))
    for (source, target), evidence in mentioned.items():
        drawing[source, str(RelationType.MENTIONS), target] = Drawn("mentions", evidence)
    return alone
