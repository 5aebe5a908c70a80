"""From the readings of all notes to one graph: names resolved, relations drawn, everything in its total order."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from graph.model import (
    Comparison,
    Concept,
    ConceptId,
    Dimension,
    Knowledge,
    Name,
    Note,
    NoteId,
    Relation,
    Report,
    Skipped,
    Span,
    Subject,
    SuggestedMerge,
)
from graph.names import concept_ids, fold_name, slug
from graph.relation_types import SYMMETRIC, RelationType
from ingest.claims import Compared, NoteReading, Related, qualify, unqualified
from ingest.concept_drafts import Draft, collect_drafts
from ingest.drawing import Drawn
from ingest.identities import Identities
from ingest.known_names import KnownNames
from ingest.lexicon import Lexicon
from ingest.link_targets import Links, resolve_links
from ingest.mention_drawing import draw_mentions
from ingest.relation_drawing import draw_relations
from ingest.rival_expansions import find_rival_expansions
from ingest.settings import NO_SETTINGS, Settings
from ingest.settings_applied import apply_settings
from ingest.template_headings import find_template_headings, without_template_headings

__all__ = ["resolve"]


def resolve(
    readings: Iterable[NoteReading],
    texts: Mapping[NoteId, str],
    skipped: Iterable[Skipped] = (),
    lexicon: Lexicon | None = None,
    settings: Settings = NO_SETTINGS,
) -> Knowledge:
    """Join the readings into one graph. Order of `readings` does not matter. Cost: linear in their size.

    Args:
        readings: one for each note.
        texts: path -> the note's text, kept for pages and search.
        skipped: what reading the folder passed over.
        lexicon: names of a domain, or None for none.
        settings: what the user decided; goes before everything else.
    """
    links = resolve_links(sorted(readings, key=lambda reading: reading.path))
    ordered = links.readings
    words = lexicon or Lexicon()
    templates = find_template_headings(ordered, words)
    ordered = [without_template_headings(reading, templates) for reading in ordered]
    identities = Identities(ordered, words, settings)
    ordered = [_with_compared(_without_scoping(reading, identities.vendors)) for reading in ordered]
    known = KnownNames(_known_names(ordered, identities, words), identities.vendors, words.anywhere)
    drawing = draw_relations(ordered, identities, known)
    alone = draw_mentions(ordered, identities, known, drawing)
    drafts = collect_drafts(ordered, identities, known, words, drawing, alone)
    decisions = apply_settings(drafts, identities, settings)
    labels = {key: draft.label for key, draft in drafts.items()}
    ids = _ids(labels, drafts)
    relations = tuple(sorted(_relations(drawing, ids), key=lambda r: (r.source, r.type, r.target)))
    return Knowledge(
        concepts=tuple(sorted((_concept(draft, ids[key]) for key, draft in drafts.items()), key=lambda c: c.id)),
        relations=relations,
        comparisons=tuple(sorted(_comparisons(ordered, identities, ids), key=lambda c: c.id)),
        notes=tuple(_note(reading, texts) for reading in ordered),
        report=replace(_report(links, relations, skipped, identities, ids), decisions=decisions),
    )


def _without_scoping(reading: NoteReading, vendors: frozenset[str]) -> NoteReading:
    """A vendor opposed to a matter ("AWS vs server configuration") bounds the text and compares no two things."""
    kept = tuple(
        claim
        for claim in reading.compared
        if not any(fold_name(name) in vendors for name in claim.subjects) or all(" " not in n for n in claim.subjects)
    )
    return replace(reading, compared=kept) if len(kept) < len(reading.compared) else reading


def _with_compared(reading: NoteReading) -> NoteReading:
    """An author's comparison relates each pair of its subjects; a table with a row for each only lists them."""
    related: list[Related] = []
    for claim in reading.compared:
        if claim.cite.rule == "table of subjects":
            continue
        refs = [qualify(claim.owner, name) for name in claim.subjects]
        for place, a in enumerate(refs):
            related += [
                Related(a, RelationType.COMPARED_WITH, "compared with", b, claim.cite) for b in refs[place + 1 :]
            ]
    return replace(reading, related=(*reading.related, *related)) if related else reading


def _known_names(
    readings: Sequence[NoteReading], identities: Identities, lexicon: Lexicon
) -> Iterator[tuple[str, str]]:
    for reading in readings:
        for thing in reading.things:
            ref = qualify(thing.owner, thing.name)
            yield thing.name, identities.key(ref)
        for same in reading.same:
            yield from ((unqualified(name)[1], identities.key(name)) for name in (same.name, same.other))
        for claim in reading.compared:
            yield from ((name, identities.key(qualify(claim.owner, name))) for name in claim.subjects)
    for entry in sorted(set(lexicon.entries.values()), key=lambda entry: entry.label):
        for name in (entry.label, *entry.names):
            yield name, identities.key(name)


