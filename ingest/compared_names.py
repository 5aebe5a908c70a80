"""Which names a heading sets side by side: "SNS vs SQS", "DynamoDB Scan vs Query", "Difference between A and B"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from graph.names import fold_name
from ingest.english import DETERMINERS
from ingest.node_names import clean_name, has_proper_shape, is_generic, is_name, is_nameable, strip_heading
from ingest.task_names import is_task

__all__ = ["Side", "compared_names", "is_side", "is_versus"]

_VERSUS = re.compile(
    r"\s+(?:vs?\.?|v/s|versus|frente a|対|对比)\s+|(?<=[A-Za-z)]) (?-i:x) (?=[A-Z])"
    r"|(?<=[\u3040-\u9fff])\s*vs\.?\s*|\s*vs\.?\s*(?=[\u3040-\u9fff])",
    re.I,
)
_BETWEEN = re.compile(
    r"^¿?(?:[^-–—:]{1,30}\s[-–—]\s+)?"
    r"(?:what(?: is|'s|’s| are)\s+|cu[áa]l(?:es)?(?: es| son)\s+|qual(?: [ée]| s[ãa]o)?\s+|quais(?: s[ãa]o)?\s+)?"
    r"(?:the\s+|las?\s+|as?\s+|os?\s+)?(?:key\s+|main\s+|principal(?:es|is)?\s+)?"
    r"(?:(?:differences?|comparison|distinction|diferencias?|diferenças?|comparaci[óo]n|compara[çc][ãa]o)\s+(?:between|of|entr[ea]|de)"
    r"|comparing|comparando)\s+(?:the\s+|an?\s+)?(?P<list>.+?)\??$",
    re.IGNORECASE,
)
# "diferença rede pública com privada"
_ROMANCE = re.compile(
    r"^(?:as?\s+|las?\s+)?(?:diferen[çc]as?|diferencias?)\s+(?:d[aeo]s?\s+)?"
    r"(?P<a>\S+(?: \S+)?)\s+(?:com|con|para)\s+(?P<b>\S+(?: \S+)?)$",
    re.I,
)
_ASIDE_SAID = re.compile(
    r"^(?P<list>.+?),?\s*\((?:(?:sus|as|las|the)\s+)?"
    r"(?:differences?|diferencias?|diferen[çc]as?|comparison|comparaci[óo]n|comparação|区别|對比|对比)\)\W*$",
    re.I,
)
# "and when to use them", "in Java": what the section tells besides, and where.
_BESIDES = re.compile(
    r"\s+(?:e|y|and)\s+(?:quando|cu[áa]ndo|when|como|c[óo]mo|how)\b.*$|(?<=\w)\s+(?:em|en|in|no|na)\s+[A-Z][\w+#]*$"
)
_CHINESE = re.compile(
    r"^(?:[a-z]+中)?(?P<a>.+?)\s*(?:与|和|跟|與|及|、|，)\s*(?P<b>.+?)\s*(?:之间|之間)?\s*(?:的|有什么|有什麼|有何|有哪些|是)?\s*(?:主要|本质|根本)?的?"
    r"(?:联系(?:与|和))?(?:区别|差异|差别|对比|比较|不同|异同|區別|差異|差別|對比|比較|異同)"
)
_CHINESE_VERB = re.compile(r"^(?:比较|对比|区分)\s*(?P<a>.+?)\s*(?:与|和|跟|及|、)\s*(?P<b>.+)$")
_CHINESE_EITHER = re.compile(r"^(?:选择?|使?用)?\s*(?P<a>.+?)\s*还是\s*(?:用)?\s*(?P<b>.+?)\s*[?？]?$")
_JAPANESE = re.compile(r"^(?P<a>.+?)\s*と\s*(?P<b>.+?)\s*(?:の)?\s*(?:違い|比較|差異|使い分け|差)")
_COMPARISON = re.compile(r"^(?P<list>.+?)(?:\s+[a-z]+s)?\s+comparison$", re.I)
_OR = re.compile(r"^(?:an?\s+|the\s+)?(\S+(?: \S+)?) (?:or|o|ou) (?:an?\s+|the\s+)?(\S+(?: \S+)?)$")
_LIST = re.compile(r"\s*[,、，]\s*(?:and\s+|or\s+|y\s+|e\s+)?|\s+(?:and|&|y|e|or|o|ou|与|和|と)\s+", re.IGNORECASE)
_ASIDE = re.compile(r"\s+[-–—]\s+.*$")
_VERSUS_ASIDE = re.compile(r"\s*\((?:vs\.?|versus)\s+([^)]*)\)", re.I)
_INSIDE = re.compile(
    r"(?P<before>[^()]+)\((?P<sides>[^()]+ (?:vs\.?|versus) [^()]+)\)", re.I
)  # "Queues (Kafka vs RabbitMQ)"
_INTRODUCED = re.compile(
    r"^(?:(?:comparison|compare|comparing|difference)s?\s*[-–—:]\s*|comparing\s+(?=.+\s(?:vs?\.?|versus)\s)"
    r"|when to (?:use|choose|pick)\s+|(?:choosing|deciding|selecting|picking) between\s+"
    r"|(?:describe|explain|understand|identify|know|list|state|outline|discuss) (?=(?:the )?differences? between ))",
    re.IGNORECASE,
)
_QUESTION = re.compile(r"\b(?:why|how|when|which|should)\b", re.IGNORECASE)
_PLACE = re.compile(r"^(?P<shared>.+?)\s+(?P<a>in \S+)$", re.IGNORECASE)
_REMARK = re.compile(r"\s+[(（][^()（）]*[)）]$")
_SECTION_WORD = re.compile(
    r"(?<=\w)(?:\s+(?:quick|full|detailed|brief|feature))?"
    r"\s+(?:decisions?|decision tree|trade-?offs?|comparison|confusion|table|matrix|differences?|guide|chart|summary)$",
    re.IGNORECASE,
)
_WHERE = re.compile(
    r"(?<=\S)\s+in\s+(?:context|practice|detail|depth|action|production|real (?:life|world)|the real world|general|short)$",
    re.I,
)
_ARTICLE = re.compile(r"^(?:the|an?|un|una|el|la|los|las|um|uma|os?|as)\s+", re.IGNORECASE)
# "Column- vs Row-oriented"
_HANGING = re.compile(r"^(?P<first>\w+)-(?P<rest>\s+(?:vs\.?|versus|and|or)\s+\w+)-(?P<kind>\w+)$", re.IGNORECASE)
_ADDRESS = re.compile(r"\s*[-–—:(]?\s*<?https?://\S+$")  # "X vs Y - https://..."
_LONGEST_SIDE = 8  # words
_SIGNS = (": ", " - ", " – ", " — ")
_NOBODY = frozenset(["others", "other", "the rest", "alternatives", "competitors", "everything else"])
# Second words that stay with the first: "Redis Cache vs Memcached".
_KEPT = frozenset(
    ["store", "cache", "gateway", "queue", "bucket", "instance", "group", "service", "storage", "balancer", "s3", "ec2"]
)
_NUMBER = re.compile(r"^[\d.x]+$")
_COMMA = re.compile(r",\s")
_PARENTHESIS = re.compile(r"\s*[(（][^()（）]*[)）]")
_FEW = 5  # words of a side
_MAX_NAMES = 6
_LONGEST = 300  # characters; a heading longer than that is a text


@dataclass(frozen=True, slots=True)
class Side:
    """The compared names, and the word in front that belongs to all of them, if any."""

    names: tuple[str, ...]
    owner: str = ""


def compared_names(text: str, around: str = "") -> Side | None:
    """Return the two to six names that a heading compares, and the prefix they share, or None.

    `around` is the text below the heading: a last word that the names may share ("Public vs Private Cloud") is given
    to all of them where the text writes one of them so.
    """
    if len(text) > _LONGEST:
        return None
    if "://" in text:
        text = _ADDRESS.sub("", text)
    if "-" in text:
        text = _HANGING.sub(r"\g<first>-\g<kind>\g<rest>-\g<kind>", text)
    names = _sides(text)
    return _share([*names], around) if names else None


@lru_cache(maxsize=4096)  # every heading and every bold lead is asked, and half of them stand in many notes
def _sides(text: str) -> tuple[str, ...]:
    """The two to six names that a heading sets side by side, as it writes them; none where it does not."""
    parts = _parts(strip_heading(_INTRODUCED.sub("", strip_heading(text))))
    names = _placed([_bare(part) for part in parts])
    return tuple(names) if 2 <= len(names) <= _MAX_NAMES and _are_sides(names) else ()


def _are_sides(names: list[str]) -> bool:
    """Whether each is a name of its own: not "the rest", and no number of a version."""
    if not all(is_side(name) and name.casefold() not in _NOBODY and not _NUMBER.match(name) for name in names):
        return False
    return len({fold_name(name) for name in names}) == len(names)


@lru_cache(maxsize=20_000)
def is_versus(text: str) -> bool:
    """Return whether a heading opposes things, named well enough to compare or not."""
    if len(text) > _LONGEST:
        return False
    return bool(_opposes(text) or _BETWEEN.match(strip_heading(text)) or compared_names(text))


def _opposes(text: str) -> bool:
    low = text.casefold()
    likely = " x " in low or "v" in low or "frente" in low or not text.isascii()  # a cheap first look
    return likely and _VERSUS.search(text) is not None


def _parts(plain: str) -> list[str]:
    """The sides that a heading names, as it writes them; none where it sets nothing side by side."""
    plain = _behind_sign(_without_aside(plain) if "(" in plain else plain)
    if _opposes(plain):
        return _versus_list(plain) if _COMMA.search(plain) else _versus_sides(plain)
    sides = () if plain.isascii() else _opposed_elsewhere(plain)
    if sides:
        return [part for side in sides for part in _listed(side)]
    found = _announced_list(plain)
    if found:
        return _listed(_BESIDES.sub("", found["list"]))
    found = _ROMANCE.match(plain) or _either(plain)
    return list(found.groups()) if found else []


def _versus_sides(plain: str) -> list[str]:
    return list(filter(None, _VERSUS.split(_ASIDE.sub("", plain))))


def _without_aside(plain: str) -> str:
    """`Brokers (Kafka vs RabbitMQ)`, `Kafka (vs RabbitMQ)`: the sides, wherever the parenthesis begins."""
    inside = _INSIDE.fullmatch(plain)
    return inside["sides"] if inside and not _opposes(inside["before"]) else _VERSUS_ASIDE.sub(r" vs \1", plain)


def _behind_sign(plain: str) -> str:
    """`ElastiCache - Redis vs Memcached`: what is opposed, where that stands behind a sign."""
    first, sign, rest = plain.partition(next((sign for sign in _SIGNS if sign in plain), ": "))
    if sign == ": " and _opposes(first) and not _opposes(rest):
        return first  # "TCP vs UDP: the transport layer"
    return rest if rest and _opposes(rest) and (sign == ": " or not _opposes(first)) else plain


def _opposed_elsewhere(plain: str) -> tuple[str, ...]:
    """The sides that words of another script oppose."""
    for pattern in (_CHINESE, _CHINESE_VERB, _CHINESE_EITHER, _JAPANESE):
        found = pattern.match(plain)
        if found:
            return found.groups()
    return ()


def _listed(names: str) -> list[str]:
    return [name for name in _LIST.split(names) if name]


def _either(plain: str) -> re.Match[str] | None:
    """`A or B`, without the word versus: both have to be names by themselves, and nothing may be asked about them."""
    found = _OR.match(plain)
    told = found and not _QUESTION.search(plain) and all(_is_choice(name) for name in found.groups())
    return found if told else None


def _announced_list(plain: str) -> re.Match[str] | None:
    """The list that words before or behind it announce; what each pattern ends in is looked for first, which is cheap."""
    compared = _COMPARISON.match(plain) if "comparison" in plain.casefold() else None
    return _BETWEEN.match(plain) or compared or (_ASIDE_SAID.match(plain) if "(" in plain else None)


def _versus_list(plain: str) -> list[str]:
    """`S3 vs Glacier, EBS, and EFS` opposes one to all; "A vs B, C vs D" holds two comparisons and names none."""
    sides = _VERSUS.split(plain)
    if len(sides) != 2 or "," in sides[0]:
        return []
    others = _listed(sides[1])
    names = all(has_proper_shape(other) or not other.endswith("s") for other in others[1:])
    return [sides[0], *(others if names else others[:1])]  # "A vs B, Critiques, and C" is on more than the two


def _bare(part: str) -> str:
    """A side without its article, an aside in parentheses, or the word that says what the section is."""
    name = clean_name(_ARTICLE.sub("", part.strip()))
    return clean_name(_SECTION_WORD.sub("", _WHERE.sub("", _REMARK.sub("", name)))) or name


def _placed(names: list[str]) -> list[str]:
    """`Availability in parallel vs in sequence`: what stands before the first place belongs to all."""
    place = _PLACE.match(names[0]) if len(names) > 1 else None
    if place and all(name.casefold().startswith("in ") for name in names[1:]):
        return [f"{place['shared']} {name}" for name in (place["a"], *names[1:])]
    return names


def is_side(name: str) -> bool:
    """Return whether words may be a name where the author's form says so: an instruction elsewhere ("Allow List") too."""
    if "://" in name or ": " in name:
        return False
    plain = _PARENTHESIS.sub("", name).replace("/", " ").strip()
    words = plain.split()
    if not words or len(words) > _LONGEST_SIDE:
        return False
    if len(words) > _FEW:
        return plain[-1] != "?" and _is_long_name(words)
    return is_nameable(plain) or _is_titled(plain, words)


