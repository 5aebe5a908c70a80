"""When two names are one, and the ids made of labels."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.names import concept_ids, fold_name, fold_words, slug

ONE = [
    ("DynamoDB", "Dynamo DB"),
    ("Route53", "Route 53"),
    ("Access Control Lists", "access control list"),
    ("dead-letter queue", "Dead Letter Queues"),
    ("R&D", "R and D"),
    ("\uff33\uff31\uff33", "SQS"),
    ("VMs", "VM"),
    ("policies", "Policy"),
]
TWO = [("HTTP", "HTTPS"), ("SSE-S3", "SSE-C"), ("IPv4", "IPv6"), ("C", "C++"), ("C#", "C++"), ("S3", "S4")]


@pytest.mark.parametrize(("first", "second"), ONE)
def test_spellings_of_one_name_fold_to_one_key(first: str, second: str) -> None:
    assert fold_name(first) == fold_name(second)


@pytest.mark.parametrize(("first", "second"), TWO)
def test_names_that_differ_in_a_digit_a_sign_or_an_abbreviation_stay_two(first: str, second: str) -> None:
    assert fold_name(first) != fold_name(second)


def test_folded_words_are_the_key_in_pieces() -> None:
    assert fold_words("Access Control Lists") == ("access", "control", "list")


@given(st.text(max_size=40))
def test_a_name_folds_to_the_join_of_its_words(name: str) -> None:
    assert fold_name(name) == "".join(fold_words(name))


@given(st.text(max_size=120))
def test_a_slug_is_safe_in_a_url(label: str) -> None:
    assert re.fullmatch(r"([a-z0-9]+(-[a-z0-9]+)*)?", slug(label))
    assert len(slug(label)) <= 80


@given(st.lists(st.text(max_size=10), max_size=12))
def test_ids_do_not_depend_on_the_order_of_labels(labels: list[str]) -> None:
    assert concept_ids(labels) == concept_ids(reversed(labels))


@given(st.lists(st.text(alphabet="abAB-é日", max_size=6), max_size=12))
def test_each_label_has_an_id_of_its_own(labels: list[str]) -> None:
    ids = concept_ids(labels)
    assert set(ids) == set(labels)
    assert len(set(ids.values())) == len(ids)
    assert all(re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", concept_id) for concept_id in ids.values())
