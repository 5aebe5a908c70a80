"""Rows of tables as sentences: which ones are, and that each of their words stands where the file has it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from graph.model import NoteId
from ingest.document import Block, BlockKind, MarkKind
from ingest.markdown import parse_document
from ingest.reading import read_document
from ingest.row_statements import DESCRIBED, LAID_OUT

_NOTE = NoteId("note.md")
_WORDS = st.lists(
    st.sampled_from(["Grain", "**Silo9**", "`belt`", "_lid_", "of", "a&amp;b", "\\|", "é😀"]), min_size=3, max_size=6
)


def rows_of(source: str) -> list[Block]:
    return [block for block in parse_document(_NOTE, source).blocks if block.kind is BlockKind.ROW]


def table(header: str, *rows: str) -> str:
    cells = header.count("|") + 1
    return "\n".join(f"| {line} |" for line in (header, " | ".join(["---"] * cells), *rows)) + "\n"


def test_a_row_below_a_description_is_one_text_on_its_own_line() -> None:
    (row,) = rows_of(table("Part | What it does", "**Hopper** | Keeps grain in [[Belts]]"))
    assert (row.text.plain, row.info, row.first, row.last) == ("Hopper: Keeps grain in Belts", DESCRIBED, 3, 3)
    marked = {mark.kind: row.text.plain[mark.start : mark.end] for mark in row.text.marks}
    assert (marked[MarkKind.STRONG], marked[MarkKind.WIKILINK]) == ("Hopper", "Belts")


def test_a_cell_of_a_layout_that_leads_with_a_term_is_a_text() -> None:
    said = rows_of(table(" | ", "**Hopper** – keeps grain | plain words here", "x | **Lid** - shuts it well"))
    assert [(row.text.plain, row.info) for row in said] == [
        ("Hopper – keeps grain", LAID_OUT),
        ("Lid - shuts it well", LAID_OUT),
    ]


def test_other_rows_say_nothing() -> None:
    assert not rows_of(table("Part | Price", "Hopper | five of them a day"))
    assert not rows_of(table("Part | Purpose", "Hopper | keeps grain", " | keeps the grain dry"))
    assert not rows_of(table("Part | Purpose | Owner | Price", "Hopper | keeps the grain dry | x | y"))
    assert not rows_of(table("Part | Purpose", "one two three four five six seven | keeps the grain dry"))


def test_a_section_tells_the_lines_of_a_row_once() -> None:
    source = f"# Parts\n\n{table('Part | Purpose', 'Hopper | keeps the grain dry')}"
    (section,) = read_document(parse_document(_NOTE, source), "").sections
    assert [place[:2] for place in section.blocks] == [(3, 3), (5, 5)]


@given(_WORDS, _WORDS)
def test_words_stand_where_the_file_has_them(name: list[str], said: list[str]) -> None:
    source = table("Part | Description", f"{' '.join(name)} | {' '.join(said)}")
    (row,) = rows_of(source)
    joint = row.text.plain.index(": ")
    for place, sign in enumerate(row.text.plain):
        if not joint <= place < joint + 2 and sign != "&":
            assert source[row.text.source_offset(place)] in (sign, "\\")
