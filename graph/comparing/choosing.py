"""What authors say about choosing: "use A when", "prefer A to B", "A is best for", and the list under such a line."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from graph.model import Concept, ConceptId, Evidence, Statement
from graph.names import fold_words

__all__ = ["Advice", "advice_of"]

_TAKE = r"(?:choose|pick|prefer|select|opt for|go (?:with|for)|use|consider)"
_FIT = r"(?:ideal|best|suited|suitable|good|great|perfect|preferred|recommended|useful|(?:good|great) fit)"
_IMPERATIVE = re.compile(
    rf"^\W*(?:(?:you (?:should|can|could|may)|we|always|only|instead,?)\s+)?{_TAKE}\b(?! (?:this|these|it|the following)\b)",
    re.IGNORECASE,
)
_CHOOSING = re.compile(
    rf"{_IMPERATIVE.pattern}.{{0,120}}?\b(?:if|when(?:ever)?|for|where|over|rather than|instead of|to)\b"
    rf"|\b{_FIT} (?:choice )?(?:for|when|if)\b|\bworks? (?:well|best) (?:with|for|in|when)\b"
    r"|\b(?:instead of|rather than|in place of)\b"
    r"|\b(?:used|intended|meant|designed|built|suited) (?:for|when)\b|\buse[ -]cases?\b|^\W*examples?(?: users?| uses?)?:",
    re.IGNORECASE,
)
_MOST_ITEMS = 8  # of the list under one line
_MOST = 12  # pieces of advice of one subject


@dataclass(frozen=True, slots=True)
class Advice:
    """What a line says about when to choose; `subject` is the concept that the line is about."""

    subject: ConceptId
    text: str
    evidence: Evidence


def advice_of(subject: Concept, others: Iterable[Concept]) -> tuple[Advice, ...]:
    """Return the advice among a concept's facts, in reading order.

    An instruction ("use X if") counts where it names the subject or nobody; with `others` the remaining subjects, one
    that names only another subject is left out here.
    """
    own, foreign = _names([subject]), _names(others)
    kept = [
        Advice(subject.id, fact.text, fact.evidence)
        for fact in _with_lists(subject.facts)
        if not _IMPERATIVE.match(fact.text) or _first_named(fact.text, own, foreign)
    ]
    return tuple(kept[:_MOST])


def _with_lists(facts: Sequence[Statement]) -> Iterator[Statement]:
    """Each line of advice; one that ends in a colon goes with the lines right below it."""
    below, last = 0, 0
    for fact in facts:
        line = fact.evidence.line_start
        if _CHOOSING.search(fact.text):
            yield fact
            below, last = (_MOST_ITEMS, line) if fact.text.rstrip().endswith(":") else (0, 0)
        elif below and 0 < line - last <= 2:
            yield fact
            below, last = below - 1, fact.evidence.line_end
        else:
            below = 0


def _names(concepts: Iterable[Concept]) -> frozenset[tuple[str, ...]]:
    return frozenset(fold_words(name.name) for concept in concepts for name in concept.names)


def _first_named(text: str, own: frozenset[tuple[str, ...]], foreign: frozenset[tuple[str, ...]]) -> bool:
    """Return whether the first subject that the text names is this one; true where it names none."""
    words = fold_words(text)
    for start in range(len(words)):
        for end in range(min(len(words), start + 6), start, -1):
            if words[start:end] in own:
                return True
            if words[start:end] in foreign:
                return False
    return True
