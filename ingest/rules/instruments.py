"""Advice that names a tool and what it works on: "Use X to monitor Y", "you can use X to trigger Y"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.model import Confidence
from graph.relation_types import RelationType
from graph.sentences import split_sentences
from ingest.claims import Related
from ingest.document import BlockKind
from ingest.scope import Scope

__all__ = ["read_instruments"]

_RULE = "instrument"
_USED_TO = re.compile(
    r"(?:^|\b(?:you|we|they) (?:can|could|may|should) (?:also )?)use (?P<tool>(?:an? |the )?[^,.;:()]{2,40}?) to "
    r"(?P<verb>trigger|invoke|debug|monitor|trace|deploy|scale|orchestrate|provision|cache|replicate) (?P<what>[^.;:]{2,80})",
    re.IGNORECASE,
)


def read_instruments(scope: Scope) -> Iterator[Related]:
    """Yield a claim for each such sentence; both ends have to be known names."""
    for index, block in scope.blocks(BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.DESCRIPTION):
        plain = block.text.plain
        if " to " not in plain or "use " not in plain.casefold():
            continue
        for start, end in split_sentences(plain):
            found = _USED_TO.search(plain[start:end])
            if found:
                cite = scope.cite(index, _RULE, Confidence.PATTERN, span=(start, end))
                phrase = f"{found['verb'].casefold()}s"
                tool = (
                    found["tool"]
                    if found["tool"].casefold().startswith(("a ", "an ", "the "))
                    else f"the {found['tool']}"
                )
                yield Related(tool, RelationType.USES, phrase, found["what"], cite, search=True, source_search=True)
