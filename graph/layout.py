"""Where a map's concepts stand: a focus in the middle, its neighbours on rings around it, ordered by relation."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

from graph.knowledge_base import Edge
from graph.model import ConceptId

__all__ = ["ring_places"]

_FAMILIES = ("is_a", "part_of", "option_of", "uses", "integrates_with", "compared_with", "alternative_to")
_PER_RING = 22  # labels on one ring before they touch


def ring_places(distance: Mapping[ConceptId, int], edges: Sequence[Edge]) -> dict[ConceptId, tuple[float, float]]:
    """Return places in pixels; several focuses stand in a row. Deterministic; cost O(concepts log concepts)."""
    family: dict[ConceptId, int] = {}
    for edge in edges:
        rank = _FAMILIES.index(edge.type) if edge.type in _FAMILIES else len(_FAMILIES)
        for end in (edge.source, edge.target):
            family[end] = min(rank, family.get(end, rank))
    focuses = sorted(c for c, hops in distance.items() if not hops)
    places = {c: ((i - (len(focuses) - 1) / 2) * 240.0, 0.0) for i, c in enumerate(focuses)}
    others = sorted((c for c, hops in distance.items() if hops), key=lambda c: (distance[c], family.get(c, 9), c))
    ring = 0
    while others:
        size = _PER_RING + 12 * ring
        these, others = others[:size], others[size:]
        width = max(330.0, 26.0 * len(these)) + 240.0 * ring + 120.0 * (len(focuses) - 1)
        height = max(210.0, 15.0 * len(these)) + 150.0 * ring
        for i, concept in enumerate(these):
            angle = 2 * math.pi * (i + 0.5 * (ring % 2)) / len(these) - math.pi / 2
            places[concept] = (round(width * math.cos(angle), 1), round(height * math.sin(angle), 1))
        ring += 1
    return places
