"""The rows of a comparison in the order that a reader wants them: the authors' own, then what lines up, then the rest."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

__all__ = ["RowGroup", "row_groups"]

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class RowGroup:
    """Rows under one caption."""

    name: str
    rows: tuple[Json, ...]


def row_groups(rows: Sequence[Json]) -> list[RowGroup]:
    """Return the captions that have rows; each row stands under one of them."""
    authored = tuple(row for row in rows if row["origin"] == "author")
    aligned = tuple(row for row in rows if row["origin"] != "author" and row["verdict"] != "only")
    alone = tuple(row for row in rows if row["origin"] != "author" and row["verdict"] == "only")
    named = (("Compared by the authors", authored), ("Lined up from the notes", aligned), ("Said of one only", alone))
    return [RowGroup(name, group) for name, group in named if group]
