"""Writing the knowledge base: everything of one build in one transaction.

A reader sees the state before the build or the one after it, never a mixture. The graph is written
whole, since any note may change what a name means everywhere; what saves work on a second build are the
readings kept per note.
"""

from __future__ import annotations

import hashlib
import json
import marshal
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from pathlib import Path
from typing import Any

from graph.errors import KnowledgeBaseMissing, KnowledgeBaseUnreadable
from graph.json_form import (
    comparison_json,
    context_json,
    report_json,
    sections_json,
    statement_json,
)
from graph.model import Concept, ConceptId, ContextLine, Evidence, Knowledge, Measure, NoteId
from graph.names import fold_name
from graph.store_schema import connect_read, connect_write
from graph.word_counts import count_words

__all__ = ["StoredReading", "load_readings", "write_knowledge"]

_GRAPH_TABLES = (
    "notes",
    "readings",
    "concepts",
    "names",
    "facts",
    "word_counts",
    "relations",
    "comparisons",
    "comparison_subjects",
    "evidence",
    "meta",
)


_WITHOUT_REFERENCES = 2  # marshal's format in which equal rows are equal bytes
_HASHED_AT_ONCE = 128  # rows


@dataclass(frozen=True, slots=True)
class StoredReading:
    """What was read from one note, encoded by ingest; reused while the note's bytes and the rules' `stamp` are the same."""

    path: NoteId
    sha256: str
    stamp: str
    body: bytes


def load_readings(directory: Path) -> dict[NoteId, StoredReading]:
    """Return the readings of the last build; empty where there is none or it cannot be read (it is then built anew)."""
    try:
        connection = connect_read(directory)
    except (KnowledgeBaseMissing, KnowledgeBaseUnreadable):
        return {}
    try:
        rows = connection.execute("SELECT path, sha256, stamp, body FROM readings").fetchall()
    except sqlite3.DatabaseError:
        return {}
    finally:
        connection.close()
    return {NoteId(path): StoredReading(NoteId(path), sha256, stamp, body) for path, sha256, stamp, body in rows}


def write_knowledge(
    directory: Path,
    knowledge: Knowledge,
    readings: Iterable[StoredReading],
    measures: Mapping[ConceptId, Measure],
) -> str:
    """Replace the knowledge base's content and return its generation, a hash of everything in it.

    Raises:
        KnowledgeBaseUnwritable: the directory, the file or the disk cannot be written.
        KnowledgeBaseUnreadable: a file of that name is no knowledge base.
    """
    connection = connect_write(directory)
    try:
        for table in _GRAPH_TABLES:
            connection.execute(f"DELETE FROM {table}")
        generation = _Writer(connection).write(knowledge, readings, measures)
        connection.execute("COMMIT")
    except BaseException:
        connection.execute("ROLLBACK")
        raise
    finally:
        connection.close()
    return generation


_JSON = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


def _json(value: Any) -> str:
    return _JSON.encode(value)


@lru_cache(maxsize=1024)  # what stands below one heading leans on that
def _context(lines: tuple[ContextLine, ...]) -> str:
    return _json(context_json(lines))


