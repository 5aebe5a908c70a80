"""What the user has decided not to hear of, and why."""

from __future__ import annotations

from dataclasses import dataclass
from fnmatch import fnmatchcase

from graph.review.finding import Finding

__all__ = ["Silence"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Silence:
    """Silences what matches all that is given: a code (with or without its name), a path with `*`, a fingerprint.

    A path matches a finding when one of its lines stands in such a note. `line` is where the settings say so.
    """

    reason: str
    code: str = ""
    path: str = ""
    fingerprint: str = ""
    line: int = 0

    def matches(self, finding: Finding) -> bool:
        """Return whether this is about the finding."""
        return (
            (not self.code or self.code in (finding.code, finding.code.partition("-")[0]))
            and (not self.fingerprint or self.fingerprint == finding.fingerprint)
            and (not self.path or any(fnmatchcase(quote.span.path, self.path) for quote in finding.quotes))
        )
