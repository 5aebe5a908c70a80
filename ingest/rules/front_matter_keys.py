"""Front matter: title, aliases, tags and type, and relations that the author names ("depends_on: [X]")."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.model import Confidence, UnreadKey
from graph.neighbourhood import HIDDEN_TAG
from graph.relation_types import RelationType
from ingest.claims import Cite, Defined, Linked, SameThing
from ingest.document import Document
from ingest.node_names import clean_name, is_name, is_nameable
from ingest.rules.links import relation_name

__all__ = ["find_unread_keys", "names_itself", "note_aliases", "note_tags", "read_front_matter_keys"]

_RULE = "front matter"
_PLAIN_KEYS = frozenset(
    [
        HIDDEN_TAG,
        "title",
        "aliases",
        "alias",
        "tags",
        "tag",
        "type",
        "description",
        "permalink",
        "date",
        "created",
        "updated",
        "modified",
        "draft",
        "publish",
        "layout",
        "author",
        "authors",
        "categories",
        "category",
        "slug",
        "weight",
        "url",
        "id",
        "status",
        "class",
        "classes",
        "cssclass",
        "cssclasses",
        "keywords",
    ]
)
_RELATION_KEY = re.compile(
    r"^(?:related|uses|requires|[a-z]+(?:[_ -][a-z]+)*[_ -](?:on|by|with|of|to|in|from|a))$", re.I
)
_WIKILINK = re.compile(r"\[\[([^\]]+)\]\]")


def note_tags(document: Document) -> tuple[str, ...]:
    """Return the note's tags, without `#`, sorted."""
    values = document.front_matter.values
    raw = [*_strings(values.get("tags")), *_strings(values.get("tag"))]
    if values.get(HIDDEN_TAG) is True:
        raw.append(HIDDEN_TAG)  # as if tagged so: maps leave its concept out
    tags = {part.strip("[]\"' ").lstrip("#") for text in raw for part in re.split(r"[,\s]+", text)}
    return tuple(sorted(tag for tag in tags if tag))


def note_aliases(document: Document) -> tuple[str, ...]:
    """Return the other names that the note gives itself, sorted."""
    values = document.front_matter.values
    raw = [*_strings(values.get("aliases")), *_strings(values.get("alias"))]
    return tuple(sorted({alias.strip() for text in raw for alias in text.split(",") if alias.strip()}))


def names_itself(document: Document) -> bool:
    """Return whether front matter says that the note is about one concept: it has aliases, a type or relations."""
    keys = document.front_matter.values
    return any(key in keys for key in ("aliases", "alias", "type", "related")) or any(map(_is_relation_key, keys))


def read_front_matter_keys(document: Document, title: str) -> Iterator[SameThing | Linked | Defined]:
    """Yield what the accepted keys say about the concept `title`."""
    values = document.front_matter.values
    for key in ("aliases", "alias"):
        for alias in _strings(values.get(key)):
            for name in filter(is_name, map(clean_name, alias.split(","))):
                yield SameThing(title, name, _cite(document, key, alias))
    for description in _strings(values.get("description"))[:1]:
        yield Defined(title, description, _cite(document, "description", description))
    for key in filter(_is_relation_key, sorted(values)):
        kind = str(RelationType.LINKS_TO) if key.casefold() == "related" else relation_name(key)
        phrase = key.replace("_", " ") if kind != RelationType.LINKS_TO else "related to"
        for value in _strings(values[key]):
            cite = _cite(document, key, value)
            yield from (Linked(title, kind, phrase, page, True, cite) for page in _pages(value))


def _pages(value: str) -> list[str]:
    """The pages that a value names: those in wikilinks, where it has any, else names parted by commas."""
    return _WIKILINK.findall(value) or list(filter(_is_page, map(clean_name, value.split(","))))


def _is_page(value: str) -> bool:
    """A name or a note's path; an address on the site that the notes become is neither."""
    return is_nameable(value) and not value.endswith((".html", ".htm")) and not value.startswith("/")


def find_unread_keys(document: Document) -> Iterator[UnreadKey]:
    """Yield the keys with a value that name no relation and are none of the usual ones."""
    lines = document.front_matter.key_lines
    for key, value in sorted(document.front_matter.values.items()):
        if value not in (None, "", []) and key.casefold() not in _PLAIN_KEYS and not _is_relation_key(key):
            linked = any(_WIKILINK.search(text) for text in _strings(value))
            yield UnreadKey(document.note, lines.get(key, document.front_matter.first), key, linked)


def _is_relation_key(key: str) -> bool:
    return key.casefold() not in _PLAIN_KEYS and bool(_RELATION_KEY.match(key))


def _strings(value: object) -> list[str]:
    if isinstance(value, str):
        return [value]
    return [item for item in value if isinstance(item, str)] if isinstance(value, list) else []


def _cite(document: Document, key: str, value: str) -> Cite:
    """The line of the value within the key's lines; the key's own line where the value is folded over several."""
    first = document.front_matter.key_lines.get(key, document.front_matter.first)
    wanted = "".join(value.split())
    for line in range(first, document.front_matter.last):
        text = document.lines(line, line).strip()
        if wanted in "".join(text.split()):
            return Cite(line, line, text, _RULE, Confidence.EXPLICIT)
    return Cite(first, first, document.lines(first, first).strip(), _RULE, Confidence.EXPLICIT)
