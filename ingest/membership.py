"""Whether what stands in a list or below a heading is a part or a choice of what stands above it.

Authors list parts of a thing, but as often reasons, risks, advice, steps and sources; only the first are relations. Three
things tell: what stands above names a thing and no activity or quality, what is listed is a name and no property,
and nothing stands between them that says the list is of something else.
"""

from __future__ import annotations

import re

from ingest.class_nouns import CLASS_NOUNS
from ingest.class_phrases import class_phrase
from ingest.document import Block, BlockKind, MarkKind
from ingest.english import ABOUT_HEADS, ADVANCED_BY, CHOOSER_NOUNS, CONCRETE_NOUNS, SAMPLES
from ingest.list_headings import heads_kinds, heads_supported
from ingest.name_weight import (
    Weight,
    is_activity,
    is_adjective,
    is_whole,
    joins_several,
    lists_parts,
    says_of_text,
)
from ingest.node_names import is_generic, strip_heading
from ingest.other_languages import has_english_letters, is_short_noun
from ingest.scope import Scope
from ingest.task_names import is_task
from ingest.topics import Topic

__all__ = ["bears_short_name", "lists_qualities", "needed_weight", "says_about", "short_name", "stands_below"]

_STATE = re.compile(r"^[A-Z]?[a-z]{3,}[^aeious]ed$|\s(?:\w+able|\w{3,}[^aeiou]ed|required|automatically)$")
_GERUND = re.compile(r"[a-z]{4,}ing")
_LIKE = frozenset("secure portable lightweight simple fast cheap open stable robust free isolated immutable".split())
_MEASURED = frozenset(
    "throughput latency performance bandwidth iops capacity cost costs price prices pricing billing usage speed size".split()
)
_SOME = frozenset(["multiple", "several", "various", "many", "different", "additional", "other"])
_COURSES = frozenset(["process", "lifecycle", "workflow"])  # what a thing goes through has steps and states
_SAID_OF = frozenset("features reasons uses steps impact impacts effect effects role importance choice".split())
_OF_THOUGHT = frozenset(["decision", "mental"])  # "Mental model"
_OUTSIDE = frozenset(["without", "with", "for", "from"])
_OF_NOTES = frozenset(["note", "notes", "guide", "recap", "review", "refresher", "tutorial", "exam"])
_NEAR = 8  # items to either side


def stands_below(scope: Scope, index: int, above: Topic) -> bool:
    """Return whether only headings that leave the topic as it is ("Overview", "Features") stand between the two."""
    block = scope.document.blocks[index]
    head = scope.document.blocks[above.block] if above.block >= 0 else None
    while block.parent >= 0 and above.block != block.parent:
        if head is not None and head.kind is BlockKind.HEADING and head.parent == block.parent:
            return True  # a heading inside an item, over what is listed there
        over, block = block.parent, scope.document.blocks[block.parent]
        if not _leaves_topic(scope, over, above):
            return False
    if block.parent == above.block >= 0:
        return True
    if head is not None and head.kind is not BlockKind.HEADING:
        return block.heading == head.heading
    return _is_under_heading(scope, block.heading, above)


def _leaves_topic(scope: Scope, index: int, above: Topic) -> bool:
    """Whether an item between the two leaves the topic as it is."""
    block = scope.document.blocks[index]
    return block.kind is BlockKind.ITEM and (_is_neutral(block, above) or _tells_class(scope, index))


def _is_under_heading(scope: Scope, heading: int, above: Topic) -> bool:
    while heading >= 0 and heading != above.block:
        if not _is_neutral(scope.document.blocks[heading], above):
            return False
        heading = scope.document.blocks[heading].heading
    return heading == above.block


def _tells_class(scope: Scope, index: int) -> bool:
    """`a hybrid storage service that ...` below "Acme Gateway": what is listed below it is still of the gateway."""
    return scope.topics.introduced[index] is None and class_phrase(scope.document.blocks[index].text.plain) != ""


