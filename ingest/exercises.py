"""Questions and answers of exercises: of an answer that is offered nothing tells whether it is right."""

from __future__ import annotations

import re

from ingest.document import Block, BlockKind

__all__ = ["begins_as_answer", "is_exercise"]

_KINDS = (BlockKind.ITEM, BlockKind.PARAGRAPH)
_ASKED = re.compile(
    r"\W*(?:Q(?:uestion)?\s*\d*|Scenario(?:\s*\d+)?|質問|問題|設問|シナリオ|问题|题目|題目|Pregunta|Pergunta)\s*[:：]\s*\S",
    re.IGNORECASE,
)
_ANSWER = re.compile(r"[A-H][.)]\s+\S")


def is_exercise(block: Block) -> bool:
    """Return whether the block is a question or one of the answers to it."""
    plain = block.text.plain
    return block.kind in _KINDS and (begins_as_answer(plain) or _ASKED.match(plain) is not None)


def begins_as_answer(text: str) -> bool:
    """Return whether a text begins like an answer to choose: "A. Use servers"."""
    return _ANSWER.match(text) is not None
