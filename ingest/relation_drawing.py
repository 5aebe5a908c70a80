"""From claims about names to relations between keys: ends found, weak ones dropped, evidence gathered."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from graph.model import NoteId
from graph.names import fold_name, is_ordinary_word
from graph.relation_types import SYMMETRIC, RelationType
from ingest.claims import Classed, NoteReading, Related, unqualified
from ingest.class_nouns import TOO_GENERAL_CLASSES
from ingest.class_phrases import without_praise
from ingest.clause_ends import begins_clause
from ingest.clause_subjects import named_subjects
from ingest.drawing import Drawing, Drawn, evidence_of
from ingest.english import ADVANCED_BY
from ingest.identities import Identities
from ingest.known_names import Found, KnownNames
from ingest.listed_objects import MODIFIES, listed_objects
from ingest.name_weight import joins_several
from ingest.rules.named_kinds import NAMED_KIND

__all__ = ["draw_relations"]

_BEFORE_SUBJECT = re.compile(
    r"^[\s,*:]*(?:(?:the|an?|your|each|every|when|once|all|by default|most|you can|you|can|configure|use|if|with)[\s,]+)*$",
    re.IGNORECASE,
)
_CAPITAL = re.compile(r" [A-Z]{2,}\b")  # "comprises the Docker CLI"
_OF_WHOLE = (RelationType.PART_OF, RelationType.OPTION_OF)
_CLASS_WORDS = 5
_BEGINS = 12  # characters before the first member of a class: an article, a vendor


# "Requires VM restart": what is needed happens to the thing.
_HAPPENS = re.compile(
    r" (?:restarts?|reboots?|downtime|failures?|failovers?|outages?|creation|deletion|upgrades?|migrations?|maintenance"
    r"|knowledge|experience|expertise|training)\b"
)


_ADJECTIVES = frozenset(
    """
    public private internal external local global dynamic static active passive single multiple standard reserved dedicated
    shared default custom primary secondary synchronous asynchronous manual automatic hot cold
    """.split()
)
_PERSONS = re.compile(r"(?:end[- ])?(?:users?|customers?|clients?|developers?|administrators?|admins?)", re.IGNORECASE)
# "has a Java runtime": the part is what follows the name.
_IS_OF = re.compile(
    r" (?!(?:and|or|for|to|in|on|with|that|which|by|as|is|are|where|when|from|at|per|but|of|if|while|so|because|via|using"
    r"|can|has|have|will)\b)[a-z]"
)
# "inferior to the new EC2 instance plans": what EC2 has, and not EC2
_NO_JOIN = (
    r"(?!(?:and|or|but|for|in|on|with|to|as|is|are|if|when|because|except|can|could|will|would|has|have|does|do|may|must"
    r"|which|that|where)\b)[a-z]+"
)
_OF_ANOTHER = re.compile(rf" {_NO_JOIN} {_NO_JOIN}\W*$")
_GOES_ON_WITH = re.compile(r"(?:,? (?:and|or) [A-Z][a-z]+)* [a-z]")


def draw_relations(readings: Sequence[NoteReading], identities: Identities, known: KnownNames) -> Drawing:
    """Return (source, type, target) -> relation for every claim whose ends are found and differ.

    A thing that has a chapter of its own elsewhere, or that the lexicon knows as a service, is no part of another
    because a heading about it stands below the other's.
    """
    standing = _standing(readings, identities)
    drawing: Drawing = {}
    for reading in readings:
        for claim in reading.related:
            for source, target in _ends(claim, identities, known):
                if claim.cite.rule == NAMED_KIND and not _is_kind_by_name(claim, target, known):
                    continue
                if claim.type == RelationType.PART_OF and _stands_alone(claim, source, target, standing, identities):
                    continue
                _add(drawing, claim, source, target, reading.path)
        for classed in reading.classed:
            is_a = Related("", RelationType.IS_A, "is a", "", classed.cite)
            kind = _class_key(classed, identities, known)
            for member in _members(classed, identities, known):
                _add(drawing, is_a, member, kind, reading.path)
    _prefer_options(drawing)
    _drop_told_kinds(drawing)
    _drop_told_links(drawing)
    return drawing


def _standing(readings: Sequence[NoteReading], identities: Identities) -> set[str]:
    """The keys of what is a heading below nothing."""
    things = (thing for reading in readings for thing in reading.things)
    return {identities.key(thing.name) for thing in things if thing.cite.rule == "heading" and not thing.owner}


def _stands_alone(claim: Related, source: str, target: str, standing: set[str], identities: Identities) -> bool:
    """A service is no part of another for being listed below it, unless its name says so: DynamoDB Accelerator."""
    if claim.cite.rule not in ("nested heading", "listed under", "term"):
        return False
    nested = claim.cite.rule == "nested heading"
    if nested and source in standing:
        return True
    if not identities.is_service(source):
        return False
    if identities.is_service(target):
        return not identities.named_after(source, target)
    return nested and _is_chapter(unqualified(claim.target)[1], source)


def _is_chapter(name: str, service: str) -> bool:
    """A chapter of a text on several things or on the service itself: "Containers-and-ECS", "EFS Architecture"."""
    file_name = " " not in name and "-" in name
    own = fold_name(name).startswith(service.lstrip("="))
    step = name.partition(" ")[0].casefold() in ADVANCED_BY
    return file_name or own or step or joins_several(name.replace("-", " "))


def _prefer_options(drawing: Drawing) -> None:
    """Where one line calls a thing a part and another an option or one of the same, it is that."""
    for source, kind, target in list(drawing):
        if kind == RelationType.PART_OF and (source, RelationType.OPTION_OF, target) in drawing:
            weaker = drawing.pop((source, kind, target))
            drawing[source, RelationType.OPTION_OF, target].evidence += weaker.evidence
            continue
        told = drawing.get((source, RelationType.IS_A, target)) if kind == RelationType.PART_OF else None
        if told is not None and not _is_by_name(told):
            del drawing[source, kind, target]  # "X: a framework" below "Frameworks"


def _drop_told_kinds(drawing: Drawing) -> None:
    """What a name alone says adds nothing where the notes say what the two are to each other."""
    told = {frozenset((source, target)) for (source, _, target), drawn in drawing.items() if not _is_by_name(drawn)}
    for source, kind, target in [key for key, drawn in drawing.items() if _is_by_name(drawn)]:
        if frozenset((source, target)) in told:
            del drawing[source, kind, target]


def _is_kind_by_name(claim: Related, target: str, known: KnownNames) -> bool:
    """Whether no maker's name makes the kind ("Acme Functions"), and the class is what its own words name."""
    kind, name = unqualified(claim.source)[1], unqualified(claim.target)[1]
    own = target.lstrip("=").rpartition("/")[2] == fold_name(name) or name.isupper()
    return own and not known.is_vendor(kind.split()[0])


