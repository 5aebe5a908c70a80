"""A passage index in memory: the plainest reading of the port, for tests."""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable, Sequence

from graph.ports import Hit, Lookup, Passage


class MemoryIndex:
    """A `PassageIndex` that looks at every passage."""

    def __init__(self) -> None:
        self._passages: dict[str, Passage] = {}

    def replace(self, remove: Collection[str], add: Iterable[Passage]) -> None:
        kept = [p for p in self._passages.values() if p.group not in set(remove)]
        self._passages = {p.id: p for p in [*kept, *add]}

    def search(self, lookup: Lookup, *, limit: int) -> Sequence[Hit]:
        hits = [Hit(p, self._score(p, lookup)) for p in self._passages.values() if self._fits(p, lookup)]
        hits = [hit for hit in hits if hit.score > 0]
        return sorted(hits, key=lambda hit: (-hit.score, hit.passage.id))[:limit]

    def passage_count(self, word: str) -> int:
        passages = self._passages.values()
        return max(sum(word in p.headings.split() for p in passages), sum(word in p.body.split() for p in passages))

    def close(self) -> None:
        """Nothing is open."""

    def _fits(self, passage: Passage, lookup: Lookup) -> bool:
        words = {*passage.headings.split(), *passage.body.split()}
        labelled = all(labels & set(passage.labels) for labels in lookup.labels)
        return lookup.required <= words and not lookup.excluded & words and labelled

    def _score(self, passage: Passage, lookup: Lookup) -> float:
        return sum(self._bm25(text.split(), lookup) for text in (passage.headings, passage.body))

    def _bm25(self, words: list[str], lookup: Lookup) -> float:
        total = 0.0
        for word, weight in lookup.words.items():
            count = words.count(word)
            rarity = math.log(1 + len(self._passages) / (1 + self.passage_count(word)))
            total += weight * rarity * count * 2.2 / (count + 1.2 * (0.25 + 0.75 * len(words) / 20))
        return total
