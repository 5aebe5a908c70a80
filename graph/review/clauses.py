"""What the notes state, clause by clause, and of what: so that two places that speak of one thing can be laid side by side.

A clause is about the name before its colon or dash, else the name it begins with, else the enclosing item's, else the
heading's. Words of enclosing items that name nothing are kept as conditions: what holds "for small tables" holds
there only. Whatever may be an example, a supposition or one of several answers is no statement.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from graph.model import ConceptId, Dimension, Kind, Span
from graph.names import fold_name
from graph.review.doubled_topics import topic_of
from graph.review.material import Block, Material, plain_text
from graph.sentences import split_sentences
from graph.words import stems

__all__ = ["Clause", "read_clauses"]

_UNSURE = re.compile(
    r"\?|=|→|->|[<>≤≥~≈±]|\b(?:e\.?g|i\.e|example|suppose|assume|calculate|scenario|imagine|say|demo|exercise|sample|quiz|answer"
    r"|if|when|whenever|after|before|once|following|option|unless|while|during|until|depend\w*|except|otherwise|could|might|would|should|about|around"
    r"|approx\w*|roughly|nearly|almost|typically|usually|often|sometimes|some|other|another|either|previous\w*|former\w*"
    r"|legacy|older|newer|used to|no longer|now|currently|both|these|those|this|that|it|they|above|below|next|first"
    r"|second|third|last|additional|extra|more|less|fewer|than)\b",
    re.IGNORECASE,
)
_EXAMPLE = re.compile(
    r"\b(?:examples?|e\.g|suppose|scenarios?|calculat\w+|demo|labs?|exercises?|sample|quiz|questions?|answers?|exams?|tests?)\b|\?",
    re.IGNORECASE,
)
_CHOICE = re.compile(r"^[A-Ha-h1-9][.)]\s|^\(?[A-H]\)")
_LEAD = re.compile(r"^(.{2,60}?)(?::\s+|\s+[-–—]\s+|\s+=\s+)(?=\S)")
_ASIDE = re.compile(r"\s*[(（][^()（）]*[)）]")
_CUT = re.compile(
    r"\s+[-–—]\s+|;\s+|,\s+(?:and|but|while|whereas|so|which|because|since|hence|thus)\s+"
    r"|,\s+(?=(?:max|min|up to|at most|at least|default)\b)",
    re.IGNORECASE,
)
_CONDITION = re.compile(r"^(?:if|when|unless|for|only|with|except|in|on)\b", re.IGNORECASE)
_STOP = re.compile(r"(?<=[.!?])\s+(?=[A-Z])")  # also after a unit in capitals, where a sentence rarely ends
_QUALIFIER = re.compile(r"^(?:max|maximum|min|minimum|largest|longest|smallest|shortest|default|limit|total)\b", re.I)
_YES = re.compile(r"^(?:yes\b|✅|✔|✓|supported\b)", re.IGNORECASE)
_NO = re.compile(r"^(?:no\b|❌|✘|✗|not supported\b)", re.IGNORECASE)
_VALUE = re.compile(
    r"^\W*(?:values?|limits?|settings?|amounts?|numbers?|answers?|notes?|descriptions?)\W*$", re.IGNORECASE
)
_LONGEST_NAME = 4  # words


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """A clause of a block. `subject` is the concept it is about, `within` the services that headings and items name.

    `anchored` tells that the subject stands in the block or an item around it, and not in a heading only;
    `conditions` are the stems of the words around it that name nothing. `beside` is one for the items of one list.
    """

    span: Span
    subject: ConceptId
    within: frozenset[ConceptId]
    anchored: bool
    text: str
    conditions: frozenset[str]
    headings: tuple[str, ...]
    beside: tuple[int, ...] | None


def read_clauses(material: Material) -> Iterator[Clause]:
    """Yield the clauses of all items, paragraphs and authors' comparisons that state something of a known thing."""
    for blocks in material.blocks.values():
        for block in blocks:
            if _states(block, blocks):
                yield from _of_block(material, block, blocks)
    for comparison in material.knowledge.comparisons:
        for dimension in comparison.dimensions:
            yield from _of_cells(dimension)


def _of_cells(dimension: Dimension) -> Iterator[Clause]:
    for concept, cell in sorted(dimension.values.items()):
        said = plain_text(cell).strip(" .")
        if _YES.match(said) or _NO.match(said):
            text = f"is {'not ' if _NO.match(said) else ''}{dimension.name}"
        elif any(sign.isdigit() for sign in said):
            text = f"{dimension.name} {said}"
        else:
            continue  # in words: two tables rarely mean the same by theirs
        if not _UNSURE.search(text):
            yield Clause(
                span=dimension.source,
                subject=concept,
                within=frozenset([concept]),
                anchored=True,
                text=text,
                conditions=frozenset(),
                headings=(),
                beside=None,
            )


def _states(block: Block, blocks: Sequence[Block]) -> bool:
    if _CHOICE.match(block.text):
        return False
    around = [*block.section.headings[1:], *(blocks[place].text for place in block.above)]
    return len(block.text) < 400 and not any(_EXAMPLE.search(text) for text in around)


