"""A note becomes a page block by block, and nothing in it but text, marks and known addresses gets there."""

from __future__ import annotations

from typing import Any

import pytest

from graph.model import NoteId
from web.rendered_note import RenderedBlock, render_note


def page(text: str, read: list[dict[str, Any]] | None = None) -> list[RenderedBlock]:
    return render_note(NoteId("docs/note.md"), text, read or [])


def test_marks_become_tags_and_text_is_escaped() -> None:
    (block,) = page("a **b** `c<d>` & <e>\n")
    assert block.html.startswith("a <strong>b</strong> <code>c&lt;d&gt;</code> &amp;")


@pytest.mark.parametrize(
    ("written", "address"),
    [
        ("[x](https://example.org/a)", "https://example.org/a"),
        ("[x](other.md#part)", "/notes/docs/other.md"),
        ("[x](../up.md)", "/notes/up.md"),
        ("[[Some Page|x]]", "/search?q=Some%20Page"),
    ],
)
def test_links_lead_to_sites_notes_and_pages(written: str, address: str) -> None:
    (block,) = page(written + "\n")
    assert f'href="{address}"' in block.html


@pytest.mark.parametrize(
    "written",
    [
        "[x](javascript:alert(1))",
        "[x](data:text/html,a)",
        "[x](../../../etc.md)",
        "[x](vbscript:a)",
        "[x](//host/a.md:b)",
    ],
)
def test_other_addresses_are_words_only(written: str) -> None:
    (block,) = page(written + "\n")
    assert "href" not in block.html


@pytest.mark.parametrize("hostile", ["<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "<svg onload=a>"])
@pytest.mark.parametrize(
    "form", ["{}", "# {}", "- {}", "| a |\n|---|\n| {} |", "> {}", "```\n{}\n```", "**{}**", "---\nt: {}\n---"]
)
def test_nothing_hostile_keeps_its_tag(hostile: str, form: str) -> None:
    for block in page(form.format(hostile) + "\n"):
        for html in (block.html, *(cell for row in block.rows for cell in row)):
            assert "<script" not in html
            assert "<img" not in html
            assert "<svg" not in html


def test_names_lead_to_their_concepts_and_relations_stand_beside_the_line() -> None:
    cite = {"line_start": 3, "confidence": "explicit", "rule": "term"}
    name = {"what": "name", "text": "Relay", "concepts": [{"id": "relay", "label": "Relay"}], "evidence": cite}
    blocks = page("# Bus\n\n- **Relay** - passes on\n", [name])
    assert '<a href="/concepts/relay"><strong>Relay</strong></a>' in blocks[1].html
    assert blocks[1].read == ()  # the linked name says it already


def test_what_does_not_stand_in_the_line_is_told_beside_it() -> None:
    cite = {"line_start": 1, "confidence": "explicit", "rule": "gloss"}
    name = {"what": "name", "text": "Bus", "concepts": [{"id": "relay", "label": "Relay"}], "evidence": cite}
    (block,) = page("# Bus\n", [name])
    assert block.read == (name,)


def test_front_matter_is_shown_as_it_stands() -> None:
    blocks = page("---\ntags: [a]\n---\n\ntext\n")
    assert (blocks[0].kind, blocks[0].first, blocks[0].last) == ("code", 1, 3)
    assert "tags: [a]" in blocks[0].html
