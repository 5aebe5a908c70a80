"""The one file opened from disk in a real browser, with every request but the file itself refused and counted."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, Route, expect

from graph.knowledge_base import open_knowledge_base
from web.one_file import one_file

pytestmark = pytest.mark.browser

# Before anything else runs: a broken policy is a complaint even where the console stays silent.
WATCH = "addEventListener('securitypolicyviolation', (e) => console.error('policy', e.violatedDirective, e.blockedURI))"


@dataclass
class Opened:
    """The page, and whatever it did that it must not do."""

    page: Page
    address: str
    complaints: list[str] = field(default_factory=list)

    def goto(self, place: str = "") -> Page:
        self.page.goto(self.address + place)
        expect(self.page.locator("#map[data-drawn], #compare:not([hidden])").first).to_be_visible()
        return self.page


def _file(kb: Path, place: Path) -> str:
    with open_knowledge_base(kb) as base:
        place.write_text(one_file(base), "utf-8", newline="\n")
    return place.as_uri()


@pytest.fixture(scope="session")
def address(sample_kb: Path, tmp_path_factory: pytest.TempPathFactory) -> str:
    return _file(sample_kb, tmp_path_factory.mktemp("one") / "notes.html")


def _opened(browser: Browser, address: str) -> Iterator[Opened]:
    context = browser.new_context(viewport={"width": 1280, "height": 860}, reduced_motion="reduce", offline=True)
    context.add_init_script(WATCH)
    seen = Opened(context.new_page(), address)

    def refuse(route: Route) -> None:
        if route.request.url.partition("#")[0] == address:
            route.continue_()
        else:
            seen.complaints.append(f"asked for {route.request.url}")
            route.abort()

    seen.page.route("**/*", refuse)
    seen.page.on("console", lambda message: seen.complaints.append(message.text))
    seen.page.on("pageerror", lambda error: seen.complaints.append(str(error)))
    seen.page.on("dialog", lambda dialog: (seen.complaints.append(f"dialog {dialog.message}"), dialog.dismiss()))
    yield seen
    context.close()
    assert seen.complaints == []


@pytest.fixture
def opened(browser: Browser, address: str) -> Iterator[Opened]:
    yield from _opened(browser, address)


@pytest.fixture
def hostile(browser: Browser, hostile_kb: Path, tmp_path: Path) -> Iterator[Opened]:
    yield from _opened(browser, _file(hostile_kb, tmp_path / "hostile.html"))


def test_the_map_is_drawn_and_the_table_says_the_same(opened: Opened) -> None:
    page = opened.goto()
    expect(page.locator("#map canvas")).to_be_visible()
    expect(page.locator("#picture")).to_be_hidden()
    assert int(page.locator("#map").get_attribute("data-drawn") or 0) > 20
    page.get_by_text("Relations as a table").click()
    assert page.locator("table.relations tbody tr").count() > 10


def test_search_finds_a_concept_by_a_part_of_another_name_and_the_panel_shows_lines(opened: Opened) -> None:
    page = opened.goto()
    page.keyboard.press("/")
    page.keyboard.type("simple queue")
    expect(page.locator("#completions li").first).to_contain_text("SQS")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text("Map around SQS")
    expect(page.locator("#panel h2")).to_have_text("SQS")
    line = page.locator("#panel li details.line").first
    expect(line.locator("summary")).to_contain_text(".md:")
    line.locator("summary").click()
    expect(line.locator("q")).to_be_visible()
    assert line.locator("q").inner_text().strip()


def test_search_finds_what_only_a_fact_says(opened: Opened) -> None:
    page = opened.goto()
    page.locator("#q").fill("six times the function")
    expect(page.locator("#completions li").first).to_contain_text("Visibility timeout")
    page.locator("#q").fill("no such words anywhere")
    expect(page.locator("#completions")).to_be_hidden()
    expect(page.locator("#found")).to_have_text("0 found")


def test_the_legend_filters_the_map_and_the_table(opened: Opened) -> None:
    page = opened.goto()
    rows = page.locator("table.relations tbody tr")
    everything = rows.count()
    page.locator(".legend input[value=uses]").uncheck()
    assert 0 < rows.count() < everything
    page.locator(".legend input[value=uses]").check()
    assert rows.count() == everything
    page.locator(".legend input[value=service]").uncheck()
    expect(page.locator("#shown")).not_to_contain_text(f"{page.locator('#map').get_attribute('data-drawn')} of")


def test_two_to_six_side_by_side_from_the_panel_and_by_name(opened: Opened) -> None:
    page = opened.goto("#/concepts/sns")
    page.get_by_role("button", name="Add to comparison").click()
    page.get_by_role("link", name="Compare (1)").click()
    expect(page.locator("#tie")).to_contain_text("two to six")
    page.get_by_label("Add a concept").fill("SQS")
    page.get_by_role("button", name="Add", exact=True).click()
    table = page.locator("#comparison")
    expect(table.locator("thead")).to_contain_text("SNS")
    row = table.locator("tr", has=page.get_by_role("rowheader", name="Readers"))
    expect(row).to_contain_text("Every subscriber gets a copy")
    expect(row.locator(".verdict")).to_have_text("different")
    expect(row.locator("summary").first).to_have_text("messaging.md:50")
    expect(table).to_contain_text("not stated")
    expect(page.locator("#tie")).to_contain_text("compared with")
    page.get_by_role("button", name="Remove SQS").click()
    expect(table).not_to_contain_text("not stated")
    page.go_back()
    expect(row).to_be_visible()


def test_back_and_forward_move_the_map(opened: Opened) -> None:
    page = opened.goto()
    page.goto(f"{opened.address}#/concepts/sqs")
    expect(page.locator("h1")).to_have_text("Map around SQS")
    page.go_back()
    expect(page.locator("h1")).to_have_text("Map of these notes")
    page.go_forward()
    expect(page).to_have_title("Map around SQS – Map of these notes")


def test_the_map_is_walked_with_the_keyboard(opened: Opened) -> None:
    page = opened.goto("#/concepts/sqs")
    page.locator("#map").focus()
    page.keyboard.press("ArrowUp")
    expect(page.locator("#panel h2")).not_to_have_text("SQS")
    chosen = page.locator("#panel h2").inner_text()
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text(f"Map around {chosen}")


@pytest.mark.parametrize("place", ["#/concepts/no-such", "#/compare/x/y", "#/compare", "#nowhere", "#/%E0%A4%A"])
def test_an_address_that_leads_nowhere_shows_the_map_or_asks(opened: Opened, place: str) -> None:
    page = opened.goto(place)
    expect(page.locator("h1")).to_be_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("place", ["", "#/concepts/sqs", "#/compare/sns/sqs"])
def test_axe_finds_nothing(browser: Browser, address: str, place: str, scheme: str) -> None:
    context = browser.new_context(color_scheme=scheme, bypass_csp=True, reduced_motion="reduce")  # type: ignore[arg-type]
    page = context.new_page()
    page.goto(address + place)
    page.locator("#q").fill("queue")
    found = Axe().run(page).response["violations"]
    context.close()
    assert [(violation["id"], [node["html"][:100] for node in violation["nodes"]]) for violation in found] == []


@pytest.mark.parametrize("place", ["", "#/concepts/sqs", "#/compare/sns/sqs"])
def test_it_fits_a_small_phone(browser: Browser, address: str, place: str) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 720})
    page = context.new_page()
    page.goto(address + place)
    width = page.evaluate("document.documentElement.scrollWidth")
    context.close()
    assert width <= 360


def test_without_javascript_it_shows_a_picture_and_a_table(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False, offline=True)
    page = context.new_page()
    page.goto(address)
    expect(page.locator("#picture")).to_be_visible()
    page.locator("#picture a", has_text="SQS").first.click()
    assert page.url.endswith("#concept-sqs")
    expect(page.locator("#concept-sqs")).to_be_in_viewport()
    context.close()


def test_nothing_in_a_note_runs(hostile: Opened) -> None:
    page = hostile.goto()
    for word in ("alpha", "beta", "script", "onerror"):
        page.locator("#q").fill(word)
    for concept in page.evaluate(
        "JSON.parse(document.getElementById('contents').textContent).concepts.map((c) => c.id)"
    ):
        page.goto(f"{hostile.address}#/concepts/{concept}")
        expect(page.locator("#panel h2")).to_be_visible()
        for line in page.locator("#panel details.line summary").all():
            line.click()
    page.goto(f"{hostile.address}#/compare/alpha/beta-queue")
    expect(page.locator("#comparison, #tie").first).to_be_attached()
    assert page.locator("main img, main iframe, main object, main svg[onload]").count() == 0
