"""The knowledge base's tables, and how a connection to them is opened.

Everything built from the notes lives in one SQLite file. Evidence is one table for all owners, so that "what was read
from these lines" is one index look-up. Relations have both adjacency indexes: two hops at 100,000
concepts cost tens of microseconds and no memory (measured; see docs/design-notes.md).
"""

from __future__ import annotations

import sqlite3
from pathlib import Path

from graph.errors import KnowledgeBaseMissing, KnowledgeBaseUnreadable, KnowledgeBaseUnwritable

__all__ = ["DATABASE", "connect_read", "connect_write"]

DATABASE = "knotwork.sqlite"
_VERSION = 4  # of the tables below; a knowledge base of another version is made anew, never migrated

_TABLES = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE notes (path TEXT PRIMARY KEY, title TEXT NOT NULL, tags TEXT NOT NULL, sha256 TEXT NOT NULL,
    text TEXT NOT NULL, sections TEXT NOT NULL);
CREATE TABLE readings (path TEXT PRIMARY KEY, sha256 TEXT NOT NULL, stamp TEXT NOT NULL, body BLOB NOT NULL);
CREATE TABLE concepts (id TEXT PRIMARY KEY, label TEXT NOT NULL, kind TEXT NOT NULL, aliases TEXT NOT NULL,
    tags TEXT NOT NULL, definition TEXT, unresolved INTEGER NOT NULL, degree INTEGER NOT NULL,
    community INTEGER NOT NULL);
CREATE INDEX concepts_by_label ON concepts (label COLLATE NOCASE, id);
CREATE INDEX concepts_by_degree ON concepts (degree DESC, id);
CREATE TABLE names (folded TEXT NOT NULL, name TEXT NOT NULL, concept TEXT NOT NULL, ordinal INTEGER NOT NULL);
CREATE INDEX names_by_folded ON names (folded, concept);
CREATE INDEX names_by_concept ON names (concept, ordinal);
CREATE TABLE facts (id INTEGER PRIMARY KEY, concept TEXT NOT NULL, text TEXT NOT NULL);
CREATE INDEX facts_by_concept ON facts (concept, id);
CREATE TABLE word_counts (stem TEXT PRIMARY KEY, statements INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE relations (id INTEGER PRIMARY KEY, source TEXT NOT NULL, type TEXT NOT NULL, target TEXT NOT NULL,
    phrase TEXT NOT NULL, prefers TEXT);
CREATE UNIQUE INDEX relations_forward ON relations (source, type, target);
CREATE INDEX relations_backward ON relations (target, type, source);
CREATE TABLE comparisons (id TEXT PRIMARY KEY, title TEXT NOT NULL, subjects TEXT NOT NULL,
    dimensions TEXT NOT NULL, path TEXT NOT NULL, line_start INTEGER NOT NULL, line_end INTEGER NOT NULL);
CREATE TABLE comparison_subjects (concept TEXT NOT NULL, comparison TEXT NOT NULL,
    PRIMARY KEY (concept, comparison)) WITHOUT ROWID;
CREATE TABLE evidence (owner TEXT NOT NULL, item TEXT NOT NULL, ordinal INTEGER NOT NULL, path TEXT NOT NULL,
    line_start INTEGER NOT NULL, line_end INTEGER NOT NULL, text TEXT NOT NULL, rule TEXT NOT NULL,
    confidence TEXT NOT NULL, context TEXT NOT NULL, PRIMARY KEY (owner, item, ordinal)) WITHOUT ROWID;
CREATE INDEX evidence_by_line ON evidence (path, line_start);
"""


def connect_read(directory: Path) -> sqlite3.Connection:
    """Open the knowledge base for reading.

    Raises:
        KnowledgeBaseMissing: there is none.
        KnowledgeBaseUnreadable: it is damaged or of another version.
    """
    path = directory / DATABASE
    if not path.is_file():
        raise KnowledgeBaseMissing(str(directory))
    try:
        connection = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
        connection.execute("PRAGMA query_only = ON")
        version = connection.execute("PRAGMA user_version").fetchone()[0]
    except sqlite3.Error as exc:
        raise KnowledgeBaseUnreadable(str(directory), str(exc)) from exc
    if version == 0:  # a first build was cut off before its one transaction ended
        connection.close()
        raise KnowledgeBaseMissing(str(directory))
    if version != _VERSION:
        connection.close()
        raise KnowledgeBaseUnreadable(str(directory), f"it has version {version}, this Knotwork reads {_VERSION}")
    return connection


def connect_write(directory: Path) -> sqlite3.Connection:
    """Open the knowledge base for one build inside an open transaction; other writers wait, readers see the old state.

    A file of another version is emptied within that same transaction.

    Raises:
        KnowledgeBaseUnwritable: the directory or file cannot be written.
        KnowledgeBaseUnreadable: the file is no knowledge base.
    """
    try:
        directory.mkdir(parents=True, exist_ok=True)
        connection = sqlite3.connect(directory / DATABASE, isolation_level=None, timeout=30)
    except (OSError, sqlite3.Error) as exc:
        raise KnowledgeBaseUnwritable(str(directory), str(exc)) from exc
    try:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = NORMAL")
        connection.execute("BEGIN IMMEDIATE")
        if connection.execute("PRAGMA user_version").fetchone()[0] != _VERSION:
            _create_tables(connection)
    except sqlite3.OperationalError as exc:
        connection.close()
        raise KnowledgeBaseUnwritable(str(directory), str(exc)) from exc
    except sqlite3.DatabaseError as exc:
        connection.close()
        raise KnowledgeBaseUnreadable(str(directory), str(exc)) from exc
    return connection


def _create_tables(connection: sqlite3.Connection) -> None:
    for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall():
        connection.execute(f'DROP TABLE "{name}"')
    for statement in _TABLES.split(";"):
        if statement.strip():
            connection.execute(statement)
    connection.execute(f"PRAGMA user_version = {_VERSION}")
