"""What a thing is done with, in a line without a verb: "Monitoring through CloudWatch", "Encryption at rest using KMS"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.model import Confidence
from graph.relation_types import RelationType
from ingest.claims import Related
from ingest.document import BlockKind
from ingest.english import CHOOSER_NOUNS, CLASS_NOUNS, IMPERATIVES, TASK_VERBS
from ingest.name_weight import says_of_text
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
    r" (?P<word>using|via|through|by using|with help of|thanks to|with(?= [A-Z][\w-]*(?: [A-Z][\w-]*)*\.?$)) (?P<what>[A-Z].{1,80})$"
)
_AUTOMATED = ("automatic", "automated")
_INTEGRATION = re.compile(
    r"^(?:(?:Native|Built-in|Direct|Seamless|Full) )?(?P<what>[A-Z][\w./-]*(?: [A-Z][\w./-]*){0,3}) integration(?:\W*$|,)"
)
_FOR = re.compile(
    r"(?:^|, )(?P<what>[A-Z][\w.-]*(?: [A-Z][\w.-]*){0,3}) for [a-z-]+(?:ing|[ts]ion|ity|ance|age)(?=$|[,.;]| (?:and|of|the|your|its)\b)"
)
_LISTED = re.compile(r"^[A-Z].*(?:, | and )(?P<what>[A-Z][A-Z\d]+|[A-Z]\w+(?: [A-Z]\w+)+) integration(?P<for>)\.?$")
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
        for kind, words, fallback in _told(block.text.plain.strip()):
            cite = scope.cite(index, _RULE, Confidence.PATTERN, context=about)
            phrase = kind.replace("_", " ")
            yield Related(about.ref, kind, phrase, words, cite, search=True, fallback=fallback)


def _is_thing(scope: Scope, about: Topic) -> bool:
    """Whether a topic's name is that of one thing, which can be made of others: not "Customer responsibilities"."""
    name = about.name
    last = name.rpartition(" ")[2].casefold()
    if says_of_text(name) or last in CHOOSER_NOUNS:
        return False
    titled = " " in name and name.istitle() and last in CLASS_NOUNS
    return titled or scope.proper.holds(name) or scope.proper.any_in(name) or is_coined(scope, about)


def _told(plain: str) -> Iterator[tuple[RelationType, str, tuple[str, ...]]]:
    """The relation that a line tells, the words that name its other end, and the names to make where none is known."""
    joined = _INTEGRATION.match(plain) or _COMPATIBLE.match(plain) or _LISTED.search(plain)
    if joined:
        made = joined["what"]
        yield RelationType.INTEGRATES_WITH, made or joined["for"], (made,) if made else ()
    elif _FOR.match(plain):
        for served in _FOR.finditer(plain):
            yield RelationType.USES, served["what"], ()
    elif (done := _DONE_WITH.match(plain)) and _is_done_with(plain, done):
        yield RelationType.USES, done["what"], ()


def _is_done_with(plain: str, done: re.Match[str]) -> bool:
    """Whether the line tells what is so, and neither what to do nor, by a bare "with", what goes together."""
    first = plain.partition(" ")[0].casefold()
    if first in IMPERATIVES | TASK_VERBS or first.endswith("ly"):
        return False
    return done["word"] != "with" or not done["first"] or first in _AUTOMATED
