"""Headings that only say what the names below them are of the topic: "Supported engines", "Types of X" below X, "Consumers"."""

from __future__ import annotations

import re

from graph.names import fold_words
from ingest.document import Block, BlockKind, Document, MarkKind
from ingest.english import CHOOSER_NOUNS
from ingest.node_names import clean_name, has_proper_shape, is_generic, is_name, strip_heading

__all__ = ["heads_kinds", "heads_partners", "heads_supported", "lists_kinds", "whose_kinds"]

_SUPPORTED = re.compile(r"(?:supported|compatible|integrated) (?:[\w-]+ ){0,2}[\w-]+s", re.IGNORECASE)
_KINDS_OF = re.compile(
    r"(?:(?:the|different|main|common|available|various|two|three|four|five|six|\d) )*(?P<noun>[\w-]+)"
    r" (?:of|for|in) (?:an? |the )?(?P<of>.+)",
    re.IGNORECASE,
)
# What works with the topic, told by its part in that.
_PARTNERS = re.compile(
    r"(?:(?:common|typical|possible|main|example) )?(?:producers|consumers|subscribers|publishers|destinations|targets|sinks"
    r"|integrations|(?:event|data) sources)",
    re.IGNORECASE,
)
_JOINED = re.compile(r"[,&/]|(?<![-\w])(?:and|or|in|for|with|to)(?![-\w])")
_NO_KINDS = frozenset(["class", "policies", "models", "algorithms", "solutions"])  # things, as "IAM policies" are
_LEAST = 2
_LONGEST = 5  # words of an item that is a name


def heads_supported(text: str) -> bool:
    """Return whether a heading says that its topic supports what is listed below."""
    return bool(_SUPPORTED.fullmatch(strip_heading(text)))


def heads_kinds(text: str, topic: str) -> bool:
    """Return whether a heading says that the kinds of its topic follow: "Types of Gateway" or "Gateway types" below
    "Storage Gateway"; "Storage types" there are a thing of their own."""
    plain, own = strip_heading(text).partition(":")[0], fold_words(topic)
    told = _KINDS_OF.fullmatch(plain)
    if told and told["noun"].casefold() in CHOOSER_NOUNS and own:
        of = fold_words(told["of"])
        return own[-len(of) :] == of
    *before, noun = plain.split() or [""]
    of = fold_words(" ".join(before))
    return _is_plural(noun) and bool(of) and own[-len(of) :] == of


def lists_kinds(text: str) -> bool:
    """Return whether words begin like a heading over kinds of something: "Types of parallelism in programming models"."""
    told = _KINDS_OF.fullmatch(text)
    return told is not None and _is_plural(told["noun"]) and " of " in text


def _is_plural(noun: str) -> bool:
    low = noun.casefold()
    return low in CHOOSER_NOUNS and low.endswith("s") and low not in _NO_KINDS


def whose_kinds(plain: str) -> str:
    """Return what a heading lists the kinds of: X of "Types of X"; nothing where it names no thing, or of several."""
    told = _KINDS_OF.fullmatch(plain)
    of = clean_name(told["of"]) if told and lists_kinds(plain) else ""
    return of if is_name(of) and not is_generic(of) and not _JOINED.search(of) else ""


def heads_partners(document: Document, index: int) -> bool:
    """Return whether a heading or line like "Consumers" stands over a list of nothing but names."""
    block = document.blocks[index]
    if not _PARTNERS.fullmatch(strip_heading(block.text.plain)):
        return False
    listed = [b for b in document.blocks[index + 1 :] if _is_below(b, index, block)]
    named = [b for b in listed if _is_name_alone(b)]
    return len(named) >= _LEAST and 2 * len(named) >= len(listed)


def _is_below(block: Block, index: int, above: Block) -> bool:
    place = block.heading if above.kind is BlockKind.HEADING else block.parent
    return block.kind is BlockKind.ITEM and place == index and (above.kind is not BlockKind.HEADING or block.parent < 0)


def _is_name_alone(block: Block) -> bool:
    words = re.sub(r"\s*\([^()]*\)", "", block.text.plain).split()
    titled = sum(1 for word in words if word[0].isupper() or has_proper_shape(word))
    return (
        0 < len(words) <= _LONGEST
        and 2 * titled >= len(words)
        and not any(m.kind is MarkKind.LINK for m in block.text.marks)
    )
