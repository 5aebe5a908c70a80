"""The JSON of a search answer, as the public interface spells it."""

from __future__ import annotations

from typing import Any

from graph.json_form import span_json
from search.answer import SearchAnswer, SearchResult
from search.intent import Ask

__all__ = ["answer_json"]

Json = dict[str, Any]


def answer_json(answer: SearchAnswer, *, explain: bool = False) -> Json:
    """Return the search answer: `{query, total, more, took_ms, did_you_mean, asked, understood, unknown, results, facets}`."""
    asked = answer.asked
    return {
        "query": answer.query,
        "total": answer.total,
        "more": answer.more,
        "took_ms": round(answer.took_ms, 1),
        "did_you_mean": answer.did_you_mean or None,
        "asked": None
        if asked.ask is Ask.WORDS
        else {"for": asked.ask.value, "concepts": [{"id": i, "label": answer.labels[i]} for i in asked.concepts]},
        "understood": list(answer.understood),
        "unknown": [{"word": unknown.word, "nearest": list(unknown.nearest)} for unknown in answer.unknown],
        "results": [_result_json(result, explain=explain) for result in answer.results],
        "facets": {facet: dict(counts) for facet, counts in answer.facets.items()},
    }


def _result_json(result: SearchResult, *, explain: bool) -> Json:
    form: Json = {
        "type": result.type,
        "id": result.id,
        "label": result.label,
        "kind": result.kind,
        "score": round(result.score, 4),
        "snippet": result.snippet,
        "highlights": [list(span) for span in result.highlights],
        "source": span_json(result.source),
        "concept": {"id": result.concept[0], "label": result.concept[1]} if result.concept else None,
    }
    if explain:
        form["why"] = result.why
        form["parts"] = {name: round(value, 4) for name, value in result.parts.items()}
    return form
