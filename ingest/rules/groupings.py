"""What is put into what: "groups containers into pods", "splits a topic into partitions"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.model import Confidence
from graph.relation_types import RelationType
from graph.sentences import split_sentences
from ingest.claims import Related
from ingest.document import BlockKind
from ingest.marked_capitals import as_name
from ingest.scope import Scope

__all__ = ["read_groupings"]

_RULE = "grouping"
_GROUPED = re.compile(
    r"\b(?P<verb>encapsulat|packag|bundl|group|split|divid|partition|break|organi[sz])(?:s|es|ts|ed)? (?:up )?"
    r"(?:the |a |an |its |your |multiple |several |all )?(?P<what>[\w-]+(?: [\w-]+){0,2}?) into "
    r"(?P<into>(?:(?:an? |the |one or more |multiple |several |smaller )?(?:\w+ )?(?:called|known as|named) )?[^,.;:()]{2,60})",
    re.IGNORECASE,
)
_OF_PARTS = ("split", "divid", "partition", "break")
_NEGATED = re.compile(r"\b(?:not|never|cannot|n't|without)\b")


def read_groupings(scope: Scope) -> Iterator[Related]:
    """Yield what is part of what; both ends have to be known names."""
    for index, block in scope.blocks(BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.DESCRIPTION):
        plain = block.text.plain
        if " into " not in plain:
            continue
        for start, end in split_sentences(plain):
            sentence = plain[start:end]
            grouped = _GROUPED.search(sentence)
            if grouped is None or _NEGATED.search(sentence, 0, grouped.start()):
                continue
            part, whole = grouped["what"], grouped["into"]
            if grouped["verb"].casefold().startswith(_OF_PARTS):
                part, whole = whole, part
            cite = scope.cite(index, _RULE, Confidence.PATTERN, span=(start, end))
            part, whole = as_name(part), as_name(whole)
            yield Related(part, RelationType.PART_OF, "part of", whole, cite, search=True, source_search=True)
