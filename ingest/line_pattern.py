"""A pattern that matches at the beginning of a line, sought from line end to line end.

The engine tries `^` at every character; a line's end it finds by itself, which takes a fifth of the time.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

__all__ = ["LinePattern"]


class LinePattern:
    """What `re.compile("^form", re.MULTILINE)` is, for a form that never matches nothing."""

    def __init__(self, form: str, flags: int = 0) -> None:
        self._at = re.compile(form, flags | re.MULTILINE)
        self._behind = re.compile(f"\n(?={form})", flags | re.MULTILINE)

    def search(self, text: str, start: int, end: int) -> re.Match[str] | None:
        """Return the first match in `text[start:end]`, or None."""
        begins = not start or text[start - 1] == "\n"
        found = self._at.match(text, start, end) if begins else None
        if found:
            return found
        line_end = self._behind.search(text, start, end)
        return self._at.match(text, line_end.end(), end) if line_end else None

    def finditer(self, text: str, regions: Iterable[tuple[int, int]]) -> Iterator[re.Match[str]]:
        """Yield the matches in these regions, in order and without overlaps."""
        for start, end in regions:
            found = self.search(text, start, end)
            while found:
                yield found
                found = self.search(text, found.end(), end)
