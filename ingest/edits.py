"""Small edits to a source before it is parsed, and the way from the edited text back to the source."""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate, islice

__all__ = ["Edit", "Normalised", "Remark", "apply_edits"]

_NOT_ASCII = re.compile(r"[^\x00-\x7f]+")
# 1 where a byte begins a character of UTF-8, 0 where it continues one
_LEADS = bytes(0 if byte & 0xC0 == 0x80 else 1 for byte in range(256))

Edit = tuple[int, int, str]
"""Source offsets `start`, `end` (start <= end) and what stands there instead."""

Remark = tuple[int, str]
"""A source offset and what a reader of the report should know of it."""


@dataclass(frozen=True, slots=True)
class Normalised:
    """What the parser is given.

    `where[b]` is the source offset (in characters) of byte `b` of `text`'s UTF-8; one entry more than bytes.
    `edited` tells whether `text` differs from the source in length.
    """

    text: str
    where: Sequence[int]
    edited: bool


def apply_edits(source: str, edits: Iterable[Edit]) -> Normalised:
    """Return the source with the edits made; of two that overlap the one that begins first holds.

    Cost: O(source); an unedited ASCII source costs nothing.
    """
    ordered = sorted(edits)
    if not ordered:
        return Normalised(source, _offsets(source, 0), False)
    parts: list[str] = []
    where = array("I")
    position = 0
    for start, end, replacement in ordered:
        if start < position:
            continue
        kept = source[position:start]
        parts += (kept, replacement)
        where.extend(_offsets(kept, position)[:-1])
        where.extend([start] * len(replacement.encode()))
        position = end
    kept = source[position:]
    parts.append(kept)
    where.extend(_offsets(kept, position))
    return Normalised("".join(parts), where, True)


def _offsets(text: str, base: int) -> Sequence[int]:
    if text.isascii():
        return range(base, base + len(text) + 1)
    numbers, offsets, done = _numbers((base + len(text)).bit_length()), array("I"), 0
    for run in _NOT_ASCII.finditer(text):
        offsets += numbers[base + done : base + run.start()]
        leads = run[0].encode().translate(_LEADS)
        offsets.extend(islice(accumulate(leads, initial=base + run.start() - 1), 1, None))
        done = run.end()
    offsets += numbers[base + done : base + len(text) + 1]
    return offsets


@cache
def _numbers(bits: int) -> array[int]:
    """All numbers of so many bits, in order: copied from by the stretch, which is much faster than counting."""
    return array("I", range(1 << bits))
