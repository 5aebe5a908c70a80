"""What a thing is done with, in a line without a verb: "Monitoring through CloudWatch", "Encryption at rest using KMS"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from graph.model import Confidence
from graph.relation_types import RelationType
from graph.sentences import split_sentences
from ingest.acting_topic import acting_topic
from ingest.claims import Related
from ingest.class_nouns import CLASS_NOUNS
from ingest.document import BlockKind
from ingest.english import CHOOSER_NOUNS, DOING_VERBS
from ingest.name_weight import is_activity, says_of_text
from ingest.part_evidence import is_coined
from ingest.references import is_reference
from ingest.scope import Scope
from ingest.topics import Topic

__all__ = ["read_means"]

_RULE = "means"
# The first word is an activity or a quality: what is told of the topic, and no thing that would act itself.
_DONE_WITH = re.compile(
    r"^(?P<first>(?!In |Has |Have |No |Not |Never |Without )[A-Z][a-z]+(?:-[a-z]+)* (?:[a-z]+ )?)?(?:[A-Za-z]?[a-z]+(?:ing|[ts]ion|ity|ance|ence|ment|ness|up|store|over|y)s?)"
    r"(?: (?:and|or|at|in|of|for|with|to)? ?[\w-]+){0,3}?"
    r" (?P<word>using|via|through|by using|with help of|thanks to|with(?= [A-Z][\w-]*(?: [A-Z][\w-]*)*(?: \([^()]*\))?\.?$)) (?P<what>[A-Z].{1,80})$"
)
_AUTOMATED = ("automatic", "automated")
# What everything can be reached by
_WAYS_IN = r"(?:the )?(?:(?:[A-Z][A-Za-z]* ){0,3}(?:CLI|SDK|GUI|UI|[Cc]onsole|[Pp]ortal)|(?:Management |Web )?(?:API|JSON|XML|YAML))s?\b"
# "requests are routed through Acme edge locations": nobody acts, and what it is done with is named.
_BY_MEANS = re.compile(
    r"^(?:(?P<before>[^.;:()]{3,90}?),? )?(?P<word>using|via|through|thru|with the (?:help|use) of|by means of|(?:by )?(?:leveraging|utili[sz]ing)"
    r"|(?i:powered|backed|provided|provisioned|managed|protected|fronted|controlled|encrypted|secured|authenticated|orchestrated|scheduled|monitored) (?:by|with))"
    rf" (?P<what>(?:(?:an?|the|its|one or more) )?(?:[a-z-]+ ){{0,2}}(?!{_WAYS_IN})[A-Z].{{1,80}})$"
)
# "Encrypt volumes with Acme KMS", "Authenticates users with Acme Directory"
_WITH = re.compile(
    r"^(?P<verb>[A-Z][a-z]+) [^.;:()]{2,60}? with (?P<what>(?:(?:an?|the|its) )?(?:[a-z-]+ ){0,1}[A-Z][\w.-]*(?: [A-Z][\w.-]*){0,3})(?=$|[.,;(]| (?:and|or|for|to)\b)"
)
_DOES_WITH = frozenset(
    """
    authenticate authorize authorise encrypt secure monitor manage store query log cache automate trigger schedule
    orchestrate provision protect control audit scale index replicate
    """.split()
)
# Who does it is said, or it is not said to be so.
_UNSURE = re.compile(
    r"\b(?:not|no|never|without|unless|if|when|instead|rather|than|you|your|we|i|unlike|example|such as|like|who|which|that|or|whether|avoid|problems?|issues?|try|trying|either|usable|alternative|alternatives|accessible|login|clients?)\b|n['’]t\b",
    re.IGNORECASE,
)
_INTEGRATION = re.compile(
    r"^(?:(?:Native|Built-in|Direct|Seamless|Full) )?(?P<what>[A-Z][\w./-]*(?: [A-Z][\w./-]*){0,3}) integration(?:\W*$|,)"
)
_FOR = re.compile(
    r"(?:^|, )(?P<what>[A-Z][\w.-]*(?: [A-Z][\w.-]*){0,3}) for (?:[a-z-]+(?:ing|[ts]ion|ity|ance|age)|speed|performance|transport|logs|metrics)(?=$|[,.;]| (?:and|of|the|your|its)\b)"
)
_LISTED = re.compile(r"^[A-Z].*(?:, | and )(?P<what>[A-Z][A-Z\d]+|[A-Z]\w+(?: [A-Z]\w+)+) integration(?P<for>)\.?$")
# "Allows you to secure connections with X"
_LETS = re.compile(
    r"^(?:Allows|Lets|Enables|Helps)(?: you| users| us| teams| customers)?(?: to)? (?P<verb>[a-z]+) [^.;:()]{2,80}? (?P<word>with|using|via|through)"
    r" (?P<what>(?:(?:an?|the|its) )?[A-Z][\w.-]*(?: [A-Z][\w.-]*){0,3})(?=$|[.,;(])"
)
# "Acme Buffers instead of JSON (smaller)"
_RATHER = re.compile(
    r"^(?P<what>[A-Z][\w./-]*(?: [A-Z][\w./-]*){0,2}) (?:instead of|rather than|in place of) [A-Z][\w./-]*(?: [A-Z][\w./-]*){0,2}(?:$|[.,;]| \()"
)
# "NFS compatible", "For DynamoDB and S3."
_COMPATIBLE = re.compile(
    r"^(?!Backwards?|Forwards?|Fully|Not|Highly|Mostly|Cross)(?P<what>[A-Z][\w./-]*(?: [A-Z][\w./-]*){0,2})[ -]compatible\W*$"
    r"|^For (?:use with )?(?P<for>[A-Z][\w./-]*(?:(?:, | and | or |, and )?[A-Z][\w./-]*){0,3})\.?$"
)


def read_means(scope: Scope) -> Iterator[Related]:
    """Yield what the topic of each such item uses or integrates with; the other end has to be a known name."""
    for index, block in scope.blocks(BlockKind.ITEM):
        about = scope.about(index)
        if about is None or is_reference(block.text) or not _is_thing(scope, about):
            continue
        plain = block.text.plain
        for start, end in split_sentences(plain):
            for kind, words, fallback in _told(plain[start:end].strip()):
                cite = scope.cite(index, _RULE, Confidence.PATTERN, span=(start, end), context=about)
                phrase = kind.replace("_", " ")
                yield Related(about.ref, kind, phrase, words, cite, search=True, fallback=fallback)


def _is_thing(scope: Scope, about: Topic) -> bool:
    """Whether a topic's name is that of one thing, which can be made of others: not "Customer responsibilities"."""
    name = about.name
    last = name.rpartition(" ")[2].casefold()
    if says_of_text(name) or last in CHOOSER_NOUNS:
        return False
    titled = " " in name and name.istitle() and (last in CLASS_NOUNS or _is_named_thing(scope, about))
    return titled or scope.proper.holds(name) or scope.proper.any_in(name) or is_coined(scope, about)