def _ids(labels: Mapping[str, str], drafts: Mapping[str, Draft]) -> dict[str, ConceptId]:
    """Labels may be shared by two things; the second is then told apart by its key."""
    shared = {label for label, count in Counter(labels.values()).items() if count > 1}
    unique = {
        key: f"{label} ({drafts[key].owner})" if label in shared and drafts[key].owner else label
        for key, label in labels.items()
    }
    seen: dict[str, str] = {}
    for key in sorted(unique):
        if unique[key] in seen:
            unique[key] = f"{unique[key]} {key}"
        seen[unique[key]] = key
    ids = concept_ids(unique.values())
    return {key: ids[label] for key, label in unique.items()}


def _concept(draft: Draft, concept_id: ConceptId) -> Concept:
    names = tuple(Name(name, evidence) for name, evidence in draft.names)
    return Concept(
        id=concept_id,
        label=draft.label,
        kind=draft.kind,
        aliases=tuple(sorted(name.name for name in names if name.name != draft.label)),
        tags=tuple(sorted(draft.tags)),
        names=names,
        definition=draft.definition,
        facts=tuple(draft.facts),
        unresolved=draft.unresolved,
    )


def _relations(drawing: Mapping[tuple[str, str, str], Drawn], ids: Mapping[str, ConceptId]) -> Iterator[Relation]:
    for (source, kind, target), drawn in drawing.items():
        if source not in ids or target not in ids:
            continue
        a, b = ids[source], ids[target]
        if kind in SYMMETRIC and a > b:
            a, b = b, a
        yield Relation(
            source=a,
            type=str(kind),
            phrase=drawn.phrase,
            target=b,
            evidence=tuple(sorted(set(drawn.evidence))),
            prefers=ids.get(drawn.prefers),
        )


def _comparisons(
    readings: Sequence[NoteReading], identities: Identities, ids: Mapping[str, ConceptId]
) -> Iterator[Comparison]:
    taken: set[str] = set()
    for reading in readings:
        for claim in reading.compared:
            keys = [identities.key(qualify(claim.owner, name)) for name in claim.subjects]
            if len(set(keys)) < len(keys) or any(key not in ids for key in keys):
                continue
            subjects = tuple(Subject(ids[key], name) for key, name in zip(keys, claim.subjects, strict=True))
            name = slug(claim.title)
            if not name or name in taken:
                mark = hashlib.sha256(f"{reading.path}\0{claim.cite.first}\0{claim.title}".encode()).hexdigest()[:8]
                name = f"{name}-{mark}".strip("-")
            taken.add(name)
            yield Comparison(
                id=name,
                title=claim.title,
                subjects=subjects,
                dimensions=tuple(_dimensions(reading.path, claim, subjects)),
                source=Span(reading.path, claim.cite.first, claim.last),
            )


def _dimensions(path: NoteId, claim: Compared, subjects: Sequence[Subject]) -> Iterator[Dimension]:
    for row in claim.rows:
        values = {subject.id: value for subject, value in zip(subjects, row.values, strict=False) if value}
        yield Dimension(row.name, values, Span(path, row.first, row.last))


def _note(reading: NoteReading, texts: Mapping[NoteId, str]) -> Note:
    return Note(
        path=reading.path,
        title=reading.title,
        tags=reading.tags,
        sha256=reading.sha256,
        text=texts.get(reading.path, ""),
        sections=reading.sections,
    )


def _report(
    links: Links,
    relations: Sequence[Relation],
    skipped: Iterable[Skipped],
    identities: Identities,
    ids: Mapping[str, ConceptId],
) -> Report:
    rules = Counter(evidence.rule for relation in relations for evidence in relation.evidence)
    passed = sorted({*skipped, *(skip for reading in links.readings for skip in reading.skipped)})
    merges = {
        SuggestedMerge(
            min(ids[a], ids[b]),
            max(ids[a], ids[b]),
            "a note gives one as another name of the other, which something else speaks against",
        )
        for a, b in identities.refused
        if a in ids and b in ids and a != b
    }
    return Report(
        rules=dict(sorted(rules.items())),
        skipped=tuple(passed),
        ambiguous=links.ambiguous,
        suggested_merges=tuple(sorted(merges)),
        lost_links=links.lost,
        unread_keys=tuple(sorted(key for reading in links.readings for key in reading.unread_keys)),
        expansions=find_rival_expansions(links.readings),
    )
