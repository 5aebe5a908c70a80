"""Examples in parentheses right behind the class that a line leads with: "Message queue (e.g., RabbitMQ, Kafka)"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.model import Confidence
from graph.relation_types import RelationType
from ingest.claims import Related, Thing
from ingest.class_nouns import CLASS_NOUNS
from ingest.class_phrases import singular
from ingest.document import Block, BlockKind, MarkKind
from ingest.english import DOING_VERBS
from ingest.node_names import clean_name, has_proper_shape, is_name
from ingest.scope import Scope

__all__ = ["read_lead_examples"]

_RULE = "lead example"
_LEAD = re.compile(
    r"(?P<class>[A-Z][a-z-]+(?: [a-z-]+){0,3}):? \((?:e\.g\.,?|like|such as|for example,?|examples?:) (?P<names>[^()]{2,100})\)",
    re.IGNORECASE,
)
_SEPARATOR = re.compile(r",\s+(?:and\s+|or\s+)?|\s+(?:and|or)\s+|\s*/\s*")
_ETC = re.compile(r"[,\s]*(?:etc\.?|and (?:so on|others|more)|\.\.\.|…)\s*$", re.IGNORECASE)
_LONGEST = 3  # words of a name


def read_lead_examples(scope: Scope) -> Iterator[Thing | Related]:
    """Yield each example as one of the class; all of them have to be written as names."""
    for index, block in scope.blocks(BlockKind.PARAGRAPH, BlockKind.ITEM):
        found = _LEAD.match(block.text.plain) if "(" in block.text.plain else None
        name = clean_name(found["class"]) if found else ""
        if found is None or not is_name(name) or not _is_class(scope, index, found, name):
            continue
        names = [clean_name(part) for part in _SEPARATOR.split(_ETC.sub("", found["names"]))]
        if not all(_is_written_as_name(block, part) for part in names):
            continue
        topic = scope.topics.introduced[index]
        kind = topic.ref if topic is not None else singular(name)
        cite = scope.cite(index, _RULE, Confidence.PATTERN, span=(0, found.end()))
        if topic is None:
            yield Thing(kind, "", "", cite)
        for member in names:
            yield Thing(member, "", "", cite)
            yield Related(member, RelationType.IS_A, "is a", kind, cite)


def _is_class(scope: Scope, index: int, found: re.Match[str], name: str) -> bool:
    """A class is set off, or ends in a noun of classes; in ordinary words."""
    marks = scope.document.blocks[index].text.marks
    set_off = any(
        m.kind in (MarkKind.STRONG, MarkKind.EMPHASIS) and m.start == 0 and m.end >= found.end("class") for m in marks
    )
    if name.split(maxsplit=1)[0].casefold() in DOING_VERBS:
        return False  # "Put messaging systems (e.g., X) between"
    # "Key-Value Stores" are ordinary words
    shaped = any(has_proper_shape(word) for word in name.split() if "-" not in word)
    ordinary = not shaped and not (scope.proper.holds(name) and "-" not in name)
    return ordinary and (set_off or name.rsplit(maxsplit=1)[-1].casefold().removesuffix("s") in CLASS_NOUNS)


def _is_written_as_name(block: Block, name: str) -> bool:
    code = any(m.kind is MarkKind.CODE and block.text.plain[m.start : m.end] == name for m in block.text.marks)
    return is_name(name) and len(name.split()) <= _LONGEST and (code or name[0].isupper() or has_proper_shape(name))