def _is_by_name(drawn: Drawn) -> bool:
    return all(evidence.rule == NAMED_KIND for evidence in drawn.evidence)


def _drop_told_links(drawing: Drawing) -> None:
    """A link on a line that says why the two are linked adds nothing."""
    told: dict[tuple[str, str], set[tuple[NoteId, int]]] = defaultdict(set)
    for (source, kind, target), drawn in drawing.items():
        if kind != RelationType.LINKS_TO:
            told[min(source, target), max(source, target)].update((e.path, e.line_start) for e in drawn.evidence)
    for source, kind, target in [key for key in drawing if key[1] == RelationType.LINKS_TO]:
        drawn = drawing[source, kind, target]
        lines = told.get((min(source, target), max(source, target)), set())
        drawn.evidence = [e for e in drawn.evidence if (e.path, e.line_start) not in lines]
        if not drawn.evidence:
            del drawing[source, kind, target]


def _add(drawing: Drawing, claim: Related, source: str, target: str, path: NoteId) -> None:
    if (
        not source
        or not target
        or _last_name(source) == _last_name(target)
        or _is_of_its_own_name(claim, source, target)
    ):
        return
    if claim.inverse:
        source, target = target, source
    evidence = evidence_of(path, claim.cite)
    prefers = source if claim.prefers else ""
    if claim.type in SYMMETRIC and source > target:
        source, target = target, source
    drawn = drawing.setdefault((source, claim.type, target), Drawn(claim.phrase, []))
    drawn.prefers = drawn.prefers or prefers
    drawn.evidence.append(evidence)


