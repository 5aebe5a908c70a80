"""What a term of a list is of the thing that it is listed under: a part, an option, one of a class, or nothing."""

from __future__ import annotations

import re

from graph.names import fold_words
from graph.relation_types import RelationType
from ingest.abbreviations import is_gloss_of
from ingest.choice_lists import are_choices, choice_name, heads_choices
from ingest.choice_names import BEHIND_HEAD, is_class_heading, names_choices, shares_head
from ingest.class_heads import heads_class, is_class_abbreviation, lists_class
from ingest.contrasted_kinds import is_contrasted
from ingest.document import BlockKind
from ingest.english import CHOOSER_NOUNS, TASK_VERBS
from ingest.item_siblings import (
    CHOSEN_FROM,
    is_kind_beside_kinds,
    is_list_of_names,
    is_of_a_family,
    siblings,
    siblings_share_prefix,
)
from ingest.item_weight import is_class_of, item_weight
from ingest.lead_links import leads_to_text
from ingest.lead_terms import Lead
from ingest.list_headings import heads_components, heads_kinds
from ingest.membership import bears_short_name, lists_qualities, needed_weight, says_about, stands_below
from ingest.name_weight import (
    Weight,
    is_activity,
    is_adjective,
    joins_several,
    lists_parts,
    names_several,
    says_of_text,
)
from ingest.part_evidence import heads_parts, shows_part
from ingest.rules.announcement_words import Announcement
from ingest.rules.list_remarks import is_remark, says_what_it_is
from ingest.scope import Scope
from ingest.spelt_lists import spelt_above
from ingest.task_names import is_task
from ingest.term_items import is_among_names, is_chosen_word, is_listed_code
from ingest.topics import Topic

_ROLES = re.compile(r"(?:^|\s)roles$", re.I)
__all__ = ["relation_above"]

_IN_ANY = re.compile(r"\b(?:any|every|each|all|whatever)\b", re.IGNORECASE)  # "Stay in any room type" says how
_FEW = 3  # words of a value
_ATTRIBUTES = frozenset("id name number key size status label date owner address url path arn".split())  # "Project ID"
_GRADES = frozenset("general max min maximum minimum standard default basic high low multiple single".split())
_BOUNDS = frozenset(
    ["minimum", "maximum", "min", "max", "high", "low", "long", "short", "common", "typical", "other", "additional"]
)
_NO_KIND = TASK_VERBS | _BOUNDS  # first words of what is named like the choices and is none: "Maximum size"
_PARTS = frozenset(["layer", "component", "module", "part", "phase", "stage", "plane"])


def relation_above(
    scope: Scope, index: int, lead: Lead, above: Topic | None, announced: Announcement | None
) -> tuple[str, str]:
    """Return the relation to what stands above and the rule that reads it; no type where the two only stand together."""
    if announced is not None and announced.type == RelationType.USES and above is not None and _names_kind(lead, above):
        return (RelationType.OPTION_OF, "enumeration") if item_weight(scope, index, lead) else ("", "")
    if announced is not None:
        enough = Weight.TITLED if announced.type == RelationType.USES else Weight.PLAIN
        part = announced.type == RelationType.PART_OF
        like = part and (is_adjective(lead.name) or lists_qualities(scope, index, lead.name))
        chosen = announced.type == RelationType.OPTION_OF and (
            _is_choice(lead.name)
            or _is_kind_of(lead, above)
            or is_chosen_word(scope.document, index, lead)
            or (lead.alone and are_choices(scope, index))
        )
        told = announced.type and not like and (chosen or item_weight(scope, index, lead) >= enough)
        return (announced.type, "enumeration") if told else ("", "")
    kind = _kind(scope, index, lead, above) if above is not None else ""
    if above is None or not kind:
        return "", ""
    announced_by_heading = kind == RelationType.PART_OF and heads_parts(scope, index, above)
    return kind, "enumeration" if announced_by_heading else "listed under"


