"""What deserves a node: which words are the name of something, and which are only words.

A name is short, holds no clause, is no instruction, question, address, number or code, and has a word that
carries meaning. The rule is the same for headings, list items, table headers and objects of sentences.
"""

from __future__ import annotations

import re
from functools import lru_cache

from ingest.english import (
    ABOUT_HEADS,
    CHOOSER_NOUNS,
    DETERMINERS,
    GENERIC_HEADINGS,
    GENERIC_IN_HEADINGS,
    TRAILING_NO_CONCEPT,
)
from ingest.name_words import begins_as_name, ends_as_name, has_proper_shape, holds_clause
from ingest.no_names import is_no_name
from ingest.other_languages import CJK, is_generic_elsewhere

__all__ = ["clean_name", "has_proper_shape", "is_generic", "is_name", "is_nameable", "strip_heading"]

_BEFORE_DROPPED = frozenset(
    "common general key main important some other 2 3 4 5 6 7 8 9 10".split()
)  # "S3 Common Pitfalls"
# What says nothing of the choices: "Key types", "Other options".
_IN_CHOICES = frozenset(
    "of and or the a an in for to key main common other different available more general popular good best top several various"
    " core wrong correct right bad possible basic recommended supported important related current typical advanced".split()
)
_USED_ALONE = frozenset(["basic", "via", "using", "through"])
_SAYING_NOTHING = GENERIC_HEADINGS | GENERIC_IN_HEADINGS | ABOUT_HEADS
_DROPPED_BEFORE_THEM = TRAILING_NO_CONCEPT | _BEFORE_DROPPED
_MAX_WORDS = 6
_MAX_LENGTH = 60
_LONGEST_CJK = 24  # characters, each about a syllable
_LONGEST_HEADING = 120  # characters; more is a text
_CACHED = 20_000  # the same names come again and again in a set of notes
_SURROUND = " \t\n:;,.!?*_`\"'“”‘’«»–—-→=|•·>/\\"
_AROUND_WORDS = _SURROUND + "()"
_EMOJI = re.compile(
    "[\U0001f000-\U0001faff\u2600-\u27bf\u2b00-\u2bff\u2190-\u21ff\u23e9-\u23fa\ufe0f\u200d\u20e3\u3030\u25a0-\u25ff]+"
)
_EMOJI_CODE = re.compile(r":[a-z0-9_+-]+:")
_NUMBERING = re.compile(
    r"^(?:(?:\d+[A-Z]?|[IVX]+|[A-Za-z])(?:\.\d+)*[.)]\s+|\d+、\s*|\d+(?:\.\d+)+(?:\.[A-Z])?[.:]?\s+|#+\s*|\(\d+\)\s*|\d+\s*[-–—:]\s+"
    r"|0\d[-_](?-i:(?=[A-Z]))|\d{1,2}_(?-i:(?=[A-Z]))|\d+-\d+\.\s+|[A-Z]\d+[A-Z]\d+\s*[-–—:]\s+)",
    re.IGNORECASE,
)
# "Ctrl+Shift+P" is pressed.
_KEYS = re.compile(r"\b(?:ctrl|cmd|alt|shift|option|command|control|⌘|⌥|⇧)\s?\+", re.IGNORECASE)
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?"
    r"|dec(?:ember)?|spring|summer|autumn|fall|winter)"
)
_DATE = re.compile(rf"\d{{4}}\W+{_MONTH}|{_MONTH}\.?\W+\d{{4}}", re.IGNORECASE)
_FURNITURE = re.compile(
    r"^(?:(?:part|chapter|section|step|phase|day|week|module|lesson) (?:one|two|three|four|five|six|seven|eight|nine|ten)\b"
    r"|wrap(?:ping)?[ -]?up$|(?:major|key|main) themes$|q\.?\s?\d+\b|問題\s*\d+"
    r"|(?:chapter|chap|part|section|step|day|week|module|lesson|lecture|domain|unit|lab|question|exercise|task|phase|figure"
    r"|line|row|slide|page|table|appendix|option|example|note|card|days|weeks|scenario|trap|tip|rule|round|period|item|test|mistake|fact|topic|problem|v(?:ersion)?)\s*#?\d+(?:\.\d+)*\b)",
    re.IGNORECASE,
)
# "Table of contents", "Suite of tools": what follows is gathered, and its name is not told.
_GATHERED = re.compile(r"table of contents?|(?:suite|set|collection|family|list|group) of [a-z -]+", re.IGNORECASE)
# "4-byte increments", "5-minute TTL"
_COUNTED = re.compile(r"\d[^A-Z]* [^A-Z]*|\d+[ -](?:second|minute|hour|day|week|month|year|byte|bit|node|way)s?\b.*")
_QUANTITY = re.compile(
    r"\d\s*(?:ms|[kmgtp]i?b|bytes?|seconds?|secs?|minutes?|mins?|hours?|days?|weeks?|months?|years?|items?|requests?"
    r"|times|characters|percent|users?|writes?|reads?|x)\b|^(?:max|min|up|default|at)\b.*\d|\b(?:of|than|least|most)\s+\d",
    re.IGNORECASE,
)
_ADVISED = re.compile(
    r" (?:worth \w+ing|in (?:a bit |a little )?more detail|in detail|in depth|in practice|in a nutshell|under the hood"
    r"|in short|in the wild|in production|in action"
    r"|in (?:the )?real (?:life|world))$",
    re.IGNORECASE,
)
# "Cassandra key features" goes on about Cassandra.
_KEY_POINTS = re.compile(
    r"(?<=\w) (?:key|main|core|important|notable) (?:features|concepts|points|terms|characteristics|benefits|properties)$",
    re.IGNORECASE,
)
_DIGIT = re.compile(r"\d")
_DOTTED = re.compile(r"\.(?=[A-Z]{2,})")
_OPTIONAL = re.compile(r"(?<=\w) (?:optional|\(optional\))$", re.IGNORECASE)
_REMARK = re.compile(
    r"^[(\[](?:optional|new|beta|deprecated|preview|recommended|legacy|required|updated?)[)\]]\s*|^updated?: ",
    re.IGNORECASE,
)
_SMALL_ASIDE = re.compile(
    r"^\([A-Za-z][a-z]+(?: [a-z]+)?\)\s+(?=[A-Z])"
)  # "(implied) Router", "(Write async) Write-behind"
_QUALIFIED = re.compile(r"\s*[(\[（][^()\[\]（）]*[)\]）]\s*$")
_NOTES = re.compile(r"(?<=\w)[-_](?:notes?|cheat-?sheet)$", re.IGNORECASE)  # "Kubernetes-Notes"
_SOLD_AS = re.compile(r"(?<=\w) as (?:an? [Ss]ervice|[Cc]ode)$")
_NOTES_ON = re.compile(r"^(?:(?:my|some|study|personal|lecture) )*notes (?:on|about) (?=\w)", re.IGNORECASE)
_ADJECTIVE_END = re.compile(r"(?:al|ed|ive|ar|ic|able|new|key)$", re.IGNORECASE)  # "Optional features"
_WORD = re.compile(r"[^\s/]+")
_CJK_CLAUSE = re.compile(r"[。、，！？：；]|(?:です|ます|する|した|できる|こと|ない|いる|ある|れる|的是|可以|不是)$")


