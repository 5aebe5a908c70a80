"""The lines that are about one concept, for searches within it."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from graph.knowledge_base import KnowledgeBase
from graph.model import ConceptId, NoteId, Span
from graph.names import fold_name

__all__ = ["Scope", "scope_of"]

_MOST_NOTES = (
    300  # filtered by in the engine; a concept that is spoken of in more notes is filtered for afterwards only
)


@dataclass(frozen=True, slots=True)
class Scope:
    """`lines`: note -> the (first, last) lines that speak of the concept."""

    lines: dict[NoteId, list[tuple[int, int]]]

    def holds(self, span: Span) -> bool:
        """Return whether any of the span's lines speak of the concept."""
        found = self.lines.get(span.path, ())
        return any(first <= span.line_end and span.line_start <= last for first, last in found)

    def labels(self) -> frozenset[str]:
        """Return labels of its notes for the engine; none where there are too many."""
        return frozenset(f"path={path}" for path in self.lines) if len(self.lines) <= _MOST_NOTES else frozenset()


def scope_of(kb: KnowledgeBase, concept_id: ConceptId) -> Scope:
    """Return where the notes speak of a concept: sections below a heading that names it, and the lines of its evidence."""
    (concept,) = kb.concepts_with_facts([concept_id])
    names = {fold_name(name) for name in (concept.label, *concept.aliases)}
    spans = [name.evidence.span for name in concept.names] + [fact.evidence.span for fact in concept.facts]
    spans += [e.span for relation in kb.cite(kb.edges_of([concept_id], weak=False)) for e in relation.evidence]
    lines: dict[NoteId, list[tuple[int, int]]] = defaultdict(list)
    for span in spans:
        lines[span.path].append((span.line_start, span.line_end))
    headed = {name.evidence.path: name.evidence.line_start for name in concept.names}
    for path in sorted(lines):
        for section in kb.note(path).sections:
            named = any(fold_name(heading) in names for heading in section.headings)
            if named or headed.get(path) == section.line_start:
                lines[path].append((section.line_start, section.line_end))
    return Scope(dict(lines))
