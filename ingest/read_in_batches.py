"""Reading many notes at once: batches go to an executor that the caller hands in, readings come back in the notes' order.

A process that dies takes the work of its whole pool with it. What was lost is then read by a process of its own, in
halves of halves, until the note that ends its reader stands alone: that one is skipped, all others are read.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import BrokenExecutor, Executor, Future, ProcessPoolExecutor

from graph.model import Skipped
from ingest.claims import NoteReading
from ingest.read_notes import SourceNote
from ingest.reading import read_note
from ingest.reading_form import decode_reading, encode_reading

__all__ = ["BATCH", "read_batch", "read_sources"]

BATCH = 100  # notes: a few hundred milliseconds of work, against one of handing over
_Batch = Sequence[SourceNote]


def read_batch(batch: _Batch) -> list[bytes]:
    """Return the readings of some notes in their stored form; this is what a worker runs."""
    return [encode_reading(read_note(source)) for source in batch]


def _one_process() -> Executor:
    return ProcessPoolExecutor(max_workers=1)


def read_sources(
    sources: Sequence[SourceNote], executor: Executor | None = None, apart: Callable[[], Executor] = _one_process
) -> Iterator[tuple[NoteReading, bytes] | Skipped]:
    """Yield each note's reading with its stored form, in the order of `sources`; the same with and without an executor.

    Args:
        sources: the notes.
        executor: reads batches of `BATCH` notes; it stays open. None, or no more than one batch: read here.
        apart: makes an executor for what a broken one lost.
    """
    if executor is None or len(sources) <= BATCH:
        for source in sources:
            reading = read_note(source)
            yield reading, encode_reading(reading)
        return
    batches = [sources[place : place + BATCH] for place in range(0, len(sources), BATCH)]
    futures = [_submit(executor, batch) for batch in batches]
    for place, batch in enumerate(batches):
        future, futures[place] = futures[place], None  # what was handed on is not kept
        for read in _result(future) or _read_apart(batch, apart):
            yield read if isinstance(read, Skipped) else (decode_reading(read), read)


def _submit(executor: Executor, batch: _Batch) -> Future[list[bytes]] | None:
    try:
        return executor.submit(read_batch, batch)
    except BrokenExecutor:
        return None


def _result(future: Future[list[bytes]] | None) -> list[bytes] | None:
    try:
        return future.result() if future else None
    except BrokenExecutor:
        return None


def _read_apart(batch: _Batch, apart: Callable[[], Executor]) -> Sequence[bytes | Skipped]:
    with apart() as executor:
        read = _result(_submit(executor, batch))
    if read is not None:
        return read
    if len(batch) == 1:
        return [Skipped(batch[0].path, "the process that read it ended: too large or too odd a note")]
    middle = len(batch) // 2
    return [*_read_apart(batch[:middle], apart), *_read_apart(batch[middle:], apart)]
