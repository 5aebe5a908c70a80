"""Which blocks are release notes: below a heading of a version and nothing else but its date.

What they say was done, not what is so: "Require Ruby > 2.1.0" is no relation of the topic, "Development Fixes" no thing.
"""

from __future__ import annotations

import re

from ingest.document import BlockKind, Document

__all__ = ["release_notes"]

_RELEASE = re.compile(
    r"^\W*(?:(?:version|release|changes in)\s+)?(?:v?\d+\.\d+(?:\.\d+)*[\w.+-]*|unreleased|HEAD)\W*"
    r"(?:(?:released?\s*)?\W*(?:\d{4}[-/.]\d\d?[-/.]\d\d?|\d{1,2}\s+\w{3,9},?\s+\d{4}|\w{3,9}\s+\d{1,2}(?:st|nd|rd|th)?,?\s+\d{4}))?\W*$",
    re.IGNORECASE,
)
_FEW = 2  # such headings that make a history; one alone may be a chapter's number


def release_notes(document: Document) -> frozenset[int]:
    """Return the indexes of the blocks below a release's heading, where the note has several of them."""
    blocks = document.blocks
    releases = {i for i, b in enumerate(blocks) if b.kind is BlockKind.HEADING and _RELEASE.match(b.text.plain)}
    if len(releases) < _FEW:
        return frozenset()
    inside: set[int] = set()
    for index, block in enumerate(blocks):
        if block.heading in releases or block.heading in inside or block.parent in inside:
            inside.add(index)
    return frozenset(inside)
