"""The places that answer, before they are written out, and which of them a reader gets."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from graph.model import ConceptId, Span
from graph.ports import Passage
from search.passages import CARD, entry_of
from search.ranking import Ranked

__all__ = ["Place", "card_place", "count_facets", "found_place", "one_for_each_place"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A result without its text; `labels` are what filters look at and facets count."""

    type: str
    id: str
    label: str
    span: Span
    score: float = 0.0
    why: str = ""
    labels: tuple[str, ...] = ()
    parts: Mapping[str, float] = field(default_factory=dict)
    answers: bool = True  # its lines do more than name it

    @property
    def kind(self) -> str:
        """The kind that filters go by: a concept's own, else what type of place it is."""
        return next((label.removeprefix("kind=") for label in self.labels if label.startswith("kind=")), self.type)

    @property
    def about(self) -> ConceptId | None:
        """The concept that the lines are about: the concept itself, else what the nearest heading names."""
        found = [label.removeprefix("about=") for label in self.labels if label.startswith("about=")]
        return ConceptId(found[-1]) if found else None


def found_place(item: Ranked) -> Place:
    """Return the place of a ranked passage."""
    is_card = item.passage.id.startswith(CARD)
    where = "its names and a statement of it hold" if is_card else "these lines and their heading hold"
    pairs = ", some of it side by side" if item.parts["pairs"] else ""
    return Place(
        type="concept" if is_card else "section",
        id=item.passage.id.removeprefix(CARD),
        label=item.entry.label,
        span=item.narrowed.span,
        score=item.score,
        why=f"{where} {round(100 * item.parts['block'])} % of what the query says{pairs}",
        labels=item.passage.labels,
        parts=item.parts,
    )


def card_place(card: Passage, why: str) -> Place:
    """Return the place of a concept that the query asks for."""
    entry = entry_of(card)
    return Place(
        type="concept",
        id=card.id.removeprefix(CARD),
        label=entry.label,
        span=entry.span,
        why=why,
        labels=card.labels,
        answers=not any(segment.pointer for segment in entry.segments),
    )


def one_for_each_place(places: Iterable[Place]) -> list[Place]:
    """A place is told once: a later result on lines that an earlier one shows adds nothing."""
    kept: list[Place] = []
    shown: dict[str, list[Span]] = defaultdict(list)
    for place in places:
        span = place.span
        earlier = shown[span.path]
        if not any(e.line_start <= span.line_start and span.line_end <= e.line_end for e in earlier):
            kept.append(place)
            earlier.append(span)
    return kept


def count_facets(places: Sequence[Place]) -> dict[str, dict[str, int]]:
    """Return facet -> value -> how many places have it, the most frequent first: kind, tag, path (notes and folders), in."""
    counts: dict[str, dict[str, int]] = {"kind": {}, "tag": {}, "path": {}, "in": {}}
    for label, count in Counter(label for place in places for label in place.labels).items():
        name, _, value = label.partition("=")
        if name in ("tag", "path"):
            counts[name][value] = count
    counts["kind"] = Counter(place.kind for place in places)
    counts["in"] = Counter(place.about for place in places if place.about is not None)
    return {facet: dict(sorted(values.items(), key=lambda v: (-v[1], v[0]))) for facet, values in counts.items()}
