"""Bold names joined by "or" in a statement: "a **key-value store**, a **document store** or a **graph database**"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
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
from ingest.topics import Topic

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
            if _are_apart(names, about):
                yield from _options(scope, index, about, filter(is_name, names))


def _are_apart(names: Sequence[str], about: Topic) -> bool:
    """Whether the names are neither two of one thing, nor is the topic itself one of those to choose from."""
    if any(is_gloss_of(a, b) or is_gloss_of(b, a) for a, b in pairwise(names)):
        return False
    return all(fold_words(name) != fold_words(about.name) for name in names)


def _options(scope: Scope, index: int, about: Topic, names: Iterable[str]) -> Iterator[Thing | Related]:
    cite = scope.cite(index, _RULE, Confidence.PATTERN, context=about)
    for name in names:
        yield Thing(name, about.ref, "", cite)
        yield Related(qualify(about.ref, name), RelationType.OPTION_OF, "option of", about.ref, cite)


def _names(plain: str, topic: str) -> bool:
    """Whether the statement begins with the topic's name."""
    wanted = fold_words(topic)
    return fold_words(_ARTICLE.sub("", plain[: 4 * len(topic) + 20]))[: len(wanted)] == wanted


def _rows(text: Text, end: int) -> Iterator[list[str]]:
    for row in _runs(text, end):
        joined = any(_OR.search(text.plain, a.end, b.start) for a, b in pairwise(row))
        if joined and _OFFERED.search(text.plain[: row[0].start]):
            yield [clean_name(text.plain[mark.start : mark.end]) for mark in row]


def _runs(text: Text, end: int) -> Iterator[list[Mark]]:
    """The bold marks before `end`, those together that nothing but a joining word or sign parts."""
    row: list[Mark] = []
    for mark in text.marks:
        if mark.kind is not MarkKind.STRONG or mark.start >= end:
            continue
        if row and not _is_joint(text.plain[row[-1].end : mark.start]):
            yield row
            row = []
        row.append(mark)
    if row:
        yield row


def _is_joint(between: str) -> bool:
    return bool(between.strip()) and _JOIN.match(between) is not None
