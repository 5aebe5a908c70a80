"""Rows of a comparison that has no table: sub-headings as dimensions, and what is said of each subject below them.

A paragraph or item that begins with a subject speaks of it; items below "Reasons for X:", below X's own sub-heading
or below a paragraph that sets X alone in bold do too. What does neither says nothing about one subject alone and makes
no row. Statements about two subjects that end in the same word ("Strict schema", "Flexible schema") are about it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import replace

from rapidfuzz import fuzz

from graph.names import fold_words
from graph.sentences import split_sentences
from ingest.claims import Row
from ingest.document import Block, BlockKind, MarkKind
from ingest.node_names import clean_name, has_proper_shape, strip_heading
from ingest.other_languages import CJK
from ingest.scope import Scope

__all__ = ["told_rows"]

_BEGINNING = 6  # words in which a subject's name has to begin: "Reasons for X", "When to use X"
_MAX_ROWS = 40
_SHORT_ASPECT = 40  # characters
_MAX_VALUE = 400
_SHORT = 10  # words of a statement whose last one can say what it is about
_TELLING = 4  # letters of such a word
_IS = re.compile(
    r"^(?:(?:is|are|means|refers to)\s+(?:an?\s+|the\s+)?|(?:es|son)\s+(?:una?\s+|el\s+|la\s+)?|(?:é|são)\s+(?:uma?\s+|[oa]\s+)?"
    r"|是指?(?:一种|一个)?)",
    re.IGNORECASE,
)
_CLAUSES = re.compile(
    r"[,;，；]\s*(?:(?:and|but|while|whereas|pero|mientras(?: que)?|mas|enquanto|já)\s+|而|但是?)?"
    r"|\s+(?:while|whereas|but|mientras que|enquanto)\s+",
    re.IGNORECASE,
)
_DIMENSION = re.compile(r"^(?P<name>[^:：]{1,30})[:：]\s*(?P<said>\S.*)$", re.DOTALL)
_WORD = re.compile(r"[A-Za-z0-9_.+#-]*[A-Za-z0-9_+#](?=[\u3040-\u9fff])|[\w.+#-]*[\w+#]")
_GLOSSED = re.compile(r"^[^():.]{2,40} \((?P<gloss>[^()]{2,20})\)\s*[:：]")  # "Proxmox VE (PVE): ..."
_ASPECT = re.compile(r"^(?P<name>[^.。!?]{1,40}?)\s*[:：]$")
_ALIKE = 75  # of 100; "Contêineres" is "Container", "Público" is not "Privado"
_BOLD_LINE = 7  # the level of a bold line that serves as a heading
_BEFORE = frozenset(
    "a an the reasons for when to use you your using choose pick if while with of on in other hand have we both deploying".split()
)


def told_rows(scope: Scope, index: int, names: Sequence[str]) -> tuple[Row, ...]:
    """Return one row for each statement about one of the names in the section, in reading order."""
    rows: list[Row] = []
    subject, dimension = -1, ""
    for block in _section(scope, index):
        plain = " ".join(block.text.plain.split())
        if block.kind is BlockKind.HEADING:
            subject = _subject(plain, names)[0]
            dimension = "" if subject >= 0 else clean_name(plain)
            continue
        about = _aspect(scope, block, names) or dimension
        if _is_aspect(block, plain, names):
            subject = -1
            continue
        said = list(_said(block, plain, names, about))
        for named, told in said:
            subject = named
            rows += told
        if said:
            continue
        if block.kind is BlockKind.ITEM:
            rows += _row(about, plain, subject, len(names), block) if subject >= 0 else ()
        elif block.kind is BlockKind.PARAGRAPH and (aspect := _ASPECT.match(plain)):
            subject, dimension = -1, strip_heading(aspect["name"])
        elif block.level != _BOLD_LINE and not dimension:
            subject = _in_bold(block, names)
    return tuple(_named_alike(_joined(rows)[:_MAX_ROWS]))


def _said(block: Block, plain: str, names: Sequence[str], about: str) -> Iterator[tuple[int, list[Row]]]:
    """Yield for each sentence that begins with a name which one, or -1 where it opposes two, and the rows that it makes."""
    for start, end in split_sentences(plain):
        opposed = _opposed(plain[start:end], names, about, block)
        if opposed is not None:
            yield -1, [opposed]
            continue
        named, rest = _subject(plain[start:end], names)
        if named < 0 and start == 0:
            named, rest = _spelt_alike(block, names, plain)
        if named >= 0:
            yield named, _row(about, rest, named, len(names), block)


def _joined(rows: Sequence[Row]) -> list[Row]:
    """Rows right below each other with one dimension, each of another side, are one."""
    joined: list[Row] = []
    for row in rows:
        if joined and _goes_on(joined[-1], row):
            last = joined[-1]
            values = tuple(a or b for a, b in zip(last.values, row.values, strict=True))
            joined[-1] = Row(row.name, values, last.first, row.last)
        else:
            joined.append(row)
    return joined


def _goes_on(last: Row, row: Row) -> bool:
    if row.name in ("", "definition") or (row.name, row.first) != (last.name, last.last + 1):
        return False
    return not any(a and b for a, b in zip(last.values, row.values, strict=True))


def _is_aspect(block: Block, plain: str, names: Sequence[str]) -> bool:
    """An item that has items of its own and names no side: "1. Deployment" over "- X: ..." and "- Y: ..."."""
    listed = block.kind is BlockKind.ITEM and block.end > block.last
    return listed and len(plain) <= _SHORT_ASPECT and _subject(plain, names)[0] < 0


def _aspect(scope: Scope, block: Block, names: Sequence[str]) -> str:
    """The dimension that the item above gives, or nothing."""
    if block.kind is not BlockKind.ITEM or block.parent < 0:
        return ""
    above = scope.document.blocks[block.parent]
    plain = " ".join(above.text.plain.split())
    return clean_name(plain) if _is_aspect(above, plain, names) else ""


def _opposed(text: str, names: Sequence[str], dimension: str, block: Block) -> Row | None:
    """`Persistence: X has snapshots, Y has none`: one row, where the clauses begin with two of the names or more."""
    lead = _DIMENSION.match(text)
    if lead and _subject(lead["name"], names)[0] < 0:
        dimension, text = clean_name(lead["name"]), lead["said"]
    values = [""] * len(names)
    current = -1
    for clause in _CLAUSES.split(text):
        named, rest = _subject(clause, names)
        if named >= 0 and not values[named]:
            current = named
            values[named] = rest
        elif current >= 0:
            values[current] += f", {clause.strip()}"
        else:
            return None
    values = [value.strip(" .。")[:_MAX_VALUE] for value in values]
    return Row(dimension, tuple(values), block.first, block.last) if sum(map(bool, values)) > 1 else None


def _spelt_alike(block: Block, names: Sequence[str], plain: str) -> tuple[int, str]:
    """The name that a text leads with in bold, spelt a little otherwise than where the names stand."""
    mark = next((mark for mark in block.text.marks if mark.kind is MarkKind.STRONG and mark.start == 0), None)
    if mark is None:
        return -1, ""
    lead = _plain_letters(block.text.plain[: mark.end])
    scores = sorted((fuzz.ratio(lead, _plain_letters(name)), number) for number, name in enumerate(names))
    (second, _), (best, number) = scores[-2:]
    sure = best >= _ALIKE and second < _ALIKE
    return (number, plain[mark.end :].strip(" *:：-–—.,")) if sure else (-1, "")


def _plain_letters(text: str) -> str:
    letters = unicodedata.normalize("NFKD", text.casefold())
    return "".join(c for c in letters if c.isalpha() and not unicodedata.combining(c))


def _in_bold(block: Block, names: Sequence[str]) -> int:
    """The one subject that a paragraph sets in bold, or -1."""
    plain = block.text.plain
    strong = [plain[mark.start : mark.end] for mark in block.text.marks if mark.kind is MarkKind.STRONG]
    found = {number for text in strong if (number := _subject(text, names)[0]) >= 0}
    return found.pop() if len(found) == 1 else -1


def _named_alike(rows: Sequence[Row]) -> Iterator[Row]:
    """Name the rows without a dimension after their last word, where another subject's statement ends in it too."""
    subjects: dict[str, set[int]] = {}
    for row in rows:
        if last := _last_word(row):
            subjects.setdefault(last, set()).add(next(i for i, value in enumerate(row.values) if value))
    spelt: dict[str, str] = {}
    for row in rows:
        last = _last_word(row)
        if last and len(subjects[last]) > 1:
            word = next(filter(None, row.values)).split()[-1].strip(".,;:!)")
            yield replace(row, name=spelt.setdefault(last, word))
        else:
            yield row


