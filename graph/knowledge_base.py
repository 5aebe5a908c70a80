"""Reading the knowledge base: concepts, relations, comparisons and notes on demand, a page's worth at a time."""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

from graph.errors import ConceptNotFound, KnowledgeBaseUnreadable, NoteNotFound
from graph.json_form import (
    dimensions_of,
    report_of,
    sections_of,
    subjects_of,
)
from graph.model import (
    Comparison,
    Concept,
    ConceptId,
    Evidence,
    Kind,
    Knowledge,
    Note,
    NoteId,
    Relation,
    Report,
    Span,
)
from graph.names import fold_name
from graph.near_names import near_names
from graph.store_rows import (
    ConceptBrief,
    Edge,
    Reading,
    brief_of_row,
    concept_of_row,
    edge_of_row,
    evidence_of_row,
    gather_by_owner,
    reading_of_row,
)
from graph.store_schema import connect_read
from graph.word_counts import word_weight

__all__ = ["ConceptBrief", "Edge", "KnowledgeBase", "Reading", "open_knowledge_base"]

_T = TypeVar("_T")
_CHUNK = 500  # bound parameters a statement; SQLite's oldest limit is 999


@contextmanager
def open_knowledge_base(directory: Path) -> Iterator[KnowledgeBase]:
    """Open the knowledge base for one piece of work, as one snapshot: a build meanwhile changes nothing in it.

    Raises:
        KnowledgeBaseMissing: there is none in `directory`.
        KnowledgeBaseUnreadable: it is damaged or of another version.
    """
    connection = connect_read(directory)
    try:
        connection.execute("BEGIN")
        yield KnowledgeBase(connection)
    except sqlite3.DatabaseError as exc:
        raise KnowledgeBaseUnreadable(str(directory), str(exc)) from exc
    finally:
        connection.close()


