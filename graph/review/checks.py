"""Every check, in the order of their codes."""

from __future__ import annotations

from graph.review.contradictions import find_contradicted_statements, find_contradictory_values
from graph.review.doubled_topics import find_doubled_topics, find_scattered_topics
from graph.review.duplicates import find_duplicates, find_near_duplicates
from graph.review.empty_sections import find_empty_sections
from graph.review.finding import Check, Severity
from graph.review.lost_links import find_ambiguous_links, find_dead_links, find_unresolved_wikilinks
from graph.review.misspelt_names import find_misspelt_names
from graph.review.open_questions import find_open_questions
from graph.review.orphans import find_orphans
from graph.review.rival_expansions import find_ambiguous_abbreviations, find_disagreeing_expansions
from graph.review.suggested_merges import find_suggested_merges
from graph.review.unread_keys import find_unread_keys, find_unread_links

__all__ = ["CHECKS"]

_WARNING, _HINT = Severity.WARNING, Severity.HINT

CHECKS = (
    Check(
        code="KW101-doubled-topic",
        severity=_WARNING,
        title="The same topic under two headings",
        find=find_doubled_topics,
    ),
    Check(code="KW102-scattered-topic", severity=_HINT, title="A topic at several places", find=find_scattered_topics),
    Check(
        code="KW103-two-expansions",
        severity=_WARNING,
        title="Two long forms of one abbreviation",
        find=find_disagreeing_expansions,
    ),
    Check(code="KW104-misspelt-name", severity=_WARNING, title="Misspelt names", find=find_misspelt_names),
    Check(
        code="KW105-suggested-merge",
        severity=_HINT,
        title="Two names that may be one thing",
        find=find_suggested_merges,
    ),
    Check(
        code="KW106-suggested-split",
        severity=_HINT,
        title="One abbreviation for two things",
        find=find_ambiguous_abbreviations,
    ),
    Check(
        code="KW201-contradictory-value",
        severity=_WARNING,
        title="Different numbers for one thing",
        find=find_contradictory_values,
    ),
    Check(
        code="KW202-contradicted-statement",
        severity=_HINT,
        title="Said here and denied there",
        find=find_contradicted_statements,
    ),
    Check(
        code="KW205-duplicate-statement",
        severity=_WARNING,
        title="The same statement at several places",
        find=find_duplicates,
    ),
    Check(
        code="KW206-near-duplicate",
        severity=_HINT,
        title="Nearly the same statement at two places",
        find=find_near_duplicates,
    ),
    Check(code="KW301-dead-link", severity=_WARNING, title="Links to notes that are not there", find=find_dead_links),
    Check(
        code="KW302-unresolved-wikilink",
        severity=_WARNING,
        title="Wikilinks that no note answers to",
        find=find_unresolved_wikilinks,
    ),
    Check(
        code="KW303-ambiguous-link",
        severity=_WARNING,
        title="Links that several notes answer to",
        find=find_ambiguous_links,
    ),
    Check(
        code="KW304-unread-link-key",
        severity=_WARNING,
        title="Front matter keys whose links are not read",
        find=find_unread_links,
    ),
    Check(code="KW305-unread-key", severity=_HINT, title="Front matter keys that are not read", find=find_unread_keys),
    Check(code="KW401-orphan-concept", severity=_HINT, title="Concepts without a word on them", find=find_orphans),
    Check(
        code="KW402-empty-section",
        severity=_WARNING,
        title="Headings with nothing below",
        find=find_empty_sections,
    ),
    Check(code="KW403-open-question", severity=_WARNING, title="Questions left open", find=find_open_questions),
)
