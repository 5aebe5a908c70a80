"""Sentences that state a relation, by a small pattern grammar over clauses.

    clause   = [subject words] [not] verb object words
    subject  = the known name nearest before the verb, else the topic when nothing or a pronoun stands there
    object   = the known names in the words after the verb, up to the clause's end

Which names are known is decided over all notes, so a claim keeps both stretches of words. A negated, asked or
conditional clause gives no relation, and neither does an example.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from graph.model import Confidence
from graph.names import fold_name
from graph.relation_types import RelationType
from graph.sentences import split_sentences
from ingest.claims import Related
from ingest.class_phrases import class_phrase
from ingest.clause_ends import addresses_reader
from ingest.document import Block, BlockKind, MarkKind, Text
from ingest.english import CLASS_NOUNS, GENERIC_HEADINGS, QUALIFIED, STATING_VERBS
from ingest.membership import is_whole, says_of_text, stands_below
from ingest.node_names import clean_name, is_name
from ingest.rules.links import named_relation
from ingest.scope import Scope
from ingest.topics import Topic, is_reference

__all__ = ["read_sentences"]

_RULE = "sentence"
_INVERSE = "<"  # the object is the relation's source: "is used by", "consists of"
_ADVERB = r"(?:\w+ly |often |also |sometimes |still )?"
_VERBS: tuple[tuple[str, str, str], ...] = (
    (
        RelationType.USES,
        _INVERSE,
        rf"(?:is|are) {_ADVERB}(?:used|employed|seen|found|implemented|adopted|leveraged) (?:in|by)(?! (?:a |the )?(?:case|order|production|practice|general|conjunction|combination|addition))",
    ),
    (
        RelationType.PART_OF,
        _INVERSE,
        r"contains|encapsulates|hosts|(?:is|are) (?:a |the name given to a )?(?:collection|set|group|combination) of|consists? of|comprises?|(?:is|are) (?:composed|comprised|made up) of"
        r"|(?:is|are) (?:\w+ly )?(?:divided|split|broken down|organi[sz]ed|separated|partitioned) into",
    ),
    (
        RelationType.OPTION_OF,
        _INVERSE,
        r"can be (?:either )?(?=(?:an? |the )?(?-i:[A-Z])[^.;]*(?:,| or ))|(?:is|are) either",
    ),
    (
        RelationType.INTEGRATES_WITH,
        "integrates with",
        r"integrat(?:es?|ed|ing|ion) with|works? (?:together )?with|interoperates? with|(?:(?:is|are) )?(?:\w+ly |also )?compatible with",
    ),
    (RelationType.PART_OF, "part of", r"(?:is|are) (?:a |an )?(?:part|feature|component|module|subset|capability) of"),
    (
        RelationType.USES,
        "built on",
        r"(?:(?:is|are) )?built on(?: top of)?|sits? on top of|runs? on(?: top of)?|(?:is|are) based on",
    ),
    (
        RelationType.USES,
        "backed by",
        r"(?:is|are) (?:backed|powered|protected|encrypted) (?:by|with|using)|(?:backed|powered) by"
        r"|(?:is|are|it['’]s) (?:\w+ly )?(?:done|handled|managed|implemented|provided|performed|controlled) (?:via|through|using)"
        r"|encrypts? (?:\w+ ){0,3}(?:with|using)",
    ),
    (RelationType.USES, "triggers", r"(?:can )?(?:triggers?|invokes?|calls?|executes?|instructs|notifies)"),
    (RelationType.USES, "routes to", r"(?:distributes?|routes?|forwards?|directs?) (?:\w+ ){0,4}(?:to|across)"),
    (RelationType.USES, "creates", r"creates|provisions"),
    (RelationType.USES, "communicates with", r"(?:communicates?|talks?|interacts?) (?:directly )?(?:with|to|through)"),
    (RelationType.USES, "monitors", r"(?:monitors|watches|scrapes|polls|queries)"),
    (RelationType.USES, "extends", r"extends|wraps|combines|orchestrates"),
    (RelationType.USES, "deploys to", r"(?:deploys?|deployments?)\b[^.;]{0,40}?\bto"),
    (
        RelationType.USES,
        "stores in",
        r"stores? (?:its |their |the |all )?(?:\w+ ){0,4}(?:in|on)|(?:is|are) stored (?:in|on)",
    ),
    (
        RelationType.USES,
        "writes to",
        r"(?:writes?|sends?|publishes|streams?|exports?|delivers?) (?:\w+ ){0,4}(?:in)?to",
    ),
    (RelationType.USES, "reads from", r"(?:reads?|pulls?|consumes?|receives?) (?:\w+ ){0,3}from|subscribes? to"),
    (RelationType.USES, "depends on", r"depends? on|depending on|rel(?:y|ies|ying) on"),
    (RelationType.USES, "requires", r"(?:requires?|needs?)(?! to\b| you\b)"),
    (RelationType.USES, "supports", r"supports?(?: for)?"),
    (RelationType.USES, "manages", r"(?:provides?|manages?) managed instances of"),
    (
        RelationType.USES,
        "uses",
        r"uses?(?! (?:of|for|when|if|in)\b)|using|utili[sz]es?|leverages?|employs?|makes use of",
    ),
)
_VERB = re.compile("|".join(rf"(?P<v{i}>(?:{words})\b)" for i, (_, _, words) in enumerate(_VERBS)), re.IGNORECASE)
# The words that a verb of the vocabulary can begin with: the grammar is tried at these places only.
_FIRST_WORDS = re.compile(
    r"integrat(?:es?|ed|ing|ion)|works?|interoperates?|compatible|fully|is|are|it|built|backed|powered|consists?|comprises?|can|runs?|encrypts?|triggers?|invokes?"
    r"|calls?|executes?|distributes?|routes?|forwards?|directs?|creates|provisions|deploy(?:s|ments?)?|stores?|writes?|sends?"
    r"|publishes|streams?|exports?|delivers?|reads?|pulls?|consumes?|receives?|subscribes?|depend(?:s|ing)?|rel(?:y|ies|ying)"
    r"|requires?|needs?|supports?|provides?|manages?|communicates?|talks?|interacts?|instructs|notifies|contains|encapsulates|hosts|monitors|watches|scrapes|polls|queries"
    r"|extends|wraps|combines|orchestrates|sits?|uses?|using|utili[sz]es?|leverages?|employs?|makes",
    re.IGNORECASE,
)
_WORD = re.compile(r"\w+")
_NOUN_BEFORE = re.compile(r"\b(?:the|a|an|its|their|your|in|of|no|for|any|common|main)\s*$", re.I)  # "the use of"
# A verb without an ending is one at the clause's beginning, behind a plural or an auxiliary; else it is a noun.
_BASE = re.compile(r"(?:store|write|send|read|pull|stream|export|call|trigger|use|need|support|route|direct)\b", re.I)
_BEFORE_BASE = re.compile(
    r"(?:^|[,:;(]|[^s]s|\b(?:to|can|will|must|should|may|might|could|would|and|or|not|you|we|they|that|which|also|then"
    r"|practice|always|only|directly|automatically))\s*$",
    re.I,
)
_TOLD = (
    "use",
    "leverage",
    "employ",
    "utilize",
    "utilise",
)  # "Use B for that" tells the reader; the topic need not use B
_NOUNS_TOO = ("use", "uses", "needs", "calls", "triggers")
# "Native support for X": what has it is left out.
_NOUN = re.compile(r"integration with|support for", re.I)
_ADJECTIVES = re.compile(
    r"(?:(?:native|built-in|direct|seamless|full|real-time|deep|tight|easy|first-class|automatic|good|great|\w+ly)(?:,? |$))+",
    re.I,
)
_COUNTED = re.compile(
    r"^\s*(?:the following|(?:the )?(?:two|three|four|five|six|seven|eight|\d|several|various)) [^:;.,()]{0,40}:\s+(?=\S)",
    re.I,
)
_INSTEAD = re.compile(r"\b(?:instead of|rather than|in place of|other than|as opposed to)\s*$", re.I)
_INFINITIVE = re.compile(r"\bto\s*(?:\w+ (?:and|or)\s*)?$", re.I)
_NEGATION = re.compile(
    r"\b(?:not|no longer|never|cannot|can't|don't|doesn't|isn't|aren't|won't|without|unable to|nor)\b|n't\b", re.I
)
_CONDITION = re.compile(
    r"^\s*(?:if|unless|whether|when(?:ever)?|suppose|assume|imagine|e\.g\.|for example|for instance|how|why|what|which|who|where|do|does|can|should|is|are)\b",
    re.I,
)
_OBJECT_END = re.compile(
    r"(?<!\s)\s+(?:that|which|who|so|because|if|but|while|where|when|before|after|unless|without|instead|rather|than|until|whether|though|by|via)\b"
    r"|[;:!?]|\.\s|\((?:via|by|through|using)\b|(?<!\s)\s+[-–—]\s+|(?<!\s)\s+(?:can|will|must|should|is|are|was|were)\s",
    re.IGNORECASE,
)
_ENABLED = re.compile(r"\b(?:allows?|lets?|enables?|helps?|configure[sd]?|able|ability)\b[^.,;]*\bto\s*$", re.I)
# A line that begins with one of these tells the reader what to do, or says only how something is done.
_TELLS = re.compile(
    r"(?:using|depending|relying|call|trigger|invoke|execute|deploy|route|distribute|direct|read)\b", re.I
)
_ADVISES = re.compile(r"(?:use|require|need)\b", re.I)  # of the topic only in so few words that nothing else is said
_TOOL = re.compile(r"[a-z][a-z-]{2,}")
_SHORT = 6
_FAR = 400  # characters before a verb that are looked through for its subject
_YOUR = re.compile(r"\byour?\b", re.I)
_OWN_SUBJECT = re.compile(r"[\d_(>]")  # "avg_over_time() works with": a name that nothing else knows
_LETS = re.compile(r"^(?:allows?|lets?|enables?|helps?)(?: (?:you|users|us|one|them))?(?: to)?$", re.I)
_PRONOUN = re.compile(
    r"^(?:(?:it|they|(?:this|that|these)(?: (?:approach|service|system|method|technique|strategy|pattern|model))?|these|which"
    r"|the service)(?: (?:can|also|will|\w+ly))*|also|can(?: also)?|and|or|\w+ly)?$",
    re.I,
)
_PARTICIPLE = re.compile(r"(?:built|backed|powered)\b", re.I)
_STORED = re.compile(r"(?:is|are) (?:stored|encrypted|protected|backed|written)\b", re.I)
_CLAUSE = re.compile(r"[,;]\s+|\s[-–—]\s")
_CONJUNCTION = re.compile(r"\b(?:and|or|but|also|then|which|that|can|will)\b", re.I)
_PHRASE_END = re.compile(
    r"(?<!\s)\s+(?:for|to|in|on|at|by|with|as|from|of|during|via|and|or|per|under|over)\s|,|\(|\.$", re.I
)
_PLAIN_USE = ("uses", "use")
_PROPER = r"[A-Z][\w.+#-]*(?: (?:[A-Z][\w.+#-]*|\d+(?:\.\d+)*)){0,3}"
_PROPER_LIST = re.compile(
    rf"(?:(?:the|an?|your|own|its|their) )*({_PROPER}(?:(?:, (?:and |or )?| and | or ){_PROPER}){{0,7}})(?=[\s,.;:)]|$)"
)
_EXAMPLES = re.compile(r"\b(?:including|such as|like)[,:]? ")
_LIST_SEPARATOR = re.compile(r", (?:and |or )?| and | or ")
_FIRST_WORD = re.compile(r"^(?:an?|the|its|their|your|any|some)\s+", re.I)


def read_sentences(scope: Scope) -> Iterator[Related]:
    """Yield a claim for each verb of the vocabulary in a plain statement."""
    for index, block in scope.blocks(BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.DESCRIPTION):
        if any(named_relation(block, mark) for mark in block.text.marks) or is_reference(block.text):
            continue  # the author has named the relation, or the words are another text's title
        plain = _with_capitals(block.text)
        for start, end in split_sentences(plain):
            yield from _statement(scope, index, plain, start, end)


def _with_capitals(text: Text) -> str:
    """The text with a capital for each word in code: however it is written, it names something there."""
    plain = text.plain
    for mark in text.marks:
        if mark.kind is MarkKind.CODE and _TOOL.fullmatch(plain, mark.start, mark.end):
            plain = plain[: mark.start] + plain[mark.start].upper() + plain[mark.start + 1 :]
    return plain


@lru_cache(maxsize=50_000)
def _may_begin(word: str) -> bool:
    return _FIRST_WORDS.fullmatch(word) is not None


def _verbs(sentence: str, start: int) -> Iterator[re.Match[str]]:
    """Yield the verbs of the vocabulary, left to right, without overlaps."""
    end = start
    for word in _WORD.finditer(sentence, start):
        if word.start() >= end and _may_begin(word[0]):
            found = _VERB.match(sentence, word.start())
            if found:
                end = found.end()
                yield found


def _statement(scope: Scope, index: int, plain: str, start: int, end: int) -> Iterator[Related]:
    sentence = plain[start:end]
    if sentence.rstrip().endswith("?") or _CONDITION.match(sentence) or _announces(scope, index, start, end):
        return
    lead = scope.topics.leads[index]
    offset = max(0, lead.rest - start) if lead and not lead.alone and start < lead.rest < end else 0
    topic = _acting(scope.topics.introduced[index]) if lead and (offset or start >= lead.rest) else None
    about = topic or _acting(scope.about(index))
    for found in _verbs(sentence, offset):
        before, target = _subject(sentence[offset : found.start()], found[0]), _object(sentence[found.end() :])
        if (
            len(before) > _FAR
            or not _states(before, found[0], target)
            or _tells(scope, index, before, (start + found.start(), start + found.end()))
        ):
            continue
        kind, phrase = next((k, p) for i, (k, p, _) in enumerate(_VERBS) if found[f"v{i}"] is not None)
        said = " ".join(found[0].casefold().split())
        own = (bool(offset) and _ends_in_class(before)) or _carries(
            scope, index, before, (start + found.start(), start + found.end()), about
        )
        source = about.ref if own and about else before.strip()
        if not source or (own and not about):
            continue
        cite = scope.cite(index, _RULE, Confidence.PATTERN, span=(start, end), context=about if own else None)
        words = phrase if kind != RelationType.USES or phrase != "uses" else "uses"
        fallback = _capitalised(target) or (_noun_phrase(target) if said in _PLAIN_USE and own else ())
        lacking = (
            _lacks_subject(sentence[offset:], before) or _is_passive(found[0], before) or _is_class(found[0], before)
        )
        below = topic is not None or (about is not None and stands_below(scope, index, about))
        inverse = phrase == _INVERSE
        topic_ref = about.ref if about and not own and lacking and below and not inverse else ""
        yield Related(
            source,
            kind,
            kind.replace("_", " ") if inverse else words,
            target,
            cite,
            search=True,
            fallback=() if inverse else fallback,
            source_search=not own,
            topic=topic_ref,
            inverse=inverse,
        )


def _announces(scope: Scope, index: int, start: int, end: int) -> bool:
    """A line that ends in a colon says something only of what follows, but "X supports **Y**:" names a marked thing."""
    text = scope.document.blocks[index].text
    said = text.plain[start:end].rstrip()
    last = start + len(said) - 1
    return said.endswith(":") and not any(
        mark.end == last and mark.kind is MarkKind.STRONG and mark.start > start for mark in text.marks
    )


def _acting(above: Topic | None) -> Topic | None:
    """What stands above, where it is a thing that can do something: "Interview with a user" does not store data."""
    if above is None or not is_whole(above.name) or says_of_text(above.name):
        return None
    last = above.name.split()[-1].casefold()
    return None if last in GENERIC_HEADINGS or last in QUALIFIED else above


def _subject(before: str, verb: str) -> str:
    """The words of the verb's own clause; what only goes on ("..., and") keeps the subject of the clause before."""
    if _NOUN.fullmatch(verb):
        return before
    clause = _CLAUSE.split(before[-_FAR:])[-1]
    return clause if _CONJUNCTION.sub("", clause).strip() else before


