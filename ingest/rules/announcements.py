"""A line that announces what follows: "integrates with the following services:", "two strategies:", "consists of:"."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from graph.names import fold_words
from graph.relation_types import RelationType
from ingest.claims import unqualified
from ingest.document import BlockKind
from ingest.english import CHOOSER_NOUNS, DETERMINERS, IMPERATIVES, TASK_VERBS
from ingest.list_headings import heads_kinds, heads_supported, lists_kinds, partners_below
from ingest.membership import stands_below
from ingest.node_names import clean_name, has_proper_shape, is_generic, is_name
from ingest.scope import Scope

__all__ = ["Announcement", "announced_subject", "announcement_of", "is_of_topic", "read_announcement"]

_NEAR_END = r"(?=[^.,;:()]{0,60}[:：]?\s*$)"  # the line's last clause says it
_INTEGRATES = re.compile(r"\b(integrat\w+ with|works? with|compatible with|interacts? with)\b" + _NEAR_END, re.I)
_USES = re.compile(
    r"(?<!Key )(?<!key )(?<!Common )(?<!common )\b(uses|relies on|depends on|requires|is built on|runs on|(?:using|through|via)(?=\s*[:：]$))"
    + _NEAR_END,
    re.I,
)
_PARTS = re.compile(
    r"\b(consists? of|comprises?|composed of|made up of|contains?|(?:includes?|has|have) the following"
    r"|(?:created|configured|set up|defined) with the following (?:[\w-]+ ){0,2}(?:settings|parameters|attributes|properties|fields|options))"
    + _NEAR_END
    + r"|\b("
    r"(?:components|parts|core services|main services|building blocks|features|elements|key concepts|core concepts|pillars)"
    r"(?: (?:are|include|of [^,:]{2,30}(?: are| include)?))?(?=\s*[:：]?\s*$))",
    re.I,
)
_PARTS_OF = re.compile(
    r"\b(?:fundamentals|components|parts|elements|attributes|members|pieces|layers|building blocks) (?:of|in) (?:an? |the )?(?P<of>[^:,]+?)\s*[:：]$",
    re.I,
)
# "Storage account is the top-level account for the following services:": what is listed is of that.
_OF_SUBJECT = re.compile(
    r"^(?:an? |the )?(?P<of>(?-i:[A-Z])[\w-]*(?: [\w-]+){0,3}?) (?:is|has|includes|contains|provides|offers|comprises|consists of|comes with|defines|has developed)\b"
    r"[^:.;]{0,60}?\b(?:(?:following|these|two|three|four|five|six) (?:[\w-]+ ){0,2}(?:components|parts|services|features|elements|modules|layers|tools|resources|objects|specifications)"
    r"|set of (?:[\w-]+ ){0,2}features\b[^:.;]{0,60} including)\s*[:：]$",
    re.I,
)
# "The vendor offers the following engines on X:": X has them to choose from.
_OFFERED_ON = re.compile(
    r"\b(?:offers?|provides?|supports?|allows?) (?:the following|these) (?:[\w-]+ ){0,2}(?:databases|engines|runtimes|languages|platforms|types|options|protocols)"
    r" (?:on|in|for|with) (?:the )?(?P<of>[A-Z][\w-]*(?: [A-Z][\w-]*){0,3})\s*:$",
    re.I,
)
_STANDS_FOR = re.compile(
    r"\b(?:represents?|describes?|stands? for|models?)\b", re.I
)  # "can represent two types of entities:"
# "X supports two caching engines:"
_SUPPORTS_SOME = re.compile(
    r"^(?:[A-Z][\w-]*(?: [\w-]+){0,3}|it|they) (?:supports?|offers?|provides?|allows?) (?:the following|these|two|three|four|five|six|seven|\d)"
    r" (?:[\w-]+ ){0,4}(?:databases|engines|runtimes|languages|platforms|protocols|backends|editions|types|modes)\s*:$",
    re.I,
)
# "Below is a list of popular tools:" says no more than its heading.
_PLAIN_LIST = re.compile(
    r"^(?:(?:below|here|following|these|the following) (?:is|are)|here['’]s) (?:an? (?:[\w-]+ )?list of |some (?:of )?|the |a few )?[^:;.]*[:：]$",
    re.I,
)
_SUITE = re.compile(
    r"\b(?:suite|set|collection|family) of (?:[\w-]+ ){0,2}(?:tools|services|features|components|products|utilities)\s*$",
    re.I,
)
# "There are three account options" or "3 tiers", right over a list.
_HAS = r"(?:there (?:are|is)|(?:it |they )(?:has|have|comes? in|supports?|offers?))"
_COUNTED = re.compile(
    rf"^(?:{_HAS} (?:several|different|multiple)|(?:{_HAS} )?(?:the following|two|three|four|five|six|seven|eight|\d+)) "
    rf"(?:[\w-]+ ){{0,3}}(?:{'|'.join(sorted(noun for noun in CHOOSER_NOUNS if noun.endswith('s')))})(?: (?:of|for|in) [\w -]{{2,40}})?$"
    r"|.{0,200}\b(?:are|is|comes?) (?:of|in) (?:two|three|four|five|six|\d) (?:[\w-]+ )?(?:types|kinds|forms|modes|flavou?rs)$",
    re.I,
)
# A line of one verb, with the topic left out.
_ALONE = re.compile(
    r"^(?:it |they |this )?(?:also |can )?(?:(?P<uses>supports?|uses?|requires?|needs|relies on|depends on)|(?P<has>includes?|contains?|comprises|consists of|provides|offers|adds)"
    r"|(?P<is>be(?: either)?|is either|are either|comes in))(?: the following)?\s*[:：]$",
    re.I,
)
_CHOICES = re.compile(
    r"(?:^|[\s/])("
    + "|".join(sorted(CHOOSER_NOUNS))
    + r")\b(?:\s+(?:of|for|to \w+)\s+(?P<of>[^:]+)|\s+to \w+(?=\s*:))?\s*:?\s*$",
    re.I,
)
_CHOOSER_LINE = re.compile(
    rf"[A-Z][\w-]+(?: [\w-]+){{0,2}} (?:{'|'.join(sorted(noun for noun in CHOOSER_NOUNS if noun.endswith('s')))})"
)
# What a line does that says of its topic that it has choices; an instruction ("Focus on these patterns:") does not.
_OFFERS = re.compile(
    r"^(?:there (?:are|is)|(?:it |they |which |(?:[\w-]+ ){1,4})?(?:has|have|supports?|offers?|provides?|comes? in|can be)\b"
    r"|(?:the |its )?(?:(?:available|possible|following|main|different|common|other|two|three|four|five|six|seven|eight|\d+) ){0,3}\w+(?: to \w+)?\s*[:：]?$)",
    re.I,
)
# "Supported services: X, Y": the topic works with them.
_SUPPORTED = re.compile(
    r"^(?:the )?(?:supported|compatible|integrated) (?:aws |azure |google cloud |gcp )?(?:services|engines|databases|sources|targets|destinations"
    r"|integrations|platforms|runtimes|languages|protocols|tools|systems|(?:data|event) sources)\s*[:：]$"
    r"|^(?:the )?following (?:(?:services|engines|databases|platforms|runtimes|languages|protocols|systems) )?are (?:allowed|supported|compatible)\s*[:：]$"
    r"|^(?:useful|used|suitable|available) (?:for|with|by) (?:\w+ )?(?:services|tools|databases|systems|resources) (?:like|such as)\s*[:：]$",
    re.I,
)
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
# How it is done, and no kinds of it; but how something is set up are its kinds.
_WAYS = re.compile(
    r"^(?!.*\b(?:configured|deployed|run|launched|set up|installed|purchased|provisioned|implemented)\b)"
    r".*\bin (?:the following |these )?(?:\w+ )?(?:\w+ )?ways\s*:$",
    re.I,
)
_BEHIND = re.compile(
    r"\s+(?:on|in|for|with|that|which|you|we|to|at|from)\s.*$|\s+(?:available|supported|offered)$|\s*\([^()]*\)$", re.I
)
_LONGEST_END = len("integrates with")
_NO_NAME_END = frozenset(["exist", "exists", "include", "includes", "are", "is", "available", "apply"])
_CHOICES_HEAD = re.compile(r"\b(?:" + "|".join(sorted(CHOOSER_NOUNS)) + r")\b", re.I)
_ARTICLE = re.compile(r"^(?:an?|the|your)\s+", re.I)
_EXAMPLES = re.compile(r"^(?:\w+ )?examples?\b", re.I)
_NEGATED = re.compile(r"\b(not|n't|cannot|never|without|unlike|except)\b", re.I)


_ANNOUNCES = re.compile("|".join(f"(?:{part.pattern})" for part in (_INTEGRATES, _USES, _PARTS, _CHOICES_HEAD)), re.I)
_BY = re.compile(r"(?:you|we) can\b[^:]* (?:by|with|using|through|via)\s*[:：]$", re.I)
_YOU_CAN = re.compile(r"(?:you|we) can\b[^:]* using\s*[:：]$", re.I)
# What may stand before the verb where the topic is left out.
_NO_SUBJECT = frozenset(
    fold_words(
        "it they this that these there is are be has have had can could may will you we the a an its their also which and or"
        " fully currently service feature system tool component with of by from following main core key common available"
        " various different basic several many some all supports supported offers provides comes in two three four five six"
    )
)
_GENERAL = frozenset(["devices", "services", "solutions", "offerings", "products"])
_REMEMBERED = 64  # lines: the items of one list ask for the same one
_SHORT = 7  # words before the kinds of something
_LONGEST = 12  # words of a line that names what it announces
_BEFORE_CHOOSERS = DETERMINERS | frozenset(
    [
        "different",
        "main",
        "core",
        "key",
        "common",
        "available",
        "various",
        "basic",
        "major",
        "important",
        "complementary",
        "general",
        "primary",
        "possible",
        "popular",
        "typical",
        "distinct",
        "broad",
        "there",
        "are",
        "is",
        "has",
        "have",
        "supports",
        "offers",
        "provides",
        "with",
        "using",
        "use",
        "of",
        "and",
    ]
)


@dataclass(frozen=True, slots=True)
class Announcement:
    """What the listed names are of `subject` (empty: of the topic). An empty `type`: the line announces no names."""

    type: str
    phrase: str
    subject: str = ""
    block: int = -1


def announcement_of(scope: Scope, index: int) -> Announcement | None:
    """Return what the line above the item's list announces; None where no line with a colon stands there."""
    above = _line_above(scope, index)
    if above is None:
        return _choosing_heading(scope, index)
    partners = partners_below(scope.document, above)
    if partners is not None and _is_of_thing(scope, above):
        return Announcement(*partners, block=above)
    said = scope.document.blocks[above].text.plain.strip()
    text = _with_colon(_last_counted(said))
    if _PLAIN_LIST.match(text) and _names_topic(scope, above, text):
        return None
    if not text.endswith((":", "：")) or (scope.topics.introduced[above] is not None and not _announces(text)):
        return None
    told = replace(read_announcement(text), block=above)
    found = _of_own_kind(scope, above, told)
    if not found.type and _is_way(scope, above, text):
        return Announcement(RelationType.OPTION_OF, "option of", block=above)
    if told.subject or is_of_topic(scope, above, text):
        return found
    silent = text != said and not said.endswith(" by")  # a line that only goes on announces nothing else either
    return None if silent else Announcement("", "", block=above)


