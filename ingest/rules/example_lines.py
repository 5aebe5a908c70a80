"""Lines of nothing but examples: "Examples: X, Y" under a class, "- **Class**: X, Y" below "Examples", a list of names in a row."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.model import Confidence
from graph.names import fold_words
from graph.relation_types import RelationType
from ingest.claims import Related, Thing
from ingest.class_nouns import CLASS_NOUNS
from ingest.document import Block, BlockKind, MarkKind
from ingest.english import CHOOSER_NOUNS
from ingest.item_siblings import siblings
from ingest.lead_terms import Lead
from ingest.list_headings import heads_kinds
from ingest.membership import stands_below
from ingest.name_weight import is_activity, is_adjective
from ingest.node_names import clean_name, has_proper_shape, is_name, strip_heading
from ingest.scope import Scope
from ingest.spelt_lists import spells
from ingest.task_names import is_task
from ingest.topics import Topic

__all__ = ["read_example_lines"]

_RULE = "example line"
_EXAMPLES = re.compile(
    r"^\W*(?:(?:common|popular|typical|some|well-known|other) )?(?:(?:examples?|for example|for instance)(?: (?:include|are|is))?(?:\s*[:：]|\s+[-–—]\s)"
    r"|(?:e\.g\.|ex\.),?\s|for (?:example|instance),?\s(?=[A-Z][\w .+#-]*(?:, | and | or )[^:]*$))\W*",
    re.IGNORECASE,
)
_EXAMPLES_TOLD = re.compile(
    r"\W*(?:(?:common|popular|typical|some|well-known) )?examples? (?:include|are):? ", re.IGNORECASE
)
_EXAMPLES_HEAD = re.compile(r"^\W*(?:(?:common|popular|typical|some|real[- ]world) )?examples?\W*$", re.IGNORECASE)
_SEPARATOR = re.compile(r"\s*[,;、]\s*(?:and |or )?|\s+(?:and|or|&)\s+")
_REMARK = re.compile(r"\s*\([^()]*\)")
_ETC = re.compile(r"[\s,;]*(?:and (?:more|others|so on)|etc\.?|…|\.\.\.)[\s.]*$", re.IGNORECASE)
_AS_A_SERVICE = re.compile(r"[A-Z][a-z]?aaS")
_PLURAL_CLASS = re.compile(
    r"\b(?:languages|runtimes|engines|frameworks|platforms|databases|protocols|formats|browsers|libraries|tools|providers|distributions"
    r"|operating systems|products|vendors|brokers|stores|systems|queues|caches|balancers|servers|proxies|warehouses|orchestrators|registries|clients|drivers|plugins|integrations|algorithms)$",
    re.IGNORECASE,
)
_OF_CLASSES = frozenset(["types", "kinds", "categories", "classes", "families", "models"])
_PLACES = frozenset(["layer", "tier", "level", "plane", "stage", "phase"])  # where things are, and no class of them
_ASIDE = re.compile(r"\s+[-–—]\s.*$", re.DOTALL)
_MEMBER = re.compile(r"\s*[,;]\s*(?:and |or )?|\s+/\s+|\s+(?:and|or|&)\s+")
_SHORT_NAME = re.compile(r"[A-Z][\w+#.]{0,5}")  # Go, C#, R
_ARROW = re.compile("→|[-=]>")
_LONGEST = 4  # words of a name
_BARE = 3  # names that make a line of nothing else a list
_SHORT = 160  # characters of such a line


def read_example_lines(scope: Scope) -> Iterator[Thing | Related]:
    """Yield each named example as one of the class that stands above it or before the colon."""
    for index, block in scope.blocks(BlockKind.PARAGRAPH, BlockKind.ITEM):
        cue = _EXAMPLES.match(block.text.plain)
        above, names = _examples(scope, index, cue)
        if above is None or not names or not _has_examples(scope, index, above, cued=cue is not None):
            continue
        if any(spells(names, word) for word in above.name.split()):
            continue  # "ACID: Atomicity, Consistency, Isolation, Durability"
        cite = scope.cite(index, _RULE, Confidence.PATTERN, context=above)
        kind = RelationType.PART_OF if above.name.split()[-1].casefold() in _PLACES else RelationType.IS_A
        for name in names:
            if {*fold_words(name)}.isdisjoint(fold_words(above.name)):
                yield Thing(name, "", "", cite)
                yield Related(name, kind, kind.replace("_", " "), above.ref, cite)


def _examples(scope: Scope, index: int, cue: re.Match[str] | None) -> tuple[Topic | None, tuple[str, ...]]:
    """The names of a line, and what they are examples of."""
    block = scope.document.blocks[index]
    if cue:
        return _above(scope, index), _names(block, cue.end())
    return _of_item(scope, index) if block.kind is BlockKind.ITEM else _of_row(scope, index)


def _has_examples(scope: Scope, index: int, above: Topic, *, cued: bool) -> bool:
    """Whether what stands above the names is a class, by its own name or by the form of what is listed there."""
    block = scope.document.blocks[index]
    if block.kind is BlockKind.ITEM and (_classes(scope, index) or _is_one_kind(scope, above)):
        return True
    quoted = not cued and block.parent >= 0 and scope.document.blocks[block.parent].kind is BlockKind.QUOTE
    return quoted or _is_class(scope, above)


def _of_item(scope: Scope, index: int) -> tuple[Topic | None, tuple[str, ...]]:
    """What an item's names are examples of: its own term, the one over "Examples:", or the class whose list it stands in."""
    block, lead, own = scope.document.blocks[index], scope.topics.leads[index], scope.topics.introduced[index]
    start = _examples_of_term(scope, index)
    if start >= 0:
        return own, _names(block, start)
    above = _examples_above(scope, index)
    if above is not None:
        return above, (lead.name,) if lead and _is_sample(lead.name) else ()
    if _classes(scope, index):
        return own, _members(block, lead.rest) if lead else ()
    if _in_list_of_names(scope, index):
        return scope.about(index), _names(block, 0)
    return (scope.about(index), _names(block, 0)) if own is None and _is_row_of_names(scope, index) else (None, ())


