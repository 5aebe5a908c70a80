"""What a term of a list is of the thing that it is listed under: a part, an option, one of a class, or nothing."""

from __future__ import annotations

import re

from graph.names import fold_words
from graph.relation_types import RelationType
from ingest.choice_lists import are_choices, choice_name, heads_choices
from ingest.choice_names import BEHIND_HEAD, is_class_heading, is_edition, names_choices
from ingest.class_heads import heads_class, is_class_abbreviation, lists_class
from ingest.contrasted_kinds import is_contrasted
from ingest.document import BlockKind
from ingest.english import CHOOSER_NOUNS, TASK_VERBS
from ingest.item_siblings import (
    is_beside_kinds,
    is_beside_named_kinds,
    is_beside_topic,
    is_chosen_from,
    is_kind_beside_kinds,
    is_list_of_names,
    is_means,
    is_of_a_family,
    is_value,
    siblings,
    siblings_share_prefix,
    tells_kinds,
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
from ingest.node_names import strip_heading
from ingest.part_evidence import heads_parts, shows_part
from ingest.rules.announcement_words import Announcement
from ingest.rules.announcements import announcement_of
from ingest.rules.list_remarks import is_remark, says_what_it_is
from ingest.scope import Scope
from ingest.spelt_lists import spelt_above
from ingest.task_names import is_task
from ingest.term_items import is_among_names, is_chosen_word, is_listed_code
from ingest.topics import Topic

_ROLES = re.compile(r"(?:^|\s)roles$", re.I)
__all__ = ["relation_above"]

_IN_ANY = re.compile(r"\b(?:any|every|each|all|whatever)\b", re.IGNORECASE)
_QUALITY = re.compile(r"\w+(?:ic|al|ous|ive|ed|ary|less|based|oriented)")  # what one kind is like: "Symmetric"
_FEW = 3  # words of a value
_ATTRIBUTES = frozenset("id name number key size status label date owner address url path arn".split())  # "Project ID"
_GRADES = frozenset("general max min maximum minimum standard default basic high low multiple single".split())
_BOUNDS = frozenset(
    ["minimum", "maximum", "min", "max", "high", "low", "long", "short", "common", "typical", "other", "additional"]
)
_NO_KIND = TASK_VERBS | _BOUNDS  # first words of what is named like the choices and is none: "Maximum size"
_SUMMARY = re.compile(
    r"(?:summary|conclusions?|recap|tl;?dr|(?:key )?(?:takeaways|points|insights)|final thoughts)", re.I
)
_PARTS = frozenset(["layer", "component", "module", "part", "phase", "stage", "plane"])


def relation_above(
    scope: Scope, index: int, lead: Lead, above: Topic | None, announced: Announcement | None
) -> tuple[str, str]:
    """Return the relation to what stands above and the rule that reads it; no type where the two only stand together."""
    if announced is not None:
        if not announced.subject and above is not None and above.name.casefold().endswith("questions"):
            return "", ""  # "two types:" below "Related questions": of what was asked
        told = _announced(scope, index, lead, above, announced)
        return (told, "enumeration") if told else ("", "")
    kind = _kind(scope, index, lead, above) if above is not None and not _sums_up(scope, index) else ""
    if above is None or not kind:
        return "", ""
    announced_by_heading = kind == RelationType.PART_OF and heads_parts(scope, index, above)
    return kind, "enumeration" if announced_by_heading else "listed under"


def _sums_up(scope: Scope, index: int) -> bool:
    """Whether the item stands right below "Summary" or "Key takeaways": points of the text, whatever that is on."""
    heading = scope.document.blocks[index].heading
    return heading >= 0 and bool(_SUMMARY.fullmatch(strip_heading(scope.document.blocks[heading].text.plain)))


def _announced(scope: Scope, index: int, lead: Lead, above: Topic | None, announced: Announcement) -> str:
    """What the line over the list says that the items are, where the term can be that."""
    used = announced.type == RelationType.USES
    if used and _names_kind(lead, above):
        return RelationType.OPTION_OF if item_weight(scope, index, lead) else ""
    if announced.type == RelationType.PART_OF and _is_quality(scope, index, lead):
        return ""
    if announced.type == RelationType.OPTION_OF and _is_choice_told(scope, index, lead, above):
        return announced.type
    return announced.type if item_weight(scope, index, lead) >= (Weight.TITLED if used else Weight.PLAIN) else ""


def _is_quality(scope: Scope, index: int, lead: Lead) -> bool:
    return is_adjective(lead.name) or lists_qualities(scope, index, lead.name)


def _is_choice_told(scope: Scope, index: int, lead: Lead, above: Topic | None) -> bool:
    """Whether a term is one of the choices that a line announces by its form, however little the name alone would weigh."""
    if _is_choice(lead.name) or _is_kind_of(lead, above):
        return True
    return is_chosen_word(scope.document, index, lead) or (lead.alone and are_choices(scope, index))


def _names_kind(lead: Lead, above: Topic | None) -> bool:
    """`Horizontal sharding` below "Supported operations" of Sharding: not what it supports, but one of its kinds."""
    if above is None:
        return False
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
    if _is_listed_choice(scope, index, lead, above):
        return RelationType.OPTION_OF
    if _is_of_its_family(scope, index, lead, above):
        return RelationType.PART_OF if fold_words(lead.name)[-1] in _PARTS else RelationType.OPTION_OF
    if _is_named_kind(scope, index, lead, above):
        return RelationType.OPTION_OF
    if _below_kinds(scope, index, above):
        return RelationType.OPTION_OF if _is_fit_kind(scope, index, lead) else ""
    return _listed(scope, index, lead, above)


def _is_listed_choice(scope: Scope, index: int, lead: Lead, above: Topic) -> bool:
    """`Standard` and `Express` below "Tiers" of the topic, `gp3` beside "gp2", `Acme Shield Advanced` below "Acme Shield"."""
    if heads_choices(scope, index, above) and choice_name(scope, index) and are_choices(scope, index):
        return True
    return is_listed_code(scope.document, index, lead.name) or is_edition(lead.name, above.name)


def _is_of_its_family(scope: Scope, index: int, lead: Lead, above: Topic) -> bool:
    """Whether those listed are named as one family, and the topic is what they are listed for."""
    if not is_of_a_family(scope, index, lead) or says_of_text(above.name) or says_about(scope, above):
        return False
    return stands_below(scope, index, above)


def _is_named_kind(scope: Scope, index: int, lead: Lead, above: Topic) -> bool:
    """Whether a term is a kind of the topic by its name, here or anywhere below it."""
    if is_kind_beside_kinds(scope, index, lead, above.name) and stands_below(scope, index, above):
        return True
    return _is_kind_anywhere(scope, index, lead, above) or is_contrasted(scope, index, lead, above)


def _is_fit_kind(scope: Scope, index: int, lead: Lead) -> bool:
    return bool(item_weight(scope, index, lead)) and not is_class_of(lead.name, lead.alone)


def _listed(scope: Scope, index: int, lead: Lead, above: Topic) -> str:
    """What the term is by what stands above: a choice, one of a class or a part, where nothing says that it is a remark."""
    if not stands_below(scope, index, above):
        return RelationType.PART_OF if _is_named_after(scope, index, lead, above) else ""
    if bears_short_name(scope, above, lead.name):
        return RelationType.PART_OF if item_weight(scope, index, lead) else ""
    if _has_no_members(scope, index, lead, above.name):
        return ""
    if _is_placed_class(above.name):
        return RelationType.IS_A if _is_product(lead) and _is_titled(scope, index, lead) else ""
    return _below_topic(scope, index, lead, above)


def _has_no_members(scope: Scope, index: int, lead: Lead, name: str) -> bool:
    """`Stay in any room type` says how; "Storage tiers" among the storage classes has choices, and is none itself."""
    return _IN_ANY.search(name) is not None or (_is_chooser(name) and _heads_choices(scope, index, lead))


def _is_titled(scope: Scope, index: int, lead: Lead) -> bool:
    return item_weight(scope, index, lead) >= Weight.TITLED


def _below_topic(scope: Scope, index: int, lead: Lead, above: Topic) -> str:
    """What the term is of a topic that can have choices, members or parts."""
    if _is_member_of_choice(scope, index, lead, above):
        return RelationType.IS_A
    needed = needed_weight(scope, above)
    if needed == Weight.NEVER and not names_choices(above.name, lead.name):
        return RelationType.PART_OF if heads_parts(scope, index, above) and _is_titled(scope, index, lead) else ""
    if heads_components(scope.document, index):
        needed = min(needed, Weight.PLAIN)
    weight = item_weight(scope, index, lead)
    if _lists_services(scope, above.name):
        return RelationType.IS_A if _is_service(scope, index, lead, weight) else ""
    if says_what_it_is(above.name, lead) or is_beside_topic(scope, index, lead, above):
        return ""
    return _by_its_list(scope, index, lead, above, (weight, needed))


def _is_member_of_choice(scope: Scope, index: int, lead: Lead, above: Topic) -> bool:
    """`AES (Advanced Encryption Standard)` below "Symmetric", which a line announces as one of the types."""
    if not _QUALITY.fullmatch(above.name) or lead.name.endswith("s"):
        return False
    if above.block < 0 or scope.document.blocks[above.block].kind is not BlockKind.ITEM:
        return False
    announced = announcement_of(scope, above.block)
    told = announced is not None and announced.type == RelationType.OPTION_OF
    return told and item_weight(scope, index, lead) is Weight.PROPER


def _by_its_list(scope: Scope, index: int, lead: Lead, above: Topic, weights: tuple[Weight, Weight]) -> str:
    """What the term is by the names that stand beside it, and by what it is called itself."""
    name, (weight, needed) = above.name, weights
    named_so = fold_words(name)[-1:] == fold_words(lead.name)[-1:]  # "Simple routing policy" of the routing policies
    if _heads_list(lead) or (named_so and _says_of_all(scope, index, lead, name)):
        part = weight >= needed and not named_so and not _is_told_list(scope, index, lead)
        return RelationType.PART_OF if part else ""
    if _is_one_of_choices(scope, index, lead, name, weight, named_so=named_so):
        return RelationType.OPTION_OF
    if is_remark(scope, index, lead, above) or _is_among_remarks(scope, index, lead, name, weight):
        return ""
    return _membership(scope, index, lead, above, weights)


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
    if names_choices(name, lead.name) or is_chosen_from(scope, index, lead, name):
        return True
    told_of = lead.name.rpartition(" ")[2].casefold() in _ATTRIBUTES
    return not is_activity(name) and not told_of and siblings_share_prefix(scope, index)


def _is_named_after(scope: Scope, index: int, lead: Lead, above: Topic) -> bool:
    """`Glaze Oven` in bold, and told, somewhere below "Glaze": the topic's own, whatever the heading between is."""
    own = lead.name.startswith(f"{above.name} ") and lead.marked and not lead.alone and not joins_several(lead.name)
    told = own and not says_of_text(lead.name) and not is_activity(lead.name.split()[-1])
    return told and scope.proper.holds(lead.name) and _is_titled(scope, index, lead)


def _is_kind_anywhere(scope: Scope, index: int, lead: Lead, above: Topic) -> bool:
    """`Standard Reserved Instance` anywhere below "Reserved Instance", remarks between them or not."""
    told = _names_kind(lead, above) and not joins_several(lead.name) and tells_kinds(scope, index, lead, above)
    text = leads_to_text(scope.document.blocks[index], lead)
    return told and not text and _is_titled(scope, index, lead)


def _membership(scope: Scope, index: int, lead: Lead, above: Topic, weights: tuple[Weight, Weight]) -> str:
    """A part, or one of the class that stands above, where the term's weight is what is needed there."""
    weight, needed = weights
    if _ROLES.search(above.name) and scope.document.blocks[above.block].kind is BlockKind.ITEM:
        return RelationType.OPTION_OF if weight >= needed else ""
    if weight >= needed and is_beside_kinds(scope, index, above):
        return RelationType.OPTION_OF
    if is_class_heading(above.name):
        return RelationType.IS_A if _is_one_of_class(scope, index, lead, above, weight) else ""
    if weight < needed:
        return ""
    if _is_member(scope, index, lead, above, weight):
        return RelationType.IS_A
    return _means_or_part(scope, index, lead, above, weight)


def _is_one(lead: Lead, weight: Weight) -> bool:
    """Whether a name is one thing's: a proper one, or a title of words that are not several."""
    return weight is Weight.PROPER or (weight is Weight.TITLED and " " in lead.name and not lead.name.endswith("s"))


def _is_one_of_class(scope: Scope, index: int, lead: Lead, above: Topic, weight: Weight) -> bool:
    one = _is_one(lead, weight) or (bool(weight) and lead.alone and is_among_names(scope.document, index))
    return one and not is_beside_named_kinds(scope, index, lead, above)


def _is_member(scope: Scope, index: int, lead: Lead, above: Topic, weight: Weight) -> bool:
    member = weight is Weight.PROPER or (lead.alone and _is_one(lead, weight))
    return member and heads_class(scope, above, siblings(scope, index))


def _means_or_part(scope: Scope, index: int, lead: Lead, above: Topic, weight: Weight) -> str:
    if is_means(scope, index, lead, above):
        return RelationType.OPTION_OF
    if not shows_part(scope, index, lead, above, weight):
        return ""
    # "leader" below "Node roles"; "IAM Roles" may have parts
    return RelationType.OPTION_OF if above.name.endswith(" roles") else RelationType.PART_OF


def _says_of_all(scope: Scope, index: int, lead: Lead, name: str) -> bool:
    """Whether a name of the topic's kind is a sample, or a bare remark that none beside it shares: `Physical unique address`
    below "MAC addresses"."""
    if lead.name.split()[0].casefold() in ("sample", "example"):
        return True
    head = fold_words(name)[-1:]
    beside = (other for i in siblings(scope, index) if i != index and (other := scope.topics.leads[i]))
    return _is_bare_remark(scope, index, lead, name) and not any(fold_words(o.name)[-1:] == head for o in beside)


def _is_bare_remark(scope: Scope, index: int, lead: Lead, name: str) -> bool:
    if not lead.alone or lead.gloss or lead.marked or not any(map(str.islower, lead.name.split())):
        return False
    block = scope.document.blocks[index]
    return block.end <= block.last or not _is_chooser(name)


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


def _is_among_remarks(scope: Scope, index: int, lead: Lead, name: str, weight: Weight) -> bool:
    """Whether the term is a word among remarks, or a label with its value: "problem decomposition: data parallelism"."""
    if weight is Weight.PLAIN and not lead.marked and lead.name.islower() and is_value(scope, index, lead):
        return True
    if _names_two(lead):
        return True
    weak = lead.alone and _is_weak(lead, name, weight)
    return weak and not _heads_choices(scope, index, lead) and not is_list_of_names(scope, index)


def _names_two(lead: Lead) -> bool:
    """`Regional and Zonal`."""
    return joins_several(lead.name) and not lead.gloss and len(lead.name.split()) <= _FEW


def _is_weak(lead: Lead, name: str, weight: Weight) -> bool:
    """Whether a name weighs little: a plain one, or a title that nothing sets off and that has no word of the topic's."""
    if weight is not Weight.TITLED:
        return weight is Weight.PLAIN
    return not lead.marked and {*fold_words(lead.name)}.isdisjoint(fold_words(name))


def _heads_choices(scope: Scope, index: int, lead: Lead) -> bool:
    """`Buying options`, with those below it."""
    block = scope.document.blocks[index]
    words = lead.name.casefold().split()
    return block.end > block.last and len(words) > 1 and words[-1].endswith("s") and words[-1] in CHOOSER_NOUNS


def _is_chooser(name: str) -> bool:
    return name.rpartition(" ")[2].casefold() in CHOOSER_NOUNS


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