def _last_word(row: Row) -> str:
    """The last word of a short statement without a dimension, folded; empty where there is none that tells."""
    words = fold_words(next(filter(None, row.values), ""))
    told = not row.name and 1 < len(words) <= _SHORT and words[-1].isalpha() and len(words[-1]) >= _TELLING
    return words[-1] if told else ""


def _section(scope: Scope, index: int) -> Iterator[Block]:
    """Yield the blocks below a heading, its sub-headings' included, or those in an item."""
    blocks = scope.document.blocks
    above = blocks[index]
    for block in blocks[index + 1 :]:
        listed = above.kind is BlockKind.ITEM
        if (listed and block.first > above.end) or (block.kind is BlockKind.HEADING and block.level <= above.level):
            return
        if block.kind in (BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.ITEM):
            yield block


def _subject(text: str, names: Sequence[str]) -> tuple[int, str]:
    """Return which name the text begins with, and the words behind it; (-1, "") where it begins with none."""
    begins = [n for n, name in enumerate(names) if CJK.search(name) and text.startswith(name)]
    if begins:
        longest = max(begins, key=lambda n: len(names[n]))
        return longest, text[len(names[longest]) :].strip(" *:：-–—.,")
    glossed = _GLOSSED.match(text)
    if glossed and glossed["gloss"] in names:
        return names.index(glossed["gloss"]), text[glossed.end() :].strip()
    words = list(_WORD.finditer(text[:200]))[: _BEGINNING + 6]
    folded = ["".join(fold_words(word[0])) for word in words]
    for place in range(min(_BEGINNING, len(words))):
        size, number = _named_at(folded[place:], names)
        if size:
            end = words[place + size - 1].end()
            whole = bool(CJK.match(text[end:]))  # without a sign between them the sentence is not cut
            return number, text if whole else text[end:].strip(" *:：-–—.,")
        if words[place][0].casefold() not in _BEFORE:
            break
    return -1, ""


