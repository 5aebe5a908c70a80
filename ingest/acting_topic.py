"""Whether the topic is what acts in a clause: a pronoun, its name or nothing stands before the verb, and nobody is told to."""

from __future__ import annotations

import re
from dataclasses import replace

from graph.names import fold_name
from graph.sentences import split_sentences
from ingest.claims import unqualified
from ingest.document import Block, BlockKind, MarkKind, Text
from ingest.english import CHOOSER_NOUNS, GENERIC_HEADINGS, QUALIFIED, STATING_VERBS, TASK_VERBS
from ingest.name_weight import is_activity, is_adjective, is_quality, is_whole, says_of_text
from ingest.relation_verbs import BASE_FORM, PRAISING, VERBAL_NOUN
from ingest.scope import Scope
from ingest.topics import Topic

__all__ = ["acting_topic", "carries_topic", "names_another", "names_others", "tells_reader", "with_means", "with_what"]

_TOLD = (
    "use",
    "leverage",
    "employ",
    "utilize",
    "utilise",
)  # "Use B for that" tells the reader; the topic need not use B
# A line that begins with one of these tells the reader what to do, or says only how something is done.
_TO = re.compile(r"[^.,;]*? to \w+(?!.*\b(?:may|might|can|could|will|would|should)\b)", re.DOTALL)
_TELLS = re.compile(
    r"(?:using|depend(?:ing)?|rely(?:ing)?|call|trigger|invoke|execute|deploy|route|distribute|direct|read)\b", re.I
)
_ADVISES = re.compile(r"(?:use|require|need)\b", re.I)  # of the topic only in so few words that nothing else is said
_SHORT = 6
_YOUR = re.compile(r"\byour?\b", re.I)
_YOU_CAN = re.compile(r"^(?:you|we) can(?: also)?$", re.I)
_WE = re.compile(r"^we(?: also| then)?$", re.I)
# "Kafka can process millions of messages because it relies on X"
_BECAUSE = re.compile(
    r"(?P<subject>[\w.+#-]+(?: [\w.+#-]+){0,3}?) (?:can|is|are|has|have|\w+s)\b[^,;:]* (?:because|since|as) (?:it|they)$"
)
_LETS = re.compile(r"^(?:allows?|lets?|enables?|helps?)(?: (?:you|users|us|one|them))?(?: to)?$", re.I)
_SEVERAL = re.compile(
    r"((?:[A-Za-z][\w-]* ){0,2}[A-Za-z][\w-]*s) (?:(?:in|of|on) \w+ )?(?:are|have|can|cannot|do|don['’]t|run|must|may)\b"
)
_PRONOUN = re.compile(
    r"^(?:(?:under the hood|behind the scenes|internally|by default|in practice|optionally|additionally|in addition|also),? )?"
    r"(?:(?:it|they|its|their|the|(?:this|that|these)(?: (?:approach|service|system|method|technique|strategy|pattern|model))?"
    r"|these|which"
    r"|the service)(?: (?:is|are|can|also|will|\w+ly))*|also|can(?: also)?|and|or|often|usually|\w+ly)?$",
    re.I,
)
# "It is an event broker that uses X"
_IS_ONE_THAT = re.compile(
    r"^(?:it|they)(?: is| are|['’]s|['’]re)(?: an?)?(?! (?:not|no|the)\b)"
    r"(?: (?!(?:of|for|in|on|with|to|by|from|where|when|and|not)\b)[\w-]+){1,5}"
    r" (?:that|which)(?: can| also| will| \w+ly)*$",
    re.I,
)
_GOES_ON = re.compile(r"^[^,;:]*\band(?: \w+ly)?$", re.I)  # "Enforces X and securely stores": of the same subject
_TO_DO = re.compile(r"\s*(?:in order )?to [a-z]+ [^,]*,\s*$", re.I)
_THIS = re.compile(r"(?:this|these) (\w+)$", re.I)
_GOES_ON_AND = re.compile(r" (?:is|are|can|has|have|\w+s) [^,;:]*(?:,| and)$")
_OF_IT = re.compile(r"(?:it|they)\b(?!.*\b(?:is|are|be|by)\b)[^,;:]*$", re.I)  # "It keeps rules (using X)"
_DOING = re.compile(r",\s[\w-]+ing(?: [\w-]+){0,3}$")
_OF_TOPIC_SAID = re.compile(r"(?:it|they)\b", re.I)
_PARTICIPLES = re.compile(r"using|via|leveraging", re.I)
_INSTRUMENT = re.compile(
    r"using|via|by means of|with the (?:help|use) of|through the use of"
    r"|(?:connectivity|connections?|tunnels?|communication) over",
    re.I,
)
_THIRD_PERSON = re.compile(r"(?:\w+ly |also |can also )?([a-z]{3,}s)\b", re.I)
_IS_ADVICE = re.compile(
    r"\b(?:instead|it(?: can be| is|['’]s) (?:useful|possible|important|recommended|necessary|best|better|common))\b",
    re.I,
)
_ES = re.compile(r"(?<=ch|sh|ss)es$|(?<=[xzo])es$|s$")
_OTHERS = re.compile(r"\b(?:you|we|if|when|that|which|who|is|are|instead|rather|without|not|never)\b|[;:]", re.I)
_OF_TOPIC = re.compile(r"^(?:it|they)\b[^;:]*(?:,|\band)(?: \w+ly)?$", re.I)  # "It is an engine, uses": so is this
_ASPECT = re.compile(
    r"(?: [-–—])? (?:encryption|monitoring|networking|logging|integrations?|authentication|access control"
    r"|overview|basics|availability)$",
    re.I,
)
_TO_BE_DONE = re.compile(
    r"(?:Manage|Configure|Create|Implement|Enable|Ensure|Understand|Explore|Describe|Define|Identify|Choose|Select|Set up|Deploy"
    r"|Secure) [A-Z]"
)
_THINGS_TOO = frozenset(["storage", "solution", "files", "link"])  # "File Storage" can do something
_LABELS = frozenset("speed cost performance latency throughput use usage price pricing size".split())
_TOLD_OF = re.compile(r"(?:stored|written|built|based|backed|powered|hosted|implemented) (?!by\b)")
_NEEDS = re.compile(r"(?:needs|requires|uses|supports|runs on|relies on|depends on)\b")
_FIRST_WORD = re.compile(r"^(?:an?|the|its|their|your|any|some)\s+", re.I)
_ORDINARY = CHOOSER_NOUNS | GENERIC_HEADINGS


