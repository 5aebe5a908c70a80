"""A comparison as text that can be pasted or opened elsewhere: a Markdown table, or comma-separated values."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence

from graph.compare import Cell, ComparisonTable
from graph.model import Evidence

__all__ = ["SILENT", "comparison_csv", "comparison_markdown", "said", "where"]

SILENT = "not stated"


def where(evidence: Evidence) -> str:
    """Return `path:line` of where something is said."""
    return f"{evidence.path}:{evidence.line_start}"


def said(cell: Cell) -> str:
    """Return a statement, after the name of the part that it speaks of."""
    return f"{cell.about}: {cell.text}" if cell.about else cell.text


def comparison_markdown(table: ComparisonTable) -> str:
    """Return a table in GitHub's Markdown with the place of each statement behind it, then what the authors advise."""
    labels = [subject.label for subject in table.subjects]
    lines = [_line(["", *labels, "verdict"]), _line(["---"] * (len(labels) + 2))]
    for row in table.rows:
        cells = [_joined(row.cells[subject.id]) for subject in table.subjects]
        lines.append(_line([row.dimension, *cells, row.verdict]))
    if table.advice:
        lines += ["", "Choosing:", ""]
        lines += [f"- {_escaped(advice.text)} ({_escaped(where(advice.evidence))})" for advice in table.advice]
    return "\n".join(lines) + "\n"


def _line(cells: Sequence[str]) -> str:
    return f"| {' | '.join(_escaped(cell) for cell in cells)} |"


def _joined(cells: Sequence[Cell]) -> str:
    return "; ".join(f"{said(cell)} ({where(cell.evidence)})" for cell in cells) or SILENT


def _escaped(text: str) -> str:
    """Keep a text in its cell, and its signs from being read as markup."""
    plain = " ".join(text.split())
    for sign in "\\|`*_[]<>":
        plain = plain.replace(sign, f"\\{sign}")
    return plain


def comparison_csv(table: ComparisonTable) -> str:
    """Return one line for each statement: dimension, verdict, origin, subject, statement, path, first and last line."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(["dimension", "verdict", "origin", "subject", "statement", "path", "line_start", "line_end"])
    for row in table.rows:
        told = [row.dimension, row.verdict, row.origin]
        for subject in table.subjects:
            for cell in row.cells[subject.id]:
                span = cell.evidence.span
                writer.writerow([*told, subject.label, said(cell), span.path, span.line_start, span.line_end])
            if not row.cells[subject.id]:
                writer.writerow([*told, subject.label, SILENT, "", "", ""])
    return out.getvalue()
