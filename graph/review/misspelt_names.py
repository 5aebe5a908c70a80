"""Names that are one slip away from a name the notes know well.

A slip is told where the notes themselves show it, since no word list knows their names: the wrong form is rare, the
right one a concept's name and more frequent, and the wrong form is no word that stands anywhere else.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from graph.model import ConceptId, NoteId, Span
from graph.names import fold_name
from graph.review.finding import Observation, Quote
from graph.review.material import Material, plain_text
from graph.review.one_slip import SlipIndex
from graph.words import split_camel

__all__ = ["find_misspelt_names"]

_WORD = re.compile(r"[^\W_]+(?:\.[^\W_]+)*")
_RARE = 2  # times that a slip is made at most
_SHOWN = 3


@dataclass(slots=True)
class _Prose:
    """The notes' words: how often each stands there, in lower case, as written, in pairs, and where the rare ones do."""

    low: Counter[str] = field(default_factory=Counter)
    written: Counter[str] = field(default_factory=Counter)
    pairs: Counter[tuple[str, str]] = field(default_factory=Counter)
    joined: Counter[str] = field(default_factory=Counter)
    places: dict[str, list[Span]] = field(default_factory=lambda: defaultdict(list))

    def take(self, span: Span, text: str) -> None:
        words = _WORD.findall(text)
        folded = [word.casefold() for word in words]
        self.low.update(folded)
        self.written.update(words)
        self.joined.update(folded)
        for first, second in pairwise(folded):
            self.pairs[first, second] += 1
            self.joined[first + second] += 1
        for word in folded:
            if len(self.places[word]) <= _RARE:
                self.places[word].append(span)


def find_misspelt_names(material: Material) -> Iterator[Observation]:
    """Yield each misspelt word with its lines and one that has it right."""
    prose = _read(material)
    names = _names(material)
    slips = {**_slips_in_phrases(material, prose), **_slips_of_names(names, prose)}
    for wrong, right in sorted(slips.items()):
        spelt = next(word for word in sorted(prose.written) if word.casefold() == wrong)
        wrongs = tuple(dict.fromkeys(prose.places[wrong]))
        rights = tuple(dict.fromkeys(_right_places(material, prose, right, wrongs[0].path)))[:1]
        yield Observation(
            about=spelt,
            quotes=tuple(Quote(span, material.quoted(span), "unsure") for span in wrongs[:_SHOWN])
            + tuple(Quote(span, material.quoted(span), "known") for span in rights),
            reason=f"{spelt!r} is one letter away from {names.get(right, right)!r}, which stands in the notes"
            f" {prose.joined[right]} times, and is found nowhere else",
            remedy=f"correct it if {names.get(right, right)!r} is meant",
        )


def _read(material: Material) -> _Prose:
    prose = _Prose()
    for heading in material.headings:
        prose.take(heading.span, plain_text(heading.text))
    for blocks in material.blocks.values():
        for block in blocks:
            prose.take(block.span, block.text)
    return prose


def _names(material: Material) -> dict[str, str]:
    """Each name's words in lower case, joined -> the name; the shortest of several."""
    found: dict[str, str] = {}
    for name in sorted({name.name for concept in material.knowledge.concepts for name in concept.names}):
        joined = "".join(_WORD.findall(name)).casefold()
        if joined not in found or len(name) < len(found[joined]):
            found[joined] = name
    return found


def _slips_of_names(names: Mapping[str, str], prose: _Prose) -> dict[str, str]:
    """Words with capitals or digits inside, and capitalised words, that are nearly a name never written small."""
    index = SlipIndex(name for name in names if prose.joined[name] > 1)
    found: dict[str, str] = {}
    for word, count in prose.written.items():
        low = word.casefold()
        if not word.isascii() or prose.low[low] > _RARE or not any(c.isupper() for c in word):
            continue
        for name in index.find(low):
            if prose.joined[name] >= 2 * count and _may_mean(word, names[name], name, prose):
                found.setdefault(low, name)
    return found


