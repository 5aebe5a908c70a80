"""Options that several commands share, and what they mean once parsed."""

from __future__ import annotations

import importlib.resources
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from ingest.lexicon import Lexicon, parse_lexicon

__all__ = ["as_json", "echo_json", "engine_option", "index_directory", "kb_option", "lexicon_options", "load_lexicon"]

_F = TypeVar("_F", bound=Callable[..., Any])

kb_option = click.option(
    "--kb",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path(".knotwork"),
    envvar="KNOTWORK_KB",
    show_default=True,
    help="the knowledge base's directory",
)
engine_option = click.option(
    "--engine",
    type=click.Choice(["whoosh", "tantivy"]),
    help="the search engine: whoosh, or tantivy where knotwork[fast] is installed  [default: the one in use, or whoosh]",
)
as_json = click.option("--json", "as_json", is_flag=True, help="print what the HTTP route gives")


def lexicon_options(function: _F) -> _F:
    """Add --lexicon FILE and --no-lexicon."""
    function = click.option("--no-lexicon", is_flag=True, help="read without any lexicon")(function)
    return click.option(
        "--lexicon",
        "lexicon_file",
        type=click.Path(path_type=Path, dir_okay=False, exists=True),
        help="a lexicon in place of the shipped one",
    )(function)


def load_lexicon(lexicon_file: Path | None, *, no_lexicon: bool) -> Lexicon | None:
    """Return the lexicon that the options ask for.

    Raises:
        LexiconInvalid: the file cannot be used.
    """
    if no_lexicon:
        return None
    if lexicon_file is not None:
        return parse_lexicon(lexicon_file.read_text("utf-8"), str(lexicon_file))
    shipped = importlib.resources.files("data") / "lexicons" / "aws.toml"
    return parse_lexicon(shipped.read_text("utf-8"), "aws.toml")


def index_directory(kb: Path) -> Path:
    """Return where the search index of a knowledge base lies: beside it, to be deleted at any time."""
    return kb / "index"


def echo_json(value: Any) -> None:
    """Print a value as JSON."""
    click.echo(json.dumps(value, ensure_ascii=False, indent=1))
