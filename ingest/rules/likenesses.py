"""Sentences that liken one thing to another: "Unlike X, ...", "similar to X", "an alternative to X", "cheaper than X"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from graph.model import Confidence
from graph.names import fold_name, fold_words
from graph.relation_types import RelationType
from graph.sentences import split_sentences
from ingest.claims import Related, Thing
from ingest.clause_ends import addresses_reader
from ingest.clause_objects import capitalised
from ingest.document import Block, BlockKind
from ingest.english import JUDGING, STATING_VERBS
from ingest.name_weight import is_activity, is_adjective, is_whole, says_of_text
from ingest.node_names import clean_name, has_proper_shape, is_name
from ingest.references import is_reference
from ingest.scope import Scope
from ingest.topics import Topic

__all__ = ["read_likenesses"]

_RULE = "likeness"
_BETWEEN = re.compile(
    r"\b(?:differences?|distinction|distinguish|compare|choos(?:e|ing)|trade-?offs?) between (?P<a>[^,.;:]{2,50}?) (?:and|&|vs\.?) (?P<b>[^,.;:]{2,50})",
    re.I,
)
_VERSUS = re.compile(
    r"(?:(?:Comparison|Comparing|Compare)(?: of| between)? )?(?P<a>[A-Z][\w.+#-]*(?: [A-Z\d][\w.+#-]*){0,3}) (?:vs\.?|versus) (?P<b>[A-Z][\w.+#-]*(?: [A-Z\d][\w.+#-]*){0,3})(?=:|\.?$|\s*[-–—(]?\s*<?https?://\S+$)"
)
# "vs X: faster joins", said of the topic
_AGAINST = re.compile(
    r"\W*(?:[Vv]s\.?|[Vv]ersus) (?P<other>[A-Z][\w.+#-]*(?: [A-Z\d][\w.+#-]*){0,3})(?=\W*(?:[:–—-]\s|$))"
)
_UNLIKE = re.compile(
    r"^(?:unlike(?: in| with)?|(?:as |when )?(?:compared|contrasted) (?:to|with)|in (?:contrast|comparison) (?:to|with)|as opposed to|contrary to) (?!other\b)(?P<other>[^,;]{2,60}?),? (?P<rest>(?:(?<=, )|it\b|they\b|this\b).+)$",
    re.I | re.S,
)
_LIKE_BUT = re.compile(
    r"^(?:it(?:'s| is| works) )?(?:just |much |basically |essentially |exactly |a bit |very much )?like (?P<other>[^,;]{2,50}?),? (?:but|except|only)\b",
    re.I,
)
_DIFFERENCE = re.compile(
    r"^(?:the )?(?:(?:main|key|only|big|biggest|major) )?differences? (?:to|from|with|compared (?:to|with)|versus) (?P<other>[^,;:.]{2,50})",
    re.I,
)
_LIKE = re.compile(
    r"\b(?:(?P<instead>(?:alternatives?|replacement|substitute|successor) (?:to|for|of)|replaces|can replace"
    r"|(?:(?:is|was|were|has been|are|being) )?(?:replaced|superseded|succeeded) by|can be replaced with|deprecated in favou?r of)"
    r"|(?:do not|don['’]t|not to be|never) confused? (?:this |it |them )?with"
    r"|(?<!\bin )(?<!\bin the )(?:the )?same (?:\w+ )?as(?= (?:an? |the )?(?-i:[A-Z]))|does (?:exactly |basically |essentially )?the same (?:thing|job|work) as|similar \w+ (?:as|to)"
    r"|(?:preferable|superior|inferior) to"
    r"|(?:very |quite )?(?:similar|comparable|analogous|equivalent) to|(?:compared|contrasted) (?:to|with)|unlike|in contrast to|as opposed to"
    r"|(?:the )?(?:\w+ )?(?:equivalent|counterpart|analog(?:ue)?) (?:of|to|for)(?= (?:an? |the )?(?-i:[A-Z]))|(?:differ|differs|differing|different|distinct) (?:\w+ly )?(?:from|than)(?! the (?:last|previous|other|first)\b)"
    r"|(?:is|are|works?|behaves?|acts?) (?:a bit |a (?:hell of a )?lot |much |very much |quite |exactly |just |basically |kind of |sort of )?like(?= (?:an? |the )?(?-i:[A-Z]))"
    r"|(?:costs?|\d+ ?%|times|much|far) (?:\w+ )?(?:less|more|cheaper|faster) than"
    r"|(?:lower|higher|fewer|greater|larger|smaller|shorter|longer|bigger|less|more) (?:[\w-]+ ){1,3}than|competes? with"
    r"|(?:more|less) [\w-]+ (?:\w+ )?than|(?:better|cheaper|faster|slower|simpler|easier|newer|older|safer|lighter|costlier|stronger|weaker|longer|shorter|lower|higher|larger|smaller|bigger) (?:\w+ |to [a-z]+ )?than)\s",
    re.I,
)
# "While SQL databases rely on X, NoSQL works on Y."
_VERB = r"(?:is|are|has|have|uses?|works?|rel(?:y|ies)|supports?|provides?|offers?|stores?|runs?|allows?|requires?|needs?|focus(?:es)?|gives?|keeps?|holds?|handles?|manages?|scales?|sends?|can|does|do)"
_WHILE = re.compile(
    rf"^(?:while|whereas) (?P<a>[^,]{{2,40}}?) {_VERB}\b[^,]*(?:,[^,]*)?, (?!and\b|or\b)(?P<b>(?:the |an? )?[^,]{{2,40}}?) {_VERB}\b",
    re.I,
)
# "In summary, forward proxies are used to ..., while reverse proxies are ..."
_WHEREAS = re.compile(
    rf"^(?:(?:In summary|In short|Overall|To sum up|Basically|Essentially), )?(?P<a>[^,.;:]{{2,40}}?) {_VERB}\b[^;:]*(?:, while|,? whereas) (?P<b>(?:the |an? )?[^,.;:]{{2,40}}?) {_VERB}\b",
    re.I,
)
_WHILE_BOTH = re.compile(
    r"^(?P<a>[^,.;:]{2,40}?) (?:is|are) [^;:]* (?:used|meant|designed|built|made|good|best|suited)? ?(?:for|to) [^;:]*? while (?P<b>(?:the |an? )?[^,.;:]{2,40}?) (?:is|are) (?:\w+ )?(?:for|to)\b",
    re.I,
)
# "Security Groups are stateful, Network ACLs are stateless."
_EACH = re.compile(
    r"^(?P<a>[A-Z][\w-]*(?: [A-Z][\w-]*){0,4}) (?:is|are) [A-Za-z-]{4,20}(?:,|;)? (?:and |but |while |whereas )?"
    r"(?P<b>[A-Z][\w-]*(?: [A-Z][\w-]*){0,4}) (?:is|are) [A-Za-z-]{4,20}\.?$"
)
# One of these stands in every text that the patterns match: a cheap first look; the first line is of the other patterns than _LIKE.
_SET_APART = (" between ", " are ", "while ", "whereas ", "vs", "versus ", "contrary to")
_LIKENED = tuple(
    "unlike |compared |contrasted |contrast to|opposed to|alternative|replac|substitut|successor | than |like |differ|counterpart"
    "|analog|equivalent|supersed|succeeded|deprecated in|distinct|competes|confuse|same |similar |comparable to|preferable"
    "|superior|inferior".split("|")
)
_CUES = _SET_APART + _LIKENED
_TWICE = " is "  # "X is fast, Y is slow"
_NEGATED = re.compile(r"\b(?:not|never|no(?!\.)|n't|isn't|aren't|cannot)\b[^,;]*$", re.I)
_PLAIN = re.compile(
    r"^(?:(?:it|they|this|the service)\b)?(?:\s*(?:up to|(?:\d+|two|three|five|ten)x?(?: times)?|is|are|(?:can|could|may|might) be|\w{2,}er (?:and|&)|works?|behaves?|acts?|also|much|far|a|an|very|but|\w+ly|and|even|in some ways))*$",
    re.I,
)
_NAME = re.compile(r"^(?:the |an? )?([A-Z][\w.+#-]*(?: [A-Z][\w.+#-]*)*)")
# "X is a cheap alternative to": X
_OFFERED_AS = re.compile(
    r",? (?:that|which)? ?(?:is|was|were|are) (?:\w+ly )?(?:developed|designed|created|built|introduced|made|meant|intended) as (?:an?|the)(?: [\w-]+){0,2}$"
    r"| (?:is|are|has|have|costs|scales|performs|offers|provides)(?: [\w-]+){0,3}$|(?<=\w) (?:(?:is|are|can be|serves as|acts as) (?:also )?(?:seen as |considered |used as )?(?:an?|the)(?: [\w-]+){0,3})$"
)
_ARTICLE = re.compile(r"^(?:the|an?)\s+", re.I)
_ASIDE = re.compile(r"\([^()]*\)?")
_OF_ANOTHER = re.compile(r"[A-Z][\w.+#-]* [a-z]+ [a-z]+\W*$")  # "compared to DNS load balancing"
_NAME_ONLY = re.compile(r"\s*(?:the )?[A-Z][\w.+#-]*(?: [A-Z][\w.+#-]*){0,3}(?: with an? (?:[a-z-]+[ .]*){1,6})?\W*")
_EXCEPT = re.compile(r",\s*(?:but|except|however|though|although|only|just)\b.*$", re.I | re.S)
_GOES_ON = re.compile(r"[a-z] [A-Z][\w-]* (?:for|of) [A-Z]")  # "Material for MkDocs"
_LONGEST = 4  # words of a name
_KINDS = frozenset("type option tier mode kind engine plan".split())
_PRAISE = frozenset(
    "Cheap|Cheaper|Direct|Drop-in|Faster|Free|Lightweight|Managed|Modern|Open source|Open-source".split("|")
)
_BEFORE_PRAISE = ("a", "an", "the", "provides", "offers")
_REMARK = 8  # words of one without a subject
_ADJECTIVES = 4  # words of praise that may stand before "alternative to"
_PRONOUN = re.compile(
    r"^(?:it|they|this|(?:the|this) (?:service|solution|approach|option|method|database|tool))\b", re.I
)
# "How is it different from X?"
_ASKED = re.compile(
    r"(?:so,? )?how (?:is|are|does|do) (?P<one>[^,;:?]{2,40}?) (?:any )?(?:different|differs?) (?:from|than|to) (?P<other>[^,;:?]{2,50})\?",
    re.I,
)
# What stands at the end of a sentence, behind what is said: "..., unlike X"
_APART = re.compile(r"unlike|(?:compared|contrasted) (?:to|with)|in contrast to|as opposed to", re.I)
_TELLS_WHAT = re.compile(r"[Aa]n? [a-z]")
# "Ciphers such as A and B are": what is said is said of the ciphers
_SAMPLES = re.compile(r",? (?:such as|like|including|e\.g\.) .*$", re.I)
_HAS_VERB = re.compile(
    r"\b(?:is|are|was|were|has|have|can|will|you|we|they|it|this|that|which|using|use|if|when|to|by)\b", re.I
)
_END = re.compile(
    r"[,;:!?()]|\.(?=\s|$)|\s(?:is|are|lies|but|because|when|if|where|while|since|as|which|that|for|in|with|and (?:is|has|it|can|does|uses))\s",
    re.I,
)


def read_likenesses(scope: Scope) -> Iterator[Thing | Related]:
    """Yield a comparison of the sentence's subject, or of the topic where it is left out, with what it is likened to."""
    kinds = (BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.DESCRIPTION, BlockKind.ROW)
    for index, block in scope.holding((*_CUES, _TWICE), *kinds):
        plain = block.text.plain
        if is_reference(block.text):
            continue
        for start, end in split_sentences(plain):
            if not _may_liken(plain[start:end]):
                continue
            asks = plain[start:end].rstrip().endswith("?")
            yield from _question(scope, index, (start, end)) if asks else _statement(scope, index, (start, end))