def _last_name(key: str) -> str:
    """The folded name of a key without its owner's: what two owners call the same is not told apart in a sentence."""
    return key.lstrip("=").rpartition("/")[2]


def _is_of_its_own_name(claim: Related, source: str, target: str) -> bool:
    """`Elastic Beanstalk`, said to use "Beanstalk", a Kafka cluster of "Kafka brokers", an interface that needs an
    "Interface endpoint": a name cut short, and no second thing."""
    if claim.cite.rule != "sentence":
        return False
    if claim.type == RelationType.PART_OF and claim.inverse and source.startswith(target):
        *_, before, _ = ("", "", *_own_words(claim))
        return fold_name(before) == target
    if claim.type != RelationType.USES:
        return False
    if target.startswith(source):
        return len(words := _own_words(claim)) == 1 and is_ordinary_word(words[0])
    return source.endswith(target) and target in _endings(_own_words(claim))


def _own_words(claim: Related) -> list[str]:
    return unqualified(claim.topic or claim.source)[1].split()


def _endings(words: Sequence[str]) -> set[str]:
    """What a name ends in, behind words with a capital: "MkDocs" does not end "Material for MkDocs"."""
    return {fold_name(" ".join(words[place:])) for place in range(1, len(words)) if words[place - 1][0].isupper()}


def _ends(claim: Related, identities: Identities, known: KnownNames) -> Iterator[tuple[str, str]]:
    for source in _sources(claim, identities, known):
        yield from ((source, target) for target in _targets(claim, identities, known))


def _sources(claim: Related, identities: Identities, known: KnownNames) -> tuple[str, ...]:
    """The keys of what a claim is made of: where its words name none, of what stands in for that."""
    if not claim.source_search:
        return (identities.key(claim.source),)
    named = named_subjects(claim.source, known)
    if named is not None:
        return named
    stand_in = claim.topic or claim.made
    return (identities.key(stand_in),) if stand_in else ()


def _targets(claim: Related, identities: Identities, known: KnownNames) -> Iterator[str]:
    if not claim.search:
        yield identities.key(claim.target)
        return
    if not claim.source_search and known.is_vendor(unqualified(claim.source)[1]):
        return  # what is said below a vendor's name is said of something of theirs
    found = _meant(claim, known)
    if found is None:
        return
    yield from (hit.key for hit in found)
    if not found or len(claim.fallback) > 1:
        yield from _made(claim.target, claim.fallback, found, identities, known)


def _meant(claim: Related, known: KnownNames) -> list[Found] | None:
    """The known names that the verb's words mean; None where those in them tell that nothing is said of a name."""
    named = _objects(claim, known)
    meant = [hit for hit in named if not _is_beside_the_matter(claim, hit)]
    if named and not meant:
        return None
    found = [hit for hit in meant if not _is_of_another(claim, hit)]
    if not found:
        far = listed_objects(claim.target, known) and not _begins_with(claim.target, claim.fallback)
        return None if far else found  # what is known stands too far from the verb
    told_of = claim.inverse and claim.type != RelationType.USES
    if told_of and not begins_clause(claim.target[: found[0].start]):
        return None  # "is a set of properties of X" says what X has
    return found


def _objects(claim: Related, known: KnownNames) -> list[Found]:
    """The known names that the verb is said of; of choices not those that only tell what is chosen."""
    found = listed_objects(claim.target, known, of_verb=True)
    chosen = claim.type == RelationType.OPTION_OF
    return [hit for hit in found if not (chosen and MODIFIES.match(claim.target, hit.end))]


def _is_of_another(claim: Related, hit: Found) -> bool:
    """A name that another thing's begins with: `Docker` in "comprises the Docker CLI"."""
    whole = claim.inverse and claim.type == RelationType.PART_OF
    if (whole or claim.phrase == "allows for") and _IS_OF.match(claim.target, hit.end):
        return True
    return claim.type in _OF_WHOLE and bool(_CAPITAL.match(claim.target, hit.end))


