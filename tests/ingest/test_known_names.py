"""Known names in running text: longest first, and none that is an ordinary word there."""

from __future__ import annotations

import pytest

from ingest.known_names import KnownNames

KNOWN = KnownNames(
    [(".NET", "=.net"), ("Oven", "oven"), ("Oven Door", "oven door"), ("CAN", "can"), ("Query", "query")]
)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("written in .NET", [".NET"]),
        ("for .net and others", [".net"]),
        ("a net of wires", []),
        ("an Oven Door and an Oven", ["Oven Door", "Oven"]),
        ("what it can do", []),
        ("over CAN", ["CAN"]),
        ("a query", []),
        ("as a Query", ["Query"]),
    ],
)
def test_names_are_found_as_they_are_written(text: str, found: list[str]) -> None:
    assert [text[hit.start : hit.end] for hit in KNOWN.find(text)] == found
