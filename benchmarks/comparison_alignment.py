"""How well a comparison lines up what notes say: `python -m benchmarks.comparison_alignment CORPORA [--rows] [--only NOTES]`.

CORPORA holds the folders that the gold (tests/gold/comparisons.jsonl) names. Each is built without an index and without a
lexicon of the user's own; names are looked up as on the command line. One line of JSON for each folder and one for all.

A produced row with cells of both sides is RIGHT when, for both sides, at least half of its cells stand on lines of a
gold row, and no other produced row takes that gold row: rows and gold rows are matched one to one, the closest lines
first. Lines cannot tell two sentences of one line apart: where gold rows share their lines equal verdicts go together,
and a row that was read and found wrong takes no gold row.

- recall: gold rows of both sides that are found.
- precision: right / judged. The gold does not hold every row worth having, so a row beyond it counts once it was read:
  `--rows` lists those not read yet, with their text; `{"id": ..., "verdict": "right" | "wrong"}` in the file of
  verdicts says what the reading found. Unread rows are counted, and are neither right nor wrong.
- verdicts: of the found rows, `accuracy` is over those that say "same" or "different", `open` are those that say "both".
- only: gold rows of one side that are found as a row of that side alone.
"""

from __future__ import annotations

import hashlib
import json
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import click
import networkx as nx

from cli.build_knowledge_base import build_graph
from cli.options import load_lexicon
from graph.compare import Cell, ComparisonRow, compare
from graph.errors import ConceptNotFound
from graph.knowledge_base import KnowledgeBase, open_knowledge_base

Json = dict[str, Any]
Lines = frozenset[tuple[str, int]]  # (path, line)
_ROOT = Path(__file__).parents[1]


@dataclass(frozen=True, slots=True)
class GoldRow:
    """A row of the gold: for each side, by its place in the pair, the lines that state it."""

    verdict: str
    lines: tuple[Lines, Lines]


@dataclass(frozen=True, slots=True)
class Produced:
    """A row of a comparison with its cells, for each side, by its place in the pair."""

    row: ComparisonRow
    sides: tuple[tuple[Cell, ...], tuple[Cell, ...]]

    def both(self) -> bool:
        return all(self.sides)


@dataclass(slots=True)
class Score:
    """Counts, added up over pairs."""

    counts: Counter[str] = field(default_factory=Counter)
    slowest_ms: float = 0.0

    def figures(self) -> Json:
        c = self.counts
        judged = c["right"] + c["read right"] + c["read wrong"]
        return {
            "pairs": c["pairs"],
            "not found": c["not found"],
            "gold": c["gold"],
            "produced": c["produced"],
            "recall": _share(c["right"], c["gold"]),
            "precision": _share(c["right"] + c["read right"], judged),
            "judged": judged,
            "unread": c["unread"],
            "verdict accuracy": _share(c["verdict right"], c["verdict right"] + c["verdict wrong"]),
            "open": c["open"],
            "only": _share(c["only found"], c["only"]),
            "slowest ms": round(self.slowest_ms, 1),
        }

    def add(self, other: Score) -> None:
        self.counts += other.counts
        self.slowest_ms = max(self.slowest_ms, other.slowest_ms)


def _share(part: int, whole: int) -> float | None:
    return round(part / whole, 3) if whole else None


def gold_rows(pair: Json) -> list[GoldRow]:
    first, second = pair["subjects"]
    return [
        GoldRow(row["verdict"], (_gold_lines(row["cells"].get(first, ())), _gold_lines(row["cells"].get(second, ()))))
        for row in pair["rows"]
    ]


def _gold_lines(spans: Sequence[Json]) -> Lines:
    return frozenset((s["path"], line) for s in spans for line in range(s["line_start"], s["line_end"] + 1))


def _cell_lines(cell: Cell) -> Lines:
    said = cell.evidence
    return frozenset((str(said.path), line) for line in range(said.line_start, said.line_end + 1))


def match(produced: Sequence[Produced], gold: Sequence[GoldRow]) -> dict[int, int]:
    """Return gold row -> produced row, one to one, as many as can be, the closest lines first."""
    graph: Any = nx.Graph()
    for p, row in enumerate(produced):
        for g, wanted in enumerate(gold):
            if row.both() and all(wanted.lines) and all(map(_on, row.sides, wanted.lines)):
                near = sum(map(_closeness, row.sides, wanted.lines))
                graph.add_edge(
                    ("gold", g), ("row", p), weight=2 * round(100 * near) + (row.row.verdict == wanted.verdict)
                )
    found = {}
    for one, other in nx.max_weight_matching(graph, maxcardinality=True):
        (_, g), (_, p) = sorted((one, other))
        found[g] = p
    return found


def _on(cells: tuple[Cell, ...], wanted: Lines) -> bool:
    return 2 * sum(not _cell_lines(cell).isdisjoint(wanted) for cell in cells) >= len(cells)


def _closeness(cells: tuple[Cell, ...], wanted: Lines) -> float:
    lines = frozenset[tuple[str, int]]().union(*map(_cell_lines, cells))
    return len(lines & wanted) / len(lines | wanted)


