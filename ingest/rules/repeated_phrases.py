"""Phrases that an author capitalises again and again inside sentences: "Provisioned Throughput", "Capacity Unit"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.model import Confidence
from graph.names import fold_name
from ingest.claims import Thing
from ingest.class_nouns import CLASS_NOUNS
from ingest.document import BlockKind
from ingest.node_names import clean_name, is_name
from ingest.scope import Scope

__all__ = ["read_repeated_phrases"]

_RULE = "repeated phrase"
_PHRASE = re.compile(  # begins with the capital itself, which the engine can look for
    r"[A-Z](?:(?<=[a-z,0-9] [A-Z])|(?<=^[A-Z]))[a-z]+(?: [A-Z][a-z]+){1,2}\b(?! [A-Z])(?= [a-z]|[.,;:)]|$)"
)
_CAPITALISED = re.compile(r"[A-Z](?<!\w[A-Z])")
_WORD = re.compile(r"\w+")
_NAMED = re.compile(r"[a-z,] (?:the|an?|via|using|with) $")
_TIMES = 2  # on different lines
_TITLE_SHARE = 0.6  # of words with a capital: the line is a title, where capitals tell nothing


def read_repeated_phrases(scope: Scope) -> Iterator[Thing]:
    """Yield each phrase of two or three capitalised words that stands inside sentences on several lines."""
    first: dict[str, Thing] = {}
    lines: dict[str, set[int]] = {}
    for index, block in scope.blocks(BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.DESCRIPTION):
        plain = block.text.plain
        phrases = list(_PHRASE.finditer(plain))
        if not phrases or len(_CAPITALISED.findall(plain)) > _TITLE_SHARE * len(_WORD.findall(plain)):
            continue
        for found in phrases:
            name = clean_name(found[0])
            if not is_name(name):
                continue
            key = fold_name(name)
            lines.setdefault(key, set()).add(block.first)
            if _NAMED.search(plain[: found.start()]) and name.rpartition(" ")[2].casefold() in CLASS_NOUNS:
                lines[key].add(-1)  # "via the Gossip Protocol": its last word says what it is
            if found.start() and key not in first:
                cite = scope.cite(index, _RULE, Confidence.PATTERN, span=found.span())
                first[key] = Thing(name, "", "", cite)
    yield from (thing for key, thing in first.items() if len(lines[key]) >= _TIMES)
