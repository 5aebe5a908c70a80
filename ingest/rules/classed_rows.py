"""Tables that sort things by their class or place: "Database type | AWS service", "Layer | Protocols"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.model import Confidence
from graph.relation_types import RelationType
from ingest.claims import Cite, Related, Thing
from ingest.class_nouns import CLASS_NOUNS, TOO_GENERAL_CLASSES
from ingest.document import Block, BlockKind, Row
from ingest.node_names import clean_name, is_nameable, strip_heading
from ingest.scope import Scope

__all__ = ["read_classed_rows"]

_RULE = "classed row"
_KINDS = re.compile(
    r"^(?:(?P<noun>[\w-]+) )?(?:types?|kinds?|categor(?:y|ies)|class(?:es)?|famil(?:y|ies)|models?)$", re.IGNORECASE
)
_MEMBERS = re.compile(
    r"^(?P<whose>(?:[A-Za-z]+ )?)(?:cloud )?(?:services?|examples?|products?|tools?|implementations?|solutions?|offerings?)$",
    re.IGNORECASE,
)
_PLACE = re.compile(r"(?:[\w-]+ )?layers?", re.IGNORECASE)
_STAND_THERE = re.compile(
    r"(?:(?:common|example|key|main) )?(?:protocols?|examples?|technolog(?:y|ies)|devices?)(?: used)?", re.IGNORECASE
)
_NAMES = re.compile(r"(?:layer )?names?|(?:[\w-]+ )?layers?", re.IGNORECASE)
_LIST = re.compile(r"\s*(?:,|/|;|\n|&|\band\b)\s*")
_ASIDE = re.compile(r"\s*\([^()]*\)")
_PLAIN = frozenset(
    "example sample popular common typical main key managed cloud native matching service product tool".split()
)
_LAYER = "layer"
_LONGEST = 5  # words of a name
_MOST = 8  # names in a cell


def read_classed_rows(scope: Scope) -> Iterator[Thing | Related]:
    """Yield the names that each row lists as members of the class in its first cell."""
    for _, block in scope.blocks(BlockKind.TABLE):
        columns = _columns(scope, block)
        for row in block.rows if columns else ():
            yield from _members(scope, row, *columns)


def _columns(scope: Scope, block: Block) -> tuple[str, int] | tuple[()]:
    """The noun that the first column's words go with, and which column has the members."""
    header = [clean_name(cell.text.plain) for cell in block.header.cells] if block.header else []
    if len(header) > 1 and _PLACE.fullmatch(header[0]):
        there = [place for place, name in enumerate(header) if place and _STAND_THERE.fullmatch(name)]
        firsts = [row.cells[0].text.plain for row in block.rows[:1] if row.cells]
        numbered = not any(map(str.isalpha, "".join(firsts)))
        return (_LAYER, there[0]) if there and (not numbered or _NAMES.fullmatch(header[1])) else ()
    kinds = _KINDS.match(header[0]) if len(header) > 1 else None
    places = [place for place, name in enumerate(header) if place and _heads_members(scope, name)]
    return ((kinds["noun"] or "").casefold(), places[0]) if kinds and len(places) == 1 else ()


def _heads_members(scope: Scope, head: str) -> bool:
    """`Example services`, "Acme service" of a maker; "Supported services" hold what the first cell works with."""
    told = _MEMBERS.match(head)
    whose = told["whose"].strip() if told else ""
    return told is not None and (not whose or whose.casefold() in _PLAIN or scope.proper.any_in(whose))


def _members(scope: Scope, row: Row, noun: str, place: int) -> Iterator[Thing | Related]:
    kind = _class(_named(row), noun) if len(row.cells) > place else ""
    listed = _ASIDE.sub("", row.cells[place].text.plain) if kind else ""
    names = [name for part in _LIST.split(listed) if (name := clean_name(part))]
    if not 0 < len(names) <= _MOST or not all(_is_product(name) for name in names):
        return
    cite = Cite(
        row.first, row.last, " ".join(scope.document.lines(row.first, row.last).split()), _RULE, Confidence.PATTERN
    )
    yield Thing(kind, "", "", cite)
    relation = RelationType.PART_OF if noun == _LAYER else RelationType.IS_A
    for name in names:
        yield Thing(name, "", "", cite)
        yield Related(name, relation, relation.replace("_", " "), kind, cite)


def _named(row: Row) -> str:
    """The first cell without a number before its name, or the second where the first is nothing but that."""
    first = strip_heading(clean_name(row.cells[0].text.plain))
    return clean_name(row.cells[1].text.plain) if first.isdigit() else first


def _class(cell: str, noun: str) -> str:
    """`Relational` in a column of database types is a relational database, `Transport` in one of layers the transport layer;
    what names no class is none: "Compute"."""
    if noun == _LAYER:
        layer = cell if cell.casefold().endswith(noun) else f"{cell} {noun}"
        return layer if is_nameable(layer) and not cell.isdigit() else ""
    last = cell.rpartition(" ")[2].casefold()
    named = last.removesuffix("s") in CLASS_NOUNS - TOO_GENERAL_CLASSES
    whole = cell if named else f"{cell} {noun}" if noun in CLASS_NOUNS - TOO_GENERAL_CLASSES else ""
    return whole if is_nameable(whole) else ""


def _is_product(name: str) -> bool:
    return is_nameable(name) and name[0].isupper() and len(name.split()) <= _LONGEST
