"""Parts that a definition without a verb tells of: "Subnet: a section of a VPC", "Region - location with several zones"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.model import Confidence
from graph.names import fold_name
from graph.relation_types import RelationType
from ingest.claims import Related
from ingest.clause_objects import object_words, proper_objects
from ingest.document import BlockKind
from ingest.meant_terms import meant_term
from ingest.membership import stands_below
from ingest.scope import Scope
from ingest.topics import Topic

__all__ = ["read_opening_parts"]

_RULE = "opening parts"
_CUES = (" of ", " within ", " inside ", " with ", "containing ", "comprising ")
_SECTION = re.compile(
    r"\s*(?!not\b|no\b|never\b|as\b)(?:an? |one )?(?:[A-Za-z-]+ ){0,2}?"
    r"(?:sections?|parts?|subsets?|segments?|subdivisions?|divisions?|portions?|pieces?|components?) (?:of|within|inside) (?P<whole>\S.*)",
    re.IGNORECASE | re.DOTALL,
)
_SEVERAL = r"(?:multiple|several|many|one or more|two or more|two|three|at least (?:one|two|three)|a (?:set|group|collection|number) of)"
_HOLDS = re.compile(
    rf"\s*(?:an? |the )?(?:[A-Za-z-]+ ){{1,5}}?(?:with|containing|comprising|consisting of|made up of|composed of) {_SEVERAL} (?P<parts>\S.*)"
    rf"|\s*(?:an? |the )?(?:[a-z-]+ ){{0,2}}(?:group|collection|set|bundle|cluster) of (?:{_SEVERAL} )?(?P<members>\S.*)",
    re.IGNORECASE | re.DOTALL,
)
_GOES_ON = re.compile(
    r"\s*(?:is|are|was|were|can|could|will|has|have|consists?|includes?|may|must)\b", re.IGNORECASE
)  # "A cluster of servers is deployed": a sentence


def read_opening_parts(scope: Scope) -> Iterator[Related]:
    """Yield what each term, or topic in its first words, is a section of, and what it holds several of; known names only."""
    opened: set[int] = set()
    for index, _ in scope.holding(_CUES, BlockKind.ITEM, BlockKind.PARAGRAPH, BlockKind.DESCRIPTION):
        topic, start = _told(scope, index)
        if topic is None or topic.block in opened:
            continue
        opened.add(topic.block)
        plain = scope.document.blocks[index].text.plain
        section, holds = _SECTION.match(plain, start), _HOLDS.match(plain, start)
        said = section["whole"] if section else holds["parts"] or holds["members"] if holds else ""
        words = object_words(said)
        if words and not _GOES_ON.match(said[len(words) :]):
            cite = scope.cite(index, _RULE, Confidence.PATTERN, context=scope.about(index))
            names, kind = _made(scope, words, topic), RelationType.PART_OF
            yield Related(topic.ref, kind, "part of", words, cite, search=True, fallback=names, inverse=section is None)


def _made(scope: Scope, words: str, topic: Topic) -> tuple[str, ...]:
    """The other thing that the words name, where nothing in them is known: a term of the note, or a proper name."""
    other = meant_term(scope, words) or next(iter(proper_objects(words)), "")
    return (other,) if other and fold_name(other) != fold_name(topic.name) else ()


def _told(scope: Scope, index: int) -> tuple[Topic | None, int]:
    """What the block defines and where its words begin: its own term, else the topic right above."""
    own, lead, about = scope.topics.introduced[index], scope.topics.leads[index], scope.about(index)
    if own is not None:
        return (own, lead.rest) if lead is not None and not lead.alone else (None, 0)
    first = about is not None and about.block == index - 1 and stands_below(scope, index, about)
    return (about, 0) if first else (None, 0)
