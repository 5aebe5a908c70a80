"""How the lines of a map keep apart."""

from __future__ import annotations

import random

import pytest

from graph.knowledge_base import Edge
from graph.layout import edge_bends
from graph.model import ConceptId


def edge(number: int, source: str, target: str) -> Edge:
    return Edge(number, ConceptId(source), f"type{number:02}", ConceptId(target), "does", None)


def test_a_lone_line_bows_a_little() -> None:
    assert edge_bends([edge(0, "a", "b"), edge(1, "c", "a")]) == [0.08, 0.08]


@pytest.mark.parametrize("count", [2, 3, 5, 12])
def test_no_two_lines_between_the_same_concepts_lie_on_each_other(count: int) -> None:
    edges = [edge(n, *("ab" if n % 3 else "ba")) for n in range(count)]
    seen_from_a = [bend if e.source == "a" else -bend for e, bend in zip(edges, edge_bends(edges), strict=True)]
    assert len(set(seen_from_a)) == count
    assert max(map(abs, seen_from_a)) <= 0.65
    assert sum(seen_from_a) == pytest.approx(0)  # around the straight line


def test_bends_do_not_depend_on_the_order_of_the_edges() -> None:
    edges = [edge(n, *ends) for n, ends in enumerate(("ab", "ba", "ab", "bc", "ab"))]
    shuffled = random.Random(7).sample(edges, len(edges))
    told = {e.number: bend for e, bend in zip(shuffled, edge_bends(shuffled), strict=True)}
    assert [told[e.number] for e in edges] == edge_bends(edges)
