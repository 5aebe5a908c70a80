"""Opening the index beside a knowledge base, and making it agree with it: only what changed is indexed again."""

from __future__ import annotations

import importlib.util
import shutil
from dataclasses import dataclass, field
from pathlib import Path

from graph.knowledge_base import KnowledgeBase
from graph.ports import PassageIndex
from search.answer_cache import AnswerCache
from search.errors import EngineMissing
from search.index_groups import changed_groups
from search.ledger import Ledger

__all__ = ["ENGINES", "IndexUpdate", "NoteIndex", "open_index", "require_engine", "update_index"]

ENGINES = ("whoosh", "tantivy")
PLEASANT = 20_000  # passages; beyond it Whoosh takes over 12 s of CPU to index them, Tantivy 5 (docs/benchmarks.md)
_FORM = "9"  # of the passages and the ledger; an index of another form is made anew


@dataclass(frozen=True, slots=True)
class NoteIndex:
    """An open index: the engine's passages, the ledger of words and names beside them, and the answers given so far."""

    passages: PassageIndex
    ledger: Ledger
    answers: AnswerCache = field(default_factory=AnswerCache)

    def close(self) -> None:
        """Let go of all files."""
        self.passages.close()
        self.ledger.close()


@dataclass(frozen=True, slots=True, kw_only=True)
class IndexUpdate:
    """What an update did. `crowded`: there are more passages than the engine is quick with."""

    engine: str
    passage_count: int
    changed_count: int

    @property
    def crowded(self) -> bool:
        """Whether another engine would be the better choice."""
        return self.engine == "whoosh" and self.passage_count > PLEASANT


def open_index(directory: Path) -> NoteIndex:
    """Open the index for searching; an empty one where there is none.

    Raises:
        EngineMissing: the engine that made it is not installed.
    """
    ledger = Ledger(directory, form=_FORM)
    return NoteIndex(_engine(ledger.engine or ENGINES[0], directory), ledger)


def require_engine(name: str | None) -> None:
    """Check that an engine is there before a long build depends on it; None is whichever is in use.

    Raises:
        EngineMissing: it is not installed.
    """
    if name == "tantivy" and importlib.util.find_spec("tantivy") is None:
        raise EngineMissing(name)


def _engine(name: str, directory: Path) -> PassageIndex:
    require_engine(name)
    if name == "tantivy":
        from search.tantivy_index import TantivyIndex

        return TantivyIndex(directory / name)
    from search.whoosh_index import WhooshIndex

    return WhooshIndex(directory / name)


def update_index(directory: Path, kb: KnowledgeBase, *, engine: str | None = None) -> IndexUpdate:
    """Make the index agree with the knowledge base; does nothing where it already does.

    Args:
        directory: where the index lies.
        kb: a snapshot of the knowledge base.
        engine: "whoosh" or "tantivy"; None keeps the one that made the index, Whoosh where there is none.

    Raises:
        EngineMissing: the engine is not installed.

    Cost: about 0.8 ms of CPU with Whoosh, 0.1 ms with Tantivy, for each section that is new or changed.
    """
    ledger = Ledger(directory, form=_FORM)
    wanted = engine or ledger.engine or ENGINES[0]
    same = ledger.engine == wanted and bool(ledger.generation)
    if same and ledger.generation == kb.generation:
        update = IndexUpdate(engine=wanted, passage_count=ledger.passage_count, changed_count=0)
    else:
        if not same:
            for name in ENGINES:
                shutil.rmtree(directory / name, ignore_errors=True)
        update = _update(ledger, _engine(wanted, directory), kb, wanted)
    ledger.close()
    return update


def _update(ledger: Ledger, passages: PassageIndex, kb: KnowledgeBase, engine: str) -> IndexUpdate:
    ledger.begin(engine=engine)
    gone, changed = changed_groups(kb, ledger, ledger.groups())
    passages.replace(gone, (passage for group in changed for passage in group.passages()))
    passages.close()
    ledger.finish(generation=kb.generation, remove=gone, add=changed)
    return IndexUpdate(engine=engine, passage_count=ledger.passage_count, changed_count=len(changed))