def _of_own_kind(scope: Scope, index: int, found: Announcement) -> Announcement:
    """`two types of budgets:` under AWS Budgets: what follows are choices of the topic."""
    about = scope.about(index)
    if about is None or found.type != RelationType.OPTION_OF or not found.subject:
        return found
    last = about.name.casefold().rpartition(" ")[2]
    bare = bool(_CHOOSER_LINE.fullmatch(scope.document.blocks[index].text.plain))
    kinds = last in CHOOSER_NOUNS and (found.subject.casefold().endswith(last) or bare)
    named = found.subject.rpartition(" ")
    subject = named[0] if named[2].casefold() in _GENERAL else found.subject  # "two types of NAT devices" below NAT
    whole = fold_words(subject) == fold_words(about.name)
    within = " " not in found.subject and {*fold_words(subject)} <= {*fold_words(about.name)}
    own = kinds or whole or within
    return replace(found, subject="") if own else found


def _last_counted(said: str) -> str:
    """The last sentence of a text, where it counts what the list below holds: "There are three caching policies."."""
    if not said.endswith("."):
        return said
    last = said.rstrip(".").rpartition(". ")[2]
    return last if _COUNTED.match(last) else said


def _names_topic(scope: Scope, index: int, text: str) -> bool:
    """`Below is a list of popular orchestration tools:` under Orchestration Tools."""
    about = scope.about(index)
    return about is not None and bool({*fold_words(about.name)[-1:]} & {*fold_words(text)})


