"""Where the lines of a note end, so that all who count them count the same."""

from __future__ import annotations

import re

__all__ = ["LINE_END", "split_lines"]

LINE_END = re.compile(r"\r\n|\n|\r")  # not what splitlines() takes: it also breaks at U+2028, form feeds and more


def split_lines(text: str) -> list[str]:
    """Return the lines of a note without their ends: LF, CRLF and CR end one."""
    return LINE_END.split(text) if "\r" in text else text.split("\n")
