"""List items that lead with a term: what the term is of the item, line or heading above, and what is said of it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.model import Confidence
from graph.names import fold_words
from graph.relation_types import RelationType
from ingest.abbreviations import is_gloss_of
from ingest.claims import Defined, Related, Said, SameThing, Thing, qualify, unqualified
from ingest.document import BlockKind
from ingest.english import CHOOSER_NOUNS
from ingest.lead_terms import Lead
from ingest.node_names import clean_name, is_name
from ingest.rules.announcements import Announcement, announcement_of
from ingest.scope import Scope

__all__ = ["read_listed_terms"]

_DASHED = re.compile(r"\s+[-–—=]\s+")


def read_listed_terms(scope: Scope) -> Iterator[Thing | SameThing | Related | Defined | Said]:
    """Yield the terms of list items under a topic, their relation to it, their other names and definitions."""
    for index, _ in scope.blocks(BlockKind.ITEM, BlockKind.TERM):
        lead = scope.topics.leads[index]
        if lead is None:
            continue
        announced = announcement_of(scope, index)
        if not _deserves(scope, index, announced):
            continue
        yield from _term(scope, index, lead, announced)


def _deserves(scope: Scope, index: int, announced: Announcement | None) -> bool:
    return announced.type != "" if announced is not None else scope.topics.introduced[index] is not None


def _term(
    scope: Scope, index: int, lead: Lead, announced: Announcement | None
) -> Iterator[Thing | SameThing | Related | Defined | Said]:
    above = scope.about(index)
    owner = above.ref if above else ""
    short, other = split_dashed(lead.name)
    name = qualify(owner, short)
    cite = scope.cite(index, "term", Confidence.EXPLICIT if lead.marked else Confidence.PATTERN, context=above)
    yield Thing(short, owner, "", cite)
    for gloss in (other, clean_name(lead.gloss)):
        if gloss and is_name(gloss) and (is_gloss_of(short, gloss) or is_gloss_of(gloss, short)):
            yield SameThing(name, gloss, scope.cite(index, "gloss", Confidence.EXPLICIT))
    target = announced.subject if announced and announced.subject else owner
    if target and fold_words(unqualified(target)[1]) != fold_words(short):
        kind, phrase, rule = _relation(scope, index, short, unqualified(target)[1], announced)
        yield Related(name, kind, phrase, target, scope.cite(index, rule, Confidence.PATTERN, context=above))
    rest = scope.document.blocks[index].text.plain[lead.rest :].strip()
    said = rest or lead.gloss
    if said:
        yield Defined(name, said.rstrip(".").strip(), scope.cite(index, "term", Confidence.PATTERN))


def split_dashed(name: str) -> tuple[str, str]:
    """`RRS - Reduced Redundancy Storage` gives both names where one abbreviates the other, else the name as it is."""
    parts = _DASHED.split(name, maxsplit=1)
    if len(parts) == 2 and (is_gloss_of(parts[0], parts[1]) or is_gloss_of(parts[1], parts[0])):
        return parts[0], parts[1]
    return name, ""


def _relation(
    scope: Scope, index: int, name: str, target: str, announced: Announcement | None
) -> tuple[str, str, str]:
    if announced is not None:
        return announced.type, announced.phrase, "enumeration"
    if target.split()[-1].casefold() in CHOOSER_NOUNS or _shares_head(name, target):
        return RelationType.OPTION_OF, "option of", "listed under"
    if _siblings_share_prefix(scope, index):
        return RelationType.OPTION_OF, "option of", "listed under"
    return RelationType.PART_OF, "part of", "listed under"


def _shares_head(name: str, target: str) -> bool:
    a, b = fold_words(name), fold_words(target)
    return bool(a and b) and len(a) > 1 and a[-1] == b[-1]


def _siblings_share_prefix(scope: Scope, index: int) -> bool:
    """Names of one family with a common first part (SSE-S3, SSE-KMS, SSE-C) are choices."""
    parent = scope.document.blocks[index].parent
    names = [lead.name for i in scope.children.get(parent, []) if (lead := scope.topics.leads[i])] if parent >= 0 else []
    firsts = {re.split(r"[-\s]", name)[0] for name in names}
    return len(names) > 1 and len(firsts) == 1 and all(re.search(r"[-\s]", name) for name in names)
