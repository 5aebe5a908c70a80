"""vis-network, from the installed pyvis package: local, whitelisted, immutable."""

from __future__ import annotations

import importlib.util
from pathlib import Path

from flask import Blueprint, abort, send_file
from flask.typing import ResponseReturnValue

__all__ = ["assets", "vis_network"]

assets = Blueprint("assets", __name__, url_prefix="/assets")


def vis_network() -> Path:
    """Return where the installed pyvis keeps the script; pyvis itself, slow to import, is not.

    Raises:
        ModuleNotFoundError: pyvis is not installed.
    """
    found = importlib.util.find_spec("pyvis")
    if found is None or found.origin is None:
        raise ModuleNotFoundError("pyvis", name="pyvis")
    return Path(found.origin).parent / "lib" / "vis-9.1.2" / "vis-network.min.js"


@assets.get("/<name>")
def asset(name: str) -> ResponseReturnValue:
    """Send one of the few files that the map needs."""
    if name != "vis-network.js":
        abort(404)
    return send_file(vis_network(), mimetype="text/javascript", max_age=86_400)
