"""What a note is called and what it is about, by its front matter, its headings at the top and its file's name."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator

from graph.model import Confidence
from ingest.abbreviations import is_gloss_of, looks_like_abbreviation
from ingest.claims import Cite, Defined, Linked, SameThing, Thing
from ingest.document import Block, BlockKind, Document
from ingest.lead_terms import lead_term
from ingest.list_headings import whose_kinds
from ingest.name_weight import says_of_text
from ingest.node_names import clean_name, is_generic, is_name
from ingest.rules.front_matter_keys import names_itself, read_front_matter_keys
from ingest.task_names import is_task
from ingest.title_paths import NAMESPACE, area_of, last_in_path
from ingest.topic_headings import asked_of, configured, split_gloss
from ingest.topics import Topic

__all__ = ["note_title", "own_topic", "title_claims"]

_RULE = "note title"
_IS = re.compile(r"\s+(?:is|are)\s+(?:an?|the)\s")
# "Kafka Common Terms" is a note on Kafka, "18_VPN" on VPN, "DB - 6. lecture - Trees" on nothing that its first word names.
_TERMS = re.compile(
    r"\s+(?:(?:common|key|basic|important)\s+)?(?:terms|terminology|glossary|vocabulary|overview|basics|introduction)$"
    r"|^\d+[_. -]+(?=[A-Z])",
    re.IGNORECASE,
)
_COURSE = re.compile(r"\s[-–—]\s.*\b(?:lecture|lesson|week|chapter|session|module|unit)\b", re.IGNORECASE)


def note_title(document: Document) -> str:
    """Return the front matter's title, else the first heading if it is the only one of its rank at the top and no mere
    "Introduction", else the file's name."""
    given = document.front_matter.values.get("title")
    if isinstance(given, str) and given.strip():
        return clean_name(given) or given.strip()
    tops = _tops(document)
    heading = clean_name(tops[0].text.plain) if len(tops) == 1 else ""
    return heading if heading and not is_generic(heading) else _file_name(document).replace(NAMESPACE, "/")


def own_topic(document: Document, title: str) -> Topic | None:
    """Return what the note is about: its title where front matter says so, or where no heading above the second rank says
    otherwise. Headings that say only what part of the text they are ("Introduction") say nothing of it."""
    file_name = _file_name(document)
    if title == file_name.replace(NAMESPACE, "/"):
        title = file_name  # its steps are parted there
    title = asked_of(configured(title))
    title = whose_kinds(title) or title  # "Types of Firewall" is on firewalls
    name, area = _name_and_area(title, file_name)
    if _COURSE.search(title) or not _is_matter(name):
        return _opening_subject(document)
    if not (area is not None or _stands_over_parts(document, name) or names_itself(document)):
        return None
    return _titled_topic(document, name, area or "")


def _name_and_area(title: str, file_name: str) -> tuple[str, str | None]:
    """What a title names and the area that its path puts that in; no area where the title is no path."""
    bare = _TERMS.sub("", title)
    short, gloss = split_gloss(bare)
    twice = _names_twice(short, gloss)
    name = short if twice or not is_name(title) else bare
    return last_in_path(name) if title == file_name and not twice and area_of(title) else (name, None)


def _is_matter(name: str) -> bool:
    return is_name(name) and not is_generic(name) and not is_task(name)


def _stands_over_parts(document: Document, name: str) -> bool:
    """Whether the headings of the first rank leave it to the title to name the matter: there is none, or one that names a part
    of the text. But "AWS exam notes" are on many things."""
    tops = _tops(document)
    return not tops or (any(is_generic(top.text.plain) for top in tops) and not says_of_text(name))


def _titled_topic(document: Document, name: str, area: str) -> Topic | None:
    line = document.front_matter.key_lines.get("title", 0)
    if line:
        return Topic(name, area, line, document.lines(line, line).strip(), -1)
    first = next((block.first for block in document.blocks), 0)
    own = names_itself(document) or _is_written_as_title(name)
    return Topic(name, area, first, document.lines(first, first).strip(), -1) if first and own else None


def title_claims(document: Document, topic: Topic | None, title: str) -> Iterator[Thing | SameThing | Linked | Defined]:
    """Yield what the title and the front matter say of the note's own topic."""
    if topic is None:
        return
    cite = Cite(topic.line, topic.line, topic.text, _RULE, Confidence.EXPLICIT)
    yield Thing(topic.name, topic.owner, "", cite)
    name, gloss = split_gloss(title)
    if name == topic.name and _names_twice(name, gloss):
        yield SameThing(topic.ref, gloss, cite)
    yield from read_front_matter_keys(document, topic.ref)


def _tops(document: Document) -> list[Block]:
    return [block for block in document.blocks if block.kind is BlockKind.HEADING and block.level == 1]


def _file_name(document: Document) -> str:
    return posixpath.splitext(posixpath.basename(document.note))[0]


def _is_written_as_title(file_name: str) -> bool:
    """A vault names its notes as it names its things, "Visibility Timeout"; `getting-started` and `README_old` are files."""
    return file_name[0].isupper() and "_" not in file_name and (" " in file_name or "-" not in file_name)


def _opening_subject(document: Document) -> Topic | None:
    """`**Online Boutique** is a demo application ...` before any heading, in a note whose title names nothing."""
    for block in document.blocks:
        if block.kind is BlockKind.HEADING:
            return None
        lead = lead_term(block.text) if block.kind is BlockKind.PARAGRAPH else None
        if lead and lead.marked and not lead.start and is_name(lead.name) and _IS.match(block.text.plain, lead.end):
            return Topic(lead.name, "", block.first, document.lines(block.first, block.first).strip(), -1)
    return None


def _names_twice(name: str, gloss: str) -> bool:
    """`Infrastructure as Code (IaC)`; a name in another script has no letters that could be compared."""
    if not is_name(name) or not is_name(gloss):
        return False
    translated = not name.isascii() and looks_like_abbreviation(gloss)
    return translated or is_gloss_of(name, gloss) or is_gloss_of(gloss, name)
