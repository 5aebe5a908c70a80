"""Every check, in the order of their codes."""

from __future__ import annotations

from graph.review.doubled_topics import find_doubled_topics, find_scattered_topics
from graph.review.finding import Check, Severity
from graph.review.misspelt_names import find_misspelt_names
from graph.review.rival_expansions import find_ambiguous_abbreviations, find_disagreeing_expansions

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
        code="KW106-suggested-split",
        severity=_HINT,
        title="One abbreviation for two things",
        find=find_ambiguous_abbreviations,
    ),
)
