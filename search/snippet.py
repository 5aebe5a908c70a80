"""A result's snippet: its lines without markup signs, with the query's words marked."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from search.words import stems

__all__ = ["make_snippet"]

_LONGEST = 240  # code points
_MARKUP = re.compile(r"^\s*(?:[-*+]|\d+[.)]|#{1,6}|>)\s*|\*\*|__|`|^\s*\|?[\s:|-]+\|?\s*$|\[\[|\]\]")
_WORD = re.compile(r"\w+")


def make_snippet(lines: Sequence[str], words: Sequence[str]) -> tuple[str, tuple[tuple[int, int], ...]]:
    """Return the snippet and the (start, end) of each word of the query in it, in code points."""
    plain = " ".join(part for line in lines if (part := _MARKUP.sub("", line).strip(" |")))
    text = " ".join(plain.split())
    if len(text) > _LONGEST:
        text = text[: text.rfind(" ", 0, _LONGEST)] + " …"
    wanted = set(words)
    marks = tuple(m.span() for m in _WORD.finditer(text) if not wanted.isdisjoint(_stems_of(m[0])))
    return text, marks


@lru_cache(maxsize=100_000)
def _stems_of(word: str) -> frozenset[str]:
    return frozenset(stems(word, keep_stop_words=True))
