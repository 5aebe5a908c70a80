"""Where one sentence of a text ends and the next begins."""

from __future__ import annotations

import re
from collections.abc import Iterator

__all__ = ["split_sentences"]

_SENTENCE_END = re.compile(r"(?<=[a-z0-9)\"'])[.!?]\s+(?=[A-Z\"'(])|\n+|;\s+|[。！？]")


def split_sentences(plain: str) -> Iterator[tuple[int, int]]:
    """Yield the bounds of each sentence in a text; abbreviations with a dot inside do not end one."""
    start = 0
    for found in _SENTENCE_END.finditer(plain):
        if plain[start : found.start() + 1].strip():
            yield start, found.start() + (0 if plain[found.start()] in "\n;" else 1)
        start = found.end()
    if plain[start:].strip():
        yield start, len(plain)
