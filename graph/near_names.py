"""The known names that a mistyped one may have meant."""

from __future__ import annotations

import heapq
from collections.abc import Iterable

from graph.names import fold_name

__all__ = ["edit_distance", "near_names"]


def edit_distance(a: str, b: str, *, limit: int) -> int:
    """Return how many insertions, deletions, substitutions and swaps of neighbours lead from `a` to `b`.

    More than `limit` is given as `limit + 1`. Cost: O(len(a) * len(b)), cut short once a row exceeds the limit.
    Source: optimal string alignment distance (Damerau 1964, restricted).
    """
    if abs(len(a) - len(b)) > limit:
        return limit + 1
    before: list[int] = []
    above = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        row = [i]
        for j, y in enumerate(b, 1):
            cost = min(above[j] + 1, row[j - 1] + 1, above[j - 1] + (x != y))
            if i > 1 and j > 1 and x == b[j - 2] and a[i - 2] == y:
                cost = min(cost, before[j - 2] + 1)
            row.append(cost)
        if min(row) > limit:
            return limit + 1
        before, above = above, row
    return above[-1]


def near_names(name: str, known: Iterable[str], *, limit: int = 3) -> tuple[str, ...]:
    """Return up to `limit` of `known` that begin like `name` or are a few edits from it, the nearest first.

    A third of the letters may differ, three at the most. Cost: one pass over `known`.
    """
    wanted = fold_name(name)
    allowed = min(3, max(1, len(wanted) // 3))
    found: dict[str, tuple[int, int, str]] = {}
    for other in known:
        folded = fold_name(other)
        if len(wanted) > 2 and folded.startswith(wanted):
            distance = 1
        elif abs(len(folded) - len(wanted)) > allowed:
            continue
        else:
            distance = edit_distance(wanted, folded, limit=allowed)
        if distance <= allowed:
            rank = (distance, len(other), other)
            found[folded] = min(rank, found.get(folded, rank))
    return tuple(rank[2] for rank in heapq.nsmallest(limit, found.values()))
