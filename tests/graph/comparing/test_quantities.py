"""Numbers with units."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.comparing.quantities import Quantity, quantities, without_quantities

DAY = 86_400


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("kept for 7 days", [("time", 7 * DAY)]),
        ("15 min", [("time", 900)]),
        ("fifteen or 15 minutes", [("time", 900)]),
        ("1-7 days", [("time", DAY), ("time", 7 * DAY)]),
        ("up to 256KB of text", [("size", 256 * 1024)]),
        ("99.5% of the time", [("percent", Fraction("99.5"))]),
        ("$0.10 per GB", [("money", Fraction("0.1"))]),
        ("10 MB/s", [("size/time", 10 * 1024**2)]),
        ("1,000 messages", [("messag", 1000)]),
        ("port 443", [("", 443)]),
    ],
)
def test_a_number_is_read_with_its_unit(text: str, expected: list[tuple[str, float]]) -> None:
    assert quantities(text) == tuple(Quantity(unit, Fraction(amount)) for unit, amount in expected)


@pytest.mark.parametrize(
    "text", ["10.0.0.0/16", "S3", "v2", "24/7 support", "12:30", "2xx", "100s of hosts", "eleven 9's"]
)
def test_names_addresses_and_times_of_day_are_no_quantities(text: str) -> None:
    assert quantities(text) == ()


def test_measures_are_taken_out_and_counted_nouns_stay() -> None:
    assert without_quantities("keeps 10 messages for 7 days").split() == ["keeps", "messages", "for"]


@given(st.text(max_size=80))
def test_any_text_can_be_read(text: str) -> None:
    assert all(quantity.amount >= 0 for quantity in quantities(text))
    without_quantities(text)
