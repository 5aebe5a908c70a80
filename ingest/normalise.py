"""From the text of a file to text that the Markdown parser reads as its author meant it."""

from __future__ import annotations

import re

from ingest.document import Diagnostic
from ingest.edits import Edit, Normalised, apply_edits

__all__ = ["normalise"]

_LONE_CR = re.compile(r"\r(?!\n)")
_NOT_LINE_END = re.compile(r"[^\r\n]+")


def normalise(source: str, begin: int) -> tuple[Normalised, tuple[Diagnostic, ...]]:
    """Return what to parse of a source whose front matter ends at offset `begin`."""
    edits: list[Edit] = []
    diagnostics: list[Diagnostic] = []
    text = source
    if begin:  # blank lines instead: offsets stay as they are
        text = _NOT_LINE_END.sub(lambda match: " " * len(match[0]), source[:begin]) + source[begin:]
    if "\r" in text:
        text = _LONE_CR.sub("\n", text)
    return apply_edits(text, edits), tuple(diagnostics)
