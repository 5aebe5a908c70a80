"""axe-core finds nothing on any page, light or dark; nothing needs more than the width of a small phone."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser

pytestmark = pytest.mark.browser

PAGES = [
    "/",
    "/search?q=queue",
    "/search?q=visibilty",
    "/concepts/sqs",
    "/compare/sns/sqs",
    "/compare",
    "/compare?id=sns",
    "/path/x-ray/sqs",
    "/map",
    "/map?focus=sqs",
    "/notes/messaging.md",
    "/lint?severity=hint",
    "/nowhere",
]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("address", PAGES)
def test_axe_finds_nothing(browser: Browser, site: str, address: str, scheme: str) -> None:
    context = browser.new_context(color_scheme=scheme, bypass_csp=True)  # type: ignore[arg-type]  # axe is put in by hand
    page = context.new_page()
    page.goto(f"{site}{address}")
    page.wait_for_load_state("networkidle")
    found = Axe().run(page).response["violations"]
    context.close()
    assert [(violation["id"], [node["html"][:100] for node in violation["nodes"]]) for violation in found] == []


@pytest.mark.parametrize("address", PAGES)
def test_a_page_fits_a_small_phone(browser: Browser, site: str, address: str) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 720})
    page = context.new_page()
    page.goto(f"{site}{address}")
    width = page.evaluate("document.documentElement.scrollWidth")
    context.close()
    assert width <= 360
