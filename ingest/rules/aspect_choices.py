"""Names listed below a heading that is called after what they do: `SSE-S3` and `SSE-KMS` below "Encryption".

Elsewhere such a heading only tells which side of its topic a section is on, and names nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from graph.model import Confidence
from graph.names import fold_words
from graph.relation_types import RelationType
from ingest.claims import Related, Thing, qualify
from ingest.document import BlockKind
from ingest.node_names import has_proper_shape, strip_heading
from ingest.scope import Scope
from ingest.topics import Topic

__all__ = ["read_aspect_choices"]

_RULE = "aspect choice"
_ASPECTS = frozenset(["encryption", "authentication", "authorization", "authorisation"])
_FEWEST = 2


def read_aspect_choices(scope: Scope) -> Iterator[Thing | Related]:
    """Yield the heading as a thing of its topic, and each name as one of the choices for it."""
    for index, block in scope.blocks(BlockKind.HEADING):
        name = strip_heading(block.text.plain)
        about = scope.about(index)
        listed = _named_below(scope, index) if name.casefold() in _ASPECTS else []
        if about is None or len(listed) < _FEWEST or fold_words(name) == fold_words(about.name):
            continue
        aspect = qualify(about.ref, name)
        cite = scope.cite(index, _RULE, Confidence.PATTERN, context=about)
        yield Thing(name, about.ref, "", cite)
        yield Related(aspect, RelationType.PART_OF, "part of", about.ref, cite)
        yield from _choices(scope, listed, about, aspect)


def _choices(scope: Scope, listed: Sequence[int], about: Topic, aspect: str) -> Iterator[Thing | Related]:
    for item in listed:
        lead = scope.topics.leads[item]
        if lead is not None:
            cite = scope.cite(item, _RULE, Confidence.PATTERN, context=about)
            yield Thing(lead.name, about.ref, "", cite)
            yield Related(qualify(about.ref, lead.name), RelationType.OPTION_OF, "option of", aspect, cite)


def _named_below(scope: Scope, heading: int) -> list[int]:
    """The items right below a heading, where each leads with a name by its form; none where one does not."""
    blocks = scope.document.blocks
    items = [i for i in scope.members.get(heading, ()) if blocks[i].kind is BlockKind.ITEM and blocks[i].parent < 0]
    named = [i for i in items if (lead := scope.topics.leads[i]) and has_proper_shape(lead.name.split()[0])]
    return named if 4 * len(named) >= 3 * len(items) else []
