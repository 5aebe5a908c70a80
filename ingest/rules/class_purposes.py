"""What a thing is made for, told by its class: "X is an in-memory cache for Y", "Fully managed proxy for Y"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.model import Confidence
from graph.relation_types import RelationType
from graph.sentences import split_sentences
from ingest.claims import Related
from ingest.document import BlockKind
from ingest.scope import Scope
from ingest.topics import Topic

__all__ = ["read_class_purposes"]

_RULE = "class purpose"
# Things that are nothing without another one, which they are said to be for.
_PURPOSE = re.compile(
    r"^(?:(?P<subject>[^.;:,]{2,60}?) (?:is|are) (?:also )?(?:an? |the )(?P<class>[^.;:]{0,60}?)|(?:an? |the )?(?:[\w/-]+,? ){0,6}?)"
    r"(?:proxy|proxies|cache|driver|plug-?in|extension|add-?on|connector|client|interface|console|dashboard|accelerator|wrapper|front[ -]?end"
    r"|SDK|adapter|exporter|firewall|UI|CLI|(?:command[- ]line|deployment|management|monitoring|migration|backup|query) (?:tool|interface|language|service))s?"
    r" for (?P<what>(?:the |your |existing )?[A-Z][^.;:]*)",
    re.IGNORECASE,
)
_PRONOUN = re.compile(r"(?:it|this|they|this service|the service)$", re.IGNORECASE)
_CAPITAL = re.compile(r"(?:the |your |existing )?[A-Z]")
_FOR_CAPITAL = re.compile(rf"(?i: for ){_CAPITAL.pattern}")  # what such a sentence ends in: a cheap first look


def read_class_purposes(scope: Scope) -> Iterator[Related]:
    """Yield what each such thing works for; the other end has to be a known name."""
    opened: set[int] = set()
    for index, block in scope.blocks(BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.DESCRIPTION):
        plain = block.text.plain
        topic = scope.topics.introduced[index] or scope.about(index)
        first = topic is not None and topic.block not in opened
        if topic is not None:
            opened.add(topic.block)
        if " for " not in plain:
            continue
        for start, end in split_sentences(plain):
            offset = scope.behind_lead(index, start, end)
            said = plain[start + offset : end].strip()
            found = _PURPOSE.match(said) if _FOR_CAPITAL.search(said) else None
            if found and _CAPITAL.match(found["what"]):
                yield from _claim(scope, index, found, (start, end), topic if offset or first else None)


def _claim(
    scope: Scope, index: int, found: re.Match[str], span: tuple[int, int], topic: Topic | None
) -> Iterator[Related]:
    subject = found["subject"]
    own = subject is None or bool(_PRONOUN.match(subject))
    if own and topic is None:
        return
    cite = scope.cite(index, _RULE, Confidence.PATTERN, span=span, context=topic if own else None)
    source = topic.ref if own and topic else subject
    yield Related(source, RelationType.USES, "works for", found["what"], cite, search=True, source_search=not own)
