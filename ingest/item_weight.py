"""How surely the lead of an item names a thing that can be a part of another."""

from __future__ import annotations

import re

from graph.names import fold_words
from ingest.abbreviations import is_gloss_of
from ingest.document import Block, MarkKind
from ingest.english import (
    CHOOSER_NOUNS,
    DETERMINERS,
    DOING_VERBS,
    IMPERATIVES,
    TASK_VERBS,
)
from ingest.lead_links import lead_marks
from ingest.lead_terms import Lead
from ingest.name_weight import (
    Weight,
    is_activity,
    is_quality,
    name_weight,
    tells_how,
)
from ingest.relation_labels import listed_names
from ingest.scope import Scope

__all__ = ["is_advice", "is_class_of", "is_label", "item_weight"]

_NEAR = 8  # items to either side
_ADVICE = re.compile(
    r"^(?:to [a-z]+ (?:the|an?|your|permissions)\b"
    r"|you|we|they|your|i|always|never|make sure|be (?:sure|aware|careful)|don't|do not|please|many|some"
    r"|most (?!common|popular|used|recent)"
    r"|there (?:is|are)"
    r"|it(?:'s|’s| is) (?:important|possible|best|recommended|worth))\b",
    re.I,
)
_TIP = re.compile(
    r"(?:use|turn|set|make|avoid|consider|keep|check|try|ensure|choose|remember|note|implement|review|add|limit|apply|verify"
    r"|require|restrict|prefer|focus|look|ask|assess|validate|test|do|see|monitor"
    r"|enable|match|know|upload)\b(?! (?:when|for|if|to)\b)",
    re.I,
)
_WHAT_IT_IS = frozenset(
    ["service", "network", "database", "system", "platform", "tool", "software", "language", "framework", "solution"]
)
_RUN_AS = frozenset(["managed", "serverless", "fully", "highly", "hosted"])
_VALUE = re.compile(
    r"^\W*(?:(?:depends|varies|ranges|starts|defaults) "
    r"|https?://|[<>~≈]?\s*[$€£]?\d|(?:up to|at least|at most|max|min|none|yes|no|true|false|unlimited)\b)",
    re.I,
)
_GOES_ON = re.compile(
    r"\s+(?:(?:can|may|should|must|will|has|have|had|does|do)\b|is an? (?:scenario|situation|risk|problem|threat|mistake)\b"
    r"|(?:is|are) (?:(?:always|automatically) )?(?:set|pulled|taken|derived|generated|ignored|passed|returned|loaded|created|sent"
    r"|stored|called|added|removed|updated|executed|started|stopped|checked|required|needed)\b)"
)
_ADVISED = re.compile(
    r"(?:[\w/+.-]+ ){1,5}(?:is |are )?(?:highly |strongly )?recommended\W*(?:\(|$)", re.I
)  # "Parquet or ORC recommended"
_SAMPLE = re.compile(r"[\"“][^\"”]*[\"”]\.?")
_ADDRESS = re.compile(r"mailto:|[\w.+-]+@[\w-]+\.\w|^https?://(?:www\.)?(?:twitter|x|linkedin)\.com/", re.I)
_MEASURES = frozenset(
    """
    payment control importance isolation commitment interruption constraints relations protections preventions reads writes fix
    fixes req reqs behavior behaviour goal problem cause result effect symptom solution impact purpose role analogy
    idea variations caveat caveats
    format syntax range limit time size date cost price count number total unit age duration speed none null true
    false
    """.split()
)
_RULES = frozenset(["golden rule", "rule of thumb", "best practice", "good practice"])
_TOLD_AS = frozenset(
    """
    fee fees billing charges versions responsibilities command commands
    size sizes limit limits duration length times risk risks logic latency drawback drawbacks benefit benefits downside
    upside purpose
    """.split()
)
_PLAIN_WORD = re.compile(r"[a-z]+\d*")
_ARROW = re.compile("→|[-=]>")
_NUMBERED = re.compile(r"(?:layer|level|port|version|tier|phase|stage|step|type|part|generation)s? v?[0-9.]+", re.I)
_STEPS = frozenset(["phase", "phases", "stage", "stages", "step", "steps", "part", "parts"])
_PROSE = 2  # words
_SENTENCE = 4  # words: what stands behind an arrow is said of the term, and no step


def item_weight(scope: Scope, index: int, lead: Lead) -> Weight:
    """Return how surely an item's lead names a thing that can be a part of another."""
    block = scope.document.blocks[index]
    rest = block.text.plain[lead.rest :].strip()
    if _names_nothing(scope, index, lead, rest):
        return Weight.NONE
    weight = _own_weight(scope, index, lead, rest)
    if lead.alone and any(mark.kind is MarkKind.WIKILINK for mark in lead_marks(block, lead)):
        return Weight.PROPER  # its author has made it a thing
    if weight is Weight.PLAIN and _is_to_be_done(scope, index, lead.name, rest):
        return Weight.NONE
    code = _is_code(block, lead)
    if not weight or (not code and is_label(scope, lead.name)):
        return Weight.NONE
    return max(weight, Weight.TITLED) if code or _is_explained(block, lead, rest) else weight