def _carries(scope: Scope, index: int, before: str, verb: tuple[int, int], about: Topic | None) -> bool:
    """Whether the topic is the subject: its name or a pronoun stands there, or the line begins with the verb."""
    said = before.strip()
    block = scope.document.blocks[index]
    words = block.text.plain[slice(*verb)]
    if said.endswith(":"):
        return bool(_ADVISES.match(words)) and len(block.text.plain.split()) <= 2 * _SHORT
    if said:
        if _NOUN.fullmatch(words):
            return bool(_ADJECTIVES.fullmatch(said))
        return bool(_PRONOUN.match(said) or _LETS.match(said)) or _names_topic(before, about)
    if _TELLS.match(words) or block.info == "ordered" or _instructs(block, words):
        return False
    return not _ADVISES.match(words) or _is_marked(block, verb[1]) or len(block.text.plain.split()) <= _SHORT


def _instructs(block: Block, verb: str) -> bool:
    """`Write an item to the table`: a verb without an ending tells what to do, but in an item that speaks to nobody."""
    return bool(_BASE.match(verb)) and (block.kind is not BlockKind.ITEM or bool(_YOUR.search(block.text.plain)))


def _is_marked(block: Block, end: int) -> bool:
    """Whether the author stresses what follows the verb."""
    return any(0 <= mark.start - end <= 1 for mark in block.text.marks if mark.kind is MarkKind.STRONG)


