"""Whether what leads an item is a term, or something to do, a statement or a label."""

from __future__ import annotations

import re

from ingest.class_nouns import CLASS_NOUNS, CLASS_PLURALS
from ingest.class_phrases import class_phrase
from ingest.compared_names import is_versus
from ingest.document import Block, BlockKind, Document, MarkKind, Text
from ingest.english import (
    CHOOSER_NOUNS,
    CONTRASTED,
    DOING_VERBS,
    LEADING_QUALIFIERS,
    STATING_VERBS,
    TASK_VERBS,
)
from ingest.exercises import begins_as_answer
from ingest.lead_terms import Lead
from ingest.list_headings import announces_choices, heads_components, heads_supported, lists_kinds
from ingest.node_names import has_proper_shape, is_generic
from ingest.references import is_reference
from ingest.relation_labels import label_of, listed_names, tells_aspect
from ingest.spelt_lists import spelt_above
from ingest.task_names import is_task

__all__ = ["COMMON_ONES", "is_among_names", "is_chosen_word", "is_listed_code", "is_term"]

_CODE_NAME = re.compile(r"[a-z]{1,4}\d{1,2}[a-z]{0,3}")
_WORD = re.compile(r"\w")
_TWO = 2
_FEW_WORDS = 4  # of a part's name
_FEW = 3  # items that show a list's form
_SMALL = frozenset(["of", "and", "for", "in", "the", "to", "with", "vs", "&"])
_CROSSED = re.compile(r"^\s*[❌✗✘✖⛔🚫]")
_SMALL_TERM = re.compile(r"[a-z][\w./-]*(?: [\w./-]+){0,2}\s*(?::|\s[-–—])\s")
_AS_A_SERVICE = re.compile(r"[A-Z][a-z]?aaS (?:service|solution|offering|platform)")
_RUN_AS = frozenset(["managed", "fully", "serverless"])
_NEAR = 12  # blocks to either side
_SAYS_OF = re.compile(
    r"(?:(?:part|component|feature|module|subset|superset|fork|equivalent|counterpart|successor|predecessor|alternative|replacement|version|extension)"
    r" (?:of|to|for)|aka|a\.k\.a\.?|fronts|speaks) ",
    re.IGNORECASE,
)
# "read-only", "low-level", "built-in" tell what something is like.
_HYPHENATED = re.compile(
    r"-(?:only|level|in|on|off|up|down|out|to|end|time|use|based|like|free|safe|aware|[a-z]+(?:ed|ing|able|ible|ive|ly))$"
)
_FEATURES_OF = re.compile(
    r"(?:key |main |core |important )?(?:features|benefits|advantages|characteristics|properties|limitations) of ", re.I
)
COMMON_ONES = re.compile(
    r"^(?:common|popular|typical|well-known|notable|frequently used) (?=(?:[\w-]+ )+[\w-]+s$)", re.IGNORECASE
)
_CONTRASTED = CONTRASTED | {"global", "regional", "zonal"}
# First words of a step of a runbook; some begin a name as well ("Open Policy Agent").
_STEPS = frozenset("open check visit browse run start stop restart verify test call inspect tail watch see".split())


def is_term(document: Document, index: int, lead: Lead) -> bool:
    """Return whether an item's lead is a term: marked, written like a name, followed by text, or with more listed below."""
    block = document.blocks[index]
    if block.kind is BlockKind.PARAGRAPH:
        return _is_term_of_paragraph(document, index, lead)
    if block.kind is BlockKind.TERM:
        return not is_generic(lead.name)
    if spelt_above(document, index) >= 0 or is_chosen_word(document, index, lead):
        return True
    if _is_refused(block, lead, linked=_is_linked_member(document, index)) or _is_class_of_topic(document, index, lead):
        return False
    return lead.marked or block.end > block.last or _is_written_as_name(document, index, lead)


def _is_term_of_paragraph(document: Document, index: int, lead: Lead) -> bool:
    block = document.blocks[index]
    apart = block.parent < 0 or document.blocks[block.parent].kind is BlockKind.QUOTE
    led = _leads_in_bold(block.text) or _heads_list(document, index, lead)
    return apart and not lead.alone and led and not is_generic(lead.name)


