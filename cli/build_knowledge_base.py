"""The build: notes to readings to one graph, measured, written and indexed. A plain function; nothing else wires these."""

from __future__ import annotations

import hashlib
import importlib.resources
from collections.abc import Callable
from dataclasses import dataclass
from importlib.resources.abc import Traversable
from pathlib import Path

from graph.knowledge_base import open_knowledge_base
from graph.measures import measure
from graph.model import NoteId, Skipped
from graph.store import StoredReading, load_readings, write_knowledge
from ingest.claims import NoteReading
from ingest.lexicon import Lexicon
from ingest.read_notes import SourceNote, read_notes
from ingest.reading import read_note
from ingest.reading_form import decode_reading, encode_reading
from ingest.resolve import resolve
from search.index_directory import IndexUpdate, require_engine, update_index

__all__ = ["BuildSummary", "build_knowledge_base"]


@dataclass(frozen=True, slots=True)
class BuildSummary:
    """What a build did, in counts."""

    note_count: int
    read_count: int
    concept_count: int
    relation_count: int
    comparison_count: int
    skipped_count: int
    index: IndexUpdate


def build_knowledge_base(
    notes: Path,
    kb: Path,
    index: Path,
    lexicon: Lexicon | None,
    progress: Callable[[str], None] = lambda _: None,
    *,
    engine: str | None = None,
) -> BuildSummary:
    """Read the notes below a folder into the knowledge base. Only notes whose bytes or rules changed are read again.

    Args:
        notes: the notes root; nothing in it is written to.
        kb: the knowledge base's directory, made where it is missing.
        index: the search index's directory.
        lexicon: names of a domain, or None.
        progress: told each note's path when it is taken up.
        engine: the search engine; None keeps the one in use.

    Raises:
        NotesNotFound: there is no such folder, or no Markdown in it.
        KnowledgeBaseUnwritable: the knowledge base cannot be written.
        EngineMissing: the search engine is not installed.
    """
    require_engine(engine)
    stamp = rules_stamp()
    kept = load_readings(kb)
    readings: list[NoteReading] = []
    stored: list[StoredReading] = []
    texts: dict[NoteId, str] = {}
    skipped: list[Skipped] = []
    read_count = 0
    for source in read_notes(notes):
        if isinstance(source, Skipped):
            skipped.append(source)
            continue
        progress(source.path)
        reading, form, again = _reading(source, kept.get(source.path), stamp)
        read_count += again
        readings.append(reading)
        stored.append(form)
        texts[source.path] = source.text
    knowledge = resolve(readings, texts, skipped, lexicon)
    write_knowledge(kb, knowledge, stored, measure(knowledge))
    with open_knowledge_base(kb) as base:
        update = update_index(index, base, engine=engine)
    return BuildSummary(
        note_count=len(readings),
        read_count=read_count,
        concept_count=len(knowledge.concepts),
        relation_count=len(knowledge.relations),
        comparison_count=len(knowledge.comparisons),
        skipped_count=len(knowledge.report.skipped),
        index=update,
    )


def _reading(source: SourceNote, kept: StoredReading | None, stamp: str) -> tuple[NoteReading, StoredReading, bool]:
    if kept is not None and kept.sha256 == source.sha256 and kept.stamp == stamp:
        try:
            return decode_reading(kept.body), kept, False
        except (ValueError, TypeError):
            pass  # a damaged reading is made anew, like a missing one
    reading = read_note(source)
    return reading, StoredReading(source.path, source.sha256, stamp, encode_reading(reading)), True


def rules_stamp() -> str:
    """Return a hash of the code that reads: other rules read every note again. Cost: a millisecond."""
    digest = hashlib.sha256()
    for package in ("graph", "ingest"):
        for name, body in sorted(_sources(importlib.resources.files(package), package)):
            digest.update(name.encode() + b"\0" + body)
    return digest.hexdigest()[:16]


def _sources(folder: Traversable, name: str) -> list[tuple[str, bytes]]:
    found: list[tuple[str, bytes]] = []
    for child in folder.iterdir():
        if child.is_dir():
            found += _sources(child, f"{name}/{child.name}")
        elif child.name.endswith(".py"):
            found.append((f"{name}/{child.name}", child.read_bytes()))
    return found
