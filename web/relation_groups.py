"""A concept's relations as a reader takes them in: by what they say, in both directions, each with its lines."""

from __future__ import annotations

from typing import Any

from graph.relation_types import RelationType, wording

__all__ = ["relation_groups"]

_ORDER = [
    RelationType.IS_A,
    RelationType.PART_OF,
    RelationType.OPTION_OF,
    RelationType.USES,
    RelationType.INTEGRATES_WITH,
    RelationType.COMPARED_WITH,
    RelationType.ALTERNATIVE_TO,
]


def relation_groups(data: dict[str, Any]) -> list[dict[str, Any]]:
    """Return `[{"name", "entries": [{"id", "label", "phrase", "cites"}]}]` without mentions.

    Kinds and parts come first, relations that authors named after the known types, links last. `phrase` is empty where
    it says no more than the group's name; two pieces of evidence from one line count once.
    """
    groups: dict[tuple[int, str], list[dict[str, Any]]] = {}
    for relation in data["relations"]:
        if relation["type"] == RelationType.MENTIONS:
            continue
        outward = relation["source"] == data["id"]
        words = wording(relation["type"])
        name = words.forward if outward else words.backward
        other = relation["target"] if outward else relation["source"]
        cites = {(cite["path"], cite["line_start"]): cite for cite in relation["evidence"]}
        said = relation["phrase"] not in (words.forward, words.backward, relation["type"].replace("_", " "))
        entry = {
            "id": other,
            "label": data["labels"][other],
            "phrase": relation["phrase"] if said and outward else "",
            "cites": list(cites.values())[:3],
        }
        groups.setdefault((_rank(relation["type"]), name), []).append(entry)
    return [
        {"name": name, "entries": sorted(entries, key=lambda entry: str(entry["label"]).casefold())}
        for (_, name), entries in sorted(groups.items())
    ]


def _rank(kind: str) -> int:
    if kind == RelationType.LINKS_TO:
        return len(_ORDER) + 1
    return _ORDER.index(RelationType(kind)) if kind in set(_ORDER) else len(_ORDER)
