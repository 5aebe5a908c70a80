"""A query's words as the index knows them: stems, each with the other ways in which the notes may say it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from graph.knowledge_base import KnowledgeBase
from graph.words import STOP_WORDS, cut_words, split_camel, stem_word, stems
from search.correction import Corrector
from search.index_directory import NoteIndex
from search.query import Query

__all__ = ["Term", "Understood", "understand"]

_MOST = 40  # terms of one query
_LONGEST_NAME = 5  # words of a name that is looked for within a query
_SPELLING = 0.7  # weight of another spelling: joined, split
_OTHER_NAME = 0.3  # weight of a concept's other name (docs/ranking.md)
_MOST_NAMES = 8  # of one concept
_LONGEST_OTHER = 6  # words of another name that is taken in


@dataclass(frozen=True, slots=True)
class Term:
    """One word of the query: its stem, and other stems (all of one entry) that say the same, with their weight."""

    stem: str
    others: tuple[tuple[tuple[str, ...], float], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Understood:
    """What the words of a query are taken for.

    `corrected` is the text with mistyped words replaced, equal to the query's text where none is; `unknown` are
    the words that occur nowhere.
    """

    terms: tuple[Term, ...]
    corrected: str
    unknown: tuple[str, ...] = ()


@dataclass(slots=True)
class _Word:
    text: str
    alternatives: list[tuple[tuple[str, ...], float]]


def understand(kb: KnowledgeBase, index: NoteIndex, query: Query, *, exact: bool = False) -> Understood:
    """Correct, join and split a query's words as the notes spell them, and add the other names of what it names.

    Args:
        kb: the knowledge base.
        index: the index of the same generation.
        query: the query taken apart.
        exact: correct nothing.
    """
    corrector = Corrector(index.ledger)
    unknown: list[str] = []
    words = _joined(index, _typed_words(index, query, unknown, corrector, exact=exact))
    kept = [word for word in words if word.text not in STOP_WORDS] or words
    _add_other_names(kb, index, kept)
    return Understood(
        terms=tuple(Term(stem_word(word.text), tuple(word.alternatives)) for word in kept[:_MOST]),
        corrected=_replaced(query.text, corrector.changed),
        unknown=tuple(dict.fromkeys(word for word in unknown if word not in STOP_WORDS)),
    )


def _typed_words(
    index: NoteIndex, query: Query, unknown: list[str], corrector: Corrector, *, exact: bool
) -> list[_Word]:
    """The query's words one by one, what stands behind OR as another way to say the word before it."""
    words: list[_Word] = []
    for alternatives in query.words:
        for place, token in enumerate(alternatives):
            believed = exact or token in query.literal
            found = _words_of(index, token, unknown, None if believed else corrector)
            if place == 0:
                words += found
            elif words and found:
                words[-1].alternatives.append((tuple(stem_word(word.text) for word in found), 1.0))
        if len(words) > _MOST * 2:
            break
    return words


def _words_of(index: NoteIndex, token: str, unknown: list[str], corrector: Corrector | None) -> list[_Word]:
    """Return the words of one token; parts shown by capitals and digits are another spelling where the notes have all."""
    found = [_Word(word, []) for word in cut_words(token)[:_MOST]]
    if len(found) == 1 and len(parts := split_camel(token)) > 1 and all(map(index.ledger.frequency, parts)):
        found[0].alternatives.append((tuple(stems(" ".join(parts), keep_stop_words=True)), _SPELLING))
    known: list[_Word] = []
    for word in found:
        if word.alternatives or word.text in STOP_WORDS or _occurs(index, word.text):
            known.append(word)
        elif parts := _split(index, word.text):
            known += [_Word(part, []) for part in parts]
        elif corrector is not None and (better := corrector.correct(word.text)):
            known.append(_Word(better, []))
        else:
            unknown.append(word.text)
            known.append(word)
    return known


def _occurs(index: NoteIndex, word: str) -> bool:
    """Return whether the notes have the word, or another form of it."""
    return index.ledger.frequency(word) > 0 or index.passages.passage_count(stem_word(word)) > 0


def _split(index: NoteIndex, word: str) -> list[str]:
    """Return the two words of the notes that this one joins (`route53`), the most even cut first; empty for none."""
    if not word.isascii() or len(word) > 40:
        return []
    cuts = [
        (abs(len(word) - 2 * cut), cut)
        for cut in range(1, len(word))
        if word[cut:].isdigit() or min(cut, len(word) - cut) > 2
    ]
    for _, cut in sorted(cuts):
        if index.ledger.frequency(word[:cut]) and index.ledger.frequency(word[cut:]):
            return [word[:cut], word[cut:]]
    return []


def _joined(index: NoteIndex, words: Sequence[_Word]) -> list[_Word]:
    """Join neighbours that the notes write as one (`dynamo db`): in place of words they lack, else as another spelling."""
    found: list[_Word] = []
    for word in words:
        before = found[-1] if found else None
        both = before.text + word.text if before is not None else ""
        if before is None or len(both) > 40 or not index.ledger.frequency(both):
            found.append(word)
        elif _occurs(index, before.text) and _occurs(index, word.text):
            for part in (before, word):
                part.alternatives.append(((stem_word(both),), _SPELLING))
            found.append(word)
        else:
            found[-1] = _Word(both, [])
    return found


def _add_other_names(kb: KnowledgeBase, index: NoteIndex, words: Sequence[_Word]) -> None:
    """Where words of the query are a concept's name, its other names say the same."""
    for start, end in _spans(len(words)):
        named = kb.named(" ".join(word.text for word in words[start:end]))
        if len(named) != 1:
            continue
        own = {tuple(stem_word(word.text) for word in words[start:end])}
        for name in index.ledger.names_of(named[0])[:_MOST_NAMES]:
            other = tuple(stems(name))
            if other and len(other) <= _LONGEST_OTHER and other not in own:
                own.add(other)
                for word in words[start:end]:
                    word.alternatives.append((other, _OTHER_NAME))


def _spans(count: int) -> Iterator[tuple[int, int]]:
    """Yield (start, end) of runs of words, at most five words each; queries of pasted pages name nothing."""
    if count > 12:
        return
    for start in range(count):
        for end in range(start + 1, min(count, start + _LONGEST_NAME) + 1):
            yield start, end


def _replaced(text: str, changed: dict[str, str]) -> str:
    if not changed:
        return text
    return re.sub(r"\w+", lambda m: changed.get("".join(cut_words(m[0])), m[0]), text)
