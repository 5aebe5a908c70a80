"""`knotwork stats`."""

from __future__ import annotations

from pathlib import Path

import click

from cli.options import as_json, echo_json, kb_option
from graph.answers_json import stats_json
from graph.knowledge_base import open_knowledge_base

__all__ = ["command"]


@click.command(name="stats")
@kb_option
@as_json
def command(kb: Path, as_json: bool) -> None:
    """Tell how much of what was read, by which rule, and what was skipped and why."""
    with open_knowledge_base(kb) as base:
        stats = stats_json(base)
    if as_json:
        echo_json(stats)
        return
    for name, count in stats["counts"].items():
        click.echo(f"{count:8} {name}")
    for title in ("kinds", "types", "rules"):
        click.echo(f"\n{title}")
        for name, count in stats[title].items():
            click.echo(f"{count:8} {name}")
    for title in ("skipped", "ambiguous", "suggested_merges", "decisions"):
        entries = stats["report"][title]
        if entries:
            click.echo(f"\n{title.replace('_', ' ')} ({len(entries)})")
        for entry in entries:
            click.echo("  " + ": ".join(str(value) for value in entry.values()))