def _is_written_as_name(document: Document, index: int, lead: Lead) -> bool:
    """Whether nothing but the words and the list that they stand in tell that a lead is a name."""
    words = lead.name.split()
    if lead.name[0].islower() and len(words) > _FEW_WORDS and not lead.gloss:
        return False  # "reversal of the old relation: ..."
    if not lead.alone or lead.gloss:
        return len(words) > 1 or _is_name_for_text(document.blocks[index], lead) or _is_listed_so(document, index)
    if len(words) == 1:
        return _is_one_word_name(document, index, lead)
    return _is_component(document, index, lead) or _is_title(words)


def _is_one_word_name(document: Document, index: int, lead: Lead) -> bool:
    if has_proper_shape(lead.name) or is_listed_code(document, index, lead.name):
        return True
    return lead.name[0].isupper() and is_among_names(document, index)


def _is_name_for_text(block: Block, lead: Lead) -> bool:
    return lead.name[0].isupper() or has_proper_shape(lead.name) or _is_tool(block, lead)


def _is_title(words: list[str]) -> bool:
    """`Dead Letter Queue for SNS`."""
    large = all(word[0].isupper() or word[0].isdigit() or word in _SMALL for word in words)
    return large and words[-1] not in _SMALL


def _heads_list(document: Document, index: int, lead: Lead) -> bool:
    """`Acme MQ: a broker`, right over a list: a name by its letters, and what the list is on."""
    blocks, block = document.blocks, document.blocks[index]
    below = blocks[index + 1] if index + 1 < len(blocks) else None
    over = below is not None and below.kind is BlockKind.ITEM and below.parent < 0 and below.first == block.last + 1
    named = len(lead.name.split()) < _FEW_WORDS and has_proper_shape(lead.name) and not is_versus(lead.name)
    return over and named and ":" in block.text.plain[lead.end : lead.rest]


def _is_component(document: Document, index: int, lead: Lead) -> bool:
    """`Virtual private gateway`, a few words right below "Components"."""
    words = lead.name.split()
    return 1 < len(words) <= _FEW_WORDS and lead.name[0].isupper() and heads_components(document, index)


def is_chosen_word(document: Document, index: int, lead: Lead) -> bool:
    """Return whether an item is a word or two in a list of such right below "Support plan options:"."""
    if not lead.alone or len(lead.name.split()) >= _FEW_WORDS or not announces_choices(document, index):
        return False
    said = [b.text.plain.split() for b in _beside(document, index)]
    plain = lead.name.replace(" ", "").replace("-", "").isalpha()
    return len(said) > 1 and plain and _are_choice_words(said)


def _are_choice_words(said: list[list[str]]) -> bool:
    """Whether each is a word or two and nothing to do, and all begin alike: with a capital or without."""
    if not all(words and len(words) < _FEW_WORDS and words[0][0].isalpha() for words in said):
        return False
    alike = len({words[0][0].isupper() for words in said}) == 1
    return alike and not any(words[0].casefold() in DOING_VERBS for words in said)


def _is_kind_beside(document: Document, index: int, lead: Lead) -> bool:
    """`global secondary index` beside "local secondary index": kinds by the word that both end in."""
    first, _, last = lead.name.casefold().rpartition(" ")
    if first.partition(" ")[0] not in _CONTRASTED:
        return False
    beside = (b for b in _beside(document, index) if b is not document.blocks[index])
    return any(b.text.plain.strip(" .:").casefold().endswith(f" {last}") for b in beside)


def is_among_names(document: Document, index: int) -> bool:
    """Return whether a list holds nothing but names, half of them written as only names are: "Fargate" beside "EFS"."""
    said = [b.text.plain.strip(" .").split() for b in _beside(document, index) if b.end == b.last]
    if len(said) < _FEW or not all(map(_is_capitalised, said)):
        return False
    return 2 * sum(has_proper_shape(" ".join(words)) for words in said) >= len(said)


