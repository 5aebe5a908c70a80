"""Choices that a list tells in sentences: "Standard queues are the default" below "There are two types of queues:"."""

from __future__ import annotations

import re

from graph.names import fold_words
from ingest.choice_names import FOLDED_CHOOSERS
from ingest.claims import unqualified
from ingest.document import MarkKind, Text
from ingest.english import NOT_IN_NAMES, STATING_VERBS
from ingest.item_siblings import siblings
from ingest.lead_terms import Lead
from ingest.node_names import is_name
from ingest.rules.announcement_words import Announcement
from ingest.scope import Scope

__all__ = ["told_choice"]

_ARTICLE = re.compile(r"(?:An?|The) ")
_WORD = re.compile(r"[\w/+-]+")
_BROKEN = re.compile(r"[^\w/+ -]")
_IS = frozenset(["is", "are"])
_VERBS = STATING_VERBS | _IS | {"has", "have", "will", "must", "may"}
_NO_VERB = frozenset("and or for in of on with to by at from as vs".split())
_ARTICLES = 4  # characters before a marked term
_LONGEST = 4  # words of a name
_SHORT = 2  # words of one that is not named after its class
_MOST = 12  # items of a list that is looked through


def told_choice(scope: Scope, index: int, announced: Announcement) -> Lead | None:
    """Return the subject of an item's sentence as the term that it leads with.

    It has to end in the word for what is announced ("Standard queues"), or each item beside it has to say what such a
    subject is ("Broadcast is fire-and-forget").
    """
    heads = _heads(scope, index, announced)
    if not announced.type or not heads:
        return None
    lead = _subject(scope, index, heads)
    if lead is None or fold_words(lead.name)[-1] in heads:
        return lead
    beside = siblings(scope, index)
    alike = 1 < len(beside) <= _MOST and all(_subject(scope, i, heads) for i in beside)
    return lead if alike else None


def _heads(scope: Scope, index: int, announced: Announcement) -> frozenset[str]:
    """The last word of what the items are choices of, folded, and the one before a mere chooser."""
    about = scope.about(index)
    words = fold_words(unqualified(announced.subject)[1] or (about.name if about is not None else ""))
    chooser = len(words) > 1 and words[-1] in FOLDED_CHOOSERS  # of "Plan types" each is a plan
    return frozenset(words[-1 - chooser :])


def _acts(name: str, verb: str) -> bool:
    """Whether a verb follows that agrees with the name: "queues keep", "a queue keeps"; "a queue solution" is a thing."""
    if not verb.islower() or verb in _NO_VERB or name.partition(" ")[0].casefold() == "single":
        return False
    return verb in _VERBS or name.endswith("s") != verb.endswith("s")


def _subject(scope: Scope, index: int, heads: frozenset[str]) -> Lead | None:
    text = scope.document.blocks[index].text
    if _is_stressed(text):
        return None
    plain = text.plain
    article = _ARTICLE.match(plain)
    start = article.end() if article else 0
    words = list(_WORD.finditer(plain, start, start + 80))
    for place in range(1, min(_LONGEST, len(words) - 1) + 1):
        end, verb = words[place - 1].end(), words[place][0]
        name = plain[start:end]
        if _BROKEN.search(name):
            return None
        told = verb in _IS and place <= _SHORT and not article
        if told or (place > 1 and _is_of_kind(name, heads) and _ends_or_acts(plain, name, end, verb)):
            return _lead(plain, start, end) if article or plain[start].isupper() else None
        if verb in _VERBS:
            return None
    return None


def _is_stressed(text: Text) -> bool:
    """Whether a line begins with what its author stresses: that is the term."""
    return any(mark.kind is MarkKind.STRONG and mark.start <= _ARTICLES for mark in text.marks)


def _ends_or_acts(plain: str, name: str, end: int, verb: str) -> bool:
    return plain[end] == "." or _acts(name, verb)


def _is_of_kind(name: str, heads: frozenset[str]) -> bool:
    return not heads.isdisjoint(fold_words(name)[-1:])


def _lead(plain: str, start: int, end: int) -> Lead | None:
    name = plain[start:end]
    fit = is_name(name) and NOT_IN_NAMES.isdisjoint(name.casefold().split())
    return Lead(name, "", start, end, len(plain), marked=False, alone=False) if fit else None
