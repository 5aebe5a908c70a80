"""Names that an author sets in bold inside a statement: `bootstrap script via **Userdata**`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.model import Confidence
from graph.relation_types import RelationType
from ingest.claims import Related, Thing, qualify
from ingest.document import BlockKind, MarkKind
from ingest.node_names import clean_name, has_proper_shape, is_name
from ingest.scope import Scope

__all__ = ["read_strong_names"]

_RULE = "bold name"
_USED = re.compile(
    r"\b(?:via|with|using|uses?|through|calls?|configur\w+|provid\w+|includ\w+|invok\w+)\s+(?:the |an? )?(?:[\w-]+ ){0,4}$",
    re.I,
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
            if _NAMED.search(before):
                yield Thing(name, "", "", scope.cite(index, _RULE, Confidence.PATTERN, context=about))
                continue
            joined = used and bool(re.match(r"^[\s,]*(?:and|or)?\s*$", before[previous:]))
            used = joined or (bool(_USED.search(before)) and not _NEGATED.search(before))
            previous = mark.end
            if used and about is None:
                yield Thing(name, "", "", scope.cite(index, _RULE, Confidence.PATTERN))
            elif used and about is not None and name.casefold() != about.name.casefold():
                cite = scope.cite(index, _RULE, Confidence.PATTERN, context=about)
                yield Thing(name, about.ref, "", cite)
                yield Related(about.ref, RelationType.USES, "uses", qualify(about.ref, name), cite)


def _is_proper(name: str) -> bool:
    return is_name(name) and len(name.split()) <= 4 and (name[0].isupper() or has_proper_shape(name))
