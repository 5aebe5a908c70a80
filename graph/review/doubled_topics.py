"""One topic under two headings: what is said of it stands in two places, and a reader of one misses the other."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from graph.model import ConceptId, Kind
from graph.names import fold_name
from graph.review.counterparts import are_counterparts
from graph.review.finding import Observation, Quote
from graph.review.material import Heading, Material, plain_text

__all__ = ["find_doubled_topics", "find_scattered_topics", "topic_of"]

_PARENTHESIS = re.compile(r"\s*[(（][^()（）]*[)）]")
_INSIDE = re.compile(r"[(（]([^()（）]*)[)）]")
_NUMBERING = re.compile(r"^(?:\d+(?:\.\d+)*[.):]?\s+|[ivxIVX]+[.)]\s+)")
_LEVEL = re.compile(
    r"\s+(?:101\s*)?[-–—:|]\s+(?:summary|overview|basics|notes|recap|cheat ?sheet|intro(?:duction)?)$", re.IGNORECASE
)
_ASIDE = re.compile(_LEVEL.pattern + r"|^\[.*\]$", re.IGNORECASE)  # a summary repeats on purpose, and so does a tab
_DATED = re.compile(r"\b(?:19|20)\d\d\b")
_DEEPEST = 2  # headings above a topic's own, the note's title among them; "Request" and "Response" repeat below
_FAMILIAR = 30  # headings of one topic, translations among them; looked through in pairs
_MOST = 4  # headings of one topic; more are a habit of these notes, such as a log's


def find_doubled_topics(material: Material) -> Iterator[Observation]:
    """Yield each topic with two headings side by side: in one note, under the same heading, in the same words."""
    for concept, headings in _by_topic(material).items():
        beside: dict[tuple[str, ...], list[Heading]] = defaultdict(list)
        for heading in headings:
            own = material.lines[heading.span.path][heading.span.line_start - 1].lstrip().startswith(("**", "__"))
            top = len(heading.above) == 1 or (len(heading.above) <= _DEEPEST and _is_name(material, concept, heading))
            if top and not own and not _ASIDE.search(plain_text(heading.text)):
                beside[(heading.span.path, *heading.above)].append(heading)
        for group in beside.values():
            same = [heading for heading in group if any(_same_words(heading, other) for other in group)]
            if 1 < len(same) <= _MOST:
                yield _observation(material, concept, same, "in one note, with other topics between them")


def _same_words(a: Heading, b: Heading) -> bool:
    """Whether two headings are worded alike, or one gives the other's words as its long or short form."""
    (first, second) = ({_bare(h.text), *_INSIDE.findall(h.text.casefold())} for h in (a, b))
    return a is not b and bool(first & second)


def _bare(text: str) -> str:
    return " ".join(_PARENTHESIS.sub("", _NUMBERING.sub("", plain_text(text))).casefold().strip(" .:").split())


def find_scattered_topics(material: Material) -> Iterator[Observation]:
    """Yield each topic with headings in several notes, or at several places of one."""
    for concept, headings in _by_topic(material, named=True).items():
        own: dict[tuple[str, ...], Heading] = {}
        for heading in headings:
            own.setdefault((heading.span.path, *heading.above), heading)
        if not 1 < len(own) <= _FAMILIAR:
            continue
        group = [heading for heading in own.values() if not _is_counterpart(heading, own.values())]
        if 1 < len(group) <= _MOST:
            yield _observation(material, concept, group, "at several places")


def _is_counterpart(heading: Heading, others: Iterable[Heading]) -> bool:
    return any(are_counterparts(heading.span.path, other.span.path) for other in others)


def topic_of(material: Material, text: str) -> ConceptId | None:
    """Return the one concept that a heading names, with or without words such as "Summary".

    A parenthesis has to give another name of it; "(Classic)" tells two matters apart.
    """
    plain = _LEVEL.sub("", _NUMBERING.sub("", plain_text(text))).strip()
    whole = material.named.get(fold_name(plain), ())
    if len(whole) == 1:
        return whole[0]
    found = material.named.get(fold_name(_PARENTHESIS.sub("", plain)), ())
    inside = [material.named.get(fold_name(part), ()) for part in _INSIDE.findall(plain)]
    return found[0] if len(found) == 1 and all(found[0] in ids for ids in inside) else None


def _by_topic(material: Material, *, named: bool = False) -> dict[ConceptId, list[Heading]]:
    """Headings that lie in another of the same topic are its parts and left out; so are those that are only words."""
    found: dict[ConceptId, list[Heading]] = defaultdict(list)
    for heading in material.headings:
        topic = topic_of(material, heading.text)
        if topic is None or any(topic_of(material, above) == topic for above in heading.above[1:]):
            continue
        if not _DATED.search(heading.text) and (not named or _is_name(material, topic, heading)):
            found[topic].append(heading)
    return {topic: found[topic] for topic in sorted(found)}


def _is_name(material: Material, topic: ConceptId, heading: Heading) -> bool:
    """A service, or a word with a capital or digit inside or of several capitalised words; "Limits" is told by its place."""
    if material.concepts[topic].kind is Kind.SERVICE:
        return True
    words = plain_text(heading.text).split()
    proper = any(any(c.isupper() or c.isdigit() for c in word[1:]) for word in words)
    return proper or (len(words) > 1 and all(word[:1].isupper() for word in words))


def _observation(material: Material, concept: ConceptId, group: Sequence[Heading], where: str) -> Observation:
    label = material.concepts[concept].label
    return Observation(
        about=label,
        quotes=tuple(Quote(heading.span, material.quoted(heading.span)) for heading in group),
        reason=f"{label} has {len(group)} headings {where}: a reader of one misses what the other says",
        remedy="join the sections, or tell in each heading what it is about",
    )
