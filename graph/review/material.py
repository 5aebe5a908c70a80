"""What checks look at: everything that was read, and the notes' own prose, prepared once for all of them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from graph.model import Concept, ConceptId, Knowledge, Note, NoteId, Section, Span
from graph.names import fold_name
from graph.note_lines import split_lines

if TYPE_CHECKING:
    from graph.review.clauses import Clause

__all__ = ["Block", "Heading", "Material", "plain_text"]

_FENCE = re.compile(r"^\s*(?:>\s*)*(?:```|~~~)")
_CODE_BLOCK = re.compile(r"^\s*(?:>\s*)*(?:```|~~~)|^(?: {4}|\t)")
_CODE = re.compile(r"(`+)(.+?)\1")
_WIKI = re.compile(r"!?\[\[([^\]|]*)(?:\|([^\]]*))?\]\]")
_LINK = re.compile(r"!?\[([^\[\]]*)\](?:\([^()\s]*(?:\([^()]*\)[^()\s]*)*(?:\s+[\"'][^\"']*[\"'])?\)|\[[^\]]*\])")
_ADDRESS = re.compile(r"<?\b(?:https?|ftp|file|arn|s3):\S+", re.IGNORECASE)
_TAG = re.compile(r"<!--.*?-->|</?[A-Za-z][^<>]*>")
_TEMPLATE = re.compile(r"\{[{%].*?[%}]\}|\{:.*?\}")
_EMPHASIS = re.compile(r"\*{1,3}|(?<!\w)_{1,3}|_{1,3}(?!\w)|~~|==")
_ITEM = re.compile(r"^\s*(?:>\s*)*(?:[-*+•]\s+|\d+[.)]\s+|#{1,6}\s*|:\s+)?(?:\[[ xX]\]\s+)?")


@lru_cache(maxsize=100_000)
def plain_text(source: str) -> str:
    """Return lines of a note as a reader sees them: bullets, links, addresses, tags and emphasis taken away."""
    text = _ITEM.sub("", source, count=1)
    text = _TEMPLATE.sub(" ", _TAG.sub(" ", text)) if "<" in text or "{" in text else text
    text = _CODE.sub(r"\2", text)
    if "[" in text:
        text = _LINK.sub(r"\1", _WIKI.sub(lambda m: m[2] or m[1], text))
    text = _EMPHASIS.sub("", _ADDRESS.sub(" ", text))
    return " ".join(text.replace("\\", "").split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """An item, a paragraph or a table row. `above` holds the enclosing items' blocks by their place, outermost first."""

    span: Span
    depth: int  # items from 1, anything else 0
    source: str  # as it stands, lines joined by a blank
    section: Section
    above: tuple[int, ...] = ()
    has_children: bool = False

    @property
    def text(self) -> str:
        """As a reader sees it."""
        return plain_text(self.source)


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """A section's heading, and the path of headings above it, the note's title first."""

    span: Span
    text: str
    above: tuple[str, ...]
    section: Section


@dataclass(frozen=True)
class Material:
    """Everything built from the notes, with their lines, blocks and headings. Cost: one pass over the text."""

    knowledge: Knowledge

    @cached_property
    def lines(self) -> Mapping[NoteId, list[str]]:
        """Note -> its lines."""
        return {note.path: split_lines(note.text) for note in self.knowledge.notes}

    @cached_property
    def blocks(self) -> Mapping[NoteId, tuple[Block, ...]]:
        """Note -> its blocks in reading order; code is none."""
        return {note.path: tuple(self._note_blocks(note)) for note in self.knowledge.notes}

    @cached_property
    def block_at(self) -> Mapping[tuple[NoteId, int], int]:
        """(note, line) -> the place of the block that begins there, among the note's blocks."""
        return {
            (path, block.span.line_start): place
            for path, blocks in self.blocks.items()
            for place, block in enumerate(blocks)
        }

    @cached_property
    def headings(self) -> tuple[Heading, ...]:
        """All headings by note and line; what stands before a note's first heading has none."""
        return tuple(
            Heading(
                span=Span(note.path, section.line_start, section.line_start),
                text=section.headings[-1],
                above=section.headings[:-1],
                section=section,
            )
            for note in self.knowledge.notes
            for section in note.sections
            if len(section.headings) > 1
        )

    @cached_property
    def concepts(self) -> Mapping[ConceptId, Concept]:
        """Id -> concept."""
        return {concept.id: concept for concept in self.knowledge.concepts}

    @cached_property
    def named(self) -> Mapping[str, tuple[ConceptId, ...]]:
        """Folded name -> the concepts that have it, by id."""
        found: dict[str, set[ConceptId]] = defaultdict(set)
        for concept in self.knowledge.concepts:
            for name in concept.names:
                found[fold_name(name.name)].add(concept.id)
        return {name: tuple(sorted(ids)) for name, ids in found.items()}

    @cached_property
    def clauses(self) -> tuple[Clause, ...]:
        """What the notes state, clause by clause; several checks lay these side by side."""
        from graph.review.clauses import read_clauses  # which reads material itself

        return tuple(read_clauses(self))

    def quoted(self, span: Span) -> str:
        """Return what stands on the lines, white space folded."""
        return " ".join(" ".join(self.lines[span.path][span.line_start - 1 : span.line_end]).split())

    def _note_blocks(self, note: Note) -> Iterator[Block]:
        lines = self.lines[note.path]
        place = 0
        for section in note.sections:
            open_items: list[tuple[int, int]] = []  # (depth, place)
            for number, (first, last, depth) in enumerate(section.blocks):
                following = section.blocks[number + 1] if number + 1 < len(section.blocks) else (0, 0, 0)
                while open_items and depth and open_items[-1][0] >= depth:
                    open_items.pop()
                if not depth:
                    open_items = []
                if _CODE_BLOCK.match(lines[first - 1]) and (not depth or _FENCE.match(lines[first - 1])):
                    continue
                yield Block(
                    span=Span(note.path, first, last),
                    depth=depth,
                    source=" ".join(" ".join(lines[first - 1 : last]).split()),
                    section=section,
                    above=tuple(item for _, item in open_items),
                    has_children=bool(depth) and following[2] > depth,
                )
                if depth:
                    open_items.append((depth, place))
                place += 1
