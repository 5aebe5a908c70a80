"""Notes that say the same on purpose: translations and versions of one another."""

from __future__ import annotations

import re
from functools import lru_cache

from graph.model import NoteId

__all__ = ["are_counterparts", "differ_in_language"]

_LANGUAGE = re.compile(r"[._-](?:[a-z]{2}(?:[-_](?:[A-Z]{2}|[A-Z][a-z]{3}))?)$")  # README-ja, README-zh-Hans
_FOLDER = re.compile(r"^[a-z]{2}(?:[-_](?:[A-Za-z]{2}|[A-Z][a-z]{3}))?$")
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


def differ_in_language(a: NoteId, b: NoteId) -> bool:
    """Return whether two notes lie in folders of two languages, such as `es/` and `pt-br/`."""
    marks = [next((folder for folder in _parts(path)[0] if _FOLDER.match(folder)), "") for path in (a, b)]
    return all(marks) and marks[0] != marks[1]
