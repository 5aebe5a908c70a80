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
from dataclasses import dataclass

from graph.model import Confidence
from graph.names import fold_name
from graph.relation_types import RelationType
from graph.sentences import split_sentences
from ingest.acting_topic import (
    acting_topic,
    carries_topic,
    names_another,
    names_others,
    tells_reader,
    with_means,
    with_what,
)
from ingest.claims import Related
from ingest.class_phrases import class_phrase
from ingest.clause_ends import addresses_reader
from ingest.clause_objects import capitalised, noun_phrase, object_words, several
from ingest.document import BlockKind, MarkKind
from ingest.english import CLASS_NOUNS, DETERMINERS, IMPERATIVES, STATING_VERBS, TASK_VERBS
from ingest.lead_links import leads_to_text
from ingest.lead_terms import Lead
from ingest.marked_capitals import as_name, with_capitals
from ingest.membership import stands_below
from ingest.name_weight import names_several
from ingest.node_names import is_name
from ingest.references import is_reference
from ingest.relation_verbs import BASE_FORM, INVERSE, PRAISING, VERBAL_NOUN, find_verbs, relation_of
from ingest.rules.links import named_relation
from ingest.scope import Scope
from ingest.topics import Topic

__all__ = ["read_sentences"]

_RULE = "sentence"
_NOUN_BEFORE = re.compile(r"\b(?:the|a|an|its|their|your|in|of|no|for|any|common|main)\s*$", re.I)  # "the use of"
_BEFORE_BASE = re.compile(
    r"(?:^|[,:;(]|(?<![Tt]hi)(?<=[^s])s|\b(?:to|can|will|must|should|may|might|could|would|and|or|not|you|we|they|that|which|also|then"
    r"|practice|always|only|directly|automatically))\s*$",
    re.I,
)
_NOUNS_TOO = ("use", "uses", "needs", "calls", "triggers")
# "Native support for X": what has it is left out.
_CAPITAL = re.compile(r"[A-Z\d]")
_OFFERS = re.compile(r"(?:Provides|Allows|Supports|Offers|Has|Enables|Gives|Includes|Features|With)\b")
_WHEN = re.compile(r"\b(?:when|if|while|unless|before|after)\s*$", re.I)
_INSTEAD = re.compile(r"\b(?:instead of|rather than|in place of|other than|as opposed to)\s*$", re.I)
_INFINITIVE = re.compile(r"\bto\s*(?:\w+ (?:and|or)\s*)?$", re.I)
_NEGATION = re.compile(
    r"\b(?:not|no longer|never|cannot|can't|don't|doesn't|isn't|aren't|won't|without|unable to|nor)\b|n't\b", re.I
)
_CONDITION = re.compile(
    r"^\s*(?:if|unless|whether|when(?:ever)?|suppose|assume|imagine|e\.g\.|for example|for instance|in (?:this|the following|the above|our) example|how|why|what|which|who|where|do|does|should|use[- ]cases?"
    r"|(?:can|is|are)(?= (?:you|i|we|it|they|there|this|that|these|the|your|my|any|one|an?)\b))\b",
    re.I,
)
_ENABLED = re.compile(r"\b(?:allows?|lets?|enables?|helps?|configure[sd]?|able|ability)\b[^.,;]*\bto\s*$", re.I)
_EXAMPLE = re.compile(r"\W*(?:examples?|demo|sample)\b", re.I)
_CONSISTS = re.compile(
    r"consists? of|(?:comes?|ships) (?:\w+ly )?(?:bundled )?with|comprises?|(?:is|are) (?:made up|composed|comprised) of"
    r"|(?:is|are|can be) (?:\w+ly |further )?(?:sub)?(?:divided|split|broken (?:down|up)|partitioned|segmented)\b",
    re.I,
)
# "ships with a `session` guard": the part is what follows the name
_ADAPTS = re.compile(
    r"(?:an? |the )?[A-Z][\w.+#-]*(?: [A-Z][\w.+#-]*)* (?!and\b|or\b|for\b|as\b|in\b|to\b|that\b|which\b|on\b)[a-z]"
)
# "Kafka records consist of ...": the name only says whose they are; "A Kafka cluster" is the whole.
_OF_NAMED = re.compile(
    r"\b(?!(?:Each|Every|The|An?|All|Some|Most|Your)\b)[A-Z][\w.+#-]* (?:[a-z-]+ )*(?!(?:clusters?|systems?|architectures?|platforms?|environments?|networks?|deployments?|stacks?|can|may) )[a-z-]+ $"
)
# "A topic is divided into partitions" means the thing of that name.
_ONE = re.compile(r"^(?:An?|Each|Every) ([a-z]{3,})(?: (?:can|may))?$")
_SHORT = 6
_FINITE = (STATING_VERBS | {"is", "talks"}) - {"automatically", "uses", "can"}
_PRONOUNS = frozenset(["it", "they", "which", "that", "this", "also", "and", "data", "logs"])
_EACH = frozenset(["each", "every", "all", "some", "most", "many", "any", "both", "no"])
_NEAR = 40  # characters before a verb in which a negation is its own
_FAR = 400  # characters before a verb that are looked through for its subject
_TELLS_WHAT = re.compile(r"(?:it(?: is|['’]s)|an?|the)\b", re.I)
_OWN_SUBJECT = re.compile(r"[\d_(>]")  # "avg_over_time() works with": a name that nothing else knows
_REFERS = re.compile(r"(?:it|they)\b", re.I)
_PARTICIPLE = re.compile(r"(?:built|backed|powered|running|on top)\b", re.I)
_BEFORE_PARTICIPLE = re.compile(r"\b(?:is|are|be|been|was|were|and|\w+ly)\s*$", re.I)
_IF = re.compile(r"\bif (?:you|your|the|an?|it|they)\b[^,;]*$", re.I)
_IS = re.compile(r"\b(?:is|are)\s*$")
_IS_ONE = re.compile(r"[^,.;:]{2,40} (?:is|are) an? [^.;:]*$")
_STORED = re.compile(
    r"(?:is|are|(?:can )?be) (?:stored|kept|saved|persisted|controlled|encrypted|protected|backed|written|sent|published|streamed|exported|delivered"
    r"|accessed|monitored|secured|authenticated)\b",
    re.I,
)
# "Data is replicated three times in the region using X"
_ACTOR = re.compile(r"(?:The |An? )?([A-Z][\w+.-]*(?: [A-Z][\w+.-]*){0,3}) (?=[a-z])")
_GOODS_DONE = re.compile(
    r"(?!(?:It|This|They|That|There|These)\b)(?:All |The |An? )?[A-Z]?[a-z]+(?: [a-z]+)? (?:is|are|can be|gets?) (?:\w+ly |first |then |also )?[a-z]+ed\b(?! by\b)[^,;:]*$"
)
_AUXILIARIES = re.compile(r"(?: (?:can|may|could|will|also|then))+ *$")
# "Authentication is done via X": whose it is stands above, whatever the section is called.
_DONE = re.compile(
    r"(?:is|are|it['’]s) (?:\w+ly )?(?:done|handled|managed|implemented|performed|controlled|taken care of) ", re.I
)
# "Integration with X would have helped" says nothing of who has it.
_IS_SUBJECT = re.compile(
    r"(?<=\w) (?:would|could|should|might|may|was|were|has|had|lets|allows|enables|means|requires|makes)\b"
)
_RELATIVE = re.compile(r" (?:that|which)(?: (?:is|are|can|also))*\s*$")
_SUBJECT = re.compile(r"(?:The )?((?:[A-Z][\w-]*\s?){2,4}?)(?: (?:can|may|will|also|\w+ly))*")
_LONG = 10  # words before "is done via" that name nothing
_CLAUSE = re.compile(r"[,;]\s+|\s[-–—]\s")
_CONJUNCTION = re.compile(r"\b(?:and|or|but|also|then|which|that|can|will|\w+ly)\b", re.I)
_PLAIN_USE = ("uses", "use", "relies on", "rely on")


