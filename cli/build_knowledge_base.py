"""The build: notes to readings to one graph, measured, written and indexed. A plain function; nothing else wires these."""

from __future__ import annotations

import gc
import hashlib
import importlib.resources
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import Executor
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from importlib.resources.abc import Traversable
from pathlib import Path

from graph.knowledge_base import open_knowledge_base
from graph.measures import measure
from graph.model import NoteId, Skipped
from graph.store import StoredReading, load_readings, write_knowledge
from ingest.claims import NoteReading
from ingest.lexicon import Lexicon
from ingest.read_in_batches import read_sources
from ingest.read_notes import SourceNote, read_notes
from ingest.reading_form import decode_reading
from ingest.resolve import resolve
from ingest.settings import NO_SETTINGS, Settings
from search.index_directory import IndexUpdate, require_engine, update_index

__all__ = ["BuildSummary", "GraphSummary", "build_graph", "build_knowledge_base"]


@dataclass(frozen=True, slots=True, kw_only=True)
class GraphSummary:
    """What reading and resolving did, in counts."""

    note_count: int
    read_count: int
    concept_count: int
    relation_count: int
    comparison_count: int
    skipped_count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class BuildSummary(GraphSummary):
    """What a build did: the counts, and the index."""

    index: IndexUpdate


@dataclass(slots=True)
class _Gathered:
    """The notes of a build while they are read."""

    readings: list[NoteReading] = field(default_factory=list)
    stored: list[StoredReading] = field(default_factory=list)
    texts: dict[NoteId, str] = field(default_factory=dict)
    skipped: list[Skipped] = field(default_factory=list)
    read_count: int = 0

    def add(self, source: SourceNote, reading: NoteReading, form: StoredReading) -> None:
        """Take in a note."""
        self.readings.append(reading)
        self.stored.append(form)
        self.texts[source.path] = source.text


def build_knowledge_base(
    notes: Path,
    kb: Path,
    index: Path,
    lexicon: Lexicon | None,
    progress: Callable[[str], None] = lambda _: None,
    *,
    settings: Settings = NO_SETTINGS,
    engine: str | None = None,
    executor: Executor | None = None,
) -> BuildSummary:
    """Read the notes below a folder into the knowledge base. Only notes whose bytes or rules changed are read again.

    Args:
        notes: the notes root; nothing in it is written to.
        kb: the knowledge base's directory, made where it is missing.
        index: the search index's directory.
        lexicon: names of a domain, or None.
        settings: what the user decided about names.
        progress: told each note's path when it is taken up.
        engine: the search engine; None keeps the one in use.
        executor: reads large sets in batches, on all cores where it has processes; it stays open.

    Raises:
        NotesNotFound: there is no such folder, or no Markdown in it.
        KnowledgeBaseUnwritable: the knowledge base cannot be written.
        EngineMissing: the search engine is not installed.
    """
    require_engine(engine)
    summary = build_graph(notes, kb, lexicon, progress, settings=settings, executor=executor)
    with open_knowledge_base(kb) as base:
        update = update_index(index, base, engine=engine)
    return BuildSummary(**asdict(summary), index=update)


@contextmanager
def _no_garbage_search() -> Iterator[None]:
    """What reading makes holds no cycles and lives to the build's end; looking for garbage in it takes a quarter of the time.

    As a decorator, so that all of it is gone before the search is on again.
    """
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


@_no_garbage_search()
def build_graph(
    notes: Path,
    kb: Path,
    lexicon: Lexicon | None,
    progress: Callable[[str], None] = lambda _: None,
    *,
    settings: Settings = NO_SETTINGS,
    executor: Executor | None = None,
) -> GraphSummary:
    """Do all of a build but the search index; see `build_knowledge_base`."""
    gathered = _read(notes, load_readings(kb), progress, executor)
    knowledge = resolve(gathered.readings, gathered.texts, gathered.skipped, lexicon, settings)
    write_knowledge(kb, knowledge, gathered.stored, measure(knowledge))
    return GraphSummary(
        note_count=len(gathered.readings),
        read_count=gathered.read_count,
        concept_count=len(knowledge.concepts),
        relation_count=len(knowledge.relations),
        comparison_count=len(knowledge.comparisons),
        skipped_count=len(knowledge.report.skipped),
    )


def _read(
    notes: Path, kept: Mapping[NoteId, StoredReading], progress: Callable[[str], None], executor: Executor | None
) -> _Gathered:
    stamp = rules_stamp()
    gathered = _Gathered()
    anew: list[SourceNote] = []
    for source in read_notes(notes):
        if isinstance(source, Skipped):
            gathered.skipped.append(source)
            continue
        form = kept.get(source.path)
        reading = _decoded(form) if form and form.sha256 == source.sha256 and form.stamp == stamp else None
        if form and reading:
            progress(source.path)
            gathered.add(source, reading, form)
        else:
            anew.append(source)
    for source, read in zip(anew, read_sources(anew, executor), strict=True):
        progress(source.path)
        if isinstance(read, Skipped):
            gathered.skipped.append(read)
        else:
            gathered.read_count += 1
            gathered.add(source, read[0], StoredReading(source.path, source.sha256, stamp, read[1]))
    gathered.stored.sort(key=lambda form: form.path)
    return gathered


def _decoded(form: StoredReading) -> NoteReading | None:
    try:
        return decode_reading(form.body)
    except (ValueError, TypeError):
        return None  # a damaged reading is made anew, like a missing one


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
