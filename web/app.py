"""The app factory."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from flask import Flask, Response

from graph.relation_types import wording
from graph.review.silence import Silence
from web.api import api, health
from web.errors import register
from web.knowledge import attach
from web.map_assets import assets
from web.pages import pages

__all__ = ["create_app"]

# No 'unsafe-inline': nothing in a note can run, load or style anything (issue of pyvis' own pages: docs/design-notes.md).
_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; font-src 'self';"
    " base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
)


def create_app(kb_directory: Path, index_directory: Path, silences: Iterable[Silence] = ()) -> Flask:
    """Build one app over a knowledge base; a review is silent on `silences`.

    Reads no environment and opens nothing until it is asked.
    """
    app = Flask(__name__)
    app.json.sort_keys = False  # type: ignore[attr-defined]  # the default provider has it
    attach(app, kb_directory, index_directory, silences)
    for blueprint in (pages, api, health, assets):
        app.register_blueprint(blueprint)
    register(app)
    app.add_template_filter(lambda kind: wording(kind).forward, "forward")
    app.add_template_filter(lambda kind: wording(kind).backward, "backward")
    app.after_request(_harden)
    return app


def _harden(response: Response) -> Response:
    response.headers["Content-Security-Policy"] = _POLICY
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Referrer-Policy"] = "no-referrer"
    return response
