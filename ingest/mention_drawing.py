"""What is named together and related by nothing else."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence, Set

from graph.model import Confidence, Evidence
from graph.relation_types import RelationType
from ingest.claims import Cite, NoteReading
from ingest.drawing import Drawing, Drawn, evidence_of
from ingest.identities import Identities
from ingest.known_names import Found, KnownNames

__all__ = ["draw_mentions"]


def draw_mentions(
    readings: Sequence[NoteReading], identities: Identities, known: KnownNames, drawing: Drawing
) -> dict[str, list[Evidence]]:
    """Add a `mentions` relation for each pair that occurs together and that nothing else relates.

    Returns key -> the lines that name it under no topic, where there is nothing to relate it to.
    """
    related = {pair for source, _, target in drawing for pair in ((source, target), (target, source))}
    mentioned: dict[tuple[str, str], list[Evidence]] = defaultdict(list)
    alone: dict[str, list[Evidence]] = defaultdict(list)
    for reading in readings:
        for stretch in reading.stretches:
            source = identities.key(stretch.subject) if stretch.subject else ""
            keys = _unrelated(source, known.find(stretch.text), related)
            if not keys:
                continue
            cite = stretch.cite
            weak = Cite(cite.first, cite.last, cite.text, "co-mention", Confidence.MENTION, cite.context)
            evidence = evidence_of(reading.path, weak)
            for key in keys:
                (mentioned[source, key] if source else alone[key]).append(evidence)
    for (source, target), lines in mentioned.items():
        drawing[source, str(RelationType.MENTIONS), target] = Drawn("mentions", lines)
    return alone


def _unrelated(source: str, found: Iterable[Found], related: Set[tuple[str, str]]) -> list[str]:
    """The keys of the found names, each once, that nothing relates to the source."""
    named = dict.fromkeys(hit.key for hit in found)
    return [key for key in named if key != source and (source, key) not in related]
