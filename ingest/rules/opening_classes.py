"""The class of a term or topic that its first words give without a verb."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.model import Confidence
from graph.names import fold_words
from ingest.abbreviations import spells_exactly
from ingest.claims import Cite, Classed, Defined, Thing
from ingest.class_heads import is_class_abbreviation
from ingest.class_nouns import CLASS_NOUNS
from ingest.class_phrases import class_phrase, class_words, singular
from ingest.document import BlockKind, MarkKind
from ingest.english import CHOOSER_NOUNS, DETERMINERS, HOW_RUN, LEADING_QUALIFIERS
from ingest.lead_terms import Lead
from ingest.list_headings import heads_components
from ingest.membership import stands_below
from ingest.name_weight import is_activity, joins_several
from ingest.scope import Scope
from ingest.topics import Topic

__all__ = ["NO_CLASS", "bare_class", "opening_class"]

_RULE = "definition"
_ARTICLE = re.compile(r"^(?:an?|the)\s+", re.I)
_FEW_WORDS = 3
_NEAR = 8  # items to either side
_SEVERAL = 2
# Words that begin no class: a definite thing, an activity, a place.
NO_CLASS = re.compile(
    r"(?:the|this|that|these|those|per|in|on|at|by|for|from|to|ex\.?|used|not|like|similar|equivalent|identical|unlike|comparable|all|any|no|always|never|often|usually|only|also|still|either|\w+ing (?:the|an?|your|\w+s)\b|\w+ing \w+$|\w+ or|list|set(?! of))(?=\s|$)",
    re.I,
)

# "Type: message broker"
_LABELLED = re.compile(
    r"^(?:type|category|kind|class|definition|what|what it is|what(?: is|['’]s) it|description)\??\s*[:：]\s+(?=\S)",
    re.IGNORECASE,
)
# "Browser type, device, and pages" names three things, "file gateway, volume gateway" two.
_LISTED = re.compile(r"[^,.;:]+, [^,.;:]+, (?:and |or )|(?:[\w-]+ )*(?P<head>\w+), (?:[\w-]+ )*(?P=head)\b")
# "Fully managed PaaS for ...": a class by its abbreviation, where the notes know it.
_SHORT_CLASS = re.compile(
    r"^(?:[Aa]n? |[Tt]he )?(?:(?:[Ff]ully|[Hh]ighly|\w+[’']s|[A-Za-z][a-z]+-[a-z]+|[Mm]anaged|[Ss]erverless|[Gg]lobal|[Rr]elational|[Dd]istributed),? )+"
    r"(?P<kind>[A-Z][a-z]?aaS|[A-Z]{3,})(?: (?:solution|service|offering|platform)| \([^()]*\))?(?=$|[.;:]|\s+(?:for|that|with|to|on|in|by|which)\b)"
)
_SORT_OF = re.compile(
    r"^an? (?:(?:\w+ )?version|type|kind|form|sort|variant|implementation|special case|example) of (?:an? |the )?", re.I
)
_FIRST = re.compile(r"\w+(?=,|\.|$)")
_SAMPLE = re.compile(r"\b(?:for example|for instance|e\.g|etc)\b", re.I)
_PURPOSE = re.compile(r"\s+(?:for|that|which|used|to|with)(?:\s|:)")
_DOING = re.compile(
    r"[A-Z]?[a-z]+ing(?: (?!that\b|which\b|for\b|used\b)[\w-]+){1,4} (?:into|to|from)\b"
)  # "Splitting structures into relations"
_IN_MEMORY = re.compile(r"^In memory ", re.I)
_KEEPERS = frozenset(["db", "dbms", "database", "datastore", "store", "warehouse"])
_KEPT_AS = frozenset(
    """
    relational document graph column columnar wide-column key-value nosql sql object block file row data vector
    time-series in-memory serverless distributed ledger
    """.split()
)
_CLAUSE = re.compile(r" (?:that|which|where|who) ")
_RELATIVE = re.compile(r" (?:that|which) [a-z]")
_RUN_AS = re.compile(r"(?:fully[ -])?(?:managed|serverless)\s(?!by|through|in|via|using|with|on|from)", re.I)
_TERM_SIGN = re.compile(r"\s*(?:\([^()]*\))?[^.;:,]{0,20}:\s")
_INTRODUCED = re.compile(r"\s*(?P<long>[A-Za-z][\w /-]+) \((?P<short>[A-Z]{3,})\)(?=\s*(?:[.:]|$))")
_LISTED_MORE = re.compile(r"\s*\([^()]*\), ")
_MATTERS = frozenset(
    ["security", "networking", "monitoring", "performance", "architecture", "design"]
)  # a class of none
_FEW = 7  # words that may do without one of the following
_FUNCTION_WORDS = frozenset("the of that to for with and which is are from by or on at any highly fully &".split())
_GLOSS = re.compile(r"^\s*\([^()]*\)")
# "Data storage on a hard drive is managed", "An instance configured so can burst": the words say something of another thing.
_STATES = re.compile(
    r"^(?:(?!\b(?:that|which|where|who|whose|when|if|what|how|whether|as|than|you|we|they|it|users)\b)[^,.;:])*"
    r" (?:is|are|was|were|can|could|will|should|must|may|has|have|does|do)\b"
)
_SIGNS = (":", "-", "–", "—")  # what stands before it is a term
_BEFORE_CLASS = LEADING_QUALIFIERS | HOW_RUN


def bare_class(scope: Scope, index: int, about: Topic) -> Iterator[Classed]:
    """`Content Delivery Network (CDN)`, the first line below a thing, over remarks on it."""
    block = scope.document.blocks[index]
    plain = block.text.plain
    if about.name.rpartition(" ")[2].casefold() in CHOOSER_NOUNS or block.end > block.last:
        return  # "Data disk" below "Disk types" is one of them
    if is_class_abbreviation(plain.strip(" .")) and stands_below(scope, index, about):
        if not _is_in_list_of_names(scope, index):
            yield Classed(about.ref, plain.strip(" ."), "", scope.cite(index, _RULE, Confidence.PATTERN, context=about))
        return
    kind = class_phrase(plain)
    if kind and plain.startswith(kind) and not _SAMPLE.search(plain) and _is_bare_class(scope, index, about, kind):
        yield Classed(about.ref, kind, kind, scope.cite(index, _RULE, Confidence.PATTERN, context=about))


def _is_bare_class(scope: Scope, index: int, about: Topic, kind: str) -> bool:
    plain = scope.document.blocks[index].text.plain
    if not _describes(scope, index, about, plain):
        return False
    named = any(map(str.isdigit, kind))  # "Hardware" over "EC2 Instance Store"
    if not named and not plain[len(kind) :].strip(" .") and _is_sole(scope, index, about):
        return True
    return _stands_among_remarks(scope, index, plain[len(kind) :])


def opening_class(scope: Scope, index: int, plain: str, first: bool) -> Iterator[Classed | Defined | Thing]:
    """A lead's text or a topic's first statement without a verb: "distributed message queueing system"."""
    own, lead, about = scope.topics.introduced[index], scope.topics.leads[index], scope.about(index)
    if own is not None and lead is not None:
        yield from _class_of_term(scope, index, own, lead)
    elif about is not None:
        yield from _class_of_topic(scope, index, about, plain, first=first)


def _class_of_term(scope: Scope, index: int, own: Topic, lead: Lead) -> Iterator[Classed | Defined]:
    glossed = _glossed_class(lead)
    if glossed:
        yield Classed(own.ref, glossed, glossed, scope.cite(index, _RULE, Confidence.PATTERN))
        return
    plain = scope.document.blocks[index].text.plain
    matter = own.name.rpartition(" ")[2].casefold() in _MATTERS
    said = "" if matter or "→" in plain[lead.end : lead.rest] else plain[lead.rest :]
    if not _says_no_class(said):
        yield from _classes(scope, index, own.ref, said, scope.cite(index, _RULE, Confidence.PATTERN))


def _class_of_topic(scope: Scope, index: int, about: Topic, plain: str, *, first: bool) -> Iterator[Classed | Defined]:
    own = scope.topics.introduced[index]
    said = _IN_MEMORY.sub("In-memory ", _behind_label(plain, about) if own is None else plain)
    if not (first or _RUN_AS.match(said)) or not _describes(scope, index, about, said) or _says_no_class(said):
        return
    if own is None and (_refers(scope, index) or _is_of_another(scope, index, about, said)):
        return
    yield from _classes(scope, index, about.ref, said, scope.cite(index, _RULE, Confidence.PATTERN, context=about))


def _is_of_another(scope: Scope, index: int, about: Topic, said: str) -> bool:
    """Whether a class is of what follows, of a name that is spelt out, or of one of several."""
    if _heads_list(said) or _spells_out(about, said) or _is_of_samples(said):
        return True
    return _is_first_of_things(scope, index) or _is_choice(scope, index, about)


def _says_no_class(said: str) -> bool:
    """Whether the words are of another form than a class: a list, a sentence, or no English."""
    if _DOING.match(said.strip(" *")):
        return True
    listed = _LISTED.match(_before_clause(said)) or _LISTED_MORE.match(said[len(class_words(said)) :])
    return bool(listed or NO_CLASS.match(said.strip(" *"))) or not _is_english(said)


def _before_clause(said: str) -> str:
    """What stands before the relative clause: "A pattern where senders, takers, and brokers meet" lists nothing."""
    clause = _CLAUSE.search(said)
    return said[: clause.start()] if clause else said


def _spells_out(about: Topic, said: str) -> bool:
    """`Elastic Block Store` below "EBS volumes", `personal area network (PAN). The smallest one.`: another name, no class."""
    if spells_exactly(about.name.partition(" ")[0], said.strip(" .")):
        return True
    introduced = _INTRODUCED.match(said)
    return introduced is not None and spells_exactly(introduced["short"], introduced["long"])


def _is_of_samples(said: str) -> bool:
    """`ATM machine for example`, `container engine, such as X`: one of a class, and no class of the topic."""
    return bool(_SAMPLE.search(_before_clause(said))) or said[len(class_words(said)) :].lstrip(", ").startswith(
        "such as "
    )


def _heads_list(said: str) -> bool:
    """`Config store (may be a file):` over what is in it; "Fully managed PaaS for:" tells a class all the same."""
    return said.rstrip().endswith(":") and not _PURPOSE.search(said)


def _is_choice(scope: Scope, index: int, about: Topic) -> bool:
    """`Network balancer` below "Balancer types": one of them, and no class of all."""
    block = scope.document.blocks[index]
    if block.kind is not BlockKind.ITEM or _ARTICLE.match(block.text.plain):
        return False
    last = about.name.rpartition(" ")[2].casefold()
    return last.endswith("s") and last in CHOOSER_NOUNS


def _is_first_of_things(scope: Scope, index: int) -> bool:
    """`Internet gateway` over "Security Groups" and "Route tables": the first of what is listed, and no class of the topic."""
    block = scope.document.blocks[index]
    if block.kind is not BlockKind.ITEM:
        return False
    if heads_components(scope.document, index):
        return True
    beside = (scope.topics.leads[i] for i in scope.beside(index, _NEAR) if i != index)
    return sum(1 for lead in beside if lead is not None and lead.alone and _names_thing(lead.name)) >= _SEVERAL


def _is_in_list_of_names(scope: Scope, index: int) -> bool:
    """`NoSQL` beside "Transactions" and "Sagas": one of several matters."""
    beside = [i for i in scope.beside(index, _NEAR) if i != index]
    alone = [i for i in beside if (lead := scope.topics.leads[i]) and lead.alone and scope.topics.introduced[i]]
    return len(alone) >= _SEVERAL and 2 * len(alone) >= len(beside)


def _names_thing(name: str) -> bool:
    """Several words with capitals, or with a noun of made things at the end."""
    words = name.split()
    last = words[-1].casefold()
    classed = {last, last.removesuffix("s")} & CLASS_NOUNS and words[0].casefold() not in _BEFORE_CLASS
    return len(words) > 1 and (all(word[0].isupper() for word in words) or bool(classed))


def _glossed_class(lead: Lead) -> str:
    """`Squid (caching proxy)`: the class of a proper name in parentheses, where nothing else is said."""
    named = len(lead.name.split()) <= _FEW_WORDS and all(word[0].isupper() for word in lead.name.split())
    plain = lead.gloss.replace("-", "").replace("/", "").replace(" ", "").isalpha() and lead.gloss.islower()
    some = lead.gloss.partition(" ")[0] in DETERMINERS  # "Size (any volume type)"
    return class_phrase(f"a {lead.gloss}") if lead.alone and named and plain and not some else ""


def _behind_label(plain: str, about: Topic | None) -> str:
    """The words behind "Type:" or behind the topic's own name and a sign."""
    label = _LABELLED.match(plain)
    if label:
        return plain[label.end() :]
    words, sign, said = plain.partition(": ") if ": " in plain else plain.partition(" - ")
    return said if sign and about is not None and fold_words(words) == fold_words(about.name) else plain


