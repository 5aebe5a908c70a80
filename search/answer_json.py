"""The JSON of a search answer, as the public interface spells it."""

from __future__ import annotations

from typing import Any

from graph.json_form import span_json
from search.answer import SearchAnswer

__all__ = ["answer_json"]


def answer_json(answer: SearchAnswer, *, explain: bool = False) -> dict[str, Any]:
    """Return `{query, total, took_ms, did_you_mean, results, facets}`."""
    results = []
    for result in answer.results:
        form: dict[str, Any] = {
            "type": result.type,
            "id": result.id,
            "label": result.label,
            "kind": result.kind,
            "score": round(result.score, 4),
            "snippet": result.snippet,
            "highlights": [list(span) for span in result.highlights],
            "source": span_json(result.source),
        }
        if explain:
            form["why"] = result.why
        results.append(form)
    return {
        "query": answer.query,
        "total": answer.total,
        "took_ms": round(answer.took_ms, 1),
        "did_you_mean": answer.did_you_mean or None,
        "results": results,
        "facets": answer.facets,
    }
