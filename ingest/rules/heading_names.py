"""Headings name concepts, a gloss names them a second time; what is named after one beside it is a part of that."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.model import Confidence
from graph.names import fold_words
from graph.relation_types import RelationType
from ingest.abbreviations import is_gloss_of
from ingest.choice_names import FOLDED_CHOOSERS, names_choices
from ingest.claims import Classed, Related, SameThing, Thing, qualify
from ingest.class_heads import is_class_abbreviation
from ingest.class_phrases import as_class, class_phrase
from ingest.compared_names import is_versus
from ingest.document import BlockKind
from ingest.english import (
    GENERIC_HEADINGS,
)
from ingest.membership import stands_below
from ingest.name_weight import (
    Weight,
    heading_weight,
    is_activity,
    names_several,
)
from ingest.node_names import clean_name, is_generic, is_name, strip_heading
from ingest.rules.heading_nesting import relation_of_heading
from ingest.scope import Scope
from ingest.topic_headings import Heading
from ingest.topics import Topic

__all__ = ["read_heading_names"]

_RULE = "heading"
# What is of another thing: "Redis-compatible ..."
_BUILT_ON = re.compile(r"\S+-(?:based|backed|compatible|like|style|powered|driven) ", re.IGNORECASE)
_JOINED = re.compile(r"\s*,\s*(?:and\s+)?|\s+(?:and|&)\s+")
_AND = re.compile(r"\s(?:and|&)\s", re.IGNORECASE)
_OFTEN = 3


def read_heading_names(scope: Scope) -> Iterator[Thing | SameThing | Related | Classed]:
    """Yield the concept of each heading, its other names and class, and what it is of the heading above."""
    title = _sole_title(scope)
    beside: dict[tuple[int, int], dict[tuple[str, ...], Topic]] = {}
    for index, block in scope.blocks(BlockKind.HEADING):
        heading = scope.topics.headings[index]
        parent = scope.about(index)
        if heading is None:
            yield from _several(scope, index, parent)
            continue
        cite = scope.cite(index, _RULE, Confidence.EXPLICIT, context=parent)
        if heading.of:
            yield from _of_subject(scope, index, heading, parent)
            continue
        owner = parent.ref if parent else ""
        ref = qualify(owner, heading.name)
        if not _is_of_several_matters(scope, heading):
            yield Thing(heading.name, owner, "", cite)
        if heading.prefixed:
            yield SameThing(ref, heading.prefixed, cite)
        yield from _glossed(scope, index, heading, ref)
        earlier = beside.setdefault((block.heading, block.level), {})
        relation = relation_of_heading(scope, index, heading, parent, title) if parent else None
        whole = None if relation else _named_after(scope, heading.name, earlier)
        if relation:
            nested = scope.cite(index, "nested heading", Confidence.PATTERN, context=parent)
            yield Related(ref, relation, relation.replace("_", " "), owner, nested)
        elif whole is not None:
            named = scope.cite(index, "named after", Confidence.PATTERN, context=whole)
            yield Related(ref, RelationType.PART_OF, "part of", whole.ref, named)
        _take_in(scope, index, heading, earlier)


def _take_in(scope: Scope, index: int, heading: Heading, earlier: dict[tuple[str, ...], Topic]) -> None:
    """Keep what a heading is called, for those of its rank that stand behind it."""
    own = scope.topics.introduced[index]
    if own is not None:
        earlier.update((words, own) for words in _called(scope, heading.name) if words not in earlier)


def _glossed(scope: Scope, index: int, heading: Heading, ref: str) -> Iterator[SameThing | Classed]:
    """What a gloss says of the name: its short or long form, or its class, "Acme DB (NoSQL)"."""
    gloss = heading.gloss
    if gloss and is_name(gloss) and _glosses(heading.name, gloss):
        yield SameThing(ref, gloss, scope.cite(index, "gloss", Confidence.EXPLICIT))
    elif is_class_abbreviation(gloss) and scope.proper.any_in(heading.name):
        yield Classed(ref, gloss, gloss, scope.cite(index, "gloss", Confidence.PATTERN))
    elif _is_class_told(scope, index, heading):
        kind = as_class(class_phrase(f"a {gloss}"))
        yield Classed(ref, kind, kind, scope.cite(index, "gloss", Confidence.PATTERN))


def _is_class_told(scope: Scope, index: int, heading: Heading) -> bool:
    """`Acme DB (document database)`: a proper name, and nothing but a class in parentheses."""
    gloss = heading.gloss
    if f"({gloss})" not in scope.document.blocks[index].text.plain or not scope.proper.any_in(heading.name):
        return False
    if is_generic(heading.name.rpartition(" ")[2]):
        return False  # "Acme Configuration (legacy store)"
    return " " in gloss and fold_words(class_phrase(f"a {gloss}")) == fold_words(gloss) != ()


def _of_subject(scope: Scope, index: int, heading: Heading, parent: Topic | None) -> Iterator[Thing | Related]:
    """`SQS - FIFO queue`: the subject, and the thing as a part of it."""
    cite = scope.cite(index, _RULE, Confidence.EXPLICIT)
    subject = qualify(parent.ref if parent else "", heading.of)
    yield Thing(heading.of, parent.ref if parent else "", "", cite)
    yield Thing(heading.name, subject, "", cite)
    if heading_weight(scope, heading.name):
        nested = scope.cite(index, "nested heading", Confidence.PATTERN)
        kind = RelationType.OPTION_OF if names_choices(heading.of, heading.name) else RelationType.PART_OF
        yield Related(qualify(subject, heading.name), kind, kind.replace("_", " "), subject, nested)


def _is_of_several_matters(scope: Scope, heading: Heading) -> bool:
    """`Speed and Durability` heads a text on two matters and names no thing; "Identity and Access Management (IAM)" does."""
    name = heading.name
    return (
        bool(_AND.search(name)) and not heading.gloss and not scope.proper.any_in(name) and not scope.proper.holds(name)
    )


def _called(scope: Scope, name: str) -> Iterator[tuple[str, ...]]:
    """What others may be named after: the name, or the last of its two words, "Aurora" of "Amazon Aurora"."""
    if scope.proper.holds(name):
        yield fold_words(name)
    first, _, rest = name.partition(" ")
    if rest and " " not in rest and scope.proper.holds(rest) and not is_generic(rest) and _is_maker(scope, first):
        yield fold_words(rest)


def _is_maker(scope: Scope, first: str) -> bool:
    """Whether three headings begin with the word, as with a maker's name: "Default VPC" is not what VPC endpoints are of."""
    return sum(1 for heading in scope.topics.headings if heading and heading.name.startswith(f"{first} ")) >= _OFTEN


