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
    IMPERATIVES,
    NOT_IN_NAMES,
    NOT_STARTING_NAMES,
    NOUNS_TOO,
    PREPOSITIONAL_NAMES,
    STATING_VERBS,
    TASK_VERBS,
    TRAILING_NO_CONCEPT,
)
from ingest.no_names import is_no_name
from ingest.other_languages import CJK, is_generic_elsewhere

__all__ = ["clean_name", "has_proper_shape", "is_generic", "is_name", "is_nameable", "strip_heading"]

_LINKING = frozenset(
    ["a", "an", "to", "with", "from", "by", "few", "some"]
)  # inside a name only between capitalised words
_IN_TITLES = frozenset(["through", "into", "before", "after", "within", "without", "above", "below"])  # "Write Through"
_NOT_LAST = frozenset("like of to in for and or with a an the at on by from as is are into".split())
_FOR_WHAT = frozenset("for from by as of with when if how why in on at to".split())  # "For Facebook"
_BEFORE_DROPPED = frozenset(
    "common general key main important some other 2 3 4 5 6 7 8 9 10".split()
)  # "S3 Common Pitfalls"
_ALL_OF = frozenset(["both", "all", "each", "everything"])
_PART_END = re.compile(r" (?:part|step|phase|quiz|exercise|lab) \d+$", re.IGNORECASE)
_SHARP = re.compile(r"(?<=[CFJ])#")
_DETERMINERS = frozenset("a an the your this each".split())  # small, behind the first word
_OBJECT_MARKS = frozenset(["and", "the", "a", "an", "your", "up", "out", "down", "all", "any"])
_PARTICIPLES = frozenset(
    "built stored based enabled issued shared used designed backed managed hosted written made sent known".split()
)
_BY_WHAT = frozenset(
    "per by on in for to via using with from at as into until when through inside within across".split()
)
_SAYS = frozenset(
    "shows creates provides allows enables requires ensures contains includes becomes gives lets makes".split()
)
_COUNTS = frozenset(["one", "two", "three"])
_HAPPENED = frozenset(
    "needed required happen happens happened passed failed occurs occur matters wins applies expected recommended".split()
)
_SAYING = frozenset(["exercise", "quiz", "it's", "that's", "there's", "let's"])
_FINITE = frozenset(
    "depends goes varies happens occurs exists becomes remains applies belongs lasts contains consists".split()
)
_AROUND = frozenset(["around", "through", "via", "using", "over", "across"])

# What says nothing of the choices: "Key types", "Other options".
_IN_CHOICES = frozenset(
    "of and or the a an in for to key main common other different available more general popular good best top several various"
    " core wrong correct right bad possible basic recommended supported important related current typical advanced".split()
)
# "Possible actions", "Further considerations" name what depends on the text around them.
_OF_ANOTHER = frozenset(["possible", "further", "additional", "various", "several", "different"])
# "Benefits of X", "Advantage over Y": what is said of a thing, and no thing.
_SAID_OF = frozenset(
    "advantage disadvantage benefit drawback downside limitation difference purpose reason importance example goal problem"
    " issue pitfall challenge alternative".split()
)
_AGAINST = frozenset(["against", "over", "between"])
_TOLD_APART = frozenset(["new", "old", "same", "next", "previous"])  # "Old console": by what stands beside it
_MOST = frozenset("highest lowest largest smallest fastest slowest biggest cheapest latest earliest oldest".split())
_AMOUNTS = frozenset(["maximum", "minimum", "max", "min", "average", "total", "default", "overall"])
_SAYING_NOTHING = (GENERIC_HEADINGS, GENERIC_IN_HEADINGS, ABOUT_HEADS)
# "Secrets Manager Example", "Read more": a part of the text, a way to another one.
_SHOWN = frozenset("example examples demo demos walkthrough screenshot screenshots exercise exercises more".split())
_MAX_WORDS = 6
_MAX_LENGTH = 60
_LONGEST_HEADING = 120  # characters; more is a text
_CACHED = 20_000  # the same names come again and again in a set of notes
_SURROUND = " \t\n:;,.!?*_`\"'“”‘’«»–—-→=|•·>/\\"
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
    dropped = TRAILING_NO_CONCEPT
    while True:
        head, _, last = text.rpartition(" ")
        low = last.casefold().strip(_SURROUND)
        if not head or low not in dropped or (low == "features" and _ADJECTIVE_END.search(head)):
            return text
        text, dropped = head.strip(_SURROUND), TRAILING_NO_CONCEPT | _BEFORE_DROPPED


