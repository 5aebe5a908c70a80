"""The items beside one of a list: whether together they are names, names of one family, kinds, or the topic and others."""

from __future__ import annotations

import re

from graph.names import fold_words
from ingest.abbreviations import is_gloss_of
from ingest.choice_names import BEHIND_HEAD, shares_head
from ingest.item_weight import item_weight
from ingest.lead_links import leads_to_text
from ingest.lead_terms import Lead
from ingest.name_weight import is_activity
from ingest.scope import Scope
from ingest.topics import Topic

__all__ = [
    "CHOSEN_FROM",
    "is_beside_kinds",
    "is_beside_named_kinds",
    "is_beside_topic",
    "is_chosen_from",
    "is_kind_beside_kinds",
    "is_list_of_names",
    "is_means",
    "is_of_a_family",
    "is_value",
    "siblings",
    "siblings_share_prefix",
    "tells_kinds",
]

# What one picks one of: of such, two names of one kind are enough.
CHOSEN_FROM = frozenset(["class", "type", "mode", "tier", "level", "strategy", "option"])
_OF_KIND = 2  # words of a name that ends in its kind
_FAMILY = 3
_FEW = 3  # words of a value
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
    if len(words) < _OF_KIND or leads_to_text(block, lead) or not item_weight(scope, index, lead):
        return False
    if not lead.marked:
        return words[-1] in CHOSEN_FROM and _all_end_in(scope, index, words[-1])
    beside = _marked_names(scope, index)
    alike = {name for name in beside if len(name) >= _OF_KIND}
    enough = _FAMILY - 1 if words[-1] in CHOSEN_FROM else _FAMILY  # "Governance mode", "Compliance mode"
    return sum(name[-1] == words[-1] for name in alike) >= enough and len(beside) == len(alike)


def _all_end_in(scope: Scope, index: int, kind: str) -> bool:
    """`Strict mode` beside nothing but "Loose mode", marked or not."""
    beside = [fold_words(lead.name) if lead else () for lead in _leads_beside(scope, index)]
    return len(beside) > 1 and all(len(name) >= _OF_KIND and name[-1] == kind for name in beside)


def _marked_names(scope: Scope, index: int) -> list[tuple[str, ...]]:
    return [fold_words(lead.name) for i in siblings(scope, index) if (lead := scope.topics.leads[i]) and lead.marked]


def is_beside_kinds(scope: Scope, index: int, above: Topic) -> bool:
    """Return whether half of the items beside it are kinds of what stands above by their names: "Local SSD" among "Boot
    disks"."""
    if " " in above.name:
        return False
    beside = _leads_beside(scope, index)
    kinds = sum(1 for other in beside if other is not None and shares_head(other.name, above.name))
    told = len(beside) > 1 and all(map(_is_marked_and_told, beside))
    return kinds >= (1 if told else 2) and 2 * kinds >= len(beside) and (told or above.name.endswith("s"))


def is_beside_named_kinds(scope: Scope, index: int, lead: Lead, above: Topic) -> bool:
    """Return whether it stands among kinds that say so in their names: `Auto Scaling` among "Network Load Balancer" and
    "Gateway Load Balancer"."""
    head = fold_words(above.name)[-1]
    beside = [other for i in siblings(scope, index) if (other := scope.topics.leads[i]) and other.name != lead.name]
    kinds = sum(1 for other in beside if fold_words(other.name)[-1] == head)
    short = lead.name.isupper() and lead.name.casefold().endswith(head[0])  # "ELB"
    return kinds > 1 and fold_words(lead.name)[-1] != head and not short


def is_chosen_from(scope: Scope, index: int, lead: Lead, name: str) -> bool:
    """Return whether `name` is what one picks one of, and the list shows that: `Nearline`, numbered or beside other bare
    names below "Storage class"."""
    before, _, last = name.casefold().replace("-", " ").rpartition(" ")
    if last not in CHOSEN_FROM or not before:
        return False
    beside = _leads_beside(scope, index)
    alike = all(map(_is_marked, beside)) or (lead.alone and all(map(_is_bare, beside)))
    return len(beside) > 1 and (alike or scope.document.blocks[index].info == "ordered")


def is_beside_topic(scope: Scope, index: int, lead: Lead, above: Topic) -> bool:
    """Return whether the list names the topic itself among others: "RDS - OLTP", "Redshift - OLAP" in a note on RDS."""
    own = fold_words(above.name)
    if lead.name.startswith(f"{above.name} "):
        return False
    if _is_told_beside(scope, index, lead, own):
        return True
    if not is_value(scope, index, lead):
        return False  # "Subnets: ranges of addresses" in a summary on VPC
    beside = ((i, scope.topics.leads[i]) for i in siblings(scope, index))
    return any(
        other is not None
        and fold_words(other.name) == own
        and is_value(scope, i, other)
        and not _is_spelt(scope, i, other)
        for i, other in beside
    )


def _is_told_beside(scope: Scope, index: int, lead: Lead, own: tuple[str, ...]) -> bool:
    """`**ICMP** helps to ...` beside "**DHCP** gives ..." below DHCP: one sentence on each."""
    leads = _leads_beside(scope, index)
    told = all(other is not None and _is_marked_and_told(other) and other.rest - other.end <= 1 for other in leads)
    return told and lead.marked and any(other is not None and fold_words(other.name) == own for other in leads)


def is_means(scope: Scope, index: int, lead: Lead, above: Topic) -> bool:
    """Return whether only names stand there that do what stands above: `SSL/TLS` below "Encryption in transit",
    `ACL` and `IAM` below "Access Control"."""
    head = BEHIND_HEAD.split(above.name.replace("-", " "))[0].split()[-1]
    beside = _leads_beside(scope, index)
    named = all(other is not None and other.alone and scope.proper.holds(other.name) for other in beside)
    does = is_activity(head) or head.casefold() == "control"
    return named and lead.alone and " " in above.name and does and not scope.proper.holds(above.name)


def tells_kinds(scope: Scope, index: int, lead: Lead, above: Topic) -> bool:
    """Return whether the topic's words at the end of a term tell its kind: several words, of no activity,
    or those of two marked terms."""
    own = fold_words(above.name)
    if len(own) > 1 and not is_activity(own[-1]):
        return True
    beside = [other for i in siblings(scope, index) if (other := scope.topics.leads[i]) and other.marked]
    return lead.marked and sum(1 for other in beside if fold_words(other.name)[-1:] == own[-1:]) > 1


def is_value(scope: Scope, index: int, lead: Lead) -> bool:
    """Return whether a word or two behind a colon are all that the item says of its term."""
    return 0 < len(scope.document.blocks[index].text.plain[lead.rest :].split()) <= _FEW


def _is_spelt(scope: Scope, index: int, lead: Lead) -> bool:
    """`EC2 = Elastic Compute Cloud` spells the topic out, and sets nothing beside it."""
    return is_gloss_of(lead.name, scope.document.blocks[index].text.plain[lead.rest :].partition(",")[0].strip(" ."))


def _leads_beside(scope: Scope, index: int) -> list[Lead | None]:
    return [scope.topics.leads[i] for i in siblings(scope, index)]


def _is_marked(lead: Lead | None) -> bool:
    return lead is not None and lead.marked


def _is_bare(lead: Lead | None) -> bool:
    return lead is not None and lead.alone


def _is_marked_and_told(lead: Lead | None) -> bool:
    return lead is not None and lead.marked and not lead.alone
