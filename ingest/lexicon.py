"""Knowledge of a domain as data: which names are one thing there, and what kind it is. Everything works without it."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from graph.errors import KnotworkError
from graph.model import Kind
from graph.names import fold_name, fold_words

__all__ = ["Entry", "Lexicon", "LexiconInvalid", "join_lexicons", "parse_lexicon"]


_SHORTEST = 3  # letters of a name that is known however it is written


class LexiconInvalid(KnotworkError, ValueError):
    """A lexicon file cannot be used; `source` is the file, `reason` what is wrong in it."""

    code = "lexicon_invalid"
    hint = 'an entry is [[concept]] with label, names = [...] and kind = "service" or "concept"; see docs/relations.md'

    def __init__(self, source: str, reason: str) -> None:
        super().__init__(source, reason)
        self.source = source
        self.reason = reason

    def __str__(self) -> str:
        return f"the lexicon {self.source!r} cannot be read: {self.reason}"


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing of the domain: `label` is what people call it, `names` its other names."""

    label: str
    names: tuple[str, ...]
    kind: Kind


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Entries by folded name, and the vendor words that do not change what a name means.

    `words` are folded names that are ordinary words besides ("Glue"): in a text only a capital tells that they are meant.
    """

    name: str = ""
    vendors: frozenset[str] = frozenset()
    entries: Mapping[str, Entry] = field(default_factory=dict)
    words: frozenset[str] = frozenset()

    @property
    def anywhere(self) -> frozenset[str]:
        """The folded names of services that mean them however they are written: "kubectl", "redshift"."""
        names = ((fold_name(n), e) for e in set(self.entries.values()) for n in (e.label, *e.names) if n.isalpha())
        return frozenset(name for name, e in names if e.kind is Kind.SERVICE and len(name) >= _SHORTEST) - self.words

    def entry(self, name: str) -> Entry | None:
        """Return the entry that has this name, as it is or without a leading vendor."""
        found = self.entries.get(fold_name(name))
        return found or self.entries.get(self.core(name))

    def core(self, name: str) -> str:
        """Return the folded name without a leading vendor; a vendor's name alone stays."""
        words = fold_words(name)
        if len(words) > 1 and words[0] in self.vendors:
            return "".join(words[1:])
        return "".join(words)


def parse_lexicon(text: str, source: str) -> Lexicon:
    """Read a lexicon from TOML.

    Raises:
        LexiconInvalid: it is no TOML, an entry lacks a label or a name stands in two entries.
    """
    try:
        data = tomllib.loads(text)
        entries: dict[str, Entry] = {}
        for number, raw in enumerate(data.get("concept", []), 1):
            entry = _entry(raw, number)
            for name in (entry.label, *entry.names):
                if entries.setdefault(fold_name(name), entry) is not entry:
                    raise ValueError(f"{name!r} stands in two entries")
        vendors, words = (frozenset(map(fold_name, data.get(key, []))) for key in ("vendors", "words"))
    except (tomllib.TOMLDecodeError, ValueError, TypeError, AttributeError) as exc:
        raise LexiconInvalid(source, str(exc)) from exc
    return Lexicon(str(data.get("name", "")), vendors, entries, words)


def _entry(raw: Mapping[str, Any], number: int) -> Entry:
    label = raw.get("label")
    if not isinstance(label, str) or not label:
        raise ValueError(f"concept {number} has no label")
    return Entry(label, tuple(map(str, raw.get("names", []))), Kind(raw.get("kind", "concept")))


def join_lexicons(lexicons: Sequence[Lexicon]) -> Lexicon:
    """Return one lexicon of all; a name that stands in several is the first one's."""
    entries: dict[str, Entry] = {}
    for lexicon in lexicons:
        for name, entry in lexicon.entries.items():
            entries.setdefault(name, entry)
    names = ", ".join(lexicon.name for lexicon in lexicons)
    vendors = frozenset(vendor for lexicon in lexicons for vendor in lexicon.vendors)
    return Lexicon(names, vendors, entries, frozenset(word for lexicon in lexicons for word in lexicon.words))
