"""What a heading names under the topic above it, and what only says which part of the text it is."""

from __future__ import annotations

import re
from dataclasses import dataclass

from graph.names import fold_words
from ingest.abbreviations import is_gloss_of, spells_exactly
from ingest.compared_names import is_versus
from ingest.english import (
    ASPECTS,
    CHOOSER_NOUNS,
    CHOOSER_PLURALS,
)
from ingest.list_headings import heads_kinds, heads_supported, whose_kinds
from ingest.node_names import clean_name, has_proper_shape, is_generic, is_name, strip_heading
from ingest.task_names import is_task
from ingest.term_items import COMMON_ONES

__all__ = ["Heading", "asked_of", "configured", "read_heading", "split_gloss"]

_GLOSS = re.compile(r"^(?P<name>[^()（）]+?)\s*[(（](?P<gloss>[^()（）]+)[)）](?P<rest>.*)$")
_DASH_GLOSS = re.compile(r"\s+(?:--|[-–—=])\s+|:\s+")
_COMPARES = re.compile(
    r"^\W*(?:versus|vs\.?|compared (?:to|with))\s|\b(?:comparisons?|compared|in (?:action|practice))\W*$", re.IGNORECASE
)
_OPTIONAL_PLURAL = re.compile(r"(?<=[a-z])\(s\)")
# "S3: Complete Guide", "Kafka - A Deep Dive": the text's name behind that of its subject.
_ON_SUBJECT = re.compile(
    r"(?::|\s[-–—])\s+(?:an? |the |your )?(?:(?:complete|comprehensive|ultimate|full|detailed|practical|beginner['’]s|quick"
    r"|in-depth|deep|study|exam|hands-on|definitive|short|brief|final|revision|crash|developer|step-by-step)\s+)*"
    r"(?:guide|notes?|overview|introduction|tutorial|dive|handbook|summary|explained|course|walkthrough|cheat ?sheet|reference"
    r"|explanation|complete|comprehensive|basics|fundamentals)\b(?! of\b).*$",
    re.IGNORECASE,
)
_LEADING_ARTICLE = re.compile(r"^(?:[Tt]he|An?)\s+(?=(?:[A-Z(][\w()/-]*\s+){1,5}[A-Z(][\w()/-]*$)")
_SLUG = re.compile(r"(?P<name>[A-Z]\w+(?:-[A-Z]\w+)+)-\(?(?P<short>[A-Z][A-Z0-9]+)\)?")
_PARTS_OF = re.compile(
    r"^(?:[A-Za-z]+ )?(?:components?|features?|parts|elements|services|building blocks|modules) (?:of|in) (?:an? |the )?(.+)$",
    re.I,
)
_OWN_PARTS = re.compile(
    r"^(.+?) (?:(?:core|main|key|basic|major|essential|fundamental) )?(?:components|parts|elements|building blocks|entities)$",
    re.I,
)
# "DynamoDB Architecture" is on DynamoDB; "Kernel Architecture", in ordinary words, may be a matter of its own.
_HOW_BUILT = re.compile(
    r"^(\S+(?: [A-Z]\S*)*) (?:(?:core|internal|basic|overall|high[- ]level) )?(?:architecture|internals|anatomy)(?: overview)?$",
    re.I,
)
_CORE_PARTS = re.compile(
    r"(?:core|main|key|basic|major|essential|fundamental) (?:entities|constructs|primitives)", re.I
)
# "Explore Availability Zones", "Understanding the Scheduler", "describe Resource Groups": the section is on those.
_INTRODUCED = re.compile(
    r"^(?:explore|exploring|discover|discovering|understand|understanding|introducing|meet|learn about|getting to know"
    r"|compare(?= [^:]+ (?:types|kinds|classes|options|tiers|plans|editions|modes)$)"
    r"|describe|define|explain|summari[sz]e|identify|outline|discuss|recogni[sz]e|given|name(?= the )|list(?= the )"
    r"|all about|more about|a (?:deeper |closer )?look at)"
    r" (?:the |an? )?(?=[A-Z]|[a-z]+ [a-z]+s$|(?:[a-z]+ )?(?:components|features|parts|elements|types|kinds) of )",
    re.IGNORECASE,
)
# "Three Service Models" are the service models.
_COUNT = re.compile(
    r"^(?:the )?(?:two|three|four|five|six|seven|eight|nine|ten|\d) "
    rf"(?=(?:[\w-]+ ){{1,3}}(?:{'|'.join(sorted(CHOOSER_NOUNS))})$|(?:kinds|types) of \w)",
    re.IGNORECASE,
)
# "RDS Read Replicas for read scalability": a name, and what it is for.
_PURPOSE = re.compile(r"^((?:[A-Z][\w-]+ ){1,3}[A-Z][\w-]+) for [a-z][a-z -]+$")
# "Caching strategies based on reading and writing", "Eviction policies for the right cleanup" are those.
_CHOSEN_FOR = re.compile(
    rf"^((?:[A-Za-z][\w-]* ){{1,3}}(?:{'|'.join(sorted(CHOOSER_PLURALS))}))"
    r" (?:for|based on|depending on|according to) [a-zA-Z].*$",
    re.IGNORECASE,
)
# "High-level DynamoDB"
_LEVEL = re.compile(r"^(?:high[- ]level|advanced|basic|more (?:on|about))[ -](?=(?-i:[A-Z]\w*[A-Z]))", re.IGNORECASE)
_NUMBERED_KIND = re.compile(
    r"[A-Z][a-z]+ \d+|Vulnerability|Threat|Attack|Service|Concept|Pattern|Strategy|Principle|Component"
)
_CHAPTER = re.compile(
    r"(?:chap(?:ter)?|ch|part|section|sec|lesson|lecture|module|unit|week|day)\.? \d+\s*[-–—:.]\s+", re.IGNORECASE
)
_PROPERTIES = re.compile(r"^([A-Z]{3,7}) (?i:properties|guarantees|principles)$")  # "ACID properties"
_QUESTION = re.compile(
    r"^(?:what(?:'s|’s| is| are)|introduction to|intro to|overview of"
    r"|(?:the )?(?:basics|fundamentals|essentials|(?:(?:high|low)[- ]level |overall )?architecture|anatomy|internals) of|about"
    r"|(?:key|main|core|basic|fundamental) (?:concepts|characteristics|principles|terms|ideas) of"
    r"|(?:key |main )?(?:features|advantages|disadvantages|benefits|drawbacks|limitations|importance|purpose) of(?: using)?)"
    r"\s+(?:an?\s+|the\s+)?(.+?)\??$",
    re.I,
)


