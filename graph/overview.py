"""The whole graph at a glance: the most connected concepts of each community, and the communities that open."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from graph.knowledge_base import ConceptBrief, Edge, KnowledgeBase
from graph.neighbourhood import HIDDEN_TAG, edges_among
from graph.relation_types import WEAK

__all__ = ["DRAWN", "Group", "Overview", "overview"]

DRAWN = 300  # concepts that one picture can hold
_READABLE = 120  # of more on the overview, communities stand for their members
_SPARE = 40  # fetched beyond those drawn, in place of what notes hide
_PICKED = 60  # concepts drawn by name where communities stand for the rest


@dataclass(frozen=True, slots=True)
class Group:
    """A community: its number, its most connected concept's label, how many it has, and how many are not drawn."""

    number: int
    label: str
    size: int
    folded: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Overview:
    """`nodes` the most connected first, the edges among them; a group for each community that has more to open.

    `total` counts the connected concepts, `small` those in communities that no drawn concept is of.
    """

    nodes: tuple[ConceptBrief, ...]
    edges: tuple[Edge, ...]
    groups: tuple[Group, ...]
    total: int
    small: int


def overview(kb: KnowledgeBase, *, group: int | None = None) -> Overview:
    """Return the overview, or with `group` the inside of one community.

    Cost: one count of the concepts, and the edges of what is drawn.
    """
    sizes = kb.community_sizes(without_tag=HIDDEN_TAG)
    if group is not None:
        sizes = {group: sizes.get(group, 0)}
    total = sum(sizes.values())
    most = DRAWN if group is not None or total <= _READABLE else _PICKED
    found = kb.list_concepts(by_degree=True, community=group, limit=most + _SPARE)
    drawn = [b for b in found if b.measure.degree and HIDDEN_TAG not in b.tags][:most]
    ids = {brief.id for brief in drawn}
    strong = [edge for edge in kb.edges_of(ids, weak=False) if edge.type not in WEAK]
    groups = _groups(sizes, drawn)
    named = {brief.measure.community for brief in drawn}
    return Overview(
        nodes=tuple(drawn),
        edges=edges_among(strong, ids),
        groups=groups,
        total=total,
        small=sum(size for number, size in sizes.items() if number not in named),
    )


def _groups(sizes: Mapping[int, int], drawn: Sequence[ConceptBrief]) -> tuple[Group, ...]:
    members: dict[int, list[ConceptBrief]] = defaultdict(list)
    for brief in drawn:
        members[brief.measure.community].append(brief)
    return tuple(
        Group(number, own[0].label, sizes[number], sizes[number] - len(own))
        for number, own in sorted(members.items())
        if sizes[number] > len(own)
    )
