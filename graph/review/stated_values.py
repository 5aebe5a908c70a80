"""A number with its unit, as a clause states it, and what it is the number of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from graph.review.clauses import Clause
from graph.words import STOP_WORDS, cut_words, stem_word, stems

__all__ = ["Value", "read_value"]

_NUMBER = re.compile(
    r"(?<![\w.,$€£-])(?P<money>[$€£])?(?P<number>\d[\d,]*(?:\.\d+)?)(?P<gap>\s?)(?P<unit>%|[^\W\d_]+(?!\w))?"
    r"(?P<per>\s*/\s*[a-zA-Z]+|\s+per\s+\w+|\s+an?\s+(?:second|minute|hour|day|month|year))?"
)
_ANY_NUMBER = re.compile(r"(?<![A-Za-z\d.-])\d[\d.,]*")
_COUNTED = "one two three four five six seven eight nine ten eleven twelve".split()
_NUMBER_WORD = re.compile(rf"\b({'|'.join(_COUNTED)})\b(?=\s[a-z])", re.IGNORECASE)
_TIMES = {
    60**0: "s sec second",
    60: "min minut",
    3600: "h hr hour",
    86_400: "day",
    7 * 86_400: "week",
    30 * 86_400: "month",
    365 * 86_400: "year",
}
_SECONDS = {
    "ms": 0.001,
    "millisecond": 0.001,
    **{name: base for base, names in _TIMES.items() for name in names.split()},
}
_SIZES = {f"{sign}{form}": 1024.0**power for power, sign in enumerate("kmgtp", 1) for form in ("b", "ib")}
_BYTES = {"b": 1, "byte": 1, **_SIZES}
_DIMENSIONS: Mapping[str, Mapping[str, float]] = {"bytes": _BYTES, "seconds": _SECONDS}
_MAX = re.compile(
    r"\b(?:max(?:imum)?|up to|at most|largest|longest|(?:upper )?limit(?:ed)?(?: to| of| is)?|as many as)\b",
    re.IGNORECASE,
)
_MIN = re.compile(r"\b(?:min(?:imum)?|at least|smallest|shortest)\b", re.IGNORECASE)
_DEFAULT = re.compile(r"\b(?:by default|default(?:s)?(?: to| is| of)?)\b", re.IGNORECASE)
_LIGHT = frozenset(  # stems of words that a measure goes with, whatever it measures
    """
    is are be has have had can take support allow provid offer use set come get give hold contain store keep run accept
    handl includ size length number count valu amount
    """.split()
)
_LABEL = 3  # words beside the value, in a line that is a label and its value
_NAMED_BY_NUMBER = frozenset(
    "port version layer step chapter part section tier level page http status error rfc".split()
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Value:
    """`amount` in the base of its `dimension` (s, bytes, or the thing counted); `of` are the stems of the words around it."""

    clause: Clause
    amount: float
    dimension: str
    bound: frozenset[str]  # "max", "min", "default"
    of: frozenset[str]
    matter: str  # the clause with a blank for the value, to be read


def read_value(clause: Clause) -> Value | None:
    """Return the one number with a unit that the clause states, nothing where it has none or several."""
    text = _NUMBER_WORD.sub(lambda m: str(_COUNTED.index(m[1].casefold()) + 1), clause.text)
    numbers = _ANY_NUMBER.findall(text)
    found = _NUMBER.search(text)
    if found is None or len(numbers) != 1:
        return None
    measured = _measure(found)
    before = cut_words(text[: found.start()])[-1:]
    if measured is None or _NAMED_BY_NUMBER.intersection(before):
        return None
    amount, dimension = measured
    rest = f"{text[: found.start()]} {text[found.end() :]}"
    bound = frozenset(name for name, sign in (("max", _MAX), ("min", _MIN), ("default", _DEFAULT)) if sign.search(rest))
    matter = f"{text[: found.start()]}…{text[found.end() :]}".strip(" :-–—")
    for sign in (_MAX, _MIN, _DEFAULT):
        rest = sign.sub(" ", rest)
    of = frozenset(_content(rest)) or frozenset(stems(rest))
    if not _tells_of_what(of, bound, rest, anchored=clause.anchored):
        return None
    return Value(clause=clause, amount=amount, dimension=dimension, bound=bound, of=of, matter=matter)


def _tells_of_what(of: frozenset[str], bound: frozenset[str], rest: str, *, anchored: bool) -> bool:
    """Whether the `rest` of the clause is enough to know what its value is the value of."""
    labelled = len(rest.split()) <= _LABEL  # "Retention: 4 days", "Max 12 hours"
    return len(of) > 1 or bool(of and (bound or labelled)) or bool(bound and (anchored or not rest.strip()))


def _measure(found: re.Match[str]) -> tuple[float, str] | None:
    amount = float(found["number"].replace(",", "") or 0)
    per = "/" + stem_word(re.split(r"\W+", found["per"].strip())[-1].casefold()) if found["per"] else ""
    if found["money"]:
        return amount, f"money{per}"
    unit = (found["unit"] or "").casefold()
    stem = stem_word(unit)
    if not unit or unit in STOP_WORDS or found.string[found.end("unit") :].startswith((" of", "-")):
        return None
    for dimension, units in _DIMENSIONS.items():
        factor = units.get(unit, units.get(stem))
        if factor is not None:
            return amount * factor, f"{dimension}{per}"
    if unit == "%":
        return amount, f"%{per}"
    counted = bool(found["gap"]) and found["unit"][0].islower()  # not "3rd", "5xx", "Windows 11 Pro"
    return (amount, f"{stem}{per}") if counted else None


def _content(text: str) -> Iterator[str]:
    for word in cut_words(text):
        stem = stem_word(word)
        if word not in STOP_WORDS and stem not in _LIGHT:
            yield stem
