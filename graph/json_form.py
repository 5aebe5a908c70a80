"""The JSON form of every value that leaves the program, as the public interface spells it, and back.

One place for it, so that the export, the pages' data, the HTTP answers and the stored rows agree.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from graph.model import (
    Ambiguity,
    Comparison,
    Concept,
    ConceptId,
    Confidence,
    ContextLine,
    Decision,
    Dimension,
    Evidence,
    Expansion,
    Knowledge,
    LostLink,
    Note,
    NoteId,
    Relation,
    Report,
    Section,
    Skipped,
    Span,
    Statement,
    Subject,
    SuggestedMerge,
    UnreadKey,
)

__all__ = [
    "comparison_json",
    "concept_json",
    "context_json",
    "context_of",
    "dimensions_of",
    "evidence_json",
    "evidence_of",
    "knowledge_json",
    "note_json",
    "relation_json",
    "report_json",
    "report_of",
    "sections_json",
    "sections_of",
    "span_json",
    "statement_json",
    "subjects_of",
]

Json = dict[str, Any]


def span_json(span: Span) -> Json:
    """`{"path", "line_start", "line_end"}`."""
    return {"path": span.path, "line_start": span.line_start, "line_end": span.line_end}


def evidence_json(evidence: Evidence) -> Json:
    """The evidence object; `context` only where there is some."""
    form: Json = {
        "path": evidence.path,
        "line_start": evidence.line_start,
        "line_end": evidence.line_end,
        "text": evidence.text,
        "rule": evidence.rule,
        "confidence": evidence.confidence.value,
    }
    if evidence.context:
        form["context"] = context_json(evidence.context)
    return form


def context_json(lines: Sequence[ContextLine]) -> list[Json]:
    """The lines that evidence leans on."""
    return [{"line": line.line, "text": line.text} for line in lines]


def context_of(form: Sequence[Mapping[str, Any]]) -> tuple[ContextLine, ...]:
    """Read back what `context_json` wrote."""
    return tuple(ContextLine(line["line"], line["text"]) for line in form)


def evidence_of(form: Mapping[str, Any]) -> Evidence:
    """Read back what `evidence_json` wrote."""
    return Evidence(
        path=NoteId(form["path"]),
        line_start=form["line_start"],
        line_end=form["line_end"],
        text=form["text"],
        rule=form["rule"],
        confidence=Confidence(form["confidence"]),
        context=context_of(form.get("context", ())),
    )


def statement_json(statement: Statement) -> Json:
    """`{"text", "evidence"}`."""
    return {"text": statement.text, "evidence": evidence_json(statement.evidence)}


def concept_json(concept: Concept) -> Json:
    """One entry of the export's `concepts`."""
    return {
        "id": concept.id,
        "label": concept.label,
        "kind": concept.kind.value,
        "aliases": list(concept.aliases),
        "tags": list(concept.tags),
        "names": [{"name": name.name, "evidence": evidence_json(name.evidence)} for name in concept.names],
        "definition": statement_json(concept.definition) if concept.definition else None,
        "facts": [statement_json(fact) for fact in concept.facts],
        "unresolved": concept.unresolved,
    }


def relation_json(relation: Relation) -> Json:
    """One entry of the export's `relations`; `prefers` only where the words favour a side."""
    form: Json = {
        "source": relation.source,
        "type": relation.type,
        "phrase": relation.phrase,
        "target": relation.target,
        "evidence": [evidence_json(evidence) for evidence in relation.evidence],
    }
    if relation.prefers:
        form["prefers"] = relation.prefers
    return form


def comparison_json(comparison: Comparison) -> Json:
    """One entry of the export's `comparisons`."""
    return {
        "id": comparison.id,
        "title": comparison.title,
        "subjects": [{"id": subject.id, "label": subject.label} for subject in comparison.subjects],
        "dimensions": [
            {"name": dimension.name, "values": dict(dimension.values), "source": span_json(dimension.source)}
            for dimension in comparison.dimensions
        ],
        "source": span_json(comparison.source),
    }


