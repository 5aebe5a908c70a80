"""Facets turn on and off by their address and say how many more there are."""

from __future__ import annotations

from web.search_facets import search_facets


def test_a_value_turns_its_facet_on_and_the_page_starts_anew() -> None:
    data = {"facets": {"kind": {"service": 3, "concept": 5}}}
    (facet,) = search_facets(data, {"q": "queue", "offset": "10"}, {})
    assert [(v["label"], v["count"], v["on"]) for v in facet["values"]] == [
        ("concept", 5, False),
        ("service", 3, False),
    ]
    assert facet["values"][1]["address"] == "?q=queue&kind=service"


def test_a_value_that_is_on_turns_off() -> None:
    (facet,) = search_facets({"facets": {"kind": {"service": 3}}}, {"q": "queue", "kind": "service"}, {})
    assert facet["values"][0]["on"]
    assert facet["values"][0]["address"] == "?q=queue"


def test_concepts_are_shown_by_label_and_a_long_list_is_cut_and_told() -> None:
    data = {"facets": {"in": {f"c{i}": 1 for i in range(11)}}}
    (facet,) = search_facets(data, {"q": "x"}, {"c0": "First"})
    assert facet["values"][0]["label"] == "First"
    assert facet["hidden"] == 3


def test_a_facet_of_one_value_narrows_nothing() -> None:
    assert search_facets({"facets": {"tag": {"aws": 4}}}, {"q": "x"}, {}) == []
