"""Headings that set concepts side by side: "SNS vs SQS", "Scan vs. Query", "Difference between A and B"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from graph.model import Confidence
from graph.names import fold_words
from ingest.claims import Compared, Row
from ingest.document import Block, BlockKind
from ingest.node_names import clean_name, is_name, strip_heading
from ingest.rules.comparison_tables import table_rows
from ingest.scope import Scope

__all__ = ["compared_names", "read_versus_headings"]

_RULE = "versus heading"
_VERSUS = re.compile(r"\s+(?:vs?\.?|versus|VS\.?|対|对比)\s+|\s*与\s*|\s*和\s*", re.IGNORECASE)
_VERSUS_STRICT = re.compile(r"\s+(?:vs?\.?|versus)\s+", re.IGNORECASE)
_BETWEEN = re.compile(
    r"^(?:the\s+)?(?:key\s+|main\s+)?(?:differences?|comparison|distinction|diferencias?|diferenças?)\s+(?:between|of|entre)\s+"
    r"(?:the\s+|an?\s+)?(.+)$|^comparing\s+(.+)$",
    re.IGNORECASE,
)
_LIST = re.compile(r"\s*,\s*(?:and\s+|or\s+)?|\s+(?:and|&|y|e|or)\s+", re.IGNORECASE)
_ASIDE = re.compile(r"\s+(?:[-–—]\s+.*|\((?:vs\.?|versus)[^)]*\))$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Side:
    names: tuple[str, ...]
    owner: str


def compared_names(text: str) -> _Side | None:
    """Return the two to six names that a heading compares, and the prefix they share, or None."""
    plain = strip_heading(text)
    label, _, rest = plain.partition(": ")
    if rest and _VERSUS_STRICT.search(rest):
        plain = rest
    between = _BETWEEN.match(plain)
    if between:
        parts = [part for part in _LIST.split(between[1] or between[2]) if part]
    elif _VERSUS_STRICT.search(plain):
        if re.search(r",\s", plain):
            return None  # "Counter vs gauge, summary vs histogram" holds two comparisons
        parts = _VERSUS_STRICT.split(_ASIDE.sub("", plain))
    else:
        return None
    names = [clean_name(re.sub(r"^(?:the|an?)\s+", "", part.strip(), flags=re.I)) for part in parts]
    if not 2 <= len(names) <= 6 or not all(is_name(name) and len(name.split()) <= 5 for name in names):
        return None
    if any(re.match(r"^[\d.x]+$", name) for name in names):
        return None
    return _share(names)


def _share(names: list[str]) -> _Side:
    """`DynamoDB Scan vs Query`: the first name's first word belongs to both where the rest are single words."""
    first = names[0].split()
    if len(first) == 2 and all(len(name.split()) == 1 for name in names[1:]) and first[0][0].isupper():
        short = [first[1], *names[1:]]
        if all(name[0].isupper() == first[1][0].isupper() for name in short) and first[1].casefold() not in _KEPT:
            return _Side(tuple(short), first[0])
    last = names[-1].split()
    if len(last) == 2 and all(len(name.split()) == 1 for name in names[:-1]) and last[1].islower():
        return _Side((*[f"{name} {last[1]}" for name in names[:-1]], names[-1]), "")
    return _Side(tuple(names), "")


_KEPT = frozenset("store cache gateway queue bucket instance group service storage balancer s3 ec2".split())


def read_versus_headings(scope: Scope) -> Iterator[Compared]:
    """Yield a comparison for each such heading, with the rows of the table below it or its labelled items."""
    for index, block in scope.blocks(BlockKind.HEADING):
        side = compared_names(block.text.plain)
        if side is None:
            continue
        about = scope.about(index)
        body = [i for i, b in enumerate(scope.document.blocks) if b.heading == index]
        table = next((i for i in body if scope.document.blocks[i].kind is BlockKind.TABLE), None)
        rows, last = _rows(scope, side.names, table, block)
        cite = scope.cite(index, _RULE, Confidence.EXPLICIT, context=None)
        whole = type(cite)(cite.first, last, cite.text, cite.rule, cite.confidence, cite.context)
        yield Compared(clean_name(block.text.plain), side.names, side.owner or (about.ref if about else ""), rows, whole)


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
