"""What is easily mixed up with the concepts that are compared: their siblings, and what authors set beside them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass

from graph.knowledge_base import Edge, KnowledgeBase
from graph.model import Concept, ConceptId, Evidence
from graph.relation_types import RelationType, wording

__all__ = ["Confusable", "confusable_with"]

_Reason = tuple[ConceptId, Edge, str]  # what may be mixed up, by which relation, and why in words

_ABOVE = frozenset({RelationType.IS_A, RelationType.OPTION_OF, RelationType.PART_OF})
_BESIDE = frozenset({RelationType.COMPARED_WITH, RelationType.ALTERNATIVE_TO})
_SET_BESIDE = 2  # an author's own comparison tells as much as two parents in common
_MOST = 5
_MOST_CHILDREN = 40  # a parent of more tells nothing about any two of them


@dataclass(frozen=True, slots=True)
class Confusable:
    """A concept to compare next; `reason` says why in words, `evidence` where the notes say so."""

    id: ConceptId
    reason: str
    evidence: Evidence


def confusable_with(kb: KnowledgeBase, subjects: Sequence[Concept]) -> tuple[Confusable, ...]:
    """Return up to five concepts of the subjects' kinds that share parents with them or were set beside them by authors."""
    ids = {subject.id for subject in subjects}
    own = kb.edges_of(ids, weak=False)
    why: dict[ConceptId, list[tuple[Edge, str]]] = defaultdict(list)
    for concept, edge, reason in (*_set_beside(subjects, own), *_siblings(kb, ids, own)):
        why[concept].append((edge, reason))
    kinds = {subject.kind for subject in subjects}
    briefs = {i: brief for i, brief in kb.briefs(set(why) - ids).items() if brief.kind in kinds}
    ranked = sorted(briefs, key=lambda i: (-len(why[i]), -briefs[i].measure.degree, i))[:_MOST]
    cited = kb.cite([why[i][0][0] for i in ranked])
    return tuple(Confusable(i, why[i][0][1], r.evidence[0]) for i, r in zip(ranked, cited, strict=True))


def _set_beside(subjects: Sequence[Concept], own: Sequence[Edge]) -> Iterator[_Reason]:
    """What authors set beside a subject, as often as that counts."""
    ids = {subject.id for subject in subjects}
    for edge in own:
        if edge.type in _BESIDE:
            other = edge.target if edge.source in ids else edge.source
            yield from [(other, edge, f"{wording(edge.type).forward} {_label(subjects, edge)}")] * _SET_BESIDE


def _siblings(kb: KnowledgeBase, ids: Set[ConceptId], own: Sequence[Edge]) -> Iterator[_Reason]:
    """What else is a kind, part or option of the same thing, once for each parent in common."""
    parents = {edge.target for edge in own if edge.type in _ABOVE and edge.source in ids} - ids
    labels = {i: brief.label for i, brief in kb.briefs(parents).items()}
    for parent in sorted(parents):
        children = [e for e in kb.edges_of([parent], weak=False) if e.target == parent and e.type in _ABOVE]
        for edge in children if len(children) <= _MOST_CHILDREN else ():
            yield edge.source, edge, f"also {wording(edge.type).forward} {labels[parent]}"


def _label(subjects: Sequence[Concept], edge: Edge) -> str:
    return next(s.label for s in sorted(subjects, key=lambda s: s.id) if s.id in (edge.source, edge.target))
