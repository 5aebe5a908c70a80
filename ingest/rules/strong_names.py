"""Names that an author sets in bold inside a statement: `bootstrap script via **Userdata**`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.model import Confidence
from graph.names import fold_name, fold_words
from graph.relation_types import RelationType
from ingest.acting_topic import acting_topic
from ingest.claims import Cite, Related, Thing, qualify
from ingest.clause_ends import addresses_reader
from ingest.document import BlockKind, Mark, MarkKind
from ingest.english import CHOOSER_NOUNS
from ingest.membership import stands_below
from ingest.name_weight import is_whole, says_of_text
from ingest.node_names import clean_name, has_proper_shape, is_name
from ingest.scope import Scope
from ingest.topics import Topic

__all__ = ["read_strong_names"]

_RULE = "bold name"
_CUED = re.compile(
    r"\b(?:via|with|using|uses?|through|calls?|configur\w+|includ\w+|invok\w+|(?:enabled|backed|powered|driven|secured|handled) by)\s+(?:the |an? )?(?:(?!in |on |at |for |of |from )[\w-]+ ){0,2}$",
    re.I,
)
_GLOSS = re.compile(r"\s*\([A-Z][\w-]*\)$")  # "**Automatic Speech Recognition (ASR)**"
_PURPOSE = re.compile(r"(?<=\w) for [a-z][a-z -]*$")  # "**SQS for fan-out**"
_JOINED = re.compile(r"^[\s,]*(?:and|or)?\s*$")  # what stands between two names of one list
_SET_OFF = (MarkKind.STRONG, MarkKind.EMPHASIS)
_LONGEST = 4  # words of a name
_SHORT = 4  # words before the cue of a note that has no room for a subject
_NAMED = re.compile(r"\b(?:called|named|known as|termed|referred to as|we (?:also )?have) (?:an? |the )?$", re.I)
_LONGEST_CUE = 40  # characters
_INCLUDE = re.compile(r"\b(\w+) includ(?:es?|ing):? ", re.I)
_EXAMPLES = re.compile(r"\bexamples? includ", re.I)  # of the topic, told by another rule
_NEGATED = re.compile(r"\b(?:not|never|no|without|cannot)\b|n't\b", re.I)


def read_strong_names(scope: Scope) -> Iterator[Thing | Related]:
    """Yield each bold name inside a statement, used by the topic where the words before it say so."""
    for index, block in scope.blocks(BlockKind.PARAGRAPH, BlockKind.ITEM):
        plain, about = block.text.plain, scope.topics.introduced[index] or scope.about(index)
        used, previous = False, 0
        for mark in block.text.marks:
            if mark.kind not in _SET_OFF:
                continue
            name = clean_name(_PURPOSE.sub("", _GLOSS.sub("", plain[mark.start : mark.end])))
            before = plain[: mark.start]
            strong = _is_strong_name(mark, name, before)
            if _is_introduced(before) and (strong or _is_of_words(name)):
                yield Thing(name, "", "", scope.cite(index, _RULE, Confidence.PATTERN, context=about))
            elif strong:
                used = _is_used(before, previous if used else -1)
                previous = mark.end
                if used and not _ends_in_topic(name, about):
                    yield from _used(scope, index, name, before, about)


def _is_strong_name(mark: Mark, name: str, before: str) -> bool:
    return mark.kind is MarkKind.STRONG and bool(before.strip(" -*•")) and _is_proper(name)


def _is_introduced(before: str) -> bool:
    """`a service called`."""
    return _NAMED.search(before, max(0, len(before) - _LONGEST_CUE)) is not None


def _is_used(before: str, previous: int) -> bool:
    """Whether the words right before a name say that it is used, or join it to a used one that ends at `previous`."""
    if previous >= 0 and _JOINED.match(before[previous:]):
        return True
    return _CUED.search(before) is not None and not _NEGATED.search(before)


def _ends_in_topic(name: str, about: Topic | None) -> bool:
    return about is not None and fold_name(name).endswith(fold_name(about.name))


def _used(scope: Scope, index: int, name: str, before: str, about: Topic | None) -> Iterator[Thing | Related]:
    """The name that the words before it say something is done with, and what it is of the topic."""
    cite = scope.cite(index, _RULE, Confidence.PATTERN, context=about)
    yield Thing(name, about.ref if about else "", "", cite)
    actor = acting_topic(scope, about)
    if actor is None or not _acts(scope, index, actor) or not _is_of(actor, before):
        return
    told = _of_topic(actor, name, before, cite)
    if told.type != RelationType.USES or _is_told_of(scope, actor):
        yield told


def _of_topic(about: Topic, name: str, before: str, cite: Cite) -> Related:
    """`Types include **A**` names an option, `Features include **B**` a part, `popular projects include **C**` a project; else it is used."""
    listed = _INCLUDE.search(before)
    noun = listed[1].casefold() if listed else ""
    if noun in CHOOSER_NOUNS:
        return Related(qualify(about.ref, name), RelationType.OPTION_OF, "option of", about.ref, cite)
    if noun in ("features", "components", "parts", "elements"):
        return Related(qualify(about.ref, name), RelationType.PART_OF, "part of", about.ref, cite)
    if noun and noun.endswith("s") and fold_words(noun) == fold_words(about.name)[-1:]:
        return Related(name, RelationType.IS_A, "is a", about.ref, cite)
    return Related(about.ref, RelationType.USES, "uses", qualify(about.ref, name), cite)


def _is_told_of(scope: Scope, about: Topic) -> bool:
    """What uses something is a thing with a name: "Stopping: instances with **EBS** can" says nothing of stopping."""
    return scope.proper.holds(about.name) or scope.proper.any_in(about.name)


def _is_of(about: Topic, before: str) -> bool:
    """Whether nothing but the topic can be what uses the name: its name stands there, or the note leaves out its subject."""
    if addresses_reader(before) or _EXAMPLES.search(before):
        return False
    cue = _CUED.search(before)
    short = cue is not None and len(before[: cue.start()].split()) <= _SHORT
    return short or before[:1].islower() or fold_words(before)[-1:] == fold_words(about.name)[-1:]


def _acts(scope: Scope, index: int, about: Topic) -> bool:
    """Whether the topic is a thing, and the item directly below it."""
    item = scope.document.blocks[index].kind is BlockKind.ITEM
    return item and is_whole(about.name) and not says_of_text(about.name) and stands_below(scope, index, about)


def _is_of_words(name: str) -> bool:
    return is_name(name) and 1 < len(name.split()) <= _LONGEST


def _is_proper(name: str) -> bool:
    return is_name(name) and len(name.split()) <= _LONGEST and (name[0].isupper() or has_proper_shape(name))
