"""Completion: names and headings that begin like what was typed, or nearly so."""

from __future__ import annotations

from dataclasses import dataclass

from graph.knowledge_base import KnowledgeBase
from graph.model import ConceptId

__all__ = ["Completion", "complete"]

_NEARLY_FROM = 3  # letters; shorter texts are near to everything


@dataclass(frozen=True, slots=True)
class Completion:
    """A name to offer; `id` is its concept."""

    name: str
    id: ConceptId


def complete(kb: KnowledgeBase, text: str, *, limit: int = 10) -> list[Completion]:
    """Return labels that begin with the text, then other names that do, then near ones; the most connected first."""
    found: dict[str, Completion] = {}
    for name, concept in kb.names_beginning(text.strip(), limit=limit):
        found.setdefault(concept, Completion(name, concept))
    if not found and len(text.strip()) >= _NEARLY_FROM:
        for name in kb.near(text):
            for concept in kb.named(name)[:1]:
                found.setdefault(concept, Completion(name, concept))
    return list(found.values())[:limit]
