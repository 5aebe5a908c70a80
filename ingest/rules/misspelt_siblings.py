"""A listed name spelt with a slip that the note itself sets right: "Data Steams" beside "Video Streams", of "data streams"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from graph.model import Confidence
from graph.review.one_slip import is_slip
from ingest.claims import SameThing
from ingest.document import Block, BlockKind
from ingest.node_names import is_name
from ingest.scope import Scope

__all__ = ["read_misspelt_siblings"]

_RULE = "misspelt sibling"
_RARE = 2  # times that a slip is made at most


def read_misspelt_siblings(scope: Scope) -> Iterator[SameThing]:
    """Yield the right spelling of a listed name as its other name, cited where the note has it.

    Three things have to speak for it: the last word is one slip of the hand from a sibling's, the note writes it so
    rarely and the sibling's word often, and the whole phrase stands elsewhere with the sibling's word.
    """
    for members in scope.children.values():
        heads: dict[tuple[str, str], list[tuple[str, str]]] = defaultdict(list)
        for index in members:
            lead = scope.topics.leads[index]
            if lead is not None and scope.document.blocks[index].kind is BlockKind.ITEM:
                before, _, head = lead.name.rpartition(" ")
                if before and head.isalpha():
                    heads[head[0].casefold(), head[-1]].append((before, head))
        for named in heads.values():
            for before, head in named:
                rights = {right for _, right in named if is_slip(head.casefold(), right.casefold())}
                if len(rights) == 1:
                    yield from _set_right(scope, before, head, rights.pop())


def _set_right(scope: Scope, before: str, wrong: str, right: str) -> Iterator[SameThing]:
    phrase = re.compile(rf"\b{re.escape(before)} {re.escape(right)}\b", re.IGNORECASE)
    blocks = list(scope.blocks(*BlockKind))
    spelt = f"{before} {right}"
    slips, rights = (_count(word, blocks) for word in (wrong, right))
    if slips > _RARE or rights < 2 * slips or not is_name(spelt):
        return
    for index, block in blocks:
        found = phrase.search(block.text.plain)
        if found:
            cite = scope.cite(index, _RULE, Confidence.PATTERN, span=found.span())
            yield SameThing(f"{before} {wrong}", spelt, cite)
            return


def _count(word: str, blocks: list[tuple[int, Block]]) -> int:
    whole = re.compile(rf"\b{re.escape(word)}\b", re.IGNORECASE)
    return sum(len(whole.findall(block.text.plain)) for _, block in blocks)
