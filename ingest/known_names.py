"""Finding known names in running text: the longest name at each place, folded as names are."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import accumulate
from typing import NamedTuple

from graph.names import fold_name, fold_token, fold_words, is_ordinary_word
from ingest.class_nouns import CLASS_NOUNS

__all__ = ["Found", "KnownNames"]

_WORD = re.compile(r"([\w.+#]*[\w+#])")  # as a group: splitting by it gives the words and what parts them
_HYPHENED = re.compile(r"[A-Z][a-z]+-[A-Z]\w+")
_MAX_WORDS = 8
_WITHIN = " -/\u00a0'&_‑"  # what may stand between the words of one name


class Found(NamedTuple):
    """A known name in a text: where it stands, and its key. Made by the hundred thousand, so a tuple."""

    start: int
    end: int
    key: str
    vendor: bool = False


class KnownNames:
    """Looks names up in text. Cost: O(words of the text), a few dictionary probes each."""

    def __init__(
        self,
        names: Iterable[tuple[str, str]],
        vendors: frozenset[str] = frozenset(),
        anywhere: frozenset[str] = frozenset(),
    ) -> None:
        """`names` gives (name, key); of one folded name the first key counts. A vendor before a name belongs to it.

        The folded names in `anywhere` are names without a capital, too.
        """
        self._vendors = vendors
        self._keys: dict[str, str] = {}
        self._shared: set[str] = set()
        self._done: dict[tuple[str, bool], list[Found]] = {}
        self._ordinary: dict[str, bool] = {}
        self._hyphened: dict[str, bool] = {}  # "a new event" is no `New-Event`
        self._capitals: set[str] = set()  # "CAN" is no "can"; what the lexicon knows may be written small
        self._longest: dict[str, int] = {}
        for name, key in names:
            words = fold_words(name)
            if words and len(words) <= _MAX_WORDS and len("".join(words)) > 1:
                self._take_in(name, key, words, ordinary=is_ordinary_word(name) and "".join(words) not in anywhere)
        # Ordinary words that begin no longer name: only with a capital are they names, so most places need no look.
        self._single = {word for word, size in self._longest.items() if size == 1 and self._ordinary.get(word, False)}

    def _take_in(self, name: str, key: str, words: tuple[str, ...], *, ordinary: bool) -> None:
        folded = "".join(words)
        if self._keys.setdefault(folded, key) != key:
            self._shared.add(folded)
        dotted = name.startswith(".")  # ".NET" is no "net"
        if name.isupper() and name.strip(".-").isalpha() and (dotted or not key.startswith("=")):
            self._capitals.add(folded)
        self._hyphened[folded] = self._hyphened.get(folded, True) and bool(_HYPHENED.fullmatch(name))
        self._ordinary[folded] = self._ordinary.get(folded, True) and ordinary
        self._longest[words[0]] = max(self._longest.get(words[0], 0), len(words))
        self._longest[folded] = max(self._longest.get(folded, 0), 1)

    def find(self, text: str, *, inside: bool = False) -> list[Found]:
        """Return the names in the text, left to right, without overlaps; the longest wins.

        A single ordinary word is a name only where it is capitalised inside a sentence: "Query" is one, "query" is
        not. `inside` tells that the text itself begins inside a sentence.
        """
        done = self._done.get((text, inside))
        if done is None:
            done = self._done[text, inside] = self._find(text, inside=inside)
        return done

    def _find(self, text: str, *, inside: bool) -> list[Found]:
        parts = _WORD.split(text)
        tokens = parts[1::2]
        folded = [*map(fold_token, tokens)]
        keys, longest, single = self._keys, self._longest, self._single
        places = [
            place
            for place, word in enumerate(folded)
            if word in longest and (word not in single or not tokens[place][0].islower())
        ]
        if not places:
            return []
        words = _Words(text, parts, [*accumulate(map(len, parts))], tokens, folded)
        found: list[Found] = []
        free = 0
        for place in places:
            if place < free:
                continue
            behind = folded[place : place + longest[folded[place]]]
            known = [(size, name) for size, name in enumerate(accumulate(behind), 1) if name in keys]
            size = self._longest_fit(words, place, known, inside) if known else 0
            if size:
                name = "".join(folded[place : place + size])
                first = words.start(place - 1 if self._vendor_before(words, place) else place)
                if found and found[-1].end > first:
                    found.pop()
                found.append(Found(first, words.end(place + size - 1), self._keys[name], name in self._vendors))
            free = place + (size or 1)
        return found

    def key_of(self, name: str) -> str:
        """Return the key of exactly this name, folded, or nothing."""
        return self._keys.get(fold_name(name), "")

    def is_shared(self, name: str) -> bool:
        """Return whether two things have this name, folded."""
        return fold_name(name) in self._shared

    def is_vendor(self, name: str) -> bool:
        """Return whether the name is a vendor's alone, or begins with one and goes on in ordinary words."""
        words = fold_words(name)
        return bool(words) and words[0] in self._vendors and (len(words) == 1 or name.partition(" ")[2][:1].islower())

    def _vendor_before(self, words: _Words, place: int) -> bool:
        return place > 0 and words.folded[place - 1] in self._vendors and not words.broken(place - 1, 2)

    def _longest_fit(self, words: _Words, place: int, known: list[tuple[int, str]], inside: bool) -> int:
        """The words of the longest of the names that begin here and are written as names; 0 where none is."""
        for size, folded in reversed(known):
            if size > 1 and (words.broken(place, size) or (self._hyphened[folded] and words.is_small(place, size))):
                continue
            if folded in self._capitals and not all(map(_is_shouted, words.tokens[place : place + size])):
                continue  # "can" is no CAN, and "I am" no IAM
            if size > 1 or not self._ordinary[folded]:
                return size
            if not words.tokens[place][0].isupper():
                continue
            if folded in CLASS_NOUNS and self._ends_longer(words, place, inside):
                continue
            before = words.text[: words.start(place)].rstrip()[-1:]
            if before not in ("", ".", ":", "!", "?", "-", "–") or (inside and not before):
                return size
        return 0

    def _ends_longer(self, words: _Words, place: int, inside: bool) -> bool:
        """Whether a class noun is the end of a name that nothing knows: `Database` in "runs on Acme SQL Database"."""
        before = place - 1
        if before < (0 if inside else 1) or words.broken(before, 2):
            return False
        return words.tokens[before][0].isupper() and words.folded[before] not in self._vendors


def _is_shouted(word: str) -> bool:
    return word.rstrip("s").isupper() or word.startswith(".")


class _Words(NamedTuple):
    """The words of a text, as they stand and folded, and what stands between them."""

    text: str
    parts: Sequence[str]  # what stands before the first word, the word, what stands behind it, the next word ...
    ends: Sequence[int]  # of the parts
    tokens: Sequence[str]
    folded: Sequence[str]

    def start(self, place: int) -> int:
        return self.ends[2 * place]

    def end(self, place: int) -> int:
        return self.ends[2 * place + 1]

    def is_small(self, place: int, size: int) -> bool:
        return self.text[self.start(place) : self.end(place + size - 1)].islower()

    def broken(self, place: int, size: int) -> bool:
        """A name does not go over the end of a sentence, a comma or a parenthesis."""
        return any(gap.strip(_WITHIN) for gap in self.parts[2 * place + 2 : 2 * (place + size) : 2])
