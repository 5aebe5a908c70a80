"""Headings name concepts; a gloss names them a second time; nesting makes one a part or an option of another."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.model import Confidence
from graph.names import fold_words
from graph.relation_types import RelationType
from ingest.abbreviations import is_gloss_of
from ingest.claims import Related, SameThing, Thing, qualify, unqualified
from ingest.document import BlockKind
from ingest.node_names import has_proper_shape, is_name
from ingest.rules.listed_terms import names_choices
from ingest.scope import Scope

__all__ = ["read_heading_names"]

_RULE = "heading"
_BOLD_LINE = 7  # the level of a bold line that serves as a heading
_SEVERAL = re.compile(r"[,&/:+]|\b(?:and|or|in|for|to|of|on|with|by|at|from|without|vs)\b", re.I)


def read_heading_names(scope: Scope) -> Iterator[Thing | SameThing | Related]:
    """Yield the concept of each heading, its other names, and what it is of the heading above."""
    title = _sole_title(scope)
    for index, block in scope.blocks(BlockKind.HEADING):
        heading = scope.topics.headings[index]
        if heading is None:
            continue
        parent = scope.about(index)
        cite = scope.cite(index, _RULE, Confidence.EXPLICIT, context=parent)
        owner = parent.ref if parent else ""
        ref = qualify(owner, heading.name)
        yield Thing(heading.name, owner, "", cite)
        if heading.prefixed:
            yield SameThing(ref, heading.prefixed, cite)
        if heading.gloss and is_name(heading.gloss) and _glosses(heading.name, heading.gloss):
            yield SameThing(ref, heading.gloss, scope.cite(index, "gloss", Confidence.EXPLICIT))
        loose = parent is None or parent.block == title or block.level == _BOLD_LINE
        relation = _nesting(heading.name, heading.prefixed, unqualified(owner)[1], loose=loose)
        if relation:
            nested = scope.cite(index, "nested heading", Confidence.PATTERN, context=parent)
            yield Related(ref, relation, relation.replace("_", " "), owner, nested)


def _glosses(name: str, gloss: str) -> bool:
    return is_gloss_of(name, gloss) or is_gloss_of(gloss, name)


def _sole_title(scope: Scope) -> int:
    """The block that is the whole note's title, or -1: sections below it are chapters, not parts of a thing."""
    tops = [index for index, block in scope.blocks(BlockKind.HEADING) if block.level == 1]
    return tops[0] if len(tops) == 1 else -1


def _nesting(name: str, prefixed: str, owner: str, *, loose: bool) -> str:
    """A heading below a chooser ("... patterns") is an option of it, below a thing a part of it.

    Below the note's title, or in a bold line, only where the name above is a proper name by its shape, and never below two things at once.
    """
    if not owner or prefixed:
        return ""
    words, above = fold_words(name), fold_words(owner)
    if words[: len(above)] == above and len(words) > len(above):
        return RelationType.PART_OF
    if _SEVERAL.search(owner) or _SEVERAL.search(name) or words == above:
        return ""
    if names_choices(owner, name):
        return RelationType.OPTION_OF
    if loose and not all(has_proper_shape(word) for word in owner.split()):
        return ""
    return RelationType.PART_OF
