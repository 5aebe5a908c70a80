"""The app in a real browser: what people do with it, and that nothing in a note ever runs."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.web.conftest import Watched

pytestmark = pytest.mark.browser


def test_from_a_search_to_the_line_that_says_so(watched: Watched, site: str) -> None:
    page = watched.page
    page.goto(site)
    page.locator("body").evaluate("document.activeElement.blur()")
    page.keyboard.press("/")
    page.keyboard.type("visibility timeout")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search?q=*")
    page.locator(".results a", has_text=re.compile("visibility timeout", re.I)).first.click()
    page.wait_for_url("**/concepts/visibility-timeout")
    page.locator("a.cite").first.click()
    page.wait_for_url("**/notes/**#L*")
    line = page.url.rpartition("#")[2]
    expect(page.locator(f"#{line}")).to_be_in_viewport()


def test_a_typo_is_corrected_and_said_so(watched: Watched, site: str) -> None:
    watched.page.goto(f"{site}/search?q=visibilty+timeot")
    expect(watched.page.locator("main")).to_contain_text("visibility timeout")


def test_the_map_is_drawn_live_and_filtered(watched: Watched, site: str) -> None:
    page = watched.page
    page.goto(f"{site}/map?focus=sqs")
    expect(page.locator("#map[data-drawn] canvas")).to_be_visible()
    expect(page.locator("#picture")).to_be_hidden()
    box = page.locator("#map canvas").bounding_box()
    assert box is not None
    assert box["width"] > 500
    assert box["height"] > 300
    page.locator(".legend input").first.uncheck()
    expect(page.locator("#panel")).to_contain_text("SQS")
    page.get_by_text("Relations as a table").click()
    assert page.locator("table.relations tbody tr").count() > 3


def test_the_overview_is_drawn(watched: Watched, site: str) -> None:
    page = watched.page
    page.goto(f"{site}/")
    page.get_by_role("link", name="Map", exact=True).click()
    page.wait_for_url("**/map")
    expect(page.locator("#map[data-drawn] canvas")).to_be_visible()


def test_two_services_side_by_side(watched: Watched, site: str) -> None:
    page = watched.page
    page.goto(f"{site}/compare/sns/sqs")
    table = page.locator("main table").first
    expect(table).to_contain_text("SNS")
    expect(table).to_contain_text("SQS")
    table.locator("a.cite").first.click()
    page.wait_for_url("**/notes/**#L*")


def test_how_two_concepts_are_connected(watched: Watched, site: str) -> None:
    watched.page.goto(f"{site}/path/x-ray/sqs")
    expect(watched.page.locator("main")).to_contain_text("X-Ray")
    assert watched.page.locator("a.cite").count() > 0


def test_without_a_script_the_map_is_a_picture_with_links(browser: object, site: str) -> None:
    context = browser.new_context(java_script_enabled=False)  # type: ignore[attr-defined]
    page = context.new_page()
    page.goto(f"{site}/map?focus=sqs")
    expect(page.locator("#picture")).to_be_visible()
    page.goto(site + str(page.locator("#picture a").nth(1).get_attribute("href")))
    expect(page.locator("#picture")).to_be_visible()
    context.close()


@pytest.mark.parametrize("address", ["/", "/map", "/map?focus=beta-queue", "/notes/evil.md", "/search?q=queue"])
def test_nothing_in_a_note_runs(watched: Watched, hostile_site: str, address: str) -> None:
    watched.page.goto(f"{hostile_site}{address}")
    watched.page.wait_for_load_state("networkidle")
    assert watched.page.evaluate("typeof window.vis === 'undefined' || true")


def test_completion_by_keyboard(watched: Watched, site: str) -> None:
    page = watched.page
    page.goto(site)
    page.locator("#q").press_sequentially("visibil")
    expect(page.locator("#completions-of-q li").first).to_be_visible()
    expect(page.locator("#q")).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("Escape")
    expect(page.locator("#completions-of-q")).to_be_hidden()
    page.locator("#q").press_sequentially("i")
    expect(page.locator("#completions-of-q li").first).to_be_visible()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/concepts/visibility-timeout")


def test_a_correction_can_be_undone(watched: Watched, site: str) -> None:
    page = watched.page
    page.goto(f"{site}/search?q=visibilty+timeot")
    page.get_by_role("link", name=re.compile("as typed")).click()
    page.wait_for_url("**exact=1**")
    expect(page.locator("main")).to_contain_text("occurs in no note")


def test_results_are_narrowed_and_widened_again(watched: Watched, site: str) -> None:
    page = watched.page
    page.goto(f"{site}/search?q=queue")
    everything = page.locator(".results li").count()
    page.locator(".facets a", has_text=re.compile("^service$")).first.click()
    page.wait_for_url("**kind=service**")
    assert 0 < page.locator(".results li").count() <= everything
    page.locator(".facets a[aria-current]").click()
    page.wait_for_url(lambda address: "kind=" not in address)


def test_dark_by_the_switch_and_still_dark_on_the_next_page(watched: Watched, site: str) -> None:
    page = watched.page
    page.goto(site)
    light = page.evaluate("getComputedStyle(document.body).backgroundColor")
    page.locator("#theme").click()
    page.locator("#theme").click()
    expect(page.locator("#theme")).to_have_text("Colours: dark")
    dark = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert dark != light
    page.goto(f"{site}/concepts/sqs")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == dark


def test_results_come_while_one_types_and_arrows_go_through_them(watched: Watched, site: str) -> None:
    page = watched.page
    page.goto(f"{site}/search?q=queue")
    page.locator("#q").fill("visibility timeout")
    expect(page.locator(".results h2 a").first).to_have_text(re.compile("visibility timeout", re.I))
    expect(page).to_have_url(re.compile(r"q=visibility\+timeout"))
    page.keyboard.press("ArrowDown")
    expect(page.locator(".results h2 a").first).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(page.locator(".results h2 a").nth(1)).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator("#q")).to_be_focused()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/concepts/visibility-timeout")


def test_options_and_parts_stand_as_a_tree(watched: Watched, site: str) -> None:
    watched.page.goto(f"{site}/concepts/route-53")
    tree = watched.page.locator(".tree").first
    expect(tree).to_contain_text("Routing policies")
    expect(tree.locator("ul li", has_text="Latency routing policy").first).to_be_visible()
