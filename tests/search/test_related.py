"""What is near a concept, and the reason that each is."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.errors import ConceptNotFound
from graph.knowledge_base import KnowledgeBase
from graph.model import ConceptId
from search.index_directory import NoteIndex, open_index
from search.related import find_related, related_json

SQS = ConceptId("sqs")


@pytest.fixture(scope="module")
def index(sample_kb: Path) -> Iterator[NoteIndex]:
    opened = open_index(sample_kb / "index")
    yield opened
    opened.close()


def test_relations_come_before_words_in_common(sample_base: KnowledgeBase, index: NoteIndex) -> None:
    near = [found.near for found in find_related(sample_base, index, SQS, limit=50)]
    assert near[0] == "graph"
    assert "text" in near


def test_each_has_a_reason_and_stands_once(sample_base: KnowledgeBase, index: NoteIndex) -> None:
    found = find_related(sample_base, index, SQS, limit=50)
    assert all(near.reason for near in found)
    assert len({near.id for near in found}) == len(found)
    assert SQS not in {near.id for near in found}


def test_what_is_compared_with_it_is_near(sample_base: KnowledgeBase, index: NoteIndex) -> None:
    assert "sns" in {near.id for near in find_related(sample_base, index, SQS)}


def test_every_concept_of_the_notes_can_be_asked(sample_base: KnowledgeBase, index: NoteIndex) -> None:
    for brief in sample_base.list_concepts():
        found = find_related(sample_base, index, brief.id)
        assert len(related_json(sample_base, found)) == len(found) <= 12


def test_an_unknown_concept_is_told(sample_base: KnowledgeBase, index: NoteIndex) -> None:
    with pytest.raises(ConceptNotFound, match="'nowhere'"):
        find_related(sample_base, index, ConceptId("nowhere"))
