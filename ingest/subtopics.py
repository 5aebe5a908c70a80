"""Headings that name a thing of a subject that other headings speak of, too: "SQS - FIFO queue" beside "SQS - Overview"."""

from __future__ import annotations

import re

from ingest.abbreviations import is_gloss_of
from ingest.english import ABOUT_HEADS, ASPECTS, CHOOSER_NOUNS
from ingest.node_names import clean_name, has_proper_shape, is_generic, is_name, strip_heading
from ingest.task_names import is_task

__all__ = ["first_part", "is_subtopic"]

_DASH = re.compile(r"\s+[-–—]\s+")
_SEVERAL = re.compile(
    r"[,&/:+()]|(?<![-\w])(?:and|or|vs|for|with|from|how|why|when|in|on|to|the)(?![-\w])", re.IGNORECASE
)
_NUMBERED = re.compile(r"[A-Z]{1,3}\d{1,3}")  # "Software Architecture - F03" is the third text
_LONGEST = 3  # words of a name
_ACTIVITY = re.compile(r"(?:ing|[ts]ion|ment|ity|ance|ence|ness)s?$", re.IGNORECASE)


def first_part(text: str) -> str:
    """Return what stands before the dash of a heading, or all of it."""
    return clean_name(_DASH.split(strip_heading(text), maxsplit=1)[0])


def is_subtopic(subject: str, name: str, text: str) -> bool:
    """Return whether the words behind the dash name a thing: written with capitals, neither the subject spelt out, nor what
    the text tells of it, nor several things."""
    words = name.split()
    if _NUMBERED.fullmatch(name):
        return False
    if not words or len(_DASH.split(text)) != 2 or len(words) > _LONGEST or _SEVERAL.search(name):
        return False
    if (
        not is_name(name)
        or is_generic(name)
        or is_task(name)
        or is_gloss_of(subject, name)
        or is_gloss_of(name, subject)
    ):
        return False
    last = words[-1].casefold()
    if last in ABOUT_HEADS | ASPECTS or last in CHOOSER_NOUNS or (last.endswith("s") and last[:-1] in CHOOSER_NOUNS):
        return False
    titled = len(words) > 1 and all(word[0].isupper() or word[0].isdigit() for word in words)
    activity = bool(_ACTIVITY.search(last)) and not any(map(has_proper_shape, words))
    return (titled and not activity) or has_proper_shape(name)
