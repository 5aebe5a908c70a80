"""Headings that only say what the names below them are of the topic: "Supported engines", "Types of X" below X, "Consumers"."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import takewhile

from graph.names import fold_words
from ingest.document import Block, BlockKind, Document, MarkKind
from ingest.english import CHOOSER_NOUNS
from ingest.node_names import clean_name, has_proper_shape, is_generic, is_name, strip_heading
from ingest.relation_labels import label_of

__all__ = [
    "announces_choices",
    "heads_components",
    "heads_kinds",
    "heads_supported",
    "lists_kinds",
    "partners_below",
    "whose_kinds",
]

_SUPPORTED = re.compile(r"(?:supported|compatible|integrated) (?:[\w-]+ ){0,2}[\w-]+s", re.IGNORECASE)
_ADJECTIVES = (
    r"(?:(?:the|some|most|all|different|main|major|primary|common|popular|key|core|typical|basic|available|various|following|several"
    r"|possible|general|important|two|three|four|five|six|\d) )*"
)
_KINDS_OF = re.compile(
    rf"{_ADJECTIVES}(?P<noun>[\w-]+)"
    r" (?:of|for|in) (?:an? |the )?(?P<of>.+)",
    re.IGNORECASE,
)
_COMPARED = re.compile(r"^compar(?:e|ing) (?:the )?", re.IGNORECASE)  # "Compare Gateway types"
_LEADING = re.compile(rf"^{_ADJECTIVES}(?=[\w-]+$)", re.IGNORECASE)
_JOINED = re.compile(r"[,&/]|(?<![-\w])(?:and|or|in|for|with|to)(?![-\w])")
_BARE = frozenset(
    [
        "algorithms",
        "strategies",
        "techniques",
        "types",
        "kinds",
        "variants",
        "flavors",
        "flavours",
        "modes",
        "tiers",
        "editions",
    ]
)
_NO_KINDS = frozenset(
    ["class", "policies", "models", "algorithms", "solutions", "mechanisms", "schemes", "formats", "structures"]
)  # things, as "IAM policies" are
# "Explain the components of X", "What are the parts of X?"
_ASKED = re.compile(
    r"^(?:(?:explain|describe|discuss|name|list|what are) (?:the )?(?:(?:main|key|core|basic|different) )?)"
)
_COMPONENTS = frozenset(["components", "parts", "elements", "modules"])
_SIGNS = " :.*()"
_LEAST = 2
_NEAR = 12  # items below a line
_LONGEST_LINE = 8  # words
_REMARK = re.compile(r"\s*\([^()]*\)|(?:\s+[-–—]\s|:\s).*$", re.DOTALL)
_LONGEST_HEADING = 120  # characters; more is a text
_LONGEST = 5  # words of an item that is a name


def heads_supported(text: str) -> bool:
    """Return whether a heading says that its topic supports what is listed below."""
    if len(text) > _LONGEST_HEADING:
        return False
    plain = strip_heading(text).strip(" .:…")
    return bool(_SUPPORTED.fullmatch(plain)) or plain in ("Supports", "Supported")


def announces_choices(document: Document, index: int) -> bool:
    """Return whether the item or line right above a list announces kinds or choices: "Support plan options:"."""
    blocks, block = document.blocks, document.blocks[index]
    over = block.parent
    if over < 0:
        over = index
        while over >= 0 and index - over < _NEAR and blocks[over].kind is BlockKind.ITEM:
            over -= 1
    if over < 0 or blocks[over].kind not in (BlockKind.ITEM, BlockKind.PARAGRAPH):
        return False
    words = blocks[over].text.plain.split()
    last = words[-1].casefold() if words else ""
    told = (last.endswith(":") and _is_plural(last.strip(_SIGNS))) or lists_kinds(blocks[over].text.plain.strip(_SIGNS))
    return told and len(words) <= _LONGEST_LINE


def heads_components(document: Document, index: int) -> bool:
    """Return whether an item stands right below a heading or item that says that parts follow: "Features (components)"."""
    block = document.blocks[index]
    over = max(block.parent, block.heading)
    words = _ASKED.sub("", document.blocks[over].text.plain.casefold()).split() if over >= 0 else []
    return bool(words) and not _COMPONENTS.isdisjoint((words[0].strip(_SIGNS), words[-1].strip(_SIGNS)))


@lru_cache(maxsize=4096)  # several rules ask it of one heading and topic
def heads_kinds(text: str, topic: str) -> bool:
    """Return whether a heading says that the kinds of its topic follow: "Types of Gateway" or "Gateway types" below
    "Storage Gateway"; "Storage types" there are a thing of their own."""
    plain, own = _COMPARED.sub("", strip_heading(text).partition(":")[0]), fold_words(topic)
    told = _KINDS_OF.fullmatch(plain)
    if told and told["noun"].casefold() in CHOOSER_NOUNS - {"states"} and own:
        of = fold_words(told["of"])
        return own[-len(of) :] == of
    *before, noun = _LEADING.sub("", plain).split() or [""]
    if not before and noun.casefold() in _BARE:
        return bool(own)
    of = fold_words(" ".join(before))
    several = _JOINED.search(topic) is not None  # "Volume types" below "Storage and Volumes" are of the volumes
    return _is_plural(noun) and bool(of) and own[-len(of) :] == of and not (several and own != of)


def lists_kinds(text: str) -> bool:
    """Return whether words begin like a heading over kinds of something: "Types of parallelism in programming models"."""
    told = _KINDS_OF.fullmatch(text)
    return told is not None and _is_plural(told["noun"]) and " of " in text and told["noun"].casefold() != "states"


def _is_plural(noun: str) -> bool:
    low = noun.casefold()
    return low in CHOOSER_NOUNS and low.endswith("s") and low not in _NO_KINDS


def whose_kinds(plain: str) -> str:
    """Return what a heading lists the kinds of: X of "Types of X"; nothing where it names no thing, or of several."""
    told = _KINDS_OF.fullmatch(plain)
    of = clean_name(told["of"]) if told and lists_kinds(plain) else ""
    return of if is_name(of) and not is_generic(of) and not _JOINED.search(of) else ""


def partners_below(document: Document, index: int) -> tuple[str, str] | None:
    """Return what the names below a heading or line like "Consumers" or "Alternatives" are to the topic, and its phrase."""
    block = document.blocks[index]
    told = label_of(strip_heading(block.text.plain)) if len(block.text.plain) <= _LONGEST_HEADING else None
    if told is None:
        return None
    listed = _listed_behind(document, index)
    named = [b for b in listed if _is_name_first(b)]
    return told if len(named) >= _LEAST and 2 * len(named) >= len(listed) else None


def _listed_behind(document: Document, index: int) -> list[Block]:
    """The items of the list that a heading, an item or a line stands over."""
    block, after = document.blocks[index], document.blocks[index + 1 :]
    if block.kind is not BlockKind.PARAGRAPH:
        return [b for b in after if _is_below(b, index, block)]
    items = takewhile(lambda b: b.kind is BlockKind.ITEM, after)
    return [b for b in items if b.parent == block.parent]


def _is_below(block: Block, index: int, above: Block) -> bool:
    place = block.heading if above.kind is BlockKind.HEADING else block.parent
    return block.kind is BlockKind.ITEM and place == index and (above.kind is not BlockKind.HEADING or block.parent < 0)


def _is_name_first(block: Block) -> bool:
    """Whether an item is a name, with at most a remark behind a sign."""
    words = _REMARK.sub("", block.text.plain).split()
    titled = sum(1 for word in words if word[0].isupper() or has_proper_shape(word))
    return (
        0 < len(words) <= _LONGEST
        and 2 * titled >= len(words)
        and not any(m.kind is MarkKind.LINK for m in block.text.marks)
    )
