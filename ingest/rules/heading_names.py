"""Headings name concepts; a gloss names them a second time; nesting makes one a part or an option of another."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.model import Confidence
from graph.names import fold_words
from graph.relation_types import RelationType
from ingest.abbreviations import is_gloss_of
from ingest.choice_names import is_class_heading, names_choices
from ingest.claims import Related, SameThing, Thing, qualify
from ingest.compared_names import is_versus
from ingest.document import BlockKind
from ingest.english import (
    ABOUT_HEADS,
    CHOOSER_NOUNS,
    GENERIC_HEADINGS,
    NOUNS_TOO,
    TASK_VERBS,
    TOO_GENERAL_CLASSES,
    TRAILING_NO_CONCEPT,
)
from ingest.list_headings import heads_kinds, lists_kinds
from ingest.membership import bears_short_name, needed_weight, stands_below
from ingest.name_weight import (
    Weight,
    heading_weight,
    is_activity,
    is_whole,
    joins_several,
    lists_parts,
    name_weight,
    names_several,
    says_of_text,
    tells_how,
)
from ingest.node_names import clean_name, has_proper_shape, is_generic, is_name, is_task, strip_heading
from ingest.scope import Scope
from ingest.topic_headings import Heading
from ingest.topics import Topic

__all__ = ["read_heading_names"]

_RULE = "heading"
_BUILT_ON = re.compile(
    r"\S+-(?:based|backed|compatible|like|style|powered|driven) ", re.IGNORECASE
)  # is of another thing
_JOINED = re.compile(r"\s*,\s*(?:and\s+)?|\s+(?:and|&)\s+")
_GLOSS = re.compile(r"\s*\([^()]*\)")
_VERSION = re.compile(r" v?\d+(?:\.\d+)*$")  # "OAuth 2.0"
_TEXTS = GENERIC_HEADINGS - {"storage", "encryption", "networking"}
_CHOICE = frozenset(fold_words(" ".join(CHOOSER_NOUNS)))
_SAME = frozenset(["available", "supported", "existing", "other"])
_NUMBERED = re.compile(r"(?:\d+|[a-zA-Z])[.)]\s")
_PARTS = frozenset(["components", "parts", "modules", "building blocks", "elements", "layers", "architecture"])
# Of these two kinds are no choices of a third: "Change Management" below "Application Management".
_WIDE = frozenset(
    "management security operation administration governance development design index list content".split()
)
# What several headings end in without being kinds of what stands above.
_NO_KINDS = (
    _WIDE
    | ABOUT_HEADS
    | GENERIC_HEADINGS
    | TOO_GENERAL_CLASSES
    | frozenset(
        "attribute property header field parameter function method command flag step phase stage layer part".split()
    )
)
_TOLD_IN_TEXTS = frozenset(["algorithms", "strategies", "techniques"])  # chapters on them are no list of them
_AND = re.compile(r"\s(?:and|&)\s", re.IGNORECASE)
_OFTEN = 3
_BOLD_LINE = 7  # the level of a bold line that serves as a heading


def read_heading_names(scope: Scope) -> Iterator[Thing | SameThing | Related]:
    """Yield the concept of each heading, its other names, and what it is of the heading above."""
    title = _sole_title(scope)
    beside: dict[tuple[int, int], dict[tuple[str, ...], Topic]] = {}
    for index, block in scope.blocks(BlockKind.HEADING):
        heading = scope.topics.headings[index]
        parent = scope.about(index)
        if heading is None:
            yield from _several(scope, index, parent)
            continue
        cite = scope.cite(index, _RULE, Confidence.EXPLICIT, context=parent)
        if heading.of:
            yield from _of_subject(scope, index, heading, parent)
            continue
        owner = parent.ref if parent else ""
        ref = qualify(owner, heading.name)
        if not _is_of_several_matters(scope, heading):
            yield Thing(heading.name, owner, "", cite)
        if heading.prefixed:
            yield SameThing(ref, heading.prefixed, cite)
        if heading.gloss and is_name(heading.gloss) and _glosses(heading.name, heading.gloss):
            yield SameThing(ref, heading.gloss, scope.cite(index, "gloss", Confidence.EXPLICIT))
        relation = _nesting(scope, index, heading, parent, title) if parent else ""
        if relation:
            nested = scope.cite(index, "nested heading", Confidence.PATTERN, context=parent)
            yield Related(ref, relation, relation.replace("_", " "), owner, nested)
        earlier = beside.setdefault((block.heading, block.level), {})
        whole = _named_after(scope, heading.name, earlier)
        if whole is not None and not relation:
            named = scope.cite(index, "named after", Confidence.PATTERN, context=whole)
            yield Related(ref, RelationType.PART_OF, "part of", whole.ref, named)
        own = scope.topics.introduced[index]
        if own is not None:
            earlier.update((words, own) for words in _called(scope, heading.name) if words not in earlier)


def _of_subject(scope: Scope, index: int, heading: Heading, parent: Topic | None) -> Iterator[Thing | Related]:
    """`SQS - FIFO queue`: the subject, and the thing as a part of it."""
    cite = scope.cite(index, _RULE, Confidence.EXPLICIT)
    subject = qualify(parent.ref if parent else "", heading.of)
    yield Thing(heading.of, parent.ref if parent else "", "", cite)
    yield Thing(heading.name, subject, "", cite)
    if heading_weight(scope, heading.name):
        nested = scope.cite(index, "nested heading", Confidence.PATTERN)
        kind = RelationType.OPTION_OF if names_choices(heading.of, heading.name) else RelationType.PART_OF
        yield Related(qualify(subject, heading.name), kind, kind.replace("_", " "), subject, nested)


def _is_of_several_matters(scope: Scope, heading: Heading) -> bool:
    """`Speed and Durability` heads a text on two matters and names no thing; "Identity and Access Management (IAM)" does."""
    name = heading.name
    return (
        bool(_AND.search(name)) and not heading.gloss and not scope.proper.any_in(name) and not scope.proper.holds(name)
    )


def _called(scope: Scope, name: str) -> Iterator[tuple[str, ...]]:
    """What others may be named after: the name, or the last of its two words, "Aurora" of "Amazon Aurora"."""
    if scope.proper.holds(name):
        yield fold_words(name)
    first, _, rest = name.partition(" ")
    if rest and " " not in rest and scope.proper.holds(rest) and not is_generic(rest) and _is_maker(scope, first):
        yield fold_words(rest)


def _is_maker(scope: Scope, first: str) -> bool:
    """Whether three headings begin with the word, as with a maker's name: "Default VPC" is not what VPC endpoints are of."""
    return sum(1 for heading in scope.topics.headings if heading and heading.name.startswith(f"{first} ")) >= _OFTEN


