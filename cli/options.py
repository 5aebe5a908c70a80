"""Options that several commands share, and what they mean once parsed."""

from __future__ import annotations

import importlib.resources
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from graph.review.silence import Silence
from ingest.lexicon import Lexicon, LexiconInvalid, join_lexicons, parse_lexicon
from ingest.settings import NO_SETTINGS, Settings, SettingsInvalid, parse_settings
from ingest.silences import parse_silences

__all__ = [
    "as_json",
    "config_option",
    "echo_json",
    "engine_option",
    "index_directory",
    "kb_option",
    "lexicon_options",
    "load_lexicon",
    "load_settings",
    "load_silences",
]

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
config_option = click.option(
    "--config",
    type=click.Path(path_type=Path, dir_okay=False, exists=True),
    help="the settings  [default: knotwork.toml beside the knowledge base]",
)
as_json = click.option("--json", "as_json", is_flag=True, help="print what the HTTP route gives")


def lexicon_options(function: _F) -> _F:
    """Add --lexicon FILE, --no-lexicon and --config FILE."""
    function = config_option(function)
    function = click.option("--no-lexicon", is_flag=True, help="read without any lexicon")(function)
    return click.option(
        "--lexicon",
        "lexicon_file",
        type=click.Path(path_type=Path, dir_okay=False, exists=True),
        help="a lexicon in place of the shipped ones",
    )(function)


def load_lexicon(lexicon_file: Path | None, *, no_lexicon: bool) -> Lexicon | None:
    """Return the lexicon that the options ask for.

    Raises:
        LexiconInvalid: the file cannot be used.
    """
    if no_lexicon:
        return None
    if lexicon_file is not None:
        return parse_lexicon(_text(lexicon_file, LexiconInvalid), str(lexicon_file))
    shipped = sorted((importlib.resources.files("data") / "lexicons").iterdir(), key=lambda file: file.name)
    return join_lexicons([parse_lexicon(file.read_text("utf-8"), file.name) for file in shipped])


def load_settings(config: Path | None, kb: Path) -> Settings:
    """Return the user's settings: the file that --config names, else `knotwork.toml` beside the knowledge base.

    Raises:
        SettingsInvalid: the file cannot be used.
    """
    file = _settings_file(config, kb)
    return parse_settings(_text(file, SettingsInvalid), str(file)) if file else NO_SETTINGS


def load_silences(config: Path | None, kb: Path) -> tuple[Silence, ...]:
    """Return what the same settings silence in a review.

    Raises:
        SettingsInvalid: the file cannot be used.
    """
    file = _settings_file(config, kb)
    return parse_silences(_text(file, SettingsInvalid), str(file)) if file else ()


def _settings_file(config: Path | None, kb: Path) -> Path | None:
    file = config or kb.absolute().parent / "knotwork.toml"
    return file if config is not None or file.is_file() else None


def _text(file: Path, invalid: type[LexiconInvalid | SettingsInvalid]) -> str:
    try:
        return file.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as exc:
        raise invalid(str(file), str(exc)) from exc


def index_directory(kb: Path) -> Path:
    """Return where the search index of a knowledge base lies: beside it, to be deleted at any time."""
    return kb / "index"


def echo_json(value: Any) -> None:
    """Print a value as JSON."""
    click.echo(json.dumps(value, ensure_ascii=False, indent=1))
