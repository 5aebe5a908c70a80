"""The words around a verb: which of them are its own clause, and whether that says that something is so."""

from __future__ import annotations

import re

from ingest.acting_topic import with_means, with_what
from ingest.clause_ends import addresses_reader
from ingest.english import STATING_VERBS
from ingest.left_out_subjects import ends_in_class
from ingest.relation_verbs import BASE_FORM, PRAISING, VERBAL_NOUN

__all__ = ["FAR", "NOUNS_TOO", "states", "subject_words"]

FAR = 400  # characters before a verb that are looked through for its subject
NOUNS_TOO = frozenset(["use", "uses", "needs", "calls", "triggers"])
_NOUN_BEFORE = re.compile(r"\b(?:the|a|an|its|their|your|in|of|no|for|any|common|main)\s*$", re.I)  # "the use of"
_BEFORE_BASE = re.compile(
    r"(?:^|[,:;(]|(?<![Tt]hi)(?<=[^s])s|\b(?:to|can|will|must|should|may|might|could|would|and|or|not|you|we|they|that|which|also|then"
    r"|practice|always|only|directly|automatically|now|often|usually|typically|commonly|generally|currently|natively|fully))\s*$",
    re.I,
)
_CAPITAL = re.compile(r"[A-Z\d]")
# "Native support for X": what has it is left out.
_OFFERS = re.compile(r"(?:Provides|Allows|Supports|Offers|Has|Enables|Gives|Includes|Features|With)\b")
_WHEN = re.compile(r"\b(?:when|if|while|unless|before|after)\s*$", re.I)
_INSTEAD = re.compile(r"\b(?:instead of|rather than|in place of|other than|as opposed to)\s*$", re.I)
_INFINITIVE = re.compile(r"\bto\s*(?:\w+ (?:and|or)\s*)?$", re.I)
_NEGATION = re.compile(
    r"\b(?:not|no longer|never|cannot|can't|don't|doesn't|isn't|aren't|won't|without|unable to|nor)\b|n't\b", re.I
)
_ENABLED = re.compile(r"\b(?:allows?|lets?|enables?|helps?|configure[sd]?|able|ability)\b[^.,;]*\bto\s*$", re.I)
_SHORT = 6
_PARTICIPLE = re.compile(r"(?:built|based|backed|powered|running|on top)\b", re.I)
_NEAR = 40  # characters before a verb in which a negation is its own
_BEFORE_PARTICIPLE = re.compile(r"\b(?:is|are|be|been|was|were|and|\w+ly)\s*$", re.I)
_IF = re.compile(r"\bif (?:you|your|the|an?|it|they)\b[^,;]*$", re.I)
_IS = re.compile(r"\b(?:is|are)\s*$")
_IS_ONE = re.compile(r"[^,.;:]{2,40} (?:is|are) an? [^.;:]*$")
_ACTOR = re.compile(r"(?:The |An? )?([A-Z][\w+.-]*(?: [A-Z][\w+.-]*){0,3}) (?=[a-z])")
_TWO = re.compile(
    r"(?:Both )?[A-Z][\w.+-]*(?:[ ,]{1,2}[A-Z][\w.+-]*){0,6},? (?:and|&) [A-Z][\w.+-]*(?: [A-Z][\w.+-]*){0,3}\s*"
)
_CLAUSE = re.compile(r"[,;]\s+|\s[-–—]\s")
_CONJUNCTION = re.compile(r"\b(?:and|or|but|also|then|which|that|can|will|\w+ly)\b", re.I)


def subject_words(before: str, verb: str) -> str:
    """Return the words of the verb's own clause; what only goes on ("..., and") keeps the subject of the clause before."""
    if VERBAL_NOUN.fullmatch(verb) or with_means(before.strip(), verb) or _adds_to_class(before, verb):
        return before
    actor = _ACTOR.match(before) if with_what(verb) else None
    if actor and with_means(before[actor.end() :].strip(), verb):
        return actor[1]  # "Cloud VPN connects the sites using X"
    if _begins_line(before, verb):
        return ""
    clause = _CLAUSE.split(before[-FAR:])[-1]
    return clause if _CONJUNCTION.sub("", clause).strip() else before  # "..., automatically" goes on, too


def _adds_to_class(before: str, verb: str) -> bool:
    """`X is a store, a fast database running on Y`."""
    if not _IS_ONE.match(before):
        return False
    return _PARTICIPLE.match(verb) is not None or before.rstrip().endswith((" that", " which"))


def _begins_line(before: str, verb: str) -> bool:
    """Whether a verb stands on a line of its own, though no sign ends the one before."""
    return verb[0].isupper() and verb.casefold() in STATING_VERBS and len(before.split()) > 1


def states(before: str, verb: str, target: str) -> bool:
    """Return whether the words are a verb with an object, and the clause says that it is so."""
    noun = VERBAL_NOUN.fullmatch(verb) is not None
    if not target or (noun and _is_of_something(before)) or _is_denied(before, verb, target):
        return False
    if _is_done_by_another(before, verb) or _is_only_supposed(before, verb) or addresses_reader(verb):
        return False  # "directs you to"
    return not _is_noun(before, verb) and (noun or not _lacks_doer(before, verb))


def _is_of_something(before: str) -> bool:
    """`removed support for`, `key limitations of the integration with`, `Region support for`: a noun among others."""
    bare = not PRAISING.fullmatch(before.strip() or "full") and not _OFFERS.match(before)
    return bare and not _CAPITAL.search(before, 1)


def _is_denied(before: str, verb: str, target: str) -> bool:
    reach = FAR if with_what(verb) else _NEAR
    return _NEGATION.search(before[-reach:]) is not None or _NEGATION.match(target) is not None


def _is_done_by_another(before: str, verb: str) -> bool:
    """`Applications running on X`, `Routes traffic based on X`, `by applications integrated with X`: a participle says which
    ones are meant."""
    low = verb.casefold()
    if verb.startswith("based"):
        return not (_IS_ONE.match(before) or ends_in_class(before))
    if low.startswith("running"):
        return not (_IS_ONE.match(before) or _IS.search(before))
    return low.startswith("integrated") and len(before.split()) > _SHORT and not _BEFORE_PARTICIPLE.search(before)


def _is_only_supposed(before: str, verb: str) -> bool:
    """`is better if your system needs X`, `when using X`, `rather than using X`."""
    if _IF.search(before) or (verb.casefold() == "using" and _WHEN.search(before)):
        return True
    return _INSTEAD.search(before) is not None or _is_purpose(before, verb)


def _is_purpose(before: str, verb: str) -> bool:
    """Whether the verb is what something is for, and nothing says that it does so."""
    return bool(_INFINITIVE.search(before)) and not _ENABLED.search(before) and not _is_for(before, verb)


def _lacks_doer(before: str, verb: str) -> bool:
    """`the managers use` and "A and B use" say who does it, "the manager use" does not."""
    return BASE_FORM.match(verb) is not None and not (_BEFORE_BASE.search(before) or _TWO.fullmatch(before))


def _is_for(before: str, verb: str) -> bool:
    """`DynamoDB Streams to integrate with Lambda`: a name and what it is for, in a line without another verb."""
    words = before.split()
    return verb.casefold().startswith("integrate") and 1 < len(words) <= _SHORT - 1 and words[0][0].isupper()


def _is_noun(before: str, verb: str) -> bool:
    """`the use of`."""
    return verb.casefold() in NOUNS_TOO and _NOUN_BEFORE.search(before) is not None
