"""Answers that were given before, kept as long as the index is of the same generation."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock

from search.answer import SearchAnswer

__all__ = ["AnswerCache"]

_MOST = 500  # answers; about 5 kB each


class AnswerCache:
    """The answers of one generation, the longest unasked dropped first. Safe to share between threads."""

    def __init__(self, most: int = _MOST) -> None:
        self._most = most
        self._generation = ""
        self._answers: OrderedDict[Hashable, SearchAnswer] = OrderedDict()
        self._lock = Lock()

    def answer(self, generation: str, question: Hashable, find: Callable[[], SearchAnswer]) -> SearchAnswer:
        """Return the kept answer, else find it and keep it; another generation forgets all."""
        with self._lock:
            if generation != self._generation:
                self._generation = generation
                self._answers.clear()
            kept = self._answers.get(question)
            if kept is not None:
                self._answers.move_to_end(question)
                return kept
        found = find()
        with self._lock:
            if generation == self._generation:
                self._answers[question] = found
                while len(self._answers) > self._most:
                    self._answers.popitem(last=False)
        return found