def _names_kind(lead: Lead, above: Topic) -> bool:
    """`Horizontal sharding` below "Supported operations" of Sharding: not what it supports, but one of its kinds."""
    words, own = fold_words(lead.name), fold_words(above.name)
    return len(words) > len(own) and words[-len(own) :] == own


def _is_kind_of(lead: Lead, above: Topic | None) -> bool:
    """`Simple routing policy` below "Routing policies": a kind by its name, however plain the word before it."""
    return above is not None and " " in above.name and _names_kind(lead, above)


def _is_choice(name: str) -> bool:
    """`Edge optimized`, `Private`: what a thing can be, where the line above says that choices follow."""
    words = name.split()
    told = is_adjective(words[-1]) or words[0].casefold() in _GRADES
    return len(words) <= _FEW and words[0][0].isupper() and told and not is_task(name)


def _kind(scope: Scope, index: int, lead: Lead, above: Topic) -> str:
    """What the term is of the thing that it is listed under; empty where the two only stand together."""
    spelt = spelt_above(scope.document, index)
    if spelt >= 0:  # what a line over the list spells has these parts, not the topic
        return "" if scope.document.blocks[spelt].kind is BlockKind.PARAGRAPH else RelationType.PART_OF
    listed = heads_choices(scope, index, above) and bool(choice_name(scope, index)) and are_choices(scope, index)
    if listed or is_listed_code(scope.document, index, lead.name):
        return RelationType.OPTION_OF
    if is_of_a_family(scope, index, lead) and not _is_of_text(scope, above) and stands_below(scope, index, above):
        part = fold_words(lead.name)[-1] in _PARTS
        return RelationType.PART_OF if part else RelationType.OPTION_OF
    named_so = is_kind_beside_kinds(scope, index, lead, above.name) and stands_below(scope, index, above)
    if named_so or _is_kind_anywhere(scope, index, lead, above) or is_contrasted(scope, index, lead, above):
        return RelationType.OPTION_OF
    if _below_kinds(scope, index, above):
        fit = item_weight(scope, index, lead) and not is_class_of(lead.name, lead.alone)
        return RelationType.OPTION_OF if fit else ""
    if bears_short_name(scope, above, lead.name) and stands_below(scope, index, above):
        return RelationType.PART_OF if item_weight(scope, index, lead) else ""
    return _listed(scope, index, lead, above)


def _is_of_text(scope: Scope, above: Topic) -> bool:
    return says_of_text(above.name) or says_about(scope, above)


def _listed(scope: Scope, index: int, lead: Lead, above: Topic) -> str:
    """What the term is by what stands above: a choice, one of a class or a part, where nothing says that it is a remark."""
    name = above.name
    if not stands_below(scope, index, above):
        return RelationType.PART_OF if _is_named_after(scope, index, lead, above) else ""
    if _IN_ANY.search(name) or (_is_chooser(name) and _heads_choices(scope, index, lead)):
        return ""  # "Storage tiers" among the storage classes: what has choices is none itself
    if _is_placed_class(name):
        return RelationType.IS_A if _is_product(lead) and item_weight(scope, index, lead) >= Weight.TITLED else ""
    needed = needed_weight(scope, above)
    if needed == Weight.NEVER and not names_choices(name, lead.name):
        told = heads_parts(scope, index, above) and item_weight(scope, index, lead) >= Weight.TITLED
        return RelationType.PART_OF if told else ""
    needed = min(needed, Weight.PLAIN) if heads_components(scope.document, index) else needed
    weight = item_weight(scope, index, lead)
    if _lists_services(scope, name):
        return RelationType.IS_A if _is_service(scope, index, lead, weight) else ""
    if says_what_it_is(name, lead) or _is_beside_topic(scope, index, lead, above):
        return ""
    named_so = fold_words(name)[-1:] == fold_words(lead.name)[-1:]  # "Simple routing policy" of the routing policies
    if _heads_list(lead) or (named_so and _says_of_all(scope, index, lead, name)):
        part = weight >= needed and not named_so and not _is_told_list(scope, index, lead)
        return RelationType.PART_OF if part else ""
    if _is_one_of_choices(scope, index, lead, name, weight, named_so=named_so):
        return RelationType.OPTION_OF
    if is_remark(scope, index, lead, above) or _is_among_remarks(scope, index, lead, name, weight):
        return ""
    return _membership(scope, index, lead, above, (weight, needed))


