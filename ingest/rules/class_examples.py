"""Members of a class named by example: "document stores such as MongoDB and CouchDB".

Source: M. A. Hearst, "Automatic acquisition of hyponyms from large text corpora", COLING 1992, the patterns
"NP such as NP", "NP like NP", "NP including NP" and "NP and other NP"; members must be names.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.model import Confidence
from graph.relation_types import RelationType
from ingest.claims import Classed, Related, Thing
from ingest.class_nouns import CLASS_NOUNS
from ingest.class_phrases import class_phrase, singular
from ingest.document import BlockKind, MarkKind
from ingest.english import DETERMINERS, DOING_VERBS, IMPERATIVES, LEADING_QUALIFIERS, NOT_STARTING_NAMES, TASK_VERBS
from ingest.marked_capitals import with_capitals
from ingest.membership import stands_below
from ingest.name_weight import names_several
from ingest.node_names import clean_name, is_generic, is_name
from ingest.scope import Scope
from ingest.task_names import is_task

__all__ = ["read_class_examples"]

_RULE = "class example"
_EXAMPLES = re.compile(r",? \(?(?:such as|like|including|e\.g\.,?|for example,?) | (?:commonly |typically )?include:? ")
# "Key components include A": A is a part of something.
_NO_CLASSES = frozenset(
    "component feature part element benefit capability example step reason use case module option".split()
)
_PRODUCTS = re.compile(
    r"(?:(?:Popular|Common|Some|Many|Well-known) )?(?:[Ss]ystems|[Ss]ervices|[Tt]ools|[Pp]roducts|[Ss]olutions|[Ss]oftware|[Pp]latforms|[Ll]ibraries|[Ff]rameworks) (?:such as|like) "
)
_IMPLEMENTED = re.compile(
    r"\b(?P<class>[A-Z][\w-]*(?: [a-z-]+){0,2}s) (?:can|could|may) be (?:implemented|built|realized|realised|provided) (?:with|using|by|in)\b[^.;]{0,80}?\b(?:such as|like) "
)
# "a coordinator service like Zookeeper", "an identity provider (such as Okta)"
_ONE = re.compile(
    r"\b[Aa]n? (?P<class>(?:[a-z-]+ )?(?:[a-z-]+|[A-Z]{2,5}) [a-z-]+(?: [a-z-]+)?) \(?(?:such as|like|e\.g\.,?) "
)
_FIRST = re.compile(r"(?P<class>[A-Z]?[a-z-]+(?: [a-z-]+){1,2}),? (?:such as|e\.g\.,?) ")  # a line of its own
# "Examples of managed solutions are A, B and C".
_EXAMPLES_OF = re.compile(
    r"\bexamples of (?P<class>[\w/+#-]+(?: [\w/+#-]+){0,3}?s) (?:are|include):? "
    r"|\bone of the (?:most \w+ )?(?P<one>[\w/+#-]+(?: [\w/+#-]+){0,3}?s) is ",
    re.I,
)
_SAYS_EXAMPLES = re.compile(r"xamples of |ne of the ")
# "An example of such a database is Redis": of the topic.
_OF_SUCH = re.compile(
    r"\b[Aa]n example of (?:such|this|these)(?: an?)? [\w-]+(?: [\w-]+)? is (?P<name>[A-Z][\w.+#-]*(?: [A-Z][\w.+#-]*){0,2})(?=[.,]|$)"
)
# "Popular message brokers: A, B"
_LABELLED = re.compile(
    r"^(?:(?:some (?:of the )?|the )?(?:most )?(?:popular|common|well-known|typical|widely used|main)|examples? of|some) (?P<class>[\w/+#-]+(?: [\w/+#-]+){1,3}?s)(?:\s*[:：]|\s+are:?)\s+",
    re.I,
)
_OTHERS = re.compile(r",? (?:and|or) other ")
# One of these stands in every text that the patterns match: a cheap first look.
_CUES = (
    "one of the ",
    "One of the ",
    "popular ",
    "common ",
    "well-known ",
    "typical ",
    "widely used ",
    "main ",
    "example of",
    "some ",
    "such as ",
    "like ",
    "includ",
    "e.g.",
    "for example",
    " other ",
    "examples of ",
)
_REACH = 120  # characters to either side of the cue; a sentence's sign ends them earlier
_CLASS_BEFORE = re.compile(r"(?<!['’])\b(?:[\w/+#-]+ ){0,3}[\w/+#-]*[sS]$")
_CLASS_AFTER = re.compile(r"(?:[\w/+#-]+ ){0,3}?[\w/+#-]*[a-z]s\b")
_SIGN = re.compile(r"[.;:()]\s")
# "APIs", "a CDN", "some RDBMS"; "supported by RDS, such as": one thing and no class
_COUNTED = re.compile(r"[A-Z]s$|\b(?:an?|some|many|most|several|other|any|popular) \S+$|^[A-Z]+$", re.I)
_NOT_SO = re.compile(r"\b(?:cannot|can[’']t|not|never|doesn[’']t|don[’']t) (?:\w+ )?$")  # "cannot use SGs, e.g. X"
_FOR_THEM = re.compile(r"^[a-z-]+s for \S", re.IGNORECASE)  # "frameworks for containers, such as X"
_NAME = r"(?:[2-9](?=[A-Z]{3}))?[A-Z][\w+#-]*(?:\.[\w+#-]+)*(?: (?:[A-Z][\w+#-]*(?:\.[\w+#-]+)*|\d+(?:\.\d+)*)){0,3}"
_NAMES = rf"{_NAME}(?:(?:, (?:and |or )?| and | or | & ){_NAME}){{0,7}}"
# "cluster managers (Yarn or Mesos)"
_IN_PARENTHESES = re.compile(
    rf"(?<![\w-])(?P<class>(?:[a-z][\w/+#-]* ){{1,3}}[a-z][\w-]*s) \((?P<names>{_NAME}(?:(?:, (?:and |or )?| and | or | & ){_NAME}){{1,7}})\)"
)
_GATHERING = frozenset(["group", "type", "resource", "feature", "project", "user", "account"])
_NAMES_AFTER = re.compile(rf"(?:(?:the|an?) )?({_NAMES})(?=[\s,.;:)]|$)")
_NAMES_BEFORE = re.compile(rf"(?<![\w.-])({_NAMES})$")
_ARE_EXAMPLES = re.compile(
    rf"^(?P<names>{_NAMES}),? (?:is|are) (?:(?:an?|some|common|typical|good|popular|classic) )*examples? of (?:an? |the )?"
    r"(?P<class>[A-Za-z-]+(?: [A-Za-z-]+){1,3}?)(?=[.;:(]|$| (?:that|which)\b)"
)
# Right behind a name these make it tell only of what kind that is: "attacks like HTTP splitting" are no kinds of HTTP.
_HEADS = re.compile(r" [a-z]+(?:ing|tion|ity|ance|ence|ment|er|or|s)\b")
_ASIDE = re.compile(r" \([^()]*\)")
_GOES_ON = re.compile(r" (?:with|of) [A-Z]")  # "Login with Amazon"
_LAST = re.compile(r"(?:,? (?:and|or|etc)\b.*)?[.,;:)]|$")
_COORDINATED = re.compile(r" (?:and|or) (?!other|many|more|similar|related)[a-z-]+ [a-z]+s\b")  # "IoT and edge devices"
_NOUN = re.compile(
    r" (?:text|data|file|format|code|list|page|object|key|value|type|name|client|project|account|table|field|string)\b"
)
_VERBS = re.compile(
    r" (?:is|was|has|does|supports|uses|provides|offers|allows|requires|needs|makes|helps|enables|lets|runs)\b"
)
_LIST = re.compile(r", (?:and |or )?| and | or | & ")
_NOT_IN_CLASS = frozenset(
    """
    in on at of for to with by from and or as is are was were be has have had can may will would should that which who
    unlike against index display instruct larger smaller newer older multiple many some
    employ employs run runs running around access accesses accessing using uses use via into over between than about through across when where while if not include includes supports
    support supported existing provide provides their its your our my
    """.split()
)
# "deployed in virtual networks, such as X": X is what is deployed there
_PLACED_IN = re.compile(
    r"\b(?:deployed|hosted|running|placed|located|attached|launched) (?:in|on|within|into|to) [a-z -]+$"
)
_BEFORE_DOING = frozenset(["by", "for", "when", "while", "from", "and", "to", "without", "of"])


def read_class_examples(scope: Scope) -> Iterator[Classed | Related | Thing]:
    """Yield the named members of each class that a sentence gives examples of."""
    kinds = (BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.DESCRIPTION)
    cued = {index for index, _ in scope.holding(_CUES, *kinds)}
    for index, block in scope.blocks(*kinds):
        if "xample" in block.text.plain:
            yield from _said_examples(scope, index, with_capitals(block.text, MarkKind.CODE))
        if index in cued:
            yield from _cued_examples(scope, index, with_capitals(block.text, MarkKind.STRONG, MarkKind.LINK))
        elif "s (" in block.text.plain:
            plain = with_capitals(block.text, MarkKind.STRONG, MarkKind.LINK)
            yield from _in_parentheses(scope, index, plain)


def _cued_examples(scope: Scope, index: int, plain: str) -> Iterator[Classed | Related | Thing]:
    yield from _in_parentheses(scope, index, plain)
    yield from _products(scope, index, plain)
    yield from _implementations(scope, index, plain)
    yield from _names_behind_class(scope, index, plain)
    yield from _of_such(scope, index, plain)
    yield from _labelled(scope, index, plain)
    yield from _told_class(scope, index, plain)
    if " other " in plain:
        yield from _names_before_class(scope, index, plain)


def _names_behind_class(scope: Scope, index: int, plain: str) -> Iterator[Classed]:
    """`document stores such as MongoDB and CouchDB`."""
    for cue in _EXAMPLES.finditer(plain):
        group = _CLASS_BEFORE.search(_before(plain, cue.start()))
        names = _NAMES_AFTER.match(_after(plain, cue.end()))
        if group is None or names is None or _is_of_else(plain[: cue.start()], cue[0], group[0]):
            continue
        after = plain[cue.end() + names.end() :]
        if _is_cut(after) or (" like" in cue[0] and _is_likeness(group[0], names[1])):
            continue
        listed = _without_subject(names[1], after)
        bounds = (cue.start() - len(group[0]), cue.end() + names.start(1) + len(listed))
        yield from _classed(scope, index, group[0], listed, bounds)


def _names_before_class(scope: Scope, index: int, plain: str) -> Iterator[Classed]:
    """`MongoDB and other document stores`."""
    for cue in _OTHERS.finditer(plain):
        group = _CLASS_AFTER.match(_after(plain, cue.end()))
        names = _NAMES_BEFORE.search(_before(plain, cue.start()))
        if group and names:
            bounds = (cue.start() - len(names[1]), cue.end() + group.end())
            yield from _classed(scope, index, group[0], names[1], bounds)


def _said_examples(scope: Scope, index: int, plain: str) -> Iterator[Classed]:
    """`A and B are examples of brokers`."""
    said = _ARE_EXAMPLES.match(plain)
    if said:
        several = said["class"] if said["class"].endswith("s") else f"{said['class']}s"
        yield from _classed(scope, index, several, said["names"], said.span())


def _is_of_else(before: str, cue: str, group: str) -> bool:
    """`Alternatives to SQS include X`, `products cannot use SGs, e.g. X`, `frameworks for containers, such as X`: the words right
    before the names are no class of theirs."""
    if cue.startswith(",") and (_FOR_THEM.search(group) or _PLACED_IN.search(before)):
        return True
    if group[-2:].islower():
        return False
    short = group.rpartition(" ")[2]
    denied = cue.startswith(",") and _NOT_SO.search(before[: len(before) - len(short)])
    return bool(denied) or cue.rstrip(": ").endswith("include")


def _in_parentheses(scope: Scope, index: int, plain: str) -> Iterator[Classed]:
    """`cluster managers (Yarn or Mesos)`; what a group gathers is no member of a class."""
    for inside in _IN_PARENTHESES.finditer(plain) if "s (" in plain else ():
        of = plain[: inside.start()].endswith(" of ")
        noun = singular(inside["class"]).rpartition(" ")[2]
        if not of and noun in CLASS_NOUNS - _GATHERING and " " in _class(inside["class"]):
            yield from _classed(scope, index, inside["class"], inside["names"], inside.span())


def _without_subject(listed: str, after: str) -> str:
    """`such as JSON, Opalog has`: behind the comma the sentence begins."""
    head, comma, last = listed.rpartition(", ")
    begins = comma and not last.startswith(("and ", "or ")) and _VERBS.match(after)
    return head if begins else listed


def _of_such(scope: Scope, index: int, plain: str) -> Iterator[Classed]:
    """`An example of such a database is Redis`: of the topic, where that is a class."""
    found, about = _OF_SUCH.search(plain) if "xample of " in plain else None, scope.about(index)
    if found and about is not None and stands_below(scope, index, about) and not scope.proper.any_in(about.name):
        cite = scope.cite(index, _RULE, Confidence.PATTERN, span=found.span(), context=about)
        yield Classed(found["name"], about.name, about.ref, cite, search=True, names=_names(found["name"]))


def _labelled(scope: Scope, index: int, plain: str) -> Iterator[Classed]:
    """`Popular message brokers: A, B`."""
    labelled = _LABELLED.match(plain)
    listed = _NAMES_AFTER.match(plain, labelled.end()) if labelled else None
    if labelled and listed and not plain[listed.end() :].strip(" ."):
        yield from _classed(scope, index, labelled["class"], listed[1], (0, listed.end()))


def _told_class(scope: Scope, index: int, plain: str) -> Iterator[Classed]:
    """`Examples of managed solutions are A and B`, `a coordinator service like Zookeeper`."""
    told = _EXAMPLES_OF.finditer(plain) if _SAYS_EXAMPLES.search(plain) else ()
    for cue in told:
        names = _whole_names(plain, cue.end())
        if names and _LAST.match(plain, cue.end() + names.end()):  # "Examples of policies are IAM role policies"
            bounds = (cue.start(), cue.end() + names.end())
            yield from _classed(scope, index, cue["class"] or cue["one"], names[1], bounds)
    first = _FIRST.match(plain)
    for cue in (*_ONE.finditer(plain), *([first] if first else [])):
        names = _whole_names(plain, cue.end())
        kind = class_phrase(f"a {cue['class']}") if names else ""
        if names and kind:
            cite = scope.cite(index, _RULE, Confidence.PATTERN, span=(cue.start(), cue.end() + names.end()))
            yield Classed(names[1], cue["class"], kind, cite, search=True, names=_names(names[1]))


def _products(scope: Scope, index: int, plain: str) -> Iterator[Thing | Related]:
    """`Systems such as Consul and Etcd can ...`, the first line on service discovery: these are what there is of it."""
    found = _PRODUCTS.match(plain)
    about = scope.about(index)
    if found is None or about is None or scope.proper.any_in(about.name) or not stands_below(scope, index, about):
        return
    named = _whole_names(plain, found.end())
    if named is None or is_generic(about.name):
        return
    if names_several(about.name) or about.name.partition(" ")[0].casefold() in TASK_VERBS:
        return  # "Track and graph metrics"
    cite = scope.cite(index, _RULE, Confidence.PATTERN, span=(0, found.end() + named.end()), context=about)
    for name in _names(named[1]):
        yield Thing(name, "", "", cite)
        yield Related(name, RelationType.OPTION_OF, "option of", about.ref, cite)


def _implementations(scope: Scope, index: int, plain: str) -> Iterator[Classed]:
    """`Load balancers can be implemented ... with software such as HAProxy`."""
    found = _IMPLEMENTED.search(plain) if " such as " in plain or " like " in plain else None
    named = _whole_names(plain, found.end()) if found else None
    if found is None or named is None:
        return
    names, words = _names(named[1]), _class(found["class"])
    if names and words:
        cite = scope.cite(index, _RULE, Confidence.PATTERN, span=(found.start(), found.end() + named.end()))
        yield Classed(named[1], words, class_phrase(f"a {words}"), cite, search=True, names=names)


def _whole_names(plain: str, start: int) -> re.Match[str] | None:
    """The names that stand from `start` on, none where the last of them is cut; bounds count from there."""
    names = _NAMES_AFTER.match(plain[start:])
    return None if names is None or _is_cut(plain[start + names.end() :]) else names


def _is_cut(after: str) -> bool:
    """Whether the last name goes on in small letters: it only tells of what kind that is."""
    after = _ASIDE.sub("", after, count=1) if after.startswith(" (") else after
    heads = _HEADS.match(after) and not _VERBS.match(after)
    return bool(_NOUN.match(after) or heads or _COORDINATED.match(after) or _GOES_ON.match(after))


def _is_likeness(group: str, names: str) -> bool:
    """`Aurora clusters like RDS` compares; several names, or "popular tools like X", are examples."""
    return len(_LIST.split(names)) == 1 and group.partition(" ")[0].casefold() not in LEADING_QUALIFIERS


def _before(plain: str, end: int) -> str:
    return _SIGN.split(plain[max(0, end - _REACH) : end])[-1]


def _after(plain: str, start: int) -> str:
    return plain[start : start + _REACH]


def _classed(scope: Scope, index: int, group: str, listed: str, bounds: tuple[int, int]) -> Iterator[Classed]:
    words, names = _class(group), _names(listed)
    plural = group.endswith("s") or len(names) > 1  # "the host OS (e.g., X)" is one
    if words.rpartition(" ")[2].casefold() in _NO_CLASSES:
        return
    short = words.isupper() and bool(_COUNTED.search(group))
    if names and (short or (plural and len(words.split()) > 1)):
        cite = scope.cite(index, _RULE, Confidence.PATTERN, span=bounds)
        within = bounds[0] > 0 or not group.startswith(words.partition(" ")[0])
        kind = class_phrase(words, within=within)
        yield Classed(listed, words, kind, cite, search=True, names=_as_written(scope, index, names))


def _as_written(scope: Scope, index: int, names: tuple[str, ...]) -> tuple[str, ...]:
    """The names as the author writes them, where a mark has given them a capital."""
    plain = scope.document.blocks[index].text.plain
    return tuple(name if name in plain else f"{name[0].lower()}{name[1:]}" for name in names)


def _class(words: str) -> str:
    """The noun phrase right before the examples, in the singular, without what only counts or praises."""
    kept: list[str] = []
    for word in reversed(words.split()):
        if kept and _tells_what_for(word.casefold(), kept[0]):
            kept = kept[1:]  # "by dragging resources", "to encrypt resources"
            break
        if _bounds_class(word, words) or (kept and _tells_to_do(word, kept[0])):
            break
        kept.insert(0, word)
    while kept and kept[0].casefold() in LEADING_QUALIFIERS and " ".join(kept[:2]).casefold() != "open source":
        kept = kept[1:]
    return singular(" ".join(kept))


def _tells_what_for(low: str, following: str) -> bool:
    if low not in _BEFORE_DOING:
        return False
    return following.endswith("ing") or (low == "to" and following.casefold() in DOING_VERBS)


def _bounds_class(word: str, words: str) -> bool:
    low = word.casefold()
    return low in _NOT_IN_CLASS or low in DETERMINERS or is_task(f"{word} {words}")


def _tells_to_do(word: str, following: str) -> bool:
    """`incorporate tools such as`, `Put systems like`, but "open source tools"."""
    low = word.casefold()
    if low == "open" and following.casefold() == "source":
        return False
    return low in IMPERATIVES or (low in TASK_VERBS and word[0].isupper())


def _names(listed: str) -> tuple[str, ...]:
    first, _, rest = listed.partition(" ")
    listed = rest if rest and first.casefold() in NOT_STARTING_NAMES else listed  # "Use RabbitMQ, Kafka"
    names = map(clean_name, _LIST.split(listed))
    return tuple(name for name in names if is_name(name) and len(name) > 2)