def bears_short_name(scope: Scope, above: Topic, name: str) -> bool:
    """Return whether a name holds the short form that stands beside the topic's name: `NAT gateway` below "Network Address
    Translation (NAT)" is a thing of that, though a translation is an activity."""
    short = short_name(scope, above)
    words = name.split()
    return bool(short) and short in map(str.upper, words[:-1]) and not says_of_text(name) and not is_activity(words[-1])


def short_name(scope: Scope, above: Topic) -> str:
    """Return the abbreviation in parentheses beside a topic's name; "" where there is none."""
    if above.block < 0:
        return ""
    heading, lead = scope.topics.headings[above.block], scope.topics.leads[above.block]
    short = heading.gloss if heading else lead.gloss if lead else ""
    return short if len(short) > 1 and short.isupper() else ""


def _is_neutral(heading: Block, above: Topic) -> bool:
    if heads_supported(heading.text.plain) or heads_kinds(heading.text.plain, above.name):
        return True
    if ABOUT_HEADS.intersection(word.casefold().strip(".:!()*") for word in heading.text.plain.split()):
        return False  # "Key Benefits" are reasons
    words = [word.casefold().strip(".:!()") for word in strip_heading(heading.text.plain).split()]
    name = _forms(above.name)
    return all(word in ADVANCED_BY or word in name or not any(map(str.isalpha, word)) for word in words)


def _forms(name: str) -> set[str]:
    """The words of a name, each as it is and for one and for several."""
    return {form for word in name.casefold().split() for form in (word, word.removesuffix("s"), f"{word}s")}


def needed_weight(scope: Scope, above: Topic, *, numbered: bool = False) -> Weight:
    """Return how surely a listed name must be one to be a part of what stands above; what is numbered is told off there."""
    name = above.name
    chooser = _is_chooser(name)
    if _has_no_parts(scope, above, chooser=chooser):
        return Weight.NEVER
    if not has_english_letters(name):
        return Weight.PLAIN if scope.proper.any_in(name) and is_short_noun(name) else Weight.NEVER
    if scope.proper.foreign and not scope.proper.any_in(name):
        return Weight.NEVER
    if chooser:
        return Weight.PLAIN
    if joins_several(name) or name.split()[0].casefold() in _OUTSIDE:
        return Weight.NEVER
    return _needed_for_thing(scope, above, numbered=numbered)


def _has_no_parts(scope: Scope, above: Topic, *, chooser: bool) -> bool:
    """Whether what stands above is a sample, a text, or several things or no thing that is no `chooser` either."""
    first = above.name.split()[0].casefold()
    if first in SAMPLES or _is_reference(scope, above) or says_about(scope, above):
        return True
    return not chooser and (first in _SOME or _is_no_thing(above.name))


def _needed_for_thing(scope: Scope, above: Topic, *, numbered: bool) -> Weight:
    """What a part weighs at least by the name of its whole: a proper name may have any, a mere activity has none."""
    if _is_bare(scope, above.block):
        return Weight.PLAIN
    if not is_whole(above.name):
        return Weight.NEVER
    words, named = above.name.split(), scope.proper.any_in(above.name)
    if scope.proper.holds(above.name) or (named and words[-1].casefold() in CLASS_NOUNS):
        return Weight.PLAIN
    told_off = named or (numbered and len(words) > 1)
    return Weight.NEVER if is_activity(words[-1]) and not told_off else Weight.TITLED


def _is_chooser(name: str) -> bool:
    """Whether a name says that choices or parts follow: "Instance types", "Types of instances", "Core components"."""
    low = name.casefold().split()
    of_several = low[0] in CHOOSER_NOUNS and low[1:2] == ["of"]
    return of_several or low[-1].rpartition("/")[2] in CHOOSER_NOUNS or lists_parts(name)