def _is_service(scope: Scope, index: int, lead: Lead, weight: Weight) -> bool:
    one = weight is Weight.PROPER or (weight is Weight.TITLED and not lead.name.endswith("s"))
    named = one or (bool(weight) and is_among_names(scope.document, index))
    return named and not is_activity(lead.name)


def _heads_list(lead: Lead) -> bool:
    return lists_parts(lead.name) and not joins_several(lead.name)


def _is_told_list(scope: Scope, index: int, lead: Lead) -> bool:
    """`Hardware Elements: belts, chutes` lists them on its own line."""
    return _heads_list(lead) and "," in scope.document.blocks[index].text.plain[lead.rest :]


def _is_one_of_choices(scope: Scope, index: int, lead: Lead, name: str, weight: Weight, *, named_so: bool) -> bool:
    """Whether `name` announces choices, or all listed have one beginning; what is named like them needs no weight."""
    if not weight:
        plain = lead.name.split()[0].casefold() in _NO_KIND
        return named_so and not plain and names_choices(name, lead.name)
    if names_choices(name, lead.name) or _is_chosen_from(scope, index, lead, name):
        return True
    told_of = lead.name.rpartition(" ")[2].casefold() in _ATTRIBUTES
    return not is_activity(name) and not told_of and siblings_share_prefix(scope, index)


def _is_named_after(scope: Scope, index: int, lead: Lead, above: Topic) -> bool:
    """`Glaze Oven` in bold, and told, somewhere below "Glaze": the topic's own, whatever the heading between is."""
    own = lead.name.startswith(f"{above.name} ") and lead.marked and not lead.alone and not joins_several(lead.name)
    told = own and not says_of_text(lead.name) and not is_activity(lead.name.split()[-1])
    return told and scope.proper.holds(lead.name) and item_weight(scope, index, lead) >= Weight.TITLED


def _is_kind_anywhere(scope: Scope, index: int, lead: Lead, above: Topic) -> bool:
    """`Standard Reserved Instance` anywhere below "Reserved Instance", remarks between them or not."""
    told = _names_kind(lead, above) and not joins_several(lead.name) and _tells_kinds(scope, index, lead, above)
    text = leads_to_text(scope.document.blocks[index], lead)
    return told and not text and item_weight(scope, index, lead) >= Weight.TITLED


def _membership(scope: Scope, index: int, lead: Lead, above: Topic, weights: tuple[Weight, Weight]) -> str:
    """A part, or one of the class that stands above, where the term's weight is what is needed there."""
    weight, needed = weights
    if _ROLES.search(above.name) and scope.document.blocks[above.block].kind is BlockKind.ITEM:
        return RelationType.OPTION_OF if weight >= needed else ""
    if weight >= needed and _is_beside_kinds(scope, index, above):
        return RelationType.OPTION_OF
    one = weight is Weight.PROPER or (weight is Weight.TITLED and " " in lead.name and not lead.name.endswith("s"))
    if is_class_heading(above.name):
        one = one or (bool(weight) and lead.alone and is_among_names(scope.document, index))
        return RelationType.IS_A if one and not _is_beside_named_kinds(scope, index, lead, above) else ""
    if weight < needed:
        return ""
    member = one and (lead.alone or weight is Weight.PROPER)
    if member and heads_class(scope, above, siblings(scope, index)):
        return RelationType.IS_A
    if _is_means(scope, index, lead, above):
        return RelationType.OPTION_OF
    if not shows_part(scope, index, lead, above, weight):
        return ""
    # "leader" below "Node roles"; "IAM Roles" may have parts
    return RelationType.OPTION_OF if above.name.endswith(" roles") else RelationType.PART_OF


