"""The stored form of a reading: compact JSON, field by field in order, so that a second build need not read again."""

from __future__ import annotations

import json
from dataclasses import fields
from functools import cache
from operator import attrgetter
from typing import Any

from graph.model import Confidence, NoteId, Section, Skipped, UnreadKey
from ingest.claims import (
    Cite,
    Classed,
    Compared,
    Defined,
    Linked,
    NoteReading,
    Related,
    Row,
    Said,
    SameThing,
    Stretch,
    Thing,
)

__all__ = ["decode_reading", "encode_reading"]


def encode_reading(reading: NoteReading) -> bytes:
    """Return the reading as UTF-8 JSON."""
    return _JSON.encode(reading).encode("utf-8", "surrogatepass")


def _values(value: Any) -> Any:
    kind: Any = type(value)
    return _getter(kind)(value)


@cache
def _getter(kind: Any) -> attrgetter[tuple[Any, ...]]:
    return attrgetter(*(field.name for field in fields(kind)))


_JSON = json.JSONEncoder(default=_values, check_circular=False, ensure_ascii=False, separators=(",", ":"))


def decode_reading(body: bytes) -> NoteReading:
    """Return the reading that `encode_reading` wrote. Raises ValueError or TypeError for anything else."""
    form = json.loads(body.decode("utf-8", "surrogatepass"))
    path, sha256, title, subject, tags, aliases, sections, *claims = form
    things, same, related, classed, links, said, defined, compared, stretches, unread_keys, skipped = claims
    return NoteReading(
        path=NoteId(path),
        sha256=sha256,
        title=title,
        subject=subject,
        tags=tuple(tags),
        aliases=tuple(aliases),
        sections=tuple(_section(s) for s in sections),
        things=tuple(Thing(a, b, c, _cite(d), e) for a, b, c, d, e in things),
        same=tuple(SameThing(a, b, _cite(c)) for a, b, c in same),
        related=tuple(_related(r) for r in related),
        classed=tuple(Classed(a, b, c, _cite(d), e, tuple(f)) for a, b, c, d, e, f in classed),
        links=tuple(Linked(a, b, c, d, e, _cite(f)) for a, b, c, d, e, f in links),
        said=tuple(Said(a, b, _cite(c)) for a, b, c in said),
        defined=tuple(Defined(a, b, _cite(c), d) for a, b, c, d in defined),
        compared=tuple(_compared(c) for c in compared),
        stretches=tuple(Stretch(a, b, _cite(c)) for a, b, c in stretches),
        unread_keys=tuple(UnreadKey(NoteId(a), b, c, d) for a, b, c, d in unread_keys),
        skipped=tuple(Skipped(a, b) for a, b in skipped),
    )


def _cite(form: list[Any]) -> Cite:
    first, last, text, rule, confidence, context = form
    return Cite(first, last, text, rule, Confidence(confidence), tuple((line, words) for line, words in context))


def _related(form: list[Any]) -> Related:
    source, kind, phrase, target, cite, search, fallback, *rest = form
    return Related(source, kind, phrase, target, _cite(cite), search, tuple(fallback), *rest)


def _compared(form: list[Any]) -> Compared:
    title, subjects, owner, rows, cite, last = form
    dimensions = tuple(Row(name, tuple(values), first, last) for name, values, first, last in rows)
    return Compared(title, tuple(subjects), owner, dimensions, _cite(cite), last)


def _section(form: list[Any]) -> Section:
    path, headings, first, last, blocks = form
    return Section(
        path=NoteId(path),
        headings=tuple(headings),
        line_start=first,
        line_end=last,
        blocks=tuple((a, b, depth) for a, b, depth in blocks),
    )
