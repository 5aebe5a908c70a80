"""What something needs, told as an instruction: "To use X, you must enable Y"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.model import Confidence
from graph.relation_types import RelationType
from graph.sentences import split_sentences
from ingest.claims import Related
from ingest.clause_objects import capitalised, object_words
from ingest.document import BlockKind
from ingest.marked_capitals import as_name
from ingest.scope import Scope

__all__ = ["read_requirements"]

_RULE = "requirement"
_NEEDS = re.compile(
    r"\W*(?:in order )?to (?:use|enable|have|set up|run) (?P<what>[^,.;:]{2,50}), (?:you|we) (?:must|need to|have to|first need to)"
    r" (?:also |first )?(?:use|enable|have|install|turn on)(?: the| an?)? (?P<needed>[^.;:]{2,200})",
    re.IGNORECASE,
)


def read_requirements(scope: Scope) -> Iterator[Related]:
    """Yield what is needed; what needs it has to be a known name, and nothing else."""
    for index, block in scope.holding((" must ", " to "), BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.DESCRIPTION):
        plain = block.text.plain
        for start, end in split_sentences(plain):
            found = _NEEDS.match(plain, start, end)
            if found:
                cite = scope.cite(index, _RULE, Confidence.PATTERN, span=(start, end))
                needed = object_words(found["needed"])
                yield Related(
                    as_name(found["what"]),
                    RelationType.USES,
                    "requires",
                    needed,
                    cite,
                    search=True,
                    fallback=capitalised(needed),
                    source_search=True,
                )
