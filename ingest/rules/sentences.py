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
)
from ingest.claims import Related
from ingest.clause_objects import adapts, capitalised, noun_phrase, object_words, proper_objects, several
from ingest.document import BlockKind, MarkKind
from ingest.english import DETERMINERS, DOING_VERBS, STATING_VERBS
from ingest.lead_links import leads_to_text
from ingest.lead_terms import Lead
from ingest.left_out_subjects import ends_in_class, is_of_others, is_passive, lacks_subject, tells_class
from ingest.marked_capitals import as_name, with_capitals
from ingest.meant_terms import meant_term
from ingest.membership import stands_below
from ingest.name_weight import names_several
from ingest.node_names import is_name
from ingest.references import is_reference
from ingest.relation_labels import label_of, tells_aspect
from ingest.relation_verbs import INVERSE, VERBAL_NOUN, find_verbs, relation_of
from ingest.rules.links import named_relation
from ingest.scope import Scope
from ingest.stated_clauses import FAR, NOUNS_TOO, states, subject_words
from ingest.stressed_objects import linked_object, stressed_object
from ingest.topics import Topic

__all__ = ["read_sentences"]

_RULE = "sentence"
_LETS_DO = re.compile(r"allows? for\b", re.I)
_TO_DO = re.compile(r" to [a-z]+")
# "in contrast to older ones, where data is sent to X": what the topic does not do
_CONTRASTED = re.compile(
    r"\b(?:in contrast to|as opposed to) [^.;,]*,? (?:where|which|that|whose)\b[^.;]*$|\bunlike [^.;,]* (?:where|which|that|whose)\b[^.;,]*$",
    re.I,
)
_CONDITION = re.compile(
    r"^\s*(?:if|unless|whether|when(?:ever)?|suppose|assume|imagine|e\.g\.|for example|for instance|in (?:this|the following|the above|our) example|how|why|what|which|who|where|do|does|should|use[- ]cases?"
    r"|(?:can|is|are)(?= (?:you|i|we|it|they|there|this|that|these|the|your|my|any|one|an?)\b))\b",
    re.I,
)
_EXAMPLE = re.compile(r"\W*(?:examples?|demo|sample)\b", re.I)
_CONSISTS = re.compile(
    r"consists? of|(?:comes?|ships) (?:\w+ly )?(?:bundled )?with|comprises?|(?:is|are) (?:made up|composed|comprised) of"
    r"|(?:is|are|can be) (?:\w+ly |further )?(?:sub)?(?:divided|split|broken (?:down|up)|partitioned|segmented)\b",
    re.I,
)
# "A consumer group is a set of consumers": of what the note has a term for
_GROUPS = re.compile(r"(?:is|are) .*\b(?:set|group|collection|bundle|cluster) of", re.I)
# "Kafka records consist of ...": the name only says whose they are; "A Kafka cluster" is the whole.
_OF_NAMED = re.compile(
    r"\b(?!(?:Each|Every|The|An?|All|Some|Most|Your)\b)[A-Z][\w.+#-]* (?:[a-z-]+ )*(?!(?:clusters?|systems?|architectures?|platforms?|environments?|networks?|deployments?|stacks?|can|may) )[a-z-]+ $"
)
# "A topic is divided into partitions" means the thing of that name.
_ONE = re.compile(r"^(?:An?|Each|Every) ([a-z]{3,})(?: (?:can|may))?$")
# "A Kafka cluster consists of brokers": the whole is the cluster
_NAMED_WHOLE = re.compile(
    r"(?:An?|The|Each|Every) ([A-Z][\w.+#-]* (?:cluster|node|deployment|application|stack|architecture))"
)
_REFERS = re.compile(r"(?:it|they)\b", re.I)
# "Authentication is done via X": whose it is stands above, whatever the section is called.
_DONE = re.compile(
    r"(?:is|are|it['’]s) (?:\w+ly )?(?:done|handled|managed|implemented|performed|controlled|taken care of) ", re.I
)
# "Integration with X would have helped" says nothing of who has it.
_IS_SUBJECT = re.compile(
    r"(?<=\w) (?:would|could|should|might|may|was|were|has|had|lets|allows|enables|means|requires|makes)\b"
)
_SUBJECT = re.compile(r"(?:The )?((?:[A-Z][\w-]*\s?){2,4}?)(?: (?:can|may|will|also|\w+ly))*")
_LONG = 10  # words before "is done via" that name nothing
_PLAIN_USE = ("uses", "use", "relies on", "rely on")
_NO_NAME = DOING_VERBS | STATING_VERBS | DETERMINERS


