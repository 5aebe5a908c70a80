"""List items that lead with a term: what the term is of the item, line or heading above, and what is said of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from graph.model import Confidence
from graph.names import fold_words
from graph.relation_types import RelationType
from ingest.abbreviations import initials_fit, is_gloss_of, looks_like_abbreviation
from ingest.claims import Defined, Related, Said, SameThing, Thing, qualify, unqualified
from ingest.class_heads import heads_class
from ingest.document import BlockKind
from ingest.english import ABOUT_HEADS, CHOOSER_NOUNS, GENERIC_HEADINGS, NOUNS_TOO, TASK_VERBS, TOO_GENERAL_CLASSES
from ingest.lead_terms import Lead
from ingest.list_headings import heads_kinds
from ingest.membership import (
    is_advice,
    is_class_of,
    item_weight,
    leads_away,
    leads_to_text,
    lists_qualities,
    needed_weight,
    stands_below,
)
from ingest.name_weight import (
    Weight,
    is_activity,
    is_adjective,
    is_quality,
    lists_parts,
    name_weight,
    names_several,
    says_of_text,
)
from ingest.node_names import clean_name, is_name, is_task
from ingest.rules.announcements import Announcement, announcement_of
from ingest.scope import Scope
from ingest.topics import Topic

__all__ = ["is_class_heading", "names_choices", "read_listed_terms"]

_BEHIND_HEAD = re.compile(
    r"\s+(?:(?:for|in|on|by|with|from|to|across)\s|(?:supported|available|offered)$)", re.IGNORECASE
)
_CLASSES = re.compile(
    r"(?:[\w-]+ )?(?:tools|platforms|frameworks|distributions)"
    r"|(?:(?:supported|available|popular|common|main|core|other) )?(?:programming )?(?:languages|runtimes|engines|databases|protocols|formats|browsers|libraries"
    r"|operating systems|brokers|devices|algorithms|proxies|load balancers|shells|editors|compilers)",
    re.IGNORECASE,
)
_GRADES = frozenset("general max min maximum minimum standard default basic high low multiple single".split())
_IN_A_ROW = re.compile(r"\s*,\s*(?:or\s+)?|\s+or\s+")
_BOUNDS = frozenset(["high", "low", "long", "short"])
_OF_KIND = 2  # words of a name that ends in its kind
_FAMILY = 3
_OF_TEXT = frozenset("intro introduction overview basics summary specifications specs".split())
_NEAR = 8  # blocks below a line
_PARTS = frozenset(["layer", "component", "module", "part", "phase", "stage", "plane"])
_AFTER_COMMA = re.compile(r",.*$", re.DOTALL)
_EXCEPT = re.compile(r"\b(?:except|excluding|other than)\b", re.IGNORECASE)
_DASHED = re.compile(r"\s+[-–—=]\s+")


def read_listed_terms(scope: Scope) -> Iterator[Thing | SameThing | Related | Defined | Said]:
    """Yield the terms of list items under a topic, their relation to it, their other names and definitions."""
    for index, block in scope.blocks(BlockKind.ITEM, BlockKind.TERM, BlockKind.PARAGRAPH):
        lead = scope.topics.leads[index]
        if block.kind is BlockKind.PARAGRAPH:
            yield from _bold_lead(scope, index)
            continue
        if any(mark.target.startswith("mailto:") for mark in block.text.marks):
            continue  # somebody's name
        announced = announcement_of(scope, index)
        if lead is None:
            yield from _names_in_a_row(scope, index)
        elif _deserves(scope, index, lead, announced):
            told = announced if announced and (announced.type or _tells_of_else(scope, announced)) else None
            for name in (lead.name, *lead.others):
                yield from _term(scope, index, replace(lead, name=name), told)


def _tells_of_else(scope: Scope, announced: Announcement) -> bool:
    """`Authenticating to X, best first:` and `Limitations:`: what follows is no part of the topic."""
    line = scope.document.blocks[announced.block].text.plain
    said = clean_name(_AFTER_COMMA.sub("", line).rstrip(" :："))
    if _EXCEPT.search(line):
        return True
    return bool(said) and (is_task(said) or (len(said.split()) <= 2 and says_of_text(said)))


def _deserves(scope: Scope, index: int, lead: Lead, announced: Announcement | None) -> bool:
    """Below a line that announces no names a bare item is no term; below one that does, any is."""
    if announced is not None:
        return announced.type != "" or not lead.alone
    return scope.topics.introduced[index] is not None


def _bold_lead(scope: Scope, index: int) -> Iterator[Thing]:
    """`**ACID** is a set of ...`: a paragraph that leads with a bold term is about it; of what it is a part, it tells not."""
    topic = scope.topics.introduced[index]
    if topic is not None:
        about = scope.about(index)
        yield Thing(topic.name, topic.owner, "", scope.cite(index, "term", Confidence.EXPLICIT, context=about))


def _names_in_a_row(scope: Scope, index: int) -> Iterator[Thing | Related]:
    """`Bucket Policies, ACLs`: an item of nothing but names is a term for each."""
    above = scope.about(index)
    tree = scope.document.blocks[index].parent >= 0  # below an item the author lists names
    plain = scope.document.blocks[index].text.plain
    parts = [clean_name(part) for part in _IN_A_ROW.split(plain)]
    if (
        above is None
        or not 2 <= len(parts) <= 5
        or not all(
            is_name(part) and _is_written_as_name(scope, part, tree) and len(part.split()) <= 3 and " with " not in part
            for part in parts
        )
    ):
        return
    below = stands_below(scope, index, above)
    kind = RelationType.IS_A if heads_class(scope, above, ()) else RelationType.PART_OF
    if tree and " or " in plain and above.name.endswith("s"):
        kind = RelationType.OPTION_OF  # "IAM, Lambda or Cognito" below "Authorizers"
    belongs = below and (lists_parts(above.name) or kind != RelationType.PART_OF)  # else they may be uses or examples
    for name in parts:
        if fold_words(name) != fold_words(above.name):
            cite = scope.cite(index, "term", Confidence.PATTERN, context=above)
            yield Thing(name, above.ref, "", cite)
            if belongs:
                yield Related(qualify(above.ref, name), kind, kind.replace("_", " "), above.ref, cite)


def _is_written_as_name(scope: Scope, part: str, tree: bool) -> bool:
    return scope.proper.holds(part) or (tree and part[0].isupper())


def _term(
    scope: Scope, index: int, lead: Lead, announced: Announcement | None
) -> Iterator[Thing | SameThing | Related | Defined | Said]:
    above = scope.about(index)
    owner = above.ref if above else ""
    short, other = split_dashed(lead.name)
    if fold_words(short) in (fold_words(part) for part in unqualified(above.owner if above else "")):
        return  # "S3 (durable)" among the classes of S3 names no new thing
    if above and lead.alone and _spells_out(above.name, short):
        yield SameThing(above.ref, short, scope.cite(index, "gloss", Confidence.EXPLICIT, context=above))
        return  # "**Apple File System**" below "APFS"
    name = qualify(owner, short)
    cite = scope.cite(index, "term", Confidence.EXPLICIT if lead.marked else Confidence.PATTERN, context=above)
    yield Thing(short, owner, "", cite)
    for gloss in (other, clean_name(lead.gloss)):
        if gloss and is_name(gloss) and _glosses(short, gloss, unqualified(owner)[1]):
            yield SameThing(name, gloss, scope.cite(index, "gloss", Confidence.EXPLICIT))
    target = announced.subject if announced and announced.subject else owner
    if announced and announced.subject:
        yield from _announced(scope, announced, owner)
    if target and fold_words(unqualified(target)[1]) != fold_words(short):
        kind, rule = _relation(scope, index, lead, above, announced)
        if kind:
            cite = scope.cite(index, rule, Confidence.PATTERN, context=above)
            phrase = announced.phrase if announced else kind.replace("_", " ")
            yield Related(name, kind, phrase, target, cite, inverse=kind == RelationType.USES)
    rest = scope.document.blocks[index].text.plain[lead.rest :].strip()
    said = rest or lead.gloss
    spelt = clean_name(rest)
    if is_name(spelt) and _glosses(short, spelt, unqualified(owner)[1]):
        yield SameThing(name, spelt, scope.cite(index, "gloss", Confidence.EXPLICIT))
    elif said and not is_advice(said):
        yield Defined(name, said.rstrip(".").strip(), scope.cite(index, "term", Confidence.PATTERN))


def _spells_out(short: str, long: str) -> bool:
    """Whether the words spell out the topic's letters; "S3 Storage Classes" below S3 only begins with them."""
    return looks_like_abbreviation(short) and is_gloss_of(short, long) and fold_words(short)[0] not in fold_words(long)


