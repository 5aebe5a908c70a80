"""Where one sentence of a text ends and the next begins."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

__all__ = ["split_sentences"]

_SENTENCE_END = re.compile(  # begins with the sign itself, which the engine can look for
    r"[.!?;\n。！？](?<!a\.k\.a[.!?;\n。！？])(?<!A\.K\.A[.!?;\n。！？])(?:(?<=[。！？])|(?<=\n)\n*|(?<=;)\s+"
    r"|(?:(?<=[a-z0-9)\"'][.!?])|(?<=[A-Z]{2}[.!?]))\s+(?=[A-Z\"'(]))"
)


@lru_cache(maxsize=4096)  # several rules ask for the sentences of one note's texts in turn
def split_sentences(plain: str) -> tuple[tuple[int, int], ...]:
    """Return the bounds of each sentence in a text; abbreviations with a dot inside do not end one."""
    return tuple(_bounds(plain))


def _bounds(plain: str) -> Iterator[tuple[int, int]]:
    start = 0
    for found in _SENTENCE_END.finditer(plain):
        if plain[start : found.start() + 1].strip():
            yield start, found.start() + (0 if plain[found.start()] in "\n;" else 1)
        start = found.end()
    if plain[start:].strip():
        yield start, len(plain)
