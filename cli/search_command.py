"""`knotwork search QUERY`."""

from __future__ import annotations

from pathlib import Path

import click

from cli.options import as_json, echo_json, index_directory, kb_option
from graph.knowledge_base import open_knowledge_base

__all__ = ["command"]


@click.command(name="search")
@click.argument("query")
@click.option("--limit", default=10, show_default=True, type=click.IntRange(1, 100), help="how many results")
@kb_option
@as_json
def command(query: str, limit: int, kb: Path, as_json: bool) -> None:
    """Find the concept or the line that answers QUERY."""
    from search.answer_json import answer_json
    from search.index_directory import open_index, update_index
    from search.service import search_notes

    with open_knowledge_base(kb) as base:
        update_index(index_directory(kb), base)
        answer = search_notes(base, open_index(index_directory(kb)), query, limit=limit)
    if as_json:
        echo_json(answer_json(answer))
        return
    if answer.did_you_mean:
        click.echo(f"showing results for {answer.did_you_mean!r}", err=True)
    if not answer.results:
        click.echo(f"the notes say nothing about {query!r}", err=True)
    for result in answer.results:
        source = result.source
        click.echo(f"{result.label}  [{result.kind}]  {source.path}:{source.line_start}-{source.line_end}")
        click.echo(f"    {result.snippet}")
