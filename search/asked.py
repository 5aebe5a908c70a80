"""What comes first because of what a query asks for: a comparison, options, a path, or the concept it names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from graph.knowledge_base import KnowledgeBase
from graph.model import Comparison, ConceptId, NoteId, Relation, Span
from graph.paths import find_paths
from graph.relation_types import RelationType, wording
from graph.words import stems
from search.concept_places import MAX_LINES
from search.index_directory import NoteIndex
from search.intent import Ask, Intent
from search.passages import CARD, folder_labels
from search.places import Place, card_place, found_place
from search.ranking import Ranked

__all__ = ["asked_places"]

_CHOICES = (RelationType.OPTION_OF, RelationType.IS_A)
_WHOLE = 0.99  # of the query's weight, against rounding
_BOTH = 2  # passages that name both sides and stand before the two where no author compared them


def asked_places(kb: KnowledgeBase, index: NoteIndex, intent: Intent, ranked: Sequence[Ranked]) -> list[Place]:
    """Return what comes first because of what the query asks for, in order; scores are above all of `ranked`."""
    why = "is one of the two" if len(intent.concepts) > 1 else "has this name"
    named = [_at_its_best(card, ranked) for card in _cards(index, intent.concepts, why)]
    if intent.ask is Ask.COMPARISON:
        places = [*_compared(kb, intent, ranked), *named]
    elif intent.ask is Ask.PATH:
        places = [*_steps(kb, intent), *named]
    elif intent.ask is Ask.OPTIONS:
        places = [*_options(kb, index, intent.concepts[0]), *named]
    else:
        places = named
    top = max((item.score for item in ranked), default=0.0)
    return [replace(place, score=top + len(places) - n) for n, place in enumerate(places)]


def _cards(index: NoteIndex, ids: Iterable[ConceptId], why: str) -> Iterator[Place]:
    cards = (index.ledger.card(id_) for id_ in ids)
    return (card_place(card, why) for card in cards if card is not None)


def _at_its_best(card: Place, ranked: Sequence[Ranked]) -> Place:
    """A concept that the notes only name in passing answers where they say most: below a heading with its name,
    else in the best lines that hold the whole query.
    """
    name = set(stems(card.label))
    sections = [item for item in ranked if not item.passage.id.startswith(CARD)]
    headed = [item for item in sections if name and name <= set(item.passage.headings.rpartition("\n")[2].split())]
    whole = [item for item in sections if item.parts["block"] > _WHOLE]
    best = next(iter(headed or whole), None)
    return card if card.answers or best is None else replace(card, span=best.narrowed.span)


def _compared(kb: KnowledgeBase, intent: Intent, ranked: Sequence[Ranked]) -> list[Place]:
    """The author's comparisons of the two, those of fewest subjects first; else the lines that name both."""
    comparisons = sorted(kb.comparisons(intent.concepts), key=lambda c: (len(c.subjects), c.id))
    if comparisons:
        return [_comparison(kb, comparison) for comparison in comparisons]
    concepts = kb.concepts_with_facts(intent.concepts)
    sides = [[frozenset(stems(name)) for name in (c.label, *c.aliases)] for c in concepts]
    both = [item for item in ranked if _names_all(item, sides)]
    return [replace(found_place(item), why="its heading or these lines name both") for item in both[:_BOTH]]


def _names_all(item: Ranked, sides: Sequence[Sequence[frozenset[str]]]) -> bool:
    """Whether the passage's own heading, or one block of it that is no mere link, names each side."""
    lines = [item.passage.headings.rpartition("\n")[2].split()]
    blocks = zip(item.passage.body.split("\n"), item.entry.segments.pointers, strict=False)
    lines += [line.split() for line, pointer in blocks if not pointer]
    return any(all(any(name and name <= set(line) for name in side) for side in sides) for line in lines)


def _comparison(kb: KnowledgeBase, comparison: Comparison) -> Place:
    span = comparison.source
    return Place(
        type="comparison",
        id=comparison.id,
        label=comparison.title,
        span=_short(span),
        why="an author compares the two here",
        labels=("kind=comparison", *_note_labels(kb, span.path)),
    )


def _steps(kb: KnowledgeBase, intent: Intent) -> list[Place]:
    """The relations of a shortest path, in its order."""
    start, end = intent.concepts
    paths = find_paths(kb, start, end) or find_paths(kb, start, end, weak=True)
    return [
        _relation(kb, relation, "a step of the path between the two") for path in paths[:1] for relation in path.steps
    ]


def _options(kb: KnowledgeBase, index: NoteIndex, concept: ConceptId) -> list[Place]:
    """The options of a concept: the lines of the list where one answer holds them, then each by itself."""
    edges = [edge for edge in kb.edges_of([concept], weak=False) if edge.target == concept and edge.type in _CHOICES]
    edges.sort(key=lambda edge: (_CHOICES.index(RelationType(edge.type)), edge.source))
    relations = kb.cite([edge for edge in edges if edge.type == edges[0].type])
    spans = sorted({relation.evidence[0].span for relation in relations})
    label = kb.briefs([concept])[concept].label
    lists = [
        Place(
            type="section",
            id=f"{first.path}#L{first.line_start}",
            label=f"{label}: options",
            span=Span(first.path, first.line_start, last.line_end),
            why="lists the options",
            labels=("kind=section", *_note_labels(kb, first.path)),
            about=concept,
        )
        for first, last in _runs(spans)
    ]
    cards = _cards(index, [relation.source for relation in relations], f"is an option of {label}")
    by_id = {relation.source: relation.evidence[0].span for relation in relations}
    return [*lists, *(replace(card, span=_short(by_id[ConceptId(card.id)])) for card in cards)]


def _runs(spans: Sequence[Span]) -> Iterator[tuple[Span, Span]]:
    """Yield (first, last) of two or more spans that one answer can show together."""
    start = 0
    for end in range(1, len(spans) + 1):
        first = spans[start]
        if end == len(spans) or spans[end].path != first.path or spans[end].line_end - first.line_start >= MAX_LINES:
            if end - start > 1:
                yield first, spans[end - 1]
            start = end


def _relation(kb: KnowledgeBase, relation: Relation, why: str) -> Place:
    labels = {i: brief.label for i, brief in kb.briefs([relation.source, relation.target]).items()}
    phrase = relation.phrase or wording(relation.type).forward
    span = relation.evidence[0].span
    return Place(
        type="fact",
        id=f"{relation.source}:{relation.type}:{relation.target}",
        label=f"{labels[relation.source]} {phrase} {labels[relation.target]}",
        span=_short(span),
        why=why,
        labels=("kind=fact", *_note_labels(kb, span.path)),
        about=relation.source,
    )


def _note_labels(kb: KnowledgeBase, path: NoteId) -> list[str]:
    return [*(f"tag={tag.casefold()}" for tag in kb.note(path).tags), *folder_labels(path)]


def _short(span: Span) -> Span:
    return Span(span.path, span.line_start, min(span.line_end, span.line_start + MAX_LINES - 1))
