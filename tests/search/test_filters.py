"""Filters and facets: what a filter lets through, and that a facet's count is what its filter gives."""

from __future__ import annotations

import pytest

from tests.search.conftest import Search


def test_a_kind_filters(search: Search) -> None:
    results = search("queue kind:service", limit=50).results
    assert results
    assert {r.kind for r in results} == {"service"}


def test_a_tag_filters(search: Search) -> None:
    results = search("queue tag:runbook", limit=50).results
    assert results
    assert {r.source.path for r in results} <= {"runbooks/queue-backlog.md", "runbooks/restore-database.md"}


@pytest.mark.parametrize("path", ["runbooks/", "runbooks"])
def test_a_folder_filters(search: Search, path: str) -> None:
    results = search(f"queue path:{path}", limit=50).results
    assert results
    assert all(r.source.path.startswith("runbooks/") for r in results)


def test_a_note_filters(search: Search) -> None:
    assert {r.source.path for r in search("queue path:messaging.md", limit=50).results} == {"messaging.md"}


@pytest.mark.parametrize("name", ["sqs", '"Simple Queue Service"'])
def test_a_search_within_a_concept_stays_with_its_lines(search: Search, name: str) -> None:
    results = search(f"seconds in:{name}").results
    assert results
    assert "30 seconds" in results[0].snippet or "20 seconds" in results[0].snippet
    assert all("lambda" not in r.label.casefold() for r in results)


def test_a_search_within_nothing_finds_nothing(search: Search) -> None:
    assert search("queue in:nowhere").results == ()


def test_parameters_filter_as_the_query_does(search: Search) -> None:
    typed = search("queue kind:service tag:aws path:messaging.md in:sqs", limit=50)
    given = search("queue", kind="service", tag="aws", path="messaging.md", within="sqs", limit=50)
    assert typed.results == given.results


@pytest.mark.parametrize("facet", ["kind", "tag", "path"])
def test_a_facets_count_is_what_its_filter_gives(search: Search, facet: str) -> None:
    counts = search("encryption").facets[facet]
    assert counts
    for value, count in counts.items():
        if value in ("comparison", "fact"):
            continue
        assert search(f'encryption {facet}:"{value}"', limit=50).total >= count


def test_facets_are_counted_over_all_results_not_the_page(search: Search) -> None:
    assert search("queue", limit=1).facets == search("queue", limit=50).facets


def test_pages_follow_each_other_without_gap_or_double(search: Search) -> None:
    whole = search("queue", limit=12).results
    pages = search("queue", limit=6).results + search("queue", limit=6, offset=6).results
    assert pages == whole


def test_a_phrase_keeps_only_what_says_it(search: Search) -> None:
    results = search('"visibility timeout"', limit=50).results
    assert results
    assert all("visibility timeout" in f"{r.label} {r.snippet}".casefold() for r in results[:3])
    assert search('"timeout visibility"').results == ()


def test_an_excluded_word_excludes(search: Search) -> None:
    results = search("queue -sqs", limit=50).results
    assert results
    assert all(" sqs " not in f" {r.snippet} ".casefold() for r in results)


def test_or_finds_either(search: Search) -> None:
    found = " ".join(r.snippet for r in search("rabbitmq OR zookeeper").results)
    assert "RabbitMQ" in found
    assert "ZooKeeper" in found
