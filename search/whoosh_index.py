"""The passage index on Whoosh: two fields of stems, each with its own BM25.

The directory is a disposable cache. Its stamp names the form of the index and the knowledge base's generation; on
any mismatch or damage it is made anew. Only stock field types stand in the schema, so that nothing of ours is ever
pickled into it.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from whoosh import index as whoosh_index
from whoosh.analysis.tokenizers import SpaceSeparatedTokenizer
from whoosh.fields import ID, TEXT, Schema
from whoosh.query.compound import Or
from whoosh.query.terms import Term

from graph.ports import Hit, Passage
from search.words import stems

__all__ = ["WhooshIndex"]

_FORM = "1"  # of the schema below; another form is another index
_STAMP = "stamp.json"
_COVERAGE = 0.9  # reward for passages that hold more of the words; nDCG .519 -> .535 on link texts (docs/ranking.md)


def _schema() -> Schema:
    words = SpaceSeparatedTokenizer()
    return Schema(
        id=ID(stored=True, unique=True),
        group=ID(),
        headings=TEXT(analyzer=words),
        body=TEXT(analyzer=words, phrase=False),
    )


class WhooshIndex:
    """A `PassageIndex` in a directory. Opening never fails: what cannot be read is emptied."""

    def __init__(self, directory: Path) -> None:
        self._directory = directory
        self._stamp = self._read_stamp()
        self._searcher: Any = None

    @property
    def generation(self) -> str:
        """The generation of the knowledge base that the index was made from; empty where it is new."""
        return str(self._stamp.get("generation", ""))

    @property
    def groups(self) -> dict[str, str]:
        """Group -> what its passages were made from, as given to `update`."""
        return dict(self._stamp.get("groups", {}))

    def _read_stamp(self) -> dict[str, Any]:
        try:
            stamp = json.loads((self._directory / _STAMP).read_text("utf-8"))
        except (OSError, ValueError):
            return {}
        if (
            not isinstance(stamp, dict)
            or stamp.get("form") != _FORM
            or not whoosh_index.exists_in(str(self._directory))
        ):
            return {}
        return stamp

    def update(self, *, generation: str, remove: Iterable[str], add: Iterable[Passage], groups: dict[str, str]) -> None:
        """Drop the groups `remove`, add passages, and commit once under the new generation."""
        writer = self._open_for_writing().writer(limitmb=128)
        for group in sorted(set(remove)):
            writer.delete_by_term("group", group)
        for passage in add:
            writer.add_document(
                id=passage.id,
                group=passage.group,
                headings=" ".join(stems(passage.headings)),
                body=" ".join(stems(passage.body)),
            )
        writer.commit()
        self._stamp = {"form": _FORM, "generation": generation, "groups": groups}
        (self._directory / _STAMP).write_text(json.dumps(self._stamp), "utf-8")
        self._searcher = None

    def _open_for_writing(self) -> Any:
        if self._stamp:
            return whoosh_index.open_dir(str(self._directory))
        shutil.rmtree(self._directory, ignore_errors=True)
        self._directory.mkdir(parents=True, exist_ok=True)
        return whoosh_index.create_in(str(self._directory), _schema())

    def search(self, words: Sequence[str], *, limit: int) -> Sequence[Hit]:
        """Return the passages that hold any of the stems, the best first, ties by id."""
        if not words or not self._stamp:
            return ()
        if self._searcher is None:
            self._searcher = whoosh_index.open_dir(str(self._directory)).searcher()
        query = Or(
            [Term(field, word) for word in dict.fromkeys(words) for field in ("headings", "body")], scale=_COVERAGE
        )
        hits = [Hit(hit["id"], float(hit.score)) for hit in self._searcher.search(query, limit=limit)]
        return sorted(hits, key=lambda hit: (-hit.score, hit.id))
