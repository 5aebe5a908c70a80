"""Our errors as HTTP answers: one place, the right status, JSON for scripts and a page for people."""

from __future__ import annotations

from http import HTTPStatus

from flask import Flask, jsonify, render_template, request
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import HTTPException

from graph.errors import (
    BadRequest,
    ComparisonSize,
    ConceptNotFound,
    KnotworkError,
    KnowledgeBaseMissing,
    KnowledgeBaseUnreadable,
    NoteNotFound,
)

__all__ = ["register"]

_STATUS: dict[type[KnotworkError], HTTPStatus] = {
    ConceptNotFound: HTTPStatus.NOT_FOUND,
    NoteNotFound: HTTPStatus.NOT_FOUND,
    BadRequest: HTTPStatus.BAD_REQUEST,
    ComparisonSize: HTTPStatus.BAD_REQUEST,
    KnowledgeBaseMissing: HTTPStatus.SERVICE_UNAVAILABLE,
    KnowledgeBaseUnreadable: HTTPStatus.SERVICE_UNAVAILABLE,
}


def register(app: Flask) -> None:
    """Map every error of ours, and Flask's own, to an answer."""
    app.register_error_handler(KnotworkError, _ours)
    app.register_error_handler(HTTPException, _flasks)


def _ours(error: KnotworkError) -> ResponseReturnValue:
    status = next((code for kind, code in _STATUS.items() if isinstance(error, kind)), HTTPStatus.INTERNAL_SERVER_ERROR)
    return _answer(error.code, str(error), error.hint, status)


def _flasks(error: HTTPException) -> ResponseReturnValue:
    status = HTTPStatus(error.code or 500)
    return _answer(status.phrase.casefold().replace(" ", "_"), status.phrase.casefold(), "see the start page", status)


def _answer(code: str, message: str, hint: str, status: HTTPStatus) -> ResponseReturnValue:
    if request.path.startswith("/api/") or request.path.endswith(".json"):
        return jsonify(error={"code": code, "message": message, "hint": hint}), status
    return render_template("error.html", message=message, hint=hint), status
