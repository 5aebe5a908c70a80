"""A class in the plural, and its members behind the colon: "Event brokers: A, B", "**Databases**: C, D"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from graph.model import Confidence
from ingest.claims import Classed, Thing
from ingest.class_phrases import as_class, singular
from ingest.document import BlockKind
from ingest.node_names import has_proper_shape, is_name
from ingest.relation_labels import listed_names
from ingest.scope import Scope
from ingest.task_names import is_task

__all__ = ["read_labelled_classes"]

_RULE = "labelled class"
# Nouns whose plural over names says what those are; "tools" and "services" as often say whose they are.
_NOUNS = (
    "databases|languages|brokers|frameworks|browsers|queues|balancers|proxies|orchestrators|protocols|algorithms|runtimes"
    "|servers|caches|stores|warehouses|registries|operating systems|message buses|search engines|CDNs|IDEs|ORMs|linters|compilers"
)
_LABEL = re.compile(
    rf"(?:(?:popular|common|typical|well-known) (?=[a-z]+\s*[:：(]))?(?P<class>(?:(?P<first>[A-Za-z][\w-]*) )?(?:{_NOUNS}))(?: \((?:e\.g\.,? ?)(?P<inside>[^()]+)\)|\s*[:：]\s+(?P<names>.+))",
    re.I,
)
# What stands in a relation to the text's subject is no class: "Supported databases", "Upstream servers".
_ROLES = frozenset(
    """
    supported related source target upstream downstream other used required destination external internal current new old our
    all available recommended additional included client server many some the these which name linked default primary secondary
    master slave root authoritative replica production staging test my your their its no what more most
    """.split()
)
_LONGEST = 200  # characters of such a line
_WORDS = 3  # of a name


def read_labelled_classes(scope: Scope) -> Iterator[Thing | Classed]:
    """Yield each name as one of the class; a line with anything else than proper names gives none."""
    for index, block in scope.blocks(BlockKind.ITEM, BlockKind.PARAGRAPH):
        plain = block.text.plain.strip()
        found = _LABEL.fullmatch(plain) if len(plain) <= _LONGEST and block.end == block.last else None
        if found is None or (found["first"] or "").casefold() in _ROLES:
            continue
        names = listed_names(found["inside"] or found["names"])
        if not _are_members(scope, names):
            continue
        cite = scope.cite(index, _RULE, Confidence.PATTERN)
        kind = as_class(singular(found["class"]))
        for name in names:
            yield Thing(name, "", "", cite)
            yield Classed(name, kind, kind, cite)


def _are_members(scope: Scope, names: Sequence[str]) -> bool:
    """Whether all are proper names; a single one by its shape."""
    if len(names) == 1:
        return has_proper_shape(names[0]) and _is_proper(scope, names[0])
    return len(names) > 1 and all(_is_proper(scope, name) for name in names)


def _is_proper(scope: Scope, name: str) -> bool:
    words = name.split()
    fit = is_name(name) and len(words) <= _WORDS and all(word[0].isupper() or word[0].isdigit() for word in words)
    return fit and not is_task(name) and (has_proper_shape(name) or scope.proper.holds(name) or len(words) == 1)
