"""Every page and route answers, twins say the same as pages, and errors are told."""

from __future__ import annotations

import pytest
from flask.testing import FlaskClient

PAGES = [
    "/",
    "/search?q=queue",
    "/search?q=",
    "/search?q=zzzzqqq",
    "/concepts/sqs",
    "/compare/sns/sqs",
    "/compare",
    "/compare?id=sns",
    "/path/sns/sqs",
    "/lint",
    "/lint?severity=hint&code=KW101,KW103",
    "/map",
    "/map?focus=sqs&depth=2",
]
ROUTES = [
    "/api/v1/search?q=queue",
    "/api/v1/search?q=queue&kind=service&explain=1",
    "/api/v1/complete?q=sq",
    "/api/v1/concepts?limit=5",
    "/api/v1/concepts/sqs",
    "/api/v1/concepts/sqs/graph?depth=2",
    "/api/v1/compare?id=sns&id=sqs",
    "/api/v1/path?from=sns&to=sqs",
    "/api/v1/stats",
    "/api/v1/lint?severity=error",
    "/healthz",
]


@pytest.mark.parametrize("address", PAGES)
def test_a_page_answers_under_a_strict_policy(client: FlaskClient, address: str) -> None:
    answer = client.get(address)
    assert answer.status_code == 200
    assert answer.mimetype == "text/html"
    policy = answer.headers["Content-Security-Policy"]
    assert "unsafe-inline" not in policy
    assert "default-src 'none'" in policy
    assert b"<title>" in answer.data
    assert b" style=" not in answer.data
    assert b" onclick=" not in answer.data
    assert len(answer.data) < 100_000


@pytest.mark.parametrize("address", ["/", *PAGES[1:]])
def test_a_page_has_a_twin(client: FlaskClient, address: str) -> None:
    path, _, query = address.partition("?")
    twin = client.get(f"{'/index' if path == '/' else path}.json?{query}")
    assert twin.status_code == 200
    assert twin.get_json()


@pytest.mark.parametrize("address", ROUTES)
def test_a_route_answers_json(client: FlaskClient, address: str) -> None:
    answer = client.get(address)
    assert answer.status_code == 200
    assert isinstance(answer.get_json(), dict)


def test_a_note_shows_its_lines(client: FlaskClient) -> None:
    path = client.get("/api/v1/concepts/sqs").get_json()["names"][0]["evidence"]["path"]
    page = client.get(f"/notes/{path}")
    assert page.status_code == 200
    assert b'id="L1"' in page.data
    plain = client.get(f"/notes/{path}?view=lines")
    assert plain.data.count(b'class="number"') > page.data.count(b'class="number"')


def test_another_name_of_a_concept_leads_to_it(client: FlaskClient) -> None:
    alias = client.get("/api/v1/concepts/sqs").get_json()["aliases"][0]
    answer = client.get(f"/concepts/{alias}")
    assert answer.status_code == 302
    assert answer.headers["Location"] == "/concepts/sqs"


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/concepts/no-such-thing", 404),
        ("/api/v1/concepts/no-such-thing", 404),
        ("/notes/none.md", 404),
        ("/nowhere", 404),
        ("/api/v1/compare?id=sqs", 400),
        ("/compare/sqs", 400),
        ("/api/v1/concepts/sqs/graph?depth=99", 400),
        ("/api/v1/search?q=a&limit=none", 400),
        ("/api/v1/search?q=a&kind=planet", 400),
    ],
)
def test_what_is_wrong_is_told(client: FlaskClient, address: str, status: int) -> None:
    answer = client.get(address)
    assert answer.status_code == status
    if address.startswith("/api/"):
        error = answer.get_json()["error"]
        assert error["code"]
        assert error["message"]
    else:
        assert b"<h1>" in answer.data


def test_an_unknown_concept_comes_with_the_nearest_known_ones(client: FlaskClient) -> None:
    error = client.get("/api/v1/concepts/sqss").get_json()["error"]
    assert "SQS" in error["hint"]


def test_nothing_hostile_reaches_a_page_unescaped(hostile_kb: object) -> None:
    from pathlib import Path

    from web.app import create_app

    kb = Path(str(hostile_kb))
    hostile = create_app(kb, kb / "index").test_client()
    ids = [concept["id"] for concept in hostile.get("/api/v1/concepts?limit=100").get_json()["concepts"]]
    assert ids
    notes = ["/notes/evil.md", "/notes/a%3Cb%3E&%22'.md"]
    for address in ["/", "/map", "/search?q=queue", "/search?q=%3Cscript%3E", *notes, *(f"/concepts/{i}" for i in ids)]:
        page = hostile.get(address).get_data(as_text=True)
        assert "<script>alert" not in page, address
        assert "<img src=x" not in page, address
        assert "<svg onload" not in page, address
        assert 'href="javascript:' not in page, address
        assert 'href="data:' not in page, address
