"""Rows of a comparison that has no table: sub-headings as dimensions, and what is said of each subject below them.

A paragraph or item that begins with a subject speaks of it; items below "Reasons for X:" or below X's own
sub-heading do too. What begins with neither says nothing about one subject alone and makes no row.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from graph.names import fold_words
from ingest.claims import Row
from ingest.document import Block, BlockKind
from ingest.node_names import clean_name
from ingest.scope import Scope
from ingest.sentences import split_sentences

__all__ = ["told_rows"]

_BEGINNING = 6  # words in which a subject's name has to begin: "Reasons for X", "When to use X"
_MAX_ROWS = 40
_MAX_VALUE = 400
_IS = re.compile(r"^(?:is|are|means|refers to)\s+(?:an?\s+|the\s+)?", re.IGNORECASE)
_WORD = re.compile(r"[\w.+#-]*[\w+#]")
_BEFORE = frozenset(
    "a an the reasons for when to use you your using choose pick if while with of on in other hand have we both deploying".split()
)


def told_rows(scope: Scope, index: int, names: Sequence[str]) -> tuple[Row, ...]:
    """Return one row for each statement about one of the names in the section, in reading order."""
    rows: list[Row] = []
    subject, dimension = -1, ""
    for block in _section(scope, index):
        plain = " ".join(block.text.plain.split())
        if block.kind is BlockKind.HEADING:
            subject = _subject(plain, names)[0]
            dimension = "" if subject >= 0 else clean_name(plain)
            continue
        found = False
        for start, end in split_sentences(plain):
            named, rest = _subject(plain[start:end], names)
            if named >= 0:
                subject, found = named, True
                rows += _row(dimension, rest, named, len(names), block)
        if not found and block.kind is BlockKind.ITEM and subject >= 0:
            rows += _row(dimension, plain, subject, len(names), block)
        elif not found and block.kind is not BlockKind.ITEM and block.level != 7 and not dimension:
            subject = -1
    return tuple(rows[:_MAX_ROWS])


def _section(scope: Scope, index: int) -> Iterator[Block]:
    """Yield the blocks below a heading, its sub-headings' included."""
    blocks = scope.document.blocks
    level = blocks[index].level
    for block in blocks[index + 1 :]:
        if block.kind is BlockKind.HEADING and block.level <= level:
            return
        if block.kind in (BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.ITEM):
            yield block


def _subject(text: str, names: Sequence[str]) -> tuple[int, str]:
    """Return which name the text begins with, and the words behind it; (-1, "") where it begins with none."""
    words = list(_WORD.finditer(text[:200]))[: _BEGINNING + 6]
    folded = ["".join(fold_words(word[0])) for word in words]
    for place in range(min(_BEGINNING, len(words))):
        for number, name in enumerate(names):
            wanted = fold_words(name)
            if tuple(folded[place : place + len(wanted)]) == wanted:
                return number, text[words[place + len(wanted) - 1].end() :].strip(" *:：-–—.,")
        if words[place][0].casefold() not in _BEFORE:
            break
    return -1, ""


def _row(dimension: str, said: str, subject: int, count: int, block: Block) -> list[Row]:
    """One row with one value; a definition is named as such where nothing else names the dimension."""
    defined = _IS.match(said)
    value = said[defined.end() :] if defined and not dimension else said
    value = value.strip(" .")[:_MAX_VALUE]
    if not value or said.endswith((":", "：")):
        return []
    name = dimension or ("definition" if defined else "")
    return [Row(name, tuple(value if i == subject else "" for i in range(count)), block.first, block.last)]
