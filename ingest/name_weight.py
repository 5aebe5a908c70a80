"""What a name says of itself: how surely it names a thing, and whether it is one thing, a quality, a task or a part of a text."""

from __future__ import annotations

import re
from enum import IntEnum
from functools import lru_cache

from ingest.class_nouns import CLASS_NOUNS
from ingest.english import (
    ABOUT_HEADS,
    ADJECTIVES,
    CHOOSER_NOUNS,
    CONCRETE_NOUNS,
    DETERMINERS,
    GENERIC_IN_HEADINGS,
    IMPERATIVES,
    LEADING_QUALIFIERS,
    NOUNS_TOO,
    PREPOSITIONAL_NAMES,
    QUALIFIED,
    SAMPLES,
    TASK_VERBS,
)
from ingest.node_names import is_generic
from ingest.other_languages import has_english_letters, is_short_noun
from ingest.scope import Scope
from ingest.task_names import is_task

__all__ = [
    "Weight",
    "heading_weight",
    "is_activity",
    "is_adjective",
    "is_quality",
    "is_whole",
    "joins_several",
    "lists_parts",
    "name_weight",
    "names_several",
    "says_of_text",
    "tells_how",
]

_CACHED = 20_000  # the topic of a section is judged for each of its blocks

_SEVERAL = re.compile(
    r"[,&/:+]|(?<![-\w])(?:and|or|in|for|to|of|on|with|by|at|from|without|vs|other|how|why|when|what|per)(?![-\w])",
    re.I,
)
# "Alerts in Azure Monitor": the things of one kind there.
_VERSIONED = re.compile(r"[A-Z]{2,6}/\d(?:\.\d)?")
_PLACED = re.compile(r"^((?:[A-Z][\w-]* )?[A-Z][\w-]+s) in (?:the |an? )?[A-Z][\w-]*(?: [A-Z][\w-]*)*$")
_SLUG = re.compile(r"(?=.*(?<!\w)[A-Z]{2,}-)[A-Z][\w&]+(?:-[A-Z][\w&]+){2,}")  # "IAM-Accounts-AWS-Organizations"
_JOINED = re.compile(r"[,&+]|(?<![-\w])(?:and|or|vs)(?![-\w])|\w-and-\w", re.I)
_ATTRIBUTED = re.compile(
    r"(?<![-\w])(?:or|in|for|to|on|with|by|from|via|using|without|vs|other|how|why|when|what|featuring|later|earlier|newer|older)(?![-\w])",
    re.I,
)
_CAMEL = re.compile(r"[A-Z][a-z]+[A-Z]")
_ACTIVITY = re.compile(r"(?:[^aeiou]ing|[ts]ion|ment|ity|ety|ance|ence|ness|acy|hood|ship|ability)s?$")
_TOLD_OF = frozenset(
    ["supported", "included", "required", "needed", "involved", "used", "covered", "provided", "explained"]
)
_SECTIONS = frozenset(
    ["configuration", "detail", "details", "dependencies", "settings", "usage", "connections", "architecture"]
)
_ADJECTIVE = re.compile(
    r"(?:-[a-z]+ed|i[zs]ed|based|able|ible|tive|sive|less|ful|ous|aware|friendly|ready|compatible|compliant|resilient|efficient|tolerant|agnostic|specific|dependent|independent|driven|oriented)$"
)
_DOING = frozenset(
    "import imports export exports upload uploads download downloads transfer rollback rollout upgrade upgrades".split()
)
_CAPABILITIES = frozenset(
    """
    versioning replication acceleration encryption hosting logging scaling balancing caching partitioning sharding streaming
    peering routing tiering federation isolation pooling indexing batching mirroring failover messaging throttling
    """.split()
)
_CAPABILITY_WORDS = 4
_MEASURED = frozenset(
    "throughput bandwidth delay delays jitter loss coupling cohesion overhead downtime uptime".split()
)
_QUALITY = re.compile(r"(?:ity|ety|ance|ence|ency|ancy|ness)s?$", re.I)
_ADVERB = re.compile(
    r"^\w+ly\b| (?:explicitly|carefully|properly|correctly|regularly|automatically|securely|only)$"
    r"|\b(?:together|only|instead|too|separately|against|thre+|types? of|kinds? of)\b",
    re.I,
)
_BOUNDS = frozenset("low lower high higher max min maximum minimum".split())
_PART_NOUNS = frozenset(
    "components elements parts features modules capabilities services resources objects fields blocks layers"
    " pillars".split()
)
_RECAPS = frozenset(["dump", "dumps", "powerup", "powerups", "up", "ups", "section", "usage", "generally"])
_PATH = re.compile(r"[\w.-]+/[\w./-]+\.\w{1,5}")
_SHORTEST = 3
_FEW = 2  # words: "AWS Services" are what a text is on
_NO_NAMES_FIRST = QUALIFIED | DETERMINERS | IMPERATIVES
_SMALL = frozenset(["of", "and", "for", "in", "the", "to", "with", "vs", "&", "at", "on", "by"])


