"""What deserves a node, by the words alone: the names of things, and not what is said, done or counted of them."""

from __future__ import annotations

import pytest

from ingest.node_names import clean_name, is_name, strip_heading


@pytest.mark.parametrize(
    "name",
    [
        "Damper",
        "Visibility Timeout",
        "SSE-KMS",
        "Infrastructure as a Service",
        "Policy as Code",
        "On demand mode",
        "at least once",
        "Least Recently Used",
        "Read replicas",
        "Transfer Acceleration",
        "Red Oven",
        "server-side encryption",
        "Performance Insights",
    ],
)
def test_the_name_of_a_thing_is_one(name: str) -> None:
    assert is_name(clean_name(name))


@pytest.mark.parametrize(
    "words",
    [
        "It's OLAP",
        "Billed per hour",
        "Implemented via lists",
        "Price depends on the load",
        "The owner creates",
        "Run locally",
        "automatically rotated",
        "Retain data for long",
        "Oldest offering",
        "Break the glass",
        "Benefits of ovens",
        "Problem with ovens",
        "Alternatives to ovens",
        "Exercise Application",
        "Notes for certified bakers",
        "Large amounts of sequential data",
        "32k IOPS",
        "Hello World",
        "Bread Quiz 2",
        "FIXME",
        "B [ ]",
        "diagram.png",
        "e.g. rye",
        "similar features as rye",
        "via a list",
        "https://example.org/rye",
        "Step 2",
    ],
)
def test_what_is_said_done_or_counted_is_no_name(words: str) -> None:
    assert not is_name(clean_name(words))


@pytest.mark.parametrize(
    ("heading", "name"),
    [
        ("Notes on ovens", "ovens"),
        ("My notes about Kilns", "Kilns"),
        ("P3L6: Virtualization", "Virtualization"),
        ("8-9. Virtualization Models", "Virtualization Models"),
        ("(implied) Router", "Router"),
        ("Router (optional)", "Router"),
    ],
)
def test_a_heading_is_freed_of_what_names_nothing(heading: str, name: str) -> None:
    assert strip_heading(heading) == name
