"""What is indexed together and replaced together: the sections of a note, or the card of a concept."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from graph.knowledge_base import KnowledgeBase
from graph.model import Concept, ConceptId, Note, NoteId, Span
from graph.names import fold_name
from graph.note_lines import split_lines
from graph.ports import Passage
from graph.words import cut_words
from search.concept_places import names_of, place_of, sections_by_heading, thing_of
from search.passages import CARD, card_of, section_passages

__all__ = ["Headings", "IndexGroup", "Nameable", "changed_groups"]

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


class Headings(Protocol):
    """What is indexed under which headings."""

    def headings_of(self, group: str) -> list[str]:
        """Return the folded headings of a note."""
        ...

    def notes_headed(self, folded: str) -> list[str]:
        """Return the notes with such a heading."""
        ...


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
    stamp: str

    @property
    def name(self) -> str:
        return self.note.path

    @property
    def passage_count(self) -> int:
        return len(self.note.sections)

    def passages(self) -> Sequence[Passage]:
        return list(section_passages(self.note))

    def words(self) -> Counter[str]:
        lines = split_lines(self.note.text)
        found: Counter[str] = Counter()
        for section in self.note.sections:
            found.update(set(cut_words("\n".join(lines[section.line_start - 1 : section.line_end]))))
        return found

    def names(self) -> Sequence[Nameable]:
        return [
            Nameable(folded, _HEADING_RANK, section.headings[-1], "section", self.note.path, section.line_start)
            for section in self.note.sections
            for folded in sorted({fold_name(section.headings[-1]), thing_of(section.headings[-1])} - {""})
        ]


@dataclass(frozen=True, slots=True)
class _CardGroup:
    concept: Concept
    span: Span
    answers: bool
    degree: int
    stamp: str

    @property
    def name(self) -> str:
        return f"{CARD}{self.concept.id}"

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


def changed_groups(
    kb: KnowledgeBase, ledger: Headings, before: Mapping[str, str]
) -> tuple[list[str], list[IndexGroup]]:
    """Return the groups to drop, and those to add in their place or anew: notes by path, then concepts by id.

    A concept's card is made again when the concept changed, and when a heading with one of its names came or went,
    for its place may be another. `before` is group -> stamp of what is indexed.
    """
    notes = kb.note_stamps()
    cards = {f"{CARD}{concept}": stamp for concept, stamp in kb.concept_stamps().items()}
    now: dict[str, str] = {**{str(path): stamp for path, stamp in notes.items()}, **cards}
    dropped = [name for name, stamp in before.items() if now.get(name) != stamp]
    read = [kb.note(path) for path, stamp in notes.items() if before.get(path) != stamp]
    touched = _cards_headed(kb, ledger, read, dropped)
    again = {name: stamp for name, stamp in cards.items() if before.get(name) != stamp or name in touched}
    unchanged = [name for name, stamp in again.items() if before.get(name) == stamp]
    return [*dropped, *unchanged], [
        *(_NoteGroup(note, notes[note.path]) for note in read),
        *_cards(kb, ledger, again, read, gone=set(dropped)),
    ]


def _cards_headed(kb: KnowledgeBase, ledger: Headings, read: Sequence[Note], dropped: Sequence[str]) -> set[str]:
    """The cards of the concepts that head a section of the notes read, or headed one of the notes dropped."""
    turned = {thing_of(section.headings[-1]) for note in read for section in note.sections}
    turned.update(folded for name in dropped if not name.startswith(CARD) for folded in ledger.headings_of(name))
    return {f"{CARD}{concept}" for concept in kb.named_any(turned).values()}


def _cards(
    kb: KnowledgeBase, ledger: Headings, stamps: Mapping[str, str], read: Sequence[Note], *, gone: set[str]
) -> list[_CardGroup]:
    concepts = kb.concepts_with_facts([ConceptId(name.removeprefix(CARD)) for name in stamps])
    headed = {name: list(sections) for name, sections in sections_by_heading(read).items()}
    fresh = {note.path for note in read}
    wanted = {name for concept in concepts for name in names_of(concept)}
    kept = sorted({NoteId(path) for name in wanted for path in ledger.notes_headed(name)} - fresh - gone)
    for name, sections in sections_by_heading(map(kb.note, kept)).items():
        headed.setdefault(name, []).extend(sections)
    degrees = kb.briefs(concept.id for concept in concepts)
    return [
        _CardGroup(c, *place_of(c, headed), degrees[c.id].measure.degree, stamps[f"{CARD}{c.id}"]) for c in concepts
    ]
