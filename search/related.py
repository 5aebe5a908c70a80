"""What is near a concept: by what the notes say of both, by what both have to do with, and by words in common."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from graph.json_form import span_json
from graph.knowledge_base import Edge, KnowledgeBase
from graph.model import ConceptId, Span
from graph.ports import Lookup
from graph.relation_types import WEAK, RelationType, wording
from graph.words import stems
from search.index_directory import NoteIndex
from search.passages import CARD, entry_of

__all__ = ["Related", "find_related", "related_json"]

_WORDS = 12  # of a concept, the rarest, by which others are near in the text
_COMMON = 2  # words or neighbours that two have to share to be near
_TOO_COMMON = 0.2  # of all passages; a word in more of them brings nothing near


@dataclass(frozen=True, slots=True, kw_only=True)
class Related:
    """`near` is "graph" or "text"; `reason` says in words why, `source` where, if one place says it."""

    id: ConceptId
    near: str
    reason: str
    source: Span | None = None


def find_related(kb: KnowledgeBase, index: NoteIndex, concept: ConceptId, *, limit: int = 12) -> tuple[Related, ...]:
    """Return what is near a concept, each once: related to it, then sharing relations with it, then alike in words.

    Raises:
        ConceptNotFound: there is none with this id.
    """
    kb.concept(concept)
    found: dict[ConceptId, Related] = {}
    ways: tuple[Callable[[], Iterable[Related]], ...] = (
        lambda: _neighbours(kb, concept),
        lambda: _sharing(kb, concept),
        lambda: _alike(kb, index, concept),
        lambda: _mentioned(kb, concept),
    )
    for way in ways:  # each costs more than the one before, and is only gone while places are left
        if len(found.keys() - {concept}) >= limit:
            break
        for near in way():
            found.setdefault(near.id, near)
    found.pop(concept, None)
    return tuple(found.values())[:limit]


def _neighbours(kb: KnowledgeBase, concept: ConceptId) -> list[Related]:
    """What a relation that says something leads to, the most connected first."""
    edges = [edge for edge in kb.edges_of([concept], weak=False) if edge.type not in WEAK]
    briefs = kb.briefs(_other(edge, concept) for edge in edges)
    edges.sort(key=lambda e: (-briefs[_other(e, concept)].measure.degree, _other(e, concept), e.type))
    return [
        Related(id=_other(edge, concept), near="graph", reason=_phrase(edge, concept), source=relation.evidence[0].span)
        for edge, relation in zip(edges, kb.cite(edges), strict=True)
    ]


def _phrase(edge: Edge, concept: ConceptId) -> str:
    return edge.phrase or wording(edge.type).forward if edge.source == concept else wording(edge.type).backward


def _other(edge: Edge, concept: ConceptId) -> ConceptId:
    return edge.target if edge.source == concept else edge.source


def _sharing(kb: KnowledgeBase, concept: ConceptId) -> Iterator[Related]:
    """What has to do with two or more of the same concepts, the most shared first."""
    near = {_other(edge, concept) for edge in kb.edges_of([concept], weak=False) if edge.type not in WEAK}
    shared: dict[ConceptId, set[ConceptId]] = {}
    for edge in kb.edges_of(near, weak=False):
        if edge.type not in WEAK:
            for end, through in ((edge.source, edge.target), (edge.target, edge.source)):
                if through in near and end not in near:
                    shared.setdefault(end, set()).add(through)
    labels = kb.briefs(near)
    for end, both in sorted(shared.items(), key=lambda item: (-len(item[1]), item[0])):
        if len(both) >= _COMMON:
            names = ", ".join(sorted(labels[i].label for i in both)[:3])
            yield Related(id=end, near="graph", reason=f"both have to do with {names}")


def _alike(kb: KnowledgeBase, index: NoteIndex, concept: ConceptId) -> Iterator[Related]:
    """Concepts whose names, definition and facts have rare words of this one's in common."""
    (said,) = kb.concepts_with_facts([concept])
    texts = [
        said.label,
        *said.aliases,
        *([said.definition.text] if said.definition else []),
        *(f.text for f in said.facts),
    ]
    counts = Counter(stem for text in texts for stem in set(stems(text)))
    most = max(2.0, _TOO_COMMON * index.ledger.passage_count)
    rarity = {stem: index.passages.passage_count(stem) for stem in counts}
    words = sorted((s for s in counts if 1 < rarity[s] <= most), key=lambda s: (rarity[s], -counts[s], s))[:_WORDS]
    kinds = frozenset({"kind=service", "kind=concept"})
    for hit in index.passages.search(Lookup(words=dict.fromkeys(words, 1.0), labels=(kinds,)), limit=20):
        common = [stem for stem in words if stem in {*hit.passage.headings.split(), *hit.passage.body.split()}]
        if len(common) >= _COMMON:
            yield Related(
                id=ConceptId(hit.passage.id.removeprefix(CARD)),
                near="text",
                reason=f"speaks of the same: {', '.join(common[:4])}",
                source=entry_of(hit.passage).span,
            )


def _mentioned(kb: KnowledgeBase, concept: ConceptId) -> list[Related]:
    """What is only named or linked together with it, the most connected first."""
    edges = [edge for edge in kb.edges_of([concept]) if edge.type in WEAK]
    briefs = kb.briefs(_other(edge, concept) for edge in edges)
    edges.sort(
        key=lambda e: (e.type == RelationType.MENTIONS, -briefs[_other(e, concept)].measure.degree, _other(e, concept))
    )
    return [
        Related(id=_other(edge, concept), near="text", reason="named together", source=relation.evidence[0].span)
        for edge, relation in zip(edges, kb.cite(edges), strict=True)
    ]


def related_json(kb: KnowledgeBase, found: tuple[Related, ...]) -> list[dict[str, Any]]:
    """Return `[{"id", "label", "kind", "degree", "near", "reason", "source"}]`."""
    briefs = kb.briefs(near.id for near in found)
    return [
        {
            "id": near.id,
            "label": briefs[near.id].label,
            "kind": briefs[near.id].kind.value,
            "degree": briefs[near.id].measure.degree,
            "near": near.near,
            "reason": near.reason,
            "source": span_json(near.source) if near.source else None,
        }
        for near in found
    ]