def _classes(scope: Scope, index: int, subject: str, said: str, cite: Cite) -> Iterator[Classed | Defined]:
    own, about, kind = scope.topics.introduced[index], scope.about(index), class_phrase(said)
    several = _class_of_several(about, said) if not kind and own is None else ""
    if several:
        yield Classed(subject, several, several, cite)
    elif kind:
        yield from _told_class(scope, index, subject, said, cite)
    else:
        words = _class_by_name(said, article=own is None)
        if words:
            yield Classed(subject, words, "", cite)


def _class_of_several(about: Topic | None, said: str) -> str:
    """`Virtual firewalls for ...`, said of several."""
    if about is None or not about.name.endswith("s"):
        return ""
    several = class_words(said)
    return class_phrase(singular(several)) if several.endswith("s") else ""


def _told_class(scope: Scope, index: int, subject: str, said: str, cite: Cite) -> Iterator[Classed | Defined]:
    own, kind = scope.topics.introduced[index], class_phrase(said)
    if _is_said_of_else(own or scope.about(index), kind) or (own is not None and _does_activity(own, kind)):
        return
    if _is_named_thing(scope, index, said, kind):
        return  # "Synchronous: API Gateway, CLI" names who does it
    yield Classed(subject, kind, kind, cite)
    second = re.search(rf"{re.escape(kind)} and (?P<rest>.+)", said)
    also = class_phrase(second["rest"]) if second else ""
    if also:
        yield Classed(subject, also, also, cite)
    yield Defined(subject, said.rstrip(" ."), cite)


