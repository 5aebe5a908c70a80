"""Comparing in a real browser: choosing, adding, taking out, the basket, and what can be taken away as text."""

from __future__ import annotations

import csv
from collections.abc import Callable

import pytest
from flask.testing import FlaskClient
from playwright.sync_api import Locator, Page, Route, expect

from tests.web.conftest import Watched

_PAUSE_MS = 300  # longer than the page waits before it asks, and than an answer takes
_CLOSES: dict[str, Callable[[Locator], None]] = {
    "emptied": lambda box: box.fill(""),
    "escaped": lambda box: box.press("Escape"),
    "left": lambda box: box.blur(),
}


@pytest.mark.browser
def test_a_concept_is_added_by_its_first_letters(watched: Watched, site: str) -> None:
    page = watched.page
    page.goto(f"{site}/compare/sns/sqs")
    page.get_by_label("Add a concept").press_sequentially("dynam", delay=30)
    expect(page.locator("#completions-of-add li").first).to_contain_text("DynamoDB")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/compare/sns/sqs/dynamodb")
    expect(page.locator("thead th")).to_have_count(5)


@pytest.mark.browser
@pytest.mark.parametrize("meanwhile", _CLOSES)
def test_names_that_come_late_do_not_open_the_list_again(watched: Watched, site: str, meanwhile: str) -> None:
    page = watched.page
    held = _hold_back(page, "**/api/v1/complete**")
    page.goto(f"{site}/compare/sns/sqs")
    box = page.get_by_label("Add a concept")
    with page.expect_request("**/api/v1/complete**q=dynam"):
        box.fill("dynam")
    _CLOSES[meanwhile](box)
    page.wait_for_timeout(_PAUSE_MS)
    _let_go(held)
    page.wait_for_timeout(_PAUSE_MS)
    expect(page.locator("#completions-of-add")).to_be_hidden()


@pytest.mark.browser
def test_names_for_more_letters_leave_a_choice_alone(watched: Watched, site: str) -> None:
    page = watched.page
    page.goto(f"{site}/compare/sns/sqs")
    box = page.get_by_label("Add a concept")
    box.fill("dyna")
    expect(page.locator("#completions-of-add li").first).to_contain_text("DynamoDB")
    held = _hold_back(page, "**/api/v1/complete**")
    with page.expect_request("**/api/v1/complete**q=dynam"):
        box.press("m")
    box.press("ArrowDown")
    _let_go(held)
    page.wait_for_timeout(_PAUSE_MS)
    box.press("Enter")
    page.wait_for_url("**/compare/sns/sqs/dynamodb")


@pytest.mark.browser
def test_the_list_is_of_the_latest_letters_whichever_answer_comes_last(watched: Watched, site: str) -> None:
    page = watched.page
    held = _hold_back(page, "**/api/v1/complete**q=s3")
    page.goto(f"{site}/compare/sns/sqs")
    box = page.get_by_label("Add a concept")
    with page.expect_request("**/api/v1/complete**q=s3"):
        box.fill("s3")
    box.fill("dynam")
    first = page.locator("#completions-of-add li").first
    expect(first).to_contain_text("DynamoDB")
    _let_go(held)
    page.wait_for_timeout(_PAUSE_MS)
    expect(first).to_contain_text("DynamoDB")


def _hold_back(page: Page, addresses: str) -> list[Route]:
    """Hold back what the page asks for from now on; the list grows with each request."""
    held: list[Route] = []

    def hold(route: Route) -> None:  # Playwright takes no bound method of a list
        held.append(route)

    page.route(addresses, hold)
    return held


def _let_go(held: list[Route]) -> None:
    """Let the answers through that were held back; the page may have given up waiting for them."""
    for route in held:
        route.continue_()


@pytest.mark.browser
def test_concepts_are_swapped_and_taken_out(watched: Watched, site: str) -> None:
    page = watched.page
    page.goto(f"{site}/compare/sns/sqs/dynamodb")
    page.get_by_label("Take DynamoDB out").click()
    page.wait_for_url("**/compare/sns/sqs")
    page.get_by_role("link", name="Swap").click()
    page.wait_for_url("**/compare/sqs/sns")
    page.get_by_label("Take SNS out").click()
    page.wait_for_url("**/compare?id=sqs")
    page.go_back()
    expect(page.locator("h1")).to_have_text("SQS and SNS")


@pytest.mark.browser
def test_a_basket_is_filled_on_any_page_and_leads_to_the_comparison(watched: Watched, site: str) -> None:
    page = watched.page
    page.goto(f"{site}/concepts/sns")
    page.get_by_role("button", name="To compare").click()
    expect(page.get_by_role("region", name="To compare")).to_contain_text("SNS")
    page.goto(f"{site}/search?q=sqs")
    page.get_by_role("button", name="Set SQS aside to compare").click()
    page.get_by_role("region", name="To compare").get_by_role("link", name="Compare").click()
    page.wait_for_url("**/compare/sns/sqs")
    page.get_by_role("button", name="Take SQS out of the comparison").click()
    expect(page.get_by_role("region", name="To compare").get_by_role("link", name="Compare")).to_be_hidden()


@pytest.mark.browser
def test_a_comparison_is_copied_as_markdown_and_downloaded(watched: Watched, site: str) -> None:
    page = watched.page
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(f"{site}/compare/sns/sqs")
    page.get_by_role("button", name="Copy as Markdown").click()
    expect(page.get_by_role("button", name="Copied")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()").startswith("|  | SNS | SQS | verdict |")
    answer = page.request.get(f"{site}/compare/sns/sqs.csv")
    assert answer.headers["content-type"].startswith("text/csv")
    assert {row["subject"] for row in csv.DictReader(answer.text().splitlines())} == {"SNS", "SQS"}


@pytest.mark.browser
def test_the_address_of_a_page_is_copied(watched: Watched, site: str) -> None:
    page = watched.page
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(f"{site}/concepts/sns")
    page.get_by_role("button", name="Copy link to this page").click()
    expect(page.get_by_role("button", name="Copied")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == f"{site}/concepts/sns"


def test_without_script_two_names_lead_to_the_comparison(client: FlaskClient) -> None:
    answer = client.get("/compare?id=Simple+Queue+Service&id=sns")
    assert answer.status_code == 302
    assert answer.headers["Location"] == "/compare/sqs/sns"


def test_a_name_that_nothing_has_is_answered_with_the_nearest(client: FlaskClient) -> None:
    answer = client.get("/compare?id=DynamoBD")
    assert answer.status_code == 404
    assert "DynamoDB" in answer.get_data(as_text=True)


@pytest.mark.parametrize("names", ["sqs", "a/b/c/d/e/f/g", "sqs/sqs"])
def test_a_comparison_of_no_two_to_six_is_refused(client: FlaskClient, names: str) -> None:
    assert client.get(f"/compare/{names}").status_code in (400, 404)


def test_each_row_says_who_lined_it_up(client: FlaskClient) -> None:
    page = client.get("/compare/sns/sqs").get_data(as_text=True)
    assert page.index("Compared by the authors") < page.index("Readers") < page.index("Lined up from the notes")
