"""The passage index on Whoosh: two fields of stems, each with its own BM25.

Only stock field types stand in the schema, so that nothing of ours is ever pickled into the index.
"""

from __future__ import annotations

import base64
import shutil
from collections.abc import Callable, Collection, Iterable, Sequence
from pathlib import Path
from typing import Any

from whoosh import index as whoosh_index
from whoosh.analysis.tokenizers import SpaceSeparatedTokenizer
from whoosh.fields import ID, STORED, TEXT, Schema
from whoosh.query.compound import And, Or
from whoosh.query.terms import Term

from graph.ports import Hit, Lookup, Passage

__all__ = ["WhooshIndex"]

_FIELDS = ("headings", "body")
_MANY = 4  # words above which matches are gathered word by word: a third of the time at the 99th percentile
_MOST_MEMORY_MB = 128


def _schema() -> Schema:
    words = SpaceSeparatedTokenizer()
    return Schema(
        id=ID(stored=True, unique=True),
        group=ID(stored=True),
        headings=TEXT(analyzer=words, phrase=False, stored=True),
        body=TEXT(analyzer=words, phrase=False, stored=True),
        labels=TEXT(analyzer=words, phrase=False, stored=True),
        stored=STORED(),
    )


class WhooshIndex:
    """A `PassageIndex` in a directory, made where it is missing."""

    def __init__(self, directory: Path) -> None:
        self._directory = directory
        self._searcher: Any = None
        if whoosh_index.exists_in(str(directory)):
            self._index = whoosh_index.open_dir(str(directory))
        else:
            shutil.rmtree(directory, ignore_errors=True)
            directory.mkdir(parents=True, exist_ok=True)
            self._index = whoosh_index.create_in(str(directory), _schema())

    def replace(self, remove: Collection[str], add: Iterable[Passage]) -> None:
        """Drop the groups `remove`, add passages, and commit once; a search sees all of it or nothing."""
        writer = self._index.writer(limitmb=_MOST_MEMORY_MB, timeout=30)
        for group in sorted(set(remove)):
            writer.delete_by_term("group", group)
        for passage in add:
            writer.add_document(
                id=passage.id,
                group=passage.group,
                headings=passage.headings,
                body=passage.body,
                labels=" ".join(map(_token, passage.labels)),
                stored=(passage.labels, passage.stored),
            )
        writer.commit()
        self._close_searcher()

    def _open(self) -> Any:
        if self._searcher is None:
            self._searcher = self._index.searcher()
        return self._searcher

    def search(self, lookup: Lookup, *, limit: int) -> Sequence[Hit]:
        """Return the best passages, by BM25 of headings and of body added up; the best first, ties by id."""
        if not lookup.words:
            return ()
        # Filters are sets of passages of their own: Require and AndNot fail inside Whoosh on some combinations.
        needed, unwanted = _filter(lookup)
        query = _any(_FIELDS, lookup.words, lookup.words.__getitem__)
        if len(lookup.words) > _MANY:
            query.matcher_type = Or.ARRAY_MATCHER
        found = self._open().search(query, limit=limit, filter=needed, mask=unwanted)
        hits = [Hit(_passage(hit.fields()), float(hit.score)) for hit in found]
        return sorted(hits, key=lambda hit: (-hit.score, hit.passage.id))

    def passage_count(self, word: str) -> int:
        """Return in how many passages' bodies or headings, whichever is more, a word occurs."""
        reader = self._open().reader()
        return max(int(reader.doc_frequency(field, word)) for field in _FIELDS)

    def close(self) -> None:
        """Let go of files."""
        self._close_searcher()
        self._index.close()  # type: ignore[no-untyped-call]  # whoosh has no annotation here

    def _close_searcher(self) -> None:
        if self._searcher is not None:
            self._searcher.close()
            self._searcher = None


def _token(label: str) -> str:
    """Return a label as one word: spaces and other scripts would be cut."""
    return label if label.isascii() and " " not in label else "%" + base64.urlsafe_b64encode(label.encode()).decode()


def _any(fields: Sequence[str], words: Iterable[str], weight: Callable[[str], float] = lambda _: 1.0) -> Any:
    return Or([Term(field, word, boost=weight(word)) for word in sorted(words) for field in fields])


def _filter(lookup: Lookup) -> tuple[Any, Any]:
    """Return what a passage has to match and what it may not; None for anything and nothing."""
    needed = [_any(_FIELDS, [word]) for word in sorted(lookup.required)]
    needed += [_any(["labels"], map(_token, labels)) for labels in lookup.labels]
    return And(needed) if needed else None, _any(_FIELDS, lookup.excluded) if lookup.excluded else None


def _passage(fields: dict[str, Any]) -> Passage:
    labels, stored = fields["stored"]
    return Passage(
        id=fields["id"],
        group=fields["group"],
        headings=fields["headings"],
        body=fields["body"],
        labels=labels,
        stored=stored,
    )
