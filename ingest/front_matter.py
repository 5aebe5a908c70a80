"""YAML front matter: what a note says of itself before its text."""

from __future__ import annotations

import re
from collections.abc import Mapping

import yaml

from graph.note_lines import LINE_END
from ingest.document import Diagnostic, FrontMatter

__all__ = ["FrontMatterRead", "read_front_matter"]

FrontMatterRead = tuple[FrontMatter, int, tuple[Diagnostic, ...]]
"""The front matter, the offset at which the note's text begins, and what is to be said of it."""

_BLOCK = re.compile(
    r"\A(?P<blank>[ \t\r\n]*?)---[ \t]*(?:\r\n|\n|\r)(?P<body>.*?)^(?:---|\.\.\.)[ \t]*(?:\r\n|\n|\r|\Z)",
    re.DOTALL | re.MULTILINE,
)
_COMMENT = re.compile(r"#+ ?[\w-]+(?: [\w-]+){0,3}:")  # "# title: X", a key that is left out
_KEY = re.compile(r"""(?P<quote>["']?)(?P<key>[^\s#"'\-\[\]{}&*!|>%@`][^\n:"']*?)(?P=quote)[ \t]*:(?=\s|\Z)""")
_MAX_LENGTH = 1 << 16  # characters; a longer block is no metadata that a person wrote
_MAX_BRACKETS = 2_000  # libyaml nests without end; nobody writes this many
_MAX_VALUES = 20_000  # aliases can multiply a short text a billion times
_MAX_DEPTH = 20


class _Loader(yaml.CSafeLoader):
    """Safe YAML without surprises: dates, floats, `yes` and `12:30` stay the strings that were written."""


_Loader.yaml_implicit_resolvers = {}
for _tag, _pattern, _firsts in (
    ("tag:yaml.org,2002:bool", r"^(?:true|True|TRUE|false|False|FALSE)$", "tTfF"),
    ("tag:yaml.org,2002:int", r"^-?(?:0|[1-9][0-9]{0,17})$", "-0123456789"),
    ("tag:yaml.org,2002:null", r"^(?:~|null|Null|NULL|)$", ["~", "n", "N", ""]),
    ("tag:yaml.org,2002:merge", r"^<<$", "<"),
):
    _Loader.add_implicit_resolver(_tag, re.compile(_pattern), list(_firsts))


def read_front_matter(source: str) -> FrontMatterRead:
    """Split a note's front matter from its text. Never fails: what YAML cannot read is told in a diagnostic."""
    match = _find_block(source)
    if match is None:
        return FrontMatter(), 0, ()
    first = 1 + len(LINE_END.findall(match["blank"]))
    lines = LINE_END.split(match["body"])
    diagnostics = []
    if first > 1:
        diagnostics.append(Diagnostic(first, "front matter after a blank line: read all the same"))
    key_lines: dict[str, int] = {}
    for number, line in enumerate(lines, first + 1):
        key = _KEY.match(line)
        if key:
            name = key["key"].lower()
            if name in key_lines:
                diagnostics.append(Diagnostic(number, f"front matter has the key {name!r} twice: the last holds"))
            key_lines[name] = number
    values = _read_values(lines, first, key_lines, diagnostics)
    last = first + len(LINE_END.findall(match["body"])) + 1
    return FrontMatter(values, key_lines, first, last), match.end(), tuple(diagnostics)


def _find_block(source: str) -> re.Match[str] | None:
    if not source[:200].lstrip().startswith("---"):
        return None
    match = _BLOCK.match(source[: _MAX_LENGTH + 200])
    if match is None:
        return None
    lines = [line for line in LINE_END.split(match["body"]) if line.strip()]
    first_key = next(filter(_KEY.match, lines), None)
    if first_key is not None:  # a paragraph between two rules has no key in its first line
        return match if first_key == next((line for line in lines if not line.startswith("#")), "") else None
    return match if all(map(_COMMENT.match, lines)) and not match["blank"] else None


def _read_values(
    lines: list[str], first: int, key_lines: Mapping[str, int], diagnostics: list[Diagnostic]
) -> Mapping[str, object]:
    body = "\n".join(lines)
    if body.count("[") + body.count("{") + body.count("- -") > _MAX_BRACKETS:
        diagnostics.append(Diagnostic(first, "front matter nests too deep to be read"))
        return {}
    try:
        return _mapping(_load(body))
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        mark = getattr(error, "problem_mark", None)
        line = first + 1 + (mark.line if mark else 0)
        reason = getattr(error, "problem", None) or str(error)
        diagnostics.append(Diagnostic(line, f"front matter is not valid YAML ({reason}): read key by key"))
    values: dict[str, object] = {}
    keys = sorted(key_lines.items(), key=lambda item: item[1])
    stops = [line for _, line in keys[1:]] + [first + 1 + len(lines)]
    for (key, start), stop in zip(keys, stops, strict=True):
        chunk = lines[start - first - 1 : stop - first - 1]
        try:
            values.update(_mapping(_load("\n".join(chunk))))
        except (yaml.YAMLError, ValueError, RecursionError):
            values[key] = _as_written(chunk)
            diagnostics.append(Diagnostic(start, f"front matter key {key!r}: no valid YAML, read as it is written"))
    return values


def _as_written(chunk: list[str]) -> str | list[str]:
    """Read a value that YAML refuses (`title: a: b`, `- @name`) as what its author saw: a text or a list of texts."""
    head = chunk[0].partition(":")[2].strip().strip("\"'")
    items = [line.strip() for line in chunk[1:] if line.strip()]
    if head or not items:
        return " ".join([head, *items])
    return [item.removeprefix("-").strip().strip("\"'") for item in items]


def _load(body: str) -> object:
    return yaml.load(body, Loader=_Loader)  # noqa: S506  # a subclass of the safe loader


def _mapping(loaded: object) -> dict[str, object]:
    if loaded is None:
        return {}
    if not isinstance(loaded, dict):
        raise ValueError("it is no mapping")
    budget = [_MAX_VALUES]
    return {str(key).lower(): _plain(value, _MAX_DEPTH, budget) for key, value in loaded.items()}  # Title, title


def _plain(value: object, depth: int, budget: list[int]) -> object:
    budget[0] -= 1
    if not depth or budget[0] < 0:
        raise ValueError("it nests too deep or repeats itself too often")
    if isinstance(value, dict):
        return {str(key): _plain(inner, depth - 1, budget) for key, inner in value.items()}
    if isinstance(value, (list, tuple)):
        return [_plain(inner, depth - 1, budget) for inner in value]
    return value if isinstance(value, (str, bool, int)) or value is None else str(value)
