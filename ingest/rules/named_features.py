"""Features named in a sentence: "the data key caching feature of the SDK", "The multipart upload API enables you to"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.model import Confidence
from graph.names import fold_name
from graph.relation_types import RelationType
from graph.sentences import split_sentences
from ingest.claims import Related, Thing, qualify, unqualified
from ingest.document import BlockKind, MarkKind
from ingest.english import LEADING_QUALIFIERS, QUALIFIED
from ingest.membership import needed_weight, stands_below
from ingest.name_weight import Weight, is_activity, is_adjective, is_whole, name_weight
from ingest.node_names import clean_name, has_proper_shape, is_generic, is_name
from ingest.scope import Scope
from ingest.topics import Topic

__all__ = ["read_named_features"]

_RULE = "named feature"
_NOUN = r"(?P<noun>feature|capability|option|API|mode|plug-?in|extension|add-on)"
_FEATURE_OF = re.compile(
    rf"\b[Tt]he (?P<name>(?:[\w.-]+ ){{1,4}}?){_NOUN} (?:of|in) (?:the |an? )?(?P<of>[A-Z][\w.+-]*+(?: [A-Z][\w.+-]*+){{0,3}}+)(?! [a-z]{{4,}}(?<!that|with|when|from|this|also|lets)\b)"
)
_FEATURE = re.compile(
    rf"^The (?P<name>(?:[\w.-]+ ){{1,4}}?){_NOUN} (?:enables?|lets?|allows?|is|can|provides?|helps?|gives?)\b"
)
_KIND = re.compile(r"^(?P<name>(?P<of>[A-Z][\w-]*[A-Z][\w-]*) [a-z]{3,}s) (?:allow|enable|let|help|describe)\b")
_ENABLED = re.compile(
    r"^(?:The )?(?P<name>[A-Z][\w.+-]*(?: [\w.+-]+){0,2}) (?:can|must|should|may) (?:only |also )?be "
    r"(?:enabled|disabled|activated|turned on|turned off)\b"
)
_LEFT_OUT = QUALIFIED | LEADING_QUALIFIERS | {"preferred", "implementation"}  # what is said of a feature, and no name
_TEXTS = frozenset(["Guide", "Reference", "Documentation", "Manual", "Tutorial", "Handbook"])
# One of these stands in every text that the patterns match: a cheap first look.
_CUES = (
    *("feature", "capability", "option", "API", "mode", "plugin", "plug-in", "extension", "add-on"),
    *("s allow", "s enable", "s let ", "s help", "s describe", "enabled", "disabled", "activated", "turned o"),
)


def read_named_features(scope: Scope) -> Iterator[Thing | Related]:
    """Yield each named feature as a part of what the sentence says has it, else of the topic."""
    for index, block in scope.blocks(BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.DESCRIPTION):
        plain = block.text.plain
        if any(map(plain.__contains__, _CUES)):
            for start, end in split_sentences(plain):
                yield from _told(scope, index, plain[start:end], (start, end))


def _told(scope: Scope, index: int, sentence: str, span: tuple[int, int]) -> Iterator[Thing | Related]:
    for found in _FEATURE_OF.finditer(sentence):
        if found["of"].rpartition(" ")[2] not in _TEXTS:
            bounds = (span[0] + found.start(), span[0] + found.end())
            yield from _feature(scope, index, _name(found), clean_name(found["of"]), bounds, None)
    named = _KIND.match(sentence)
    if named and not is_adjective(named["of"]):
        yield from _feature(scope, index, named["name"], named["of"], span, None)
    opened, about = _FEATURE.match(sentence) or _enabled(sentence), scope.about(index)
    if opened is None or about is None or about.name == opened.groupdict().get("noun"):
        return
    if _can_have(scope, index, about) and not _is_elsewhere(scope, index, span[0]):
        yield from _feature(scope, index, _name(opened), about.ref, span, about)


def _can_have(scope: Scope, index: int, about: Topic) -> bool:
    """Whether the topic is a thing by its name, and no more than the feature itself."""
    thing = name_weight(scope, about.name) >= Weight.TITLED and not is_activity(about.name.split()[-1])
    fit = is_whole(about.name) and needed_weight(scope, about) < Weight.NEVER
    return thing and fit and stands_below(scope, index, about)


def _name(found: re.Match[str]) -> str:
    """The words before the noun, and the noun where they are no name without it: "volume mode", "Ingress API"."""
    noun, words = found.groupdict().get("noun"), found["name"]
    return f"{words}{noun}" if noun == "mode" or (noun == "API" and words.count(" ") == 1) else words


def _is_elsewhere(scope: Scope, index: int, start: int) -> bool:
    """`The [builder](https://...) feature`: what another site explains is a feature of something else."""
    marks = scope.document.blocks[index].text.marks
    return any(m.kind is MarkKind.LINK and m.start == start + len("The ") and "://" in m.target for m in marks)


def _enabled(sentence: str) -> re.Match[str] | None:
    """Only a name that is one wherever it stands: the first word of a sentence is capitalised anyway."""
    found = _ENABLED.match(sentence)
    return found if found and has_proper_shape(found["name"].split()[0]) else None


def _feature(
    scope: Scope, index: int, words: str, target: str, span: tuple[int, int], about: Topic | None
) -> Iterator[Thing | Related]:
    name, whole = clean_name(words), unqualified(target)[1]
    if not is_name(name) or is_generic(name) or name.split()[0].casefold() in _LEFT_OUT:
        return
    if fold_name(name) in fold_name(whole) or not is_name(clean_name(whole)):
        return
    cite = scope.cite(index, _RULE, Confidence.PATTERN, span=span, context=about)
    owner = about.ref if about else ""
    yield Thing(name, owner, "", cite)
    if about is None:
        yield Thing(target, "", "", cite)
    yield Related(qualify(owner, name), RelationType.PART_OF, "part of", target, cite)
