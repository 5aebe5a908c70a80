"""Breaks notes at random and reads them: `python -m benchmarks.fuzz_ingest FOLDER... [--seconds N] [--seed N] [--keep DIR]`.

Every round takes a few notes, deletes, doubles, swaps and inserts stretches of their bytes, reads and resolves what is
left, and asks three things: nothing is raised, every evidence text stands on its lines, and reading costs at most
linearly (seconds per megabyte stay within a bound that only a quadratic pattern breaks). A round that fails is written
to the directory given with `--keep`, to be cut down to a case.
"""

from __future__ import annotations

import json
import random
import re
import time
import traceback
from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import click

from cli.options import load_lexicon
from graph.model import Evidence, Knowledge, Skipped
from ingest.lexicon import Lexicon
from ingest.read_notes import SourceNote, read_notes
from ingest.reading import read_note
from ingest.resolve import resolve

_LINE_END = re.compile(r"\r\n|\n|\r")
_FRAGMENTS: tuple[bytes, ...] = (
    b"\n", b"\r\n", b"\r", b"\n\n", b"# ", b"## A vs B\n", b"- ", b"  - **X**: ", b"1. ", b"> ", b"> [!note] ",
    b"| a | b |\n|-|-|\n",
    b"|", b"```", b"~~~\n", b"`", b"**", b"[[", b"]]", b"[x](", b")", b"![", b"<table><tr><td>", b"</td>", b"<details><summary>",
    b"</summary>", b"<!--", b"-->", b"---\n", b"---\ntitle: [\n---\n", b"key:: [[a]]\n", b"\t", b"    ", b" " * 200,
    b"\\", b"&amp;", b"&#0;",
    b"\x00", b"\xff", b"\xef\xbb\xbf", "\u200d\u202e\u2028".encode(), "é\u0301".encode(), "比较".encode(), "😀".encode(),
    b"$$", b"%%",
    b"[^1]: ", b"[^1]", b": ", b"A uses B, C and D. ", b"X is a Y. ", b"e.g. (", b"{{< a >}}", b"{% raw %}",
    b":::tip\n", b"=== \"T\"\n",
)  # fmt: skip
_SECONDS_PER_MEGABYTE = 60.0
_SMALL = 20_000  # bytes below which a round's time says nothing


def _broken(data: bytes, chance: random.Random) -> bytes:
    for _ in range(chance.randint(1, 12)):
        at, size = chance.randint(0, len(data)), chance.choice((1, 3, 20, 200, 2000))
        what = chance.randint(0, 6)
        if what == 0:
            data = data[:at] + data[at + size :]
        elif what == 1:
            data = data[:at] + data[at : at + size] * chance.choice((2, 2, 5, 50)) + data[at:]
        elif what == 2:
            other = chance.randint(0, len(data))
            data = data[:at] + data[other : other + size] + data[at + size :]
        elif what == 3:
            data = data[:at] + bytes(chance.randrange(256) for _ in range(min(size, 20))) + data[at:]
        elif what == 4:
            data = data[:at].replace(b"\n", chance.choice((b"\r\n", b"\r", b"\n\n", b" "))) + data[at:]
        else:
            data = data[:at] + chance.choice(_FRAGMENTS) * chance.choice((1, 1, 2, 30)) + data[at:]
    return data[:200_000]


def _misplaced(knowledge: Knowledge, texts: dict[str, list[str]]) -> Iterator[Evidence]:
    for evidence in (e for relation in knowledge.relations for e in relation.evidence):
        said = "".join("".join(texts[evidence.path][evidence.line_start - 1 : evidence.line_end]).split())
        if "".join(evidence.text.split()) not in said:
            yield evidence


def _fault(folder: Path, lexicon: Lexicon | None) -> str:
    """What is wrong with the reading of a folder; empty where nothing is."""
    started = time.process_time()
    sources = [note for note in read_notes(folder) if isinstance(note, SourceNote)]
    skipped = [note for note in read_notes(folder) if isinstance(note, Skipped)]
    try:
        readings = [read_note(source) for source in sources]
        knowledge = resolve(readings, {source.path: source.text for source in sources}, skipped, lexicon)
    except Exception:  # whatever it is, it is a find
        return traceback.format_exc()
    spent, size = time.process_time() - started, sum(len(source.text) for source in sources)
    wrong = next(_misplaced(knowledge, {source.path: _LINE_END.split(source.text) for source in sources}), None)
    if wrong is not None:
        return f"not on its lines: {wrong}"
    return (
        f"{spent:.1f} s for {size} characters" if size > _SMALL and spent > _SECONDS_PER_MEGABYTE * size / 1e6 else ""
    )


def _round(notes: Sequence[Path], chance: random.Random, folder: Path) -> None:
    for old in folder.iterdir():
        old.unlink()
    for number, note in enumerate(chance.sample(notes, min(len(notes), chance.randint(1, 3)))):
        (folder / f"{number}.md").write_bytes(_broken(note.read_bytes()[:60_000], chance))


@click.command()
@click.argument("folders", type=click.Path(path_type=Path, exists=True), nargs=-1, required=True)
@click.option("--seconds", default=900.0, show_default=True)
@click.option("--seed", default=1, show_default=True)
@click.option("--keep", type=click.Path(path_type=Path), help="where failing rounds are written")
def main(folders: tuple[Path, ...], seconds: float, seed: int, keep: Path | None) -> None:
    """Fuzz the ingest with broken copies of notes."""
    notes = sorted(path for folder in folders for path in folder.rglob("*.md") if path.is_file())
    lexicon = load_lexicon(None, no_lexicon=False)
    chance = random.Random(seed)
    rounds, faults, end = 0, 0, time.monotonic() + seconds
    with TemporaryDirectory() as place:
        while time.monotonic() < end:
            _round(notes, chance, Path(place))
            rounds += 1
            fault = _fault(Path(place), lexicon)
            if fault:
                faults += 1
                click.echo(fault, err=True)
                if keep is not None:
                    (keep / str(faults)).mkdir(parents=True, exist_ok=True)
                    for note in Path(place).iterdir():
                        (keep / str(faults) / note.name).write_bytes(note.read_bytes())
    click.echo(json.dumps({"seed": seed, "seconds": seconds, "rounds": rounds, "faults": faults}))


if __name__ == "__main__":
    main()
