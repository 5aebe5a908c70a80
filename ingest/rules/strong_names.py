"""Names that an author sets in bold inside a statement: `bootstrap script via **Userdata**`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.model import Confidence
from graph.relation_types import RelationType
from ingest.claims import Related, Thing, qualify
from ingest.document import BlockKind, MarkKind
from ingest.membership import is_activity, is_whole, stands_below
from ingest.node_names import clean_name, has_proper_shape, is_name
from ingest.scope import Scope
from ingest.topics import Topic

__all__ = ["read_strong_names"]

_RULE = "bold name"
_USED = re.compile(
    r"\b(?:via|using|uses|calls|configuring|invokes|invoking)\s+(?:the |an? )?(?:[\w-]+ ){0,2}$",
    re.I,
)
# Words that bring in a name without saying that the topic uses it.
_BROUGHT_IN = re.compile(
    r"\b(?:with|use|through|call|configur\w+|provid\w+|includ\w+|invoke)\s+(?:the |an? )?(?:[\w-]+ ){0,4}$", re.I
)
_NAMED = re.compile(r"\b(?:called|named|known as|termed|referred to as) (?:an? |the )?$", re.I)
_NEGATED = re.compile(r"\b(?:not|never|no|without|cannot)\b|n't\b", re.I)


def read_strong_names(scope: Scope) -> Iterator[Thing | Related]:
    """Yield each bold name inside a statement, used by the topic where the words before it say so."""
    for index, block in scope.blocks(BlockKind.PARAGRAPH, BlockKind.ITEM):
        plain, about = block.text.plain, scope.topics.introduced[index] or scope.about(index)
        used, previous = False, 0
        for mark in block.text.marks:
            name = clean_name(plain[mark.start : mark.end])
            before = plain[: mark.start]
            if mark.kind is not MarkKind.STRONG or not before.strip(" -*•") or not _is_proper(name):
                continue
            if _NAMED.search(before) or (_BROUGHT_IN.search(before) and not _USED.search(before)):
                yield Thing(name, "", "", scope.cite(index, _RULE, Confidence.PATTERN, context=about))
                continue
            joined = used and bool(re.match(r"^[\s,]*(?:and|or)?\s*$", before[previous:]))
            used = joined or (bool(_USED.search(before)) and not _NEGATED.search(before))
            previous = mark.end
            if used:
                yield from _used(scope, index, name, about)


def _used(scope: Scope, index: int, name: str, about: Topic | None) -> Iterator[Thing | Related]:
    cite = scope.cite(index, _RULE, Confidence.PATTERN, context=about)
    if about is None or not _acts(scope, index, about):
        yield Thing(name, "", "", cite)
    elif name.casefold() != about.name.casefold():
        yield Thing(name, about.ref, "", cite)
        yield Related(about.ref, RelationType.USES, "uses", qualify(about.ref, name), cite)


def _acts(scope: Scope, index: int, about: Topic) -> bool:
    """A thing right above the statement, no chapter."""
    if about.block != index and not stands_below(scope, index, about):
        return False
    named = scope.proper.any_in(about.name) and not is_activity(about.name.split()[-1])
    return is_whole(about.name) and (named or scope.proper.holds(about.name))


def _is_proper(name: str) -> bool:
    return is_name(name) and len(name.split()) <= 4 and (name[0].isupper() or has_proper_shape(name))
