"""Where a map's concepts stand: around a focus on rings ordered by relation, or in captioned regions on the overview.

And how the lines between two of them keep apart.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from graph.knowledge_base import ConceptBrief, Edge
from graph.model import ConceptId

__all__ = ["Region", "edge_bends", "path_places", "region_places", "ring_places"]

_FAMILIES = ("is_a", "part_of", "option_of", "uses", "integrates_with", "compared_with", "alternative_to")
_LETTER, _ROW, _CAPTION, _PAD, _GAP = 8.4, 46.0, 34.0, 12.0, 26.0  # pixels
_ASPECT = 1.45  # of the stage beside its panel
_FEW, _STEEP = 7, 0.7  # labels on a ring that never touch; where on it the ring runs level
_STEP = 300.0  # between the steps of a path
_PER_RING = 22  # labels on one ring before they touch
_ALONE, _APART, _WIDEST = 0.08, 0.22, 1.3  # bends: of a lone line, between neighbours, between the outermost two


def edge_bends(edges: Sequence[Edge]) -> list[float]:
    """Return how each edge bows out, in the given order, so that no two between the same concepts share a line.

    A bend is a roundness of vis-network: 0 is straight, above it the line leaves its source to the left, below it to
    the right. Lines of one direction lie side by side. Deterministic, whatever the order of the edges.
    """
    lanes: dict[tuple[ConceptId, ...], list[Edge]] = defaultdict(list)
    for edge in sorted(edges, key=lambda edge: (edge.source, edge.type, edge.target)):
        lanes[_ends(edge)].append(edge)
    bends = {edge.number: bend for lane in lanes.values() for edge, bend in _side_by_side(lane)}
    return [bends[edge.number] for edge in edges]


def _side_by_side(lane: Sequence[Edge]) -> Iterator[tuple[Edge, float]]:
    """The bends of all edges between two concepts, half of them to each side of the straight line."""
    if len(lane) == 1:
        yield lane[0], _ALONE
        return
    step = min(_APART, _WIDEST / (len(lane) - 1))
    for place, edge in enumerate(lane):
        bend = step * ((len(lane) - 1) / 2 - place)
        # The other way round left is right.
        yield edge, round(bend if edge.source == _ends(edge)[0] else -bend, 3)


def _ends(edge: Edge) -> tuple[ConceptId, ...]:
    return tuple(sorted((edge.source, edge.target)))


def ring_places(distance: Mapping[ConceptId, int], edges: Sequence[Edge]) -> dict[ConceptId, tuple[float, float]]:
    """Return places in pixels; several focuses stand in a row. Deterministic; cost O(concepts log concepts)."""
    family: dict[ConceptId, int] = {}
    for edge in edges:
        rank = _FAMILIES.index(edge.type) if edge.type in _FAMILIES else len(_FAMILIES)
        for end in (edge.source, edge.target):
            family[end] = min(rank, family.get(end, rank))
    focuses = sorted(c for c, hops in distance.items() if not hops)
    places = {c: ((i - (len(focuses) - 1) / 2) * 240.0, 0.0) for i, c in enumerate(focuses)}
    others = sorted((c for c, hops in distance.items() if hops), key=lambda c: (distance[c], family.get(c, 9), c))
    ring = 0
    while others:
        size = _PER_RING + 12 * ring
        these, others = others[:size], others[size:]
        width = max(330.0, 26.0 * len(these)) + 240.0 * ring + 120.0 * (len(focuses) - 1)
        height = max(210.0, 15.0 * len(these)) + 150.0 * ring
        for i, concept in enumerate(these):
            angle = 2 * math.pi * (i + 0.5 * (ring % 2)) / len(these) - math.pi / 2
            # Above and below the middle labels stand side by side: every second one steps outward.
            out = _ROW if i % 2 and len(these) > _FEW and abs(math.cos(angle)) < _STEEP else 0.0
            y = height * math.sin(angle) + math.copysign(out, math.sin(angle))
            places[concept] = (round(width * math.cos(angle), 1), round(y, 1))
        ring += 1
    return places


def path_places(distance: Mapping[ConceptId, int]) -> dict[ConceptId, tuple[float, float]]:
    """Return places in pixels from left to right by the steps from the start; of one step one below the other."""
    columns: dict[int, list[ConceptId]] = defaultdict(list)
    for concept in sorted(distance):
        columns[distance[concept]].append(concept)
    return {
        concept: (hop * _STEP, round((row - (len(column) - 1) / 2) * 2 * _ROW, 1))
        for hop, column in columns.items()
        for row, concept in enumerate(column)
    }


@dataclass(frozen=True, slots=True)
class Region:
    """A captioned rectangle of the overview, in pixels: a community, named after its most connected concept."""

    caption: str
    left: float
    top: float
    width: float
    height: float


def region_places(briefs: Sequence[ConceptBrief]) -> tuple[dict[ConceptId, tuple[float, float]], list[Region]]:
    """Return the places of an overview and its regions, about as wide as a screen.

    Each community is a block of boxes, the most connected first; the blocks fill rows, the largest first, as
    shelves are filled. Deterministic; cost O(concepts log concepts).
    """
    groups: dict[int, list[ConceptBrief]] = defaultdict(list)
    for brief in sorted(briefs, key=lambda brief: (-brief.measure.degree, brief.id)):
        groups[brief.measure.community].append(brief)
    blocks = [_block(group) for _, group in sorted(groups.items(), key=lambda item: (-len(item[1]), item[0]))]
    shelf = math.sqrt(sum((b.width + _GAP) * (b.height + _GAP) for b in blocks) * _ASPECT)
    shelf = max([shelf, *(block.width for block in blocks)])
    places: dict[ConceptId, tuple[float, float]] = {}
    regions: list[Region] = []
    left = top = height = 0.0
    for block in blocks:
        if left and left + block.width > shelf:
            left, top, height = 0.0, top + height + _GAP, 0.0
        regions.append(Region(block.members[0].label, left, top, block.width, block.height))
        for number, brief in enumerate(block.members):
            row, column = divmod(number, block.columns)
            x = left + _PAD + (column + 0.5) * block.cell
            places[brief.id] = (round(x, 1), round(top + _CAPTION + (row + 0.5) * _ROW, 1))
        left, height = left + block.width + _GAP, max(height, block.height)
    return places, regions


@dataclass(frozen=True, slots=True)
class _Block:
    members: list[ConceptBrief]
    columns: int
    cell: float
    width: float
    height: float


def _block(members: list[ConceptBrief]) -> _Block:
    """The number of columns that makes the block look most like a screen."""
    cell = max(len(brief.label) for brief in members) * _LETTER + 2 * _PAD
    rows = {columns: math.ceil(len(members) / columns) for columns in range(1, len(members) + 1)}
    columns = min(rows, key=lambda c: (abs(math.log(c * cell / (rows[c] * _ROW) / _ASPECT)), c))
    return _Block(members, columns, cell, columns * cell + 2 * _PAD, rows[columns] * _ROW + _CAPTION + _PAD)