def _names_topic(before: str, about: Topic | None) -> bool:
    return about is not None and fold_name(_FIRST_WORD.sub("", before.strip())) == fold_name(about.name)


def _tells(scope: Scope, index: int, before: str, verb: tuple[int, int]) -> bool:
    """Whether the reader is told to use something ("Use B for that"): the topic need not. What is marked is meant for it."""
    block = scope.document.blocks[index]
    told = block.text.plain[slice(*verb)].casefold() in _TOLD
    return not before.strip() and told and not _is_marked(block, verb[1])


def _states(before: str, verb: str, target: str) -> bool:
    """Whether the words are a verb with an object, and the clause says that it is so."""
    if _NOUN.fullmatch(verb) and not _ADJECTIVES.fullmatch(before.strip() or "full") and before.islower():
        return False  # "removed support for", "key limitations of the integration with"
    if not target or _NEGATION.search(before[-40:]) or _NEGATION.match(target):
        return False
    if _INSTEAD.search(before) or addresses_reader(verb):
        return False  # "directs you to"
    if _INFINITIVE.search(before) and not _ENABLED.search(before):
        return False
    if _BASE.match(verb) and not _BEFORE_BASE.search(before) and not _NOUN.fullmatch(verb):
        return False
    return not (_NOUN_BEFORE.search(before) and verb.casefold() in _NOUNS_TOO)


