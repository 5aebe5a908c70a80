"""What a heading is of the thing that stands above it: an option, a part, one of a class, or nothing that the note says."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from graph.names import fold_words
from graph.relation_types import RelationType
from ingest.choice_names import FOLDED_CHOOSERS, is_class_heading, is_edition, names_choices
from ingest.class_nouns import TOO_GENERAL_CLASSES
from ingest.document import Block, BlockKind
from ingest.english import ABOUT_HEADS, GENERIC_HEADINGS, NOUNS_TOO, TASK_VERBS, TRAILING_NO_CONCEPT
from ingest.item_siblings import CHOSEN_FROM
from ingest.list_headings import heads_kinds, lists_kinds
from ingest.membership import bears_short_name, needed_weight, stands_below
from ingest.name_weight import (
    Weight,
    heading_weight,
    is_whole,
    joins_several,
    lists_parts,
    name_weight,
    names_several,
    says_of_text,
    tells_how,
)
from ingest.node_names import has_proper_shape, strip_heading
from ingest.scope import Scope
from ingest.task_names import is_task
from ingest.topic_headings import Heading
from ingest.topics import Topic

__all__ = ["relation_of_heading"]

_GLOSS = re.compile(r"\s*\([^()]*\)")
_VERSION = re.compile(r" v?\d+(?:\.\d+)*$")  # "OAuth 2.0"
_SERVICES = re.compile(r"[A-Za-z][a-z-]*(?: [a-z-]+){1,3} services")  # in ordinary words: "Managed database services"
_SPACED = re.compile(r"[A-Z][a-z]+ [A-Z]{2,3}")  # "Dynamo DB"
_NUMBERED = re.compile(r"(?:\d+|[a-zA-Z])[.)]\s")
_TEXTS = (
    GENERIC_HEADINGS - {"storage", "encryption", "networking"} - FOLDED_CHOOSERS
)  # what such a word ends is a text's part
_SAME = frozenset(["available", "supported", "existing", "other"])
_PARTS = frozenset(["components", "parts", "modules", "building blocks", "elements", "layers", "architecture"])
# Of these two kinds are no choices of a third: "Change Management" below "Application Management".
_WIDE = frozenset(
    "management security operation administration governance development design index list content".split()
)
_TOO_WIDE = TOO_GENERAL_CLASSES | _WIDE
_CHOSEN = CHOSEN_FROM - {"level"}
_ACTS = TASK_VERBS - NOUNS_TOO
# What several headings end in without being kinds of what stands above.
_NO_KINDS = (
    _WIDE
    | ABOUT_HEADS
    | GENERIC_HEADINGS
    | TOO_GENERAL_CLASSES
    | frozenset(
        "architecture attribute property header field parameter function method command flag step phase stage layer part".split()
    )
)
_TOLD_IN_TEXTS = frozenset(["algorithms", "strategies", "techniques"])  # chapters on them are no list of them
_EXAM = re.compile(r"[A-Z]{2,4}-[A-Z]?\d{2,3}")  # "AZ-104": what an exam asks is no part of it
_OBJECTS = frozenset(["object", "component", "primitive", "element"])
_OFTEN = 3
_BOLD_LINE = 7  # the level of a bold line that serves as a heading


@dataclass(frozen=True, slots=True, kw_only=True)
class _Nested:
    """A heading and the topic `parent` that it stands below; `words` and `above` are their names, folded. `title` is the
    block of the note's sole title, or -1."""

    index: int
    block: Block
    heading: Heading
    parent: Topic
    words: tuple[str, ...]
    above: tuple[str, ...]
    title: int

    @property
    def name(self) -> str:
        return self.heading.name

    @property
    def owner(self) -> str:
        return self.parent.name


def relation_of_heading(scope: Scope, index: int, heading: Heading, parent: Topic, title: int) -> RelationType | None:
    """Return what a heading is of the topic above it; below a chooser ("... patterns") an option, below a thing a part.

    Below the block `title`, the note's sole one or -1, and for a bold line, only what has a proper name has parts.
    """
    below = _Nested(
        index=index,
        block=scope.document.blocks[index],
        heading=heading,
        parent=parent,
        words=fold_words(heading.name),
        above=fold_words(parent.name),
        title=title,
    )
    if not _belongs(scope, below):
        return None
    if _lists_kinds_between(scope, index, parent):
        return RelationType.OPTION_OF if name_weight(scope, below.name) and not is_task(below.name) else None
    return RelationType.OPTION_OF if is_edition(below.name, below.owner) else _by_its_name(scope, below)


