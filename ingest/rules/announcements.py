"""A line that announces what follows: "integrates with the following services:", "two strategies:", "consists of:"."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from graph.names import fold_words
from graph.relation_types import RelationType
from ingest.claims import unqualified
from ingest.document import BlockKind
from ingest.english import CHOOSER_NOUNS, CHOOSER_PLURALS
from ingest.list_headings import heads_kinds, heads_supported, lists_kinds, partners_below
from ingest.membership import stands_below
from ingest.node_names import has_proper_shape
from ingest.rules.announcement_words import (
    ALONE,
    INTEGRATES,
    NEGATED,
    OF_ELSE,
    PARTS,
    SUITE,
    SUPPORTED,
    SUPPORTS_SOME,
    THERE_ARE,
    USES,
    Announcement,
    announces_names,
    read_announcement,
)
from ingest.rules.announcing_forms import plainly_announced
from ingest.scope import Scope
from ingest.topics import Topic

__all__ = ["announcement_of", "is_of_topic"]

# "Below is a list of popular tools:" says no more than its heading.
_PLAIN_LIST = re.compile(
    r"^(?:(?:below|here|following|these|the following) (?:is|are)|here['’]s) (?:an? (?:[\w-]+ )?list of |some (?:of )?|the |a few )?[^:;.]*[:：]$",
    re.I,
)
# "There are three account options" or "3 tiers", right over a list.
_HAS = r"(?:there (?:are|is)|(?:it |they )(?:has|have|comes? in|supports?|offers?))"
_COUNTED = re.compile(
    rf"^(?:{_HAS} (?:several|different|multiple)|(?:{_HAS} )?(?:the following|two|three|four|five|six|seven|eight|\d+)) "
    rf"(?:[\w-]+ ){{0,3}}(?:{'|'.join(sorted(CHOOSER_PLURALS))})(?: (?:of|for|in) [\w -]{{2,40}})?$"
    rf"|(?:[\w-]+ ){{1,5}}(?:has|have|offers?|provides?|supports?|comes? in) (?:two|three|four|five|six|\d) (?:[\w-]+ ){{0,3}}"
    rf"(?:{'|'.join(sorted(CHOOSER_PLURALS))})$"
    r"|.{0,200}\b(?:are|is|comes?) (?:of|in) (?:two|three|four|five|six|\d) (?:[\w-]+ )?(?:types|kinds|forms|modes|flavou?rs)$",
    re.I,
)
_CHOOSER_LINE = re.compile(rf"[A-Z][\w-]+(?: [\w-]+){{0,2}} (?:{'|'.join(sorted(CHOOSER_PLURALS))})")
_KINDS = re.compile(
    r"^(?:\d+\.\s+)?(?:the |main |different |common |two |three |four |five |six |\d )*(?:types?|kinds|modes|tiers|variants|flavou?rs|classes|options)\W*$",
    re.I,
)
_GOES_ON = re.compile(
    r"\b(?:supports?|uses|includes?|contains?|consists? of|comprises|provides|offers|requires|integrates with|works with|such as"
    r"|(?:used|called|triggered|invoked) by|including|following|via|through|using|either)$",
    re.I,
)
# "Access control through:" tells what the topic does it with.
_THROUGH = re.compile(
    r"^(?:access|control|access control|authentication|authorization|encryption|monitoring|security|logging|scaling|caching)"
    r" (?:is done |is managed |is handled )?(?:through|via|using)\s*:$",
    re.I,
)
_HAVE = re.compile(
    r"(?P<subject>[A-Z][a-z]+s)\b(?<!This)[^.:]{0,60} (?:can |may )?(?:have|be in|go through) (?:the |one of the )?(?:(?:following|these)\b|(?:several|various|different|two|three|four|five|six|\d) )"
)
_OTHERS = re.compile(r"(?:Some |A few )?(?:Other|Further|Additional|More)(?: [\w-]+)? (\w+)\s*[:：]\s*$", re.I)
_LONGEST_END = len("integrates with")
_CHOICES_HEAD = re.compile(r"\b(?:" + "|".join(sorted(CHOOSER_NOUNS)) + r")\b", re.I)
_ANNOUNCES = re.compile("|".join(f"(?:{part.pattern})" for part in (INTEGRATES, USES, PARTS, _CHOICES_HEAD)), re.I)
_BY = re.compile(r"(?:you|we) can\b[^:]* (?:by|with|using|through|via)\s*[:：]$", re.I)
_YOU_CAN = re.compile(r"(?:you|we) can\b[^:]* using\s*[:：]$", re.I)
# What may stand before the verb where the topic is left out.
_NO_SUBJECT = frozenset(
    fold_words(
        "it they this that these there is are be has have had can could may will you we the a an its their also which and or"
        " fully currently other further additional service feature system tool component with of by from following main core key common available"
        " various different basic general possible typical distinct several many some all supports supported offers provides comes in two three four five six"
    )
)
_KIND_NOUNS = frozenset(
    "types kinds modes options variants algorithms methods strategies techniques classes tiers".split()
)
_GENERAL = frozenset(["devices", "services", "solutions", "offerings", "products"])
_SUBJECT = 4  # words in which a line's subject stands
_REMEMBERED = 64  # lines: the items of one list ask for the same one


def announcement_of(scope: Scope, index: int) -> Announcement | None:
    """Return what the line above the item's list announces; None where no line with a colon stands there."""
    above = _line_above(scope, index)
    if above is None:
        return _choosing_heading(scope, index)
    return _going_on(scope, above) or _announced_by(scope, above)


