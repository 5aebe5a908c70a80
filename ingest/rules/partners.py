"""Two things that are said to work together: "Hive and Iceberg can be used together"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.model import Confidence
from graph.relation_types import RelationType
from graph.sentences import split_sentences
from ingest.claims import Related, Thing
from ingest.document import BlockKind
from ingest.node_names import clean_name, is_name, strip_heading
from ingest.scope import Scope

__all__ = ["read_partners"]

_RULE = "partners"
_NAME = r"[A-Z][\w.+#-]*(?: [A-Z\d][\w.+#-]*){0,3}"
_TOGETHER = re.compile(
    rf"(?:(?:You|We) can (?:use|combine|run|deploy) |(?:Use|Combine|Run|Deploy) )?(?:[Bb]oth )?(?P<a>{_NAME}) (?:and|\+|&) (?P<b>{_NAME})"
    r"(?: (?:can|may|could|are|be|also|often|usually|commonly|frequently|typically|generally|sometimes|always))*"
    r"(?: (?:used|combined|deployed|paired|run|works?|operate|integrated))?(?: (?:well|best|great|nicely|seamlessly|hand in hand))? together\b"
)
# "through a combination of SQS and SNS"
_COMBINED = re.compile(
    rf"\b(?:(?:through|via|using|with|by) (?:a |the )?combination of|by combining) (?P<a>{_NAME}) (?:and|with) (?P<b>{_NAME})(?=[.,;)]|$| (?:to|for|in|as|which|so)\b)"
)
_WITH = re.compile(
    rf"(?:[^:.]{{2,40}}: )?(?:Combine|Pair|Integrate) (?P<a>{_NAME}) with (?P<b>{_NAME})(?=[.,;()]|$| (?:to|for|in|and|so)\b| \()"
)
_HEADING = re.compile(rf"(?P<a>{_NAME}) \+ (?P<b>{_NAME})(?:\s*[:–—(].*)?$")  # "Queue X + Queue Y: fan-out"
_INTEGRATING = re.compile(
    rf"(?:Integrating|Connecting|Combining|Using) (?P<a>{_NAME}) (?:with|and) (?P<b>{_NAME})(?: for\b.*)?$"
)
_CUES = (" together", "combin", "pair ", "integrate ")
_PLUS = (" + ", "ing ")
_NEGATED = re.compile(r"\b(?:not|never|cannot|without)\b|n['’]t\b", re.I)


def read_partners(scope: Scope) -> Iterator[Thing | Related]:
    """Yield the pair of each sentence that says so of two names written as such."""
    yield from _of_headings(scope)
    for index, block in scope.holding(_CUES, BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.DESCRIPTION):
        plain = block.text.plain
        for start, end in split_sentences(plain):
            found = _said_together(plain, start, end)
            names = [clean_name(found[side]) for side in "ab"] if found else []
            if names and all(map(is_name, names)):
                cite = scope.cite(index, _RULE, Confidence.PATTERN, span=(start, end))
                yield from (Thing(name, "", "", cite) for name in names)
                yield Related(names[0], RelationType.INTEGRATES_WITH, "used together with", names[1], cite)


def _of_headings(scope: Scope) -> Iterator[Related]:
    """`Kafka + Spark`, `Integrating Kafka with Spark`."""
    for index, block in scope.holding(_PLUS, BlockKind.HEADING):
        plain = strip_heading(block.text.plain)
        found = _HEADING.match(plain) or _INTEGRATING.match(plain)
        if found and scope.proper.holds(found["a"]) and scope.proper.holds(found["b"]):
            cite = scope.cite(index, _RULE, Confidence.PATTERN)
            yield Related(found["a"], RelationType.INTEGRATES_WITH, "used together with", found["b"], cite)


def _said_together(plain: str, start: int, end: int) -> re.Match[str] | None:
    if plain[start:end].rstrip().endswith("?"):
        return None
    found = _TOGETHER.match(plain, start, end) or _COMBINED.search(plain, start, end) or _WITH.match(plain, start, end)
    return None if found is None or _NEGATED.search(plain, start, found.start()) else found
