"""A text that is one link to another text."""

from __future__ import annotations

from ingest.document import MarkKind, Text

__all__ = ["is_reference"]


def is_reference(text: Text) -> bool:
    """Return whether the text is one link and nothing else: it points to another text and says nothing of the topic."""
    return bool(text.marks) and any(
        mark.kind in (MarkKind.LINK, MarkKind.WIKILINK)
        and not text.plain[: mark.start].strip()
        and not text.plain[mark.end :].strip(" .")
        for mark in text.marks
    )
