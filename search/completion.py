"""Completion: names and headings that begin like what was typed, or nearly so."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Any

from graph.names import fold_name
from search.index_directory import NoteIndex
from search.index_groups import Nameable
from search.ledger import Ledger

__all__ = ["complete", "completions_json"]

_NEARLY_FROM = 3  # letters; shorter texts are near to everything
_LONGEST = 60  # letters that are completed
_SIGNS = "abcdefghijklmnopqrstuvwxyz0123456789"


def complete(index: NoteIndex, text: str, *, limit: int = 10) -> list[Nameable]:
    """Return what begins with the text, concepts before headings and the more connected before others.

    Where nothing begins so, and from the third letter, names that do after one slip: a letter too many, missing,
    wrong, or swapped with its neighbour. One name for each target. Cost: under 5 ms of CPU at 90,000 passages.
    """
    folded = fold_name(text[:200])[:_LONGEST]
    if not folded:
        return []
    found = index.ledger.names_beginning(folded, limit=limit * 3)
    if not found and len(folded) >= _NEARLY_FROM:
        near = islice(_nearly(index.ledger, folded), limit)
        found = sorted(
            {name for begin in near for name in index.ledger.names_beginning(begin, limit=limit)},
            key=lambda name: (name.rank, len(name.folded), name),
        )
    return list({(name.type, name.target, name.line): name for name in reversed(found)}.values())[::-1][:limit]


def _nearly(ledger: Ledger, folded: str) -> Iterator[str]:
    """Yield what a name begins with and one slip leads to; the first letter stays, for a slip there is rare."""
    for place in range(1, len(folded)):
        before, after = folded[:place], folded[place:]
        if not ledger.beginning_names([before]):
            return
        yield from ledger.beginning_names(_one_slip(before, after))


def _one_slip(before: str, after: str) -> list[str]:
    """Return the texts that a slip right behind `before` leads to: a letter too many, swapped, wrong, or missing."""
    swapped = [before + after[1] + after[0] + after[2:]] if len(after) > 1 else []
    wrong = [text for sign in _SIGNS for text in (before + sign + after[1:], before + sign + after)]
    return [before + after[1:], *swapped, *wrong]


def completions_json(found: Sequence[Nameable]) -> dict[str, Any]:
    """Return `{"completions": [{"name", "type", "id"} or {"name", "type", "source"}]}`."""
    completions: list[dict[str, Any]] = []
    for name in found:
        form: dict[str, Any] = {"name": name.name, "type": name.type, "id": name.target}
        if name.type == "section":
            form["source"] = {"path": name.target, "line_start": name.line, "line_end": name.line}
        completions.append(form)
    return {"completions": completions}