class KnowledgeBase:
    """One snapshot of everything built from the notes. Every list has a total order."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def _rows(self, sql: str, values: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        return self._connection.execute(sql, values).fetchall()

    # -- the whole --------------------------------------------------------------------------------

    @property
    def generation(self) -> str:
        """A hash of the content: equal when nothing changed; the key for caches."""
        return str(self._rows("SELECT value FROM meta WHERE key = 'generation'")[0][0])

    def report(self) -> Report:
        """Return the report of the build."""
        return report_of(json.loads(self._rows("SELECT value FROM meta WHERE key = 'report'")[0][0]))

    def count(self, table: str) -> int:
        """Return how many `concepts`, `relations`, `comparisons`, `notes` or `facts` there are."""
        if table not in {"concepts", "relations", "comparisons", "notes", "facts"}:
            raise ValueError(table)
        return int(self._rows(f"SELECT count(*) FROM {table}")[0][0])

    def count_by(self, table: str, column: str) -> dict[str, int]:
        """Return value -> count for `concepts.kind`, `relations.type` or `evidence.rule`, the most frequent first."""
        if (table, column) not in {("concepts", "kind"), ("relations", "type"), ("evidence", "rule")}:
            raise ValueError(f"{table}.{column}")
        rows = self._rows(f"SELECT {column}, count(*) AS n FROM {table} GROUP BY 1 ORDER BY n DESC, 1")
        return {str(value): int(count) for value, count in rows}

    def knowledge(self) -> Knowledge:
        """Return everything. Cost: all of it in memory; meant for exports and for building the index."""
        ids = [ConceptId(i) for (i,) in self._rows("SELECT id FROM concepts ORDER BY id")]
        edges = [edge_of_row(row) for row in self._rows(f"{_EDGES} ORDER BY source, type, target")]
        return Knowledge(
            concepts=self.concepts_with_facts(ids),
            relations=self.cite(edges),
            comparisons=self.comparisons(),
            notes=tuple(self.note(NoteId(path)) for (path,) in self._rows("SELECT path FROM notes ORDER BY path")),
            report=self.report(),
        )

    def note_stamps(self) -> dict[NoteId, str]:
        """Return note -> a hash of its text, tags and sections, by path. Cost: no text is read."""
        rows = self._rows("SELECT path, sha256, tags, sections FROM notes ORDER BY path")
        return {NoteId(path): _hash(rest) for path, *rest in rows}

    def concept_stamps(self) -> dict[ConceptId, str]:
        """Return concept -> a hash of its names, where they stand, its definition, facts and degree, by id."""
        said: dict[str, list[Any]] = {
            row[0]: list(row)
            for row in self._rows(
                "SELECT id, label, kind, aliases, tags, definition, unresolved, degree FROM concepts ORDER BY id"
            )
        }
        for concept, *rest in self._rows(
            "SELECT n.concept, n.name, e.path, e.line_start, e.text FROM names n JOIN evidence e ON e.owner = 'name' AND"
            " e.item = n.concept AND e.ordinal = n.ordinal ORDER BY n.concept, n.ordinal"
        ):
            said[concept] += rest
        for concept, *rest in self._rows(
            "SELECT f.concept, f.text, e.context = '[]' FROM facts f JOIN evidence e ON e.owner = 'fact' AND"
            " e.item = CAST(f.id AS TEXT) ORDER BY f.concept, f.id"
        ):
            said[concept] += rest
        return {ConceptId(concept): _hash(rows) for concept, rows in said.items()}

    # -- concepts ---------------------------------------------------------------------------------

    def briefs(self, ids: Iterable[ConceptId]) -> dict[ConceptId, ConceptBrief]:
        """Return the briefs of those of `ids` that exist, by id."""
        found: dict[ConceptId, ConceptBrief] = {}
        for chunk in _chunks(sorted(set(ids))):
            for row in self._rows(f"{_BRIEFS} WHERE id IN ({_marks(chunk)}) ORDER BY id", chunk):
                found[ConceptId(row[0])] = brief_of_row(row)
        return found

    def list_concepts(
        self,
        *,
        kind: Kind | None = None,
        tag: str | None = None,
        prefix: str = "",
        by_degree: bool = False,
        community: int | None = None,
        after: ConceptId | None = None,
        limit: int | None = None,
    ) -> list[ConceptBrief]:
        """Return briefs by label, or by degree with the most connected first; `after` is the last id of the page before."""
        tests = ["(?1 IS NULL OR kind = ?1)", "label LIKE ?2 ESCAPE '\\'"]
        tests.append("(?3 IS NULL OR EXISTS (SELECT 1 FROM json_each(tags) WHERE value = ?3))")
        tests.append("(?4 IS NULL OR community = ?4)")
        order = "degree DESC, label COLLATE NOCASE, id" if by_degree else "label COLLATE NOCASE, id"
        pattern = prefix.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%"
        most = limit if limit is not None and after is None else -1
        sql = f"{_BRIEFS} WHERE {' AND '.join(tests)} ORDER BY {order} LIMIT ?5"
        rows = self._rows(sql, (kind, pattern, tag, community, most))
        briefs = [brief_of_row(row) for row in rows]
        if after is not None:
            place = next((i for i, brief in enumerate(briefs, 1) if brief.id == after), len(briefs))
            briefs = briefs[place:]
        return briefs if limit is None else briefs[:limit]

    def community_sizes(self, *, without_tag: str) -> dict[int, int]:
        """Return community -> how many related concepts it has, those with a tag left out."""
        rows = self._rows(
            "SELECT community, count(*) FROM concepts WHERE degree > 0 AND NOT EXISTS"
            " (SELECT 1 FROM json_each(tags) WHERE value = ?) GROUP BY community ORDER BY community",
            (without_tag,),
        )
        return {int(community): int(count) for community, count in rows}

    def concept(self, concept_id: ConceptId) -> Concept:
        """Return one concept with its names and facts.

        Raises:
            ConceptNotFound: no concept has this id.
        """
        found = self.concepts_with_facts([concept_id])
        if not found:
            raise ConceptNotFound(concept_id, self.near(concept_id))
        return found[0]

    def concepts_with_facts(self, ids: Sequence[ConceptId]) -> tuple[Concept, ...]:
        """Return those of `ids` that exist, by id."""
        concepts: list[Concept] = []
        for chunk in _chunks(sorted(set(ids))):
            marks = _marks(chunk)
            names = gather_by_owner(
                self._rows(
                    f"SELECT n.concept, n.name, {_EVIDENCE} FROM names n JOIN evidence e ON e.owner = 'name' AND"
                    f" e.item = n.concept AND e.ordinal = n.ordinal WHERE n.concept IN ({marks}) ORDER BY 1, n.ordinal",
                    chunk,
                )
            )
            facts = gather_by_owner(
                self._rows(
                    f"SELECT f.concept, f.text, {_EVIDENCE} FROM facts f JOIN evidence e ON e.owner = 'fact' AND"
                    f" e.item = CAST(f.id AS TEXT) WHERE f.concept IN ({marks}) ORDER BY f.concept, f.id",
                    chunk,
                )
            )
            rows = self._rows(
                "SELECT id, label, kind, aliases, tags, definition, unresolved FROM concepts"
                f" WHERE id IN ({marks}) ORDER BY id",
                chunk,
            )
            concepts += [concept_of_row(row, names.get(row[0], []), facts.get(row[0], [])) for row in rows]
        return tuple(concepts)

    def find(self, name: str) -> ConceptId:
        """Return the concept with this id, label or other name, folded; of several the most connected.

        Raises:
            ConceptNotFound: none has it; the error holds the nearest names.
        """
        if self._rows("SELECT 1 FROM concepts WHERE id = ?", (name,)):
            return ConceptId(name)
        named = self.named(name)
        if not named:
            raise ConceptNotFound(name, self.near(name))
        return named[0]

    def named(self, name: str) -> list[ConceptId]:
        """Return every concept that has this name, folded: labels first, then the most connected."""
        rows = self._rows(
            "SELECT DISTINCT c.id, c.label, c.degree FROM names n JOIN concepts c ON c.id = n.concept WHERE n.folded = ?",
            (fold_name(name),),
        )
        wanted = fold_name(name)
        rows.sort(key=lambda row: (fold_name(row[1]) != wanted, -row[2], row[0]))
        return [ConceptId(row[0]) for row in rows]

    def named_any(self, folded: Iterable[str]) -> dict[str, ConceptId]:
        """Return folded name -> the concept that has it, of several the most connected, for those that any has."""
        found: dict[str, ConceptId] = {}
        for chunk in _chunks(sorted(set(folded))):
            sql = (
                "SELECT DISTINCT n.folded, c.id, c.degree FROM names n JOIN concepts c ON c.id = n.concept"
                f" WHERE n.folded IN ({_marks(chunk)}) ORDER BY n.folded, c.degree DESC, c.id"
            )
            for name, concept, _ in self._rows(sql, chunk):
                found.setdefault(name, ConceptId(concept))
        return found

    def near(self, name: str) -> tuple[str, ...]:
        """Return up to three known names that `name` may have meant, the nearest first."""
        return near_names(name, (row[0] for row in self._rows("SELECT DISTINCT name FROM names ORDER BY name")))

    def word_weights(self, stems: Iterable[str]) -> dict[str, float]:
        """Return stem -> how much it tells, for each of `stems`: the fewer statements of the notes have it, the more."""
        wanted = sorted(set(stems))
        counted = int(self._rows("SELECT value FROM meta WHERE key = 'statements_counted'")[0][0])
        having: dict[str, int] = {}
        for chunk in _chunks(wanted):
            having.update(
                self._rows(f"SELECT stem, statements FROM word_counts WHERE stem IN ({_marks(chunk)})", chunk)
            )
        return {stem: word_weight(counted, having.get(stem, 1)) for stem in wanted}

    # -- relations --------------------------------------------------------------------------------

    def edges_of(self, ids: Iterable[ConceptId], *, weak: bool = True) -> list[Edge]:
        """Return every edge with an end in `ids`, by source, type, target; `weak=False` leaves out `mentions`."""
        found: dict[int, Edge] = {}
        test = "" if weak else " AND type <> 'mentions'"
        for chunk in _chunks(sorted(set(ids))):
            for column in ("source", "target"):
                rows = self._rows(f"{_EDGES} WHERE {column} IN ({_marks(chunk)}){test}", chunk)
                found.update((row[0], edge_of_row(row)) for row in rows)
        return sorted(found.values(), key=lambda edge: (edge.source, edge.type, edge.target))

    def edges(self, *, weak: bool = False) -> list[Edge]:
        """Return all edges, by source, type, target; `weak=True` with `mentions`."""
        test = "" if weak else " WHERE type <> 'mentions'"
        return [edge_of_row(row) for row in self._rows(f"{_EDGES}{test} ORDER BY source, type, target")]

    def cite(self, edges: Sequence[Edge]) -> tuple[Relation, ...]:
        """Return the edges as relations with their evidence, in the given order."""
        evidence: dict[str, list[Evidence]] = {}
        for chunk in _chunks([str(edge.number) for edge in edges]):
            sql = f"SELECT e.item, '', {_EVIDENCE} FROM evidence e WHERE e.owner = 'relation' AND e.item IN ({_marks(chunk)})"
            for row in self._rows(f"{sql} ORDER BY e.item, e.ordinal", chunk):
                evidence.setdefault(row[0], []).append(evidence_of_row(row[2:]))
        return tuple(
            Relation(
                source=edge.source,
                type=edge.type,
                phrase=edge.phrase,
                target=edge.target,
                evidence=tuple(evidence[str(edge.number)]),
                prefers=edge.prefers,
            )
            for edge in edges
        )

    # -- comparisons and notes --------------------------------------------------------------------

    def comparisons(self, ids: Iterable[ConceptId] = ()) -> tuple[Comparison, ...]:
        """Return all comparisons, or those that an author made of all of `ids`; by id."""
        wanted = sorted(set(ids))
        test = "".join(
            " AND EXISTS (SELECT 1 FROM comparison_subjects s WHERE s.comparison = c.id AND s.concept = ?)"
            for _ in wanted
        )
        rows = self._rows(
            "SELECT id, title, subjects, dimensions, path, line_start, line_end FROM comparisons c"
            f" WHERE 1{test} ORDER BY id",
            wanted,
        )
        return tuple(
            Comparison(
                id=row[0],
                title=row[1],
                subjects=subjects_of(json.loads(row[2])),
                dimensions=dimensions_of(json.loads(row[3])),
                source=Span(NoteId(row[4]), row[5], row[6]),
            )
            for row in rows
        )

    def note_titles(self) -> dict[NoteId, str]:
        """Return path -> title of every note, by path."""
        return {NoteId(path): title for path, title in self._rows("SELECT path, title FROM notes ORDER BY path")}

    def note(self, path: NoteId) -> Note:
        """Return one note with its text and sections.

        Raises:
            NoteNotFound: there is none with this path.
        """
        rows = self._rows("SELECT title, tags, sha256, text, sections FROM notes WHERE path = ?", (path,))
        if not rows:
            raise NoteNotFound(path)
        title, tags, sha256, text, sections = rows[0]
        return Note(
            path=path,
            title=title,
            tags=tuple(json.loads(tags)),
            sha256=sha256,
            text=text,
            sections=sections_of(path, json.loads(sections)),
        )

    def note_text(self, path: NoteId) -> str:
        """Return one note's text, without the cost of its sections.

        Raises:
            NoteNotFound: there is none with this path.
        """
        rows = self._rows("SELECT text FROM notes WHERE path = ?", (path,))
        if not rows:
            raise NoteNotFound(path)
        return str(rows[0][0])

    def read_from(self, path: NoteId) -> list[Reading]:
        """Return everything that was read from a note, by line."""
        rows = self._rows(
            f"SELECT e.owner, e.item, {_EVIDENCE}, f.concept, f.text, r.source, r.target, r.phrase FROM evidence e"
            " LEFT JOIN facts f ON e.owner = 'fact' AND f.id = CAST(e.item AS INTEGER)"
            " LEFT JOIN relations r ON e.owner = 'relation' AND r.id = CAST(e.item AS INTEGER)"
            " WHERE e.path = ? ORDER BY e.line_start, e.line_end, e.owner, e.item, e.ordinal",
            (path,),
        )
        return [reading_of_row(row) for row in rows]


_BRIEFS = "SELECT id, label, kind, tags, unresolved, degree, community FROM concepts"
_EDGES = "SELECT id, source, type, target, phrase, prefers FROM relations"
_EVIDENCE = "e.path, e.line_start, e.line_end, e.text, e.rule, e.confidence, e.context"


def _hash(values: Sequence[Any]) -> str:
    return hashlib.sha256(repr(values).encode("utf-8", "surrogatepass")).hexdigest()[:24]


def _marks(values: Sequence[Any]) -> str:
    return ",".join("?" * len(values))


def _chunks(values: Sequence[_T]) -> Iterator[Sequence[_T]]:
    for start in range(0, len(values), _CHUNK):
        yield values[start : start + _CHUNK]
