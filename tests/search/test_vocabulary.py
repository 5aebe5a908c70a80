"""The notes' words and the reader's: other names, joined and split words, corrections that can be undone."""

from __future__ import annotations

import pytest

from graph.words import cut_words, split_camel
from tests.search.conftest import Search


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("pub/sub SSE-KMS in-memory", ["pub", "sub", "sse", "kms", "in", "memory"]),
        ("C++ and C#, not #EC2", ["c++", "and", "c#", "not", "ec2"]),
        ("Réplica STRASSE straße ﬁle", ["replica", "strasse", "strasse", "file"]),
        ("学習コスト", ["学", "習", "コ", "ス", "ト"]),
        ("ガ カ", ["ガ", "カ"]),
        ("Ελλάδα Привет", ["ελλαδα", "привет"]),
        ("a.b_c", ["a", "b", "c"]),
    ],
)
def test_text_is_cut_into_words(text: str, words: list[str]) -> None:
    assert cut_words(text) == words


def test_a_word_is_cut_at_64_letters() -> None:
    assert cut_words("x" * 1000) == ["x" * 64]


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("AssumeRole", ["assume", "role"]),
        ("route53", ["route", "53"]),
        ("DynamoDBStreams", ["dynamo", "db", "streams"]),
    ],
)
def test_capitals_and_digits_show_a_words_parts(word: str, parts: list[str]) -> None:
    assert split_camel(word) == parts


def _first(search: Search, query: str) -> str:
    best = search(query).results[0]
    return f"{best.label} {best.snippet}"


@pytest.mark.parametrize(
    ("query", "other"),
    [
        ("KMS", "Key Management Service"),
        ("Dead-Letter Queues", "DLQ"),
        ("dynamo db", "DynamoDB"),
        ("elasti cache", "ElastiCache"),
        ("route53", "Route 53"),
        ("x ray", "X-Ray"),
        ("xray", "X-Ray"),
        ("access control lists", "ACL"),
    ],
)
def test_any_spelling_of_a_name_finds_the_same_concept(search: Search, query: str, other: str) -> None:
    first, second = search(query).results[0], search(other).results[0]
    assert first.type == "concept"
    assert first.id == second.id


@pytest.mark.parametrize(
    ("query", "understood", "found"),
    [
        ("visibilty timeot", "visibility timeout", "isibility timeout"),
        ("elasticashe", "elasticache", "ElastiCache"),
        ("lamda timeout", "lambda timeout", "Lambda"),
        ("orchestraton", "orchestration", "orchestration"),
        ("geolocaton routng", "geolocation routing", "Geolocation"),
    ],
)
def test_a_typo_is_corrected_and_shown(search: Search, query: str, understood: str, found: str) -> None:
    answer = search(query)
    assert answer.did_you_mean == understood
    assert found in _first(search, query)


def test_a_correction_can_be_undone(search: Search) -> None:
    answer = search("visibilty timeot", exact=True)
    assert answer.did_you_mean == ""
    assert [unknown.word for unknown in answer.unknown] == ["visibilty", "timeot"]


@pytest.mark.parametrize("query", ['"visibilty" timeout', "+visibilty timeout"])
def test_a_quoted_or_marked_word_is_not_corrected(search: Search, query: str) -> None:
    assert search(query).did_you_mean == ""


@pytest.mark.parametrize("query", ["Redshfit", "Kinsis", "queues", "encrypting", "shards"])
def test_a_word_that_the_notes_have_is_never_corrected_away(search: Search, query: str) -> None:
    assert search(query).did_you_mean == ""


@pytest.mark.parametrize("query", ["ec3", "2018", "99.99998", "s33", "sha257"])
def test_digits_are_never_corrected(search: Search, query: str) -> None:
    assert search(query).did_you_mean == ""


def test_filters_survive_a_correction(search: Search) -> None:
    answer = search("visibilty path:runbooks/")
    assert answer.did_you_mean == "visibility"
    assert {r.source.path for r in answer.results} == {"runbooks/queue-backlog.md"}


def test_without_results_the_answer_says_which_words_occur_nowhere_and_the_nearest_that_do(search: Search) -> None:
    answer = search("zzyzx montoring", exact=True)
    assert answer.results == ()
    assert [unknown.word for unknown in answer.unknown] == ["zzyzx", "montoring"]
