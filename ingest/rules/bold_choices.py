"""Bold names joined by "or" in a statement: "a **key-value store**, a **document store** or a **graph database**"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from graph.model import Confidence
from graph.names import fold_words
from graph.relation_types import RelationType
from graph.sentences import split_sentences
from ingest.abbreviations import is_gloss_of
from ingest.claims import Related, Thing, qualify
from ingest.document import BlockKind, Mark, MarkKind, Text
from ingest.node_names import clean_name, is_name
from ingest.scope import Scope

__all__ = ["read_bold_choices"]

_RULE = "bold choice"
_JOIN = re.compile(r"^\s*(?:,\s*)?(?:\bor\b\s*)?(?:an?\s+|the\s+)?$", re.IGNORECASE)
_OF_TOPIC = re.compile(r"(?:it|they) (?:can be|is|are|may be|comes? in|supports?)\b", re.IGNORECASE)
# What offers them: "detects **offensive** or **unwanted** content" tells what is done.
_OFFERED = re.compile(
    r"(?:\b(?:can be|may be|is|are|be|in|as|either|supports?|offers?|provides?|has|have|use|uses|using|via|with|by|to|between|through|of|from)"
    r"|[:(,])\s*(?:an?\s+|the\s+|either\s+)?$",
    re.IGNORECASE,
)
_ARTICLE = re.compile(r"^(?:an?|the)\s+", re.IGNORECASE)
_OR = re.compile(r"\bor\b", re.IGNORECASE)


def read_bold_choices(scope: Scope) -> Iterator[Thing | Related]:
    """Yield each of the names in such a row as an option of the topic."""
    for index, block in scope.blocks(BlockKind.PARAGRAPH, BlockKind.ITEM):
        about = scope.about(index)
        if about is None or sum(mark.kind is MarkKind.STRONG for mark in block.text.marks) < 2:
            continue
        if not _OF_TOPIC.match(block.text.plain) and not _names(block.text.plain, about.name):
            continue
        first = next(iter(split_sentences(block.text.plain)), (0, 0))[1]  # the sentence that is about the topic
        for names in _rows(block.text, first):
            if any(is_gloss_of(a, b) or is_gloss_of(b, a) for a, b in pairwise(names)):
                continue  # two names of one thing
            if any(fold_words(name) == fold_words(about.name) for name in names):
                continue  # the topic is itself one of those to choose from
            for name in names:
                if is_name(name):
                    cite = scope.cite(index, _RULE, Confidence.PATTERN, context=about)
                    yield Thing(name, about.ref, "", cite)
                    yield Related(qualify(about.ref, name), RelationType.OPTION_OF, "option of", about.ref, cite)


def _names(plain: str, topic: str) -> bool:
    """Whether the statement begins with the topic's name."""
    wanted = fold_words(topic)
    return fold_words(_ARTICLE.sub("", plain[: 4 * len(topic) + 20]))[: len(wanted)] == wanted


def _rows(text: Text, end: int) -> Iterator[list[str]]:
    row: list[Mark] = []
    joined = False
    for mark in (*(mark for mark in text.marks if mark.kind is MarkKind.STRONG and mark.start < end), None):
        between = text.plain[row[-1].end : mark.start] if row and mark else ""
        if mark is None or (row and not (between.strip() and _JOIN.match(between))):
            if joined and _OFFERED.search(text.plain[: row[0].start]):
                yield [clean_name(text.plain[m.start : m.end]) for m in row]
            row, joined = [], False
        if mark is not None:
            joined = joined or bool(row and _OR.search(between))
            row.append(mark)
