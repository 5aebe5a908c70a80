"""How well a passage answers: the engine's BM25, sharpened by what stands together. Shared by all engines.

Each part earns its place on queries that it was not made for; docs/ranking.md has the figures with each switched off.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from graph.ports import Hit, Passage
from search.index_directory import NoteIndex
from search.narrowest import Lines, Narrowed, narrow
from search.passages import CARD, Entry, entry_of
from search.terms import Term

__all__ = ["DEFAULT_KNOBS", "Knobs", "Ranked", "Weights", "rank_hits", "words_of"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Knobs:
    """What each part of the ranking counts; 0 switches it off, 1 for `card`."""

    pairs: float = 0.7  # adjacent words of the query that are adjacent in the passage
    block: float = 0.5  # the share of the query's weight that one block of the passage holds with its heading
    card: float = 0.8  # a concept that the query does not name stands behind the lines that answer; 1 treats them alike
    title: float = 1.0  # how nearly the passage's own heading is the query


DEFAULT_KNOBS = Knobs()
_MOST_OTHERS = 6  # other stems that are looked for; each costs as much as a word of the query


@dataclass(frozen=True, slots=True)
class Ranked:
    """A passage with its final score, the lines of it that answer, and the parts of the score by name."""

    passage: Passage
    entry: Entry
    narrowed: Narrowed
    score: float
    parts: dict[str, float]


class Weights:
    """How telling each stem is: log(1 + passages / (1 + those that hold it)), after inverse document frequency.

    `total` is the weight of the whole query, of which passages hold a share.
    """

    def __init__(self, index: NoteIndex, terms: Sequence[Term]) -> None:
        total = max(1, index.ledger.passage_count)
        self.terms = terms
        self.stems = frozenset(
            s for term in terms for s in (term.stem, *(s for other, _ in term.others for s in other))
        )
        self._of: dict[str, float] = {}
        self._held: dict[frozenset[str], float] = {}
        for stem in sorted(self.stems):
            count = index.passages.passage_count(stem)
            self._of[stem] = math.log(1 + total / (1 + count)) if count else 0.0
        self.total = sum(self.of(term) for term in dict.fromkeys(terms))

    def rarity(self, stem: str) -> float:
        """Return a stem's own weight, 0 where no passage has it."""
        return self._of[stem]

    def of(self, term: Term) -> float:
        """Return a term's weight: its stem's, or where no note has it, that of the best other way to say it."""
        return self._of[term.stem] or max(
            (weight * max(self._of[stem] for stem in other) for other, weight in term.others), default=0.0
        )

    def held(self, words: frozenset[str]) -> float:
        """Return how much of the query's weight stands among these stems; only those of the query need be given."""
        found = self._held.get(words)
        if found is None:
            found = sum(self.of(term) * _presence(term, words) for term in dict.fromkeys(self.terms))
            self._held[words] = found
        return found


def _presence(term: Term, words: frozenset[str]) -> float:
    if term.stem in words:
        return 1.0
    return max((weight for other, weight in term.others if words.issuperset(other)), default=0.0)


def words_of(weights: Weights) -> dict[str, float]:
    """Return what the engine looks for: stem -> weight. Of another way to say a term its rarest stem leads to all of it."""
    words: dict[str, float] = {term.stem: 1.0 for term in weights.terms}
    others: dict[str, float] = {}
    for term in weights.terms:
        for other, weight in term.others:
            rarest = max(other, key=lambda stem: (weights.rarity(stem), stem))
            if rarest not in words and weights.rarity(rarest):
                others[rarest] = max(others.get(rarest, 0.0), weight)
    return words | dict(sorted(others.items(), key=lambda item: (-item[1], item[0]))[:_MOST_OTHERS])


def rank_hits(hits: Sequence[Hit], weights: Weights, knobs: Knobs = DEFAULT_KNOBS) -> list[Ranked]:
    """Return the hits in their final order, ties by id."""
    ranked = [_rank(hit, weights, knobs) for hit in hits]
    return sorted(ranked, key=lambda r: (-r.score, r.passage.id))


def _rank(hit: Hit, weights: Weights, knobs: Knobs) -> Ranked:
    passage = hit.passage
    entry = entry_of(passage)
    headings = weights.stems.intersection(passage.headings.split())
    lines = _lines_with(weights.stems, passage.body)
    is_card = passage.id.startswith(CARD)
    narrowed = narrow(entry, headings, lines, weights.held) if not is_card else _whole(entry, headings, lines, weights)
    total = weights.total or 1.0
    block = narrowed.held / total
    pairs = knobs.pairs * _pairs(passage, weights)
    title = _title(passage, weights)
    score = (hit.score + pairs) * (1 - knobs.block + knobs.block * block) * (1 + knobs.title * title)
    parts = {"bm25": hit.score, "pairs": pairs, "block": block, "title": title}
    if is_card:
        score *= knobs.card
        parts["card"] = knobs.card
    return Ranked(passage, entry, narrowed, score, parts)


def _title(passage: Passage, weights: Weights) -> float:
    """Return how nearly the passage's own heading (any name of a card) is the query, from 0 to 1.

    The share of the query that it says counts by its fourth power: half of a query in a heading says little, all of it
    nearly everything. What else the heading says counts less, by the root of the common words' share.
    """
    if not weights.total:
        return 0.0
    best = 0.0
    names = passage.headings.split("\n")
    for name in names if passage.id.startswith(CARD) else names[-1:]:
        words = frozenset(name.split())
        common = weights.stems.intersection(words)
        if common:
            share = weights.held(common) / weights.total
            best = max(best, share**4 * (len(common) / len(words)) ** 0.5)
    return best


def _lines_with(stems: frozenset[str], body: str) -> dict[int, frozenset[str]]:
    """Return line of the body -> which of the stems it holds, without lines that hold none.

    Stems are searched for, for most lines of a long table hold none and are never cut into words.
    """
    text = f" {body} ".replace("\n", " \n ")
    found: dict[int, frozenset[str]] = {}
    for stem in stems:
        word, own = f" {stem} ", frozenset((stem,))
        line = end = 0
        while (start := text.find(word, end)) >= 0:
            line += text.count("\n", end, start)
            found[line] = found.get(line, own) | own
            end = text.find("\n", start)
            if end < 0:
                break
    return found


def _whole(entry: Entry, headings: frozenset[str], lines: Lines, weights: Weights) -> Narrowed:
    """A card answers with its place; its best block is its names with one statement."""
    return Narrowed(entry.span, max(weights.held(headings | line) for line in (frozenset[str](), *lines.values())))


def _pairs(passage: Passage, weights: Weights) -> float:
    """Return the saturated count of the query's neighbours that are neighbours here, by the weight of the two."""
    terms = weights.terms
    if len(terms) < 2:
        return 0.0
    body, headings = f" {passage.body} ".replace("\n", " "), f" {passage.headings} ".replace("\n", " ")
    total = 0.0
    for a, b in pairwise(terms):
        pair = f" {a.stem} {b.stem} "
        count = body.count(pair) + (pair in headings)
        if count:
            total += (weights.of(a) + weights.of(b)) / 2 * count * 2.2 / (count + 1.2)
    return total
