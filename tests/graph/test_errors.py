"""Errors say what, where and what to try, and survive a process boundary."""

from __future__ import annotations

import pickle

import pytest

from graph.errors import (
    BadRequest,
    ComparisonSize,
    ConceptNotFound,
    KnotworkError,
    KnowledgeBaseMissing,
    KnowledgeBaseUnreadable,
    KnowledgeBaseUnwritable,
    NoteNotFound,
)

ERRORS: list[KnotworkError] = [
    BadRequest("limit", "many", "a number from 1 to 100"),
    ComparisonSize(["SQS"]),
    ComparisonSize(["A", "B", "C", "D", "E", "F", "G"]),
    ConceptNotFound("sqz", ["SQS"]),
    ConceptNotFound("sqz"),
    KnowledgeBaseMissing("kb"),
    KnowledgeBaseUnreadable("kb", "not a database"),
    KnowledgeBaseUnwritable("kb", "no space left"),
    NoteNotFound("a.md"),
]


@pytest.mark.parametrize("error", ERRORS, ids=str)
def test_every_error_pickles_with_its_message_and_hint(error: KnotworkError) -> None:
    again = pickle.loads(pickle.dumps(error))
    assert type(again) is type(error)
    assert (str(again), again.hint, vars(again)) == (str(error), error.hint, vars(error))


@pytest.mark.parametrize("error", ERRORS, ids=str)
def test_every_error_has_a_message_without_full_stop_and_a_remedy(error: KnotworkError) -> None:
    assert str(error)[0].islower() or str(error)[0] == "'"
    assert not str(error).endswith(".")
    assert error.hint


def test_every_error_class_is_tried_here() -> None:
    assert {type(error) for error in ERRORS} == set(KnotworkError.__subclasses__()) & {
        kind for kind in KnotworkError.__subclasses__() if kind.__module__ == "graph.errors"
    }


def test_the_nearest_names_are_offered() -> None:
    assert ConceptNotFound("sqz", ["SQS", "SNS"]).hint == "did you mean 'SQS' or 'SNS'?"


def test_each_code_is_used_once() -> None:
    codes = [kind.code for kind in KnotworkError.__subclasses__()]
    assert len(set(codes)) == len(codes)
