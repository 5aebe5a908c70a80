"""Lists without marks: a line for each statement, indented lines below it, in notes whose author writes hardly any bullets.

```
Bridging = the balancer ends the connection
    it needs a certificate for the name
Pass Through = nothing is decrypted
```

To a Markdown parser that is one paragraph, and reading it as one makes sentences of lines that are none. Wrapped prose has
line ends, too: there a line ends because the next word had no room. A note's lines are statements where most of them
ended with room to spare, few with a full stop, and runs of them are more than its bullets.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from ingest.edits import Edit
from ingest.line_pattern import LinePattern

__all__ = ["find_unmarked_lists"]

_LINE = re.compile(r"([ \t]*)((?:[^\r\n]*[^\r\n \t])?)([ \t]*)(?:\r?\n|\Z)")
_MARKED = re.compile(r"(?:[-*+•●▪◦‣]|[0-9]{1,3}[.)])(?:\s|$)")
_OTHER = re.compile(
    r"#{1,6}\s|[|>$:]|<|`{3}|~{3}|!\[|[-=*_]{3,}\s*$|\[\^|%%|\{[%{]|https?:|[\w/-]+::(?:\s|$)|[A-H][.)]\s|.*\|.*\|"
)
# A line of prose right above another, and a line with a list's mark: a cheap first look.
_PAIR = LinePattern(
    r"[^\s#>|<\d*+\-][^\n]*\n(?=[ \t]*[^\s#>|<*+\-])|[ \t]*\*\*[^\n]*\n(?=[ \t]*[^\s#>|<+\-])|\t+[^\s#>|<*+\-]"
)
_BULLET = LinePattern(r"[ \t]*(?:[-*+]|[0-9]{1,3}[.)])[ \t]")
_BOLD_LINE = re.compile(r"\*\*[^*]+\*\*:?$")
_TARGET = re.compile(r"\]\([^()\s]*\)")
_BEGINS = re.compile(r"[A-Z0-9*\[`_(]")
_ENDED = (".", "!", "?", ",", ";")
_FULL = 0.7  # of the longest lines but a tenth
_LEAST = 6  # line ends that tell
_LONG = 3  # lines of a run
_TAB = 4


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    indent: int  # columns
    text: str
    content: int  # offset
    length: int  # characters that a reader sees
    hard: bool  # ends in blanks, for Markdown a line end: the author knows the signs


def find_unmarked_lists(text: str, regions: list[tuple[int, int]]) -> list[Edit]:
    """Return edits that put a mark in front of each line that is a statement. Cost: linear; most notes are left early."""
    pairs = _count(_PAIR, text)
    if pairs < _LEAST or pairs < _count(_BULLET, text):
        return []
    runs, marked = _runs(text, regions)
    long = [run for run in runs if len(run) >= _LONG]
    if sum(map(len, long)) <= max(marked, sum(map(len, runs)) // 2) or not _states(long):
        return []
    edits: list[Edit] = []
    for run in runs:
        single = len(run) == 1 and (_BOLD_LINE.match(run[0].text) or run[0].text.endswith(_ENDED))
        if not single:
            edits += _marks(text, run)
    return edits


def _count(pattern: LinePattern, text: str) -> int:
    return sum(1 for _ in pattern.finditer(text, [(0, len(text))]))


def _runs(text: str, regions: list[tuple[int, int]]) -> tuple[list[list[_Line]], int]:
    """Lines of prose that stand together, outside lists, and how many lines begin with a list's mark."""
    runs: list[list[_Line]] = []
    marked = 0
    for start, end in regions:
        found, items = _runs_in(text, start, end)
        runs += found
        marked += items
    return runs, marked


def _runs_in(text: str, start: int, end: int) -> tuple[list[list[_Line]], int]:
    runs: list[list[_Line]] = []
    run: list[_Line] = []
    marked, listed, blank = 0, False, True
    for match in _LINE.finditer(text, start, end):
        said = match[2]
        indent = len(match[1].expandtabs(_TAB))
        if _MARKED.match(said):
            marked, listed = marked + 1, True
        elif said and blank and not indent:
            listed = False
        if not listed and _is_prose(said) and (run or indent < _TAB):
            run.append(_Line(match.start(), indent, said, match.start(2), _length(said), len(match[3]) > 1))
        elif run:
            runs.append(run)
            run = []
        blank = not said or said.startswith("#")
        listed = listed and not said.startswith("#")
    return [*runs, run] if run else runs, marked


def _is_prose(said: str) -> bool:
    return said != "" and not _OTHER.match(said)


def _states(runs: list[list[_Line]]) -> bool:
    """Whether lines end where their author wanted, and not where a line was full or a sentence over."""
    ends = [pair for run in runs for pair in pairwise(run)]
    if len(ends) < _LEAST:
        return False
    told = [line for line, after in ends if not line.hard and _begins(line, after)]
    ended = sum(line.text.endswith(_ENDED) for line in told)
    return 3 * len(told) >= 2 * len(ends) and 2 * ended <= len(told) and not _are_full(runs, ends)


def _are_full(runs: list[list[_Line]], ends: list[tuple[_Line, _Line]]) -> bool:
    """Whether most lines are about as long as lines get here: then they end where they were full."""
    lengths = sorted(line.length for run in runs for line in run)
    full = lengths[len(lengths) * 9 // 10] * _FULL
    return 2 * sum(line.length >= full for line, _ in ends) > len(ends)


def _begins(line: _Line, after: _Line) -> bool:
    return bool(_BEGINS.match(after.text)) or after.indent > line.indent


def _length(said: str) -> int:
    return len(_TARGET.sub("", said)) if "](" in said else len(said)


def _marks(text: str, run: list[_Line]) -> list[Edit]:
    """A mark for each line, by its depth; a line right above a marked list announces it, and stays a paragraph."""
    edits: list[Edit] = []
    above: list[int] = []
    for line in run:
        while above and line.indent <= above[-1]:
            above.pop()
        depth = len(above)
        above.append(line.indent)
        edits.append((line.start, line.content, "  " * depth + "- "))
    behind = _LINE.match(text, run[-1].content)
    following = _LINE.match(text, behind.end()) if behind else None
    if following and _MARKED.match(following[2]) and not run[-1].indent:
        edits[-1] = (run[-1].start, run[-1].content, "\n" if len(run) > 1 else "")
    return edits
