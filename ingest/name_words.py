"""How the words of a name begin, run on and end, and which words look like a proper name wherever they stand."""

from __future__ import annotations

import re
from functools import lru_cache

from ingest.english import (
    DETERMINERS,
    GENERIC_HEADINGS,
    IMPERATIVES,
    NOT_IN_NAMES,
    NOT_STARTING_NAMES,
    NOUNS_TOO,
    PREPOSITIONAL_NAMES,
    STATING_VERBS,
    TASK_VERBS,
)

__all__ = ["begins_as_name", "ends_as_name", "has_proper_shape", "holds_clause"]

_LINKING = frozenset(
    ["a", "an", "to", "with", "from", "by", "few", "some"]
)  # inside a name only between capitalised words
_IN_TITLES = frozenset(["through", "into", "before", "after", "within", "without", "above", "below"])  # "Write Through"
_NOT_LAST = frozenset("like of to in for and or with a an the at on by from as is are into".split())
_FOR_WHAT = frozenset("for from by as of with when if how why in on at to".split())  # "For Facebook"
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
_STATED = STATING_VERBS | _FINITE
_WHERE_DONE = _NOT_LAST | {"around", "through", "via", "using", "over", "across"}
# "Possible actions", "Further considerations" name what depends on the text around them.
_OF_ANOTHER = frozenset(["possible", "further", "additional", "various", "several", "different"])
# "Benefits of X", "Advantage over Y": what is said of a thing, and no thing.
_SAID_OF = frozenset(
    "advantage disadvantage benefit drawback downside limitation difference purpose reason importance example goal problem"
    " issue pitfall challenge alternative".split()
)
_BEHIND_SAID = _NOT_LAST | {"against", "over", "between"}
_TOLD_APART = frozenset(["new", "old", "same", "next", "previous"])  # "Old console": by what stands beside it
_MOST = frozenset("highest lowest largest smallest fastest slowest biggest cheapest latest earliest oldest".split())
_AMOUNTS = frozenset(["maximum", "minimum", "max", "min", "average", "total", "default", "overall"])
_NO_NAME_ALONE = _OF_ANOTHER | _AMOUNTS | DETERMINERS | NOT_STARTING_NAMES
# "Secrets Manager Example", "Read more": a part of the text, a way to another one.
_SHOWN = frozenset("example examples demo demos walkthrough screenshot screenshots exercise exercises more".split())
_NOT_BEHIND_OTHERS = _ALL_OF | _SHOWN | _SAYS  # "AWS owner creates"
_CACHED = 20_000  # the same words come again and again in a set of notes


def has_proper_shape(word: str) -> bool:
    """Return whether a name looks like a proper one wherever it stands: an inner capital, capitals only, a digit.

    Of several words one has to look so.
    """
    return any(map(_word_has_proper_shape, word.split()))


@lru_cache(maxsize=_CACHED)
def _word_has_proper_shape(word: str) -> bool:
    letters = list(filter(str.isalpha, word))
    capitals = sum(map(str.isupper, letters))
    if not capitals:
        return False
    inner = any(map(str.isupper, filter(str.isalpha, word[1:])))
    return (capitals >= 2 and inner) or any(map(str.isdigit, word))


def begins_as_name(words: list[str]) -> bool:
    """Return whether the first words may begin a name."""
    first = words[0].casefold()
    if len(words) == 1:
        return first not in _NO_NAME_ALONE
    if _begins_with_preposition(words):
        return True
    if _is_said_or_done(first, words) or _is_told_apart(first, words):
        return False
    if len(words) > 2 and (first, words[1].casefold()) == ("open", "source"):
        return True
    if (first in DETERMINERS and not _is_zoned(first, words)) or _begins_with_verb(first, words):
        return False
    return first not in NOT_STARTING_NAMES or _is_named_so(first, words)


def _begins_with_preposition(words: list[str]) -> bool:
    """`On demand`, `On demand mode`."""
    return len(words) < 4 and not PREPOSITIONAL_NAMES.isdisjoint(" ".join(words[:size]).casefold() for size in (2, 3))


def _is_said_or_done(first: str, words: list[str]) -> bool:
    """`Benefits of X`, `Break the glass`, `Quiz answers`: what is said of a thing or done with it."""
    if len(words) > 2 and (words[1] in _DETERMINERS or _is_said_of(first, words[1])):
        return True
    return first in _SAYING or _is_done(first, words)


def _is_said_of(first: str, second: str) -> bool:
    return first.removesuffix("s") in _SAID_OF and second in _BEHIND_SAID


