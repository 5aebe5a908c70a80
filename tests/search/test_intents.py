"""What a query asks for: comparisons, options, paths and concepts first; ordinary queries are never hijacked."""

from __future__ import annotations

import pytest

from graph.knowledge_base import KnowledgeBase
from search.intent import Ask, read_intent
from tests.search.conftest import Search


@pytest.mark.parametrize(
    "query",
    [
        "SQS vs SNS",
        "sns versus sqs",
        "SQS or SNS",
        "SQS or SNS?",
        "compare sqs with sns",
        "compare SQS and SNS",
        "difference between SQS and SNS",
        "what is the difference between sns and sqs?",
        "what are the differences between an SQS and a SNS",
        "sqs compared to sns",
        "should I use SQS or SNS",
        "when to use SQS instead of SNS",
        "how is SQS different from SNS",
    ],
)
def test_a_comparison_comes_first(search: Search, query: str) -> None:
    answer = search(query)
    assert answer.asked.ask is Ask.COMPARISON
    assert set(answer.asked.concepts) == {"sqs", "sns"}
    assert answer.results[0].type == "comparison"


def test_the_two_follow_their_comparison(search: Search) -> None:
    results = search("sqs vs sns").results
    named = [result.id for result in results if result.type == "concept"][:2]
    assert set(named) == {"sqs", "sns"}


def test_lines_that_name_both_come_first_where_no_author_compared_them(search: Search) -> None:
    answer = search("EBS or KMS")
    assert answer.asked.ask is Ask.COMPARISON
    assert answer.results[0].type == "section"
    assert "KMS" in answer.results[0].snippet
    assert "EBS" in answer.results[0].snippet


@pytest.mark.parametrize(
    "query", ["what is DAX", "What's DAX?", "DAX", "dax meaning", "define DAX", "what does DAX mean"]
)
def test_a_concept_comes_first(search: Search, query: str) -> None:
    answer = search(query)
    assert answer.asked.ask is Ask.CONCEPT
    assert answer.results[0].type == "concept"
    assert "DAX" in answer.results[0].snippet


@pytest.mark.parametrize(
    "query",
    [
        "types of routing policy",
        "kinds of routing policy",
        "routing policies options",
        "what types of routing policies are there",
    ],
)
def test_options_are_asked_for(search: Search, query: str) -> None:
    assert search(query).asked.ask is Ask.OPTIONS


def test_options_come_first_with_their_lines(search: Search) -> None:
    best = search("types of routing policy").results[0]
    assert "Weighted" in best.snippet or "Simple" in best.snippet


@pytest.mark.parametrize(
    "query",
    [
        "how are S3 and KMS related",
        "how is S3 connected to KMS",
        "path from S3 to KMS",
        "relationship between S3 and KMS",
    ],
)
def test_a_path_comes_first(search: Search, query: str) -> None:
    answer = search(query)
    assert answer.asked.ask is Ask.PATH
    assert answer.results[0].type == "fact"
    assert "KMS" in answer.results[0].label


@pytest.mark.parametrize(
    "query",
    [
        "how to restore a database or a table",
        "queue or topic which one is pulled",
        "what is it that we do on Mondays",
        "difference between the two teams",
        "compare row counts",
        "encryption at rest and in transit",
        "options considered",
        "path of the request",
        "push or pull",
        "sqs vs",
        "either SQS or",
        '"SQS or SNS"',
        "SQS OR SNS",
    ],
)
def test_an_ordinary_query_is_not_hijacked(search: Search, query: str) -> None:
    assert search(query).asked.ask in (Ask.WORDS, Ask.CONCEPT)


def test_a_long_text_asks_for_words_in_no_time(sample_base: KnowledgeBase) -> None:
    assert read_intent(sample_base, "difference between " * 500).ask is Ask.WORDS
