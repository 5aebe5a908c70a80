"""What authors link and name themselves: wikilinks, links between notes, `- relation [[X]]`, `relation:: [[X]]`."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from urllib.parse import unquote

from graph.model import Confidence
from graph.relation_types import RelationType
from ingest.claims import Related, Thing
from ingest.document import Block, BlockKind, Mark, MarkKind
from ingest.node_names import clean_name, is_name
from ingest.scope import Scope

__all__ = ["page_name", "read_links", "relation_name"]

_RULE = "link"
_NAMED = re.compile(r"^\s*(?P<name>[A-Za-z][A-Za-z _-]{1,38}?)\s*(?:::|:)?\s*$")
_EXTERNAL = re.compile(r"^[a-z][a-z0-9+.-]*:|^//|^#", re.IGNORECASE)
_NOTE = re.compile(r"\.(?:md|markdown|mdx)$", re.IGNORECASE)


def page_name(target: str) -> str:
    """Return the page that a wikilink names: without folder, heading, block and ending."""
    page = unquote(target).split("|")[0].split("#")[0].strip()
    return clean_name(_NOTE.sub("", posixpath.basename(page)))


def relation_name(words: str) -> str:
    """Return an author's relation as snake_case."""
    return re.sub(r"[\s-]+", "_", words.strip().casefold())


def read_links(scope: Scope) -> Iterator[Thing | Related]:
    """Yield a relation for each link from a topic to another note or page; the words before it name it where they do."""
    for index, block in scope.blocks(BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.DESCRIPTION, BlockKind.TABLE):
        about = scope.about(index)
        for mark in block.text.marks:
            target = _target(mark)
            if not target or not is_name(target):
                continue
            cite = scope.cite(index, _RULE, Confidence.EXPLICIT, span=(mark.start, mark.end), context=about)
            if mark.kind is MarkKind.WIKILINK:
                yield Thing(target, "", "", cite, unresolved=True)
            if about is None or about.name.casefold() == target.casefold():
                continue
            named = _named(block, mark)
            kind = relation_name(named) if named else str(RelationType.LINKS_TO)
            phrase = named.casefold() if named else "links to"
            whole = scope.cite(index, "named link" if named else _RULE, Confidence.EXPLICIT, context=about)
            yield Related(about.ref, kind, phrase, target, whole if named else cite)


def _target(mark: Mark) -> str:
    if mark.kind is MarkKind.WIKILINK:
        return page_name(mark.target)
    if mark.kind is MarkKind.LINK and not _EXTERNAL.match(mark.target) and _NOTE.search(mark.target.split("#")[0]):
        return page_name(mark.target)
    return ""


def _named(block: Block, mark: Mark) -> str:
    """The words between the item's start and its first wikilink, where they are a relation's name and nothing else."""
    if mark.kind is not MarkKind.WIKILINK or (
        block.text.plain[mark.end :].strip(" ,.") and block.kind is not BlockKind.ITEM
    ):
        return ""
    found = _NAMED.match(block.text.plain[: mark.start])
    if not found or (block.kind is not BlockKind.ITEM and "::" not in block.text.plain[: mark.start]):
        return ""
    words = found["name"].split()
    return (
        " ".join(words)
        if 1 <= len(words) <= 3 and words[0].casefold() not in ("see", "also", "and", "the", "a")
        else ""
    )