def _named_after(scope: Scope, name: str, earlier: dict[tuple[str, ...], Topic]) -> Topic | None:
    """`Aurora Serverless` beside an earlier `Aurora` is a part of that: the heading right above it in rank that it is named after."""
    words = fold_words(name)
    size = next((size for size in range(len(words) - 1, 0, -1) if words[:size] in earlier), 0)
    told = (
        not size
        or is_generic(" ".join(words[size:]))
        or is_activity(words[-1])
        or words[-1] in GENERIC_HEADINGS - FOLDED_CHOOSERS
    )  # "RDS Security" is a part of the text
    fit = (
        not told
        and not _BUILT_ON.match(name)
        and not names_several(name)
        and heading_weight(scope, name) >= Weight.TITLED
    )
    return earlier[words[:size]] if fit else None


def _several(scope: Scope, index: int, parent: Topic | None) -> Iterator[Thing | Related]:
    """`MySQL, PostgreSQL and MariaDB`: a heading of proper names joins several things, each what the heading above says."""
    plain = strip_heading(scope.document.blocks[index].text.plain)
    names = [clean_name(name) for name in _JOINED.split(plain)]
    if len(names) < 2 or is_versus(plain) or not all(is_name(name) and scope.proper.holds(name) for name in names):
        return
    cite = scope.cite(index, _RULE, Confidence.EXPLICIT, context=parent)
    for name in names:
        yield Thing(name, parent.ref if parent else "", "", cite)
        if parent is not None and names_choices(parent.name, name) and stands_below(scope, index, parent):
            nested = scope.cite(index, "nested heading", Confidence.PATTERN, context=parent)
            yield Related(qualify(parent.ref, name), RelationType.OPTION_OF, "option of", parent.ref, nested)


def _glosses(name: str, gloss: str) -> bool:
    return is_gloss_of(name, gloss) or is_gloss_of(gloss, name) or _says_again(name, gloss)


def _says_again(name: str, gloss: str) -> bool:
    """`Write-behind (write-back)`, `Redirect URI (Callback URI)`: as many words, and the first or the last the same."""
    a, b = fold_words(name.replace("-", " ")), fold_words(gloss.replace("-", " "))
    return len(a) == len(b) > 1 and a != b and (a[0] == b[0] or a[-1] == b[-1]) and not any(map(str.isdigit, gloss))


def _sole_title(scope: Scope) -> int:
    """The block that is the whole note's title, or -1: sections below it are chapters, not parts of a thing."""
    tops = [index for index, block in scope.blocks(BlockKind.HEADING) if block.level == 1]
    return tops[0] if len(tops) == 1 else -1
