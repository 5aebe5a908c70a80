"""What a user decides in `knotwork.toml`: names to merge, to keep apart, to rename, to ignore, and kinds.

    merge = [["Order bus", "orders-topic"]]
    apart = [["Streams", "Data Streams"]]
    ignore = ["Misc"]

    [rename]
    "orders-svc" = "Orders service"

    [kind]
    "Orders service" = "service"

Other tables belong to other parts of Knotwork and are left alone.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from graph.errors import KnotworkError
from graph.model import Kind

__all__ = ["NO_SETTINGS", "Settings", "SettingsInvalid", "parse_settings"]

_NAMES, _TABLES = ("merge", "apart"), ("rename", "kind")


class SettingsInvalid(KnotworkError, ValueError):
    """A settings file cannot be used; `source` is the file, `reason` what is wrong in it."""

    code = "settings_invalid"
    hint = (
        'write merge = [["A", "B"]], apart = [["A", "B"]], ignore = ["A"], [rename] "A" = "B", [kind] "A" = "service"'
    )

    def __init__(self, source: str, reason: str) -> None:
        super().__init__(source, reason)
        self.source = source
        self.reason = reason

    def __str__(self) -> str:
        return f"the settings {self.source!r} cannot be read: {self.reason}"


@dataclass(frozen=True, slots=True)
class Settings:
    """The user's decisions, each by names as the notes write them. The user's word goes before every rule's."""

    merge: tuple[tuple[str, ...], ...] = ()
    apart: tuple[tuple[str, ...], ...] = ()
    ignore: tuple[str, ...] = ()
    rename: Mapping[str, str] = field(default_factory=dict)
    kind: Mapping[str, Kind] = field(default_factory=dict)

    def decisions(self) -> Iterator[tuple[str, tuple[str, ...]]]:
        """Yield each decision with the names that the notes should have."""
        yield from (("merge", group) for group in self.merge)
        yield from (("apart", group) for group in self.apart)
        yield from (("ignore", (name,)) for name in self.ignore)
        yield from (("rename", (name,)) for name in self.rename)
        yield from (("kind", (name,)) for name in self.kind)


NO_SETTINGS = Settings()


def parse_settings(text: str, source: str) -> Settings:
    """Read the settings from TOML.

    Raises:
        SettingsInvalid: it is no TOML, or a key holds something else than its names.
    """
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as exc:
        raise SettingsInvalid(source, str(exc)) from exc
    merge, apart = (tuple(_group(group, key, source) for group in _list(data, key, source)) for key in _NAMES)
    rename, kind = (_table(data, key, source) for key in _TABLES)
    unknown = sorted(set(kind.values()) - {value.value for value in Kind})
    if unknown:
        raise SettingsInvalid(source, f"kind is 'service' or 'concept', not {unknown[0]!r}")
    return Settings(
        merge=merge,
        apart=apart,
        ignore=tuple(_text(name, "ignore", source) for name in _list(data, "ignore", source)),
        rename=rename,
        kind={name: Kind(value) for name, value in kind.items()},
    )


def _list(data: Mapping[str, Any], key: str, source: str) -> list[Any]:
    value = data.get(key, [])
    if not isinstance(value, list):
        raise SettingsInvalid(source, f"{key!r} has to be a list")
    return value


def _group(value: Any, key: str, source: str) -> tuple[str, ...]:
    if not isinstance(value, list) or len(value) < 2:
        raise SettingsInvalid(source, f"{key!r} holds lists of two or more names")
    return tuple(_text(name, key, source) for name in value)


def _table(data: Mapping[str, Any], key: str, source: str) -> dict[str, str]:
    value = data.get(key, {})
    if not isinstance(value, dict):
        raise SettingsInvalid(source, f"[{key}] has to be a table")
    return {name: _text(text, key, source) for name, text in value.items()}


def _text(value: Any, key: str, source: str) -> str:
    if not isinstance(value, str) or not value.strip():
        raise SettingsInvalid(source, f"{key!r} holds names")
    return value.strip()
