"""The words in bold, or of a link, that the object of a verb begins with, as a name: "stores writes in a **commit log**"."""

from __future__ import annotations

import re

from ingest.class_nouns import TOO_GENERAL_CLASSES
from ingest.document import MarkKind, Text
from ingest.name_weight import is_adjective
from ingest.node_names import clean_name, is_generic, is_name

__all__ = ["linked_object", "stressed_object"]

_ARTICLE = re.compile(r"\s+(?:(?:an?|the|its|your|one or more) )?")
# "an **append-only** file": what goes on in small letters is what is meant, if no such word joins it.
_JOINED = frozenset(
    """
    to for and in on of as with by from via which that when where while before after or per at is are if so than using across
    """.split()
)
_NEXT = re.compile(r"\s([a-z]+)")
_PLACES = frozenset(["cloud", "background", "memory", "network", "internet"])
_FEW = 3  # words of a name


def stressed_object(text: Text, begin: int, end: int) -> tuple[str, ...]:
    """Return the name in bold right behind `begin`, an article between them or not; empty where it only stresses a quality."""
    start = _behind_article(text.plain, begin)
    ends = [m.end for m in text.marks if m.kind is MarkKind.STRONG and m.start == start and m.end <= end]
    names = [clean_name(text.plain[start:stop]) for stop in ends if not _tells_of_what_kind(text.plain, start, stop)]
    return tuple(name for name in names if is_name(name) and len(name.split()) <= _FEW and not _says_little(name))


def linked_object(text: Text, begin: int, end: int) -> tuple[str, ...]:
    """Return the whole words of a link to a section, where such a link stands right behind `begin`: "used by the
    [Row updater](#row-updater)"; what only part of them names is something else."""
    start = _behind_article(text.plain, begin)
    links = [m for m in text.marks if m.kind is MarkKind.LINK and m.start == start and m.end <= end]
    names = [clean_name(text.plain[m.start : m.end]) for m in links if m.target.startswith("#")]
    return tuple(name for name in names if is_name(name) and name[0].isupper() and not is_generic(name))


def _behind_article(plain: str, begin: int) -> int:
    article = _ARTICLE.match(plain, begin)
    return article.end() if article else begin


def _tells_of_what_kind(plain: str, start: int, stop: int) -> bool:
    following = _NEXT.match(plain, stop)
    small = plain[start:stop].islower() and " " not in plain[start:stop]
    return small and following is not None and following[1] not in _JOINED


def _says_little(name: str) -> bool:
    """`system`, `cloud`, `append-only`: words that stress what is said, and name nothing."""
    low = name.casefold()
    return is_generic(name) or is_adjective(low.split()[-1]) or low in TOO_GENERAL_CLASSES or low in _PLACES
