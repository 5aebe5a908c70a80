"""Each case file holds cases of title, Markdown and the outline expected of it, parted by a lone dot."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from graph.model import NoteId
from ingest.document import Block, Document, Row, Text
from ingest.markdown import parse_document

FOLDER = Path(__file__).with_name("document_cases")


def read_cases() -> list[tuple[str, str, str]]:
    cases = []
    for file in sorted(FOLDER.glob("*.md")):
        parts = file.read_text(encoding="utf-8").split("\n.\n")
        assert len(parts) % 3 == 1, f"{file.name}: cases are title, input and outline, each ended by a lone dot"
        for title, source, expected in zip(parts[:-1:3], parts[1::3], parts[2::3], strict=True):
            cases.append((f"{file.stem}: {title.strip()}", source + "\n", expected))
    return cases


def outline(document: Document) -> str:
    """One line a block: kind, level, lines, info, `@` the line of its section's heading, text, marks."""
    depths: list[int] = []
    lines = []
    front = document.front_matter
    if front.first:
        lines.append(f"front matter L{front.first}-{front.last} {json.dumps(front.values, ensure_ascii=False)}")
    for block in document.blocks:
        depths.append(depths[block.parent] + 1 if block.parent >= 0 else 0)
        indent = "  " * depths[-1]
        lines.append(indent + describe(document, block))
        if block.header is not None:
            lines.append(f"{indent}  header {describe_row(block.header)}")
        lines += [f"{indent}  row {describe_row(row)}" for row in block.rows]
    lines += [f"! L{found.line} {found.message}" for found in document.diagnostics]
    return "\n".join(lines)


def describe(document: Document, block: Block) -> str:
    words = [block.kind.value]
    if block.level:
        words.append(str(block.level))
    words.append(span(block.first, block.last) + (f"..{block.end}" if block.end != block.last else ""))
    if block.info:
        words.append(block.info)
    if block.task is not None:
        words.append("done" if block.task else "open")
    if block.heading >= 0:
        words.append(f"@{document.blocks[block.heading].first}")
    if block.text.plain:
        words.append(describe_text(block.text))
    return " ".join(words)


def describe_row(row: Row) -> str:
    return f"{span(row.first, row.last)} " + " | ".join(describe_text(cell.text) for cell in row.cells)


def describe_text(text: Text) -> str:
    marks = [
        f"{mark.kind.value} {text.plain[mark.start : mark.end]!r}" + (f" -> {mark.target}" if mark.target else "")
        for mark in text.marks
    ]
    return json.dumps(text.plain, ensure_ascii=False) + (f" [{', '.join(marks)}]" if marks else "")


def span(first: int, last: int) -> str:
    return f"L{first}" if first == last else f"L{first}-{last}"


CASES = read_cases()


@pytest.mark.parametrize(("title", "source", "expected"), CASES, ids=[case[0] for case in CASES])
def test_a_document_has_the_outline_of_its_case(title: str, source: str, expected: str) -> None:
    assert outline(parse_document(NoteId("case.md"), source)) == expected
