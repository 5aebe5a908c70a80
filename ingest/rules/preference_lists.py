"""Lists that say when to take one thing and not another: "Use TCP over UDP when:" and its items."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.model import Confidence
from ingest.claims import Compared, Row
from ingest.document import BlockKind
from ingest.node_names import clean_name, is_nameable
from ingest.scope import Scope

__all__ = ["read_preference_lists"]

_RULE = "preference list"
_PREFER = re.compile(
    r"^(?:use|choose|prefer|pick)\s+(?:an?\s+|the\s+)?(?P<a>\S.{1,40}?)\s+(?:over|instead of|rather than)\s+(?:an?\s+|the\s+)?"
    r"(?P<b>\S.{1,40}?)\s+(?P<when>when|if)\s*[:：]$",
    re.IGNORECASE,
)


def read_preference_lists(scope: Scope) -> Iterator[Compared]:
    """Yield a comparison with a row for each condition of the preferred side."""
    for index, block in scope.blocks(BlockKind.PARAGRAPH, BlockKind.ITEM):
        plain = block.text.plain.strip()
        found = _PREFER.match(plain) if plain.endswith((":", "：")) else None
        names = tuple(clean_name(found[side]) for side in "ab") if found else ()
        if not found or not all(is_nameable(name) for name in names):
            continue
        rows = tuple(_conditions(scope, index, f"use {found['when'].casefold()}"))
        about = scope.about(index)
        cite = scope.cite(index, _RULE, Confidence.EXPLICIT)
        last = max((row.last for row in rows), default=cite.last)
        yield Compared(" vs ".join(names), names, about.owner if about else "", rows, cite, last)


def _conditions(scope: Scope, index: int, dimension: str) -> Iterator[Row]:
    blocks = scope.document.blocks
    for block in blocks[index + 1 :]:
        if block.kind is not BlockKind.ITEM:
            return
        yield Row(dimension, (" ".join(block.text.plain.split()), ""), block.first, block.last)
