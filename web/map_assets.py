"""vis-network, served from the installed pyvis package: local, whitelisted, immutable."""

from __future__ import annotations

import importlib.util
from pathlib import Path

from flask import Blueprint, abort, send_file
from flask.typing import ResponseReturnValue

__all__ = ["assets"]

assets = Blueprint("assets", __name__, url_prefix="/assets")

_FILES = {"vis-network.js": "lib/vis-9.1.2/vis-network.min.js"}


@assets.get("/<name>")
def asset(name: str) -> ResponseReturnValue:
    """Send one of the few files that the map needs."""
    found = importlib.util.find_spec("pyvis")
    if name not in _FILES or found is None or found.origin is None:
        abort(404)
    return send_file(Path(found.origin).parent / _FILES[name], mimetype="text/javascript", max_age=86_400)
