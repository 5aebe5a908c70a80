"""The term of the note that a plain word of a sentence means: "topics", where the note has a heading "Topic".

In a text such a word names no concept by itself; right behind a verb, with nothing beside it, it is the note's own.
"""

from __future__ import annotations

import re
from functools import lru_cache

from graph.names import fold_name
from ingest.scope import Scope

__all__ = ["meant_term"]

_FIRST = re.compile(
    r"(?:an? |the |one |its |their |multiple |several )?(?P<noun>[a-z][a-z-]{3,})"
    r"(?=$|[.,;]| (?:that|which|it|they|we|you|with|for|to|in|on|at|where|when|and|or|from|as|by)\b)"
)
_REMEMBERED = 4  # notes


def meant_term(scope: Scope, words: str) -> str:
    """Return the name of the note's term that the words begin with as a noun of their own; empty where there is none."""
    found = _FIRST.match(words)
    return _terms(scope).get(fold_name(found["noun"]), "") if found else ""


@lru_cache(maxsize=_REMEMBERED)
def _terms(scope: Scope) -> dict[str, str]:
    named = (topic.name for topic in reversed(scope.topics.introduced) if topic is not None and " " not in topic.name)
    return {fold_name(name): name for name in named}
