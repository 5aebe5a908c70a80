"""What the notes say of one side of a comparison, statement by statement, each with the words that it is about."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from graph.comparing.quantities import Quantity, quantities, without_quantities
from graph.model import Concept, ConceptId, Evidence, Statement
from graph.names import fold_name
from graph.sentences import split_sentences
from graph.words import stems

__all__ = ["Told", "opening_statement", "statements_of", "tell"]

_CLAUSE = re.compile(r"[,;:()]|\b(?:since|because|but|while|as|so|if|when|which|that)\b", re.IGNORECASE)
_LEAD = re.compile(r"^(?P<lead>[^:–—=.,;!?]{2,50}?)(?::|\s+[-–—=]>?)\s+(?=\S)")
_NEGATION = re.compile(
    r"\b(?:not|no|never|without|cannot|non|neither|nor|lacks?|un(?:able|supported))\b|n[’']t\b", re.IGNORECASE
)
_NO_STATEMENT = re.compile(  # what points elsewhere or opens a list
    r"[:?]$|\bfollowing\W*$|^\W*(?:sources?|credits?|references?|see(?: also)?|via)\s*:|^\W*see\b"
    r"|\b(?:for|to (?:learn|read|find|see)) (?:(?:some|much|a lot) )?(?:more|further|additional|detailed)\b"
    r"|\bsee (?:also|notes?|the)\b"
    r"|\bthe following (?:image|picture|diagram|figure|example|table|code|list|steps?)\b|^\[.*\]$",
    re.IGNORECASE,
)
_ASIDE = re.compile(  # begins with a condition, a place or an amount: it goes on about a thing, and does not say what it is
    r"^\W*(?:if|as|when|where|while|since|because|although|here|there|recall|remember|note|any|every|no|up to|at|this"
    r"|these|recommended)\b",
    re.IGNORECASE,
)
_MOST = 80  # statements of one subject: a comparison of enormous concepts stays one that can be read
_LONGEST = 60  # words of a statement that is lined up; longer ones are text, not statements
_NEAR_START = 1  # words before a subject: an article, a sign
_SAYING = 3  # words that say what a thing is; fewer are another name of it
_LEAST = 2  # words; one alone is a heading of what follows


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One statement about a subject.

    `about` is the subject's own part or option that it speaks of, "" for the subject itself. `lead` is the term it
    begins with. `said` are the stems of what it says, without measures and its subject's names; `words` those that
    no name of the subject has, by which it is lined up; `denied` those in a clause with a "not".
    """

    subject: ConceptId
    text: str
    evidence: Evidence
    about: str
    lead: str
    said: frozenset[str]
    words: frozenset[str]
    amounts: tuple[Quantity, ...]
    denied: frozenset[str]


def statements_of(subject: Concept, parts: Iterable[Concept], others: Iterable[Concept] = ()) -> tuple[Told, ...]:
    """Return what is said of a concept, its definition first, and of its parts and options, in reading order.

    What begins with the name of one of the `others` is said of that one, wherever it stands.
    """
    own = _names(subject)
    foreign = _names(*others)
    told = [_told(subject.id, sentence, own, "") for sentence in _sentences(subject)]
    for part in sorted(parts, key=lambda concept: concept.id):
        both = _names(subject, part)
        told += [_told(subject.id, sentence, both, part.label) for sentence in _sentences(part)]
    seen: dict[tuple[str, str], Told] = {}
    for statement in told:
        if not _begins_with(foreign, own, statement.text):
            seen.setdefault((fold_name(statement.text), str(statement.evidence.span)), statement)
    return tuple(seen.values())[:_MOST]


def opening_statement(subject: Concept) -> Statement | None:
    """Return what says what a concept is: its definition where that is more than a name, else the first statement.

    The first of the section that says most of it: elsewhere it is often only listed among others. None where that goes
    on about the thing and does not say what it is.
    """
    said = [one for one in _sentences(subject) if len(one.text.split()) >= _SAYING]
    if subject.definition and said and said[0].evidence == subject.definition.evidence:
        return said[0]
    sections = Counter(_section(one) for one in said)
    first = max(said, key=lambda one: sections[_section(one)], default=None)  # of equals the first
    return None if first is None or _ASIDE.match(first.text) else first


def _section(said: Statement) -> tuple[str, int]:
    """The note and the heading that a statement leans on; one that leans on none stands by itself."""
    heading = said.evidence.context[0].line if said.evidence.context else -said.evidence.line_start
    return said.evidence.path, heading


def tell(subject: Concept, text: str, evidence: Evidence) -> Told:
    """Return one statement about a concept, such as a cell of an author's table, as it is compared."""
    return _told(subject.id, Statement(text, evidence), _names(subject), "")


def _sentences(concept: Concept) -> list[Statement]:
    facts = [concept.definition, *concept.facts] if concept.definition else concept.facts
    return [
        Statement(sentence, fact.evidence)
        for fact in facts
        for sentence in _cut(fact.text)
        if len(sentence.split()) >= _LEAST and not _NO_STATEMENT.search(sentence)
    ]


def _cut(text: str) -> Sequence[str]:
    return [text[start:end].strip() for start, end in split_sentences(text)]


def _told(subject: ConceptId, sentence: Statement, names: _Names, about: str) -> Told:
    found = _LEAD.match(sentence.text)
    lead = found["lead"].strip() if found and len(found["lead"].split()) <= 5 else ""
    own = fold_name(lead) == fold_name(about) or not frozenset(stems(lead)) - names.stems
    brief = without_quantities(sentence.text) if len(sentence.text.split()) <= _LONGEST else ""
    return Told(
        subject=subject,
        text=sentence.text,
        evidence=sentence.evidence,
        about=about,
        lead="" if own else lead,
        said=_telling(names.pattern.sub(" ", brief)),
        words=_telling(names.pattern.sub(" ", brief)),
        amounts=quantities(sentence.text),
        denied=frozenset(
            word for clause in _CLAUSE.split(brief) if _NEGATION.search(clause) for word in _telling(clause)
        ),
    )


def _telling(text: str) -> frozenset[str]:
    return frozenset(word for word in stems(text) if not word.isdigit())


@dataclass(frozen=True, slots=True)
class _Names:
    """Every name of some concepts: the stems in them, and where one stands whole in a text."""

    stems: frozenset[str]
    pattern: re.Pattern[str]


def _begins_with(foreign: _Names, own: _Names, text: str) -> bool:
    found = foreign.pattern.search(text)
    if found is None or len(text[: found.start()].split()) > _NEAR_START:
        return False
    return not own.pattern.search(text[: found.end()])


def _names(*concepts: Concept) -> _Names:
    names = sorted({name.name for concept in concepts for name in concept.names}, key=lambda name: (-len(name), name))
    return _Names(
        frozenset(stem for name in names for stem in stems(name)),
        re.compile("|".join(rf"(?<!\w){re.escape(name)}s?(?!\w)" for name in names) or r"(?!)", re.IGNORECASE),
    )
