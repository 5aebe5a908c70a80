"""The one file: everything inline, nothing from outside, nothing of a note that runs; the same bytes every time."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from graph.errors import ConceptNotFound
from graph.knowledge_base import open_knowledge_base
from graph.model import ConceptId
from web import one_file_contents
from web.map_assets import vis_network
from web.one_file import one_file

# A pyvis upgrade must not swap the script unseen.
VIS_SHA256 = "1f20f0736f32cb9bedf8f6383b25cfea2f839e1abe80d6e8040b4d5bea378c69"


class Reader(HTMLParser):
    """The elements of a page with their attributes, and the text of its scripts and styles."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.inline: list[tuple[str, str]] = []
        self._open = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        self._open = tag
        if tag in ("script", "style"):
            self.inline.append((tag, ""))

    def handle_data(self, data: str) -> None:
        if self._open in ("script", "style"):
            tag, text = self.inline[-1]
            self.inline[-1] = (tag, text + data)

    def handle_endtag(self, tag: str) -> None:
        self._open = ""


def made(kb: Path, focus: str = "") -> str:
    with open_knowledge_base(kb) as base:
        return one_file(base, ConceptId(focus) if focus else None)


def contents(text: str) -> Any:
    found = re.search(r'<script type="application/json" id="contents">(.*?)</script>', text, re.DOTALL)
    assert found
    return json.loads(found[1])


@pytest.fixture(scope="session")
def text(sample_kb: Path) -> str:
    return made(sample_kb)


def test_vis_network_is_the_file_that_was_checked() -> None:
    assert hashlib.sha256(vis_network().read_bytes()).hexdigest() == VIS_SHA256


def test_the_same_knowledge_base_gives_the_same_bytes(sample_kb: Path, text: str) -> None:
    assert made(sample_kb) == text


def test_it_stays_under_a_megabyte_and_its_own_script_is_small(text: str) -> None:
    assert len(text.encode()) < 1_000_000
    own = [script for tag, script in Reader(text).inline if tag == "script"][2:]
    assert sum(len(script.encode()) for script in own) < 40_000


def test_each_script_and_style_is_allowed_by_its_hash_and_nothing_else_is(text: str) -> None:
    page = Reader(text)
    (policy,) = [a["content"] for tag, a in page.elements if tag == "meta" and "http-equiv" in a]
    assert policy is not None
    assert policy.startswith("default-src 'none'; ")
    assert "unsafe" not in policy
    inline = [body for tag, body in page.inline if not body.startswith('{"')]
    hashes = {f"'sha256-{base64.b64encode(hashlib.sha256(body.encode()).digest()).decode()}'" for body in inline}
    assert hashes == set(re.findall(r"'sha256-[^']+'", policy))
    assert len(hashes) == 5  # the style, vis-network, and three of ours


def test_it_names_no_other_file(text: str) -> None:
    for tag, attributes in Reader(text).elements:
        assert "src" not in attributes, tag
        assert "style" not in attributes, tag
        assert not any(name.startswith("on") for name in attributes), tag
        assert (attributes.get("href") or "#").startswith("#"), tag


def test_every_statement_has_its_line(sample_kb: Path, text: str) -> None:
    held = contents(text)
    with open_knowledge_base(sample_kb) as kb:
        knowledge = kb.knowledge()
    assert [concept["id"] for concept in held["concepts"]] == [concept.id for concept in knowledge.concepts]
    for concept, told in zip(knowledge.concepts, held["concepts"], strict=True):
        for fact, (said, number) in zip(concept.facts, told["facts"], strict=True):
            note, first, last, quoted = held["lines"][number]
            span = fact.evidence.span
            assert (said, held["notes"][note], first, last) == (fact.text, span.path, span.line_start, span.line_end)
            assert quoted in (fact.evidence.text, fact.evidence.text[:240] + "…")
    strong = [relation for relation in knowledge.relations if relation.type != "mentions"]
    assert len(held["relations"]) == len(strong)
    assert all(cited for *_, cited in held["relations"])


def test_a_comparison_quotes_the_row_of_the_note(sample_kb: Path, text: str) -> None:
    held = contents(text)
    with open_knowledge_base(sample_kb) as kb:
        rows = [row for comparison in held["comparisons"] for row in comparison["rows"]]
        assert rows
        for _, said, number in rows:
            note, first, last, quoted = held["lines"][number]
            stands = " ".join(" ".join(kb.note_text(held["notes"][note]).split("\n")[first - 1 : last]).split())
            assert quoted in (stands, stands[:240] + "…")
            assert said


def test_around_a_concept_it_holds_what_is_two_steps_away(sample_kb: Path) -> None:
    held = contents(made(sample_kb, "sqs"))
    everything = contents(made(sample_kb))
    assert held["concepts"][held["focus"]]["id"] == "sqs"
    assert 1 < len(held["concepts"]) < len(everything["concepts"])
    assert held["hidden"]["concepts"] == len(everything["concepts"]) - len(held["concepts"])


def test_an_unknown_concept_is_an_error(sample_kb: Path) -> None:
    with pytest.raises(ConceptNotFound):
        made(sample_kb, "nope")


def test_of_many_concepts_the_most_connected_stay_and_the_others_are_counted(
    sample_kb: Path, text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(one_file_contents, "_CONCEPTS", 20)
    monkeypatch.setattr(one_file_contents, "_MOST", 1)
    monkeypatch.setattr(one_file_contents, "_LEAST", 1)
    fewer = made(sample_kb)
    held, everything = contents(fewer), contents(text)
    assert len(held["concepts"]) == 20
    kept = {concept["id"] for concept in held["concepts"]}
    least = min(concept["degree"] for concept in held["concepts"])
    assert all(c["degree"] <= least for c in everything["concepts"] if c["id"] not in kept)
    hidden = len(everything["concepts"]) - 20
    assert held["hidden"]["concepts"] == hidden
    assert f"{hidden} concepts, less connected" in fewer
    assert all(len(concept["facts"]) <= 1 for concept in held["concepts"])


HOSTILE = ["</script><script>alert(1)</script>", "<!--<script>", "a\u2028b\u2029c", "&lt;b&gt;", "\udcff"]


@pytest.mark.parametrize("written", HOSTILE)
def test_a_notes_text_cannot_end_the_element_it_stands_in(written: str) -> None:
    from web.one_file import safe_json

    safe = safe_json({"text": written})
    assert json.loads(safe) == {"text": written}
    assert not set(safe) & set("<>&\u2028\u2029\udcff")


def test_hostile_notes_add_no_element(hostile_kb: Path, sample_kb: Path) -> None:
    page = Reader(made(hostile_kb))
    assert {tag for tag, _ in page.elements} <= {tag for tag, _ in Reader(made(sample_kb)).elements}
    assert [tag for tag, _ in page.inline] == ["style", "script", "script", "script", "script", "script"]
