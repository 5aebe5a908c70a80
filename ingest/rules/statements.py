"""What is said of a topic: facts, its definition, what it is a kind of, and the text in which others are mentioned."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.model import Confidence
from graph.relation_types import RelationType
from ingest.claims import Defined, Related, Said, Stretch
from ingest.document import BlockKind
from ingest.english import CLASS_NOUNS, DETERMINERS, LEADING_QUALIFIERS
from ingest.node_names import clean_name, is_name
from ingest.scope import Scope

__all__ = ["class_phrase", "read_statements"]

_IS_A = re.compile(r"^(?P<subject>.{2,60}?)\s+(?:is|are)\s+(?:a|an|the|one of the)\s+(?P<rest>.+)$", re.I | re.S)
_CLASS_END = re.compile(
    r"\s+(?:that|which|who|for|to|used|designed|built|based|in|on|at|with|of|by|from|where|when|you|provided|offered"
    r"|written|developed|managed by|running|supporting|offering|providing|allowing|enabling|and)\b|[,.;:(]|\s+[-–—]\s|$",
    re.IGNORECASE,
)
_URL = re.compile(r"(?<!\S)\S+://\S+|\bwww\.\S+")
_QUALITY = re.compile(r"^\w+(?:able|ible|ed|ive|ent|ant|ic|al|ure|y|less|-\w+)$")
_OTHER = re.compile(r"^(?:an?\s+|the\s+)?(?:same|other|another)\b", re.IGNORECASE)
_CLAUSE = re.compile(
    r"[^siu]s$|^(?:between|shared|across|per|known)$", re.IGNORECASE
)  # a verb or preposition: no noun phrase
_PLURAL = re.compile(r"[^siu]s$", re.IGNORECASE)
_URL_ONLY = re.compile(r"^\W*https?://\S+\W*$")


def read_statements(scope: Scope) -> Iterator[Said | Defined | Related | Stretch]:
    """Yield one fact for each item or paragraph, and a definition and kind where the first line of a topic gives one."""
    defined: set[int] = set()
    for index, block in scope.blocks(BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.DESCRIPTION):
        plain = " ".join(block.text.plain.split())
        if not plain or _URL_ONLY.match(plain):
            continue
        own, about = scope.topics.introduced[index], scope.about(index)
        topic = own or about
        cite = scope.cite(index, "statement", Confidence.EXPLICIT, context=topic)
        yield Stretch(topic.ref if topic else "", _URL.sub(" ", plain), cite)
        if about is not None and (own is None or not scope.topics.leads[index] or not _bare(scope, index)):
            yield Said(about.ref, plain, scope.cite(index, "statement", Confidence.EXPLICIT, context=about))
        if topic is not None:
            yield from _kind(scope, index, plain, topic.block not in defined)
            defined.add(topic.block)


def _bare(scope: Scope, index: int) -> bool:
    lead = scope.topics.leads[index]
    return lead is not None and lead.alone and not lead.gloss


def _kind(scope: Scope, index: int, plain: str, first: bool) -> Iterator[Defined | Related]:
    """A lead's text or a topic's first statement may begin with a class: "distributed message queueing system"."""
    own, about = scope.topics.introduced[index], scope.about(index)
    lead = scope.topics.leads[index]
    if own is not None and lead is not None:
        subject, said, topic = (
            own.ref,
            plain[lead.rest :] if plain == scope.document.blocks[index].text.plain else "",
            None,
        )
    elif about is not None and first:
        subject, said, topic = about.ref, plain, about
    else:
        subject, said, topic = "", plain, None
    found = _IS_A.match(plain)
    if found and not (own and lead and not lead.alone):
        subject, said, source_search = clean_name(found["subject"]), found["rest"], True
        if about is not None and subject.casefold() in ("it", "this", "this service", "the service"):
            subject, source_search = about.ref, False
        topic = about
    else:
        source_search = False
    kind = class_phrase(said) if subject else ""
    if not kind or subject.casefold() == kind.casefold():
        return
    cite = scope.cite(index, "definition", Confidence.PATTERN, context=topic)
    yield Related(subject, RelationType.IS_A, "is a", kind, cite, fallback=(kind,), source_search=source_search)
    if not source_search:
        yield Defined(subject, said.rstrip(" ."), cite)


def class_phrase(said: str) -> str:
    """Return the class that a definition begins with, without qualities: "fast, scalable data warehouse that" gives
    "data warehouse"; empty where its head is no class noun."""
    stop = _CLASS_END.search(said)
    head = said[: stop.start() if stop else 0]
    while stop and stop[0].strip().casefold() in (",", "and") and _only_qualities(head):
        following = _CLASS_END.search(said, stop.end())
        if following is None:
            break
        head, stop = said[stop.end() : following.start()].strip(), following
        if _last(head) in CLASS_NOUNS:
            break
    if stop and stop[0].strip().casefold() == "and":
        following = _CLASS_END.search(said, stop.end())
        longer = said[: following.start()] if following else ""
        if following and _last(longer) in CLASS_NOUNS and _last(head) not in CLASS_NOUNS:
            head = longer
    words = head.split()
    while words and (words[0].casefold() in LEADING_QUALIFIERS or words[0].casefold() in DETERMINERS):
        words = words[1:]
    if _OTHER.match(said) or any(_CLAUSE.search(word) for word in words[:-1]) or _PLURAL.search(head):
        return ""
    if not 2 <= len(words) <= 5 or _last(" ".join(words)) not in CLASS_NOUNS or any(w.endswith("ly") for w in words):
        return ""
    name = clean_name(" ".join(words))
    return name if is_name(name) else ""


def _only_qualities(head: str) -> bool:
    words = head.casefold().split()
    return len(words) <= 3 and all(word in LEADING_QUALIFIERS or _QUALITY.match(word) for word in words)


def _last(text: str) -> str:
    words = text.casefold().split()
    return re.sub(r"(?<=[^s])s$", "", words[-1].strip(".,")) if words else ""
