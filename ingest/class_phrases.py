"""The class that the words of a definition begin with: "fast, scalable data warehouse that ..." is a data warehouse."""

from __future__ import annotations

import re

from ingest.class_nouns import CLASS_NOUNS, TOLD_CLASS_NOUNS, TOO_GENERAL_CLASSES
from ingest.english import DETERMINERS, HOW_RUN, IMPERATIVES, LEADING_QUALIFIERS, QUALIFIED, TASK_VERBS
from ingest.node_names import clean_name, has_proper_shape, is_name

__all__ = ["as_class", "class_phrase", "class_words", "singular", "without_praise"]

_CLASS_END = re.compile(  # with a look for what each alternative begins with: most letters are none of it
    r"(?=[\s,.;:(]|$)(?:(?<!\s)\s+(?:that|which|who|for|to|used|designed|built|based|in|on|at|with|of|by|from|where|when|you|provided|offered"
    r"|written|developed|created|embedded|attached|stored|hosted|maintained|known|called|managed by"
    r"|responsible|capable|suitable|intended|meant|dedicated to"
    r"|running|supporting|offering(?!\s+(?:of|that|which|by|from|for|in)\b|[.,;:]|$)|providing|allowing|enabling|implementing|leveraging|consisting|containing|combining|featuring|between|across|through|over"
    r"|[a-z]+ly(?= (?:[a-z]+ed|built|meant) (?:for|to|by|in|with|on|towards?|at)\b)"
    r"|[a-z]+ed(?= (?:with|by|in|on|for|to|from|into|across|as|at)\b)"
    r"|before|after|during|until|against|into|inside|within|via|as|like|such|but|because|so|while|using|and)\b(?!-)|[,.;:(]|(?<!\s)\s+[-–—]\s|$)",
    re.IGNORECASE,
)
_BASED = re.compile(
    r"^(?:an?\s+|the\s+)?(?:(?:(?!that |which |who |for |to |with |of |by |from |in |on |and |used )[\w.+#-]+ ){1,4}based"
    r" (?=[a-z])(?!(?:on|in|upon|off|at|around|from|out|primarily|[a-z]+ly)\b)"
    r"|(?:special|general|multi)[- ]purpose (?=[A-Za-z]))",
    re.I,
)
_INSIDE = re.compile(r" \([^()]{1,30}\)(?= [a-z]+ [A-Za-z])")  # "a layer 7 (application layer) load balancer"
_KIND_OF = re.compile(
    r"^(?=an?\s)an?\s+(?:special )?(?:form|type|kind|sort|variant) of (?:an?\s+|the\s+)?", re.IGNORECASE
)  # "an Envoy based ingress controller"
# "A MySQL and PostgreSQL-compatible engine"
_SUSPENDED = re.compile(r"(?<![\w-])(?:[\w.+#]+(?:-|-?,? )(?:and|or) )?[\w.+#]+-compatible ", re.IGNORECASE)
_SPELT_LIST = re.compile(
    r"(?P<long>(?:[A-Za-z]+, ?)+(?:and )?[a-z]+(?: and [a-z]+)?) \((?P<short>[A-Z]{2,5})\)(?= [a-z])"
)
_QUALITY = re.compile(r"^\w+(?:able|ible|ed|ive|ent|ant|ic|al|ure|y|less|-\w+)$")
_BOUND = re.compile(r"(?:high|higher|highest|low|lower|lowest|ultra)-[a-z]+$")
_DEGREES = frozenset(["high", "low", "single-digit", "ultra-low", "massive", "large"])
_SOLD_AS = frozenset(["solution", "offering", "product"])
_AS_A_SERVICE = re.compile(r"[A-Z][A-Za-z]?aaS")
_SHORT_CLASS = re.compile(r"[A-Z][A-Za-z]?aaS|[A-Z]{3,5}")
_PRAISED = frozenset(
    "killer beta alpha preview new great main key cool useful optional nice premium paid experimental".split()
)
_COUNTS = frozenset(["single", "multiple", "several", "many"])
_PRAISES = LEADING_QUALIFIERS | DETERMINERS | {"own"}
_ARTICLE = re.compile(r"^(?:an?|the)\s+(?=[^,]*,)", re.IGNORECASE)
_OTHER = re.compile(
    r"^(?:an?\s+|the\s+)?(?:same|other|another (?:name|term|word|way|one|of|approach|example))\b", re.IGNORECASE
)
_MADE_OF = re.compile(
    r"^(?:made|made up|composed|consisting|a? ?combination)\b", re.IGNORECASE
)  # its parts, not its class
_CLAUSE = re.compile(
    r"^(?!series$).*[^siu]s$|n['’]t$|^(?:between|shared|across|per|known|upon|about|under)$", re.IGNORECASE
)  # a verb or preposition: no noun phrase
_RELATIONAL = frozenset(
    "property part attribute member feature component element field subset function result type kind application".split()
)
# What does something by its ending is a class, too: "connection pooler", "log collector".
_AGENT = re.compile(r"(?:[a-z]+-)?[a-z]{4,}(?<!ov)(?:er|or)")
_DEFINITE = frozenset(["the", "your", "its", "a", "an"])
_NO_AGENTS = frozenset(
    """
    merger together altogether whether rather further another either neither hereafter thereafter ever
    number order computer center manner matter power paper other error factor color colour behavior behaviour favor door floor
    flavor major minor prior former latter better later never over under after member winner user customer letter chapter
    quarter corner border folder holder buffer character parameter header footer offer answer transfer power identifier
    leader player developer engineer administrator partner owner author operator vendor supplier
    """.split()
)
_BY_ITSELF = frozenset(
    """
    database protocol firewall hypervisor proxy cache gateway broker router orchestrator compiler interpreter filesystem kernel
    daemon plugin scheduler algorithm framework
    """.split()
)
_OF_NO_KIND = TOO_GENERAL_CLASSES - {"system"}
_SECOND_THING = re.compile(r" and \S+$")  # "exercise and solution" are two, "monitoring and management service" is one
_PLURAL = re.compile(r"[^siu]s$", re.IGNORECASE)


