"""`knotwork path A B`."""

from __future__ import annotations

from pathlib import Path

import click

from cli.options import as_json, echo_json, kb_option
from cli.show_command import place
from graph.answers_json import paths_json
from graph.knowledge_base import open_knowledge_base
from graph.paths import find_paths
from graph.relation_types import wording

__all__ = ["command"]


@click.command(name="path")
@click.argument("start")
@click.argument("end")
@kb_option
@as_json
def command(start: str, end: str, kb: Path, as_json: bool) -> None:
    """Tell how START and END are connected, with the line behind each step."""
    with open_knowledge_base(kb) as base:
        a, b = base.find(start), base.find(end)
        answer = paths_json(base, find_paths(base, a, b) or find_paths(base, a, b, weak=True))
    if as_json:
        echo_json(answer)
        return
    if not answer["paths"]:
        click.echo("the notes do not connect them within six steps", err=True)
    for path in answer["paths"]:
        labels = [concept["label"] for concept in path["concepts"]]
        ids = [concept["id"] for concept in path["concepts"]]
        for number, step in enumerate(path["steps"]):
            words = step["phrase"] if step["source"] == ids[number] else wording(step["type"]).backward
            click.echo(f"{labels[number]} {words} {labels[number + 1]}  ({place(step['evidence'][0])})")
        click.echo()
