"""The map as a file of its own: well-formed, whole without a style sheet, and text stays text."""

from __future__ import annotations

import math
import re
from itertools import combinations
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from flask.testing import FlaskClient

from graph.knowledge_base import Edge
from graph.layout import edge_bends
from graph.model import ConceptId
from web.app import create_app
from web.map_picture import map_picture

SVG = "{http://www.w3.org/2000/svg}"
LETTERS_HIGH = 11  # pixels


def texts(root: ET.Element) -> list[str]:
    return [element.text or "" for element in root.iter(f"{SVG}text")]


@pytest.mark.parametrize("query", ["", "?focus=sqs", "?focus=sqs&focus=sns&depth=2", "?kind=service"])
def test_it_shows_what_the_map_shows(client: FlaskClient, query: str) -> None:
    answer = client.get(f"/map.svg{query}")
    assert answer.mimetype == "image/svg+xml"
    shown = client.get(f"/map.json{query}").get_json()
    root = ET.fromstring(answer.data)
    assert {node["label"] for node in shown["nodes"]} <= set(texts(root))
    assert len(root.findall(f"{SVG}g/{SVG}path")) == len(shown["edges"])


def test_it_stands_alone(client: FlaskClient) -> None:
    text = client.get("/map.svg?focus=sqs").get_data(as_text=True)
    root = ET.fromstring(text)
    for element in root.iter():
        assert not {"class", "style", "href"} & set(element.attrib)
        assert element.tag != f"{SVG}style"
    assert root.find(f"{SVG}title") is not None
    assert "var(" not in text
    assert set(re.findall(r"url\((.)", text)) <= {"#"}
    colours = {element.attrib[name] for element in root.iter() for name in ("fill", "stroke") if name in element.attrib}
    assert all(re.fullmatch("none|#[0-9a-f]{3,6}", colour) for colour in colours)


def test_the_map_page_leads_to_it_with_its_own_parameters(client: FlaskClient) -> None:
    page = client.get("/map?focus=sqs&depth=2").get_data(as_text=True)
    assert 'href="/map.svg?focus=sqs&amp;depth=2" download' in page


def test_an_unknown_focus_is_not_found(client: FlaskClient) -> None:
    assert client.get("/map.svg?focus=nope").status_code == 404


def test_hostile_labels_are_text(hostile_kb: Path) -> None:
    hostile = create_app(hostile_kb, hostile_kb / "index").test_client()
    known = set(ET.fromstring(hostile.get("/map.svg").data).iter())
    assert known
    for concept in hostile.get("/api/v1/concepts?limit=100").get_json()["concepts"]:
        root = ET.fromstring(hostile.get(f"/map.svg?focus={concept['id']}").data)
        assert {element.tag.removeprefix(SVG) for element in root.iter()} <= {
            *("svg", "title", "defs", "marker", "path", "rect", "text", "g")
        }
        assert "".join(texts(root)).strip()


def test_signs_that_xml_does_not_know_are_replaced(client: FlaskClient) -> None:
    from web.map_svg import map_svg

    node = {"id": "a", "label": "a\x00\x08b\ud800", "x": 0, "y": 0, "kind": "service"}
    data = {"nodes": [node], "edges": [], "regions": [], "focus": []}
    with client.application.app_context():
        root = ET.fromstring(map_svg(data, "t\x1f"))
    assert texts(root) == ["a\ufffd\ufffdb\ufffd"]


def test_a_line_ends_at_the_boxes() -> None:
    nodes = [{"id": i, "label": "ab", "x": x, "y": 0, "kind": "service"} for i, x in (("a", 0), ("b", 200))]
    picture = map_picture({"nodes": nodes, "edges": [{"from": "a", "to": "b", "bend": 0.0}], "regions": []})
    half = picture["boxes"][0]["width"] / 2
    assert picture["lines"][0]["path"] == f"M{half} 0.0Q100.0 0.0 {200 - half} 0.0"


@pytest.mark.parametrize("place", [(0, -210), (330, 0), (-330, 0), (120, 240)])
def test_words_of_lines_between_the_same_boxes_keep_apart(place: tuple[float, float]) -> None:
    x, y = place
    nodes = [{"id": "a", "label": "a", "x": 0, "y": 0}, {"id": "b", "label": "b", "x": x, "y": y}]
    relations = [_edge(n, *ends) for n, ends in enumerate(("ab", "ab", "ba", "ab", "ba"))]
    edges = [
        {"from": edge.source, "to": edge.target, "bend": bend}
        for edge, bend in zip(relations, edge_bends(relations), strict=True)
    ]
    picture = map_picture({"nodes": nodes, "edges": edges, "regions": []})
    words = [line["middle"] for line in picture["lines"]]
    assert min(math.dist(one, other) for one, other in combinations(words, 2)) > LETTERS_HIGH
    assert all(-90 <= line["slope"] <= 90 for line in picture["lines"])
    left, top, width, height = map(float, picture["view"].split())
    assert all(left < x < left + width and top < y < top + height for x, y in words)


def _edge(number: int, source: str, target: str) -> Edge:
    return Edge(number, ConceptId(source), f"type{number}", ConceptId(target), f"does {number} to", None)
