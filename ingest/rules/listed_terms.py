"""List items that lead with a term: what the term is of the item, line or heading above, and what is said of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from graph.model import Confidence
from graph.names import fold_words
from graph.relation_types import RelationType
from ingest.abbreviations import initials_fit, is_gloss_of, looks_like_abbreviation
from ingest.choice_names import names_choices, shares_head
from ingest.claims import Defined, Related, Said, SameThing, Thing, qualify, unqualified
from ingest.class_heads import heads_class
from ingest.contrasted_kinds import is_contrasted
from ingest.document import BlockKind
from ingest.english import JUDGING
from ingest.item_weight import is_advice, is_label
from ingest.lead_links import leads_to_text
from ingest.lead_terms import Lead
from ingest.membership import needed_weight, stands_below
from ingest.name_weight import (
    Weight,
    is_adjective,
    joins_several,
    lists_parts,
    name_weight,
    says_of_text,
)
from ingest.node_names import clean_name, has_proper_shape, is_name
from ingest.part_evidence import heads_parts
from ingest.rules.announcement_words import OF_ELSE, Announcement
from ingest.rules.announcements import announcement_of
from ingest.rules.list_relations import relation_above
from ingest.scope import Scope
from ingest.task_names import is_task
from ingest.told_choices import told_choice
from ingest.topics import Topic

__all__ = ["read_listed_terms"]

_IN_A_ROW = re.compile(r"\s*,\s*(?:or\s+)?|\s+or\s+")
_PARTED = re.compile(r"[-–—=:]\s*$")
_FEW = 2
_IN_ROW = 5  # names
_NEAR = 8  # blocks below a line
_AFTER_COMMA = re.compile(r",.*$", re.DOTALL)
# "mitigates the following types of attacks:"
_WARDS_OFF = re.compile(
    r"\b(?:mitigat|prevent|protect|detect|block|avoid|handl|solv|address|compar|defend|stop|filter)(?:e?s|e|ed|ing)?\b",
    re.IGNORECASE,
)
_EXCEPT = re.compile(r"\b(?:except|excluding|other than)\b", re.IGNORECASE)
_SIGN = re.compile(r"[,;]\s+|\s+[-–—]\s+|\.\s+")
_DASHED = re.compile(r"\s+[-–—=]\s+")


def read_listed_terms(scope: Scope) -> Iterator[Thing | SameThing | Related | Defined | Said]:
    """Yield the terms of list items under a topic, their relation to it, their other names and definitions."""
    for index, block in scope.blocks(BlockKind.ITEM, BlockKind.TERM, BlockKind.PARAGRAPH):
        lead = scope.topics.leads[index]
        if block.kind is BlockKind.PARAGRAPH:
            yield from _of_paragraph(scope, index, lead)
        elif not any(mark.target.startswith("mailto:") for mark in block.text.marks):  # else somebody's name
            announced = announcement_of(scope, index)
            if announced is not None and (lead is None or (lead.alone and not lead.marked)):
                lead = told_choice(scope, index, announced) or lead
            yield from _names_in_a_row(scope, index) if lead is None else _of_item(scope, index, lead, announced)


def _of_paragraph(
    scope: Scope, index: int, lead: Lead | None
) -> Iterator[Thing | SameThing | Related | Defined | Said]:
    yield from _bold_lead(scope, index)
    if lead is not None and _is_one_of_several(scope, index, lead):
        yield from _term(scope, index, lead, None)
    yield from _spelt_below(scope, index)


def _of_item(
    scope: Scope, index: int, lead: Lead, announced: Announcement | None
) -> Iterator[Thing | SameThing | Related | Defined | Said]:
    if not _deserves(scope, index, lead, announced):
        return
    told = announced if announced and (announced.type or _tells_of_else(scope, announced)) else None
    for name in (lead.name, *lead.others):
        yield from _term(scope, index, replace(lead, name=name), told)


def _tells_of_else(scope: Scope, announced: Announcement) -> bool:
    """`Authenticating to X, best first:` and `Limitations:`: what follows is no part of the topic."""
    if announced.phrase == OF_ELSE:
        return True
    line = scope.document.blocks[announced.block].text.plain
    said = clean_name(_AFTER_COMMA.sub("", line).rstrip(" :："))
    if _EXCEPT.search(line):
        return True
    return bool(said) and (is_task(said) or (len(said.split()) <= 2 and says_of_text(said)))


def _deserves(scope: Scope, index: int, lead: Lead, announced: Announcement | None) -> bool:
    """Below a line that announces no names a bare item is no term; below one that does, any is."""
    if announced is not None:
        return announced.type != "" or not lead.alone or _is_marked_kind(scope, index, lead)
    if scope.topics.introduced[index] is None:
        return False
    block, above = scope.document.blocks[index], scope.about(index)
    described = (
        lead.alone and not lead.gloss and is_adjective(lead.name) and block.end == block.last
    )  # "**Reservable**"
    return not described or (above is not None and is_contrasted(scope, index, lead, above))


def _is_marked_kind(scope: Scope, index: int, lead: Lead) -> bool:
    """`**Physical Controls**` below "Access Control", whatever the line between announces."""
    above = scope.about(index)
    fit = lead.marked and not leads_to_text(scope.document.blocks[index], lead)
    return fit and above is not None and shares_head(lead.name, above.name)


def _bold_lead(scope: Scope, index: int) -> Iterator[Thing]:
    """`**ACID** is a set of ...`: a paragraph that leads with a bold term is about it; of what it is a part, it tells not."""
    topic = scope.topics.introduced[index]
    if topic is not None:
        about = scope.about(index)
        yield Thing(topic.name, topic.owner, "", scope.cite(index, "term", Confidence.EXPLICIT, context=about))


def _is_one_of_several(scope: Scope, index: int, lead: Lead) -> bool:
    """Whether the paragraphs below "... strategies" or "Components of X" lead with bold terms, each parted by a sign from what
    is said of it: a list without marks."""
    above = scope.about(index)
    if above is None or not _heads_terms(scope, index, lead, above) or not _is_parted_term(scope, index):
        return False
    block = scope.document.blocks[index]
    beside = [i for i in scope.members.get(block.heading, []) if scope.document.blocks[i].kind is BlockKind.PARAGRAPH]
    parted = sum(_is_parted_term(scope, i) for i in beside)
    return parted >= _FEW and 2 * parted >= len(beside)


def _heads_terms(scope: Scope, index: int, lead: Lead, above: Topic) -> bool:
    if joins_several(above.name):
        return False
    return names_choices(above.name, lead.name) or lists_parts(above.name) or heads_parts(scope, index, above)


def _is_parted_term(scope: Scope, index: int) -> bool:
    lead = scope.topics.leads[index]
    if lead is None or scope.topics.introduced[index] is None or not lead.marked:
        return False
    return _PARTED.search(scope.document.blocks[index].text.plain[lead.start : lead.rest]) is not None


def _spelt_below(scope: Scope, index: int) -> Iterator[SameThing]:
    """`Simple Work Flow Service - enables ...` right below the heading "SWF"."""
    lead, above = scope.topics.leads[index], scope.about(index)
    if lead is not None and above is not None and above.block == index - 1 and _spells_out(above.name, lead.name):
        yield SameThing(above.ref, lead.name, scope.cite(index, "gloss", Confidence.EXPLICIT, context=above))


def _names_in_a_row(scope: Scope, index: int) -> Iterator[Thing | Related]:
    """`Bucket Policies, ACLs`: an item of nothing but names is a term for each."""
    above = scope.about(index)
    tree = scope.document.blocks[index].parent >= 0  # below an item the author lists names
    plain = scope.document.blocks[index].text.plain
    if above is None or not (names := _names_of_row(scope, plain, tree)):
        return
    kind = _kind_of_row(scope, plain, above, tree)
    # else they may be uses or examples
    belongs = stands_below(scope, index, above) and (kind != RelationType.PART_OF or lists_parts(above.name))
    for name in names:
        if fold_words(name) != fold_words(above.name):
            cite = scope.cite(index, "term", Confidence.PATTERN, context=above)
            yield Thing(name, above.ref, "", cite)
            if belongs:
                yield Related(qualify(above.ref, name), kind, kind.replace("_", " "), above.ref, cite)


def _names_of_row(scope: Scope, plain: str, tree: bool) -> list[str]:
    """The names that the words are, parted by commas or "or"; none where one of them is no name."""
    if "," not in plain and "or" not in plain:
        return []
    rough = _IN_A_ROW.split(plain, maxsplit=_IN_ROW)
    if not 2 <= len(rough) <= _IN_ROW:
        return []
    names = [clean_name(part) for part in rough]
    return names if all(_is_short_name(scope, name, tree) for name in names) else []


def _kind_of_row(scope: Scope, plain: str, above: Topic, tree: bool) -> RelationType:
    if tree and " or " in plain and above.name.endswith("s"):
        return RelationType.OPTION_OF  # "IAM, Lambda or Cognito" below "Authorizers"
    return RelationType.IS_A if heads_class(scope, above, ()) else RelationType.PART_OF


def _is_short_name(scope: Scope, part: str, tree: bool) -> bool:
    if not is_name(part) or len(part.split()) > 3 or " with " in part:
        return False
    return scope.proper.holds(part) or (tree and part[0].isupper())


@dataclass(frozen=True, slots=True, kw_only=True)
class _Term:
    """The `lead` of an item, the topic `above` it and the line that announces it; `name` and `other` are what it is called."""

    index: int
    lead: Lead
    above: Topic | None
    announced: Announcement | None
    name: str
    other: str

    @property
    def owner(self) -> str:
        """The reference of the topic above, empty where nothing stands there."""
        return self.above.ref if self.above else ""

    @property
    def ref(self) -> str:
        return qualify(self.owner, self.name)

    @property
    def confidence(self) -> Confidence:
        return Confidence.EXPLICIT if self.lead.marked else Confidence.PATTERN


def _term(
    scope: Scope, index: int, lead: Lead, announced: Announcement | None
) -> Iterator[Thing | SameThing | Related | Defined | Said]:
    above = scope.about(index)
    name, other = split_dashed(lead.name)
    if _is_owners_own(name, above):
        return
    if above and lead.alone and _spells_out(above.name, name):
        yield SameThing(above.ref, name, scope.cite(index, "gloss", Confidence.EXPLICIT, context=above))
        return  # "**Apple File System**" below "APFS"
    term = _Term(index=index, lead=lead, above=above, announced=announced, name=name, other=other)
    related = _relation(scope, term)
    if related is None and _tells_quality(scope, term):
        return
    yield Thing(name, term.owner, "", scope.cite(index, "term", term.confidence, context=above))
    yield from _other_names(scope, term)
    if announced and announced.subject:
        yield from _announced(scope, announced, term.owner)
    if related is not None:
        yield related
    yield from _said_of(scope, term)


def _is_owners_own(name: str, above: Topic | None) -> bool:
    """`S3 (durable)` among the classes of S3 names no new thing."""
    return fold_words(name) in map(fold_words, unqualified(above.owner if above else ""))


def _relation(scope: Scope, term: _Term) -> Related | None:
    """What the term is of what the line over it names, else of the topic above."""
    announced = term.announced
    target = announced.subject if announced and announced.subject else term.owner
    if not target or fold_words(unqualified(target)[1]) == fold_words(term.name):
        return None
    kind, rule = relation_above(scope, term.index, term.lead, term.above, announced)
    if not kind:
        return None
    phrase = announced.phrase if announced else kind.replace("_", " ")
    cite = scope.cite(term.index, rule, Confidence.PATTERN, context=term.above)
    return Related(term.ref, kind, phrase, target, cite, inverse=kind == RelationType.USES)


def _tells_quality(scope: Scope, term: _Term) -> bool:
    """Whether a term that nothing relates or spells out only tells what something is like, or labels what follows."""
    if is_name(clean_name(term.lead.gloss)):
        return False
    return _tells_what_it_is_like(term.name) or is_label(scope, term.name)


def _other_names(scope: Scope, term: _Term) -> Iterator[SameThing]:
    for gloss in (term.other, clean_name(term.lead.gloss)):
        if gloss and is_name(gloss) and _glosses(term.name, gloss, unqualified(term.owner)[1]):
            yield SameThing(term.ref, gloss, scope.cite(term.index, "gloss", Confidence.EXPLICIT))


def _tells_what_it_is_like(name: str) -> bool:
    """`Passive` is a kind of something, or what something is like; "Limited throughput", "Platform agnostic", too."""
    last = name.rpartition(" ")[2]
    return is_adjective(name) or (last.islower() and is_adjective(last)) or name.partition(" ")[0].casefold() in JUDGING


def _said_of(scope: Scope, term: _Term) -> Iterator[SameThing | Defined]:
    """The term spelt out behind its sign, and what is said of it."""
    rest = scope.document.blocks[term.index].text.plain[term.lead.rest :].strip()
    said = rest or term.lead.gloss
    spelt, more = _spelt_first(rest)
    if is_name(spelt) and _glosses(term.name, spelt, unqualified(term.owner)[1]):
        yield SameThing(term.ref, spelt, scope.cite(term.index, "gloss", Confidence.EXPLICIT))
        said = more
    if said and not is_advice(said):
        yield Defined(term.ref, said.rstrip(".").strip(), scope.cite(term.index, "term", Confidence.PATTERN))


def _spelt_first(rest: str) -> tuple[str, str]:
    """What stands behind a term up to the first sign, and what follows: "NT LAN Manager, used before ..."."""
    sign = _SIGN.search(rest)
    return (clean_name(rest[: sign.start()]), rest[sign.end() :]) if sign else (clean_name(rest), "")


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
        and not _WARDS_OFF.search(scope.document.blocks[announced.block].text.plain)
        and not _lists(scope, announced.block, above.name)
        and fold_words(above.name) != fold_words(announced.subject)
        and not _is_text_on(scope, above, announced.subject)
        and needed_weight(scope, above) < Weight.NEVER
        and name_weight(scope, announced.subject)
    ):
        yield Related(announced.subject, RelationType.PART_OF, "part of", above.ref, cite)


def _is_text_on(scope: Scope, above: Topic, name: str) -> bool:
    """Whether a title in ordinary words stands over a proper name: a book on it, and nothing that it is a part of."""
    title = above.block < 0 or scope.document.blocks[above.block].level == 1
    return title and has_proper_shape(name) and not scope.proper.any_in(above.name)


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
