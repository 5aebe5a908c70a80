"""What several tests share: the sample notes built once, and small vaults built on the spot."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings

from cli.build_knowledge_base import build_knowledge_base
from cli.options import load_lexicon
from graph.knowledge_base import open_knowledge_base
from graph.model import Knowledge

# The same examples on every machine and in every run; `--hypothesis-profile=explore` looks further.
settings.register_profile("same", derandomize=True)
settings.register_profile("explore", max_examples=5_000)
settings.load_profile("same")

ROOT = Path(__file__).parents[1]
Vault = Callable[[dict[str, str]], Knowledge]


@pytest.fixture(scope="session")
def sample_kb(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The knowledge base of data/notes, with the shipped lexicon."""
    kb = tmp_path_factory.mktemp("sample") / "kb"
    build_knowledge_base(ROOT / "data" / "notes", kb, kb / "index", load_lexicon(None, no_lexicon=False))
    return kb


@pytest.fixture(scope="session")
def sample(sample_kb: Path) -> Knowledge:
    """Everything read from data/notes."""
    with open_knowledge_base(sample_kb) as kb:
        return kb.knowledge()


@pytest.fixture
def vault(tmp_path: Path) -> Vault:
    """Build a vault of the given notes, without a lexicon, and return what was read."""

    def build(notes: dict[str, str]) -> Knowledge:
        for path, text in notes.items():
            place = tmp_path / "notes" / path
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_text(text, "utf-8")
        build_knowledge_base(tmp_path / "notes", tmp_path / "kb", tmp_path / "kb" / "index", None)
        with open_knowledge_base(tmp_path / "kb") as kb:
            return kb.knowledge()

    return build