def _is_said_of_else(topic: Topic | None, kind: str) -> bool:
    """`Interface: graphical interface`."""
    return topic is not None and fold_words(kind)[-1:] == fold_words(topic.name)


def _does_activity(own: Topic, kind: str) -> bool:
    """`Configuration - Acme store for all`: what does it."""
    return kind[:1].isupper() and is_activity(own.name.split()[-1])


def _is_named_thing(scope: Scope, index: int, said: str, kind: str) -> bool:
    """Whether a class in capitals is a thing's name; it is a class behind a term that says what for, and, of the topic
    above, among remarks, as the sole line there, or with a relative clause."""
    behind = said[len(kind) :]
    if not (all(word[0].isupper() for word in kind.split()) and said.startswith(kind)):
        return False
    alone = scope.topics.introduced[index] is not None or not behind.strip(" .")
    if alone and kind.rpartition(" ")[2].casefold() in _KEEPERS and kind.partition(" ")[0].casefold() in _KEPT_AS:
        return False  # "Relational DB", "Document Store"
    if scope.topics.introduced[index] is not None:
        return not _PURPOSE.match(behind)  # "Message Broker for applications"
    if _stands_among_remarks(scope, index, behind) or _RELATIVE.match(behind):
        return False  # "Virtual Firewall that controls ..."
    about = scope.about(index)
    return behind.strip(" .") != "" or about is None or not _is_sole(scope, index, about)  # "DNS Service"


