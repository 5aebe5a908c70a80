"""Filters of a search: what a result has to be, and where it has to stand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from graph.knowledge_base import KnowledgeBase
from graph.model import ConceptId
from search.places import Place
from search.scope import Scope, scope_of

__all__ = ["Filters", "read_filters"]


@dataclass(frozen=True, slots=True)
class Filters:
    """`labels`: of each set a result has one; `scopes`: in each its lines lie."""

    labels: tuple[frozenset[str], ...] = ()
    scopes: tuple[Scope, ...] = ()

    def engine_labels(self) -> tuple[frozenset[str], ...]:
        """Return what the engine filters by; scopes are narrowed to their notes there and to their lines here."""
        return (*self.labels, *(labels for scope in self.scopes if (labels := scope.labels())))

    def allow(self, place: Place) -> bool:
        """Return whether a place passes."""
        return all(not labels.isdisjoint(place.labels) for labels in self.labels) and all(
            scope.holds(place.span) for scope in self.scopes
        )


def read_filters(kb: KnowledgeBase, values: Mapping[str, Sequence[str]]) -> Filters:
    """Return the filters that values ask for: `kind`, `tag`, `path` (a note or folder), `in` (a concept's id or name).

    Several values of one filter widen it: any will do. A concept that the notes do not know has no lines.
    """
    labels = tuple(
        frozenset(label for value in values[name] for label in _labels(name, value))
        for name in ("kind", "tag", "path")
        if values.get(name)
    )
    return Filters(labels, (_scope(kb, values["in"]),) if values.get("in") else ())


def _labels(name: str, value: str) -> list[str]:
    if name == "path":
        return [f"path={value}", f"path={value.strip('/')}/"]
    return [f"{name}={value.casefold().removeprefix('#') if name == 'tag' else value}"]


def _scope(kb: KnowledgeBase, names: Sequence[str]) -> Scope:
    found: dict[ConceptId, None] = {}
    for name in names:
        ids = kb.briefs([ConceptId(name)])
        found.update(dict.fromkeys(ids or kb.named(name)[:1]))
    merged: Scope = Scope({})
    for concept in found:
        for path, lines in scope_of(kb, concept).lines.items():
            merged.lines.setdefault(path, []).extend(lines)
    return merged
