"""What is no name by its form alone: an address, code, a date, a file, two names in one."""

from __future__ import annotations

import re

__all__ = ["is_no_name"]

_BEGINS = re.compile(
    r"(?:FIXME|TODO|TBD|XXX|WIP)\b|(?i:hello,? world)\b|(?i:(?:large |small |huge )?(?:amounts?|lots) of )"
    r"|(?i:e\.?g\b|i\.e\b)|(?i:(?:my |study |lecture )*notes? (?:for|from|of|taken) )|available [a-z]"
    r"|(?i:(?:the )?default (?:option|choice|setting|value|mode)s?$)"
    r"|[A-Z][\w -]*\bavailable (?:for|in|to|on|with)\b|Topics (?:on|in|of)\b"
    r"|(?:Optional|Additional|Basical|Typical|Usual|General|Essential|Alternative|Similar|Specifical|Important|Ideal|Ultimate"
    r"|Last|Initial|Current|Previous|Eventual|Subsequent|Consequent|Converse|Interesting|Practical|Final|Most|Normal|Historical)ly$"
)
_TWO = re.compile(r"[a-z]\s(?:OR|AND)\s")
_NUMBERED = re.compile(r"[2-9](?!GIB|TIB|MIB|KIB|USD|EUR|GBP)[A-Z]{3,5}")  # "3DES"
# A sign or a digit in each: words alone need no look.
_HAS = re.compile(
    r"\[\s*x?\s*\]|\.(?:png|jpe?g|gif|svg|webp)$"
    r"|^[\w.-]+(?:/[\w.-]+)+\.(?:ya?ml|json|toml|sh|tf|conf|cfg|ini|xml|sql|env|lock|txt|md|py|go)$"
    r"|^~?\d+(?:\.\d+)?[kKMG] "
    r"|\s\+\s(?=[a-z\d])|://|(?:^|\s)/\w|"
    r"www\.|^[\W\d_]+$|[{}<>=$%^|~\\]|\.{2,}|…|\?|^\d[\d.,]*\s|\S@\S|[;∙•·]|^\W*\d+\W*\w{0,3}$|\]\[|[\"“”]|\d-[A-Z][a-z]{2}-\d|\b\d{4}-\d\d-\d\d\b|\b(?:19|20)\d{6}\b"
    r"|\[\]|[a-z]—[A-Z]|^(?i:examples?)\s*:"
)


def is_no_name(text: str) -> bool:
    """Return whether the form of the words tells that they name nothing, or more than one thing."""
    if _BEGINS.match(text) or (("OR" in text or "AND" in text) and _TWO.search(text)):
        return True
    if _NUMBERED.fullmatch(text):
        return False
    return not text.replace(" ", "").isalpha() and _HAS.search(text) is not None
