"""Notes that say the same on purpose: translations and versions of one another."""

from __future__ import annotations

import re
from functools import lru_cache

from graph.model import NoteId

__all__ = ["are_counterparts"]

_LANGUAGE = re.compile(r"[._-](?:[a-z]{2}(?:[-_](?:[A-Z]{2}|[A-Z][a-z]{3}))?)$")  # README-ja, README-zh-Hans
_ENDING = re.compile(r"\.[A-Za-z]+$")


@lru_cache(maxsize=50_000)
def _parts(path: NoteId) -> tuple[tuple[str, ...], str]:
    *folders, name = path.split("/")
    return tuple(folders), _LANGUAGE.sub("", _ENDING.sub("", name)).casefold()


def are_counterparts(a: NoteId, b: NoteId) -> bool:
    """Return whether two notes bear one name in folders that differ in one place, or differ in a language's mark only."""
    (first, name), (second, other) = _parts(a), _parts(b)
    if a == b or name != other:
        return False
    short, long = sorted((first, second), key=len)
    if len(short) == len(long):
        return sum(x != y for x, y in zip(first, second, strict=True)) <= 1
    return len(long) == len(short) + 1 and any(long[:i] + long[i + 1 :] == short for i in range(len(long)))
