"""Which names are one thing, decided over all notes together.

One thing is one concept on explicit evidence only: equality after folding (case, punctuation, spacing, plural, a
vendor's prefix), an author's expansion or alias, or an entry of the lexicon. Nothing is merged on likeness. Two
entries of the lexicon never become one, whatever a note says; that is reported as a suggestion.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence, Set
from dataclasses import replace

from graph.model import Kind
from graph.names import fold_name, fold_words
from ingest.abbreviations import falls_short, spells_exactly
from ingest.claims import NoteReading, SameThing, unqualified
from ingest.lexicon import Lexicon
from ingest.node_names import has_proper_shape
from ingest.settings import NO_SETTINGS, Settings

__all__ = ["Identities"]

_VENDOR_NAMES = 3  # a word before three proper names that also stand without it is a vendor's
_VENDOR_CAPITALS = 8  # one in capitals may be a product with features, so it takes more of them


def _infer_vendors(names: Iterable[str]) -> frozenset[str]:
    """Return the capitalised words that stand before several proper names which also occur without them."""
    plain = set(names)
    folded = {fold_name(name) for name in plain}
    after: dict[str, set[str]] = defaultdict(set)
    for name in plain:
        first, _, rest = name.partition(" ")
        if rest and first[:1].isupper() and has_proper_shape(rest) and fold_name(rest) in folded:
            after[first].add(fold_name(rest))
    return frozenset(
        fold_name(word)
        for word, rests in after.items()
        if len(rests) >= (_VENDOR_CAPITALS if has_proper_shape(word) else _VENDOR_NAMES)
    )


def _goes_on(claim: SameThing) -> bool:
    """`ACL (network)` is the name with a remark, and spells nothing out."""
    return {*fold_words(unqualified(claim.name)[1])} <= {*fold_words(claim.other)}


def _are_two_entries(a: str, b: str) -> bool:
    """Whether two keys are of the lexicon's entries, which nothing but the settings makes one."""
    return a.startswith("=") and b.startswith("=") and a != b


class _Spellings:
    """How authors spell names out, by the keys of both: which pairs are no one thing, whoever says so."""

    def __init__(self, same: Sequence[SameThing], key: Callable[[str], str]) -> None:
        self._words = {key(claim.other): set(fold_words(claim.other)) for claim in same}
        self._expansions: dict[str, set[str]] = defaultdict(set)
        self._with_remark: set[tuple[str, str]] = set()
        for claim in same:
            if _goes_on(claim):
                self._with_remark.add((key(claim.name), key(claim.other)))
            else:
                self._expansions[key(claim.name)].add(key(claim.other))
        exact = {key(claim.name) for claim in same if spells_exactly(unqualified(claim.name)[1], claim.other)}
        self._loose = {
            (key(claim.name), key(claim.other))
            for claim in same
            if key(claim.name) in exact and falls_short(unqualified(claim.name)[1], claim.other)
        }

    def refuse(self, a: str, b: str) -> bool:
        """Return whether the second lacks a letter of an abbreviation that another spells exactly, or the first has an
        expansion without a word of the second."""
        if (a, b) in self._loose:
            return True
        return (a, b) not in self._with_remark and any(
            self._words[b].isdisjoint(self._words[other])
            for other in self._expansions[a]
            if other != b and not other.startswith("=")
        )


