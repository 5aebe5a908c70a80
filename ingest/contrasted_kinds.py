"""Kinds that are told by an adjective alone: "Automated" and "Database snapshots" below "Backups"."""

from __future__ import annotations

from ingest.choice_names import shares_head
from ingest.document import BlockKind
from ingest.english import CONTRASTED
from ingest.lead_terms import Lead
from ingest.membership import stands_below
from ingest.scope import Scope
from ingest.topics import Topic

__all__ = ["is_contrasted"]


def is_contrasted(scope: Scope, index: int, lead: Lead, above: Topic) -> bool:
    """Return whether an item names a kind of the plural above it by what sets it against the kinds beside it.

    One adjective alone tells what all of them are like ("Buckets: Global"); beside another, or beside a kind in the same
    form, it tells them apart.
    """
    if lead.name.casefold() not in CONTRASTED or not above.name.endswith("s") or not stands_below(scope, index, above):
        return False
    blocks = scope.document.blocks
    place = (blocks[index].parent, blocks[index].heading)
    around = scope.children.get(place[0], []) if place[0] >= 0 else scope.members.get(place[1], [])
    items = (i for i in around if i != index and blocks[i].kind is BlockKind.ITEM and blocks[i].parent == place[0])
    return any((other := scope.topics.leads[i]) and _is_kind_too(lead, other, above) for i in items)


def _is_kind_too(lead: Lead, other: Lead, above: Topic) -> bool:
    alike = lead.marked and other.marked and not (lead.alone or other.alone)
    return alike or other.name.casefold() in CONTRASTED or shares_head(other.name, above.name)
