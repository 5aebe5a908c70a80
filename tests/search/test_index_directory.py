"""The index beside a knowledge base: made once, brought up to date, and made anew when it cannot be trusted."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from cli.build_knowledge_base import BuildSummary, build_knowledge_base
from graph.knowledge_base import open_knowledge_base
from search.errors import EngineMissing
from search.index_directory import IndexUpdate, open_index, update_index
from search.service import search_notes

NOTES = {"a.md": "# Queue\n\n- holds messages\n", "b.md": "# Topic\n\n- pushes messages\n"}
Build = Callable[..., BuildSummary]
ENGINES = ["whoosh", "tantivy"]


@pytest.fixture
def build(tmp_path: Path) -> Build:
    """Write notes, build them, and say what was indexed."""
    notes = tmp_path / "notes"
    notes.mkdir()

    def run(texts: dict[str, str], engine: str | None = None) -> BuildSummary:
        if engine == "tantivy":
            pytest.importorskip("tantivy", reason="the extra knotwork[fast] is not installed")
        for path in notes.rglob("*.md"):
            path.unlink()
        for name, text in texts.items():
            (notes / name).parent.mkdir(exist_ok=True)
            (notes / name).write_text(text, "utf-8")
        return build_knowledge_base(notes, tmp_path / "kb", tmp_path / "kb" / "index", None, engine=engine)

    return run


def _found(kb: Path, query: str) -> list[str]:
    """Return the notes that answer, sorted."""
    index = open_index(kb / "index")
    with open_knowledge_base(kb) as base:
        found = sorted({result.source.path for result in search_notes(base, index, query).results})
    index.close()
    return found


@pytest.mark.parametrize("engine", ENGINES)
def test_a_second_update_changes_nothing(build: Build, tmp_path: Path, engine: str) -> None:
    build(NOTES, engine)
    with open_knowledge_base(tmp_path / "kb") as base:
        assert update_index(tmp_path / "kb" / "index", base).changed_count == 0


@pytest.mark.parametrize("engine", ENGINES)
def test_a_changed_note_is_found_as_it_is_now(build: Build, tmp_path: Path, engine: str) -> None:
    build(NOTES, engine)
    changed = build({**NOTES, "b.md": "# Topic\n\n- shouts loudly\n"}).index
    assert changed.engine == engine
    assert changed.changed_count < changed.passage_count
    assert _found(tmp_path / "kb", "shouts") == ["b.md"]
    assert _found(tmp_path / "kb", "pushes") == []


@pytest.mark.parametrize("engine", ENGINES)
def test_a_removed_note_and_its_words_are_gone(build: Build, tmp_path: Path, engine: str) -> None:
    build(NOTES, engine)
    build({"a.md": NOTES["a.md"]})
    assert _found(tmp_path / "kb", "pushes") == []
    index = open_index(tmp_path / "kb" / "index")
    assert index.ledger.frequency("pushes") == 0
    assert index.ledger.names_beginning("topic", limit=5) == []
    index.close()


HISTORY = [
    {"c.md": "# Third\n\n- messages too\n", "d.md": "# Queue\n\nA queue (FIFO) keeps order, it says here at length.\n"},
    {"c.md": "# Queue\n\n- messages too, and more of them\n", "b.md": "# What is a topic?\n\n- **Topic**: pushes\n"},
    {"e/f.md": "---\ntags: [x]\n---\n# SQS (Simple Queue Service)\n\n- SQS uses KMS\n- see [queue](../a.md)\n"},
    {"d.md": "text only, a queue\n", "e/f.md": "# KMS\n\n- a service\n"},
]


@pytest.mark.parametrize("engine", ENGINES)
def test_an_updated_index_is_a_fresh_one(build: Build, tmp_path: Path, engine: str) -> None:
    for step, changed in enumerate(HISTORY):
        notes = {**NOTES, **changed}
        build(notes, engine)
        updated = _content(tmp_path / "kb")
        shutil.rmtree(tmp_path / "kb" / "index")
        build(notes, engine)
        assert _content(tmp_path / "kb") == updated, step


def _content(kb: Path) -> object:
    index = open_index(kb / "index")
    queries = ("queue", "messages", "what is a topic", "sqs", "pushes order", "kms")
    with open_knowledge_base(kb) as base:
        answers = [search_notes(base, index, query) for query in queries]
    # The notes without their order, which also decides what hides what at one place: until segments are merged, engines
    # count what was removed in how rare a word is.
    found = [sorted({r.source.path for r in answer.results}) for answer in answers]
    names = [index.ledger.names_beginning(letter, limit=100) for letter in "abcdefghijklmnopqrstuvwxyz"]
    words = [index.ledger.words_of_length(length) for length in range(1, 65)]
    groups = index.ledger.groups()
    index.close()
    return found, names, words, groups


def test_the_engine_in_use_is_kept_until_another_is_asked_for(build: Build) -> None:
    assert build(NOTES).index.engine == "whoosh"
    assert build(NOTES, "tantivy").index.engine == "tantivy"
    assert build(NOTES).index.engine == "tantivy"
    again = build(NOTES, "whoosh").index
    assert again.engine == "whoosh"
    assert again.changed_count == again.passage_count


def test_an_index_that_was_cut_off_is_made_anew(build: Build, tmp_path: Path) -> None:
    build(NOTES)
    index = open_index(tmp_path / "kb" / "index")
    index.ledger.begin(engine="whoosh")
    index.close()
    again = build(NOTES).index
    assert again.changed_count == again.passage_count
    assert _found(tmp_path / "kb", "pushes") == ["b.md"]


@pytest.mark.parametrize("damage", [b"", b"no database", b"SQLite format 3\x00 but damaged"])
def test_a_damaged_ledger_is_made_anew(build: Build, tmp_path: Path, damage: bytes) -> None:
    build(NOTES)
    (tmp_path / "kb" / "index" / "ledger.sqlite").write_bytes(damage)
    again = build(NOTES).index
    assert again.changed_count == again.passage_count
    assert _found(tmp_path / "kb", "pushes") == ["b.md"]


def test_searching_where_nothing_is_indexed_finds_nothing(build: Build, tmp_path: Path) -> None:
    build(NOTES)
    index = open_index(tmp_path / "elsewhere")
    with open_knowledge_base(tmp_path / "kb") as base:
        assert [r for r in search_notes(base, index, "pushes").results if r.type == "section"] == []
    index.close()


def test_an_older_index_answers_while_a_build_is_at_work(build: Build, tmp_path: Path) -> None:
    build(NOTES)
    shutil.copytree(tmp_path / "kb" / "index", tmp_path / "older")
    build({"a.md": NOTES["a.md"]})
    index = open_index(tmp_path / "older")
    with open_knowledge_base(tmp_path / "kb") as base:
        assert index.ledger.generation != base.generation
        for query in ("pushes messages", "topic", "queue or topic", "in:topic pushes", "types of topic"):
            assert search_notes(base, index, query).total >= 0
    index.close()


def test_a_missing_engine_is_told_with_the_remedy(
    monkeypatch: pytest.MonkeyPatch, build: Build, tmp_path: Path
) -> None:
    build(NOTES)
    monkeypatch.setattr("importlib.util.find_spec", lambda _: None)
    with pytest.raises(EngineMissing, match="'tantivy' is not installed") as raised:
        build_knowledge_base(tmp_path / "notes", tmp_path / "kb", tmp_path / "kb" / "index", None, engine="tantivy")
    assert "knotwork[fast]" in raised.value.hint


@pytest.mark.parametrize(
    ("engine", "count", "crowded"), [("whoosh", 100, False), ("whoosh", 50_000, True), ("tantivy", 50_000, False)]
)
def test_only_whoosh_gets_crowded(engine: str, count: int, crowded: bool) -> None:
    assert IndexUpdate(engine=engine, passage_count=count, changed_count=0).crowded is crowded