def _of_block(material: Material, block: Block, blocks: Sequence[Block]) -> Iterator[Clause]:
    topic, within = _section_topic(material, block)
    around: list[str] = []
    anchored = False
    for place in block.above:
        above = blocks[place].text
        named = _named(material, _lead(above)[0] or above.rstrip(":. "))
        if named is not None:
            topic, anchored, around = named, True, []
            within |= _services(material, [named])
        else:
            around.append(above)
    asides = " ".join(_ASIDE.findall(block.text))
    if asides and (_UNSURE.search(asides) or _CONDITION.match(asides.strip(" (（"))):
        return
    for subject, held, text in _told(material, _words(material, block), topic):
        yield Clause(
            span=block.span,
            subject=subject,
            within=within,
            anchored=anchored or held,
            text=text,
            conditions=frozenset(stems(" ".join(around))),
            headings=block.section.headings,
            beside=(block.section.line_start, *block.above) if block.depth else None,
        )


def _told(material: Material, words: str, topic: ConceptId | None) -> Iterator[tuple[ConceptId, bool, str]]:
    """Yield subject, whether the words name it, and the clause; a name other than the topic is told of it as well."""
    for number, sentence in enumerate(_sentences(_ASIDE.sub("", words))):
        subject, held, rest = _subject(material, sentence, topic)
        if number and not held:
            continue  # "The maximum length is 5" is about what the sentence before it names
        if subject is not None and not sentence.endswith(":"):
            yield from ((subject, held, text) for text in _sure(rest))
        if held and not number and topic is not None and topic != subject:
            yield from ((topic, False, text) for text in _sure(" ".join(_lead(sentence))))


def _words(material: Material, block: Block) -> str:
    """The block's words; of a table of two columns a row as label and value, of any other nothing."""
    if not (block.source.startswith("|") or " | " in block.source):
        return block.text
    cells = _cells(block.source)
    line = block.span.line_start - 1
    lines = material.lines[block.span.path]
    while line > 0 and "|" in lines[line - 1]:
        line -= 1
    header = _cells(lines[line])
    if len(cells) != 2 or len(header) != 2 or line == block.span.line_start - 1:
        return ""
    kind = "" if _VALUE.match(header[1]) else header[1]
    return plain_text(f"{cells[0]}: {kind} {cells[1]}")


def _cells(row: str) -> list[str]:
    return [cell.strip() for cell in row.strip().strip("|").split("|")]


def _sentences(text: str) -> Iterator[str]:
    for start, end in split_sentences(text):
        yield from (part.strip().rstrip(".") for part in _STOP.split(text[start:end]) if part.strip())


def _sure(text: str) -> list[str]:
    """The clauses that hold without more: neither supposed nor bounded by the words after them."""
    parts = _CUT.split(text)
    return [
        part
        for part, following in zip(parts, [*parts[1:], ""], strict=True)
        if not _UNSURE.search(part) and not _CONDITION.match(following)
    ]


def _subject(material: Material, sentence: str, topic: ConceptId | None) -> tuple[ConceptId | None, bool, str]:
    """Return what a sentence is about, whether it says so itself, and its words without that name."""
    lead, rest = _lead(sentence)
    if lead:
        named = _named(material, lead)
        if named is not None and not _is_word(material, named):
            return named, True, rest
        return topic, False, f"{lead} {rest}"
    words = sentence.split()
    for size in range(min(_LONGEST_NAME, len(words) - 1), 0, -1):
        named = _named(material, " ".join(words[:size])) if not words[size][0].isdigit() else None
        if named is not None:
            return named, True, " ".join(words[size:])
    return topic, False, sentence


def _is_word(material: Material, concept: ConceptId) -> bool:
    """A word as a label, such as "Constraints", is about the topic that it stands under."""
    label = material.concepts[concept].label
    return material.concepts[concept].kind is not Kind.SERVICE and " " not in label and label[1:].islower()


def _lead(text: str) -> tuple[str, str]:
    found = _LEAD.match(text)
    return (found[1], text[found.end() :]) if found else ("", text)


def _named(material: Material, name: str) -> ConceptId | None:
    """The one concept of a name; "Largest item" names a limit and no thing."""
    if _QUALIFIER.match(name):
        return None
    ids = material.named.get(fold_name(_ASIDE.sub("", name)), ())
    return ids[0] if len(ids) == 1 else None


def _section_topic(material: Material, block: Block) -> tuple[ConceptId | None, frozenset[ConceptId]]:
    """The topic of the nearest heading that names one, and the services that any of the headings names."""
    found = [topic_of(material, heading) for heading in block.section.headings]
    named = [topic for topic in found if topic is not None]
    nearest = found[-1] if found else None
    return nearest, _services(material, named)


def _services(material: Material, ids: Sequence[ConceptId]) -> frozenset[ConceptId]:
    return frozenset(concept for concept in ids if material.concepts[concept].kind is Kind.SERVICE)
