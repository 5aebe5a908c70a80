"""The commands, run as a person runs them: output on stdout, remedies on stderr, exit codes."""

from __future__ import annotations

import csv
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from cli.main import knotwork, main
from tests.conftest import ROOT

NOTES = ROOT / "data" / "notes"


def _run(kb: Path, *words: str) -> Result:
    return CliRunner().invoke(knotwork, [*words, "--kb", str(kb)], catch_exceptions=False)


def _json(kb: Path, *words: str) -> Any:
    return json.loads(_run(kb, *words, "--json").stdout)


def _main(monkeypatch: pytest.MonkeyPatch, *words: str) -> int:
    monkeypatch.setattr(sys, "argv", ["knotwork", *words])
    with pytest.raises(SystemExit) as left:
        main()
    assert isinstance(left.value.code, int)
    return left.value.code


def test_build_tells_on_stderr_what_it_read(tmp_path: Path) -> None:
    done = _run(tmp_path / "kb", "build", str(NOTES))
    assert done.exit_code == 0
    assert done.stdout == ""
    assert done.stderr.startswith("17 notes (17 read anew): ")


def test_a_second_build_reads_nothing_anew(tmp_path: Path) -> None:
    _run(tmp_path / "kb", "build", str(NOTES))
    assert "(0 read anew)" in _run(tmp_path / "kb", "build", str(NOTES)).stderr


def test_search_prints_the_place_that_answers(sample_kb: Path) -> None:
    done = _run(sample_kb, "search", "dead-letter queue")
    assert done.stdout.splitlines()[0].startswith("DLQ  [concept]  messaging.md:28")


def test_search_says_on_stderr_that_nothing_was_found(sample_kb: Path) -> None:
    done = _run(sample_kb, "search", '"( AND')
    assert done.exit_code == 0
    assert done.stdout == ""
    assert "the notes say nothing about" in done.stderr


def test_search_gives_as_json_what_http_gives(sample_kb: Path) -> None:
    answer = _json(sample_kb, "search", "visibility timeout", "--limit", "2")
    assert answer["query"] == "visibility timeout"
    assert 0 < len(answer["results"]) <= 2
    assert all(result["source"]["line_start"] >= 1 for result in answer["results"])


def test_show_cites_each_relation_and_fact(sample_kb: Path) -> None:
    lines = _run(sample_kb, "show", "Simple Queue Service").stdout.splitlines()
    assert lines[0] == "SQS  [service]"
    said = [line for line in lines if line.startswith("  ")]
    assert said
    assert all(line.rstrip(")").rpartition(":")[2].isdigit() for line in said)


def test_compare_prints_a_table_and_says_not_stated_where_the_notes_are_silent(sample_kb: Path) -> None:
    printed = _run(sample_kb, "compare", "SNS", "SQS").stdout
    row = next(line for line in printed.splitlines() if "Readers" in line)
    assert "Every subscriber gets a copy" in row
    assert "different" in row
    assert "not stated" in printed


def test_compare_gives_markdown_and_comma_separated_values(sample_kb: Path) -> None:
    markdown = _run(sample_kb, "compare", "SNS", "SQS", "--format", "md").stdout.splitlines()
    assert markdown[0] == "|  | SNS | SQS | verdict |"
    assert any("| Readers | Every subscriber gets a copy (messaging.md:50) |" in line for line in markdown)
    rows = list(csv.DictReader(_run(sample_kb, "compare", "SNS", "SQS", "--format", "csv").stdout.splitlines()))
    said = next(row for row in rows if row["dimension"] == "Readers" and row["subject"] == "SNS")
    assert (said["statement"], said["path"], said["line_start"]) == (
        "Every subscriber gets a copy",
        "messaging.md",
        "50",
    )


def test_compare_keeps_the_subjects_in_the_order_asked(sample_kb: Path) -> None:
    table = _json(sample_kb, "compare", "SQS", "SNS")
    assert [subject["id"] for subject in table["subjects"]] == ["sqs", "sns"]


def test_path_prints_the_line_behind_each_step(sample_kb: Path) -> None:
    assert _run(sample_kb, "path", "S3", "KMS").stdout.splitlines()[0] == "S3 integrates with KMS  (security.md:30)"


