"""Tables that list choices, one a row: below "Types of redundancy", or in a column headed "Tier"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from graph.model import Confidence
from graph.names import fold_words
from graph.relation_types import RelationType
from ingest.abbreviations import is_gloss_of
from ingest.choice_names import names_choices
from ingest.claims import Cite, Defined, Related, Thing, qualify
from ingest.document import Block, BlockKind, Row
from ingest.english import CHOOSER_NOUNS
from ingest.list_headings import heads_kinds
from ingest.membership import stands_below
from ingest.name_weight import is_quality, is_whole
from ingest.node_names import clean_name, has_proper_shape, is_nameable, strip_heading
from ingest.scope import Scope
from ingest.topics import Topic

__all__ = ["read_chosen_rows"]

_RULE = "table of choices"
_SAID = re.compile(
    r"^(?:descriptions?|meaning|definitions?|details?|what it (?:is|does)|explanation|purpose|summary|behaviou?r|effect)$",
    re.IGNORECASE,
)
# A first column of these holds what one chooses for, not what is chosen.
_OTHERS = re.compile(
    r"\b(?:source|from|scenarios?|use cases?|requirements?|needs?|features?|goals?|workloads?|when|questions?|criteri\w+|aspects?|metrics?)\b"
)
_REMARK = re.compile(r"\s*\([^()]*\)$|\s+[-–—]\s+(?:the )?default$", re.IGNORECASE)  # "Link-State Request (LSR)"
# Below "Parameters" a column of parameters is a reference and offers nothing.
_PARTS = frozenset(
    """
    component part element module layer service concept term tool resource object protocol command name characteristic
    property attribute flag parameter field key variable setting value metric code error event function
    """.split()
)
_NAMING = frozenset(["name", "service", "title", "feature", "product", "id", "plan", "instance"])
_MEMBERS = frozenset(
    """
    application app project website server tool database broker protocol language framework engine platform proxy library
    vendor product algorithm
    """.split()
)
_CHOSEN = frozenset(["option", "tier", "edition", "sku"])
_KINDS = frozenset(noun.removesuffix("s") for noun in CHOOSER_NOUNS)
_VAGUE = frozenset(
    [
        "form",
        "state",
        "solution",
        "way",
        "method",
        "approach",
        "alternative",
        "pattern",
        "level",
        "categorie",
        "category",
        "policy",
        "policie",
    ]
)
_TOLD_KINDS = _KINDS - _VAGUE
_SPELT = re.compile(r"(?P<name>[^()]+) \((?P<short>[A-Z][A-Za-z-]+)\)")
_WHEN = re.compile(r"^(?:when to use(?: it)?|use cases?|best for|used for|usage|ideal for)$", re.IGNORECASE)
_LONGEST = 4  # words of a name
_MIN_ROWS = 2
_MAX_ROWS = 20


def read_chosen_rows(scope: Scope) -> Iterator[Thing | Related | Defined]:
    """Yield the name in each row's first cell as an option of the topic, where heading or column say that it is one."""
    for index, block in scope.blocks(BlockKind.TABLE):
        about = scope.about(index)
        if about is None:
            continue
        if not _offers_choices(scope, index, block, about):
            yield from _spelt_choices(scope, index, block, about)
            continue
        column = _name_column(block)
        rows = [row for row in block.rows if len(row.cells) > column]
        names = [_REMARK.sub("", clean_name(row.cells[column].text.plain)) for row in rows]
        if len({*names}) < len(names) or not all(map(_is_choice, names)):
            continue
        for name, row in zip(names, rows, strict=True):
            above = fold_words(about.name)  # "Malware" among the malware types is all of them
            if fold_words(name) not in (above, above[:-1]) and not _is_caption(row):
                yield from _option(scope, block, about, name, row)


def _offers_choices(scope: Scope, index: int, block: Block, about: Topic) -> bool:
    if block.header is None or not _MIN_ROWS <= len(block.rows) <= _MAX_ROWS or not stands_below(scope, index, about):
        return False
    head = clean_name(block.header.cells[0].text.plain).casefold().split() if block.header.cells else []
    above = block.parent if block.parent >= 0 else block.heading
    heading = scope.document.blocks[above].text.plain if above >= 0 else ""
    if _is_column_of_choices(scope, block, about, head, heading):
        return True
    kinds = names_choices(about.name, "") or heads_kinds(heading, about.name)
    return kinds and _heads_names(head, about) and not _OTHERS.search(" ".join(head))


def _is_column_of_choices(scope: Scope, block: Block, about: Topic, head: list[str], heading: str) -> bool:
    """Whether the first column's own head tells that the topic's choices stand below it: "Plan", "Storage class" of storage."""
    if len(head) > 1:
        own = not {*head}.isdisjoint(fold_words(about.name))
        return own and head[-1] in CHOOSER_NOUNS and is_whole(about.name)
    if not head:
        return False
    if is_whole(about.name) and _heads_choices(head[0], heading):
        return True
    return head[0] in _TOLD_KINDS and (_is_explained(scope, block, about) or _are_called_so(block, head[0]))


