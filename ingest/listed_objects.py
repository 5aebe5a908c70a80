"""The known names that an object or a list of members holds."""

from __future__ import annotations

import re

from ingest.class_nouns import CLASS_NOUNS
from ingest.clause_ends import is_object
from ingest.english import NOT_IN_NAMES
from ingest.known_names import Found, KnownNames

__all__ = ["MODIFIES", "goes_on", "goes_on_in_capitals", "is_of_another", "listed_objects"]

MODIFIES = re.compile(r" (?!and\b|or\b)[a-z]")  # "can be an HTTP request"

_SEPARATOR = re.compile(
    r"[,/()]|\band\b|\bor\b|\bplus\b|\bsuch as\b|\bincluding\b|\blike\b|\bas well as\b", re.IGNORECASE
)
_EXAMPLES = re.compile(r"(?:such as|including|like|:)\s*(?:\w+\s)?$", re.IGNORECASE)
_PREPOSITIONS = frozenset(
    "for of in on by from at as to with into via behind inside under between after before over without".split()
)
# What belongs to a service and is often written large behind its name: "S3 Bucket", "CloudWatch Alarms".
_GOODS = frozenset(
    "bucket topic event log metric job task stack alarm trigger rule message item node data object".split()
)
# Behind a name these are another thing that works for it: "Azure VM Agent".
_HELPERS = frozenset(
    "agent gateway proxy balancer controller operator manager scheduler monitor dashboard editor router firewall plugin driver"
    " engine explorer".split()
)
_CAPITALS = re.compile(r"(?: [A-Z][\w-]*)* [A-Z][a-z][\w-]*")
# What is Redis-backed is of Redis, and "redis-py" is another thing.
_COMPOUND = re.compile(
    r"-(?!(?:based|backed|compatible|like|specific|managed|aware|enabled|style|native|only|related|powered|hosted|side|driven|to|and|or"
    r"|encrypted|optimi[sz]ed|integrated|supported|style|level)\b)[A-Za-z]+\b(?!-)"
)
# "monitors your AWS resources": what is meant is what somebody has there
_OWNED = re.compile(
    r"(?: \([^()]*\))? (?:resources|services|applications|workloads|accounts|environments|infrastructure)\b"
)
_ANOTHER = re.compile(r" (?:servers?|requests?|responses?|headers?|packets?|errors?)\b")
_VARIOUS = re.compile(r"\b(?:different|various|multiple|several|many) $")  # "supports different Kubernetes objects"
_NEAR = 60  # characters from the verb in which the first object has to begin
_HEAD_NOUNS = CLASS_NOUNS | _GOODS


def listed_objects(text: str, known: KnownNames, *, of_verb: bool = False) -> list[Found]:
    """The first known name and those that a list joins to it; `of_verb` tells that the text follows a verb."""
    chosen: list[Found] = []
    passed = 0  # the end of a longer name that begins with a known one
    for hit in _things(text, known):
        if hit.start < passed or _is_kind_of_several(text, hit):
            continue
        if chosen:
            # "Docker CLI" is not Docker
            if not goes_on(text[chosen[-1].end : hit.start]) or goes_on_in_capitals(text[hit.end :]):
                break
            chosen.append(hit)
        elif hit.start > _NEAR and not _EXAMPLES.search(text[: hit.start]):
            return []
        elif not of_verb or _is_object_of_verb(text, hit):
            chosen.append(hit)
        else:
            passed = _end_of_capitals(text, hit)
    return chosen


def _things(text: str, known: KnownNames) -> list[Found]:
    """The known names that are neither a vendor's nor only tell of another thing."""
    return [hit for hit in known.find(text, inside=True) if not hit.vendor and not _tells_of_another(text, hit)]


def _is_kind_of_several(text: str, hit: Found) -> bool:
    """`different Kubernetes objects`."""
    return _VARIOUS.search(text[: hit.start]) is not None and MODIFIES.match(text, hit.end) is not None


def _is_object_of_verb(text: str, hit: Found) -> bool:
    return is_object(text[: hit.start]) and not goes_on_in_capitals(text[hit.end :])


def _end_of_capitals(text: str, hit: Found) -> int:
    more = _CAPITALS.match(text, hit.end)
    return more.end() if more else hit.end


def is_of_another(text: str, hit: Found) -> bool:
    """Return whether an abbreviation only tells of what sort another thing is: "the API server", "an HTTP request"."""
    return text[hit.start : hit.end].removesuffix("s").isupper() and bool(_ANOTHER.match(text, hit.end))


def _tells_of_another(text: str, hit: Found) -> bool:
    owned = _OWNED.match(text, hit.end) and text[: hit.start].casefold().endswith("your ")
    return bool(owned) or _is_of_compound(text, hit) or is_of_another(text, hit)


def _is_of_compound(text: str, hit: Found) -> bool:
    """Whether a hyphen makes the name a part of another one ("graphql-java"), or an address begins with it."""
    behind = hit.start > 1 and text[hit.start - 1] == "-" and text[hit.start - 2].isalpha()
    if hit.start and text[hit.start - 1] == "/" and text[hit.start].islower() and text.startswith("/", hit.end):
        return True  # in a path
    return behind or text.startswith("://", hit.end) or bool(_COMPOUND.match(text, hit.end))


def goes_on_in_capitals(after: str) -> bool:
    """Whether a name is longer than the known one ("Azure Blob Storage"), and not for the head noun of its class."""
    more = _CAPITALS.match(after)
    words = more[0].split() if more else []
    last = words[0].casefold().removesuffix("s") if words else ""
    return len(words) > 1 or (len(words) == 1 and (last in _HELPERS or last not in _HEAD_NOUNS))


def goes_on(between: str) -> bool:
    """Whether a list goes on between two names: separators, and short items that are no known names."""
    parts = _SEPARATOR.split(between)
    words = [part.casefold().split() for part in parts]
    return (
        len(parts) > 1
        and all(len(part) <= 4 and not NOT_IN_NAMES & set(part) for part in words)
        and "." not in between.strip(".")
        and not any(_PREPOSITIONS & set(part) for part in words)
    )
