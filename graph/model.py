"""The values that everything passes around: concepts, relations, facts, comparisons, and the lines that say so.

The words are those of the public interface; JSON keys are the field names.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple, NewType

__all__ = [
    "Ambiguity",
    "Comparison",
    "Concept",
    "ConceptId",
    "Confidence",
    "ContextLine",
    "Decision",
    "Dimension",
    "Evidence",
    "Expansion",
    "Kind",
    "Knowledge",
    "LostLink",
    "Measure",
    "Name",
    "Note",
    "NoteId",
    "Relation",
    "Report",
    "Section",
    "Skipped",
    "Span",
    "Statement",
    "Subject",
    "SuggestedMerge",
    "UnreadKey",
]

NoteId = NewType("NoteId", str)  # path under the notes root with "/", "aws/sqs.md"
ConceptId = NewType("ConceptId", str)  # slug [a-z0-9-]+, "sqs": stable in URLs and on disk


class Kind(StrEnum):
    """What a concept is: something that can be run, bought or called, or anything else the notes talk about."""

    SERVICE = "service"
    CONCEPT = "concept"


class Confidence(StrEnum):
    """How the author said it: marked it up, put it in a sentence or list, or only named both together."""

    EXPLICIT = "explicit"
    PATTERN = "pattern"
    MENTION = "mention"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Lines of one note: 1-based, both ends included, first <= last."""

    path: NoteId
    line_start: int
    line_end: int


class ContextLine(NamedTuple):
    """A line elsewhere in the same note that evidence leans on, such as the heading that names the subject."""

    line: int
    text: str


class Evidence(NamedTuple):
    """The lines that say so. `text` occurs on them, white space folded; `rule` is the rule that read it.

    Made, hashed and sorted by the hundred thousand, so a tuple.
    """

    path: NoteId
    line_start: int
    line_end: int
    text: str
    rule: str
    confidence: Confidence
    context: tuple[ContextLine, ...] = ()

    @property
    def span(self) -> Span:
        """Where it stands."""
        return Span(self.path, self.line_start, self.line_end)


@dataclass(frozen=True, slots=True, order=True)
class Name:
    """One of a concept's names as a note writes it."""

    name: str
    evidence: Evidence


@dataclass(frozen=True, slots=True, order=True)
class Statement:
    """A fact or a definition in the author's words (markup removed), with its evidence."""

    text: str
    evidence: Evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class Concept:
    """Something the notes talk about.

    `names` holds each distinct name once, with the first line that has it, `label` among them; `aliases` are the
    other names, sorted. `facts` stand in reading order. `unresolved`: only a link's target that no note defines.
    """

    id: ConceptId
    label: str
    kind: Kind
    aliases: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    names: tuple[Name, ...] = ()
    definition: Statement | None = None
    facts: tuple[Statement, ...] = ()
    unresolved: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """A typed link. Symmetric types are stored once with source < target.

    `type` is a `graph.relation_types.RelationType` value or a name the author chose, in snake_case; `phrase`
    the words a reader would repeat; `prefers` the side that a symmetric relation's words favour.
    """

    source: ConceptId
    type: str
    phrase: str
    target: ConceptId
    evidence: tuple[Evidence, ...]
    prefers: ConceptId | None = None


@dataclass(frozen=True, slots=True)
class Subject:
    """One side of a comparison; `label` is the author's own word for it there."""

    id: ConceptId
    label: str


@dataclass(frozen=True, slots=True)
class Dimension:
    """One row of a comparison: what is compared, the value of each subject that has one, and its lines."""

    name: str
    values: Mapping[ConceptId, str]
    source: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """Two to six concepts set side by side by an author."""

    id: str
    title: str
    subjects: tuple[Subject, ...]
    dimensions: tuple[Dimension, ...]
    source: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A heading and what follows it up to the next heading; `headings` is the path from the note's title down.

    `blocks` are the (first line, last line, depth) of what a reader would point at inside it: items with depth
    from 1, paragraphs and table rows with depth 0; in reading order.
    """

    path: NoteId
    headings: tuple[str, ...]
    line_start: int
    line_end: int
    blocks: tuple[tuple[int, int, int], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """One Markdown file as it was read. `text` has its byte order mark and nothing else removed."""

    path: NoteId
    title: str
    tags: tuple[str, ...]
    sha256: str
    text: str = ""
    sections: tuple[Section, ...] = ()


@dataclass(frozen=True, slots=True, order=True)
class Skipped:
    """A file, or a part of one, that was passed over, and why."""

    path: str
    reason: str


@dataclass(frozen=True, slots=True, order=True)
class Ambiguity:
    """A name that could be more than one thing; it was not resolved to any."""

    name: str
    candidates: tuple[str, ...]
    path: NoteId
    line: int


@dataclass(frozen=True, slots=True, order=True)
class SuggestedMerge:
    """Two concepts that may be one; never merged without a line that says so."""

    first: ConceptId
    second: ConceptId
    reason: str


@dataclass(frozen=True, slots=True, order=True)
class LostLink:
    """A link that leads to no note; `wiki` tells `[[...]]` from a link to a Markdown file, `target` is as written."""

    path: NoteId
    line: int
    target: str
    wiki: bool


@dataclass(frozen=True, slots=True, order=True)
class UnreadKey:
    """A key of a note's front matter from which nothing was read; `linked` tells that its value links to notes."""

    path: NoteId
    line: int
    key: str
    linked: bool


@dataclass(frozen=True, slots=True, order=True)
class Expansion:
    """One of several long forms that the notes give for one abbreviation."""

    short: str
    long: str
    evidence: Evidence


@dataclass(frozen=True, slots=True, order=True)
class Decision:
    """What the user's settings say of some names, and what it did."""

    action: str
    names: tuple[str, ...]
    effect: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What a build did: relations made by each rule, what was passed over, what a person should decide.

    `expansions` holds the abbreviations with more than one long form, all forms of each.
    """

    rules: Mapping[str, int] = field(default_factory=dict)
    skipped: tuple[Skipped, ...] = ()
    ambiguous: tuple[Ambiguity, ...] = ()
    suggested_merges: tuple[SuggestedMerge, ...] = ()
    decisions: tuple[Decision, ...] = ()
    lost_links: tuple[LostLink, ...] = ()
    unread_keys: tuple[UnreadKey, ...] = ()
    expansions: tuple[Expansion, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Knowledge:
    """Everything built from a folder of notes, each list in its total order (ids, then lines)."""

    concepts: tuple[Concept, ...] = ()
    relations: tuple[Relation, ...] = ()
    comparisons: tuple[Comparison, ...] = ()
    notes: tuple[Note, ...] = ()
    report: Report = Report()


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """What a build works out about one concept from the whole graph, stored so that no page has to.

    `degree` counts relations other than `mentions`; `community` numbers groups of related concepts, the largest
    first.
    """

    degree: int = 0
    community: int = 0
