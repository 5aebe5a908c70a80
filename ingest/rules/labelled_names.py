"""A label and the names behind it: "Integrations: SQS, SNS", "Alternatives: Kafka", "Authentication: Cognito"."""

from __future__ import annotations

from collections.abc import Iterator

from graph.model import Confidence
from graph.names import fold_words
from graph.relation_types import RelationType
from ingest.acting_topic import acting_topic
from ingest.claims import Related, Thing
from ingest.document import BlockKind
from ingest.membership import stands_below
from ingest.relation_labels import label_of, listed_names, tells_aspect
from ingest.scope import Scope

__all__ = ["read_labelled_names"]

_RULE = "label"


def read_labelled_names(scope: Scope) -> Iterator[Thing | Related]:
    """Yield what the topic of each such line is to every name; behind an aspect only known names count."""
    for index, block in scope.blocks(BlockKind.ITEM, BlockKind.PARAGRAPH):
        label, colon, said = block.text.plain.partition(":")
        about = acting_topic(scope, scope.about(index)) if colon and said.strip() else None
        if about is None or not stands_below(scope, index, about):
            continue
        told = label_of(label) or ((RelationType.USES, "uses") if tells_aspect(label) else None)
        if told is None or "source" in label.casefold():
            continue  # "Source: Wikipedia" is of the text
        cite = scope.cite(index, _RULE, Confidence.PATTERN, context=about)
        for name in listed_names(said):
            if fold_words(name) == fold_words(about.name):
                continue
            if not tells_aspect(label):
                yield Thing(name, "", "", cite)
            yield Related(about.ref, *told, name, cite, search=True)
