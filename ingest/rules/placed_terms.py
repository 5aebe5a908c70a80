"""A term that a sentence defines within something: "In Kafka, a **topic** is a named stream" makes topics a part of Kafka."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.model import Confidence
from graph.names import fold_words
from graph.relation_types import RelationType
from graph.sentences import split_sentences
from ingest.claims import Defined, Related, Thing, qualify
from ingest.document import BlockKind
from ingest.english import CHOOSER_NOUNS, LEADING_QUALIFIERS, QUALIFIED
from ingest.marked_capitals import as_name
from ingest.name_weight import heading_weight, is_adjective
from ingest.node_names import clean_name, is_generic, is_name
from ingest.scope import Scope

__all__ = ["read_placed_terms"]

_RULE = "placed term"
_PLACED = re.compile(
    r"(?:In|Within|Inside) (?:the |an? )?(?P<of>[A-Z][\w.+#-]*(?: [A-Z][\w.+#-]*){0,2}), (?P<article>the |an? )?"
    r"(?P<name>[\w.+#-]+(?: [\w.+#-]+){0,2}?) (?:is|are|refers to|represents) (?P<rest>(?:an?|the|one of)\s.+)",
    re.DOTALL,
)
_COMMON = frozenset(
    "example way step goal idea reason thing problem place case part kind result practice term concept".split()
)
_NOT_FIRST = LEADING_QUALIFIERS | QUALIFIED
_NOT_LAST = CHOOSER_NOUNS | _COMMON


def read_placed_terms(scope: Scope) -> Iterator[Thing | Related | Defined]:
    """Yield the term, as a part of what it is placed in, and its definition; one that could be anything has to be known."""
    for index, block in scope.holding(("in ", "inside "), BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.DESCRIPTION):
        plain = block.text.plain
        for start, end in split_sentences(plain):
            found = _PLACED.match(plain, start, end)
            if found is None or plain[start:end].rstrip().endswith("?"):
                continue
            whole, name = clean_name(found["of"]), clean_name(found["name"])
            cite = scope.cite(index, _RULE, Confidence.PATTERN, span=(start, end))
            if not (found["article"] and _is_whole(scope, index, whole) and _is_term(scope, name)):
                part, into = as_name(found["name"]), as_name(found["of"])
                yield Related(part, RelationType.PART_OF, "part of", into, cite, search=True, source_search=True)
                continue
            yield Thing(name, whole, "", cite)
            yield Related(qualify(whole, name), RelationType.PART_OF, "part of", whole, cite)
            yield Defined(qualify(whole, name), found["rest"].rstrip(" ."), cite)


def _is_whole(scope: Scope, index: int, name: str) -> bool:
    """Whether the note knows the name as a proper one, or is about it: "In Germany" and "In general" place nothing."""
    about = scope.about(index)
    return scope.proper.holds(name) or (about is not None and fold_words(about.name) == fold_words(name))


def _is_term(scope: Scope, name: str) -> bool:
    first, last = name.split(maxsplit=1)[0].casefold(), name.rsplit(maxsplit=1)[-1].casefold()
    judged = first in _NOT_FIRST or is_adjective(last) or last in _NOT_LAST
    return (
        is_name(name)
        and " of " not in name
        and not judged
        and not is_generic(name)
        and bool(heading_weight(scope, name))
    )
