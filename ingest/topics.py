"""Which concept each block of a note is about: the subject that headings and leading terms hand down."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from graph.names import fold_words
from ingest.abbreviations import is_gloss_of
from ingest.aspect_labels import is_aspect_label
from ingest.claims import qualify
from ingest.document import Block, BlockKind, Document
from ingest.english import (
    CHOOSER_NOUNS,
    IMPERATIVES,
    TASK_VERBS,
)
from ingest.lead_terms import Lead, lead_term
from ingest.list_headings import partners_below
from ingest.list_labels import heads_list
from ingest.node_names import is_generic, is_name, strip_heading
from ingest.subtopics import first_part, is_subtopic
from ingest.term_items import is_term
from ingest.topic_headings import Heading, configured, read_heading

__all__ = ["Topic", "Topics", "find_topics"]

_FEW = 3
_REVIEW = re.compile(r"^(?:Review|Compare|Consider) (?=\S+(?: \S+)*s$)")
_ABSTRACT = re.compile(
    r"(?:[A-Za-z]+ )?[A-Za-z]?[a-z]*(?:[ts]ions?|[st]ure|ity|ance|ence|ment|ness|ing|costs?|price|latency)"
)
_GERUND = re.compile(r"[A-Z]?[a-z]{3,}ing\b")  # "Choosing Cloud SQL" below Cloud SQL


@dataclass(frozen=True, slots=True)
class Topic:
    """A name that following blocks are about, and the line that hands it down; `owner` is the topic it stands under."""

    name: str
    owner: str
    line: int
    text: str
    block: int

    @property
    def ref(self) -> str:
        """The name as claims refer to it."""
        return qualify(self.owner, self.name)


@dataclass(frozen=True, slots=True)
class Topics:
    """For each block: the topic it introduces (or None), the topic it is about (or None), its lead and heading."""

    introduced: tuple[Topic | None, ...]
    about: tuple[Topic | None, ...]
    leads: tuple[Lead | None, ...]
    headings: tuple[Heading | None, ...]


def find_topics(document: Document, title: Topic | None) -> Topics:
    """Walk the blocks once in reading order; `title` is the note's own topic where its title names one."""
    introduced: list[Topic | None] = []
    about: list[Topic | None] = []
    leads = list(map(_lead, document.blocks))
    labels, subjects = _labels(document, leads), _subjects(document, title)
    headings: list[Heading | None] = []
    listed = -1  # the paragraph right above a list, where it leads with a bold term
    described = -1  # the term of a definition list
    for index, block in enumerate(document.blocks):
        described = index if block.kind is BlockKind.TERM else -1 if block.kind is BlockKind.HEADING else described
        led = _led_by(block, listed, described)
        inherited = introduced[led] if led >= 0 else None
        inherited = inherited or _inherited(block, introduced, about, title)
        about.append(inherited)
        heading = _heading(document, index, inherited, subjects) if block.kind is BlockKind.HEADING else None
        headings.append(heading)
        name = heading.name if heading else _term(document, index, leads[index], inherited, labels)
        introduced.append(_introduced(document, index, name, heading, inherited) if name else None)
        if block.parent < 0 and block.kind is not BlockKind.ITEM:
            listed = index if name and block.kind is BlockKind.PARAGRAPH else -1
    return Topics(tuple(introduced), tuple(about), tuple(leads), tuple(headings))


def _term(document: Document, index: int, lead: Lead | None, above: Topic | None, labels: frozenset[str]) -> str:
    """The name that a block's lead is, empty where it is none or an aspect of what stands above."""
    block = document.blocks[index]
    if lead is None or lead.name.casefold() in labels or is_aspect_label(block, lead):
        return ""
    term = is_term(document, index, lead) or _is_of_kind(block, lead, above) or heads_list(document, index, lead)
    return lead.name if term else ""


def _introduced(document: Document, index: int, name: str, heading: Heading | None, above: Topic | None) -> Topic:
    owner = _topic(document, index, heading.of, above) if heading and heading.of else above
    return _topic(document, index, name, owner)


def _topic(document: Document, index: int, name: str, above: Topic | None) -> Topic:
    first = document.blocks[index].first
    return Topic(name, above.ref if above else "", first, document.lines(first, first).strip(), index)


