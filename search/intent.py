"""What a query asks for: one concept, two side by side, or words in the notes."""

from __future__ import annotations

import re
from dataclasses import dataclass

from graph.knowledge_base import KnowledgeBase
from graph.model import ConceptId

__all__ = ["Intent", "read_intent"]

_VERSUS = re.compile(r"^\s*(.+?)\s+(?:vs\.?|versus|or|compared (?:to|with))\s+(.+?)\s*\??$", re.IGNORECASE)
_BETWEEN = re.compile(r"\b(?:differences?|comparison) between\s+(.+?)\s+and\s+(.+?)\s*\??$", re.IGNORECASE)
_COMPARE = re.compile(r"^\s*compare\s+(.+?)\s+(?:and|with|to)\s+(.+?)\s*\??$", re.IGNORECASE)
_WHAT = re.compile(
    r"^\s*(?:what(?:'s| is| are)|define|meaning of|what does)\s+(?:an?\s+|the\s+)?(.+?)(?:\s+(?:mean|stand for))?\s*\??$",
    re.IGNORECASE,
)
_MEANING = re.compile(r"^\s*(.+?)\s+(?:meaning|definition)\s*\??$", re.IGNORECASE)
_TAIL = re.compile(r"\s+in\s+\S+$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Intent:
    """`compared`: the concepts to set side by side, empty for none; `named`: the concept the query names, if any."""

    compared: tuple[ConceptId, ...] = ()
    named: ConceptId | None = None


def read_intent(kb: KnowledgeBase, query: str) -> Intent:
    """Return what the query asks for; only names that the notes have make it more than words."""
    for pattern in (_BETWEEN, _COMPARE, _VERSUS):
        found = pattern.search(query)
        if found:
            sides = [
                kb.named(found[1]) or _last_word(kb, found[1]),
                kb.named(_TAIL.sub("", found[2])) or kb.named(found[2]),
            ]
            if all(sides) and sides[0][0] != sides[1][0]:
                return Intent(compared=(sides[0][0], sides[1][0]))
    for pattern in (_WHAT, _MEANING):
        found = pattern.search(query)
        if found and kb.named(found[1]):
            return Intent(named=kb.named(found[1])[0])
    named = kb.named(query)
    return Intent(named=named[0] if named else None)


def _last_word(kb: KnowledgeBase, side: str) -> list[ConceptId]:
    return kb.named(side.rsplit(maxsplit=1)[-1]) if side.split() else []
