"""The build: same notes, same bytes; only what changed is read again; bad input ends nothing."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cli.build_knowledge_base import build_knowledge_base
from cli.options import load_lexicon
from graph.errors import KnotworkError, KnowledgeBaseMissing, KnowledgeBaseUnreadable, KnowledgeBaseUnwritable
from graph.json_form import knowledge_json
from graph.knowledge_base import open_knowledge_base
from tests.conftest import ROOT, Vault

LEXICON = load_lexicon(None, no_lexicon=False)


def _build(notes: Path, kb: Path) -> str:
    build_knowledge_base(notes, kb, kb / "index", LEXICON)
    with open_knowledge_base(kb) as base:
        return json.dumps(knowledge_json(base.knowledge()))


def test_exports_are_the_same_under_another_hash_seed(tmp_path: Path) -> None:
    outputs = []
    for seed in ("1", "2"):
        environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)}
        kb = str(tmp_path / seed)
        for words in (
            ["build", str(ROOT / "data" / "notes")],
            ["export", "--format", "json", "-o", str(tmp_path / f"{seed}.json")],
        ):
            command = [sys.executable, "-c", "from cli.main import main; main()", *words, "--kb", kb]
            subprocess.run(command, check=True, env=environment, capture_output=True)
        outputs.append((tmp_path / f"{seed}.json").read_bytes())
    assert outputs[0] == outputs[1]


LINES = st.sampled_from(
    [
        "# SQS (Simple Queue Service)",
        "# SNS",
        "## SNS vs SQS",
        "- SQS uses KMS for encryption",
        "- **Streams** - changes",
        "",
        "text",
    ]
)
NOTES = st.dictionaries(
    st.sampled_from(["a.md", "b.md", "c/d.md"]), st.lists(LINES, max_size=8).map("\n".join), min_size=1
)


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(states=st.lists(NOTES, min_size=2, max_size=3))
def test_an_incremental_build_equals_a_fresh_one(
    tmp_path_factory: pytest.TempPathFactory, states: list[dict[str, str]]
) -> None:
    root = tmp_path_factory.mktemp("vault")
    for number, state in enumerate(states):
        for old in sorted((root / "notes").rglob("*.md")):
            old.unlink()
        for path, text in state.items():
            (root / "notes" / path).parent.mkdir(parents=True, exist_ok=True)
            (root / "notes" / path).write_text(text)
        assert _build(root / "notes", root / "kb") == _build(root / "notes", root / f"fresh{number}")


def test_notes_are_never_written_to(tmp_path: Path) -> None:
    notes = tmp_path / "notes"
    notes.mkdir()
    (notes / "a.md").write_text("# A\n")
    before = [(p.name, p.read_bytes(), p.stat().st_mtime_ns) for p in sorted(notes.rglob("*"))]
    _build(notes, tmp_path / "kb")
    assert before == [(p.name, p.read_bytes(), p.stat().st_mtime_ns) for p in sorted(notes.rglob("*"))]


def test_only_changed_notes_are_read_again(tmp_path: Path) -> None:
    notes = tmp_path / "notes"
    notes.mkdir()
    (notes / "a.md").write_text("# A\n")
    (notes / "b.md").write_text("# B\n")
    assert build_knowledge_base(notes, tmp_path / "kb", tmp_path / "i", None).read_count == 2
    (notes / "b.md").write_text("# B2\n")
    assert build_knowledge_base(notes, tmp_path / "kb", tmp_path / "i", None).read_count == 1


def test_one_bad_note_never_ends_a_build(vault: Vault, tmp_path: Path) -> None:
    (tmp_path / "notes").mkdir()
    (tmp_path / "notes" / "binary.md").write_bytes(b"\x00\x01\x02PNG")
    (tmp_path / "notes" / "broken.md").write_bytes(b"# Kafka\n\xff\xfe broken\n")
    knowledge = vault({"good.md": "# Redis\n- in-memory store\n"})
    assert "redis" in {c.id for c in knowledge.concepts}
    assert any(skip.path.startswith("binary.md") for skip in knowledge.report.skipped)


def test_two_things_that_a_note_calls_one_stay_two(tmp_path: Path) -> None:
    """Found by fuzzing: nothing else in the notes names either of them."""
    (tmp_path / "notes").mkdir()
    (tmp_path / "notes" / "a.md").write_text("**Answer**: Athena (or Redshift Spectrum)\n")
    exported = json.loads(_build(tmp_path / "notes", tmp_path / "kb"))
    assert [concept["aliases"] for concept in exported["concepts"]] in ([], [[]], [[], []])


def test_a_missing_folder_is_told_with_a_remedy(tmp_path: Path) -> None:
    with pytest.raises(KnotworkError, match="nowhere") as told:
        build_knowledge_base(tmp_path / "nowhere", tmp_path / "kb", tmp_path / "i", None)
    assert told.value.hint


def test_a_missing_knowledge_base_is_told(tmp_path: Path) -> None:
    with pytest.raises(KnowledgeBaseMissing, match="no knowledge base"), open_knowledge_base(tmp_path):
        pass


def test_a_damaged_knowledge_base_is_told(tmp_path: Path) -> None:
    (tmp_path / "knotwork.sqlite").write_bytes(b"no database at all, only words" * 100)
    with pytest.raises(KnowledgeBaseUnreadable, match="cannot be read"), open_knowledge_base(tmp_path):
        pass


def test_a_knowledge_base_in_the_place_of_a_file_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "kb").write_text("a file")
    with pytest.raises(KnowledgeBaseUnwritable, match="cannot write"):
        build_knowledge_base(ROOT / "data" / "notes", tmp_path / "kb", tmp_path / "i", None)


@pytest.mark.parametrize(
    "text",
    ["- x\n" * 3, "> " * 5000 + "x", "- " * 3000 + "x", "a" * 2_000_000],
    ids=["list", "quotes", "lists", "line"],
)
def test_extreme_notes_are_read(vault: Vault, text: str) -> None:
    assert len(vault({"a.md": text, "b.md": "# Redis\n"}).notes) == 2
