"""What the domain needs from outside: an index over passages.

Two engines implement it (Whoosh, and Tantivy as an extra), and a fake in memory stands in tests; one
contract test suite runs against all three.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

from graph.model import NoteId

__all__ = ["Hit", "Passage", "PassageIndex"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """What the index holds one entry of: a section of a note, or a concept's card.

    `id` is unique; `group` is what is replaced together: the note's path for sections, a constant for cards.
    `headings` and `body` are plain text for two separate fields; `kind`, `tags` and `folders` filter.
    """

    id: str
    group: str
    headings: str
    body: str
    kind: str
    tags: tuple[str, ...] = ()
    path: NoteId | None = None


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage's id and the engine's score; scores of one search compare, others do not."""

    id: str
    score: float


class PassageIndex(Protocol):
    """Full-text search over passages. Any method may raise `KnotworkError`; no query text does."""

    @property
    def generation(self) -> str:
        """The generation of the knowledge base that the index was made from; empty where it is new."""
        ...

    def update(self, *, generation: str, remove: Iterable[str], add: Iterable[Passage], groups: dict[str, str]) -> None:
        """Drop the groups `remove`, add passages, and commit once; `groups` is then group -> what it was made from."""
        ...

    def search(self, words: Sequence[str], *, limit: int) -> Sequence[Hit]:
        """Return the passages that hold any of the words, the best first, ties by id."""
        ...
