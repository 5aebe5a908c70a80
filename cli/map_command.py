"""`knotwork map [CONCEPT] -o F.html`."""

from __future__ import annotations

from pathlib import Path

import click

from cli.options import kb_option
from cli.output_file import write_output
from graph.knowledge_base import open_knowledge_base

__all__ = ["command"]


@click.command(name="map")
@click.argument("concept", required=False)
@click.option("-o", "output", type=click.Path(path_type=Path, dir_okay=False), required=True, help="the file to write")
@kb_option
def command(concept: str | None, output: Path, kb: Path) -> None:
    """Write the map as one HTML file that works from disk with the network off, search and comparison included.

    With CONCEPT only what lies around it, in two steps and at most 120 concepts.
    """
    from web.one_file import one_file

    with open_knowledge_base(kb) as base:
        text = one_file(base, base.find(concept) if concept else None)
    write_output(output, text)