def read_sentences(scope: Scope) -> Iterator[Related]:
    """Yield a claim for each verb of the vocabulary in a plain statement."""
    for index, block in scope.blocks(BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.DESCRIPTION, BlockKind.ROW):
        if any(named_relation(block, mark) for mark in block.text.marks) or is_reference(block.text):
            continue  # the author has named the relation, or the words are another text's title
        plain = with_capitals(block.text, MarkKind.CODE)
        for start, end in split_sentences(plain):
            yield from _statement(scope, index, plain, start, end)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sentence:
    """One sentence of a block: `plain[start:end]`, what of it stands behind a lead, and whose it is where it names nobody."""

    scope: Scope
    index: int
    plain: str
    start: int
    end: int
    said: str
    lead: Lead | None
    topic: Topic | None
    about: Topic | None

    @property
    def led(self) -> bool:
        """Whether something of the sentence stands before what is said."""
        return len(self.said) < self.end - self.start


@dataclass(frozen=True, slots=True, kw_only=True)
class _Clause:
    """A verb of a sentence with the words `before` it that may name its subject, and its object's."""

    of: _Sentence
    found: re.Match[str]
    before: str
    target: str

    @property
    def verb(self) -> str:
        return self.found[0]

    @property
    def place(self) -> tuple[int, int]:
        """Where the verb stands in the block's text."""
        first = self.of.end - len(self.of.said)
        return first + self.found.start(), first + self.found.end()


def _statement(scope: Scope, index: int, plain: str, start: int, end: int) -> Iterator[Related]:
    sentence = plain[start:end]
    if sentence.rstrip().endswith("?") or _CONDITION.match(sentence) or _announces(scope, index, start, end):
        return
    said = sentence[scope.behind_lead(index, start, end) :]
    verbs = find_verbs(said, 0)
    if not verbs:
        return
    lead = scope.topics.leads[index]
    behind = lead if lead and (len(said) < len(sentence) or start >= lead.rest) else None
    topic, about = _whose(scope, index, behind)
    of = _Sentence(
        scope=scope, index=index, plain=plain, start=start, end=end, said=said, lead=lead, topic=topic, about=about
    )
    for found in verbs:
        before, target = subject_words(said[: found.start()], found[0]), object_words(said[found.end() :])
        clause = _Clause(of=of, found=found, before=before, target=target)
        if _is_told(clause):
            yield from _claims(clause)


def _claims(clause: _Clause) -> Iterator[Related]:
    of, before = clause.of, clause.before
    own = (of.led and ends_in_class(before)) or carries_topic(of.scope, of.index, before, clause.place, of.about)
    if own and (_is_of_another(clause) or of.about is None or _in_example(of.scope, of.index, of.about)):
        return
    if own or before.strip():
        yield _claim(clause, of.about if own else None)


def _whose(scope: Scope, index: int, behind: Lead | None) -> tuple[Topic | None, Topic | None]:
    """What a lead before the words names, and what they are said of: that, or what stands above where that can act."""
    introduced = scope.topics.introduced[index] if behind else None
    label = introduced is not None and (tells_aspect(introduced.name) or label_of(introduced.name) is not None)
    topic = None if label else acting_topic(scope, introduced)
    several = introduced is not None and names_several(introduced.name)
    apart = several or (behind is not None and _is_linked(scope, index, behind))
    return topic, topic or (None if apart else acting_topic(scope, scope.about(index)))


def _is_told(clause: _Clause) -> bool:
    """Whether the clause says that something is so, and does not tell the reader what to do."""
    of = clause.of
    if len(clause.before) > FAR:
        return False
    if VERBAL_NOUN.fullmatch(clause.verb) and _IS_SUBJECT.search(of.said, clause.found.end()):
        return False
    if _CONTRASTED.search(of.said[: clause.found.start()]):
        return False
    if _LETS_DO.match(clause.verb) and _TO_DO.search(clause.target):
        return False  # "allows for machines in a net to reach X"
    told = states(clause.before, clause.verb, clause.target)
    return told and not tells_reader(of.scope, of.index, clause.before, clause.place)


def _is_of_another(clause: _Clause) -> bool:
    """`Chef and Puppet are tools. They work with EC2`: a pronoun, and what it stands for was said right before."""
    of = clause.of
    if not _REFERS.match(clause.before.strip()):
        return False
    earlier = of.plain[: clause.place[0] - len(clause.before)]
    goes_on = of.start > (of.lead.rest if of.lead else 0)
    another = goes_on and names_another(of.scope, of.index, of.start, of.about)
    return another or names_others(earlier, clause.before, of.about)


def _is_linked(scope: Scope, index: int, lead: Lead) -> bool:
    """Whether a line leads with a link to something else than its topic: what it says of that is not the topic's."""
    about = scope.about(index)
    own = about is not None and fold_name(about.name) == fold_name(lead.name)
    return not own and leads_to_text(scope.document.blocks[index], lead)


