"""The families of relations: what the map's legend shows and filters by."""

from __future__ import annotations

__all__ = ["families", "family_of"]

_FAMILY = {
    "is_a": "kind",
    "part_of": "parts",
    "option_of": "options",
    "uses": "uses",
    "integrates_with": "works with",
    "compared_with": "compared",
    "alternative_to": "compared",
    "links_to": "links",
    "mentions": "links",
}


def families() -> tuple[str, ...]:
    """The families of relations, in the legend's order."""
    return ("uses", "works with", "parts", "options", "kind", "compared", "links", "named")


def family_of(relation_type: str) -> str:
    """Return a type's family; types that authors named are "named"."""
    return _FAMILY.get(relation_type, "named")
