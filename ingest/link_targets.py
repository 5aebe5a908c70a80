"""Which concept a link leads to: the note that it names, or what another note calls itself.

A wikilink names a note by its file's name or the end of its path, without regard to case, or by one of its aliases.
A Markdown link names a path. Two notes that answer to one name make the link ambiguous: it is reported and draws
nothing. A wikilink that no note answers to names a concept that the notes have yet to describe.
"""

from __future__ import annotations

import posixpath
import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from urllib.parse import unquote

from graph.model import Ambiguity, LostLink, NoteId
from ingest.claims import Linked, NoteReading, Related, Thing, qualify, unqualified
from ingest.name_weight import tells_how
from ingest.node_names import clean_name, is_generic, is_name, is_nameable
from ingest.task_names import is_task
from ingest.title_paths import area_of, last_in_path

__all__ = ["NOTE_ENDING", "Links", "resolve_links"]

_TEMPLATE = re.compile(r"[{}<>$]")
_OTHER_FILE = re.compile(r"\.(?!(?:md|markdown|mdx)$)[A-Za-z][A-Za-z0-9]{1,4}$")  # a picture, a PDF: not in the notes
NOTE_ENDING = re.compile(r"\.(?:md|markdown|mdx)$", re.IGNORECASE)
_FEW = 2  # notes of one area


@dataclass(frozen=True, slots=True)
class Links:
    """The readings with a relation for each link that leads somewhere, and the links that lead to several or to none."""

    readings: list[NoteReading]
    ambiguous: tuple[Ambiguity, ...]
    lost: tuple[LostLink, ...]


def resolve_links(readings: Sequence[NoteReading]) -> Links:
    """Follow each link of the readings."""
    notes = _Notes(readings)
    resolved: list[NoteReading] = []
    ambiguous: set[Ambiguity] = set()
    lost: set[LostLink] = set()
    for reading in readings:
        followed: list[tuple[Linked, list[NoteId]]] = []
        for link in reading.links:
            found = notes.find(link, reading.path)
            if len(found) > 1:
                ambiguous.add(Ambiguity(link.target, tuple(found), reading.path, link.cite.first))
                continue
            if not found and _is_lost(link, reading.path):
                lost.add(LostLink(reading.path, link.cite.first, link.target, link.wiki))
            followed.append((link, found))
        resolved.append(_with_ends(reading, followed, notes))
    return Links(resolved, tuple(sorted(ambiguous)), tuple(sorted(lost)))


def _with_ends(reading: NoteReading, followed: Sequence[tuple[Linked, list[NoteId]]], notes: _Notes) -> NoteReading:
    """The reading with what its links name, each with the note that it leads to, if any, and a relation to that."""
    things: list[Thing] = []
    related: list[Related] = []
    own = _own_name(reading, notes)
    for link, found in followed:
        name = _named(link, found, notes)
        owner, bare = unqualified(name)
        if not (is_nameable(bare) if link.wiki else _names_thing(bare)):
            continue
        if not found or not notes.says_its_name(found[0]):
            things.append(Thing(bare, owner, "", link.cite, unresolved=not found))
        source = link.source or own
        if source and source != name:
            related.append(Related(source, link.type, link.phrase, name, link.cite))
    if not things and not related:
        return reading
    return replace(reading, things=(*reading.things, *things), related=(*reading.related, *related))


def _own_name(reading: NoteReading, notes: _Notes) -> str:
    """What a note is about by its title, where that names a thing."""
    own = notes.name_of(reading.path)
    bare = unqualified(own)[1]
    return own if _names_thing(bare) and not is_generic(bare) else ""


def _named(link: Linked, found: Sequence[NoteId], notes: _Notes) -> str:
    """The name of the note that a link leads to; of one that is missing only a wikilink tells."""
    if found:
        return notes.name_of(found[0])
    return notes.name_missing(_page(link.target)) if link.wiki else ""


def _names_thing(title: str) -> bool:
    """A page of instructions ("Enabling encryption") is a text to link to and no concept; a wikilink's author says it is one."""
    return is_name(title) and not is_task(title) and not tells_how(title)


def _is_lost(link: Linked, source: NoteId) -> bool:
    """A name in front matter is no link; what lies outside the notes, another page or made by a template is not known here."""
    page = _page(link.target)
    if not posixpath.basename(_stem(page)) or _TEMPLATE.search(link.target):
        return False
    if link.wiki:
        named_only = link.cite.rule == "front matter" and f"[[{link.target}" not in link.cite.text
        return not named_only and not _OTHER_FILE.search(page)
    parts = posixpath.normpath(posixpath.join(posixpath.dirname(source), page)).split("/")
    return not any(part.startswith(".") for part in parts)  # outside the notes, or in a folder that is not read


class _Notes:
    """The notes by every name that a link may use."""

    def __init__(self, readings: Sequence[NoteReading]) -> None:
        self._subjects = {reading.path: reading.subject or reading.title for reading in readings}
        self._named = {
            r.path for r in readings if any(qualify(t.owner, t.name) == self._subjects[r.path] for t in r.things)
        }
        self._areas = Counter(area_of(posixpath.basename(NOTE_ENDING.sub("", r.path))) for r in readings)
        self._areas[""] = 0
        self._paths = {_stem(reading.path): reading.path for reading in readings}
        self._by_name: dict[str, list[NoteId]] = defaultdict(list)
        self._by_alias: dict[str, list[NoteId]] = defaultdict(list)
        for reading in readings:
            self._by_name[posixpath.basename(_stem(reading.path))].append(reading.path)
            for alias in reading.aliases:
                self._by_alias[alias.casefold()].append(reading.path)

    def name_of(self, path: NoteId) -> str:
        """Return what a note is about, as claims refer to it."""
        return self._subjects[path]

    def name_missing(self, page: str) -> str:
        """Return what a page would be about that no note is: "A - B" names B where the notes' own names are such paths."""
        if self._areas[area_of(page)] < _FEW:
            return clean_name(page)
        name, area = last_in_path(page)
        return qualify(area, name)

    def says_its_name(self, path: NoteId) -> bool:
        """Return whether a line of the note has its title; else it stands in the file's name only."""
        return path in self._named

    def find(self, link: Linked, source: NoteId) -> list[NoteId]:
        """Return the notes that the link may mean; none where nothing answers to it."""
        target = _page(link.target).casefold()
        near = _stem(posixpath.normpath(posixpath.join(posixpath.dirname(source), target)))
        exact = self._paths.get(near) or self._paths.get(_stem(target.lstrip("/")))
        if exact is not None:
            return [exact]
        if not link.wiki:
            return []
        stem = _stem(target)
        named = self._by_name.get(posixpath.basename(stem), [])
        if "/" in stem:
            named = [path for path in named if f"/{_stem(path)}".endswith(f"/{stem.lstrip('./')}")]
        return sorted(named or self._by_alias.get(stem, []))


def _page(target: str) -> str:
    """The page that a target names: without heading and block."""
    return unquote(target).partition("|")[0].partition("#")[0].strip()


def _stem(path: str) -> str:
    """Logseq writes the slash of a page's name as three underscores in its file's."""
    return NOTE_ENDING.sub("", path).casefold().replace("___", "/")