def _is_named_thing(scope: Scope, about: Topic) -> bool:
    """`Cloud Spanner`: what can act, by its name in capitals; "Regression Testing" and "User Highlights" cannot."""
    words = about.name.split()
    plain = words[-1].endswith("s") or is_activity(words[-1]) or words[0].casefold() in DOING_VERBS
    return about.name.replace(" ", "").isalpha() and not plain and acting_topic(scope, about) is not None


def _told(plain: str) -> Iterator[tuple[RelationType, str, tuple[str, ...]]]:
    """The relation that a line tells, the words that name its other end, and the names to make where none is known."""
    joined = _INTEGRATION.match(plain) or _COMPATIBLE.match(plain) or _LISTED.search(plain)
    if joined:
        made = joined["what"]
        yield RelationType.INTEGRATES_WITH, made or joined["for"], (made,) if made else ()
    elif _FOR.match(plain):
        for served in _FOR.finditer(plain):
            yield RelationType.USES, served["what"], ()
    else:
        means = next((found for form, fits in _MEANS if (found := form.match(plain)) and fits(found)), None)
        if means:
            yield RelationType.USES, means["what"], ()


def _is_done_with(done: re.Match[str]) -> bool:
    """Whether the line tells what is so, and neither what to do nor, by a bare "with", what goes together."""
    first = done.string.partition(" ")[0].casefold()
    if first in DOING_VERBS or first.endswith("ly"):
        return False
    return done["word"] != "with" or not done["first"] or first in _AUTOMATED


def _is_done_to(lets: re.Match[str]) -> bool:
    """`secure connections with X`; "work with X" is done by whom it is let."""
    return lets["word"] != "with" or lets["verb"] in _DOES_WITH


def _names_no_actor(means: re.Match[str]) -> bool:
    """Whether the words before name nobody who would act: in small letters, and neither denied nor said to the reader."""
    before = means["before"] or ""
    words = before.split()
    if not words:
        return True
    first = words[0].casefold()
    plain = all(word[0].islower() or word[0].isdigit() for word in words[1:])
    return plain and not _UNSURE.search(before) and first not in DOING_VERBS


def _does_with(means: re.Match[str]) -> bool:
    """`Encrypt volumes with X`, and nothing unsure of it."""
    low = means["verb"].casefold()
    return low.removesuffix("s") in _DOES_WITH and not _UNSURE.search(means.string)


_MEANS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], bool]], ...] = (
    (_DONE_WITH, _is_done_with),
    (_BY_MEANS, _names_no_actor),
    (_RATHER, bool),
    (_LETS, _is_done_to),
    (_WITH, _does_with),
)
