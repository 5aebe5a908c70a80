"""Choices in plain words, where the line or heading over their list says that choices follow."""

from __future__ import annotations

from collections.abc import Iterator

from graph.model import Confidence
from graph.names import fold_words
from graph.relation_types import RelationType
from ingest.choice_lists import are_choices, choice_name, heads_choices
from ingest.claims import Related, Thing, qualify
from ingest.document import BlockKind
from ingest.rules.announcements import announcement_of
from ingest.scope import Scope
from ingest.topics import Topic

__all__ = ["read_choice_lists"]

_RULE = "choice list"


def read_choice_lists(scope: Scope) -> Iterator[Thing | Related]:
    """Yield each item that leads with no term by its form as a choice of what its list is on; others are read as terms."""
    for index, block in scope.blocks(BlockKind.ITEM):
        about = scope.about(index)
        if about is None or block.task is not None or scope.topics.introduced[index] is not None:
            continue
        chooser = _chooser(scope, index, about)
        name = choice_name(scope, index) if chooser else ""
        if chooser and name and are_choices(scope, index) and fold_words(name) != fold_words(about.name):
            cite = scope.cite(index, _RULE, Confidence.PATTERN, context=about)
            yield Thing(name, about.ref, "", cite)
            yield Related(qualify(about.ref, name), RelationType.OPTION_OF, "option of", chooser, cite)


def _chooser(scope: Scope, index: int, about: Topic) -> str:
    """What the list's items are chosen for, as the line over it announces them or as the heading is called."""
    announced = announcement_of(scope, index)
    if announced is not None:
        told = announced.type == RelationType.OPTION_OF and scope.topics.leads[index] is None
        return (announced.subject or about.ref) if told else ""
    return about.ref if heads_choices(scope, index, about) else ""