def test_stats_counts_what_was_read_and_tells_what_was_skipped(sample_kb: Path) -> None:
    stats = _json(sample_kb, "stats")
    printed = _run(sample_kb, "stats").stdout
    assert stats["counts"]["notes"] == 17
    assert sum(stats["kinds"].values()) == stats["counts"]["concepts"]
    assert f"skipped ({len(stats['report']['skipped'])})" in printed


def test_export_writes_the_same_to_a_file_and_to_stdout(sample_kb: Path, tmp_path: Path) -> None:
    printed = _run(sample_kb, "export", "--format", "json").stdout
    _run(sample_kb, "export", "--format", "json", "-o", str(tmp_path / "all.json"))
    assert (tmp_path / "all.json").read_text("utf-8") == printed
    assert json.loads(printed)["format"] == "knotwork/1"


def test_map_writes_one_file_the_same_as_the_export(sample_kb: Path, tmp_path: Path) -> None:
    _run(sample_kb, "map", "-o", str(tmp_path / "map.html"))
    _run(sample_kb, "export", "--format", "html", "-o", str(tmp_path / "all.html"))
    written = (tmp_path / "map.html").read_bytes()
    assert written.startswith(b"<!doctype html>")
    assert written == (tmp_path / "all.html").read_bytes()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["all.html", "map.html"]


def test_map_of_a_concept_knows_its_other_names(sample_kb: Path, tmp_path: Path) -> None:
    _run(sample_kb, "map", "Simple Queue Service", "-o", str(tmp_path / "sqs.html"))
    assert "<title>Map around SQS</title>" in (tmp_path / "sqs.html").read_text("utf-8")


def test_a_map_of_an_unknown_name_exits_1_with_the_nearest_and_writes_nothing(
    sample_kb: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _main(monkeypatch, "map", "Lamdba", "-o", str(tmp_path / "a.html"), "--kb", str(sample_kb)) == 1
    assert "did you mean 'Lambda'" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["note.md", "new.MD", "note.markdown", "link.html"])
@pytest.mark.parametrize("words", [["map"], ["export", "--format", "html"], ["export", "--format", "json"]])
def test_a_note_is_never_written_over(
    sample_kb: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    words: list[str],
    name: str,
) -> None:
    (tmp_path / "note.md").write_text("# Mine\n")
    (tmp_path / "link.html").symlink_to(tmp_path / "note.md")
    assert _main(monkeypatch, *words, "-o", str(tmp_path / name), "--kb", str(sample_kb)) == 1
    assert "notes are never written to" in capsys.readouterr().err
    assert (tmp_path / "note.md").read_text() == "# Mine\n"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["link.html", "note.md"]


def test_what_stood_there_is_replaced_whole_and_keeps_its_mode(sample_kb: Path, tmp_path: Path) -> None:
    target = tmp_path / "map.html"
    target.write_text("old")
    target.chmod(0o640)
    _run(sample_kb, "map", "-o", str(target))
    assert target.read_bytes().endswith(b"</html>\n")
    assert target.stat().st_mode & 0o777 == 0o640


def test_an_export_may_go_to_a_pipe(sample_kb: Path) -> None:
    script = "from cli.main import main; main()"
    words = ["export", "--format", "json", "-o", "/dev/stdout", "--kb", str(sample_kb)]
    done = subprocess.run([sys.executable, "-c", script, *words], cwd=ROOT, capture_output=True, text=True, check=True)
    assert json.loads(done.stdout)["format"] == "knotwork/1"


def test_the_knowledge_base_may_come_from_the_environment(sample_kb: Path) -> None:
    done = CliRunner().invoke(knotwork, ["stats"], env={"KNOTWORK_KB": str(sample_kb)}, catch_exceptions=False)
    assert done.exit_code == 0


