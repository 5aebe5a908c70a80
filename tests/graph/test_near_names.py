"""The known names that a mistyped one may have meant."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from graph.near_names import edit_distance, near_names

KNOWN = ("SQS", "Lambda", "DynamoDB", "CloudFormation", "CloudFront")
WORDS = st.text(alphabet="abc", max_size=6)


def test_a_swap_of_neighbours_is_one_edit() -> None:
    assert edit_distance("lamdba", "lambda", limit=3) == 1


def test_what_is_further_than_the_limit_is_told_as_one_more() -> None:
    assert edit_distance("sqs", "cloudformation", limit=2) == 3


@given(WORDS, WORDS)
def test_a_distance_is_the_same_both_ways_and_zero_only_for_equals(a: str, b: str) -> None:
    distance = edit_distance(a, b, limit=6)
    assert distance == edit_distance(b, a, limit=6)
    assert (distance == 0) == (a == b)


def test_a_typo_finds_the_name_that_was_meant() -> None:
    assert near_names("Lamdba", KNOWN)[0] == "Lambda"
    assert near_names("cloudfromation", KNOWN)[0] == "CloudFormation"


def test_a_name_like_no_other_finds_none() -> None:
    assert near_names("zzzzzzzz", KNOWN) == ()


@given(st.permutations(KNOWN))
def test_near_names_come_in_an_order_of_their_own(known: list[str]) -> None:
    assert near_names("cloudfron", known) == near_names("cloudfron", KNOWN)
