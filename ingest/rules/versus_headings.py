"""Headings that set concepts side by side: "SNS vs SQS", "Scan vs. Query", "Difference between A and B"."""

from __future__ import annotations

from collections.abc import Iterator

from graph.model import Confidence
from graph.names import fold_words
from ingest.claims import Compared, Row
from ingest.compared_names import compared_names
from ingest.document import Block, BlockKind
from ingest.node_names import clean_name
from ingest.rules.comparison_tables import table_rows
from ingest.scope import Scope

__all__ = ["read_versus_headings"]

_RULE = "versus heading"


def read_versus_headings(scope: Scope) -> Iterator[Compared]:
    """Yield a comparison for each such heading, with the rows of the table below it or its labelled items."""
    for index, block in scope.blocks(BlockKind.HEADING):
        side = compared_names(block.text.plain)
        if side is None:
            continue
        about = scope.about(index)
        table = next(
            (i for i in scope.members.get(index, ()) if scope.document.blocks[i].kind is BlockKind.TABLE), None
        )
        rows, last = _rows(scope, side.names, table, block)
        cite = scope.cite(index, _RULE, Confidence.EXPLICIT, context=None)
        whole = type(cite)(cite.first, last, cite.text, cite.rule, cite.confidence, cite.context)
        yield Compared(
            clean_name(block.text.plain), side.names, side.owner or (about.ref if about else ""), rows, whole
        )


def _rows(scope: Scope, names: tuple[str, ...], table: int | None, heading: Block) -> tuple[tuple[Row, ...], int]:
    if table is None:
        return (), heading.last
    block = scope.document.blocks[table]
    order = _columns(names, [cell.text.plain for cell in block.header.cells] if block.header else [])
    if order is None:
        return (), heading.last
    return table_rows(block, order, names=0 if 0 not in order else None), block.last


def _columns(names: tuple[str, ...], header: list[str]) -> list[int] | None:
    """Return which column holds each name, or None where the header does not hold them all."""
    order: list[int] = []
    for name in names:
        wanted = fold_words(name)
        found = [i for i, cell in enumerate(header) if _same(fold_words(cell), wanted) and i not in order]
        if not found:
            return None
        order.append(found[0])
    return order


def _same(cell: tuple[str, ...], name: tuple[str, ...]) -> bool:
    return bool(cell) and (cell == name or cell[-len(name) :] == name or name[-len(cell) :] == cell)