def read_sentences(scope: Scope) -> Iterator[Related]:
    """Yield a claim for each verb of the vocabulary in a plain statement."""
    for index, block in scope.blocks(BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.DESCRIPTION):
        if any(named_relation(block, mark) for mark in block.text.marks) or is_reference(block.text):
            continue  # the author has named the relation, or the words are another text's title
        plain = with_capitals(block.text, MarkKind.CODE)
        for start, end in split_sentences(plain):
            yield from _statement(scope, index, plain, start, end)


@dataclass(frozen=True, slots=True)
class _Sentence:
    """One sentence of a block: `plain[start:end]`, what of it stands behind a lead, and whose it is where it names nobody."""

    scope: Scope
    index: int
    start: int
    end: int
    said: str
    topic: Topic | None
    about: Topic | None

    def place(self, found: re.Match[str]) -> tuple[int, int]:
        """Where a match in `said` stands in the block's text."""
        first = self.end - len(self.said)
        return first + found.start(), first + found.end()


def _statement(scope: Scope, index: int, plain: str, start: int, end: int) -> Iterator[Related]:
    sentence = plain[start:end]
    if sentence.rstrip().endswith("?") or _CONDITION.match(sentence) or _announces(scope, index, start, end):
        return
    lead = scope.topics.leads[index]
    offset = scope.behind_lead(index, start, end)
    verbs = find_verbs(sentence[offset:], 0)
    if not verbs:
        return
    behind = lead if lead and (offset or start >= lead.rest) else None
    introduced = scope.topics.introduced[index] if behind else None
    topic = acting_topic(scope, introduced)
    several = introduced is not None and names_several(introduced.name)
    apart = several or (behind is not None and _is_linked(scope, index, behind))
    above = None if apart else acting_topic(scope, scope.about(index))
    of = _Sentence(scope, index, start, end, sentence[offset:], topic, topic or above)
    for found in verbs:
        before, target = _subject(of.said[: found.start()], found[0]), object_words(of.said[found.end() :])
        if (
            len(before) > _FAR
            or (VERBAL_NOUN.fullmatch(found[0]) and _IS_SUBJECT.search(of.said, found.end()))
            or not _states(before, found[0], target)
            or tells_reader(scope, index, before, of.place(found))
        ):
            continue
        own = (bool(offset) and _ends_in_class(before)) or carries_topic(
            scope, index, before, of.place(found), of.about
        )
        if (
            own
            and _REFERS.match(before.strip())
            and (
                (start > (lead.rest if lead else 0) and names_another(scope, index, start, of.about))
                or names_others(plain[: of.place(found)[0] - len(before)], before, of.about)
            )
        ):
            continue  # "Chef and Puppet are tools. They work with EC2"
        if own and (of.about is None or _in_example(scope, index, of.about)):
            continue
        if own or before.strip():
            yield _claim(of, found, before, target, own=own)