def _is_passive(verb: str, before: str) -> bool:
    """`Files are stored in Buckets`: what a topic's goods are done to, the topic does."""
    return bool(_STORED.match(verb)) and len(before.split()) <= 2 and before[1:].islower()


def _is_class(verb: str, before: str) -> bool:
    """`Managed service built on Spark` says what the topic is, and on what it is built."""
    return bool(_PARTICIPLE.match(verb)) and _ends_in_class(before)


def _ends_in_class(before: str) -> bool:
    words = before.split()
    return 0 < len(words) <= _SHORT and before[1:].islower() and words[-1].casefold() in CLASS_NOUNS


def _lacks_subject(sentence: str, before: str) -> bool:
    """Notes leave out the subject: "supports ...", "deployment service that ...", "Best practice: use ..."."""
    if addresses_reader(before) or _OWN_SUBJECT.search(before):
        return False
    return (
        sentence[:1].islower() or sentence.partition(" ")[0].casefold() in STATING_VERBS or bool(class_phrase(sentence))
    )


def _object(rest: str) -> str:
    """The words behind the verb up to the clause's end; "two parts: A and B" names them behind the colon."""
    rest = _COUNTED.sub(" ", rest)
    stop = _OBJECT_END.search(rest)
    return rest[: stop.start() if stop else len(rest)].strip(" .")[:300]


def _capitalised(target: str) -> tuple[str, ...]:
    """Proper names at the beginning of the object, one or a list: "Chef and Puppet", "REST and WebSocket APIs"."""
    examples = _EXAMPLES.search(target)
    found = _PROPER_LIST.match(target, examples.end() if examples else 0) or _PROPER_LIST.match(target)
    names = [clean_name(name) for name in _LIST_SEPARATOR.split(found[1])] if found else []
    return tuple(name for name in names if is_name(name) and len(name) > 2)


def _noun_phrase(target: str) -> tuple[str, ...]:
    """A short noun phrase is a name of its own where nothing in it is known: "uses optimistic concurrency control"."""
    phrase = _FIRST_WORD.sub("", target.strip())
    stop = _PHRASE_END.search(phrase)
    name = clean_name(phrase[: stop.start()] if stop else phrase)
    return (name,) if 2 <= len(name.split()) <= 4 and is_name(name) else ()
