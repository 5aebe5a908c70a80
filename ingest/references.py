"""A text that is one link to another text."""

from __future__ import annotations

from ingest.document import MarkKind, Text

__all__ = ["is_reference"]


def is_reference(text: Text) -> bool:
    """Return whether the text is one link and nothing else: it points to another text and says nothing of the topic."""
    for mark in text.marks:  # a loop: asked of every text by several rules
        if (
            mark.kind in (MarkKind.LINK, MarkKind.WIKILINK)
            and not text.plain[: mark.start].strip()
            and not text.plain[mark.end :].strip(" .")
        ):
            return True
    return False
