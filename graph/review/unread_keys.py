"""Keys of front matter from which nothing is read, though their author meant something by them."""

from __future__ import annotations

from collections.abc import Iterator

from graph.model import Span, UnreadKey
from graph.review.finding import Observation, Quote
from graph.review.material import Material
from graph.review.one_slip import is_slip

__all__ = ["find_unread_keys", "find_unread_links"]

_READ = ("title", "aliases", "description", "related", "depends_on")  # what a slip most likely meant


def find_unread_links(material: Material) -> Iterator[Observation]:
    """Yield each key that links to notes, or is a slip for one that is read: a relation is lost."""
    for key in material.knowledge.report.unread_keys:
        meant = next((known for known in _READ if is_slip(key.key.casefold(), known)), "")
        if meant:
            yield _observation(material, key, f"{key.key!r} is one letter away from {meant!r}", f"write {meant!r}")
        elif key.linked:
            remedy = f"name a relation by it, such as {key.key + '_of'!r} or {key.key + '_by'!r}, or use 'related'"
            yield _observation(material, key, f"the links under {key.key!r} are read as no relation", remedy)


def find_unread_keys(material: Material) -> Iterator[Observation]:
    """Yield every other key that is not read."""
    for key in material.knowledge.report.unread_keys:
        if not key.linked and not any(is_slip(key.key.casefold(), known) for known in _READ):
            yield _observation(material, key, f"nothing is read from {key.key!r}", "leave it, or say it in the note")


def _observation(material: Material, key: UnreadKey, reason: str, remedy: str) -> Observation:
    span = Span(key.path, key.line, key.line)
    return Observation(about=key.key, quotes=(Quote(span, material.quoted(span)),), reason=reason, remedy=remedy)
