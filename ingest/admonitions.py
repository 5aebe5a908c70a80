"""Admonitions of MkDocs (`!!! note`, `=== "Tab"`) and Docusaurus (`:::tip`) rewritten as the callouts of Obsidian.

Their bodies become quotes, line by line, so that the Markdown parser reads the blocks within.
"""

from __future__ import annotations

import re

from ingest.edits import Edit

__all__ = ["find_admonitions"]

_INDENTED = re.compile(
    r"""^(?P<indent>[ \t]*)(?:(?:!!!|\?\?\?\+?)[ \t]+(?P<type>[\w-]+)(?:[ \t]+(?:inline|end))*|===[!+]{0,2}(?=[ \t]*"))"""
    r"""(?P<gap>[ \t]*)(?:"(?P<title>[^"\n]*)")?[ \t]*\r?$""",
    re.MULTILINE,
)
_FENCED = re.compile(r"^(?P<indent>[ \t]*)(?P<colons>:{3,})[ \t]*(?P<rest>[^\n]*?)[ \t]*\r?$", re.MULTILINE)
_FENCED_START = re.compile(
    r"""\{?[.]?(?P<type>[A-Za-z][\w-]*)[ \t]*(?:\[(?P<label>[^\]\n]*)\]|\{[^}\n]*?title="(?P<named>[^"\n]*)"[^}\n]*\}"""
    r"""|\{[^}\n]*\}|(?P<words>[^\[{}\n]*))"""
)
_MAX_DEPTH = 8  # deeper fences are taken away, their text stays


def find_admonitions(text: str, regions: list[tuple[int, int]]) -> list[Edit]:
    """Return the edits that make callouts of a source's admonitions."""
    edits: list[Edit] = []
    if "!!!" in text or "???" in text or "===" in text:
        for start, end in regions:
            for marker in _INDENTED.finditer(text, start, end):
                edits += _quote_indented(text, marker)
    if ":::" in text:
        edits += _quote_fenced(text, regions)
    return edits


def _line_end(text: str, position: int) -> int:
    end = text.find("\n", position)
    return len(text) if end < 0 else end


def _quote_indented(text: str, marker: re.Match[str]) -> list[Edit]:
    indent = marker["indent"]
    bodies = (indent + "    ", indent + "\t")
    body: list[Edit] = []
    kept = 0
    position = marker.end() + 1
    while position < len(text):
        end = _line_end(text, position)
        if text.startswith(bodies, position) and not text[position:end].isspace():
            width = 1 if text[position + len(indent)] == "\t" else 4
            start = position + len(indent)
            body.append((start, start + width, "> "))
            kept = len(body)
        elif text[position:end].strip():
            break
        else:
            body.append((position, position, ">"))
        position = end + 1
    if not kept:
        return []
    edits = _marker_edits(text, marker)
    if kept == len(body) and position < len(text):
        edits.append((position, position, "\n"))  # a lazy line would join the body's last paragraph
    return edits + body[:kept]


def _marker_edits(text: str, marker: re.Match[str]) -> list[Edit]:
    start = marker.end("indent")
    callout = f"> [!{(marker['type'] or 'tab').lower()}] "
    edits: list[Edit] = []
    if not marker["indent"] and text[: marker.start()].rstrip(" \t")[-2:].strip("\r\n"):
        edits.append((marker.start(), marker.start(), "\n"))
    if marker["title"] is None:
        return [*edits, (start, marker.end("gap"), callout)]
    close = marker.end("title")
    return [*edits, (start, marker.start("title"), callout), (close, close + 1, "")]


def _quote_fenced(text: str, regions: list[tuple[int, int]]) -> list[Edit]:
    edits: list[Edit] = []
    open_fences: list[re.Match[str]] = []
    for begin, stop in regions:
        for fence in _FENCED.finditer(text, begin, stop):
            start = _FENCED_START.match(fence["rest"])
            if start:
                open_fences.append(fence)
            elif not fence["rest"] and open_fences:
                opener = open_fences.pop()
                edits.append((fence.start("colons"), fence.end("colons"), ""))
                edits += _fence_edits(opener, quoted=len(open_fences) < _MAX_DEPTH)
                if len(open_fences) < _MAX_DEPTH:
                    edits += _quote_lines(text, opener.end() + 1, fence.start(), len(opener["indent"]))
    for opener in open_fences:
        edits += _fence_edits(opener, quoted=False)
    return edits


def _fence_edits(opener: re.Match[str], *, quoted: bool) -> list[Edit]:
    """Return the edits of the opening line: its signs become a callout's, its title stays."""
    start = _FENCED_START.match(opener["rest"])
    if start is None:
        return []
    title = next((name for name in ("label", "named", "words") if start[name]), "")
    offset = opener.start("rest")
    callout = f"> [!{start['type'].lower()}] " if quoted else ""
    if not title:
        return [(opener.start("colons"), opener.end("rest"), callout)]
    return [
        (opener.start("colons"), offset + start.start(title), callout),
        (offset + start.end(title), opener.end("rest"), ""),
    ]


def _quote_lines(text: str, position: int, stop: int, indent: int) -> list[Edit]:
    edits: list[Edit] = []
    while position < stop:
        end = _line_end(text, position)
        own = len(text[position:end]) - len(text[position:end].lstrip(" \t"))
        at = position + min(indent, own)
        edits.append((at, at, "> "))
        position = end + 1
    return edits
