"""The words that the notes use, and the one that a mistyped word may have meant."""

from __future__ import annotations

import math
from collections import Counter, defaultdict

from graph.knowledge_base import KnowledgeBase
from graph.near_names import edit_distance
from search.words import STOP_WORDS, cut_words, stems

__all__ = ["Vocabulary"]


class Vocabulary:
    """Counts of every word in the notes, of one generation. Cost to make: one pass over the notes' text."""

    def __init__(self, kb: KnowledgeBase) -> None:
        self._counts: Counter[str] = Counter()
        for path in kb.note_titles():
            self._counts.update(cut_words(kb.note(path).text))
        self._stems: Counter[str] = Counter()
        for word, count in self._counts.items():
            self._stems.update(dict.fromkeys(stems(word, keep_stop_words=True), count))
        self._total = sum(self._counts.values())
        self._by_length: dict[int, list[str]] = defaultdict(list)
        for word in sorted(self._counts):
            self._by_length[len(word)].append(word)

    def __contains__(self, word: str) -> bool:
        return word in self._counts

    def weight(self, stem: str) -> float:
        """Return how telling a stem is: log(1 + words in all / (1 + times it occurs)), after inverse document frequency."""
        return math.log(1 + self._total / (1 + self._stems[stem]))

    def correct(self, words: list[str]) -> list[str]:
        """Return the words with unknown ones corrected, joined (`dynamo db`) or split (`route53`) where the notes do so.

        A word that occurs stays as it is, and so does one with a digit, unless its parts occur.
        """
        corrected: list[str] = []
        place = 0
        while place < len(words):
            word, following = words[place], words[place + 1] if place + 1 < len(words) else ""
            if (
                following
                and word + following in self._counts
                and not (word in self._counts and following in self._counts)
            ):
                corrected.append(word + following)
                place += 2
                continue
            corrected += [word] if word in self._counts or word in STOP_WORDS else self._nearest(word)
            place += 1
        return corrected

    def _nearest(self, word: str) -> list[str]:
        for cut in range(1, len(word)):
            if (
                word[:cut] in self._counts
                and word[cut:] in self._counts
                and (word[cut:].isdigit() or min(cut, len(word) - cut) > 2)
            ):
                return [word[:cut], word[cut:]]
        if len(word) < 4 or any(sign.isdigit() for sign in word):
            return [word]
        allowed = 1 if len(word) < 6 else 2
        found: list[tuple[int, bool, int, str]] = []
        for length in range(len(word) - allowed, len(word) + allowed + 1):
            for other in self._by_length.get(length, ()):
                distance = edit_distance(word, other, limit=allowed)
                if distance <= allowed and not any(sign.isdigit() for sign in other):
                    found.append((distance, other[0] != word[0], -self._counts[other], other))
        return [min(found)[3]] if found else [word]
