"""What a map's address asks for, and the addresses of the maps that are one step away."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from urllib.parse import urlencode

from flask import request

from graph.knowledge_base import KnowledgeBase
from graph.model import ConceptId, Kind
from web.families import families
from web.parameters import kind_parameter, number_parameter, text_parameter, types_parameter

__all__ = ["DEEPEST", "MapState", "asked_map"]

DEEPEST = 3
_MOST_COMMUNITIES = 1_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class MapState:
    """`focus`, `opened` and `pinned` are concepts, `hide` families of relations; `group` a community of the overview.

    `path` tells that only what lies between two focuses is wanted.
    """

    focus: tuple[ConceptId, ...] = ()
    opened: tuple[ConceptId, ...] = ()
    pinned: tuple[ConceptId, ...] = ()
    depth: int = 1
    types: tuple[str, ...] = ()
    kind: Kind | None = None
    hide: tuple[str, ...] = ()
    group: int | None = None
    path: bool = False

    def address(self) -> str:
        """Return the query that asks for this map, "" for the overview."""
        named: list[tuple[str, str | Sequence[str]]] = [
            ("focus", self.focus),
            ("open", self.opened),
            ("pin", self.pinned),
            ("depth", str(self.depth) if self.depth > 1 else ()),
            ("type", self.types),
            ("kind", self.kind.value if self.kind else ()),
            ("hide", ",".join(self.hide) or ()),
            ("group", str(self.group) if self.group is not None else ()),
            ("path", "1" if self.path else ()),
        ]
        query = urlencode(named, doseq=True, safe=",")
        return f"?{query}" if query else ""

    def steps(self) -> Mapping[str, str]:
        """Return the addresses beside this one: a depth, a kind, only the path or everything again."""
        found = {f"depth {depth}": replace(self, depth=depth).address() for depth in range(1, DEEPEST + 1)}
        found |= {f"kind {kind}": replace(self, kind=kind).address() for kind in Kind}
        found["kind any"] = replace(self, kind=None).address()
        if len(self.focus) == 2:
            found["path"] = replace(self, path=not self.path).address()
        return found

    def without(self, focus: ConceptId) -> str:
        """Return the address of the map with one focus fewer."""
        return replace(self, focus=tuple(f for f in self.focus if f != focus), path=False).address()


def asked_map(kb: KnowledgeBase) -> MapState:
    """Read the address of a request; names are looked up as anywhere else.

    Raises:
        BadRequest: a number or a kind is none.
        ConceptNotFound: a name is none of a concept.
    """

    def concepts(name: str) -> tuple[ConceptId, ...]:
        return tuple(dict.fromkeys(kb.find(raw) for raw in request.args.getlist(name) if raw.strip()))

    return MapState(
        focus=concepts("focus"),
        opened=concepts("open"),
        pinned=concepts("pin"),
        depth=number_parameter("depth", 1, least=1, most=DEEPEST),
        types=types_parameter(),
        kind=kind_parameter(),
        hide=tuple(family for family in families() if family in text_parameter("hide").split(",")),
        group=number_parameter("group", 0, least=0, most=_MOST_COMMUNITIES) if text_parameter("group") else None,
        path=bool(text_parameter("path")),
    )