def _going_on(scope: Scope, above: int) -> Announcement | None:
    """`Other patterns:` among the items below "Caching patterns:" announces more of the same."""
    block = scope.document.blocks[above]
    more = _OTHERS.match(block.text.plain) if block.kind is BlockKind.ITEM else None
    outer = announcement_of(scope, above) if more else None
    same = more and outer and outer.subject and fold_words(more[1])[-1:] == fold_words(outer.subject)[-1:]
    return outer if same else None


@lru_cache(maxsize=_REMEMBERED)
def _announced_by(scope: Scope, above: int) -> Announcement | None:
    partners = partners_below(scope.document, above)
    if partners is not None and _is_of_thing(scope, above):
        return Announcement(*partners, block=above)
    said = scope.document.blocks[above].text.plain.strip()
    text = plainly_announced(_with_colon(_last_counted(said)))
    if _PLAIN_LIST.match(text) and _names_topic(scope, above, text):
        return None
    if not _is_said(scope, above, text):
        return None
    told = replace(read_announcement(text), block=above)
    found = _of_own_kind(scope, above, told)
    if not found.type and _is_way(scope, above, text):
        return Announcement(RelationType.OPTION_OF, "option of", block=above)
    if told.subject or is_of_topic(scope, above, text):
        return found
    if said.endswith((":", ",")) and _has_of_its_own(scope, above, said):
        return Announcement(
            "", OF_ELSE, block=above
        )  # "Messages can have the following states:" below the kinds of brokers
    silent = text != said and not said.endswith((" by", ","))  # a line that only goes on announces nothing else either
    return None if silent else Announcement("", "", block=above)


def _is_said(scope: Scope, above: int, text: str) -> bool:
    """Whether a line ends in a colon, and is no term's own."""
    return text.endswith((":", "：")) and (scope.topics.introduced[above] is None or announces_names(text))


def _has_of_its_own(scope: Scope, index: int, said: str) -> bool:
    """`Messages in these brokers can have following states,` below the kinds of brokers."""
    found, about = _HAVE.match(said), scope.about(index)
    return found is not None and about is not None and fold_words(found["subject"])[0] not in fold_words(about.name)


def _of_own_kind(scope: Scope, index: int, found: Announcement) -> Announcement:
    """`two types of budgets:` under AWS Budgets: what follows are choices of the topic."""
    about = scope.about(index)
    if about is None or found.type != RelationType.OPTION_OF or not found.subject:
        return found
    own = _are_of_topic_kind(scope, index, about, found.subject) or _is_topic_itself(scope, about, found.subject)
    return replace(found, subject="") if own else found


def _are_of_topic_kind(scope: Scope, index: int, about: Topic, subject: str) -> bool:
    """`Instance types:` below "EC2 instance types", "two volumes:" below "Volume types"."""
    last = about.name.casefold().rpartition(" ")[2]
    if last not in CHOOSER_NOUNS:
        return False
    if subject.casefold().endswith(last) or fold_words(about.name)[:-1] == fold_words(subject):
        return True
    return _CHOOSER_LINE.fullmatch(scope.document.blocks[index].text.plain) is not None


def _is_topic_itself(scope: Scope, about: Topic, subject: str) -> bool:
    """`two types of NAT devices` below NAT, `two types of budgets` under AWS Budgets."""
    before, _, last = subject.rpartition(" ")
    bare = before if last.casefold() in _GENERAL else subject
    if fold_words(about.name) in (fold_words(bare), _of_what(bare)):
        return True
    titled = about.block >= 0 and scope.document.blocks[about.block].level == 1 and has_proper_shape(bare)
    return " " not in subject and not titled and {*fold_words(bare)} <= {*fold_words(about.name)}


def _of_what(subject: str) -> tuple[str, ...]:
    """`compression types` are types of compression."""
    before, _, last = subject.rpartition(" ")
    return fold_words(before) if last.casefold() in _KIND_NOUNS else ()


