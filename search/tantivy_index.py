"""The passage index on Tantivy, the extra `knotwork[fast]`: the same fields and the same BM25, compiled."""

from __future__ import annotations

import shutil
from collections.abc import Collection, Iterable, Sequence
from pathlib import Path

import tantivy

from graph.ports import Hit, Lookup, Passage

__all__ = ["TantivyIndex"]

_FIELDS = ("headings", "body")
_WRITER_BYTES = 64_000_000


def _schema() -> tantivy.Schema:
    builder = tantivy.SchemaBuilder()
    for name in ("id", "group"):
        builder.add_text_field(name, stored=True, tokenizer_name="raw", index_option="basic")
    for name in _FIELDS:
        builder.add_text_field(name, stored=True, tokenizer_name="words", index_option="freq")
    builder.add_text_field("labels", stored=True, tokenizer_name="raw", index_option="basic")
    builder.add_text_field("stored", stored=True, tokenizer_name="raw", index_option="basic")
    return builder.build()


class TantivyIndex:
    """A `PassageIndex` in a directory, made where it is missing."""

    def __init__(self, directory: Path) -> None:
        if not tantivy.Index.exists(str(directory)) if directory.is_dir() else True:
            shutil.rmtree(directory, ignore_errors=True)
            directory.mkdir(parents=True, exist_ok=True)
        self._schema = _schema()
        self._index = tantivy.Index(self._schema, path=str(directory))
        words = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.whitespace()).build()
        self._index.register_tokenizer("words", words)
        self._index.config_reader("manual")

    def replace(self, remove: Collection[str], add: Iterable[Passage]) -> None:
        """Drop the groups `remove`, add passages, and commit once; a search sees all of it or nothing."""
        # One thread: with more, the order of passages, and with it that of ties, would change from run to run.
        writer = self._index.writer(heap_size=_WRITER_BYTES, num_threads=1)
        for group in sorted(set(remove)):
            writer.delete_documents_by_term("group", group)
        for passage in add:
            document = tantivy.Document()
            document.add_text("id", passage.id)
            document.add_text("group", passage.group)
            document.add_text("headings", passage.headings)
            document.add_text("body", passage.body)
            for label in passage.labels:
                document.add_text("labels", label)
            document.add_text("stored", passage.stored)
            writer.add_document(document)
        writer.commit()
        writer.wait_merging_threads()
        self._index.reload()

    def search(self, lookup: Lookup, *, limit: int) -> Sequence[Hit]:
        """Return the best passages, by BM25 of headings and of body added up; the best first, ties by id."""
        if not lookup.words:
            return ()
        searcher = self._index.searcher()
        found = searcher.search(self._query(lookup), limit=limit, count=False).hits
        hits = [Hit(_passage(searcher.doc(address)), float(score)) for score, address in found]
        return sorted(hits, key=lambda hit: (-hit.score, hit.passage.id))

    def passage_count(self, word: str) -> int:
        """Return in how many passages' bodies or headings, whichever is more, a word occurs."""
        searcher = self._index.searcher()
        return max(int(searcher.doc_freq(field, word)) for field in _FIELDS)

    def close(self) -> None:
        """Let go of files; nothing is held open for writing."""

    def _term(self, field: str, word: str) -> tantivy.Query:
        return tantivy.Query.term_query(self._schema, field, word, index_option="freq" if field in _FIELDS else "basic")

    def _any(self, fields: Sequence[str], words: Iterable[str]) -> tantivy.Query:
        terms = [(tantivy.Occur.Should, self._term(field, word)) for word in sorted(words) for field in fields]
        return tantivy.Query.boolean_query(terms)

    def _query(self, lookup: Lookup) -> tantivy.Query:
        scored = tantivy.Query.boolean_query(
            [
                (tantivy.Occur.Should, tantivy.Query.boost_query(self._term(field, word), weight))
                for word, weight in sorted(lookup.words.items())
                for field in _FIELDS
            ]
        )
        parts = [(tantivy.Occur.Must, scored)]
        needed = [self._any(_FIELDS, [word]) for word in sorted(lookup.required)]
        needed += [self._any(["labels"], labels) for labels in lookup.labels]
        parts += [(tantivy.Occur.Must, tantivy.Query.const_score_query(query, 0.0)) for query in needed]
        if lookup.excluded:
            parts.append((tantivy.Occur.MustNot, self._any(_FIELDS, lookup.excluded)))
        return tantivy.Query.boolean_query(parts)


def _passage(document: tantivy.Document) -> Passage:
    return Passage(
        id=_text(document, "id"),
        group=_text(document, "group"),
        headings=_text(document, "headings"),
        body=_text(document, "body"),
        labels=tuple(document.get_all("labels")),
        stored=_text(document, "stored"),
    )


def _text(document: tantivy.Document, field: str) -> str:
    return str(document.get_first(field) or "")
