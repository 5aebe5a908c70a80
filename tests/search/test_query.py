"""Query syntax: filters, phrases, exclusions and OR; what does not parse is text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.query import parse_query


def test_words_stand_in_their_order() -> None:
    assert parse_query("visibility timeout").words == (("visibility",), ("timeout",))


@pytest.mark.parametrize(
    ("typed", "name", "value"),
    [
        ("kind:service queue", "kind", "service"),
        ("queue tag:aws", "tag", "aws"),
        ("path:notes/ queue", "path", "notes/"),
        ("in:sqs queue", "in", "sqs"),
        ('in:"parameter store" queue', "in", "parameter store"),
    ],
)
def test_a_filter_is_taken_out_of_the_text(typed: str, name: str, value: str) -> None:
    parsed = parse_query(typed)
    assert parsed.filters == {name: (value,)}
    assert parsed.text == "queue"


def test_the_same_filter_may_stand_twice() -> None:
    assert parse_query("tag:a tag:b x").filters == {"tag": ("a", "b")}


@pytest.mark.parametrize("typed", ["kind:", "kind:nonsense", "http://x.example", "C:\\temp", "tag:", "other:word"])
def test_what_is_no_filter_is_text(typed: str) -> None:
    parsed = parse_query(typed)
    assert parsed.filters == {}
    assert parsed.text == typed


def test_a_phrase_is_kept_together_and_taken_as_typed() -> None:
    parsed = parse_query('"dead letter" queue')
    assert parsed.phrases == ("dead letter",)
    assert parsed.literal == {"dead letter"}
    assert parsed.text == "dead letter queue"


def test_a_plus_takes_a_word_as_typed() -> None:
    assert parse_query("+lamda function").literal == {"lamda"}


def test_a_minus_excludes_a_word() -> None:
    parsed = parse_query("queue -fifo")
    assert parsed.excluded == ("fifo",)
    assert parsed.text == "queue"


@pytest.mark.parametrize("typed", ["in-memory", "SSE-KMS", "- queue", "a -"])
def test_a_hyphen_within_or_apart_from_a_word_excludes_nothing(typed: str) -> None:
    assert parse_query(typed).excluded == ()


def test_nothing_but_exclusions_is_text() -> None:
    assert parse_query("-sqs -sns").words == (("sqs",), ("sns",))


def test_or_joins_its_neighbours() -> None:
    assert parse_query("sqs OR sns limits").words == (("sqs", "sns"), ("limits",))


@pytest.mark.parametrize("typed", ["OR", "OR sqs", "sqs OR"])
def test_or_without_both_neighbours_does_no_harm(typed: str) -> None:
    assert parse_query(typed).words[-1][0] in ("OR", "sqs")


def test_an_unbalanced_quote_is_no_phrase() -> None:
    parsed = parse_query('"visibility timeout')
    assert parsed.phrases == ()
    assert parsed.text == "visibility timeout"


@given(typed=st.text(max_size=200))
def test_every_text_parses_and_no_letter_becomes_another(typed: str) -> None:
    parsed = parse_query(typed)
    for alternatives in parsed.words:
        assert all(word in typed for word in alternatives)
