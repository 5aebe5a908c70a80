"""The whole graph at a glance: the most connected concepts of each community, and the communities that open."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from graph.knowledge_base import ConceptBrief, Edge, KnowledgeBase
from graph.neighbourhood import HIDDEN_TAG
from graph.relation_types import WEAK

__all__ = ["DRAWN", "Group", "Overview", "overview"]

DRAWN = 300  # concepts that one picture can hold
_READABLE = 120  # of more on the overview, communities stand for their members
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
    """Return the overview, or with `group` the inside of one community, of which `DRAWN` are shown.

    Cost: one pass over the concepts, and the edges of what is drawn.
    """
    everything = [b for b in kb.list_concepts(by_degree=True) if b.measure.degree and HIDDEN_TAG not in b.tags]
    wanted = [b for b in everything if group is None or b.measure.community == group]
    drawn = wanted[: DRAWN if group is not None or len(wanted) <= _READABLE else _PICKED]
    ids = {brief.id for brief in drawn}
    edges = [e for e in kb.edges_of(ids) if e.type not in WEAK and e.source in ids and e.target in ids]
    groups = _groups(wanted, drawn)
    named = {group.number for group in groups} | {brief.measure.community for brief in drawn}
    return Overview(
        nodes=tuple(drawn),
        edges=tuple(sorted(edges, key=lambda e: (e.source, e.type, e.target))),
        groups=groups,
        total=len(wanted),
        small=sum(brief.measure.community not in named for brief in wanted),
    )


def _groups(wanted: list[ConceptBrief], drawn: list[ConceptBrief]) -> tuple[Group, ...]:
    members: dict[int, list[ConceptBrief]] = defaultdict(list)
    for brief in wanted:
        members[brief.measure.community].append(brief)
    seen: dict[int, int] = defaultdict(int)
    for brief in drawn:
        seen[brief.measure.community] += 1
    return tuple(
        Group(number, own[0].label, len(own), len(own) - seen[number])
        for number, own in sorted(members.items())
        if number in seen and len(own) > seen[number]
    )
