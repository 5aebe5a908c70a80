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
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_KIND = re.compile(r"\s+(?:at|in|on)\s", re.IGNORECASE)  # "Encryption at rest"
_OF_KIND = re.compile(r"(\w+) of \w", re.IGNORECASE)
_ACTS = TASK_VERBS - NOUNS_TOO
_EFFECTS = frozenset(["impact", "impacts", "effect", "effects", "importance"])
_CLASSES = re.compile(
    r"(?:[\w-]+ )?(?:tools|platforms|frameworks|distributions)|(?:managed|serverless|hosted) services"
    r"|(?:[\w-]+ ){1,3}(?:technologies|vendors|providers)"
    r"|(?:(?:supported|available|popular|common|main|core|other|managed|hosted) )?(?:programming )?"
    r"(?:languages|runtimes|engines|databases|formats|browsers|libraries|operating systems|devices|proxies|shells|editors"
    r"|compilers)"
    r"|(?:[\w-]+ ){0,2}(?:protocols|algorithms|brokers|load balancers|connectors|ciphers|codecs|orchestrators|hypervisors"
    r"|message queues)",
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
    if _tells_of_doing(target):
        return False
    of_kind = _OF_KIND.match(target)
    noun = of_kind[1].casefold() if of_kind else ""
    if noun == "states":
        return False  # what a thing goes through
    if noun.endswith("s") and noun in CHOOSER_NOUNS:
        return True
    return _ends_in_chooser(target, name) or shares_head(name, target) or shares_head(name, _KIND.split(target)[0])


def _tells_of_doing(target: str) -> bool:
    """`Choose a class`, `Working with tiers`, `Impact of data types`: what is listed is about that."""
    if target.split(maxsplit=1)[0].casefold() in _ACTS or target.casefold().startswith("work with"):
        return True
    return target.partition(" ")[0].casefold() in _EFFECTS


def _ends_in_chooser(target: str, name: str) -> bool:
    """`Boot modes for instance types` and "Modes supported" are modes; `Provisioned mode` is one below "Capacity mode"."""
    head = BEHIND_HEAD.split(target)[0]
    last = _CAMEL.sub(" ", head).rsplit(maxsplit=1)[-1].casefold().rpartition("/")[2]  # "accessModes"
    if last not in CHOOSER_NOUNS or is_task(target):
        return False
    named_so = fold_words(name)[-1:] == (last,) and " " in name and " " in head
    return named_so or (last.endswith("s") and last != "class")


def shares_head(name: str, target: str) -> bool:
    """`Inline Policy` below `Policies`; only where the head is the last word, as in English without a preposition."""
    a, b = fold_words(name), fold_words(target)
    if len(a) < 2 or not b or a[-1] != b[-1] or not f"{name}{target}".isascii():
        return False
    if names_several(target) or names_several(name) or _begins_with_doing(name):
        return False  # "Copper cables" below "Interfaces and Cables"
    whole = len(a) > len(b) and a[-len(b) :] == b  # "Audit Management" is no kind of "Risk Management"
    return whole or _is_one_of_several(name, target, apart=len(b) > 1 and a != b)


def _begins_with_doing(name: str) -> bool:
    """`Creating namespaces` below "Namespaces"."""
    verb = name.partition(" ")[0].casefold()
    return verb.endswith("ing") and not TASK_VERBS.isdisjoint((verb[:-3], f"{verb[:-3]}e", verb[:-4]))


def _is_one_of_several(name: str, target: str, *, apart: bool) -> bool:
    """`Regional service` is none of "Key Management Service", and "Peon processes" below "Manager process" are parts of it,
    where more than the last word tells the two names `apart`."""
    if apart and name.endswith("s") and not target.endswith("s"):
        return False
    several = target.rstrip(" .:").casefold().endswith("s")
    return several and not is_activity(target.rsplit(maxsplit=1)[-1])
