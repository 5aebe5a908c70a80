"""Which names a note treats as proper ones: written with a capital inside its sentences, and not in small letters besides.

The form of a heading or of a list item tells nothing, both begin with a capital anyway; running text does.
"""

from __future__ import annotations

import re
from functools import lru_cache

from ingest.document import BlockKind, Document
from ingest.node_names import has_proper_shape

__all__ = ["ProperNouns"]

_WORD = re.compile(r"[A-ZÀ-ÖØ-Þ][\w.+#/-]*(?<=[\w+#])")
# A small word, and the words with a capital or a digit that stand behind it in the same clause.
_SMALL = re.compile(
    r"(?<![\w.+#/-])([a-zß-öø-ÿ][\w.+#/-]*(?<=[\w+#]))((?:[ ,'\"(*]++[A-ZÀ-ÖØ-Þ\d][\w.+#/-]*(?<=[\w+#]))*)"
)
_ENGLISH = frozenset("the of and to is in for that with are by from on as it an be can this which or you".split())
_ENGLISH_SHARE = 0.05  # of the small words; English prose has about three in ten, lists in English one in ten
_ENOUGH = 60  # small words that tell
_TEXT = (BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.DESCRIPTION)
_LONGEST_ABBREVIATION = 6


class ProperNouns:
    """What the running text of one note shows of its names. Cost: one pass over its words."""

    def __init__(self, document: Document) -> None:
        self._small: set[str] = set()
        self._capital: set[str] = set()
        small, english = 0, 0
        for block in document.blocks:
            if block.kind in _TEXT:
                words = self._take_in(block.text.plain)
                small += len(words)
                english += sum(map(_ENGLISH.__contains__, words))
        self.foreign = small >= _ENOUGH and english < _ENGLISH_SHARE * small
        """Whether the note is in another language with Latin letters, by its small words."""

    def _take_in(self, plain: str) -> list[str]:
        found = _SMALL.findall(plain)
        words = [word for word, _ in found]
        self._small.update(words)
        for _, behind in found:
            if behind:
                self._capital.update(_WORD.findall(behind))
        return words

    def holds(self, name: str) -> bool:
        """Return whether every word of the name is a proper one, by its shape or by the note's use of it."""
        words = [word for word in name.split() if word[:1].isalnum()]
        shouted = len(words) > 1 and name.isupper()
        return bool(words) and all(self._is_proper(word, shouted) for word in words)

    def any_in(self, name: str) -> bool:
        """Return whether some word of the name is a proper one by its shape."""
        words = name.split()
        shouted = len(words) > 1 and name.isupper()
        return any(_has_shape(word, shouted) for word in words)

    def _is_proper(self, word: str, shouted: bool) -> bool:
        if _has_shape(word, shouted):
            return True
        return word[0].isupper() and word in self._capital and word.casefold() not in self._small


@lru_cache(maxsize=20_000)
def _has_shape(word: str, shouted: bool) -> bool:
    """A heading all in capitals ("BASTION HOST") says nothing of its words, and one long word in capitals neither."""
    if not has_proper_shape(word):
        return False
    letters = [c for c in word if c.isalpha()]
    capitals = all(c.isupper() for c in letters)
    if capitals and word.isalpha():
        return not shouted and len(word) <= _LONGEST_ABBREVIATION
    return not (shouted and capitals and not any(c.isdigit() for c in word))