def _may_liken(text: str) -> bool:
    low = text.casefold()
    return any(map(low.__contains__, _CUES)) or low.count(" is ") > 1


def _question(scope: Scope, index: int, span: tuple[int, int]) -> Iterator[Related]:
    """`How is it different from X?`: what the author goes on to tell apart."""
    asked = _ASKED.match(scope.document.blocks[index].text.plain[slice(*span)].strip())
    if asked is None:
        return
    about = _spoken_of(scope, index, span, 0) if _PRONOUN.match(asked["one"]) else None
    if about is not None or not _PRONOUN.match(asked["one"]):
        sentence = _Sentence(index=index, span=span, said=asked[0], led=False, about=about)
        yield _likeness(scope, sentence, asked["one"], asked["other"], about)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sentence:
    """Where a sentence stands, and what it says behind its lead, if it has one; `about` is its subject where it names none."""

    index: int
    span: tuple[int, int]
    said: str
    led: bool
    about: Topic | None


def _statement(scope: Scope, index: int, span: tuple[int, int]) -> Iterator[Thing | Related]:
    """The comparison that a sentence makes, by the first way of comparing that fits it."""
    whole = scope.document.blocks[index].text.plain[slice(*span)].strip()
    offset = scope.behind_lead(index, *span)
    sentence = _Sentence(
        index=index, span=span, said=whole[offset:], led=offset > 0, about=_spoken_of(scope, index, span, offset)
    )
    against, above = _AGAINST.match(whole), _thing(scope.about(index))
    if against and above is not None:
        yield _likeness(scope, sentence, "", against["other"], above)
        return
    low = whole.casefold()
    paired = (_BETWEEN.search(whole) if " between " in low else None) or _VERSUS.match(whole)
    if paired:
        yield from _paired(scope, sentence, paired)
    elif ("while" in low or "whereas" in low) and (contrasted := _contrasted(sentence.said)):
        cite = scope.cite(index, _RULE, Confidence.PATTERN, span=span)
        a, b = contrasted["a"], contrasted["b"]
        yield Related(a, RelationType.COMPARED_WITH, "compared with", b, cite, search=True, source_search=True)
    elif each := _EACH.match(sentence.said):
        yield from _pair(scope, sentence, each["a"], each["b"])
    else:
        yield from _set_against(scope, sentence)


