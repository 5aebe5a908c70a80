"""What is listed below a thing and no part of it: its own words again, what it is like or of what class, another's page."""

from __future__ import annotations

from graph.names import fold_words
from ingest.abbreviations import spells_exactly
from ingest.class_heads import is_class_abbreviation
from ingest.document import BlockKind
from ingest.english import ABOUT_HEADS
from ingest.item_weight import is_class_of
from ingest.lead_links import leads_away
from ingest.lead_terms import Lead
from ingest.membership import lists_qualities
from ingest.name_weight import is_adjective, is_quality
from ingest.scope import Scope
from ingest.topics import Topic

__all__ = ["is_remark", "says_what_it_is"]

_SHORT_NAME = 4  # letters
_OF_TEXT = frozenset("intro introduction overview basics summary specifications specs".split())
_NO_THING = ABOUT_HEADS | _OF_TEXT


def says_what_it_is(name: str, lead: Lead) -> bool:
    """Return whether the term is a class of the topic ("NoSQL" below Redis) or its own name spelt out."""
    if lead.alone and is_class_abbreviation(lead.name) and not is_class_abbreviation(name):
        return True
    return is_class_of(lead.name, lead.alone and not (lead.gloss and lead.marked)) or fold_words(
        lead.gloss
    ) == fold_words(name)


def is_remark(scope: Scope, index: int, lead: Lead, above: Topic) -> bool:
    """Return whether the term is a word of the topic's own ("**burst** means" below "Volume burst"), what the topic is like, or a
    link to another's tool or page."""
    name = above.name
    own = name in lead.name and (above.block < 0 or scope.document.blocks[above.block].kind is BlockKind.HEADING)
    return (
        _says_again(lead, name)
        or " + " in lead.name  # two things that go together
        or is_adjective(lead.name)
        or lead.name.endswith("aaS")
        or lead.gloss.endswith("aaS")
        or (" " in lead.name and lead.name.rpartition(" ")[2].casefold() in _NO_THING)
        or lists_qualities(scope, index, lead.name)
        or (is_quality(lead.name) and name.endswith("s"))
        or (leads_away(scope.document.blocks[index], lead) and not own)
    )


def _says_again(lead: Lead, above: str) -> bool:
    """`VPC` below "VPC Flow Logs", `Beanstalk` below "Elastic Beanstalk", `Network Address Translation` below "NAT for
    addresses": the words of what stands above; but `Client` is a part of "client-server architecture"."""
    name, whole = lead.name.casefold(), above.casefold()
    if {*fold_words(name)} < {*fold_words(whole)} and lead.name.islower():
        return True
    head = lead.alone and fold_words(name) == fold_words(whole)[-1:]  # "Database" below "Non-relational databases"
    spelt = any(spells_exactly(word, lead.name) for word in above.split())
    if len(name) > _SHORT_NAME and whole.startswith(name) and whole.endswith("ing"):
        return True  # "IP Address" below "IP Addressing"
    return whole != name and (whole.startswith(f"{name} ") or whole.endswith(f" {name}") or head or spelt)
