"""What narrows the page of a review: severities, codes and the next page, each with its address."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import urlencode

from graph.review.finding import Severity

__all__ = ["lint_filters"]

_WORDS = {Severity.HINT: "Everything", Severity.WARNING: "Warnings and errors", Severity.ERROR: "Errors only"}


def lint_filters(data: Mapping[str, Any]) -> dict[str, Any]:
    """Return `{"severities", "codes", "all", "milder", "next"}`; every address keeps what else is chosen.

    `data` is the answer of the page. `next` is empty on the last page, `milder` where nothing is hidden.
    """
    severity, codes = data["severity"], data["asked"]["codes"]
    chosen = data["asked"]["offset"] + data["shown"]
    return {
        "severities": [
            {"label": label, "on": value == severity, "address": _address(value, codes)}
            for value, label in _WORDS.items()
        ],
        "codes": [
            {
                **entry,
                "on": (number := entry["code"].partition("-")[0]) in codes,
                "address": _address(severity, [number]),
            }
            for entry in data["counts"]
        ],
        "all": _address(severity, []),
        "milder": _address(Severity.HINT, codes) if data["milder"] else "",
        "next": _address(severity, codes, chosen) if chosen < data["total"] else "",
    }


def _address(severity: str, codes: Sequence[str], offset: int = 0) -> str:
    asked = {"severity": str(severity), "code": ",".join(codes), "offset": offset or ""}
    return "?" + urlencode({name: value for name, value in asked.items() if value})
