"""What is indexed together and replaced together: the sections of a note, or the card of a concept."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from graph.knowledge_base import KnowledgeBase
from graph.model import Concept, ConceptId, Note, NoteId, Section, Span
from graph.names import fold_name
from graph.ports import Passage
from search.concept_places import place_of, sections_by_heading
from search.passages import CARD, card_of, fingerprint, section_passages, split_lines
from search.words import cut_words

__all__ = ["IndexGroup", "Nameable", "index_groups"]

_HEADING_RANK = 1000  # in completion, behind the concepts; those with more relations have lower ranks


@dataclass(frozen=True, slots=True, order=True)
class Nameable:
    """A name or heading that completion offers; lower `rank` comes first.

    `type` is "concept", and `target` its id, or "section", and `target` the note in which it begins on `line`.
    """

    folded: str
    rank: int
    name: str
    type: str
    target: str
    line: int = 0


class IndexGroup(Protocol):
    """One group: its name, what it is made from, and, on demand, what it gives the index."""

    @property
    def name(self) -> str:
        """The group's name in the index."""
        ...

    @property
    def stamp(self) -> str:
        """Equal while the group gives the same."""
        ...

    @property
    def passage_count(self) -> int:
        """How many passages it has."""
        ...

    def passages(self) -> Sequence[Passage]:
        """Return what the engine gets."""
        ...

    def words(self) -> Counter[str]:
        """Return word -> number of its passages that have it, as the notes spell it."""
        ...

    def names(self) -> Sequence[Nameable]:
        """Return the names that completion offers."""
        ...


@dataclass(frozen=True, slots=True)
class _NoteGroup:
    note: Note
    about: tuple[tuple[ConceptId, ...], ...]

    @property
    def name(self) -> str:
        return self.note.path

    @property
    def stamp(self) -> str:
        return fingerprint(self.note.sha256, self.note.tags, self.note.sections, self.about)

    @property
    def passage_count(self) -> int:
        return len(self.note.sections)

    def passages(self) -> Sequence[Passage]:
        return list(section_passages(self.note, self.about))

    def words(self) -> Counter[str]:
        lines = split_lines(self.note.text)
        found: Counter[str] = Counter()
        for section in self.note.sections:
            found.update(set(cut_words("\n".join(lines[section.line_start - 1 : section.line_end]))))
        return found

    def names(self) -> Sequence[Nameable]:
        headed = {s.headings[-1]: s.line_start for s in reversed(self.note.sections)}
        return [
            Nameable(folded, _HEADING_RANK, heading, "section", self.note.path, line)
            for heading, line in sorted(headed.items())
            if (folded := fold_name(heading))
        ]


@dataclass(frozen=True, slots=True)
class _CardGroup:
    concept: Concept
    span: Span
    answers: bool
    degree: int

    @property
    def name(self) -> str:
        return f"{CARD}{self.concept.id}"

    @property
    def stamp(self) -> str:
        return fingerprint(self.concept, self.span, self.answers, self.degree)

    @property
    def passage_count(self) -> int:
        return 1

    def passages(self) -> Sequence[Passage]:
        return [card_of(self.concept, self.span, answers=self.answers)]

    def words(self) -> Counter[str]:
        return Counter({word for name in self._spelled() for word in cut_words(name)})

    def names(self) -> Sequence[Nameable]:
        rank = _HEADING_RANK - 1 - min(self.degree, _HEADING_RANK // 2)
        spelled = {fold_name(name): name for name in reversed(self._spelled())}
        return [
            Nameable(folded, rank, name, "concept", self.concept.id)
            for folded, name in sorted(spelled.items())
            if folded
        ]

    def _spelled(self) -> tuple[str, ...]:
        return (self.concept.label, *self.concept.aliases)


def index_groups(kb: KnowledgeBase) -> Iterator[IndexGroup]:
    """Yield every group of a knowledge base: notes by path, then concepts by id."""
    knowledge = kb.knowledge()
    headed = sections_by_heading(knowledge.notes)
    degrees = {brief.id: brief.measure.degree for brief in kb.list_concepts()}
    naming = _Naming(knowledge.concepts, degrees)
    for note in knowledge.notes:
        yield _NoteGroup(note, tuple(naming.of(section) for section in note.sections))
    for concept in knowledge.concepts:
        yield _CardGroup(concept, *place_of(concept, headed), degrees[concept.id])


class _Naming:
    """Which concepts headings name: by a name of theirs, or because a rule read a name on the heading's line."""

    def __init__(self, concepts: Sequence[Concept], degrees: Mapping[ConceptId, int]) -> None:
        self._by_name: dict[str, ConceptId] = {}
        self._by_line: dict[tuple[NoteId, int], ConceptId] = {}
        for concept in sorted(concepts, key=lambda c: (-degrees[c.id], c.id)):
            for name in concept.names:
                self._by_name.setdefault(fold_name(name.name), concept.id)
                self._by_line.setdefault((name.evidence.path, name.evidence.line_start), concept.id)

    def of(self, section: Section) -> tuple[ConceptId, ...]:
        found = [self._by_name.get(fold_name(heading)) for heading in section.headings]
        if len(section.headings) > 1:
            found.append(self._by_line.get((section.path, section.line_start)))
        return tuple(dict.fromkeys(concept for concept in found if concept is not None))
