"""The gold of comparisons is well formed, and each of its spans holds text of the notes that it names."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

GOLD = Path(__file__).parent / "gold" / "comparisons.jsonl"
CORPORA = Path(__file__).parents[2] / "shared" / "corpora"
PAIRS: list[dict[str, Any]] = [json.loads(line) for line in GOLD.read_text("utf-8").splitlines()]


def test_it_holds_enough_pairs_half_of_them_compared_by_no_author() -> None:
    assert len(PAIRS) >= 44
    assert 2 * sum(not pair["authored"] for pair in PAIRS) >= len(PAIRS)
    assert len({pair["notes"] for pair in PAIRS}) >= 8


def test_no_pair_is_told_twice() -> None:
    named = [(pair["notes"], *sorted(pair["subjects"])) for pair in PAIRS]
    assert len(set(named)) == len(named)


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: " and ".join(pair["subjects"]))
def test_one_side_is_only_and_both_are_same_or_different(pair: dict[str, Any]) -> None:
    assert len(set(pair["subjects"])) == 2
    assert any(row["verdict"] != "only" for row in pair["rows"])
    for row in pair["rows"]:
        assert set(row["cells"]) <= set(pair["subjects"])
        assert all(row["cells"].values())
        assert row["verdict"] in ({"only"} if len(row["cells"]) == 1 else {"same", "different"})


@pytest.mark.corpora
@pytest.mark.skipif(not CORPORA.is_dir(), reason="the shared corpora are not beside the checkout")
@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: " and ".join(pair["subjects"]))
def test_every_line_of_it_says_something(pair: dict[str, Any]) -> None:
    for span in (span for row in pair["rows"] for spans in row["cells"].values() for span in spans):
        lines = (CORPORA / pair["notes"] / span["path"]).read_text("utf-8").split("\n")
        assert 1 <= span["line_start"] <= span["line_end"] <= len(lines)
        assert all(line.strip() for line in lines[span["line_start"] - 1 : span["line_end"]]), span