class Weight(IntEnum):
    """How surely words name a thing; what stands above them says how much of it there must be."""

    NONE = 0
    PLAIN = 1
    TITLED = 2
    PROPER = 3
    NEVER = 4  # more than any name has


def lists_parts(name: str) -> bool:
    """Return whether a name says that parts of something follow: "Control Plane Components", "Building blocks of X"."""
    words = name.casefold().split()
    if len(words) < 2:
        return any(word.removeprefix("sub") in _PART_NOUNS - {word} for word in words)  # "Subresources"
    return words[-1] in _PART_NOUNS or (words[0] in _PART_NOUNS and words[1] in ("of", "in"))


@lru_cache(maxsize=_CACHED)
def is_whole(name: str) -> bool:
    """Return whether the name is of one thing that can have parts, in words that can be judged."""
    placed = _PLACED.match(name)
    bare = placed[1] if placed and not is_generic(placed[1]) else name
    last = name.rpartition(" ")[2].casefold()
    # "Vault Remove", but "OpenID Connect"
    command = " " in name and last in TASK_VERBS - {"connect"} and last not in NOUNS_TOO and not _CAMEL.match(name)
    versioned = _VERSIONED.fullmatch(bare) is not None  # "HTTP/3"
    return (versioned or not names_several(bare)) and not is_task(name) and not command


@lru_cache(maxsize=_CACHED)
def says_of_text(name: str) -> bool:
    """Return whether a name is that of a part of the text: `S3 Tips`, `Migration considerations`."""
    words = [word.casefold() for word in name.split()]
    if len(words) > _FEW and words[-1] in ("services", "advanced") and all(word[0].isupper() for word in name.split()):
        return False  # "Acme Domain Services" is a thing
    return any(word in ABOUT_HEADS for word in words[-2:]) or words[-1] in GENERIC_IN_HEADINGS


def tells_how(name: str) -> bool:
    """Return whether an adverb makes of the name a way to do something: "Manually ordering documents"."""
    return bool(_ADVERB.search(name))


def joins_several(name: str) -> bool:
    """Return whether a name joins several things: "VPN and Gateways"."""
    return bool(_JOINED.search(name))


@lru_cache(maxsize=_CACHED)
def names_several(name: str) -> bool:
    """Return whether a name joins several things, or says of what or where."""
    begun = next((start for start in PREPOSITIONAL_NAMES if name.casefold().startswith(start)), "")  # "On demand"
    return bool(_SEVERAL.search(name, len(begun)) or _SLUG.fullmatch(name))


def heading_weight(scope: Scope, name: str) -> Weight:
    """Return how surely a heading names a thing that can be a part of another."""
    words = name.split()
    if _ends_as_text(words) or tells_how(name) or is_quality(words[-1]) or _is_mere_activity(scope, name, words):
        return Weight.NONE
    return name_weight(scope, name)


def _ends_as_text(words: list[str]) -> bool:
    """`Migration considerations`, `Required`, `Cluster configuration`."""
    last = words[-1].casefold()
    if last in _RECAPS or last in _TOLD_OF or (len(words) > 1 and last in _SECTIONS):
        return True
    return any(word.casefold() in ABOUT_HEADS for word in words[-2:])


