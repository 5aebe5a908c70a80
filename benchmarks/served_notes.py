"""The app over a folder of notes for a while, in this process, and an address of each kind of page that it has."""

from __future__ import annotations

import shutil
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

import click
import waitress

from cli.build_knowledge_base import build_knowledge_base
from cli.options import index_directory, load_lexicon
from graph.knowledge_base import KnowledgeBase, open_knowledge_base
from web.app import create_app

_BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def chromium() -> str:
    """Return the system's Chromium."""
    path = next(filter(None, map(shutil.which, _BROWSERS)), None)
    if path is None:
        raise click.ClickException("no Chromium found: run `make browser`")
    return path


@contextmanager
def built(notes: Path | None, kb: Path | None) -> Iterator[Path]:
    """Give a knowledge base: the one named, or one of the notes that is thrown away afterwards."""
    with tempfile.TemporaryDirectory() as place:
        made = kb or Path(place) / "kb"
        if notes is not None:
            build_knowledge_base(notes, made, index_directory(made), load_lexicon(None, no_lexicon=False))
        yield made


@contextmanager
def served(kb: Path) -> Iterator[str]:
    """Serve a knowledge base and give the address."""
    server = waitress.create_server(create_app(kb, index_directory(kb)), host="127.0.0.1", port=0, threads=4)
    threading.Thread(target=server.run, daemon=True).start()
    yield f"http://127.0.0.1:{server.effective_port}"
    server.close()


def pages_of(kb: KnowledgeBase) -> dict[str, str]:
    """Return kind of page -> address, over what is most connected: the fullest pages there are."""
    top = [brief.id for brief in kb.list_concepts(by_degree=True, limit=3)]
    compared = next((list({s.id: None for s in c.subjects}) for c in kb.comparisons()), top[:2])
    label = kb.concept(top[0]).label
    note = kb.concept(top[0]).names[0].evidence.path
    return {
        "home": "/",
        "search": f"/search?q={quote(label)}",
        "concept": f"/concepts/{top[0]}",
        "compare": "/compare/" + "/".join(compared),
        "path": f"/path/{top[0]}/{top[-1]}",
        "map": "/map",
        "map-focus": f"/map?focus={top[0]}",
        "note": f"/notes/{quote(note)}",
        "note-lines": f"/notes/{quote(note)}?view=lines",
        "error": "/concepts/no-such-concept",
    }


def addresses(kb: Path) -> dict[str, str]:
    """Return `pages_of` a knowledge base on disk."""
    with open_knowledge_base(kb) as base:
        return pages_of(base)
