"""The many ways to announce kinds, in one: "Common models include:" and "Brokers can be classified into:" as "models:" and "types of brokers:"."""

from __future__ import annotations

import re

from ingest.english import ANNOUNCED_PLURALS

__all__ = ["plainly_announced"]

_SEVERAL = "|".join(sorted(ANNOUNCED_PLURALS))
_PARTS = "components|parts|pieces|elements|layers|phases|stages|modules|building blocks"
_HEAD = rf"(?P<head>[^:.;]*?\b(?:{_SEVERAL}|{_PARTS})(?: (?:of|for|in) [^:.;]{{2,40}}?)?)"
# "... include:", "... are as follows:", "... available:"
_TAIL = (
    r"(?:(?: that)? (?:are(?: being)?|is|exist|include|includes|comprise)(?: (?:as follows|the following|these|available|supported|offered|possible|common|used"
    r"|(?:listed|given|described|shown|outlined|summari[sz]ed) below|below))?|,? (?:as follows|available|supported|offered|to choose from|(?:listed|given|described|shown) below))"
)
_TAILED = re.compile(rf"{_HEAD}{_TAIL}\s*:$", re.I)
_NUMBER = r"(?:one of |either of )?(?:the )?(?:following |these |several |different |various |multiple |many |two |three |four |five |six |seven |\d |main |major |broad |basic |distinct |primary |common )+"
_KINDS = r"(?:types|kinds|categories|classes|groups|forms|flavou?rs|families|varieties|variants|modes)"
_X = r"(?P<of>[A-Za-z][\w/-]*(?: [\w/-]+){0,4}?)"
_CLASSED = r"(?:classif(?:y|ied)|categori[sz]ed?|group(?:ed)?|divided?|split|separated?|broken down|organi[sz]ed?)"
_CLASSIFIED = re.compile(
    rf"(?:an? |the |all |most )?{_X} (?:can be|is|are|may be|could be)(?: (?:\w+ly|further|also|often|usually))? {_CLASSED} (?:in)?to {_NUMBER}{_KINDS}\s*:$"
    rf"|(?:we|you|one) (?:can|could|may) {_CLASSED} (?P<them>[A-Za-z][\w/-]*(?: [\w/-]+){{0,4}}?) (?:in)?to {_NUMBER}{_KINDS}\s*:$"
    rf"|(?:an? |the )?(?P<those>[A-Za-z][\w/-]*(?: [\w/-]+){{0,4}}?) (?:can be|is|are) (?:classified|categori[sz]ed) (?:in)?to\s*:$"
    rf"|(?:an? |the )?(?P<such>[A-Za-z][\w/-]*(?: [\w/-]+){{0,4}}?) (?:is|are|comes?|can be) (?:of|in) {_NUMBER}{_KINDS}\s*:$"
    rf"|.{{0,120}}\b(?P<last>[A-Za-z][\w/-]*s), which (?:can be|are|come) (?:of|in) {_NUMBER}{_KINDS}\s*:$",
    re.I,
)
_OPERATED = re.compile(r"(?<=modes) of (?:operation|operating|use|working)\b", re.I)  # are modes
_INCLUDING = re.compile(r",? (?:including|such as|namely|for example|e\.g\.)\s*:$", re.I)
# "The following services are used by X:"
_USED = re.compile(
    r"(?:the )?following (?P<what>(?:[\w-]+ ){0,2}(?:services|tools|components|technologies|libraries|products|frameworks|databases)) are (?:used|needed|required)"
    r"(?: (?:by|in|for|with) (?P<by>(?-i:[A-Z])[\w-]*(?: (?-i:[A-Z])[\w-]*){0,3}))?\s*:$",
    re.I,
)
_IT = frozenset(["it", "they", "this", "these", "that", "those", "which"])


def plainly_announced(text: str) -> str:
    """Return a line that ends in a colon in the plainest form that says the same of what follows; others as they are."""
    text = _OPERATED.sub("", _INCLUDING.sub(":", text))
    used = _USED.fullmatch(text)
    if used:
        return f"{used['by'] or 'it'} uses the following {used['what']}:"
    tailed = _TAILED.fullmatch(text)
    if tailed:
        return f"{tailed['head']}:"
    classified = _CLASSIFIED.fullmatch(text)
    if classified is None:
        return text
    named = next(filter(None, classified.groups()))
    return "types:" if named.casefold() in _IT else f"types of {named}:"
