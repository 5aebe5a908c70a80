"""From a folder to the sources of its notes: the only disk reads of ingest, and never a write."""

from __future__ import annotations

import codecs
import os
import stat
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

from graph.errors import KnotworkError
from graph.model import NoteId, Skipped
from ingest.document import Diagnostic

__all__ = ["NOTE_SUFFIXES", "NotesNotFound", "SourceNote", "read_notes"]

NOTE_SUFFIXES = frozenset((".md", ".markdown", ".mdx"))
_BINARY_PROBE_BYTES = 8000  # where git, too, looks for NUL to tell binary from text
_SHOWN_SUFFIXES = 8
_BYTE_ORDER_MARKS = (  # longest first: UTF-32's begins like UTF-16's
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


class NotesNotFound(KnotworkError, LookupError):
    """There are no notes at `root`; `reason` says what is there instead."""

    code = "notes_not_found"

    def __init__(self, root: str, reason: str, hint: str) -> None:
        super().__init__(root, reason, hint)
        self.root = root
        self.reason = reason
        self.hint = hint

    def __str__(self) -> str:
        return f"no notes in {self.root!r}: {self.reason}"


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceNote:
    """A note as read: `text` without its byte order mark, line ends untouched; `sha256` of the file's bytes, in hex."""

    path: NoteId
    text: str
    sha256: str
    diagnostics: tuple[Diagnostic, ...] = ()


@dataclass(slots=True)
class _Listing:
    notes: list[str] = field(default_factory=list)
    skipped: list[Skipped] = field(default_factory=list)
    others: Counter[str] = field(default_factory=Counter)  # files that are no Markdown, by suffix


def read_notes(root: Path) -> Iterator[SourceNote | Skipped]:
    """Read every Markdown file under `root`, in the order of their ids; what is passed over comes after them.

    Symbolic links are not followed: a link can lead out of the folder or in a circle, and what it shows within the
    folder is read under its own name. The folder is listed at once, each file is read when its turn comes.

    Raises:
        NotesNotFound: `root` is missing, no folder, cannot be listed, or holds no Markdown.
    """
    listing = _list_folder(root)
    if not listing.notes:
        others = sum(listing.others.values())
        raise NotesNotFound(
            str(root),
            f"none of its {others} files is Markdown" if others else "it holds no files",
            "notes are files that end in .md, .markdown or .mdx, outside dot-folders and node_modules",
        )
    return _read_listed(root, listing)


def _read_listed(root: Path, listing: _Listing) -> Iterator[SourceNote | Skipped]:
    for path in sorted(listing.notes):
        yield _read_note(root, NoteId(path))
    yield from sorted(listing.skipped)
    if listing.others:
        counts = sorted(listing.others.items(), key=lambda item: (-item[1], item[0]))
        shown = ", ".join(f"{count} {suffix or 'without a suffix'}" for suffix, count in counts[:_SHOWN_SUFFIXES])
        more = ", ..." if len(counts) > _SHOWN_SUFFIXES else ""
        yield Skipped(".", f"{listing.others.total()} files that are no Markdown: {shown}{more}")


def _list_folder(root: Path) -> _Listing:
    listing = _Listing()
    try:
        folders = _list_entries(os.scandir(root), "", listing)
    except FileNotFoundError as exc:
        raise NotesNotFound(str(root), "it does not exist", "check the spelling of the folder's path") from exc
    except NotADirectoryError as exc:
        raise NotesNotFound(str(root), "it is a file", f"give the folder: {str(root.parent)!r}") from exc
    except OSError as exc:
        raise NotesNotFound(str(root), _reason(exc), "check the folder's permissions") from exc
    while folders:
        folder = folders.pop()
        try:
            folders += _list_entries(os.scandir(root / folder), folder + "/", listing)
        except OSError as exc:
            listing.skipped.append(Skipped(folder, f"folder cannot be listed: {_reason(exc)}"))
    return listing


def _list_entries(entries: Iterator[os.DirEntry[str]], prefix: str, listing: _Listing) -> list[str]:
    """Sort the entries of one folder into the listing; return the folders to list next."""
    folders: list[str] = []
    for entry in entries:
        path = prefix + entry.name
        suffix = os.path.splitext(entry.name)[1].lower()
        if not _is_valid(entry.name):
            shown = os.fsencode(path).decode("utf-8", "replace")
            listing.skipped.append(Skipped(shown, "its name is not valid UTF-8"))
        elif entry.is_symlink():
            listing.skipped.append(Skipped(path, "a symbolic link: not followed"))
        elif entry.is_dir(follow_symlinks=False):
            if entry.name.startswith("."):
                listing.skipped.append(Skipped(path, "a dot-folder: not read"))
            elif entry.name == "node_modules":
                listing.skipped.append(Skipped(path, "installed packages: not read"))
            else:
                folders.append(path)
        elif suffix in NOTE_SUFFIXES:
            listing.notes.append(path)
        else:
            listing.others[suffix] += 1
    return folders


def _is_valid(name: str) -> bool:
    return name.isascii() or not any("\ud800" <= char <= "\udfff" for char in name)


def _read_note(root: Path, path: NoteId) -> SourceNote | Skipped:
    try:
        data = _read_bytes(root / path)
    except OSError as exc:
        return Skipped(path, f"cannot be read: {_reason(exc)}")
    if data is None:
        return Skipped(path, "not a regular file")
    for mark, encoding in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return _source_note(path, data, data.decode(encoding, "replace"), ())
    if b"\0" in data[:_BINARY_PROBE_BYTES]:
        return Skipped(path, "a binary file: it has NUL bytes")
    body = data.removeprefix(codecs.BOM_UTF8)
    try:
        return _source_note(path, data, body.decode(), ())
    except UnicodeDecodeError as exc:
        before = body[: exc.start].replace(b"\r\n", b"\n").replace(b"\r", b"\n")
        remark = Diagnostic(before.count(b"\n") + 1, "not valid UTF-8 from here on: bad bytes shown as U+FFFD")
        return _source_note(path, data, body.decode("utf-8", "replace"), (remark,))


def _read_bytes(file: Path) -> bytes | None:
    """Return the file's bytes, `None` where it is none: opening a named pipe would wait for ever."""
    if not stat.S_ISREG(os.lstat(file).st_mode):
        return None
    return file.read_bytes()


def _source_note(path: NoteId, data: bytes, text: str, diagnostics: Sequence[Diagnostic]) -> SourceNote:
    return SourceNote(path=path, text=text, sha256=sha256(data).hexdigest(), diagnostics=tuple(diagnostics))


def _reason(error: OSError) -> str:
    return (error.strerror or type(error).__name__).lower()
