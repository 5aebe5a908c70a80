"""The places that answer, before they are written out, and which of them a reader gets."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from itertools import chain

from graph.knowledge_base import KnowledgeBase
from graph.model import ConceptId, Span
from graph.names import fold_name
from graph.ports import Passage
from search.concept_places import thing_of
from search.passages import CARD, entry_of
from search.ranking import Ranked

__all__ = ["Place", "card_place", "count_facets", "found_place", "one_for_each_place", "told_about"]

_TWO_NAMES = re.compile(r"(.+?)\s*\((.+)\)\s*")


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
    headings: tuple[str, ...] = ()
    about: ConceptId | None = None  # what the lines are about: the concept itself, else what the nearest heading names

    @property
    def kind(self) -> str:
        """The kind that filters go by: a concept's own, else what type of place it is."""
        return next((label.removeprefix("kind=") for label in self.labels if label.startswith("kind=")), self.type)


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
        headings=item.entry.headings,
        about=ConceptId(item.passage.id.removeprefix(CARD)) if is_card else None,
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
        answers=not any(entry.segments.pointers),
        about=ConceptId(card.id.removeprefix(CARD)),
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


def told_about(kb: KnowledgeBase, places: Sequence[Place]) -> list[Place]:
    """Return the places with what each is about, by the nearest heading that is a concept's name."""
    named = kb.named_any(
        name for place in places if place.about is None for h in place.headings for name in _names_in(h)
    )

    def about(place: Place) -> ConceptId | None:
        found = (named[name] for heading in reversed(place.headings) for name in _names_in(heading) if name in named)
        return place.about or next(found, None)

    return [replace(place, about=found) if (found := about(place)) != place.about else place for place in places]


@lru_cache(maxsize=50_000)
def _names_in(heading: str) -> tuple[str, ...]:
    """Return the folded names that a heading may be: all of it, what it is about, and both parts of `Name (Other name)`."""
    parts = _TWO_NAMES.fullmatch(heading)
    names = (fold_name(heading), thing_of(heading), *(fold_name(part) for part in (parts.groups() if parts else ())))
    return tuple(dict.fromkeys(name for name in names if name))


def count_facets(places: Sequence[Place]) -> dict[str, dict[str, int]]:
    """Return facet -> value -> how many places have it, the most frequent first: kind, tag, path (notes and folders), in."""
    counts: dict[str, dict[str, int]] = {"kind": {}, "tag": {}, "path": {}, "in": {}}
    for label, count in Counter(chain.from_iterable(place.labels for place in places)).items():
        name, _, value = label.partition("=")
        if name in ("tag", "path"):
            counts[name][value] = count
    counts["kind"] = Counter(place.kind for place in places)
    counts["in"] = Counter(place.about for place in places if place.about is not None)
    return {facet: dict(sorted(values.items(), key=lambda v: (-v[1], v[0]))) for facet, values in counts.items()}
