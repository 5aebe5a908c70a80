"""What the words behind a verb name: where they end, the proper names that they begin with, or one short noun phrase."""

from __future__ import annotations

import re

from ingest.english import CHOOSER_NOUNS, CONCRETE_NOUNS, QUALIFIED
from ingest.name_weight import is_adjective, lists_parts
from ingest.node_names import clean_name, has_proper_shape, is_generic, is_name

__all__ = ["adapts", "capitalised", "noun_phrase", "object_words", "proper_objects", "several"]

_COUNTED = re.compile(
    r"^\s*(?:the following|(?:the )?(?:two|three|four|five|six|seven|eight|\d|several|various)) [^:;.,()]{0,40}:\s+(?=\S)",
    re.I,
)
_OBJECT_END = re.compile(  # with a look for what each alternative begins with: most letters are none of it
    r"(?=[\s,;!?:.(])(?:(?<!\s)\s+(?:that|which|who|so|because|if|but|however|while|where|when|before|after|unless|without|instead|rather|than|until|whether|though|by|via)\b"
    r"|,\s+(?=(?-i:[A-Z])[\w.-]*(?: [\w.-]+){0,2}"
    r" (?:uses?|is|has|have|supports?|provides?|are|runs?|stores?|can|will|may|must|does|do)\b)"
    r"|\((?=[^()]*\b(?:is|are|was|were|can|will)\b)"
    r"|,\s+and\s+(?=(?:the |an? )?(?:[\w-]+ ){1,4}(?:will|can|is|are|must|has|have)\b)"
    r"|,\s+(?:and|then)\s+[a-z]{3,}s\s+(?:the|an?|its|it|them)\b|\s(?:and|then)\s(?-i:[a-z]{3,})s\s(?=(?-i:[A-Z]))|[;!?]|:(?!//)|\.\s|\((?:via|by|through|using)\b|(?<!\s)\s+[-–—]\s+|(?<!\s)\s+(?:can|will|must|should|is|are|was|were)\s)",
    re.IGNORECASE,
)
_PHRASE_END = re.compile(
    r"(?<!\s)\s+(?:for|to|in|on|at|by|with|as|from|of|during|via|and|or|per|under|over)\s|,|\(|\.$|\s(?!speed|feed|seed|embed)[a-z]{3,}ed$",
    re.I,
)
_PROPER = r"[A-Z][\w.+#-]*(?: (?:[A-Z][\w.+#-]*|\d+(?:\.\d+)*)){0,3}"
_PROPER_LIST = re.compile(
    rf"(?:(?:the|an?|your|own|its|their|many|several|multiple|one or more) )*"
    rf"({_PROPER}(?:(?:, (?:and |or )?| and | or ){_PROPER}){{0,7}})(?=[\s,.;:)]|$)"
)
_EXAMPLES = re.compile(r"\b(?:including|such as|like|called|named)[,:]? ")
# "ships with a `session` guard", "has an RSS feed": the part is what follows the name
_ADAPTS = re.compile(
    r"(?:an? |the )?[A-Z][\w.+#-]*(?: [A-Z][\w.+#-]*)* (?!and\b|or\b|for\b|as\b|in\b|to\b|that\b|which\b|on\b)[a-z]"
)
_OF = re.compile(r"[A-Z]\w+ of [A-Z]|[A-Z][\w.+#-]* [a-z]+s\b")  # "a Single Point of Failure", "IPv4 or IPv6 blocks"
_LIST_SEPARATOR = re.compile(r", (?:and |or )?| and | or ")
# "a specific address", "smaller instances": of what size or sort, and no name
_VAGUE = frozenset(
    """
    specific special certain particular own separate single custom existing traditional advanced modern internal external
    local static large larger small smaller tiny big bigger light lightweight long longer short shorter
    """.split()
)
# What anything may consist of
_OF_ANYTHING = frozenset(
    """
    things items steps words phases stages sections pieces lines people rules different other related additional smaller
    sub-parts chunks parts tasks names numbers values details ideas questions
    """.split()
)
_FIRST_WORD = re.compile(r"^(?:an?|the|its|their|your|any|some)\s+", re.I)
# "a key, a value and a timestamp"
_ONE = r"an? [a-z][a-z-]+(?: [a-z][a-z-]+)?"
_EACH_OF = re.compile(rf"{_ONE}(?:, (?:and )?{_ONE})*,? and {_ONE}(?=[.,;(]|$)")
_ARTICLE = re.compile(r"^an? ")
# "one or more datacenters equipped with", "partitions for scalability"
_SEVERAL = re.compile(
    r"(?:(?:one or more|multiple|several|many|various|two|three|four|five|six|a (?:number|set|group|series) of) )?"
    r"(?P<name>[a-z][a-z-]{2,}(?: [a-z][a-z-]+)?s)"
    r"(?=[,.;]|$| \(| (?:that|which|with|for|to|in|on|across|based|where|called|equipped|running)\b)"
)
_NO_PARTS = _VAGUE | QUALIFIED | CHOOSER_NOUNS | _OF_ANYTHING
_NOT_FIRST = _VAGUE | QUALIFIED


