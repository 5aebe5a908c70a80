"""The facets of a search page: each value with its count, and the address that turns it on or off."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode

__all__ = ["search_facets"]

_NAMES = {"kind": "Kind", "tag": "Tag", "path": "Note or folder", "in": "About"}
_SHOWN = 8  # values of one facet; how many more there are is told


def search_facets(data: Mapping[str, Any], asked: Mapping[str, str], labels: Mapping[str, str]) -> list[dict[str, Any]]:
    """Return `[{"name", "values": [{"label", "count", "address", "on"}], "hidden"}]`, facets of one value left out.

    `asked` holds the page's own parameters, `labels` the labels of the concepts that `in` counts.
    """
    facets = []
    for facet, counts in data["facets"].items():
        values = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
        on = asked.get(facet, "")
        if len(values) < 2 and not on:
            continue
        facets.append(
            {
                "name": _NAMES.get(facet, facet),
                "values": [
                    {
                        "label": labels.get(value, value),
                        "count": count,
                        "on": value == on,
                        "address": _address(asked, facet, "" if value == on else value),
                    }
                    for value, count in values[:_SHOWN]
                ],
                "hidden": max(0, len(values) - _SHOWN),
            }
        )
    return facets


def _address(asked: Mapping[str, str], facet: str, value: str) -> str:
    kept = {name: text for name, text in asked.items() if name not in (facet, "offset") and text}
    return "?" + urlencode({**kept, **({facet: value} if value else {})})
