"""What can go wrong, said so that a person knows what, where and what to try.

Every error of the project derives from `KnotworkError`. Messages are lower case without a full stop; the
offending value stands in `repr`; `hint` is the remedy, shown after the message on every surface.
"""

from __future__ import annotations

from collections.abc import Sequence

__all__ = [
    "BadRequest",
    "ComparisonSize",
    "ConceptNotFound",
    "KnotworkError",
    "KnowledgeBaseMissing",
    "KnowledgeBaseUnreadable",
    "KnowledgeBaseUnwritable",
    "NoteNotFound",
]


class KnotworkError(Exception):
    """Base of all errors that Knotwork raises on purpose; `code` names the class in JSON answers."""

    code = "error"
    hint = ""


class ConceptNotFound(KnotworkError, LookupError):
    """No concept has this id or name; `close` holds the nearest known names."""

    code = "concept_not_found"

    def __init__(self, name: str, close: Sequence[str] = ()) -> None:
        super().__init__(name, tuple(close))
        self.name = name
        self.close = tuple(close)

    @property
    def hint(self) -> str:  # type: ignore[override]  # the remedy depends on what is close
        """Name the nearest, or say where to look."""
        if self.close:
            return f"did you mean {' or '.join(map(repr, self.close))}?"
        return "search for it: knotwork search"

    def __str__(self) -> str:
        return f"no concept is called {self.name!r}"


class NoteNotFound(KnotworkError, LookupError):
    """The knowledge base holds no note with this path."""

    code = "note_not_found"
    hint = "paths are relative to the notes root, such as aws/sqs.md"

    def __init__(self, path: str) -> None:
        super().__init__(path)
        self.path = path

    def __str__(self) -> str:
        return f"no note has the path {self.path!r}"


class BadRequest(KnotworkError, ValueError):
    """A value from outside cannot be used: `name` says which, `value` what it was, `wanted` what would do."""

    code = "bad_request"

    def __init__(self, name: str, value: str, wanted: str) -> None:
        super().__init__(name, value, wanted)
        self.name = name
        self.value = value
        self.wanted = wanted

    @property
    def hint(self) -> str:  # type: ignore[override]  # the remedy depends on the parameter
        """Say what the parameter takes."""
        return f"{self.name} takes {self.wanted}"

    def __str__(self) -> str:
        return f"{self.name} cannot be {self.value!r}"


class ComparisonSize(KnotworkError, ValueError):
    """A comparison takes two to six different concepts."""

    code = "comparison_size"
    hint = "name two to six different concepts"

    def __init__(self, labels: Sequence[str]) -> None:
        super().__init__(tuple(labels))
        self.labels = tuple(labels)

    def __str__(self) -> str:
        if len(self.labels) == 1:
            return f"{self.labels[0]!r} cannot be compared with itself"
        return f"a comparison of {len(self.labels)} concepts was asked for"


class KnowledgeBaseMissing(KnotworkError, LookupError):
    """There is no knowledge base in this directory."""

    code = "knowledge_base_missing"
    hint = "build one: knotwork build NOTES, or name another directory with --kb"

    def __init__(self, directory: str) -> None:
        super().__init__(directory)
        self.directory = directory

    def __str__(self) -> str:
        return f"no knowledge base in {self.directory!r}"


class KnowledgeBaseUnreadable(KnotworkError):
    """The knowledge base is damaged or of another version; `reason` says which."""

    code = "knowledge_base_unreadable"
    hint = "it can be made anew at any time: delete the directory and run knotwork build NOTES"

    def __init__(self, directory: str, reason: str) -> None:
        super().__init__(directory, reason)
        self.directory = directory
        self.reason = reason

    def __str__(self) -> str:
        return f"the knowledge base in {self.directory!r} cannot be read: {self.reason}"


class KnowledgeBaseUnwritable(KnotworkError):
    """The knowledge base cannot be written where it was asked for."""

    code = "knowledge_base_unwritable"
    hint = "check the directory's permissions and free space, or name another with --kb"

    def __init__(self, directory: str, reason: str) -> None:
        super().__init__(directory, reason)
        self.directory = directory
        self.reason = reason

    def __str__(self) -> str:
        return f"cannot write the knowledge base in {self.directory!r}: {self.reason}"
