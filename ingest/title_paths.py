"""A vault's way to write the area that a note lies in: "Kafka - Log compaction", `Kafka___Log compaction.md`."""

from __future__ import annotations

import re

from ingest.node_names import clean_name, is_generic, is_name
from ingest.task_names import is_task
from ingest.topic_headings import split_gloss

__all__ = ["NAMESPACE", "area_of", "last_in_path"]

NAMESPACE = "___"  # stands in a file's name for the "/" between a page and those above it
_STEP = re.compile(rf"\s+-\s+|{NAMESPACE}")


def area_of(title: str) -> str:
    """Return the first step of a title that is a path, "" for any other title."""
    first, *others = _STEP.split(title)
    return first if others else ""


def last_in_path(title: str) -> tuple[str, str]:
    """Return what a title is about and the step before it: "Log compaction" and "Kafka"; "" where there is none.

    Steps that only say which part of a text it is fall away: "Kafka - Topics" is on Kafka.
    """
    parts = [clean_name(part) for part in _STEP.split(title)]
    while len(parts) > 1 and not _is_step(parts[-1]):
        parts.pop()
    area = parts[-2] if len(parts) > 1 and _is_step(parts[-2]) else ""
    return split_gloss(parts[-1])[0] if area else parts[-1], area


def _is_step(part: str) -> bool:
    return is_name(part) and not is_generic(part) and not is_task(part)