class Identities:
    """The key of every name. Names with one key are one concept; built once, then only asked."""

    def __init__(self, readings: Sequence[NoteReading], lexicon: Lexicon, settings: Settings = NO_SETTINGS) -> None:
        names = [thing.name for reading in readings for thing in reading.things]
        makers = (word for word in _infer_vendors(names) if lexicon.entry(word) is None)  # a known product is none
        self._lexicon = replace(lexicon, vendors=lexicon.vendors | frozenset(makers))
        self._services = {self._base(entry.label) for entry in lexicon.entries.values() if entry.kind is Kind.SERVICE}
        self._names = {self._base(entry.label): (entry.label, *entry.names) for entry in lexicon.entries.values()}
        self._parent: dict[str, str] = {}
        self.refused: list[tuple[str, str]] = []
        self._known = {self._base(name) for name in names}
        self._owners = self._find_owners(readings)
        self._keys: dict[str, str] = {}
        self._joined = False
        self._apart = [{self._find(self._base(name)) for name in group} for group in settings.apart]
        self._merge(settings.merge)
        self._join_all([same for reading in readings for same in reading.same])
        self._joined = True

    def _find_owners(self, readings: Sequence[NoteReading]) -> defaultdict[str, set[str]]:
        """What each name stands below, for those that do."""
        owners: defaultdict[str, set[str]] = defaultdict(set)
        for reading in readings:
            for thing in reading.things:
                if thing.owner:
                    owners[self._base(thing.name)].add(self._base(unqualified(thing.owner)[1]))
        return owners

    @property
    def vendors(self) -> frozenset[str]:
        """The vendors' words, the lexicon's and those that the notes themselves show."""
        return self._lexicon.vendors

    def named_after(self, source: str, target: str) -> bool:
        """Return whether one of the lexicon's names for the source holds the target's: DynamoDB Accelerator."""
        names = self._names.get(source, ())
        return any(target.lstrip("=") in fold_name(name) for name in names)

    def is_service(self, key: str) -> bool:
        """Return whether the lexicon knows the key's thing as a service."""
        return key in self._services

    def key(self, ref: str) -> str:
        """Return the key of a name or of a qualified one; empty where the name folds to nothing."""
        found = self._keys.get(ref)
        if found is None:
            found = self._key(ref)
            if self._joined:
                self._keys[ref] = found
        return found

    def _key(self, ref: str) -> str:
        owner, name = unqualified(ref)
        if owner:
            joined = self._base(f"{owner} {name}")
            if joined in self._known:
                return self._find(joined)
            base = self._base(name)
            if len(self._owners[base]) > 1 and self._lexicon.entry(name) is None:
                return self._find(f"{self._find(self._base(owner))}/{base}")
        return self._find(self._base(name))

    def _base(self, name: str) -> str:
        entry = self._lexicon.entry(name)
        return f"={fold_name(entry.label)}" if entry else self._lexicon.core(name)

    def _find(self, key: str) -> str:
        while (above := self._parent.get(key, key)) != key:
            key = above
        return key

    def _is_split(self, ref: str) -> bool:
        """Whether the name's key holds its owner's, as that of a name with two owners does."""
        return bool(unqualified(ref)[0]) and "/" in self.key(ref)

    def _merge(self, groups: Sequence[Sequence[str]]) -> None:
        """Unite what the settings say is one thing, whatever else is known of it."""
        for group in groups:
            for name in group[1:]:
                self._unite(self._base(group[0]), self._base(name), forced=True)

    def _join_all(self, same: Sequence[SameThing]) -> None:
        split = [claim for claim in same if self._is_split(claim.name) or self._is_split(claim.other)]
        self._join(same, leaving=frozenset(split))
        self._join(split)  # their owners have their last keys now

    def _join(self, same: Sequence[SameThing], leaving: Set[SameThing] = frozenset()) -> None:
        """Join by the authors' word, the most often said first; an abbreviation of two unlike things joins neither."""
        said = Counter((self.key(claim.name), self.key(claim.other)) for claim in same if claim not in leaving)
        spellings = _Spellings(same, self.key)
        for (a, b), _ in sorted(said.items(), key=lambda item: (-item[1], item[0])):
            if _are_two_entries(a, b) or spellings.refuse(a, b):
                self.refused.append((a, b))
            else:
                self._unite(a, b)

    def _unite(self, a: str, b: str, *, forced: bool = False) -> None:
        a, b = self._find(a), self._find(b)
        if any(a in group and b in group for group in self._apart):
            return
        if _are_two_entries(a, b) and not forced:
            self.refused.append((a, b))
            return
        if a != b:
            first, second = sorted((a, b), key=lambda key: (not key.startswith("="), key))
            self._parent[second] = first
