"""The page of a review and its route: filters, silences, and the lines side by side."""

from __future__ import annotations

from pathlib import Path

import pytest
from flask.testing import FlaskClient

from graph.review.silence import Silence
from web.app import create_app
from web.lint_filters import lint_filters


def test_the_lines_of_a_finding_stand_side_by_side_and_lead_to_the_note(client: FlaskClient) -> None:
    page = client.get("/lint?code=KW103").get_data(as_text=True)
    assert 'href="/notes/glossary.md#L30"' in page
    assert 'href="/notes/storage/s3.md#L52"' in page
    assert "one is a slip, or these are two things" in page


def test_the_route_and_the_pages_twin_say_the_same(client: FlaskClient) -> None:
    route = client.get("/api/v1/lint?severity=hint&limit=50").get_json()
    assert client.get("/lint.json?severity=hint").get_json() == route
    assert route["total"] >= route["shown"] > 0
    assert sum(entry["count"] for entry in route["counts"]) == route["total"]


def test_codes_narrow_the_findings_and_leave_the_counts(client: FlaskClient) -> None:
    every = client.get("/api/v1/lint").get_json()
    some = client.get("/api/v1/lint?code=KW101&code=KW104-misspelt-name").get_json()
    assert {finding["code"][:5] for finding in some["findings"]} == {"KW101", "KW104"}
    assert some["counts"] == every["counts"]


@pytest.mark.parametrize("query", ["severity=loud", "code=KW999", "offset=-1"])
def test_what_does_not_exist_is_told(client: FlaskClient, query: str) -> None:
    answer = client.get(f"/api/v1/lint?{query}")
    assert answer.status_code == 400
    assert answer.get_json()["error"]["code"] == "bad_request"


def test_what_is_silenced_is_counted_and_listed(sample_kb: Path) -> None:
    silences = [Silence(reason="a journal", path="journal/*"), Silence(reason="old", fingerprint="0123456789ab")]
    client = create_app(sample_kb, sample_kb / "index", silences).test_client()
    data = client.get("/api/v1/lint").get_json()
    assert all(line["path"][:8] != "journal/" for finding in data["findings"] for line in finding["lines"])
    assert [entry["count"] > 0 for entry in data["silenced"]] == [True, False]
    page = client.get("/lint").get_data(as_text=True)
    assert "nothing, it can go" in page
    assert "a journal" in page


def test_every_page_of_a_long_review_leads_to_the_next(client: FlaskClient) -> None:
    first = client.get("/api/v1/lint?severity=hint&limit=3").get_json()
    second = client.get("/api/v1/lint?severity=hint&limit=3&offset=3").get_json()
    assert lint_filters(first)["next"] == "?severity=hint&offset=3"
    assert first["findings"] != second["findings"]
    last = client.get(f"/api/v1/lint?severity=hint&offset={first['total'] - 1}").get_json()
    assert lint_filters(last)["next"] == ""
