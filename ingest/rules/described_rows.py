"""Tables that explain one thing a row: "Component | Purpose", "Term | Definition", "Service | Language | Depends on"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from graph.model import Confidence
from graph.names import fold_words
from graph.relation_types import RelationType
from ingest.choice_names import names_choices
from ingest.claims import Cite, Classed, Defined, Related, Thing, qualify
from ingest.class_phrases import class_phrase
from ingest.document import Block, BlockKind, Cell, MarkKind, Row
from ingest.membership import needed_weight, stands_below
from ingest.name_weight import Weight, is_adjective
from ingest.node_names import clean_name, is_name, is_nameable
from ingest.scope import Scope
from ingest.task_names import is_task
from ingest.topics import Topic

__all__ = ["read_described_rows"]

_RULE = "described row"
_PARTS = re.compile(
    r"^(?:(?:core|key|main) )?(?:components?|parts?|elements?|modules?|building blocks?|layers?|features?"
    r"|micro-?services?|sub-?systems?)$",
    re.I,
)
_NAMES = re.compile(
    r"^(?:(?:core|key|main|aws|azure|gcp) )?(?:(?:services?|concepts?|terms?|tools?|resources?|objects?|protocols?|applications?|apps?"
    r"|containers?|packages?|librar(?:y|ies))(?: names?)?|names?)$",
    re.I,
)
_SAID = re.compile(
    r"^(?:(?:[\w-]+ ){0,2}(?:descriptions?|definitions?|distinctions?|summary|overview)|meanings?|explanations?|purposes?|functions?|roles?"
    r"|what (?:it|they) (?:is|are|does|do)|responsibilit(?:y|ies)|notes?|details?)$",
    re.I,
)
# What a column says that a row's thing needs, and how a reader would repeat it.
_NEEDS = (
    (re.compile(r"^(?:programming )?languages?$|^written in$|^implemented in$", re.I), "written in"),
    (re.compile(r"^(?:depends on|dependenc(?:y|ies)|requires|upstreams?|upstream services?)$", re.I), "depends on"),
    (re.compile(r"^(?:uses|tech(?:nolog(?:y|ies))?(?: stack)?|stack|framework|runtime|built with)$", re.I), "uses"),
    (re.compile(r"^(?:calls|talks to|consumes)$", re.I), "calls"),
    (
        re.compile(r"^(?:databases?|data ?stores?|storage|persistence|stores data in|backed by)$", re.I),
        "stores data in",
    ),
)
_PURPOSE = re.compile(r"^(?:purposes?|functions?|roles?|responsibilit(?:y|ies)|usage|notes?|details?)$", re.I)
_NONE = re.compile(r"^\W*(?:none|n/?a|no|tbd|various|any|all)?\W*$", re.I)
_SHORT_NAME = re.compile(r"[A-Z][a-z]?[+#]*")  # C, R, C#, Go
_LIST = re.compile(r"\s*(?:,|/|;|\n|\+|&|\band\b)\s*")
_LONGEST = 4  # words of a name
_MOST = 5  # names in a cell; more are a text


def read_described_rows(scope: Scope) -> Iterator[Thing | Defined | Related | Classed]:
    """Yield the name in each row's first cell with what the others say of it, as a part where the column says so."""
    for index, block in scope.blocks(BlockKind.TABLE):
        columns = _columns(block)
        if columns is None:
            continue
        about = scope.about(index)
        part = about is not None and _has_parts(scope, index, about, columns.head)
        for row in block.rows:
            if len(row.cells) > 1:
                yield from _described(scope, row, columns, about, part=part)


@dataclass(frozen=True, slots=True)
class _Columns:
    """What a table's columns hold: `head` heads the names, `said` is the column that tells of each, or -1; what it `defines` is
    a class, a purpose is none."""

    head: str
    said: int
    defines: bool
    needs: tuple[tuple[int, str], ...]


