"""Links that lead nowhere, or to several notes."""

from __future__ import annotations

import posixpath
import re
from collections import defaultdict
from collections.abc import Iterator

from graph.model import LostLink, NoteId, Span
from graph.names import fold_name
from graph.near_names import near_names
from graph.review.finding import Observation, Quote
from graph.review.material import Material

__all__ = ["find_ambiguous_links", "find_dead_links", "find_unresolved_wikilinks"]

_DATE = re.compile(r"\b(?:19|20)\d\d\b")  # a page for a day is made when the day comes
_SHOWN = 5


def find_dead_links(material: Material) -> Iterator[Observation]:
    """Yield each Markdown link to a note that is not there."""
    for (path, target), spans in _grouped(material, wiki=False).items():
        yield Observation(
            about=target,
            quotes=tuple(Quote(span, material.quoted(span)) for span in spans[:_SHOWN]),
            reason=f"no note has the path {_joined(path, target)!r}",
            remedy=_nearest(material, target) or "mend the path, or take the link out",
        )


def find_unresolved_wikilinks(material: Material) -> Iterator[Observation]:
    """Yield each wikilink that no note answers to, by its file's name or an alias; days are left out."""
    for (_, target), spans in _grouped(material, wiki=True).items():
        if _DATE.search(target):
            continue
        page = target.partition("#")[0].strip()
        yield Observation(
            about=f"[[{target}]]",
            quotes=tuple(Quote(span, material.quoted(span)) for span in spans[:_SHOWN]),
            reason=f"no note is called {page!r} and none has it as an alias{_told_elsewhere(material, page)}",
            remedy=_nearest(material, page) or "write the note, give another the alias, or take the link out",
        )


def find_ambiguous_links(material: Material) -> Iterator[Observation]:
    """Yield each link whose name several notes have; it was followed to none."""
    for link in material.knowledge.report.ambiguous:
        span = Span(link.path, link.line, link.line)
        yield Observation(
            about=f"[[{link.name}]]",
            quotes=(Quote(span, material.quoted(span)),),
            reason=f"{len(link.candidates)} notes answer to {link.name!r}: {', '.join(link.candidates)}",
            remedy=f"write the path, such as [[{posixpath.splitext(link.candidates[0])[0]}]]",
        )


def _grouped(material: Material, *, wiki: bool) -> dict[tuple[NoteId, str], list[Span]]:
    found: dict[tuple[NoteId, str], list[Span]] = defaultdict(list)
    lost: tuple[LostLink, ...] = material.knowledge.report.lost_links
    for link in lost:
        if link.wiki is wiki:
            found[link.path, link.target].append(Span(link.path, link.line, link.line))
    return found


def _joined(path: NoteId, target: str) -> str:
    return posixpath.normpath(posixpath.join(posixpath.dirname(path), target.partition("#")[0]))


def _told_elsewhere(material: Material, page: str) -> str:
    """Say where the notes tell of it all the same: a heading of another note, for one."""
    ids = material.named.get(fold_name(page), ())
    known = [material.concepts[concept] for concept in ids if not material.concepts[concept].unresolved]
    if not known:
        return ""
    place = known[0].names[0].evidence
    return f"; the notes speak of {known[0].label!r} in {place.path}:{place.line_start}"


def _nearest(material: Material, target: str) -> str:
    """Name the note that may be meant, where one has nearly its name."""
    page = posixpath.splitext(posixpath.basename(target.partition("#")[0]))[0]
    stems = {posixpath.splitext(posixpath.basename(note.path))[0]: note.path for note in material.knowledge.notes}
    near = near_names(page, stems, limit=1) if len(page) > 3 else ()
    return f"did you mean {stems[near[0]]}?" if near else ""
