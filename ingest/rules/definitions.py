"""What a thing is: a class that begins a term's text, a topic's first statement, or a sentence "X is a Y"."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from graph.model import Confidence
from graph.names import fold_name, fold_words
from graph.sentences import split_sentences
from ingest.claims import Classed, Defined, Thing
from ingest.class_heads import is_class_abbreviation
from ingest.class_nouns import CLASS_NOUNS, TOO_GENERAL_CLASSES
from ingest.class_phrases import class_phrase, class_words, singular
from ingest.document import Block, BlockKind, MarkKind
from ingest.membership import stands_below
from ingest.name_weight import is_adjective
from ingest.node_names import is_generic, strip_heading
from ingest.references import is_reference
from ingest.relation_labels import listed_names
from ingest.row_statements import DESCRIBED
from ingest.rules.defined_subjects import (
    OF_TEXTS,
    bare_subject,
    coined_name,
    is_named,
    is_own_kind,
    is_set_off,
    made_name,
    without_article,
)
from ingest.rules.opening_classes import NO_CLASS, bare_class, opening_class
from ingest.scope import Scope
from ingest.task_names import is_task
from ingest.topics import Topic

__all__ = ["read_definitions"]

_RULE = "definition"
_ADVERB = (
    r"(?:\s+(?:also|basically|essentially|simply|just|usually|often|generally|typically|primarily|mainly|really))?"
)
_IS_A = re.compile(
    rf"^(?P<subject>.{{2,60}}?)\s+(?:(?:is|are){_ADVERB}(?:\s+(?:considered|used as|useful as|known as))?"
    r"|(?:acts?|serves?|functions?|runs?|works?) as|refers to|(?:(?:is|are|can be)\s+)(?:run|deployed|implemented|installed|defined|described|regarded|seen|viewed|thought of) as)\s+"
    r"(?:both\s+)?(?:(?P<article>an?|the|one of the|(?-i:[A-Z])[\w.]*['’]s)\s+(?:(?:very )?own\s+)?|(?=(?:fully )?managed\s(?!by|through|in|via|using|with|on|from)|[a-z]+(?:-[a-z]+)+, ))"
    r"(?:(?:(?:good|great|popular|common|typical|well-known|classic|prime|specific|special|particular|certain) )?(?:(?:(?:secure|encrypted|newer|older|updated|improved|managed|hosted|lightweight|simplified|compatible|extended) )?version|type|kind|form|sort|example|variant|instance|implementation|flavou?r|subclass|subtype|special case|specialization) of\s+(?:an?\s+|the\s+)?)?(?P<rest>.+)$",
    re.I | re.S,
)
# The article is left out: "X is managed queueing service".
_IS_BARE = re.compile(
    rf"^(?P<subject>(?:It|This|[A-Z][\w.+-]*(?: [\w.+-]+){{0,3}}?))\s+is{_ADVERB}\s+(?P<article>)(?P<rest>(?!not |now |used |an? |the |one |\w+ed (?:in|by|to|with|as|on|from|for|at)\b)[a-z].+)$",
    re.S,
)
_TELLING = CLASS_NOUNS - TOO_GENERAL_CLASSES - {"technology"} | {"service", "tool", "system"}
_ITS_CLASS = re.compile(r"^(?:it|this)(?: is|['’]s) (?P<kind>[A-Za-z]+)(?=\s*(?:[-–—,.(;]|$))", re.I)
_ITS = re.compile(r"^(it|this)['’]s\b", re.I)
_LEFT_OUT = re.compile(
    r"^(?=(?:[Ii]s|[Aa]re|[Aa]cts|[Ss]erves|[Ff]unctions|[Ww]orks) (?:as )?an? |[Ii]s (?:[a-z-]+ ){1,4}(?:service|tool|system|database|store|platform|engine)\b)|^(?:Can be )?[Uu]sed as (?=an? )"
)
# "Acme Queue: This is a broker": of the term before the sign
_OF_TERM = re.compile(r"^(?P<term>[A-Z][^.:;?!]{1,40}?)(?:: | [-–—] )This(?: is|['’]s) (?=an? )")
# "X, a message broker, is ...", "X (a message broker)"
_BESIDE = re.compile(
    r"^(?:The )?(?P<subject>[A-Z][\w.-]*(?: [A-Z][\w.-]*){0,3})(?:, (?P<article>an?) (?P<rest>[a-z][^,;:()]{3,60}),(?= )| \((?P<other>an?) (?P<said>[a-z][^,;:()]{3,60})\))"
)
_ARE = re.compile(rf"^(?P<subject>.{{2,60}}?)\s+are{_ADVERB}\s+(?:all\s+|both\s+)?(?P<rest>[a-z].+)$", re.S)
_REFERS = re.compile(
    r"^(?:the term )?(?P<subject>.{2,60}?) (?:refers to|means|stands for|describes) (?P<rest>.+)$", re.I | re.S
)
# "Amazon Redshift, data warehouse solution for ..."
_APPOSED = re.compile(r"^(?P<subject>[A-Z][\w.-]*(?: [A-Z][\w.-]*){0,3}), (?:an? )?(?P<rest>[A-Za-z][^,]+)$")
# "Routers with interfaces in several areas are called ABRs (Area Border Routers)".
_CALLED = re.compile(
    r"^(?P<class>[A-Z][a-z-]+?(?: [a-z-]+?){0,2}?s) (?:that|which|with|in|connected|attached|used|without|between|on|for)\b[^.;:]* (?:is|are) called "
    r"(?:the |an? )?(?P<name>[\w-]+(?: [\w-]+){0,3})(?: \([^()]*\))?\.?$"
)
_EXAMPLE = re.compile(r"\W*examples?\s*[:–—-]", re.IGNORECASE)  # "Example: Procedures is the fact table."
_ASKED = re.compile(
    r"^\s*(?:(?:the )?default (?:value|setting)s?|if|when|whether|unless|what|which|how|why|who|where|there|here(?:['’]s)?|not|neither|as|since|because|while|although|by|for|in|on|at|with|to)(?=\s)",
    re.I,
)
# "Developed by a vendor for its platform, X is a runtime": how it came about stands before the subject.
_ORIGIN = re.compile(
    r"^(?:[A-Z][\w ]{2,30}: )?(?:Originally |First |Initially )?[A-Z][a-z]+(?:ed|ilt|ritten) (?:by|in|at|as|from|on|for|with)\b[^,;:.]*, (?=[A-Z`])"
)
_DISCOURSE = re.compile(
    r"(?:In contrast|By contrast|In comparison|Conversely|However|Similarly|Additionally|Also|Moreover|Furthermore|Therefore|Thus|In short|Basically"
    r"|Essentially|Simply put|In general|Generally|On the other hand), (?=\S)"
)
_PRONOUN = re.compile(r"^(?:it|this|this service|the service|they|these)$", re.I)
_EXAMPLES = re.compile(r"\b(?:such as|like|including)\s+")
_AS_A_SERVICE = re.compile(
    r"^(?:[A-Z][A-Za-z]?aaS|[A-Z][a-z]+(?:[- ][A-Za-z]+)?-[Aa]s-(?:[Aa]-)?[Ss]ervice)(?: (?:service|solution|offering|platform))?(?: \([^()]*\))?\W*$"
)
_DEFINES = re.compile(r"definitions?|what (?:is|are) (?:it|they|this)\??|in short|meaning", re.IGNORECASE)
_SHORT_FORM = re.compile(r"\([A-Z][A-Za-z0-9]*[A-Z0-9]\)$")
_PARTS_OR_TEXTS = OF_TEXTS | {"component", "part", "feature", "element", "module", "block", "piece"}
_WITHIN = re.compile(r"\s+(?:of|in|within|on|to|inside)\b")
_ONE_OF_ALL = re.compile(
    r"(?:primary|main|only|first|last|best|default|most|preferred|recommended|central|same)\b", re.I
)
_MOST_USED = re.compile(
    r"most (?:\w+ly )?(?:used|popular|common|known|adopted|deployed) ", re.I
)  # "the most popular message broker"

_NEAR = 8  # items to either side


def read_definitions(scope: Scope) -> Iterator[Classed | Defined | Thing]:
    """Yield the class of each term or topic that its first words give, and of each subject of "X is a Y"."""
    opened: set[int] = set()
    for index, block in scope.blocks(BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.DESCRIPTION, BlockKind.ROW):
        own, plain = scope.topics.introduced[index], block.text.plain
        if _defines_nothing(block, own):
            continue
        topic = own or scope.about(index)
        first = topic is not None and (topic.block not in opened or _opens_definition(scope, index))
        if topic is not None and first and not _is_bare(scope, index):
            opened.add(topic.block)
        said = list(_sentences(scope, index, plain, first))
        yield from said
        yield from _class_alone(scope, index, opened)
        if not said or own is not None:
            yield from opening_class(scope, index, plain, first)


def _opens_definition(scope: Scope, index: int) -> bool:
    """Whether the block is the first one below "Definition" or "What is it?"."""
    above = scope.document.blocks[index].heading
    return index == above + 1 > 0 and bool(_DEFINES.fullmatch(strip_heading(scope.document.blocks[above].text.plain)))


def _defines_nothing(block: Block, own: Topic | None) -> bool:
    if block.info == DESCRIBED or (own is not None and is_adjective(own.name.split()[-1])):
        return True  # the table's columns tell what it defines; "Analytical: OLAP" tells of what stands above
    if any(mark.kind is MarkKind.WIKILINK for mark in block.text.marks) and is_reference(block.text):
        return True
    if any(mark.kind is MarkKind.CODE and mark.end - mark.start >= len(block.text.plain) for mark in block.text.marks):
        return True  # "`cd agent`" is to be typed
    # What is to be done is not yet, and a picture's words define nothing.
    return block.task is not None or any(mark.kind is MarkKind.IMAGE and not mark.start for mark in block.text.marks)


def _is_bare(scope: Scope, index: int) -> bool:
    """Whether the block says nothing of its topic yet: a bare term, "Overview:", or a link to a text."""
    text, lead = scope.document.blocks[index].text, scope.topics.leads[index]
    alone = lead is not None and lead.alone and scope.topics.introduced[index] is not None
    return alone or (lead is None and is_generic(text.plain)) or is_reference(text)


def _class_alone(scope: Scope, index: int, opened: Collection[int]) -> Iterator[Classed]:
    """A block that is nothing but a class: "PaaS" of its topic, a bare term of one that no line has `opened`."""
    about, lead, plain = scope.about(index), scope.topics.leads[index], scope.document.blocks[index].text.plain
    if about is None:
        return
    if _AS_A_SERVICE.match(plain) and stands_below(scope, index, about):
        words = plain.split(maxsplit=1)[0]
        yield Classed(about.ref, words, words, scope.cite(index, _RULE, Confidence.PATTERN, context=about))
    elif scope.topics.introduced[index] is not None and lead is not None and lead.alone and about.block not in opened:
        yield from bare_class(scope, index, about)


def _sentences(scope: Scope, index: int, plain: str, first: bool) -> Iterator[Classed | Defined | Thing]:
    for begin, end in split_sentences(plain):
        comma = plain.find(", ", begin, end) >= 0  # ends both
        origin = (_ORIGIN.match(plain, begin, end) or _DISCOURSE.match(plain, begin, end)) if comma else None
        start = origin.end() if origin else begin
        sentence = plain[start:end].strip()
        if not (_EXAMPLE.match(plain) or _ASKED.match(sentence) or sentence.endswith("?")):
            yield from _told(scope, index, sentence, (start, end), opening=first and start == 0)


def _told(
    scope: Scope, index: int, sentence: str, span: tuple[int, int], *, opening: bool
) -> Iterator[Classed | Defined | Thing]:
    """What a sentence says that something is; `opening` tells that it is the first one on the topic."""
    whole = _with_subject(sentence)
    found = _IS_A.match(whole) or _without_article(whole)
    if found:
        if not _is_of_doing(found["subject"]):
            yield from _is_a(scope, index, found, span, opening=opening)
        return
    short = _ITS_CLASS.match(sentence)
    if short and is_class_abbreviation(short["kind"]):
        yield from _own_class(scope, index, short["kind"], span)
        return
    told = list(_topic_of(scope, index, sentence, span)) if opening else []
    yield from told or _without_is_a(scope, index, sentence, span)


def _is_of_doing(subject: str) -> bool:
    """`Expanding volumes is a slow operation`, but "Open Shortest Path First (OSPF) is a protocol"."""
    return is_task(without_article(subject)) and not _SHORT_FORM.search(subject)


def _own_class(scope: Scope, index: int, kind: str, span: tuple[int, int]) -> Iterator[Classed]:
    """`It's OLAP`: the topic's class by its short form."""
    about = scope.about(index)
    if about is not None and stands_below(scope, index, about):
        yield Classed(about.ref, kind, kind, scope.cite(index, _RULE, Confidence.PATTERN, span=span, context=about))


