"""A class and its one member, named beside it: "The default storage engine is X", "manages an ingress controller called X"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.model import Confidence
from graph.sentences import split_sentences
from ingest.claims import Classed
from ingest.class_phrases import class_phrase
from ingest.document import BlockKind
from ingest.node_names import clean_name, is_name
from ingest.scope import Scope

__all__ = ["read_named_members"]

_RULE = "named member"
_NAME = r"(?P<name>[A-Z][\w.+#-]*(?: [A-Z][\w.+#-]*){0,3})(?=[.,;:()]|$| (?:and|which|that|is|can|to)\b)"
_DEFAULT = re.compile(
    rf"^The (?:default|most (?:common|popular|used)|standard|main|primary|recommended|built-in) (?P<class>[a-z-]+(?: [a-z-]+){{0,3}}?)"
    rf"(?: (?:for|in|of|on) (?:the |an? )?[\w -]{{2,40}}?)? is (?:the )?{_NAME}"
)
_CALLED = re.compile(
    rf"\b(?:an?|another|one) (?P<class>[a-z-]+(?: [a-z-]+){{1,3}}?),? (?:called|named|known as) (?:the )?{_NAME}"
)
# One of these stands in every text that the patterns match: a cheap first look.
_CALLED_SO = ("called ", "named ", "known as ")
_CUES = (" is ", *_CALLED_SO)


def read_named_members(scope: Scope) -> Iterator[Classed]:
    """Yield the name as one of the class; the class has to be a noun phrase of two words or more."""
    for index, block in scope.blocks(BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.DESCRIPTION):
        plain = block.text.plain
        if not any(map(plain.__contains__, _CUES)):
            continue
        for start, end in split_sentences(plain):
            sentence = plain[start:end]
            found = _DEFAULT.match(sentence)
            if found is None and any(map(sentence.__contains__, _CALLED_SO)):
                found = _CALLED.search(sentence)
            kind = class_phrase(f"a {found['class']}") if found else ""
            name = clean_name(found["name"]) if found else ""
            if found and kind and is_name(name):
                cite = scope.cite(index, _RULE, Confidence.PATTERN, span=(start, end))
                yield Classed(name, kind, kind, cite, search=True, names=(name,))
