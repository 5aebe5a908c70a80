"""What is said of a topic: facts, and the text in which others are mentioned."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.model import Confidence
from ingest.claims import Cite, Said, Stretch
from ingest.document import BlockKind, MarkKind, Text
from ingest.scope import Scope

__all__ = ["read_statements"]

_URL = re.compile(r"(?<!\S)\S+://\S+|\bwww\.\S+")
_POINTING = (MarkKind.LINK, MarkKind.IMAGE)
_URL_ONLY = re.compile(r"^\W*https?://\S+\W*$")


def read_statements(scope: Scope) -> Iterator[Said | Stretch]:
    """Yield one fact for each item or paragraph of a topic, and each as a stretch of text."""
    for index, block in scope.blocks(BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.DESCRIPTION):
        plain = " ".join(block.text.plain.split())
        if not plain or _URL_ONLY.match(plain):
            continue
        topic = scope.topics.introduced[index] or scope.about(index)
        cite = scope.cite(index, "statement", Confidence.EXPLICIT, context=topic)
        words = _URL.sub(" ", plain) if "://" in plain or "www." in plain else plain
        yield Stretch(topic.ref if topic else "", words, cite)
        if not _only_links(block.text):
            yield from _facts(scope, index, plain, cite)


def _facts(scope: Scope, index: int, plain: str, cite: Cite) -> Iterator[Said]:
    """The statement as one on the line's own term, and on the topic above where the term is told anything of."""
    own, about, lead = scope.topics.introduced[index], scope.about(index), scope.topics.leads[index]
    told = lead is not None and not (lead.alone and not lead.gloss)
    if own is not None and told:
        yield Said(own.ref, plain, cite)
    if about is not None and (own is None or lead is None or told):
        if own is not None:
            cite = scope.cite(index, "statement", Confidence.EXPLICIT, context=about)
        yield Said(about.ref, plain, cite)


def _only_links(text: Text) -> bool:
    """A line of links and pictures alone ("Home · Guide · Prices") points to statements and makes none."""
    linked = [mark for mark in text.marks if mark.kind in _POINTING]
    if not linked:
        return False
    rest = text.plain
    for mark in sorted(linked, key=lambda mark: -mark.start):
        rest = rest[: mark.start] + rest[mark.end :]
    return not any(char.isalnum() for char in rest)