def _topic_of(scope: Scope, index: int, sentence: str, span: tuple[int, int]) -> Iterator[Classed | Defined]:
    """`X, a message broker, is ...`, `X refers to ...` as the first words on X."""
    about = scope.about(index)
    if about is None:
        return
    apposed = _APPOSED.match(sentence)
    if apposed and fold_words(apposed["subject"])[-1:] == fold_words(about.name)[-1:]:
        kind = class_phrase(apposed["rest"])
        if kind:
            yield Classed(about.ref, kind, kind, scope.cite(index, _RULE, Confidence.PATTERN, span=span, context=about))
            return
    refers = _REFERS.match(sentence)
    if refers and fold_name(bare_subject(refers["subject"])) == fold_name(about.name):
        yield from _beside(scope, index, sentence, span)
        yield _defined(scope, index, about.ref, refers["rest"], span, about)


def _beside(scope: Scope, index: int, sentence: str, span: tuple[int, int]) -> Iterator[Classed]:
    found = _BESIDE.match(sentence)
    kind = class_phrase(f"a {found['rest'] or found['said']}") if found else ""
    if found and kind:
        cite = scope.cite(index, _RULE, Confidence.PATTERN, span=span)
        yield Classed(found["subject"], kind, kind, cite, search=True, names=made_name(found["subject"], code=False))


