"""Numbers with their units, so that 15 min is 15 minutes and neither is 15 MB."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from graph.words import stem_word

__all__ = ["Quantity", "quantities", "without_quantities"]

_NUMBER = re.compile(
    r"(?<![\w.,/:#-])(?P<money>[$€£])?(?P<number>\d[\d,]*(?:\.\d+)?)(?![\d.,:/]*[\d:])(?!['’]|s of\b)"
    r"(?:(?P<through>\s*(?:-|–|to)\s*)(?P<last>\d[\d,]*(?:\.\d+)?))?"
    r"\+?(?:\s*(?P<percent>%)|(?P<gap>[ \u00a0-]?)(?P<unit>[A-Za-zµ]+)(?:/(?P<per>[A-Za-z]+))?)?"
)

_SECOND, _BYTE = "time", "size"
_UNITS: dict[str, tuple[str, Fraction]] = {
    **dict.fromkeys(("ms", "millisecond", "msec"), (_SECOND, Fraction(1, 1000))),
    **dict.fromkeys(("s", "sec", "second"), (_SECOND, Fraction(1))),
    **dict.fromkeys(("m", "min", "minute"), (_SECOND, Fraction(60))),
    **dict.fromkeys(("h", "hr", "hour"), (_SECOND, Fraction(3600))),
    **dict.fromkeys(("d", "day"), (_SECOND, Fraction(86_400))),
    "week": (_SECOND, Fraction(7 * 86_400)),
    "month": ("months", Fraction(1)),  # no whole number of days
    **dict.fromkeys(("yr", "year"), ("months", Fraction(12))),
    **dict.fromkeys(("b", "byte"), (_BYTE, Fraction(1))),
    **{
        name: (_BYTE, Fraction(1024**power))
        for power, prefix in enumerate(("kilo", "mega", "giga", "tera", "peta"), 1)
        for name in (f"{prefix[0]}b", f"{prefix[0]}ib", f"{prefix}byte")
    },
    **{
        name: ("bandwidth", Fraction(1000**power)) for power, name in enumerate(("bps", "kbps", "mbps", "gbps", "tbps"))
    },
}
_NO_UNIT = frozenset("a an and as at by for from in is of on or per than that the to when with x".split())


@dataclass(frozen=True, slots=True, order=True)
class Quantity:
    """`unit` is what is counted: "time" in seconds, "size" in bytes, "percent", "money", or the stem of the counted noun."""

    unit: str
    amount: Fraction


def quantities(text: str) -> tuple[Quantity, ...]:
    """Return each quantity of a text in order; version numbers, addresses, times of day and parts of names are none."""
    return tuple(quantity for found in _NUMBER.finditer(text) for quantity in _read(found))


def without_quantities(text: str) -> str:
    """Return the text with the numbers and the units of measure taken out; a noun that is counted stays."""
    return _NUMBER.sub(lambda found: f" {found['unit'] or ''} " if _measure(found["unit"]) is None else " ", text)


def _read(found: re.Match[str]) -> Iterator[Quantity]:
    named = _unit(found)
    if named is None:
        return
    for number in (found["number"], found["last"]):
        if number:
            yield Quantity(named[0], Fraction(number.replace(",", "")) * named[1])


def _unit(found: re.Match[str]) -> tuple[str, Fraction] | None:
    if found["money"]:
        return "money", Fraction(1)
    if found["percent"]:
        return "percent", Fraction(1)
    word = (found["unit"] or "").lower()
    if not word or (found["gap"] and word in _NO_UNIT):
        return "", Fraction(1)
    measure = _measure(word)
    if measure is None and not found["gap"]:
        return None  # a name such as 2xx, or hundreds such as 100s
    name, factor = measure or (stem_word(word), Fraction(1))
    if not found["per"]:
        return name, factor
    per = _measure(found["per"])
    return f"{name}/{per[0] if per else stem_word(found['per'].lower())}", factor / (per[1] if per else 1)


def _measure(word: str | None) -> tuple[str, Fraction] | None:
    low = (word or "").lower()
    return _UNITS.get(low) or (_UNITS.get(low.removesuffix("s")) if len(low) > 2 else None)
