"""The review: every check run over the notes, what the user silenced set aside and counted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from graph.model import Knowledge
from graph.review.checks import CHECKS
from graph.review.finding import Check, Finding, Severity, fingerprint
from graph.review.material import Material
from graph.review.silence import Silence

__all__ = ["Review", "Silenced", "find_all", "review", "sift"]


@dataclass(frozen=True, slots=True)
class Silenced:
    """A silence with what it silenced; without any, it matches nothing and can go."""

    silence: Silence
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """The findings at or above a severity, in the order of `find_all`; `milder` counts those below it.

    `counts` are of all codes at that severity, whichever were asked for.
    """

    findings: tuple[Finding, ...]
    milder: int
    counts: Mapping[str, int]
    silenced: tuple[Silenced, ...]

    @property
    def silenced_count(self) -> int:
        """How many findings are silenced, each counted once."""
        return len({finding.fingerprint for entry in self.silenced for finding in entry.findings})


def find_all(knowledge: Knowledge) -> tuple[Finding, ...]:
    """Return every finding, the most severe first, then by code, path and line. Cost: linear in the notes' text."""
    material = Material(knowledge)
    found = [finding for check in CHECKS for finding in _findings(check, material)]
    return tuple(sorted(found, key=lambda f: (-f.severity.rank, f.code, f.quotes[0].span, f.about, f.fingerprint)))


def review(
    knowledge: Knowledge,
    silences: Sequence[Silence] = (),
    severity: Severity = Severity.WARNING,
    numbers: Collection[str] = (),
) -> Review:
    """Review the notes; see `sift` for what is left out."""
    return sift(find_all(knowledge), silences, severity, numbers)


def sift(
    findings: Sequence[Finding], silences: Sequence[Silence], severity: Severity, numbers: Collection[str] = ()
) -> Review:
    """Set aside what is silenced and what is milder; of the rest keep the codes with one of `numbers` where some are given.

    A finding counts with every silence that matches it.
    """
    aside = tuple(Silenced(silence, tuple(f for f in findings if silence.matches(f))) for silence in silences)
    quiet = {finding.fingerprint for entry in aside for finding in entry.findings}
    heard = [finding for finding in findings if finding.fingerprint not in quiet]
    loud = [finding for finding in heard if finding.severity.rank >= severity.rank]
    return Review(
        findings=tuple(f for f in loud if not numbers or f.code.partition("-")[0] in numbers),
        milder=len(heard) - len(loud),
        counts=Counter(finding.code for finding in loud),
        silenced=aside,
    )


def _findings(check: Check, material: Material) -> Iterator[Finding]:
    seen: Counter[str] = Counter()
    for observation in sorted(check.find(material), key=lambda o: (o.quotes[0].span, o.about, o.quotes)):
        plain = fingerprint(check.code, observation)
        mark = fingerprint(check.code, observation, seen[plain])
        seen[plain] += 1
        yield Finding(
            code=check.code,
            severity=check.severity,
            about=observation.about,
            quotes=observation.quotes,
            reason=observation.reason,
            remedy=observation.remedy,
            fingerprint=mark,
        )
