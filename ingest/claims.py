"""What one note claims, before names are resolved across notes: the result of reading, pure and cacheable.

Claims speak of names, not of concepts: which names are one thing is decided over all notes together.
`owner` is the name a thing stands under; it tells two things of one name apart ("Streams" of two services).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from graph.model import Confidence, NoteId, Section, Skipped, UnreadKey
from graph.names import is_ordinary_word

__all__ = [
    "Cite",
    "Classed",
    "Compared",
    "Defined",
    "Linked",
    "NoteReading",
    "Related",
    "Row",
    "Said",
    "SameThing",
    "Stretch",
    "Thing",
    "qualify",
    "unqualified",
]

_UNDER = "\x1f"  # ASCII unit separator: in no name


def qualify(owner: str, name: str) -> str:
    """Return how claims refer to a name under an owner: a single ordinary word needs it to be told apart."""
    return f"{unqualified(owner)[1]}{_UNDER}{name}" if owner and is_ordinary_word(name) else name


def unqualified(ref: str) -> tuple[str, str]:
    """Return (owner, name) of a reference; the owner is empty where the name stands for itself."""
    owner, _, name = ref.rpartition(_UNDER)
    return owner, name


class Cite(NamedTuple):
    """Where the note says so and by which rule it was read; `context` holds (line, text) pairs.

    As many as claims, so a tuple: made in a third of a frozen dataclass's time.
    """

    first: int
    last: int
    text: str
    rule: str
    confidence: Confidence
    context: tuple[tuple[int, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Thing:
    """A name that deserves a concept; `kind` is "service", "concept" or empty where the line does not tell."""

    name: str
    owner: str
    kind: str
    cite: Cite
    unresolved: bool = False


@dataclass(frozen=True, slots=True)
class SameThing:
    """Two names of one thing, by the author's word."""

    name: str
    other: str
    cite: Cite


@dataclass(frozen=True, slots=True)
class Related:
    """A relation between names. With `search` the target is a stretch of words in which known names are looked up;
    `fallback` holds the names to make where none is known. With `source_search` the source is a
    stretch too, and `topic` stands in where nothing in it is known, empty where the words have a subject of their own.
    `made` is the name that the source's words are where nothing in them is known.
    `inverse` tells that the words name the ends the other way round ("is used by")."""

    source: str
    type: str
    phrase: str
    target: str
    cite: Cite
    search: bool = False
    fallback: tuple[str, ...] = ()
    prefers: str = ""
    source_search: bool = False
    topic: str = ""
    inverse: bool = False
    made: str = ""


@dataclass(frozen=True, slots=True)
class Classed:
    """Things that the note puts in a class.

    `members` is a reference, or with `search` a stretch of words in which known names are looked up; `names` are
    made where none is known. `made` is the class as the note words it, empty where the words make no class of their
    own; `words` end with it, and their longest ending that is a known name stands in for it.
    """

    members: str
    words: str
    made: str
    cite: Cite
    search: bool = False
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Linked:
    """A link to another page: `target` as written, `wiki` for `[[...]]`; `source` is empty below no topic."""

    source: str
    type: str
    phrase: str
    target: str
    wiki: bool
    cite: Cite


@dataclass(frozen=True, slots=True)
class Said:
    """A fact about a name."""

    subject: str
    text: str
    cite: Cite


@dataclass(frozen=True, slots=True)
class Defined:
    """A definition of a name; with `search` the subject is words that have to be a known name, and no reference."""

    subject: str
    text: str
    cite: Cite
    search: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """One dimension of a comparison: values stand in the order of its subjects, empty where not stated."""

    name: str
    values: tuple[str, ...]
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Compared:
    """Names set side by side by the author. `owner` is a name they share a prefix with, or the section's subject.

    `cite` is the line that sets them side by side, a heading or a table's header; all of it ends on the line `last`.
    """

    title: str
    subjects: tuple[str, ...]
    owner: str
    rows: tuple[Row, ...]
    cite: Cite
    last: int


class Stretch(NamedTuple):
    """Text about a subject (or about none), in which other names may be mentioned."""

    subject: str
    text: str
    cite: Cite


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteReading:
    """Everything one note claims, each list in reading order; `subject` is what links to it mean, its title where empty."""

    path: NoteId
    sha256: str
    title: str
    subject: str = ""
    tags: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    sections: tuple[Section, ...] = ()
    things: tuple[Thing, ...] = ()
    same: tuple[SameThing, ...] = ()
    related: tuple[Related, ...] = ()
    classed: tuple[Classed, ...] = ()
    links: tuple[Linked, ...] = ()
    said: tuple[Said, ...] = ()
    defined: tuple[Defined, ...] = ()
    compared: tuple[Compared, ...] = ()
    stretches: tuple[Stretch, ...] = ()
    unread_keys: tuple[UnreadKey, ...] = ()
    skipped: tuple[Skipped, ...] = ()
