"""The passage index on Whoosh: two fields of stems, each with its own BM25.

Whoosh keeps the postings, and this module adds them up: word by word into one sum for each passage, which takes half
the time of Whoosh's own OR, that walks all postings side by side and asks for each passage's lengths by name.
Only stock field types stand in the schema, so that nothing of ours is ever pickled into the index.
"""

from __future__ import annotations

import base64
import shutil
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from heapq import nlargest
from operator import neg
from pathlib import Path
from threading import Lock
from typing import Any

from whoosh import index as whoosh_index
from whoosh.analysis.tokenizers import SpaceSeparatedTokenizer
from whoosh.fields import ID, STORED, TEXT, Schema
from whoosh.query.compound import Or
from whoosh.query.terms import Term

from graph.ports import Hit, Lookup, Passage

__all__ = ["WhooshIndex"]

_FIELDS = ("headings", "body")
_K1, _B = 1.2, 0.75  # of BM25, as every engine has them
_MOST_MEMORY_MB = 128


def _schema() -> Schema:
    words = SpaceSeparatedTokenizer()
    return Schema(
        group=ID(),
        headings=TEXT(analyzer=words, phrase=False),
        body=TEXT(analyzer=words, phrase=False),
        labels=TEXT(analyzer=words, phrase=False),
        passage=STORED(),
    )


class WhooshIndex:
    """A `PassageIndex` in a directory, made where it is missing."""

    def __init__(self, directory: Path) -> None:
        self._directory = directory
        self._searcher: Any = None
        self._lengths: dict[tuple[str, int], _Lengths] = {}
        self._lock = Lock()  # readers of one searcher move the same file's position
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
                group=passage.group,
                headings=passage.headings,
                body=passage.body,
                labels=" ".join(map(_token, passage.labels)),
                passage=(passage.id, passage.group, passage.headings, passage.body, passage.labels, passage.stored),
            )
        writer.commit()
        self._close_searcher()

    def _open(self) -> Any:
        if self._searcher is None:
            searcher: Any = self._index.searcher()
            leaves = searcher.leaf_searchers()
            self._lengths = {(f, offset): _Lengths(leaf.reader(), f) for leaf, offset in leaves for f in _FIELDS}
            self._searcher = searcher
        return self._searcher

    def search(self, lookup: Lookup, *, limit: int) -> Sequence[Hit]:
        """Return the best passages, by BM25 of headings and of body added up; the best first, ties by id."""
        with self._lock:
            searcher = self._open()
            scores = self._scores(searcher, lookup.words)
            for query, wanted in _filters(lookup):
                held = set(searcher.docs_for_query(query))
                scores = {place: score for place, score in scores.items() if (place in held) is wanted}
            best = nlargest(limit, zip(scores.values(), map(neg, scores), strict=True))
            hits = [Hit(_passage(searcher.stored_fields(-place)), score) for score, place in best]
        return sorted(hits, key=lambda hit: (-hit.score, hit.passage.id))

    def _scores(self, searcher: Any, words: Mapping[str, float]) -> dict[int, float]:
        """Return passage -> BM25 of its headings and of its body, each word counted by its weight."""
        scores: dict[int, float] = defaultdict(float)
        for word, weight in sorted(words.items()):
            for field in _FIELDS:
                if not searcher.doc_frequency(field, word):
                    continue
                gain = weight * searcher.idf(field, word) * (_K1 + 1)
                shortest, longer = _K1 * (1 - _B), _K1 * _B / (searcher.avg_field_length(field) or 1)
                for leaf, offset in searcher.leaf_searchers():
                    if (field, word) not in leaf.reader():
                        continue
                    lengths, postings = self._lengths[field, offset], leaf.reader().postings(field, word)
                    while postings.is_active():
                        place, count = postings.id(), postings.weight()
                        scores[place + offset] += gain * count / (count + shortest + longer * lengths[place])
                        postings.next()
        return scores

    def passage_count(self, word: str) -> int:
        """Return in how many passages' bodies or headings, whichever is more, a word occurs."""
        with self._lock:
            return max(int(self._open().doc_frequency(field, word)) for field in _FIELDS)

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


def _any(fields: Sequence[str], words: Iterable[str]) -> Any:
    return Or([Term(field, word) for word in sorted(words) for field in fields])


def _filters(lookup: Lookup) -> Iterator[tuple[Any, bool]]:
    """Yield what a passage has to match, and what it may not."""
    for word in sorted(lookup.required):
        yield _any(_FIELDS, [word]), True
    for labels in lookup.labels:
        yield _any(["labels"], map(_token, labels)), True
    if lookup.excluded:
        yield _any(_FIELDS, lookup.excluded), False


def _passage(fields: Mapping[str, Any]) -> Passage:
    id_, group, headings, body, labels, stored = fields["passage"]
    return Passage(id=id_, group=group, headings=headings, body=body, labels=labels, stored=stored)


class _Lengths(dict[int, int]):
    """Passage -> words of a field, read where it is first asked for: finding them is most of the cost of a score."""

    def __init__(self, reader: Any, field: str) -> None:
        super().__init__()
        self._read = reader.doc_field_length
        self._field = field

    def __missing__(self, place: int) -> int:
        length = self[place] = int(self._read(place, self._field))
        return length
