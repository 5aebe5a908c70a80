"""The documentation holds: what it shows is read so, and nothing that exists is missing from it."""

from __future__ import annotations

import re
import tomllib

import click
import pytest

from cli.main import knotwork
from graph.relation_types import RelationType
from graph.review.checks import CHECKS
from graph.review.finding import Check
from tests.conftest import ROOT, Vault

RELATIONS = (ROOT / "docs" / "relations.md").read_text("utf-8")
EXAMPLES = re.findall(r"```markdown\n(.*?)```\n\n((?:- `[^\n]*\n)+)", RELATIONS, re.DOTALL)


@pytest.mark.parametrize(("note", "listed"), EXAMPLES)
def test_each_example_note_gives_the_relations_listed_under_it(note: str, listed: str, vault: Vault) -> None:
    expected = {(said, int(line)) for said, line in re.findall(r"- `(.*?)`, line (\d+)", listed)}
    relations = vault({"note.md": note}).relations
    found = {(f"{r.source} {r.type} {r.target}", evidence.line_start) for r in relations for evidence in r.evidence}
    assert expected
    assert expected <= found


@pytest.mark.parametrize("relation_type", RelationType)
def test_each_relation_type_has_an_example(relation_type: RelationType) -> None:
    assert f"## {relation_type}\n" in RELATIONS
    assert any(f" {relation_type} " in listed for _, listed in EXAMPLES)


def test_each_dependency_has_a_line_in_the_design_notes() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    wanted = [
        *project["dependencies"],
        *(name for extra in project["optional-dependencies"].values() for name in extra),
    ]
    notes = (ROOT / "docs" / "design-notes.md").read_text("utf-8").casefold()
    names = [re.split(r"[<>=!~\[; ]", requirement)[0].casefold() for requirement in wanted]
    assert [name for name in names if name not in notes] == []


def test_each_command_stands_in_the_command_reference() -> None:
    reference = (ROOT / "docs" / "cli.md").read_text("utf-8")
    assert all(f"## knotwork {name}\n" in reference for name in knotwork.list_commands(click.Context(knotwork)))


@pytest.mark.parametrize("check", CHECKS, ids=[check.number for check in CHECKS])
def test_each_check_stands_in_the_page_on_the_review_with_its_severity(check: Check) -> None:
    assert f"| `{check.code}` | {check.severity} |" in (ROOT / "docs" / "lint.md").read_text("utf-8")