def _names_nothing(scope: Scope, index: int, lead: Lead, rest: str) -> bool:
    """Whether the item is said of the topic, or of whatever else, and its lead is no term."""
    block = scope.document.blocks[index]
    if block.info == "line" and not lead.marked and (lead.alone or lead.rest == lead.end):
        return True  # nothing tells a name from a remark
    low = lead.name.casefold().split()
    if low[0] in _RUN_AS and low[-1].removesuffix("s") in _WHAT_IT_IS:
        return True  # "Managed service" tells what the topic is like
    if _says_else(scope, index, lead, rest) or _is_quality_of(scope, index, lead):
        return True
    return _is_numbered(scope, index, lead) or _heads_names(scope, block, lead, rest)


def _own_weight(scope: Scope, index: int, lead: Lead, rest: str) -> Weight:
    """How surely the lead's name is one by itself, spelt out or named after the topic."""
    if is_gloss_of(lead.gloss, lead.name) or is_gloss_of(rest.partition("(")[0].strip(), lead.name):
        return Weight.PROPER
    weight = name_weight(scope, lead.name)
    return Weight.TITLED if not weight and _is_variant(scope, index, lead.name) else weight


def _is_to_be_done(scope: Scope, index: int, name: str, rest: str) -> bool:
    """`Network settings: manage the rules` is advice; `Health Checks: ask an endpoint` is none."""
    if _is_done_there(name, rest) or _TIP.match(rest):
        return True
    return _instructs(rest) and not _is_chosen(scope, index)


def _is_explained(block: Block, lead: Lead, rest: str) -> bool:
    """`**Topic** - a named log`: set off, and said what it is, or with more below it."""
    if lead.marked and rest:
        return True
    return lead.alone and block.end > block.last and not block.text.plain.rstrip().endswith(":")


def _says_else(scope: Scope, index: int, lead: Lead, rest: str) -> bool:
    """Whether the item is a sentence that begins with a name, a sample ('Original: "drop the table"'), a value, advice, a
    task, a person or a pointer to a text."""
    block = scope.document.blocks[index]
    if lead.marked and _GOES_ON.match(block.text.plain[lead.end :]):
        return True
    if _is_sample_or_value(lead, rest) or _is_of_topic_itself(scope, index, rest) or _leads_on(block, lead, rest):
        return True
    return _is_advice(scope, index, lead, rest) or _is_of_people(scope, index) or _only_refers(block, lead)


def _is_sample_or_value(lead: Lead, rest: str) -> bool:
    if _SAMPLE.fullmatch(rest):
        return True
    return _VALUE.match(rest) is not None and not is_gloss_of(lead.name, lead.gloss)


def _is_advice(scope: Scope, index: int, lead: Lead, rest: str) -> bool:
    """Whether the item is advice, or a task that is no checklist's term with more below it."""
    block = scope.document.blocks[index]
    if _ADVISED.match(rest) or (_ADVICE.match(rest) and not _is_named_after(scope, index, lead.name)):
        return True
    return block.task is not None and not (lead.marked and block.end > block.last)


def _leads_on(block: Block, lead: Lead, rest: str) -> bool:
    """`Start -> Stop`: a step, and no term; `etcd -> Distributed store to keep the state in` tells what it is."""
    between = block.text.plain[lead.end : lead.rest]
    if not _ARROW.search(between):
        return False
    told = bool(_ARROW.fullmatch(between.strip())) and len(rest.split()) > _SENTENCE and not _ARROW.search(rest)
    # In code, "gzip" may be a term, "a.b" is to be written.
    written = _is_code(block, lead) and not _PLAIN_WORD.fullmatch(lead.name)
    return not told and (written or not _is_prose(rest))


def _is_done_there(name: str, rest: str) -> bool:
    """`Caching of data: Store copies ...`: an activity in ordinary words, and what to do."""
    words, first = name.split(), rest.partition(" ")[0]
    last = is_activity(words[-1]) and (
        not words[-1].endswith("ing") or words[-1] == "processing"
    )  # "Long polling" is one
    acts = (
        len(words) > 1
        and any(word.islower() for word in words)
        and (last or (" of " in name and is_activity(words[0])))
    )
    return acts and first.istitle() and first.casefold() in DOING_VERBS


def _is_code(block: Block, lead: Lead) -> bool:
    return any(mark.kind is MarkKind.CODE for mark in lead_marks(block, lead))


def _is_prose(rest: str) -> bool:
    """`Long Polling → waits for messages`: what it is, and no step."""
    words = rest.split()
    told = len(words) > _PROSE or (len(words) == _PROSE and words[0].endswith("s"))
    return told and rest[0].islower() and not _ARROW.search(rest)


