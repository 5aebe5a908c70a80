"""Writing what a command makes: whole or not at all, and never over a note."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import click

from graph.errors import KnotworkError
from ingest.read_notes import NOTE_SUFFIXES

__all__ = ["OutputIsANote", "write_output"]


class OutputIsANote(KnotworkError, ValueError):
    """A command was asked to write where a note stands, or where one would be read."""

    code = "output_is_a_note"
    hint = "notes are never written to: name a file with another ending, such as map.html"

    def __init__(self, path: str) -> None:
        super().__init__(path)
        self.path = path

    def __str__(self) -> str:
        return f"{self.path!r} is the name of a note"


def write_output(output: Path, text: str) -> None:
    """Write a file with LF line ends; until it is whole, what stood there stays.

    Lone surrogates, which file names can hold, are written as question marks.

    Raises:
        OutputIsANote: the file, or what it links to, is named like a note.
        click.FileError: it cannot be written.
    """
    try:
        target = output.resolve()
        if {output.suffix.lower(), target.suffix.lower()} & NOTE_SUFFIXES:
            raise OutputIsANote(str(output))
        body = text.encode("utf-8", "replace")
        if output.exists() and not output.is_file():  # a pipe or a device cannot be replaced
            output.write_bytes(body)
        else:
            _replace(target, body)
    except (OSError, RuntimeError) as exc:  # RuntimeError: links in a circle
        raise click.FileError(str(output), getattr(exc, "strerror", None) or str(exc)) from exc


def _replace(target: Path, body: bytes) -> None:
    part = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        with part.open("xb") as file:
            file.write(body)
        if target.exists():
            shutil.copymode(target, part)
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)