def names_another(scope: Scope, index: int, end: int, about: Topic | None) -> bool:
    """Whether the sentence before a pronoun begins with a proper or a marked name that is not the topic's."""
    text = scope.document.blocks[index].text
    begin = _sentence_start(scope, index, end)
    article = _FIRST_WORD.match(text.plain[begin:end])
    begin += article.end() if article else 0
    first = text.plain[begin:end].partition(" ")[0].strip(",.:;")
    written = bool(first) and (first[0].isupper() or article is not None)
    if not written or _begins_with_topic(text.plain[begin:], about):
        return False
    if _is_set_off(text, begin, behind_article=article is not None):
        return True
    return first[0].isupper() and (scope.proper.holds(first) or _is_heading(scope, first))


def _sentence_start(scope: Scope, index: int, end: int) -> int:
    """Where the last sentence before `end` begins, behind the lead of its line."""
    before = scope.document.blocks[index].text.plain[:end]
    begin = split_sentences(before)[-1][0] if before.strip() else end
    lead = scope.topics.leads[index]
    return lead.rest if lead is not None and begin < lead.rest < end else begin


def _begins_with_topic(plain: str, about: Topic | None) -> bool:
    return about is not None and fold_name(about.name) in fold_name(plain[: len(about.name) + 20])


def _is_set_off(text: Text, begin: int, *, behind_article: bool) -> bool:
    """Whether a name is marked as one: `**Chef**`, "the `users` table"."""
    set_off = (MarkKind.STRONG, MarkKind.CODE) if behind_article else (MarkKind.STRONG,)
    return any(mark.kind in set_off and mark.start <= begin < mark.end for mark in text.marks)


def names_others(earlier: str, before: str, about: Topic | None) -> bool:
    """Return whether "they" stands for what is spoken of right before: "Containers run alone - they are part of a pod"."""
    if not before.strip().casefold().startswith("they") or not earlier.strip():
        return False
    several = _SEVERAL.match(earlier, split_sentences(earlier)[-1][0])
    return several is not None and not (about is not None and fold_name(several[1]) in fold_name(about.name))


def _is_heading(scope: Scope, word: str) -> bool:
    """Whether a section of the note is on that and on nothing else."""
    return any(block.kind is BlockKind.HEADING and block.text.plain == word for block in scope.document.blocks)