def _announced(scope: Scope, announced: Announcement, owner: str) -> Iterator[Thing | Related]:
    """The line above names what its items are choices or parts of: a concept, and part of the topic."""
    above = scope.about(announced.block)
    cite = scope.cite(announced.block, "announcement", Confidence.PATTERN, context=above)
    yield Thing(announced.subject, owner, "", cite)
    if (
        above is not None
        and announced.type == RelationType.OPTION_OF
        and not _lists(scope, announced.block, above.name)
        and fold_words(above.name) != fold_words(announced.subject)
        and needed_weight(scope, above) < Weight.NEVER
        and name_weight(scope, announced.subject)
    ):
        yield Related(announced.subject, RelationType.PART_OF, "part of", above.ref, cite)


def _lists(scope: Scope, line: int, name: str) -> bool:
    """Whether the list below the line has an item of this name: what is among the choices does not have them."""
    after = (i for i in range(line + 1, min(line + _NEAR, len(scope.topics.leads))))
    return any((lead := scope.topics.leads[i]) and fold_words(lead.name) == fold_words(name) for i in after)


def _glosses(name: str, gloss: str, owner: str) -> bool:
    """One spells the other out, the owner's name counted in: `Accelerator (DAX)` under DynamoDB."""
    if is_gloss_of(name, gloss) or is_gloss_of(gloss, name):
        return True
    return (
        bool(owner)
        and gloss.isalpha()
        and gloss.isupper()
        and looks_like_abbreviation(gloss)
        and initials_fit(gloss, f"{owner} {name}")
    )


