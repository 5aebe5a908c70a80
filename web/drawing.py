"""A part of the graph as vis-network draws it: pyvis makes nodes and edges, nothing else of it is used.

pyvis' own pages are never served: they need inline scripts and load from other hosts (docs/design-notes.md).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any

from graph.answers_json import brief_json
from graph.knowledge_base import ConceptBrief, Edge, KnowledgeBase
from graph.layout import edge_bends, path_places, region_places, ring_places
from graph.model import ConceptId, Kind, Measure
from graph.neighbourhood import Neighbourhood, along_paths, edges_among, neighbourhood
from graph.overview import Group, overview
from web.families import family_of
from web.map_state import MapState

__all__ = ["draw"]

Json = dict[str, Any]
_MOST = 120  # concepts around a focus that can still be read


def draw(kb: KnowledgeBase, state: MapState) -> Json:
    """Return `{"nodes", "edges", "regions", "focus", "shown", "total", ...}` for the map script; places are in pixels.

    `left_out` names the most connected of what is not shown, `hidden` what the notes hide, `groups` what can be opened.
    """
    if not state.focus:
        return _whole(kb, state)
    if state.path and len(state.focus) == 2:
        found = along_paths(kb, *state.focus)
        places = path_places({brief.id: hops for brief, hops in found.nodes})
    else:
        found = neighbourhood(
            kb,
            state.focus,
            depth=state.depth,
            types=state.types,
            kinds=[state.kind] if state.kind else [],
            opened=state.opened,
            pinned=state.pinned,
            limit=_MOST,
        )
        places = ring_places({brief.id: hops for brief, hops in found.nodes}, found.edges)
    nodes, edges = _network(dict(found.nodes), found.edges, places, state)
    return {**_drawn(nodes, edges, state), **_counts(found)}


def _whole(kb: KnowledgeBase, state: MapState) -> Json:
    found = overview(kb, group=state.group)
    briefs = [*found.nodes, *map(_folded, found.groups)]
    if state.kind:
        briefs = [brief for brief in briefs if brief.kind is state.kind]
    places, regions = region_places(briefs)
    kept = {brief.id for brief in briefs}
    nodes, edges = _network(dict.fromkeys(briefs, 1), edges_among(found.edges, kept), places, state)
    return {
        **_drawn(nodes, edges, state),
        "regions": [asdict(region) for region in regions],
        "groups": [asdict(group) for group in found.groups],
        "shown": len(found.nodes),
        "total": found.total,
        "small": found.small,
    }


def _folded(group: Group) -> ConceptBrief:
    """A community's box for those of it that are not drawn; "+" begins no concept's id."""
    return ConceptBrief(
        id=ConceptId(f"+{group.number}"),
        label=f"+ {group.folded} more",
        kind=Kind.CONCEPT,
        tags=(),
        unresolved=False,
        measure=Measure(degree=0, community=group.number),
    )


def _network(
    hops: Mapping[ConceptBrief, int],
    edges: Sequence[Edge],
    places: Mapping[ConceptId, tuple[float, float]],
    state: MapState,
) -> tuple[list[Json], list[Json]]:
    from pyvis.network import Network

    network = Network(directed=True)
    for brief, distance in hops.items():
        x, y = places[brief.id]
        kind = "group" if brief.id.startswith("+") else brief.kind.value
        degree = brief.measure.degree
        network.add_node(str(brief.id), label=brief.label, x=x, y=y, kind=kind, hops=distance, degree=degree)
    # Hidden edges keep their lane, so that the others stay where they are when the legend brings them back.
    for number, (edge, bend) in enumerate(zip(edges, edge_bends(edges), strict=True)):
        family = family_of(edge.type)
        if family not in state.hide:
            said = {"key": f"e{number}", "type": edge.type, "phrase": edge.phrase, "family": family, "bend": bend}
            network.add_edge(str(edge.source), str(edge.target), **said)
    nodes, drawn, *_ = network.get_network_data()
    return nodes, drawn


def _drawn(nodes: Sequence[Json], edges: Sequence[Json], state: MapState) -> Json:
    return {
        "nodes": nodes,
        "edges": edges,
        "regions": [],
        "groups": [],
        "focus": list(state.focus),
        "opened": list(state.opened),
        "pinned": list(state.pinned),
        "hide": list(state.hide),
        "left_out": [],
        "hidden": [],
        "small": 0,
    }


def _counts(found: Neighbourhood) -> Json:
    return {
        "shown": found.shown,
        "total": found.total,
        "left_out": [brief_json(brief) for brief in found.left_out],
        "hidden": [brief_json(brief) for brief in found.hidden],
    }
