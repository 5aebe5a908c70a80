"""Snippets: markup left out, the query's words marked, the telling lines shown."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.snippet import make_snippet


def _marked(lines: list[str], words: list[str]) -> list[str]:
    text, marks = make_snippet(lines, words)
    return [text[start:end] for start, end in marks]


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("- **Streams** - changes", "Streams - changes"),
        ("## A heading", "A heading"),
        ("> quoted `code`", "quoted code"),
        ("| a | b |", "a | b"),
        ("|---|:-:|", ""),
        ("12. [[a note]]", "a note"),
        ("  much   space ", "much space"),
        ("**Bold** begins", "Bold begins"),
        ("1.5 GB of memory", "1.5 GB of memory"),
        ("-1 is no item", "-1 is no item"),
        ("> - quoted item", "quoted item"),
        ("---", ""),
    ],
)
def test_markup_is_left_out(line: str, text: str) -> None:
    assert make_snippet([line], [])[0] == text


def test_every_form_of_a_word_is_marked() -> None:
    assert _marked(["Queues, a queue and queueing"], ["queue"]) == ["Queues", "queue", "queueing"]


def test_marks_count_code_points() -> None:
    assert _marked(["😀😀 queue 日本"], ["queue"]) == ["queue"]


def test_long_lines_are_shown_from_where_the_words_follow() -> None:
    lines = [f"- line {n} speaks of many other things altogether" for n in range(10)]
    lines[7] = "- the largest item is 400 KB"
    text, _ = make_snippet(lines, ["largest", "item"])
    assert text.startswith("… the largest item")
    assert len(text) <= 242


def test_without_the_words_the_beginning_is_shown() -> None:
    assert make_snippet([f"line {n} of a note that goes on for long" for n in range(20)], ["x"])[0].startswith("line 0")


@given(lines=st.lists(st.text(max_size=120), max_size=14), words=st.lists(st.text(max_size=8), max_size=5))
def test_any_lines_make_a_snippet_whose_marks_lie_in_it(lines: list[str], words: list[str]) -> None:
    text, marks = make_snippet(lines, words)
    assert len(text) <= 242
    assert all(0 <= start < end <= len(text) for start, end in marks)