def _is_done(first: str, words: list[str]) -> bool:
    """`Billed per hour`, `Run locally`, `automatically rotated`."""
    if first.endswith("ed") and len(first) > len("need") and words[1].casefold() in _BY_WHAT:
        return True
    if first in TASK_VERBS and words[-1].endswith("ly"):
        return True
    return first.endswith("ly") and words[-1].endswith("ed") and words[-1].islower()


def _is_told_apart(first: str, words: list[str]) -> bool:
    """`Further considerations`, `Highest throughput`, `Old console`: one among others, which only the text around tells."""
    return first in _OF_ANOTHER or first in _MOST or (first in _TOLD_APART and words[1].islower())


def _is_zoned(first: str, words: list[str]) -> bool:
    """`One Zone IA`."""
    return first in _COUNTS and len(words) > 2 and all(word[0].isupper() for word in words) and words[-1].isupper()


def _begins_with_verb(first: str, words: list[str]) -> bool:
    """`Rebuild the index`, `Manages identities for apps`, `Built around credentials`."""
    if (first in IMPERATIVES and not has_proper_shape(words[0])) or (first, words[1]) == ("work", "with"):
        return True
    if len(words) == 2:
        return False
    return first in STATING_VERBS or (first in _PARTICIPLES and words[1].casefold() in _WHERE_DONE)


def _is_named_so(first: str, words: list[str]) -> bool:
    """Whether words are a name though the first one rarely begins one: `Read replicas`, `Open Policy Agent`."""
    if first in NOUNS_TOO and len(words) == 2:
        return True
    titled = _is_titled(words) or (first == "open" and words[1][0].isupper())
    return (titled and first not in _FOR_WHAT) or has_proper_shape(words[0])


def holds_clause(words: list[str]) -> bool:
    """Return whether the words are an instruction or a statement: "Tighten up the schema", "Data Catalog stores metadata"."""
    low = [word.casefold() for word in words]
    if "or" in low[1:] or (len(words) > 1 and _is_statement(words, low)):
        return True  # "SSL or TLS" are two
    titled = _is_titled(words)
    if titled and low[-1] == "used" and low[-2].endswith("ly"):
        return False  # "Least Recently Used"
    return _joins_clause(low, titled=titled) or _links_plain_words(words, low)


def _is_statement(words: list[str], low: list[str]) -> bool:
    """`Controls permissions`, `Tighten up the schema`, `Price depends on size`."""
    if words[1].islower() and _is_third_person(low[0]):
        return True
    return len(words) > 2 and (_tells_to_do(low) or _states(words, low))


def _is_third_person(word: str) -> bool:
    verb = word.removesuffix("s")
    return verb != word and (verb in IMPERATIVES or (verb in TASK_VERBS and verb not in NOUNS_TOO))


def _tells_to_do(low: list[str]) -> bool:
    return low[0] in TASK_VERBS and not _OBJECT_MARKS.isdisjoint(low[1:-1])


def _states(words: list[str], low: list[str]) -> bool:
    """`Price depends on size`, `Firmware boots up`."""
    if any(word in _STATED and word in words for word in low[1:-1]):
        return True
    return low[-1] in ("up", "down", "out", "off") and low[-2].endswith("s")


def _joins_clause(low: list[str], *, titled: bool) -> bool:
    """Whether a word stands here that no name has; `Write Through` and "Write through" have theirs."""
    last = low[-1] if len(low) == 2 else ""
    return any(word in NOT_IN_NAMES and not (word in _IN_TITLES and (titled or word == last)) for word in low)


def _links_plain_words(words: list[str], low: list[str]) -> bool:
    """`Access to data`, where "Bring Your Own License to Azure" is written as a name."""
    return not _LINKING.isdisjoint(low) and not all(w[0].isupper() for w in words if w.casefold() not in _LINKING)


def ends_as_name(text: str, words: list[str]) -> bool:
    """Return whether the last word may end a name; `text` is the name as it is written, its `words` without signs."""
    last = words[-1].casefold()
    if "," in text or last in _NOT_LAST or _PART_END.search(text) or "#" in _SHARP.sub("", text[1:]):
        return False
    if len(words) == 1:
        verb = last in IMPERATIVES and not text.isupper()
        return not (verb or last in GENERIC_HEADINGS or len(text) < 2)
    happened = last in _HAPPENED and words[-1].islower()  # "Maximum performance needed"
    return not (happened or last in _NOT_BEHIND_OTHERS)


def _is_titled(words: list[str]) -> bool:
    return 1 < len(words) < 4 and all(word[0].isupper() for word in words)
