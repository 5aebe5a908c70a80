"""No query, however odd, raises or takes long; every answer keeps the shape that the interface promises."""

from __future__ import annotations

import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph.knowledge_base import KnowledgeBase
from search.answer import SearchAnswer
from tests.search.conftest import Search

LONGEST_S = 0.3  # of CPU

ODD = [
    "",
    " ",
    "?",
    "the of and",
    "*",
    "a*",
    "*a",
    "q*e?y",
    '"',
    '"unbalanced visibility',
    "'( AND",
    "NOT",
    "OR OR OR",
    "-",
    "--",
    "-sqs",
    "kind:",
    "kind:nothing",
    "tag::",
    "in:",
    "in:nowhere sqs",
    "path:../..",
    "kind:service",
    "sqs~2^5",
    "[a TO z]",
    "C:\\temp",
    "\x00\x01\x1f",
    "a\x00b",
    "\u202e\u200b\ufeff",
    "\ud800",
    "😀 🔎",
    "ﬁle ﬀ",
    "İstanbul ß",
    "' OR 1=1 --",
    "<script>alert(1)</script>",
    "%s %d {0} {query}",
    "vs",
    "vs vs vs",
    "sqs vs",
    "vs sqs",
    "what is",
    "difference between",
    "difference between a and",
    "compare",
    "types of",
    "how are and related",
    "x" * 10_000,
    "a " * 5_000,
    "visibility " * 500,
    " ".join(f"word{n}" for n in range(500)),
    " ".join(first + second + "zzyx" for first in "abcdefghijklmnopqrstuvwxyz" for second in "abcdefghijklmnopqrst"),
    '"' * 10_000,
    "(" * 5_000 + ")" * 5_000,
    "-" * 10_000,
    "vs " * 3_000,
    "what is " * 1_500,
    "é" * 10_000,
    "日本語" * 3_000,
    "elasticahse " * 500,
    "\n\r\t" * 3_000,
    "a:b " * 2_500,
]


def _check(answer: SearchAnswer) -> None:
    places = set()
    for result in answer.results:
        span = result.source
        assert 1 <= span.line_start <= span.line_end
        assert (span, result.type) not in places
        places.add((span, result.type))
        for start, end in result.highlights:
            assert 0 <= start < end <= len(result.snippet)
    scores = [result.score for result in answer.results]
    assert scores == sorted(scores, reverse=True)
    assert answer.total >= len(answer.results)


@pytest.mark.parametrize("query", ODD, ids=[f"{n}" for n in range(len(ODD))])
def test_an_odd_query_is_answered_quickly(search: Search, query: str) -> None:
    started = time.process_time()
    _check(search(query))
    assert time.process_time() - started < LONGEST_S


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(query=st.text(max_size=300))
def test_any_text_is_answered(search: Search, query: str) -> None:
    _check(search(query))


PARTS = st.sampled_from(
    'SQS sqs elasticashe dynamo db vs versus or OR and AND not - ( ) " kind:service tag:aws in:sqs path:storage/ what is'
    " difference between compare with types of how are related options 3 5xx C++ * ? : ~ コンテナ réplica 学習".split()
)


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(words=st.lists(PARTS, max_size=12), glue=st.sampled_from([" ", "", "  ", "\t"]))
def test_any_mixture_of_query_words_is_answered_quickly(search: Search, words: list[str], glue: str) -> None:
    started = time.process_time()
    _check(search(glue.join(words)))
    assert time.process_time() - started < LONGEST_S


def test_a_search_answers_the_same_twice(search: Search) -> None:
    first, second = search("queue timeout"), search("queue timeout")
    assert first.results == second.results
    assert first.facets == second.facets


def test_every_result_lies_within_its_note(search: Search, sample_base: KnowledgeBase) -> None:
    for query in ("queue", "encryption", "redis or memcached", "what is DAX"):
        for result in search(query, limit=50).results:
            text = sample_base.note(result.source.path).text
            assert result.source.line_end <= text.count("\n") + 1