def _paired(scope: Scope, sentence: _Sentence, paired: re.Match[str]) -> Iterator[Thing | Related]:
    if paired.re is _VERSUS and _is_all(scope.document.blocks[sentence.index], paired):
        cite = scope.cite(sentence.index, _RULE, Confidence.PATTERN, span=sentence.span)
        yield from (Thing(clean_name(name), "", "", cite) for name in paired.groups())
    yield from _pair(scope, sentence, paired["a"], paired["b"])


def _is_all(block: Block, paired: re.Match[str]) -> bool:
    """Whether an item is the two names and nothing else: both are things, however plain the words."""
    if any(is_adjective(name.rpartition(" ")[2]) for name in paired.groups()):
        return False  # "External vs Internal"
    behind = block.text.plain.strip()[paired.end() :]
    return block.kind is BlockKind.ITEM and block.task is None and (not behind.strip(".") or "://" in behind)


def _contrasted(said: str) -> re.Match[str] | None:
    """`While A is ..., B is ...`, `A is ..., whereas B is ...`."""
    return _WHILE.match(said) or _WHEREAS.match(said) or _WHILE_BOTH.match(said)


def _spoken_of(scope: Scope, index: int, span: tuple[int, int], offset: int) -> Topic | None:
    """The thing that a sentence without a subject speaks of; behind a lead what the lead names."""
    lead = scope.topics.leads[index]
    behind = lead is not None and (offset > 0 or span[0] >= lead.rest)
    return _thing(scope.topics.introduced[index] if behind else scope.about(index))


