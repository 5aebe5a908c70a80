"""Which concept each block of a note is about: the subject that headings and leading terms hand down."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from graph.names import fold_words
from ingest.abbreviations import is_gloss_of
from ingest.aspect_labels import is_aspect_label
from ingest.claims import qualify
from ingest.class_phrases import class_phrase
from ingest.compared_names import is_versus
from ingest.document import Block, BlockKind, Document, MarkKind, Text
from ingest.english import ASPECTS, CHOOSER_NOUNS, CLASS_NOUNS, IMPERATIVES, LEADING_QUALIFIERS, TASK_VERBS
from ingest.lead_terms import Lead, lead_term
from ingest.list_headings import heads_kinds, heads_supported, lists_kinds, partners_below, whose_kinds
from ingest.node_names import clean_name, has_proper_shape, is_generic, is_name, is_task, strip_heading
from ingest.relation_labels import label_of, listed_names, tells_aspect
from ingest.subtopics import first_part, is_subtopic

__all__ = [
    "Heading",
    "Topic",
    "Topics",
    "asked_of",
    "find_topics",
    "is_reference",
    "is_term",
    "read_heading",
    "split_gloss",
]

_GLOSS = re.compile(r"^(?P<name>[^()（）]+?)\s*[(（](?P<gloss>[^()（）]+)[)）](?P<rest>.*)$")
_DASH_GLOSS = re.compile(r"\s+(?:--|[-–—=])\s+|:\s+")
_COMPARES = re.compile(r"\b(?:comparisons?|compared)\W*$", re.IGNORECASE)
_SMALL = frozenset(["of", "and", "for", "in", "the", "to", "with", "vs", "&"])
_ANSWER = re.compile(r"[A-H][.)]\s+\S")  # an answer that an exercise offers
_CROSSED = re.compile(r"^\s*[❌✗✘✖⛔🚫]")
_OPTIONAL_PLURAL = re.compile(r"(?<=[a-z])\(s\)")
# "S3: Complete Guide", "Kafka - A Deep Dive": the text's name behind that of its subject.
_ON_SUBJECT = re.compile(
    r"(?::|\s[-–—])\s+(?:an? |the |your )?(?:(?:complete|comprehensive|ultimate|full|detailed|practical|beginner['’]s|quick"
    r"|in-depth|deep|study|exam|hands-on|definitive|short|brief|final|revision|crash|developer|step-by-step)\s+)*"
    r"(?:guide|notes?|overview|introduction|tutorial|dive|handbook|summary|explained|course|walkthrough|cheat ?sheet|reference"
    r"|explanation|complete|comprehensive|basics|fundamentals)\b(?! of\b).*$",
    re.IGNORECASE,
)
_LEADING_ARTICLE = re.compile(r"^(?:[Tt]he|An?)\s+(?=(?:[A-Z(][\w()/-]*\s+){1,5}[A-Z(][\w()/-]*$)")
_SMALL_TERM = re.compile(r"[a-z][\w./-]*(?: [\w./-]+){0,2}\s*(?::|\s[-–—])\s")
_RUN_AS = frozenset(["managed", "fully", "serverless"])
_NEAR = 12  # blocks to either side
_FEW = 3
# "read-only", "low-level", "built-in" tell what something is like.
_HYPHENATED = re.compile(
    r"-(?:only|level|in|on|off|up|down|out|to|end|time|use|based|like|free|safe|aware|[a-z]+(?:ed|ing|able|ible|ive|ly))$"
)
_SLUG = re.compile(r"(?P<name>[A-Z]\w+(?:-[A-Z]\w+)+)-\(?(?P<short>[A-Z][A-Z0-9]+)\)?")
_PARTS_OF = re.compile(
    r"^(?:[A-Za-z]+ )?(?:components?|features?|parts|elements|services|building blocks|modules) (?:of|in) (?:an? |the )?(.+)$",
    re.I,
)
_FEATURES_OF = re.compile(
    r"(?:key |main |core |important )?(?:features|benefits|advantages|characteristics|properties|limitations) of ", re.I
)
# "Explore Availability Zones", "Understanding the Scheduler", "describe Resource Groups": the section is on those.
_INTRODUCED = re.compile(
    r"^(?:explore|exploring|discover|discovering|understand|understanding|introducing|meet|learn about|getting to know"
    r"|describe|define|explain|all about|more about|a (?:deeper |closer )?look at)"
    r" (?:the |an? )?(?=[A-Z]|[a-z]+ [a-z]+s$)",
    re.IGNORECASE,
)
_REVIEW = re.compile(r"^(?:Review|Compare|Consider) (?=\S+(?: \S+)*s$)")
# "Three Service Models" are the service models.
_COUNT = re.compile(
    r"^(?:the )?(?:two|three|four|five|six|seven|eight|nine|ten|\d) "
    rf"(?=(?:[\w-]+ ){{1,3}}(?:{'|'.join(sorted(CHOOSER_NOUNS))})$|(?:kinds|types) of \w)",
    re.IGNORECASE,
)
# "RDS Read Replicas for read scalability": a name, and what it is for.
_PURPOSE = re.compile(r"^((?:[A-Z][\w-]+ ){1,3}[A-Z][\w-]+) for [a-z][a-z -]+$")
_COMMON = re.compile(
    r"^(?:common|popular|typical|well-known|notable|frequently used) (?=(?:[\w-]+ )+[\w-]+s$)", re.IGNORECASE
)
# "High-level DynamoDB"
_LEVEL = re.compile(r"^(?:high[- ]level|advanced|basic|more (?:on|about))[ -](?=(?-i:[A-Z]\w*[A-Z]))", re.IGNORECASE)
_ABSTRACT = re.compile(r"[A-Za-z]?[a-z]*(?:[ts]ions?|ity|ance|ence|ment|ness|ing|costs?|price|latency)")
_GERUND = re.compile(r"[A-Z]?[a-z]{3,}ing\b")  # "Choosing Cloud SQL" below Cloud SQL
_NUMBERED_KIND = re.compile(
    r"[A-Z][a-z]+ \d+|Vulnerability|Threat|Attack|Service|Concept|Pattern|Strategy|Principle|Component"
)
_QUESTION = re.compile(
    r"^(?:what(?:'s|’s| is| are)|introduction to|intro to|overview of|(?:basics|fundamentals|essentials) of|about"
    r"|(?:key |main )?(?:advantages|disadvantages|benefits|drawbacks|limitations|importance|purpose) of(?: using)?)"
    r"\s+(?:an?\s+|the\s+)?(.+?)\??$",
    re.I,
)


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
class Heading:
    """What a heading names: `name`, a `gloss` in parentheses or behind a dash, the `prefix` it shares with the parent, and what
    it is `of`: "SQS - FIFO queue"."""

    name: str
    gloss: str = ""
    prefixed: str = ""
    of: str = ""


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
    leads = [_lead(block) for block in document.blocks]
    labels, subjects = _labels(document, leads), _subjects(document, title)
    headings: list[Heading | None] = []
    listed = -1  # the paragraph right above a list, where it leads with a bold term
    for index, block in enumerate(document.blocks):
        inherited = introduced[listed] if _listed_below(block, listed) else _inherited(block, introduced, about, title)
        about.append(inherited)
        lead = leads[index]
        heading = _heading(document, index, inherited, subjects) if _is_heading(block) else None
        term = lead and (is_term(document, index, lead) or _is_of_kind(block, lead, inherited))
        named = lead is not None and term and lead.name.casefold() not in labels and not is_aspect_label(block, lead)
        name = heading.name if heading else lead.name if lead and named else ""
        headings.append(heading)
        above = _introduce(document, index, heading.of, inherited) if heading and heading.of else inherited
        introduced.append(_introduce(document, index, name, above) if name else None)
        if block.parent < 0 and block.kind is not BlockKind.ITEM:
            listed = index if name and block.kind is BlockKind.PARAGRAPH else -1
    return Topics(tuple(introduced), tuple(about), tuple(leads), tuple(headings))


def _introduce(document: Document, index: int, name: str, inherited: Topic | None) -> Topic:
    first = document.blocks[index].first
    return Topic(name, inherited.ref if inherited else "", first, document.lines(first, first).strip(), index)


def _heading(
    document: Document, index: int, above: Topic | None, subjects: frozenset[tuple[str, ...]]
) -> Heading | None:
    text = document.blocks[index].text.plain
    if above is not None and partners_below(document, index):
        return None
    bare = strip_heading(text)
    text = _REVIEW.sub("", bare) if _REVIEW.match(bare) and _tells_tasks(document) else text
    heading = read_heading(text, above.name if above else "")
    if heading is not None and above is not None and _is_chosen_among(heading, above, text):
        return Heading(f"{heading.name} {heading.gloss}")
    if (
        heading is None
        or fold_words(heading.name) not in subjects
        or not is_subtopic(heading.name, heading.gloss, text)
    ):
        return heading
    return Heading(heading.gloss, of=heading.name)


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
    """What three sections of a note or more say something under ("Operations:", "Cost:") is an aspect of each, and no thing."""
    places: dict[str, set[int]] = {}
    for block, lead in zip(document.blocks, leads, strict=True):
        if lead is not None and not lead.alone and block.parent < 0 and _ABSTRACT.fullmatch(lead.name):
            places.setdefault(lead.name.casefold(), set()).add(block.heading)
    return frozenset(name for name, at in places.items() if len(at) >= _FEW)


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


def is_term(document: Document, index: int, lead: Lead) -> bool:
    """Return whether an item's lead is a term: marked, written like a name, followed by text, or with more listed below."""
    block = document.blocks[index]
    if block.kind is BlockKind.PARAGRAPH:
        return block.parent < 0 and not lead.alone and _leads_in_bold(block.text) and not is_generic(lead.name)
    if _says_what_topic_is(lead) or _is_refused(block, lead):
        return False
    if lead.marked or block.end > block.last:
        return True
    words = lead.name.split()
    if not lead.alone or lead.gloss:
        named = words[0][0].isupper() or has_proper_shape(lead.name) or _is_tool(block, lead)
        return len(words) > 1 or named or _is_listed_so(document, index)
    if len(words) == 1:
        return has_proper_shape(lead.name)
    return all(word[0].isupper() or word[0].isdigit() or word in _SMALL for word in words) and words[-1] not in _SMALL


