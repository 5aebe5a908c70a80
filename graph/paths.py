"""How two concepts are connected: a shortest chain of relations, each with the line that says so."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

import networkx as nx

from graph.errors import ConceptNotFound
from graph.knowledge_base import Edge, KnowledgeBase
from graph.model import ConceptId, Relation
from graph.relation_types import RelationType

__all__ = ["Path", "find_paths"]

_MAX_HOPS = 6
_MAX_PATHS = 3


@dataclass(frozen=True, slots=True)
class Path:
    """Concepts in order, and the relation between each and the next (in whichever direction it is stored)."""

    concepts: tuple[ConceptId, ...]
    steps: tuple[Relation, ...]


def find_paths(kb: KnowledgeBase, start: ConceptId, end: ConceptId, *, weak: bool = False) -> tuple[Path, ...]:
    """Return up to three shortest paths, over relations other than `mentions` unless `weak`; none where none exists.

    Raises:
        ConceptNotFound: one of the two does not exist.

    Cost: breadth-first from both ends, the smaller ring first, its edges read at once; at most six hops.
    """
    for missing in {start, end} - kb.briefs([start, end]).keys():
        raise ConceptNotFound(missing, kb.near(missing))
    if start == end:
        return (Path((start,), ()),)
    graph: nx.Graph[ConceptId] = nx.Graph()
    best: dict[tuple[ConceptId, ConceptId], Edge] = {}
    rings, seen = [{start}, {end}], [{start}, {end}]
    for _ in range(_MAX_HOPS):
        side = 0 if len(rings[0]) <= len(rings[1]) else 1
        edges = kb.edges_of(rings[side], weak=weak)
        _keep_best(edges, best)
        graph.add_edges_from((edge.source, edge.target) for edge in edges)
        rings[side] = {end_ for edge in edges for end_ in (edge.source, edge.target)} - seen[side]
        seen[side] |= rings[side]
        if seen[0] & seen[1] or not rings[side]:
            break
    if not seen[0] & seen[1]:
        return ()
    chains = sorted(nx.all_shortest_paths(graph, start, end))[:_MAX_PATHS]
    return tuple(Path(tuple(chain), kb.cite([best[_pair(a, b)] for a, b in pairwise(chain)])) for chain in chains)


def _keep_best(edges: Iterable[Edge], best: dict[tuple[ConceptId, ConceptId], Edge]) -> None:
    """Of several relations of a pair the one that says most: anything before a bare link."""
    for edge in edges:
        pair = _pair(edge.source, edge.target)
        if pair not in best or _rank(edge) < _rank(best[pair]):
            best[pair] = edge


def _rank(edge: Edge) -> tuple[bool, bool, str, str]:
    return (edge.type == RelationType.MENTIONS, edge.type == RelationType.LINKS_TO, edge.type, edge.source)


def _pair(a: ConceptId, b: ConceptId) -> tuple[ConceptId, ConceptId]:
    return (a, b) if a < b else (b, a)
