"""Headings that set concepts side by side: "SNS vs SQS", "Scan vs. Query", "Difference between A and B"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from graph.model import Confidence
from graph.names import fold_words
from ingest.claims import Compared, Row, SameThing
from ingest.compared_names import Side, compared_names
from ingest.document import Block, BlockKind, MarkKind
from ingest.node_names import clean_name, is_name, strip_heading
from ingest.other_languages import CJK
from ingest.rules.comparison_tables import column_rows, subject_rows, without_remarks
from ingest.rules.told_rows import told_rows
from ingest.scope import Scope

__all__ = ["read_versus_headings"]

_RULE = "versus heading"
_COMPARISON = re.compile(
    r"(?:^|[^,] )(?:comparison|compared|differences?)(?=\W*$| (?:of|between|table|chart|matrix|with)\b)|\b(?:vs\.?|versus)\b|比較|違い|对比|比较",
    re.IGNORECASE,
)
_JOINED = re.compile(
    r"^(?P<a>[^,，、]{2,40}?)\s*(?:\s(?:&|and|y|e)\s|和|与|與|跟|及)\s*(?P<b>[^,，、]{2,40})$", re.IGNORECASE
)
_FROM_TOPIC = re.compile(
    r"^(?:(?:differences?|comparison) (?:between|from|to|with)|versus|vs\.?|compared (?:to|with)) (?P<other>[A-Z][\w.+#-]*(?: [A-Z][\w.+#-]*){0,3})$",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"[.,;:。，；](?:\s|$)|\s(?:son|are|is|es|são|is that|es que)\s", re.IGNORECASE)
_VERSUS = re.compile(r"\s(?:vs\.?|versus)\s", re.IGNORECASE)
_NUMBERED = re.compile(r"^(?:Q\s*)?\d+[.):]\s*|^Q[.:]\s*", re.IGNORECASE)
_DIFFERENCE = re.compile(r"\b(?:differences?|diferencias?|diferen[çc]as?) (?:between|entre)\b|区别|違い", re.IGNORECASE)
# A heading that says that something is compared, and not what.
_BARE = re.compile(
    r"^\W*(?:(?:key|main|principal(?:es|is)?)\s+)?(?:differences?|diferencias?|diferen[çc]as?|comparison|comparaci[óo]n|compara[çc][ãa]o|区别|对比|\d*点?不同|差异)"
    r"(?:\s+(?:clave|chave|principal(?:es|is)?))?(?:\s+[ye]\s+.*)?\W*$",
    re.IGNORECASE,
)
_LATIN = re.compile(r"(?<![A-Za-z0-9_-])[A-Z][A-Za-z0-9.+#]*[A-Za-z0-9+#](?![A-Za-z-])")
_LEAST = 3  # statements that name both sides
_LONGEST_LEAD = 80
_PLACED = re.compile(r" (?:in|em|en|no|na|for|para) ", re.IGNORECASE)
_MAX_NAMES = 6
_AROUND = 40  # lines below a heading in which the names may be written out


def read_versus_headings(scope: Scope) -> Iterator[Compared | SameThing]:
    """Yield a comparison for each such heading or bold lead, with rows from the table, lists or sentences below it."""
    for index, _ in scope.blocks(BlockKind.HEADING):
        side = _sides(scope, index)
        if side is not None:
            told = _compared(scope, index, side)
            yield told
            yield from without_remarks(told.subjects, told.owner, told.cite)
    for index, block in scope.blocks(BlockKind.ITEM, BlockKind.PARAGRAPH):
        lead = _versus_lead(scope, index)
        side = compared_names(lead, _around(scope, block)) if lead else None
        if side is not None:
            yield _compared_by_lead(scope, index, lead, side)


def _sides(scope: Scope, index: int) -> Side | None:
    """What a heading compares: by its own words, by what stands below it, or with the topic above."""
    block = scope.document.blocks[index]
    side = compared_names(block.text.plain, _around(scope, block)) or _sides_below(scope, index)
    return side or _sides_told(scope, index) or _sides_joined(scope, index) or _topic_and(scope, index)


def _compared_by_lead(scope: Scope, index: int, lead: str, side: Side) -> Compared:
    block, about = scope.document.blocks[index], scope.about(index)
    cite = scope.cite(index, _RULE, Confidence.EXPLICIT)
    rows = told_rows(scope, index, side.names) if block.kind is BlockKind.ITEM else ()
    last = max(cite.last, *(row.last for row in rows)) if rows else cite.last
    owner = side.owner or (about.ref if about else "")
    return Compared(clean_name(lead), side.names, owner, rows, cite, last)


def _stands_over(scope: Scope, index: int) -> bool:
    """Whether an item has others below it, or a line a list right behind it."""
    blocks = scope.document.blocks
    block = blocks[index]
    if block.kind is BlockKind.ITEM:
        return block.end > block.last
    following = blocks[index + 1] if index + 1 < len(blocks) else None
    near = following is not None and following.first <= block.last + 2
    return near and following is not None and following.kind is BlockKind.ITEM and following.parent < 0


def _versus_lead(scope: Scope, index: int) -> str:
    """The bold words that a text begins with, or the whole of a line `A vs B` over others."""
    block = scope.document.blocks[index]
    plain = block.text.plain
    bold = next((mark for mark in block.text.marks if mark.kind is MarkKind.STRONG), None)
    if bold is not None and bold.start == 0:
        return "" if _goes_on(plain, bold.end) else plain[: bold.end].rstrip(" :")
    if len(plain) > _LONGEST_LEAD:
        return ""
    asked = _NUMBERED.sub("", plain.strip())
    if asked.endswith("?") and _DIFFERENCE.search(asked):
        return asked
    whole = _VERSUS.search(plain) and (plain.rstrip().endswith(":") or _stands_over(scope, index))
    return plain.rstrip(" :") if whole else ""


def _goes_on(plain: str, end: int) -> bool:
    """`**Users or groups** can be`, `**X or Y**, or others`."""
    behind = plain[end : end + 2].strip()[:1]
    return (behind.islower() or behind == ",") and not _VERSUS.search(plain[:end])


def _compared(scope: Scope, index: int, side: Side) -> Compared:
    block, about = scope.document.blocks[index], scope.about(index)
    names, rows, last = _rows(scope, index, _as_listed(scope, index, side.names))
    cite = scope.cite(index, _RULE, Confidence.EXPLICIT)
    owner = side.owner or (about.ref if about else "")
    return Compared(clean_name(block.text.plain), names, owner, rows, cite, max(last, cite.last))


def _as_listed(scope: Scope, index: int, names: tuple[str, ...]) -> tuple[str, ...]:
    """`Standard vs. Premium Disk Storage` over "**Standard Disks**" and "**Premium Disks**": the names that the list uses."""
    leads = [scope.topics.leads[i] for i in scope.members.get(index, ()) if scope.document.blocks[i].parent < 0]
    marked = [lead.name for lead in leads if lead is not None and lead.marked]
    said = {word for name in names for word in fold_words(name)}
    listed = [_listed_name(name, marked, said) for name in names]
    return tuple(listed) if all(listed) else names


def _listed_name(name: str, marked: list[str], said: set[str]) -> str:
    """The longer name that the list has for one of the sides; empty where it has none, or several."""
    words = fold_words(name)
    fit = [lead for lead in marked if fold_words(lead)[:1] == words[:1] and said.issuperset(fold_words(lead))]
    return fit[0] if len(fit) == 1 and " " in fit[0] and fold_words(fit[0]) != words else ""


def _around(scope: Scope, block: Block) -> str:
    lines = len(scope.document.line_starts)
    return scope.document.lines(min(block.last + 1, lines), min(block.last + _AROUND, lines))


def _sides_below(scope: Scope, index: int) -> Side | None:
    """`Mechanisms Comparison` over two to six headings one step below: these are what is compared."""
    block = scope.document.blocks[index]
    if not _COMPARISON.search(block.text.plain):
        return None
    below = [scope.document.blocks[i] for i in scope.members.get(index, ())]
    heads = [clean_name(head.text.plain.partition("(")[0]) for head in below if head.kind is BlockKind.HEADING]
    told = 2 <= len(heads) <= _MAX_NAMES and all(is_name(name) for name in heads) and len(set(heads)) == len(heads)
    return Side(tuple(heads)) if told else None


def _topic_and(scope: Scope, index: int) -> Side | None:
    """`Difference between App Engine`, `Comparison with X` below another thing: the two."""
    about = scope.about(index)
    found = _FROM_TOPIC.match(strip_heading(scope.document.blocks[index].text.plain))
    other = clean_name(found["other"]) if found else ""
    if about is None or not is_name(other) or fold_words(other) == fold_words(about.name):
        return None
    return Side((about.name, other))


def _sides_told(scope: Scope, index: int) -> Side | None:
    """`Differences` over statements that each name the same two things, or one that says between what the differences are."""
    if not _BARE.match(scope.document.blocks[index].text.plain):
        return None
    below = [scope.document.blocks[i] for i in scope.members.get(index, ())]
    texts = [b.text.plain for b in below if b.kind in (BlockKind.ITEM, BlockKind.PARAGRAPH)]
    said = next(filter(None, map(_sides_between, texts)), None)
    if said is not None:
        return said
    counts = Counter(name for text in texts for name in {*_LATIN.findall(text)})
    common = [name for name, count in counts.items() if count >= max(_LEAST, 0.75 * len(texts))]
    return Side(tuple(sorted(common, key=texts[0].find))) if len(common) == 2 else None


def _sides_between(text: str) -> Side | None:
    """`The difference between A and B is ...`."""
    said = _DIFFERENCE.search(text)
    return compared_names(_SENTENCE_END.split(text[said.start() :])[0]) if said else None


def _sides_joined(scope: Scope, index: int) -> Side | None:
    """`HashMap和Hashtable`, `Vertical & Horizontal Scaling` over two statements or more on each: set side by side."""
    block = scope.document.blocks[index]
    found = _JOINED.match(strip_heading(block.text.plain))
    if found is None:
        return None
    side = compared_names(_opposed(scope, found["a"], found["b"]), _around(scope, block))
    if side is None or not (CJK.search(found[0]) or len({fold_words(name)[-1] for name in side.names}) == 1):
        return None  # "Regions and Zones" are two matters of one section
    rows = told_rows(scope, index, side.names)
    told = [sum(1 for row in rows if row.values[place]) for place in range(2)]
    return side if min(told) >= 2 and max(told) <= 2 * min(told) else None


def _opposed(scope: Scope, a: str, b: str) -> str:
    """`Vertical & Horizontal Scaling` opposes two of one kind; "Redis & Apache Kafka" share nothing."""
    shared = len(b.split()) == len(a.split()) + 1 and not scope.proper.holds(a)
    return f"{a} {b.rsplit(maxsplit=1)[-1]} vs {b}" if shared else f"{a} vs {b}"


def _rows(scope: Scope, index: int, names: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[Row, ...], int]:
    for table in _tables(scope, index):
        if table.header is None:
            continue
        header = [clean_name(cell.text.plain) for cell in table.header.cells]
        order = _columns(names, header)
        if order is not None:
            longer = tuple(_longer(name, header[column]) for name, column in zip(names, order, strict=True))
            return longer, column_rows(table, order, names=0 if 0 not in order else None), table.last
        listed, rows = subject_rows(table)
        if listed and _columns(names, list(listed)) is not None:
            return listed, rows, table.last
    rows = told_rows(scope, index, names)
    return names, rows, max((row.last for row in rows), default=0)


def _tables(scope: Scope, index: int) -> Iterator[Block]:
    """The tables right below the heading, then those below its sub-headings."""
    deeper: list[Block] = []
    for place in scope.members.get(index, ()):
        block = scope.document.blocks[place]
        if block.kind is BlockKind.TABLE:
            yield block
        elif block.kind is BlockKind.HEADING:
            deeper += _tables(scope, place)
    sides = compared_names(scope.document.blocks[index].text.plain)
    count = len(sides.names) if sides else 0
    yield from (table for table in deeper if table.header and len(table.header.cells) in (count, count + 1))


def _longer(name: str, cell: str) -> str:
    """The column's own heading where it says more than the section's: `Docker` over a column `Docker Containers`."""
    bare = cell.partition("(")[0].strip()  # "ETL (Traditional)" is ETL
    if bare and _PLACED.match(name.removeprefix(bare)):
        return bare  # "Interface in Java" over a column "Interface"
    return cell if len(fold_words(bare)) > len(fold_words(name)) and is_name(bare) else name


def _columns(names: tuple[str, ...], header: list[str]) -> list[int] | None:
    """Return which column holds each name, or None where the header does not hold them all."""
    order: list[int] = []
    for name in names:
        wanted = fold_words(name)
        found = [i for i, cell in enumerate(header) if i not in order and _same(fold_words(cell), wanted)]
        if not found:
            return None
        order.append(found[0])
    return order


def _same(cell: tuple[str, ...], name: tuple[str, ...]) -> bool:
    if not cell or not name:
        return False
    short, long = sorted((cell, name), key=len)
    return any(long[i : i + len(short)] == short for i in range(len(long) - len(short) + 1))
