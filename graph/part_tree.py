"""The options and parts of a concept, and theirs, as a tree."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from graph.knowledge_base import KnowledgeBase
from graph.model import ConceptId, Evidence
from graph.relation_types import RelationType

__all__ = ["PartNode", "part_tree"]

_KINDS = {RelationType.PART_OF: "part", RelationType.OPTION_OF: "option"}
_MOST = 60  # of each level


@dataclass(frozen=True, slots=True)
class PartNode:
    """A part or option: `role` says which, `evidence` is the first line that says so; `inside` holds its own."""

    id: ConceptId
    label: str
    role: str
    evidence: Evidence
    inside: tuple[PartNode, ...] = ()


def part_tree(kb: KnowledgeBase, concept: ConceptId) -> tuple[PartNode, ...]:
    """Return two levels below a concept, options first, each by label; at most sixty of a level."""
    near = _children(kb, {concept})
    inner = _children(kb, {node.id for node in near.get(concept, ())} - {concept})
    return tuple(
        PartNode(
            node.id, node.label, node.role, node.evidence, tuple(n for n in inner.get(node.id, ()) if n.id != concept)
        )
        for node in near.get(concept, ())
    )


def _children(kb: KnowledgeBase, wholes: set[ConceptId]) -> dict[ConceptId, list[PartNode]]:
    edges = [e for e in kb.edges_of(wholes, weak=False) if e.target in wholes and e.type in _KINDS][: _MOST * 2]
    labels = {i: brief.label for i, brief in kb.briefs(edge.source for edge in edges).items()}
    found: dict[ConceptId, dict[ConceptId, PartNode]] = defaultdict(dict)
    for relation in kb.cite(edges):
        role = _KINDS[RelationType(relation.type)]
        node = PartNode(relation.source, labels[relation.source], role, relation.evidence[0])
        found[relation.target].setdefault(relation.source, node)
    return {
        whole: sorted(nodes.values(), key=lambda n: (n.role != "option", n.label.casefold(), n.id))[:_MOST]
        for whole, nodes in found.items()
    }
