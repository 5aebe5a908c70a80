"""Which names are choices: what stands above names several kinds or a class, and what is listed is one of them by its name."""

from __future__ import annotations

import re

from graph.names import fold_words
from ingest.english import CHOOSER_NOUNS, NOUNS_TOO, TASK_VERBS
from ingest.name_weight import (
    is_activity,
    names_several,
)
from ingest.task_names import is_task

__all__ = ["BEHIND_HEAD", "FOLDED_CHOOSERS", "is_class_heading", "is_edition", "names_choices", "shares_head"]

BEHIND_HEAD = re.compile(
    r"\s+(?:(?:for|at|in|on|by|with|from|to|across|[-–—])\s|(?:supported|available|offered)$)", re.IGNORECASE
)
FOLDED_CHOOSERS = frozenset(fold_words(" ".join(CHOOSER_NOUNS)))
_EDITIONS = frozenset(
    """
    basic standard advanced premium enterprise pro lite free classic developer business express ultra flexible community
    """.split()
)
_KIND = re.compile(r"\s+(?:at|in|on)\s", re.IGNORECASE)  # "Encryption at rest"
_CLASSES = re.compile(
    r"(?:[\w-]+ )?(?:tools|platforms|frameworks|distributions)|(?:managed|serverless|hosted) services"
    r"|(?:[\w-]+ ){0,3}(?:technologies|implementations|vendors|providers)"
    r"|(?:[\w-]+ ){0,2}(?:languages|runtimes|engines|databases|protocols|browsers|libraries|operating systems|brokers|devices"
    r"|algorithms|proxies|load balancers|shells|editors|compilers|interfaces|connectors|ciphers|codecs|orchestrators"
    r"|hypervisors|data stores|warehouses|file systems|message queues)"
    r"|(?:(?:supported|available|popular|common|main|core|other) )?formats",
    re.IGNORECASE,
)


def is_edition(name: str, above: str) -> bool:
    """Return whether a name is another and the word for one of its editions: `Acme Shield Advanced`."""
    words = fold_words(name)
    return words[:-1] == fold_words(above) and words[-1] in _EDITIONS and name.rsplit(maxsplit=1)[-1][0].isupper()


def is_class_heading(name: str) -> bool:
    """Return whether a heading names a class of things, "Databases", whose members stand below it."""
    return bool(_CLASSES.fullmatch(name)) and not is_task(name)


def names_choices(target: str, name: str) -> bool:
    """Return whether what stands above names several choices ("Storage classes"), or the same kind of thing."""
    if target.split(maxsplit=1)[0].casefold() in TASK_VERBS - NOUNS_TOO or target.casefold().startswith("work with"):
        return False  # what is listed is about doing it
    if target.partition(" ")[0].casefold() in ("impact", "impacts", "effect", "effects", "importance"):
        return False  # "Impact of data types"
    head = BEHIND_HEAD.split(target)[0]  # "Boot modes for instance types" are modes, and so are "Modes supported"
    last = head.rsplit(maxsplit=1)[-1].casefold().rpartition("/")[2]
    of_kind = re.match(r"(\w+) of \w", target, re.I)
    if of_kind and of_kind[1].casefold() == "states":
        return False  # what a thing goes through
    if of_kind and of_kind[1].casefold() in CHOOSER_NOUNS and of_kind[1].casefold().endswith("s"):
        return True
    chooser = last in CHOOSER_NOUNS and last.endswith("s") and last != "class" and not is_task(target)
    kind = fold_words(name)[-1:]
    if kind == (last,) and " " in name and " " in head and last in CHOOSER_NOUNS and not is_task(target):
        return True  # "Provisioned mode" below "Capacity mode"
    return chooser or shares_head(name, target) or shares_head(name, _KIND.split(target)[0])


def shares_head(name: str, target: str) -> bool:
    """`Inline Policy` below `Policies`; only where the head is the last word, as in English without a preposition."""
    a, b = fold_words(name), fold_words(target)
    if names_several(target):
        return False  # "Copper cables" below "Interfaces and Cables"
    verb = name.partition(" ")[0].casefold()
    if verb.endswith("ing") and any(v in TASK_VERBS for v in (verb[:-3], f"{verb[:-3]}e", verb[:-4])):
        return False  # "Creating namespaces" below "Namespaces"
    if len(a) < 2 or not b or a[-1] != b[-1] or not f"{name}{target}".isascii() or names_several(name):
        return False
    if name.endswith("s") and not target.endswith("s") and len(b) > 1 and a[-len(b) :] != b:
        return False  # "Peon processes" below "Manager process" are parts of it
    whole = len(a) > len(b) and a[-len(b) :] == b  # "Audit Management" is no kind of "Risk Management"
    several = (
        target.rstrip(" .:").casefold().endswith("s")
    )  # "Regional service" below "Key Management Service" is none of it
    return whole or (several and not is_activity(target.rsplit(maxsplit=1)[-1]))
