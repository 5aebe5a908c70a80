"""The concepts that the claims speak of: every name with its line, a label, a kind, a definition and facts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from graph.model import Evidence, Kind, Span, Statement
from graph.names import fold_name
from ingest.claims import Cite, NoteReading, qualify, unqualified
from ingest.drawing import Drawing, evidence_of
from ingest.identities import Identities
from ingest.known_names import KnownNames
from ingest.lexicon import Lexicon
from ingest.statement_subjects import statement_subject

__all__ = ["Draft", "collect_drafts"]

_RULE_RANK = {
    "note title": 0,
    "heading": 1,
    "term": 3,
    "versus heading": 4,
    "comparison table": 4,
    "table of subjects": 4,
    "front matter": 5,  # aliases
}
# Whose definition goes before whose, and whether its subject is looked up among the known names.
_DEFINING = (
    (("definition",), False),
    (("term", "described row", "table of choices"), False),
    (("definition",), True),
    (("front matter",), False),
)
_SCANNED = 200  # lines that name a concept are looked through for other spellings of it, the first in reading order
_SERVICE_CLASSES = frozenset(
    "service system database tool platform engine server broker warehouse orchestrator product proxy".split()
)
_OPENING = 8  # words of a definition in which its class stands


@dataclass(slots=True)
class Draft:
    """A concept while it is gathered. `names` keeps each spelling once with its first line in reading order."""

    key: str
    owner: str = ""
    label: str = ""
    kind: Kind = Kind.CONCEPT
    names: list[tuple[str, Evidence]] = field(default_factory=list)
    tags: set[str] = field(default_factory=set)
    definition: Statement | None = None
    facts: list[Statement] = field(default_factory=list)
    unresolved: bool = True
    _spelt: set[str] = field(default_factory=set)
    _stated: set[tuple[str, Span]] = field(default_factory=set)

    def add_name(self, name: str, evidence: Evidence, *, defines: bool) -> None:
        """Take in a spelling."""
        if name not in self._spelt:
            self._spelt.add(name)
            self.names.append((name, evidence))
        self.unresolved = self.unresolved and not defines

    def add_fact(self, fact: Statement) -> None:
        """Take in a statement, once for each place that makes it."""
        place = (fact.text, fact.evidence.span)
        if place not in self._stated:
            self._stated.add(place)
            self.facts.append(fact)


def collect_drafts(
    readings: Sequence[NoteReading],
    identities: Identities,
    known: KnownNames,
    lexicon: Lexicon,
    drawing: Drawing,
    alone: Mapping[str, list[Evidence]],
) -> dict[str, Draft]:
    """Return key -> draft for every thing a note names, and for every end of a relation."""
    drafts: dict[str, Draft] = {}
    for reading in readings:
        _add_names(reading, identities, drafts)
    ends = {end for source, _, target in drawing for end in (source, target)}
    for reading in readings:
        _add_made(reading, identities, ends, drafts)
    _add_ends(drawing, alone, known, drafts)
    for reading in readings:
        _add_statements(reading, identities, known, drafts)
    _add_definitions(readings, identities, known, drafts)
    for draft in drafts.values():
        _finish(draft, lexicon)
    return drafts


def _add_names(reading: NoteReading, identities: Identities, drafts: dict[str, Draft]) -> None:
    for thing in reading.things:
        ref = qualify(thing.owner, thing.name)
        draft = _draft(drafts, identities.key(ref))
        if draft is None:
            continue
        evidence = evidence_of(reading.path, thing.cite)
        draft.add_name(thing.name, evidence, defines=not thing.unresolved)
        draft.owner = draft.owner or unqualified(thing.owner)[1]
        if thing.cite.rule in ("heading", "note title"):
            draft.tags.update(reading.tags)
    _add_joined(reading, identities, drafts)
    for claim in reading.compared:
        for name in claim.subjects:
            draft = _draft(drafts, identities.key(qualify(claim.owner, name)))
            if draft is not None:
                draft.owner = draft.owner or unqualified(claim.owner)[1]
                draft.add_name(name, evidence_of(reading.path, claim.cite), defines=True)


def _add_joined(reading: NoteReading, identities: Identities, drafts: dict[str, Draft]) -> None:
    """Both names of what an author says is one thing, where the join was not refused."""
    for same in reading.same:
        key = identities.key(same.name)
        draft = _draft(drafts, key) if key == identities.key(same.other) else None
        if draft is not None:
            for ref in (same.name, same.other):
                draft.add_name(unqualified(ref)[1], evidence_of(reading.path, same.cite), defines=True)


def _add_made(reading: NoteReading, identities: Identities, ends: set[str], drafts: dict[str, Draft]) -> None:
    """A relation's end that nothing else names is named by the claim that drew it."""
    for name, cite in _made_names(reading):
        key = identities.key(name) if name else ""
        if key in ends and (key not in drafts or not drafts[key].names):
            made = drafts.setdefault(key, Draft(key))
            made.add_name(unqualified(name)[1], evidence_of(reading.path, cite), defines=True)


