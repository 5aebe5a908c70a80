"""The JSON form of a review, shared by the command line and HTTP."""

from __future__ import annotations

from typing import Any

from graph.json_form import span_json
from graph.review.checks import CHECKS
from graph.review.finding import Finding, Severity
from graph.review.review import Review, Silenced

__all__ = ["review_json"]

Json = dict[str, Any]
_TITLES = {check.code: check.title for check in CHECKS}


def review_json(review: Review, severity: Severity, *, offset: int = 0, limit: int | None = None) -> Json:
    """`{"severity", "total", "shown", "milder", "counts", "findings", "silenced_count", "silenced"}`, one page of findings."""
    page = review.findings[offset:] if limit is None else review.findings[offset : offset + limit]
    return {
        "severity": severity.value,
        "total": len(review.findings),
        "shown": len(page),
        "milder": review.milder,
        "counts": [{"code": code, "title": _TITLES[code], "count": count} for code, count in review.counts.items()],
        "findings": [_finding_json(finding) for finding in page],
        "silenced_count": review.silenced_count,
        "silenced": [_silenced_json(entry) for entry in review.silenced],
    }


def _finding_json(finding: Finding) -> Json:
    return {
        "code": finding.code,
        "severity": finding.severity.value,
        "title": _TITLES[finding.code],
        "about": finding.about,
        "lines": [{**span_json(quote.span), "text": quote.text, "role": quote.role} for quote in finding.quotes],
        "reason": finding.reason,
        "remedy": finding.remedy,
        "fingerprint": finding.fingerprint,
    }


def _silenced_json(entry: Silenced) -> Json:
    silence = entry.silence
    matchers = {"code": silence.code, "path": silence.path, "fingerprint": silence.fingerprint}
    return {
        **{key: value for key, value in matchers.items() if value},
        "reason": silence.reason,
        "settings_line": silence.line,
        "count": len(entry.findings),
        "findings": [
            {
                "code": finding.code,
                "about": finding.about,
                **span_json(finding.quotes[0].span),
                "fingerprint": finding.fingerprint,
            }
            for finding in entry.findings
        ],
    }