def acting_topic(scope: Scope, above: Topic | None) -> Topic | None:
    """What stands above, where it is a thing that can do something: "Interview with a user" does not store data.

    What is said below "EBS Encryption" is said of EBS.
    """
    if above is None:
        return None
    thing = _ASPECT.sub("", above.name)
    if thing != above.name and scope.proper.holds(thing):
        return replace(above, name=thing, owner="")
    whose = unqualified(above.owner)[1]
    if _is_activity_of(scope, above, whose):
        return replace(above, name=whose, owner="")
    whole = is_whole(above.name) or _is_product(scope, above.name)
    return above if whole and not says_of_text(above.name) and _can_act(above.name) else None


def _is_activity_of(scope: Scope, above: Topic, whose: str) -> bool:
    """`Scaling` below "EKS" is what EKS does; "Replication" below "Data Replication & Sharding" is a topic of its own."""
    if above.block < 0 or scope.document.blocks[above.block].kind is not BlockKind.HEADING:
        return False
    if not (above.name.istitle() and above.name.isalpha() and is_activity(above.name)):
        return False
    named = scope.proper.any_in(whose) or (whose.istitle() and " " in whose)
    return named and fold_name(above.name) not in map(fold_name, whose.split())


def _can_act(name: str) -> bool:
    """Whether a name is no label, nothing to be done ("Manage access"), no chooser ("Connection models") and nothing that a
    thing is like ("Platform agnostic")."""
    if _is_label(name) or _TO_BE_DONE.match(name):
        return False
    word = name.rsplit(maxsplit=1)[-1]
    last = word.casefold()
    if last.endswith("s") and last in CHOOSER_NOUNS:
        return False
    if " " in name and word.islower() and is_adjective(word):
        return False
    generic = last in GENERIC_HEADINGS and last not in _THINGS_TOO
    return not generic and last not in QUALIFIED


def _is_product(scope: Scope, name: str) -> bool:
    """`Acme FSx for Windows`: a proper name, and what that one of its products is for; "Best Practices for Acme" is none."""
    product, _, served = name.partition(" for ")
    last = product.rpartition(" ")[2]
    titled = all(word[0].isupper() for word in f"{product} {served}".split())
    one = not (last.endswith("s") or is_activity(last) or last.casefold() in _ORDINARY)
    return bool(served) and titled and one and (scope.proper.any_in(product) or scope.proper.holds(product))


def _is_label(name: str) -> bool:
    """`Speed`, `Event-driven`: what is told of the topic above, and nothing that acts."""
    told = is_adjective(name) and ("-" not in name or name.casefold().endswith(("driven", "based", "oriented")))
    return " " not in name and (told or is_quality(name) or name.casefold() in _LABELS)


def carries_topic(scope: Scope, index: int, before: str, verb: tuple[int, int], about: Topic | None) -> bool:
    """Whether the topic is the subject: its name or a pronoun stands there, or the line begins with the verb."""
    said = before.strip()
    block = scope.document.blocks[index]
    words = block.text.plain[slice(*verb)]
    if said.endswith(":"):
        return bool(_ADVISES.match(words)) and len(block.text.plain.split()) <= 2 * _SHORT
    if said:
        return _is_meant(scope, index, before, verb, about)
    return _begins_statement(scope, index, words, verb[1])


def _begins_statement(scope: Scope, index: int, words: str, end: int) -> bool:
    """Whether a verb that begins the line, and ends at `end`, says what the topic does, and tells nobody what to do."""
    block = scope.document.blocks[index]
    if words.casefold() == "using" and _links_to(block, end) and _TO.match(block.text.plain, end):
        return True  # "Using [[SSH]] to build up a connection"
    step = block.info == "ordered" and scope.topics.introduced[index] is None
    if _TELLS.match(words) or step or _instructs(block, words):
        return False
    return not _ADVISES.match(words) or _is_marked(block, end) or len(block.text.plain.split()) <= _SHORT


def _is_meant(scope: Scope, index: int, before: str, verb: tuple[int, int], about: Topic | None) -> bool:
    """Whether the words before the verb stand for the topic."""
    said, words = before.strip(), scope.document.blocks[index].text.plain[slice(*verb)]
    introduced = scope.topics.introduced[index] is not None
    if VERBAL_NOUN.fullmatch(words) or _stands_behind_other(said, words, introduced=introduced):
        return bool(PRAISING.fullmatch(said)) or said.endswith(",")  # "Global, integration with X"
    if _is_of_last(said, before, verb[0]) or _advises(said, words):
        return False
    return (
        _stands_for(said, about)
        or _is_told(scope, index, said, words, about)
        or _tells_means(said, words, about, introduced=introduced)
        or _goes_on(said, about)
    )


