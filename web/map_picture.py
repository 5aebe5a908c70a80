"""The map without a script: the same boxes and lines as plain values for an SVG template."""

from __future__ import annotations

from typing import Any

__all__ = ["map_picture"]

_Point = tuple[float, float]

_LETTER, _HEIGHT, _MARGIN = 7.6, 30.0, 14.0  # pixels: a letter's width at 14 px, a box's height, room around


def map_picture(data: dict[str, Any]) -> dict[str, Any]:
    """Return `{"view", "boxes", "lines"}`; a box has its corner, a line its ends at the boxes and the middle for words."""
    centre = {node["id"]: (float(node["x"]), float(node["y"])) for node in data["nodes"]}
    if not centre:
        return {"view": "0 0 10 10", "boxes": [], "lines": []}
    boxes = []
    for node in data["nodes"]:
        x, y = centre[node["id"]]
        width = len(node["label"]) * _LETTER + 24
        boxes.append({**node, "left": x - width / 2, "top": y - _HEIGHT / 2, "width": width, "middle": (x, y + 5)})
    half = {box["id"]: (box["width"] / 2, _HEIGHT / 2) for box in boxes}
    lines = []
    for edge in data["edges"]:
        start, end = centre[edge["from"]], centre[edge["to"]]
        ends = (*_border(start, end, half[edge["from"]]), *_border(end, start, half[edge["to"]]))
        lines.append({**edge, "ends": ends, "middle": ((start[0] + end[0]) / 2, (start[1] + end[1]) / 2)})
    return {"view": _view(boxes, data["regions"]), "boxes": boxes, "lines": lines}


def _border(centre: _Point, towards: _Point, half: _Point) -> _Point:
    """Where a line to another box leaves this one, so that its arrow is seen."""
    dx, dy = towards[0] - centre[0], towards[1] - centre[1]
    share = min(1.0, half[0] / abs(dx) if dx else 1.0, half[1] / abs(dy) if dy else 1.0)
    return round(centre[0] + dx * share, 1), round(centre[1] + dy * share, 1)


def _view(boxes: list[dict[str, Any]], regions: list[dict[str, Any]]) -> str:
    """The rectangle that holds every box and region, with a margin."""
    drawn = [*regions, *({**box, "height": _HEIGHT} for box in boxes)]
    left, top = (min(shape[side] for shape in drawn) - _MARGIN for side in ("left", "top"))
    right = max(shape["left"] + shape["width"] for shape in drawn) + _MARGIN
    bottom = max(shape["top"] + shape["height"] for shape in drawn) + _MARGIN
    return f"{left:.1f} {top:.1f} {right - left:.1f} {bottom - top:.1f}"
