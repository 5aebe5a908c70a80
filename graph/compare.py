"""Two to six concepts side by side: what authors set out in tables first, then what each side is and says."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from graph.errors import ComparisonSize
from graph.knowledge_base import KnowledgeBase
from graph.model import Concept, ConceptId, Confidence, Evidence, NoteId, Relation
from graph.names import fold_words
from graph.paths import Path, find_paths
from graph.relation_types import WEAK, RelationType, wording

__all__ = ["Cell", "ComparisonRow", "ComparisonTable", "compare"]

_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_NEGATION = re.compile(r"\b(?:not|no|never|without|cannot|non)\b|n't\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Cell:
    """One statement about one subject, cited."""

    text: str
    evidence: Evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparisonRow:
    """`verdict`: "same", "different", "only" (one side speaks) or "both" (not to be judged); `origin`: who lined it up.

    `origin` is "author" for a row of an author's table and "aligned" for one that was put together here.
    """

    dimension: str
    verdict: str
    cells: dict[ConceptId, tuple[Cell, ...]]
    origin: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparisonTable:
    """The comparison, its subjects in the order asked for; an empty cell means that the notes do not say."""

    subjects: tuple[Concept, ...]
    rows: tuple[ComparisonRow, ...]
    shared: tuple[tuple[str, ConceptId, tuple[Relation, ...]], ...]
    path: tuple[Path, ...]


def compare(kb: KnowledgeBase, ids: Sequence[ConceptId]) -> ComparisonTable:
    """Set concepts side by side. The order of `ids` decides the order of columns, never the content.

    Raises:
        ComparisonSize: not two to six different concepts.
        ConceptNotFound: one of them does not exist.
    """
    if not 2 <= len(set(ids)) == len(ids) <= 6:
        raise ComparisonSize([str(i) for i in dict.fromkeys(ids)])
    subjects = tuple(kb.concept(i) for i in ids)
    relations = {i: kb.cite([e for e in kb.edges_of([i]) if e.type not in WEAK]) for i in ids}
    rows = [*_authored(kb, ids), *_aligned(kb, subjects, relations)]
    path = find_paths(kb, *sorted(ids)) if len(ids) == 2 else ()
    return ComparisonTable(subjects=subjects, rows=tuple(rows), shared=_shared(relations), path=path)


def _authored(kb: KnowledgeBase, ids: Sequence[ConceptId]) -> list[ComparisonRow]:
    rows = []
    for comparison in kb.comparisons():
        if len({s.id for s in comparison.subjects} & set(ids)) < 2:
            continue
        for dimension in comparison.dimensions:
            span = dimension.source
            cells = {
                i: (Cell(value, _table_evidence(kb, span.path, span.line_start, span.line_end)),)
                for i, value in dimension.values.items()
                if i in ids
            }
            if cells:
                rows.append(_row(dimension.name, {i: cells.get(i, ()) for i in ids}, "author"))
    return rows


def _table_evidence(kb: KnowledgeBase, path: NoteId, first: int, last: int) -> Evidence:
    lines = re.split(r"\r\n|\n|\r", kb.note(path).text)[first - 1 : last]
    return Evidence(
        path=path,
        line_start=first,
        line_end=last,
        text=" ".join(" ".join(lines).split()),
        rule="comparison table",
        confidence=Confidence.EXPLICIT,
    )


def _aligned(
    kb: KnowledgeBase, subjects: Sequence[Concept], relations: dict[ConceptId, tuple[Relation, ...]]
) -> list[ComparisonRow]:
    """What each side is, its parts and options and what it uses, then its facts; one row for each way of relating."""
    ids = [subject.id for subject in subjects]
    rows = []
    definitions: dict[ConceptId, tuple[Cell, ...]] = {
        s.id: (Cell(s.definition.text, s.definition.evidence),) if s.definition else () for s in subjects
    }
    if any(definitions.values()):
        rows.append(_row("definition", definitions, "aligned"))
    found: dict[str, dict[ConceptId, list[Cell]]] = defaultdict(lambda: {i: [] for i in ids})
    others = {e for rs in relations.values() for r in rs for e in (r.source, r.target)}
    labels = {i: brief.label for i, brief in kb.briefs(others).items()}
    for i in ids:
        for relation in relations[i]:
            outward = relation.source == i
            other = relation.target if outward else relation.source
            if other in ids or relation.type == RelationType.COMPARED_WITH:
                continue
            words = wording(relation.type)
            found[words.forward if outward else words.backward][i].append(Cell(labels[other], relation.evidence[0]))
    rows += [_row(name, {i: tuple(cells[i]) for i in ids}, "aligned") for name, cells in sorted(found.items())]
    facts = {s.id: tuple(Cell(f.text, f.evidence) for f in s.facts[:40]) for s in subjects}
    if any(facts.values()):
        rows.append(_row("facts", facts, "aligned"))
    return rows


def _row(name: str, cells: dict[ConceptId, tuple[Cell, ...]], origin: str) -> ComparisonRow:
    return ComparisonRow(dimension=name, verdict=_verdict(list(cells.values())), cells=cells, origin=origin)


def _verdict(sides: Sequence[tuple[Cell, ...]]) -> str:
    """Judge only short single statements; numbers and negation decide, then the words."""
    spoken = [side for side in sides if side]
    if len(spoken) < 2:
        return "only"
    if any(len(side) > 1 for side in spoken):
        said = [frozenset(fold_words(cell.text) for cell in side) for side in spoken]
        return "same" if len(set(said)) == 1 else "both"
    texts = [side[0].text for side in spoken]
    if len({fold_words(text) for text in texts}) == 1:
        return "same"
    marks = {(tuple(_NUMBER.findall(text)), bool(_NEGATION.search(text))) for text in texts}
    return "different" if len(marks) > 1 or all(len(text.split()) <= 12 for text in texts) else "both"


def _shared(
    relations: dict[ConceptId, tuple[Relation, ...]],
) -> tuple[tuple[str, ConceptId, tuple[Relation, ...]], ...]:
    """(phrase, concept, relations): what every subject relates to in the same way."""
    found: dict[tuple[str, ConceptId], dict[ConceptId, Relation]] = defaultdict(dict)
    for i, own in relations.items():
        for relation in own:
            outward = relation.source == i
            words = wording(relation.type)
            other = relation.target if outward else relation.source
            found[words.forward if outward else words.backward, other][i] = relation
    whole = sorted((key, by) for key, by in found.items() if len(by) == len(relations))
    return tuple((phrase, other, tuple(by[i] for i in sorted(by))) for (phrase, other), by in whole)
