"""How well search answers, beside plain engines and with each part of the ranking switched off.

    python -m benchmarks.search_quality ../shared

Figures are those of ../shared/tools/evaluate.py, taken in process: nDCG@10 / share of queries answered first.
"""

from __future__ import annotations

import importlib.util
import json
import shutil
import sys
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from unittest.mock import patch

from benchmarks.search_baselines import BASELINES, rows_of
from cli.build_knowledge_base import build_knowledge_base
from cli.options import load_lexicon
from graph.json_form import span_json
from graph.knowledge_base import open_knowledge_base
from graph.model import Span
from search.index_directory import open_index
from search.intent import Ask, Intent
from search.ranking import DEFAULT_KNOBS, Knobs
from search.service import search_notes

Json = dict[str, Any]
Answer = Callable[[str], Sequence[Span]]
SETS = (
    ("queries.jsonl", "seed", "seed", ""),
    ("queries.jsonl", "system-design-primer", "donnemartin__system-design-primer", "README.md"),
    ("known-item.jsonl", "awsdocs__amazon-ec2-user-guide", "awsdocs__amazon-ec2-user-guide", ""),
    ("known-item.jsonl", "awsdocs__amazon-dynamodb-developer-guide", "awsdocs__amazon-dynamodb-developer-guide", ""),
)
ABLATIONS = {
    "all parts": DEFAULT_KNOBS,
    "without adjacent pairs": Knobs(pairs=0),
    "without the best block": Knobs(block=0),
    "without the own heading": Knobs(title=0),
    "without the discount of mere links": Knobs(pointer=0),
    "cards ranked like sections": Knobs(card=1),
}


@dataclass(frozen=True, slots=True)
class Set:
    """One document set with its queries, built into `kb`."""

    name: str
    queries: list[Json]
    kb: Path


def _evaluate(shared: Path) -> Any:
    spec = importlib.util.spec_from_file_location("evaluate", shared / "tools" / "evaluate.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _load(shared: Path, work: Path) -> list[Set]:
    sets = []
    for gold, doc_set, folder, only in SETS:
        notes = shared / "corpora" / folder
        if only:
            notes = work / f"{doc_set}-notes"
            notes.mkdir()
            shutil.copy(shared / "corpora" / folder / only, notes)
        kb = work / doc_set
        build_knowledge_base(notes, kb, kb / "index", load_lexicon(None, no_lexicon=False), engine="tantivy")
        rows = [json.loads(line) for line in (shared / "gold" / gold).read_text("utf-8").splitlines()]
        queries = [_local(row, f"{folder}/") for row in rows if row["doc_set"] == doc_set and row["relevant"]]
        sets.append(Set(doc_set, queries, kb))
    return sets


def _local(row: Json, prefix: str) -> Json:
    for key in ("relevant", "ignore"):
        row[key] = [{**span, "file": span["file"].removeprefix(prefix)} for span in row.get(key, [])]
    return row


def _figures(evaluate: Any, queries: Sequence[Json], answer: Answer) -> tuple[float, float]:
    ndcg = first = 0.0
    for row in queries:
        gains, _ = evaluate.gains_of([{"source": span_json(span)} for span in answer(row["query"])], row)
        ideal = sorted((span["grade"] for span in row["relevant"]), reverse=True)[:10]
        ndcg += _dcg(evaluate, gains) / _dcg(evaluate, ideal)
        first += bool(gains and gains[0])
    return ndcg / len(queries), first / len(queries)


def _dcg(evaluate: Any, gains: Sequence[int]) -> float:
    return float(sum((2**gain - 1) / evaluate.math.log2(place + 2) for place, gain in enumerate(gains)))


def _ours(kb: Path, knobs: Knobs) -> tuple[Answer, Callable[[], None]]:
    opened = open_knowledge_base(kb)
    base, index = opened.__enter__(), open_index(kb / "index")

    def close() -> None:
        index.close()
        opened.__exit__(None, None, None)

    return lambda query: [r.source for r in search_notes(base, index, query, limit=30, knobs=knobs).results], close


def _tell(label: str, figures: Sequence[tuple[float, float]]) -> None:
    cells = " | ".join(f"{ndcg:.3f} / {first:.3f}" for ndcg, first in figures)
    mean = " / ".join(f"{sum(column) / len(figures):.3f}" for column in zip(*figures, strict=True))
    print(f"| {label} | {cells} | {mean} |", flush=True)


def _tell_ours(label: str, sets: Sequence[Set], evaluate: Any, knobs: Knobs = DEFAULT_KNOBS) -> None:
    figures = []
    for one in sets:
        answer, close = _ours(one.kb, knobs)
        figures.append(_figures(evaluate, one.queries, answer))
        close()
    _tell(label, figures)


def main(shared: Path) -> None:
    evaluate = _evaluate(shared)
    with tempfile.TemporaryDirectory() as directory:
        sets = _load(shared, Path(directory))
        print("| |", " | ".join(one.name for one in sets), "| mean |")
        print("|---|", "---|" * (len(sets) + 1), sep="")
        for number, make in enumerate(BASELINES):
            figures = []
            for one in sets:
                place = Path(directory) / f"baseline-{number}-{one.name}"
                place.mkdir()
                with open_knowledge_base(one.kb) as base:
                    baseline = make(rows_of(base.knowledge().notes), place)
                figures.append(_figures(evaluate, one.queries, lambda q, b=baseline: b.search(q, 30)))  # type: ignore[misc]
            _tell(make.name, figures)
        for label, knobs in ABLATIONS.items():
            _tell_ours(label, sets, evaluate, knobs)
        with patch("search.terms._add_other_names", lambda *_: None):
            _tell_ours("without other names", sets, evaluate)
        with patch("search.terms.correct_word", lambda *_: None):
            _tell_ours("without correction", sets, evaluate)
        with patch("search.service.read_intent", lambda *_: Intent(Ask.WORDS)):
            _tell_ours("without intents", sets, evaluate)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
