"""Cards of a term and its text, a line each, become items; anything else with two colons stays as it is."""

from __future__ import annotations

import pytest

from graph.model import NoteId
from ingest.document import BlockKind
from ingest.edits import apply_edits
from ingest.flashcards import find_flashcards
from ingest.markdown import parse_document


def mended(text: str) -> str:
    return apply_edits(text, find_flashcards(text, [(0, len(text))])).text


def test_cards_become_items_that_lead_with_a_term() -> None:
    text = "Grain gate::opens at dawn\nHopper plate:::keeps grain dry\nSilo::where all grain is\n"
    assert mended(text) == "- Grain gate: opens at dawn\n- Hopper plate: keeps grain dry\n- Silo: where all grain is\n"


def test_cards_in_a_list_keep_their_marks() -> None:
    text = "- Grain gate::opens at dawn\n1. Lane alarm::rings at dusk\n  * Hopper plate::keeps grain dry\n"
    assert (
        mended(text) == "- Grain gate: opens at dawn\n1. Lane alarm: rings at dusk\n  * Hopper plate: keeps grain dry\n"
    )


def test_a_note_holds_an_item_for_each_card() -> None:
    text = "# Silo9\n\nGrain gate::opens at dawn\nHopper plate:::keeps grain dry\nLane alarm::rings at dusk\n"
    items = [block for block in parse_document(NoteId("a.md"), text).blocks if block.kind is BlockKind.ITEM]
    assert [(item.first, item.text.plain) for item in items] == [
        (3, "Grain gate: opens at dawn"),
        (4, "Hopper plate: keeps grain dry"),
        (5, "Lane alarm: rings at dusk"),
    ]


def test_only_the_regions_are_looked_at() -> None:
    card = "Grain gate::opens at dawn\n"
    text = card * 4
    assert find_flashcards(text, [(0, 2 * len(card))]) == []
    assert len(find_flashcards(text, [(0, 3 * len(card))])) == 2 * 3


@pytest.mark.parametrize(
    "line",
    [
        "owner:: somebody of the house",
        "std::vector",
        "Kiln::Oven",
        "# Grain gate::opens at dawn",
        "| Grain gate::opens at dawn |",
        "> Grain gate::opens at dawn",
        "[Grain gate]::opens at dawn",
        "Grain gate::opens at dawn::and shuts",
        "Grain: gate::opens at dawn",
        "grain gate::opens",
    ],
)
def test_a_line_of_another_form_is_no_card(line: str) -> None:
    assert find_flashcards(f"{line}\n" * 3, [(0, 3 * len(line) + 3)]) == []


def test_two_cards_are_too_few() -> None:
    text = "Grain gate::opens at dawn\nLane alarm::rings at dusk\nstd::vector\n"
    assert find_flashcards(text, [(0, len(text))]) == []
