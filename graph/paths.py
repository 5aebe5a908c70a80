"""How two concepts are connected: a shortest chain of relations, each with the line that says so."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

import networkx as nx

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

    Cost: breadth-first from `start`, the edges of each ring read at once; at most six hops.
    """
    kb.concept(start), kb.concept(end)
    if start == end:
        return (Path((start,), ()),)
    graph: nx.Graph[ConceptId] = nx.Graph()
    best: dict[tuple[ConceptId, ConceptId], Edge] = {}
    ring, seen = {start}, {start}
    for _ in range(_MAX_HOPS):
        edges = kb.edges_of(ring, weak=weak)
        _keep_best(edges, best)
        graph.add_edges_from((edge.source, edge.target) for edge in edges)
        ring = {end_ for edge in edges for end_ in (edge.source, edge.target)} - seen
        seen |= ring
        if end in seen or not ring:
            break
    if end not in seen:
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
