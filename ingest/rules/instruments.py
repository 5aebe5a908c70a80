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


_NAME = r"(?:an? |the |your )?[^,.;:()]{2,40}?"
# "Combine X with Y", "You can attach X to Y"
_JOINED = re.compile(
    rf"(?:^|\b(?:you|we) (?:can|could|may|should|must) (?:also )?)(?:(?:use|combine|pair|integrate) (?P<a>{_NAME}) (?:together )?with"
    rf"|(?:connect|attach|link|subscribe|associate|mount|bind) (?P<b>{_NAME}) (?:directly )?(?:to|with)) (?P<what>(?:an? |the |your )?[A-Z][^.;:]{{1,60}})",
    re.IGNORECASE,
)
# "Data flows from X to Y"
_FLOWS = re.compile(
    r"\b(?:data|events|messages|logs|traffic|requests|records|metrics|files) (?:(?:is|are|gets?|can be) )?"
    r"(?:flows?|goes|go|sent|moves?|moved|copied|replicated|streamed|transferred|migrated|exported|loaded)"
    r" from (?P<a>(?:an? |the )?[A-Z][^,.;:()]{1,40}?) (?:in)?to (?P<what>(?:an? |the )?[A-Z][^.;:]{1,60})",
    re.IGNORECASE,
)
# "The backend of X is Y"
_ROLE = re.compile(
    r"^(?:The (?:[\w-]+ )?(?:backend|storage|engine|database|data ?store|protocol|runtime)(?: layer)? (?:of|for|behind|used by) (?P<a>(?:the )?[A-Z][^,.;:()]{1,40}?)"
    r"|(?P<b>[A-Z][\w.-]*(?: [A-Z][\w.-]*){0,3})['’]s (?:[\w-]+ )?(?:backend|storage|engine|database|data ?store|protocol|runtime)(?: layer)?)"
    r" (?:is|are) (?P<what>(?:an? |the )?[A-Z][^.;:]{1,60})"
)


# "Attach X to Y", "you can attach X to Y": cheap first looks.
_JOINING = r"(?:use|combine|pair|integrate|connect|attach|link|subscribe|associate|mount|bind) "
_TOLD_TO = re.compile(_JOINING, re.IGNORECASE)
_MAY = re.compile(rf"\b(?:you|we) (?:can|could|may|should|must) (?:also )?{_JOINING}", re.IGNORECASE)
_ADDRESSED = tuple(f"{who} {may} " for who in ("you", "we") for may in ("can", "could", "may", "should", "must"))


def read_instruments(scope: Scope) -> Iterator[Related]:
    """Yield a claim for each such sentence; both ends have to be known names."""
    for index, block in scope.blocks(BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.DESCRIPTION):
        plain = block.text.plain
        low = plain.casefold()
        addressed = any(map(low.__contains__, _ADDRESSED))
        used = " to " in plain and "use " in low
        for start, end in split_sentences(plain):
            yield from _joined(scope, index, plain, (start, end), addressed=addressed)
            if not used:
                continue
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


def _joined(scope: Scope, index: int, plain: str, span: tuple[int, int], *, addressed: bool) -> Iterator[Related]:
    """Two names that the reader is told to bring together, or of which one is what the other is made of or fed by."""
    said = plain[slice(*span)]
    told = _TOLD_TO.match(said) or (addressed and _MAY.search(said))
    owned = said.startswith("The ") or "'s " in said or "’s " in said
    forms = (
        (_JOINED, RelationType.INTEGRATES_WITH, "works with", bool(told)),
        (_FLOWS, RelationType.USES, "writes to", " from " in said),
        (_ROLE, RelationType.USES, "uses", owned),
    )
    for form, kind, phrase, likely in forms:
        found = form.search(said) if likely else None
        if found:
            first = next(value for key in ("a", "b") if (value := found.groupdict().get(key)))
            cite = scope.cite(index, _RULE, Confidence.PATTERN, span=span)
            yield Related(first, kind, phrase, found["what"], cite, search=True, source_search=True)
            return
