"""What a line over a list announces, by its words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from graph.relation_types import RelationType
from ingest.english import ANNOUNCED_PLURALS, CHOOSER_NOUNS, DETERMINERS, IMPERATIVES, NOUNS_TOO, TASK_VERBS
from ingest.list_headings import heads_supported, lists_kinds
from ingest.node_names import clean_name, has_proper_shape, is_generic, is_name, is_nameable
from ingest.rules.announcing_forms import plainly_announced
from ingest.task_names import is_task

__all__ = [
    "ALONE",
    "INTEGRATES",
    "NEGATED",
    "OF_ELSE",
    "PARTS",
    "SUITE",
    "SUPPORTED",
    "SUPPORTS_SOME",
    "THERE_ARE",
    "USES",
    "Announcement",
    "announces_names",
    "read_announcement",
]

_NEAR_END = r"(?=[^.,;:()]{0,60}[:：]?\s*$)"  # the line's last clause says it
INTEGRATES = re.compile(r"\b(integrat\w+ with|works? with|compatible with|interacts? with)\b" + _NEAR_END, re.I)
USES = re.compile(
    r"(?<!Key )(?<!key )(?<!Common )(?<!common )\b(uses|relies on|depends on|requires|is built on|runs on|(?:using|through|via)(?=\s*[:：]$))"
    + _NEAR_END,
    re.I,
)
PARTS = re.compile(
    r"\b(consists? of|comprises?|composed of|made up of|contains?|(?:includes?|has|have) the following"
    r"|(?:created|configured|set up|defined) with the following (?:[\w-]+ ){0,2}(?:settings|parameters|attributes|properties|fields|options))"
    + _NEAR_END
    + r"|\b("
    r"(?:components|parts|pieces|core services|main services|building blocks|features|elements|key concepts|core concepts|pillars|phases|stages|layers|planes)"
    r"(?: (?:are|include|of [^,:]{2,30}(?: are| include)?))?(?=\s*[:：]?\s*$))",
    re.I,
)
# "X supports two caching engines:"
SUPPORTS_SOME = re.compile(
    r"^(?:[A-Z][\w-]*(?: [\w-]+){0,3}|it|they) (?:supports?|offers?|provides?|allows?) (?:the following|these|two|three|four|five|six|seven|\d)"
    r" (?:[\w-]+ ){0,4}(?:databases|engines|runtimes|languages|platforms|protocols|backends|editions|types|modes)\s*:$",
    re.I,
)
SUITE = re.compile(
    r"\b(?:suite|set|collection|family) of (?:[\w-]+ ){0,2}(?:tools|services|features|components|products|utilities)\s*$",
    re.I,
)
# A line of one verb, with the topic left out.
ALONE = re.compile(
    r"^(?:it |they |this )?(?:also |can )?(?:(?P<uses>supports?|uses?|requires?|needs|relies on|depends on)|(?P<has>includes?|contains?|comprises|consists of|provides|offers|adds)"
    r"|(?P<is>be(?: either)?|is either|are either|comes in))(?: the following)?\s*[:：]$",
    re.I,
)
# "Supported services: X, Y": the topic works with them.
SUPPORTED = re.compile(
    r"^(?:the )?(?:supported|compatible|integrated) (?:aws |azure |google cloud |gcp )?(?:services|engines|databases|sources|targets|destinations"
    r"|integrations|platforms|runtimes|languages|protocols|tools|systems|(?:data|event) sources)\s*[:：]$"
    r"|^(?:the )?following (?:(?:services|engines|databases|platforms|runtimes|languages|protocols|systems) )?are (?:allowed|supported|compatible)\s*[:：]$"
    r"|^(?:useful|used|suitable|available) (?:for|with|by) (?:\w+ )?(?:services|tools|databases|systems|resources) (?:like|such as)\s*[:：]$",
    re.I,
)
OF_ELSE = "of something else"  # the phrase of a line that announces choices, and not of the topic
NEGATED = re.compile(r"\b(not|n't|cannot|never|without|unlike|except|vs|versus)\b", re.I)

_PARTS_OF = re.compile(
    r"\b(?:fundamentals|components|parts|elements|attributes|members|pieces|layers|pillars|building blocks) (?:of|in) (?:an? |the )?(?P<of>[^:,]+?)\s*[:：]$",
    re.I,
)
# "Storage account is the top-level account for the following services:": what is listed is of that.
_OF_SUBJECT = re.compile(
    r"^(?:an? |the )?(?P<of>(?-i:[A-Z])[\w-]*(?: [\w-]+){0,3}?) (?:is|has|includes|contains|provides|offers|comprises|consists of|comes with|defines|has developed)\b"
    r"[^:.;]{0,60}?\b(?:(?:following|these|two|three|four|five|six) (?:[\w-]+ ){0,2}(?:components|parts|services|features|elements|modules|layers|tools|resources|objects|specifications)"
    r"|set of (?:[\w-]+ ){0,2}features\b[^:.;]{0,60} including)\s*[:：]$",
    re.I,
)
# "X is a collection of three processes that run on one node. These include:"
_COLLECTION = re.compile(
    r"^(?:an? |the )?(?P<of>(?-i:[A-Z])[\w-]*(?: [\w-]+){0,3}?) (?:is|are) (?:an? )?(?:collection|set|group|combination|suite|family) of"
    r" [^.;:]{2,100}\. (?:these|they|those) (?:include|are|comprise)\s*[:：]$",
    re.I,
)
# "The vendor offers the following engines on X:": X has them to choose from.
_OFFERED_ON = re.compile(
    r"\b(?:offers?|provides?|supports?|allows?) (?:the following|these) (?:[\w-]+ ){0,2}(?:databases|engines|runtimes|languages|platforms|types|options|protocols)"
    r" (?:on|in|for|with) (?:the )?(?P<of>[A-Z][\w-]*(?: [A-Z][\w-]*){0,3})\s*:$",
    re.I,
)
_RELATIVE = re.compile(r"\b(?:which|that|what|where|whose)\b[^.;]*$")  # "records, which are the units that DNS uses:"
# "There are four data services that can be accessed with X": the topic's
THERE_ARE = re.compile(
    r"^there (?:are|is) (?:the following |two |three |four |five |six |seven |eight |\d+ |several )(?:(?!(?:kinds|types) of)[\w-]+ ){0,2}"
    r"(?:services|components|parts|layers|modules|elements|objects|entities|planes|roles)(?: (?:that|which|in|of|within|inside|available|provided|offered)\b[^.;:]{0,80})?\s*[:：]$",
    re.I,
)
_STANDS_FOR = re.compile(
    r"\b(?:represents?|describes?|stands? for|models?)\b", re.I
)  # "can represent two types of entities:"
_AS_FOLLOWS = re.compile(r"\s+as follows$", re.I)
_CHOICES = re.compile(
    r"(?:^|[\s/])("
    + "|".join(sorted(CHOOSER_NOUNS | ANNOUNCED_PLURALS))
    + r")\b(?:\s+(?:of|for|to \w+)\s+(?P<of>[^:]+)|\s+to \w+(?=\s*:)|\s+(?:(?:that |which )?(?:we|you|one) (?:can|could|may)|(?:that|which) can be(?= (?:\w+ed|set|chosen|built)\b))\s[^:]{2,60})?\s*:?\s*$",
    re.I,
)
# What a line does that says of its topic that it has choices; an instruction ("Focus on these patterns:") does not.
_OFFERS = re.compile(
    r"^(?:there (?:are|is)|(?:it |they |which |(?:[\w-]+ ){1,4})?(?:has|have|supports?|offers?|provides?|comes? in|can be)\b"
    r"|(?:the |its )?(?:(?:available|possible|following|main|different|common|other|two|three|four|five|six|seven|eight|\d+) ){0,3}\w+(?: to \w+)?\s*[:：]?$)",
    re.I,
)
# How it is done, and no kinds of it; but how something is set up are its kinds.
_WAYS = re.compile(
    r"^(?!.*\b(?:configured|deployed|run|launched|set up|installed|purchased|provisioned|implemented)\b)"
    r".*\bin (?:the following |these )?(?:\w+ )?(?:\w+ )?ways\s*:$",
    re.I,
)
_BEHIND = re.compile(
    r"\s+(?:used|known|found|employed)\s.*$|\s+(?:on|in|for|with|that|which|you|we|to|at|from)\s.*$|\s+(?:available|supported|offered)$|\s*\([^()]*\)$",
    re.I,
)
_NO_NAME_END = frozenset(["exist", "exists", "include", "includes", "are", "is", "available", "apply"])
_REMEMBERED = 64  # lines: the items of one list ask for the same one
_ARTICLE = re.compile(r"^(?:an?|the|your)\s+", re.I)
_WHERE = re.compile(r"^([a-z][a-z -]*s) (?:in|on|within) (?:the )?[A-Z].*$")  # "kinds of roles in Acme"
_EXAMPLES = re.compile(r"^(?:\w+ )?examples?\b", re.I)
_SAID_FOR = frozenset("advantages benefits reasons problems disadvantages drawbacks issues limitations".split())
_SHORTEST = 3  # letters of a word that is no name by itself
_SHORT = 7  # words before the kinds of something
_LONGEST = 12  # words of a line that names what it announces
_BEFORE_CHOOSERS = DETERMINERS | frozenset(
    [
        "different",
        "other",
        "further",
        "additional",
        "main",
        "core",
        "key",
        "common",
        "available",
        "various",
        "multiple",
        "several",
        "many",
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


_NO_NAMES = Announcement("", "")


def _announced_subject(text: str) -> str:
    """Return the chooser that a line like "S3 Storage Classes/Tiers:" or "2 caching strategies:" names, or nothing."""
    found = _CHOICES.search(_AS_FOLLOWS.sub("", text.rstrip(" :：")))
    if found is None or NEGATED.search(text) or not found[1].endswith(("s", "S")) or _instructs(text):
        return ""
    if not _SAID_FOR.isdisjoint(text[: found.start(1)].casefold().split()):
        return ""  # "has a number of advantages over other mechanisms"
    of = clean_name(_WHERE.sub(r"\1", _ARTICLE.sub("", found["of"] or "")))
    if is_name(of) and has_proper_shape(of):
        return "" if _are_ways_to(found) else of  # "three types of ACL"
    return _chooser_before(text, found) or _chosen_behind(text, found)


def _are_ways_to(found: re.Match[str]) -> bool:
    """`Ways to access X` are none of X."""
    return found[1].casefold() == "ways" and " to " in found[0]


def _chooser_before(text: str, found: re.Match[str]) -> str:
    """`S3 storage classes`: a name that ends in the chooser."""
    words = text[: found.end(1)].rstrip(" :：").split()
    before = [i for i, word in enumerate(words) if word.casefold() in _BEFORE_CHOOSERS or word.isdigit()]
    words = words[before[-1] + 1 :] if before else words
    name = clean_name(" ".join(words))
    return name if len(words) > 1 and is_name(name) and len(text.split()) <= _LONGEST else ""


def _chosen_behind(text: str, found: re.Match[str]) -> str:
    """`types of load balancers`: what stands behind the chooser, where it is a name by itself."""
    if len(text[: found.start()].rpartition(". ")[2].split()) > _SHORT:
        return ""  # "articles that describe how to exploit different kinds of X"
    chosen = clean_name(_BEHIND.sub("", _ARTICLE.sub("", found["of"] or "")))
    if not _may_be_chosen(text, chosen) or chosen.rpartition(" ")[2].casefold() in _NO_NAME_END:
        return ""
    told = " " in chosen or has_proper_shape(chosen)
    return chosen if told or _is_kind_or_whole(text, chosen, found[0]) else ""


def _may_be_chosen(text: str, chosen: str) -> bool:
    """Whether the words are a name, as "types of Encryption" make one of a word."""
    if is_task(chosen):
        return False  # "Other methods of implementing firewalls"
    if not is_name(chosen) and not (chosen[:1].isupper() and text.find(chosen) > 0 and is_nameable(chosen)):
        return False
    return ")" not in chosen or "(" in chosen


def _is_kind_or_whole(text: str, chosen: str, announced: str) -> bool:
    """Whether a single word is what there are several of ("types of hypervisors"), or what has the kinds, with a capital:
    "Two forms of Replication", "There are two forms of Replication"."""
    if chosen.endswith("s") and not is_generic(chosen) and " to " not in announced:  # "ways to patch instances"
        return True
    several = lists_kinds(text.rstrip(" :："))
    if several and len(chosen) > _SHORTEST and not is_generic(chosen):
        return True  # "types of replication:"
    return chosen[0].isupper() and (several or text.find(chosen) > 0)


def _instructs(text: str) -> bool:
    """`Align the review with common attack patterns:` tells what to do and offers nothing."""
    first, _, rest = text.partition(" ")
    low = first.casefold()
    return bool(rest) and (
        low in IMPERATIVES or low in TASK_VERBS - NOUNS_TOO or low in ("see", "use", "focus", "alert", "align")
    )


def announces_names(text: str) -> bool:
    """Return whether the line tells of names by its own verb or noun, whatever term it leads with."""
    return bool(ALONE.match(text) or _announced_subject(text) or INTEGRATES.search(text) or PARTS.search(text))


@lru_cache(maxsize=_REMEMBERED)
def read_announcement(text: str) -> Announcement:
    """Return what a line that ends in a colon announces by its words; the type is empty where it announces no names."""
    plain = plainly_announced(text)
    for read in _READERS:
        announced = read(plain)
        if announced is not None:
            return announced
    return _NO_NAMES


def _of_no_names(text: str) -> Announcement | None:
    none = NEGATED.search(text) or _EXAMPLES.match(text) or _WAYS.search(text) or text == "Uses:"
    return _NO_NAMES if none else None


def _of_verb_alone(text: str) -> Announcement | None:
    alone = ALONE.match(text)
    return _one_verb(alone) if alone else None


def _of_supported(text: str) -> Announcement | None:
    supported = SUPPORTED.match(text) or heads_supported(text)
    return Announcement(RelationType.USES, "supports") if supported else None


def _of_partners(text: str) -> Announcement | None:
    found = INTEGRATES.search(text)
    return Announcement(RelationType.INTEGRATES_WITH, " ".join(found[1].casefold().split())) if found else None


def _of_parts(text: str) -> Announcement | None:
    parts = PARTS.search(text) or THERE_ARE.match(text) or SUITE.search(text.rstrip(" :："))
    return Announcement(RelationType.PART_OF, "part of") if parts else None


def _of_choices(text: str) -> Announcement | None:
    if SUPPORTS_SOME.match(text):
        return Announcement(RelationType.OPTION_OF, "option of")
    found = _CHOICES.search(text)
    if not found:
        return None
    subject = "" if _STANDS_FOR.search(text, 0, found.start()) else _announced_subject(text)
    several = found[1].endswith(("s", "S")) or text[0].isdigit()  # "2 type"
    offered = subject or (_OFFERS.match(text) and not _instructs(text) and several)
    return Announcement(RelationType.OPTION_OF, "option of", subject) if offered else _NO_NAMES


def _of_used(text: str) -> Announcement | None:
    found = USES.search(text)
    if not found or not _names_several(text[found.end() :]) or _RELATIVE.search(text, 0, found.start()):
        return None
    return Announcement(RelationType.USES, " ".join(found[1].casefold().split()))


def _of_other(text: str) -> Announcement | None:
    """What the line names itself: "The vendor offers the following engines on X:", "X has two parts:", "Components of X:"."""
    told = (
        (_OFFERED_ON, RelationType.OPTION_OF),
        (_OF_SUBJECT, RelationType.PART_OF),
        (_COLLECTION, RelationType.PART_OF),
    )
    for pattern, kind in told:
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


# In this order: what a line negates it does not announce, and a verb by itself says more than a noun that stands by.
_READERS = (
    _of_no_names,
    _of_verb_alone,
    _of_supported,
    _of_partners,
    _of_other,
    _of_parts,
    _of_choices,
    _of_used,
)
