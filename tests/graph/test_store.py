"""What is written into the knowledge base is what is read back."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.errors import ConceptNotFound, KnowledgeBaseUnwritable, NoteNotFound
from graph.json_form import concept_json, evidence_json, evidence_of, knowledge_json, report_json, report_of
from graph.knowledge_base import open_knowledge_base
from graph.model import (
    Ambiguity,
    Comparison,
    Concept,
    ConceptId,
    Confidence,
    ContextLine,
    Dimension,
    Evidence,
    Kind,
    Knowledge,
    Measure,
    Name,
    Note,
    NoteId,
    Relation,
    Report,
    Section,
    Skipped,
    Span,
    Statement,
    Subject,
    SuggestedMerge,
)
from graph.store import StoredReading, load_readings, write_knowledge

PATH = NoteId("queues/tea.md")
TEXT = "# Kettle\n\n- Pot holds \u4e94 cups\n- Pot vs Kettle\n"
POT, KETTLE = ConceptId("pot"), ConceptId("kettle")


def _evidence(line: int, text: str, *context: ContextLine) -> Evidence:
    return Evidence(
        path=PATH,
        line_start=line,
        line_end=line,
        text=text,
        rule="by hand",
        confidence=Confidence.EXPLICIT,
        context=context,
    )


FACT = Statement("Pot holds \u4e94 cups", _evidence(3, "Pot holds \u4e94 cups", ContextLine(1, "Kettle")))
KNOWLEDGE = Knowledge(
    concepts=(
        Concept(id=KETTLE, label="Kettle", kind=Kind.SERVICE, names=(Name("Kettle", _evidence(1, "Kettle")),)),
        Concept(
            id=POT,
            label="Pot",
            kind=Kind.CONCEPT,
            aliases=("Tea Pot",),
            tags=("tea",),
            names=(Name("Pot", _evidence(3, "Pot")), Name("Tea Pot", _evidence(4, "Pot"))),
            definition=FACT,
            facts=(FACT,),
        ),
    ),
    relations=(
        Relation(
            source=KETTLE,
            type="compared_with",
            phrase="compared with",
            target=POT,
            evidence=(_evidence(4, "Pot vs Kettle"),),
            prefers=POT,
        ),
        Relation(source=POT, type="mentions", phrase="mentions", target=KETTLE, evidence=(_evidence(4, "Kettle"),)),
    ),
    comparisons=(
        Comparison(
            id="pot-vs-kettle",
            title="Pot vs Kettle",
            subjects=(Subject(POT, "Pot"), Subject(KETTLE, "Kettle")),
            dimensions=(Dimension("Holds", {POT: "tea"}, Span(PATH, 4, 4)),),
            source=Span(PATH, 4, 4),
        ),
    ),
    notes=(
        Note(
            path=PATH,
            title="Kettle",
            tags=("tea",),
            sha256="0" * 64,
            text=TEXT,
            sections=(
                Section(path=PATH, headings=("Kettle",), line_start=1, line_end=4, blocks=((3, 3, 1), (4, 4, 1))),
            ),
        ),
    ),
    report=Report(
        rules={"by hand": 2},
        skipped=(Skipped("a.png", "not Markdown"),),
        ambiguous=(Ambiguity("it", ("pot", "kettle"), PATH, 3),),
        suggested_merges=(SuggestedMerge(KETTLE, POT, "look alike"),),
    ),
)
READING = StoredReading(PATH, "0" * 64, "stamp", b"\x00body")


@pytest.fixture
def directory(tmp_path: Path) -> Path:
    write_knowledge(tmp_path, KNOWLEDGE, [READING], {POT: Measure(degree=1, community=0)})
    return tmp_path


def test_everything_written_is_exported_the_same(directory: Path) -> None:
    with open_knowledge_base(directory) as kb:
        assert json.dumps(knowledge_json(kb.knowledge())) == json.dumps(knowledge_json(KNOWLEDGE))


def test_a_concept_is_read_back_whole(directory: Path) -> None:
    with open_knowledge_base(directory) as kb:
        assert kb.concept(POT) == KNOWLEDGE.concepts[1]


def test_a_note_is_read_back_with_its_text_and_sections(directory: Path) -> None:
    with open_knowledge_base(directory) as kb:
        assert kb.note(PATH) == KNOWLEDGE.notes[0]
        with pytest.raises(NoteNotFound, match=r"'b\.md'"):
            kb.note(NoteId("b.md"))


def test_any_spelling_of_any_name_finds_the_concept(directory: Path) -> None:
    with open_knowledge_base(directory) as kb:
        assert [kb.find(name) for name in ("pot", "POT", "tea-pots", "Teapot")] == [POT] * 4


def test_an_unknown_name_is_told_with_the_nearest(directory: Path) -> None:
    with open_knowledge_base(directory) as kb, pytest.raises(ConceptNotFound, match="'Kettel'") as told:
        kb.find("Kettel")
    assert told.value.close == ("Kettle",)


def test_edges_leave_out_the_weak_ones_unless_asked(directory: Path) -> None:
    with open_knowledge_base(directory) as kb:
        assert [edge.type for edge in kb.edges_of([POT], weak=False)] == ["compared_with"]
        assert sorted(edge.type for edge in kb.edges_of([POT])) == ["compared_with", "mentions"]


def test_cited_edges_are_the_relations_that_were_written(directory: Path) -> None:
    with open_knowledge_base(directory) as kb:
        assert kb.cite(kb.edges(weak=True)) == KNOWLEDGE.relations


def test_what_was_read_from_a_note_comes_by_line(directory: Path) -> None:
    with open_knowledge_base(directory) as kb:
        lines = [reading.evidence.line_start for reading in kb.read_from(PATH)]
    assert lines == sorted(lines)
    assert set(lines) == {1, 3, 4}


def test_readings_come_back_for_the_next_build(directory: Path) -> None:
    assert load_readings(directory) == {PATH: READING}
    assert load_readings(directory / "elsewhere") == {}


def test_a_second_write_leaves_nothing_of_the_first(directory: Path) -> None:
    write_knowledge(directory, Knowledge(), [], {})
    with open_knowledge_base(directory) as kb:
        assert kb.knowledge() == Knowledge()
    assert load_readings(directory) == {}


def test_a_reader_keeps_its_snapshot_while_a_build_writes(directory: Path) -> None:
    with open_knowledge_base(directory) as kb:
        before = kb.generation
        write_knowledge(directory, Knowledge(), [], {})
        assert kb.concept(POT).label == "Pot"
        assert kb.generation == before


def test_a_generation_is_a_hash_of_the_content(directory: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    other = tmp_path_factory.mktemp("other")
    measures = {POT: Measure(degree=1, community=0)}
    assert write_knowledge(other, KNOWLEDGE, [READING], measures) == write_knowledge(
        directory, KNOWLEDGE, [READING], measures
    )
    assert write_knowledge(other, KNOWLEDGE, [READING], measures) != write_knowledge(other, Knowledge(), [], {})


def test_a_directory_that_is_a_file_is_told_with_a_remedy(tmp_path: Path) -> None:
    (tmp_path / "kb").write_text("in the way")
    with pytest.raises(KnowledgeBaseUnwritable, match="cannot write the knowledge base"):
        write_knowledge(tmp_path / "kb", KNOWLEDGE, [], {})


@given(st.text(), st.lists(st.builds(ContextLine, st.integers(1, 9), st.text()), max_size=2))
def test_evidence_survives_json(text: str, context: list[ContextLine]) -> None:
    evidence = _evidence(2, text, *context)
    assert evidence_of(json.loads(json.dumps(evidence_json(evidence)))) == evidence


def test_a_report_survives_json() -> None:
    assert report_of(json.loads(json.dumps(report_json(KNOWLEDGE.report)))) == KNOWLEDGE.report


def test_a_concept_without_definition_says_null() -> None:
    assert concept_json(KNOWLEDGE.concepts[0])["definition"] is None