def _says_what_topic_is(lead: Lead) -> bool:
    """`Fully managed database`, `fast content delivery network (CDN)`: a class of the topic."""
    words = lead.name.split()
    first = words[0].casefold()
    described = len(words) > 1 and words[-1].casefold() in CLASS_NOUNS
    run_as = first in _RUN_AS or (first in LEADING_QUALIFIERS and not lead.marked)
    if described and run_as and lead.alone and not lead.gloss:
        return True
    small = not lead.marked and lead.name[0].islower()
    return small and (described or (lead.alone and lead.name.casefold() in CLASS_NOUNS))


def _is_refused(block: Block, lead: Lead) -> bool:
    """Whether the lead is something to do, generic, an answer, or words that stress a statement."""
    plain, words = block.text.plain, lead.name.split()
    if block.task is not None or _CROSSED.match(plain) or _ANSWER.match(plain):
        return True
    if is_reference(block.text) and not _leads_out_of_its_own(block):
        return True
    if _is_label(block, lead) or (_COMMON.match(lead.name) and bool(listed_names(plain[lead.rest :]))):
        return True  # "Popular brokers: A, B"
    if any(refused(lead.name) for refused in (is_task, is_generic, is_versus, heads_supported, lists_kinds)):
        return True
    if lead.alone and _FEATURES_OF.match(lead.name):
        return True
    if not lead.marked and lead.alone and len(words) > 2 and words[0].casefold() in TASK_VERBS and words[1].islower():
        return True  # "Monitor device metrics"
    # "**quick rollback in case of failure**"
    return lead.marked and lead.alone and not lead.gloss and len(words) > 1 and lead.name[0].islower()


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
    blocks, block = document.blocks, document.blocks[index]
    near = blocks[max(0, index - _NEAR) : index + _NEAR + 1]
    beside = [b for b in near if b.kind is block.kind and (b.parent, b.heading) == (block.parent, block.heading)]
    alike = sum(1 for b in beside if _SMALL_TERM.match(b.text.plain))
    return len(beside) >= _FEW and 4 * alike >= 3 * len(beside)


