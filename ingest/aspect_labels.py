"""Labels that tell under which aspect the lines below speak of the topic: "Performance & Availability:", "Data management:"."""

from __future__ import annotations

import re

from ingest.document import Block, BlockKind
from ingest.lead_terms import Lead
from ingest.node_names import has_proper_shape

__all__ = ["is_aspect_label"]

_JOINED = re.compile(r"\s(?:and|&)\s|/", re.IGNORECASE)
_QUALITY = re.compile(r"[A-Za-z][a-z]*(?:bility|ance|ence|ency)", re.IGNORECASE)
_DOING = frozenset(
    """
    authentication authorization integration integrations management maintenance administration operation operations
    configuration configurations observability visibility access design characteristics behavior behaviour connectivity
    """.split()
)
_MOST = 3  # words of a label that joins nothing


def is_aspect_label(block: Block, lead: Lead) -> bool:
    """Return whether an item or line over others is such a label: it ends in a colon, and names an aspect or joins two."""
    if not lead.alone or block.end <= block.last or block.kind not in (BlockKind.ITEM, BlockKind.PARAGRAPH):
        return False
    if not block.text.plain.rstrip(" *").endswith(":") or lead.gloss or has_proper_shape(lead.name):
        return False
    words = lead.name.split()
    last = words[-1].casefold()
    told = last in _DOING or bool(_QUALITY.fullmatch(last))
    return bool(_JOINED.search(lead.name)) or (told and len(words) <= _MOST)
