"""The relations between two keys while their evidence is gathered."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import starmap

from graph.model import ContextLine, Evidence, NoteId
from ingest.claims import Cite

__all__ = ["Drawing", "Drawn", "evidence_of"]


@dataclass(slots=True)
class Drawn:
    """One relation between two keys, while its evidence is gathered."""

    phrase: str
    evidence: list[Evidence]
    prefers: str = ""


Drawing = dict[tuple[str, str, str], Drawn]


def evidence_of(path: NoteId, cite: Cite) -> Evidence:
    """Return the cite as evidence of a note."""
    return Evidence(
        path=path,
        line_start=cite.first,
        line_end=cite.last,
        text=cite.text,
        rule=cite.rule,
        confidence=cite.confidence,
        context=tuple(starmap(ContextLine, cite.context)),
    )
