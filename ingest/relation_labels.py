"""Labels that say what the names behind or below them are to the topic: "Integrations: A, B", "Alternatives", "Depends on:"."""

from __future__ import annotations

import re

from graph.relation_types import RelationType
from ingest.node_names import clean_name, is_nameable

__all__ = ["label_of", "listed_names", "tells_aspect"]

_OTHER_SERVICES = r"(?: (?:other |related )?(?:[\w/-]+ )?(?:services|tools|systems|products|components))?"
_LABELS = (
    (
        RelationType.INTEGRATES_WITH,
        "works with",
        r"(?:(?:common|typical|possible|main|example|supported|native|popular) )?(?:producers|consumers|subscribers|publishers"
        r"|destinations?|targets?|sinks|integrations|(?:event |data )?sources?|triggers|(?:integrated|compatible) services)"
        rf"|integrations? with{_OTHER_SERVICES}|(?:(?:can be )?used|use) with{_OTHER_SERVICES}"
        rf"|(?:integrates|integrated|works(?: well)?|interoperates|compatible|pairs) with{_OTHER_SERVICES}",
    ),
    (
        RelationType.USES,
        "uses",
        r"depends on|dependenc(?:y|ies)|requires|relies on|built (?:on|with)|based on|runs on|powered by|backed by"
        r"|under the hood|tech(?:nology)? stack|(?:technologies|tools|libraries|frameworks|services) used",
    ),
    (
        RelationType.ALTERNATIVE_TO,
        "alternative to",
        rf"(?:(?:open[- ]source|possible|other|popular) )?alternatives?(?: to)?|competitors?|alternative{_OTHER_SERVICES}"
        r"|replaces|replacements?(?: for)?",
    ),
    (
        RelationType.COMPARED_WITH,
        "compared with",
        rf"similar(?: to)?|similar{_OTHER_SERVICES}|equivalents?(?: to)?|(?:[\w-]+ )?(?:equivalent|counterpart)s?|comparable to",
    ),
)
_FORM = re.compile("|".join(f"({form})" for _, _, form in _LABELS), re.IGNORECASE)
# What a thing does with the one that is named behind: "Authentication: Cognito".
_ASPECTS = re.compile(
    r"(?:(?:storage )?(?:backend|engine)s?|(?:tech(?:nology)? )?stack|protocols?|languages?|runtimes?|databases?|authentication"
    r"|authorization|auth|encryption|monitoring|logging|logs|metrics|auditing|caching|storage|persistence|access control"
    r"|networking|messaging|orchestration|service discovery|alerting|alerts|notifications|backups?|secrets|tracing)",
    re.IGNORECASE,
)
_LIST = re.compile(r"\s*[,;]\s*(?:and\s+|or\s+)?|\s+(?:and|or|&)\s+|\s+/\s+|(?<=[a-z])/(?=[A-Z])")
_ASIDE = re.compile(r"\s*\([^()]*\)")
_LONGEST = 4  # words of a name
_MOST = 12


def label_of(text: str) -> tuple[str, str] | None:
    """Return the relation, and its phrase, of the topic to what a label's list names; None where it is no such label."""
    plain = clean_name(text.strip().rstrip(":："))
    found = _FORM.fullmatch(plain)
    return _LABELS[found.lastindex - 1][:2] if found and found.lastindex else None


def tells_aspect(text: str) -> bool:
    """Return whether a label is an aspect of its topic that a thing named behind it takes care of."""
    return bool(_ASPECTS.fullmatch(clean_name(text)))


def listed_names(said: str) -> list[str]:
    """Return the names that are all that the words list, each with a capital; none where anything else is said."""
    parts = [clean_name(part) for part in _LIST.split(_ASIDE.sub("", said.strip().rstrip(".")))]
    names = [part for part in parts if part and part.casefold() not in ("etc", "etc.", "others", "more")]
    fit = 0 < len(names) <= _MOST and all(_is_written_as_name(name) for name in names)
    return names if fit else []


def _is_written_as_name(name: str) -> bool:
    words = name.split()
    capitals = sum(1 for word in words if word[0].isupper() or word[0].isdigit())
    return is_nameable(name) and len(words) <= _LONGEST and words[0][0].isupper() and 2 * capitals >= len(words)
