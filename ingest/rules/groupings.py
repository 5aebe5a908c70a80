"""What is put into what: "groups containers into pods", "splits a topic into partitions", "In X, Y is the store"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.model import Confidence
from graph.relation_types import RelationType
from graph.sentences import split_sentences
from ingest.claims import Related
from ingest.document import BlockKind
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
_PLACED = re.compile(
    r"^In (?:the |an? )?(?P<whole>[A-Z][\w.+#-]*(?: [A-Z][\w.+#-]*){0,2}), (?:the |an? )?(?P<part>[\w.+#-]+(?: [\w.+#-]+){0,2}) (?:is|are) "
    r"(?:the|an?|one of)\s(?P<rest>.+)",
    re.DOTALL,
)
_NEGATED = re.compile(r"\b(?:not|never|cannot|n't|without)\b")


def read_groupings(scope: Scope) -> Iterator[Related]:
    """Yield what is part of what; both ends have to be known names."""
    for index, block in scope.blocks(BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.DESCRIPTION):
        plain = block.text.plain
        if " into " not in plain and "In " not in plain:
            continue
        for start, end in split_sentences(plain):
            sentence = plain[start:end]
            placed = _PLACED.match(sentence)
            grouped = _GROUPED.search(sentence)
            if placed:
                part, whole = placed["part"], placed["whole"]
            elif grouped and not _NEGATED.search(sentence, 0, grouped.start()):
                part, whole = grouped["what"], grouped["into"]
                if grouped["verb"].casefold().startswith(_OF_PARTS):
                    part, whole = whole, part
            else:
                continue
            cite = scope.cite(index, _RULE, Confidence.PATTERN, span=(start, end))
            part, whole = _as_name(part), _as_name(whole)
            yield Related(part, RelationType.PART_OF, "part of", whole, cite, search=True, source_search=True)


def _as_name(words: str) -> str:
    """A single word with a capital: what is put into what is meant as the thing of that name, however it is written."""
    return words if " " in words.strip() else words.strip().capitalize()
