"""The map as a picture of its own: an SVG file that needs no style sheet, for a document, a slide or print."""

from __future__ import annotations

import importlib.resources
import re
from functools import cache
from typing import Any

from flask import render_template

from web.families import families
from web.map_picture import map_picture

__all__ = ["map_svg"]

Json = dict[str, Any]

_TOKEN = re.compile(r"--([\w-]+): ([^;]+);")
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # XML 1.0, Char
_DASHES = {"options": "2 3", "kind": "1 4", "compared": "7 4", "links": "3 6"}
_ARROWLESS = frozenset({"compared", "works with"})


def map_svg(data: Json, title: str) -> str:
    """Return the drawing as an SVG document in the light colours of the style sheet, its text escaped."""
    picture = map_picture(data)
    _, _, width, height = picture["view"].split()
    edges = {family: [line for line in picture["lines"] if line["family"] == family] for family in families()}
    return render_template(
        "map.svg",
        title=_xml(title),
        picture=picture,
        width=width,
        height=height,
        regions=[{**region, "caption": _xml(region["caption"])} for region in data["regions"]],
        edges={family: lines for family, lines in edges.items() if lines},
        phrases=[{**line, "phrase": _xml(line["phrase"])} for line in picture["lines"]] if data["focus"] else [],
        boxes=[{**box, "label": _xml(box["label"])} for box in picture["boxes"]],
        focus=data["focus"],
        dashes=_DASHES,
        arrowless=_ARROWLESS,
        colour=_colours(),
    )


def _xml(text: str) -> str:
    return _NOT_XML.sub("\ufffd", text)


@cache
def _colours() -> dict[str, str]:
    """Token -> colour, from the first block of the style sheet: the light ones."""
    style = (importlib.resources.files("web") / "static" / "style.css").read_text("utf-8")
    return dict(_TOKEN.findall(style.partition("}")[0]))