def _named_at(folded: Sequence[str], names: Sequence[str]) -> tuple[int, int]:
    """How many of the words are the longest of the names that they begin with, and which one it is."""
    found = [
        (size, -number)
        for number, name in enumerate(names)
        for wanted in _said_as(name, names)
        if (size := _words_of("".join(wanted), folded))
    ]
    size, number = max(found, default=(0, 0))
    return size, -number


def _words_of(name: str, folded: Sequence[str]) -> int:
    """How many of the words make up the name, wherever a hyphen parts them; 0 where they do not."""
    joined = ""
    for count, word in enumerate(folded, 1):
        joined += word
        if not name.startswith(joined):
            return 0
        if joined == name:
            return count
    return 0


def _said_as(name: str, names: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """The words of a name, and those without the first, mostly a vendor's, where they tell it from the other names."""
    whole = fold_words(name)
    yield whole
    if len(whole) > 1 and all(fold_words(other)[-1:] == whole[-1:] for other in names):
        yield whole[:-1]  # "Vertical" of vertical and horizontal scaling
    rest = whole[1:]
    shared = any(fold_words(other)[-len(rest) :] == rest for other in names if other != name)
    if rest and not shared and (len(rest) > 1 or has_proper_shape(name.rsplit(maxsplit=1)[-1])):
        yield rest


def _row(dimension: str, said: str, subject: int, count: int, block: Block) -> list[Row]:
    """One row with one value; a definition is named as such where nothing else names the dimension."""
    defined = _IS.match(said)
    value = said[defined.end() :] if defined and not dimension else said
    value = value.strip(" .")[:_MAX_VALUE]
    if not value or said.endswith((":", "：")):
        return []
    name = dimension or ("definition" if defined else "")
    return [Row(name, tuple(value if i == subject else "" for i in range(count)), block.first, block.last)]