def _is_means(scope: Scope, index: int, lead: Lead, above: Topic) -> bool:
    """`SSL/TLS` below "Encryption in transit", `ACL` and `IAM` below "Access Control": what does it, where only names stand there."""
    head = BEHIND_HEAD.split(above.name.replace("-", " "))[0].split()[-1]
    beside = [scope.topics.leads[i] for i in siblings(scope, index)]
    named = all(other is not None and other.alone and scope.proper.holds(other.name) for other in beside)
    does = is_activity(head) or head.casefold() == "control"
    return named and lead.alone and " " in above.name and does and not scope.proper.holds(above.name)


def _is_beside_kinds(scope: Scope, index: int, above: Topic) -> bool:
    """Whether half of the items beside it are kinds of what stands above by their names: "Local SSD" among "Boot disks"."""
    if " " in above.name:
        return False
    beside = [scope.topics.leads[i] for i in siblings(scope, index)]
    kinds = sum(1 for other in beside if other is not None and shares_head(other.name, above.name))
    told = len(beside) > 1 and all(other is not None and other.marked and not other.alone for other in beside)
    return kinds >= (1 if told else 2) and 2 * kinds >= len(beside) and (told or above.name.endswith("s"))


def _tells_kinds(scope: Scope, index: int, lead: Lead, above: Topic) -> bool:
    """Whether the topic's words at the end of a term tell its kind: several words, of no activity, or those of two marked terms."""
    own = fold_words(above.name)
    if len(own) > 1 and not is_activity(own[-1]):
        return True
    beside = [other for i in siblings(scope, index) if (other := scope.topics.leads[i]) and other.marked]
    return lead.marked and sum(1 for other in beside if fold_words(other.name)[-1:] == own[-1:]) > 1


def _says_of_all(scope: Scope, index: int, lead: Lead, name: str) -> bool:
    """Whether a name of the topic's kind is a sample, or a bare remark that none beside it shares: `Physical unique address`
    below "MAC addresses"."""
    if lead.name.split()[0].casefold() in ("sample", "example"):
        return True
    block = scope.document.blocks[index]
    told = block.end > block.last and name.rpartition(" ")[2].casefold() in CHOOSER_NOUNS
    bare = lead.alone and not lead.gloss and not lead.marked and not told
    plain = bare and any(word.islower() for word in lead.name.split())
    head = fold_words(name)[-1:]
    beside = [other for i in siblings(scope, index) if i != index and (other := scope.topics.leads[i])]
    return plain and not any(fold_words(other.name)[-1:] == head for other in beside)


def _is_placed_class(name: str) -> bool:
    """`Relational databases on X`: what is listed is one of the class, as below "Databases"."""
    head = BEHIND_HEAD.split(name)[0]
    return head != name and (is_class_heading(head) or lists_class(head))


def _lists_services(scope: Scope, name: str) -> bool:
    """`Acme Services`, `Key Acme Serverless Services`: whatever is listed is one of them, and no part."""
    *before, last = name.split()
    return last.casefold() == "services" and any(scope.proper.holds(word) or word.isupper() for word in before)


def _is_product(lead: Lead) -> bool:
    several = lead.name.endswith("s") or names_several(lead.name)
    return lead.alone and not several and not is_class_abbreviation(lead.name)


def _is_beside_topic(scope: Scope, index: int, lead: Lead, above: Topic) -> bool:
    """Whether the list names the topic itself among others: "RDS - OLTP", "Redshift - OLAP" in a note on RDS."""
    own = fold_words(above.name)
    if lead.name.startswith(f"{above.name} "):
        return False
    if _is_told_beside(scope, index, lead, own):
        return True
    if not _is_value(scope, index, lead):
        return False  # "Subnets: ranges of addresses" in a summary on VPC
    beside = ((i, scope.topics.leads[i]) for i in siblings(scope, index))
    return any(
        other is not None
        and fold_words(other.name) == own
        and _is_value(scope, i, other)
        and not _is_spelt(scope, i, other)
        for i, other in beside
    )