def object_words(rest: str) -> str:
    """The words behind the verb up to the clause's end; "two parts: A and B" names them behind the colon."""
    rest = _COUNTED.sub(" ", rest)
    stop = _OBJECT_END.search(rest)
    return rest[: stop.start() if stop else len(rest)].strip(" .")[:300]


def capitalised(target: str) -> tuple[str, ...]:
    """Proper names at the beginning of the object, one or a list: "Chef and Puppet", "REST and WebSocket APIs"."""
    examples = _EXAMPLES.search(target)
    found = _PROPER_LIST.match(target, examples.end() if examples else 0) or _PROPER_LIST.match(target)
    names = [clean_name(name) for name in _LIST_SEPARATOR.split(found[1])] if found else []
    return tuple(
        name for name in names if is_name(name) and len(name) > 2 and not (is_adjective(name) or name.endswith("ally"))
    )


def adapts(target: str) -> bool:
    """Return whether the name that the object begins with only tells of what kind the thing behind it is: "a REST interface"."""
    return _ADAPTS.match(target) is not None


def proper_objects(target: str) -> tuple[str, ...]:
    """Return the names that the object is made of where their form alone makes them names: several words, or `IPv6`."""
    if adapts(target) or _OF.search(target):
        return ()
    return tuple(name for name in capitalised(target) if " " in name or has_proper_shape(name))


def noun_phrase(target: str) -> tuple[str, ...]:
    """A short noun phrase is a name of its own where nothing in it is known: "uses optimistic concurrency control"."""
    phrase = _FIRST_WORD.sub("", target.strip())
    stop = _PHRASE_END.search(phrase)
    name = clean_name(phrase[: stop.start()] if stop else phrase)
    words = name.split()
    vague = name.partition(" ")[0].casefold() in _NOT_FIRST
    last = words[-1] if words else ""
    quality = last.endswith("ty") and last not in CONCRETE_NOUNS  # "difficulty of", but "workload identity"
    named = 2 <= len(words) <= 4 and is_name(name) and not (vague or quality or is_adjective(last))
    return (name,) if named else ()


def several(target: str) -> tuple[str, ...]:
    """The plural in small letters that a whole is said to consist of: "is made up of one or more datacenters"."""
    listed = _EACH_OF.match(target)
    if listed:
        parts = [_ARTICLE.sub("", part) for part in _LIST_SEPARATOR.split(listed[0])]
        return tuple(part for part in parts if is_name(part) and not is_generic(part))
    found = _SEVERAL.match(target)
    name = found["name"] if found else ""
    vague = {*name.split()} & _NO_PARTS
    return (name,) if name and is_name(name) and not vague and not is_generic(name) and not lists_parts(name) else ()
