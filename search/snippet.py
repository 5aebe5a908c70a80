"""A result's snippet: its lines without markup signs, with the query's words marked."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from graph.words import stems

__all__ = ["make_snippet"]

_LONGEST = 240  # code points
_LEADING = re.compile(r"\s*(?:>\s*|(?:[-*+]|\d{1,9}[.)]|#{1,6})(?:\s+|$))*")  # quotes, list markers, heading signs
_RULE = re.compile(r"[\s:|-]*")  # below a table's head, or between paragraphs
_SIGNS = ("**", "__", "`", "[[", "]]")
_WORD = re.compile(r"\w+")


def make_snippet(lines: Sequence[str], words: Sequence[str]) -> tuple[str, tuple[tuple[int, int], ...]]:
    """Return the snippet and the (start, end) of each word of the query in it, in code points.

    Of lines that are too long for a snippet, those from which most of the query's words follow are shown.
    """
    wanted = frozenset(words)
    parts = [part for line in lines if (part := _plain(line))]
    start = _best_start(parts, wanted) if sum(map(len, parts)) + len(parts) > _LONGEST else 0
    text = " ".join(parts[start:])
    if start:
        text = f"… {text}"
    if len(text) > _LONGEST:
        text = text[: text.rfind(" ", 0, _LONGEST)] + " …"
    marks = tuple(m.span() for m in _WORD.finditer(text) if not wanted.isdisjoint(_stems_of(m[0])))
    return text, marks


def _plain(line: str) -> str:
    if _RULE.fullmatch(line):
        return ""
    begins = _LEADING.match(line)
    plain = line[begins.end() :] if begins else line
    for sign in _SIGNS:
        plain = plain.replace(sign, "")
    return " ".join(plain.strip(" |").split())


def _best_start(parts: Sequence[str], wanted: frozenset[str]) -> int:
    """Return the part from which a snippet's length holds most of the wanted stems; of equals, that which holds most itself."""
    held = [wanted & frozenset().union(*map(_stems_of, _WORD.findall(part))) for part in parts]
    best, place = (0, 0), 0
    for start in range(len(parts)):
        found: frozenset[str] = frozenset()
        length = 0
        for part, words in zip(parts[start:], held[start:], strict=True):
            if length and length + len(part) > _LONGEST:
                break
            length += len(part) + 1
            found |= words
        if (len(found), len(held[start])) > best:
            best, place = (len(found), len(held[start])), start
    return place


@lru_cache(maxsize=100_000)
def _stems_of(word: str) -> frozenset[str]:
    return frozenset(stems(word, keep_stop_words=True))