def _is_linked(scope: Scope, index: int, lead: Lead) -> bool:
    """Whether a line leads with a link to something else than its topic: what it says of that is not the topic's."""
    about = scope.about(index)
    own = about is not None and fold_name(about.name) == fold_name(lead.name)
    return not own and leads_to_text(scope.document.blocks[index], lead)


def _claim(of: _Sentence, found: re.Match[str], before: str, target: str, *, own: bool) -> Related:
    kind, phrase = relation_of(found)
    inverse = phrase == INVERSE
    about = of.about
    marked = any(
        mark.kind is MarkKind.STRONG and mark.start == of.place(found)[1] + 1
        for mark in of.scope.document.blocks[of.index].text.marks
    )
    plain_use = (own or marked) and " ".join(found[0].casefold().split()) in _PLAIN_USE
    done = bool(_DONE.match(found[0])) and len(before.split()) <= _LONG and before[1:].islower()
    below = done or of.topic is not None or (about is not None and stands_below(of.scope, of.index, about))
    lacking = done or _lacks_subject(of.said, before) or _is_passive(found[0], before) or _is_class(found[0], before)
    return Related(
        about.ref if own and about else _whole(before) if inverse and kind == RelationType.PART_OF else before.strip(),
        kind,
        kind.replace("_", " ") if inverse else phrase,
        target,
        of.scope.cite(of.index, _RULE, Confidence.PATTERN, span=(of.start, of.end), context=about if own else None),
        search=True,
        fallback=_made(found[0], target, before, inverse=inverse, plain_use=plain_use),
        source_search=not own,
        topic=about.ref
        if about
        and not own
        and lacking
        and not _is_of_others(of.said, before)
        and below
        and (not inverse or kind == RelationType.USES)
        else "",
        inverse=inverse,
        made="" if own or inverse else _proper_subject(of, found, before),
    )