def _is_long_name(words: list[str]) -> bool:
    """`Acme DB for PostgreSQL flexible server`."""
    return words[0][0].isupper() and 2 * sum(word[0].isupper() for word in words) >= len(words)


def _is_titled(plain: str, words: list[str]) -> bool:
    """`Allow List`."""
    if len(plain) <= 2 or plain[-1] == "?" or plain.casefold() in DETERMINERS:
        return False
    return all(word[0].isupper() for word in words)


def _is_choice(name: str) -> bool:
    named = is_name(name) and not is_generic(name) and not is_task(name)
    return named and (name[0].isupper() or has_proper_shape(name))


def _share(names: list[str], around: str) -> Side:
    """Give the names what the author wrote once for all: `DynamoDB Scan vs Query`, `Public vs Private Cloud`."""
    ended = _with_ending(names, around.casefold())
    if ended:
        return Side(ended)
    first = names[0].split()
    if len(first) != 2 or any(len(name.split()) != 1 for name in names[1:]):
        return Side(tuple(names))
    begun = [f"{first[0]} {name}" for name in names[1:]]
    if all(name.casefold() in around.casefold() for name in begun):
        return Side((names[0], *begun))  # "Redes Públicas x Privadas"
    alike = all(name[0].isupper() == first[1][0].isupper() for name in names[1:])
    if first[0][0].isupper() and alike and first[1].casefold() not in _KEPT:
        return Side((first[1], *names[1:]), first[0])
    return Side(tuple(names))


def _with_ending(names: list[str], around: str) -> tuple[str, ...]:
    """The names with what only the last one ends in, where the text below writes one of them so; nothing where not."""
    last, before = names[-1].split(), names[:-1]
    if len(last) not in (2, 3) or any(len(name.split()) >= len(last) for name in before):
        return ()
    shared = " ".join(last[-1:] if len(last) == 2 else last[len(names[0].split()) :])
    longer = [f"{name} {shared}" for name in before]
    written = names[-1] not in longer and any(name.casefold() in around for name in longer)
    return (*longer, names[-1]) if written or _same_ending(names[0], last[0]) else ()


def _same_ending(a: str, b: str) -> bool:
    """`Client-side` and `Server-side` are of one make."""
    return "-" in a and "-" in b and a.rpartition("-")[2].casefold() == b.rpartition("-")[2].casefold()
