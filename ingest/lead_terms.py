"""The term that a list item or paragraph leads with: `**Term** - text`, `Term: text`, `Term – text`, `Term (text)`."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import pairwise

from ingest.abbreviations import is_gloss_of, spells_exactly
from ingest.document import Mark, MarkKind, Text
from ingest.english import DOING_VERBS, QUALIFIED, STATING_VERBS
from ingest.node_names import clean_name, has_proper_shape, is_name

__all__ = ["Lead", "lead_term"]

_SEPARATOR = re.compile(
    r"\s+[-–—−=→]+>?\s+|\s*[:：]\s+|\s*[:：]$|\s*[:：](?=[\u3040-\u9fff])|：|\s+[–—]|[–—]\s+|(?<=\))-\s+"
)
# "SSE-S3. Keys that S3 manages", "Origin server. This is the source"
_STOPPED = re.compile(
    r"([A-Z][A-Z\d]+(?:-[A-Z\d]+)*(?=\.\s+[A-Z])"
    r"|[A-Z][\w-]*(?: [\w-]+){0,3}"
    r"(?=\.\s+(?:(?:This|It|These|They) (?:is|are) (?:an?|the|used|where|how|what)|Used (?:to|for|by|when))\b))\.\s+"
)
# "Edge location; local cache of your data": one semicolon, behind a term.
_SEMICOLON = re.compile(r"([A-Z][\w-]*(?: [\w-]+){0,2})\s?;\s+(?=[A-Za-z][a-z']*(?: [^\s;]+){2,}\s*$)")
_SIGN = re.compile(r"[-–—−=→:：]")  # every separator has one
_GLOSS = re.compile(r"\s*[(（]([^()（）]*)[)）]\s*")
_LEADING_MARK = re.compile(r"^[\s\W_]*(?::[a-z0-9_+-]+:[\s\W_]*)?$")  # an icon by its code, too
_ICON = re.compile(r"\s*:[a-z0-9_+-]+:")
_TRAILING_TOPIC = re.compile(r"\s+(?:use[ -]cases?|features|benefits|limits|pricing|overview|basics)$", re.IGNORECASE)
_AFTER_MARK = re.compile(
    r"\s*\n\s*(?![\w/-]+::)|\s*(?:[-–—−=→:：]+>?\s*|,\s+(?=an?\s|the\s)|\.\s+(?=[A-Z])|$)|\s+(?=(?:is|are|can|allows?|lets?|provides?|enables?|helps?|means|gives?"
    r"|makes?|supports?|uses?|stores?|runs?|acts?|refers?|consists?|contains?|defines?|represents?|works?|will|must|may|has|have"
    r"|[a-z]{3,}s(?= (?:the|an?|all|each|any|every|whether|how|your|its|their)\b))\b)"
)
_ARTICLE = re.compile(r"(?:An?|The) $")  # "The **scheduler** places pods on nodes"
_SENTENCE = re.compile(r"\s+(?=(?P<first>[A-Z][a-z]*),? [a-z])")
_BEGINNERS = DOING_VERBS.union(
    "the this these it they a an in when if for each all here there you we used with as most some every".split()
)
_SPELT_WITHIN = re.compile(r"\s*\([A-Z][^()]*\)\s+(?=[A-Za-z])")  # "EBS (Elastic Block Store) volume"
_NEXT = re.compile(r"\s+(?=[A-Z])")  # "**Local area network (LAN).** Used to connect"
_SIGNED = re.compile(r"\s*(?:\([^()]*\)\s*)?(?:[:：]|[-–—]\s)")  # "_forward proxy_ - relays": a term in italics
_REMARK = re.compile(r"^([^()（）]+?)\s*[(（]([^()（）]+)[)）]$")
_ARROW = re.compile(r"\S\s*[→➜➔⇒]\s*\w")
_NEWS = re.compile(
    r"\W*(?:new|updated|beta|preview|optional|deprecated)\W*[:!]\W*(?=\w)", re.IGNORECASE
)  # no term itself
_CLASS = re.compile(r"(?:^|\s)(?:[A-Za-z]?aaS|OL[AT]P|(?:No|New)?[- ]?SQL|R?DBMS|[A-Z][a-z]+(?:[ts]ion|[^aeiou]ing))$")
_MAX_LEAD = 70
_COMMAND = re.compile(r"[a-z][\w-]*(?: \S+)+$")  # `kubectl get pods`
_MAX_TITLE = 40  # characters of a line over the item's text
_STROKE = re.compile(r"\s+/\s*|/\s+")
_MOST = 4  # names that one term joins
_FEW = 3  # words of each
_ICON_END = 40  # characters of signs and icons in front of a term
_VERBS = DOING_VERBS | STATING_VERBS


@dataclass(frozen=True, slots=True)
class Lead:
    """`name` is the term, cleaned; `plain[rest:]` what is said of it; `gloss` a parenthesis right after the term.

    `marked` tells that the author set the term in bold, code or a link; `alone` that nothing follows it.
    `start`, `end` bound the term in `plain`. `others` are names that stand beside the first: "gp2 / gp3".
    """

    name: str
    gloss: str
    start: int
    end: int
    rest: int
    marked: bool
    alone: bool
    others: tuple[str, ...] = ()


def lead_term(text: Text) -> Lead | None:
    """Return the term that the text leads with, or None where it begins as a sentence."""
    text = _without_news(text)
    pictured = _without_pictures(text)
    if pictured is not text:
        lead = lead_term(pictured)
        ends = lead is not None and lead.rest >= len(pictured.plain)
        return replace(lead, rest=len(text.plain)) if lead is not None and ends else lead
    if any(_is_command(text.plain, mark) for mark in text.marks):
        return None
    return _marked_lead(text) or _plain_lead(text)


def _without_news(text: Text) -> Text:
    """The text without "New:" or "(Beta)!" in front, at the same places."""
    news = _NEWS.match(text.plain) if ":" in text.plain or "!" in text.plain else None
    if not news:
        return text
    behind = tuple(mark for mark in text.marks if mark.start >= news.end())
    return replace(text, plain=" " * news.end() + text.plain[news.end() :], marks=behind)


def _is_command(plain: str, mark: Mark) -> bool:
    return mark.kind is MarkKind.CODE and not mark.start and _COMMAND.match(plain, 0, mark.end) is not None


def _without_pictures(text: Text) -> Text:
    """The text without the pictures that it ends in: what they show is no part of a term."""
    plain = text.plain
    for mark in reversed(text.marks):
        if mark.kind not in (MarkKind.IMAGE, MarkKind.EMBED) or not mark.start or plain[mark.end :].strip():
            break
        plain = plain[: mark.start].rstrip()
    if plain == text.plain or not plain:
        return text
    return replace(text, plain=plain, marks=tuple(mark for mark in text.marks if mark.end <= len(plain)))


def _marked_lead(text: Text) -> Lead | None:
    plain = text.plain
    for mark in text.marks:
        if mark.start > _ICON_END:
            return None
        if _leads(plain, mark):
            return None if _is_sentence_or_command(plain, mark) else _term_in_mark(plain, mark)
    return None


def _leads(plain: str, mark: Mark) -> bool:
    """Whether only signs, or an article before bold words, stand in front of a mark that may set off a term."""
    if mark.kind in (MarkKind.IMAGE, MarkKind.EMBED):
        return False
    if mark.kind is MarkKind.EMPHASIS and not _SIGNED.match(plain, mark.end):
        return False
    before = plain[: mark.start]
    return bool(_LEADING_MARK.match(before) or (mark.kind is MarkKind.STRONG and _ARTICLE.fullmatch(before)))


def _is_sentence_or_command(plain: str, mark: Mark) -> bool:
    if mark.end - mark.start > _MAX_LEAD:
        return True
    return mark.kind is MarkKind.CODE and " " in plain[mark.start : mark.end].strip()


def _term_in_mark(plain: str, mark: Mark) -> Lead | None:
    """The marked term, where a sign inside or behind the mark parts it from what is said of it."""
    inside, after = plain[mark.start : mark.end], plain[mark.end :]
    gloss = _GLOSS.match(after)
    tail = after[gloss.end() :] if gloss else after
    separator = _AFTER_MARK.match(tail) or (_NEXT.match(tail) if inside.endswith(".") else _begun_sentence(mark, tail))
    if separator is None and not _ends_in_separator(inside):
        return None
    name = clean_name(_SPELT_WITHIN.sub(" ", inside))
    rest = len(plain) - len(tail) + (separator.end() if separator else 0)
    return _lead(plain, name, gloss[1] if gloss else "", mark.start, mark.end, rest, marked=True)


def _begun_sentence(mark: Mark, tail: str) -> re.Match[str] | None:
    """What parts a bold term from a sentence that begins right behind it: "**At Most Once Delivery** When the data"."""
    begun = _SENTENCE.match(tail) if mark.kind is MarkKind.STRONG else None
    low = begun["first"].casefold() if begun else ""
    return begun if not {low, low.removesuffix("s")}.isdisjoint(_BEGINNERS) else None


def _ends_in_separator(inside: str) -> bool:
    if inside.rstrip().endswith((" -", " –", " —")):
        return True
    return inside.rstrip().endswith((":", "：")) and _SEPARATOR.search(inside) is not None


def _plain_lead(text: Text) -> Lead | None:
    plain = text.plain
    title = _title_line(plain)
    if title:
        end = plain.index("\n")
        return _lead(plain, title, "", 0, end, end + 1, marked=False)
    if _ICON.match(plain) or plain.startswith((":=", "= ")):
        return None
    stopped = _behind_semicolon(plain)
    separator = None if stopped else _first_separator(plain)
    if separator is not None and separator.start() <= _MAX_LEAD:
        return _separated(plain, separator)
    stopped = stopped or _STOPPED.match(plain)
    if stopped:
        return _lead(plain, stopped[1], "", 0, stopped.end(1), stopped.end(), marked=False)
    return _sole_term(plain)


def _title_line(plain: str) -> str:
    """The name that the first of several lines is, by itself; empty where it is none."""
    first, line, _ = plain.partition("\n")
    if not line or len(first) > _MAX_TITLE:
        return ""
    title = clean_name(first)
    named = title[:1].isupper() and is_name(title)
    return title if named and not _SEPARATOR.search(first.rstrip(":; ")) else ""


def _sole_term(plain: str) -> Lead | None:
    """A few words and nothing else, or those with a parenthesis."""
    gloss = _GLOSS.search(plain) if plain.rstrip(" .,:;").rstrip().endswith((")", "）")) else None
    if gloss is not None and gloss.start() <= _MAX_LEAD and not plain[gloss.end() :].strip(" .,:;"):
        return _lead(plain, clean_name(plain[: gloss.start()]), gloss[1], 0, gloss.start(), gloss.end(), marked=False)
    if len(plain) <= _MAX_LEAD:
        return _lead(plain, clean_name(plain), "", 0, len(plain), len(plain), marked=False)
    return None


def _separated(plain: str, separator: re.Match[str]) -> Lead | None:
    """`Term: text`, `Term (gloss) - text`."""
    before = plain[: separator.start()]
    split = _two_part_name(plain, separator)
    if split is not None:
        before, separator = split
    gloss = _GLOSS.search(before)
    if gloss is not None and gloss.end() != len(before):
        return None
    name = clean_name(before[: gloss.start()] if gloss else before)
    return _lead(plain, name, gloss[1] if gloss else "", 0, separator.start(), separator.end(), marked=False)


def _behind_semicolon(plain: str) -> re.Match[str] | None:
    found = _SEMICOLON.match(plain)
    first, blank, _ = found[1].casefold().partition(" ") if found else ("", "", "")
    says = {first, first.removesuffix("s"), first.removesuffix("es")} & _VERBS
    return None if says and blank else found  # "Replaces X; the API is the same" is a statement


def _first_separator(plain: str) -> re.Match[str] | None:
    """The separator nearest to the beginning; each begins at a sign, or at the white space in front of it."""
    for sign in _SIGN.finditer(plain, 0, _MAX_LEAD + 30):
        blank = len(plain[: sign.start()].rstrip())
        for place in (blank, sign.start()):
            found = _SEPARATOR.match(plain, place, _MAX_LEAD + 30)
            if found:
                return found
    return None


def _two_part_name(plain: str, separator: re.Match[str]) -> tuple[str, re.Match[str]] | None:
    """`S3 - IA (durable)` and `S3 - One Zone IA: Same`: a short proper first part goes on to the next separator."""
    first = plain[: separator.start()]
    if not has_proper_shape(first) or " " in first or ":" in separator[0]:
        return None
    rest = plain[separator.end() :]
    following = _SEPARATOR.search(rest, 0, _MAX_LEAD)
    gloss = _GLOSS.search(rest)
    stop = min(following.start() if following else len(rest), gloss.start() if gloss else len(rest))
    second = rest[:stop].strip()
    if not _goes_on_name(second.split(), 3 if stop == len(rest) else 4):
        return None
    if _CLASS.search(second):
        return None  # "Redshift - OLAP": what it is
    found = re.compile(r"\s*[:：–—-]?\s*").match(plain, separator.end() + stop)
    return (plain[: separator.end() + stop], found) if found else None


def _goes_on_name(words: list[str], most: int) -> bool:
    return 0 < len(words) <= most and all(word[0].isupper() or word[0].isdigit() for word in words)


def _lead(plain: str, name: str, gloss: str, start: int, end: int, rest: int, *, marked: bool) -> Lead | None:
    name = clean_name(_TRAILING_TOPIC.sub("", name))
    if name.casefold() in QUALIFIED:
        return None  # "Easy pricing"
    remark = _REMARK.match(name) if not gloss and name.endswith((")", "）")) else None
    if remark:
        name, gloss = clean_name(remark[1]), remark[2]  # "**ClusterIP (default):**"
    if not (is_name(name) or _is_spelt_out(name, gloss)) or _asks_or_leads_on(plain, start, end):
        return None
    start, end = _without_blanks(plain, start, end)
    if not gloss:
        name, gloss = _spelt_apart(name)
    name, *others = _beside(name)
    return Lead(name, gloss, start, end, rest, marked, alone=not plain[rest:].strip(" .:"), others=tuple(others))


def _spelt_apart(name: str) -> tuple[str, str]:
    """The short and the long form of `DMZ Demilitarized Zone`, `Elastic Load Balancer ELB`, else the name as it is."""
    first, _, behind = name.partition(" ")
    if first.isupper() and spells_exactly(first, behind):
        return first, behind
    before, _, last = name.rpartition(" ")
    return (before, last) if last.isupper() and spells_exactly(last, before) else (name, "")


def _is_spelt_out(name: str, gloss: str) -> bool:
    """`Least Recently Used (LRU)`."""
    return gloss.isupper() and len(gloss) == len(name.split()) and is_gloss_of(gloss, name)


def _asks_or_leads_on(plain: str, start: int, end: int) -> bool:
    """`Why SQS?`, `Insights → Graph`, a way through menus."""
    return plain[start:end].rstrip().endswith("?") or _ARROW.search(plain, start, end) is not None


def _without_blanks(plain: str, start: int, end: int) -> tuple[int, int]:
    while start < end and plain[start].isspace():
        start += 1
    while end > start and plain[end - 1].isspace():
        end -= 1
    return start, end


def _beside(name: str) -> list[str]:
    """The names that a stroke between blanks joins, each written as one; what says the same twice is one name."""
    parts = [clean_name(part) for part in _STROKE.split(name)]
    if not 1 < len(parts) <= _MOST or not all(is_name(part) and len(part.split()) <= _FEW for part in parts):
        return [name]
    if not _are_written_alike(parts) or any(is_gloss_of(a, b) or is_gloss_of(b, a) for a, b in pairwise(parts)):
        return [name]
    return parts


def _are_written_alike(parts: list[str]) -> bool:
    """`gp2 / gp3`, `Read Replica / Multi AZ`, `CW Metrics / CW Custom Metrics`; "Blue / Green" is one."""
    if all(any(map(str.isdigit, part)) for part in parts) or _share_first_word(parts):
        return True
    named = len(parts) > 2 or " " in parts[0] or any(map(has_proper_shape, parts))
    return named and len({len(part.split()) for part in parts}) == 1 and all(part[0].isupper() for part in parts)


def _share_first_word(parts: list[str]) -> bool:
    return len({part.split()[0] for part in parts}) == 1 and all(" " in part for part in parts)