def _heading(
    document: Document, index: int, above: Topic | None, subjects: frozenset[tuple[str, ...]]
) -> Heading | None:
    if above is not None and partners_below(document, index):
        return None
    text = _heading_text(document, index)
    heading = read_heading(text, above.name if above else "")
    if heading is None:
        return None
    if above is not None and _is_chosen_among(heading, above, text):
        return Heading(f"{heading.name} {heading.gloss}")
    subtopic = fold_words(heading.name) in subjects and is_subtopic(heading.name, heading.gloss, text)
    return Heading(heading.gloss, of=heading.name) if subtopic else heading


def _heading_text(document: Document, index: int) -> str:
    block = document.blocks[index]
    text = configured(block.text.plain) if block.level == 1 else block.text.plain
    bare = strip_heading(text)
    return _REVIEW.sub("", bare) if _REVIEW.match(bare) and _tells_tasks(document) else text


def _tells_tasks(document: Document) -> bool:
    """Whether headings of the note tell what to do: beside "Create a set" and "Plan for downtime", "Review zones" does, too."""
    headings = (strip_heading(block.text.plain) for block in document.blocks if block.kind is BlockKind.HEADING)
    firsts = [heading.partition(" ")[0].casefold() for heading in headings]
    return sum(1 for first in firsts if first in IMPERATIVES) >= _FEW - 1


def _is_chosen_among(heading: Heading, above: Topic, text: str) -> bool:
    """`S3 - Intelligent Tiering` below "S3 storage classes": the whole is the name of one of them."""
    name, gloss = heading.name, heading.gloss
    return (
        fold_words(name) != fold_words(above.name)
        and not is_generic(gloss)
        and above.name.rpartition(" ")[2].casefold() in CHOOSER_NOUNS
        and " - " in text.replace("–", "-")
        and bool(gloss)
        and is_name(f"{name} {gloss}")
        and not (is_gloss_of(name, gloss) or is_gloss_of(gloss, name))
    )


def _subjects(document: Document, title: Topic | None) -> frozenset[tuple[str, ...]]:
    """What two headings or more speak of, each under another aspect: "SQS", "SQS - Overview", "SQS - FIFO queue"."""
    counts: Counter[tuple[str, ...]] = Counter()
    for block in document.blocks:
        if block.kind is BlockKind.HEADING:
            counts[fold_words(first_part(block.text.plain))] += 1
    if title is not None:
        counts[fold_words(title.name)] += 1
    return frozenset(words for words, count in counts.items() if count > 1 and words)


def _labels(document: Document, leads: list[Lead | None]) -> frozenset[str]:
    """What three sections or items of a note say something under ("Operations:", "Cost:") is an aspect of each, and no thing,
    and so is what three items of one list begin with ("Command: ...")."""
    places: dict[str, set[tuple[int, int]]] = {}
    repeated: Counter[tuple[str, int, int]] = Counter()
    for block, lead in zip(document.blocks, leads, strict=True):
        if lead is None or lead.alone:
            continue
        place = (block.parent, block.heading)
        repeated[(lead.name.casefold(), *place)] += block.kind is BlockKind.ITEM
        if _ABSTRACT.fullmatch(lead.name):
            places.setdefault(lead.name.casefold(), set()).add(place)
    several = {name for (name, *_), count in repeated.items() if count >= _FEW}
    return frozenset(several.union(name for name, at in places.items() if len(at) >= _FEW))


def _is_of_kind(block: Block, lead: Lead, above: Topic | None) -> bool:
    """`Tape gateway` below "Storage Gateway", an item of nothing else: a name by the word that both end in."""
    words, kind = fold_words(lead.name), fold_words(above.name)[-1:] if above else ()
    return (
        block.kind is BlockKind.ITEM
        and lead.alone
        and block.task is None
        and len(words) in (2, 3)
        and words[-1:] == kind
        and lead.name[0].isupper()
        and lead.name.split()[0].casefold() not in TASK_VERBS
        and " of " not in lead.name
        and not _GERUND.match(lead.name)
    )


def _led_by(block: Block, listed: int, described: int) -> int:
    """The paragraph or term outside of a block that it goes on with, or -1."""
    if block.kind is BlockKind.DESCRIPTION:
        return described
    return listed if block.kind is BlockKind.ITEM and block.parent < 0 else -1


def _lead(block: Block) -> Lead | None:
    if block.kind in (BlockKind.ITEM, BlockKind.PARAGRAPH, BlockKind.TERM, BlockKind.ROW):
        return lead_term(block.text)
    return None


def _inherited(
    block: Block, introduced: list[Topic | None], about: list[Topic | None], title: Topic | None
) -> Topic | None:
    nearest = max(block.parent, block.heading)  # a heading may stand inside an item, over what is listed there
    return introduced[nearest] or about[nearest] if nearest >= 0 else title
