"""Tables that are none to the parser, and cells that it would drop, mended so that it reads them all."""

from __future__ import annotations

import re

from ingest.edits import Edit

__all__ = ["find_table_repairs"]

_SEPARATOR = re.compile(r"\n[ \t>]*(?P<cells>(?:\|[ \t]*)?:?-+:?[ \t]*\|[-:| \t]*)\r?(?=\n|\Z)")
_LEAD = re.compile(r"[ \t>]*(?:(?:[-*+]|[0-9]{1,9}[.)])[ \t]+(?=\|))?")
_PIECE = re.compile(r"\\.|\||`(?P<ticks>`*)(?!`)(?:[^\n]{0,500}?[^`])?`(?P=ticks)(?!`)|``*|!?\[\[[^\[\]\n]{1,300}\]\]")
_MAX_COLUMNS = 500


def find_table_repairs(text: str, regions: list[tuple[int, int]]) -> list[Edit]:
    """Return the edits that make a source's tables whole.

    A header gets as many cells as its longest row, a `|` within code or a wikilink is escaped, and a line
    under a table that is no row is parted from it.
    """
    if "|" not in text or "-" not in text:
        return []
    edits: list[Edit] = []
    for start, end in regions:
        done = start
        for separator in _SEPARATOR.finditer(text, start, end):
            if separator.start() >= done:
                done = _mend_table(text, separator, end, edits)
    return edits


def _mend_table(text: str, separator: re.Match[str], end: int, edits: list[Edit]) -> int:
    """Add one table's repairs to `edits`; return where the table ends."""
    head_start = text.rfind("\n", 0, separator.start()) + 1
    head = text[head_start : separator.start()]
    if "|" not in head or not head.strip():
        return separator.end()
    width = _count_cells(text, head_start, separator.start(), edits)
    columns = _cells_of_separator(separator["cells"])
    longest, position = max(width, columns), separator.end() + 1
    while position < end:
        stop = text.find("\n", position, end)
        stop = end if stop < 0 else stop
        if not text[position:stop].strip(" \t\r>"):
            break
        if "|" not in text[position:stop]:
            edits.append((position, position, "\n"))
            break
        longest = max(longest, _count_cells(text, position, stop, edits))
        position = stop + 1
    if longest != width or longest != columns:
        _widen(text, separator, width, min(longest, _MAX_COLUMNS), edits)
    return position


def _widen(text: str, separator: re.Match[str], width: int, wanted: int, edits: list[Edit]) -> None:
    head_end = len(text[: separator.start()].rstrip()) if separator.start() else 0
    closed = text[head_end - 1] == "|"
    if wanted > width:
        edits.append((head_end, head_end, ("" if closed else " |") + "  |" * (wanted - width)))
    edits.append((*separator.span("cells"), "|" + "-|" * wanted))


def _cells_of_separator(cells: str) -> int:
    return cells.strip().strip("|").count("|") + 1


def _count_cells(text: str, start: int, end: int, edits: list[Edit]) -> int:
    """Count a row's cells; a `|` in a code span or wikilink parts none and is escaped."""
    lead = _LEAD.match(text, start, end)
    start = lead.end() if lead else start
    row = text[start:end].rstrip()
    count = 1
    for piece in _PIECE.finditer(row):
        found = piece[0]
        if found == "|":
            count += 1
        elif "|" in found and found[0] != "\\":
            edits += [(at, at, "\\") for at in _bare_pipes(found, start + piece.start())]
    return count - row.startswith("|") - (row.endswith("|") and not row.endswith("\\|") and len(row) > 1)


def _bare_pipes(found: str, base: int) -> list[int]:
    return [base + match.start() for match in re.finditer(r"(?<!\\)\|", found)]