def _without_is_a(scope: Scope, index: int, sentence: str, span: tuple[int, int]) -> Iterator[Classed]:
    """A class told beside the name, "are called X", "Xs are Ys"."""
    yield from _beside(scope, index, sentence, span)
    called = _CALLED.match(sentence) if " called " in sentence else None
    if called:
        yield _called(scope, index, called, span)
        return
    found = _ARE.match(sentence) if "are" in sentence else None
    if found:
        yield from _are(scope, index, found, span)


def _are(scope: Scope, index: int, found: re.Match[str], span: tuple[int, int]) -> Iterator[Classed]:
    """`Xs are Ys`: of the topic where the text begins so and it is that, else of what the words name."""
    words = class_words(found["rest"])
    if not words.endswith("s") or words.partition(" ")[0].endswith("ing") or NO_CLASS.match(words):
        return
    cite = scope.cite(index, _RULE, Confidence.PATTERN, span=span)
    about, kind = scope.about(index), class_phrase(f"a {singular(words)}") if span[0] == 0 else ""
    if kind and about is not None and is_named(about, found["subject"]):
        yield Classed(about.ref, singular(words), kind, cite)
        return
    listed = _EXAMPLES.split(found["subject"])[-1]
    kind = class_phrase(f"a {singular(words)}")
    names = tuple(listed_names(listed.removeprefix("Both "))) if kind else ()
    several = len(names) > 1
    yield Classed(listed, singular(words), kind if several else "", cite, search=True, names=names if several else ())


