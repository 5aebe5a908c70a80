"""The entry point. Commands are imported when they are run, so that `--help` stays light."""

from __future__ import annotations

import importlib
import sys

import click

from graph.errors import KnotworkError

__all__ = ["knotwork", "main"]

_COMMANDS = {
    "build": "read notes into the knowledge base; only what changed is read again",
    "serve": "build (when NOTES is given), then run the web app",
    "search": "find the concept or the line that answers",
    "show": "a concept: definition, facts and relations, each with file:line",
    "compare": "two to six concepts side by side",
    "path": "how two concepts are connected, with the line behind each step",
    "map": "one HTML file with map, search and comparison, for any browser, offline",
    "lint": "doubles, contradictions, dead links and more; exit 2 when there are some",
    "stats": "counts by kind, type and rule, and what was skipped and why",
    "export": "everything as one file",
}


class _LazyGroup(click.Group):
    def list_commands(self, ctx: click.Context) -> list[str]:  # click's signature
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in _COMMANDS:
            return None
        command: click.Command = importlib.import_module(f"cli.{cmd_name}_command").command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(list(_COMMANDS.items()))


@click.group(cls=_LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="knotwork")
def knotwork() -> None:
    """Turn a folder of Markdown notes into a cited knowledge graph, with search, a map and comparison."""


def main() -> None:
    """Run the command. Exit 0 done, 1 failed, 2 wrong usage or, for lint, findings."""
    try:
        knotwork.main(prog_name="knotwork", standalone_mode=True)
    except KnotworkError as error:
        click.echo(f"knotwork: {error}", err=True)
        if error.hint:
            click.echo(f"  {error.hint}", err=True)
        sys.exit(1)