def _stands_among_remarks(scope: Scope, index: int, behind: str) -> bool:
    """Whether an item is a class and nothing else, "Content Delivery Network (CDN)", and those beside it are no names."""
    block = scope.document.blocks[index]
    if block.kind is not BlockKind.ITEM or _GLOSS.sub("", behind).strip(" ."):
        return False
    around = scope.children.get(block.parent, ()) if block.parent >= 0 else scope.members.get(block.heading, ())
    beside = [i for i in around if i != index and scope.document.blocks[i].kind is BlockKind.ITEM]
    bare = [i for i in beside if (lead := scope.topics.leads[i]) and lead.alone]
    return bool(beside) and 3 * len(bare) <= len(beside)


def _class_by_name(said: str, *, article: bool) -> str:
    """`Fully managed PaaS for ...`, `A JWT used for ...`: a class by its name, where the notes know it."""
    short = _SHORT_CLASS.match(said)
    if short:
        return short["kind"]
    first = _FIRST.match(said)
    if first and is_class_abbreviation(first[0]):
        return first[0]  # "NoSQL, globally distributed"
    bare = _ARTICLE.sub("", _SORT_OF.sub("", said))
    words = class_words(bare) if (article or _SORT_OF.match(said)) and bare != said else ""
    return words if all(word[0].isupper() for word in words.split()) and _ends(bare[len(words) :]) else ""


