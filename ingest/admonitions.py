"""Admonitions of MkDocs (`!!! note`, `=== "Tab"`), Docusaurus (`:::tip`) and Logseq (`#+BEGIN_TIP`) become callouts.

They are rewritten as those of Obsidian (`> [!tip] title`), line by line, so that the parser reads the blocks within.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from ingest.edits import Edit

__all__ = ["find_admonitions"]

_INDENTED = re.compile(
    r"""^(?P<indent>[ \t]*)(?:(?:!!!|\?\?\?\+?)[ \t]+(?P<type>[\w-]+)(?:[ \t]+(?:inline|end))*"""
    r"""|===[!+]{0,2}(?=[ \t]*"))"""
    r"""(?P<gap>[ \t]*)(?:"(?P<title>[^"\n]*)")?[ \t]*\r?$""",
    re.MULTILINE,
)
_FENCED = re.compile(r"^(?P<indent>[ \t]*)(?P<colons>:{3,})[ \t]*(?P<rest>[^\n]*?)[ \t]*\r?$", re.MULTILINE)
_FENCED_START = re.compile(
    r"""\{?[.]?(?P<type>[A-Za-z][\w-]*)[ \t]*(?:\[(?P<label>[^\]\n]*)\]|\{[^}\n]*?title="(?P<named>[^"\n]*)"[^}\n]*\}"""
    r"""|\{[^}\n]*\}|(?P<words>[^\[{}\n]*))"""
)
_ORG = re.compile(r"^(?P<lead>[ \t]*(?:[-*+][ \t]+)?)#\+BEGIN_(?P<type>[A-Za-z]+)[^\n]*$", re.MULTILINE | re.IGNORECASE)
_ORG_END = re.compile(r"^[ \t]*(?P<end>#\+END_(?P<type>[A-Za-z]+))", re.MULTILINE | re.IGNORECASE)
_MAX_DEPTH = 8  # deeper fences are taken away, their text stays


@dataclass(slots=True)
class _Indented:
    """An open admonition: what its lines begin with once quoted, the width of its body's indent, where it ends."""

    prefix: str
    width: int
    end: int


def find_admonitions(text: str, regions: list[tuple[int, int]]) -> list[Edit]:
    """Return the edits that make callouts of a source's admonitions."""
    edits: list[Edit] = []
    if "!!!" in text or "???" in text or "===" in text:
        edits += _quote_all_indented(text, regions)
    if ":::" in text:
        edits += _quote_fenced(text, regions)
    if "#+" in text:
        edits += _quote_org(text, regions)
    return edits


def _line_end(text: str, position: int) -> int:
    end = text.find("\n", position)
    return len(text) if end < 0 else end


def _quote_all_indented(text: str, regions: list[tuple[int, int]]) -> list[Edit]:
    edits: list[Edit] = []
    blanks: dict[int, str] = {}  # what a blank line must begin with to stay in the innermost body
    around: list[_Indented] = []
    for begin, stop in regions:
        for marker in _INDENTED.finditer(text, begin, stop):
            while around and around[-1].end <= marker.start():
                around.pop()
            outer = around[-1] if around else _Indented("", 0, len(text))
            deeper = len(marker["indent"].expandtabs(4)) - outer.width
            inner = _Indented(f"{outer.prefix}{' ' * deeper}> ", outer.width + deeper + 4, 0)
            inner.end = _quote_indented(text, marker, inner.prefix, edits, blanks)
            around.append(inner)
    return edits + [(position, position, prefix) for position, prefix in blanks.items()]


def _quote_indented(text: str, marker: re.Match[str], prefix: str, edits: list[Edit], blanks: dict[int, str]) -> int:
    """Quote the body of one admonition; return where it ends."""
    indent = marker["indent"]
    bodies = (indent + "    ", indent + "\t")
    body: list[Edit] = []
    empty: list[int] = []
    position = end_of_body = marker.end() + 1
    while position < len(text):
        end = _line_end(text, position)
        if not text[position:end].strip():
            empty.append(position)
        elif text.startswith(bodies, position):
            start = position + len(indent)
            body.append((start, start + (1 if text[start] == "\t" else 4), "> "))
            blanks.update(dict.fromkeys(empty, prefix))
            empty.clear()
            end_of_body = end + 1
        else:
            break
        position = end + 1
    if not body:
        return marker.end()
    edits += _marker_edits(text, marker)
    edits += body
    if not empty and position < len(text):
        edits.append((position, position, "\n"))  # a lazy line would join the body's last paragraph
    return end_of_body


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


def _quote_org(text: str, regions: list[tuple[int, int]]) -> list[Edit]:
    edits: list[Edit] = []
    for begin, stop in regions:
        position = begin
        while opener := _ORG.search(text, position, stop):
            close = _ORG_END.search(text, opener.end(), stop)
            if close is None:
                break
            position = close.end()
            if close["type"].lower() == opener["type"].lower():
                edits += _org_edits(text, opener, close)
    return edits


def _org_edits(text: str, opener: re.Match[str], close: re.Match[str]) -> list[Edit]:
    kind = opener["type"].lower()
    indent = len(opener["lead"].expandtabs(4))
    return [
        (opener.end("lead"), opener.end(), "> " if kind == "quote" else f"> [!{kind}]"),
        *_quote_lines(text, opener.end() + 1, close.start(), indent),
        (*close.span("end"), ""),
    ]
