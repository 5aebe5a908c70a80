"""One abbreviation, several long forms: a slip where they share words, two things where they share none."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from graph.model import Expansion
from graph.names import fold_name, fold_words
from graph.review.counterparts import differ_in_language
from graph.review.finding import Observation, Quote
from graph.review.material import Material
from graph.words import STOP_WORDS, stem_word

__all__ = ["find_ambiguous_abbreviations", "find_disagreeing_expansions"]

_ENDING = re.compile(r"['’]\w+")  # "requests' ends", and endings that other languages put to foreign words
_Words = tuple[str, ...]


def find_disagreeing_expansions(material: Material) -> Iterator[Observation]:
    """Yield each abbreviation with two long forms that share words and differ in one, such as one letter read two ways."""
    for short, forms in _by_abbreviation(material):
        rivals = [a for a in forms if any(_disagree(a, b) and _in_one_language(forms[a], forms[b]) for b in forms)]
        if rivals:
            longs = [forms[words][0].long for words in rivals]
            yield Observation(
                about=short,
                quotes=_quotes(material, [forms[words] for words in rivals]),
                reason=f"{short} is spelt out as {' and as '.join(map(repr, longs))}; one is a slip, or these are two things",
                remedy="keep the right one; where both are meant, tell them apart by name",
            )


def find_ambiguous_abbreviations(material: Material) -> Iterator[Observation]:
    """Yield each abbreviation whose long forms share no word: it stands for two things."""
    for short, forms in _by_abbreviation(material):
        apart = [a for a in forms if all(a == b or not _meet(a, b) for b in forms)]
        if len(apart) > 1 and all(_in_one_language(forms[apart[0]], forms[words]) for words in apart[1:]):
            longs = [forms[words][0].long for words in apart]
            yield Observation(
                about=short,
                quotes=tuple(
                    Quote(quote.span, quote.text, "for")
                    for quote in _quotes(material, [forms[words] for words in apart])
                ),
                reason=f"for a split: {short} stands for {' and for '.join(map(repr, longs))}, which share no word;"
                " against it: the notes write both with the same letters",
                remedy="write the long form where the shorter one can be misread",
            )


def _by_abbreviation(material: Material) -> Iterator[tuple[str, dict[_Words, list[Expansion]]]]:
    groups: dict[str, list[Expansion]] = defaultdict(list)
    for form in material.knowledge.report.expansions:
        groups[fold_name(form.short)].append(form)
    for forms in groups.values():
        by_words: dict[_Words, list[Expansion]] = defaultdict(list)
        for form in forms:
            if _initials_fit(form.short, form.long):
                by_words[_core(form)].append(form)
        if len(by_words) > 1:
            yield forms[0].short, dict(sorted(by_words.items()))


def _initials_fit(short: str, long: str) -> bool:
    """Every letter of a plain abbreviation begins a word, in order; nicknames and clipped words say nothing here."""
    if any(len(word) > 1 and word.isupper() for word in long.split()):
        return False  # another abbreviation in it: a sentence, and no long form
    letters = [c for c in short.rstrip("s").casefold() if c.isalpha()]
    initials = [word[:1] for word in fold_words(long)]
    place = 0
    for initial in initials:
        if place < len(letters) and initial == letters[place]:
            place += 1
    return 1 < place == len(letters)


def _core(form: Expansion) -> _Words:
    """The words that the letters stand for, stemmed: a vendor's name before them is no difference."""
    letters = [c for c in form.short.rstrip("s").casefold() if c.isalpha()]
    words = [word for word in fold_words(_ENDING.sub("", form.long)) if word not in STOP_WORDS]
    if "".join(word[0] for word in words).startswith("".join(letters)):
        words = words[: len(letters)]  # "solid state drive volumes (SSD)"
    elif len(words) > len(letters) and words[len(words) - len(letters)][:1] == letters[0]:
        words = words[len(words) - len(letters) :]
    return tuple(stem_word(word) for word in words)


def _in_one_language(a: Sequence[Expansion], b: Sequence[Expansion]) -> bool:
    return not all(differ_in_language(x.evidence.path, y.evidence.path) for x in a for y in b)


def _meet(a: _Words, b: _Words) -> bool:
    return bool(set(a) & set(b))


def _disagree(a: _Words, b: _Words) -> bool:
    """Two forms of equal length that share a word and have another in one place at least, not merely run together."""
    alike = all(x.startswith(y) or y.startswith(x) for x, y in zip(a, b, strict=False))  # "mapping" and "mapper"
    return len(a) == len(b) and _meet(a, b) and not alike and "".join(a) != "".join(b)


def _quotes(material: Material, groups: Sequence[Sequence[Expansion]]) -> tuple[Quote, ...]:
    first = [min(group, key=lambda form: form.evidence.span).evidence.span for group in groups]
    return tuple(Quote(span, material.quoted(span)) for span in sorted(set(first)))