def split_dashed(name: str) -> tuple[str, str]:
    """`RRS - Reduced Redundancy Storage` gives both names where one abbreviates the other, else the name as it is."""
    parts = _DASHED.split(name, maxsplit=1)
    if len(parts) == 2 and (is_gloss_of(parts[0], parts[1]) or is_gloss_of(parts[1], parts[0])):
        return parts[0], parts[1]
    return name, ""


def _relation(
    scope: Scope, index: int, lead: Lead, above: Topic | None, announced: Announcement | None
) -> tuple[str, str]:
    """Return the relation to what stands above and the rule that reads it; no type where the two only stand together."""
    if announced is not None:
        enough = Weight.TITLED if announced.type == RelationType.USES else Weight.PLAIN
        part = announced.type == RelationType.PART_OF
        like = part and (is_adjective(lead.name) or lists_qualities(scope, index, lead.name))
        chosen = announced.type == RelationType.OPTION_OF and _is_choice(lead.name)
        told = announced.type and not like and (chosen or item_weight(scope, index, lead) >= enough)
        return (announced.type, "enumeration") if told else ("", "")
    kind = _kind(scope, index, lead, above) if above is not None else ""
    return (kind, "listed under") if kind else ("", "")


def _is_choice(name: str) -> bool:
    """`Edge optimized`, `Private`: what a thing can be, where the line above says that choices follow."""
    words = name.split()
    told = is_adjective(words[-1]) or words[0].casefold() in _GRADES
    return len(words) <= _FAMILY and words[0][0].isupper() and told and not is_task(name)