def _claim(clause: _Clause, own: Topic | None) -> Related:
    """What a clause says of `own`, the topic that stands for its subject, or of what its words name."""
    of = clause.of
    kind, phrase = relation_of(clause.found)
    inverse = phrase == INVERSE
    source, searched = (own.ref, False) if own else _source(clause, divided=inverse and kind == RelationType.PART_OF)
    return Related(
        source,
        kind,
        kind.replace("_", " ") if inverse else phrase,
        clause.target,
        of.scope.cite(of.index, _RULE, Confidence.PATTERN, span=(of.start, of.end), context=own),
        search=True,
        fallback=_made(clause, inverse=inverse, own=own is not None),
        source_search=searched,
        topic="" if own or (inverse and kind != RelationType.USES) else _left_out_subject(clause),
        inverse=inverse,
        made="" if own or inverse else _proper_subject(clause),
    )


def _source(clause: _Clause, *, divided: bool) -> tuple[str, bool]:
    """The words that name whose it is, and whether names are searched in them; what is `divided` may be named by them all."""
    source = clause.before.strip()
    if not divided:
        return source, True
    source = _ONE.sub(lambda one: as_name(one[1]), source)
    whole = _NAMED_WHOLE.fullmatch(source)
    return (whole[1], False) if whole else (source, True)


def _left_out_subject(clause: _Clause) -> str:
    return clause.of.about.ref if clause.of.about and _is_left_out(clause) else ""


def _is_left_out(clause: _Clause) -> bool:
    """Whether the topic stands in for a subject that the words do not name: "supports ...", "Files are stored in ..."."""
    of, before, verb = clause.of, clause.before, clause.verb
    done = _is_only_done(before, verb)
    lacking = done or lacks_subject(of.said, before) or is_passive(verb, before) or tells_class(verb, before)
    below = done or of.topic is not None or (of.about is not None and stands_below(of.scope, of.index, of.about))
    return lacking and below and not is_of_others(of.said, before)


def _is_only_done(before: str, verb: str) -> bool:
    """`Scaling is handled via X`: what is done there is the topic's, whoever does it."""
    return _DONE.match(verb) is not None and len(before.split()) <= _LONG and before[1:].islower()


def _made(clause: _Clause, *, inverse: bool, own: bool) -> tuple[str, ...]:
    """The names that the object's words make where none in them is known."""
    target = clause.target
    if relation_of(clause.found)[1] == "allows for":
        return ()  # of what is known, or it is no thing: "allows for private instances to reach it"
    linked = _linked(clause)
    if linked:
        return linked
    if not inverse:
        return _made_of_object(clause, own=own)
    if _GROUPS.match(clause.verb):
        meant = meant_term(clause.of.scope, target)
        return (meant,) if meant else ()
    if not _CONSISTS.match(clause.verb):
        return _stressed(clause) or _proper_parts(clause)
    small = () if _OF_NAMED.search(clause.before) else several(target)
    return (() if adapts(target) else capitalised(target)) or small


def _proper_parts(clause: _Clause) -> tuple[str, ...]:
    """`contains Acme Queue`, but "has a KestrelMQ runtime": the names that are written as only names are."""
    return () if relation_of(clause.found)[0] == RelationType.OPTION_OF else proper_objects(clause.target)


def _stressed(clause: _Clause) -> tuple[str, ...]:
    """`contains **topics**`."""
    text = clause.of.scope.document.blocks[clause.of.index].text
    return stressed_object(text, clause.place[1], clause.of.end)


def _linked(clause: _Clause) -> tuple[str, ...]:
    text = clause.of.scope.document.blocks[clause.of.index].text
    return linked_object(text, clause.place[1], clause.of.end)


def _made_of_object(clause: _Clause, *, own: bool) -> tuple[str, ...]:
    target = clause.target
    meant = meant_term(clause.of.scope, target)
    names = capitalised(target) or _stressed(clause)
    if names or meant:
        return names or (meant,)
    return noun_phrase(target) if _is_plain_use(clause, own=own) else ()


def _is_plain_use(clause: _Clause, *, own: bool) -> bool:
    """Whether the topic, or something that the author stresses, is simply used."""
    marks = clause.of.scope.document.blocks[clause.of.index].text.marks
    stressed = any(mark.kind is MarkKind.STRONG and mark.start == clause.place[1] + 1 for mark in marks)
    return (own or stressed) and " ".join(clause.verb.casefold().split()) in _PLAIN_USE


def _proper_subject(clause: _Clause) -> str:
    """A name of several words that all have a capital, and nothing else before the verb: "Kinesis Data Streams can ..."."""
    found, before = clause.found, clause.before
    noun = found[0].casefold() in NOUNS_TOO  # "Logs API calls" logs them
    name = _SUBJECT.fullmatch(before.strip()) if found.start() == len(before) and not noun else None
    words = name[1].split() if name else []
    instructs = bool(words) and words[0].casefold() in _NO_NAME
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