def _may_mean(word: str, spelt: str, name: str, prose: _Prose) -> bool:
    """Capitals or digits inside show that a word is meant as a name; any other has to be near one that cannot be a word."""
    inner = any(c.isupper() or c.isdigit() for c in word[1:]) and not word.isupper()
    return _differs_in_no_word(word, spelt, prose) if inner else _is_proper(spelt, name, prose)


def _differs_in_no_word(word: str, name: str, prose: _Prose) -> bool:
    """Its parts are words of their own nowhere, or the name's: "PutItem" is no slip for "CutItem" where notes know to cut."""
    right = set(split_camel(name))
    return not any(prose.low[part] for part in split_camel(word) if part.isalpha() and part not in right)


def _is_proper(spelt: str, name: str, prose: _Prose) -> bool:
    """A name that is never written small, in capitals throughout or in several words, and often enough to be known."""
    return spelt.istitle() and spelt.isalnum() and prose.written[name] == 0 and prose.joined[name] > _RARE


def _slips_in_phrases(material: Material, prose: _Prose) -> dict[str, str]:
    """A rare word of a name, where the other words stand more than once beside a frequent word it may be a slip for."""
    index = SlipIndex(word for word, count in prose.low.items() if count > _RARE and word.isalpha())
    beside = _kin(material)
    found: dict[str, str] = {}
    for concept, words, place in _rare_words(material, prose):
        word = words[place]
        kin: Collection[str] = beside.get(concept, ()) if len(words) == 1 else ()
        for right in index.find(word):
            alike = word[:2] == right[:2] and word[-2:] == right[-2:]
            if alike and (right in kin or _is_phrased(words, place, right, prose)):
                found.setdefault(word, right)
    return found


def _rare_words(material: Material, prose: _Prose) -> Iterator[tuple[ConceptId, list[str], int]]:
    """Each rare word of a concept's name: the concept, the name's words in lower case, and which of them it is."""
    for concept in material.knowledge.concepts:
        for name in concept.names:
            words = [word.casefold() for word in _WORD.findall(name.name)]
            for place, word in enumerate(words):
                if 0 < prose.low[word] <= _RARE and word.isascii() and len(word) >= 5:
                    yield concept.id, words, place


def _is_phrased(words: Sequence[str], place: int, right: str, prose: _Prose) -> bool:
    """Whether the notes have `right` in this place more than once, beside the name's word before or after it."""
    before = words[place - 1] if place else ""
    after = words[place + 1] if place + 1 < len(words) else ""
    return prose.pairs[before, right] > 1 or prose.pairs[right, after] > 1


def _kin(material: Material) -> dict[str, set[str]]:
    """Concept -> the last words of the names of what else is a part, option or kind of the same thing."""
    members: dict[str, set[str]] = defaultdict(set)
    wholes: dict[str, set[str]] = defaultdict(set)
    for relation in material.knowledge.relations:
        if relation.type in ("part_of", "option_of", "is_a"):
            members[relation.target].add(relation.source)
            wholes[relation.source].add(relation.target)
    lasts = {
        concept.id: {_WORD.findall(name.name)[-1].casefold() for name in concept.names if _WORD.search(name.name)}
        for concept in material.knowledge.concepts
    }
    return {
        member: {last for whole in wholes[member] for other in members[whole] - {member} for last in lasts[other]}  # type: ignore[index]
        for member in sorted(wholes)
    }


def _right_places(material: Material, prose: _Prose, right: str, path: NoteId) -> list[Span]:
    """Where the right form stands, in the same note first."""
    spans = prose.places.get(right, []) or [
        name.evidence.span
        for concept in material.named.get(fold_name(right), ())
        for name in material.concepts[concept].names
    ]
    return sorted(spans, key=lambda span: (span.path != path, span))
