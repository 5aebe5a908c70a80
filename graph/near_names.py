"""The known names that a mistyped one may have meant."""

from __future__ import annotations

import heapq
from collections.abc import Iterable

from rapidfuzz.distance import OSA

from graph.names import fold_name

__all__ = ["near_names"]


def near_names(name: str, known: Iterable[str], *, limit: int = 3) -> tuple[str, ...]:
    """Return up to `limit` of `known` that begin like `name` or are a few edits from it, the nearest first.

    A third of the letters may differ, three at the most. Cost: one pass over `known`.
    """
    wanted = fold_name(name)
    allowed = min(3, max(1, len(wanted) // 3))
    found: dict[str, tuple[int, int, str]] = {}
    for other in known:
        folded = fold_name(other)
        begins = len(wanted) > 2 and folded.startswith(wanted)
        distance = 1 if begins else OSA.distance(wanted, folded, score_cutoff=allowed)
        if distance <= allowed:
            rank = (distance, len(other), other)
            found[folded] = min(rank, found.get(folded, rank))
    return tuple(rank[2] for rank in heapq.nsmallest(limit, found.values()))