def _without_article(sentence: str) -> re.Match[str] | None:
    """`Athena is serverless query service that ...`, as many write who think in another language."""
    found = _IS_BARE.match(sentence)
    kind = class_phrase(found["rest"], within=True) if found else ""
    told = " " in kind and kind.rpartition(" ")[2].casefold() in _TELLING
    return found if told else None


def _with_subject(sentence: str) -> str:
    """The sentence with the pronoun that it begins with, written out or left out: "It's a", "Acts as a", "Used as a"."""
    its, of_term = _ITS.match(sentence), _OF_TERM.match(sentence)
    if of_term:
        return f"{of_term['term']} is {sentence[of_term.end() :]}"
    if its:
        return f"{its[1]} is{sentence[its.end() :]}"
    left_out = _LEFT_OUT.match(sentence)
    if not left_out:
        return sentence
    return f"It is {sentence[left_out.end() :]}" if left_out[0] else f"It {sentence[0].lower()}{sentence[1:]}"


def _called(scope: Scope, index: int, called: re.Match[str], span: tuple[int, int]) -> Classed:
    """`Routers connected to X are called backbone routers`: a kind of them, and a name where it is written like one."""
    kind, name = singular(called["class"]), called["name"]
    named_so = name.casefold().endswith(f" {called['class'].casefold()}")
    names = (singular(name),) if named_so else made_name(name, code=False)
    cite = scope.cite(index, _RULE, Confidence.PATTERN, span=span)
    return Classed(name, kind, class_phrase(f"a {kind}"), cite, search=True, names=names)


