"""The word of the notes that a mistyped one may have meant."""

from __future__ import annotations

from rapidfuzz import process
from rapidfuzz.distance import OSA

from search.ledger import Ledger

__all__ = ["Corrector", "correct_word", "nearest_words"]

_SHORTEST = 4  # letters; shorter words are near to everything
_TWO_EDITS = 8  # letters from which two slips are believed, and then only behind the same first letter
_LONGEST = 40
_MOST_TRIED = 6  # words of one query; each costs a pass over words of its length


def correct_word(ledger: Ledger, word: str) -> str | None:
    """Return the nearest word of the notes, None where none is near enough; a word with a digit is never corrected."""
    if not _SHORTEST <= len(word) <= _LONGEST or not word.isalpha():
        return None
    found = nearest_words(ledger, word, edits=2 if len(word) >= _TWO_EDITS else 1, limit=1)
    return found[0] if found else None


class Corrector:
    """Corrects the words of one query, each once and no more than a few: a pasted page is not mistyped.

    `changed` is word -> what stands in its place.
    """

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._tried: set[str] = set()
        self.changed: dict[str, str] = {}

    def correct(self, word: str) -> str | None:
        """Return what stands in a word's place, None where nothing does."""
        if word not in self._tried and len(self._tried) < _MOST_TRIED:
            self._tried.add(word)
            better = correct_word(self._ledger, word)
            if better is not None:
                self.changed[word] = better
        return self.changed.get(word)


def nearest_words(ledger: Ledger, word: str, *, edits: int, limit: int) -> list[str]:
    """Return words of the notes within so many edits: fewer edits first, then the same beginning, then the more frequent.

    Cost: a pass over the words of nearly the same length, at 80 ns each.
    """
    found: list[tuple[int, bool, int, str]] = []
    for length in range(len(word) - edits, len(word) + edits + 1):
        known = ledger.words_of_length(length)
        near = process.extract(word, known.keys(), scorer=OSA.distance, score_cutoff=edits, limit=None)
        for other, distance, _ in near:
            believed = distance == 1 or other[0] == word[0]
            if believed and not any(sign.isdigit() for sign in other):
                found.append((distance, other[0] != word[0], -known[other], other))
    return [other for *_, other in sorted(found)[:limit]]
