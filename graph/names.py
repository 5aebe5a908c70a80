"""When two names are one: folding of case, width, punctuation, spacing and plural, and the id made of a label."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from graph.model import ConceptId

__all__ = ["concept_ids", "fold_name", "fold_token", "fold_words", "is_ordinary_word", "slug"]

# Signs that belong to names: C++, C#, .NET, Node.js, R&D (as "and").
_NOT_NAME = re.compile(r"[^\w+#.]+")
_ABBREVIATION_PLURAL = re.compile(r"(?<=[A-Z0-9])s$")
_SLUG_GAP = re.compile(r"[^a-z0-9]+")


@lru_cache(maxsize=200_000)
def _fold_word(word: str) -> str:
    """Drop a plural ending from an ordinary word; an abbreviation or a dotted name stays (HTTPS is not HTTP)."""
    word = _ABBREVIATION_PLURAL.sub("", word)
    low = word.casefold()
    if word.isupper() or "." in word or len(low) < 4 or not low.endswith("s"):
        return low
    if low.endswith("ies") and len(low) > 4:
        return low[:-3] + "y"
    if low.endswith(("sses", "xes", "shes", "nches", "tches", "rches")):
        return low[:-2]
    return low if low.endswith(("ss", "us", "is")) else low[:-1]


@lru_cache(maxsize=200_000)
def fold_words(name: str) -> tuple[str, ...]:
    """Return the folded words of a name: `"Access Control Lists"` -> `("access", "control", "list")`."""
    text = unicodedata.normalize("NFKC", name).replace("&", " and ").replace("'s ", " ").replace("\u2019s ", " ")
    words = (word.strip(".") for word in _NOT_NAME.sub(" ", text).replace("_", " ").split())
    return tuple(_fold_word(word) for word in words if word)


@lru_cache(maxsize=200_000)
def fold_name(name: str) -> str:
    """Return the key under which a name is the same name; empty where it has no letter, digit or sign.

    Spacing folds too, so `DynamoDB` meets `Dynamo DB` and `Route53` meets `Route 53`; digits never do.
    """
    return "".join(fold_words(name))


@lru_cache(maxsize=200_000)
def fold_token(token: str) -> str:
    """Return one word of running text as it stands in a folded name; it may itself fold to several, joined."""
    return "".join(fold_words(token))


def is_ordinary_word(name: str) -> bool:
    """Return whether a name is one word without a digit or a capital inside: alone it does not tell that it is a name."""
    return " " not in name and name[1:] == name[1:].lower() and not any(map(str.isdigit, name))


def slug(label: str) -> str:
    """Return `[a-z0-9-]*`: accents stripped, everything else a hyphen; empty for a label in another script."""
    plain = unicodedata.normalize("NFKD", label).encode("ascii", "ignore").decode("ascii").casefold()
    return _SLUG_GAP.sub("-", plain).strip("-")[:80].strip("-")


def concept_ids(labels: Iterable[str]) -> dict[str, ConceptId]:
    """Give each distinct label its id: the slug, and where that is empty or taken, a hash of the label behind it.

    The label that comes first when sorted by folded name keeps the bare slug: a rule about the set of
    labels and not about the order of the notes, so that an incremental build equals a fresh one.
    """
    ids: dict[str, ConceptId] = {}
    taken: set[str] = set()
    for label in sorted(set(labels), key=lambda text: (fold_name(text), text)):
        base = slug(label)
        if not base or base in taken:
            mark = hashlib.sha256(f"{fold_name(label)}\0{label}".encode()).hexdigest()[:8]
            base = f"{base}-{mark}".strip("-")
        taken.add(base)
        ids[label] = ConceptId(base)
    return ids
