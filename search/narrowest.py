"""The narrowest lines that answer, chosen within a section when the query is known."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from graph.model import Section, Span
from search.words import stems

__all__ = ["MAX_LINES", "narrowest_span"]

MAX_LINES = 12  # more than that cites a page, not a place


def narrowest_span(
    section: Section, lines: Sequence[str], words: Sequence[str], weight: Callable[[str], float]
) -> Span:
    """Return the lines of a section that hold most of the words' weight.

    A heading that holds all of them answers with the section's beginning. Else the best block answers, with the
    items nested below it, as far as twelve lines reach; a tie goes to the first.
    """
    wanted = dict.fromkeys(words)
    total = sum(weight(word) for word in wanted)
    heading = set(stems(section.headings[-1]))
    named = sum(weight(word) for word in wanted if word in heading)
    start = section.line_start
    whole = Span(section.path, start, min(section.line_end, start + MAX_LINES - 1))
    if not section.blocks or named >= 0.99 * total:
        return whole
    scored = []
    for place, (first, last, _) in enumerate(section.blocks):
        held = set(stems(" ".join(lines[first - 1 : last])))
        value = sum(weight(word) for word in wanted if word in held)
        scored.append((-value, place))
    best, place = min(scored)
    if -best <= named:
        return whole
    first, last, depth = section.blocks[place]
    for lower_first, lower_last, lower in section.blocks[place + 1 :]:
        if lower <= depth or not depth or lower_last - first >= MAX_LINES or lower_first - last > 1:
            break
        last = lower_last
    return Span(section.path, first, min(last, first + MAX_LINES - 1))
