"""Reading one note: parse it, find its topics, and let every rule say what it claims. Pure; its result is cached."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, TypeVar

from graph.model import Skipped
from ingest.claims import (
    Classed,
    Compared,
    Defined,
    Linked,
    NoteReading,
    Related,
    Said,
    SameThing,
    Stretch,
    Thing,
)
from ingest.document import Document
from ingest.exercises import is_exercise
from ingest.markdown import parse_document
from ingest.note_titles import note_title, own_topic, title_claims
from ingest.read_notes import SourceNote
from ingest.release_notes import release_notes
from ingest.rules.aspect_choices import read_aspect_choices
from ingest.rules.bold_choices import read_bold_choices
from ingest.rules.both_sides import read_both_sides
from ingest.rules.choice_lists import read_choice_lists
from ingest.rules.choices import read_choices
from ingest.rules.chosen_rows import read_chosen_rows
from ingest.rules.class_examples import read_class_examples
from ingest.rules.class_purposes import read_class_purposes
from ingest.rules.classed_rows import read_classed_rows
from ingest.rules.comparison_tables import read_comparison_tables
from ingest.rules.contrasts import read_contrasts
from ingest.rules.definitions import read_definitions
from ingest.rules.described_rows import read_described_rows
from ingest.rules.either_or import read_either_or
from ingest.rules.example_lines import read_example_lines
from ingest.rules.expansions import read_expansions
from ingest.rules.flowcharts import read_flowcharts
from ingest.rules.front_matter_keys import (
    find_unread_keys,
    note_aliases,
    note_tags,
)
from ingest.rules.groupings import read_groupings
from ingest.rules.heading_names import read_heading_names
from ingest.rules.inline_lists import read_inline_lists
from ingest.rules.instruments import read_instruments
from ingest.rules.labelled_classes import read_labelled_classes
from ingest.rules.labelled_names import read_labelled_names
from ingest.rules.lead_examples import read_lead_examples
from ingest.rules.likenesses import read_likenesses
from ingest.rules.links import read_links
from ingest.rules.listed_terms import read_listed_terms
from ingest.rules.means import read_means
from ingest.rules.misspelt_siblings import read_misspelt_siblings
from ingest.rules.named_features import read_named_features
from ingest.rules.named_kinds import read_named_kinds
from ingest.rules.named_members import read_named_members
from ingest.rules.opening_parts import read_opening_parts
from ingest.rules.other_names import read_other_names
from ingest.rules.partners import read_partners
from ingest.rules.placed_terms import read_placed_terms
from ingest.rules.preference_lists import read_preference_lists
from ingest.rules.repeated_phrases import read_repeated_phrases
from ingest.rules.requirements import read_requirements
from ingest.rules.sentences import read_sentences
from ingest.rules.spelt_parts import read_spelt_parts
from ingest.rules.spelt_rows import read_spelt_rows
from ingest.rules.statements import read_statements
from ingest.rules.strong_names import read_strong_names
from ingest.rules.told_kinds import read_told_kinds
from ingest.rules.typed_names import read_typed_names
from ingest.rules.usable_tools import read_usable_tools
from ingest.rules.versus_headings import read_versus_headings
from ingest.scope import scope_of
from ingest.sections import split_sections
from ingest.topics import find_topics

__all__ = ["read_document", "read_note"]

_Claim = TypeVar("_Claim")
_RULES = (
    read_heading_names,
    read_listed_terms,
    read_choice_lists,
    read_spelt_parts,
    read_aspect_choices,
    read_inline_lists,
    read_labelled_classes,
    read_labelled_names,
    read_told_kinds,
    read_expansions,
    read_other_names,
    read_misspelt_siblings,
    read_versus_headings,
    read_comparison_tables,
    read_chosen_rows,
    read_classed_rows,
    read_described_rows,
    read_spelt_rows,
    read_preference_lists,
    read_choices,
    read_likenesses,
    read_contrasts,
    read_opening_parts,
    read_partners,
    read_instruments,
    read_means,
    read_typed_names,
    read_usable_tools,
    read_requirements,
    read_sentences,
    read_both_sides,
    read_named_features,
    read_named_members,
    read_named_kinds,
    read_bold_choices,
    read_either_or,
    read_strong_names,
    read_repeated_phrases,
    read_definitions,
    read_placed_terms,
    read_class_examples,
    read_class_purposes,
    read_groupings,
    read_example_lines,
    read_lead_examples,
    read_statements,
    read_links,
    read_flowcharts,
)


def read_note(source: SourceNote) -> NoteReading:
    """Return what one note claims. Cost: linear in its length."""
    document = parse_document(source.path, source.text)
    skipped = [Skipped(f"{source.path}:{d.line}", d.message) for d in (*source.diagnostics, *document.diagnostics)]
    return read_document(document, source.sha256, skipped)


def read_document(document: Document, sha256: str, skipped: Iterable[Skipped] = ()) -> NoteReading:
    """Return what a parsed note claims."""
    title = note_title(document)
    topic = own_topic(document, title)
    history = release_notes(document)
    readable = [(i, block) for i, block in enumerate(document.blocks) if i not in history and not is_exercise(block)]
    scope = scope_of(document, find_topics(document, topic), readable)
    claims: list[Any] = list(title_claims(document, topic, title))
    for rule in _RULES:
        claims.extend(rule(scope))
    return NoteReading(
        path=document.note,
        sha256=sha256,
        title=title,
        subject=topic.ref if topic else title,
        tags=note_tags(document),
        aliases=note_aliases(document),
        sections=split_sections(scope, title),
        things=_of(claims, Thing),
        same=_of(claims, SameThing),
        related=_of(claims, Related),
        classed=_of(claims, Classed),
        links=_of(claims, Linked),
        said=_of(claims, Said),
        defined=_of(claims, Defined),
        compared=_without_doubles(_of(claims, Compared)),
        stretches=_of(claims, Stretch),
        unread_keys=tuple(find_unread_keys(document)),
        skipped=tuple(skipped),
    )


def _of(claims: list[Any], kind: type[_Claim]) -> tuple[_Claim, ...]:
    return tuple([claim for claim in claims if type(claim) is kind])


def _has_taken_in(outer: Compared, inner: Compared) -> bool:
    if not inner.rows or not outer.rows:
        return len(outer.subjects) == len(inner.subjects) or bool(outer.rows)
    return any(inner.rows[0].first <= row.first <= inner.rows[-1].last for row in outer.rows)


def _without_doubles(compared: tuple[Compared, ...]) -> tuple[Compared, ...]:
    """A heading's comparison has taken in the table below it; the table is then no comparison of its own."""
    kept: list[Compared] = []
    for claim in compared:
        inside = [k for k in kept if k.cite.first <= claim.cite.first and claim.last <= k.last]
        if any(_has_taken_in(k, claim) for k in inside):
            continue
        kept.append(claim)
    return tuple(kept)
