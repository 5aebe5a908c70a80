"""The known names that act in a clause: "Solr and Elasticsearch are built on", "Databases like MySQL and PostgreSQL use"."""

from __future__ import annotations

import re
from itertools import pairwise

from ingest.class_nouns import CLASS_NOUNS
from ingest.clause_ends import is_subject
from ingest.known_names import Found, KnownNames
from ingest.listed_objects import goes_on, goes_on_in_capitals, is_of_another

__all__ = ["named_subjects"]

_EXAMPLES_BEFORE = re.compile(r"\b(?:such as|like|including) (?=[^.;:]{2,120}$)")
# "A JSON array that contains"
_FORMATTED = re.compile(r" (?:array|object|string|document|file|list|text)s? (?:that|which)\b")
# "Feign is a client which", "Zuul also": one word with a capital, and no article before it
_NAME_ALONE = re.compile(
    r"([A-Z][a-z]+)(?=,? (?:which|can|also|\w+ly|(?:is|are|was) (?:an?|the|\w+ly|built|based|written|implemented))\b|$)"
)
_NAME = r"[A-Z][\w.+#/-]*(?: [A-Z][\w.+#/-]*){0,3}"
# "Solr and Elasticsearch are", "A, B, and C"
_SEVERAL = re.compile(rf"(?:(?:Both|The) )?(?P<names>{_NAME}(?:, {_NAME})*,? (?:and|&) {_NAME})(?= |$)")
_PARTS = re.compile(r",? (?:and|&) |, ")
# A note in haste leaves the article out: "Client sends a request".
_NO_NAMES = CLASS_NOUNS | {"customer", "developer", "administrator", "admin", "team", "target", "consumer", "producer"}
_SEVERAL_THINGS = re.compile(r"[^siu]s$")
_BEGINS = 12  # characters before the first of several: an article, a vendor


def named_subjects(words: str, known: KnownNames) -> tuple[str, ...] | None:
    """Return the keys of the known names that act, by the words before a verb; None where no known name stands there."""
    several = _examples(words, known) or _joined(words, known)
    if several:
        return several
    hits = known.find(words)
    acting = next((hit for hit in hits if _acts(words, hit)), None)
    if acting or hits:
        return (acting.key,) if acting else ()
    exact = known.key_of(words) if words.istitle() and words.isalpha() else ""  # nothing but the name
    key = exact or _name_alone(words, known)
    return (key,) if key else None


def _name_alone(words: str, known: KnownNames) -> str:
    """`Feign is a client which`: the key of one word with a capital, where that is no thing's in a note in haste."""
    alone = _NAME_ALONE.match(words)
    if alone is None or alone[1].casefold() in _NO_NAMES or _SEVERAL_THINGS.search(alone[1]):
        return ""
    return known.key_of(alone[1]) if is_subject("", words[alone.end() :]) else ""


def _acts(words: str, hit: Found) -> bool:
    return (
        not hit.vendor
        and not is_of_another(words, hit)
        and is_subject(words[: hit.start], words[hit.end :])
        and not goes_on_in_capitals(words[hit.end :])
        and not _FORMATTED.match(words, hit.end)
    )


def _joined(words: str, known: KnownNames) -> tuple[str, ...]:
    """`Solr and Elasticsearch are built on ...`: what the line begins with, each known by exactly that name, the last at
    least."""
    several = _SEVERAL.match(words)
    if several is None or not is_subject("", words[several.end() :]):
        return ()
    names = _PARTS.split(several["names"])
    keys = tuple(known.key_of(name) for name in names)
    return tuple(filter(None, keys)) if keys[-1] and not any(map(known.is_vendor, names)) else ()


def _examples(words: str, known: KnownNames) -> tuple[str, ...]:
    """`Databases like MySQL and PostgreSQL use ...`: each of the names right before the verb; none where no list stands there."""
    cue = _EXAMPLES_BEFORE.search(words)
    hits = [hit for hit in known.find(words, inside=True) if not hit.vendor and hit.start >= cue.end()] if cue else []
    if not cue or not hits or hits[0].start - cue.end() > _BEGINS or words[hits[-1].end :].strip(" ,)"):
        return ()
    between = [words[a.end : b.start] for a, b in pairwise(hits)]
    return tuple(hit.key for hit in hits) if all(map(goes_on, between)) else ()