def _named_after(scope: Scope, name: str, earlier: dict[tuple[str, ...], Topic]) -> Topic | None:
    """`Aurora Serverless` beside an earlier `Aurora` is a part of that: the heading right above it in rank that it is named after."""
    words = fold_words(name)
    size = next((size for size in range(len(words) - 1, 0, -1) if words[:size] in earlier), 0)
    told = (
        not size
        or is_generic(" ".join(words[size:]))
        or is_activity(words[-1])
        or words[-1] in GENERIC_HEADINGS - _CHOICE
    )  # "RDS Security" is a part of the text
    fit = (
        not told
        and not _BUILT_ON.match(name)
        and not names_several(name)
        and heading_weight(scope, name) >= Weight.TITLED
    )
    return earlier[words[:size]] if fit else None


def _is_of_text(scope: Scope, title: int, name: str) -> bool:
    """Whether the title says more than the name: "X Cheat Sheet" is about a text on X."""
    plain = _GLOSS.sub("", scope.document.blocks[title].text.plain)
    return len(fold_words(plain)) > len(fold_words(name)) + 1


def _several(scope: Scope, index: int, parent: Topic | None) -> Iterator[Thing | Related]:
    """`MySQL, PostgreSQL and MariaDB`: a heading of proper names joins several things, each what the heading above says."""
    plain = strip_heading(scope.document.blocks[index].text.plain)
    names = [clean_name(name) for name in _JOINED.split(plain)]
    if len(names) < 2 or is_versus(plain) or not all(is_name(name) and scope.proper.holds(name) for name in names):
        return
    cite = scope.cite(index, _RULE, Confidence.EXPLICIT, context=parent)
    for name in names:
        yield Thing(name, parent.ref if parent else "", "", cite)
        if parent is not None and names_choices(parent.name, name) and stands_below(scope, index, parent):
            nested = scope.cite(index, "nested heading", Confidence.PATTERN, context=parent)
            yield Related(qualify(parent.ref, name), RelationType.OPTION_OF, "option of", parent.ref, nested)