@lru_cache(maxsize=_CACHED)
def is_generic(text: str) -> bool:
    """Return whether a heading says only what part of a text it is, such as "Overview" or "Use cases"."""
    if len(text) > _LONGEST_HEADING:
        return False
    if (
        _FURNITURE.match(clean_name(text))
        or _GATHERED.fullmatch(clean_name(text))
        or is_generic_elsewhere(clean_name(text))
    ):
        return True
    words = [word.casefold().strip(_SURROUND) for word in _WORD.findall(strip_heading(text) or text)]
    if words and words[-1] in CHOOSER_NOUNS and (len(words) == 1 or _are_of_another(words)):
        return True  # "Modes", "Main algorithms"
    if len(words) == 1 and words[0] in ("basic", "via", "using", "through"):
        return True
    if _names_choices(words) or (len(words) > 1 and words[-1] in ("key", "keys")):
        return False  # "Primary key"
    return all(map(_says_nothing, words))


def _says_nothing(word: str) -> bool:
    forms = (word, word.removesuffix("s"))
    return not word or word.isdigit() or any(form in says for form in forms for says in _SAYING_NOTHING)


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


def has_proper_shape(word: str) -> bool:
    """Return whether a name looks like a proper one wherever it stands: an inner capital, capitals only, a digit.

    Of several words one has to look so.
    """
    return any(map(_word_has_proper_shape, word.split()))


@lru_cache(maxsize=_CACHED)
def _word_has_proper_shape(word: str) -> bool:
    letters = [c for c in word if c.isalpha()]
    if not letters:
        return False
    capitals = sum(c.isupper() for c in letters)
    inner = any(c.isupper() for c in word[1:] if c.isalpha())
    return (capitals >= 2 and inner) or (capitals >= 1 and any(c.isdigit() for c in word))


@lru_cache(maxsize=_CACHED)
def is_name(text: str) -> bool:
    """Return whether cleaned words are the name of something."""
    if not text or len(text) > _MAX_LENGTH or is_no_name(text):
        return False
    sold = _SOLD_AS.search(text) if " as " in text else None
    if sold:
        return is_name(text[: sold.start()])  # "Infrastructure as a Service"
    if "+" in text and _KEYS.search(text):
        return False
    if _DIGIT.search(text) and _counts(text):
        return False
    if CJK.search(text):
        return len(text) <= 24 and not _CJK_CLAUSE.search(text)
    words = [
        word.strip(_SURROUND + "()").replace("’", "'")
        for word in _WORD.findall(_QUALIFIED.sub("", text).replace("I/O", "IO"))
    ]
    words = [word for word in words if word]
    if not words or len(words) > _MAX_WORDS or not any(c.isalpha() for c in text):
        return False
    return _begins_as_name(words) and not _holds_clause(words) and _ends_as_name(text, words)


def _counts(text: str) -> bool:
    """Whether words with a digit tell how many, which or when."""
    furniture = _FURNITURE.match(text) or _DATE.fullmatch(text)
    return bool(furniture or _COUNTED.fullmatch(text) or _QUANTITY.search(text))


