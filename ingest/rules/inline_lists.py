"""A line that announces names and lists them itself: "Three storage classes: Standard, Infrequent Access and Archive",
"**Basic roles**: broad access levels (Owner, Editor, Viewer)"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.model import Confidence
from graph.names import fold_words
from graph.relation_types import RelationType
from graph.sentences import split_sentences
from ingest.claims import Related, Thing, qualify, unqualified
from ingest.document import Block, BlockKind, MarkKind
from ingest.english import CHOOSER_PLURALS
from ingest.node_names import clean_name, has_proper_shape, is_name, is_nameable
from ingest.relation_labels import label_of
from ingest.rules.announcement_words import Announcement, read_announcement
from ingest.rules.announcements import is_of_topic
from ingest.scope import Scope
from ingest.task_names import is_task
from ingest.topics import Topic

__all__ = ["read_inline_lists"]

_RULE = "inline list"
_LIST = re.compile(r"\s*,\s*(?:and\s+|or\s+)?|\s+(?:and|or|&)\s+")
_MAX_NAMES = 12
_WORDS = 4  # of a name
_LONGEST = 120  # characters of what announces
_LIST_END = re.compile(r"\. |:|\n")
_NUMBERS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6}
# "has three levels of cache, L1, L2 and L3": as many as are counted.
_COUNTED = re.compile(
    r"(?P<head>[^,.:;]{0,60}\b(?P<count>two|three|four|five|six) [^,.:;]{3,60}?)"
    r"(?:, | namely |\. (?:(?:These|They) are )?(?:[Ee]ither |[Bb]oth )?|(?<=[a-z]) are (?:either )?)(?P<rest>[^.:;]{3,160})(?=\.|$)",
    re.IGNORECASE,
)
_SHORT = 6  # words between a term and the choices that it has
_CHOICES = re.compile(
    r"\b(?:" + "|".join(sorted(CHOOSER_PLURALS)) + r") \((?P<names>[^()]{3,120})\)",
    re.IGNORECASE,
)
_MARKS = (MarkKind.STRONG, MarkKind.CODE, MarkKind.LINK, MarkKind.WIKILINK)
_HAS = re.compile(r"(?:(?:it|they) )?(?:has|have|supports?|offers?|provides?|comes? in|with)\b[^.;:]*$", re.IGNORECASE)


def read_inline_lists(scope: Scope) -> Iterator[Thing | Related]:
    """Yield each listed name and what the words before the colon, or before the parenthesis, say that it is."""
    for index, block in scope.blocks(BlockKind.PARAGRAPH, BlockKind.ITEM):
        yield from _in_parentheses(scope, index)
        own = scope.topics.introduced[index]
        head, rest = _parted(block.text.plain, term=own is not None)
        if not rest or len(head) > _LONGEST or label_of(head):
            continue
        about = scope.about(index)
        if own is not None and about is not None:
            yield from _of_one_kind(scope, index, own, rest)
        announced = read_announcement(f"{head}:")
        opens = block.text.plain.startswith(head)  # further on, a line without a subject is of what was said before
        if announced.subject or (about is not None and opens):
            yield from _announced(scope, index, announced, (head, rest))


def _announced(scope: Scope, index: int, announced: Announcement, said: tuple[str, str]) -> Iterator[Thing | Related]:
    """What the words `said` announce and list, of their own subject, of the line's term, or of what stands above."""
    (head, rest), block = said, scope.document.blocks[index]
    own, about = scope.topics.introduced[index], scope.about(index)
    names = _names(block, rest, block.text.plain.index(rest), announced.subject or head)
    used = announced.type == RelationType.USES and announced.phrase == "supports"
    told = used or announced.type in (RelationType.OPTION_OF, RelationType.PART_OF)
    if not names or not told or _has_other_subject(scope, index, announced, head):
        return
    target, owner = announced.subject or _ref(about if used else own or about), _ref(about)
    cite = scope.cite(index, _RULE, Confidence.PATTERN, context=about)
    if announced.subject:
        yield Thing(announced.subject, owner, "", cite)
    for name in names:
        if fold_words(name) != fold_words(unqualified(target)[1]):
            yield Thing(name, owner, "", cite)
            yield Related(qualify(owner, name), announced.type, announced.phrase, target, cite, inverse=used)


def _ref(topic: Topic | None) -> str:
    return topic.ref if topic else ""


def _has_other_subject(scope: Scope, index: int, announced: Announcement, head: str) -> bool:
    """`a file, which contains three fields: A, B and C`: parts of what the words before the colon speak of."""
    if announced.type != RelationType.PART_OF or announced.subject or scope.topics.introduced[index] is not None:
        return False
    return not is_of_topic(scope, index, f"{head}:")


