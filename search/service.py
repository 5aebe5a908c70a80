"""A search from query to results: taken apart, understood, looked up, ranked, and written out."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from graph.errors import NoteNotFound
from graph.knowledge_base import KnowledgeBase
from graph.model import Kind, NoteId
from graph.note_lines import split_lines
from graph.ports import Lookup
from graph.words import stems
from search.answer import Nearest, SearchAnswer, SearchResult
from search.asked import asked_places
from search.correction import nearest_words
from search.filters import Filters, read_filters
from search.index_directory import NoteIndex
from search.intent import Ask, Intent, read_intent
from search.places import Place, count_facets, found_place, one_for_each_place, told_about
from search.query import FILTERS, Query, parse_query
from search.ranking import DEFAULT_KNOBS, Knobs, Ranked, Weights, rank_hits, words_of
from search.snippet import make_snippet
from search.terms import Understood, understand

__all__ = ["search_notes"]

_DEPTH = 40  # passages ranked and counted; 100 moved no figure by more than 0.002 (docs/ranking.md)
_MOST_UNKNOWN = 3  # words that occur nowhere and for which the nearest are looked up


def search_notes(
    kb: KnowledgeBase,
    index: NoteIndex,
    query: str,
    *,
    kind: Kind | None = None,
    tag: str | None = None,
    path: str | None = None,
    within: str | None = None,
    exact: bool = False,
    limit: int = 10,
    offset: int = 0,
    clock: Callable[[], float] = time.perf_counter,
    knobs: Knobs = DEFAULT_KNOBS,
) -> SearchAnswer:
    """Answer a query with concepts, comparisons and lines, the best first; no text makes it raise.

    Args:
        kb: the knowledge base, whose generation the index has.
        index: the index of that generation.
        query: what was typed; `kind:`, `tag:`, `path:`, `in:`, "a phrase", -word and OR are understood in it.
        kind: only concepts of this kind.
        tag: only concepts and notes with this tag.
        path: only what stands in this folder or note.
        within: only lines about the concept with this id or name.
        exact: correct no word.
        limit: how many results at the most.
        offset: how many of the best to leave out.
        clock: seconds, for `took_ms`.
        knobs: what each part of the ranking counts.
    """
    asked_for = dict(zip(FILTERS, (kind, tag, path, within), strict=True))
    question = (query, *asked_for.values(), exact, limit, offset, knobs)
    started = clock()

    def find() -> SearchAnswer:
        return _find(kb, index, query, asked_for, exact=exact, page=slice(offset, offset + limit), knobs=knobs)

    answer = index.answers.answer(kb.generation, question, find)
    return replace(answer, took_ms=(clock() - started) * 1000)


def _find(
    kb: KnowledgeBase,
    index: NoteIndex,
    query: str,
    asked_for: Mapping[str, str | None],
    *,
    exact: bool,
    page: slice,
    knobs: Knobs,
) -> SearchAnswer:
    parsed = parse_query(query)
    values = {n: [*parsed.filters.get(n, ()), *([v] if (v := asked_for[n]) else [])] for n in FILTERS}
    filters = read_filters(kb, values)
    understood = understand(kb, index, parsed, exact=exact)
    intent = _intent(kb, parsed, understood)
    ranked = _ranked(index, parsed, understood, filters, knobs)
    places = [*asked_places(kb, index, intent, ranked), *map(found_place, ranked)]
    kept = told_about(kb, one_for_each_place(place for place in places if filters.allow(place)))
    return SearchAnswer(
        query=query,
        total=len(kept),
        more=len(ranked) >= _DEPTH,
        did_you_mean=understood.corrected if understood.corrected != parsed.text else "",
        results=_results(kb, kept[page], understood),
        facets=count_facets(kept),
        asked=intent,
        labels={i: brief.label for i, brief in kb.briefs(intent.concepts).items()},
        understood=tuple(dict.fromkeys(term.stem for term in understood.terms)),
        unknown=_unknown(index, understood),
    )


def _intent(kb: KnowledgeBase, parsed: Query, understood: Understood) -> Intent:
    """Return what is asked for, as typed or else as corrected; OR, phrases and exclusions ask for words."""
    if parsed.phrases or parsed.excluded or any(len(alternatives) > 1 for alternatives in parsed.words):
        return Intent(Ask.WORDS)
    for text in dict.fromkeys((parsed.text, understood.corrected)):
        intent = read_intent(kb, text)
        if intent.ask is not Ask.WORDS:
            return intent
    return Intent(Ask.WORDS)


def _ranked(index: NoteIndex, parsed: Query, understood: Understood, filters: Filters, knobs: Knobs) -> list[Ranked]:
    weights = Weights(index, understood.terms)
    required = {stem for word in parsed.literal for stem in stems(word)}
    lookup = Lookup(
        words=words_of(weights),
        required=frozenset(required),
        excluded=frozenset(stem for word in parsed.excluded for stem in stems(word, keep_stop_words=True)),
        labels=filters.engine_labels(),
    )
    phrases = [" ".join(found) for phrase in parsed.phrases if len(found := stems(phrase)) > 1]
    ranked = rank_hits(index.passages.search(lookup, limit=_DEPTH), weights, knobs)
    return [item for item in ranked if all(_says(item, phrase) for phrase in phrases)]


def _says(item: Ranked, phrase: str) -> bool:
    return any(f" {phrase} " in f" {text} " for text in f"{item.passage.headings}\n{item.passage.body}".split("\n"))


def _results(kb: KnowledgeBase, places: Sequence[Place], understood: Understood) -> tuple[SearchResult, ...]:
    words = [stem for term in understood.terms for stem in (term.stem, *(s for other, _ in term.others for s in other))]
    labels = {i: b.label for i, b in kb.briefs(p.about for p in places if p.about).items()}
    results: list[SearchResult] = []
    for place in places:
        lines = _lines(kb, place.span.path)[place.span.line_start - 1 : place.span.line_end]
        snippet, highlights = make_snippet(lines, words)
        about = place.about
        results.append(
            SearchResult(
                type=place.type,
                id=place.id,
                label=place.label,
                kind=place.kind,
                score=place.score,
                snippet=snippet,
                highlights=highlights,
                source=place.span,
                concept=(about, labels[about]) if about in labels else None,
                why=place.why,
                parts=place.parts,
            )
        )
    return tuple(results)


def _lines(kb: KnowledgeBase, path: NoteId) -> tuple[str, ...]:
    try:
        return _cut(kb.note_text(path))
    except NoteNotFound:  # the note is gone and a build is about to take it from the index
        return ()


@lru_cache(maxsize=128)
def _cut(text: str) -> tuple[str, ...]:
    return tuple(split_lines(text))


def _unknown(index: NoteIndex, understood: Understood) -> tuple[Nearest, ...]:
    words = understood.unknown[:_MOST_UNKNOWN]
    return tuple(Nearest(word, tuple(nearest_words(index.ledger, word, edits=2, limit=3))) for word in words)
