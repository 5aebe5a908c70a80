"""Finding known names in running text: the longest name at each place, folded as names are."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from graph.names import fold_name, fold_token, fold_words

__all__ = ["Found", "KnownNames"]

_WORD = re.compile(r"[\w.+#]*[\w+#]")
_MAX_WORDS = 8
_WITHIN = " -/\u00a0'&_‑"  # what may stand between the words of one name


@dataclass(frozen=True, slots=True)
class Found:
    """A known name in a text: where it stands, how it is written there, and its key."""

    start: int
    end: int
    key: str
    vendor: bool = False


class KnownNames:
    """Looks names up in text. Cost: O(words of the text), a few dictionary probes each."""

    def __init__(self, names: Iterable[tuple[str, str]], vendors: frozenset[str] = frozenset()) -> None:
        """`names` gives (name, key); of one folded name the first key counts. A vendor before a name belongs to it."""
        self._vendors = vendors
        self._keys: dict[str, str] = {}
        self._shared: set[str] = set()
        self._done: dict[tuple[str, bool], list[Found]] = {}
        self._ordinary: dict[str, bool] = {}
        self._capitals: set[str] = set()  # "CAN" is no "can"; what the lexicon knows may be written small
        self._longest: dict[str, int] = {}
        for name, key in names:
            words = fold_words(name)
            folded = "".join(words)
            if not words or len(words) > _MAX_WORDS or (len(folded) < 2):
                continue
            if self._keys.setdefault(folded, key) != key:
                self._shared.add(folded)
            plain = " " not in name and name[1:] == name[1:].lower() and not any(c.isdigit() for c in name)
            if name.isupper() and name.strip(".-").isalpha() and not key.startswith("="):
                self._capitals.add(folded)
            self._ordinary[folded] = self._ordinary.get(folded, True) and plain
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
        words = [(*m.span(), fold_token(m[0])) for m in _WORD.finditer(text)]
        found: list[Found] = []
        longest, free = self._longest, 0
        for place, word in enumerate(words):
            if word[2] not in longest or place < free:
                continue
            size = self._match(text, words, place, inside)
            if size:
                folded = "".join(word[2] for word in words[place : place + size])
                first = place - 1 if self._vendor_before(text, words, place) else place
                if found and found[-1].end > words[first][0]:
                    found.pop()
                found.append(
                    Found(words[first][0], words[place + size - 1][1], self._keys[folded], folded in self._vendors)
                )
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

    def _vendor_before(self, text: str, words: list[tuple[int, int, str]], place: int) -> bool:
        return place > 0 and words[place - 1][2] in self._vendors and not _broken(text, words, place - 1, 2)

    def _match(self, text: str, words: list[tuple[int, int, str]], place: int, inside: bool) -> int:
        longest = min(self._longest[words[place][2]], len(words) - place)
        folded = ""
        sizes: list[tuple[int, str]] = []
        for size in range(1, longest + 1):
            folded += words[place + size - 1][2]
            if folded in self._keys:
                sizes.append((size, folded))
        for size, folded in reversed(sizes):
            if _broken(text, words, place, size):
                continue
            if (
                size == 1
                and folded in self._capitals
                and not text[words[place][0] : words[place][1]].rstrip("s").isupper()
            ):
                continue
            if size > 1 or not self._ordinary[folded]:
                return size
            start = words[place][0]
            before = text[:start].rstrip()[-1:]
            if text[start].isupper() and (before not in ("", ".", ":", "!", "?", "-", "–") or (inside and not before)):
                return size
        return 0


def _broken(text: str, words: list[tuple[int, int, str]], place: int, size: int) -> bool:
    """A name does not go over the end of a sentence, a comma or a parenthesis."""
    return any(text[words[i][1] : words[i + 1][0]].strip(_WITHIN) for i in range(place, place + size - 1))