def _is_row_of_names(scope: Scope, index: int) -> bool:
    """`Redis, DynamoDB, Memcached`, an item of nothing but names right below a plural class or one of the kinds of something."""
    block, above = scope.document.blocks[index], scope.about(index)
    plain = block.text.plain
    if (
        above is None
        or block.parent >= 0
        or above.block != block.heading
        or len(plain) > _SHORT
        or "," not in plain
        or ":" in plain
    ):
        return False
    if not (_PLURAL_CLASS.search(above.name) or _is_one_kind(scope, above)):
        return False
    names = _names(block, 0)
    proper = sum(map(has_proper_shape, names))
    return 2 * proper >= len(names) > 1 and not any(map(is_adjective, names))


def _is_one_kind(scope: Scope, above: Topic | None) -> bool:
    """Whether the heading stands among the kinds that the one above it announces: "Wide-column" below "Data models"."""
    blocks = scope.document.blocks
    if above is None or above.block < 0 or blocks[above.block].kind is not BlockKind.HEADING:
        return False
    over = blocks[above.block].heading
    words = strip_heading(blocks[over].text.plain).casefold().split() if over >= 0 else []
    return bool(words) and (
        words[-1] in _OF_CLASSES or (len(words) > 1 and words[0] in _OF_CLASSES and words[1] == "of")
    )


def _is_sample(name: str) -> bool:
    """A few words with capitals: "Configuring security" is no member of a class."""
    words = name.split()
    titled = all(word[0].isupper() or word[0].isdigit() for word in words) or has_proper_shape(name)
    return titled and len(words) <= _LONGEST and not is_task(name)


