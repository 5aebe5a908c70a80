"""Whom a statement is about by its own words: "EBS provides block storage" under EC2 is said of EBS too."""

from __future__ import annotations

import re

from ingest.known_names import KnownNames

__all__ = ["statement_subject"]

_ARTICLE = re.compile(r"(?:(?:the|an?)\s+)?", re.IGNORECASE)
_GOES_ON = re.compile(r"(?:\s*\([^()]*\))?(?:\s+(?!and\b|or\b|vs\b|&)[a-z]|\s*[:–—=]\s*\S|\s+-\s+\S)")


def statement_subject(known: KnownNames, text: str) -> str:
    """Return the key of the one thing that a statement begins with and goes on about; "" where there is none.

    A name that two things have is nobody's: only its place in the note could tell whose.
    """
    found = _ARTICLE.match(text)
    start = found.end() if found else 0
    first = next(iter(known.find(text)), None)
    if first is None or first.start != start or first.vendor or known.is_shared(text[first.start : first.end]):
        return ""
    return first.key if _GOES_ON.match(text, first.end) else ""