def class_words(said: str) -> str:
    """Return the words up to where the class ends: a relative clause, a purpose, a preposition or a sign."""
    said = _plain(said)
    stop = _CLASS_END.search(said)
    return said[: stop.start() if stop else len(said)].strip()


def _plain(said: str) -> str:
    """Without words that say how the class is made: "MySQL and PostgreSQL-compatible", "special purpose", "a form of"."""
    said = _SPELT_LIST.sub(_short_form, said) if "), " not in said and ") " in said and ", " in said else said
    low = said.casefold()
    made = _KIND_OF.sub("", _INSIDE.sub("", said) if " (" in said else said)
    if "based " in low or "purpose " in low:
        made = _BASED.sub("", made)
    return _SUSPENDED.sub("", made) if "-compatible " in low else made


def _short_form(spelt: re.Match[str]) -> str:
    """`extract, transform and load (ETL)` is ETL."""
    words = re.findall(r"[a-z]+", spelt["long"].casefold())
    initials = "".join(word[0] for word in words if word != "and")
    return spelt["short"] if initials == spelt["short"].casefold() else spelt[0]


def singular(plural: str) -> str:
    """Return the words with the last one in the singular: "document stores" gives "document store"."""
    head, _, last = plural.rpartition(" ")
    for ending, single in (
        ("ies", "y"),
        ("sses", "ss"),
        ("xes", "x"),
        ("nches", "nch"),
        ("tches", "tch"),
        ("rches", "rch"),
        ("shes", "sh"),
        ("s", ""),
    ):
        if last.endswith(ending) and not last.endswith(("ss", "us", "is")):
            last = last[: -len(ending)] + single
            break
    return f"{head} {last}".strip()


