"""What the rows of a table say in sentences: `| **Offset** | Position of a message |` says of the offset what it is.

A column that describes is called so ("Description", "Purpose"). In a table that only lays a page out, a cell says it by
itself: `**S3** – object storage`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from ingest.document import MarkKind, Row, Text

__all__ = ["DESCRIBED", "LAID_OUT", "row_statements"]

DESCRIBED, LAID_OUT = "described", "laid out"

_SAID = re.compile(
    r"(?:(?:short |brief )?descriptions?|meanings?|definitions?|explanations?|purposes?|functions?|roles?|details?|notes?|summary"
    r"|behaviou?rs?|usage|use|used for|what (?:it|they) (?:is|are|does|do)|what it[’']s for|how it works|comments?|remarks?)",
    re.IGNORECASE,
)
_SIGN = re.compile(r"\s*[-–—:]\s")
_LONGEST_NAME = 6  # words
_FEWEST = 3  # words of a statement
_JOINT = ": "


def row_statements(header: Row | None, rows: tuple[Row, ...]) -> Iterator[tuple[Text, str]]:
    """Yield the words of each row that says something in words, as one text, and which of the two forms it has."""
    heads = [cell.text.plain.strip(" *:?") for cell in header.cells] if header else []
    described = len(heads) in (2, 3) and bool(_SAID.fullmatch(heads[1]))
    for row in rows if described else (*((header,) if header else ()), *rows):
        if not described:
            yield from ((cell.text, LAID_OUT) for cell in row.cells if _leads_with_term(cell.text))
        elif len(row.cells) > 1:
            name, said = row.cells[0].text, row.cells[1].text
            if 0 < len(name.plain.split()) <= _LONGEST_NAME and len(said.plain.split()) >= _FEWEST:
                yield _joined(name, said), DESCRIBED


def _leads_with_term(text: Text) -> bool:
    first = text.marks[0] if text.marks else None
    led = first is not None and first.kind is MarkKind.STRONG and first.start == 0
    return first is not None and led and bool(_SIGN.match(text.plain, first.end)) and len(text.plain.split()) >= _FEWEST


def _joined(name: Text, said: Text) -> Text:
    """Two cells as one text; what stands between them is told to stand at the first one's end."""
    bare = name.plain.rstrip()
    offset = len(bare) + len(_JOINT)
    between = name.source_offset(max(0, len(bare) - 1)) if name.runs else 0
    runs = [run for run in name.runs if run[0] < len(bare)]
    runs += [(len(bare) + place, between) for place in range(len(_JOINT))]
    runs += [(start + offset, source) for start, source in said.runs]
    marks = [replace(mark, end=min(mark.end, len(bare))) for mark in name.marks if mark.start < len(bare)]
    marks += [replace(mark, start=mark.start + offset, end=mark.end + offset) for mark in said.marks]
    return Text(f"{bare}{_JOINT}{said.plain}", tuple(marks), tuple(runs))
