"""How a concept's relations are grouped for reading."""

from __future__ import annotations

from typing import Any

from web.relation_groups import relation_groups


def cite(line: int) -> dict[str, Any]:
    return {"path": "a.md", "line_start": line, "line_end": line}


def relation(source: str, kind: str, target: str, phrase: str, *lines: int) -> dict[str, Any]:
    return {"source": source, "type": kind, "target": target, "phrase": phrase, "evidence": [cite(x) for x in lines]}


LABELS = {"b": "Bee", "c": "Cat", "d": "Dog"}


def test_both_directions_have_their_own_name_and_known_types_their_order() -> None:
    relations = [
        relation("a", "uses", "b", "triggers", 3),
        relation("c", "uses", "a", "uses", 4),
        relation("d", "part_of", "a", "part of", 5),
        relation("a", "mentions", "c", "mentions", 6),
    ]
    groups = relation_groups({"id": "a", "relations": relations, "labels": LABELS})
    assert [group["name"] for group in groups] == ["has part", "used by", "uses"]
    assert groups[2]["entries"][0]["phrase"] == "triggers"
    assert groups[1]["entries"][0]["phrase"] == ""


def test_one_line_is_cited_once() -> None:
    relations = [relation("a", "uses", "b", "uses", 3, 3, 7)]
    groups = relation_groups({"id": "a", "relations": relations, "labels": LABELS})
    assert [c["line_start"] for c in groups[0]["entries"][0]["cites"]] == [3, 7]


def test_what_authors_name_comes_after_the_known_types_and_links_last() -> None:
    relations = [relation("a", "links_to", "b", "links to", 1), relation("a", "depends_on", "c", "depends on", 2)]
    groups = relation_groups({"id": "a", "relations": relations, "labels": LABELS})
    assert [group["name"] for group in groups] == ["depends on", "links to"]
