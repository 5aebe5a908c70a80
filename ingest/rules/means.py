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
from ingest.references import is_reference
from ingest.scope import Scope

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
        if is_reference(block.text):
            continue
        if about is None or says_of_text(about.name) or about.name.rpartition(" ")[2].casefold() in CHOOSER_NOUNS:
            continue
        named = " " in about.name and about.name.istitle() and about.name.rpartition(" ")[2].casefold() in CLASS_NOUNS
        if not (named or scope.proper.holds(about.name) or scope.proper.any_in(about.name)):
            continue  # "Customer responsibilities"
        plain = block.text.plain.strip()
        first = plain.partition(" ")[0].casefold()
        done, joined = (
            _DONE_WITH.match(plain),
            _INTEGRATION.match(plain) or _COMPATIBLE.match(plain) or _LISTED.search(plain),
        )
        if joined:
            cite = scope.cite(index, _RULE, Confidence.PATTERN, context=about)
            made = joined["what"]
            words = made or joined["for"]
            names = (made,) if made else ()
            yield Related(
                about.ref, RelationType.INTEGRATES_WITH, "integrates with", words, cite, search=True, fallback=names
            )
        elif _FOR.match(plain):
            cite = scope.cite(index, _RULE, Confidence.PATTERN, context=about)
            for found in _FOR.finditer(plain):
                yield Related(about.ref, RelationType.USES, "uses", found["what"], cite, search=True)
        elif (
            done
            and (done["word"] != "with" or not done["first"] or first in _AUTOMATED)
            and first not in IMPERATIVES | TASK_VERBS
            and not first.endswith("ly")
        ):
            cite = scope.cite(index, _RULE, Confidence.PATTERN, context=about)
            yield Related(about.ref, RelationType.USES, "uses", done["what"], cite, search=True)