def _kind(scope: Scope, index: int, lead: Lead, above: Topic) -> str:
    """What the term is of the thing that it is listed under; empty where the two only stand together."""
    if _is_of_a_family(scope, index, lead) and not says_of_text(above.name) and stands_below(scope, index, above):
        part = fold_words(lead.name)[-1] in _PARTS
        return RelationType.PART_OF if part else RelationType.OPTION_OF
    if _below_kinds(scope, index, above):
        fit = item_weight(scope, index, lead) and not is_class_of(lead.name, lead.alone)
        return RelationType.OPTION_OF if fit else ""
    name, needed = above.name, needed_weight(scope, above)
    if (needed == Weight.NEVER and not names_choices(name, lead.name)) or not stands_below(scope, index, above):
        return ""
    if is_class_of(lead.name, lead.alone and not (lead.gloss and lead.marked)) or fold_words(lead.gloss) == fold_words(
        name
    ):
        return ""  # what the topic is, or its own name spelt out
    weight = item_weight(scope, index, lead)
    named_so = fold_words(name)[-1:] == fold_words(lead.name)[-1:]  # "Simple routing policy" of the routing policies
    if (weight and (names_choices(name, lead.name) or _siblings_share_prefix(scope, index))) or (
        named_so and lead.name.split()[0].casefold() not in TASK_VERBS | _BOUNDS and names_choices(name, lead.name)
    ):
        return RelationType.OPTION_OF
    own = bool({*fold_words(lead.name)} & {*fold_words(name)})
    weak = weight is Weight.PLAIN or (weight is Weight.TITLED and not (lead.marked or own))
    if _is_remark(scope, index, lead, above) or (weak and lead.alone and not _is_list_of_names(scope, index)):
        return ""  # a word among remarks
    if name.casefold() == "roles" and scope.document.blocks[above.block].kind is BlockKind.ITEM:
        return RelationType.OPTION_OF if weight >= needed else ""
    one = weight is Weight.PROPER or (weight is Weight.TITLED and " " in lead.name and not lead.name.endswith("s"))
    if is_class_heading(name):
        return RelationType.IS_A if one else ""
    if weight < needed:
        return ""
    return (
        RelationType.IS_A
        if lead.alone and one and heads_class(scope, above, _siblings(scope, index))
        else RelationType.PART_OF
    )


def _below_kinds(scope: Scope, index: int, above: Topic) -> bool:
    """Whether the item stands right below a heading that says that kinds of the topic follow."""
    block = scope.document.blocks[index]
    heading = block.heading if block.parent < 0 else -1
    own = heading >= 0 and scope.topics.introduced[heading] is not None and above.block != heading
    return (
        heading >= 0
        and not own
        and heads_kinds(scope.document.blocks[heading].text.plain, above.name)
        and stands_below(scope, index, above)
    )


def _is_remark(scope: Scope, index: int, lead: Lead, above: Topic) -> bool:
    """Whether the term is a word of the topic's own ("**burst** means" below "Volume burst"), what the topic is like, or a
    link to another's tool or page."""
    name = above.name
    own = name in lead.name and (above.block < 0 or scope.document.blocks[above.block].kind is BlockKind.HEADING)
    return (
        ({*fold_words(lead.name)} < {*fold_words(name)} and lead.name.islower())
        or is_adjective(lead.name)
        or lead.name.endswith("aaS")
        or lead.gloss.endswith("aaS")
        or (" " in lead.name and lead.name.rpartition(" ")[2].casefold() in ABOUT_HEADS | _OF_TEXT)
        or lists_qualities(scope, index, lead.name)
        or (is_quality(lead.name) and name.endswith("s"))
        or (leads_away(scope.document.blocks[index], lead) and not own)
    )


def _is_list_of_names(scope: Scope, index: int) -> bool:
    """Whether at least half of the items beside this one lead with a name, too."""
    beside = _siblings(scope, index)
    named = sum(1 for i in beside if (lead := scope.topics.leads[i]) and item_weight(scope, i, lead))
    return 2 * named >= len(beside)