def _is_no_thing(name: str) -> bool:
    """`Managing clusters`, `Action`, `Encryption enabled`, `Throughput`: what is listed is no part of that."""
    measured = name.rpartition(" ")[2].casefold() in _MEASURED
    return measured or is_generic(name) or bool(_STATE.search(name)) or is_adjective(name) or _begins_as_task(name)


def _begins_as_task(name: str) -> bool:
    """`Managing clusters`: what is listed is about doing it."""
    words = name.split()
    if is_task(" ".join(words)) or (len(words) > 1 and is_task(f"{words[0]} the {words[-1]}")):
        return True
    first, last = words[0].casefold(), words[-1].casefold()
    gerund = _GERUND.fullmatch(first) and first not in CONCRETE_NOUNS
    return bool(gerund) and len(words) > 1 and last.removesuffix("s") not in CLASS_NOUNS and last not in CHOOSER_NOUNS


def says_about(scope: Scope, above: Topic) -> bool:
    """Return whether what stands above is a part of the text and no thing, whatever is made of its name: "S3 Tips"."""
    block = scope.document.blocks[above.block] if above.block >= 0 else None
    heading = block.text.plain if block is not None and block.kind is BlockKind.HEADING else above.name
    said = heading.split()[:-1] if _titles_notes(block, heading) else heading.split()
    words = [word.strip(" .:!?()*").casefold() for word in (*said, *above.name.split()[-1:])]
    course = len(heading.split()) > 1 and words[len(said) - 1] in _COURSES
    told = course or any(word in ABOUT_HEADS for word in words[-2:])
    return told or _tells_of(words) or not _OF_THOUGHT.isdisjoint(words)


def _titles_notes(block: Block | None, heading: str) -> bool:
    """`# EC2 notes` are on all of EC2."""
    title = block is not None and block.level == 1
    return title and heading.rpartition(" ")[2].casefold() in _OF_NOTES


def _tells_of(words: list[str]) -> bool:
    """`Benefits of X`, `Problems running X`."""
    if len(words) < 3 or (words[0] not in ABOUT_HEADS and words[0] not in _SAID_OF):
        return False
    return words[1] in ("of", "for") or words[1].endswith("ing")


def _is_bare(scope: Scope, index: int) -> bool:
    """An item of nothing but a name, with more items below it: the author's own tree of names."""
    lead = scope.topics.leads[index] if index >= 0 else None
    return lead is not None and lead.alone and scope.document.blocks[index].kind is BlockKind.ITEM


def _is_reference(scope: Scope, above: Topic) -> bool:
    """A heading that is a link, over links, leads to texts on its subject, and has none of the subject's parts below."""
    blocks = scope.document.blocks
    if above.block < 0 or not _leads_out(blocks[above.block]):
        return False
    place = above.block if blocks[above.block].kind is BlockKind.ITEM else -1
    below = [b for b in blocks[above.block + 1 :] if b.parent == place and (place >= 0 or b.heading == above.block)]
    items = [block for block in below if block.kind is BlockKind.ITEM]
    return 2 * sum(map(_leads_out, items)) >= len(items)


def _leads_out(block: Block) -> bool:
    """Whether a block is a link to a page elsewhere, and nothing else."""
    return any(
        mark.kind is MarkKind.LINK and mark.end - mark.start >= len(block.text.plain.strip()) and ":" in mark.target
        for mark in block.text.marks
    )


def lists_qualities(scope: Scope, index: int, name: str) -> bool:
    """Return whether half of the items beside are adjectives: `Standard` beside `Lightweight` tells what the topic is like."""
    if " " in name or scope.proper.any_in(name):
        return False
    leads = [lead for i in scope.beside(index, _NEAR) if (lead := scope.topics.leads[i])]
    alike = [lead for lead in leads if is_adjective(lead.name) or lead.name.casefold() in _LIKE]
    return 2 * len(alike) >= len(leads)