def _is_a(
    scope: Scope, index: int, found: re.Match[str], span: tuple[int, int], *, opening: bool
) -> Iterator[Classed | Defined | Thing]:
    """The class and the definition that `X is a Y` gives to its topic or, where it has none, to what X names."""
    above = scope.about(index) if opening else None
    rest, article = _predicate(found)
    kind, words = class_phrase(rest, within=True), class_words(rest)
    subject = bare_subject(found["subject"])
    if article == "the" and _ONE_OF_ALL.match(words):
        return  # "the primary mechanism to do so"
    if article == "the" and not kind:
        if above is not None and is_named(above, subject):
            yield _defined(scope, index, above.ref, f"the {rest}", span, above)
        return  # "the cause of", "the first": one of its kind, no class
    if article == "one of the":
        words = singular(words)
        if words.rpartition(" ")[2].casefold() in _PARTS_OR_TEXTS:
            return  # "one of the main components of X"
        kind = class_phrase(words, within=True)
    words = _class_name(words, kind, rest)
    topic = _topic_meant(scope, index, found["subject"], span, above)
    if topic is not None:
        defined = _defined(scope, index, topic.ref, rest, span, None if topic.block == index else topic)
        yield Classed(topic.ref, words, kind, defined.cite)
        yield defined
    elif not _PRONOUN.match(subject):  # which is of what was said last
        yield from _is_a_by_name(scope, index, found, span, (words, kind))


def _predicate(found: re.Match[str]) -> tuple[str, str]:
    """What follows the verb, and its article: "the most used broker" is a broker."""
    article = (found["article"] or "").casefold()
    most = _MOST_USED.match(found["rest"]) if article in ("the", "one of the") else None
    if not most:
        return found["rest"], article
    return found["rest"][most.end() :], "a" if article == "the" else article


def _class_name(words: str, kind: str, rest: str) -> str:
    """The words of a class; "a node within a billing account" is no node of a cluster."""
    return "" if not kind and " " not in words and _WITHIN.match(rest[len(words) :]) else words


def _topic_meant(scope: Scope, index: int, written: str, span: tuple[int, int], above: Topic | None) -> Topic | None:
    """What the subject as it is written stands for: the line's own term, the topic above, or what a list of remarks is on."""
    subject, lead = bare_subject(written), scope.topics.introduced[index] if span[0] == 0 else None
    if lead is not None and _is_of_lead(scope, index, written, subject):
        return lead
    pronoun = bool(_PRONOUN.match(subject))
    if above is not None and (pronoun or is_named(above, subject)):
        return above
    return _told_in_list(scope, index, span) if pronoun else None


def _told_in_list(scope: Scope, index: int, span: tuple[int, int]) -> Topic | None:
    """The thing that an item in a list of remarks begins with "It's a" on."""
    block, about = scope.document.blocks[index], scope.about(index)
    if about is None or span[0] or block.kind is not BlockKind.ITEM or block.parent >= 0:
        return None
    if _LEFT_OUT.match(block.text.plain):
        return None  # "Used as a means of" is said of what was told last
    named = any(scope.topics.introduced[i] is not None for i in scope.beside(index, _NEAR))
    return about if not named and stands_below(scope, index, about) else None


def _is_a_by_name(
    scope: Scope, index: int, found: re.Match[str], span: tuple[int, int], told: tuple[str, str]
) -> Iterator[Classed | Defined | Thing]:
    """The same of whatever the subject names, a known thing or one that the sentence makes known; `told`: class, its phrase."""
    subject, (words, kind) = bare_subject(found["subject"]), told
    cite = scope.cite(index, _RULE, Confidence.PATTERN, span=span)
    coined = coined_name(found, subject, words, scope.about(index)) if span[0] == 0 else ""
    if coined:
        yield Thing(coined, "", "", cite)
    written = (coined,) if coined else made_name(subject, code=is_set_off(scope.document.blocks[index].text, subject))
    names = written if kind or is_own_kind(subject, words) else ()
    yield Classed(subject, words, kind, cite, search=True, names=names)
    if kind or coined:
        yield Defined(without_article(subject), found["rest"].rstrip(" ."), cite, search=True)


def _is_of_lead(scope: Scope, index: int, words: str, subject: str) -> bool:
    """Whether the sentence is of the term that the text leads with: its name or, behind it, a pronoun ("API server: It is")."""
    lead = scope.topics.leads[index]
    return lead is not None and (
        (lead.end >= len(words) and bool(subject)) or bool(_PRONOUN.match(subject) and lead.rest)
    )


def _defined(scope: Scope, index: int, ref: str, said: str, span: tuple[int, int], context: Topic | None) -> Defined:
    return Defined(ref, said.rstrip(" ."), scope.cite(index, _RULE, Confidence.PATTERN, span=span, context=context))
