"""CPU seconds and peak memory of a fresh build: `python benchmarks/build_seed.py NOTES [--no-lexicon]`."""

from __future__ import annotations

import json
import resource
import sys
import tempfile
import time
from pathlib import Path

import click

from cli.build_knowledge_base import build_knowledge_base
from cli.options import load_lexicon


@click.command()
@click.argument("notes", type=click.Path(path_type=Path, exists=True))
@click.option("--no-lexicon", is_flag=True)
def main(notes: Path, no_lexicon: bool) -> None:
    """Build NOTES into a directory that is thrown away; print one line of JSON. Imports count as memory, not as time."""
    with tempfile.TemporaryDirectory() as place:
        kb = Path(place) / "kb"
        start_s = time.process_time()
        summary = build_knowledge_base(notes, kb, kb / "index", load_lexicon(None, no_lexicon=no_lexicon))
        cpu_s = time.process_time() - start_s
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    peak_mib = peak / (1 << 20 if sys.platform == "darwin" else 1 << 10)  # macOS counts bytes, Linux KiB
    click.echo(
        json.dumps(
            {
                "notes": summary.note_count,
                "concepts": summary.concept_count,
                "relations": summary.relation_count,
                "cpu_s": round(cpu_s, 2),
                "peak_mib": round(peak_mib, 1),
            }
        )
    )


if __name__ == "__main__":
    main()
