"""`knotwork export --format F`."""

from __future__ import annotations

import json
from pathlib import Path

import click

from cli.options import kb_option
from cli.output_file import write_output
from graph.json_form import knowledge_json
from graph.knowledge_base import KnowledgeBase, open_knowledge_base

__all__ = ["command"]


def _html(base: KnowledgeBase) -> str:
    from web.one_file import one_file

    return one_file(base)


def _json(base: KnowledgeBase) -> str:
    return json.dumps(knowledge_json(base.knowledge()), ensure_ascii=False, indent=1) + "\n"


_FORMS = {"json": _json, "html": _html}


@click.command(name="export")
@click.option(
    "--format", "form", type=click.Choice(list(_FORMS)), required=True, help="json: all of it; html: as knotwork map"
)
@click.option("-o", "output", type=click.Path(path_type=Path, dir_okay=False), help="write here, not to stdout")
@kb_option
def command(form: str, output: Path | None, kb: Path) -> None:
    """Write everything in the knowledge base as one file; same notes, same bytes."""
    with open_knowledge_base(kb) as base:
        text = _FORMS[form](base)
    if output is None:
        click.echo(text, nl=False)
    else:
        write_output(output, text)
