"""Reading in batches: an executor changes how long reading takes and nothing else, even when its workers die."""

from __future__ import annotations

import os
from collections.abc import Callable
from concurrent.futures import BrokenExecutor, Executor, Future, ProcessPoolExecutor
from hashlib import sha256
from typing import Any

from graph.model import NoteId, Skipped
from ingest.read_in_batches import BATCH, read_sources
from ingest.read_notes import SourceNote

POISON = "poison"


def _sources(count: int, poisonous: frozenset[int] = frozenset()) -> list[SourceNote]:
    texts = [
        f"# Topic {n}\n- uses Redis\n- **Part {n}** - {POISON if n in poisonous else 'text'}\n" for n in range(count)
    ]
    return [
        SourceNote(path=NoteId(f"{n:04}.md"), text=text, sha256=sha256(text.encode()).hexdigest())
        for n, text in enumerate(texts)
    ]


def _die_of_poison(work: Callable[[Any], Any], batch: list[SourceNote]) -> Any:
    if any(POISON in source.text for source in batch):
        os._exit(3)
    return work(batch)


class InlineExecutor(Executor):
    """Does the work at once; breaks for good at a poisonous note, as a pool of processes does."""

    def __init__(self) -> None:
        self.sizes: list[int] = []
        self.broken = False

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        if self.broken:
            raise BrokenExecutor
        [batch] = args
        self.sizes.append(len(batch))
        future: Future[Any] = Future()
        if any(POISON in source.text for source in batch):
            self.broken = True
            future.set_exception(BrokenExecutor())
        else:
            future.set_result(fn(batch))
        return future


class MortalPool(ProcessPoolExecutor):
    """Real processes that end at a poisonous note."""

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        return super().submit(_die_of_poison, fn, *args, **kwargs)


def test_batches_give_what_reading_one_by_one_gives() -> None:
    sources = _sources(2 * BATCH + 5)
    executor = InlineExecutor()
    assert list(read_sources(sources, executor)) == list(read_sources(sources))
    assert executor.sizes == [BATCH, BATCH, 5]


def test_a_single_batch_is_read_here() -> None:
    executor = InlineExecutor()
    assert len(list(read_sources(_sources(BATCH), executor))) == BATCH
    assert executor.sizes == []


def test_a_broken_executor_loses_poisonous_notes_only() -> None:
    poisonous = frozenset((0, 150, 151))
    read = list(read_sources(_sources(3 * BATCH, poisonous), InlineExecutor(), InlineExecutor))
    assert {n for n, note in enumerate(read) if isinstance(note, Skipped)} == poisonous
    sound = [note[0].path for note in read if not isinstance(note, Skipped)]
    assert sound == [f"{n:04}.md" for n in range(3 * BATCH) if n not in poisonous]


def test_what_is_skipped_tells_why() -> None:
    read = list(read_sources(_sources(BATCH + 1, frozenset((7,))), InlineExecutor(), InlineExecutor))
    assert read[7] == Skipped("0007.md", "the process that read it ended: too large or too odd a note")


def test_real_processes_give_the_same() -> None:
    sources = _sources(2 * BATCH)
    with ProcessPoolExecutor(max_workers=2) as pool:
        assert list(read_sources(sources, pool)) == list(read_sources(sources))


def test_a_process_that_dies_loses_no_other_note() -> None:
    sources = _sources(BATCH + 20, frozenset((42,)))
    with MortalPool(max_workers=2) as pool:
        read = list(read_sources(sources, pool, lambda: MortalPool(max_workers=1)))
    whole = list(read_sources(sources))
    assert isinstance(read[42], Skipped)
    assert read[:42] + read[43:] == whole[:42] + whole[43:]