def _is_capitalised(words: list[str]) -> bool:
    return 0 < len(words) < _FEW_WORDS and all(word[0].isupper() or word[0].isdigit() for word in words)


def _beside(document: Document, index: int) -> list[Block]:
    """The items of the same list near an item, the item among them."""
    blocks, block = document.blocks, document.blocks[index]
    near = blocks[max(0, index - _NEAR) : index + _NEAR + 1]
    return [b for b in near if b.kind is block.kind and (b.parent, b.heading) == (block.parent, block.heading)]


def _is_class_of_topic(document: Document, index: int, lead: Lead) -> bool:
    """Whether a lead says what the topic is, and is no part or kind of it by what stands beside it."""
    if not _says_what_topic_is(lead):
        return False
    return not (_is_component(document, index, lead) or _is_kind_beside(document, index, lead))


def _says_what_topic_is(lead: Lead) -> bool:
    """`Fully managed database`, `fast content delivery network (CDN)`: a class of the topic."""
    words = lead.name.split()
    first = words[0].casefold()
    if len(words) == _TWO and words[1] == "service" and first in LEADING_QUALIFIERS:
        return True  # "Global service: in no region"
    described = len(words) > 1 and words[-1].casefold() in CLASS_NOUNS
    if described and lead.alone and not lead.gloss and _tells_how(first, marked=lead.marked):
        return True
    return not lead.marked and _is_plain_class(lead, described=described)


def _tells_how(first: str, *, marked: bool) -> bool:
    return first in _RUN_AS or (first in LEADING_QUALIFIERS and not marked)


def _is_plain_class(lead: Lead, *, described: bool) -> bool:
    """`PaaS service`, `database`."""
    if lead.alone and _AS_A_SERVICE.fullmatch(lead.name):
        return True
    return lead.name[0].islower() and (described or (lead.alone and lead.name.casefold() in CLASS_NOUNS))


def _is_linked_member(document: Document, index: int) -> bool:
    """Whether an item is a wikilink and nothing else, and what stands over the list says what its members are: "Brokers"."""
    block = document.blocks[index]
    linked = any(mark.kind is MarkKind.WIKILINK for mark in block.text.marks) and is_reference(block.text)
    over = block.parent if block.parent >= 0 else block.heading
    if not linked or over < 0:
        return False
    heading = document.blocks[over].text.plain
    words = heading.casefold().split()
    last = words[-1].strip(" :*.") if words else ""
    return _is_plural_class(last) or heads_components(document, index) or lists_kinds(heading.strip(" :*."))


def _is_plural_class(word: str) -> bool:
    return (word in CHOOSER_NOUNS and word.endswith("s")) or word in CLASS_PLURALS


def _is_refused(block: Block, lead: Lead, *, linked: bool = False) -> bool:
    """Whether the lead is something to do, generic, an answer, or words that stress a statement; a `linked` member is not."""
    if _is_done_or_answered(block, lead):
        return True
    if is_reference(block.text) and not (_leads_out_of_its_own(block) or linked):
        return True
    return (
        _states_something(lead)
        or _is_label(block, lead)
        or _is_sample(block, lead)
        or _is_only_heading(lead)
        or _tells_to_do(lead)
        or _is_stressed(block, lead)
        or _is_step_typed(block, lead)
    )


def _is_done_or_answered(block: Block, lead: Lead) -> bool:
    """Whether the item is a task, crossed out or an answer; a checklist may be of terms, each explained below."""
    to_do = block.task is not None and not (lead.marked and block.end > block.last)
    return to_do or _CROSSED.match(block.text.plain) is not None or begins_as_answer(block.text.plain)


def _is_sample(block: Block, lead: Lead) -> bool:
    """`Popular brokers: A, B`."""
    return COMMON_ONES.match(lead.name) is not None and bool(listed_names(block.text.plain[lead.rest :]))


def _is_only_heading(lead: Lead) -> bool:
    """Whether the words tell only what follows: a part of the text, a task, a comparison, kinds of something."""
    name = lead.name
    if is_generic(name) and name.casefold() not in CONTRASTED:  # "Hot" beside "Cool"
        return True
    if is_task(name) or is_versus(name) or heads_supported(name) or lists_kinds(name):
        return True
    return lead.alone and _FEATURES_OF.match(name) is not None


