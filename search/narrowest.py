"""The narrowest lines that answer, chosen within a section when the query is known."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from graph.model import Span
from search.concept_places import MAX_LINES
from search.passages import Entry

__all__ = ["MAX_LINES", "Narrowed", "narrow"]

_ALL = 0.99  # of the weight, against rounding
_NONE: frozenset[str] = frozenset()

Held = Callable[[frozenset[str]], float]
Lines = Mapping[int, frozenset[str]]


@dataclass(frozen=True, slots=True)
class Narrowed:
    """The lines that answer, and how much of the query's weight they hold together with the heading above them."""

    span: Span
    held: float


def narrow(entry: Entry, headings: frozenset[str], lines: Lines, held: Held) -> Narrowed:
    """Return the lines of a section that hold most of a query's weight, at most twelve.

    A block counts with the items it is nested in, which are shown with it where they add a word. The heading's words
    count for every block; where no block adds to them the section's beginning answers. A tie goes to the first block;
    one that is nothing but a link is the last choice.

    Args:
        entry: the section's lines and blocks.
        headings: the stems of its heading path.
        lines: the stems of each block that holds any, by its place.
        held: how much of the query's weight a set of stems holds.
    """
    beginning = Span(
        entry.span.path, entry.span.line_start, min(entry.span.line_end, entry.span.line_start + MAX_LINES - 1)
    )
    named = held(headings)
    best = (-named, False, -1)
    for place, words in lines.items():
        pointer = entry.segments.pointers[place]
        told = headings.union(words, *(lines.get(upper, _NONE) for upper in _above(entry.segments.depths, place)))
        best = min(best, (-held(told) * (0.5 if pointer else 1.0), pointer, place))
    place = best[2]
    if place < 0 or -best[0] <= named / _ALL:
        return Narrowed(beginning, named)
    return Narrowed(_span(entry, place, lines, held), -best[0])


def _above(depths: Sequence[int], place: int) -> Iterator[int]:
    """Yield the items that a segment is nested in, the innermost first."""
    depth = depths[place]
    for upper in range(place - 1, -1, -1):
        if depth < 2 or not depths[upper]:
            return
        if depths[upper] < depth:
            yield upper
            depth = depths[upper]


def _span(entry: Entry, place: int, lines: Lines, held: Held) -> Span:
    """Return the block's lines, with the items above it that add a word and those nested below it, as far as twelve reach."""
    firsts, lasts, depths = entry.segments.firsts, entry.segments.lasts, entry.segments.depths
    first, last, depth = firsts[place], lasts[place], depths[place]
    words = lines[place]
    for upper in _above(depths, place):
        wider = words | lines.get(upper, _NONE)
        if held(wider) > held(words) and last - firsts[upper] < MAX_LINES:
            first, words = firsts[upper], wider
    for lower in range(place + 1, len(depths)):
        if depths[lower] <= depth or not depth or lasts[lower] - first >= MAX_LINES or firsts[lower] - last > 1:
            break
        last = lasts[lower]
    return Span(entry.span.path, first, min(last, first + MAX_LINES - 1))
