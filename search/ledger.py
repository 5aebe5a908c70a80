"""What stands beside an engine's files: what was indexed, the words of the notes, and the names to complete.

One SQLite file, written in one transaction. It is marked as unfinished while the engine commits, so that a crash
between the two shows: such an index is made anew.
"""

from __future__ import annotations

import json
import sqlite3
import zlib
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

from graph.model import ConceptId
from graph.ports import Passage
from search.index_groups import IndexGroup, Nameable
from search.passages import CARD

__all__ = ["Ledger"]

_FILE = "ledger.sqlite"
_TABLES = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE groups (name TEXT PRIMARY KEY, made_from TEXT NOT NULL, words BLOB NOT NULL, card TEXT) WITHOUT ROWID;
CREATE TABLE words (word TEXT PRIMARY KEY, passages INTEGER NOT NULL, length INTEGER NOT NULL) WITHOUT ROWID;
CREATE INDEX words_by_length ON words (length);
CREATE TABLE names (folded TEXT NOT NULL, rank INTEGER NOT NULL, name TEXT NOT NULL, type TEXT NOT NULL,
    target TEXT NOT NULL, line INTEGER NOT NULL, grp TEXT NOT NULL);
CREATE INDEX names_by_folded ON names (folded, rank, target, line);
CREATE INDEX names_by_letter ON names (substr(folded, 1, 1), rank, length(folded), folded, target, line);
CREATE INDEX names_by_group ON names (grp);
"""
_LAST = "char(1114111)"  # sorts behind every letter
_MANY = 300  # names that begin so, above which those of a letter are walked in their order


class Ledger:
    """The ledger in an index directory. Opening it for reading makes nothing."""

    def __init__(self, directory: Path, *, form: str) -> None:
        self._path = directory / _FILE
        self._form = form
        self._connection = self._connect()
        self._by_length: dict[int, dict[str, int]] = {}

    def _connect(self) -> sqlite3.Connection:
        if self._path.is_file():
            try:
                connection = sqlite3.connect(self._path, isolation_level=None, check_same_thread=False, timeout=30)
                if _meta(connection).get("form") == self._form:
                    return connection
                connection.close()
            except sqlite3.Error:
                pass  # a damaged cache is an empty one
        connection = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
        connection.executescript(_TABLES)
        return connection

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()

    @property
    def generation(self) -> str:
        """The knowledge base's generation that was indexed; empty where nothing or only a part was."""
        return _meta(self._connection).get("generation", "")

    @property
    def engine(self) -> str:
        """The engine that indexed it; empty where nothing is indexed."""
        return _meta(self._connection).get("engine", "")

    @property
    def passage_count(self) -> int:
        """How many passages are indexed."""
        return int(_meta(self._connection).get("passages", "0"))

    def groups(self) -> dict[str, str]:
        """Return group -> what its passages were made from."""
        return dict(self._connection.execute("SELECT name, made_from FROM groups"))

    def card(self, concept: ConceptId) -> Passage | None:
        """Return a concept's card without its words; None where there is none."""
        id_ = f"{CARD}{concept}"
        row = self._connection.execute("SELECT card FROM groups WHERE name = ?", (id_,)).fetchone()
        if row is None:
            return None
        stored, labels = json.loads(row[0])
        return Passage(id=id_, group=id_, headings="", body="", labels=tuple(labels), stored=stored)

    # -- words ------------------------------------------------------------------------------------

    def frequency(self, word: str) -> int:
        """Return in how many passages a word occurs, as the notes spell it (not its stem)."""
        row = self._connection.execute("SELECT passages FROM words WHERE word = ?", (word,)).fetchone()
        return int(row[0]) if row else 0

    def words_of_length(self, length: int) -> dict[str, int]:
        """Return word -> passages of all words so long, in the order of words; kept, for a word is looked up among them all."""
        if length not in self._by_length:
            sql = "SELECT word, passages FROM words WHERE length = ? ORDER BY word"
            self._by_length[length] = dict(self._connection.execute(sql, (length,)))
        return self._by_length[length]

    # -- names ------------------------------------------------------------------------------------

    def names_beginning(self, folded: str, *, limit: int) -> list[Nameable]:
        """Return names that begin so: the exact one first, then by rank, the shorter first.

        Cost: few are read and sorted; of many the first are met soon on a walk in that order.
        """
        exact = self._names("folded = ?1 ORDER BY rank, target, line", folded, limit)
        begins = f"folded > ?1 AND folded < ?1 || {_LAST}"
        sql = f"SELECT count(*) FROM (SELECT 1 FROM names WHERE {begins} LIMIT {_MANY})"
        (count,) = self._connection.execute(sql, (folded,)).fetchone()
        letter = "substr(folded, 1, 1) = substr(?1, 1, 1) AND " if count == _MANY else ""
        longer = self._names(f"{letter}{begins} ORDER BY rank, length(folded), folded, target, line", folded, limit)
        return [*exact, *longer][:limit]

    def _names(self, which: str, folded: str, limit: int) -> list[Nameable]:
        index = "names_by_letter" if which.startswith("substr") else "names_by_folded"
        sql = f"SELECT folded, rank, name, type, target, line FROM names INDEXED BY {index} WHERE {which} LIMIT ?2"
        return [Nameable(*row) for row in self._connection.execute(sql, (folded, limit))]

    def names_of(self, concept: ConceptId) -> list[str]:
        """Return a concept's names, sorted."""
        rows = self._connection.execute("SELECT name FROM names WHERE grp = ? ORDER BY name", (f"{CARD}{concept}",))
        return [name for (name,) in rows]

    def headings_of(self, group: str) -> list[str]:
        """Return the folded headings of a note."""
        return [folded for (folded,) in self._connection.execute("SELECT folded FROM names WHERE grp = ?", (group,))]

    def notes_headed(self, folded: str) -> list[str]:
        """Return the notes with such a heading, sorted."""
        sql = "SELECT DISTINCT target FROM names WHERE folded = ? AND type = 'section' ORDER BY target"
        return [path for (path,) in self._connection.execute(sql, (folded,))]

    def beginning_names(self, texts: Sequence[str]) -> list[str]:
        """Return those texts that a name begins with, in their order."""
        rows = self._connection.execute(
            "SELECT begun.value FROM json_each(?) AS begun WHERE EXISTS"
            f" (SELECT 1 FROM names WHERE folded >= begun.value AND folded < begun.value || {_LAST}) ORDER BY begun.key",
            (json.dumps(texts),),
        )
        return [text for (text,) in rows]

    # -- writing ----------------------------------------------------------------------------------

    def begin(self, *, engine: str) -> None:
        """Mark the index as unfinished, before the engine is touched; one of another form or engine, or cut off, is emptied."""
        meta = _meta(self._connection)
        if meta.get("form") != self._form or meta.get("engine") != engine or not meta.get("generation"):
            self._connection.close()
            for suffix in ("", "-journal"):
                self._path.with_name(_FILE + suffix).unlink(missing_ok=True)
            self._path.parent.mkdir(parents=True, exist_ok=True)
            self._connection = sqlite3.connect(self._path, isolation_level=None, check_same_thread=False, timeout=30)
            self._connection.executescript(_TABLES)
        self._set(form=self._form, engine=engine, generation="")

    def finish(self, *, generation: str, remove: Iterable[str], add: Iterable[IndexGroup]) -> None:
        """Write what the engine holds now, in one transaction: without the groups `remove`, with those of `add`."""
        connection = self._connection
        connection.execute("BEGIN IMMEDIATE")
        change: Counter[str] = Counter()
        count = self.passage_count
        for name in remove:
            row = connection.execute("SELECT words FROM groups WHERE name = ?", (name,)).fetchone()
            if row is not None:
                passages, words = json.loads(zlib.decompress(row[0]))
                change.subtract(words)
                count -= passages
            connection.execute("DELETE FROM groups WHERE name = ?", (name,))
            connection.execute("DELETE FROM names WHERE grp = ?", (name,))
        for group in add:
            words = group.words()
            change.update(words)
            count += group.passage_count
            packed = zlib.compress(json.dumps([group.passage_count, words]).encode(), 1)
            card = (
                json.dumps(next([p.stored, p.labels] for p in group.passages()))
                if group.name.startswith(CARD)
                else None
            )
            connection.execute("INSERT INTO groups VALUES (?, ?, ?, ?)", (group.name, group.stamp, packed, card))
            rows = [(n.folded, n.rank, n.name, n.type, n.target, n.line, group.name) for n in group.names()]
            connection.executemany("INSERT INTO names VALUES (?, ?, ?, ?, ?, ?, ?)", rows)
        connection.executemany(
            "INSERT INTO words VALUES (?1, ?2, length(?1))"
            " ON CONFLICT (word) DO UPDATE SET passages = passages + excluded.passages",
            sorted((word, n) for word, n in change.items() if n),
        )
        gone = ((word,) for word, n in change.items() if n < 0)
        connection.executemany("DELETE FROM words WHERE word = ? AND passages <= 0", gone)
        self._set(generation=generation, passages=str(count))
        connection.execute("COMMIT")
        self._by_length.clear()

    def _set(self, **values: str) -> None:
        self._connection.executemany("INSERT OR REPLACE INTO meta VALUES (?, ?)", sorted(values.items()))


def _meta(connection: sqlite3.Connection) -> dict[str, str]:
    return dict(connection.execute("SELECT key, value FROM meta"))
