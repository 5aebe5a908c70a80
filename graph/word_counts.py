"""In how many of the statements each word occurs: what tells a word that says something from one that is everywhere."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import chain
from math import log

from graph.model import Concept
from graph.words import STOP_WORDS, cut_words, stem_word

__all__ = ["count_words", "word_weight"]

_SAMPLE = 20_000  # statements counted; more of them change no weight that matters, and cost a build time


def count_words(concepts: Sequence[Concept]) -> tuple[int, Counter[str]]:
    """Return how many statements were counted, evenly spread over all, and stem -> how many of them have it."""
    texts = [fact.text for concept in concepts for fact in concept.facts]
    counted = texts[:: len(texts) // _SAMPLE + 1]
    return len(counted), Counter(
        chain.from_iterable({*map(stem_word, {*cut_words(text)} - STOP_WORDS)} for text in counted)
    )


def word_weight(counted: int, having: int) -> float:
    """Return the inverse document frequency of a stem, smoothed, as a share of the greatest: 1 for a word that occurs once."""
    return log(1 + counted / max(having, 1)) / log(1 + max(counted, 1))