def _of_row(scope: Scope, index: int) -> tuple[Topic | None, tuple[str, ...]]:
    """A short line of nothing but names, three or more, right below a heading."""
    block = scope.document.blocks[index]
    plain = block.text.plain
    if len(plain) > _SHORT or plain.count(",") < 2 or not _opens(scope, index):
        return None, ()
    names = _names(block, 0)
    listed = len(names) >= _BARE and any(map(has_proper_shape, names)) and not any(map(is_adjective, names))
    return _above(scope, index) if listed else None, names


def _above(scope: Scope, index: int) -> Topic | None:
    """What the line is an example of: the item that it stands in, else the heading or bold line right above."""
    about, block = scope.about(index), scope.document.blocks[index]
    if about is None:
        return None
    quote = block.parent if block.parent >= 0 and scope.document.blocks[block.parent].kind is BlockKind.QUOTE else index
    return about if stands_below(scope, quote, about) else None


def _examples_of_term(scope: Scope, index: int) -> int:
    """Where an item's text names examples of its term: "**Projects**: Examples include A, B", or all of it below "Examples"."""
    lead = scope.topics.leads[index]
    if lead is None:
        return -1
    told = _EXAMPLES_TOLD.match(scope.document.blocks[index].text.plain, lead.rest)
    return told.end() if told else lead.rest if _below_examples(scope, index) else -1


def _examples_above(scope: Scope, index: int) -> Topic | None:
    """The item over an item `Examples:` that this one stands in: each listed there is one of it."""
    blocks, block = scope.document.blocks, scope.document.blocks[index]
    if block.parent < 0 or not _EXAMPLES_HEAD.match(blocks[block.parent].text.plain):
        return None
    about = scope.about(index)
    return about if about is not None and blocks[block.parent].parent == about.block >= 0 else None


def _below_examples(scope: Scope, index: int) -> bool:
    block = scope.document.blocks[index]
    heading = block.heading
    return block.parent < 0 <= heading and bool(_EXAMPLES_HEAD.match(scope.document.blocks[heading].text.plain))


def _classes(scope: Scope, index: int) -> bool:
    """Whether the item is one of several classes, each with its members behind the colon: "Database types" over "Graph: Neptune"."""
    lead, above, own = scope.topics.leads[index], scope.about(index), scope.topics.introduced[index]
    if lead is None or lead.alone or above is None or own is None or is_adjective(own.name):
        return False
    if not stands_below(scope, index, above):
        return False
    block = scope.document.blocks[index]
    kinds = block.heading >= 0 and heads_kinds(scope.document.blocks[block.heading].text.plain, above.name)
    told = kinds or above.name.casefold().split()[-1] in _OF_CLASSES
    if not told and _heads_members(scope, index, lead, own.name):
        return True
    if ":" not in block.text.plain[lead.end : lead.rest + 1]:
        return False  # "ALB - HTTP, HTTPS" tells what the ALB does
    return told and bool(_members(block, lead.rest))


def _heads_members(scope: Scope, index: int, lead: Lead, name: str) -> bool:
    """`Reverse proxy -> Nginx, HAProxy`: a class by its last word, over nothing but proper names, as the item beside it is."""
    one = name.rpartition(" ")[2].casefold() in CLASS_NOUNS and not scope.proper.holds(name)
    return (
        one
        and _lists_names(scope, index, lead)
        and any(_lists_names(scope, i, scope.topics.leads[i]) for i in siblings(scope, index) if i != index)
    )


def _lists_names(scope: Scope, index: int, lead: Lead | None) -> bool:
    names = _members(scope.document.blocks[index], lead.rest) if lead is not None and not lead.alone else ()
    return len(names) > 1 and all(
        has_proper_shape(name) or scope.proper.holds(name) or " " not in name for name in names
    )


