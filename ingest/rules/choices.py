"""Advice that opposes two things: "Choose X if ... / Choose Y for ...", "Prefer A to B", "A and B are not the same"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from graph.model import Confidence
from graph.relation_types import RelationType
from graph.sentences import split_sentences
from ingest.claims import Related
from ingest.document import BlockKind, MarkKind, Text
from ingest.node_names import clean_name, has_proper_shape, is_name, is_nameable
from ingest.scope import Scope

__all__ = ["read_choices"]

_RULE = "choice"
# Few white spaces, counted: between two open stretches an unbounded run of them costs its square.
_CHOOSE = re.compile(
    r"^(?:you should |always )?(?:(?:choose|pick|select|go (?:for|with)|opt for)\s{1,3}(?P<name>.{2,40}?)\s{1,3}(?:if|for|when|where|in case)"
    r"|use\s{1,3}(?P<used>.{2,40}?)\s{1,3}(?:if|when))\b",
    re.I,
)
_OVER = re.compile(r"\b(?:instead of|rather than|over)\b", re.I)
_PREFER = re.compile(
    r"\b(?:prefer|favou?r)\s{1,3}(?P<a>[^,.;]{2,40}?)\s{1,3}(?:to|over|instead of|rather than)\s{1,3}(?P<b>[^,.;]{2,40})",
    re.I,
)
_NOT_SAME = re.compile(
    r"^(?P<a>(?:(?! (?:on|in|from|of|for|to|by|with|at) )[^,.;]){2,40}?)\s{1,3}(?:and|&)\s{1,3}(?P<b>[^,.;]{2,40}?)\s{1,3}(?:are|is)\s{1,3}(?:not the same|different)\b",
    re.I,
)
_BETTER = re.compile(
    r"^(?P<a>[^,.;]{2,40}?)\s{1,3}(?:is|are)\s{1,3}(?:better|safer|cheaper|faster|simpler|more efficient)\s{1,3}than\s{1,3}(?P<b>[^,.;]{2,40})",
    re.I,
)
_PREFERRED = re.compile(
    r"^(?P<a>[^,.;]{2,40}?)\s{1,3}(?:is|are)\s{1,3}(?:generally |usually |often |always )?(?:preferred|recommended|favou?red)\s{1,3}(?:over|to|instead of|rather than)\s{1,3}(?P<b>[^,.;]{2,40})",
    re.I,
)
_INSTEAD = re.compile(
    r"\b(?:use|choose|pick|select)\s{1,3}(?P<a>[^,.;]{2,40}?)\s{1,3}(?:instead of|rather than|over)\s{1,3}(?P<b>[^,.;]{2,40})",
    re.I,
)
# "Why X instead of Y?" takes X for chosen.
_WHY = re.compile(
    r"^\W*Why (?:use |choose |pick |we use |I use )?(?P<a>[A-Z][^,.;?]{1,40}?) (?:instead of|rather than|over|and not) (?P<b>[A-Z][^,.;?+]{1,40}?)(?: \+ [^?]*)?\?(?=\s|$)"
)
# "X instead of Y (smaller, faster)": a line of nothing else
_FRAGMENT = re.compile(
    r"^(?P<a>[A-Z][\w.+#-]*(?: [A-Z][\w.+#-]*){0,3}) (?:instead of|rather than) (?P<b>[A-Z][\w.+#-]*(?: [A-Z][\w.+#-]*){0,3})(?=\.?$| \(|,| for\b)"
)
_PREFERRING = (  # with the words of which one stands in every text that the pattern matches
    (_PREFER, ("prefer", "favo")),
    (_INSTEAD, ("instead of", "rather than", " over ")),
    (_BETTER, ("than",)),
    (_PREFERRED, ("prefer", "recommended", "favo")),
)
_CONTRAST = re.compile(r"^(?P<a>[^,.;]{2,40}?)\s{1,3}only\s{1,3}\S+\.\s{1,3}(?P<b>[A-Z]\w+s?)\s{1,3}\S+.*$")
_TOGETHER = re.compile(
    r"^(?P<a>[^,.;]{2,40}?)\s{1,3}and\s{1,3}(?P<b>[^,.;]{2,40}?)\s{1,3}(?:are\s{1,3})?(?:designed\s{1,3}to\s{1,3})?work\s{1,3}(?:well\s{1,3})?together\b",
    re.I,
)
_DOING = re.compile(r"^[a-z]+ing\s")  # what one does: "prefer leaving it out over exporting nonsense"
# One of these stands in every text that the patterns match: a cheap first look.
_CUES = (
    "prefer",
    "favo",
    "use",
    "choose",
    "pick",
    "select",
    "than",
    "not the same",
    "different",
    "only",
    "together",
    "instead of",
    "rather than",
    "over ",
)
_BESIDE = ("same", "different", "together")
_NO_THING = re.compile(r"^(?:not|it|them|one|both|manage)\b|\b(?:whenever|possible|running|always|only)\b", re.I)
_TAIL = re.compile(r"\s+(?:for|when|if|because|since|as|in|on|with|which|that|so|where)\b.*$", re.I)


def read_choices(scope: Scope) -> Iterator[Related]:
    """Yield alternatives and comparisons that sentences state, with the preferred side where there is one."""
    for index, block in scope.holding(_CUES, BlockKind.ITEM, BlockKind.PARAGRAPH):
        plain = block.text.plain
        asked = _WHY.match(plain) or _FRAGMENT.match(plain)
        if asked:
            yield from _pair(scope, index, asked, RelationType.ALTERNATIVE_TO, prefers=True)
        if "?" in plain:
            continue
        low = plain.casefold()
        yield from _preferred(scope, index, low)
        for start, end in split_sentences(plain) if any(map(low.__contains__, _BESIDE)) else ():
            yield from _set_side_by_side(scope, index, plain[start:end], (start, end))
        contrast = _CONTRAST.search(plain) if "only" in plain else None
        if contrast:
            yield from _pair(scope, index, contrast, RelationType.COMPARED_WITH, prefers=False)
    yield from _chosen_siblings(scope)


def _preferred(scope: Scope, index: int, low: str) -> Iterator[Related]:
    """The first form of a preference that the text, in small letters `low`, holds."""
    text = scope.document.blocks[index].text
    for pattern, cues in _PREFERRING:
        found = pattern.search(text.plain) if any(map(low.__contains__, cues)) else None
        if found and not _negated(text.plain, found.start()) and not _in_link(text, found.start()):
            yield from _pair(scope, index, found, RelationType.ALTERNATIVE_TO, prefers=True)
            return


def _set_side_by_side(scope: Scope, index: int, said: str, span: tuple[int, int]) -> Iterator[Related]:
    same, together = _NOT_SAME.match(said), _TOGETHER.match(said)
    if same:
        yield from _pair(scope, index, same, RelationType.COMPARED_WITH, prefers=False, start=span[0])
    if together:
        yield from _pair(scope, index, together, RelationType.INTEGRATES_WITH, prefers=False, start=span[0])


def _in_link(text: Text, place: int) -> bool:
    """Whether the words are another text's title."""
    return any(mark.kind is MarkKind.LINK and mark.start <= place < mark.end for mark in text.marks)


