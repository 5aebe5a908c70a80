"""Headings that tell what to do, and name nothing: "Deleting an index"."""

from __future__ import annotations

import re

from ingest.class_nouns import CLASS_NOUNS
from ingest.english import CHOOSER_NOUNS, TASK_VERBS

__all__ = ["is_task"]

# What one does with a thing, and no thing's first word: "Securing Kubelet".
_DONE = frozenset(
    """
    securing managing configuring creating deploying installing enabling disabling deleting updating upgrading connecting
    implementing developing choosing adding removing using enhancing improving ensuring protecting selecting syncing
    """.split()
)
# "Tagging resources in S3", but "Pricing models in AWS": gerunds that are things themselves.
_DONE_TO = re.compile(
    r"(?!(?:billing|pricing|networking|routing|hosting|caching|streaming|scaling|operating|training|naming|purchasing|running|rolling"
    r"|partitioning|computing|engineering|logging|messaging|learning|processing|reporting|mapping|versioning|peering|scheduling"
    r"|programming|building|setting|binding|offering|listing|clustering|indexing)\b)"
    r"[a-z]+ing "
    r"(?:(?:up|with|like|about|without|across|between|into|two|three|multiple|several) "
    r"|(?:[a-z]+ )?[a-z]+s (?:for|in|on|across|between|with|from|to) )",
    re.IGNORECASE,
)
_ARTICLES = frozenset(["a", "an", "the", "your", "our", "its"])


def is_task(text: str) -> bool:
    """Return whether a heading names something to do: "Deleting an index", "Building locally", "Working with X"."""
    words = text.split()
    if len(words) < 2 or not words[0].casefold().endswith("ing"):
        return False
    if words[1].casefold() in _ARTICLES or _DONE_TO.match(text):
        return True  # "Becoming a member", "Signing up for AWS", "Tagging resources in S3"
    first, second = words[0].casefold(), words[1]
    if len(words) == 2 and second.casefold() in CHOOSER_NOUNS:
        return False  # "Caching Strategies"
    return first in _DONE or (not _is_of_that_kind(words) and _is_done(first))


def _is_of_that_kind(words: list[str]) -> bool:
    """`Testing Library`, `Testing API` are things; "Sharing AMIs" and "Monitoring DAX" something to do."""
    second = words[1]
    if len(words) == 2 and second.istitle() and not second.endswith("s"):
        return True
    return second.isupper() and second.casefold() in CLASS_NOUNS


def _is_done(gerund: str) -> bool:
    """Whether a gerund is of a verb that tells what to do: "storing", "building", "tagging"."""
    stem = gerund[:-3]
    doubled = stem[:-1] if stem[-2:-1] == stem[-1:] else stem
    return not TASK_VERBS.isdisjoint((stem, f"{stem}e", doubled))
