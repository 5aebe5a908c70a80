"""`Term::what it is`, a line each: cards to learn from, which to a Markdown parser are one paragraph.

The form is that of the spaced repetition plugins of vaults, `Question::Answer` and, to be asked both ways, `Term:::Answer`.
An outliner's property ("type:: service") has a blank behind its sign, a path in code ("std::vector") no words.
"""

from __future__ import annotations

import re

from ingest.edits import Edit

__all__ = ["find_flashcards"]

_CARD = re.compile(
    r"^[ \t]*(?P<mark>(?:[-*+]|\d{1,3}[.)])[ \t]+)?(?P<front>[^\s:|`#>\[\]-][^\r\n:|]{0,80}?)(?P<sign>:{2,3})"
    r"(?P<back>[^\s:](?:(?!::)[^\r\n])*)(?=\r?$)",
    re.MULTILINE,
)
_LEAST = 3  # cards of a note
_FEW = 3  # words


def find_flashcards(text: str, regions: list[tuple[int, int]]) -> list[Edit]:
    """Return edits that make of each card an item that leads with a term."""
    if text.count("::") < _LEAST:
        return []
    cards = [card for start, end in regions for card in _CARD.finditer(text, start, end) if _is_card(card)]
    if len(cards) < _LEAST:
        return []
    edits: list[Edit] = []
    for card in cards:
        if not card["mark"]:
            edits.append((card.start("front"), card.start("front"), "- "))
        edits.append((*card.span("sign"), ": "))
    return edits


def _is_card(card: re.Match[str]) -> bool:
    words = " " in card["front"].strip() or len(card["back"].split()) >= _FEW
    return words and (card["front"][0].isupper() or len(card["back"].split()) >= _FEW)
