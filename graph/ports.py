"""What the domain needs from outside: an index over passages.

Two engines implement it (Whoosh, and Tantivy as an extra), and one in memory stands in tests; one contract test suite
runs against all three. Engines know words as they are given and nothing else: cutting, stemming, correction, ranking
and filters are shared code above the port. A vector stage would be a further source of hits, fused by weighted sum.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

__all__ = ["Hit", "Lookup", "Passage", "PassageIndex"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """One entry of the index: a section of a note, or a concept's card.

    `id` is unique; passages of one `group` are replaced together. `headings` and `body` hold words parted by spaces,
    as they are to be matched; a newline ends a heading (the section's own stands last) or a block. `labels` are what
    a look-up can filter by. `stored` comes back with a hit, unread.
    """

    id: str
    group: str
    headings: str
    body: str
    labels: tuple[str, ...] = ()
    stored: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lookup:
    """What is looked for: passages with any of `words` (word -> weight), all `required` words, no `excluded` one.

    Of each set in `labels` a passage has at least one label. Without `words` nothing is found.
    """

    words: Mapping[str, float]
    required: frozenset[str] = frozenset()
    excluded: frozenset[str] = frozenset()
    labels: tuple[frozenset[str], ...] = field(default=())


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage and the engine's score for it; scores of one search compare, others do not."""

    passage: Passage
    score: float


class PassageIndex(Protocol):
    """Full-text search over passages. Opening and updating may raise `KnotworkError`; no look-up does."""

    def replace(self, remove: Collection[str], add: Iterable[Passage]) -> None:
        """Drop the groups `remove`, add passages, and commit once; a search sees all of it or nothing."""
        ...

    def search(self, lookup: Lookup, *, limit: int) -> Sequence[Hit]:
        """Return the best passages, by BM25 of headings and of body added up; the best first, ties by id."""
        ...

    def passage_count(self, word: str) -> int:
        """Return in how many passages' bodies or headings, whichever is more, a word occurs."""
        ...

    def close(self) -> None:
        """Let go of files; the index is not used afterwards."""
        ...
