"""A line that announces what follows: "integrates with the following services:", "two strategies:", "consists of:"."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from graph.relation_types import RelationType
from ingest.document import BlockKind
from ingest.english import CHOOSER_NOUNS, DETERMINERS
from ingest.node_names import clean_name, has_proper_shape, is_name
from ingest.scope import Scope

__all__ = ["Announcement", "announced_subject", "announcement_of", "read_announcement"]

_INTEGRATES = re.compile(r"\b(integrat\w+ with|works? with|compatible with|interacts? with)\b", re.I)
_USES = re.compile(r"\b(uses|relies on|depends on|requires|is built on|runs on|using(?=\s*[:：]$))", re.I)
_PARTS = re.compile(
    r"\b(consists? of|comprises?|composed of|made up of|contains?|includes? the following|has the following|components"
    r"|parts|core services|main services|building blocks|features|elements|key concepts|core concepts|pillars)\b",
    re.I,
)
_PARTS_OF = re.compile(
    r"\b(?:fundamentals|components|parts|elements|attributes|members|pieces|layers|building blocks) (?:of|in) (?:an? |the )?(?P<of>[^:,]+?)\s*[:：]$",
    re.I,
)
_CHOICES = re.compile(
    r"(?:^|[\s/])(" + "|".join(sorted(CHOOSER_NOUNS)) + r")\b(?:\s+(?:of|for|to \w+)\s+(?P<of>[^:]+))?\s*:?\s*$", re.I
)
_ARTICLE = re.compile(r"^(?:an?|the|your)\s+", re.I)
_NEGATED = re.compile(r"\b(not|n't|cannot|never|without|unlike|except)\b", re.I)


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
        return None
    text = scope.document.blocks[above].text.plain.strip()
    if not text.endswith((":", "：")) or (scope.topics.introduced[above] is not None and not _announces(text)):
        return None
    return replace(read_announcement(text), block=above)


def announced_subject(text: str) -> str:
    """Return the chooser that a line like "S3 Storage Classes/Tiers:" or "2 caching strategies:" names, or nothing."""
    found = _CHOICES.search(text.rstrip(" :："))
    if found is None or _NEGATED.search(text):
        return ""
    words = text[: found.end(1)].rstrip(" :：").split()
    before = [i for i, word in enumerate(words) if word.casefold() in _BEFORE_CHOOSERS or word.isdigit()]
    words = words[before[-1] + 1 :] if before else words
    name = clean_name(" ".join(words))
    if len(words) > 1 and is_name(name):
        return name
    chosen = clean_name(_ARTICLE.sub("", found["of"] or ""))
    return chosen if is_name(chosen) and (len(chosen.split()) > 1 or has_proper_shape(chosen)) else ""


def _announces(text: str) -> bool:
    return bool(announced_subject(text) or _INTEGRATES.search(text) or _PARTS.search(text))


def _line_above(scope: Scope, index: int) -> int | None:
    """The parent item, or the paragraph right before the list's first item."""
    block = scope.document.blocks[index]
    if block.parent >= 0:
        return block.parent if scope.document.blocks[block.parent].kind is BlockKind.ITEM else None
    place = index - 1
    while place >= 0:
        before = scope.document.blocks[place]
        if before.kind is BlockKind.ITEM or before.parent >= 0:
            place -= 1
            continue
        return place if before.kind is BlockKind.PARAGRAPH and before.heading == block.heading else None
    return None


def read_announcement(text: str) -> Announcement:
    """Return what a line that ends in a colon announces by its words; the type is empty where it announces no names."""
    if _NEGATED.search(text):
        return Announcement("", "")
    found = _INTEGRATES.search(text)
    if found:
        return Announcement(RelationType.INTEGRATES_WITH, " ".join(found[1].casefold().split()))
    found = _PARTS_OF.search(text)
    if found and is_name(clean_name(found["of"])):
        return Announcement(RelationType.PART_OF, "part of", clean_name(found["of"]))
    found = _PARTS.search(text)
    if found:
        return Announcement(RelationType.PART_OF, "part of")
    found = _CHOICES.search(text)
    if found:
        return Announcement(RelationType.OPTION_OF, "option of", announced_subject(text))
    found = _USES.search(text)
    if found:
        return Announcement(RelationType.USES, " ".join(found[1].casefold().split()))
    return Announcement("", "")
