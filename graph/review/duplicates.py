"""Statements that stand at several places, word by word or nearly."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from math import ceil

from graph.model import NoteId
from graph.review.counterparts import are_counterparts
from graph.review.finding import Observation, Quote
from graph.review.material import Block, Material, plain_text
from graph.words import STOP_WORDS, cut_words, stem_word

__all__ = ["find_duplicates", "find_near_duplicates"]

_WORDS = 7  # content words; a shorter line stands at several places by chance
_SIGNS = 40  # letters and blanks at least, for scripts whose words are signs
_ELSEWHERE = re.compile(r"^(?:[A-H][.)]\s|(?:for (?:more|further)|see|refer|read|source|learn more)\b)", re.IGNORECASE)
_LABEL = re.compile(r"\[[^\[\]]*\](?:\([^()]*\)|\[[^\]]*\])|<a\b.*?</a>", re.IGNORECASE)
_MOST = 4  # places; more are boilerplate, put there on purpose
_COPIED = 5  # statements in common; notes with more are copies, and told of once
_ALIKE = 0.85  # of the words of both together
_NEGATIONS = frozenset("not no never cannot without".split())


def find_duplicates(material: Material) -> Iterator[Observation]:
    """Yield each statement with the same words in several sections or notes; of notes that are copies, the first only."""
    groups = [places for group in _same_words(material).values() if 1 < len(places := _apart(group)) <= _MOST]
    for places, count in _told_once(groups):
        yield _observation(material, places, f"the same words stand at {len(places)} places", count)


def find_near_duplicates(material: Material) -> Iterator[Observation]:
    """Yield two statements that share nearly all words, with the same numbers and negations; of copies, the first only."""
    for pair, count in _told_once(_near_pairs(material)):
        yield _observation(material, pair, "two places say nearly the same", count)


def _near_pairs(material: Material) -> list[list[Block]]:
    """Cost: linear but for words that many statements share: only those that share one of their rarest words are laid
    side by side (prefix filtering; Chaudhuri, Ganti and Kaushik 2006).
    """
    firsts = [group[0] for _, group in sorted(_same_words(material).items()) if len(group) <= _MOST]
    worded = [(block, frozenset(_content(block.text))) for block in firsts]
    counts = Counter(word for _, words in worded for word in words)
    by_word: dict[str, list[int]] = defaultdict(list)
    found: list[list[Block]] = []
    for place, (block, words) in enumerate(worded):
        rarest = sorted(words, key=lambda word: (counts[word], word))[: len(words) - ceil(_ALIKE * len(words)) + 1]
        near = sorted({other for word in rarest for other in by_word[word]})
        pairs = [[worded[other][0], block] for other in near if _are_near(worded[other], (block, words))]
        found += [sorted(pair, key=lambda b: b.span) for pair in pairs]
        for word in rarest:
            by_word[word].append(place)
    return found


def _told_once(groups: list[list[Block]]) -> Iterator[tuple[list[Block], int]]:
    """Yield the groups with 0, or of notes with many of them in common the first with their number."""
    groups.sort(key=lambda places: [block.span for block in places])
    shared = Counter(_paths(places) for places in groups)
    told: set[tuple[NoteId, ...]] = set()
    for places in groups:
        paths = _paths(places)
        if shared[paths] <= _COPIED or len(set(paths)) == 1:
            yield places, 0
        elif paths not in told:
            told.add(paths)
            yield places, shared[paths]


def _same_words(material: Material) -> dict[tuple[str, ...], list[Block]]:
    groups: dict[tuple[str, ...], list[Block]] = defaultdict(list)
    for blocks in material.blocks.values():
        for block in blocks:
            words = tuple(cut_words(block.text))
            if not block.has_children and _states(block):
                groups[words].append(block)
    return groups


def _states(block: Block) -> bool:
    """A sentence or a clause; neither a table's row, code, an exam's answer nor words that only lead elsewhere."""
    source = block.source
    if (
        source.startswith(("|", "```", "~~~"))
        or " | " in source
        or block.text.endswith(":")
        or _ELSEWHERE.match(block.text)
    ):
        return False
    own = plain_text(_LABEL.sub(" ", source))
    return len(own) >= _SIGNS and len(_content(own)) >= _WORDS


def _content(text: str) -> list[str]:
    return [stem_word(word) for word in cut_words(text) if word not in STOP_WORDS or word in _NEGATIONS]


def _paths(blocks: Sequence[Block]) -> tuple[NoteId, ...]:
    return tuple(block.span.path for block in blocks)


def _apart(group: Sequence[Block]) -> list[Block]:
    """One of each section, without the counterparts of notes taken before."""
    kept: list[Block] = []
    for block in group:
        if any(block.section == other.section or are_counterparts(block.span.path, other.span.path) for other in kept):
            continue
        kept.append(block)
    return kept


def _are_near(a: tuple[Block, frozenset[str]], b: tuple[Block, frozenset[str]]) -> bool:
    (first, words), (second, others) = a, b
    shared = words & others
    alike = len(shared) >= _ALIKE * len(words | others)
    apart = first.section != second.section and not are_counterparts(first.span.path, second.span.path)
    differing = words ^ others
    return alike and apart and not any(word in _NEGATIONS or word.isdigit() for word in differing)


def _observation(material: Material, blocks: Sequence[Block], said: str, count: int) -> Observation:
    text = blocks[0].text
    notes = " and ".join(dict.fromkeys(_paths(blocks)))
    return Observation(
        about=text if len(text) <= 60 else text[:57] + "...",
        quotes=tuple(Quote(block.span, material.quoted(block.span)) for block in blocks),
        reason=f"{notes} have {count} such statements in common, this is the first"
        if count
        else f"{said}: when one is mended, the other stays as it was",
        remedy="keep one of the notes, or silence this where one is made of the other"
        if count
        else "keep one and link to it",
    )
