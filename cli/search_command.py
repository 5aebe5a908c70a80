"""`knotwork search QUERY`."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import click

from cli.options import as_json, echo_json, engine_option, index_directory, kb_option
from graph.knowledge_base import open_knowledge_base

if TYPE_CHECKING:
    from search.answer import SearchAnswer

__all__ = ["command"]


@click.command(name="search")
@click.argument("query")
@click.option("--limit", default=10, show_default=True, type=click.IntRange(1, 100), help="how many results")
@click.option("--exact", is_flag=True, help="correct no word")
@click.option("--explain", is_flag=True, help="say why each result stands where it does")
@engine_option
@kb_option
@as_json
def command(query: str, limit: int, exact: bool, explain: bool, engine: str | None, kb: Path, as_json: bool) -> None:
    """Find the concept or the line that answers QUERY.

    In QUERY: kind:service tag:aws path:notes/ in:sqs "a phrase" -word OR
    """
    from search.answer_json import answer_json
    from search.index_directory import open_index, update_index
    from search.service import search_notes

    with open_knowledge_base(kb) as base:
        update_index(index_directory(kb), base, engine=engine)
        with closing(open_index(index_directory(kb))) as index:
            answer = search_notes(base, index, query, limit=limit, exact=exact)
    if as_json:
        echo_json(answer_json(answer, explain=explain))
        return
    _tell(answer, query)
    for result in answer.results:
        source = result.source
        click.echo(f"{result.label}  [{result.kind}]  {source.path}:{source.line_start}-{source.line_end}")
        click.echo(f"    {result.snippet}")
        if explain:
            click.echo(f"    because {result.why}")


def _tell(answer: SearchAnswer, query: str) -> None:
    """Say on stderr how the query was understood, where that is not what was typed."""
    if answer.did_you_mean:
        click.echo(f"showing results for {answer.did_you_mean!r} instead (--exact for {query!r})", err=True)
    for unknown in answer.unknown:
        near = f"; near it: {', '.join(unknown.nearest)}" if unknown.nearest else ""
        click.echo(f"{unknown.word!r} occurs nowhere{near}", err=True)
    if not answer.results:
        click.echo(f"the notes say nothing about {query!r}", err=True)
