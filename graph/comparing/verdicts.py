"""Whether statements that were lined up say the same: amounts and negation decide, then how many words they share."""

from __future__ import annotations

import math
from collections.abc import Callable, Collection, Sequence, Set
from itertools import combinations

from graph.comparing.statements import Told

__all__ = ["Weigh", "judge", "weight_of"]

Weigh = Callable[[str], float]  # stem -> how much it tells

_NEARLY_ALL = 0.8  # of the weight of the shorter statement: it adds nothing to the longer
_ALIKE = 0.6  # of the weight of the longer one: else it says more than the shorter
_SAME_AMOUNT = 0.3  # of the weight of the shorter, where both give the same amounts
_SHORT = 16  # words with a meaning; longer statements say too much for one verdict


def judge(row: Sequence[Told], weigh: Weigh) -> str:
    """Return "same", "different", or "both" where the statements are too long or too unlike to be judged."""
    verdicts = {_judge(one, other, weigh) for one, other in combinations(row, 2)}
    if "different" in verdicts:
        return "different"
    return "same" if verdicts == {"same"} else "both"


def weight_of(stems: Set[str], weigh: Weigh) -> float:
    """Return how much the stems tell together, exactly rounded: a set has another order in every process."""
    return math.fsum(map(weigh, stems))


def _judge(one: Told, other: Told, weigh: Weigh) -> str:
    units = {a.unit for a in one.amounts} & {a.unit for a in other.amounts}
    if _gives_other_amount(one, other, units) or (one.denied ^ other.denied) & one.said & other.said:
        return "different"
    if not (one.said and other.said) and not units:
        return "same" if one.text == other.text else "both"
    return _judge_words(one, other, weigh, same_amounts=bool(units))


def _gives_other_amount(one: Told, other: Told, units: Collection[str]) -> bool:
    return any({a for a in one.amounts if a.unit == u} != {a for a in other.amounts if a.unit == u} for u in units)


def _judge_words(one: Told, other: Told, weigh: Weigh, *, same_amounts: bool) -> str:
    shared = weight_of(one.said & other.said, weigh)
    shorter, longer = sorted(weight_of(told.said, weigh) for told in (one, other))
    if shared >= _NEARLY_ALL * shorter:
        return "same" if shared >= _ALIKE * longer else "both"
    if same_amounts and shared >= _SAME_AMOUNT * shorter:
        return "same"
    return "different" if max(len(one.said), len(other.said)) <= _SHORT else "both"