def _set_against(scope: Scope, sentence: _Sentence) -> Iterator[Related]:
    """`Unlike X, ...`, `Like X, but ...`, `... cheaper than X`: a subject, or the topic, set against X."""
    opposed = _UNLIKE.match(sentence.said)
    if opposed:
        yield from _opposed(scope, sentence, opposed["other"], opposed["rest"])
        return
    told = _LIKE_BUT.match(sentence.said) or _DIFFERENCE.match(sentence.said)
    if told and sentence.about is not None:
        yield _likeness(scope, sentence, "", _END.split(told["other"])[0], sentence.about)
        return
    found = _LIKE.search(sentence.said) if any(map(sentence.said.casefold().__contains__, _LIKENED)) else None
    if found and not _NEGATED.search(sentence.said[: found.start()]):
        yield from _likened(scope, sentence, found)


def _likened(scope: Scope, sentence: _Sentence, found: re.Match[str]) -> Iterator[Related]:
    """`X is similar to Y`, and of the topic where X is left out."""
    said, behind = sentence.said[: found.start()].strip(), sentence.said[found.end() :]
    before = _OFFERED_AS.sub("", said)
    about = None
    if _lacks_subject(sentence, found, before):
        about = sentence.about
        if about is None or _is_of_else(found[0], behind):
            return
    kind = RelationType.ALTERNATIVE_TO if found["instead"] else RelationType.COMPARED_WITH
    likeness = _likeness(scope, sentence, before, _END.split(behind)[0], about, kind)
    stands_in = sentence.about if about is None and _is_remark(scope, sentence, said) else None
    yield replace(likeness, topic=stands_in.ref) if stands_in else likeness


def _lacks_subject(sentence: _Sentence, found: re.Match[str], before: str) -> bool:
    if _APART.match(found[0]) and _says_of_topic(sentence, before):
        return True
    return _is_left_out(before) or (sentence.led and before.endswith("("))


