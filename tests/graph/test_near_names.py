"""The known names that a mistyped one may have meant."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from graph.near_names import near_names

KNOWN = ("SQS", "Lambda", "DynamoDB", "CloudFormation", "CloudFront")


def test_a_typo_finds_the_name_that_was_meant() -> None:
    assert near_names("Lamdba", KNOWN)[0] == "Lambda"
    assert near_names("cloudfromation", KNOWN)[0] == "CloudFormation"


def test_a_name_like_no_other_finds_none() -> None:
    assert near_names("zzzzzzzz", KNOWN) == ()


@given(st.permutations(KNOWN))
def test_near_names_come_in_an_order_of_their_own(known: list[str]) -> None:
    assert near_names("cloudfron", known) == near_names("cloudfron", KNOWN)
