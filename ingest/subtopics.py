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
_ASPECTS = ABOUT_HEADS | ASPECTS
_LONGEST = 3  # words of a name
_ACTIVITY = re.compile(r"(?:ing|[ts]ion|ment|ity|ance|ence|ness)s?$", re.IGNORECASE)


def first_part(text: str) -> str:
    """Return what stands before the dash of a heading, or all of it."""
    return clean_name(_DASH.split(strip_heading(text), maxsplit=1)[0])


def is_subtopic(subject: str, name: str, text: str) -> bool:
    """Return whether the words behind the dash name a thing: written with capitals, neither the subject spelt out, nor what
    the text tells of it, nor several things."""
    words = name.split()
    if not words or len(words) > _LONGEST or len(_DASH.split(text)) != 2:
        return False
    if _NUMBERED.fullmatch(name) or _SEVERAL.search(name) or not _names_another(subject, name):
        return False
    if _tells_aspect(words[-1].casefold()):
        return False
    return has_proper_shape(name) or _is_title_of_thing(words)


def _names_another(subject: str, name: str) -> bool:
    """Whether words are a name, and none of the subject in long or in short."""
    if not is_name(name) or is_generic(name) or is_task(name):
        return False
    return not is_gloss_of(subject, name) and not is_gloss_of(name, subject)


def _tells_aspect(last: str) -> bool:
    return last in _ASPECTS or last in CHOOSER_NOUNS or (last.endswith("s") and last[:-1] in CHOOSER_NOUNS)


def _is_title_of_thing(words: list[str]) -> bool:
    """`Visibility Timeout`; "Capacity Planning" is an activity."""
    titled = len(words) > 1 and all(word[0].isupper() or word[0].isdigit() for word in words)
    return titled and not _ACTIVITY.search(words[-1].casefold())
