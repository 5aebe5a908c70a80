"""`knotwork export --format F`."""

from __future__ import annotations

import json
from pathlib import Path

import click

from cli.options import kb_option
from graph.json_form import knowledge_json
from graph.knowledge_base import open_knowledge_base

__all__ = ["command"]


@click.command(name="export")
@click.option("--format", "form", type=click.Choice(["json"]), required=True, help="the file's form")
@click.option("-o", "output", type=click.Path(path_type=Path, dir_okay=False), help="write here, not to stdout")
@kb_option
def command(form: str, output: Path | None, kb: Path) -> None:  # one form today
    """Write everything in the knowledge base as one file; same notes, same bytes."""
    with open_knowledge_base(kb) as base:
        text = json.dumps(knowledge_json(base.knowledge()), ensure_ascii=False, indent=1) + "\n"
    if output is None:
        click.echo(text, nl=False)
        return
    try:
        output.write_text(text, "utf-8", newline="\n")
    except OSError as exc:
        raise click.FileError(str(output), exc.strerror) from exc
