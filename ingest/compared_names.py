"""Which names a heading sets side by side: "SNS vs SQS", "DynamoDB Scan vs Query", "Difference between A and B"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ingest.node_names import clean_name, has_proper_shape, is_generic, is_name, is_nameable, is_task, strip_heading

__all__ = ["Side", "compared_names", "is_versus"]

_VERSUS_STRICT = re.compile(r"\s+(?:vs?\.?|versus)\s+", re.IGNORECASE)
_BETWEEN = re.compile(
    r"^(?:the\s+)?(?:key\s+|main\s+)?(?:differences?|comparison|distinction|diferencias?|diferenças?)\s+(?:between|of|entre)\s+"
    r"(?:the\s+|an?\s+)?(.+)$|^comparing\s+(.+)$",
    re.IGNORECASE,
)
_LIST = re.compile(r"\s*,\s*(?:and\s+|or\s+)?|\s+(?:and|&|y|e|or)\s+", re.IGNORECASE)
_COMPARISON = re.compile(r"^(?P<list>.+?)(?:\s+[a-z]+s)?\s+comparison$", re.I)
_OR = re.compile(r"^(?:an?\s+|the\s+)?(\S+(?: \S+)?) or (?:an?\s+|the\s+)?(\S+(?: \S+)?)$")
_ASIDE = re.compile(r"\s+(?:[-–—]\s+.*|\((?:vs\.?|versus)[^)]*\))$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Side:
    """The compared names, and the word in front that belongs to all of them, if any."""

    names: tuple[str, ...]
    owner: str


def compared_names(text: str) -> Side | None:
    """Return the two to six names that a heading compares, and the prefix they share, or None."""
    plain = strip_heading(text)
    _, _, rest = plain.partition(": ")
    if rest and _VERSUS_STRICT.search(rest):
        plain = rest
    between = _BETWEEN.match(plain)
    if between:
        parts = [part for part in _LIST.split(between[1] or between[2]) if part]
    elif _VERSUS_STRICT.search(plain):
        if re.search(r",\s", plain):
            return None  # "Counter vs gauge, summary vs histogram" holds two comparisons
        parts = _VERSUS_STRICT.split(_ASIDE.sub("", plain))
    elif (named := _COMPARISON.match(plain)) and len(_LIST.split(named["list"])) > 1:
        parts = _LIST.split(named["list"])
    elif (either := _OR.match(plain)) and all(_is_choice(name) for name in either.groups()):
        parts = list(either.groups())
    else:
        return None
    names = [clean_name(re.sub(r"^(?:the|an?)\s+", "", part.strip(), flags=re.I)) for part in parts]
    if not 2 <= len(names) <= 6 or not all(is_nameable(name) and len(name.split()) <= 5 for name in names):
        return None
    if any(re.match(r"^[\d.x]+$", name) for name in names):
        return None
    return _share(names)


def _is_choice(name: str) -> bool:
    """A side of "A or B" without the word versus has to be a name by itself."""
    return (
        is_name(name) and not is_generic(name) and not is_task(name) and (name[0].isupper() or has_proper_shape(name))
    )


def _share(names: list[str]) -> Side:
    """`DynamoDB Scan vs Query`: the first name's first word belongs to both where the rest are single words."""
    first = names[0].split()
    if len(first) == 2 and all(len(name.split()) == 1 for name in names[1:]) and first[0][0].isupper():
        short = [first[1], *names[1:]]
        if all(name[0].isupper() == first[1][0].isupper() for name in short) and first[1].casefold() not in _KEPT:
            return Side(tuple(short), first[0])
    return Side(tuple(names), "")


_KEPT = frozenset(
    ["store", "cache", "gateway", "queue", "bucket", "instance", "group", "service", "storage", "balancer", "s3", "ec2"]
)


def is_versus(text: str) -> bool:
    """Return whether a heading opposes things, named well enough to compare or not."""
    return bool(_VERSUS_STRICT.search(text) or _BETWEEN.match(strip_heading(text)) or compared_names(text))
