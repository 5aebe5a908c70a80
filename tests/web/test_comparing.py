"""Comparing in a real browser: choosing, adding, taking out, the basket, and what can be taken away as text."""

from __future__ import annotations

import csv

import pytest
from flask.testing import FlaskClient
from playwright.sync_api import expect

from tests.web.conftest import Watched


@pytest.mark.browser
def test_a_concept_is_added_by_its_first_letters(watched: Watched, site: str) -> None:
    page = watched.page
    page.goto(f"{site}/compare/sns/sqs")
    page.get_by_label("Add a concept").press_sequentially("dynam", delay=30)
    page.wait_for_load_state(
        "networkidle"
    )  # the names for the letters before have come, too, and leave the choice alone
    expect(page.locator("#completions-of-add li").first).to_be_visible()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/compare/sns/sqs/dynamodb")
    expect(page.locator("thead th")).to_have_count(5)


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
