"""A part of the graph as vis-network draws it: pyvis makes nodes and edges, nothing else of it is used.

pyvis' own pages are never served: they need inline scripts and load from other hosts (docs/design-notes.md).
"""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from graph.layout import Region, region_places, ring_places
from graph.model import ConceptId
from graph.neighbourhood import Neighbourhood
from web.families import family_of

__all__ = ["draw"]


def draw(found: Neighbourhood, focuses: list[ConceptId], *, overview: bool) -> dict[str, Any]:
    """Return `{"nodes", "edges", "regions", "focus", "shown", "total"}` for the map script; places are in pixels."""
    from pyvis.network import Network

    regions: list[Region] = []
    if overview:
        places, regions = region_places([brief for brief, _ in found.nodes])
    else:
        places = ring_places({brief.id: hops for brief, hops in found.nodes}, found.edges)
    network = Network(directed=True)
    for brief, hops in found.nodes:
        x, y = places[brief.id]
        network.add_node(
            str(brief.id), label=brief.label, x=x, y=y, kind=brief.kind.value, hops=hops, degree=brief.measure.degree
        )
    for number, edge in enumerate(found.edges):
        family = family_of(edge.type)
        network.add_edge(
            str(edge.source), str(edge.target), key=f"e{number}", type=edge.type, phrase=edge.phrase, family=family
        )
    nodes, edges, *_ = network.get_network_data()
    return {
        "nodes": nodes,
        "edges": edges,
        "regions": [asdict(region) for region in regions],
        "focus": [str(focus) for focus in focuses],
        "shown": found.shown,
        "total": found.total,
    }