class _Writer:
    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._evidence: list[tuple[Any, ...]] = []
        self._hash = hashlib.sha256()

    def write(
        self, knowledge: Knowledge, readings: Iterable[StoredReading], measures: Mapping[ConceptId, Measure]
    ) -> str:
        self._write_notes(knowledge, readings)
        self._write_concepts(knowledge, measures)
        self._write_relations(knowledge)
        self._write_comparisons(knowledge)
        self._insert("evidence", self._evidence)
        report = _json(report_json(knowledge.report))
        self._hash.update(report.encode())
        generation = self._hash.hexdigest()[:16]
        counted = self._write_word_counts(knowledge)
        self._insert("meta", [("generation", generation), ("report", report), ("statements_counted", str(counted))])
        return generation

    def _insert(self, table: str, rows: list[tuple[Any, ...]]) -> None:
        if not rows:
            return
        marks = ",".join("?" * len(rows[0]))
        told = rows if table == "readings" else self._hashed(table, rows)
        self._connection.executemany(f"INSERT INTO {table} VALUES ({marks})", told)

    def _hashed(self, table: str, rows: Iterable[tuple[Any, ...]]) -> Iterator[tuple[Any, ...]]:
        """Hash the rows as they go by, a few at once: all of them as one text would be the greatest thing of a build."""
        self._hash.update(table.encode())
        left = iter(rows)
        while batch := [*islice(left, _HASHED_AT_ONCE)]:
            self._hash.update(marshal.dumps(batch, _WITHOUT_REFERENCES))
            yield from batch

    def _cite(self, owner: str, item: str, evidence: Evidence, ordinal: int = 0) -> None:
        *place, confidence, context = evidence
        self._evidence.append((owner, item, ordinal, *place, confidence.value, _context(context)))

    def _write_notes(self, knowledge: Knowledge, readings: Iterable[StoredReading]) -> None:
        self._insert(
            "notes",
            [
                (n.path, n.title, _json(n.tags), n.sha256, n.text, _json(sections_json(n.sections)))
                for n in knowledge.notes
            ],
        )
        self._insert("readings", [(r.path, r.sha256, r.stamp, r.body) for r in readings])

    def _write_concepts(self, knowledge: Knowledge, measures: Mapping[ConceptId, Measure]) -> None:
        names: list[tuple[Any, ...]] = []
        facts: list[tuple[Any, ...]] = []
        concepts: list[tuple[Any, ...]] = []
        for concept in knowledge.concepts:
            concepts.append(self._concept_row(concept, measures.get(concept.id, Measure())))
            for ordinal, name in enumerate(concept.names):
                names.append((fold_name(name.name), name.name, concept.id, ordinal))
                self._cite("name", concept.id, name.evidence, ordinal)
            for fact in concept.facts:
                facts.append((len(facts) + 1, concept.id, fact.text))
                self._cite("fact", str(len(facts)), fact.evidence)
        self._insert("concepts", concepts)
        self._insert("names", names)
        self._insert("facts", facts)

    def _write_word_counts(self, knowledge: Knowledge) -> int:
        counted, having = count_words(knowledge.concepts)
        self._insert("word_counts", [(stem, count) for stem, count in sorted(having.items()) if count > 1])
        return counted

    def _concept_row(self, concept: Concept, measure: Measure) -> tuple[Any, ...]:
        definition = None
        if concept.definition:
            definition = _json(statement_json(concept.definition))
            self._cite("definition", concept.id, concept.definition.evidence)
        return (
            concept.id,
            concept.label,
            concept.kind.value,
            _json(concept.aliases),
            _json(concept.tags),
            definition,
            int(concept.unresolved),
            measure.degree,
            measure.community,
        )

    def _write_relations(self, knowledge: Knowledge) -> None:
        rows: list[tuple[Any, ...]] = []
        for number, relation in enumerate(knowledge.relations, 1):
            rows.append((number, relation.source, relation.type, relation.target, relation.phrase, relation.prefers))
            for ordinal, evidence in enumerate(relation.evidence):
                self._cite("relation", str(number), evidence, ordinal)
        self._insert("relations", rows)

    def _write_comparisons(self, knowledge: Knowledge) -> None:
        rows: list[tuple[Any, ...]] = []
        subjects: list[tuple[Any, ...]] = []
        for comparison in knowledge.comparisons:
            form = comparison_json(comparison)
            span = comparison.source
            rows.append(
                (
                    comparison.id,
                    comparison.title,
                    _json(form["subjects"]),
                    _json(form["dimensions"]),
                    span.path,
                    span.line_start,
                    span.line_end,
                )
            )
            subjects += sorted({(subject.id, comparison.id) for subject in comparison.subjects})
        self._insert("comparisons", rows)
        self._insert("comparison_subjects", subjects)
