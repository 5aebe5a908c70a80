"""Another name of the same thing, by the author's word: "also known as", "referred to as", "(or X)", "(aka X)"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from graph.model import Confidence
from graph.names import fold_name
from graph.sentences import split_sentences
from ingest.abbreviations import is_gloss_of
from ingest.claims import SameThing, unqualified
from ingest.document import BlockKind
from ingest.english import CHOOSER_NOUNS
from ingest.lead_terms import Lead
from ingest.node_names import clean_name, has_proper_shape, is_name
from ingest.scope import Scope
from ingest.topics import Topic

__all__ = ["read_other_names"]

_RULE = "other name"
_KNOWN_AS = re.compile(
    r"^(?P<name>[^,;:()]{0,60}?)[\s,]*\b(?:(?:is|are|was|were|can be|may be|can also be)\s+)?"
    r"(?:(?:also|often|sometimes|commonly|otherwise|formerly|previously|better)\s+(?:be\s+)?(?:known as|called|named|termed|referred to as)"
    r"|(?:known|called) also(?: as)?|(?:known|referred to) as|a\.?k\.?a\.?)\s+(?P<other>[^,.;:()]{2,60})",
    re.IGNORECASE,
)
_ANOTHER = re.compile(
    r"^(?:another|an alternative|an alternate|the other|a common) (?:name|term|word) for (?:an? |the )?(?P<name>[^,;:()]{2,60}?)"
    r"(?: is (?P<other>[^,.;:()]{2,60})(?:\s*\([^()]*\))?)?\.?$",
    re.IGNORECASE,
)
# "Formerly X", "Short for X", "Renamed to X": of the topic
_OF_TOPIC = re.compile(
    r"^(?P<name>)(?:(?:it |this )?(?:is |was )?)?(?:(?:formerly|previously|originally)(?: known as| called| named)?|short for|(?:now |since |later )?(?:renamed|rebranded) (?:to|as)|now (?:called|known as))"
    r" (?P<other>[A-Z][^,.;:()]{1,50})\W*$",
    re.IGNORECASE,
)
_RENAMED = re.compile(
    r"^(?P<name>[A-Z][^,;:()]{1,50}?) (?:(?:was|is|has been|got) (?:later |since |recently )?(?:renamed|rebranded) (?:to|as|into)|is now(?: called| known as| named)?)"
    r" (?P<other>(?-i:[A-Z])[^.,;:()]{1,50})\W*$",
    re.IGNORECASE,
)
_BETWEEN_COMMAS = re.compile(
    r"^(?P<name>[A-Z][^,;:()]{1,50}), (?:formerly|previously|originally|short for|now)(?: known as| called| named)? (?P<other>[A-Z][^,;()]{1,50}), ",
    re.IGNORECASE,
)
_SAME_NAME = re.compile(
    r"^(?P<name>[^,;:()]{2,50}?) (?:is|was) (?:just |simply )?(?:short for|(?:another|an alternative|an alternate|a common|the old|the new|a fancy) (?:name|term|word) (?:for|of)) (?:an? |the )?(?P<other>[^,.;:()]{2,50})",
    re.IGNORECASE,
)
_ASIDE = re.compile(
    r"^(?P<name>[^,;:()]{2,60}?)\s*\((?:(?P<or>or)|=|aka|a\.k\.a\.?|(?:sometimes|often|commonly) (?:known as|called|referred to as)|also(?: known as| called)?|formerly(?: known as)?|previously)"
    r"[\s:,]+(?:simply )?(?P<other>[^,;()]{2,50})\)",
    re.IGNORECASE,
)
# One of these stands in every text that the patterns match: a cheap first look.
_CUES = (
    "known",
    "formerly ",
    "previously ",
    "originally ",
    "short for",
    "renamed",
    "rebranded",
    "name of",
    " is now ",
    "called",
    "name for",
    "term for",
    "word for",
    "named",
    "termed",
    "referred",
    "ka",
    "k.a",
    "(or",
    "(=",
    "(also",
    "(formerly",
    "(previously",
    "(sometimes",
    "(often",
    "(commonly",
)
_CLASS = re.compile(r"an? (?-i:[a-z])", re.IGNORECASE)  # "known as a message broker" tells the class
_END = re.compile(
    r"\s+(?:and|or|because|that|which|who|when|where|in|for|by|since|as|if|is|are|to|with|on|from)\s.*$", re.I
)
_ARTICLE = re.compile(r"^(?:in\s+)?(?:an?|the)\s+|[\"'“”‘’`]", re.IGNORECASE)
# "This is known as" gives a name to what was said last.
_LONGEST = 4  # words of another name
_NEAR = 3  # blocks below a topic
_PRONOUN = re.compile(r"^(?:it|they|the service|this service)?$", re.IGNORECASE)


def read_other_names(scope: Scope) -> Iterator[SameThing]:
    """Yield the two names wherever a sentence gives one for the other."""
    for index, block in scope.holding(_CUES, BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.DESCRIPTION):
        plain, lead = block.text.plain, scope.topics.leads[index]
        topic = scope.topics.introduced[index] or scope.about(index)
        if _OF_TOPIC.match(plain):
            topic = scope.about(index) if lead is not None and lead.alone else topic
            if topic is not None and not _opens(scope, index, topic):
                continue
        for start, end in split_sentences(plain):
            places = (start, lead.rest) if lead is not None and _is_behind(lead, start, end) else (start,)
            names = (_same(scope, index, place, end, topic) for place in places)
            yield from islice(filter(None, names), 1)


def _is_behind(lead: Lead, start: int, end: int) -> bool:
    """Whether a sentence begins with the lead, and goes on behind it."""
    return not lead.alone and start < lead.rest < end


def _opens(scope: Scope, index: int, topic: Topic) -> bool:
    """Whether "Formerly X" stands near what the topic names; further below it is said of what was told last."""
    several = topic.name.rpartition(" ")[2].casefold() in CHOOSER_NOUNS
    return not several and (topic.block < 0 or index - topic.block <= _NEAR)


def _same(scope: Scope, index: int, start: int, end: int, topic: Topic | None) -> SameThing | None:
    """The two names that the words from `start` on give; one that they leave out is the lead's."""
    found, lead = _named(scope.document.blocks[index].text.plain[start:end]), scope.topics.leads[index]
    if found is None or _is_choice(found) or _CLASS.match(found["other"] or ""):
        return None
    given = found["other"] is not None
    name = _subject(found["name"], topic) if given else clean_name(found["name"])
    said = found["other"] if given else lead.name if lead else ""
    other = clean_name(_END.sub("", _ARTICLE.sub("", said)))
    if not is_name(name) or not is_name(other) or len(other.split()) > _LONGEST or fold_name(other) == fold_name(name):
        return None
    span = (start + found.start(), start + found.end())
    return SameThing(name, other, scope.cite(index, _RULE, Confidence.EXPLICIT, span=span))


def _named(said: str) -> re.Match[str] | None:
    forms = (_KNOWN_AS, _ASIDE, _ANOTHER, _OF_TOPIC, _RENAMED, _BETWEEN_COMMAS, _SAME_NAME)
    return next((found for form in forms if (found := form.match(said))), None)


def _is_choice(found: re.Match[str]) -> bool:
    """`Athena (or Redshift Spectrum)` offers another thing, `Structured Query Language (or SQL)` another name."""
    said = found.groupdict()
    return (
        bool(said.get("or"))
        and said["other"][:1].isupper()
        and not (is_gloss_of(said["name"], said["other"]) or is_gloss_of(said["other"], said["name"]))
    )


def _subject(words: str, topic: Topic | None) -> str:
    """The topic for a pronoun or for the topic's own name, else the words where they are written like a name."""
    name = clean_name(_ARTICLE.sub("", words))
    if topic is not None:
        owner = unqualified(topic.owner)[1]
        if _PRONOUN.match(name) or fold_name(name) in (fold_name(topic.name), fold_name(f"{topic.name} {owner}")):
            return topic.ref
    proper = name[:1].isupper() or has_proper_shape(name)
    return name if is_name(name) and proper and len(name.split()) <= 4 else ""
