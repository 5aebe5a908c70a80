"""The data of each page and route: parse the request, ask the domain, give its JSON form."""

from __future__ import annotations

from typing import Any

from flask import request

from graph.answers_json import (
    brief_json,
    compare_json,
    concept_page_json,
    neighbourhood_json,
    overview_json,
    paths_json,
    stats_json,
)
from graph.compare import compare
from graph.comparison_texts import comparison_csv, comparison_markdown
from graph.json_form import comparison_json, evidence_json, span_json
from graph.model import ConceptId, NoteId
from graph.neighbourhood import neighbourhood
from graph.overview import DRAWN, overview
from graph.paths import find_paths
from graph.review.review import sift
from graph.review.review_json import review_json
from search.answer_json import answer_json
from search.completion import complete, completions_json
from search.related import find_related, related_json
from search.service import search_notes
from web.knowledge import findings, index, knowledge_base, silences
from web.parameters import (
    codes_parameter,
    kind_parameter,
    number_parameter,
    severity_parameter,
    text_parameter,
    types_parameter,
)

__all__ = [
    "choice_answer",
    "comparison_answer",
    "comparison_text",
    "complete_answer",
    "concept_answer",
    "concepts_answer",
    "graph_answer",
    "lint_answer",
    "note_answer",
    "path_answer",
    "search_answer",
    "search_page",
    "stats_answer",
]

Json = dict[str, Any]


def search_answer() -> Json:
    """`/search?q=`."""
    offset, limit = search_page()
    answer = search_notes(
        knowledge_base(),
        index(),
        text_parameter("q"),
        kind=kind_parameter(),
        tag=text_parameter("tag") or None,
        path=text_parameter("path") or None,
        within=text_parameter("in") or None,
        exact=bool(text_parameter("exact")),
        offset=offset,
        limit=limit,
    )
    return answer_json(answer, explain=bool(text_parameter("explain")))


def search_page() -> tuple[int, int]:
    """The first result asked for, counted from 0, and how many."""
    return number_parameter("offset", 0, least=0, most=10_000), number_parameter("limit", 10, least=1, most=100)


def complete_answer() -> Json:
    """`/complete?q=`."""
    limit = number_parameter("limit", 10, least=1, most=50)
    return completions_json(complete(index(), text_parameter("q"), limit=limit))


def concepts_answer() -> Json:
    """`/concepts`: a page, with the cursor of the next."""
    kb = knowledge_base()
    limit = number_parameter("limit", 50, least=1, most=500)
    cursor = text_parameter("cursor")
    briefs = kb.list_concepts(
        kind=kind_parameter(),
        tag=text_parameter("tag") or None,
        prefix=text_parameter("prefix"),
        after=ConceptId(cursor) if cursor else None,
        limit=limit + 1,
    )
    more = len(briefs) > limit
    shown = briefs[:limit]
    return {
        "concepts": [brief_json(brief) for brief in shown],
        "shown": len(shown),
        "total": kb.count("concepts"),
        "cursor": shown[-1].id if more else None,
    }


def concept_answer(name: str) -> Json:
    """One concept by its id."""
    kb, concept = knowledge_base(), ConceptId(name)
    return {**concept_page_json(kb, concept), "related": related_json(kb, find_related(kb, index(), concept))}


def graph_answer(focuses: list[str]) -> Json:
    """What lies around one or more concepts; without any the overview, or one of its groups."""
    kb = knowledge_base()
    if not focuses:
        group = number_parameter("group", 0, least=0, most=1_000_000) if text_parameter("group") else None
        return {"focus": [], **overview_json(overview(kb, group=group))}
    ids = [kb.find(focus) for focus in focuses]
    found = neighbourhood(
        kb,
        ids,
        depth=number_parameter("depth", 1, least=1, most=3),
        types=types_parameter(),
        kinds=[kind] if (kind := kind_parameter()) else [],
        limit=number_parameter("limit", 120, least=1, most=DRAWN),
    )
    return {"focus": ids, **neighbourhood_json(found)}


def comparison_answer(names: list[str]) -> Json:
    """Two to six concepts side by side."""
    kb = knowledge_base()
    return compare_json(kb, compare(kb, [kb.find(name) for name in names]))


def comparison_text(names: list[str], form: str) -> tuple[str, str]:
    """The same as Markdown ("md") or comma-separated values ("csv"), with its media type."""
    kb = knowledge_base()
    table = compare(kb, [kb.find(name) for name in names])
    if form == "md":
        return comparison_markdown(table), "text/markdown"
    return comparison_csv(table), "text/csv"


def choice_answer(chosen: list[ConceptId]) -> Json:
    """What can be compared: with one concept chosen what is near it, without any what the authors compared."""
    kb = knowledge_base()
    near = find_related(kb, index(), chosen[0]) if chosen else ()
    return {
        "chosen": [brief_json(brief) for brief in kb.briefs(chosen).values()],
        "near": related_json(kb, near),
        "comparisons": [comparison_json(comparison) for comparison in kb.comparisons(chosen)],
    }


def path_answer(start: str, end: str) -> Json:
    """How two concepts are connected."""
    kb = knowledge_base()
    a, b = kb.find(start), kb.find(end)
    return {"from": a, "to": b, **paths_json(kb, find_paths(kb, a, b) or find_paths(kb, a, b, weak=True))}


def note_answer(path: str) -> Json:
    """A note's outline, and what was read from which lines."""
    kb = knowledge_base()
    note = kb.note(NoteId(path))
    readings = kb.read_from(note.path)
    labels = {i: b.label for i, b in kb.briefs({c for reading in readings for c in reading.concepts}).items()}
    return {
        "path": note.path,
        "title": note.title,
        "tags": list(note.tags),
        "sections": [{"headings": list(s.headings), **span_json(_span(s))} for s in note.sections],
        "read": [
            {
                "what": reading.owner,
                "concepts": [{"id": c, "label": labels.get(c, c)} for c in reading.concepts],
                "text": reading.text,
                "evidence": evidence_json(reading.evidence),
            }
            for reading in readings
        ],
    }


def _span(section: Any) -> Any:
    from graph.model import Span

    return Span(section.path, section.line_start, section.line_end)


def lint_answer(*, limit: int = 1_000) -> Json:
    """`/lint`: a page of the review; `asked` repeats what narrowed it."""
    severity, numbers = severity_parameter(), codes_parameter()
    offset = number_parameter("offset", 0, least=0, most=1_000_000)
    limit = number_parameter("limit", limit, least=1, most=1_000)
    found = sift(findings(), silences(), severity, numbers)
    return {
        "asked": {"codes": list(numbers), "offset": offset},
        **review_json(found, severity, offset=offset, limit=limit),
    }


def stats_answer() -> Json:
    """Counts and the report."""
    return stats_json(knowledge_base())


def wants_json() -> bool:
    """Return whether the page's `.json` twin was asked for."""
    return request.path.endswith(".json")
