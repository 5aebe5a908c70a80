"""What a query asks for beyond words: a concept, its options, two side by side, or how two are connected."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from graph.knowledge_base import KnowledgeBase
from graph.model import ConceptId

__all__ = ["Ask", "Intent", "read_intent"]


class Ask(StrEnum):
    """What is asked for."""

    WORDS = "words"
    CONCEPT = "concept"
    OPTIONS = "options"
    COMPARISON = "comparison"
    PATH = "path"


@dataclass(frozen=True, slots=True)
class Intent:
    """What is asked for, and the concepts that the query names: two for a comparison or path, one or none else."""

    ask: Ask
    concepts: tuple[ConceptId, ...] = ()


def _pattern(text: str) -> re.Pattern[str]:
    # Sides are bounded, so that no pasted page makes a pattern walk it again and again.
    return re.compile(text.replace("(A)", r"(?P<a>\S.{0,79}?)").replace("(B)", r"(?P<b>\S.{0,79}?)"), re.IGNORECASE)


_END = r"\s*[?.!]*\s*$"
_COMPARING = tuple(
    _pattern(text + _END)
    for text in (
        r"\b(?:differences?|differ|comparisons?|choose|choosing|decide|distinguish)\s+between\s+(A)\s+(?:and|or|vs\.?)\s+(B)",
        r"^\s*(?:compare|comparing|comparison of)\s+(A)\s+(?:and|with|to|against|vs\.?)\s+(B)",
        r"^\s*(?:how|what) (?:is|are|do|does|makes)\s+(A)\s+(?:different|differ|differs) from\s+(B)",
        r"^\s*(A)\s+(?:vs\.?|versus|v\.?|compared (?:to|with)|as opposed to)\s+(B)",
        r"^\s*(?:when .{0,30}\b(?:use|choose|prefer|pick)\s+)?(A)\s+(?:instead of|rather than)\s+(B)",
        r"^\s*(?:.{0,30}\b(?:use|choose|prefer|pick|need|want|better|is it|cheaper|faster)[,:]?\s+)?(A),?\s+or\s+(B)",
    )
)
_CONNECTING = tuple(
    _pattern(text + _END)
    for text in (
        r"^\s*(?:how|in what way) (?:are|is|do|does)\s+(A)\s+(?:and|with|to)\s+(B)\s+"
        r"(?:related|connected|linked|work together|fit together|connect)",
        r"^\s*(?:how|in what way) (?:is|are|does|do)\s+(A)\s+"
        r"(?:related|connected|linked|relate|connect|link)s? (?:to|with)\s+(B)",
        r"^\s*(?:connections?|relations?|relationships?|links?|path) (?:between|from)\s+(A)\s+(?:and|to)\s+(B)",
    )
)
_CHOOSING = tuple(
    _pattern(text + _END)
    for text in (
        r"^\s*(?:what |which |list |all |the |are |of ){0,5}"
        r"(?:types?|kinds?|sorts?|options|variants?|flavou?rs|varieties|choices)\s+(?:of|for|in)\s+(A)"
        r"(?:\s+(?:are|exist|is) there)?",
        r"^\s*(?:what |which |list |all |the ){0,4}(A)\s+(?:types|kinds|options|variants|choices)(?:\s+(?:are|exist) there)?",
    )
)
_ASKING = tuple(
    _pattern(text + _END)
    for text in (
        r"^\s*(?:what(?:'s|\u2019s| is| are| does)|define|definition of|meaning of|explain|who is)\s+(A)"
        r"(?:\s+(?:mean|stand for|do))?",
        r"^\s*(A)\s+(?:meaning|definition|explained|stands for)",
    )
)
_ARTICLE = re.compile(r"^(?:an?|the|our|some)\s+", re.IGNORECASE)
_PLACE = re.compile(r"\s+(?:in|on|for|with|at)\s+\S.*$", re.IGNORECASE)
_LONGEST = 200  # code points; a longer text asks for nothing but words


def read_intent(kb: KnowledgeBase, text: str) -> Intent:
    """Return what a text asks for; only names that the notes have make it more than words."""
    if len(text) > _LONGEST:
        return Intent(Ask.WORDS)
    for ask, patterns in ((Ask.COMPARISON, _COMPARING), (Ask.PATH, _CONNECTING)):
        for pattern in patterns:
            found = pattern.search(text)
            if found and (pair := _pair(kb, found["a"], found["b"])):
                return Intent(ask, pair)
    named = kb.named(text)
    if named:
        return Intent(Ask.CONCEPT, (named[0],))
    for ask, patterns in ((Ask.OPTIONS, _CHOOSING), (Ask.CONCEPT, _ASKING)):
        for pattern in patterns:
            found = pattern.search(text)
            if found and (one := _named(kb, found["a"])):
                return Intent(ask, (one,))
    return Intent(Ask.WORDS)


def _pair(kb: KnowledgeBase, first: str, second: str) -> tuple[ConceptId, ConceptId] | None:
    """Return the two concepts; a side may begin (the first) or end (the second) with words that are no name."""
    a = _named(kb, first) or _named(kb, " ".join(first.split()[-2:])) or _named(kb, first.rsplit(maxsplit=1)[-1])
    b = _named(kb, second) or _named(kb, _PLACE.sub("", second))
    return (a, b) if a and b and a != b else None


def _named(kb: KnowledgeBase, side: str) -> ConceptId | None:
    plain = _ARTICLE.sub("", side.strip(" ,;:\"'"))
    named = kb.named(plain) if plain else []
    return named[0] if named else None
