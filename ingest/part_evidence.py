"""What shows that a listed name is a part: the thing above it is one that has parts, and the item says what the name is.

Notes list remarks, reasons, samples and kinds in the same form as parts; a bare word below a bare word says no more than
that its author thought of the two together.
"""

from __future__ import annotations

import re

from graph.names import fold_words
from ingest.class_heads import is_class_abbreviation
from ingest.class_nouns import CLASS_NOUNS
from ingest.document import BlockKind
from ingest.english import CHOOSER_NOUNS, CONCRETE_NOUNS
from ingest.lead_terms import Lead
from ingest.membership import short_name
from ingest.name_weight import Weight, is_activity, is_adjective, is_quality, lists_parts
from ingest.scope import Scope
from ingest.topics import Topic

__all__ = ["heads_parts", "is_coined", "shows_part"]

_FEW = 3  # words
_AGENT = re.compile(r"[A-Z][a-z]{3,}(?:er|or)")  # "Network Watcher" is a thing by what it does
_BUILT = frozenset(["architecture", "anatomy"])
_PARTS = frozenset(["components", "component", "parts", "elements", "features", "modules", "anatomy", "architecture"])
_NOUNS = CLASS_NOUNS | CHOOSER_NOUNS | CONCRETE_NOUNS


def shows_part(scope: Scope, index: int, lead: Lead, above: Topic, weight: Weight) -> bool:
    """Return whether an item below a thing is told as a part of it."""
    if lists_parts(above.name) or _chooses(above.name) or heads_parts(scope, index, above):
        return True
    return _has_parts(scope, above) and _is_explained(scope, index, lead, above, weight)


def heads_parts(scope: Scope, index: int, above: Topic) -> bool:
    """Return whether the heading or item right above says that parts follow: "Components", "Features of X" on the thing X."""
    block = scope.document.blocks[index]
    over = max(block.parent, block.heading)
    words = scope.document.blocks[over].text.plain.casefold().split() if over >= 0 else []
    if over == above.block:
        if words and words[-1] in _BUILT and not above.name.casefold().endswith(words[-1]):
            return True  # "AcmeDB Architecture" is on AcmeDB
        return "of" in words and not _PARTS.isdisjoint(words[: words.index("of")])
    return bool(words) and not _PARTS.isdisjoint((words[0], words[-1].strip(":()")))


def _chooses(name: str) -> bool:
    return name.rpartition(" ")[2].casefold() in CHOOSER_NOUNS


def _has_parts(scope: Scope, above: Topic) -> bool:
    """A name that the note treats as one, or that ends in what a made thing is: "Elastic Beanstalk framework"."""
    words = above.name.split()
    if is_adjective(words[-1]) or is_class_abbreviation(above.name):
        return False
    if scope.proper.holds(above.name) or scope.proper.any_in(above.name) or short_name(scope, above):
        return True
    if len(words) == 1:
        return is_coined(scope, above)
    if fold_words(above.name)[-1] in CLASS_NOUNS:
        return True
    title = above.block < 0 or _is_title(scope, above.block)
    return not words[-1].endswith("s") and (title or _is_agent(words))


def _is_agent(words: list[str]) -> bool:
    """`Task Runner`: a few words with capitals that end as what does something."""
    return len(words) <= _FEW and all(word[0].isupper() for word in words) and bool(_AGENT.fullmatch(words[-1]))


def is_coined(scope: Scope, above: Topic) -> bool:
    """Return whether a topic is a heading of one word with a capital, and no noun of a class, an activity or a quality."""
    headed = above.block < 0 or scope.document.blocks[above.block].kind is BlockKind.HEADING
    name, singular = above.name, fold_words(above.name)[-1]
    ordinary = {name.casefold(), singular} & _NOUNS
    several = singular != name.casefold()
    return headed and name[0].isupper() and not (several or ordinary or is_activity(name) or is_quality(name))


def _is_title(scope: Scope, index: int) -> bool:
    block = scope.document.blocks[index]
    return block.kind is BlockKind.HEADING and block.level == 1


def _uses_above(said: str, above: Topic) -> bool:
    """`**Acme Connect** - uses the instance role` below "Instance roles": it has what stands above, and is none of it."""
    named = re.escape(above.name.removesuffix("s"))
    return bool(re.search(rf"\b(?:uses?|requires?|needs?) (?:the |an? |its |this )?{named}", said, re.IGNORECASE))


def _is_explained(scope: Scope, index: int, lead: Lead, above: Topic, weight: Weight) -> bool:
    """Something is said of the name in its line, or below it where the name is more than an ordinary word, and what stands
    above heads a section."""
    block = scope.document.blocks[index]
    if _uses_above(block.text.plain[lead.rest :], above):
        return False
    if block.kind is BlockKind.TERM:
        return True  # its description stands below
    if lead.alone and weight is Weight.PLAIN and is_activity(lead.name.split()[-1]):
        return False
    headed = above.block < 0 or scope.document.blocks[above.block].kind is BlockKind.HEADING
    below = headed and block.end > block.last and (lead.marked or weight >= Weight.TITLED)
    return below or not lead.alone
