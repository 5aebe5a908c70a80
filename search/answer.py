"""What a search answers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from graph.model import ConceptId, Span
from search.intent import Intent

__all__ = ["Nearest", "SearchAnswer", "SearchResult"]


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchResult:
    """`type`: "concept", "fact", "section" or "comparison". `highlights` are (start, end) code points of the snippet.

    `concept`: the id and label of what the lines are about, where the notes say so. `why` says in words how it came
    to stand here, `parts` what its score is made of.
    """

    type: str
    id: str
    label: str
    kind: str
    score: float
    snippet: str
    highlights: tuple[tuple[int, int], ...]
    source: Span
    concept: tuple[ConceptId, str] | None = None
    why: str = ""
    parts: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Nearest:
    """A word that occurs nowhere, and the nearest that do."""

    word: str
    nearest: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchAnswer:
    """`did_you_mean`: the query as it was understood where words of it were corrected, else empty.

    `total` results were found; `more`: only the best places were looked at, and there are others. `asked`: what the
    query was taken to ask for, with the labels of the concepts it names. `unknown`: words that occur nowhere.
    """

    query: str
    total: int
    took_ms: float = 0.0
    more: bool = False
    did_you_mean: str = ""
    results: tuple[SearchResult, ...] = ()
    facets: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    asked: Intent
    labels: Mapping[ConceptId, str] = field(default_factory=dict)
    understood: tuple[str, ...] = ()
    unknown: tuple[Nearest, ...] = ()