def _is_way(scope: Scope, index: int, text: str) -> bool:
    """`You can set up access control by:` under Access control: each item is a way to have it."""
    about = scope.about(index)
    words = set(fold_words(about.name)) if about is not None else set()
    return len(words) > 1 and bool(_BY.match(text)) and words <= set(fold_words(text)) and not _NEGATED.search(text)


def _with_colon(text: str) -> str:
    """`Supports` over a list announces it without a sign, too: the sentence goes on in its items."""
    if text.endswith((":", "：", ";")):
        return f"{text[:-1]}:"
    if _CHOOSER_LINE.fullmatch(text) or lists_kinds(text):
        return f"{text}:"
    if (" of " in text and _SUITE.search(text)) or _COUNTED.match(text) or heads_supported(text) or _KINDS.match(text):
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
    found = _announcing(text)
    if about is None or not stands_below(scope, index, about):
        return False
    if (
        _THROUGH.search(text)
        or (_SUPPORTS_SOME.match(text) and bool({*fold_words(about.name)} & {"it", "they", *fold_words(text)[:4]}))
        or _ALONE.match(text)
        or _SUPPORTED.match(text)
        or heads_supported(text)
        or _SUITE.search(text.rstrip(" :："))
    ):
        return True
    if found is None:
        return False
    if _YOU_CAN.match(text):
        return True
    own = {*fold_words(about.name), *fold_words(unqualified(about.owner)[1] if about.owner else "")}
    said = [word for word in fold_words(text[: found.start()]) if word not in _NO_SUBJECT]
    return not said or bool(own & set(said)) or said[-1].isdigit()


