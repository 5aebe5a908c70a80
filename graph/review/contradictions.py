"""Two places that give one thing different numbers, or say and deny the same."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from graph.model import ConceptId, Span
from graph.review.clauses import Clause
from graph.review.counterparts import are_counterparts
from graph.review.finding import Observation, Quote
from graph.review.material import Material
from graph.review.stated_values import Value, read_value
from graph.words import STOP_WORDS, cut_words, stem_word

__all__ = ["find_contradicted_statements", "find_contradictory_values"]

_ALIKE = 0.05  # of the greater: 1,000 and 1,024, or 30 and 31 days, are one value told loosely
_MOST = 3  # values of one matter; more are a series, and no two of them contradict each other
_NOT = re.compile(r"\b(?:not|no|non|never|cannot|without|none)\b|n['’]t\b", re.IGNORECASE)
_TOPICS = 2  # headings, the note's title among them: deeper ones divide a topic
_DENIED = re.compile(
    r"\b(?:do|does|did|is|are|was|were|can|will|has|have|must|may)\s+not\b|n['’]t\b|\b(?:cannot|never)\b"
    r"|\b(?:is|are)\s+(?:an?\s+)?(?:un\w+ed|\w+less|async\w*)\b",
    re.IGNORECASE,
)
_AUXILIARY = frozenset("do doe did is are be been was were can will have has had may".split())


def find_contradictory_values(material: Material) -> Iterator[Observation]:
    """Yield the numbers that differ for one thing, one bound and the same words around them."""
    groups: dict[tuple[object, ...], list[Value]] = defaultdict(list)
    for clause in material.clauses:
        value = read_value(clause)
        if value is not None:
            key = (clause.subject, value.dimension, value.bound, value.of, clause.conditions)
            groups[key].append(value)
    seen: set[tuple[Span, ...]] = set()
    for (subject, *_), values in groups.items():
        told = _distinct(values)
        spans = tuple(value.clause.span for value in told)
        if 1 < len(told) <= _MOST and spans not in seen and _comparable([value.clause for value in told]):
            seen.add(spans)
            label = material.concepts[subject].label  # type: ignore[index]
            matter = told[0].matter
            yield Observation(
                about=f"{label}: {matter}",
                quotes=tuple(Quote(v.clause.span, material.quoted(v.clause.span)) for v in told),
                reason=f"the notes give {len(told)} different values for {label} ({matter})",
                remedy="keep the one that holds, or tell when each does",
            )


def find_contradicted_statements(material: Material) -> Iterator[Observation]:
    """Yield the statements that one place makes and another denies in the same words."""
    groups: dict[tuple[ConceptId, tuple[str, ...], frozenset[str]], dict[bool, Clause]] = defaultdict(dict)
    for clause in material.clauses:
        words, denied = _stated(clause.text)
        if denied and not _DENIED.search(clause.text):
            continue  # "without a key" bounds what is said and denies nothing
        if len(set(words)) > 1 or (words and clause.anchored):
            groups[clause.subject, words, clause.conditions].setdefault(denied, clause)
    seen: set[tuple[Span, Span]] = set()
    for (subject, _, _), sides in groups.items():
        if len(sides) < 2 or (spans := (sides[False].span, sides[True].span)) in seen:
            continue
        seen.add(spans)
        if _comparable([sides[False], sides[True]]):
            label = material.concepts[subject].label
            yield Observation(
                about=label,
                quotes=tuple(
                    Quote(sides[denied].span, material.quoted(sides[denied].span), "denied" if denied else "said")
                    for denied in (False, True)
                ),
                reason=f"one line says of {label} what the other denies",
                remedy="keep the one that holds, or tell when each does",
            )


def _in_one_list(a: Clause, b: Clause) -> bool:
    """Items of one list stand side by side on purpose: "with" and "without" are its choices."""
    return a.beside is not None and a.beside == b.beside


def _are_cases(a: Clause, b: Clause) -> bool:
    """Whether headings divide one matter: "Standard" and "Premium" under "Prices", or "Prices" of each month."""
    if a.headings == b.headings or len(a.headings) <= _TOPICS:
        return False
    return a.headings[:-1] == b.headings[:-1] or a.headings[-1] == b.headings[-1]


def _distinct(values: Sequence[Value]) -> list[Value]:
    """The first statement of each amount, in reading order."""
    told: list[Value] = []
    for value in sorted(values, key=lambda v: (v.clause.span, v.amount)):
        if all(abs(value.amount - other.amount) > _ALIKE * max(value.amount, other.amount) for other in told):
            told.append(value)
    return told


def _comparable(clauses: Sequence[Clause]) -> bool:
    """Neither one block, translations, items of one list, cases of one matter, nor headings of different services."""
    first, *others = clauses
    for other in others:
        if first.span == other.span or are_counterparts(first.span.path, other.span.path):
            return False
        if first.within and other.within and not first.within & other.within:
            return False
        if first.span.path == other.span.path and (_in_one_list(first, other) or _are_cases(first, other)):
            return False
    return True


def _stated(text: str) -> tuple[tuple[str, ...], bool]:
    """Return the stems of what is said in order, and whether it is denied; "stateless" denies what "stateful" says."""
    denied = len(_NOT.findall(text)) % 2 == 1
    said: list[str] = []
    for word in cut_words(_NOT.sub(" ", text)):
        base, opposed = _base(word)
        stem = stem_word(base)
        if stem not in _AUXILIARY and word not in STOP_WORDS:
            denied ^= opposed
            said.append(stem)
    return tuple(said), denied


def _base(word: str) -> tuple[str, bool]:
    if len(word) > 7 and word.endswith("less"):
        return word[:-4], True
    if len(word) > 6 and word.endswith("ful"):
        return word[:-3], False
    if len(word) > 6 and word.startswith("un") and word.endswith("ed"):
        return word[2:], True
    return (word[1:], True) if word.startswith("async") else (word, False)