def _begins_as_name(words: list[str]) -> bool:
    first = words[0].casefold()
    if len(words) < 4 and not PREPOSITIONAL_NAMES.isdisjoint(" ".join(words[:size]).casefold() for size in (2, 3)):
        return True  # "On demand", "On demand mode"
    if len(words) > 1 and _is_said_or_done(first, words):
        return False
    if first in _OF_ANOTHER or (first in _MOST and len(words) > 1) or (len(words) == 1 and first in _AMOUNTS):
        return False
    if len(words) > 1 and (first in _TOLD_APART or (first, words[1]) == ("work", "with")) and words[1].islower():
        return False
    if len(words) > 2 and (first, words[1].casefold()) == ("open", "source"):
        return True
    zoned = (
        first in _COUNTS and len(words) > 2 and all(word[0].isupper() for word in words) and words[-1].isupper()
    )  # "One Zone IA"
    if (first in DETERMINERS and not zoned) or (
        len(words) > 1 and first in IMPERATIVES and not has_proper_shape(words[0])
    ):
        return False
    if len(words) > 2 and (
        first in STATING_VERBS or (first in _PARTICIPLES and words[1].casefold() in _NOT_LAST | _AROUND)
    ):
        return False  # "Manages identities for apps", "Built around credentials"
    if len(words) == 1:
        return first not in NOT_STARTING_NAMES
    noun = first in NOUNS_TOO and len(words) == 2  # "Read replicas"
    titled = (_is_titled(words) or (first == "open" and words[1][0].isupper())) and first not in _FOR_WHAT
    return first not in NOT_STARTING_NAMES or noun or titled or has_proper_shape(words[0])


def _is_said_or_done(first: str, words: list[str]) -> bool:
    """`Benefits of X`, `Break the glass`, `Run locally`, `automatically rotated`: what is said of a thing or done with it."""
    second = words[1].casefold()
    done = len(first) > len("need") and first.endswith("ed") and second in _BY_WHAT
    told = (first in TASK_VERBS and words[-1].endswith("ly")) or first in _SAYING
    told = told or (first.endswith("ly") and words[-1].endswith("ed") and words[-1].islower())
    longer = len(words) > 2
    said = longer and first.removesuffix("s") in _SAID_OF and words[1] in _NOT_LAST | _AGAINST
    return done or told or said or (longer and words[1] in _DETERMINERS)


def _holds_clause(words: list[str]) -> bool:
    """Whether the words are an instruction or a statement: "Tighten up the schema", "Data Catalog stores metadata"."""
    low = [word.casefold() for word in words]
    if "or" in low[1:] or (len(words) > 1 and words[1].islower() and _is_third_person(low[0])):
        return True  # "SSL or TLS" are two, "Controls permissions" is said of something
    if len(words) > 2 and low[0] in TASK_VERBS and _OBJECT_MARKS & set(low[1:-1]):
        return True
    if len(words) > 2 and any(word in STATING_VERBS | _FINITE and word in words for word in low[1:-1]):
        return True
    if len(low) > 2 and low[-1] in ("up", "down", "out", "off") and low[-2].endswith("s"):
        return True  # "Firmware boots up"
    titled = _is_titled(words)
    last = low[-1] if len(low) == 2 else ""  # "Write through"
    if titled and low[-1] == "used" and low[-2].endswith("ly"):
        return False  # "Least Recently Used"
    if any(word in NOT_IN_NAMES and not (word in _IN_TITLES and (titled or word == last)) for word in low):
        return True
    return bool(_LINKING & set(low)) and not all(w[0].isupper() for w in words if w.casefold() not in _LINKING)


def _is_third_person(word: str) -> bool:
    verb = word.removesuffix("s")
    return verb != word and (verb in IMPERATIVES or (verb in TASK_VERBS and verb not in NOUNS_TOO))


def _ends_as_name(text: str, words: list[str]) -> bool:
    last = words[-1].casefold()
    if (
        "," in text
        or last in _NOT_LAST
        or (len(words) > 1 and (last in _ALL_OF or last in _SHOWN))
        or _PART_END.search(text)
        or "#" in _SHARP.sub("", text[1:])
    ):
        return False
    verb = last in IMPERATIVES and not text.isupper()
    if len(words) > 1 and (last in _SAYS or (last in _HAPPENED and words[-1].islower())):
        return False  # "AWS owner creates", "Maximum performance needed"
    return not (len(words) == 1 and (words[0].casefold() in GENERIC_HEADINGS or len(text) < 2 or verb))


def _is_titled(words: list[str]) -> bool:
    return 1 < len(words) < 4 and all(word[0].isupper() for word in words)


def is_nameable(text: str) -> bool:
    """Return whether words may be a name where the author's form says that they are one: sides of "A vs B".

    A single ordinary word that would be too general elsewhere ("availability") counts here.
    """
    return is_name(text) or (text.isalpha() and len(text) > 2 and text.casefold() not in DETERMINERS)
