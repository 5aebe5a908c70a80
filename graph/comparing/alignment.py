"""Which statements of different concepts speak of the same thing.

Two statements are lined up when they begin with the same lead ("Ordering: ..."), or when the words that they have in
common weigh enough: a word weighs the more the fewer statements of these notes have it (inverse document frequency,
Spärck Jones 1972), so that what counts as a dimension comes from the notes themselves and from no list. A measure counts
as a word of its kind: "7 days" and "15 minutes" both have a time. Best pairs come first; a statement stands in one row.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from graph.comparing.dimension_names import name_dimension
from graph.comparing.statements import Told
from graph.comparing.verdicts import Weigh, weight_of
from graph.names import fold_name

__all__ = ["AlignedRow", "align"]

_SHARED_OF_SHORTER = 0.33  # of the weight of the shorter statement, where two or more words are shared
_SHARED_OF_BOTH = 0.16  # of the weight of both together
_ONE_WORD_OF_SHORTER = 0.4  # where a single word is shared
_TELLING = 0.45  # what two statements share must hold a word of this weight, or a measure
_MEASURE = 0.12  # weight of a kind of measure


@dataclass(frozen=True, slots=True)
class AlignedRow:
    """Statements about one thing, one a subject at most, sorted by subject; `dimension` in the words of the first."""

    dimension: str
    told: tuple[Told, ...]


def align(statements: Sequence[Told], weigh: Weigh) -> tuple[AlignedRow, ...]:
    """Line up statements of two or more subjects; what stands alone is left out.

    Args:
        statements: of all subjects, in any order.
        weigh: stem -> how much sharing it tells.
    """
    told = sorted(statements, key=lambda t: (t.subject, t.evidence, t.text))
    group_of: dict[int, tuple[int, ...]] = {}
    for _, first, second in sorted(_pairs(told, weigh)):
        left, right = group_of.get(first, (first,)), group_of.get(second, (second,))
        joined = tuple(sorted({*left, *right}))
        if len({told[i].subject for i in joined}) == len(left) + len(right):
            group_of.update(dict.fromkeys(joined, joined))
    rows = [tuple(told[i] for i in group) for group in sorted(set(group_of.values()))]
    return tuple(AlignedRow(name_dimension(row), row) for row in rows)


def _pairs(told: Sequence[Told], weigh: Weigh) -> Iterator[tuple[float, int, int]]:
    """Each pair that speaks of one thing as (how far apart, first, second): sorted, the nearest come first."""
    weights = [_weight(statement, weigh) for statement in told]
    for first, second in combinations(range(len(told)), 2):
        one, other = told[first], told[second]
        if one.subject == other.subject or not (one.words & other.words or (one.lead and other.lead)):
            continue
        if near := _nearness(one, other, weigh, (weights[first], weights[second])):
            yield -near, first, second


def _nearness(one: Told, other: Told, weigh: Weigh, weights: tuple[float, float]) -> float:
    """0 where two statements do not speak of one thing."""
    shared = one.words & other.words
    measures = {a.unit for a in one.amounts} & {a.unit for a in other.amounts}
    weight = weight_of(shared, weigh) + _MEASURE * len(measures)
    of_both = weight / ((sum(weights) - weight) or 1)
    if one.lead and fold_name(one.lead) == fold_name(other.lead):
        return 2 + of_both
    if not measures and max(map(weigh, shared), default=0.0) < _TELLING:
        return 0
    of_shorter = weight / (min(weights) or 1)
    enough = _SHARED_OF_SHORTER if len(shared) + len(measures) > 1 else _ONE_WORD_OF_SHORTER
    return of_both + of_shorter / 10 if shared and of_shorter >= enough and of_both >= _SHARED_OF_BOTH else 0


def _weight(told: Told, weigh: Weigh) -> float:
    return weight_of(told.words, weigh) + _MEASURE * len({a.unit for a in told.amounts})
