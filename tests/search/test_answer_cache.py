"""Kept answers: asked once, forgotten with the generation, never more than so many."""

from __future__ import annotations

from search.answer import SearchAnswer
from search.answer_cache import AnswerCache
from search.intent import Ask, Intent


class _Finder:
    def __init__(self) -> None:
        self.calls = 0

    def __call__(self) -> SearchAnswer:
        self.calls += 1
        return SearchAnswer(query=str(self.calls), total=0, took_ms=1.0, asked=Intent(Ask.WORDS))


def test_the_same_question_is_found_once() -> None:
    cache, find = AnswerCache(), _Finder()
    assert cache.answer("g", "q", find) is cache.answer("g", "q", find)
    assert find.calls == 1


def test_another_question_is_another_answer() -> None:
    cache, find = AnswerCache(), _Finder()
    assert cache.answer("g", "q", find) is not cache.answer("g", "r", find)


def test_another_generation_forgets_all() -> None:
    cache, find = AnswerCache(), _Finder()
    cache.answer("g", "q", find)
    cache.answer("h", "q", find)
    cache.answer("g", "q", find)
    assert find.calls == 3


def test_the_longest_unasked_is_dropped() -> None:
    cache, find = AnswerCache(most=2), _Finder()
    for question in ("a", "b", "a", "c", "a", "b"):
        cache.answer("g", question, find)
    assert find.calls == 4