def class_phrase(said: str, *, within: bool = False) -> str:
    """Return the class that a definition begins with, without qualities: "fast, scalable data warehouse that" gives
    "data warehouse"; empty where its head is no class noun. `within`: the words begin no sentence, a capital is a name's."""
    said = _ARTICLE.sub("", _plain(said)).replace(" & ", " and ")
    head, end = _head(said)
    words = _without_seller(without_praise(head.split()))
    if _is_short_form(words, within=within):
        return words[0]
    if _is_only_sold(words) or _is_praise(words) or words[:1] == ["multi"]:
        return ""
    if _tells_no_class(said, head) or not _is_class(words, within=within) or _goes_elsewhere(said, end, words):
        return ""
    name = clean_name(" ".join(words))
    return name if is_name(name) and not _SECOND_THING.search(name) else ""


def as_class(words: str) -> str:
    """Return a class as it is written inside a sentence: "Message broker" in a cell is a message broker."""
    return " ".join(word if has_proper_shape(word) else word.lower() for word in words.split())


def _without_seller(words: list[str]) -> list[str]:
    """`data warehouse solution` is a data warehouse."""
    sold = len(words) > 2 and words[-1].casefold() in _SOLD_AS and words[-2].casefold() in CLASS_NOUNS
    return words[:-1] if sold else words


def _is_short_form(words: list[str], *, within: bool) -> bool:
    """`PaaS solution`, `CDN offering`, "a PaaS": capitals that are a class, by themselves or before a seller's word."""
    if len(words) == 1:
        return _AS_A_SERVICE.fullmatch(words[0]) is not None
    if len(words) != 2 or words[1].casefold() not in _SOLD_AS:
        return False
    return (_SHORT_CLASS if within else _AS_A_SERVICE).fullmatch(words[0]) is not None


def _tells_no_class(said: str, head: str) -> bool:
    """Whether what something is made of follows, another name of it, several of a class or one of two."""
    if _MADE_OF.match(said) or _OTHER.match(said):
        return True
    return _PLURAL.search(head) is not None or " or " in head


def _goes_elsewhere(said: str, end: str, words: list[str]) -> bool:
    """`split service into functions`, but "a container into which one puts things"; "a property of X" is no kind of property."""
    if end == "into":
        return " into which " not in said
    return end == "of" and words[-1].casefold() in _RELATIONAL


def _head(said: str) -> tuple[str, str]:
    """The words that name a class, behind mere qualities, and what ends them: a comma, a word, or nothing that could."""
    stop = _CLASS_END.search(said)
    if stop is None:
        return "", ""
    head = said[: stop.start()]
    while _word(stop) in (",", "and") and _only_qualities(head) and (following := _CLASS_END.search(said, stop.end())):
        head, stop = said[stop.end() : following.start()].strip(), following
        if _last(head) in CLASS_NOUNS:
            break
    more = _CLASS_END.search(said, stop.end()) if _word(stop) == "and" and _last(head) not in CLASS_NOUNS else None
    longer = said[: more.start()] if more else ""
    return longer if _last(longer) in CLASS_NOUNS else head, _word(stop)


def _word(stop: re.Match[str]) -> str:
    return stop[0].strip().casefold()


def _is_praise(words: list[str]) -> bool:
    """`killer feature`, `beta feature`: how good or how new it is."""
    low = [word.casefold() for word in words]
    return low[-1:] == ["feature"] and all(word in _PRAISED for word in low[:-1])


def _is_only_sold(words: list[str]) -> bool:
    """`service solution`, `integrated solution`: the words of a seller, and no class."""
    low = [word.casefold() for word in words]
    if not low or low[-1] not in _SOLD_AS:
        return False
    return all(word in TOO_GENERAL_CLASSES for word in low) or (len(low) == 2 and bool(_QUALITY.match(low[0])))


def without_praise(words: list[str]) -> list[str]:
    """Return the words behind determiners and qualities that make no class of their own."""
    if len(words) > 4 and "-" in words[0] and words[1].endswith("ly"):
        words = words[3:]  # "usage-based horizontally scalable document database"
    while words and (count := _praise_count(words)):
        words = words[count:]
    return words


