"""Searching two knowledge bases: the sample notes, always; the first real notes, where the shared corpora are."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from cli.build_knowledge_base import build_knowledge_base
from cli.options import load_lexicon
from graph.knowledge_base import KnowledgeBase, open_knowledge_base
from search.answer import SearchAnswer
from search.index_directory import open_index
from search.service import search_notes
from tests.conftest import ROOT

Search = Callable[..., SearchAnswer]
SEED = ROOT.parent / "shared" / "corpora" / "seed"


def _search_in(kb: KnowledgeBase, directory: Path) -> Search:
    index = open_index(directory / "index")
    return lambda query, **options: search_notes(kb, index, query, **options)


@pytest.fixture(scope="session")
def sample_base(sample_kb: Path) -> Iterator[KnowledgeBase]:
    """A snapshot of the sample notes' knowledge base."""
    with open_knowledge_base(sample_kb) as kb:
        yield kb


@pytest.fixture(scope="session")
def search(sample_base: KnowledgeBase, sample_kb: Path) -> Search:
    """Search the sample notes: `search("a query", limit=10)`."""
    return _search_in(sample_base, sample_kb)


@pytest.fixture(scope="session")
def search_seed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Search]:
    """Search the notes that the project was started for."""
    if not SEED.is_dir():
        pytest.skip("the shared corpora are not beside the checkout")
    directory = tmp_path_factory.mktemp("seed") / "kb"
    build_knowledge_base(SEED, directory, directory / "index", load_lexicon(None, no_lexicon=False))
    with open_knowledge_base(directory) as kb:
        yield _search_in(kb, directory)