def _glosses(name: str, gloss: str) -> bool:
    return is_gloss_of(name, gloss) or is_gloss_of(gloss, name) or _says_again(name, gloss)


def _says_again(name: str, gloss: str) -> bool:
    """`Write-behind (write-back)`, `Redirect URI (Callback URI)`: as many words, and the first or the last the same."""
    a, b = fold_words(name.replace("-", " ")), fold_words(gloss.replace("-", " "))
    return len(a) == len(b) > 1 and a != b and (a[0] == b[0] or a[-1] == b[-1]) and not any(map(str.isdigit, gloss))


def _is_of_its_own(name: str, above: tuple[str, ...]) -> bool:
    """`Priority level` or `Statement components` below policies is a matter of policies and no policy."""
    words = fold_words(name)
    several = name.casefold().endswith("s") and words[-1] in _CHOICE
    return words[-1] != above[-1] and len(words) > 1 and (several or words[-1] == "level" or lists_parts(name))


def _is_about(name: tuple[str, ...], above: tuple[str, ...]) -> bool:
    """`Available zones` below zones, `Crossing tiers` below pricing tiers: the same things, or what one does with them."""
    rest = name[1:]
    return bool(rest) and above[-len(rest) :] == rest and (name[0] in _SAME or name[0].endswith("ing"))


def _sole_title(scope: Scope) -> int:
    """The block that is the whole note's title, or -1: sections below it are chapters, not parts of a thing."""
    tops = [index for index, block in scope.blocks(BlockKind.HEADING) if block.level == 1]
    return tops[0] if len(tops) == 1 else -1


def _is_of_a_family(scope: Scope, index: int, name: str, owner: str) -> bool:
    """`Single Leader Replication` beside `Leaderless Replication` below "Replication", `Active-Active` beside
    `Active-Passive`: two or more that share their kind with what stands above, or all that stand there their beginning."""
    block = scope.document.blocks[index]
    beside = [
        heading.name
        for i in scope.members.get(block.heading, ())
        if scope.document.blocks[i].kind is BlockKind.HEADING
        and scope.document.blocks[i].level == block.level
        and (heading := scope.topics.headings[i])
    ]
    words, above = fold_words(name), fold_words(owner)
    if (
        joins_several(owner)
        or above[-1] in TOO_GENERAL_CLASSES | _WIDE
        or not name.isascii()
        or (len(above) == 1 and scope.proper.any_in(owner))
    ):
        return False  # "Known limits of EC2" below "EC2"
    same = [other for other in beside if len(fold_words(other)) > 1 and fold_words(other)[-1] == words[-1]]
    if len(words) == 2 and len(same) > _OFTEN and words[-1] not in _NO_KINDS:
        return True  # "Simple Routing", "Weighted Routing", "Failover Routing" below "Route 53"
    alike = [other for other in beside if len(fold_words(other)) > 1 and fold_words(other)[-1] == above[-1]]
    if len(words) > 1 and words[-1] == above[-1] and len(alike) > 1:
        return True
    firsts = {other.partition("-")[0] for other in beside}
    return len(beside) > 1 and len(firsts) == 1 and all("-" in other and " " not in other for other in beside)


def _lists_parts_between(scope: Scope, index: int, parent: Topic) -> bool:
    """`Components of X` between the two: whatever is below is a part of X."""
    between = scope.document.blocks[index].heading
    if between == parent.block or between < 0:
        return False
    said = strip_heading(scope.document.blocks[between].text.plain)
    return lists_parts(said) or said.casefold() in _PARTS


def _lists_kinds_between(scope: Scope, index: int, parent: Topic) -> bool:
    """`Types of X` right above: whatever is below is an option of X."""
    between = scope.document.blocks[index].heading
    said = scope.document.blocks[between].text.plain if between >= 0 else ""
    return bool(said) and strip_heading(said).casefold() not in _TOLD_IN_TEXTS and heads_kinds(said, parent.name)


