"""The knowledge base as one HTML file that needs nothing else: no server, no network, no other file.

Scripts, style and data stand inline; a policy names each script and style by its hash and allows nothing else, so
that nothing in a note can run, load or style anything. Notes' text reaches the page as escaped HTML or as JSON in
which no sign can end its element.
"""

from __future__ import annotations

import base64
import hashlib
import importlib.resources
import json
import re
from collections.abc import Sequence
from typing import Any

from jinja2 import Environment, PackageLoader

from graph.knowledge_base import KnowledgeBase
from graph.model import ConceptId, Kind
from graph.relation_types import WEAK
from web.families import families
from web.map_assets import vis_network
from web.map_picture import map_picture
from web.one_file_contents import one_file_contents

__all__ = ["one_file", "safe_json"]

Json = dict[str, Any]

_MODULES = (
    "contents",
    "finding",
    "comparing",
    "drawing",
    "telling",
    "map-view",
    "compare-view",
    "page",
)  # imported first
_IMPORT = re.compile(r'^import (\{.*\}) from "\./(.*)\.js";$', re.MULTILINE)
_EXPORT = re.compile(r"^export (?=(?:const|function) (\w+))", re.MULTILINE)
_ENDS_SCRIPT = re.compile(r"<(?=/script|!--|script)", re.IGNORECASE)
_UNSAFE_IN_JSON = re.compile("[<>&\u2028\u2029\ud800-\udfff]")
_HIDDEN = {
    "concepts": "concepts, less connected or farther away",
    "relations": "relations of the less connected",
    "facts": "facts of concepts that have many",
    "mentions": "mentions",
}
_LISTED = 300  # concepts in the table for readers without JavaScript


def one_file(kb: KnowledgeBase, focus: ConceptId | None = None) -> str:
    """Return the file's text: everything, or what lies around `focus`. Same knowledge base, same bytes.

    Raises:
        ConceptNotFound: there is no such concept.
    """
    contents = one_file_contents(kb, focus)
    style = _source("style.css") + _source("one-file/one-file.css")
    sources = vis_network().read_text("utf-8"), _source("theme.js"), _source("keys.js"), _modules()
    scripts = [_ENDS_SCRIPT.sub(r"\\x3C", source) for source in sources]
    drawing = _drawing(contents)
    title = f"Map around {contents['concepts'][contents['focus']]['label']}" if focus else "Map of these notes"
    environment = Environment(loader=PackageLoader("web"), autoescape=True, keep_trailing_newline=True)
    return environment.get_template("one-file.html").render(
        policy=_policy(scripts, style),
        title=title,
        style=style,
        scripts=scripts,
        contents=safe_json(contents),
        families=[family for family in families() if family in {t["family"] for t in contents["types"]}],
        kinds=[kind.value for kind in Kind],
        concepts=contents["concepts"],
        drawing=drawing,
        picture=map_picture(drawing),
        hidden=[f"{count} {_HIDDEN[what]}" for what, count in contents["hidden"].items() if count],
        listed=_listed(contents),
    )


def safe_json(value: Any) -> str:
    """Return JSON that can stand inside a script element: nothing in it ends the element or a line of JavaScript."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return _UNSAFE_IN_JSON.sub(lambda sign: f"\\u{ord(sign[0]):04x}", text)


def _source(name: str) -> str:
    return (importlib.resources.files("web") / "static" / name).read_text("utf-8").replace("\r\n", "\n")


def _modules() -> str:
    """The file's own modules as one script, since an inline module has nowhere to import from: each keeps its scope."""
    parts = ["const modules = {};\n"]
    for name in _MODULES:
        source = _source(f"one-file/{name}.js")
        exported = ", ".join(_EXPORT.findall(source))
        body = _EXPORT.sub("", _IMPORT.sub(r'const \1 = modules["\2"];', source))
        parts.append(f'modules["{name}"] = (() => {{\n{body}return {{ {exported} }};\n}})();\n')
    return "".join(parts)


def _policy(scripts: Sequence[str], style: str) -> str:
    allowed = " ".join(map(_hash, scripts))
    return f"default-src 'none'; script-src {allowed}; style-src {_hash(style)}; base-uri 'none'; form-action 'none'"


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def _drawing(contents: Json) -> Json:
    """The start view as the picture for readers without JavaScript."""
    concepts, places = contents["concepts"], contents["start"]["places"]
    shown = {number for number, _, _ in places}
    families_by_type = [(t["family"], t["name"] in WEAK) for t in contents["types"]]
    return {
        "nodes": [{**_node(concepts[number]), "x": x, "y": y} for number, x, y in places],
        "edges": [
            {
                "from": concepts[a]["id"],
                "to": concepts[b]["id"],
                "phrase": phrase,
                "family": families_by_type[t][0],
                "bend": bend,
            }
            for a, t, phrase, b, bend, _ in contents["relations"]
            if a in shown and b in shown and not families_by_type[t][1]
        ],
        "regions": contents["start"]["regions"],
        "focus": [contents["focus"]] if contents["focus"] is not None else [],
    }


def _node(concept: Json) -> Json:
    return {name: concept[name] for name in ("id", "label", "kind")}


def _listed(contents: Json) -> list[Json]:
    """The most connected concepts with their definition, or a fact, and its place."""
    ordered = sorted(contents["concepts"], key=lambda concept: (-concept["degree"], concept["id"]))[:_LISTED]
    listed = []
    for concept in ordered:
        said = concept["definition"] or next(iter(concept["facts"]), None)
        note, first, *_ = contents["lines"][said[1]] if said else (None, None)
        place = f"{contents['notes'][note]}:{first}" if said else ""
        listed.append({**_node(concept), "said": said[0] if said else "Not stated.", "place": place})
    return sorted(listed, key=lambda concept: (concept["label"].casefold(), concept["id"]))
