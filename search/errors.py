"""What can go wrong in search."""

from __future__ import annotations

from graph.errors import KnotworkError

__all__ = ["EngineMissing"]


class EngineMissing(KnotworkError):
    """The search engine that was asked for, or that made the index, is not installed."""

    code = "engine_missing"
    hint = "install it: pip install 'knotwork[fast]', or build with --engine whoosh"

    def __init__(self, engine: str) -> None:
        super().__init__(engine)
        self.engine = engine

    def __str__(self) -> str:
        return f"the search engine {self.engine!r} is not installed"
