"""What an author left open: a question of a word or two with no answer, a heading that asks and says nothing, a TODO."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.model import Span
from graph.review.empty_sections import is_empty
from graph.review.finding import Observation, Quote
from graph.review.material import Block, Material

__all__ = ["find_open_questions"]

_LONGEST = 2  # words: a longer question is text
_MARKED = re.compile(r"^(?:TODO|TBD|FIXME)\b(?:\s*[:\-–(]|\s*$|\s+\S)|^(?:\S+\s){0,8}\S*\?{2,}$")
_ARROW = re.compile(r"->|→|/")  # states of a task are told of, not left open
_ASKED = re.compile(r"^(?:what|why|how|when|where|who|which|is|are|do|does|can|done)\b", re.IGNORECASE)
_QUESTION = re.compile(r"^[^\W_].*[^\W_)`]\s?\?$")


def find_open_questions(material: Material) -> Iterator[Observation]:
    """Yield each of them. In a list of questions each has its answer elsewhere: such lists are left alone."""
    for blocks in material.blocks.values():
        for place, block in enumerate(blocks):
            if (_MARKED.match(block.text) and not _ARROW.search(block.text)) or (
                _is_left(block) and not _in_quiz(blocks, place)
            ):
                yield _observation(material, block.span, block.text)
    for note in material.knowledge.notes:
        for place, section in enumerate(note.sections):
            heading = material.lines[note.path][section.line_start - 1].rstrip(" #")
            if heading.endswith("?") and is_empty(material.lines[note.path], note, place):
                span = Span(note.path, section.line_start, section.line_start)
                yield _observation(material, span, section.headings[-1])


def _is_left(block: Block) -> bool:
    words = block.text.split()
    return (
        block.depth > 0
        and not block.has_children
        and len(words) <= _LONGEST
        and not _ASKED.match(block.text)
        and bool(_QUESTION.match(block.text))
        and not any(mark in block.source for mark in ("[ ]", "](", "[["))  # a task; a link's label
    )


def _in_quiz(blocks: tuple[Block, ...], place: int) -> bool:
    """Whether another item right before or after it asks as well."""
    block = blocks[place]
    beside = [blocks[other] for other in (place - 1, place + 1) if 0 <= other < len(blocks)]
    return any(b.section == block.section and b.depth == block.depth and b.text.endswith("?") for b in beside)


def _observation(material: Material, span: Span, about: str) -> Observation:
    return Observation(
        about=about if len(about) <= 60 else about[:57] + "...",
        quotes=(Quote(span, material.quoted(span)),),
        reason="this is left open, and no line answers it",
        remedy="answer it or take it out",
    )
