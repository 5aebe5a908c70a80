"""A text with a capital for what its author marks as a name, however it is written: "such as **nginx**"."""

from __future__ import annotations

import re

from ingest.document import MarkKind, Text

__all__ = ["as_name", "with_capitals"]

_ACTS_ON = re.compile(r" (?:them|it|the|an?|your|their)\b")  # "and `route` them": a verb
_TOOL = re.compile(r"[a-z][a-z-]{2,}")


def with_capitals(text: Text, *kinds: MarkKind) -> str:
    """Return the plain text, as long as before, with a capital for each small word that a mark of these kinds is all of."""
    plain = text.plain
    for mark in text.marks:
        small = mark.kind in kinds and _TOOL.fullmatch(plain, mark.start, mark.end)
        if small and not _ACTS_ON.match(plain, mark.end):
            plain = plain[: mark.start] + plain[mark.start].upper() + plain[mark.start + 1 :]
    return plain


def as_name(words: str) -> str:
    """Return a single word with a capital: what is put into what is meant as the thing of that name, however it is written."""
    return words if " " in words.strip() else words.strip().capitalize()