def _whole(before: str) -> str:
    return _ONE.sub(lambda one: as_name(one[1]), before.strip())


def _made(verb: str, target: str, before: str, *, inverse: bool, plain_use: bool) -> tuple[str, ...]:
    """The names that the object's words make where none in them is known."""
    if not inverse:
        return capitalised(target) or (noun_phrase(target) if plain_use else ())
    if not _CONSISTS.match(verb):
        return ()
    small = () if _OF_NAMED.search(before) else several(target)
    return (() if _ADAPTS.match(target) else capitalised(target)) or small


def _proper_subject(of: _Sentence, found: re.Match[str], before: str) -> str:
    """A name of several words that all have a capital, and nothing else before the verb: "Kinesis Data Streams can ..."."""
    noun = found[0].casefold() in _NOUNS_TOO  # "Logs API calls" logs them
    name = _SUBJECT.fullmatch(before.strip()) if found.start() == len(before) and not noun else None
    words = name[1].split() if name else []
    instructs = bool(words) and words[0].casefold() in TASK_VERBS | IMPERATIVES | STATING_VERBS | DETERMINERS
    return " ".join(words) if len(words) > 1 and not instructs and is_name(" ".join(words)) else ""


def _in_example(scope: Scope, index: int, about: Topic) -> bool:
    """Whether a heading between the topic and the block says that an example follows: "it" is what is done there."""
    heading = scope.document.blocks[index].heading
    while heading >= 0 and heading != about.block:
        block = scope.document.blocks[heading]
        if _EXAMPLE.match(block.text.plain):
            return True
        heading = block.heading
    return False


def _announces(scope: Scope, index: int, start: int, end: int) -> bool:
    """A line that ends in a colon says something only of what follows, but "X supports **Y**:" names a marked thing."""
    text = scope.document.blocks[index].text
    said = text.plain[start:end].rstrip()
    last = start + len(said) - 1
    return said.endswith(":") and not any(
        mark.end == last and mark.kind is MarkKind.STRONG and mark.start > start for mark in text.marks
    )


def _subject(before: str, verb: str) -> str:
    """The words of the verb's own clause; what only goes on ("..., and") keeps the subject of the clause before."""
    if (
        VERBAL_NOUN.fullmatch(verb)
        or with_means(before.strip(), verb)
        or (_PARTICIPLE.match(verb) and _IS_ONE.match(before))
    ):
        return before  # "X is a store, a fast database running on Y"
    actor = _ACTOR.match(before) if with_what(verb) else None
    if actor and with_means(before[actor.end() :].strip(), verb):
        return actor[1]  # "Cloud VPN connects the sites using X"
    if verb[0].isupper() and verb.casefold() in STATING_VERBS and len(before.split()) > 1:
        return ""  # on a line of its own, though no sign ends the one before
    clause = _CLAUSE.split(before[-_FAR:])[-1]
    return clause if _CONJUNCTION.sub("", clause).strip() else before  # "..., automatically" goes on, too


