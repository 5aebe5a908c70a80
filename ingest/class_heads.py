"""Headings and items that name a class of things, so that the proper names listed below are of that class."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.class_nouns import CLASS_PLURALS
from ingest.document import MarkKind
from ingest.name_weight import is_activity, lists_parts, names_several
from ingest.node_names import has_proper_shape
from ingest.scope import Scope
from ingest.topics import Topic

__all__ = ["heads_class", "is_class_abbreviation", "lists_class"]

# A single one of these has no parts that are listed by name: "Object storage" over S3.
_SINGLE = frozenset(
    "storage store warehouse cache database runtime language framework broker mesh balancer orchestrator registry".split()
)
_ONE_OR_SEVERAL = _SINGLE | CLASS_PLURALS
_KIND = re.compile(r"(?:DBMS|NoSQL|NewSQL|aaS|OL[AT]P)$")
_OF_KINDS = frozenset(["types", "kinds", "categories", "families"])


def is_class_abbreviation(name: str) -> bool:
    """Return whether a name is the short form of a class: NoSQL, RDBMS, PaaS."""
    return " " not in name and bool(_KIND.search(name))


def lists_class(name: str) -> bool:
    """Return whether a name is of several things of one class, by its last word: "Relational databases"."""
    return name.casefold().rpartition(" ")[2] in CLASS_PLURALS


def heads_class(scope: Scope, above: Topic, siblings: Sequence[int]) -> bool:
    """Return whether what stands above is a class in ordinary words: "Search engines", "Object storage" over nothing but
    names, or one of the kinds that the heading above it announces ("Database types")."""
    name = above.name
    words = name.casefold().split()
    kind = _is_one_kind(scope, above)
    if kind and (_KIND.search(name) or words[-1] in _ONE_OR_SEVERAL):
        return True
    products = bool(siblings) and all(_is_product(scope, i) for i in siblings)
    if products and _KIND.search(name):
        return True
    return _is_class_by_its_words(scope, name, words, products=products)


def _is_class_by_its_words(scope: Scope, name: str, words: list[str], *, products: bool) -> bool:
    if lists_parts(name) or names_several(name) or scope.proper.holds(name):
        return False
    if words[-1] in CLASS_PLURALS:
        return True
    return products and words[-1] in _SINGLE and len(words) > 1 and not scope.proper.any_in(name)


def _is_one_kind(scope: Scope, above: Topic) -> bool:
    """Whether the item stands right below a heading of kinds."""
    blocks = scope.document.blocks
    if above.block < 0 or blocks[above.block].parent >= 0 or blocks[above.block].heading < 0:
        return False
    words = blocks[blocks[above.block].heading].text.plain.casefold().split()
    return bool(words) and words[-1].strip(":") in _OF_KINDS


def _is_product(scope: Scope, index: int) -> bool:
    """Whether an item leads with one name, written with capitals or in code, and of no activity and no several things."""
    lead = scope.topics.leads[index]
    if lead is None:
        return False
    words = lead.name.split()
    code = any(
        mark.kind is MarkKind.CODE and mark.start <= lead.start for mark in scope.document.blocks[index].text.marks
    )
    return (
        (code or all(word[0].isupper() or has_proper_shape(word) for word in words))
        and not names_several(lead.name)
        and not words[-1].endswith("s")
        and not is_activity(words[-1])
    )