def _ends(rest: str) -> bool:
    """Whether a class by its name ends there: "a DynamoDB Accelerator (DAX) cluster consists" says something of a cluster."""
    behind = _GLOSS.sub("", rest).lstrip()
    return not behind[:1].isalpha() or behind == rest.lstrip()


def _is_english(said: str) -> bool:
    words = said.casefold().split()
    return len(words) <= _FEW or not _FUNCTION_WORDS.isdisjoint(words)


def _describes(scope: Scope, index: int, about: Topic, plain: str) -> bool:
    """A first statement without a subject, about a thing: it begins small or with an article, and no verb follows."""
    said = class_words(_ARTICLE.sub("", plain))
    if not _begins_as_class(plain, said) or not _may_have_class(scope, index, about):
        return False
    rest = _ARTICLE.sub("", plain)[len(said) :]
    if _TERM_SIGN.match(rest) or _LISTED_MORE.match(rest) or _may_be_part(scope, index, about, plain, rest):
        return False  # "LRU cache (least recently used): ...", "data model (tables), keys (primary, foreign)"
    if rest.lstrip()[:1] in _SIGNS or _STATES.match(_GLOSS.sub("", rest)):
        return False
    return stands_below(scope, index, about)


def _begins_as_class(plain: str, said: str) -> bool:
    """`a ...`, `scalable ...`, `Key-value store for sessions`, `Proprietary, fast NoSQL database`."""
    if plain[:1].islower() or _ARTICLE.match(plain):
        return True
    if plain.partition(" ")[0].rstrip(",").casefold() in _BEFORE_CLASS:
        return True
    last = said.rpartition(" ")[2].casefold()
    if last in CHOOSER_NOUNS:
        return False
    kind = "" if last in CLASS_NOUNS else class_phrase(plain)
    return last in CLASS_NOUNS or (kind != "" and not plain.startswith(kind))


def _may_have_class(scope: Scope, index: int, about: Topic) -> bool:
    """Whether the topic is one thing: no activity, no matter of a text and none of several ("Layer 3")."""
    last = about.name.split()[-1]
    if is_activity(last) or last.casefold() in _MATTERS or joins_several(about.name):
        return False
    return not last.isdigit() or _is_sole(scope, index, about)


def _may_be_part(scope: Scope, index: int, about: Topic, plain: str, rest: str) -> bool:
    """`Cluster manager` and nothing more below an item may be one of its parts."""
    if about.block < 0 or scope.document.blocks[about.block].kind is not BlockKind.ITEM:
        return False
    return not rest.strip(" .") and not _ARTICLE.match(plain) and not _is_sole(scope, index, about)


def _is_sole(scope: Scope, index: int, about: Topic) -> bool:
    """Whether nothing else stands below the item that the topic is: what is said there is what it is."""
    return about.block >= 0 and list(scope.children.get(about.block, ())) == [index]


def _refers(scope: Scope, index: int) -> bool:
    """An item that leads with a link or something marked is of that, not of the topic above."""
    text = scope.document.blocks[index].text
    return any(not text.plain[: mark.start].strip() and mark.kind is MarkKind.LINK for mark in text.marks)