def _by_its_name(scope: Scope, below: _Nested) -> RelationType | None:
    name, owner = below.name, below.owner
    between = _lists_parts_between(scope, below.index, below.parent)
    weight = _weight(scope, below, between=between)
    named = _is_named(scope, below.parent, below.title)
    if _is_part_by_name(scope, below, weight, named=named):
        return RelationType.PART_OF
    if names_several(name.replace("/", " ")):
        return None
    if names_choices(owner, name) or _is_of_a_family(scope, below):
        return RelationType.OPTION_OF if _is_chosen(scope, below, between=between) else None
    if _SERVICES.fullmatch(owner) or is_class_heading(owner):
        return RelationType.IS_A if _is_of_class(scope, below, weight) else None
    if not (between or named) and _is_loose(below):
        return None
    return RelationType.PART_OF if _weighs_as_part(scope, below, weight, between=between) else None


def _weight(scope: Scope, below: _Nested, *, between: bool) -> Weight:
    told_off = between or _is_numbered(below) or lists_parts(below.owner)
    return name_weight(scope, below.name) if told_off else heading_weight(scope, below.name)


def _is_numbered(below: _Nested) -> bool:
    return len(below.words) > 1 and _NUMBERED.match(below.block.text.plain) is not None


def _is_of_class(scope: Scope, below: _Nested, weight: Weight) -> bool:
    """Whether a heading below "Managed database services" or "Databases" names one of them."""
    if _SERVICES.fullmatch(below.owner):
        return bool(name_weight(scope, below.name)) and not below.name.endswith("s")
    return weight is Weight.PROPER and _is_one(below.name) and _heads_names(scope, below.parent)


def _is_loose(below: _Nested) -> bool:
    """Whether what stands below the note's title, or a bold line, may be any matter of the note."""
    if below.above[-1] in _OBJECTS:
        return False
    return below.parent.block == below.title or below.block.level == _BOLD_LINE


def _weighs_as_part(scope: Scope, below: _Nested, weight: Weight, *, between: bool) -> bool:
    if "/" in below.name:
        return False
    if between:
        return weight >= Weight.PLAIN
    return weight >= max(Weight.PLAIN, needed_weight(scope, below.parent, numbered=_is_numbered(below)))


def _belongs(scope: Scope, below: _Nested) -> bool:
    """Whether the heading names a thing of its own, and what stands above one that can have parts or choices."""
    if below.heading.prefixed or _is_of_text_only(below) or _names_same(below):
        return False
    if _is_exam(scope, below.parent) or not stands_below(scope, below.index, below.parent):
        return False
    return is_whole(below.owner) or names_choices(below.owner, below.name) or lists_parts(below.owner)


def _is_of_text_only(below: _Nested) -> bool:
    """`Routing overview`, `Key concepts`."""
    last = _GLOSS.sub("", below.block.text.plain).strip(" :*").rpartition(" ")[2].casefold()
    return last in ABOUT_HEADS or last == "concepts"


def _names_same(below: _Nested) -> bool:
    """`OAuth` below "OAuth 2.0", `Amazon DynamoDB` below "DynamoDB", one of the two that the heading above joins."""
    owner, words, above = below.owner, below.words, below.above
    if words == above or (words == above[: len(words)] and _VERSION.search(owner)):
        return True
    if words[1:] == above and len(above) == 1 and has_proper_shape(owner):
        return True
    if words == fold_words(owner.partition(" in ")[0]):
        return True  # "What is a system call?" below "System calls in the kernel"
    return joins_several(owner) and f" {' '.join(words)} " in f" {' '.join(above)} "


def _is_exam(scope: Scope, parent: Topic) -> bool:
    return (
        _EXAM.fullmatch(parent.name) is not None
        and parent.block >= 0
        and scope.document.blocks[parent.block].level == 1
    )


def _heads_names(scope: Scope, parent: Topic) -> bool:
    """Whether most headings below a class are names: "ACID" below "Databases" beside "Indexes" and "Joins" is no database."""
    blocks = scope.document.blocks
    below = [blocks[i].text.plain for i in scope.members.get(parent.block, ()) if blocks[i].kind is BlockKind.HEADING]
    named = [text for text in below if scope.proper.any_in(strip_heading(text))]
    return 2 * len(named) >= len(below)


