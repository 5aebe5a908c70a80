"""The items beside one of a list, and whether together they are names, or names of one family."""

from __future__ import annotations

import re

from ingest.item_weight import item_weight
from ingest.scope import Scope

__all__ = ["is_list_of_names", "siblings", "siblings_share_prefix"]


def siblings(scope: Scope, index: int) -> list[int]:
    """Return the blocks of the block's kind that stand below the same item or heading, itself among them, in order."""
    block = scope.document.blocks[index]
    around = scope.children.get(block.parent, []) if block.parent >= 0 else scope.members.get(block.heading, [])
    blocks = scope.document.blocks
    return [i for i in around if blocks[i].kind is block.kind and blocks[i].parent == block.parent]


def is_list_of_names(scope: Scope, index: int) -> bool:
    """Whether at least half of the items beside this one lead with a name, too."""
    beside = siblings(scope, index)
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
