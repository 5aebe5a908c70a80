"""`knotwork show CONCEPT`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from cli.options import as_json, echo_json, kb_option
from graph.answers_json import concept_page_json
from graph.knowledge_base import open_knowledge_base
from graph.relation_types import RelationType, wording

__all__ = ["command", "place"]


def place(evidence: dict[str, Any]) -> str:
    """Return `path:line`."""
    return f"{evidence['path']}:{evidence['line_start']}"


@click.command(name="show")
@click.argument("concept")
@kb_option
@as_json
def command(concept: str, kb: Path, as_json: bool) -> None:
    """Tell what the notes say about CONCEPT, each statement with its file and line."""
    with open_knowledge_base(kb) as base:
        page = concept_page_json(base, base.find(concept))
    if as_json:
        echo_json(page)
        return
    click.echo(f"{page['label']}  [{page['kind']}]")
    if page["aliases"]:
        click.echo(f"also: {', '.join(page['aliases'])}")
    if page["definition"]:
        click.echo(f"\n{page['definition']['text']}  ({place(page['definition']['evidence'])})")
    strong = [relation for relation in page["relations"] if relation["type"] != RelationType.MENTIONS]
    if strong:
        click.echo("\nrelations")
    for relation in strong:
        outward = relation["source"] == page["id"]
        other = relation["target"] if outward else relation["source"]
        words = relation["phrase"] if outward else wording(relation["type"]).backward
        click.echo(f"  {words} {page['labels'][other]}  ({place(relation['evidence'][0])})")
    if page["facts"]:
        click.echo("\nfacts")
    for fact in page["facts"]:
        click.echo(f"  {fact['text']}  ({place(fact['evidence'])})")
