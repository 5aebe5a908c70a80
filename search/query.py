"""What was typed, taken apart: words, phrases, excluded words and filters. What does not parse is text."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from graph.model import Kind

__all__ = ["FILTERS", "Query", "parse_query"]

FILTERS = ("kind", "tag", "path", "in")
KINDS = frozenset({*map(str, Kind), "section"})
_LONGEST = 2_000  # code points of a query that are read; a longer one is a pasted page
_MOST = 60  # tokens
_TOKEN = re.compile(
    r'(?P<sign>(?<!\S)[-+](?=[\w"]))?'
    r'(?:(?P<name>kind|tag|path|in):(?:"(?P<quoted>[^"]+)"|(?P<plain>[^\s"]+))|"(?P<phrase>[^"]*)"|(?P<word>[^\s"]+)|")'
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """A query taken apart.

    `words` are in order, phrases among them; each stands alone or with the others that OR joins it to. `text` is what
    they read like, for intents. `literal` words were quoted or marked with +: they are not corrected, and required.
    """

    text: str
    words: tuple[tuple[str, ...], ...] = ()
    phrases: tuple[str, ...] = ()
    literal: frozenset[str] = frozenset()
    excluded: tuple[str, ...] = ()
    filters: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


def parse_query(typed: str) -> Query:
    """Take a query apart; every text parses. A query of nothing but exclusions is taken as plain words."""
    typed = typed[:_LONGEST]
    words: list[list[str]] = []
    phrases: list[str] = []
    literal: set[str] = set()
    excluded: list[str] = []
    filters: dict[str, list[str]] = {}
    joined = False
    for token in list(_TOKEN.finditer(typed))[:_MOST]:
        name, value = token["name"], token["quoted"] or token["plain"]
        word = token["phrase"] or token["word"] or ""
        if name and not token["sign"] and (name != "kind" or value in KINDS):
            filters.setdefault(name, []).append(value)
        elif word == "OR" and words:
            joined = True
        elif token["sign"] == "-" and word:
            excluded.append(word)
        elif word or name:
            word = word or f"{name}:{value}"
            if token["phrase"]:
                phrases.append(word)
            if token["phrase"] or token["sign"]:
                literal.add(word)
            if joined:
                words[-1].append(word)
            else:
                words.append([word])
            joined = False
    if not words and not filters:
        words, excluded = [[word] for word in excluded], []
    return Query(
        text=" ".join(alternative[0] for alternative in words),
        words=tuple(map(tuple, words)),
        phrases=tuple(phrases),
        literal=frozenset(literal),
        excluded=tuple(excluded),
        filters={name: tuple(values) for name, values in filters.items()},
    )
