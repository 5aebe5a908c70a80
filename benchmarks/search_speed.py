"""What search costs at size: CPU of indexing, of a query, and of one changed note, for each engine and beside plain ones.

    python -m benchmarks.search_speed NOTES --sections 10000 --queries ../shared/gold/known-item.jsonl

Notes are taken in an order that mixes folders, and read for sections only. Queries are those of the files given, else
one to four words of headings.
"""

from __future__ import annotations

import gc
import json
import math
import random
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from unittest.mock import patch

import click
from whoosh.query.compound import Or
from whoosh.query.terms import Term

from benchmarks.search_baselines import Fts5, RawTantivy, rows_of
from graph.knowledge_base import KnowledgeBase, open_knowledge_base
from graph.measures import measure
from graph.model import Knowledge, Note, Skipped
from graph.store import write_knowledge
from graph.words import stems
from ingest import reading
from ingest.read_notes import read_notes
from search.answer_cache import AnswerCache
from search.completion import complete
from search.index_directory import NoteIndex, open_index, update_index
from search.service import search_notes

QUERIES = 200
ROUNDS = 4  # the first warms what the process keeps


def read_sections(folder: Path, count: int) -> list[Note]:
    """Return notes with so many sections, no rule applied."""
    sources = [source for source in read_notes(folder) if not isinstance(source, Skipped)]
    random.Random(1).shuffle(sources)
    notes: list[Note] = []
    with patch.object(reading, "_RULES", ()):
        for source in sources:
            if sum(len(note.sections) for note in notes[-1:]) and sum(len(n.sections) for n in notes) >= count:
                break
            read = reading.read_note(source)
            notes.append(
                Note(
                    path=source.path,
                    title=read.title,
                    tags=read.tags,
                    sha256=source.sha256,
                    text=source.text,
                    sections=read.sections,
                )
            )
    return sorted(notes, key=lambda note: note.path)


def queries_from(notes: Sequence[Note]) -> list[str]:
    """Return queries of one to four neighbouring words of headings."""
    chance = random.Random(2)
    headings = sorted({section.headings[-1] for note in notes for section in note.sections})
    queries: dict[str, None] = {}
    while len(queries) < QUERIES:
        words = chance.choice(headings).split()
        length = chance.randint(1, 4)
        start = chance.randrange(max(1, len(words) - length + 1))
        queries[" ".join(words[start : start + length])] = None
    return list(queries)


def cpu_ms(ask: Callable[[str], object], queries: Sequence[str]) -> str:
    """Return p50 / p99 of the CPU milliseconds a query takes, each at its best of some rounds, for other work only adds."""
    best = dict.fromkeys(queries, math.inf)
    for _ in range(ROUNDS):
        for query in queries:
            start = time.process_time()
            ask(query)
            best[query] = min(best[query], (time.process_time() - start) * 1000)
    times = sorted(best.values())
    return f"{times[len(times) // 2]:.1f} / {times[int(len(times) * 0.99)]:.1f}"


def _size_mb(directory: Path) -> float:
    return sum(path.stat().st_size for path in directory.rglob("*") if path.is_file()) / 1e6


def _plain_or(index: NoteIndex) -> Callable[[str], object]:
    """Whoosh's own OR query over the same stems of the same two fields, in the same open index, and nothing else.

    Its ten best with all that is stored of them; no snippets, highlights, facets or lines are made.
    """
    searcher = index.passages._open()  # type: ignore[attr-defined]

    def ask(query: str) -> object:
        terms = [Term(field, stem) for stem in stems(query) for field in ("headings", "body")]
        return [hit.fields() for hit in searcher.search(Or(terms), limit=10)] if terms else []

    return ask


def _ours(kb: Path, notes: Sequence[Note], base: KnowledgeBase, engine: str, queries: Sequence[str]) -> None:
    directory = kb / f"index-{engine}"
    start = time.process_time()
    update_index(directory, base, engine=engine)
    took = time.process_time() - start
    opened = open_index(directory)
    index = NoteIndex(opened.passages, opened.ledger, AnswerCache(most=0))  # every answer is found anew
    gc.freeze()  # a server does not hold all notes, so their objects are no part of its garbage collector's rounds
    print(f"| ours, {engine} | {took:.1f} | {_size_mb(directory):.0f} |", end=" ")
    print(cpu_ms(lambda query: search_notes(base, index, query), queries), end=" | ")
    print(cpu_ms(lambda query: complete(index, query[:6]), queries), end=" | ")
    print(f"{_update_ms(kb, notes, directory):.0f} |", flush=True)
    if engine == "whoosh":
        print(f"| an OR query over its two fields | | | {cpu_ms(_plain_or(index), queries)} | | |", flush=True)
    index.close()


def _update_ms(kb: Path, notes: Sequence[Note], directory: Path) -> float:
    """Return the CPU from a changed note in the knowledge base to its first answer."""
    first, *others = notes
    text = f"{first.text}\nxyzzychanged{directory.name[-3:]}\n"
    changed = Note(
        path=first.path, title=first.title, tags=first.tags, sha256=str(len(text)), text=text, sections=first.sections
    )
    _write(kb, [changed, *others])
    with open_knowledge_base(kb) as base:
        start = time.process_time()
        update_index(directory, base)
        index = open_index(directory)
        search_notes(base, index, "xyzzychanged")
        took = (time.process_time() - start) * 1000
        index.close()
    return took


def _write(kb: Path, notes: Sequence[Note]) -> None:
    knowledge = Knowledge(notes=tuple(notes))
    write_knowledge(kb, knowledge, [], measure(knowledge))


@click.command()
@click.argument("folder", type=click.Path(path_type=Path, exists=True))
@click.option("--sections", default=1000, show_default=True)
@click.option("--queries", "files", type=click.Path(path_type=Path, exists=True), multiple=True)
@click.option("--no-whoosh", is_flag=True)
def main(folder: Path, sections: int, files: tuple[Path, ...], no_whoosh: bool) -> None:
    """Print a table of costs at one size."""
    notes = read_sections(folder, sections)
    rows = [json.loads(line) for file in files for line in file.read_text("utf-8").splitlines()]
    queries = list(dict.fromkeys(row["query"] for row in rows)) or queries_from(notes)
    print(f"{sum(len(note.sections) for note in notes)} sections of {len(notes)} notes\n")
    print("| | index, CPU s | MB | query, CPU ms p50 / p99 | completion | one note changed, CPU ms |")
    print("|---|---|---|---|---|---|")
    with tempfile.TemporaryDirectory() as directory:
        kb = Path(directory) / "kb"
        _write(kb, notes)
        with open_knowledge_base(kb) as base:
            for engine in ("tantivy",) if no_whoosh else ("tantivy", "whoosh"):
                _ours(kb, notes, base, engine, queries)
        rows = rows_of(notes)
        for make in (Fts5, RawTantivy):
            place = Path(directory) / make.name
            place.mkdir()
            start = time.process_time()
            baseline = make(rows, place)
            took = time.process_time() - start
            print(
                f"| {make.name} | {took:.1f} | | {cpu_ms(lambda q, b=baseline: b.search(q, 10), queries)} | | |",
                flush=True,
            )  # type: ignore[misc]


if __name__ == "__main__":
    main()
