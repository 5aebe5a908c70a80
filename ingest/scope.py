"""What a rule is handed: the note, whose topic each block is, and how to cite it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from graph.model import Confidence
from ingest.claims import Cite
from ingest.document import Block, BlockKind, Document
from ingest.proper_nouns import ProperNouns
from ingest.topics import Topic, Topics

__all__ = ["Scope", "scope_of"]


@dataclass(frozen=True, slots=True, eq=False)
class Scope:
    """One note, ready to be read by rules. Nothing in it changes but what is remembered of it; each is equal to itself only."""

    document: Document
    topics: Topics
    proper: ProperNouns
    children: Mapping[int, list[int]]  # block -> blocks nested in it
    members: Mapping[int, list[int]]  # heading -> blocks of its section
    readable: Sequence[tuple[int, Block]]  # (index, block) of what says what is so
    before_list: Sequence[int]  # for each block: the last one before it that is no item and in none, or -1
    _of_kinds: dict[tuple[BlockKind, ...], list[tuple[int, Block]]] = field(default_factory=dict)
    _small: list[str] = field(default_factory=list)  # for each block: its text in small letters

    def blocks(self, *kinds: BlockKind) -> Iterator[tuple[int, Block]]:
        """Return (index, block) of these kinds in reading order, without answers of exercises and release notes."""
        found = self._of_kinds.get(kinds)
        if found is None:
            found = self._of_kinds[kinds] = [(index, block) for index, block in self.readable if block.kind in kinds]
        return iter(found)

    def holding(self, cues: Sequence[str], *kinds: BlockKind) -> Iterator[tuple[int, Block]]:
        """Return those of `blocks` in whose text, in small letters, one of the cues stands: a cheap look before patterns."""
        small = self._small
        if not small:
            small += [block.text.plain.casefold() for block in self.document.blocks]
        for index, block in self.blocks(*kinds):
            if any(map(small[index].__contains__, cues)):
                yield index, block

    def about(self, index: int) -> Topic | None:
        """The topic that the block is about."""
        return self.topics.about[index]

    def beside(self, index: int, reach: int) -> list[int]:
        """Return the blocks of the same list, or the same section, up to `reach` blocks away, the block among them."""
        blocks = self.document.blocks
        place = blocks[index].parent, blocks[index].heading
        near = range(max(0, index - reach), min(index + reach + 1, len(blocks)))
        return [i for i in near if (blocks[i].parent, blocks[i].heading) == place]

    def behind_lead(self, index: int, start: int, end: int) -> int:
        """Return how far into `plain[start:end]` a lead goes that is a term or parted by a sign.

        0 where there is none, or where the lead is the subject of the sentence: "`Get-Job` uses ...".
        """
        lead = self.topics.leads[index]
        if lead is None or lead.alone or not start < lead.rest < end:
            return 0
        plain = self.document.blocks[index].text.plain
        parted = plain[lead.end : lead.rest].strip() or plain[: lead.end].rstrip().endswith(":")
        return lead.rest - start if parted or self.topics.introduced[index] is not None else 0

    def cite(
        self,
        index: int,
        rule: str,
        confidence: Confidence,
        *,
        span: tuple[int, int] | None = None,
        context: Topic | None = None,
    ) -> Cite:
        """Cite the block's own lines, or `plain[span]` of it; a topic named on another line becomes context."""
        block = self.document.blocks[index]
        if span is not None and span[0] < span[1]:
            quote = self.document.quote(block.text, *span)
        else:
            quote = self.document.quote_block(block)
        lines: tuple[tuple[int, str], ...] = ()
        if context is not None and not quote.first <= context.line <= quote.last:
            lines = ((context.line, context.text),)
        return Cite(quote.first, quote.last, " ".join(quote.text.split()), rule, confidence, lines)

    def cite_header(self, block: Block, rule: str, context: Topic | None) -> Cite:
        """Cite a table's header row, or the whole of a table without one."""
        first, last = (block.header.first, block.header.last) if block.header else (block.first, block.last)
        text = " ".join(self.document.lines(first, last).split())
        outside = context is not None and not first <= context.line <= last
        lines = ((context.line, context.text),) if context is not None and outside else ()
        return Cite(first, last, text, rule, Confidence.EXPLICIT, lines)


def scope_of(document: Document, topics: Topics, readable: Sequence[tuple[int, Block]]) -> Scope:
    """Return the scope of a note of whose blocks only the `readable` ones are read for what is so."""
    children: dict[int, list[int]] = {}
    members: dict[int, list[int]] = {}
    before_list: list[int] = []
    last = -1
    for index, block in enumerate(document.blocks):
        children.setdefault(block.parent, []).append(index)
        members.setdefault(block.heading, []).append(index)
        before_list.append(last)
        last = index if block.parent < 0 and block.kind is not BlockKind.ITEM else last
    return Scope(document, topics, ProperNouns(document), children, members, readable, before_list)
