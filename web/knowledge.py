"""The knowledge base and the index of one app, opened for each request as one snapshot."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from contextlib import ExitStack
from pathlib import Path
from typing import Any, TypeVar, cast

from flask import Flask, current_app, g

from graph.knowledge_base import KnowledgeBase, open_knowledge_base
from graph.review.finding import Finding
from graph.review.review import find_all
from graph.review.silence import Silence
from search.index_directory import NoteIndex, open_index

__all__ = ["attach", "findings", "index", "kept", "knowledge_base", "silences"]

_T = TypeVar("_T")
_EXTENSION = "knotwork"
_MOST_KEPT = 24  # pages' worth of values


class _Directories:
    def __init__(self, kb: Path, index_: Path, silences: Iterable[Silence]) -> None:
        self.kb = kb
        self.index = index_
        self.opened: tuple[str, NoteIndex] | None = None
        self.silences = tuple(silences)
        self.kept: tuple[str, dict[Hashable, Any]] = ("", {})


def attach(app: Flask, kb_directory: Path, index_directory: Path, silences: Iterable[Silence]) -> None:
    """Give the app its directories and what a review is silent on; every request's snapshot is closed at its end."""
    app.extensions[_EXTENSION] = _Directories(kb_directory, index_directory, silences)
    app.teardown_appcontext(lambda _: g.pop("stack", ExitStack()).close())


def _directories() -> _Directories:
    return cast("_Directories", current_app.extensions[_EXTENSION])


def knowledge_base() -> KnowledgeBase:
    """Return this request's snapshot.

    Raises:
        KnowledgeBaseMissing, KnowledgeBaseUnreadable: there is none to read.
    """
    if "kb" not in g:
        stack = ExitStack()
        g.stack = stack
        g.kb = stack.enter_context(open_knowledge_base(_directories().kb))
    return cast("KnowledgeBase", g.kb)


def index() -> NoteIndex:
    """Return the index of the snapshot's generation, opened anew after a build; the older one while it is being made."""
    places, generation = _directories(), knowledge_base().generation
    if places.opened is None or places.opened[0] != generation:
        opened = open_index(places.index)
        places.opened = (opened.ledger.generation, opened)  # another while a build is at work: opened again next time
    return places.opened[1]


def kept(name: Hashable, make: Callable[[], _T]) -> _T:
    """Return what `make` gives, worked out once for a generation; the last few names are kept.

    What is kept is shared between requests and must not be changed.
    """
    places, generation = _directories(), knowledge_base().generation
    if places.kept[0] != generation:
        places.kept = (generation, {})
    values = places.kept[1]
    if name not in values:
        made = make()
        while len(values) >= _MOST_KEPT:
            values.pop(next(iter(list(values)), None), None)  # another thread may have been faster
        values[name] = made
        return made
    return cast("_T", values[name])


def findings() -> tuple[Finding, ...]:
    """Return every finding in the snapshot's notes."""
    return kept("findings", lambda: find_all(knowledge_base().knowledge()))


def silences() -> tuple[Silence, ...]:
    """Return what the user's settings silence."""
    return _directories().silences
