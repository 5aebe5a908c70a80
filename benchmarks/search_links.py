"""Known-item search without human judgement: a link's text is the query, the section it leads to is wanted.

    python -m benchmarks.search_links ../shared/corpora/OWASP__CheatSheetSeries

Sections that hold the link are passed over. Figures are the share answered first and the mean reciprocal rank.
"""

from __future__ import annotations

import posixpath
import random
import re
import tempfile
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path
from urllib.parse import unquote

import click

from cli.build_knowledge_base import build_knowledge_base
from graph.knowledge_base import open_knowledge_base
from graph.model import Note, NoteId, Section, Span
from graph.note_lines import split_lines
from search.index_directory import open_index
from search.ranking import Knobs
from search.service import search_notes

LINK = re.compile(r"(?<!!)\[([^\[\]]{4,80})\]\(([^)\s]*)\)")
MOST = 150


def link_texts(notes: Mapping[NoteId, Note]) -> dict[str, tuple[set[Span], set[Span]]]:
    """Return link text -> the sections it leads to and those that hold it; texts that are the heading itself are left out."""
    found: dict[str, tuple[set[Span], set[Span]]] = defaultdict(lambda: (set(), set()))
    for path, note in notes.items():
        lines = split_lines(note.text)
        for section in note.sections:
            for link in LINK.finditer("\n".join(lines[section.line_start - 1 : section.line_end])):
                text = _fold(link[1])
                for target in _targets(notes, path, unquote(link[2])):
                    if 2 <= len(text.split()) <= 8 and text != _fold(target.headings[-1]):
                        found[text][0].add(_span(target))
                        found[text][1].add(_span(section))
    return {text: spans for text, spans in found.items() if len(spans[0]) == 1 and not spans[0] & spans[1]}


def _targets(notes: Mapping[NoteId, Note], path: NoteId, url: str) -> Iterator[Section]:
    place, _, anchor = url.partition("#")
    target = NoteId(posixpath.normpath(posixpath.join(posixpath.dirname(path), place)) if place else path)
    if "://" in url or target not in notes:
        return
    lines = split_lines(notes[target].text)
    for section in notes[target].sections[: None if anchor else 1]:
        named = f'name="{anchor}"' in lines[section.line_start - 1]
        if (
            not anchor
            or named
            or re.sub(r"[^\w-]", "", section.headings[-1].lower().replace(" ", "-")) == anchor.lower()
        ):
            yield section


def _span(section: Section) -> Span:
    return Span(section.path, section.line_start, section.line_end)


def _fold(text: str) -> str:
    return re.sub(r"[\W_]+", " ", text.lower()).strip()


def _touch(a: Span, b: Span) -> bool:
    return a.path == b.path and a.line_start <= b.line_end and b.line_start <= a.line_end


@click.command()
@click.argument("folder", type=click.Path(path_type=Path, exists=True))
@click.option("--title", default=Knobs().title, show_default=True, help="the knob of the own heading")
def main(folder: Path, title: float) -> None:
    """Print the figures over at most 150 link texts of a folder of notes."""
    first = reciprocal = 0.0
    with tempfile.TemporaryDirectory() as directory:
        kb = Path(directory)
        build_knowledge_base(folder, kb, kb / "index", None)
        with open_knowledge_base(kb) as base:
            texts = sorted(link_texts({path: base.note(path) for path in base.note_titles()}).items())
            chosen = random.Random(7).sample(texts, min(MOST, len(texts)))
            index = open_index(kb / "index")
            for text, (wanted, holding) in chosen:
                results = search_notes(base, index, text, limit=30, knobs=Knobs(title=title)).results
                spans = [r.source for r in results if not any(_touch(r.source, span) for span in holding)]
                rank = next((n for n, span in enumerate(spans[:10], 1) if any(_touch(span, w) for w in wanted)), 0)
                first += rank == 1
                reciprocal += 1 / rank if rank else 0
    print(f"{len(chosen)} link texts, first {first / len(chosen):.3f}, mrr@10 {reciprocal / len(chosen):.3f}")


if __name__ == "__main__":
    main()