def _last_counted(said: str) -> str:
    """The last sentence of a text, where it counts what the list below holds: "There are three caching policies."."""
    if not said.endswith("."):
        return said
    last = said.rstrip(".").rpartition(". ")[2]
    return last if _COUNTED.match(last) or THERE_ARE.match(f"{last}:") else said


def _names_topic(scope: Scope, index: int, text: str) -> bool:
    """`Below is a list of popular orchestration tools:` under Orchestration Tools."""
    about = scope.about(index)
    return about is not None and bool({*fold_words(about.name)[-1:]} & {*fold_words(text)})


def _is_way(scope: Scope, index: int, text: str) -> bool:
    """`You can set up access control by:` under Access control: each item is a way to have it."""
    about = scope.about(index)
    words = set(fold_words(about.name)) if about is not None else set()
    return len(words) > 1 and bool(_BY.match(text)) and words <= set(fold_words(text)) and not NEGATED.search(text)


def _with_colon(text: str) -> str:
    """`Supports` over a list announces it without a sign, too: the sentence goes on in its items."""
    if text.endswith((":", "：", ";", ",")):
        return f"{text[:-1]}:"
    if _CHOOSER_LINE.fullmatch(text) or lists_kinds(text) or THERE_ARE.match(f"{text}:"):
        return f"{text}:"
    if (" of " in text and SUITE.search(text)) or _COUNTED.match(text) or heads_supported(text) or _KINDS.match(text):
        return f"{text}:"
    return f"{text}:" if _GOES_ON.search(text, max(0, len(text) - _LONGEST_END)) and text != "Uses" else text


def _choosing_heading(scope: Scope, index: int) -> Announcement | None:
    """`Two Types:` as a heading, with the list right below: the items are choices of the topic."""
    heading, about = scope.document.blocks[index].heading, scope.about(index)
    if heading < 0 or about is None or scope.document.blocks[index].parent >= 0:
        return None
    text = scope.document.blocks[heading].text.plain.strip()
    if scope.topics.introduced[heading] is not None or not stands_below(scope, heading, about):
        return None
    if _KINDS.match(text) or heads_kinds(text, about.name):
        return Announcement(RelationType.OPTION_OF, "option of", block=heading)
    if heads_supported(text):
        return Announcement(RelationType.USES, "supports", block=heading)
    partners = partners_below(scope.document, heading)
    return Announcement(*partners, block=heading) if partners is not None else None


def _is_of_thing(scope: Scope, line: int) -> bool:
    about = scope.about(line)
    return about is not None and stands_below(scope, line, about)


def is_of_topic(scope: Scope, index: int, text: str) -> bool:
    """Return whether a line that announces something speaks of the topic: it names no subject, or the topic; "Sensors have the following parts:" does not."""
    about = scope.about(index)
    if about is None or not stands_below(scope, index, about):
        return False
    if _leaves_subject_out(text) or _is_supported_by(about, text):
        return True
    found = _announcing(text)
    if found is None:
        return False
    if _YOU_CAN.match(text):
        return True
    own = {*fold_words(about.name), *fold_words(unqualified(about.owner)[1] if about.owner else "")}
    own_sentence = text[: found.start()].rpartition(". ")[2]
    said = [word for word in fold_words(own_sentence) if word not in _NO_SUBJECT or word in own]
    return not said or bool(own & set(said)) or said[-1].isdigit()


def _leaves_subject_out(text: str) -> bool:
    """`Supported engines:`, `Encryption is done through:`, `Uses:`: forms of a line that have no place for a subject."""
    told = (
        ALONE.match(text)
        or SUPPORTED.match(text)
        or THERE_ARE.match(text)
        or _THROUGH.search(text)
        or SUITE.search(text.rstrip(" :："))
    )
    return bool(told) or heads_supported(text)


def _is_supported_by(about: Topic, text: str) -> bool:
    """`SQS supports two kinds of queues:` below SQS."""
    if not SUPPORTS_SOME.match(text):
        return False
    return not {"it", "they", *fold_words(text)[:_SUBJECT]}.isdisjoint(fold_words(about.name))


@lru_cache(maxsize=_REMEMBERED)
def _announcing(text: str) -> re.Match[str] | None:
    return _ANNOUNCES.search(text)


def _line_above(scope: Scope, index: int) -> int | None:
    """The parent item, or the paragraph right before the list's first item."""
    block = scope.document.blocks[index]
    if block.parent >= 0:
        return block.parent if scope.document.blocks[block.parent].kind is BlockKind.ITEM else None
    place = scope.before_list[index]
    before = scope.document.blocks[place]
    return place if place >= 0 and before.kind is BlockKind.PARAGRAPH and before.heading == block.heading else None