def _is_named(scope: Scope, parent: Topic, title: int) -> bool:
    """Whether what stands above has a proper name, and is no text on that: "X Cheat Sheet"."""
    bare = _VERSION.sub("", parent.name)
    spaced = bool(_SPACED.fullmatch(bare)) and bare.partition(" ")[0].casefold() not in TASK_VERBS
    if not scope.proper.holds(bare) and not spaced:
        return False
    return not parent.block == title >= 0 or not _is_of_text(scope, title, parent.name)


def _is_of_text(scope: Scope, title: int, name: str) -> bool:
    """Whether the title says more than the name: "X Cheat Sheet" is about a text on X."""
    plain = _GLOSS.sub("", scope.document.blocks[title].text.plain)
    return len(fold_words(plain)) > len(fold_words(name)) + 1


def _is_part_by_name(scope: Scope, below: _Nested, weight: Weight, *, named: bool) -> bool:
    """`Aurora Serverless` below "Aurora", `NAT gateway` below "Network Address Translation (NAT)"."""
    words, above = below.words, below.above
    if joins_several(below.name):
        return False
    if bears_short_name(scope, below.parent, below.name) and heading_weight(scope, below.name):
        return True
    if not weight or not (named or len(above) > 1) or not _begins_with_owner(below, named=named):
        return False
    return len(words) > len(above) + (words[0] != above[0]) and words[-1] not in _TEXTS


def _begins_with_owner(below: _Nested, *, named: bool) -> bool:
    """`Aurora Serverless`, with a maker's name `Amazon Aurora Serverless`."""
    words, above = below.words, below.above
    return words[: len(above)] == above or (len(above) == 1 and named and words[1:2] == above)


def _is_one(name: str) -> bool:
    """Whether a name is written as that of one thing."""
    return all(word[0].isupper() or has_proper_shape(word) for word in name.split()) and not name.endswith("s")


def _lists_parts_between(scope: Scope, index: int, parent: Topic) -> bool:
    """`Components of X` between the two: whatever is below is a part of X."""
    between = scope.document.blocks[index].heading
    if between == parent.block or between < 0:
        return False
    said = strip_heading(scope.document.blocks[between].text.plain)
    return lists_parts(said) or said.casefold() in _PARTS or said.casefold().endswith(" architecture")


def _lists_kinds_between(scope: Scope, index: int, parent: Topic) -> bool:
    """`Types of X` right above: whatever is below is an option of X."""
    between = scope.document.blocks[index].heading
    said = scope.document.blocks[between].text.plain if between >= 0 else ""
    return bool(said) and strip_heading(said).casefold() not in _TOLD_IN_TEXTS and heads_kinds(said, parent.name)


def _is_of_a_family(scope: Scope, below: _Nested) -> bool:
    """`Single Leader Replication` beside `Leaderless Replication` below "Replication", `Active-Active` beside
    `Active-Passive`: two or more that share their kind with what stands above, or all that stand there their beginning."""
    above = below.above
    if joins_several(below.owner) or above[-1] in _TOO_WIDE or not below.name.isascii():
        return False
    if len(above) == 1 and scope.proper.any_in(below.owner):
        return False  # "Known limits of EC2" below "EC2"
    beside = _names_beside(scope, below.block)
    kinds = Counter(folded[-1] for other in beside if len(folded := fold_words(other)) > 1)
    return _is_of_kind(below, kinds) or _share_beginning(beside)


def _is_of_kind(below: _Nested, kinds: Counter[str]) -> bool:
    """Whether enough of the names beside end in the last word of this one; `kinds` are their last words."""
    words, last = below.words, below.words[-1]
    if len(words) > 1 and last == below.above[-1] and kinds[last] > 1:
        return True
    if len(words) == 2 and last in _CHOSEN and kinds[last] > 1:
        return True  # "Governance mode", "Compliance mode"
    if below.name.rpartition(" ")[2].isupper():
        return False  # "Pool CRD" beside "Cluster CRD" below a product: its parts
    # "Simple Routing", "Weighted Routing", "Failover Routing" below "Route 53"
    return _is_short(below) and kinds[last] > _OFTEN and last not in _NO_KINDS


def _is_short(below: _Nested) -> bool:
    return len(below.words) == 2 or (len(below.words) == 3 and not below.name.endswith("s"))