def _tells_to_do(lead: Lead) -> bool:
    """`Monitor device metrics`."""
    words = lead.name.split()
    plain = not lead.marked and lead.alone and len(words) > _TWO
    return plain and words[0].casefold() in TASK_VERBS and words[1].islower()


def _is_step_typed(block: Block, lead: Lead) -> bool:
    """`Open Jaeger: http://...`, "Check Loki: `docker logs loki`": what to do, and what to type for it."""
    if lead.alone or lead.name.partition(" ")[0].casefold() not in _STEPS:
        return False
    typed = any(mark.kind is MarkKind.CODE and 0 <= mark.start - lead.rest <= 1 for mark in block.text.marks)
    return typed or block.text.plain[lead.rest :].lstrip().startswith("http")


def _is_stressed(block: Block, lead: Lead) -> bool:
    """`**quick rollback in case of failure**`."""
    words = lead.name.split()
    stressed = lead.marked and lead.alone and not lead.gloss and len(words) > 1 and lead.name[0].islower()
    return stressed and (block.end <= block.last or len(words) > _FEW)


def _states_something(lead: Lead) -> bool:
    """`Invokes X`, `Part of X`, `AKA X`: a statement on the topic in so few words, and no name."""
    first, _, rest = lead.name.partition(" ")
    if not lead.alone or lead.marked or not rest:
        return False
    low = first.casefold()
    acts = low.endswith("s") and bool({low[:-1], low[:-2]} & DOING_VERBS or low in STATING_VERBS)
    return acts or bool(_SAYS_OF.match(lead.name))


def _is_tool(block: Block, lead: Lead) -> bool:
    """`kube-proxy: rules on nodes`, `etcd = key-value store`: a name in small letters, by its hyphen or the class behind it."""
    rest = block.text.plain[lead.rest :].strip()
    joined = "-" in lead.name and not _HYPHENATED.search(lead.name)
    classed = " " in class_phrase(rest) and class_phrase(rest).islower() and lead.name not in TASK_VERBS
    return lead.name.isascii() and len(rest.split()) > 1 and (joined or classed)


def _is_label(block: Block, lead: Lead) -> bool:
    """`Integrations: SQS, SNS`, or `Alternatives` over a list: what those are to the topic, and no thing."""
    told = label_of(lead.name) is not None
    if lead.alone:
        return told and block.end > block.last
    return (told or tells_aspect(lead.name)) and bool(listed_names(block.text.plain[lead.rest :]))


def _is_listed_so(document: Document, index: int) -> bool:
    """Whether the items beside it are in small letters and explained, too: a list of terms by its form."""
    beside = _beside(document, index)
    alike = sum(1 for b in beside if _SMALL_TERM.match(b.text.plain))
    return len(beside) >= _FEW and 4 * alike >= 3 * len(beside)


def is_listed_code(document: Document, index: int, name: str) -> bool:
    """Return whether an item is one of several names by their digits, below another item: `gp3` beside `gp2`."""
    siblings = [b for b in document.blocks[index - 2 : index + 3] if b.parent == document.blocks[index].parent]
    codes = [b for b in siblings if b.kind is BlockKind.ITEM and _CODE_NAME.fullmatch(b.text.plain.strip())]
    return document.blocks[index].parent >= 0 and bool(_CODE_NAME.fullmatch(name)) and len(codes) > 1


def _leads_out_of_its_own(block: Block) -> bool:
    """Whether an item is a link to a page elsewhere, and the note goes on with it below: it names what those are about."""
    outside = any(mark.kind is MarkKind.LINK and "://" in mark.target for mark in block.text.marks)
    return outside and block.end > block.last and block.text.plain[:1].isupper()


def _leads_in_bold(text: Text) -> bool:
    return any(mark.kind is MarkKind.STRONG and not _WORD.search(text.plain, 0, mark.start) for mark in text.marks)
