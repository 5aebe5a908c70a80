"""Tables that tell of what type each name is, in a column or a row "Type": "Name | Type", "| Type | Broker | Log |"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.model import Confidence
from ingest.claims import Cite, Classed, Thing
from ingest.class_phrases import as_class, class_phrase
from ingest.document import Block, BlockKind, Cell, Row
from ingest.node_names import clean_name, has_proper_shape, is_name
from ingest.scope import Scope

__all__ = ["read_typed_names"]

_RULE = "typed name"
_TYPE = re.compile(r"(?:[\w-]+ )?(?:types?|kind|category|class)|what (?:it is|is it\??)", re.I)
_LONGEST = 4  # words of a name or a class


def read_typed_names(scope: Scope) -> Iterator[Thing | Classed]:
    """Yield each name of a table as one of the class that its cell under or beside "Type" is, word for word."""
    for _, block in scope.blocks(BlockKind.TABLE):
        if block.header is None:
            continue
        yield from _down(scope, block, block.header)
        yield from _across(scope, block, block.header)


def _down(scope: Scope, block: Block, header: Row) -> Iterator[Thing | Classed]:
    """`Name | Type`: a row for each name."""
    places = [place for place, cell in enumerate(header.cells) if place and _is_type(cell)]
    if len(places) != 1:
        return
    for row in block.rows:
        if len(row.cells) > places[0]:
            yield from _typed(scope, row.cells[0], row.cells[places[0]], _cite(scope, row))


def _across(scope: Scope, block: Block, header: Row) -> Iterator[Thing | Classed]:
    """`| | Acme MQ | Acme Log |` over `| Type | Broker | Log |`: a column for each name."""
    for row in block.rows:
        if row.cells and _is_type(row.cells[0]):
            cite = _cite(scope, row, header)
            for name, said in zip(header.cells[1:], row.cells[1:], strict=False):
                yield from _typed(scope, name, said, cite)


def _is_type(cell: Cell) -> bool:
    return _TYPE.fullmatch(cell.text.plain.strip(" :*")) is not None


def _typed(scope: Scope, cell: Cell, said: Cell, cite: Cite) -> Iterator[Thing | Classed]:
    name, words = clean_name(cell.text.plain), clean_name(said.text.plain)
    proper = has_proper_shape(name) or scope.proper.holds(name)
    if not proper or not is_name(name) or max(len(name.split()), len(words.split())) > _LONGEST:
        return
    kind = as_class(class_phrase(f"a {words}")) if words else ""
    if kind and words.casefold().endswith(kind.casefold()):
        yield Thing(name, "", "", cite)
        yield Classed(name, kind, kind, cite)


def _cite(scope: Scope, row: Row, header: Row | None = None) -> Cite:
    """The row's line, with the header's where that names what the row tells of."""
    text = " ".join(scope.document.lines(row.first, row.last).split())
    above = ((header.first, scope.document.lines(header.first, header.first).strip()),) if header else ()
    return Cite(row.first, row.last, text, _RULE, Confidence.PATTERN, above)
