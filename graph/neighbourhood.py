"""What lies around one or several concepts: the part of the graph that a map draws."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass

from graph.knowledge_base import ConceptBrief, Edge, KnowledgeBase
from graph.model import ConceptId, Kind
from graph.paths import find_paths
from graph.relation_types import WEAK

__all__ = ["HIDDEN_TAG", "Neighbourhood", "along_paths", "edges_among", "neighbourhood"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Neighbourhood:
    """`nodes` with their distance, nearest first, and the edges among them; `left_out` the most connected of the rest.

    `total` counts what there is to show, `shown` what is; what its notes hide (tag `graphhide`) is in neither, but in
    `hidden`.
    """

    nodes: tuple[tuple[ConceptBrief, int], ...]
    edges: tuple[Edge, ...]
    shown: int
    total: int
    left_out: tuple[ConceptBrief, ...] = ()
    hidden: tuple[ConceptBrief, ...] = ()


HIDDEN_TAG = "graphhide"  # `graphhide: true` in the front matter of a note about a hub that is related to everything
_NAMED = 12  # of those left out


def neighbourhood(
    kb: KnowledgeBase,
    focuses: Sequence[ConceptId],
    *,
    depth: int = 1,
    types: Collection[str] = (),
    kinds: Collection[Kind] = (),
    opened: Collection[ConceptId] = (),
    pinned: Collection[ConceptId] = (),
    limit: int = 120,
) -> Neighbourhood:
    """Walk `depth` hops from the focuses. Without `types`, mentions and bare links are left out.

    Of more than `limit` concepts the nearest stay, and of equally near ones the most connected; `opened` concepts bring
    their own neighbours, and `pinned` ones stay however far they are.

    Raises:
        ConceptNotFound: a focus, or something opened or pinned, does not exist.
    """
    for concept in (*focuses, *opened, *pinned):
        kb.concept(concept)
    distance, edges = _reach(kb, focuses, depth, types, opened, pinned)
    briefs = {i: b for i, b in kb.briefs(distance).items() if not kinds or b.kind in kinds or i in focuses}
    kept = {*focuses, *opened, *pinned}
    hidden = [b for i, b in briefs.items() if HIDDEN_TAG in b.tags and i not in kept]
    seen = [b for b in briefs.values() if b not in hidden]
    ordered = sorted(seen, key=lambda b: (b.id not in kept, distance[b.id], -b.measure.degree, b.id))
    shown = {brief.id for brief in ordered[:limit]}
    return Neighbourhood(
        nodes=tuple((brief, distance[brief.id]) for brief in ordered[:limit]),
        edges=edges_among(edges, shown),
        shown=len(shown),
        total=len(seen),
        left_out=tuple(sorted(ordered[limit:], key=lambda b: (-b.measure.degree, b.id))[:_NAMED]),
        hidden=tuple(sorted(hidden, key=lambda b: b.id)),
    )


def edges_among(edges: Iterable[Edge], concepts: Set[ConceptId]) -> tuple[Edge, ...]:
    """Return the edges with both ends among the concepts, by source, type and target."""
    among = [e for e in edges if e.source in concepts and e.target in concepts]
    return tuple(sorted(among, key=lambda e: (e.source, e.type, e.target)))


def along_paths(kb: KnowledgeBase, start: ConceptId, end: ConceptId) -> Neighbourhood:
    """Return what lies on the shortest paths between two concepts; `distance` counts the steps from `start`.

    Raises:
        ConceptNotFound: one of the two does not exist.
    """
    paths = find_paths(kb, start, end) or find_paths(kb, start, end, weak=True)
    distance: dict[ConceptId, int] = {start: 0, end: 1}
    for path in paths:
        distance.update({concept: hop for hop, concept in enumerate(path.concepts)})
    briefs = kb.briefs(distance)
    steps = {(step.source, step.type, step.target) for path in paths for step in path.steps}
    edges = [e for e in kb.edges_of(distance) if (e.source, e.type, e.target) in steps]
    nodes = sorted(briefs.values(), key=lambda b: (distance[b.id], b.id))
    return Neighbourhood(
        nodes=tuple((brief, distance[brief.id]) for brief in nodes),
        edges=tuple(sorted(edges, key=lambda e: (e.source, e.type, e.target))),
        shown=len(nodes),
        total=len(nodes),
    )


def _reach(
    kb: KnowledgeBase,
    focuses: Sequence[ConceptId],
    depth: int,
    types: Collection[str],
    opened: Collection[ConceptId],
    pinned: Collection[ConceptId],
) -> tuple[dict[ConceptId, int], Collection[Edge]]:
    """Every concept within reach and how far it is, what is opened or pinned one step beyond `depth`; and the edges walked."""
    distance = dict.fromkeys(focuses, 0)
    edges: dict[int, Edge] = {}
    ring: set[ConceptId] = set(focuses)
    for hop in range(1, depth + 1):
        ring = _walk(kb, ring, types, edges) - distance.keys()
        distance.update(dict.fromkeys(sorted(ring), hop))
    for concept in sorted({*opened, *pinned}):
        distance.setdefault(concept, depth + 1)
    ring = _walk(kb, set(opened), types, edges) - distance.keys()
    distance.update(dict.fromkeys(sorted(ring), depth + 1))
    _add_between(kb, set(pinned), distance, types, edges)
    return distance, edges.values()


def _walk(kb: KnowledgeBase, ring: set[ConceptId], types: Collection[str], edges: dict[int, Edge]) -> set[ConceptId]:
    """Take in the edges of a ring; return their ends."""
    found = [e for e in kb.edges_of(ring) if (e.type in types if types else e.type not in WEAK)]
    edges.update((edge.number, edge) for edge in found)
    return {end for edge in found for end in (edge.source, edge.target)}


def _add_between(
    kb: KnowledgeBase,
    pinned: set[ConceptId],
    distance: Mapping[ConceptId, int],
    types: Collection[str],
    edges: dict[int, Edge],
) -> None:
    """Take in the edges from what is pinned to what is there already, and nothing new."""
    own: dict[int, Edge] = {}
    _walk(kb, pinned, types, own)
    edges.update((n, e) for n, e in own.items() if e.source in distance and e.target in distance)