def _heads_names(scope: Scope, block: Block, lead: Lead, rest: str) -> bool:
    """`AWS: EKS, Bottlerocket`: whose those are."""
    told = not lead.marked and " " not in lead.name and ":" in block.text.plain[lead.end : lead.rest]
    return told and scope.proper.holds(lead.name) and len(listed_names(rest)) > 1


def _is_of_topic_itself(scope: Scope, index: int, rest: str) -> bool:
    """`Locations: Availability zones are unique places` below availability zones: told of the topic, and no part of it."""
    above = scope.about(index)
    if above is None or len(rest) <= len(above.name):
        return False
    words = rest.split()
    size = len(above.name.split())
    goes_on = len(words) > size and words[size].casefold() in ("is", "are")
    return goes_on and fold_words(" ".join(words[:size])) == fold_words(above.name)


def _is_numbered(scope: Scope, index: int, lead: Lead) -> bool:
    """`Layer 3` tells where the topic is; beside `Layer 2` it is one of them."""
    if not _NUMBERED.fullmatch(lead.name):
        return False
    if lead.name.partition(" ")[0].casefold() in _STEPS:
        return True  # one behind the other, and nothing else
    beside = [scope.topics.leads[i] for i in scope.beside(index, _NEAR) if i != index]
    return not any(other is not None and _NUMBERED.fullmatch(other.name) for other in beside)


def _is_quality_of(scope: Scope, index: int, lead: Lead) -> bool:
    """Whether the term tells what the topic is like or how something is done: "**Customization**" in a note on exports."""
    name = lead.name
    if is_activity(name) and " " not in name and _is_of_title(scope, index):
        return True
    if is_quality(name.split()[-1]) and (not lead.marked or " " not in name):
        return True
    return not lead.marked and tells_how(name)


def _is_of_title(scope: Scope, index: int) -> bool:
    """Whether the item is about the note as a whole, which has no proper name."""
    above = scope.about(index)
    return above is not None and above.block < 0 and not scope.proper.any_in(above.name)


def _is_chosen(scope: Scope, index: int) -> bool:
    """Whether the item stands below choices: "Failover: Create two records" tells how one of them goes."""
    above = scope.about(index)
    return above is not None and above.name.rpartition(" ")[2].casefold() in CHOOSER_NOUNS


def _instructs(said: str) -> bool:
    """`Remove the audio track`: said of something to do. Small letters go on with the term."""
    first, _, rest = said.partition(" ")
    verb = first.casefold()
    return (
        first.istitle()
        and (verb in IMPERATIVES or verb in TASK_VERBS)
        and rest.partition(" ")[0].casefold() in DETERMINERS
    )


def is_label(scope: Scope, name: str) -> bool:
    """Return whether a name tells under what something is said of the topic, as "Retrieval times" and "Risk" do."""
    low = name.casefold()
    if name.islower() and low.endswith(" time"):
        return True  # "retrieval time", but "Least Response Time" is a way to choose
    return low in _MEASURES or low in _RULES or (low.rpartition(" ")[2] in _TOLD_AS and not scope.proper.any_in(name))


def _is_variant(scope: Scope, index: int, name: str) -> bool:
    """`Aurora Serverless` below Aurora: the topic's own name and a capital."""
    above, words = scope.about(index), name.split()
    return above is not None and len(words) == 2 and words[0] in above.name.split() and words[1][0].isupper()


def _is_named_after(scope: Scope, index: int, name: str) -> bool:
    """`Kinesis Firehose` below Kinesis is a thing, whatever is said of it; so is what is written as a proper name."""
    above = scope.about(index)
    return scope.proper.any_in(name) or (above is not None and name.startswith(f"{above.name} "))


def _only_refers(block: Block, lead: Lead) -> bool:
    """Behind the term nothing but links, or a value in code: it tells where to read on, or what to write."""
    rest = block.text.plain[lead.rest :]
    refers = [m for m in block.text.marks if m.kind in (MarkKind.LINK, MarkKind.CODE) and m.start >= lead.rest]
    for mark in refers:
        rest = rest.replace(block.text.plain[mark.start : mark.end], "", 1)
    return bool(refers) and not rest.strip(" ,.;and&")


def _is_of_people(scope: Scope, index: int) -> bool:
    """A list in which somebody's address stands near is one of people."""
    marks = (mark for i in scope.beside(index, _NEAR) for mark in scope.document.blocks[i].text.marks)
    return any(mark.kind is MarkKind.LINK and _ADDRESS.search(mark.target) for mark in marks)


def is_advice(said: str) -> bool:
    """Return whether words tell the reader what to do: they say nothing of what a thing is."""
    return said[:1].isupper() and not said.startswith("Set of") and bool(_ADVICE.match(said) or _TIP.match(said))


def is_class_of(name: str, alone: bool) -> bool:
    """Return whether an item of nothing but a name only says what the topic is: "Managed streaming service"."""
    words = name.casefold().split()
    told = len(words) == 2 and name.split()[1].islower() and words[1] == "service"  # "Public service - runs in ..."
    return told or (alone and len(words) > 1 and (words[-1] in _WHAT_IT_IS or words[0] in _RUN_AS))
