"""Sentences that name the kinds or parts of a thing: "A and B are the two types of X", "The components of X are A, B and C"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.model import Confidence
from graph.names import fold_words
from graph.relation_types import RelationType
from graph.sentences import split_sentences
from ingest.claims import Related, Thing, unqualified
from ingest.document import BlockKind
from ingest.membership import stands_below
from ingest.node_names import clean_name, is_name
from ingest.relation_labels import listed_names
from ingest.scope import Scope
from ingest.topics import Topic

__all__ = ["read_told_kinds"]

_RULE = "told kinds"
_KINDS = r"types|kinds|forms|modes|variants|flavou?rs|options|classes|categories|tiers|strategies|levels"
_PARTS = r"components|parts|features|elements|building blocks|modules|layers"
_COUNT = r"(?:(?:the|two|three|four|five|six|main|key|core|different|common|major|important|basic|primary|available) )*"
_ARTICLES = re.compile(r"(?:^|(?<=, )|(?<=and )|(?<=or ))(?:the|an?) (?=[A-Z])")
_ARE_KINDS = re.compile(
    rf"^(?P<names>[A-Z].{{2,150}}?) are {_COUNT}(?:(?P<kinds>{_KINDS})|(?P<parts>{_PARTS})) of (?:an? |the )?(?P<of>[^.,;:()]{{2,50}})\W*$",
    re.IGNORECASE,
)
_KINDS_ARE = re.compile(
    rf"^(?:(?:the )?|(?P<owner>[A-Z][\w.-]*(?: [A-Z][\w.-]*){{0,3}})['’]s? ){_COUNT}(?:(?P<kinds>{_KINDS})|(?P<parts>{_PARTS})) (?:of (?:an? |the )?(?P<of>[^.,;:()]{{2,50}}?) )?(?:are|include):? (?P<names>(?:the |an? )?[A-Z].{{2,200}})$",
    re.IGNORECASE,
)


def read_told_kinds(scope: Scope) -> Iterator[Thing | Related]:
    """Yield each name as an option or a part of what the sentence says has it, else of the topic right above."""
    for index, block in scope.blocks(BlockKind.ITEM, BlockKind.PARAGRAPH):
        plain = block.text.plain
        if " are " not in plain and " include" not in plain:
            continue
        for start, end in split_sentences(plain):
            said = plain[start:end].strip()
            found = _ARE_KINDS.match(said) or _KINDS_ARE.match(said)
            if found:
                yield from _listed(scope, index, found, (start, end))


def _listed(scope: Scope, index: int, found: re.Match[str], span: tuple[int, int]) -> Iterator[Thing | Related]:
    names, about = listed_names(_ARTICLES.sub("", found["names"])), scope.about(index)
    of = clean_name(found["of"] or found.groupdict().get("owner") or "")
    topic = about if about is not None and (not of or fold_words(of) == fold_words(about.name)) else None
    if len(names) < 2 or not (is_name(of) if topic is None else _is_told_of(scope, index, topic, of)):
        return
    target = topic.ref if topic is not None else of
    kind = RelationType.OPTION_OF if found["kinds"] else RelationType.PART_OF
    cite = scope.cite(index, _RULE, Confidence.PATTERN, span=span, context=topic)
    for name in names:
        if fold_words(name) != fold_words(unqualified(target)[1]):
            yield Thing(name, "", "", cite)
            yield Related(name, kind, kind.replace("_", " "), target, cite, search=topic is None)


def _is_told_of(scope: Scope, index: int, topic: Topic, of: str) -> bool:
    """Whether the sentence names the topic, or stands right below it and names nothing."""
    return of != "" or stands_below(scope, index, topic)
