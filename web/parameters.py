"""Query parameters, parsed once where they enter."""

from __future__ import annotations

from flask import request

from graph.errors import BadRequest
from graph.model import Kind

__all__ = ["kind_parameter", "number_parameter", "text_parameter", "types_parameter"]


def text_parameter(name: str) -> str:
    """Return a text, empty where it is missing; NUL signs removed."""
    return request.args.get(name, "").replace("\x00", "")


def number_parameter(name: str, default: int, *, least: int, most: int) -> int:
    """Return a whole number within bounds.

    Raises:
        BadRequest: it is no number, or out of bounds.
    """
    raw = text_parameter(name)
    if not raw:
        return default
    if not raw.isascii() or not raw.isdigit() or not least <= int(raw[:9]) <= most:
        raise BadRequest(name, raw[:40], f"a whole number from {least} to {most}")
    return int(raw)


def kind_parameter() -> Kind | None:
    """Return the wanted kind, or None for any.

    Raises:
        BadRequest: there is no such kind.
    """
    raw = text_parameter("kind")
    if raw and raw not in set(Kind):
        raise BadRequest("kind", raw[:40], " or ".join(Kind))
    return Kind(raw) if raw else None


def types_parameter() -> tuple[str, ...]:
    """Return the wanted relation types, given once each or joined by commas; empty for the default."""
    return tuple(sorted({part for raw in request.args.getlist("type") for part in raw.split(",") if part}))