def test_an_unknown_name_exits_1_with_the_nearest_names(
    sample_kb: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _main(monkeypatch, "show", "Lamdba", "--kb", str(sample_kb)) == 1
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.startswith("knotwork: no concept is called 'Lamdba'\n  did you mean 'Lambda'")


def test_a_missing_knowledge_base_exits_1_with_the_remedy(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _main(monkeypatch, "stats", "--kb", str(tmp_path)) == 1
    assert "knotwork build NOTES" in capsys.readouterr().err


def test_missing_notes_exit_1_with_their_path(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _main(monkeypatch, "build", str(tmp_path / "nowhere"), "--kb", str(tmp_path / "kb")) == 1
    assert "nowhere" in capsys.readouterr().err


def test_an_export_that_cannot_be_written_exits_1_without_a_traceback(
    sample_kb: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "missing" / "all.json"
    assert _main(monkeypatch, "export", "--format", "json", "-o", str(target), "--kb", str(sample_kb)) == 1
    assert str(target) in capsys.readouterr().err


def test_a_lexicon_that_is_no_toml_exits_1_with_its_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    lexicon = tmp_path / "mine.toml"
    lexicon.write_text("no toml = = at all")
    assert _main(monkeypatch, "build", str(NOTES), "--kb", str(tmp_path / "kb"), "--lexicon", str(lexicon)) == 1
    assert "mine.toml" in capsys.readouterr().err


def test_comparing_one_concept_exits_1(
    sample_kb: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _main(monkeypatch, "compare", "SQS", "--kb", str(sample_kb)) == 1
    assert "two to six" in capsys.readouterr().err


@pytest.mark.parametrize(
    "words", [["nope"], ["show"], ["search", "x", "--limit", "0"], ["export", "--format", "x"], ["map"]]
)
def test_wrong_usage_exits_2(words: list[str]) -> None:
    assert CliRunner().invoke(knotwork, words).exit_code == 2


def test_the_readme_session_prints_what_it_says(sample_kb: Path) -> None:
    session = (ROOT / "README.md").read_text("utf-8").partition("## A session")[2].partition("```console\n")[2]
    session = session.partition("```")[0]
    steps = [step.partition("\n") for step in session.split("$ knotwork ")[1:]]
    assert len(steps) == 3
    for command, _, printed in steps[1:]:
        words = [part for n, text in enumerate(command.split('"')) for part in ([text] if n % 2 else text.split())]
        assert _run(sample_kb, *words).stdout == printed


def test_the_command_reference_is_what_help_says() -> None:
    # In a process of its own: click asks the terminal for its width.
    made = subprocess.run(
        [sys.executable, "-m", "cli.command_reference"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert (ROOT / "docs" / "cli.md").read_text("utf-8") == made.stdout, "run: make docs"


def test_lint_exits_2_with_the_lines_side_by_side(sample_kb: Path) -> None:
    done = _run(sample_kb, "lint", "--code", "KW103")
    assert done.exit_code == 2
    assert "    glossary.md:30: " in done.stdout
    assert "    storage/s3.md:52: " in done.stdout


def test_lint_exits_0_where_nothing_is_so_severe(sample_kb: Path) -> None:
    done = _run(sample_kb, "lint", "--severity", "error")
    assert done.exit_code == 0
    assert done.stdout.startswith("0 findings, 0 silenced, ")


def test_lint_silences_what_the_settings_say_and_lists_it(sample_kb: Path, tmp_path: Path) -> None:
    settings = tmp_path / "own.toml"
    settings.write_text(
        '[[lint.silence]]\ncode = "KW103"\nreason = "known"\n[[lint.silence]]\npath = "old/*"\nreason = "gone"\n',
        "utf-8",
    )
    before = _json(sample_kb, "lint")
    after = _json(sample_kb, "lint", "--config", str(settings))
    assert after["total"] == before["total"] - 1
    told = _run(sample_kb, "lint", "--config", str(settings)).stdout
    assert "silenced 1: KW103 (known)\n    glossary.md:30: KW103-two-expansions CORS" in told
    assert "silenced nothing and can go: old/* (gone)" in told


def test_a_mistake_in_a_silence_exits_1_with_file_and_line(
    sample_kb: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    settings = tmp_path / "own.toml"
    settings.write_text('\n[[lint.silence]]\ncode = "KW103"\n', "utf-8")
    assert _main(monkeypatch, "lint", "--kb", str(sample_kb), "--config", str(settings)) == 1
    assert f"{settings}:2" in capsys.readouterr().err
