"""What a review finds in small notes: cases are Markdown files of title, notes and findings, parted by a lone dot.

A case of several notes has a line `=== path` before each; a finding reads `KW101 about: lines`.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from graph.model import Knowledge, NoteId
from graph.review.review import find_all
from ingest.markdown import parse_document
from ingest.reading import read_document
from ingest.resolve import resolve

CASES = [
    (file.stem, *case.split("\n.\n"))
    for file in sorted((Path(__file__).parent / "cases").glob("*.md"))
    for case in re.split(r"\n\.\n\n", file.read_text("utf-8").strip() + "\n\n")
    if case.strip()
]


def read(text: str) -> Knowledge:
    parts = re.split(r"^=== (.*)\n", text, flags=re.MULTILINE)
    notes = dict(zip(parts[1::2], parts[2::2], strict=True)) if len(parts) > 1 else {"note.md": text}
    texts = {NoteId(path): body for path, body in notes.items()}
    return resolve([read_document(parse_document(path, body), "") for path, body in texts.items()], texts)


@pytest.mark.parametrize(("file", "title", "notes", "expected"), CASES, ids=[f"{c[0]}: {c[1]}" for c in CASES])
def test_review_cases(file: str, title: str, notes: str, expected: str) -> None:
    wanted = expected.strip().removesuffix("\n.")
    codes = set(re.findall(r"KW\d+", title))
    findings = [f for f in find_all(read(notes + "\n")) if f.code.partition("-")[0] in codes]
    told = [
        f"{f.code.partition('-')[0]} {f.about}: {', '.join(str(q.span.line_start) for q in f.quotes)}" for f in findings
    ]
    assert "\n".join(told) == wanted.replace("nothing", "").strip()
