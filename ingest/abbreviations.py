"""Whether a short form stands for a long one.

Source: A. S. Schwartz and M. A. Hearst, "A simple algorithm for identifying abbreviation definitions in
biomedical text", PSB 2003: each letter of the short form occurs in the long form in order, the first at
the beginning of a word. Their candidates are windows of text; here the author's parenthesis gives both sides.
"""

from __future__ import annotations

import re

from graph.names import fold_words

__all__ = [
    "expansion_before",
    "falls_short",
    "initials_fit",
    "is_abbreviation_of",
    "is_gloss_of",
    "looks_like_abbreviation",
    "spells_exactly",
]

_ABBREVIATION = re.compile(r"^[A-Za-z0-9][A-Za-z0-9.&/+-]{0,9}$")
_PARTS = re.compile(r"[A-Z]?[a-z0-9]+|[A-Z]+")
_NUMERONYM = re.compile(r"([A-Za-z])([2-4])(?![0-9])")
_DIGITS = {"1": "o", "2": "t", "3": "t", "4": "f"}
_SMALL = frozenset(["of", "and", "for", "the", "to", "in", "a", "an", "on", "as", "with"])
_WORDS = re.compile(r"[^\s(),;:]+")


def looks_like_abbreviation(text: str) -> bool:
    """Return whether a short form has at least one capital, 2 to 10 signs and no space ("VPCs", "SSE-C", "S3")."""
    letters = [c for c in text if c.isalpha()]
    return (
        bool(_ABBREVIATION.match(text)) and len(text) >= 2 and sum(c.isupper() for c in letters) * 2 >= len(letters) > 0
    )


def is_abbreviation_of(short: str, long: str) -> bool:
    """Return whether the letters of `short` are found in `long`, from the end, the first at a word's beginning."""
    letters = _letters(short)
    low = long.casefold()
    if len(letters) < 2 or len(long) <= len(short) or " " not in long.replace("-", " ").strip():
        return False
    place = len(low)
    for index, letter in enumerate(reversed(letters)):
        place -= 1
        first = index == len(letters) - 1
        while place >= 0 and (low[place] != letter or (first and place > 0 and low[place - 1].isalnum())):
            place -= 1
        if place < 0:
            return False
    return True


def expansion_before(text: str, end: int, short: str) -> tuple[int, int] | None:
    """Return the bounds of the words right before `end` that `short` abbreviates, the tightest that fit.

    At most len(short) + 5 words back, as Schwartz and Hearst take; initials of words must fit for it to be sure.
    """
    words = list(_WORDS.finditer(text, max(0, end - 120), end))
    if not words or text[words[-1].end() : end].strip():
        return None
    letters = sum(c.isalnum() for c in short.rstrip("s"))
    for count in range(1, min(letters + 5, len(words)) + 1):
        start = words[-count].start()
        long = text[start : words[-1].end()]
        if any(sign in text[start:end] for sign in ".;:!?") and not re.search(r"\w\.\w", long):
            return None
        if is_abbreviation_of(short, long) and initials_fit(short, long):
            return start, words[-1].end()
    return None


def initials_fit(short: str, long: str) -> bool:
    """Two thirds of the short form's letters begin words of the long form; else a chance match is likely."""
    parts = _PARTS.findall(long)
    initials = [
        letter.casefold() for part in parts for letter in (part if part.isupper() else part[0])
    ]  # "Not Only SQL"
    wanted = _letters(short)
    found = 0
    for letter in wanted:
        if letter in initials:
            initials.remove(letter)
            found += 1
    return found * 3 >= len(wanted) * 2 and wanted[:1] == [long[0].casefold()]


def spells_exactly(short: str, long: str) -> bool:
    """Return whether the initials of the long form, small words left out, are the short form: CRR, Cross-Region Replication."""
    return len(short) > 2 and short.isalpha() and short.isupper() and _initials(long) == short.casefold()


def falls_short(short: str, long: str) -> bool:
    """Return whether a long form seems to spell an abbreviation of three letters or more and has other initials:
    "CRR (Cross-Region)", which tells only in part what it is."""
    return (
        len(short) > 2
        and short.isalpha()
        and short.isupper()
        and " " in long.replace("-", " ")
        and not (spells_exactly(short, long) or short.casefold() in _initials(long))
    )


def _initials(long: str) -> str:
    words = re.split(r"[\s/&-]+", long.casefold())
    return "".join(word[:1] for word in words if word and word not in _SMALL)


def _letters(short: str) -> list[str]:
    """The letters that the long form must show; a digit repeats the letter before it (S3, EC2: numeronyms)."""
    spelt = _NUMERONYM.sub(lambda m: m[1] * int(m[2]), short.rstrip("s"))
    if spelt[:1] in _DIGITS:
        spelt = _DIGITS[spelt[0]] + spelt[1:]  # 2PC: two-phase commit
    return [c.casefold() for c in spelt if c.isalpha()]


def is_gloss_of(short: str, long: str) -> bool:
    """Return whether a heading's or a term's parenthesis spells out the short form before it, or the reverse.

    The author's own parenthesis is strong, so a word that both share may stand in both ("SSM Parameter Store
    (Systems Manager Parameter Store)"), a leading vendor may be extra, and one initial in three may be missing.
    """
    shared = _shared_ending(short.split(), long.split())
    short, long = (" ".join(words[: len(words) - shared]) for words in (short.split(), long.split()))
    if _clips(short, long):
        return True
    if not looks_like_abbreviation(short) and not looks_like_abbreviation(short.upper() if " " not in short else ""):
        return False
    spelt = "".join(_letters(short)).upper()
    tail = long.partition(" ")[2]
    if _fits(spelt, long) or (tail and _fits(spelt, tail)):
        return True
    if spells_exactly(short, long.rpartition(" ")[0]):
        return True  # "Open Systems Interconnection Model (OSI)"
    return long.split(" ")[0].isupper() and " " in tail and initials_fit(spelt, tail)


def _fits(spelt: str, long: str) -> bool:
    return is_abbreviation_of(spelt, long) and initials_fit(spelt, long)


def _clips(short: str, long: str) -> bool:
    """Return whether a joined word is made of the beginnings of words in a row: `AppSpec`, Application Specification."""
    parts = [part.casefold() for part in _PARTS.findall(short)]
    words = [word.casefold() for word in long.split()]
    if " " in short or len(parts) < 2 or any(len(part) < 3 for part in parts):
        return False
    starts = range(len(words) - len(parts) + 1)
    return any(
        all(word.startswith(part) and word != part for part, word in zip(parts, words[start:], strict=False))
        for start in starts
    )


def _shared_ending(a: list[str], b: list[str]) -> int:
    count = 0
    while count < min(len(a), len(b)) - 1 and fold_words(a[-1 - count]) == fold_words(b[-1 - count]):
        count += 1
    return count
