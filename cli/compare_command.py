"""`knotwork compare A B [C...]`."""

from __future__ import annotations

from pathlib import Path

import click

from cli.options import as_json, echo_json, kb_option
from cli.show_command import place
from graph.answers_json import compare_json
from graph.compare import compare
from graph.knowledge_base import open_knowledge_base

__all__ = ["command"]


@click.command(name="compare")
@click.argument("concepts", nargs=-1, required=True)
@kb_option
@as_json
def command(concepts: tuple[str, ...], kb: Path, as_json: bool) -> None:
    """Set two to six CONCEPTS side by side; where the notes are silent it says "not stated"."""
    with open_knowledge_base(kb) as base:
        table = compare_json(base, compare(base, [base.find(name) for name in concepts]))
    if as_json:
        echo_json(table)
        return
    for row in table["rows"]:
        click.echo(f"{row['dimension']}  [{row['verdict']}]")
        for subject in table["subjects"]:
            cells = row["cells"][subject["id"]]
            said = "; ".join(f"{cell['text']} ({place(cell['evidence'])})" for cell in cells) or "not stated"
            click.echo(f"  {subject['label']}: {said}")
    for entry in table["shared"]:
        click.echo(f"all {entry['phrase']} {entry['label']}")