def is_class_heading(name: str) -> bool:
    """Return whether a heading names a class of things, "Databases", whose members stand below it."""
    return bool(_CLASSES.fullmatch(name)) and not is_task(name)


def _is_of_a_family(scope: Scope, index: int, lead: Lead) -> bool:
    """Three marked names or more of one kind, "... Redundant Storage", are choices of whatever stands above them."""
    words = fold_words(lead.name)
    block = scope.document.blocks[index]
    if not lead.marked or len(words) < _OF_KIND or leads_to_text(block, lead) or not item_weight(scope, index, lead):
        return False
    beside = [other for i in _siblings(scope, index) if (other := scope.topics.leads[i]) and other.marked]
    alike = {fold_words(other.name) for other in beside if len(fold_words(other.name)) >= _OF_KIND}
    return len([name for name in alike if name[-1] == words[-1]]) >= _FAMILY and len(beside) == len(alike)


def _siblings(scope: Scope, index: int) -> list[int]:
    block = scope.document.blocks[index]
    around = scope.children.get(block.parent, []) if block.parent >= 0 else scope.members.get(block.heading, [])
    blocks = scope.document.blocks
    return [i for i in around if blocks[i].kind is block.kind and blocks[i].parent == block.parent]


def names_choices(target: str, name: str) -> bool:
    """Return whether what stands above names several choices ("Storage classes"), or the same kind of thing."""
    if target.split(maxsplit=1)[0].casefold() in TASK_VERBS - NOUNS_TOO or target.casefold().startswith("work with"):
        return False  # what is listed is about doing it
    head = _BEHIND_HEAD.split(target)[0]  # "Boot modes for instance types" are modes, and so are "Modes supported"
    last = head.rsplit(maxsplit=1)[-1].casefold().rpartition("/")[2]
    of_kind = re.match(r"(\w+) of \w", target, re.I)
    if of_kind and of_kind[1].casefold() in CHOOSER_NOUNS and of_kind[1].casefold().endswith("s"):
        return True
    chooser = last in CHOOSER_NOUNS and last.endswith("s") and last != "class" and not is_task(target)
    return chooser or _shares_head(name, target)


def _shares_head(name: str, target: str) -> bool:
    """`Inline Policy` below `Policies`; only where the head is the last word, as in English without a preposition."""
    a, b = fold_words(name), fold_words(target)
    if names_several(target):
        return False  # "Copper cables" below "Interfaces and Cables"
    verb = name.partition(" ")[0].casefold()
    if verb.endswith("ing") and any(v in TASK_VERBS for v in (verb[:-3], f"{verb[:-3]}e", verb[:-4])):
        return False  # "Creating namespaces" below "Namespaces"
    if len(a) < 2 or not b or a[-1] != b[-1] or not f"{name}{target}".isascii() or names_several(name):
        return False
    titled = all(word[0].isupper() for word in (*name.split(), *target.split()))
    kind = len(a[-1]) > 1 and a[-1] not in TOO_GENERAL_CLASSES | GENERIC_HEADINGS and not is_activity(a[-1])
    if titled and kind and len(b) > 1 and a[:-1] != b[:-1]:
        return True  # "Mail Record" below "Domain Record"
    whole = len(a) > len(b) and a[-len(b) :] == b  # "Audit Management" is no kind of "Risk Management"
    several = (
        target.rstrip(" .:").casefold().endswith("s")
    )  # "Regional service" below "Key Management Service" is none of it
    return whole or (several and not is_activity(target.rsplit(maxsplit=1)[-1]))


def _siblings_share_prefix(scope: Scope, index: int) -> bool:
    """Names of one family with a common first part (SSE-S3, SSE-KMS, SSE-C) are choices."""
    parent = scope.document.blocks[index].parent
    names = (
        [lead.name for i in scope.children.get(parent, []) if (lead := scope.topics.leads[i])] if parent >= 0 else []
    )
    firsts = {re.split(r"[-\s]", name)[0] for name in names}
    return len(names) > 1 and len(firsts) == 1 and all(re.search(r"[-\s]", name) for name in names)
