"""What a review finds: the lines involved, why they are worth a look, and what to do."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from graph.model import Span
from graph.review.material import Material
from graph.words import cut_words

__all__ = ["Check", "Finding", "Observation", "Quote", "Severity", "fingerprint"]


class Severity(StrEnum):
    """How sure and how pressing a finding is; a hint is for a quiet hour and is not shown unless asked for."""

    HINT = "hint"
    WARNING = "warning"
    ERROR = "error"

    @property
    def rank(self) -> int:
        """0 for the mildest."""
        return list(Severity).index(self)


@dataclass(frozen=True, slots=True, order=True)
class Quote:
    """Lines of a note as they stand there, white space folded; `role` says what they are to the finding, or nothing."""

    span: Span
    text: str
    role: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Observation:
    """What a check sees: `about` names the matter in a few words; quotes stand side by side, one at least."""

    about: str
    quotes: tuple[Quote, ...]
    reason: str
    remedy: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """One kind of finding. `code` is for good: a check that goes leaves its number unused."""

    code: str  # "KW101-doubled-topic": hundreds by matter
    severity: Severity
    title: str
    find: Callable[[Material], Iterator[Observation]]

    @property
    def number(self) -> str:
        """The code without its name, `KW101`."""
        return self.code.partition("-")[0]


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """An observation with its check's code and severity; `fingerprint` stays when lines move within their notes."""

    code: str
    severity: Severity
    about: str
    quotes: tuple[Quote, ...]
    reason: str
    remedy: str
    fingerprint: str


def fingerprint(code: str, observation: Observation, occurrence: int = 0) -> str:
    """Return 12 hexadecimal digits made of the code, the notes' paths and the quoted words, without line numbers.

    `occurrence` counts findings of one code on the same words of the same notes, from 0.
    """
    said = sorted((quote.span.path, " ".join(cut_words(quote.text)) or quote.text) for quote in observation.quotes)
    marks = "" if not occurrence else str(occurrence)
    return hashlib.sha256(repr((code, observation.about, said, marks)).encode("utf-8", "surrogatepass")).hexdigest()[
        :12
    ]
