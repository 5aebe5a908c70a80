"""The pages for people; `.json` at the end of a page's path gives its data."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from flask import Blueprint, Response, jsonify, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from graph.answers_json import counts_json
from graph.errors import ConceptNotFound
from graph.model import ConceptId, NoteId
from graph.note_lines import split_lines
from graph.part_tree import part_tree
from web import answers
from web.comparison_groups import row_groups
from web.drawing import draw
from web.families import families
from web.knowledge import kept, knowledge_base
from web.lint_filters import lint_filters
from web.map_picture import map_picture
from web.map_state import MapState, asked_map
from web.map_svg import map_svg
from web.parameters import text_parameter
from web.relation_groups import relation_groups
from web.rendered_note import render_note
from web.search_facets import search_facets

__all__ = ["pages"]

pages = Blueprint("pages", __name__)

_LISTED = 60  # of each kind on a page that could list thousands


def _page(template: str, data: dict[str, Any], **more: Any) -> ResponseReturnValue:
    if answers.wants_json():
        return jsonify(data)
    return render_template(template, data=data, **more)


@pages.get("/")
@pages.get("/index.json", endpoint="home_twin")
def home() -> ResponseReturnValue:
    """What is in here."""
    kb = knowledge_base()
    data = answers.stats_answer() if answers.wants_json() else {"counts": counts_json(kb)}
    top = [brief for brief in kb.list_concepts(by_degree=True, limit=24) if brief.measure.degree]
    overview = kept("overview", lambda: draw(kb, MapState()))
    return _page(
        "home.html",
        data,
        top=top,
        notes=kept("titles", kb.note_titles),
        comparisons=kept("comparisons", kb.comparisons),
        shown=_LISTED,
        map=overview,
        picture=map_picture(overview),
    )


@pages.get("/search")
@pages.get("/search.json", endpoint="search_twin")
def search() -> ResponseReturnValue:
    """Search results, with what narrows them."""
    data = answers.search_answer()
    asked = {name: text_parameter(name) for name in ("q", "kind", "tag", "path", "in", "exact", "offset")}
    offset, limit = answers.search_page()
    counted = knowledge_base().briefs(map(ConceptId, data["facets"].get("in", {})))
    labels = {str(concept): brief.label for concept, brief in counted.items()}
    kept = {name: text for name, text in asked.items() if text and name not in ("offset", "exact")}
    more = offset + len(data["results"]) < data["total"]
    return _page(
        "search.html",
        data,
        query=asked["q"],
        offset=offset,
        facets=search_facets(data, asked, labels),
        exact="?" + urlencode({**kept, "exact": "1"}),
        next="?" + urlencode({**kept, "offset": offset + limit}) if more else "",
    )


@pages.get("/concepts/<concept_id>.json", endpoint="concept_twin")
@pages.get("/concepts/<concept_id>")
def concept(concept_id: str) -> ResponseReturnValue:
    """One concept; another of its names redirects to its id."""
    kb = knowledge_base()
    if not kb.briefs([ConceptId(concept_id)]):
        named = kb.named(concept_id)
        if not named:
            raise ConceptNotFound(concept_id, kb.near(concept_id))
        return redirect(url_for("pages.concept", concept_id=named[0]))
    data = answers.concept_answer(concept_id)
    around = draw(kb, MapState(focus=(ConceptId(concept_id),)))
    parts = part_tree(kb, ConceptId(concept_id))
    return _page(
        "concept.html",
        data,
        groups=[
            group for group in relation_groups(data) if not (parts and group["name"] in ("has part", "has option"))
        ],
        parts=parts,
        shown=_LISTED,
        map=around,
        picture=map_picture(around),
    )


@pages.get("/compare")
@pages.get("/compare.json", endpoint="choose_twin")
def choose() -> ResponseReturnValue:
    """Pick what to compare; two and more names lead to their comparison."""
    kb = knowledge_base()
    ids = list(dict.fromkeys(kb.find(name) for name in request.args.getlist("id") if name.strip()))
    if len(ids) > 1:
        return redirect(url_for("pages.compare", names="/".join(ids)))
    return _page("choose.html", answers.choice_answer(ids))


@pages.get("/compare/<path:names>")
def compare(names: str) -> ResponseReturnValue:
    """Two to six concepts side by side; `.md` and `.csv` at the end give them as text."""
    plain, _, form = names.rpartition(".") if names.endswith((".json", ".md", ".csv")) else (names, "", "")
    wanted = [name for name in plain.split("/") if name]
    if form in ("md", "csv"):
        text, kind = answers.comparison_text(wanted, form)
        return Response(text, mimetype=kind)
    data = answers.comparison_answer(wanted)
    return _page("compare.html", data, groups=row_groups(data["rows"]))


@pages.get("/path/<start>/<end>")
@pages.get("/path/<start>/<end>.json", endpoint="path_twin")
def path(start: str, end: str) -> ResponseReturnValue:
    """How two concepts are connected."""
    return _page("path.html", answers.path_answer(start, end.removesuffix(".json")))


@pages.get("/notes/<path:note_path>")
def note(note_path: str) -> ResponseReturnValue:
    """A note as a page, or line by line, with what was read from each block."""
    path = note_path.removesuffix(".json")
    data = kept(("note", path), lambda: answers.note_answer(path))
    text = knowledge_base().note_text(NoteId(path))
    plain = text_parameter("view") == "lines"
    return _page(
        "note.html",
        data,
        plain=plain,
        lines=split_lines(text) if plain else [],
        blocks=[] if plain else kept(("blocks", path), lambda: render_note(NoteId(path), text, data["read"])),
    )


@pages.get("/map")
@pages.get("/map.json", endpoint="map_page_twin")
def map_page() -> ResponseReturnValue:
    """The map: what lies around the focuses, or the whole in its communities."""
    kb = knowledge_base()
    state = asked_map(kb)
    data = draw(kb, state)
    concepts = [answers.concept_answer(focus) for focus in state.focus]
    return _page("map.html", data, picture=map_picture(data), families=families(), concepts=concepts, state=state)


@pages.get("/map.svg")
def map_image() -> ResponseReturnValue:
    """The same map as a picture file; `/map`'s parameters."""
    kb = knowledge_base()
    data = draw(kb, asked_map(kb))
    labels = [node["label"] for node in data["nodes"] if node["id"] in data["focus"]]
    return Response(map_svg(data, f"Map of {' and '.join(labels) or 'the notes'}"), mimetype="image/svg+xml")


@pages.get("/lint")
@pages.get("/lint.json", endpoint="lint_twin")
def lint() -> ResponseReturnValue:
    """The review: what is worth a look in the notes, by kind."""
    data = answers.lint_answer(limit=50)
    return _page("lint.html", data, filters=lint_filters(data))
