"""Every note of the shared corpora is read; what no block covers is markup only."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from graph.model import Skipped
from ingest.document import BlockKind, Document
from ingest.markdown import parse_document
from ingest.read_notes import read_notes

CORPORA = Path(__file__).parents[2].parent / "shared" / "corpora"
FOLDERS = (
    sorted(path for path in CORPORA.glob("*") if path.is_dir() and path.name != "scale") if CORPORA.is_dir() else []
)

pytestmark = [
    pytest.mark.corpora,
    pytest.mark.skipif(not FOLDERS, reason="the shared corpora are not beside the checkout"),
]

# Lines that say nothing: signs, tags, comments, reference definitions, images without words, template tags, and how an
# outliner shows a block.
MARKUP = re.compile(
    r"[\s>*+\-#|=_:.`~0-9)\\;&nbsp]*"
    r"(?:!?\[[^\]]*\]:.*|[\w\"=\s/.-]*/?>.*|<.*|.*-->|!\[.*|%%.*|\{[%{:#].*|\[!\[\].*|:::+.*|#\+.*|import .*"
    r"|(?:id|collapsed|heading|background-color|created-at|updated-at|icon|public|filters|ls-type"
    r"|(?:logseq|card|hl|query|file|template)[\w.-]*):: .*)?"
)
COMMENT_OR_TAG = re.compile(r"<!--.*?(?:-->|\Z)|<[A-Za-z][\w-]*(?:\s[^<>]*)?>", re.DOTALL)
LINE_END = re.compile(r"\r\n|\n|\r")


def documents(folder: Path) -> list[Document]:
    return [parse_document(read.path, read.text) for read in read_notes(folder) if not isinstance(read, Skipped)]


@pytest.mark.parametrize("folder", FOLDERS, ids=[path.name for path in FOLDERS])
def test_every_note_is_read_and_no_words_are_lost(folder: Path) -> None:
    lost = 0
    lines = 0
    for document in documents(folder):
        covered = set(range(document.front_matter.first, document.front_matter.last + 1))
        for block in document.blocks:
            covered.update(range(block.first, block.last + 1))
            if block.text.plain and block.kind is not BlockKind.CODE:
                quote = document.quote(block.text, 0, len(block.text.plain))
                assert quote.text in document.lines(quote.first, quote.last)
        source_lines = LINE_END.split(document.source)
        lines += len(source_lines)
        for markup in COMMENT_OR_TAG.finditer(document.source):
            covered.update(range(document.line_of(markup.start()), document.line_of(markup.end() - 1) + 1))
        lost += sum(
            1
            for number, line in enumerate(source_lines, 1)
            if number not in covered and line.strip() and not MARKUP.fullmatch(line)
        )
    assert lost <= lines / 2000
