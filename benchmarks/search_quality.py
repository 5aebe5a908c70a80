"""How well search answers, beside plain engines and with each part of the ranking switched off.

    python -m benchmarks.search_quality ../shared

The first four sets are ../shared/gold; their figures are those of ../shared/tools/evaluate.py, taken in process: nDCG@10 /
share of queries answered first. The others are search_queries.tsv, written before the ranking was set and judged by
patterns: mean reciprocal rank / share answered first.
"""

from __future__ import annotations

import importlib.util
import json
import re
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
from graph.note_lines import split_lines
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
    "cards ranked like sections": Knobs(card=1),
}


@dataclass(frozen=True, slots=True)
class Set:
    """One document set with its queries, built into `kb`; of `own` queries one right answer is enough."""

    name: str
    queries: list[Json]
    kb: Path
    own: bool = False


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


def _load_own(shared: Path, work: Path) -> list[Set]:
    text = (Path(__file__).parent / "search_queries.tsv").read_text("utf-8")
    rows = [line.split("\t") for line in text.splitlines() if not line.startswith("#")]
    sets = []
    for corpus, part in dict.fromkeys((row[0], row[1]) for row in rows):
        notes, kb = work / f"own-{corpus}", work / f"own-{corpus}-kb"
        notes.mkdir()
        source = shared / "corpora" / corpus / part
        shutil.copytree(source, notes, dirs_exist_ok=True) if source.is_dir() else shutil.copy(source, notes)
        build_knowledge_base(notes, kb, kb / "index", load_lexicon(None, no_lexicon=False), engine="tantivy")
        with open_knowledge_base(kb) as base:
            texts = {path: split_lines(base.note_text(path)) for path in base.note_titles()}
        queries = [
            {
                "query": query,
                "relevant": [
                    span for path in texts if re.search(which, path) for span in _spans(path, texts[path], lines)
                ],
            }
            for found, _, query, which, lines in rows
            if found == corpus
        ]
        sets.append(Set(f"own: {corpus}", queries, kb, own=True))
    return sets


def _spans(path: str, texts: Sequence[str], lines: str) -> list[Json]:
    """Return the lines that answer: those numbered, all for ".", else those that match and the four below."""
    if lines == ".":
        spans = [(1, len(texts))]
    elif re.fullmatch(r"[\d,-]+", lines):
        spans = [(int(a), int(b)) for a, b in (span.split("-") for span in lines.split(","))]
    else:
        spans = [(max(1, n - 1), n + 4) for n, text in enumerate(texts, 1) if re.search(lines, text)]
    return [{"file": path, "line_start": first, "line_end": last, "grade": 1} for first, last in spans]


def _local(row: Json, prefix: str) -> Json:
    for key in ("relevant", "ignore"):
        row[key] = [{**span, "file": span["file"].removeprefix(prefix)} for span in row.get(key, [])]
    return row


def _figures(evaluate: Any, one: Set, answer: Answer) -> tuple[float, float]:
    ndcg = first = 0.0
    for row in one.queries:
        gains, _ = evaluate.gains_of([{"source": span_json(span)} for span in answer(row["query"])], row)
        if one.own:
            ndcg += next((1 / place for place, gain in enumerate(gains, 1) if gain), 0.0)
            first += bool(gains and gains[0])
            continue
        ideal = sorted((span["grade"] for span in row["relevant"]), reverse=True)[:10]
        ndcg += _dcg(evaluate, gains) / _dcg(evaluate, ideal)
        first += bool(gains and gains[0])
    return ndcg / len(one.queries), first / len(one.queries)


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
        figures.append(_figures(evaluate, one, answer))
        close()
    _tell(label, figures)


def main(shared: Path) -> None:
    evaluate = _evaluate(shared)
    with tempfile.TemporaryDirectory() as directory:
        sets = [*_load(shared, Path(directory)), *_load_own(shared, Path(directory))]
        print("| |", " | ".join(one.name for one in sets), "| mean |")
        print("|---|", "---|" * (len(sets) + 1), sep="")
        for number, make in enumerate(BASELINES):
            figures = []
            for one in sets:
                place = Path(directory) / f"baseline-{number}-{one.name}"
                place.mkdir()
                with open_knowledge_base(one.kb) as base:
                    baseline = make(rows_of(base.knowledge().notes), place)
                figures.append(_figures(evaluate, one, lambda q, b=baseline: b.search(q, 30)))  # type: ignore[misc]
            _tell(make.name, figures)
        for label, knobs in ABLATIONS.items():
            _tell_ours(label, sets, evaluate, knobs)
        with patch("search.terms._add_other_names", lambda *_: None):
            _tell_ours("without other names", sets, evaluate)
        with patch("search.correction.correct_word", lambda *_: None):
            _tell_ours("without correction", sets, evaluate)
        with patch("search.service.read_intent", lambda *_: Intent(Ask.WORDS)):
            _tell_ours("without intents", sets, evaluate)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