@lru_cache(maxsize=_CACHED)
def clean_name(text: str) -> str:
    """Return the name without emoji, quotes and closing signs, white space folded."""
    if not text.isascii():
        text = _EMOJI.sub(" ", text)
    if ":" in text:
        text = _EMOJI_CODE.sub(" ", text)
    text = " ".join(text.split())
    if text.startswith(("(", "[", "Updated: ", "Update: ")):
        text = _REMARK.sub("", text)
        text = _SMALL_ASIDE.sub("", text)
    if text[-9:].casefold().endswith(("optional", "optional)")):
        text = _OPTIONAL.sub("", text)
    dotted = _DOTTED.match(text)
    text = text.strip(_SURROUND)
    if dotted:
        text = f".{text}"  # .NET
    if text.startswith("(") and text.endswith(")"):
        text = text[1:-1].strip(_SURROUND)
    if text.count("(") > text.count(")"):
        text = text[: text.rindex("(")].strip(_SURROUND)
    return text


@lru_cache(maxsize=_CACHED)
def strip_heading(text: str) -> str:
    """Return a heading without numbering, emoji and the closing words that name nothing ("101 - Summary")."""
    text = clean_name(text)
    if "note" in text.casefold() or "cheat" in text.casefold():
        text = _NOTES_ON.sub("", _NOTES.sub("", text))
    text = clean_name(_NUMBERING.sub("", text, count=1))
    if " worth " in text or " in " in text or text[-4:].casefold() == "hood":
        text = _ADVISED.sub("", text)
    if text[-1:] in "sS":
        text = _KEY_POINTS.sub("", text)
    return _without_closing_words(text)


