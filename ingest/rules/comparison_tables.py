"""Tables whose columns or rows are the subjects of a comparison."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from graph.model import Confidence
from ingest.claims import Compared, Row
from ingest.document import Block, BlockKind
from ingest.node_names import clean_name, is_generic, is_name
from ingest.scope import Scope

__all__ = ["read_comparison_tables", "table_rows"]

_RULE = "comparison table"
_DIMENSION_HEAD = re.compile(
    r"^(?:\W*|features?|aspects?|attributes?|criteri\w+|property|properties|characteristics?|dimensions?|category"
    r"|comparison|topic|factor|point|area|parameters?|difference|capability|item|特徴|項目|比較項目|特性|características?"
    r"|característica|aspecto|对比项|方面)$",
    re.IGNORECASE,
)
_NOT_SUBJECT = re.compile(
    r"^(?:description|meaning|value|values|notes?|details?|examples?|default|type|types|required|name|purpose|usage|use"
    r"|explanation|comments?|status|link|url|version|since|until|date|price|cost|unit|syntax|command|result|output"
    r"|input|before|after|yes|no|pros|cons|advantages?|disadvantages?|summary|answer|question|time|size|count|total"
    r"|owner|responsib\w+|key|column|field|parameter|option|説明|概要|内容|意味|用途|描述|说明|valor|descripción)s?$",
    re.IGNORECASE,
)


def read_comparison_tables(scope: Scope) -> Iterator[Compared]:
    """Yield tables with a dimension column and two or more columns that are subjects."""
    for index, block in scope.blocks(BlockKind.TABLE):
        if block.header is None or len(block.rows) < 2:
            continue
        subjects = _column_subjects([clean_name(cell.text.plain) for cell in block.header.cells])
        if not subjects:
            continue
        about = scope.about(index)
        order = list(range(1, len(subjects) + 1))
        cite = scope.cite(index, _RULE, Confidence.EXPLICIT, context=about)
        title = " vs ".join(subjects)
        yield Compared(title, tuple(subjects), about.ref if about else "", table_rows(block, order, names=0), cite)


def _column_subjects(header: Sequence[str]) -> list[str]:
    subjects = list(header[1:])
    if not _DIMENSION_HEAD.match(header[0]) or not 2 <= len(subjects) <= 6 or len(set(subjects)) < len(subjects):
        return []
    named = all(is_name(name) and not is_generic(name) and not _NOT_SUBJECT.match(name) for name in subjects)
    return subjects if named else []


def table_rows(block: Block, order: Sequence[int], *, names: int | None) -> tuple[Row, ...]:
    """Return the table's rows as dimensions: `names` is the column with their names, `order` the subjects' columns.

    A row without a value is a caption of a group and no dimension; a row without a name carries on the one above.
    """
    rows: list[Row] = []
    for row in block.rows:
        cells = [_value(cell.text.plain) for cell in row.cells]
        values = tuple(cells[column] if column < len(cells) else "" for column in order)
        name = clean_name(cells[names]) if names is not None and names < len(cells) else ""
        if not any(values):
            continue
        if not name and names is not None and rows:
            name = rows[-1].name
        rows.append(Row(name, values, row.first, row.last))
    return tuple(rows)


def _value(plain: str) -> str:
    return " ".join(plain.split())
