"""What a comparison says of all its sides at once: "Both integrate with AWS Shield" below "A vs B"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.model import Confidence
from graph.sentences import split_sentences
from ingest.claims import Related
from ingest.compared_names import compared_names, is_versus
from ingest.document import BlockKind
from ingest.relation_verbs import INVERSE, find_verbs, relation_of
from ingest.scope import Scope
from ingest.topics import Topic

__all__ = ["read_both_sides"]

_RULE = "both sides"
_BOTH = re.compile(
    r"^(?:both|all(?: three| four)?)(?: of (?:them|these))?(?: services| systems| tools)?(?: can| also| \w+ly)* (?=[a-z])",
    re.I,
)
_NEGATED = re.compile(r"\b(?:not|never|cannot|neither|without)\b|n't\b", re.I)
_OBJECT_END = re.compile(r"[.;:!?(]|\s(?:that|which|but|because|when|while|if|for|in order)\b")


def read_both_sides(scope: Scope) -> Iterator[Related]:
    """Yield the relation for each side; the object has to be a known name."""
    for index, block in scope.blocks(BlockKind.PARAGRAPH, BlockKind.ITEM):
        plain = block.text.plain
        if not _BOTH.match(plain):
            continue
        heading = _comparing_heading(scope, index)
        side = compared_names(scope.document.blocks[heading].text.plain) if heading >= 0 else None
        if side is None:
            continue
        start, end = split_sentences(plain)[0]
        verb = _verb_of_both(plain[start:end])
        if verb is None or _NEGATED.search(plain, start, end):
            continue
        kind, phrase = relation_of(verb)
        said = plain[start:end][verb.end() :]
        stop = _OBJECT_END.search(said)
        line = scope.document.blocks[heading].first
        above = Topic(side.names[0], "", line, scope.document.lines(line, line).strip(), heading)
        cite = scope.cite(index, _RULE, Confidence.PATTERN, span=(start, end), context=above)
        for name in side.names if phrase != INVERSE else ():
            yield Related(name, kind, phrase, said[: stop.start() if stop else len(said)], cite, search=True)


def _verb_of_both(sentence: str) -> re.Match[str] | None:
    """The verb right behind "Both", where it is one of the grammar's."""
    both = _BOTH.match(sentence)
    verb = next(iter(find_verbs(sentence, both.end())), None) if both else None
    return verb if both and verb and verb.start() == both.end() else None


def _comparing_heading(scope: Scope, index: int) -> int:
    """The nearest heading that compares, over the line's own heading at most."""
    own = scope.document.blocks[index].heading
    above = scope.document.blocks[own].heading if own >= 0 else -1
    return next((i for i in (own, above) if i >= 0 and is_versus(scope.document.blocks[i].text.plain)), -1)