def _states(before: str, verb: str, target: str) -> bool:
    """Whether the words are a verb with an object, and the clause says that it is so."""
    bare = not PRAISING.fullmatch(before.strip() or "full") and not _OFFERS.match(before)
    if VERBAL_NOUN.fullmatch(verb) and bare and not _CAPITAL.search(before, 1):
        return False  # "removed support for", "key limitations of the integration with", "Region support for"
    reach = _FAR if with_what(verb) else _NEAR
    if not target or _NEGATION.search(before[-reach:]) or _NEGATION.match(target):
        return False
    if verb.casefold().startswith("running") and not (_IS_ONE.match(before) or _IS.search(before)):
        return False  # "Applications running on X"
    if (
        verb.casefold().startswith("integrated")
        and len(before.split()) > _SHORT
        and not _BEFORE_PARTICIPLE.search(before)
    ):
        return False  # "by applications integrated with X"
    if _IF.search(before):
        return False  # "is better if your system needs X"
    if _WHEN.search(before) and verb.casefold() == "using":
        return False
    if _INSTEAD.search(before) or addresses_reader(verb):
        return False  # "directs you to"
    if _INFINITIVE.search(before) and not _ENABLED.search(before) and not _is_for(before, verb):
        return False
    if BASE_FORM.match(verb) and not _BEFORE_BASE.search(before) and not VERBAL_NOUN.fullmatch(verb):
        return False
    return not (_NOUN_BEFORE.search(before) and verb.casefold() in _NOUNS_TOO)


def _is_for(before: str, verb: str) -> bool:
    """`DynamoDB Streams to integrate with Lambda`: a name and what it is for, in a line without another verb."""
    words = before.split()
    return verb.casefold().startswith("integrate") and 1 < len(words) <= _SHORT - 1 and words[0][0].isupper()


def _is_passive(verb: str, before: str) -> bool:
    """`Files are stored in Buckets`: what a topic's goods are done to, the topic does."""
    if _GOODS_DONE.match(before) and verb.casefold() in ("using", "via"):
        return True
    goods = _AUXILIARIES.sub("", before.rstrip())
    return bool(_STORED.match(verb)) and len(goods.split()) < _SHORT and goods[1:].islower()


def _is_class(verb: str, before: str) -> bool:
    """`Managed service built on Spark` says what the topic is, and on what it is built."""
    return bool(_PARTICIPLE.match(verb)) and _ends_in_class(before)


def _ends_in_class(before: str) -> bool:
    before = _RELATIVE.sub("", before)
    words = before.split()
    told = bool(words) and words[0].casefold() not in _EACH
    return told and len(words) <= _SHORT and before[1:].islower() and words[-1].casefold() in CLASS_NOUNS


def _lacks_subject(sentence: str, before: str) -> bool:
    """Notes leave out the subject: "supports ...", "deployment service that ...", "Best practice: use ..."."""
    if addresses_reader(before) or _OWN_SUBJECT.search(before):
        return False
    first, _, rest = sentence.partition(" ")
    acts = first.islower() and rest.partition(" ")[0] in _FINITE  # "kubelet runs on each node": a name in small letters
    small = sentence[:1].islower() and (not acts or first in _PRONOUNS)
    return small or first.casefold() in STATING_VERBS or bool(class_phrase(sentence))


def _is_of_others(sentence: str, before: str) -> bool:
    """`to reach machines that use X`: said of the machines; "deployment service that uses X" says what the topic is."""
    return bool(_RELATIVE.search(before)) and not (_TELLS_WHAT.match(sentence) or class_phrase(sentence))