def _is_beside_the_matter(claim: Related, hit: Found) -> bool:
    """A name that something happens to, that only tells of what kind another is, or a person that something is used by."""
    text = claim.target
    person = claim.type == RelationType.USES and bool(_PERSONS.fullmatch(text, hit.start, hit.end))
    likened = claim.type in (RelationType.COMPARED_WITH, RelationType.ALTERNATIVE_TO)
    of_another = likened and _OF_ANOTHER.match(text, hit.end)
    return person or bool(of_another or _HAPPENS.match(text, hit.end)) or _tells_of_what_kind(text, hit)


def _tells_of_what_kind(text: str, hit: Found) -> bool:
    """`Public and Private key pair`: words that elsewhere name something, before the thing that is meant."""
    return text[hit.start : hit.end].casefold() in _ADJECTIVES and bool(_GOES_ON_WITH.match(text, hit.end))


def _begins_with(text: str, names: Sequence[str]) -> bool:
    """Whether the first of the names to make stands right behind the verb, written as a proper one."""
    return bool(names) and names[0][0].isupper() and begins_clause(text[: max(text.find(names[0]), 0)])


def _class_key(claim: Classed, identities: Identities, known: KnownNames) -> str:
    if claim.made:
        key = identities.key(claim.made)
        if known.key_of(claim.made) == "":
            key = _wider(claim.made, known) or key
        return "" if _is_expansion(claim.made, key, identities) or _is_too_general(claim.made, key, known) else key
    words = without_praise(claim.words.split())
    shortest = 1 if len(words) == 1 else 2  # "around 2000 servers" are no class of their own
    for size in range(min(_CLASS_WORDS, len(words)), shortest - 1, -1):
        ending = " ".join(words[-size:])
        key = known.key_of(ending)
        if key and not _is_too_general(ending, key, known) and not _is_expansion(ending, key, identities):
            return key
    return ""


def _is_too_general(words: str, key: str, known: KnownNames) -> bool:
    """`Service`, or an "Acme service", that another note names: what is so called here is none of those."""
    first, _, last = words.rpartition(" ")
    if fold_name(last) in TOO_GENERAL_CLASSES and " " not in first and known.is_vendor(first):
        return True  # "AWS service"
    return fold_name(last) in TOO_GENERAL_CLASSES and (last == words or known.key_of(last) == key)


def _wider(made: str, known: KnownNames) -> str:
    """The class that the notes name by the last words: "queue-oriented event broker" is one of the "Event brokers"."""
    words = made.split()
    sizes = (size for size in range(len(words) - 1, 1, -1) if words[-size - 1] not in ("and", "or", "&"))
    endings = (" ".join(words[-size:]) for size in sizes)
    return next((key for ending in endings if (key := known.key_of(ending))), "")


def _is_expansion(words: str, key: str, identities: Identities) -> bool:
    """`A relational database service` is a class, though a service has that for a name."""
    return words.islower() and identities.is_service(key)


def _members(claim: Classed, identities: Identities, known: KnownNames) -> Iterator[str]:
    if not claim.search:
        yield identities.key(claim.members)
        return
    found = listed_objects(claim.members, known)
    if found and (found[0].start > _BEGINS or not _BEFORE_SUBJECT.match(claim.members[: found[0].start])):
        found = []
    if claim.names or (found and not claim.members[found[-1].end :].strip(" ,.")):
        found = [hit for hit in found if not _begins_longer(claim, hit)]
        yield from (hit.key for hit in found)
        yield from _made(claim.members, claim.names, found, identities, known)


def _begins_longer(claim: Classed, hit: Found) -> bool:
    """Whether a listed name goes on behind the known one: "Azure Instance Metadata Service" is not Azure."""
    text = claim.members[hit.start :]
    return any(
        text.startswith(name) and len(name.split()) > len(text[: hit.end - hit.start].split()) for name in claim.names
    )


def _made(
    text: str, names: Sequence[str], found: Sequence[Found], identities: Identities, known: KnownNames
) -> Iterator[str]:
    """The keys of names that no known name stands in."""
    place = 0
    for name in names:
        start = text.find(name, place)
        end = start + len(name)
        inside = start >= 0 and any(hit.start < end and start < hit.end for hit in found)
        place = max(place, end)
        if not inside and not known.is_vendor(name):
            yield identities.key(name)