def _is_told_beside(scope: Scope, index: int, lead: Lead, own: tuple[str, ...]) -> bool:
    """`**ICMP** helps to ...` beside "**DHCP** gives ..." below DHCP: one sentence on each."""
    leads = [scope.topics.leads[i] for i in siblings(scope, index)]
    told = all(
        other is not None and other.marked and not other.alone and other.rest - other.end <= 1 for other in leads
    )
    return told and lead.marked and any(other is not None and fold_words(other.name) == own for other in leads)


def _is_spelt(scope: Scope, index: int, lead: Lead) -> bool:
    """`EC2 = Elastic Compute Cloud` spells the topic out, and sets nothing beside it."""
    return is_gloss_of(lead.name, scope.document.blocks[index].text.plain[lead.rest :].partition(",")[0].strip(" ."))


def _is_beside_named_kinds(scope: Scope, index: int, lead: Lead, above: Topic) -> bool:
    """`Auto Scaling` among "Network Load Balancer" and "Gateway Load Balancer": the kinds there say so in their names."""
    head = fold_words(above.name)[-1]
    beside = [other for i in siblings(scope, index) if (other := scope.topics.leads[i]) and other.name != lead.name]
    kinds = sum(1 for other in beside if fold_words(other.name)[-1] == head)
    short = lead.name.isupper() and lead.name.casefold().endswith(head[0])  # "ELB"
    return kinds > 1 and fold_words(lead.name)[-1] != head and not short


def _is_chosen_from(scope: Scope, index: int, lead: Lead, name: str) -> bool:
    """`Nearline`, numbered or beside other bare names below "Storage class"."""
    before, _, last = name.casefold().replace("-", " ").rpartition(" ")
    if last not in CHOSEN_FROM or not before:
        return False
    beside = [scope.topics.leads[i] for i in siblings(scope, index)]
    bare = all(other is not None and other.alone for other in beside)
    marked = all(other is not None and other.marked for other in beside)
    return len(beside) > 1 and (marked or (lead.alone and bare) or scope.document.blocks[index].info == "ordered")


def _is_among_remarks(scope: Scope, index: int, lead: Lead, name: str, weight: Weight) -> bool:
    """Whether the term is a word among remarks, or a label with its value: "problem decomposition: data parallelism"."""
    if weight is Weight.PLAIN and not lead.marked and lead.name.islower() and _is_value(scope, index, lead):
        return True
    own = bool({*fold_words(lead.name)} & {*fold_words(name)})
    weak = weight is Weight.PLAIN or (weight is Weight.TITLED and not (lead.marked or own))
    joined = joins_several(lead.name) and not lead.gloss and len(lead.name.split()) <= _FEW  # "Regional and Zonal"
    return joined or (
        weak and lead.alone and not _heads_choices(scope, index, lead) and not is_list_of_names(scope, index)
    )


def _heads_choices(scope: Scope, index: int, lead: Lead) -> bool:
    """`Buying options`, with those below it."""
    block = scope.document.blocks[index]
    words = lead.name.casefold().split()
    return block.end > block.last and len(words) > 1 and words[-1].endswith("s") and words[-1] in CHOOSER_NOUNS


def _is_chooser(name: str) -> bool:
    return name.rpartition(" ")[2].casefold() in CHOOSER_NOUNS


def _is_value(scope: Scope, index: int, lead: Lead) -> bool:
    """Whether a word or two behind a colon are all that the item says of its term."""
    return 0 < len(scope.document.blocks[index].text.plain[lead.rest :].split()) <= _FEW


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