def subjects_of(form: Sequence[Mapping[str, Any]]) -> tuple[Subject, ...]:
    """Read back a comparison's subjects."""
    return tuple(Subject(ConceptId(subject["id"]), subject["label"]) for subject in form)


def dimensions_of(form: Sequence[Mapping[str, Any]]) -> tuple[Dimension, ...]:
    """Read back a comparison's dimensions."""
    return tuple(Dimension(dimension["name"], dimension["values"], Span(**dimension["source"])) for dimension in form)


def note_json(note: Note) -> Json:
    """One entry of the export's `notes`."""
    return {"path": note.path, "title": note.title, "tags": list(note.tags), "sha256": note.sha256}


def sections_json(sections: Sequence[Section]) -> list[list[Any]]:
    """Sections as stored: `[headings, first, last, blocks]`."""
    return [[s.headings, s.line_start, s.line_end, s.blocks] for s in sections]


def sections_of(path: NoteId, form: Sequence[Sequence[Any]]) -> tuple[Section, ...]:
    """Read back what `sections_json` wrote."""
    return tuple(
        Section(
            path=path,
            headings=tuple(headings),
            line_start=first,
            line_end=last,
            blocks=tuple((a, b, depth) for a, b, depth in blocks),
        )
        for headings, first, last, blocks in form
    )


def report_json(report: Report) -> Json:
    """The export's `report`."""
    return {
        "rules": dict(report.rules),
        "skipped": [{"path": skip.path, "reason": skip.reason} for skip in report.skipped],
        "ambiguous": [
            {"name": a.name, "candidates": list(a.candidates), "path": a.path, "line": a.line} for a in report.ambiguous
        ],
        "suggested_merges": [
            {"first": merge.first, "second": merge.second, "reason": merge.reason} for merge in report.suggested_merges
        ],
        "decisions": [
            {"action": decision.action, "names": list(decision.names), "effect": decision.effect}
            for decision in report.decisions
        ],
        "lost_links": [
            {"path": link.path, "line": link.line, "target": link.target, "wiki": link.wiki}
            for link in report.lost_links
        ],
        "unread_keys": [
            {"path": key.path, "line": key.line, "key": key.key, "linked": key.linked} for key in report.unread_keys
        ],
        "expansions": [
            {"short": form.short, "long": form.long, "evidence": evidence_json(form.evidence)}
            for form in report.expansions
        ],
    }


def report_of(form: Mapping[str, Any]) -> Report:
    """Read back what `report_json` wrote."""
    return Report(
        rules=form["rules"],
        skipped=tuple(Skipped(**skip) for skip in form["skipped"]),
        ambiguous=tuple(
            Ambiguity(a["name"], tuple(a["candidates"]), NoteId(a["path"]), a["line"]) for a in form["ambiguous"]
        ),
        suggested_merges=tuple(
            SuggestedMerge(ConceptId(m["first"]), ConceptId(m["second"]), m["reason"]) for m in form["suggested_merges"]
        ),
        decisions=tuple(Decision(d["action"], tuple(d["names"]), d["effect"]) for d in form["decisions"]),
        lost_links=tuple(LostLink(**link) for link in form["lost_links"]),
        unread_keys=tuple(UnreadKey(**key) for key in form["unread_keys"]),
        expansions=tuple(Expansion(e["short"], e["long"], evidence_of(e["evidence"])) for e in form["expansions"]),
    )


def knowledge_json(knowledge: Knowledge) -> Json:
    """The whole export, format `knotwork/1`."""
    return {
        "format": "knotwork/1",
        "concepts": [concept_json(concept) for concept in knowledge.concepts],
        "relations": [relation_json(relation) for relation in knowledge.relations],
        "comparisons": [comparison_json(comparison) for comparison in knowledge.comparisons],
        "notes": [note_json(note) for note in knowledge.notes],
        "report": report_json(knowledge.report),
    }
