from __future__ import annotations

import hashlib
import os
import pickle
from pathlib import Path

import pytest

from graph.model import Skipped
from ingest.read_notes import NotesNotFound, SourceNote, read_notes


def write(root: Path, path: str, data: bytes | str = "text\n") -> Path:
    file = root / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(data.encode() if isinstance(data, str) else data)
    return file


def notes_in(root: Path) -> list[SourceNote]:
    return [read for read in read_notes(root) if isinstance(read, SourceNote)]


def skipped_in(root: Path) -> dict[str, str]:
    return {read.path: read.reason for read in read_notes(root) if isinstance(read, Skipped)}


def test_notes_come_in_the_order_of_their_ids(tmp_path: Path) -> None:
    for path in ("b.md", "a/z.markdown", "a/b/c.mdx", "a.MD", "ü/ä ö.md"):
        write(tmp_path, path)
    assert [note.path for note in notes_in(tmp_path)] == ["a.MD", "a/b/c.mdx", "a/z.markdown", "b.md", "ü/ä ö.md"]


def test_a_note_keeps_its_line_ends_and_the_hash_of_its_bytes(tmp_path: Path) -> None:
    data = b"\xef\xbb\xbfone\r\ntwo\rthree\n"
    write(tmp_path, "n.md", data)
    [note] = notes_in(tmp_path)
    assert note.text == "one\r\ntwo\rthree\n"
    assert note.sha256 == hashlib.sha256(data).hexdigest()
    assert note.diagnostics == ()


@pytest.mark.parametrize("encoding", ["utf-16", "utf-32"])
def test_notes_with_a_wide_byte_order_mark_are_decoded(tmp_path: Path, encoding: str) -> None:
    write(tmp_path, "n.md", "# Größe\n".encode(encoding))
    assert [note.text for note in notes_in(tmp_path)] == ["# Größe\n"]


def test_invalid_utf8_is_read_and_reported_with_its_line(tmp_path: Path) -> None:
    write(tmp_path, "n.md", b"one\r\ntwo\rcaf\xe9\n")
    [note] = notes_in(tmp_path)
    assert note.text == "one\r\ntwo\rcaf\ufffd\n"
    assert [(found.line, found.message[:15]) for found in note.diagnostics] == [(3, "not valid UTF-8")]


def test_binary_files_are_skipped_with_the_reason(tmp_path: Path) -> None:
    write(tmp_path, "._n.md", b"\x00\x05\x16\x07\x00\x02\x00\x00Mac OS X")
    write(tmp_path, "n.md")
    assert skipped_in(tmp_path) == {"._n.md": "a binary file: it has NUL bytes"}


def test_dot_folders_and_node_modules_are_not_read_but_told(tmp_path: Path) -> None:
    for path in ("n.md", ".git/a.md", "x/node_modules/b.md", ".hidden.md"):
        write(tmp_path, path)
    assert [note.path for note in notes_in(tmp_path)] == [".hidden.md", "n.md"]
    assert sorted(skipped_in(tmp_path)) == [".git", "x/node_modules"]


def test_other_files_are_counted_by_their_suffix(tmp_path: Path) -> None:
    for path in ("n.md", "a.png", "b.PNG", "c.pdf", "LICENSE"):
        write(tmp_path, path)
    assert skipped_in(tmp_path) == {".": "4 files that are no Markdown: 2 .png, 1 without a suffix, 1 .pdf"}


def test_symbolic_links_are_told_and_not_followed(tmp_path: Path) -> None:
    outside = write(tmp_path, "outside/secret.md")
    root = tmp_path / "notes"
    write(root, "n.md")
    (root / "loop").symlink_to(root, target_is_directory=True)
    (root / "away").symlink_to(outside.parent, target_is_directory=True)
    (root / "file.md").symlink_to(outside)
    (root / "broken.md").symlink_to(root / "nowhere.md")
    assert [note.path for note in notes_in(root)] == ["n.md"]
    assert skipped_in(root) == dict.fromkeys(("away", "broken.md", "file.md", "loop"), "a symbolic link: not followed")


def test_a_root_that_is_a_link_is_read(tmp_path: Path) -> None:
    write(tmp_path, "notes/n.md")
    (tmp_path / "link").symlink_to(tmp_path / "notes", target_is_directory=True)
    assert [note.path for note in notes_in(tmp_path / "link")] == ["n.md"]


def test_a_named_pipe_does_not_stop_the_reading(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.md")
    write(tmp_path, "n.md")
    assert skipped_in(tmp_path) == {"pipe.md": "not a regular file"}


def test_a_name_that_is_no_utf8_is_told(tmp_path: Path) -> None:
    write(tmp_path, "n.md")
    with open(os.fsencode(tmp_path) + b"/caf\xe9.md", "wb"):
        pass
    assert skipped_in(tmp_path) == {"caf\ufffd.md": "its name is not valid UTF-8"}


def test_a_note_that_vanishes_between_listing_and_reading_is_skipped(tmp_path: Path) -> None:
    write(tmp_path, "a.md")
    file = write(tmp_path, "b.md")
    reading = read_notes(tmp_path)
    file.unlink()
    assert [read.path for read in reading if isinstance(read, Skipped)] == ["b.md"]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_unreadable_notes_and_folders_are_skipped_with_the_reason(tmp_path: Path) -> None:
    write(tmp_path, "n.md")
    file, folder = write(tmp_path, "locked.md"), write(tmp_path, "shut/x.md").parent
    file.chmod(0)
    folder.chmod(0)
    try:
        assert skipped_in(tmp_path) == {
            "locked.md": "cannot be read: permission denied",
            "shut": "folder cannot be listed: permission denied",
        }
    finally:
        folder.chmod(0o700)


def test_reading_changes_nothing(tmp_path: Path) -> None:
    file = write(tmp_path, "n.md", b"bytes\r\n")
    os.utime(file, ns=(1, 2))
    before = (file.read_bytes(), file.stat().st_mtime_ns)
    notes_in(tmp_path)
    assert (file.read_bytes(), file.stat().st_mtime_ns) == before


def test_a_missing_folder_is_an_error_that_names_it(tmp_path: Path) -> None:
    with pytest.raises(NotesNotFound, match=r"'.*gone': it does not exist") as caught:
        read_notes(tmp_path / "gone")
    assert "spelling" in caught.value.hint


def test_a_file_in_place_of_a_folder_is_an_error_that_says_so(tmp_path: Path) -> None:
    file = write(tmp_path, "n.md")
    with pytest.raises(NotesNotFound, match="it is a file") as caught:
        read_notes(file)
    assert caught.value.hint == f"give the folder: {str(tmp_path)!r}"


def test_a_folder_without_markdown_is_an_error_that_counts_what_is_there(tmp_path: Path) -> None:
    with pytest.raises(NotesNotFound, match="it holds no files"):
        read_notes(tmp_path)
    write(tmp_path, "a.txt")
    with pytest.raises(NotesNotFound, match="none of its 1 files is Markdown"):
        read_notes(tmp_path)


def test_the_error_survives_pickling() -> None:
    error = NotesNotFound("here", "why", "what to do")
    again = pickle.loads(pickle.dumps(error))
    assert (str(again), again.hint) == (str(error), error.hint)