_CONFIGURE = re.compile(
    r"(?:(?:module|chapter|unit|lesson|lab|section|part)\s*:?\s*\d*\s*[:.–—-]?\s*)?"
    r"(?:configure|deploy|manage|administer|implement|monitor|set up|introducing|working with) "
    r"(?P<what>(?-i:[A-Z][\w.-]*(?: [A-Z][\w.-]*){1,4}))",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Heading:
    """What a heading names: `name`, a `gloss` in parentheses or behind a dash, and what it is `of`: "SQS - FIFO queue".

    `prefixed` is the whole name where the parent's, which it begins with, is left out of `name`.
    """

    name: str
    gloss: str = ""
    prefixed: str = ""
    of: str = ""


def read_heading(text: str, parent: str) -> Heading | None:
    """Return what a heading names under the topic `parent`; None where it only says what part of the text it is.

    "Abbr (Expansion)" and "Abbr - Expansion" give a gloss; a prefix shared with the parent falls away where the rest is a
    proper name by its shape ("S3 CORS" under S3 is CORS, "S3 Encryption" stays whole).
    """
    plain = _own_words(text)
    if not plain or (parent and _goes_on(plain, parent)):
        return None
    name, gloss = split_gloss(_bare(plain))
    if is_generic(name) or is_task(name) or not is_name(name) or _tells_of_some(text, name):
        return None
    rest = _without_prefix(name, parent)
    if not rest:
        return Heading(name, gloss)
    if all(word.casefold() in ASPECTS for word in rest.split()):
        return None
    return Heading(rest, gloss, name) if has_proper_shape(rest) else Heading(name, gloss)


def _bare(plain: str) -> str:
    """The words without level, purpose, what they are chosen for, and an article."""
    listed = _PARTS_OF.fullmatch(plain) or _HOW_BUILT.fullmatch(plain)
    if listed and has_proper_shape(listed[1].rpartition(" ")[2]):
        plain = listed[1]
    plain = _PROPERTIES.sub(r"\1", _LEVEL.sub("", _CHOSEN_FOR.sub(r"\1", plain)))
    plain = COMMON_ONES.sub("", _PURPOSE.sub(r"\1", plain) if " for " in plain else plain)
    return _LEADING_ARTICLE.sub("", whose_kinds(plain) or plain)


def _own_words(text: str) -> str:
    """What a heading says of its subject, without the words on the text itself; nothing of what compares, asks or sums up."""
    if is_versus(text) or _COMPARES.search(text):
        return ""
    plain = strip_heading(_OPTIONAL_PLURAL.sub("s", text))
    question = _QUESTION.match(plain)
    if question:
        plain = clean_name(question[1])
    elif text.rstrip().endswith("?"):
        return ""
    return _ON_SUBJECT.sub("", _COUNT.sub("", _INTRODUCED.sub("", _behind_number(plain))))


def _behind_number(plain: str) -> str:
    """What "Chap 2 - AMQP Protocol" and "Layer 1: Physical Security" name; nothing of "Disadvantages: X", a part of the text
    on X."""
    numbered = _CHAPTER.match(plain)
    name = clean_name(plain[numbered.end() :]) if numbered else ""
    if is_name(name):
        return name
    part, _, rest = (plain if has_proper_shape(plain) else plain.replace(" - ", ":")).partition(":")
    if not rest:
        return plain
    if is_generic(part):
        return ""
    return clean_name(rest) if _NUMBERED_KIND.fullmatch(part) and is_name(clean_name(rest)) else plain


def _tells_of_some(text: str, name: str) -> bool:
    """`Built-in Features`, `Developer Considerations`: what is left of the heading is none of the things that it is on."""
    advice = text.rstrip(" :*").casefold().endswith(("considerations", "recommendations", "guidelines"))
    plain = " " not in name and not has_proper_shape(name)
    return name.casefold() in ("built-in", "built in", "add-on") or (advice and plain)


def configured(title: str) -> str:
    """Return X of "Module 20: Configure X", the title itself where it tells to do nothing with a name in capitals."""
    found = _CONFIGURE.fullmatch(title)
    return found["what"] if found else title


def asked_of(title: str) -> str:
    """Return X of "What is X?", "Introduction to X" or "Meet X", the title itself where it asks of nothing."""
    question = _QUESTION.match(title)
    if question:
        return clean_name(question[1])
    named = _INTRODUCED.sub("", title)
    return named if named[:1].isupper() else title


def _goes_on(plain: str, parent: str) -> bool:
    """`Components of X`, "X core components" or "Types of X" below X go on with X, and so does "Supported engines"."""
    built = _HOW_BUILT.match(plain) if has_proper_shape(parent) else None
    listed = _PARTS_OF.match(plain) or _OWN_PARTS.match(plain) or built
    of = listed is not None and fold_words(listed[1]) == fold_words(parent)
    return of or bool(_CORE_PARTS.fullmatch(plain)) or heads_supported(plain) or heads_kinds(plain, parent)


def split_gloss(plain: str) -> tuple[str, str]:
    """Return a name and what stands for it in parentheses or behind a dash: "Abbr (Expansion)"; "" where nothing does."""
    slug = _SLUG.fullmatch(plain)
    if slug and is_gloss_of(slug["short"], slug["name"].replace("-", " ")):
        return slug["name"].replace("-", " "), slug["short"]  # "Relational-Database-Service-RDS"
    found = _GLOSS.match(plain)
    if found:
        rest = found["rest"].strip(" -–—:.")
        if rest and not is_generic(rest):
            return strip_heading(f"{found['name']} {rest}"), ""  # VPC is no "Virtual Private Cloud (VPC) endpoints"
        return strip_heading(found["name"]), clean_name(found["gloss"])
    return _either_name(plain) or _short_at_end(plain) or _behind_dash(plain) or (plain, "")


def _either_name(plain: str) -> tuple[str, str] | None:
    """`Least Recently Used or LRU`."""
    before, _, behind = plain.rpartition(" or ")
    if not before or not (is_gloss_of(behind, before) or is_gloss_of(before, behind)):
        return None
    name, gloss = clean_name(before), clean_name(behind)
    return (name, gloss) if is_name(name) else (gloss, name)


def _short_at_end(plain: str) -> tuple[str, str] | None:
    """`Simple Queue Service SQS`."""
    before, _, last = plain.rpartition(" ")
    if last.isupper() and spells_exactly(last, before) and is_name(clean_name(before)):
        return clean_name(before), last
    return None


def _behind_dash(plain: str) -> tuple[str, str] | None:
    parts = _DASH_GLOSS.split(plain, maxsplit=1)
    if len(parts) == 2 and is_name(clean_name(parts[0])):
        return clean_name(parts[0]), clean_name(parts[1])
    return None


def _without_prefix(name: str, parent: str) -> str:
    if not parent:
        return ""
    words, prefix = name.split(), fold_words(parent)
    if len(words) > len(prefix) and fold_words(" ".join(words[: len(prefix)])) == prefix:
        return " ".join(words[len(prefix) :])
    return ""
