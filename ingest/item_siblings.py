"""The items beside one of a list, and whether together they are names, or names of one family."""

from __future__ import annotations

import re

from graph.names import fold_words
from ingest.item_weight import item_weight
from ingest.lead_links import leads_to_text
from ingest.lead_terms import Lead
from ingest.scope import Scope

__all__ = [
    "CHOSEN_FROM",
    "is_kind_beside_kinds",
    "is_list_of_names",
    "is_of_a_family",
    "siblings",
    "siblings_share_prefix",
]

# What one picks one of: of such, two names of one kind are enough.
CHOSEN_FROM = frozenset(["class", "type", "mode", "tier", "level", "strategy", "option"])
_OF_KIND = 2  # words of a name that ends in its kind
_FAMILY = 3
_NEAR = 30  # blocks to either side: a list of a thousand items is not weighed a thousand times
# Of these two kinds are no choices of a third: "Change Management" below "Application Management".
_WIDE = frozenset("management security operation administration governance development design layer service".split())


def siblings(scope: Scope, index: int) -> list[int]:
    """Return the blocks of the block's kind that stand below the same item or heading, itself among them, in order."""
    block = scope.document.blocks[index]
    around = scope.children.get(block.parent, []) if block.parent >= 0 else scope.members.get(block.heading, [])
    blocks = scope.document.blocks
    return [i for i in around if blocks[i].kind is block.kind and blocks[i].parent == block.parent]


def is_list_of_names(scope: Scope, index: int) -> bool:
    """Return whether at least half of the items near this one in its list lead with a name, too."""
    beside = [i for i in siblings(scope, index) if abs(i - index) <= _NEAR]
    named = sum(1 for i in beside if (lead := scope.topics.leads[i]) and item_weight(scope, i, lead))
    return 2 * named >= len(beside)


def siblings_share_prefix(scope: Scope, index: int) -> bool:
    """Names of one family with a common first part (SSE-S3, SSE-KMS, SSE-C) are choices."""
    parent = scope.document.blocks[index].parent
    names = (
        [lead.name for i in scope.children.get(parent, []) if (lead := scope.topics.leads[i])] if parent >= 0 else []
    )
    firsts = {re.split(r"[-\s]", name)[0] for name in names}
    return len(names) > 1 and len(firsts) == 1 and all(re.search(r"[-\s]", name) for name in names)


def is_kind_beside_kinds(scope: Scope, index: int, lead: Lead, above: str) -> bool:
    """`Step Scaling` beside `Scheduled Scaling` below "Auto Scaling": two that end in the last word of what stands above."""
    head = fold_words(above)[-1:]
    if " " not in above or head[0] in _WIDE or not item_weight(scope, index, lead):
        return False
    names = [fold_words(other.name) for i in siblings(scope, index) if (other := scope.topics.leads[i])]
    kinds = [words for words in names if len(words) == _OF_KIND and words[-1:] == head]
    return fold_words(lead.name) in kinds and len(kinds) >= _OF_KIND


def is_of_a_family(scope: Scope, index: int, lead: Lead) -> bool:
    """Three marked names or more of one kind, "... Redundant Storage", are choices of whatever stands above them."""
    words = fold_words(lead.name)
    block = scope.document.blocks[index]
    if not lead.marked or len(words) < _OF_KIND or leads_to_text(block, lead) or not item_weight(scope, index, lead):
        return False
    beside = [other for i in siblings(scope, index) if (other := scope.topics.leads[i]) and other.marked]
    alike = {fold_words(other.name) for other in beside if len(fold_words(other.name)) >= _OF_KIND}
    enough = _FAMILY - 1 if words[-1] in CHOSEN_FROM else _FAMILY  # "Governance mode", "Compliance mode"
    return len([name for name in alike if name[-1] == words[-1]]) >= enough and len(beside) == len(alike)
