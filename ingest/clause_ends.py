"""Whether a name beside a verb is its subject or its object: what may stand between the two.

A name somewhere before a verb is seldom what acts: "a container for a Role that you can use to pass ...". So between a
subject and its verb only auxiliaries, adverbs, a head noun ("Lambda functions") and one definition that goes on
("is a service that") may stand, and between a verb and its object only determiners and adjectives.
"""

from __future__ import annotations

import re

__all__ = ["addresses_reader", "begins_clause", "is_object", "is_subject"]

_BEGINNING = re.compile(
    r"^[\s,*:(]*(?:(?:the|an?|your|each|every|all|by default|most|some|many|both|other|new|existing|and|or|that|own"
    r"|modern|newer|today['’]s|current|typical|traditional)[\s,]+)*$",
    re.I,
)
_CONFIGURED = re.compile(r"^(?:you|we) can (?:also )?(?:configure|set up|enable|allow) (?:an? |the |your )?$", re.I)
_INFINITIVE = re.compile(r"^\s+to$")
_AUXILIARY = (
    r"can|could|will|would|may|might|must|should|is|are|was|were|be|been|being|has|have|had|do|does|that|which|who|also"
    r"|often|now|still|always|then|only|even|just|itself|both|and|\w+ly"
)
_PREPOSITION = "for|of|in|on|at|to|by|with|from|as|via|than|without|like|when|while|if|or|nor|but|not"
_BETWEEN = re.compile(
    rf"^(?:['’]s)?\s*(?:\([^()]*\)\s*)?(?:(?!(?:{_PREPOSITION})\b)[a-z][a-z-]+(?:\s+|$))?,?\s*(?:(?:{_AUXILIARY}),?(?:\s+|$))*\(?$"
)
_DEFINED = re.compile(
    r"^(?:\s*\([^()]*\))?\s+(?:is|are|was|were)\s+(?:an?|the|one of the)\s+[^.;:()]{2,110}?"
    r"(?:,?\s+(?:that|which)(?:\s+(?:can|also|\w+ly))*)?\s*$",
    re.I,
)
# "X takes rows and sends them to"
_GOES_ON = re.compile(
    r"\s+(?:\w+ly\s+)?[a-z]{2,}s\s(?!.*\b(?:which|that|where|when|if|because|while|to|is|are|can)\b)[^.;:()]{1,60}?,?\s+and(?:\s+(?:then|also|\w+ly))?\s*$"
)
# "a balancer for applications that rely on X": those do
_OF_OTHERS = re.compile(r"\b(?:for|by|with|to|from) (?:[a-z-]+ )?[a-z]+s,? (?:that|which)\b")
_READER = re.compile(r"\b(?:you|we|i|one(?! of\b)|let['’]s(?! (?-i:[A-Z]))|let us)\b", re.I)
_LIST = re.compile(r"^(?:[^,.;:()]{1,40},\s+)*(?:[^,.;:()]{1,40}\s+)?(?:and|or|&)?\s*$|^(?:[^,.;:()]{1,40}/)+$", re.I)
_LISTS = re.compile(r",|\b(?:and|or)\s*$|/$")
_NOT_BEFORE_OBJECT = re.compile(
    r"\b(?:of|for|from|in|into|with|to|by|on|at|over|under|through|between|among|across|via|per|as|about|against|without"
    r"|during|after|before|when|while|if|that|which|who|this|these|those|not|no|more|less|up|out|than|so|is|are|be"
    r"|using|used|lot|lots|amount|number|several|how|like)\b|\d|\b\w+ing (?:your|the|an?)\b|[;:()]",
    re.I,
)
_FROM = re.compile(r"^(?:an? |the )?[a-z]{3,} from (?:the )?$")  # "leverages keys from KMS"
_EXAMPLES = re.compile(r"^[^,]{0,60}?(?:, ?)?\b(?:such as|including|like|:)\s*(?:(?:the|an?|\w+)\s)?$", re.I)
_APPOSED = re.compile(r"[A-Z][\w-]*, an? (?:[a-z][\w-]*,? )*$")
_AGAINST = re.compile(r"\b(?:against|from|without)\b", re.I)
_MAX_ADJECTIVES = 3


def begins_clause(before: str) -> bool:
    """Return whether nothing but an article or a quantifier stands before a name."""
    return bool(_BEGINNING.match(before))


def is_subject(before: str, between: str) -> bool:
    """Return whether a name acts: `before` stands in front of it, `between` parts it from the verb."""
    if _CONFIGURED.match(before):
        return bool(_INFINITIVE.match(between))
    if not begins_clause(before):
        return False
    if _BETWEEN.match(between) or _GOES_ON.match(between):
        return True
    return bool(_DEFINED.match(between)) and not addresses_reader(between) and not _OF_OTHERS.search(between)


def addresses_reader(words: str) -> bool:
    """Return whether the words speak to the reader: what "you can use" the topic need not use."""
    return bool(_READER.search(words))


def is_object(between: str) -> bool:
    """Return whether a name is the verb's object behind `between`: determiners, adjectives, items of a list, "such as"."""
    if _FROM.match(between):
        return True
    if _APPOSED.search(between):
        return False  # "supports PartiQL, an SQL-compatible language"
    if _EXAMPLES.search(between):
        return not addresses_reader(between) and not _AGAINST.search(between)
    if _NOT_BEFORE_OBJECT.search(between):
        return False
    return bool(_LIST.match(between)) if _LISTS.search(between) else len(between.split()) <= _MAX_ADJECTIVES