def _praise_count(words: list[str]) -> int:
    """How many of the first words only praise, tell apart or count: all, where they count."""
    first = words[0].casefold()
    if first.endswith(("'s", "’s", "s'", "s’")) and words[0][0].isupper():
        return 1  # "Microsoft's relational database"
    if len(words) > 3 and words[0].endswith("ly") and not words[1].endswith("s"):
        return 1 if words[1].casefold() == "open" else 2  # "strongly consistent document database"
    if first == "open" and " ".join(words[1:2]).casefold() == "source":
        return 2
    if first in _COUNTS:
        return len(words)  # "single broker" is no kind of broker
    return int(first in _PRAISES or _BOUND.match(first) is not None or _is_only_run(words))


def _is_only_run(words: list[str]) -> bool:
    """`serverless service`, but "distributed system"."""
    how = len(words) == 2 and words[0].casefold() in HOW_RUN
    return how and words[1].casefold().removesuffix("s") in _OF_NO_KIND


def _only_qualities(head: str) -> bool:
    words = _without_makers(head.split())
    if not words or len(words) > 3 or words[-1] in CLASS_NOUNS:
        return False
    if len(words) > 1 and words[0] in _DEGREES:
        return True  # "high performance, low latency block storage"
    return all(word in LEADING_QUALIFIERS or _QUALITY.match(word) for word in words)


def _without_makers(written: list[str]) -> list[str]:
    """`proprietary` of "AWS proprietary", folded."""
    return [word.casefold() for word in written if not (word.isupper() and word != written[-1])]


def _last(text: str) -> str:
    words = text.casefold().split()
    return re.sub(r"(?<=[^s])s$", "", words[-1].strip(".,")) if words else ""


def _is_class(words: list[str], *, within: bool) -> bool:
    """Two to five words that end in a class noun, no instruction ("Request a device") and no clause."""
    if len(words) == 1 and words[0] in _BY_ITSELF:
        return True  # "is a protocol designed to": says enough in one word
    if not 2 <= len(words) <= 5 or not _ends_in_class(words, within=within) or not _begins_class(words):
        return False
    if _DEFINITE & {word.casefold() for word in words[1:-1]}:
        return False  # "Watch the repository"
    return not _holds_clause(words, within=within) and not any(word.endswith("ly") for word in words)


def _holds_clause(words: list[str], *, within: bool) -> bool:
    """Whether a word before the last ends like a verb, or is a preposition, and is no name."""
    clauses = (place for place, word in enumerate(words[:-1]) if _CLAUSE.search(word))
    return not all(_is_proper(words[place], within=within or place > 0) for place in clauses)


def _ends_in_class(words: list[str], *, within: bool) -> bool:
    """A class noun, or an agent in small letters: "Method DomainValidator" names one thing."""
    last = _last(" ".join(words))
    if last in CLASS_NOUNS or (within and last in TOLD_CLASS_NOUNS):
        return True
    return bool(_AGENT.fullmatch(last)) and last not in _NO_AGENTS and words[-1].islower()


def _begins_class(words: list[str]) -> bool:
    first = words[0].casefold()
    if first in QUALIFIED or not all(map(str.isascii, words)):
        return False  # "added property for"
    if first in TASK_VERBS and (words[0][0].isupper() or first in IMPERATIVES):
        return False
    if first.endswith("ing") and {first[:-3], f"{first[:-3]}e"} & IMPERATIVES:
        return False  # "Identifying XXE vulnerability"
    # "key service" is an important one; three words are "key management service"
    return not (len(words) == 2 and first == "key")


def _is_proper(word: str, *, within: bool) -> bool:
    """`AWS`, and `Kubernetes` behind another word, end like a verb, and are none."""
    capitals = sum(map(str.isupper, word))
    if capitals > 1:
        return not (word.endswith("s") and word[:-1].isupper())  # "ELBs monitor for"
    return within and word[0].isupper()
