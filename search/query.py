"""What was typed, taken apart: words, phrases, excluded words and filters. What does not parse is text."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import islice

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
    parts = _Parts()
    for token in islice(_TOKEN.finditer(typed[:_LONGEST]), _MOST):
        parts.take(token)
    return parts.query()


@dataclass(slots=True)
class _Parts:
    """What the tokens read so far have given."""

    words: list[list[str]] = field(default_factory=list)
    phrases: list[str] = field(default_factory=list)
    literal: set[str] = field(default_factory=set)
    excluded: list[str] = field(default_factory=list)
    filters: dict[str, list[str]] = field(default_factory=dict)
    joins: bool = False  # OR stood last: the next word is another way to say the one before

    def take(self, token: re.Match[str]) -> None:
        name, value = token["name"], token["quoted"] or token["plain"]
        word = token["phrase"] or token["word"] or ""
        if _is_filter(token, value):
            self.filters.setdefault(name, []).append(value)
        elif word == "OR" and self.words:
            self.joins = True
        elif word and token["sign"] == "-":
            self.excluded.append(word)
        elif word or name:  # a filter that is none, `kind:nothing`, is a word
            self._take_word(token, word or f"{name}:{value}")

    def _take_word(self, token: re.Match[str], word: str) -> None:
        if token["phrase"]:
            self.phrases.append(word)
        if token["phrase"] or token["sign"]:
            self.literal.add(word)
        if self.joins:
            self.words[-1].append(word)
        else:
            self.words.append([word])
        self.joins = False

    def query(self) -> Query:
        words, excluded = self.words, self.excluded
        if not words and not self.filters:
            words, excluded = [[word] for word in excluded], []
        return Query(
            text=" ".join(alternatives[0] for alternatives in words),
            words=tuple(map(tuple, words)),
            phrases=tuple(self.phrases),
            literal=frozenset(self.literal),
            excluded=tuple(excluded),
            filters={name: tuple(values) for name, values in self.filters.items()},
        )


def _is_filter(token: re.Match[str], value: str) -> bool:
    return bool(token["name"]) and not token["sign"] and (token["name"] != "kind" or value in KINDS)
