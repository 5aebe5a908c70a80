"""What a search answers."""

from __future__ import annotations

from dataclasses import dataclass, field

from graph.model import Span

__all__ = ["SearchAnswer", "SearchResult"]


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchResult:
    """`type`: "concept", "fact", "section" or "comparison". `highlights` are (start, end) code points of the snippet."""

    type: str
    id: str
    label: str
    kind: str
    score: float
    snippet: str
    highlights: tuple[tuple[int, int], ...]
    source: Span
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchAnswer:
    """`did_you_mean` is the query as it was understood where that is not what was typed, else empty."""

    query: str
    total: int
    took_ms: float
    did_you_mean: str = ""
    results: tuple[SearchResult, ...] = ()
    facets: dict[str, dict[str, int]] = field(default_factory=dict)
