"""What authors link and name themselves: wikilinks, links between notes, `- relation [[X]]`, `relation:: [[X]]`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.model import Confidence
from graph.relation_types import RelationType
from ingest.claims import Linked
from ingest.document import Block, BlockKind, Mark, MarkKind
from ingest.english import TASK_VERBS
from ingest.link_targets import NOTE_ENDING
from ingest.scope import Scope

__all__ = ["named_relation", "read_links", "relation_name"]

_RULE = "link"
_NAMED = re.compile(r"^\s*(?P<name>[A-Za-z][A-Za-z _-]{0,37}[A-Za-z_])\s*(?:::|:)?\s*$")
_EXTERNAL = re.compile(r"^[a-z][a-z0-9+.-]*:|^//|^#", re.IGNORECASE)
_REMARK = re.compile(r"\([^()]*\)|\band\b|\s\^[\w-]+$|\b[\w-]+:: .*")  # a block's own id and properties go on below it
_LINKING_VERBS = frozenset(["is", "are", "was", "were", "be", "has", "have", "can", "like"])
_RELATING = frozenset("to by with of from in on for as at into over than after before".split())
_DEGREES = frozenset(["very", "more", "most", "less", "quite", "simple", "good", "new", "old"])
_LINKING = (BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.DESCRIPTION, BlockKind.TABLE)
_NO_RELATION = frozenset(["see", "also", "and", "the", "a", "its", "it", "this"])


def relation_name(words: str) -> str:
    """Return an author's relation as snake_case."""
    return re.sub(r"[\s-]+", "_", words.strip().casefold())


def read_links(scope: Scope) -> Iterator[Linked]:
    """Yield each link from a topic to another note or page; the words before it name the relation where they do."""
    for index, block in enumerate(scope.document.blocks):
        if block.kind not in _LINKING:
            continue
        about = scope.about(index)
        for mark in block.text.marks:
            if not _leads_to_page(mark):
                continue
            named = named_relation(block, mark)
            kind = relation_name(named) if named else str(RelationType.LINKS_TO)
            span = None if named else (mark.start, mark.end)
            rule = "named link" if named else _RULE
            cite = scope.cite(index, rule, Confidence.EXPLICIT, span=span, context=about)
            phrase = named.casefold() if named else "links to"
            yield Linked(about.ref if about else "", kind, phrase, mark.target, mark.kind is MarkKind.WIKILINK, cite)


def _leads_to_page(mark: Mark) -> bool:
    if mark.kind is MarkKind.WIKILINK:
        return True
    page = mark.target.partition("#")[0]
    return mark.kind is MarkKind.LINK and not _EXTERNAL.match(mark.target) and bool(NOTE_ENDING.search(page))


def _ends_with(block: Block, link: Mark) -> bool:
    """Whether behind the link nothing stands but a remark in parentheses or more links, and before it none."""
    plain = block.text.plain
    links = [mark for mark in block.text.marks if mark.kind in (MarkKind.WIKILINK, MarkKind.LINK)]
    rest = plain[link.end :]
    for mark in reversed([mark for mark in links if mark.start >= link.end]):
        rest = rest[: mark.start - link.end] + rest[mark.end - link.end :]
    return not any(mark.end <= link.start for mark in links) and not _REMARK.sub("", rest).strip(" ,.;&\n")


def _is_statement(words: list[str]) -> bool:
    """`Pods are [[ephemeral]]`, `Stateful applications need [[X]]`, `very simple [[X]]`: a sentence, and no relation's name."""
    last = words[-1].casefold()
    described = len(words) > 1 and (words[0].casefold() in _DEGREES or (len(words) > 2 and last not in _RELATING))
    return last in _LINKING_VERBS or described


def _is_only_written_big(words: list[str]) -> bool:
    """`Core [[X]]`: one word with a capital that relates nothing."""
    low = words[0].casefold()
    return (
        len(words) == 1
        and words[0][0].isupper()
        and not low.endswith(("s", "ed", "ing", "of", "by", "to", "for", "from", "with"))
    )


def named_relation(block: Block, mark: Mark) -> str:
    """Return the words between the item's start and its first wikilink, where they are a relation's name and nothing else."""
    found = _NAMED.match(block.text.plain, 0, mark.start) if mark.kind is MarkKind.WIKILINK else None
    if not found or not _ends_with(block, mark):
        return ""
    words = found["name"].split()
    field = "::" in block.text.plain[: mark.start]
    if not field and (block.kind is not BlockKind.ITEM or _says_more(words)):
        return ""
    return " ".join(words) if _is_relation_name(words) else ""


def _says_more(words: list[str]) -> bool:
    """`added property for [[X]]`, `Open [[X]]`: news, an instruction or a statement where no field is written."""
    if len(words) > 2 and words[0].endswith("ed"):
        return True
    return words[0].casefold() in TASK_VERBS or _is_statement(words) or _is_only_written_big(words)


def _is_relation_name(words: list[str]) -> bool:
    if not 1 <= len(words) <= 3:
        return False
    return words[0].casefold() not in _NO_RELATION and words[-1].casefold() not in ("a", "an", "the")
