"""Two to six concepts side by side: what authors set out in tables first, then what each side is and says.

The method: rows of the authors' own comparisons; what each side is defined as; one row for each way of relating; the
statements that speak of one thing, lined up (`graph.comparing.alignment`); and what only one side says. Statements of a
subject's own parts and options count for it, marked with their name.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from graph.comparing.alignment import align
from graph.comparing.choosing import Advice, advice_of
from graph.comparing.confusable import Confusable, confusable_with
from graph.comparing.statements import Told, opening_statement, statements_of, tell
from graph.comparing.verdicts import Weigh, judge
from graph.errors import ComparisonSize
from graph.knowledge_base import KnowledgeBase
from graph.model import Concept, ConceptId, Confidence, Evidence, NoteId, Relation, Span
from graph.names import fold_name
from graph.note_lines import split_lines
from graph.paths import Path, find_paths
from graph.relation_types import WEAK, RelationType, wording

__all__ = ["Cell", "ComparisonRow", "ComparisonTable", "compare"]

_MOST_PARTS = 12  # parts and options of one subject whose statements count for it
_MOST_PATHS = 2
_AGAINST = re.compile(
    r"\b(?:than|unlike|whereas|while|in contrast|instead of|rather than|as opposed to)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Cell:
    """One statement about one subject, cited; `about` is the part or option of the subject that it speaks of, or ""."""

    text: str
    evidence: Evidence
    about: str = ""


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
    """The comparison, its subjects in the order asked for; an empty cell means that the notes do not say.

    `shared` is (phrase, concept, relations) for what all relate to in one way; `path` how two are connected;
    `advice` what the authors say about choosing; `confusable` what else to compare.
    """

    subjects: tuple[Concept, ...]
    rows: tuple[ComparisonRow, ...]
    shared: tuple[tuple[str, ConceptId, tuple[Relation, ...]], ...]
    path: tuple[Path, ...]
    advice: tuple[Advice, ...]
    confusable: tuple[Confusable, ...]


def compare(kb: KnowledgeBase, ids: Sequence[ConceptId]) -> ComparisonTable:
    """Set concepts side by side. The order of `ids` decides the order of columns, never the content.

    Raises:
        ComparisonSize: not two to six different concepts.
        ConceptNotFound: one of them does not exist.
    """
    if not 2 <= len(set(ids)) == len(ids) <= 6:
        raise ComparisonSize([str(i) for i in dict.fromkeys(ids)])
    subjects = {i: kb.concept(i) for i in sorted(ids)}
    relations = {i: kb.cite([e for e in kb.edges_of([i]) if e.type not in WEAK]) for i in subjects}
    advice = tuple(
        one
        for i, subject in subjects.items()
        for one in advice_of(subject, [s for s in subjects.values() if s.id != i])
    )
    return ComparisonTable(
        subjects=tuple(subjects[i] for i in ids),
        rows=_rows(kb, subjects, relations, advice),
        shared=_shared(relations),
        path=find_paths(kb, *sorted(ids))[:_MOST_PATHS] if len(ids) == 2 else (),
        advice=advice,
        confusable=confusable_with(kb, tuple(subjects.values())),
    )


def _rows(
    kb: KnowledgeBase,
    subjects: Mapping[ConceptId, Concept],
    relations: Mapping[ConceptId, Sequence[Relation]],
    advice: Sequence[Advice],
) -> tuple[ComparisonRow, ...]:
    """All rows, in the order of the method."""
    authored = _authored(kb, subjects)
    shown = {cell.evidence.span for row in authored for own in row.cells.values() for cell in own}
    between = kb.cite([e for e in kb.edges_of(subjects) if e.source in subjects and e.target in subjects])
    return (
        *authored,
        *_defined(kb, subjects),
        *_related(kb, relations),
        *_told(kb, subjects, relations, shown),
        *_chosen(advice, subjects),
        *_set_against(subjects, between),
    )


def _authored(kb: KnowledgeBase, subjects: Mapping[ConceptId, Concept]) -> list[ComparisonRow]:
    rows = []
    found = {c.id: c for pair in combinations(sorted(subjects), 2) for c in kb.comparisons(pair)}
    for _, comparison in sorted(found.items()):
        for dimension in comparison.dimensions:
            span = dimension.source
            evidence = _table_evidence(kb, span.path, span.line_start, span.line_end)
            said = {i: (Cell(dimension.values[i], evidence),) for i in subjects if i in dimension.values}
            if said:
                rows.append(_row(kb, subjects, dimension.name, said, "author"))
    return rows


def _table_evidence(kb: KnowledgeBase, path: NoteId, first: int, last: int) -> Evidence:
    lines = split_lines(kb.note_text(path))[first - 1 : last]
    return Evidence(
        path=path,
        line_start=first,
        line_end=last,
        text=" ".join(" ".join(lines).split()),
        rule="comparison table",
        confidence=Confidence.EXPLICIT,
    )


def _defined(kb: KnowledgeBase, subjects: Mapping[ConceptId, Concept]) -> list[ComparisonRow]:
    """What each side is: its definition, or where it has none the first statement about it."""
    opening = {i: opening_statement(subject) for i, subject in subjects.items()}
    said = {i: (Cell(first.text, first.evidence),) for i, first in opening.items() if first}
    return [_row(kb, subjects, "what it is", said, "aligned")] if said else []


def _row(
    kb: KnowledgeBase,
    subjects: Mapping[ConceptId, Concept],
    dimension: str,
    said: Mapping[ConceptId, tuple[Cell, ...]],
    origin: str,
) -> ComparisonRow:
    """A row of one cell a side, judged by its words."""
    told = [tell(subjects[i], cells[0].text, cells[0].evidence) for i, cells in said.items()]
    weigh = _weigh(kb, told)
    return ComparisonRow(
        dimension=dimension,
        verdict=judge(told, weigh) if len(told) > 1 else "only",
        cells={i: said.get(i, ()) for i in subjects},
        origin=origin,
    )


def _weigh(kb: KnowledgeBase, told: Sequence[Told]) -> Weigh:
    return kb.word_weights({word for one in told for word in one.said | one.words}).__getitem__


def _related(kb: KnowledgeBase, relations: Mapping[ConceptId, Sequence[Relation]]) -> list[ComparisonRow]:
    """What each side is, its parts and options and what it uses: one row for each way of relating."""
    return [
        ComparisonRow(
            dimension=phrase,
            verdict=_verdict_of_sets([{fold_name(cell.text) for cell in own} for own in cells.values() if own]),
            cells={i: tuple(own) for i, own in cells.items()},
            origin="aligned",
        )
        for phrase, cells in sorted(_ways_of_relating(kb, relations).items())
    ]


def _ways_of_relating(
    kb: KnowledgeBase, relations: Mapping[ConceptId, Sequence[Relation]]
) -> dict[str, dict[ConceptId, list[Cell]]]:
    """Each way in which a side relates to anything but another side -> what every side relates to so."""
    found: dict[str, dict[ConceptId, list[Cell]]] = defaultdict(lambda: {i: [] for i in relations})
    labels = {i: b.label for i, b in kb.briefs({e for rs in relations.values() for r in rs for e in _ends(r)}).items()}
    for i, own in relations.items():
        for relation in own:
            phrase, other = _seen_from(i, relation)
            if other not in relations and relation.type != RelationType.COMPARED_WITH:
                found[phrase][i].append(Cell(labels[other], relation.evidence[0]))
    return found


def _ends(relation: Relation) -> tuple[ConceptId, ConceptId]:
    return relation.source, relation.target


def _seen_from(concept: ConceptId, relation: Relation) -> tuple[str, ConceptId]:
    """How a relation reads from one of its ends, and the concept at the other."""
    words = wording(relation.type)
    return (words.forward, relation.target) if relation.source == concept else (words.backward, relation.source)


def _verdict_of_sets(sides: Sequence[set[str]]) -> str:
    """Two single names can be told apart; of lists, nobody knows whether they are complete."""
    if len(sides) < 2:
        return "only"
    if all(side == sides[0] for side in sides):
        return "same"
    return "different" if all(len(side) == 1 for side in sides) else "both"


def _told(
    kb: KnowledgeBase,
    subjects: Mapping[ConceptId, Concept],
    relations: Mapping[ConceptId, Sequence[Relation]],
    shown: Collection[Span],
) -> list[ComparisonRow]:
    """The statements that speak of one thing, then those that stand alone: with a lead each by itself.

    What the authors set side by side on the lines `shown` is not said again.
    """
    told = _statements(kb, subjects, relations, shown)
    weigh = _weigh(kb, told)
    defining = _defining(subjects, told)
    lined_up = [row for row in align(told, weigh) if not defining.issuperset(row.told)]
    used = defining.union(*(row.told for row in lined_up))
    alone = [one for one in told if one not in used and not any(_says_more(other, one) for other in told)]
    rows = [
        ComparisonRow(
            dimension=row.dimension,
            verdict=judge(row.told, weigh),
            cells={i: tuple(_cell(one) for one in row.told if one.subject == i) for i in subjects},
            origin="aligned",
        )
        for row in lined_up
    ]
    return rows + _alone(subjects, alone)


def _statements(
    kb: KnowledgeBase,
    subjects: Mapping[ConceptId, Concept],
    relations: Mapping[ConceptId, Sequence[Relation]],
    shown: Collection[Span],
) -> list[Told]:
    """What is said of the subjects and their parts on other lines than those `shown`."""
    parts = _parts(kb, relations)
    return [
        one
        for i, subject in subjects.items()
        for one in statements_of(subject, parts[i], [other for other in subjects.values() if other.id != i])
        if one.evidence.span not in shown
    ]


def _defining(subjects: Mapping[ConceptId, Concept], told: Sequence[Told]) -> set[Told]:
    """The statements that say what a subject is: a row of their own holds them, wherever they are said again."""
    openings = [(i, opening_statement(subject)) for i, subject in subjects.items()]
    definitions = {(i, fold_name(opening.text)) for i, opening in openings if opening}
    return {one for one in told if (one.subject, fold_name(one.text)) in definitions}


def _alone(subjects: Mapping[ConceptId, Concept], told: Sequence[Told]) -> list[ComparisonRow]:
    """What only one side speaks of: a row for each lead, and one a side for all without."""
    cells: dict[tuple[ConceptId, str], list[Cell]] = defaultdict(list)
    for one in told:
        cells[one.subject, one.lead or f"only of {subjects[one.subject].label}"].append(_cell(one))
    return [
        ComparisonRow(
            dimension=lead,
            verdict="only",
            cells={i: tuple(own) if i == subject else () for i in subjects},
            origin="aligned",
        )
        for (subject, lead), own in cells.items()
    ]


def _chosen(advice: Sequence[Advice], subjects: Mapping[ConceptId, Concept]) -> list[ComparisonRow]:
    """What each side is for, where more than one side has it; how several uses differ is for the reader to judge."""
    cells = {i: tuple(Cell(one.text, one.evidence) for one in advice if one.subject == i) for i in subjects}
    if sum(map(bool, cells.values())) < 2:
        return []
    return [ComparisonRow(dimension="when to use it", verdict="both", cells=cells, origin="aligned")]


def _set_against(subjects: Mapping[ConceptId, Concept], between: Sequence[Relation]) -> list[ComparisonRow]:
    """The sentences that set two of the subjects against each other: "A takes less time than B"."""
    cells: dict[ConceptId, dict[str, Cell]] = {i: {} for i in subjects}
    for relation in between:
        for evidence in relation.evidence:
            if _AGAINST.search(evidence.text):
                for end in _ends(relation):
                    cells[end].setdefault(evidence.text, Cell(evidence.text, evidence))
    if not any(cells.values()):
        return []
    said = {i: tuple(own.values()) for i, own in cells.items()}
    return [ComparisonRow(dimension="set against each other", verdict="different", cells=said, origin="aligned")]


def _says_more(other: Told, one: Told) -> bool:
    """Whether another statement about the subject holds this one on the same lines."""
    same_place = other.subject == one.subject and other.evidence.span == one.evidence.span
    return same_place and len(other.text) > len(one.text) and one.text.rstrip(".") in other.text


def _cell(told: Told) -> Cell:
    return Cell(told.text, told.evidence, told.about)


def _parts(
    kb: KnowledgeBase, relations: Mapping[ConceptId, Sequence[Relation]]
) -> dict[ConceptId, tuple[Concept, ...]]:
    """The parts and options of each subject that no other subject has too."""
    kept = {RelationType.PART_OF, RelationType.OPTION_OF}
    parts = {i: {r.source for r in own if r.target == i and r.type in kept} for i, own in relations.items()}
    held = Counter(part for own in parts.values() for part in own)
    return {
        i: kb.concepts_with_facts(
            sorted(part for part in own if held[part] == 1 and part not in relations)[:_MOST_PARTS]
        )
        for i, own in parts.items()
    }


def _shared(
    relations: Mapping[ConceptId, Sequence[Relation]],
) -> tuple[tuple[str, ConceptId, tuple[Relation, ...]], ...]:
    found: dict[tuple[str, ConceptId], dict[ConceptId, Relation]] = defaultdict(dict)
    for i, own in relations.items():
        for relation in own:
            found[_seen_from(i, relation)][i] = relation
    whole = sorted((key, by) for key, by in found.items() if len(by) == len(relations))
    return tuple((phrase, other, tuple(by[i] for i in sorted(by))) for (phrase, other), by in whole)
