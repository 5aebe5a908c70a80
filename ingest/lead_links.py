"""Where the link that an item leads with goes: to another text, or away."""

from __future__ import annotations

from ingest.document import Block, Mark, MarkKind
from ingest.lead_terms import Lead

__all__ = ["lead_marks", "leads_away", "leads_to_text"]


def leads_away(block: Block, lead: Lead) -> bool:
    """Return whether the term is a link to a page elsewhere: something that stands for itself."""
    return any(mark.kind is MarkKind.LINK and "://" in mark.target for mark in lead_marks(block, lead))


def leads_to_text(block: Block, lead: Lead) -> bool:
    """Return whether the term is a link to another text, in these notes or elsewhere."""
    return any(mark.kind is MarkKind.LINK for mark in lead_marks(block, lead))


def lead_marks(block: Block, lead: Lead) -> list[Mark]:
    """Return the marks of the text that begin within the lead."""
    return [mark for mark in block.text.marks if mark.start <= lead.start and lead.end <= mark.end]