def _belongs(scope: Scope, index: int, heading: Heading, parent: Topic) -> bool:
    """Whether the heading names a thing of its own, and what stands above one that can have parts or choices."""
    name, owner = heading.name, parent.name
    words, above = fold_words(name), fold_words(owner)
    plain = _GLOSS.sub("", scope.document.blocks[index].text.plain).strip(" :*")
    return not (
        heading.prefixed
        or plain.rpartition(" ")[2].casefold() in ABOUT_HEADS | {"concepts"}
        or words == above
        or (words[1:] == above and len(above) == 1 and has_proper_shape(owner))  # "Amazon DynamoDB" below "DynamoDB"
        or (joins_several(owner) and f" {' '.join(words)} " in f" {' '.join(above)} ")
        or not stands_below(scope, index, parent)
        or not (is_whole(owner) or names_choices(owner, name) or lists_parts(owner))
    )


def _nesting(scope: Scope, index: int, heading: Heading, parent: Topic, title: int) -> str:
    """A heading below a chooser ("... patterns") is an option of it, below a thing a part of it.

    Below the note's title, and for a bold line, only what has a proper name has parts.
    """
    level = scope.document.blocks[index].level
    named = scope.proper.holds(_VERSION.sub("", parent.name)) and not (
        parent.block == title >= 0 and _is_of_text(scope, title, parent.name)
    )
    loose = (parent.block == title or level == _BOLD_LINE) and not named
    name, owner = heading.name, parent.name
    words, above = fold_words(name), fold_words(owner)
    if not _belongs(scope, index, heading, parent):
        return ""
    if _lists_kinds_between(scope, index, parent):
        return RelationType.OPTION_OF if name_weight(scope, name) and not is_task(name) else ""
    between = _lists_parts_between(scope, index, parent)
    numbered = len(words) > 1 and bool(_NUMBERED.match(scope.document.blocks[index].text.plain))
    told_off = between or numbered or lists_parts(owner)
    weight = name_weight(scope, name) if told_off else heading_weight(scope, name)
    begins = words[: len(above)] == above or (words[1 : len(above) + 1] == above and len(above) == 1 and named)
    longer = begins and len(words) > len(above) + (words[0] != above[0]) and words[-1] not in _TEXTS - _CHOICE
    if longer and (named or len(above) > 1) and weight and not joins_several(name):
        return RelationType.PART_OF
    if bears_short_name(scope, parent, name) and heading_weight(scope, name) and not joins_several(name):
        return RelationType.PART_OF
    if names_several(name.replace("/", " ")):
        return ""
    if names_choices(owner, name) and lists_kinds(strip_heading(scope.document.blocks[index].text.plain)):
        return ""  # "Types of virtual adaptor" below "Adaptors"
    if names_choices(owner, name) or _is_of_a_family(scope, index, name, owner):
        return RelationType.OPTION_OF if _is_chosen(scope, index, heading, parent, between=between) else ""
    if is_class_heading(owner):
        one = all(word[0].isupper() for word in name.split())
        return RelationType.IS_A if weight is Weight.PROPER and one and not name.endswith("s") else ""
    if "/" in name or (loose and not between):
        return ""
    needed = Weight.PLAIN if between else max(Weight.PLAIN, needed_weight(scope, parent, numbered=numbered))
    return RelationType.PART_OF if weight >= needed else ""


def _is_chosen(scope: Scope, index: int, heading: Heading, parent: Topic, *, between: bool) -> bool:
    """Whether a heading below choices names one of them: a thing, not far below, and not the choices' own words."""
    name, blocks = heading.name, scope.document.blocks
    words, above = fold_words(name), fold_words(parent.name)
    skipped = blocks[index].heading == parent.block >= 0
    top, level = blocks[parent.block].level, blocks[index].level
    leaps = any(top < heading.level < level for heading in blocks if heading.kind is BlockKind.HEADING)
    far = level < _BOLD_LINE and skipped and level > top + 1 and leaps  # else "###" below "#" is how the author nests
    said = blocks[index].text.plain.rpartition(" ")[2].casefold().strip(" .:*")
    if joins_several(parent.name) or said in TRAILING_NO_CONCEPT:
        return False  # "Operation summary"
    acts = is_task(name) or name.partition(" ")[0].casefold() in TASK_VERBS - NOUNS_TOO
    return not (
        (far and not between)
        or acts
        or says_of_text(name)
        or tells_how(name)
        or _is_about(words, above)
        or _is_of_its_own(name, above)
    )
