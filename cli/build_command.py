"""`knotwork build NOTES`."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from cli.options import engine_option, index_directory, kb_option, lexicon_options, load_lexicon, load_settings
from graph.errors import KnotworkError

__all__ = ["build_and_tell", "command"]


def build_and_tell(
    notes: Path,
    kb: Path,
    lexicon_file: Path | None,
    *,
    no_lexicon: bool,
    config: Path | None = None,
    engine: str | None = None,
) -> None:
    """Build, with the note in hand shown on a terminal, and tell what was read on stderr."""
    from concurrent.futures import ProcessPoolExecutor

    from cli.build_knowledge_base import build_knowledge_base

    live = sys.stderr.isatty()

    def progress(path: str) -> None:
        if live:
            click.echo(f"\r\033[Kreading {path[:70]}", err=True, nl=False)

    lexicon = load_lexicon(lexicon_file, no_lexicon=no_lexicon)
    settings = load_settings(config, kb)
    with ProcessPoolExecutor() as executor:  # starts no process before a large set needs one
        summary = build_knowledge_base(
            notes, kb, index_directory(kb), lexicon, progress, settings=settings, engine=engine, executor=executor
        )
    if live:
        click.echo("\r\033[K", err=True, nl=False)
    click.echo(
        f"{summary.note_count} notes ({summary.read_count} read anew): {summary.concept_count} concepts,"
        f" {summary.relation_count} relations, {summary.comparison_count} comparisons; {summary.skipped_count} skipped"
        " (knotwork stats tells why)",
        err=True,
    )
    if summary.index.crowded:
        click.echo(
            f"the search index holds {summary.index.passage_count} passages, more than Whoosh is quick with;"
            " pip install 'knotwork[fast]' and --engine tantivy make it fast",
            err=True,
        )


@click.command(name="build")
@click.argument("notes", type=click.Path(path_type=Path))
@kb_option
@lexicon_options
@engine_option
def command(
    notes: Path, kb: Path, lexicon_file: Path | None, no_lexicon: bool, config: Path | None, engine: str | None
) -> None:
    """Read the Markdown notes below NOTES into the knowledge base."""
    if kb.resolve() == notes.resolve():
        raise KnotworkError(f"the knowledge base cannot be the notes folder {str(notes)!r} itself")
    build_and_tell(notes, kb, lexicon_file, no_lexicon=no_lexicon, config=config, engine=engine)
