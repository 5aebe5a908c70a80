"""The user's decisions: what they do, and what is said of those that do nothing."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from graph.model import Kind, Knowledge, NoteId
from ingest.markdown import parse_document
from ingest.reading import read_document
from ingest.resolve import resolve
from ingest.settings import Settings, SettingsInvalid, parse_settings

NOTES = {
    "a.md": "# Order Bus\n\n- **Relay** - passes orders on\n\n# Orders Topic\n\n- uses Docker\n",
    "b.md": "# SQS (Simple Queue Service)\n\n- keeps messages\n",
}


def read(notes: Mapping[str, str], settings: Settings) -> Knowledge:
    texts = {NoteId(path): text for path, text in notes.items()}
    readings = [read_document(parse_document(path, text), "") for path, text in texts.items()]
    return resolve(readings, texts, settings=settings)


def test_names_are_merged_with_a_line_for_each() -> None:
    known = read(NOTES, Settings(merge=(("Order Bus", "Orders Topic"),)))
    (concept,) = [concept for concept in known.concepts if concept.label == "Order Bus"]
    assert [(name.name, name.evidence.line_start) for name in concept.names] == [("Order Bus", 1), ("Orders Topic", 5)]
    assert [(d.action, d.effect) for d in known.report.decisions] == [("merge", "done")]


def test_names_are_kept_apart_against_the_notes() -> None:
    known = read(NOTES, Settings(apart=(("SQS", "Simple Queue Service"),)))
    assert {"SQS"} <= {concept.label for concept in known.concepts}
    assert all("Simple Queue Service" not in concept.aliases for concept in known.concepts if concept.label == "SQS")


def test_a_renamed_concept_keeps_its_old_name() -> None:
    known = read(NOTES, Settings(rename={"Order Bus": "Bus of orders"}))
    (concept,) = [concept for concept in known.concepts if concept.id == "bus-of-orders"]
    assert concept.aliases == ("Order Bus",)


def test_a_kind_is_what_the_user_says() -> None:
    known = read(NOTES, Settings(kind={"Order Bus": Kind.SERVICE}))
    assert {concept.label: concept.kind for concept in known.concepts}["Order Bus"] is Kind.SERVICE


def test_what_is_ignored_is_gone_with_its_relations() -> None:
    known = read(NOTES, Settings(ignore=("Docker",)))
    assert "Docker" not in {concept.label for concept in known.concepts}
    assert all("docker" not in (relation.source, relation.target) for relation in known.relations)


def test_a_decision_about_nothing_says_so() -> None:
    known = read(NOTES, Settings(ignore=("Quark",)))
    assert [d.effect for d in known.report.decisions] == ["nothing: no note names 'Quark'"]


def test_settings_are_read_and_other_tables_left_alone() -> None:
    text = 'merge = [["A", "B"]]\nignore = ["C"]\n[rename]\nD = "E"\n[kind]\nF = "service"\n[lint]\nx = 1\n'
    assert parse_settings(text, "s") == Settings(
        merge=(("A", "B"),), ignore=("C",), rename={"D": "E"}, kind={"F": Kind.SERVICE}
    )


@pytest.mark.parametrize(
    "text",
    [
        "merge = 3",
        'merge = [["A"]]',
        "ignore = [1]",
        "rename = []",
        '[kind]\nA = "planet"',
        "merge = [",
        "ignore = ['']",
    ],
)
def test_settings_that_cannot_be_used_are_told_with_the_file(text: str) -> None:
    with pytest.raises(SettingsInvalid, match=r"knotwork\.toml") as caught:
        parse_settings(text, "knotwork.toml")
    assert "merge" in caught.value.hint
