"""What a build costs at size: `python benchmarks/build_size.py FOLDER_OR_ARCHIVE... [--tenth] [--workers N]`.

One line of JSON for all the given together: CPU seconds (of worker processes too), wall seconds, peak memory, notes and
megabytes per CPU second, relations. The search index is not made. An archive is unpacked into a directory that is
thrown away. `--tenth` keeps every tenth note only; seconds per megabyte of both tell whether cost is linear.
"""

from __future__ import annotations

import json
import os
import resource
import sys
import tarfile
import tempfile
import time
from concurrent.futures import ProcessPoolExecutor
from contextlib import nullcontext
from pathlib import Path

import click

from cli.build_knowledge_base import build_graph
from cli.options import load_lexicon

_SUFFIXES = (".md", ".markdown", ".mdx")


def _cpu_s() -> float:
    times = os.times()
    return times.user + times.system + times.children_user + times.children_system


def _peak_mib() -> float:
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (1 << 20 if sys.platform == "darwin" else 1 << 10)  # macOS counts bytes, Linux KiB


def _gather(sets: tuple[Path, ...], notes: Path, step: int) -> int:
    """Put the sets side by side, every `step`-th note of them; return the notes' bytes."""
    size = 0
    with tempfile.TemporaryDirectory() as place:
        for given in sets:
            root = Path(place) / given.name if given.is_file() else given
            if given.is_file():
                with tarfile.open(given) as archive:
                    archive.extractall(root, filter="data")
            found = sorted(path for path in root.rglob("*") if path.suffix.lower() in _SUFFIXES and path.is_file())
            for path in found[::step]:
                copy = notes / given.name / path.relative_to(root)
                copy.parent.mkdir(parents=True, exist_ok=True)
                size += copy.write_bytes(path.read_bytes())
    return size


@click.command()
@click.argument("sets", type=click.Path(path_type=Path, exists=True), nargs=-1, required=True)
@click.option("--no-lexicon", is_flag=True)
@click.option("--tenth", is_flag=True, help="every tenth note only")
@click.option("--workers", default=0, show_default=True, help="processes to read in; 0 reads in this one")
def main(sets: tuple[Path, ...], workers: int, *, no_lexicon: bool, tenth: bool) -> None:
    """Build the sets together and print one line of JSON."""
    lexicon = load_lexicon(None, no_lexicon=no_lexicon)
    with tempfile.TemporaryDirectory() as place:
        notes = Path(place) / "notes"
        size = _gather(sets, notes, 10 if tenth else 1)
        cpu_s, wall_s = _cpu_s(), time.perf_counter()
        with ProcessPoolExecutor(workers) if workers else nullcontext() as executor:
            summary = build_graph(notes, Path(place) / "kb", lexicon, executor=executor)
        cpu_s, wall_s = _cpu_s() - cpu_s, time.perf_counter() - wall_s
    figures = {
        "notes": summary.note_count,
        "mb": round(size / 1e6, 2),
        "relations": summary.relation_count,
        "skipped": summary.skipped_count,
        "cpu_s": round(cpu_s, 2),
        "wall_s": round(wall_s, 2),
        "cpu_s_per_mb": round(cpu_s / (size / 1e6), 3),
        "notes_per_cpu_s": round(summary.note_count / cpu_s),
        "peak_mib": round(_peak_mib()),
    }
    click.echo(json.dumps(figures))


if __name__ == "__main__":
    main()