def is_reference(text: Text) -> bool:
    """Return whether the text is one link and nothing else: it points to another text and says nothing of the topic."""
    return any(
        mark.kind in (MarkKind.LINK, MarkKind.WIKILINK)
        and not text.plain[: mark.start].strip()
        and not text.plain[mark.end :].strip(" .")
        for mark in text.marks
    )


def _leads_out_of_its_own(block: Block) -> bool:
    """Whether an item is a link to a page elsewhere, and the note goes on with it below: it names what those are about."""
    outside = any(mark.kind is MarkKind.LINK and "://" in mark.target for mark in block.text.marks)
    return outside and block.end > block.last and block.text.plain[:1].isupper()


def _leads_in_bold(text: Text) -> bool:
    return any(mark.kind is MarkKind.STRONG and not text.plain[: mark.start].strip() for mark in text.marks)


def _listed_below(block: Block, listed: int) -> bool:
    return listed >= 0 and block.kind is BlockKind.ITEM and block.parent < 0


def _is_heading(block: Block) -> bool:
    return block.kind is BlockKind.HEADING


def _lead(block: Block) -> Lead | None:
    if block.kind in (BlockKind.ITEM, BlockKind.PARAGRAPH, BlockKind.TERM):
        return lead_term(block.text)
    return None


