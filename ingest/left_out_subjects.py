"""Clauses whose subject stands above them: "Files are stored in X", "deployment service that uses Y"."""

from __future__ import annotations

import re

from ingest.class_nouns import CLASS_NOUNS
from ingest.class_phrases import class_phrase
from ingest.clause_ends import addresses_reader
from ingest.english import STATING_VERBS

__all__ = ["ends_in_class", "is_of_others", "is_passive", "lacks_subject", "tells_class"]

_SHORT = 6  # words
_FINITE = (STATING_VERBS | {"is", "talks"}) - {"automatically", "uses", "can"}
_PRONOUNS = frozenset(["it", "they", "which", "that", "this", "also", "and", "data", "logs"])
_EACH = frozenset(["each", "every", "all", "some", "most", "many", "any", "both", "no"])
_TELLS_WHAT = re.compile(r"(?:it(?: is|['’]s)|an?|the)\b", re.I)
_OWN_SUBJECT = re.compile(r"[\d_(>]")  # "avg_over_time() works with": a name that nothing else knows
_STORED = re.compile(
    r"(?:is|are|(?:can )?be) (?:stored|kept|saved|persisted|controlled|encrypted|protected|backed|written|sent|published|streamed"
    r"|exported|delivered|accessed|monitored|secured|authenticated)\b",
    re.I,
)
# "Data is replicated three times in the region using X"
_GOODS_DONE = re.compile(
    r"(?!(?:It|This|They|That|There|These)\b)(?:All |The |An? )?[A-Z]?[a-z]+(?: [a-z]+)? (?:is|are|can be|gets?) "
    r"(?:\w+ly |first |then |also )?[a-z]+ed\b(?! by\b)[^,;:]*$"
)
_AT_TIMES = re.compile(
    r"\s*(?:once|after|before|as soon as|until|while)\b", re.I
)  # "Once data is stored in X, it is read"
_AUXILIARIES = re.compile(r"(?: (?:can|may|could|will|also|then))+ *$")
_RELATIVE = re.compile(r" (?:that|which)(?: (?:is|are|can|also))*\s*$")
_PARTICIPLE = re.compile(r"(?:built|based|backed|powered|running|on top)\b", re.I)


def is_passive(verb: str, before: str) -> bool:
    """Return whether a topic's goods are done to, as the topic does: `Files are stored in Buckets`."""
    if _GOODS_DONE.match(before) and verb.casefold() in ("using", "via"):
        return True
    goods = _AUXILIARIES.sub("", before.rstrip())
    if _AT_TIMES.match(goods):
        return False
    return bool(_STORED.match(verb)) and len(goods.split()) < _SHORT and goods[1:].islower()


def tells_class(verb: str, before: str) -> bool:
    """Return whether the words say what the topic is, and on what it is built: `Managed service built on Spark`."""
    return bool(_PARTICIPLE.match(verb)) and ends_in_class(before)


def ends_in_class(before: str) -> bool:
    """Return whether a few words in small letters end in a class: "deployment service that"."""
    before = _RELATIVE.sub("", before)
    words = before.split()
    told = bool(words) and words[0].casefold() not in _EACH
    return told and len(words) <= _SHORT and before[1:].islower() and words[-1].casefold() in CLASS_NOUNS


def lacks_subject(sentence: str, before: str) -> bool:
    """Return whether the subject is left out: "supports ...", "deployment service that ...", "Best practice: use ..."."""
    if addresses_reader(before) or _OWN_SUBJECT.search(before):
        return False
    first, _, rest = sentence.partition(" ")
    acts = first.islower() and rest.partition(" ")[0] in _FINITE  # "kubelet runs on each node": a name in small letters
    small = sentence[:1].islower() and (not acts or first in _PRONOUNS)
    return small or first.casefold() in STATING_VERBS or bool(class_phrase(sentence))


def is_of_others(sentence: str, before: str) -> bool:
    """Return whether it is said of what stands before, of the machines in `to reach machines that use X`.

    "deployment service that uses X" says what the topic is.
    """
    return bool(_RELATIVE.search(before)) and not (_TELLS_WHAT.match(sentence) or class_phrase(sentence))