@lru_cache(maxsize=_REMEMBERED)
def _announcing(text: str) -> re.Match[str] | None:
    return _ANNOUNCES.search(text)


def announced_subject(text: str) -> str:
    """Return the chooser that a line like "S3 Storage Classes/Tiers:" or "2 caching strategies:" names, or nothing."""
    found = _CHOICES.search(text.rstrip(" :："))
    if found is None or _NEGATED.search(text) or not found[1].endswith(("s", "S")) or _instructs(text):
        return ""
    named = clean_name(_ARTICLE.sub("", found["of"] or ""))
    done_to = found[1].casefold() == "ways" and " to " in found[0]  # "Ways to access X" are none of X
    if is_name(named) and has_proper_shape(named):
        return "" if done_to else named  # "three types of ACL"
    words = text[: found.end(1)].rstrip(" :：").split()
    before = [i for i, word in enumerate(words) if word.casefold() in _BEFORE_CHOOSERS or word.isdigit()]
    words = words[before[-1] + 1 :] if before else words
    name = clean_name(" ".join(words))
    if len(words) > 1 and is_name(name) and len(text.split()) <= _LONGEST:
        return name
    chosen = clean_name(_BEHIND.sub("", _ARTICLE.sub("", found["of"] or "")))
    if ")" in chosen and "(" not in chosen:
        return ""
    if chosen.rpartition(" ")[2].casefold() in _NO_NAME_END:
        return ""
    kinds = chosen.endswith("s") and not is_generic(chosen) and " to " not in found[0]  # "ways to patch instances"
    told = len(chosen.split()) > 1 or has_proper_shape(chosen) or kinds
    if len(text[: found.start()].rpartition(". ")[2].split()) > _SHORT:
        return ""  # "articles that describe how to exploit different kinds of X"
    return chosen if is_name(chosen) and told else ""