def _inherited(
    block: Block, introduced: list[Topic | None], about: list[Topic | None], title: Topic | None
) -> Topic | None:
    for index in (block.parent, block.heading):
        if index >= 0 and (index != block.heading or index > block.parent):
            return introduced[index] or about[index]
    if block.parent >= 0:
        return introduced[block.parent] or about[block.parent]
    return title


def read_heading(text: str, parent: str) -> Heading | None:
    """Return what a heading names under the topic `parent`; None where it only says what part of the text it is.

    "Abbr (Expansion)" and "Abbr - Expansion" give a gloss; a prefix shared with the parent falls away where the rest is a
    proper name by its shape ("S3 CORS" under S3 is CORS, "S3 Encryption" stays whole).
    """
    if is_versus(text) or _COMPARES.search(text):
        return None
    plain = strip_heading(_OPTIONAL_PLURAL.sub("s", text))
    question = _QUESTION.match(plain)
    if question:
        plain = clean_name(question[1])
    elif text.rstrip().endswith("?"):
        return None
    part, _, rest = (plain.replace(" - ", ":") if not has_proper_shape(plain) else plain).partition(":")
    if rest and is_generic(part):
        return None  # "Disadvantages: X" is a part of the text on X
    if rest and _NUMBERED_KIND.fullmatch(part) and is_name(clean_name(rest)):
        plain = clean_name(rest)  # "Layer 1: Physical Security"
    plain = _ON_SUBJECT.sub("", _COUNT.sub("", _INTRODUCED.sub("", plain)))
    if parent and _goes_on(plain, parent):
        return None
    plain = _LEVEL.sub("", plain)
    plain = _COMMON.sub("", _PURPOSE.sub(r"\1", plain) if " for " in plain else plain)
    name, gloss = split_gloss(_LEADING_ARTICLE.sub("", whose_kinds(plain) or plain))
    if is_generic(name) or is_task(name) or not is_name(name) or _tells_of_some(text, name):
        return None
    prefixed = ""
    rest = _without_prefix(name, parent)
    if rest and all(word.casefold() in ASPECTS for word in rest.split()):
        return None
    if rest and has_proper_shape(rest):
        prefixed, name = name, rest
    return Heading(name, gloss, prefixed)


def _tells_of_some(text: str, name: str) -> bool:
    """`Built-in Features`, `Developer Considerations`: what is left of the heading is none of the things that it is on."""
    advice = text.rstrip(" :*").casefold().endswith(("considerations", "recommendations", "guidelines"))
    plain = " " not in name and not has_proper_shape(name)
    return name.casefold() in ("built-in", "built in", "add-on") or (advice and plain)


def asked_of(title: str) -> str:
    """Return X of "What is X?" or "Introduction to X", the title itself where it asks of nothing."""
    question = _QUESTION.match(title)
    return clean_name(question[1]) if question else title


def _goes_on(plain: str, parent: str) -> bool:
    """`Components of X` or "Types of X" below X go on with X, and so does "Supported engines"."""
    listed = _PARTS_OF.match(plain)
    of = listed is not None and fold_words(listed[1]) == fold_words(parent)
    return of or heads_supported(plain) or heads_kinds(plain, parent)


def split_gloss(plain: str) -> tuple[str, str]:
    """Return a name and what stands for it in parentheses or behind a dash: "Abbr (Expansion)"; "" where nothing does."""
    slug = _SLUG.fullmatch(plain)
    if slug and is_gloss_of(slug["short"], slug["name"].replace("-", " ")):
        return slug["name"].replace("-", " "), slug["short"]  # "Relational-Database-Service-RDS"
    found = _GLOSS.match(plain)
    if found:
        rest = found["rest"].strip(" -–—:.")
        if rest and not is_generic(rest):
            return strip_heading(
                f"{found['name']} {rest}"
            ), ""  # VPC is not what "Virtual Private Cloud (VPC) endpoints" is
        return strip_heading(found["name"]), clean_name(found["gloss"])
    parts = _DASH_GLOSS.split(plain, maxsplit=1)
    if len(parts) == 2 and is_name(clean_name(parts[0])):
        return clean_name(parts[0]), clean_name(parts[1])
    return plain, ""


def _without_prefix(name: str, parent: str) -> str:
    if not parent:
        return ""
    words, prefix = name.split(), fold_words(parent)
    if len(words) > len(prefix) and fold_words(" ".join(words[: len(prefix)])) == prefix:
        return " ".join(words[len(prefix) :])
    return ""
