"""What a user does not want to hear of, as `knotwork.toml` says it. Other tables are left alone.

[[lint.silence]]
code = "KW101"                # or "KW101-doubled-topic"
path = "journal/*"            # and, or instead: notes, `*` stands for anything
fingerprint = "0123456789ab"  # and, or instead: one finding, as `knotwork lint` prints it
reason = "a journal repeats itself"
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from typing import Any

from graph.near_names import near_names
from graph.review.checks import CHECKS
from graph.review.silence import Silence
from ingest.settings import SettingsInvalid

__all__ = ["SilenceInvalid", "parse_silences"]

_HEAD = re.compile(r"^\s*\[\[\s*lint\s*\.\s*silence\s*\]\]", re.MULTILINE)
_MATCHERS = ("code", "path", "fingerprint")
_FINGERPRINT = re.compile(r"[0-9a-f]{12}")


class SilenceInvalid(SettingsInvalid):
    """A silence cannot be used; `source` is the file and, where it is known, the line."""

    hint = 'write [[lint.silence]] with code = "KW101", path = "folder/*" or fingerprint = "...", and reason = "..."'


def parse_silences(text: str, source: str) -> tuple[Silence, ...]:
    """Read the silences from TOML, in their order.

    Raises:
        SettingsInvalid: it is no TOML, or a silence has no reason, matches by nothing, or names an unknown check.
    """
    try:
        lint = tomllib.loads(text).get("lint", {})
    except tomllib.TOMLDecodeError as exc:
        raise SettingsInvalid(source, str(exc)) from exc
    if not isinstance(lint, dict):
        raise SilenceInvalid(source, "'lint' has to be a table")
    unknown = sorted(set(lint) - {"silence"})
    if unknown:
        raise SilenceInvalid(source, f"[lint] knows no {unknown[0]!r}")
    entries = lint.get("silence", [])
    if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
        raise SilenceInvalid(source, "'lint.silence' has to be a list of tables")
    heads = [text.count("\n", 0, head.end()) + 1 for head in _HEAD.finditer(text)]
    lines = heads if len(heads) == len(entries) else [0] * len(entries)
    return tuple(_silence(entry, source, line) for entry, line in zip(entries, lines, strict=True))


def _silence(entry: Mapping[str, Any], source: str, line: int) -> Silence:
    where = f"{source}:{line}" if line else source
    _check_keys(entry, where)
    values = {key: value.strip() for key, value in entry.items()}
    if "code" in values:
        _check_code(values["code"], where)
    if "fingerprint" in values and not _FINGERPRINT.fullmatch(values["fingerprint"]):
        raise SilenceInvalid(where, f"{values['fingerprint']!r} is no fingerprint: 12 digits from 0 to f")
    return Silence(**values, line=line)


def _check_keys(entry: Mapping[str, Any], where: str) -> None:
    """Raise SilenceInvalid where a silence has another key, no text, no reason, or nothing that it matches by."""
    unknown = sorted(set(entry) - {*_MATCHERS, "reason"})
    if unknown:
        raise SilenceInvalid(where, f"a silence has no {unknown[0]!r}")
    for key, value in entry.items():
        if not isinstance(value, str) or not value.strip():
            raise SilenceInvalid(where, f"{key!r} has to be a text")
    if "reason" not in entry:
        raise SilenceInvalid(where, "a silence needs a reason")
    if not any(key in entry for key in _MATCHERS):
        raise SilenceInvalid(where, "a silence needs a code, a path or a fingerprint")


def _check_code(code: str, where: str) -> None:
    codes = [known for check in CHECKS for known in (check.number, check.code)]
    if code not in codes:
        near = near_names(code, codes)
        known = f"; did you mean {near[0]!r}?" if near else ""
        raise SilenceInvalid(where, f"no check has the code {code!r}{known}")
