"""What the subject of "X is a Y" names: the words without what stands around them, and whether they are a name of their own."""

from __future__ import annotations

import re

from graph.names import fold_name, fold_words
from ingest.class_nouns import CLASS_NOUNS, TOO_GENERAL_CLASSES
from ingest.document import MarkKind, Text
from ingest.english import LEADING_QUALIFIERS, QUALIFIED
from ingest.node_names import clean_name, has_proper_shape, is_name
from ingest.topics import Topic

__all__ = [
    "OF_TEXTS",
    "bare_subject",
    "coined_name",
    "is_named",
    "is_own_kind",
    "is_set_off",
    "made_name",
    "without_article",
]

# "X: Y is", "X - Y is", "Currently Y is"
_BEFORE = re.compile(
    r": |\s[-–—]\s(?!(?:they|it|this|these)\b)|^(?:Currently|Today|Recently|Nowadays|Now|Historically|Previously),? "
)
_LAST_LINE = re.compile(r"^.*\s(?=The [A-Z])", re.DOTALL)  # a term without a sign, and the sentence on the next line
_TERM = re.compile(r"^(?:the )?(?:term|word|acronym) (?=\S)", re.IGNORECASE)
_REMARK = re.compile(r"\s*\([^()]*\)")  # "Kubernetes (K8s) is ..."
_THAT = re.compile(r"\b(?:that|which|used|where|for|of)\b")
_FEW_WORDS = 3
OF_TEXTS = frozenset(
    "example reason idea goal step case problem issue question way case scenario difference approach rule".split()
)
_JUDGED = LEADING_QUALIFIERS | QUALIFIED
_GENERAL = TOO_GENERAL_CLASSES | OF_TEXTS
_ARTICLE = re.compile(r"^(?:an?|the)\s+", re.I)
# "Kubernetes, often abbreviated as K8s, is", "Chaos Engineering or CE is": the other name says nothing of what it is.
_ASIDE = re.compile(
    r",\s(?:or|also|often|sometimes|commonly|usually|formerly|previously|short for)\s[^,]{2,50},?$|\sor\s+[A-Z][A-Za-z]*[A-Z]$"
)


def without_article(words: str) -> str:
    """Return the words behind "a", "an" or "the"."""
    return _ARTICLE.sub("", words)


def bare_subject(words: str) -> str:
    """Return the subject without the line before it, remarks and other names."""
    said = _TERM.sub("", _REMARK.sub("", _LAST_LINE.sub("", _BEFORE.split(words)[-1])).strip())
    return _ASIDE.sub("", said).strip()


def is_named(topic: Topic, subject: str) -> bool:
    """Return whether the subject is the topic's name."""
    return fold_name(without_article(subject)) == fold_name(topic.name)


def is_own_kind(subject: str, words: str) -> bool:
    """Return whether a name is a kind's, whatever that is: `A Unique Vindex is a vindex that ...`."""
    name, kind = fold_words(without_article(subject)), fold_words(words)
    return bool(kind) and len(name) > len(kind) and name[-len(kind) :] == kind


def is_set_off(text: Text, subject: str) -> bool:
    """Return whether the subject is one word in code, or a few in bold or italics: "`kubectl` is a command line tool"."""
    name = without_article(subject)
    set_off = (MarkKind.CODE,) if name.isalpha() else ()
    kinds = (*set_off, MarkKind.STRONG, MarkKind.EMPHASIS)
    return any(mark.kind in kinds and text.plain[mark.start : mark.end] == name for mark in text.marks)


def coined_name(found: re.Match[str], subject: str, words: str, above: Topic | None) -> str:
    """Return the subject that its sentence makes a name, however it is written: `A write-ahead log is a file that ...`.

    A single word has to stand in the name above: "A provider is a plugin that ..." below "Provider plugins".
    """
    if not found["article"] or not _ARTICLE.match(subject) or words.rpartition(" ")[2].casefold() not in CLASS_NOUNS:
        return ""
    name = without_article(subject)
    few = 1 if above is not None and fold_words(name)[-1:] == fold_words(above.name)[:1] else _FEW_WORDS - 1
    if not few <= len(name.split()) <= _FEW_WORDS or _is_judged(name) or not _THAT.search(found["rest"]):
        return ""
    return name if name.islower() and is_name(name) else ""


def _is_judged(name: str) -> bool:
    """`good approach`, `main reason`: what is thought of it, or a part of a text."""
    first, last = name.partition(" ")[0], name.rpartition(" ")[2]
    return first in _JUDGED or last in _GENERAL


def made_name(subject: str, *, code: bool) -> tuple[str, ...]:
    """Return the subject as a name of its own where it is written like one."""
    name = clean_name(without_article(subject))
    capitalised = all(word[0].isupper() for word in name.split())
    proper = capitalised or code or has_proper_shape(name)
    return (name,) if is_name(name) and proper and len(name.split()) <= 3 else ()
