"""A short line right over a list that names what the list is on: "Copper cables:"."""

from __future__ import annotations

import re

from ingest.document import BlockKind, Document
from ingest.english import ABOUT_HEADS, CHOOSER_NOUNS, GENERIC_IN_HEADINGS, IMPERATIVES, QUALIFIED, TASK_VERBS
from ingest.lead_terms import Lead
from ingest.node_names import is_generic, is_name
from ingest.relation_labels import label_of
from ingest.task_names import is_task

__all__ = ["heads_list"]

_LONGEST = 3  # words
_ABSTRACT = re.compile(r"(?:[^aeiou]ing|[ts]ion|ment|ity|ety|ance|ence|ancy|ency|ness)s?$")
_TOLD = frozenset(
    """
    components elements parts features modules services items notes steps files commands tasks topics questions results
    examples rules guidelines requirements conventions benefits include includes are is has have following below
    """.split()
)
_PREPOSITIONS = frozenset("at in on for with by to from of as via per".split())
_NOT_LAST = ABOUT_HEADS | GENERIC_IN_HEADINGS | CHOOSER_NOUNS | _TOLD
_NOT_FIRST = _PREPOSITIONS | IMPERATIVES | QUALIFIED


def heads_list(document: Document, index: int, lead: Lead) -> bool:
    """Return whether a plain line of a few words and a colon, with a list right below, names a thing of its own."""
    block = document.blocks[index]
    below = document.blocks[index + 1] if index + 1 < len(document.blocks) else None
    over = below is not None and below.kind is BlockKind.ITEM and below.parent < 0 and below.first <= block.last + 2
    if block.kind is not BlockKind.PARAGRAPH or block.parent >= 0 or not over or not lead.alone or lead.gloss:
        return False
    return block.text.plain.rstrip().endswith(":") and _is_thing(lead.name)


def _is_thing(name: str) -> bool:
    words = [word.casefold() for word in name.split()]
    told = words[-1] in _NOT_LAST or bool(_ABSTRACT.search(words[-1]))
    does = words[0] in _NOT_FIRST or (words[0] in TASK_VERBS and len(words) > 1)
    named = name[0].isupper() and len(words) <= _LONGEST and is_name(name)
    return named and not told and not does and not is_generic(name) and not is_task(name) and label_of(name) is None