def _is_mere_activity(scope: Scope, name: str, words: list[str]) -> bool:
    return is_activity(words[-1]) and not scope.proper.any_in(name) and not _is_capability(words)


def _is_capability(words: list[str]) -> bool:
    """`Bucket Versioning`, `Cross-Region Replication`: what a thing can do, under a name of its own."""
    first = words[0].casefold()
    titled = 1 < len(words) <= _CAPABILITY_WORDS and all(word[0].isupper() for word in words)
    told = first in TASK_VERBS or first in _NO_NAMES_FIRST or first.endswith("ing")
    return titled and not told and words[-1].casefold() in _CAPABILITIES


def name_weight(scope: Scope, name: str) -> Weight:
    """Return how surely a name by itself is that of a thing."""
    words = name.split()
    if name.casefold() in PREPOSITIONAL_NAMES:
        return Weight.PLAIN
    if _is_no_thing(name, words):
        return Weight.NONE
    if not has_english_letters(name):  # only a proper name in it tells that the words of another language are one
        return Weight.PLAIN if scope.proper.any_in(name) and is_short_noun(name) else Weight.NONE
    if scope.proper.foreign and not all(map(scope.proper.any_in, words)):
        return Weight.NONE  # nothing tells a task from a thing
    return Weight.PROPER if scope.proper.holds(name) or scope.proper.any_in(name) else _ordinary_weight(words)


def _ordinary_weight(words: list[str]) -> Weight:
    """How surely words without a proper name are a name: "Transfer Acceleration" is a thing, "Transfer all files" is not."""
    first = words[0].casefold()
    if first in _NO_NAMES_FIRST:
        return Weight.NONE
    titled = len(words) > 1 and all(map(_is_of_title, words))
    noun = first in NOUNS_TOO and (titled or len(words) == 2)
    if len(words) > 1 and first in TASK_VERBS and not noun:
        return Weight.NONE
    return Weight.TITLED if titled else Weight.PLAIN


def _is_of_title(word: str) -> bool:
    return word[0].isupper() or word in _SMALL or word[0].isdigit()


def _is_no_thing(name: str, words: list[str]) -> bool:
    """A sample, a task ("Refactor Jekyll::Site"), a bound ("High TTL"), a code of two letters, a file, a quality."""
    first = words[0].casefold()
    if first in SAMPLES or _ATTRIBUTED.search(name) or is_task(name) or (len(words) > 1 and _is_done_or_like(words)):
        return True
    return first in _BOUNDS or (len(name) < _SHORTEST and name.islower()) or bool(_PATH.fullmatch(name))


def _is_done_or_like(words: list[str]) -> bool:
    """`Vault unsealed`, `Join a cluster`, `configured S3 buckets`: what is done with a thing, or what it is like."""
    first = words[0].casefold()
    if is_adjective(words[-1]) or (first in TASK_VERBS and first not in NOUNS_TOO):
        return True
    return words[0].islower() and first.endswith("ed") and first not in LEADING_QUALIFIERS


def is_adjective(name: str) -> bool:
    """Return whether a single word is an adjective: "Centralized" is no part of anything."""
    low = name.casefold().removeprefix("non-")
    if low in ADJECTIVES:
        return True
    return " " not in name and bool(_ADJECTIVE.search(low)) and low not in CLASS_NOUNS and low not in CONCRETE_NOUNS


def is_quality(word: str) -> bool:
    """Return whether a noun names a quality, by its ending: "Durability" is no part of anything."""
    low = word.casefold()
    if low in _MEASURED:
        return True
    return bool(_QUALITY.search(low)) and re.sub(r"ies$", "y", low).removesuffix("s") not in CONCRETE_NOUNS


def is_activity(word: str) -> bool:
    """Return whether a noun names an activity or a quality, by its ending."""
    low = word.casefold()
    if low in _DOING:
        return True
    return bool(_ACTIVITY.search(low)) and low.removesuffix("s") not in CONCRETE_NOUNS and low not in CHOOSER_NOUNS
