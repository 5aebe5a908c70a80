"""What lies around one or several concepts: the part of the graph that a map draws."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from graph.knowledge_base import ConceptBrief, Edge, KnowledgeBase
from graph.model import ConceptId, Kind
from graph.relation_types import WEAK

__all__ = ["Neighbourhood", "neighbourhood"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Neighbourhood:
    """`nodes` with their distance, nearest first; the edges among them; how many there are in all and are shown."""

    nodes: tuple[tuple[ConceptBrief, int], ...]
    edges: tuple[Edge, ...]
    shown: int
    total: int


def neighbourhood(
    kb: KnowledgeBase,
    focuses: Sequence[ConceptId],
    *,
    depth: int = 1,
    types: Collection[str] = (),
    kinds: Collection[Kind] = (),
    limit: int = 120,
) -> Neighbourhood:
    """Walk `depth` hops from the focuses. Without `types`, mentions and bare links are left out.

    Of more than `limit` concepts the nearest stay, and of equally near ones the most connected.

    Raises:
        ConceptNotFound: a focus does not exist.
    """
    for focus in focuses:
        kb.concept(focus)
    distance = dict.fromkeys(focuses, 0)
    edges: dict[int, Edge] = {}
    ring: set[ConceptId] = set(focuses)
    for hop in range(1, depth + 1):
        found = [e for e in kb.edges_of(ring) if (e.type in types if types else e.type not in WEAK)]
        edges.update((edge.number, edge) for edge in found)
        ring = {end for edge in found for end in (edge.source, edge.target)} - distance.keys()
        distance.update(dict.fromkeys(sorted(ring), hop))
    briefs = {i: b for i, b in kb.briefs(distance).items() if not kinds or b.kind in kinds or i in focuses}
    ordered = sorted(briefs.values(), key=lambda b: (distance[b.id], -b.measure.degree, b.id))
    shown = {brief.id for brief in ordered[:limit]}
    among = [e for e in edges.values() if e.source in shown and e.target in shown]
    return Neighbourhood(
        nodes=tuple((brief, distance[brief.id]) for brief in ordered[:limit]),
        edges=tuple(sorted(among, key=lambda e: (e.source, e.type, e.target))),
        shown=len(shown),
        total=len(briefs),
    )
