"""The JSON of answers: a concept's page, a neighbourhood, paths, a comparison, and the counts."""

from __future__ import annotations

from typing import Any

from graph.compare import Cell, ComparisonTable
from graph.json_form import comparison_json, concept_json, evidence_json, relation_json, report_json
from graph.knowledge_base import ConceptBrief, Edge, KnowledgeBase
from graph.model import ConceptId
from graph.neighbourhood import Neighbourhood
from graph.overview import Overview
from graph.paths import Path
from graph.relation_types import RelationType

__all__ = [
    "brief_json",
    "compare_json",
    "concept_page_json",
    "counts_json",
    "neighbourhood_json",
    "overview_json",
    "paths_json",
    "stats_json",
]

Json = dict[str, Any]


def brief_json(brief: ConceptBrief) -> Json:
    """`{"id", "label", "kind", "degree"}`."""
    return {"id": brief.id, "label": brief.label, "kind": brief.kind.value, "degree": brief.measure.degree}


def concept_page_json(kb: KnowledgeBase, concept_id: ConceptId) -> Json:
    """One concept with its relations, its comparisons and `related`: what it is linked to, the most connected first.

    Raises:
        ConceptNotFound: there is none.
    """
    concept = kb.concept(concept_id)
    edges = kb.edges_of([concept_id])
    others = kb.briefs({end for edge in edges for end in (edge.source, edge.target)} - {concept_id})
    near = {e for edge in edges if edge.type != RelationType.MENTIONS for e in (edge.source, edge.target)} - {
        concept_id
    }
    related = sorted((others[i] for i in near), key=lambda b: (-b.measure.degree, b.id))
    return {
        **concept_json(concept),
        "relations": [relation_json(relation) for relation in kb.cite(edges)],
        "labels": {i: brief.label for i, brief in sorted(others.items())},
        "comparisons": [comparison_json(comparison) for comparison in kb.comparisons([concept_id])],
        "related": [brief_json(brief) for brief in related[:12]],
    }


def neighbourhood_json(found: Neighbourhood) -> Json:
    """`{"nodes", "edges", "shown", "total", "left_out", "hidden"}`."""
    return {
        "nodes": [{**brief_json(brief), "distance": distance} for brief, distance in found.nodes],
        "edges": [_edge_json(edge) for edge in found.edges],
        "shown": found.shown,
        "total": found.total,
        "left_out": [brief_json(brief) for brief in found.left_out],
        "hidden": [brief_json(brief) for brief in found.hidden],
    }


def overview_json(found: Overview) -> Json:
    """`{"nodes", "edges", "groups", "shown", "total"}`; a group stands for the members that are not drawn by name."""
    return {
        "nodes": [{**brief_json(brief), "group": brief.measure.community} for brief in found.nodes],
        "edges": [_edge_json(edge) for edge in found.edges],
        "groups": [{"group": g.number, "label": g.label, "size": g.size, "folded": g.folded} for g in found.groups],
        "shown": len(found.nodes),
        "total": found.total,
    }


def _edge_json(edge: Edge) -> Json:
    return {"source": edge.source, "type": edge.type, "phrase": edge.phrase, "target": edge.target}


def paths_json(kb: KnowledgeBase, paths: tuple[Path, ...]) -> Json:
    """`{"paths": [{"concepts": [...], "steps": [relation...]}]}`."""
    briefs = kb.briefs({i for path in paths for i in path.concepts})
    return {
        "paths": [
            {
                "concepts": [{"id": i, "label": briefs[i].label} for i in path.concepts],
                "steps": [relation_json(step) for step in path.steps],
            }
            for path in paths
        ]
    }


def compare_json(kb: KnowledgeBase, table: ComparisonTable) -> Json:
    """The comparison of the public interface, with `advice` on choosing and what is `confusable` with the subjects."""
    others = {other for _, other, _ in table.shared} | {near.id for near in table.confusable}
    labels = {i: brief.label for i, brief in kb.briefs(others).items()}
    return {
        "subjects": [concept_json(subject) for subject in table.subjects],
        "rows": [
            {
                "dimension": row.dimension,
                "verdict": row.verdict,
                "cells": {i: [_cell_json(cell) for cell in cells] for i, cells in row.cells.items()},
                "origin": row.origin,
            }
            for row in table.rows
        ],
        "shared": [
            {"phrase": phrase, "id": i, "label": labels[i], "relations": [relation_json(r) for r in relations]}
            for phrase, i, relations in table.shared
        ],
        "path": paths_json(kb, table.path)["paths"],
        "advice": [{"subject": a.subject, "text": a.text, "evidence": evidence_json(a.evidence)} for a in table.advice],
        "confusable": [
            {"id": near.id, "label": labels[near.id], "reason": near.reason, "evidence": evidence_json(near.evidence)}
            for near in table.confusable
        ],
    }


def _cell_json(cell: Cell) -> Json:
    """`about` only where the statement speaks of a part or option of the subject."""
    form: Json = {"text": cell.text, "evidence": evidence_json(cell.evidence)}
    return {**form, "about": cell.about} if cell.about else form


def counts_json(kb: KnowledgeBase) -> dict[str, int]:
    """How many notes, concepts, relations, facts and comparisons there are."""
    return {table: kb.count(table) for table in ("notes", "concepts", "relations", "facts", "comparisons")}


def stats_json(kb: KnowledgeBase) -> Json:
    """Counts by kind, type and rule, and the build's report."""
    return {
        "generation": kb.generation,
        "counts": counts_json(kb),
        "kinds": kb.count_by("concepts", "kind"),
        "types": kb.count_by("relations", "type"),
        "rules": kb.count_by("evidence", "rule"),
        "report": report_json(kb.report()),
    }