def _parted(plain: str, *, term: bool) -> tuple[str, str]:
    """The words that announce and those that list, parted by a colon, a dash ("two modes - A and B") or, where as many are
    listed as are counted, a comma."""
    head, colon, rest = plain.partition(": ")
    if colon:
        return head, rest
    head, dash, rest = plain.partition(" - ")
    if dash and (not term or head.rpartition(" ")[2].casefold() in CHOOSER_PLURALS):
        return head, rest
    counted = _counted(plain) if any(map(plain.casefold().__contains__, _NUMBERS)) else None
    listed = len(_LIST.split(counted["rest"].rstrip(". "))) if counted else 0
    fit = counted is not None and listed == _NUMBERS[counted["count"].casefold()]
    return (counted["head"], counted["rest"]) if counted is not None and fit else ("", "")


def _counted(plain: str) -> re.Match[str] | None:
    """The first sentence that counts what it, or the next one, lists."""
    starts = (start for start, _ in split_sentences(plain))
    return next((found for start in starts if (found := _COUNTED.match(plain, start))), None)


def _of_one_kind(scope: Scope, index: int, own: Topic, rest: str) -> Iterator[Thing | Related]:
    """`Storage gateway: file gateway, volume gateway, tape gateway`: kinds of the term by their last word."""
    head = fold_words(own.name)[-1:]
    names = [clean_name(part) for part in _LIST.split(rest.rstrip(". "))]
    alike = all(is_name(name) and fold_words(name)[-1:] == head and " " in name for name in names)
    if len(names) > 1 and alike and not any(is_task(name) for name in names):
        cite = scope.cite(index, _RULE, Confidence.PATTERN)
        for name in names:
            yield Thing(name, own.ref, "", cite)
            yield Related(name, RelationType.OPTION_OF, "option of", own.ref, cite)


def _in_parentheses(scope: Scope, index: int) -> Iterator[Thing | Related]:
    """`Broad access levels (Owner, Editor, Viewer)` behind a term, or of the topic where it is said to have them."""
    block = scope.document.blocks[index]
    own, lead = scope.topics.introduced[index], scope.topics.leads[index]
    first = lead.rest if own is not None and lead else 0
    found = _CHOICES.search(block.text.plain, first) if "s (" in block.text.plain else None
    if found is None:
        return
    target = _bearer(scope, index, block.text.plain[first : found.start()])
    if target is None:
        return
    cite = scope.cite(index, _RULE, Confidence.PATTERN, context=target)
    for name in _names(block, found["names"], found.start("names")):
        if fold_words(name) != fold_words(target.name):
            yield Thing(name, target.ref, "", cite)
            yield Related(qualify(target.ref, name), RelationType.OPTION_OF, "option of", target.ref, cite)


def _bearer(scope: Scope, index: int, before: str) -> Topic | None:
    """What has the choices by the words before them: the term of the line, or the topic that is said to have them."""
    own = scope.topics.introduced[index]
    if own is not None:
        return own if len(before.split()) <= _SHORT else None
    return scope.about(index) if _HAS.match(before) else None


def _names(block: Block, rest: str, start: int, kind: str = "") -> list[str]:
    """The names up to the end of the sentence, if all of the list is names, each bold or written like one."""
    rest = _LIST_END.split(rest, maxsplit=1)[0].rstrip(". ")
    names = [clean_name(part) for part in _LIST.split(rest)]
    marked = _marked(block, start)
    if not 2 <= len(names) <= _MAX_NAMES or not all(_is_listed(name, marked) for name in names):
        return []
    of_kind = fold_words(kind)[-1:]  # "two types of brokers: in-memory brokers and log-based brokers"
    if not all(name in marked or _is_written_as_name(name, of_kind) for name in names):
        return []
    pages = _pages(block)
    return [pages.get(name, name) for name in names]


def _marked(block: Block, start: int) -> set[str]:
    return {
        clean_name(block.text.plain[mark.start : mark.end])
        for mark in block.text.marks
        if mark.kind in _MARKS and mark.start >= start
    }


def _pages(block: Block) -> dict[str, str]:
    """The page behind the words of each wikilink to one that has a name."""
    return {
        clean_name(block.text.plain[mark.start : mark.end]): clean_name(mark.target)
        for mark in block.text.marks
        if mark.kind is MarkKind.WIKILINK and is_name(clean_name(mark.target))
    }


def _is_written_as_name(name: str, of_kind: tuple[str, ...]) -> bool:
    return name[0].isupper() or has_proper_shape(name) or (" " in name and fold_words(name)[-1:] == of_kind)


def _is_listed(name: str, marked: set[str]) -> bool:
    """A name of a few words; what is marked or linked may be a word that names too much elsewhere."""
    return (is_name(name) or (name in marked and is_nameable(name))) and len(name.split()) <= _WORDS