def _made_names(reading: NoteReading) -> Iterator[tuple[str, Cite]]:
    for related in reading.related:
        names = (*related.fallback, related.made, related.source if not related.source_search else "")
        yield from ((name, related.cite) for name in names)
    for classed in reading.classed:
        names = (*classed.names, classed.made, "" if classed.search else classed.members)
        yield from ((name, classed.cite) for name in names)


def _draft(drafts: dict[str, Draft], key: str) -> Draft | None:
    return drafts.setdefault(key, Draft(key)) if key else None


def _add_ends(
    drawing: Drawing, alone: Mapping[str, list[Evidence]], known: KnownNames, drafts: dict[str, Draft]
) -> None:
    """An end that only a sentence names gets its spelling from there."""
    cited: dict[str, list[Evidence]] = {}
    for (source, _, target), drawn in sorted(drawing.items()):
        for key in (source, target):
            if key not in drafts or not drafts[key].names or key.startswith("="):
                cited.setdefault(key, []).extend(drawn.evidence)
    for key, evidence in alone.items():
        if key.startswith("="):
            cited.setdefault(key, []).extend(evidence)
    for key, evidence in sorted(cited.items()):
        draft = drafts.get(key) or Draft(key)
        _add_spellings(draft, sorted(set(evidence)), known)
        if draft.names:
            drafts[key] = draft
        else:
            drafts.pop(key, None)


def _add_spellings(draft: Draft, evidence: Sequence[Evidence], known: KnownNames) -> None:
    spelt = {fold_name(name) for name, _ in draft.names}
    for cite in evidence[:_SCANNED]:
        for hit in known.find(cite.text):
            name = cite.text[hit.start : hit.end]
            if hit.key == draft.key and fold_name(name) not in spelt:
                spelt.add(fold_name(name))
                draft.add_name(name, cite, defines=True)


def _add_statements(reading: NoteReading, identities: Identities, known: KnownNames, drafts: dict[str, Draft]) -> None:
    for said in reading.said:
        draft = drafts.get(identities.key(said.subject))
        if draft is not None:
            draft.add_fact(Statement(said.text, evidence_of(reading.path, said.cite)))
        draft = drafts.get(statement_subject(known, said.text))
        if draft is not None:  # the line names it, so it leans on no other
            draft.add_fact(Statement(said.text, evidence_of(reading.path, said.cite._replace(context=()))))


def _add_definitions(
    readings: Sequence[NoteReading], identities: Identities, known: KnownNames, drafts: dict[str, Draft]
) -> None:
    """What stands at a thing's own place goes before what is said of it in passing."""
    for rules, search in _DEFINING:
        for reading in readings:
            for defined in reading.defined:
                if defined.cite.rule not in rules or defined.search != search:
                    continue
                key = known.key_of(defined.subject) if search else identities.key(defined.subject)
                draft = None if search and known.is_shared(defined.subject) else drafts.get(key)
                if draft is not None and draft.definition is None:
                    draft.definition = Statement(defined.text, evidence_of(reading.path, defined.cite))


def _finish(draft: Draft, lexicon: Lexicon) -> None:
    draft.names.sort(key=lambda item: (item[1].path, item[1].line_start, item[0]))
    draft.facts.sort(key=lambda fact: (fact.evidence.path, fact.evidence.line_start, fact.text))
    names = [name for name, _ in draft.names]
    entry = next((entry for name in names if (entry := lexicon.entry(name))), None)
    folded = {fold_name(name) for name in names}
    ranked = sorted(
        draft.names,
        key=lambda item: (_RULE_RANK.get(item[1].rule, 9), "(" in item[0], item[1].path, item[1].line_start),
    )
    draft.label = entry.label if entry and fold_name(entry.label) in folded else ranked[0][0]
    draft.kind = entry.kind if entry else _kind(draft)


def _kind(draft: Draft) -> Kind:
    """A service by its own name or by the class a note puts it in; else a concept."""
    named = any(name.casefold().split()[1:][-1:] == ["service"] for name, _ in draft.names)
    said = draft.definition.text.casefold().split()[:_OPENING] if draft.definition else []
    classed = not _SERVICE_CLASSES.isdisjoint(word.strip(",.") for word in said)
    return Kind.SERVICE if named or classed else Kind.CONCEPT
