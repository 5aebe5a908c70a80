"""How people say that one thing has to do with another: each phrasing, and what is read from it.

Each row of the table is a frame, a phrase and the relation or other name that it gives, empty where it gives none. In the
frame "below", the phrase is an item below the heading `ZephyrDB`; in "elsewhere", below a heading that names neither.
"""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from tests.ingest.test_extraction_cases import read, told

NAMED = "## KestrelMQ\n\n- Sings well\n\n## OspreyFS\n\n- Text\n"
FRAMES = {
    "below": "# Birds\n\n## ZephyrDB\n\n- {phrase}\n\n" + NAMED,
    "elsewhere": "# Birds\n\n## Some Words\n\n- {phrase}\n- Text\n\n## ZephyrDB\n\n- Sings\n\n" + NAMED,
}


def _phrasings() -> list[list[str]]:
    with Path(__file__).with_name("phrasings.tsv").open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def _between_the_two(line: str) -> str:
    """What is told of the two without its place: "A uses B @5 sentence" gives "A uses B"."""
    said, _, behind = line.partition(" @")
    favours = behind.partition(" (prefers")[2]
    return f"{said} (prefers{favours}" if favours else said


@pytest.mark.parametrize(("frame", "phrase", "expected"), _phrasings())
def test_a_phrasing_is_read(frame: str, phrase: str, expected: str) -> None:
    lines = told(read(FRAMES[frame].format(phrase=phrase)))
    between = [_between_the_two(line) for line in lines if "ZephyrDB" in line and "KestrelMQ" in line]
    assert " ; ".join(between) == expected
