"""Each case file holds cases of title, note and what is read from it, parted by a lone dot.

A line of what is read: `A type B @line rule`, `A = another name`, or a comparison with its rows below it.
Concepts that only stand there are not listed; mentions are left out.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.model import Knowledge, NoteId
from graph.relation_types import RelationType
from ingest.markdown import parse_document
from ingest.reading import read_document
from ingest.resolve import resolve

FOLDER = Path(__file__).with_name("extraction_cases")


def read_cases() -> list[tuple[str, str, str]]:
    cases = []
    for file in sorted(FOLDER.glob("*.md")):
        parts = file.read_text(encoding="utf-8").split("\n.\n")
        assert len(parts) % 3 == 1, f"{file.name}: cases are title, note and what is read, each ended by a lone dot"
        for title, source, expected in zip(parts[:-1:3], parts[1::3], parts[2::3], strict=True):
            cases.append((f"{file.stem}: {title.strip()}", source + "\n", expected.strip()))
    return cases


def read(source: str) -> Knowledge:
    note = NoteId("note.md")
    return resolve([read_document(parse_document(note, source), "")], {note: source})


def told(knowledge: Knowledge) -> Iterator[str]:
    labels = {concept.id: concept.label for concept in knowledge.concepts}
    for concept in knowledge.concepts:
        yield from (f"{concept.label} = {alias}" for alias in concept.aliases)
    for relation in knowledge.relations:
        if relation.type == RelationType.MENTIONS:
            continue
        first = relation.evidence[0]
        favours = f" (prefers {labels[relation.prefers]})" if relation.prefers else ""
        ends = f"{labels[relation.source]} {relation.type} {labels[relation.target]}"
        yield f"{ends} @{first.line_start} {first.rule}{favours}"
    for comparison in knowledge.comparisons:
        yield " | ".join(["", *(subject.label for subject in comparison.subjects)]).strip()
        for row in comparison.dimensions:
            values = " | ".join(row.values.get(subject.id, "-") for subject in comparison.subjects)
            yield f"  {row.name or '-'}: {values}"


@pytest.mark.parametrize(("title", "source", "expected"), read_cases(), ids=[case[0] for case in read_cases()])
def test_a_note_is_read(title: str, source: str, expected: str) -> None:
    assert "\n".join(told(read(source))) == expected, title


@pytest.mark.parametrize(("title", "source", "expected"), read_cases(), ids=[case[0] for case in read_cases()])
def test_how_lines_end_says_nothing(title: str, source: str, expected: str) -> None:
    assert "\n".join(told(read(source.replace("\n", "\r\n")))) == expected, title
