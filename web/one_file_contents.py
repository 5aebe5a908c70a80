"""What the one file holds of a knowledge base: plain values for a script, each line of a note once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any

from graph.knowledge_base import ConceptBrief, Edge, KnowledgeBase
from graph.layout import Region, edge_bends, region_places, ring_places
from graph.model import Comparison, Concept, ConceptId, Relation, Span, Statement
from graph.neighbourhood import edges_among, neighbourhood
from graph.note_lines import split_lines
from graph.relation_types import WEAK, RelationType, wording
from web.families import family_of

__all__ = ["one_file_contents"]

Json = dict[str, Any]
_Places = Mapping[ConceptId, tuple[float, float]]

# What keeps the file small enough to open anywhere, and a picture small enough to read.
_CONCEPTS, _RELATIONS, _DRAWN, _OVERVIEW, _AROUND = 2_000, 6_000, 120, 60, 60
_FACTS, _LEAST, _MOST = 20_000, 8, 100  # facts in all, and the bounds of a concept's share of them
_LINES, _QUOTED = 3, 240  # lines a relation, letters of a line


def one_file_contents(kb: KnowledgeBase, focus: ConceptId | None) -> Json:
    """Return everything the file shows: of a large knowledge base the most connected, or what lies around `focus`.

    Concepts are named by their place in `concepts`, lines by theirs in `lines`. `hidden` counts what is left out.
    Deterministic. Cost: about 1 ms a concept.

    Raises:
        ConceptNotFound: there is no such concept.
    """
    view = _around(kb, focus) if focus else _overview(kb)
    held = {brief.id for brief in view.briefs}
    number = {concept: i for i, concept in enumerate(sorted(held))}
    degree = {brief.id: brief.measure.degree for brief in view.briefs}
    among = edges_among(kb.edges(), held)
    edges = edges_among(_most_telling(among, degree), held)
    lines = _Lines()
    types = sorted({edge.type for edge in edges})
    around = _rings(view.briefs, edges)
    concepts = kb.concepts_with_facts(sorted(held))
    share = max(_LEAST, min(_MOST, _FACTS // max(1, len(concepts))))
    return {
        "focus": number[focus] if focus else None,
        "types": [{"name": t, **asdict(wording(t)), "family": family_of(t)} for t in types],
        "concepts": [
            {**_concept(c, lines, share), "degree": degree[c.id], "around": _placed(around.get(c.id, {}), number)}
            for c in concepts
        ],
        "relations": [
            _relation(relation, number, types, bend, lines)
            for relation, bend in zip(kb.cite(edges), edge_bends(edges), strict=True)
        ],
        "comparisons": _comparisons(kb, number, lines),
        "start": {
            "places": _placed(view.places, number),
            "regions": [asdict(region) for region in view.regions],
        },
        "notes": lines.notes(),
        "lines": lines.rows(),
        "hidden": {
            "concepts": kb.count("concepts") - len(held),
            "relations": len(among) - len(edges),
            "facts": sum(max(0, len(c.facts) - share) for c in concepts),
            "mentions": kb.count_by("relations", "type").get(RelationType.MENTIONS, 0),
        },
    }


@dataclass(frozen=True, slots=True)
class _View:
    """What is held, and what of it the map shows at first."""

    briefs: Sequence[ConceptBrief]
    places: _Places
    regions: Sequence[Region] = ()


def _overview(kb: KnowledgeBase) -> _View:
    briefs = kb.list_concepts(by_degree=True, limit=_CONCEPTS)
    places, regions = region_places([brief for brief in briefs[:_OVERVIEW] if brief.measure.degree])
    return _View(briefs, places, regions)


def _around(kb: KnowledgeBase, focus: ConceptId) -> _View:
    found = neighbourhood(kb, [focus], depth=2, limit=_DRAWN)
    distance = {brief.id: hops for brief, hops in found.nodes}
    return _View([brief for brief, _ in found.nodes], ring_places(distance, found.edges))


def _most_telling(edges: Sequence[Edge], degree: Mapping[ConceptId, int]) -> Sequence[Edge]:
    """As many as the file holds: links last, and those between the most connected concepts first."""
    return sorted(edges, key=lambda e: (e.type in WEAK, -degree[e.source] - degree[e.target], e.number))[:_RELATIONS]


def _rings(briefs: Sequence[ConceptBrief], edges: Sequence[Edge]) -> dict[ConceptId, _Places]:
    """The places around each concept: what it relates to, or where there is nothing, what it is linked to."""
    order = {brief.id: i for i, brief in enumerate(sorted(briefs, key=lambda b: (-b.measure.degree, b.id)))}
    touching: dict[ConceptId, list[Edge]] = defaultdict(list)
    for edge in edges:
        for end in {edge.source, edge.target}:
            touching[end].append(edge)
    rings: dict[ConceptId, _Places] = {}
    for concept, near in touching.items():
        strong = [edge for edge in near if edge.type not in WEAK] or near
        others = {end for edge in strong for end in (edge.source, edge.target)} - {concept}
        shown = sorted(others, key=order.__getitem__)[:_AROUND]
        rings[concept] = ring_places({concept: 0, **dict.fromkeys(shown, 1)}, strong)
    return rings


def _placed(places: _Places, number: Mapping[ConceptId, int]) -> list[list[int]]:
    """`[[concept, x, y]]` in whole pixels."""
    return [[number[concept], round(x), round(y)] for concept, (x, y) in sorted(places.items())]


@dataclass(slots=True)
class _Lines:
    """Lines of notes, each kept once and named by a number."""

    _paths: dict[str, int] = field(default_factory=dict)
    _found: dict[tuple[int, int, int, str], int] = field(default_factory=dict)

    def number(self, span: Span, text: str) -> int:
        path = self._paths.setdefault(span.path, len(self._paths))
        quoted = text if len(text) <= _QUOTED else text[:_QUOTED] + "…"
        return self._found.setdefault((path, span.line_start, span.line_end, quoted), len(self._found))

    def notes(self) -> list[str]:
        return list(self._paths)

    def rows(self) -> list[list[Any]]:
        return [list(line) for line in self._found]


def _concept(concept: Concept, lines: _Lines, share: int) -> Json:
    def said(statement: Statement) -> list[Any]:
        return [statement.text, lines.number(statement.evidence.span, statement.evidence.text)]

    named = {name.name: lines.number(name.evidence.span, name.evidence.text) for name in concept.names}
    return {
        "id": concept.id,
        "label": concept.label,
        "kind": concept.kind.value,
        "aliases": [[alias, named[alias]] for alias in concept.aliases],
        "definition": said(concept.definition) if concept.definition else None,
        "facts": [said(fact) for fact in concept.facts[:share]],
        "more": max(0, len(concept.facts) - share),
    }


def _relation(
    relation: Relation, number: Mapping[ConceptId, int], types: Sequence[str], bend: float, lines: _Lines
) -> list[Any]:
    cited = [lines.number(e.span, e.text) for e in relation.evidence]
    ends = number[relation.source], number[relation.target]
    return [ends[0], types.index(relation.type), relation.phrase, ends[1], bend, list(dict.fromkeys(cited))[:_LINES]]


def _comparisons(kb: KnowledgeBase, number: Mapping[ConceptId, int], lines: _Lines) -> list[Json]:
    """The authors' comparisons of which two subjects are held."""
    held = [c for c in kb.comparisons() if len({s.id for s in c.subjects} & number.keys()) > 1]
    texts = {path: split_lines(kb.note_text(path)) for path in sorted({c.source.path for c in held})}
    return [
        {
            "title": comparison.title,
            "subjects": sorted({number[s.id] for s in comparison.subjects if s.id in number}),
            "rows": list(_rows(comparison, number, lines, texts[comparison.source.path])),
        }
        for comparison in held
    ]


def _rows(
    comparison: Comparison, number: Mapping[ConceptId, int], lines: _Lines, text: Sequence[str]
) -> Iterable[list[Any]]:
    for dimension in comparison.dimensions:
        said = {number[i]: value for i, value in sorted(dimension.values.items()) if i in number}
        if said:
            span = dimension.source
            quoted = " ".join(" ".join(text[span.line_start - 1 : span.line_end]).split())
            yield [dimension.name, said, lines.number(span, quoted)]
