"""The types of relation, how each reads in both directions, and how strong each is."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

__all__ = ["SYMMETRIC", "WEAK", "RelationType", "Wording", "wording"]


class RelationType(StrEnum):
    """Why two concepts are linked; the value is what URLs and JSON carry. Authors may name further types."""

    IS_A = "is_a"
    PART_OF = "part_of"
    OPTION_OF = "option_of"
    USES = "uses"
    INTEGRATES_WITH = "integrates_with"
    COMPARED_WITH = "compared_with"
    ALTERNATIVE_TO = "alternative_to"
    LINKS_TO = "links_to"
    MENTIONS = "mentions"


SYMMETRIC = frozenset({RelationType.INTEGRATES_WITH, RelationType.COMPARED_WITH, RelationType.ALTERNATIVE_TO})
WEAK = frozenset({RelationType.LINKS_TO, RelationType.MENTIONS})  # the author linked or named it without saying why


@dataclass(frozen=True, slots=True)
class Wording:
    """How a type reads from source to target and, the other way, from target to source."""

    forward: str
    backward: str


_WORDINGS: dict[str, Wording] = {
    RelationType.IS_A: Wording("is a", "has kind"),
    RelationType.PART_OF: Wording("part of", "has part"),
    RelationType.OPTION_OF: Wording("option of", "has option"),
    RelationType.USES: Wording("uses", "used by"),
    RelationType.INTEGRATES_WITH: Wording("integrates with", "integrates with"),
    RelationType.COMPARED_WITH: Wording("compared with", "compared with"),
    RelationType.ALTERNATIVE_TO: Wording("alternative to", "alternative to"),
    RelationType.LINKS_TO: Wording("links to", "linked from"),
    RelationType.MENTIONS: Wording("mentions", "mentioned by"),
}


def wording(relation_type: str) -> Wording:
    """Return how a type reads; one that an author named reads as its own words, with an arrow back the other way."""
    words = relation_type.replace("_", " ")
    return _WORDINGS.get(relation_type, Wording(words, f"← {words}"))
