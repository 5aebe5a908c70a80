"""The HTTP API, `/api/v1`, and `/healthz`."""

from __future__ import annotations

import json

from flask import Blueprint, Response, jsonify, redirect, request, url_for
from flask.typing import ResponseReturnValue

from graph.errors import ConceptNotFound
from graph.json_form import knowledge_json
from graph.model import ConceptId
from web import answers
from web.knowledge import knowledge_base

__all__ = ["api", "health"]

api = Blueprint("api", __name__, url_prefix="/api/v1")
health = Blueprint("health", __name__)


@health.get("/healthz")
def healthz() -> ResponseReturnValue:
    """Liveness: the process answers."""
    return jsonify(status="ok")


@api.get("/search")
def search() -> ResponseReturnValue:
    """Ranked results."""
    return jsonify(answers.search_answer())


@api.get("/complete")
def complete() -> ResponseReturnValue:
    """Names that begin, or nearly begin, with the text."""
    return jsonify(answers.complete_answer())


@api.get("/concepts")
def concepts() -> ResponseReturnValue:
    """A page of concepts."""
    return jsonify(answers.concepts_answer())


@api.get("/concepts/<concept_id>")
def concept(concept_id: str) -> ResponseReturnValue:
    """One concept; another of its names redirects to its id."""
    kb = knowledge_base()
    if not kb.briefs([ConceptId(concept_id)]):
        named = kb.named(concept_id)
        if not named:
            raise ConceptNotFound(concept_id, kb.near(concept_id))
        return redirect(url_for("api.concept", concept_id=named[0]))
    return jsonify(answers.concept_answer(concept_id))


@api.get("/concepts/<concept_id>/graph")
def concept_graph(concept_id: str) -> ResponseReturnValue:
    """What lies around it."""
    return jsonify(answers.graph_answer([concept_id]))


@api.get("/graph")
def graph() -> ResponseReturnValue:
    """The overview."""
    return jsonify(answers.graph_answer(request.args.getlist("focus")))


@api.get("/compare")
def compare() -> ResponseReturnValue:
    """Concepts side by side."""
    return jsonify(answers.comparison_answer(request.args.getlist("id")))


@api.get("/path")
def path() -> ResponseReturnValue:
    """Shortest paths with evidence."""
    return jsonify(answers.path_answer(request.args.get("from", ""), request.args.get("to", "")))


@api.get("/notes/<path:note_path>")
def note(note_path: str) -> ResponseReturnValue:
    """A note's outline, and what was read from it."""
    return jsonify(answers.note_answer(note_path))


@api.get("/lint")
def lint() -> ResponseReturnValue:
    """The review of the notes."""
    return jsonify(answers.lint_answer())


@api.get("/stats")
def stats() -> ResponseReturnValue:
    """Counts and the report."""
    return jsonify(answers.stats_answer())


@api.get("/export/json")
def export() -> ResponseReturnValue:
    """The whole export, the bytes of `knotwork export`."""
    text = json.dumps(knowledge_json(knowledge_base().knowledge()), ensure_ascii=False, indent=1) + "\n"
    return Response(text, mimetype="application/json")