def _names_beside(scope: Scope, block: Block) -> list[str]:
    """What the headings of the same rank below the same heading name, the block's own among them."""
    blocks, headings = scope.document.blocks, scope.topics.headings
    return [
        heading.name
        for i in scope.members.get(block.heading, ())
        if blocks[i].kind is BlockKind.HEADING and blocks[i].level == block.level and (heading := headings[i])
    ]


def _share_beginning(names: Sequence[str]) -> bool:
    firsts = {name.partition("-")[0] for name in names}
    return len(names) > 1 and len(firsts) == 1 and all("-" in name and " " not in name for name in names)


def _is_chosen(scope: Scope, below: _Nested, *, between: bool) -> bool:
    """Whether a heading below choices names one of them: a thing, not far below, and not the choices' own words."""
    name = below.name
    if _tells_of_choices(below) or _is_beside_named_choices(scope, below):
        return False
    if is_task(name) or name.partition(" ")[0].casefold() in _ACTS or _lists_others(scope, below):
        return False
    if says_of_text(name) or tells_how(name) or _is_about(below.words, below.above):
        return False
    return not _is_of_its_own(name, below.words, below.above) and (between or not _is_far(scope, below))


def _tells_of_choices(below: _Nested) -> bool:
    """`Types of virtual adaptor` below "Adaptors", `Operation summary`."""
    if lists_kinds(strip_heading(below.block.text.plain)) and names_choices(below.owner, below.name):
        return True
    said = below.block.text.plain.rpartition(" ")[2].casefold().strip(" .:*")
    return joins_several(below.owner) or said in TRAILING_NO_CONCEPT


def _is_beside_named_choices(scope: Scope, below: _Nested) -> bool:
    """`Pricing` beside "Public cloud", "Private cloud" and "Hybrid cloud" below "Cloud models": the choices say so by name."""
    if len(below.above) < 2 or below.above[-1] not in FOLDED_CHOOSERS:
        return False
    noun, names = below.above[-2], list(_names_beside(scope, below.block))
    named = [name for name in names if fold_words(name)[-1:] == (noun,)]
    most = len(named) >= _OFTEN and 2 * len(named) >= len(names)
    return most and not any(word.endswith(noun) for word in below.words)  # "Multicloud" is one


def _lists_others(scope: Scope, below: _Nested) -> bool:
    """Whether the choices are listed right below their heading, and the heading is a name of something else: "BASE" and "ACID"
    are the data models, over chapters on products."""
    if name_weight(scope, below.name) is not Weight.PROPER or below.words[-1] == below.above[-1]:
        return False
    blocks, parent = scope.document.blocks, below.parent.block
    listed, headed = list[str](), set[str]()
    for i, topic in enumerate(scope.topics.introduced):
        if topic is not None and blocks[i].heading == parent:
            words = fold_words(topic.name)
            if blocks[i].kind is BlockKind.HEADING:
                headed.update(words)
            elif blocks[i].kind is BlockKind.ITEM and blocks[i].parent < 0:
                listed += words
    return len(listed) > 1 and headed.isdisjoint(listed)


def _is_far(scope: Scope, below: _Nested) -> bool:
    """Whether a heading skips a level that the note has: else "###" below "#" is how the author nests."""
    blocks, level = scope.document.blocks, below.block.level
    top = blocks[below.parent.block].level
    if level >= _BOLD_LINE or level <= top + 1 or not below.block.heading == below.parent.block >= 0:
        return False
    return any(top < block.level < level for block in blocks if block.kind is BlockKind.HEADING)


def _is_about(name: tuple[str, ...], above: tuple[str, ...]) -> bool:
    """`Available zones` below zones, `Crossing tiers` below pricing tiers: the same things, or what one does with them."""
    rest = name[1:]
    return bool(rest) and above[-len(rest) :] == rest and (name[0] in _SAME or name[0].endswith("ing"))


def _is_of_its_own(name: str, words: tuple[str, ...], above: tuple[str, ...]) -> bool:
    """`Priority level` or `Statement components` below policies is a matter of policies and no policy."""
    several = name.casefold().endswith("s") and words[-1] in FOLDED_CHOOSERS
    return (
        words[-1] != above[-1] and len(words) > 1 and (several or words[-1] in ("level", "side") or lists_parts(name))
    )
