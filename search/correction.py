"""The word of the notes that a mistyped one may have meant."""

from __future__ import annotations

from functools import lru_cache

from graph.near_names import edit_distance
from search.ledger import Ledger

__all__ = ["correct_word", "nearest_words"]

_SHORTEST = 4  # letters; shorter words are near to everything
_TWO_EDITS = 8  # letters from which two slips are believed, and then only behind the same first letter
_LONGEST = 40


def correct_word(ledger: Ledger, word: str) -> str | None:
    """Return the nearest word of the notes, None where none is near enough; a word with a digit is never corrected."""
    if not _SHORTEST <= len(word) <= _LONGEST or not word.isalpha():
        return None
    found = nearest_words(ledger, word, edits=2 if len(word) >= _TWO_EDITS else 1, limit=1)
    return found[0] if found else None


def nearest_words(ledger: Ledger, word: str, *, edits: int, limit: int) -> list[str]:
    """Return words of the notes within so many edits: fewer edits first, then the same beginning, then the more frequent.

    Cost: a pass over the words of nearly the same length; those whose letters differ too much are passed over unread.
    """
    letters = _letters(word)
    found: list[tuple[int, bool, int, str]] = []
    for other, count in ledger.words_of_length(len(word) - edits, len(word) + edits):
        if (letters ^ _letters(other)).bit_count() > 2 * edits:
            continue
        distance = edit_distance(word, other, limit=edits)
        near = distance <= edits and (distance == 1 or other[0] == word[0])
        if near and not any(sign.isdigit() for sign in other):
            found.append((distance, other[0] != word[0], -count, other))
    return [other for *_, other in sorted(found)[:limit]]


@lru_cache(maxsize=200_000)
def _letters(word: str) -> int:
    """Return the set of a word's letters as bits; one edit changes at most two of them."""
    bits = 0
    for sign in word:
        bits |= 1 << (ord(sign) % 61)
    return bits