def _negated(plain: str, start: int) -> bool:
    return bool(re.search(r"\b(?:not|never|n't)\s*$", plain[:start], re.I))


def _pair(
    scope: Scope, index: int, found: re.Match[str], kind: str, *, prefers: bool, start: int = 0
) -> Iterator[Related]:
    if prefers and _TAIL.search(found["a"]):
        return  # "which one you favour depends on how quickly you need to scale"
    whole = found.string[found.end() : found.end() + 1]
    if (whole.isalnum() or whole == "_") and not _TAIL.search(found["b"]):
        return  # cut within a word: no name is that long
    a, b = (
        clean_name(re.sub(r"^(?:[\w ]+:\s+)?(?:(?:an?|the)\s+)?", "", _TAIL.sub("", found[side]), flags=re.I))
        for side in "ab"
    )
    if _is_side(a, prefers) and _is_side(b, prefers):
        cite = scope.cite(index, _RULE, Confidence.PATTERN, span=(start + found.start(), start + found.end()))
        phrase = "preferred to" if prefers else kind.replace("_", " ")
        yield Related(a, kind, phrase, b, cite, fallback=(b,), prefers=a if prefers else "")


def _is_side(name: str, preferred: bool) -> bool:
    """A name, or a noun of several words: "prefer challenge to block" and "prefer not to" name nothing."""
    words = name.split()
    several = not preferred or len(words) > 1 or name[:1].isupper() or has_proper_shape(name) or name.endswith("s")
    return is_nameable(name) and several and not _DOING.match(name) and not _NO_THING.search(name)


def _chosen_siblings(scope: Scope) -> Iterator[Related]:
    """Neighbours in one list that say when to choose what are alternatives, and options of the topic above."""
    chosen: dict[tuple[int, int], list[tuple[int, str]]] = {}
    for index, block in scope.blocks(BlockKind.ITEM):
        found = _CHOOSE.match(block.text.plain)
        words = found["name"] or found["used"] if found else ""
        name = clean_name(re.sub(r"^(?:an?|the)\s+", "", words, flags=re.I))
        if is_name(name) and not _OVER.search(name):
            chosen.setdefault((block.parent, block.heading), []).append((index, name))
    for group in chosen.values():
        if len({name for _, name in group}) > 1:
            yield from _alternatives(scope, group)


def _alternatives(scope: Scope, group: Sequence[tuple[int, str]]) -> Iterator[Related]:
    for index, name in group:
        about = scope.about(index)
        cite = scope.cite(index, _RULE, Confidence.PATTERN, context=about)
        if about is not None and about.name != name:
            yield Related(name, RelationType.OPTION_OF, "option of", about.ref, cite)
    for (index, a), (_, b) in pairwise(group):
        if a != b:
            cite = scope.cite(index, _RULE, Confidence.PATTERN)
            yield Related(a, RelationType.ALTERNATIVE_TO, "alternative to", b, cite)
