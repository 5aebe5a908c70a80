"""Tables with a column of short forms: "Mode | Abbreviation | Meaning", "Acronym | Full form"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.model import Confidence
from ingest.abbreviations import looks_like_abbreviation
from ingest.claims import Cite, SameThing, Thing
from ingest.document import Block, BlockKind, Row
from ingest.node_names import clean_name, is_name
from ingest.scope import Scope

__all__ = ["read_spelt_rows"]

_RULE = "spelt row"
_SHORT = re.compile(r"(?:abbreviations?|abbr\.?|acronyms?|short (?:form|name)s?|initials)", re.IGNORECASE)
_LONG = re.compile(
    r"(?:full (?:forms?|names?)|expansions?|expanded(?: form)?|stands for|long (?:form|name)s?)", re.IGNORECASE
)
_LONGEST = 7  # words spelt out


def read_spelt_rows(scope: Scope) -> Iterator[Thing | SameThing]:
    """Yield the two names of each row of a table that heads one column as the short forms of another."""
    for _, block in scope.blocks(BlockKind.TABLE):
        columns = _columns(block)
        for row in block.rows if columns else ():
            yield from _same(scope, row, *columns)


def _columns(block: Block) -> tuple[int, int] | tuple[()]:
    """The columns of the long and the short forms: the one headed so, else the first."""
    heads = [clean_name(cell.text.plain) for cell in block.header.cells] if block.header else []
    short = next((place for place, head in enumerate(heads) if _SHORT.fullmatch(head)), -1)
    long = next((place for place, head in enumerate(heads) if _LONG.fullmatch(head)), 0)
    return (long, short) if short >= 0 and long != short else ()


def _same(scope: Scope, row: Row, long: int, short: int) -> Iterator[Thing | SameThing]:
    if len(row.cells) <= max(long, short):
        return
    name, other = (clean_name(row.cells[place].text.plain) for place in (long, short))
    if is_name(name) and len(name.split()) <= _LONGEST and looks_like_abbreviation(other):
        text = " ".join(scope.document.lines(row.first, row.last).split())
        cite = Cite(row.first, row.last, text, _RULE, Confidence.EXPLICIT)
        yield Thing(name, "", "", cite)
        yield SameThing(name, other, cite)