def _columns(block: Block) -> _Columns | None:
    header = [clean_name(cell.text.plain) for cell in block.header.cells] if block.header else []
    if len(header) < 2 or not (_PARTS.match(header[0]) or _NAMES.match(header[0])):
        return None
    said = next((place for place, name in enumerate(header) if place and _SAID.match(name)), -1)
    needs = _needs(header)
    if not needs and (said != 1 or header[0].casefold().startswith("name")):
        return None  # "Name | Description" may head anything
    return _Columns(header[0], said, said > 0 and not _PURPOSE.match(header[said]), needs)


def _needs(header: Sequence[str]) -> tuple[tuple[int, str], ...]:
    """The columns that hold what a row's thing needs, and how they say so."""
    behind = list(enumerate(header))[1:]
    return tuple((place, phrase) for place, name in behind for form, phrase in _NEEDS if form.match(name))


def _has_parts(scope: Scope, index: int, about: Topic, head: str) -> bool:
    below = stands_below(scope, index, about) and not names_choices(about.name, "")
    told = bool(_PARTS.match(head)) or _lead_into_the_project(scope.document.blocks[index])
    return told and below and needed_weight(scope, about) < Weight.NEVER


def _lead_into_the_project(block: Block) -> bool:
    """Whether every row's name is a link to a folder beside the note: the project's own services."""
    firsts = [row.cells[0] for row in block.rows if row.cells]
    return bool(firsts) and all(_is_own_folder(cell) for cell in firsts)


def _is_own_folder(cell: Cell) -> bool:
    return any(
        mark.kind is MarkKind.LINK and "://" not in mark.target and mark.target.startswith(("/", "./", "../"))
        for mark in cell.text.marks
    )


def _described(
    scope: Scope, row: Row, columns: _Columns, about: Topic | None, *, part: bool
) -> Iterator[Thing | Defined | Related | Classed]:
    name = clean_name(row.cells[0].text.plain)
    said = " ".join(row.cells[columns.said].text.plain.split()) if 0 < columns.said < len(row.cells) else ""
    if not (said or columns.needs) or not _is_term(name, about):
        return
    owner = about.ref if about else ""
    text = " ".join(scope.document.lines(row.first, row.last).split())
    context = ((about.line, about.text),) if about else ()
    cite = Cite(row.first, row.last, text, _RULE, Confidence.PATTERN, context)
    ref = qualify(owner, name)
    yield Thing(name, owner, "", cite)
    if said:
        yield from _said_of(ref, said, cite, defines=columns.defines)
    if part and not is_task(name) and not is_adjective(name.rpartition(" ")[2]):
        yield Related(ref, RelationType.PART_OF, "part of", owner, cite)
    for place, phrase in columns.needs:
        yield from _needed(row, place, Related(ref, RelationType.USES, phrase, "", cite))


def _is_term(name: str, about: Topic | None) -> bool:
    """Whether a first cell names another thing than the topic."""
    if not is_name(name) or len(name.split()) > _LONGEST:
        return False
    return about is None or fold_words(name) != fold_words(about.name)


def _said_of(ref: str, said: str, cite: Cite, *, defines: bool) -> Iterator[Defined | Classed]:
    yield Defined(ref, said.rstrip("."), cite)
    kind = class_phrase(said) if defines else ""
    if kind:
        yield Classed(ref, kind, kind, cite)


def _needed(row: Row, place: int, claim: Related) -> Iterator[Related | Thing]:
    """What the cell lists, each a thing that the row's uses; a text names nothing for sure."""
    names = [clean_name(name) for name in _LIST.split(row.cells[place].text.plain)] if place < len(row.cells) else []
    names = [name for name in names if not _NONE.match(name)]
    if len(names) > _MOST or not all(
        (is_nameable(name) and len(name.split()) <= _LONGEST) or _SHORT_NAME.fullmatch(name) for name in names
    ):
        return
    for name in names:
        yield Thing(name, "", "", claim.cite)
        yield Related(claim.source, claim.type, claim.phrase, name, claim.cite)
