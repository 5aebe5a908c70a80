"""A search from query to results: understood, looked up, ranked again, narrowed to lines."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache

from graph.knowledge_base import KnowledgeBase
from graph.model import Concept, ConceptId, Kind, Note, NoteId, Section, Span
from graph.ports import Hit, PassageIndex
from search.answer import SearchAnswer, SearchResult
from search.intent import Intent, read_intent
from search.narrowest import MAX_LINES, narrowest_span
from search.passages import CARDS, split_lines
from search.snippet import make_snippet
from search.vocabulary import Vocabulary
from search.words import cut_words, stems

__all__ = ["search_notes"]

_DEPTH = 50  # passages ranked again; deeper moved nothing on the gold queries
_PAIR = 0.5  # weight of adjacent pairs: best of 0.3..0.7 on link texts (docs/ranking.md)
_CARD = 0.55  # a card that the query does not name stands behind the lines that answer
_MAX_WORDS = 40  # of one query; a longer one is a pasted page


def search_notes(
    kb: KnowledgeBase,
    index: PassageIndex,
    query: str,
    *,
    kind: Kind | None = None,
    tag: str | None = None,
    path: str | None = None,
    limit: int = 10,
    offset: int = 0,
    clock: Callable[[], float] = time.perf_counter,
) -> SearchAnswer:
    """Answer a query with concepts, comparisons and lines, the best first; no text makes it raise.

    Args:
        kb: the knowledge base, whose generation the index has.
        index: passages of that generation.
        query: what was typed.
        kind: only concepts of this kind.
        tag: only concepts and notes with this tag.
        path: only what stands below this folder or note.
        limit: how many results at the most.
        offset: how many of the best to leave out.
        clock: seconds, for `took_ms`.
    """
    started = clock()
    vocabulary = _vocabulary(kb.generation, kb)
    typed = cut_words(query[:2000])[:_MAX_WORDS]
    corrected = vocabulary.correct(typed)
    understood = query if corrected == typed or "".join(corrected) == "".join(typed) else " ".join(corrected)
    intent = _understood_intent(kb, query[:200], understood[:200], " ".join(corrected)[:200])
    words = stems(" ".join(corrected)) or stems(" ".join(corrected), keep_stop_words=True)
    search = _Search(kb, words, vocabulary)
    hits = index.search(words, limit=_DEPTH)
    ranked = [*search.first(intent), *search.ranked(hits)]
    kept = [r for r in ranked if _allowed(kb, r, kind, tag, path)]
    results = _one_for_each_place(kept)
    return SearchAnswer(
        query=query,
        total=len(results),
        took_ms=(clock() - started) * 1000,
        did_you_mean=understood if understood != query else "",
        results=tuple(results[offset : offset + limit]),
        facets=_facets(results),
    )


_KEPT: dict[str, Vocabulary] = {}


def _vocabulary(generation: str, kb: KnowledgeBase) -> Vocabulary:
    """One vocabulary for each generation; only the latest is kept."""
    found = _KEPT.get(generation)
    if found is None:
        found = Vocabulary(kb)
        _KEPT.clear()
        _KEPT[generation] = found
    return found


def _understood_intent(kb: KnowledgeBase, *forms: str) -> Intent:
    for form in dict.fromkeys(forms):
        intent = read_intent(kb, form)
        if intent.compared or intent.named:
            return intent
    return Intent()


@lru_cache(maxsize=64)
def _lines(text: str) -> tuple[str, ...]:
    return tuple(split_lines(text))


class _Search:
    def __init__(self, kb: KnowledgeBase, words: Sequence[str], vocabulary: Vocabulary) -> None:
        self._kb = kb
        self._words = words
        self._weight = vocabulary.weight
        self._notes: dict[NoteId, Note] = {}

    def _note(self, path: NoteId) -> Note:
        if path not in self._notes:
            self._notes[path] = self._kb.note(path)
        return self._notes[path]

    def first(self, intent: Intent) -> Iterator[SearchResult]:
        """What the query names comes first: the authors' comparison, else the concepts themselves."""
        if intent.compared:
            for comparison in self._kb.comparisons(intent.compared):
                span = comparison.source
                short = Span(span.path, span.line_start, min(span.line_end, span.line_start + MAX_LINES - 1))
                yield self._result(
                    "comparison", comparison.id, comparison.title, "comparison", 100.0, short, "compares the two"
                )
            for concept in self._kb.concepts_with_facts(intent.compared):
                yield self._concept(concept, 50.0, "is one of the two")
        if intent.named:
            yield self._concept(self._kb.concept(intent.named), 100.0, "has this name")

    def ranked(self, hits: Sequence[Hit]) -> list[SearchResult]:
        """Cards and sections by score, sections ranked again by adjacent pairs of words."""
        results = [r for hit in hits if (r := self._of(hit)) is not None]
        return sorted(results, key=lambda r: (-r.score, r.source.path, r.source.line_start, r.id))

    def _of(self, hit: Hit) -> SearchResult | None:
        group, _, rest = hit.id.rpartition("#")
        if group == CARDS:
            found = self._kb.concepts_with_facts([ConceptId(rest)])
            return self._concept(found[0], hit.score * _CARD, "its names or facts hold the words") if found else None
        note = self._note(NoteId(group))
        section = note.sections[int(rest)]
        lines = _lines(note.text)
        body = stems(" ".join(lines[section.line_start - 1 : section.line_end]))
        score = hit.score + _PAIR * self._pairs(body)
        span = narrowest_span(section, lines, self._words, self._weight)
        return self._result(
            "section",
            hit.id,
            " / ".join(section.headings[1:][-2:] or section.headings),
            "section",
            score,
            span,
            "its lines hold the words",
        )

    def _pairs(self, body: Sequence[str]) -> float:
        text = f" {' '.join(body)} "
        total = 0.0
        for a, b in zip(self._words, self._words[1:], strict=False):
            count = text.count(f" {a} {b} ")
            total += (self._weight(a) + self._weight(b)) / 2 * count * 2.2 / (count + 1.2)
        return total

    def _concept(self, concept: Concept, score: float, why: str) -> SearchResult:
        return self._result("concept", concept.id, concept.label, concept.kind.value, score, self._place(concept), why)

    def _place(self, concept: Concept) -> Span:
        """A heading that names the concept answers with its section; else its definition, else where it is named."""
        for name in concept.names:
            if name.evidence.rule in ("heading", "note title", "gloss"):
                section = self._section_at(name.evidence.span)
                if section is not None:
                    last = min(section.line_end, section.line_start + MAX_LINES - 1)
                    return Span(section.path, section.line_start, last)
        if concept.definition is not None:
            return concept.definition.evidence.span
        return concept.names[0].evidence.span

    def _section_at(self, span: Span) -> Section | None:
        sections = self._note(span.path).sections
        return next((s for s in sections if s.line_start == span.line_start and s.line_end > s.line_start), None)

    def _result(self, type_: str, id_: str, label: str, kind: str, score: float, span: Span, why: str) -> SearchResult:
        lines = _lines(self._note(span.path).text)[span.line_start - 1 : span.line_end]
        snippet, highlights = make_snippet(lines, self._words)
        return SearchResult(
            type=type_,
            id=id_,
            label=label,
            kind=kind,
            score=score,
            snippet=snippet,
            highlights=highlights,
            source=span,
            why=why,
        )


def _allowed(kb: KnowledgeBase, result: SearchResult, kind: Kind | None, tag: str | None, path: str | None) -> bool:
    if path and not result.source.path.startswith(path):
        return False
    if kind is not None and result.kind != kind:
        return False
    return not tag or tag in kb.note(result.source.path).tags


def _one_for_each_place(results: Sequence[SearchResult]) -> list[SearchResult]:
    """A place is told once: a later result on lines that an earlier one shows adds nothing."""
    kept: list[SearchResult] = []
    for result in results:
        span = result.source
        inside = any(
            k.source.path == span.path and k.source.line_start <= span.line_start and span.line_end <= k.source.line_end
            for k in kept
        )
        if not inside:
            kept.append(result)
    return kept


def _facets(results: Sequence[SearchResult]) -> dict[str, dict[str, int]]:
    counts: dict[str, dict[str, int]] = {"type": {}, "kind": {}, "note": {}}
    for result in results:
        for facet, value in (("type", result.type), ("kind", result.kind), ("note", str(result.source.path))):
            counts[facet][value] = counts[facet].get(value, 0) + 1
    return {
        facet: dict(sorted(values.items(), key=lambda item: (-item[1], item[0]))) for facet, values in counts.items()
    }