def _without_closing_words(text: str) -> str:
    dropped = TRAILING_NO_CONCEPT
    while True:
        head, _, last = text.rpartition(" ")
        low = last.casefold().strip(_SURROUND)
        if not head or low not in dropped or (low == "features" and _ADJECTIVE_END.search(head)):
            return text
        text, dropped = head.strip(_SURROUND), _DROPPED_BEFORE_THEM


@lru_cache(maxsize=_CACHED)
def is_generic(text: str) -> bool:
    """Return whether a heading says only what part of a text it is, such as "Overview" or "Use cases"."""
    if len(text) > _LONGEST_HEADING:
        return False
    cleaned = clean_name(text)
    if _FURNITURE.match(cleaned) or _GATHERED.fullmatch(cleaned) or is_generic_elsewhere(cleaned):
        return True
    words = [word.casefold().strip(_SURROUND) for word in _WORD.findall(strip_heading(text) or text)]
    if _only_announces(words):
        return True
    return not _names_choices(words) and not _is_key(words) and all(map(_says_nothing, words))


def _only_announces(words: list[str]) -> bool:
    """`Modes`, `Main algorithms`, `Using`: which thing's, or what with, the text around tells."""
    if not words:
        return False
    if len(words) == 1:
        return words[0] in CHOOSER_NOUNS or words[0] in _USED_ALONE
    return words[-1] in CHOOSER_NOUNS and _are_of_another(words)


def _is_key(words: list[str]) -> bool:
    """`Primary key`."""
    return len(words) > 1 and words[-1] in ("key", "keys")


def _says_nothing(word: str) -> bool:
    return not word or word.isdigit() or word in _SAYING_NOTHING or word.removesuffix("s") in _SAYING_NOTHING


def _names_choices(words: list[str]) -> bool:
    """`Pricing options`, `Types of services`: what is chosen among is said, in words that elsewhere only head a text."""
    if not words:
        return False
    chosen = [word for word in words if word not in CHOOSER_NOUNS and word not in _IN_CHOICES]
    plural = words[-1].endswith("s") and re.split("/", words[-1])[-1] in CHOOSER_NOUNS
    of_kind = len(words) > 2 and words[0] in CHOOSER_NOUNS and words[1] == "of"
    return bool(chosen) and (plural or of_kind)


def _are_of_another(words: list[str]) -> bool:
    return words[-1].endswith("s") and words[-1] != "policies" and all(map(_IN_CHOICES.__contains__, words[:-1]))


@lru_cache(maxsize=_CACHED)
def is_name(text: str) -> bool:
    """Return whether cleaned words are the name of something."""
    if not text or len(text) > _MAX_LENGTH or is_no_name(text):
        return False
    sold = _SOLD_AS.search(text) if " as " in text else None
    if sold:
        return is_name(text[: sold.start()])  # "Infrastructure as a Service"
    if _is_pressed(text) or _counts(text):
        return False
    if CJK.search(text):
        return len(text) <= _LONGEST_CJK and not _CJK_CLAUSE.search(text)
    return _is_name_by_its_words(text, _words_of_name(text))


def _is_pressed(text: str) -> bool:
    return "+" in text and _KEYS.search(text) is not None


def _counts(text: str) -> bool:
    """Whether words with a digit tell how many, which or when."""
    if not _DIGIT.search(text):
        return False
    furniture = _FURNITURE.match(text) or _DATE.fullmatch(text)
    return bool(furniture or _COUNTED.fullmatch(text) or _QUANTITY.search(text))


def _words_of_name(text: str) -> list[str]:
    found = _WORD.findall(_QUALIFIED.sub("", text).replace("I/O", "IO"))
    return [word for word in (word.strip(_AROUND_WORDS).replace("’", "'") for word in found) if word]


def _is_name_by_its_words(text: str, words: list[str]) -> bool:
    if not 0 < len(words) <= _MAX_WORDS or not any(map(str.isalpha, text)):
        return False
    return begins_as_name(words) and not holds_clause(words) and ends_as_name(text, words)


def is_nameable(text: str) -> bool:
    """Return whether words may be a name where the author's form says that they are one: sides of "A vs B".

    A single ordinary word that would be too general elsewhere ("availability") counts here.
    """
    return is_name(text) or (text.isalpha() and len(text) > 2 and text.casefold() not in DETERMINERS)
