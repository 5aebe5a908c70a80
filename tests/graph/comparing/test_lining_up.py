"""Comparing what notes say of two to six concepts, from notes to rows."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.compare import ComparisonRow, ComparisonTable, compare
from graph.comparing.statements import tell
from graph.comparing.verdicts import judge
from graph.errors import ComparisonSize, ConceptNotFound
from graph.knowledge_base import open_knowledge_base
from graph.model import Concept, ConceptId, Confidence, Evidence, Kind, Name, NoteId
from tests.conftest import Vault

Compare = Callable[..., ComparisonTable]
KETTLES = """# Kitchen

## Copper Kettle

- Keeps water warm for 2 hours
- Max filling is 3 litres
- Descaling is not needed
- Colour: red
- Good for a large table
- Handle folds away

## Steel Kettle

- Keeps water warm for 120 minutes
- Max filling is 5 litres
- Descaling is needed
- Colour: blue
- Suited for one cup
- Has a whistle
"""


@pytest.fixture
def compared(vault: Vault, tmp_path: Path) -> Compare:
    def run(text: str, *names: str) -> ComparisonTable:
        vault({"note.md": text})
        with open_knowledge_base(tmp_path / "kb") as kb:
            return compare(kb, [kb.find(name) for name in names])

    return run


def _row(table: ComparisonTable, word: str) -> ComparisonRow:
    return next(r for r in table.rows if any(word in cell.text for cells in r.cells.values() for cell in cells))


def _shown(table: ComparisonTable) -> list[tuple[str, str, dict[str, list[str]]]]:
    return [
        (row.dimension, row.verdict, {i: [cell.text for cell in row.cells[i]] for i in sorted(row.cells)})
        for row in table.rows
    ]


@pytest.mark.parametrize(
    ("word", "verdict"), [("warm", "same"), ("Max", "different"), ("Descaling", "different"), ("Colour: ", "different")]
)
def test_amounts_and_negation_decide(compared: Compare, word: str, verdict: str) -> None:
    row = _row(compared(KETTLES, "Copper Kettle", "Steel Kettle"), word)
    assert all(len(cells) == 1 for cells in row.cells.values())
    assert row.verdict == verdict
    assert row.origin == "aligned"


def test_a_shared_lead_names_the_row(compared: Compare) -> None:
    assert _row(compared(KETTLES, "Copper Kettle", "Steel Kettle"), "Colour: ").dimension == "Colour"


def test_what_one_side_alone_says_is_only(compared: Compare) -> None:
    row = _row(compared(KETTLES, "Copper Kettle", "Steel Kettle"), "whistle")
    assert row.verdict == "only"
    assert row.cells[ConceptId("copper-kettle")] == ()


def test_what_each_is_good_for_stands_in_one_row(compared: Compare) -> None:
    table = compared(KETTLES, "Copper Kettle", "Steel Kettle")
    row = next(row for row in table.rows if row.dimension == "when to use it")
    assert [cells[0].text for cells in row.cells.values()] == ["Good for a large table", "Suited for one cup"]


def test_the_list_under_a_line_of_advice_goes_with_it(compared: Compare) -> None:
    text = "# Pans\n\n## Iron Pan\n\nUse an Iron Pan when:\n\n- you have time\n- the fire is hot\n\n## Tin Pan\n\n- Light\n"
    assert [a.text for a in compared(text, "Iron Pan", "Tin Pan").advice] == [
        "Use an Iron Pan when:",
        "you have time",
        "the fire is hot",
    ]


def test_a_sentence_that_sets_both_against_each_other_is_a_row(compared: Compare) -> None:
    text = f"{KETTLES}\nA Copper Kettle takes longer than a Steel Kettle to boil.\n"
    row = next(
        r for r in compared(text, "Copper Kettle", "Steel Kettle").rows if r.dimension == "set against each other"
    )
    assert row.verdict == "different"
    assert [cells[0].evidence.line_start for cells in row.cells.values()] == [21, 21]


def test_what_is_said_of_a_part_counts_and_says_so(compared: Compare) -> None:
    text = (
        "# Ovens\n\n## Gas Oven\n\n- **Gas Burner**: heats up within 2 minutes\n\n"
        "## Coal Oven\n\n- The oven heats up within 2 hours\n"
    )
    row = _row(compared(text, "Gas Oven", "Coal Oven"), "heats")
    assert row.verdict == "different"


def test_siblings_are_suggested_to_compare_next(compared: Compare) -> None:
    text = "# Kitchen\n\nKinds of **kettle**:\n\n- **Copper Kettle**: red\n- **Steel Kettle**: blue\n- **Clay Kettle**: brown\n"
    assert "clay-kettle" in [near.id for near in compared(text, "Copper Kettle", "Steel Kettle").confusable]


def test_order_of_subjects_changes_columns_and_nothing_else(compared: Compare) -> None:
    one, other = compared(KETTLES, "Copper Kettle", "Steel Kettle"), compared(KETTLES, "Steel Kettle", "Copper Kettle")
    assert _shown(one) == _shown(other)
    assert [s.id for s in one.subjects] == [s.id for s in reversed(other.subjects)]


def test_each_cell_says_what_its_line_says(compared: Compare) -> None:
    lines = KETTLES.splitlines()
    for row in compared(KETTLES, "Copper Kettle", "Steel Kettle").rows:
        for cells in row.cells.values():
            assert all(cell.text in lines[cell.evidence.line_start - 1] for cell in cells if row.dimension != "part of")


@pytest.mark.parametrize("names", [(), ("Copper Kettle",), ("Copper Kettle", "copper kettle")])
def test_fewer_than_two_concepts_are_refused(compared: Compare, names: Sequence[str]) -> None:
    with pytest.raises(ComparisonSize):
        compared(KETTLES, *names)


def test_an_unknown_name_gets_the_nearest(compared: Compare) -> None:
    with pytest.raises(ConceptNotFound, match="Coper"):
        compared(KETTLES, "Coper Kettle", "Steel Kettle")


CUP = Concept(id=ConceptId("cup"), label="Cup", kind=Kind.CONCEPT)
MUG = Concept(id=ConceptId("mug"), label="Mug", kind=Kind.CONCEPT)


def _verdict(one: str, other: str) -> str:
    cite = Evidence(
        path=NoteId("a.md"), line_start=1, line_end=1, text=one, rule="statement", confidence=Confidence.EXPLICIT
    )
    cup, mug = (Concept(id=c.id, label=c.label, kind=c.kind, names=(Name(c.label, cite),)) for c in (CUP, MUG))
    return judge([tell(cup, one, cite), tell(mug, other, cite)], lambda _: 1.0)


@pytest.mark.parametrize(
    ("one", "other", "verdict"),
    [
        ("kept for 7 days", "kept for 4 days", "different"),
        ("times out after 15 min", "times out after 15 minutes", "same"),
        ("Not persisted", "Persisted", "different"),
        ("A cup has one handle", "Mugs have one handle", "same"),
        ("Resistant to heat", "A mug is resistant to heat since it never cools", "both"),
    ],
)
def test_verdicts(one: str, other: str, verdict: str) -> None:
    assert _verdict(one, other) == verdict


@given(st.text(max_size=60), st.text(max_size=60))
def test_a_verdict_does_not_hang_on_the_order(one: str, other: str) -> None:
    assert _verdict(one, other) == _verdict(other, one)
