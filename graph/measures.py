"""What is worked out over the whole graph, once per build: degrees and communities."""

from __future__ import annotations

from collections import defaultdict

import networkx as nx

from graph.model import ConceptId, Knowledge, Measure
from graph.relation_types import RelationType

__all__ = ["measure"]


def measure(knowledge: Knowledge) -> dict[ConceptId, Measure]:
    """Return the measure of every concept. Deterministic: sorted input, a fixed seed.

    Communities by Louvain's method (Blondel et al. 2008, as in networkx) on relations other than `mentions`;
    community 0 holds what is related to nothing. Cost: about 0.5 s of CPU at 5,000 concepts.
    """
    graph: nx.Graph[ConceptId] = nx.Graph()
    graph.add_nodes_from(concept.id for concept in knowledge.concepts)
    degree: dict[ConceptId, int] = defaultdict(int)
    for relation in knowledge.relations:
        if relation.type != RelationType.MENTIONS:
            degree[relation.source] += 1
            degree[relation.target] += 1
            graph.add_edge(relation.source, relation.target)
    related = graph.subgraph(sorted(node for node in graph if degree[node]))
    found = nx.community.louvain_communities(related, seed=1) if related else []
    ordered = sorted((sorted(group, key=lambda c: (-degree[c], c)) for group in found), key=lambda g: (-len(g), g[0]))
    community = {concept: number for number, group in enumerate(ordered, 1) for concept in group}
    return {
        concept.id: Measure(
            degree=degree[concept.id],
            community=community.get(concept.id, 0),
        )
        for concept in knowledge.concepts
    }