def _members(block: Block, start: int) -> tuple[str, ...]:
    """The names behind the term, remarks in parentheses and behind a dash left out; each has to look like one."""
    said = _ASIDE.sub("", _REMARK.sub("", block.text.plain[start:]))
    names = tuple(clean_name(part) for part in _MEMBER.split(said.strip(" ."))) if said.strip() else ()
    fit = all(is_name(n) and n[0].isupper() and len(n.split()) < _LONGEST for n in names)
    return names if fit and (len(names) > 1 or any(map(has_proper_shape, names)) or " " not in said.strip()) else ()


def _in_list_of_names(scope: Scope, index: int) -> bool:
    """Whether the item stands in a list of nothing but names right below a plural class: "Languages" over Java, Go, C#."""
    block, above = scope.document.blocks[index], scope.about(index)
    if above is None or block.parent >= 0 or above.block != block.heading:
        return False
    listed = [scope.document.blocks[i] for i in scope.members.get(block.heading, ())]
    items = [other for other in listed if other.kind is BlockKind.ITEM]
    if _is_one_kind(scope, above):
        return all(map(_is_bare_name, items)) and any(has_proper_shape(clean_name(other.text.plain)) for other in items)
    return bool(_PLURAL_CLASS.search(above.name)) and len(items) >= _BARE and all(map(_is_bare_name, items))


def _is_bare_name(block: Block) -> bool:
    name = clean_name(block.text.plain)
    words = name.split()
    return (
        0 < len(words) <= _LONGEST - 1
        and block.end == block.last
        and block.task is None
        and (is_name(name) or bool(_SHORT_NAME.fullmatch(name)))
        and not is_task(name)
        and all(word[0].isupper() or has_proper_shape(word) for word in words)
    )


def _opens(scope: Scope, index: int) -> bool:
    """Whether the line is the first below its heading, in a quotation or not."""
    block = scope.document.blocks[index]
    quoted = block.parent >= 0 and scope.document.blocks[block.parent].kind is BlockKind.QUOTE
    first = block.parent if quoted else index
    return (block.parent < 0 or quoted) and scope.document.blocks[first].heading == first - 1 >= 0


def _names(block: Block, start: int) -> tuple[str, ...]:
    """The names from `start` to the line's end; none where anything else stands among them."""
    said = _ETC.sub("", _REMARK.sub("", block.text.plain[start:])).strip(" .")
    if _ARROW.search(said):
        return ()  # "HTTP → 80": what each has
    names = tuple(clean_name(part) for part in _SEPARATOR.split(said)) if said and "\n" not in said else ()
    if not all(map(_is_example, names)):
        return ()  # "Underlying structure of DES, Blowfish" says something of them
    code = _codes(block)
    small = [name for name in names if not _is_written_as_name(name) and name not in code]
    beside = start == 0 and len(small) < len(names) and all(map(str.isalnum, small))  # "PBKDF2, scrypt, bcrypt"
    return names if beside or not small else ()


def _codes(block: Block) -> set[str]:
    return {block.text.plain[mark.start : mark.end] for mark in block.text.marks if mark.kind is MarkKind.CODE}


def _is_example(name: str) -> bool:
    return is_name(name) and not is_task(name) and len(name.split()) <= _LONGEST and " of " not in name


def _is_written_as_name(name: str) -> bool:
    return name[0].isupper() or (" " not in name and has_proper_shape(name))


def _is_class(scope: Scope, above: Topic) -> bool:
    """A single thing has no examples; what one lists of it there are its users or its uses: "Kafka. Examples: ..."."""
    last = above.name.split()[-1]
    low = last.casefold().rstrip(")")
    classed = low in CLASS_NOUNS or low.removesuffix("s") in CLASS_NOUNS or low in CHOOSER_NOUNS
    plural = last.endswith("s") and last[1:].islower() and not scope.proper.holds(above.name)
    short = last.endswith("s") and last[:-1].isupper()  # "KDFs"
    doing = (
        scope.document.blocks[above.block].kind is BlockKind.ITEM and is_activity(last) if above.block >= 0 else False
    )
    return classed or plural or short or doing or bool(_AS_A_SERVICE.fullmatch(last))
