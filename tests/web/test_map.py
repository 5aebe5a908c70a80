"""The map in a real browser: focuses, filters, keys, paths, groups; and what it says in the process."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from flask.testing import FlaskClient
from playwright.sync_api import Page, expect

from graph.knowledge_base import open_knowledge_base
from graph.model import ConceptId
from graph.neighbourhood import along_paths, neighbourhood
from graph.overview import overview
from tests.conftest import Vault
from tests.web.conftest import Watched
from web.drawing import draw
from web.map_state import MapState

drawn = "#map[data-drawn] canvas"


def _open(page: Page, address: str) -> None:
    page.goto(address)
    expect(page.locator(drawn)).to_be_visible()


@pytest.mark.browser
def test_the_map_is_one_tab_stop_and_arrows_go_from_concept_to_concept(watched: Watched, site: str) -> None:
    page = watched.page
    _open(page, f"{site}/map?focus=sqs")
    page.locator("#map").focus()
    page.keyboard.press("ArrowRight")
    expect(page.locator("#told")).to_contain_text("SQS")
    page.keyboard.press("ArrowUp")
    expect(page.locator("#told")).not_to_contain_text("SQS,")
    named = str(page.locator("#told").text_content()).partition(",")[0]
    expect(page.locator("#panel h2")).to_have_text(named)
    page.keyboard.press("Enter")
    page.wait_for_url(lambda address: "focus=sqs" not in address)
    expect(page.locator("h1")).to_have_text(f"Map of {named}")


@pytest.mark.browser
def test_a_second_concept_is_added_and_only_the_path_is_shown(watched: Watched, site: str) -> None:
    page = watched.page
    _open(page, f"{site}/map?focus=sqs")
    page.get_by_label("Add to the map").press_sequentially("x-ra", delay=30)
    expect(page.locator("#completions-of-focus li").first).to_be_visible()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/map?focus=sqs&focus=x-ray")
    page.get_by_role("link", name="Only what connects them").click()
    page.wait_for_url("**path=1**")
    expect(page.locator("h1")).to_have_text("From SQS to X-Ray")
    page.go_back()
    expect(page.locator("h1")).to_have_text("Map of SQS and X-Ray")
    page.get_by_label("Take X-Ray off the map").click()
    page.wait_for_url("**/map?focus=sqs")


@pytest.mark.browser
def test_what_is_hidden_stays_hidden_on_reload(watched: Watched, site: str) -> None:
    page = watched.page
    _open(page, f"{site}/map?focus=sqs")
    page.locator(".legend input").first.uncheck()
    expect(page).to_have_url(f"{site}/map?focus=sqs&hide=uses")
    page.reload()
    expect(page.locator(drawn)).to_be_visible()
    expect(page.locator(".legend input").first).not_to_be_checked()
    page.locator(".legend input").first.check()
    expect(page).to_have_url(f"{site}/map?focus=sqs")


@pytest.mark.browser
def test_a_neighbour_is_opened_and_pinned(watched: Watched, site: str) -> None:
    page = watched.page
    _open(page, f"{site}/map?focus=sqs")
    few = int(str(page.locator("#map").get_attribute("data-drawn")))
    page.locator("#map").focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowUp")
    page.locator("#panel").get_by_role("link", name="Open", exact=True).click()
    page.wait_for_url("**open=**")
    expect(page.locator(drawn)).to_be_visible()
    assert int(str(page.locator("#map").get_attribute("data-drawn"))) >= few


def test_kind_and_depth_are_in_the_address(client: FlaskClient) -> None:
    near = client.get("/map.json?focus=sqs").get_json()
    far = client.get("/map.json?focus=sqs&depth=2").get_json()
    services = client.get("/map.json?focus=sqs&depth=2&kind=service").get_json()
    assert near["total"] < far["total"]
    assert {node["kind"] for node in services["nodes"]} == {"service"}


def test_hidden_families_are_not_drawn(client: FlaskClient) -> None:
    everything = client.get("/map.json?focus=sqs").get_json()["edges"]
    some = client.get("/map.json?focus=sqs&hide=parts").get_json()["edges"]
    assert some == [edge for edge in everything if edge["family"] != "parts"] != everything


HUB = {
    "hub.md": "---\ngraphhide: true\ntype: index\n---\n# Hub\n\n- uses [[Alpha]]\n- uses [[Beta]]\n",
    "alpha.md": "---\ntype: service\n---\n# Alpha\n\n- uses [[Beta]]\n",
    "beta.md": "---\ntype: service\n---\n# Beta\n\n- uses [[Gamma]]\n",
    "gamma.md": "---\ntype: service\n---\n# Gamma\n\nText.\n",
}


def test_a_hub_that_its_note_hides_is_named_and_not_drawn(vault: Vault, tmp_path: Path) -> None:
    vault(HUB)
    with open_knowledge_base(tmp_path / "kb") as kb:
        found = neighbourhood(kb, [kb.find("Alpha")])
        assert [brief.label for brief in found.hidden] == ["Hub"]
        assert "Hub" not in [brief.label for brief, _ in found.nodes]
        assert "Hub" not in [brief.label for brief in overview(kb).nodes]
        assert "Hub" in [brief.label for brief, _ in neighbourhood(kb, [kb.find("Hub")]).nodes]


PAIR = {
    "store.md": "# Order Service\n\n- depends on [[Ledger]]\n- stores in [[Ledger]]\n- uses [[Clock]]\n",
    "ledger.md": "# Ledger\n\n- replicates to [[Order Service]]\n",
    "clock.md": "# Clock\n\nTicks.\n",
}


def test_relations_between_the_same_two_concepts_are_drawn_apart(vault: Vault, tmp_path: Path) -> None:
    vault(PAIR)
    with open_knowledge_base(tmp_path / "kb") as kb:
        focus = (kb.find("Order Service"),)
        edges = draw(kb, MapState(focus=focus))["edges"]
        # Seen from one end: what bows left on the way there bows right on the way back.
        bends = {edge["phrase"]: edge["bend"] if edge["from"] == "ledger" else -edge["bend"] for edge in edges}
        assert sorted(bends) == ["depends on", "replicates to", "stores in", "uses"]
        assert bends["replicates to"] > bends["depends on"] > bends["stores in"]
        some = draw(kb, MapState(focus=focus, hide=("uses",)))["edges"]
        assert [edge["bend"] for edge in some] == [edge["bend"] for edge in edges if edge["family"] != "uses"]


def test_what_lies_between_two_concepts(vault: Vault, tmp_path: Path) -> None:
    vault(HUB)
    with open_knowledge_base(tmp_path / "kb") as kb:
        found = along_paths(kb, kb.find("Alpha"), kb.find("Gamma"))
        assert [(brief.label, hops) for brief, hops in found.nodes] == [("Alpha", 0), ("Beta", 1), ("Gamma", 2)]
        assert [(edge.source, edge.target) for edge in found.edges] == [("alpha", "beta"), ("beta", "gamma")]


def test_pinned_concepts_stay_and_opened_ones_bring_their_neighbours(vault: Vault, tmp_path: Path) -> None:
    vault(HUB)
    with open_knowledge_base(tmp_path / "kb") as kb:

        def ids(**more: Sequence[ConceptId]) -> set[str]:
            return {str(brief.id) for brief, _ in neighbourhood(kb, [kb.find("Alpha")], **more).nodes}  # type: ignore[arg-type]

        assert "gamma" not in ids()
        assert "gamma" in ids(opened=[kb.find("Beta")])
        assert "gamma" in ids(pinned=[kb.find("Gamma")])


def test_above_the_limit_communities_stand_for_their_members(vault: Vault, tmp_path: Path) -> None:
    lines = [f"# Hub {n}\n" + "".join(f"- **Part{n}x{m}** - is one\n" for m in range(40)) for n in range(9)]
    vault({f"note{n}.md": text for n, text in enumerate(lines)})
    with open_knowledge_base(tmp_path / "kb") as kb:
        whole = overview(kb)
        if whole.total <= 300:
            pytest.fail(f"the vault makes only {whole.total} related concepts")
        assert whole.groups
        assert sum(group.folded for group in whole.groups) + len(whole.nodes) + whole.small == whole.total
        inside = overview(kb, group=whole.groups[0].number)
        assert len(inside.nodes) == whole.groups[0].size
