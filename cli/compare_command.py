"""`knotwork compare A B [C...]`."""

from __future__ import annotations

import shutil
from pathlib import Path

import click
from tabulate import tabulate

from cli.options import as_json, echo_json, kb_option
from graph.answers_json import compare_json
from graph.compare import Cell, ComparisonTable, compare
from graph.comparison_texts import SILENT, comparison_csv, comparison_markdown, said, where
from graph.knowledge_base import open_knowledge_base
from graph.model import ConceptId
from graph.relation_types import wording

__all__ = ["command"]

_NARROWEST = 16  # columns of a terminal for one subject
_VERDICT = 9


@click.command(name="compare")
@click.argument("concepts", nargs=-1, required=True)
@kb_option
@click.option("--format", "form", type=click.Choice(["table", "md", "csv"]), default="table", show_default=True)
@as_json
def command(concepts: tuple[str, ...], kb: Path, form: str, as_json: bool) -> None:
    """Set two to six CONCEPTS side by side; where the notes are silent it says "not stated"."""
    with open_knowledge_base(kb) as base:
        table = compare(base, [base.find(name) for name in concepts])
        if as_json:
            echo_json(compare_json(base, table))
        elif form == "table":
            click.echo(_rows(table))
            named = {i for path in table.path for i in path.concepts} | {near.id for near in table.confusable}
            labels = {i: brief.label for i, brief in base.briefs(named).items()}
            click.echo("".join(f"\n{line}" for line in _below(table, labels)), nl=False)
        else:
            click.echo(comparison_markdown(table) if form == "md" else comparison_csv(table), nl=False)


def _rows(table: ComparisonTable) -> str:
    width = shutil.get_terminal_size((120, 24)).columns - _VERDICT
    column = max(_NARROWEST, width // (len(table.subjects) + 1) - 3)
    rows = [
        [row.dimension, *(_cell(row.cells[subject.id]) for subject in table.subjects), row.verdict]
        for row in table.rows
    ]
    headers = ["", *(subject.label for subject in table.subjects), "verdict"]
    widths = [column] * (len(headers) - 1) + [_VERDICT]
    return tabulate(rows, headers=headers, tablefmt="simple_grid", maxcolwidths=widths, disable_numparse=True)


def _cell(cells: tuple[Cell, ...]) -> str:
    return "\n".join(f"{said(cell)} ({where(cell.evidence)})" for cell in cells) or SILENT


def _below(table: ComparisonTable, labels: dict[ConceptId, str]) -> list[str]:
    """What no row holds: advice on choosing, how two are connected, and what else to compare."""
    names = {subject.id: subject.label for subject in table.subjects}
    lines = [f"choosing {names[a.subject]}: {a.text} ({where(a.evidence)})" for a in table.advice]
    for path in table.path[:1]:
        for step in path.steps:
            said_at = where(step.evidence[0])
            lines.append(f"{labels[step.source]} {wording(step.type).forward} {labels[step.target]} ({said_at})")
    lines += [
        f"often mixed up with {labels[near.id]}: {near.reason} ({where(near.evidence)})" for near in table.confusable
    ]
    return [*lines, ""] if lines else []