def _are_called_so(block: Block, kind: str) -> bool:
    """`Strict mode` and `Loose mode` below "Mode"."""
    firsts = [clean_name(row.cells[0].text.plain).casefold() for row in block.rows if row.cells]
    return all(first.endswith(f" {kind.removesuffix('s')}") for first in firsts)


def _spelt_choices(scope: Scope, index: int, block: Block, about: Topic) -> Iterator[Thing | Related | Defined]:
    """`Redundancy` over "Locally redundant storage (LRS)" and others with their short forms: the choices of what the first
    column is called after, where the heading names that besides other things."""
    head = clean_name(block.header.cells[0].text.plain) if block.header and block.header.cells else ""
    if is_whole(about.name) or not _begins_name(head, about):
        return
    rows = [row for row in block.rows if row.cells]
    glosses = [_SPELT.fullmatch(clean_name(row.cells[0].text.plain)) for row in rows]
    if not _are_spelt(glosses):
        return
    topic = replace(about, name=head)
    yield Thing(head, topic.owner, "", scope.cite_header(block, _RULE, about))
    for found, row in zip(glosses, rows, strict=True):
        if found:
            yield from _option(scope, block, topic, found["name"], row)


def _are_spelt(glosses: Sequence[re.Match[str] | None]) -> bool:
    """Whether half of the rows, and as many as make a table, have a name with its short form."""
    spelt = sum(found is not None and is_gloss_of(found["short"], found["name"]) for found in glosses)
    return spelt >= _MIN_ROWS and 2 * spelt >= len(glosses)


def _begins_name(head: str, about: Topic) -> bool:
    """Whether a column is called by the word that the topic's name begins with, and not after parts."""
    return " " not in head and fold_words(head)[:1] == fold_words(about.name)[:1] and head.casefold() not in _PARTS


def _is_explained(scope: Scope, block: Block, about: Topic) -> bool:
    """`Type | Description` right below a thing with a name: what the types are of it."""
    second = clean_name(block.header.cells[1].text.plain) if block.header and len(block.header.cells) > 1 else ""
    named = scope.proper.holds(about.name) or has_proper_shape(about.name)
    return named and bool(_SAID.match(second) or _WHEN.match(second))


def _heads_names(head: list[str], about: Topic) -> bool:
    """Whether the first column is of the choices: "Name", "Redundancy option" below "Types of redundancy"; "Project" is not."""
    words = {word.removesuffix("s") for word in head}
    others = words - _KINDS - _NAMING
    own = {word.removesuffix("s") for word in fold_words(about.name)}
    other = bool(others) and not others & own and not words & own  # "Account kind" below "Replication strategies"
    return bool(head) and not other and bool(words & (own | _NAMING | _KINDS))


def _heads_choices(column: str, heading: str) -> bool:
    """`Plan` below "Hosting plans" or "Plans", `Option` below anything: each row is one of them."""
    words = fold_words(strip_heading(_REMARK.sub("", heading)))
    same = (
        words[-1:] == fold_words(column)
        and not is_quality(column)
        and column not in _PARTS
        and not _OTHERS.search(column)
    )
    return column in _CHOSEN or same


def _is_member(heads: list[str], about: Topic) -> bool:
    """`Application` below "Web Applications": each is one of them, and nobody chooses."""
    last = fold_words(about.name)[-1]
    return bool(heads) and fold_words(heads[0]) == (last,) and last in _MEMBERS


def _is_choice(name: str) -> bool:
    return is_nameable(name) and ":" not in name and len(name.split()) <= _LONGEST


def _name_column(block: Block) -> int:
    """The first column, but the second where the first only numbers the rows: "Type | Name" over "1 | Hello"."""
    firsts = [row.cells[0].text.plain.strip(" .#") if row.cells else "" for row in block.rows]
    counts = firsts in ([str(n) for n in range(start, start + len(firsts))] for start in (0, 1))
    return 1 if counts and block.header is not None and len(block.header.cells) > 1 else 0


def _is_caption(row: Row) -> bool:
    """A row of one word only heads the rows below it."""
    return len(row.cells) > 1 and not any(cell.text.plain.strip() for cell in row.cells[1:])


def _option(scope: Scope, block: Block, about: Topic, name: str, row: Row) -> Iterator[Thing | Related | Defined]:
    text = " ".join(scope.document.lines(row.first, row.last).split())
    cite = Cite(row.first, row.last, text, _RULE, Confidence.PATTERN, ((about.line, about.text),))
    yield Thing(name, about.ref, "", cite)
    heads = [clean_name(cell.text.plain) for cell in block.header.cells] if block.header else []
    kind = RelationType.IS_A if _is_member(heads, about) else RelationType.OPTION_OF
    yield Related(qualify(about.ref, name), kind, kind.replace("_", " "), about.ref, cite)
    for head, cell in zip(heads[1:], row.cells[1:], strict=False):
        if _SAID.match(head) and cell.text.plain.strip():
            yield Defined(qualify(about.ref, name), cell.text.plain.strip().rstrip("."), cite)
