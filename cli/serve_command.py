"""`knotwork serve [NOTES]`."""

from __future__ import annotations

from pathlib import Path

import click

from cli.build_command import build_and_tell
from cli.options import engine_option, index_directory, kb_option, lexicon_options, load_silences
from graph.knowledge_base import open_knowledge_base

__all__ = ["command"]


@click.command(name="serve")
@click.argument("notes", type=click.Path(path_type=Path), required=False)
@click.option("--host", default="127.0.0.1", show_default=True, help="the address to listen on")
@click.option("--port", default=8000, show_default=True, type=click.IntRange(1, 65535), help="the port to listen on")
@kb_option
@lexicon_options
@engine_option
def command(
    notes: Path | None,
    host: str,
    port: int,
    kb: Path,
    lexicon_file: Path | None,
    no_lexicon: bool,
    config: Path | None,
    engine: str | None,
) -> None:
    """Build the knowledge base when NOTES is given, then run the web app."""
    import waitress

    from web.app import create_app

    if notes is not None:
        build_and_tell(notes, kb, lexicon_file, no_lexicon=no_lexicon, config=config, engine=engine)
    with open_knowledge_base(kb):
        app = create_app(kb.absolute(), index_directory(kb).absolute(), load_silences(config, kb))
    try:
        server = waitress.create_server(app, host=host, port=port)
    except (OSError, ValueError) as exc:  # the port is taken; the host is no address
        raise click.ClickException(f"cannot listen on {host}:{port}: {exc}; try another --port or --host") from exc
    click.echo(f"Knotwork runs on http://{host}:{port} (Ctrl+C ends it)")
    server.run()