def _instructs(text: str) -> bool:
    """`Align the review with common attack patterns:` tells what to do and offers nothing."""
    first, _, rest = text.partition(" ")
    low = first.casefold()
    return bool(rest) and (low in IMPERATIVES or low in TASK_VERBS or low in ("see", "use", "focus", "alert", "align"))


def _announces(text: str) -> bool:
    return bool(_ALONE.match(text) or announced_subject(text) or _INTEGRATES.search(text) or _PARTS.search(text))


def _line_above(scope: Scope, index: int) -> int | None:
    """The parent item, or the paragraph right before the list's first item."""
    block = scope.document.blocks[index]
    if block.parent >= 0:
        return block.parent if scope.document.blocks[block.parent].kind is BlockKind.ITEM else None
    place = scope.before_list[index]
    before = scope.document.blocks[place]
    return place if place >= 0 and before.kind is BlockKind.PARAGRAPH and before.heading == block.heading else None


@lru_cache(maxsize=_REMEMBERED)
def read_announcement(text: str) -> Announcement:
    """Return what a line that ends in a colon announces by its words; the type is empty where it announces no names."""
    if _NEGATED.search(text) or _EXAMPLES.match(text) or _WAYS.search(text) or text == "Uses:":
        return Announcement("", "")
    alone = _ALONE.match(text)
    if alone:
        return _one_verb(alone)
    if _SUPPORTED.match(text) or heads_supported(text):
        return Announcement(RelationType.USES, "supports")
    found = _INTEGRATES.search(text)
    if found:
        return Announcement(RelationType.INTEGRATES_WITH, " ".join(found[1].casefold().split()))
    of_other = _of_other(text)
    if of_other is not None:
        return of_other
    if _PARTS.search(text) or _SUITE.search(text.rstrip(" :：")):
        return Announcement(RelationType.PART_OF, "part of")
    if _SUPPORTS_SOME.match(text):
        return Announcement(RelationType.OPTION_OF, "option of")
    found = _CHOICES.search(text)
    if found:
        subject = announced_subject(text)
        subject = "" if _STANDS_FOR.search(text, 0, found.start()) else subject
        offered = subject or (_OFFERS.match(text) and not _instructs(text) and found[1].endswith(("s", "S")))
        return Announcement(RelationType.OPTION_OF, "option of", subject) if offered else Announcement("", "")
    found = _USES.search(text)
    if found and _names_several(text[found.end() :]):
        return Announcement(RelationType.USES, " ".join(found[1].casefold().split()))
    return Announcement("", "")


def _of_other(text: str) -> Announcement | None:
    """What the line names itself: "The vendor offers the following engines on X:", "X has two parts:", "Components of X:"."""
    for pattern, kind in ((_OFFERED_ON, RelationType.OPTION_OF), (_OF_SUBJECT, RelationType.PART_OF)):
        named = pattern.search(text)
        if named and is_name(clean_name(named["of"])):
            return Announcement(kind, kind.replace("_", " "), clean_name(named["of"]))
    found = None if _instructs(text) else _PARTS_OF.search(text)
    if found and is_name(clean_name(found["of"])):
        return Announcement(RelationType.PART_OF, "part of", clean_name(found["of"]))
    return None


def _names_several(rest: str) -> bool:
    """Behind the verb nothing, "the following" or a plural; "relies on the page cache:" has its object in the line."""
    last = rest.rstrip(" :：").rpartition(" ")[2].casefold()
    return last in ("", "following", "this", "these") or last.endswith("s")


def _one_verb(alone: re.Match[str]) -> Announcement:
    if alone["uses"]:
        return Announcement(RelationType.USES, alone["uses"].casefold())
    if alone["has"]:
        return Announcement(RelationType.PART_OF, "part of")
    return Announcement(RelationType.OPTION_OF, "option of")