def _stands_behind_other(said: str, words: str, *, introduced: bool) -> bool:
    """`For flat files, stored in X`, `HTTP routing, needs a Y`."""
    return said.endswith(",") and bool(_TOLD_OF.match(words) or (introduced and _NEEDS.match(words)))


def _is_of_last(said: str, before: str, start: int) -> bool:
    """Whether `this` stands for what was said last, as it does behind the beginning of a line."""
    return said.casefold() == "this" and start - len(before) > 0


def _advises(said: str, words: str) -> bool:
    """`It can be useful instead to ..., using X`, `Or use X`."""
    return bool(_IS_ADVICE.search(said)) or (said.casefold() == "or" and bool(BASE_FORM.match(words)))


def _stands_for(said: str, about: Topic | None) -> bool:
    """A pronoun, the topic's name, `This layer` below "Layer 4", or "lets you"."""
    this = _THIS.match(said)
    if this and about is not None and fold_name(this[1]) in map(fold_name, about.name.split()):
        return True
    because = _BECAUSE.match(said)
    if because:
        return _names_topic(because["subject"], about)
    return bool(_PRONOUN.match(said) or _LETS.match(said) or _IS_ONE_THAT.match(said)) or _names_topic(said, about)


def _is_told(scope: Scope, index: int, said: str, verb: str, about: Topic | None) -> bool:
    """`We use X` in the section on a technique, "You can integrate X": advice on what the topic works with."""
    headed = about is not None and about.block == scope.document.blocks[index].heading >= 0
    told = bool(_WE.match(said)) and verb.casefold() in _TOLD and headed
    return told or (bool(_YOU_CAN.match(said)) and verb.casefold() == "integrate")


def _tells_means(said: str, verb: str, about: Topic | None, *, introduced: bool) -> bool:
    """`Builds an image from the file using X`, `It uses partitions, re-partitioning using X`."""
    if with_means(said, verb):
        return True
    of_topic = _OF_TOPIC_SAID.match(said) or _names_topic(said.partition(" ")[0], about)
    done = (_DOING.search(said) and of_topic) or (introduced and _OF_IT.match(said))
    return bool(_PARTICIPLES.fullmatch(verb) and done)


def _goes_on(said: str, about: Topic | None) -> bool:
    """`Encryption is supported for all types and uses KMS`: the verb before was the topic's, too."""
    named = about is not None and fold_name(said).startswith(fold_name(about.name))
    if named and _GOES_ON_AND.search(said):
        return True
    first = said.partition(" ")[0].casefold()
    return bool(_OF_TOPIC.match(said)) or (first in STATING_VERBS and bool(_GOES_ON.search(said)))


def with_what(verb: str) -> bool:
    """Return whether a verb of the grammar is a preposition, in substance: "using", "by means of"."""
    return bool(_INSTRUMENT.fullmatch(verb))


def with_means(said: str, verb: str) -> bool:
    """Return whether a verb tells the means of what somebody does who is not named: "Builds the image using X"."""
    found = _THIRD_PERSON.match(said) if _INSTRUMENT.fullmatch(verb) else None
    if found is None or _OTHERS.search(said):
        return False
    verb = found[1].casefold()
    stem = f"{verb[:-3]}y" if verb.endswith("ies") else _ES.sub("", verb)
    return verb in STATING_VERBS or stem in TASK_VERBS


def _instructs(block: Block, verb: str) -> bool:
    """`Write an item to the table`: a verb without an ending tells what to do, but in an item that speaks to nobody."""
    return bool(BASE_FORM.match(verb)) and (block.kind is not BlockKind.ITEM or bool(_YOUR.search(block.text.plain)))


def _links_to(block: Block, end: int) -> bool:
    return any(0 <= mark.start - end <= 1 for mark in block.text.marks if mark.kind is MarkKind.WIKILINK)


def _is_marked(block: Block, end: int) -> bool:
    """Whether the author stresses what follows the verb."""
    return any(0 <= mark.start - end <= 1 for mark in block.text.marks if mark.kind is MarkKind.STRONG)


def _names_topic(before: str, about: Topic | None) -> bool:
    return about is not None and fold_name(_FIRST_WORD.sub("", before.strip())) == fold_name(about.name)


def tells_reader(scope: Scope, index: int, before: str, verb: tuple[int, int]) -> bool:
    """Whether the reader is told to use something ("Use B for that"): the topic need not. What is marked is meant for it."""
    block = scope.document.blocks[index]
    told = block.text.plain[slice(*verb)].casefold() in _TOLD
    if told and _TO_DO.match(before):
        return True  # "To get help, use X"
    return not before.strip() and told and not _is_marked(block, verb[1])
