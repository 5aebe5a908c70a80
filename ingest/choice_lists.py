"""Lists in plain words right below words that say that choices follow: `leaderless` below "Replication topologies".

What a list's form does not tell, the line or heading over it does: there each item names a choice, however it is written.
"""

from __future__ import annotations

import re

from ingest.document import BlockKind
from ingest.english import ANNOUNCED_PLURALS, DETERMINERS, IMPERATIVES, STATING_VERBS, TASK_VERBS
from ingest.name_weight import joins_several
from ingest.node_names import clean_name, is_generic
from ingest.scope import Scope
from ingest.topics import Topic

__all__ = ["are_choices", "choice_name", "heads_choices"]

_HEAD_END = re.compile(r"\s*(?:[:;(,]|\s[-–—=]+>?\s|\.\s|[.…]*$)")
_ASIDE = re.compile(r"\s*\([^()]*\)(?=\s+[a-z])")  # "Application (layer 7) load balancer"
_NO_NAME = re.compile(
    r"(?:aka|other|others|variations?|is|are|was|were|has|have|can|will|must|should|if|when|where|that|which|who|how|why|you|we|it|they|this|not|no|your|my|etc)",
    re.IGNORECASE,
)
_SAYS_OF = re.compile(r"\b(?:cases|considerations?|notes?|tips?|fees|costs?|examples?)\b|\busing\b", re.IGNORECASE)
_BEGINS_NO_NAME = frozenset("for in on at by with from to of as via see leads causes results different various".split())
_WRITTEN = re.compile(r"[A-Za-z\d][\w/&+.'’ -]*")
_KINDS = ANNOUNCED_PLURALS - {"class", "solutions", "states", "ways", "formats"}
_SAID_OF = frozenset(["impact", "effect", "importance", "benefit", "state"])  # "Impact of data types"
_LONGEST = 4  # words of a choice
_FEWEST, _MOST = 2, 12  # choices of a list
_NEAR = 24  # blocks to either side


def heads_choices(scope: Scope, index: int, about: Topic) -> bool:
    """Return whether the item stands in a list right below a heading that is called after choices: "Caching strategies"."""
    block = scope.document.blocks[index]
    right_below = block.parent < 0 and scope.before_list[index] == block.heading == about.block >= 0
    says_of = about.name.partition(" ")[0].casefold().removesuffix("s") in _SAID_OF
    one = " " in about.name and not says_of and not joins_several(about.name)
    return right_below and one and about.name.rpartition(" ")[2].casefold() in _KINDS


def choice_name(scope: Scope, index: int) -> str:
    """Return the words that an item begins with, up to its first sign; nothing where they are too many for a name."""
    plain = _ASIDE.sub("", scope.document.blocks[index].text.plain.strip())
    end = _HEAD_END.search(plain)
    name = clean_name(plain[: end.start()] if end else plain)
    words = name.split()
    if not 0 < len(words) <= _LONGEST or len(name) < 2 or not _WRITTEN.fullmatch(name) or _begins_or_says(words):
        return ""
    return "" if is_generic(name) or _SAYS_OF.search(name) else name


def _begins_or_says(words: list[str]) -> bool:
    """Whether the words begin as a sentence does, or one of them stands in none but sentences."""
    first = words[0].casefold()
    if first in DETERMINERS or first in STATING_VERBS or first in _BEGINS_NO_NAME:
        return True
    return any(_NO_NAME.fullmatch(word) or word in DETERMINERS for word in words)


def are_choices(scope: Scope, index: int) -> bool:
    """Return whether the list is of names in one form, and of nothing to do: "write back" beside "write through"."""
    beside = [i for i in scope.beside(index, _NEAR) if scope.document.blocks[i].kind is BlockKind.ITEM]
    heads = [head for i in beside if (head := choice_name(scope, i))]
    if not _FEWEST <= len(heads) <= _MOST or 4 * len(heads) < 3 * len(beside):
        return False
    return not _are_to_do(heads) and len({head[0].isupper() for head in heads if head[0].isalpha()}) <= 1


def _are_to_do(heads: list[str]) -> bool:
    """Whether most begin with a verb, and not all with the same one: "write back" beside "write through"."""
    firsts = [head.split()[0].casefold() for head in heads]
    alike = len({*firsts}) == 1 and all(" " in head for head in heads)
    return not alike and 2 * sum(first in TASK_VERBS or first in IMPERATIVES for first in firsts) > len(heads)
