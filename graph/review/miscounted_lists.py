"""A line that says how many, and a list below it that has another number of items."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from graph.model import Span
from graph.review.finding import Observation, Quote
from graph.review.material import Block, Material

__all__ = ["find_miscounted_lists"]

_WORDS = "two three four five six seven eight nine ten".split()
_COUNT = re.compile(
    rf"\b(?P<count>[2-9]|10|{'|'.join(_WORDS)})\s+(?P<noun>(?:[a-z][a-z-]*\s+){{0,3}}[a-z-]+s)\b", re.IGNORECASE
)
_OTHER_NUMBER = re.compile(r"\d")
_OPEN = re.compile(
    r"[:.?!;].|\b(?:such as|e\.g|for example|includ\w+|at least|at most|up to|over|more than|about|some of|or|of the"
    r"|these|first|last|every)\b",
    re.IGNORECASE,
)
_MEASURE = re.compile(
    r"\b(?:times|seconds|minutes|hours|days|weeks|months|years|bytes|points|cents|dollars|percents?)$", re.I
)


def find_miscounted_lists(material: Material) -> Iterator[Observation]:
    """Yield each line with a colon at its end whose number is not the number of items below it, two at least."""
    for blocks in material.blocks.values():
        for place, block in enumerate(blocks):
            said = _said(block.text)
            if said is None:
                continue
            items = _items(blocks, place)
            if len(items) > 1 and len(items) != said[0]:
                spans = [block.span, items[0].span, items[-1].span]
                yield Observation(
                    about=f"{said[0]} {said[1]}",
                    quotes=tuple(Quote(span, material.quoted(span)) for span in _ordered(spans)),
                    reason=f"the line says {said[0]} {said[1]}, the list below it has {len(items)}",
                    remedy="mend the number or the list",
                )


def _said(text: str) -> tuple[int, str] | None:
    if not text.endswith(":") or _OPEN.search(text):
        return None
    found = _COUNT.findall(text)
    if len(found) != 1:
        return None
    count, noun = found[0]
    number = int(count) if count.isdigit() else _WORDS.index(count.casefold()) + 2
    rest = text.replace(count, "", 1)
    return None if _OTHER_NUMBER.search(rest) or _MEASURE.search(noun) else (number, noun)


def _items(blocks: Sequence[Block], place: int) -> list[Block]:
    """The items right below a block: an item's children, or the list that follows a paragraph."""
    block = blocks[place]
    found: list[Block] = []
    for other in blocks[place + 1 :]:
        if other.section is not block.section or other.depth <= block.depth:
            break
        if other.depth == block.depth + 1:
            found.append(other)
    return found


def _ordered(spans: Sequence[Span]) -> list[Span]:
    return sorted(set(spans))