def _is_of_else(like: str, behind: str) -> bool:
    """`Similar to X, you should ...` has a subject of its own, "replaces X in Y" says more than what replaces what."""
    goes_on = "," in _EXCEPT.sub("", _ASIDE.sub("", behind))
    return goes_on or (like.casefold().startswith("replaces") and not _NAME_ONLY.fullmatch(behind))


def _says_of_topic(sentence: _Sentence, before: str) -> bool:
    """`Kept after the instance is deleted, unlike X`, and "An updated version of Y that ..., compared to X" behind a lead."""
    first = before.partition(" ")[0]
    if sentence.led:
        return bool(_TELLS_WHAT.match(before))
    spoken_of = sentence.about is not None and not is_activity(sentence.about.name.split()[-1])
    if spoken_of and sentence.span[0] == 0 and _PRONOUN.match(before) and before[1:].islower():
        return True  # "This is a faster option compared to X"
    return first.casefold() in STATING_VERBS or (first[:1].isupper() and first.endswith("ed"))


def _is_remark(scope: Scope, sentence: _Sentence, before: str) -> bool:
    """`Retrieval times longer than X`: an item that names a quality of its topic, and no verb."""
    words = before.split()
    plain = all(word[0].islower() or word[0].isdigit() for word in words[1:])
    item = scope.document.blocks[sentence.index].kind is BlockKind.ITEM and not sentence.led
    return item and plain and 0 < len(words) <= _REMARK and not _HAS_VERB.search(before)


def _opposed(scope: Scope, sentence: _Sentence, other: str, rest: str) -> Iterator[Related]:
    """`Unlike X, Y ...`, `Unlike X, it ...`: Y or the topic, set against X."""
    named, about = _NAME.match(rest), sentence.about
    if about is not None and (fold_name(rest).startswith(fold_name(about.name)) or _PRONOUN.match(rest)):
        yield _likeness(scope, sentence, "", other, about)
    elif named:
        yield from _pair(scope, sentence, named[1], other)


def _pair(scope: Scope, sentence: _Sentence, one: str, other: str) -> Iterator[Related]:
    """Two names that the words set side by side, both written as such."""
    a, b = (clean_name(_ARTICLE.sub("", _END.split(side)[0])) for side in (one, other))
    if all(is_name(name) and _is_written_as_name(name) for name in (a, b)):
        cite = scope.cite(sentence.index, _RULE, Confidence.PATTERN, span=sentence.span)
        yield Related(a, RelationType.COMPARED_WITH, "compared with", b, cite)


def _is_written_as_name(name: str) -> bool:
    return (name[0].isupper() or has_proper_shape(name)) and len(name.split()) <= _LONGEST


def _thing(topic: Topic | None) -> Topic | None:
    if topic is None or topic.name.partition(" ")[0].casefold() in JUDGING:
        return None  # "Limited throughput"
    last = next(reversed(fold_words(topic.name)), "")
    if last == "class" or (last in _KINDS and topic.name.endswith("s")):
        return None  # one of the "Storage classes" is, not all
    return topic if is_whole(topic.name) and not says_of_text(topic.name) else None


def _is_left_out(before: str) -> bool:
    """Whether the words in front name no subject of their own: "Fully managed", "It is a", "A cheaper"."""
    if _PLAIN.match(before) or before in _PRAISE:
        return True
    words = before.split()
    if words[:1] and words[0].casefold() in JUDGING and before[1:].islower() and len(words) <= _REMARK:
        return True  # "less retention, fewer consumers compared to"
    return (
        len(words) <= _ADJECTIVES
        and words[0].casefold() in _BEFORE_PRAISE
        and not any(word[:1].isupper() for word in words[1:])
        and not addresses_reader(before)
    )


def _likeness(
    scope: Scope,
    sentence: _Sentence,
    subject: str,
    other: str,
    about: Topic | None,
    kind: RelationType = RelationType.COMPARED_WITH,
) -> Related:
    cite = scope.cite(sentence.index, _RULE, Confidence.PATTERN, span=sentence.span, context=about)
    return Related(
        about.ref if about else _SAMPLES.sub("", subject).strip(),
        kind,
        kind.replace("_", " "),
        other.strip(),
        cite,
        search=True,
        fallback=() if _GOES_ON.search(sentence.said) or _OF_ANOTHER.search(other) else capitalised(other.strip()),
        source_search=about is None,
    )
