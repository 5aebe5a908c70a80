"""Query parameters, parsed once where they enter."""

from __future__ import annotations

from flask import request

from graph.errors import BadRequest
from graph.model import Kind
from graph.review.checks import CHECKS
from graph.review.finding import Severity

__all__ = [
    "codes_parameter",
    "kind_parameter",
    "number_parameter",
    "severity_parameter",
    "text_parameter",
    "types_parameter",
]


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


def severity_parameter() -> Severity:
    """Return the mildest severity wanted, `warning` where none is given.

    Raises:
        BadRequest: there is no such severity.
    """
    raw = text_parameter("severity") or Severity.WARNING.value
    if raw not in set(Severity):
        raise BadRequest("severity", raw[:40], " or ".join(Severity))
    return Severity(raw)


def codes_parameter() -> tuple[str, ...]:
    """Return the numbers of the wanted checks, given once each or joined by commas, with or without their names.

    Raises:
        BadRequest: there is no such check.
    """
    known = {code: check.number for check in CHECKS for code in (check.code, check.number)}
    raw = [part for given in request.args.getlist("code") for part in given.split(",") if part]
    for code in raw:
        if code not in known:
            raise BadRequest("code", code[:40], f"a code from {CHECKS[0].number} to {CHECKS[-1].number}")
    return tuple(sorted({known[code] for code in raw}))
