"""The engines that Knotwork's search is measured against, each over heading sections and nothing above it."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

import tantivy
from whoosh import index as whoosh_index
from whoosh.analysis import StemmingAnalyzer
from whoosh.fields import ID, TEXT, Schema
from whoosh.qparser import MultifieldParser

from graph.model import Note, Span
from graph.note_lines import split_lines

WORD = re.compile(r"\w+")
Row = tuple[str, str, Span]  # heading path, text, lines


class Baseline(Protocol):
    """One engine: made from rows, asked with a query."""

    name: str

    def search(self, query: str, limit: int) -> list[Span]: ...


def rows_of(notes: Sequence[Note]) -> list[Row]:
    """Return a row for each section."""
    rows: list[Row] = []
    for note in notes:
        lines = split_lines(note.text)
        for s in note.sections:
            text = "\n".join(lines[s.line_start - 1 : s.line_end])
            rows.append((" / ".join(s.headings), text, Span(note.path, s.line_start, s.line_end)))
    return rows


class Fts5:
    """SQLite FTS5: porter stemming, heading path and body as columns, OR, bm25."""

    name = "SQLite FTS5"

    def __init__(self, rows: Sequence[Row], _: Path) -> None:
        self._rows = rows
        self._db = sqlite3.connect(":memory:")
        self._db.execute("CREATE VIRTUAL TABLE t USING fts5(headings, body, tokenize='porter unicode61')")
        self._db.executemany("INSERT INTO t VALUES (?, ?)", [(h, b) for h, b, _ in rows])
        self._db.commit()

    def search(self, query: str, limit: int) -> list[Span]:
        words = " OR ".join(f'"{word}"' for word in WORD.findall(query))
        if not words:
            return []
        found = self._db.execute("SELECT rowid FROM t WHERE t MATCH ? ORDER BY bm25(t), rowid LIMIT ?", (words, limit))
        return [self._rows[rowid - 1][2] for (rowid,) in found]


class PlainWhoosh:
    """Whoosh as its documentation starts: stemming analyser, the query parser's AND, BM25F."""

    name = "Whoosh, defaults"

    def __init__(self, rows: Sequence[Row], directory: Path) -> None:
        self._rows = rows
        schema = Schema(
            n=ID(stored=True), headings=TEXT(analyzer=StemmingAnalyzer()), body=TEXT(analyzer=StemmingAnalyzer())
        )
        self._index = whoosh_index.create_in(str(directory), schema)
        writer = self._index.writer()
        for n, (headings, body, _) in enumerate(rows):
            writer.add_document(n=str(n), headings=headings, body=body)
        writer.commit()
        self._searcher = self._index.searcher()
        self._parser = MultifieldParser(["headings", "body"], schema)

    def search(self, query: str, limit: int) -> list[Span]:
        hits = self._searcher.search(self._parser.parse(query), limit=limit)
        return [self._rows[int(hit["n"])][2] for hit in hits]


class RawTantivy:
    """Tantivy with its English stemmer and its lenient parser over both fields."""

    name = "Tantivy, raw"

    def __init__(self, rows: Sequence[Row], directory: Path) -> None:
        self._rows = rows
        builder = tantivy.SchemaBuilder()
        builder.add_unsigned_field("n", stored=True)
        builder.add_text_field("headings", tokenizer_name="en_stem")
        builder.add_text_field("body", tokenizer_name="en_stem")
        self._index = tantivy.Index(builder.build(), path=str(directory))
        writer = self._index.writer(num_threads=1)
        for n, (headings, body, _) in enumerate(rows):
            writer.add_document(tantivy.Document(n=n, headings=headings, body=body))
        writer.commit()
        writer.wait_merging_threads()
        self._index.reload()

    def search(self, query: str, limit: int) -> list[Span]:
        parsed, _ = self._index.parse_query_lenient(query, ["headings", "body"])
        searcher = self._index.searcher()
        hits = searcher.search(parsed, limit, count=False).hits
        return [self._rows[searcher.doc(address).get_first("n")][2] for _, address in hits]


BASELINES = (Fts5, PlainWhoosh, RawTantivy)
