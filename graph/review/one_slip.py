"""Words one slip of the hand apart: a letter left out, put in, swapped or hit wrong, inside the word."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from rapidfuzz.distance import OSA

from graph.words import stem_word

__all__ = ["SlipIndex", "is_slip"]

_SHORTEST = 7  # letters of the longer: of shorter words too many are one letter apart by nature


_SOUNDS = str.maketrans("zc", "ss")


def is_slip(word: str, right: str) -> bool:
    """Return whether `word` may be a slip for `right`, both in lower case.

    First and last sign stay, since endings change words ("server", "servers", "served"), and so do digits.
    """
    return (
        min(len(word), len(right)) >= _SHORTEST - 1
        and max(len(word), len(right)) >= _SHORTEST
        and word.isalnum()
        and word[0] == right[0]
        and word[-1] == right[-1]
        and [c for c in word if c.isdigit()] == [c for c in right if c.isdigit()]
        and stem_word(word) != stem_word(right)
        and _spelt(word) != _spelt(right)
        and OSA.distance(word, right, score_cutoff=1) == 1
    )


def _spelt(word: str) -> str:
    """British and American spellings alike: offence and offense, labelled and labeled, colour and color."""
    return word.translate(_SOUNDS).replace("lled", "led").replace("lling", "ling").replace("our", "or")


class SlipIndex:
    """Finds the words that another may be a slip for. Cost: a word's length for each, in look-ups.

    Source: symmetric deletion (Garbe 2012): two words an edit apart meet where each has lost one letter.
    """

    def __init__(self, words: Iterable[str]) -> None:
        """`words` in lower case."""
        self._words: dict[str, list[str]] = defaultdict(list)
        for word in sorted(set(words)):
            if len(word) >= _SHORTEST - 1 and word.isalnum():
                for form in set(_shorter(word)):
                    self._words[form].append(word)

    def find(self, word: str) -> list[str]:
        """Return the words that `word` may be a slip for, sorted."""
        near = {other for form in _shorter(word) for other in self._words.get(form, ())}
        return sorted(other for other in near if is_slip(word, other))


def _shorter(word: str) -> Iterator[str]:
    yield word
    for place in range(len(word)):
        yield word[:place] + word[place + 1 :]
