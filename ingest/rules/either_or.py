"""What a topic can be, in a line that names two: "Either General Purpose SSD or Provisioned IOPS SSD"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.model import Confidence
from graph.names import fold_words
from graph.relation_types import RelationType
from ingest.abbreviations import is_gloss_of
from ingest.claims import Related, Thing, qualify
from ingest.document import BlockKind
from ingest.membership import stands_below
from ingest.node_names import clean_name, is_name
from ingest.scope import Scope
from ingest.topics import Topic

__all__ = ["read_either_or"]

_RULE = "either or"
_NAME = r"[A-Z][\w.+#/-]*(?: [A-Z0-9][\w.+#/-]*){0,3}"
_EITHER = re.compile(
    rf"^(?:(?:It |They |(?:(?:An? |The )?(?P<of>[A-Z][\w-]*(?: [\w-]+){{0,3}}?) ))?(?:[Cc]an be|[Cc]omes? in|[Ii]s|[Aa]re) )?[Ee]ither (?:an? |the )?(?P<a>{_NAME})(?: \([^()]*\))?,? or (?:an? |the )?(?P<b>{_NAME})"
    r"(?=\s*(?:$|[,.;(]))"
)
_BETWEEN = re.compile(
    rf"^(?:(?:You|We|Users|One) (?:can|could|may|must|have to|need to) |You )?(?:[Cc]hoose|[Ss]elect|[Pp]ick|[Dd]ecide) (?:between|from) (?P<a>{_NAME}) (?:and|or) (?P<b>{_NAME})(?P<of>)(?=\s*(?:$|[,.;(]))"
)


# "A hosted MySQL or Postgres database"
_RUN_AS = re.compile(
    r"^(?:An? |The )?(?:(?:[Ff]ully|[Hh]ighly) )?(?:[Mm]anaged|[Hh]osted)(?: [a-z][\w-]*){0,3}? (?P<a>[A-Z][\w+#-]*)(?:,? or |/)"
    r"(?P<b>[A-Z][\w+#-]*)(?P<of>)(?: [\w-]+){0,2} (?:databases?|instances?|services?|clusters?|caches?|stores?|brokers?|engines?)\b",
)
# One of these stands in every text that the patterns match: a cheap first look.
_CUES = ("either ", " between ", " from ", "managed", "hosted")


def read_either_or(scope: Scope) -> Iterator[Thing | Related]:
    """Yield both names as options of the topic right above."""
    for index, block in scope.holding(_CUES, BlockKind.ITEM, BlockKind.PARAGRAPH):
        found = next((said for form in (_EITHER, _BETWEEN, _RUN_AS) if (said := form.match(block.text.plain))), None)
        about = scope.about(index)
        if found is None or about is None or not stands_below(scope, index, about):
            continue
        if found["of"] and fold_words(found["of"]) != fold_words(about.name):
            continue
        names = [clean_name(found["a"]), clean_name(found["b"])]
        if not _are_apart(names, about):
            continue
        cite = scope.cite(index, _RULE, Confidence.PATTERN, span=found.span(), context=about)
        for name in names:
            yield Thing(name, about.ref, "", cite)
            yield Related(qualify(about.ref, name), RelationType.OPTION_OF, "option of", about.ref, cite)


def _are_apart(names: list[str], about: Topic) -> bool:
    """Whether both are names, not of one thing, and none the topic's."""
    if not all(map(is_name, names)) or is_gloss_of(*names):
        return False
    return fold_words(about.name) not in map(fold_words, names)
