"""Edges that an author drew: the arrows of a Mermaid flowchart.

Read are `graph` and `flowchart` with the arrows `-->`, `---`, `-.->`, `==>` and their labels, chains and `A & B`.
Other diagrams say in what order things happen or how much there is of them, not what relates to what.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from graph.model import Confidence
from graph.relation_types import RelationType
from ingest.claims import Cite, Related, Thing
from ingest.document import Block, BlockKind
from ingest.node_names import clean_name, is_generic, is_name
from ingest.scope import Scope

__all__ = ["read_flowcharts"]

_RULE = "flowchart"
_KIND = re.compile(r"^\s*(?:graph|flowchart)(?:\s|-|$)")
_ARROW = re.compile(
    r"\s*(?:<?--+\s*(?P<a>[^->|][^>|]*?)\s*--+[>ox]?|<?-\.+\s*(?P<b>[^->|.][^>|]*?)\s*\.+-[>ox]?|<?==+\s*(?P<c>[^=>|][^>|]*?)\s*==+[>ox]?"
    r"|<?(?:--+|-\.+-|==+)[>ox]?)\s*(?:\|(?P<d>[^|]*)\|)?\s*"
)
_NODE = re.compile(
    r"^\s*(?P<id>[\w.-]+?)\s*(?:(?P<open>[\[({>]+)[\"/\\]*(?P<label>.*?)[\"/\\]*[\])}]+)?\s*(?::::?\w+)?\s*;?\s*$"
)
_BREAK = re.compile(r"<br\s*/?>|\\n", re.IGNORECASE)
_NO_EDGES = ("subgraph", "%%", "style", "class", "click", "linkStyle")
_MAX_LINE = 400


@dataclass(frozen=True, slots=True)
class _Node:
    name: str
    line: int


def read_flowcharts(scope: Scope) -> Iterator[Thing | Related]:
    """Yield a relation for each arrow between two names; its words are the arrow's label."""
    for _, block in scope.blocks(BlockKind.CODE):
        lines = block.text.plain.split("\n")
        if block.info.casefold() == "mermaid" and lines and _KIND.match(lines[0]):
            yield from _arrows(scope, block, lines)


def _arrows(scope: Scope, block: Block, lines: list[str]) -> Iterator[Thing | Related]:
    nodes: dict[str, _Node] = {}
    drawn: list[tuple[str, str, str, int]] = []
    for number, line in enumerate(lines[1:], block.first + 2):
        if len(line) <= _MAX_LINE and not line.lstrip().startswith(_NO_EDGES):
            drawn += _edges(line, number, nodes)
    named: set[str] = set()
    for source, label, target, number in drawn:
        ends = [nodes[end] for end in (source, target)]
        if not all(map(_is_named, ends)) or ends[0].name == ends[1].name:
            continue
        for end in ends:
            if end.name not in named:
                named.add(end.name)
                yield Thing(end.name, "", "", _cite(scope, end.line, []))
        cite = _cite(scope, number, [end for end in ends if end.line != number])
        yield Related(ends[0].name, RelationType.LINKS_TO, label or "leads to", ends[1].name, cite)


def _is_named(node: _Node) -> bool:
    return is_name(node.name) and not is_generic(node.name)


def _edges(line: str, number: int, nodes: dict[str, _Node]) -> Iterator[tuple[str, str, str, int]]:
    """Yield (source id, label, target id, line) of a line, and take in the labels of its nodes."""
    before: list[str] = []
    label, place = "", 0
    arrows = [*_ARROW.finditer(line), None]
    for arrow in arrows:
        part = line[place : arrow.start()] if arrow else line[place:]
        ids = [name for text in part.split(" & ") if (name := _take(text, number, nodes))]
        for source in before:
            for target in ids:
                yield source, label, target, number
        if arrow is None:
            return
        before, place = ids, arrow.end()
        label = clean_name(next((arrow[group] for group in "abcd" if arrow[group]), ""))


def _take(text: str, number: int, nodes: dict[str, _Node]) -> str:
    found = _NODE.match(text)
    if found is None:
        return ""
    name = clean_name(_BREAK.split(found["label"] or "")[0])
    if not name and found["id"].isalpha() and len(found["id"]) > 2:
        name = found["id"]  # one that has no label is its own, unless it is only a letter and a number
    if found["id"] not in nodes or found["label"]:
        nodes[found["id"]] = _Node(name, number)
    return found["id"]


def _cite(scope: Scope, line: int, elsewhere: list[_Node]) -> Cite:
    document = scope.document
    text = " ".join(document.lines(line, line).split())
    context = tuple((end.line, " ".join(document.lines(end.line, end.line).split())) for end in elsewhere)
    return Cite(line, line, text, _RULE, Confidence.EXPLICIT, context)
