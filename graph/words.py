"""Words of notes and queries: the same cutting, stop words and stems on both sides."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

import snowballstemmer

__all__ = ["STOP_WORDS", "cut_words", "split_camel", "stem_word", "stems"]

# Letters and digits of any script that parts words by spaces; C++, C# and F# are words of their own.
# CJK scripts part nothing: each sign is a word, and signs side by side count as a pair in the ranking.
_CJK = "\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af"
_WORD = re.compile(rf"[a-z0-9]+(?:\+\+|#(?<=\b[a-z]#)(?!\w))?|[{_CJK}]|[^\W_a-z0-9{_CJK}]+")
_BLANKS = {sign: " " for sign in range(128) if not chr(sign).isalnum()}  # what parts words of plain ASCII
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])|(?<=[A-Za-z])(?=\d)|(?<=\d)(?=[A-Za-z])")
_ACCENT = re.compile("[\u0300-\u036f]")  # not the marks that make one kana another
_ENGLISH = snowballstemmer.stemmer("english")
_LONGEST = 64  # letters of a word; longer runs are keys and hashes, cut so that no index term grows without bound

# A long stop list raised the mean nDCG of six collections from 0.455 to 0.470 (docs/ranking.md).
STOP_WORDS = frozenset(
    """
    a about above after again all also am an and any are as at be because been before being below between both but by
    can could did do does doing down during each few for from further get had has have having he her here hers him his
    how i if in into is it its itself just me more most my no nor not of off on once only or other our out over own
    same she should so some such than that the their them then there these they this those through to too under until
    up us very was we were what when where which while who whom why will with would you your
    """.split()
)


def _fold(text: str) -> str:
    """Return the text in lower case without accents; full-width signs and ligatures become plain ones."""
    if text.isascii():
        return text.lower()
    plain = unicodedata.normalize("NFKD", text).casefold()
    return unicodedata.normalize("NFC", _ACCENT.sub("", plain))


def cut_words(text: str) -> list[str]:
    """Return the words of a text in order, case and accents folded; CJK signs one by one."""
    folded = _fold(text)
    signed = "+" in folded or "#" in folded or not folded.isascii()
    words = _WORD.findall(folded) if signed else folded.translate(_BLANKS).split()
    return [word[:_LONGEST] for word in words]


def split_camel(word: str) -> list[str]:
    """Return the parts of a word that its capitals and digits show: `AssumeRole` -> assume, role; `route53` -> route, 53."""
    return [part for part in cut_words(_CAMEL.sub(" ", word)) if part]


@lru_cache(maxsize=200_000)
def stem_word(word: str) -> str:
    """Return a word's stem by Snowball's English rules (Porter2); only English words have one."""
    if not (word.isascii() and word.isalpha()):
        return word
    return str(_ENGLISH.stemWord(word))


def stems(text: str, *, keep_stop_words: bool = False) -> list[str]:
    """Return the stems of a text's words in order, stop words left out."""
    return [stem_word(word) for word in cut_words(text) if keep_stop_words or word not in STOP_WORDS]
