"""Abbreviations that running text spells out: `Transparent Data Encryption (TDE)`, `TTL (Time To Live)`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.model import Confidence
from ingest.abbreviations import expansion_before, is_abbreviation_of, is_gloss_of, looks_like_abbreviation
from ingest.claims import SameThing, Thing
from ingest.document import BlockKind
from ingest.node_names import clean_name, is_name
from ingest.scope import Scope

__all__ = ["read_expansions"]

_RULE = "expansion"
_KINDS = (BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.DESCRIPTION)
_PARENTHESIS = re.compile(r"[(（]([^()（）]{2,60})[)）]")
_WORD_BEFORE = re.compile(r"([A-Za-z0-9][\w.&/+-]*)\s*$")
_STANDS_FOR = re.compile(
    r"(?P<name>[\w.&/+-]{2,10})\s*,?\s+(?:(?:is|are)\s+)?(?:stands? for|short for|(?:an )?abbreviation (?:of|for))\s+"
    r"(?:an?\s+|the\s+)?(?P<other>[\w][\w&/+-]*(?: [\w&/+-]+){0,4})",
    re.IGNORECASE,
)
_EQUAL = re.compile(
    r"(?:^\W*|\()(?P<name>[A-Z][\w&/+-]{1,9})(?: =|:| ->| →) (?P<other>[A-Z][\w&/+-]*(?: [\w&/+-]+){1,5})\W*(?:$|\))"
)  # "AMI = Amazon Machine Image"
_SMALL = frozenset("as a of and the for in to".split())  # "Function as a Service"
_QUOTES = str.maketrans(dict.fromkeys('"“”', " "))  # the "Least Recently Used" (LRU) policy
_SIGNS = (" = ", ": ", "> ", "→")
_CUES = ("stand for", "stands for", "short for", "abbreviation")


def read_expansions(scope: Scope) -> Iterator[Thing | SameThing]:
    """Yield both names wherever a parenthesis abbreviates or spells out the words before it."""
    for index, block in scope.blocks(*_KINDS):
        plain = block.text.plain
        if '"' in plain or "“" in plain:
            plain = plain.translate(_QUOTES)
        yield from _in_parentheses(scope, index, plain)
        if block.kind is not BlockKind.HEADING:  # "Events: Azure Event Hubs" are no letters and their words
            yield from _behind_sign(scope, index, plain)
            if any(map(plain.__contains__, _CUES)):
                yield from _spelt_out(scope, index, plain)


def _in_parentheses(scope: Scope, index: int, plain: str) -> Iterator[Thing | SameThing]:
    for found in _PARENTHESIS.finditer(plain) if "(" in plain or "（" in plain else ():
        pair = _pair(plain, found)
        if pair:
            name, other, start = pair
            cite = scope.cite(index, _RULE, Confidence.EXPLICIT, span=(start, found.end()))
            yield Thing(name, "", "", cite)
            yield SameThing(name, other, cite)


def _behind_sign(scope: Scope, index: int, plain: str) -> Iterator[Thing | SameThing]:
    """`AMI = Amazon Machine Image`."""
    equal = _EQUAL.search(plain) if any(map(plain.__contains__, _SIGNS)) else None
    if equal and _is_spelt(equal["name"], clean_name(equal["other"])):
        cite = scope.cite(index, _RULE, Confidence.EXPLICIT)
        yield Thing(equal["name"], "", "", cite)
        yield SameThing(equal["name"], clean_name(equal["other"]), cite)


def _is_spelt(short: str, long: str) -> bool:
    named = is_name(long) or all(word[0].isupper() or word in _SMALL for word in long.split())
    return named and is_abbreviation_of(short, long)


def _pair(plain: str, found: re.Match[str]) -> tuple[str, str, int] | None:
    inside = clean_name(found[1])
    spelt = _expansion(plain, found.start(), inside)
    if spelt:
        short, first, last = spelt
        long = clean_name(plain[first:last])
        return (short, long, first) if is_name(long) else None
    before = _WORD_BEFORE.search(plain, max(0, found.start() - 40), found.start())
    if before and is_name(inside) and looks_like_abbreviation(before[1]) and is_gloss_of(before[1], inside):
        return before[1], inside, before.start()
    return None


def _expansion(plain: str, end: int, inside: str) -> tuple[str, int, int] | None:
    """The short form in a parenthesis, and the bounds of the words before it that spell it out: of "(AD DS)" for all its
    words, of "(AWS KMS)" for those of KMS."""
    last = inside.rsplit(" ", maxsplit=1)[-1]
    if len(inside.split()) > 2 or not looks_like_abbreviation(last):
        return None
    if " " in inside and inside.isupper():
        whole = expansion_before(plain, end, inside.replace(" ", ""))
        if whole:
            return inside, *whole
    bounds = expansion_before(plain, end, last)
    return (last, *bounds) if bounds else None


def _spelt_out(scope: Scope, index: int, plain: str) -> Iterator[SameThing]:
    """`SQS stands for Simple Queue Service`; only where one abbreviates the other."""
    for found in _STANDS_FOR.finditer(plain):
        name, other = clean_name(found["name"]), clean_name(found["other"])
        if is_name(other) and looks_like_abbreviation(name) and is_abbreviation_of(name, other):
            yield SameThing(name, other, scope.cite(index, _RULE, Confidence.EXPLICIT, span=found.span()))
