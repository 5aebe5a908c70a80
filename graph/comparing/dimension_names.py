"""What a row is called: the lead that its statements share, or the words that they have in common."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import reduce

from graph.comparing.statements import Told
from graph.names import fold_name
from graph.words import stems

__all__ = ["name_dimension"]

_WORD = re.compile(r"[^\s,;:()\"“”]+")
_MOST_WORDS = 4


def name_dimension(row: Sequence[Told]) -> str:
    """Return a name for what the statements of a row are about, in the words of the first of them."""
    leads = {fold_name(told.lead) for told in row}
    if len(leads) == 1 and row[0].lead:
        return row[0].lead
    shared = reduce(frozenset.intersection, (told.words for told in row))
    named = [word.strip(".!?") for word in _WORD.findall(row[0].text) if frozenset(stems(word)) & shared]
    return " ".join(list(dict.fromkeys(named))[:_MOST_WORDS]) or "also said"