def row_id(notes: str, produced: Produced) -> str:
    """Return what a reading is kept under: whose statements on which lines, hashed, whichever side is asked for first.

    What a row is called is no part of it: statements that belong side by side still do under another name.
    """
    sides = [
        [concept, [[cell.text, *sorted(_cell_lines(cell))] for cell in cells]]
        for concept, cells in sorted(produced.row.cells.items())
    ]
    return hashlib.sha256(json.dumps([notes, sides], ensure_ascii=False).encode()).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class Reading:
    """One set of notes under the benchmark."""

    notes: str
    kb: KnowledgeBase
    verdicts: Mapping[str, str]
    show: bool

    def score(self, pair: Json) -> Score:
        score = Score(Counter(pairs=1))
        gold = gold_rows(pair)
        score.counts["gold"] = sum(all(row.lines) for row in gold)
        score.counts["only"] = len(gold) - score.counts["gold"]
        try:
            first, second = (self.kb.find(name) for name in pair["subjects"])
        except ConceptNotFound as missing:
            click.echo(f"{self.notes}: {missing}", err=True)
            score.counts["not found"] = 1
            return score
        start_s = time.process_time()
        table = compare(self.kb, (first, second))
        score.slowest_ms = 1000 * (time.process_time() - start_s)
        produced = [Produced(row, (row.cells[first], row.cells[second])) for row in table.rows]
        refused = [row for row in produced if row.both() and self._read(row) == "wrong"]
        score.counts["produced"] = sum(row.both() for row in produced)
        score.counts["read wrong"] = len(refused)
        self._count(score, gold, [row for row in produced if row not in refused], pair)
        return score

    def _read(self, produced: Produced) -> str | None:
        return self.verdicts.get(row_id(self.notes, produced))

    def _count(self, score: Score, gold: Sequence[GoldRow], produced: Sequence[Produced], pair: Json) -> None:
        found = match(produced, gold)
        counts = score.counts
        counts["right"] = len(found)
        for g, p in found.items():
            said = produced[p].row.verdict
            counts["open" if said == "both" else f"verdict {_word(said == gold[g].verdict)}"] += 1
        for wanted in gold:
            if not all(wanted.lines):
                counts["only found"] += any(_alone(row, wanted) for row in produced)
        taken = set(found.values())
        for row in (row for p, row in enumerate(produced) if row.both() and p not in taken):
            read = self._read(row)
            counts["read right" if read else "unread"] += 1
            if self.show and not read:
                click.echo("\n".join(self._listed(row, pair["subjects"])))

    def _listed(self, produced: Produced, subjects: Sequence[str]) -> Iterator[str]:
        row = produced.row
        yield f"{row_id(self.notes, produced)}  {self.notes}  {row.origin}  {row.dimension}  [{row.verdict}]"
        for name, cells in zip(subjects, produced.sides, strict=True):
            yield from (f"    {name}: {c.text}  ({c.evidence.path}:{c.evidence.line_start})" for c in cells)


def _word(right: bool) -> str:
    return "right" if right else "wrong"


def _alone(produced: Produced, wanted: GoldRow) -> bool:
    sides = zip(produced.sides, wanted.lines, strict=True)
    return all(bool(cells) == bool(lines) and (not lines or _on(cells, lines)) for cells, lines in sides)


def read_verdicts(file: Path) -> dict[str, str]:
    lines = file.read_text("utf-8").splitlines() if file.exists() else []
    return {entry["id"]: entry["verdict"] for entry in map(json.loads, lines)}


@click.command()
@click.argument("corpora", type=click.Path(path_type=Path, exists=True, file_okay=False))
@click.option("--gold", type=click.Path(path_type=Path), default=_ROOT / "tests/gold/comparisons.jsonl")
@click.option("--verdicts", type=click.Path(path_type=Path), default=_ROOT / "benchmarks/verdicts/alignment.jsonl")
@click.option("--kb", type=click.Path(path_type=Path), help="keep the knowledge bases here; the next run builds less")
@click.option("--only", help="the one folder to run")
@click.option("--rows", is_flag=True, help="list the rows that nobody has read")
def main(corpora: Path, gold: Path, verdicts: Path, kb: Path | None, only: str | None, *, rows: bool) -> None:
    """Score the pairs of the gold."""
    pairs = [json.loads(line) for line in gold.read_text("utf-8").splitlines()]
    lexicon, read, total = load_lexicon(None, no_lexicon=False), read_verdicts(verdicts), Score()
    with tempfile.TemporaryDirectory() as thrown_away:
        for notes in dict.fromkeys(pair["notes"] for pair in pairs):
            if only in {None, notes}:
                place = (kb or Path(thrown_away)) / notes
                build_graph(corpora / notes, place, lexicon)
                score = Score()
                with open_knowledge_base(place) as base:
                    reading = Reading(notes, base, read, rows)
                    for pair in (pair for pair in pairs if pair["notes"] == notes):
                        score.add(reading.score(pair))
                click.echo(json.dumps({"notes": notes, **score.figures()}))
                total.add(score)
    click.echo(json.dumps({"notes": "all", **total.figures()}))


if __name__ == "__main__":
    main()
