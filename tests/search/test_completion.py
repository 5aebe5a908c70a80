"""Completion: names before headings, the more connected first, one slip forgiven from the third letter."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from search.completion import complete, completions_json
from search.index_directory import NoteIndex, open_index


@pytest.fixture(scope="module")
def index(sample_kb: Path) -> Iterator[NoteIndex]:
    opened = open_index(sample_kb / "index")
    yield opened
    opened.close()


def _names(index: NoteIndex, text: str) -> list[str]:
    return [name.name for name in complete(index, text)]


@pytest.mark.parametrize(
    ("text", "name"),
    [("dyna", "DynamoDB"), ("DYNAMO", "DynamoDB"), ("simple q", "Simple Queue Service"), ("route 5", "Route 53")],
)
def test_a_beginning_is_completed(index: NoteIndex, text: str, name: str) -> None:
    assert name in _names(index, text)


def test_an_exact_name_comes_first(index: NoteIndex) -> None:
    assert _names(index, "sns")[0] == "SNS"


def test_the_more_connected_comes_before_the_shorter(index: NoteIndex) -> None:
    assert _names(index, "s")[0] in ("S3", "SQS")


@pytest.mark.parametrize(
    ("text", "name"), [("dyanmo", "DynamoDB"), ("elastc", "ElastiCache"), ("lamd", "Lambda"), ("kinedis", "Kinesis")]
)
def test_one_slip_is_forgiven(index: NoteIndex, text: str, name: str) -> None:
    assert any(found.startswith(name) for found in _names(index, text))


def test_short_texts_forgive_nothing(index: NoteIndex) -> None:
    assert _names(index, "qz") == []


def test_headings_come_after_concepts(index: NoteIndex) -> None:
    types = [found.type for found in complete(index, "vis", limit=50)]
    assert types == sorted(types)


def test_a_target_is_offered_once(index: NoteIndex) -> None:
    targets = [(found.type, found.target, found.line) for found in complete(index, "s", limit=50)]
    assert len(targets) == len(set(targets))


def test_a_heading_is_told_with_its_line(index: NoteIndex) -> None:
    found = completions_json(complete(index, "what is a dead"))["completions"]
    assert {"path": "messaging.md", "line_start": 28, "line_end": 28} in [form.get("source") for form in found]


@pytest.mark.parametrize("text", ["", " ", "?", "***", "\x00"])
def test_nothing_is_completed_to_nothing(index: NoteIndex, text: str) -> None:
    assert complete(index, text) == []


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(max_size=100), limit=st.integers(1, 20))
def test_any_text_is_completed_at_once(index: NoteIndex, text: str, limit: int) -> None:
    started = time.process_time()
    found = complete(index, text, limit=limit)
    assert time.process_time() - started < 0.5  # a guard against walking it again and again; the figure is a benchmark
    assert len(found) <= limit
