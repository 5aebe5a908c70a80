"""The map without a script: the same boxes and lines as plain values for an SVG template."""

from __future__ import annotations

import math
from typing import Any

__all__ = ["map_picture"]

_Point = tuple[float, float]

_LETTER, _HEIGHT, _MARGIN = 7.6, 30.0, 14.0  # pixels: a letter's width at 14 px, a box's height, room around


def map_picture(data: dict[str, Any]) -> dict[str, Any]:
    """Return `{"view", "boxes", "lines"}`; a box has its corner, a line its path from box to box and where words stand."""
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
        towards = _handle(start, end, edge["bend"])
        leaves, arrives = _border(start, towards, half[edge["from"]]), _border(end, towards, half[edge["to"]])
        lines.append({**edge, **_curve(leaves, towards, arrives)})
    return {"view": _view(boxes, data["regions"], [line["middle"] for line in lines]), "boxes": boxes, "lines": lines}


def _handle(start: _Point, end: _Point, bend: float) -> _Point:
    """The point that pulls a line aside, as vis-network's `curvedCW` and `curvedCCW` have it."""
    dx, dy = end[0] - start[0], end[1] - start[1]
    turn, reach = bend * math.pi / 2, (1 + abs(bend)) / 2
    along, aside = reach * math.cos(turn), reach * math.sin(turn)
    return round(start[0] + dx * along + dy * aside, 1), round(start[1] + dy * along - dx * aside, 1)


def _curve(start: _Point, handle: _Point, end: _Point) -> dict[str, Any]:
    """A line as a path of SVG, and the place and slope in degrees of its words, which never stand on their head."""
    slope = math.degrees(math.atan2(end[1] - start[1], end[0] - start[0]))
    return {
        "path": f"M{start[0]} {start[1]}Q{handle[0]} {handle[1]} {end[0]} {end[1]}",
        "middle": tuple(round((a + 2 * b + c) / 4, 1) for a, b, c in zip(start, handle, end, strict=True)),
        "slope": round(slope - math.copysign(180, slope) if abs(slope) > 90 else slope, 1),
    }


def _border(centre: _Point, towards: _Point, half: _Point) -> _Point:
    """Where a line to another box leaves this one, so that its arrow is seen."""
    dx, dy = towards[0] - centre[0], towards[1] - centre[1]
    share = min(1.0, half[0] / abs(dx) if dx else 1.0, half[1] / abs(dy) if dy else 1.0)
    return round(centre[0] + dx * share, 1), round(centre[1] + dy * share, 1)


def _view(boxes: list[dict[str, Any]], regions: list[dict[str, Any]], bows: list[_Point]) -> str:
    """The rectangle that holds every box, region and line at its farthest, with a margin."""
    drawn = [*regions, *({**box, "height": _HEIGHT} for box in boxes)]
    drawn += [{"left": x, "top": y, "width": 0, "height": 0} for x, y in bows]
    left, top = (min(shape[side] for shape in drawn) - _MARGIN for side in ("left", "top"))
    right = max(shape["left"] + shape["width"] for shape in drawn) + _MARGIN
    bottom = max(shape["top"] + shape["height"] for shape in drawn) + _MARGIN
    return f"{left:.1f} {top:.1f} {right - left:.1f} {bottom - top:.1f}"
