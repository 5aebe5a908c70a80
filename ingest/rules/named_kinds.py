"""Kinds by their names: a "Quorum queue" beside a "Stream queue" and the "Queue" is one, wherever the note tells of it.

The head of an English compound names its class, what stands before it the kind. Source: A. Hippisley, D. Cheng, K. Ahmad,
"The head-modifier principle and multilingual term extraction", Natural Language Engineering 11 (2), 2005. The class
has to be a term of the same note; a head of one word is trusted where two terms or more share it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from graph.model import Confidence
from graph.names import fold_words
from graph.relation_types import RelationType
from ingest.claims import Related
from ingest.class_nouns import TOO_GENERAL_CLASSES
from ingest.document import BlockKind
from ingest.english import (
    ABOUT_HEADS,
    CHOOSER_NOUNS,
    DETERMINERS,
    DOING_VERBS,
    GENERIC_HEADINGS,
    GENERIC_IN_HEADINGS,
    JUDGING,
    QUALIFIED,
)
from ingest.name_weight import is_adjective, is_quality, names_several
from ingest.scope import Scope
from ingest.task_names import is_task
from ingest.topics import Topic

__all__ = ["NAMED_KIND", "read_named_kinds"]

NAMED_KIND = "named kind"
_KINDS = (BlockKind.HEADING, BlockKind.ITEM, BlockKind.PARAGRAPH, BlockKind.TERM)
_LONGEST = 5  # words of a name
_SEVERAL = 2  # terms that share a head of one word
_NO_CLASS = ABOUT_HEADS | CHOOSER_NOUNS | GENERIC_HEADINGS | GENERIC_IN_HEADINGS | TOO_GENERAL_CLASSES
_NO_KIND = (
    QUALIFIED
    | DETERMINERS
    | JUDGING
    | frozenset(
        "non un anti de pre post sub multi sample example your new old main key important awesome secure how why what when".split()
    )
)

Words = tuple[str, ...]


def read_named_kinds(scope: Scope) -> Iterator[Related]:
    """Yield each term of the note as one of the term that its name ends in. Cost: linear."""
    terms: dict[Words, tuple[int, Topic]] = {}
    for index, _ in scope.blocks(*_KINDS):
        topic = scope.topics.introduced[index]
        if topic is not None:
            terms.setdefault(fold_words(topic.name), (index, topic))
    kinds: dict[Words, list[Words]] = defaultdict(list)
    for words, (_, topic) in terms.items():
        head = _head(words, terms)
        if head and _is_kind(scope, topic.name, words[: -len(head)]) and _is_class(scope, terms[head][1].name):
            kinds[head].append(words)
    for head, members in kinds.items():
        if len(head) > 1 or len(members) >= _SEVERAL:
            for words in members:
                index, topic = terms[words]
                cite = scope.cite(index, NAMED_KIND, Confidence.PATTERN)
                yield Related(topic.ref, RelationType.IS_A, "is a", terms[head][1].ref, cite)


def _head(words: Words, terms: dict[Words, tuple[int, Topic]]) -> Words:
    """The longest term that the words end in and are more than."""
    if not 1 < len(words) <= _LONGEST:
        return ()
    return next((words[place:] for place in range(1, len(words)) if words[place:] in terms), ())


def _is_kind(scope: Scope, name: str, before: Words) -> bool:
    """Whether the words before the head tell a kind, and neither what one does nor how much of it there is."""
    first = before[0]
    acts = first in DOING_VERBS or (
        first.endswith("ing") and not DOING_VERBS.isdisjoint((first[:-3], f"{first[:-3]}e"))
    )
    if acts or is_task(name) or names_several(name) or " " not in name or not name.isascii():
        return False
    return not _NO_KIND.intersection(before) and not scope.proper.holds(name.split(maxsplit=1)[0])


def _is_class(scope: Scope, name: str) -> bool:
    """Whether a term can be a class of others: no proper name, no quality and no part of a text."""
    last = name.rsplit(maxsplit=1)[-1]
    low = last.casefold()
    short = last.isupper() and " " not in name  # "VPN"
    proper = scope.proper.holds(name) and not short
    if proper or low.endswith("ed") or not ABOUT_HEADS.isdisjoint(name.casefold().split()):
        return False
    return not {low, low.removesuffix("s")} & _NO_CLASS and not is_adjective(last) and not is_quality(last)
