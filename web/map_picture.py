"""The map without a script: the same boxes and lines as plain values for an SVG template."""

from __future__ import annotations

from typing import Any

__all__ = ["map_picture"]

_LETTER, _HEIGHT, _MARGIN = 7.6, 30.0, 90.0  # pixels: a letter's width at 14 px, a box's height, room around


def map_picture(data: dict[str, Any]) -> dict[str, Any]:
    """Return `{"view", "boxes", "lines"}`; a box has its corner, a line its two ends and the middle for its words."""
    centre = {node["id"]: (float(node["x"]), float(node["y"])) for node in data["nodes"]}
    if not centre:
        return {"view": "0 0 10 10", "boxes": [], "lines": []}
    regions = data["regions"]
    xs = [x for x, _ in centre.values()] + [x for r in regions for x in (r["left"], r["left"] + r["width"])]
    ys = [y for _, y in centre.values()] + [y for r in regions for y in (r["top"], r["top"] + r["height"])]
    margin = _MARGIN if not regions else _LETTER
    left, top = min(xs) - margin, min(ys) - margin
    boxes = []
    for node in data["nodes"]:
        x, y = centre[node["id"]]
        width = len(node["label"]) * _LETTER + 24
        boxes.append({**node, "left": x - width / 2, "top": y - _HEIGHT / 2, "width": width, "middle": (x, y + 5)})
    lines = []
    for edge in data["edges"]:
        (a, b), (c, d) = centre[edge["from"]], centre[edge["to"]]
        lines.append({**edge, "ends": (a, b, c, d), "middle": ((a + c) / 2, (b + d) / 2)})
    view = f"{left} {top} {max(xs) - left + margin} {max(ys) - top + margin}"
    return {"view": view, "boxes": boxes, "lines": lines}
