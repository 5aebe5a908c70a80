"""The verbs of the pattern grammar: which words state a relation between what stands before and behind them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from graph.relation_types import RelationType

__all__ = ["BASE_FORM", "INVERSE", "PRAISING", "VERBAL_NOUN", "find_verbs", "relation_of"]

# A verb without an ending is one at the clause's beginning, behind a plural or an auxiliary; else it is a noun.
BASE_FORM = re.compile(
    r"(?:store|write|send|read|pull|stream|export|call|trigger|use|need|support|route|direct)\b", re.I
)
VERBAL_NOUN = re.compile(r"integration (?:with|to)|support for", re.I)
# "Native support for X": what may stand before such a noun where the topic is left out.
PRAISING = re.compile(
    r"(?:(?:native|built-in|direct|seamless|full|real-time|deep|tight|easy|first-class|automatic|good|great|\w+ly)(?:,? |$))+",
    re.I,
)
INVERSE = "<"  # the object is the relation's source: "is used by", "consists of"
_ADVERB = r"(?:\w+ly |often |also |sometimes |still )?"
_VERBS: tuple[tuple[str, str, str], ...] = (
    (
        RelationType.USES,
        INVERSE,
        rf"(?:is|are) {_ADVERB}(?:used|employed|seen|found|implemented|adopted|leveraged) (?:in|by)(?! (?:a |the )?(?:case|order|production|practice|general|conjunction|combination|addition))",
    ),
    (
        RelationType.USES,
        INVERSE,
        rf"(?-i:Used) {_ADVERB}by(?= (?:(?:[\w-]+ )?(?:services|tools|systems) )?(?:such as |like )?(?:the )?(?-i:[A-Z])| (?:[\w-]+ ){{1,5}}(?:like|such as) )",
    ),
    (
        RelationType.USES,
        INVERSE,
        r"(?:is|are) (?:natively |also )?supported (?:(?:natively|by default|out of the box) )?(?:by|in)(?= (?:[\w-]+ )*?(?:(?:such as|like) )?(?-i:[A-Z]))",
    ),
    (RelationType.USES, INVERSE, r"enables(?= (?:the )?(?-i:[A-Z])[\w-]*(?: (?-i:[A-Z])[\w-]*)* to\b)"),
    (
        RelationType.PART_OF,
        INVERSE,
        r"(?-i:Has)(?= (?:an? |built-in |integrated |native )?(?-i:[A-Z])[\w-]*(?: (?-i:[A-Z(])[\w)-]*)+)"
        r"|contains|includes(?= (?:an? |the )[\w-]+(?: [\w-]+){0,3}(?:,| and )(?!.*\b(?:ability|support|features?)\b))|encapsulates|holds(?= (?:an?|the|one|multiple|many|all|several|your|zero)\b| [a-z-]+s\b)|hosts(?! (?:or|and|in|on|with|that|are|can)\b)|(?:is|are) (?:a |the name given to a )?(?:collection|set|group|combination) of|consists? of|comprises?|(?:is|are) (?:composed|comprised|made up) of"
        r"|(?:is|are) (?:\w+ly )?(?:divided|split|broken down|organi[sz]ed|separated|partitioned) into",
    ),
    (
        RelationType.OPTION_OF,
        INVERSE,
        r"can be (?:either )?(?=(?:an? |the )?(?-i:[A-Z])[^.;]*(?:,| or ))|(?:is|are) either",
    ),
    (
        RelationType.OPTION_OF,
        INVERSE,
        r"(?:is|are) (?:an? )?(?:fully )?managed(?= (?-i:[A-Z])\w+(?: ?/ ?| or )(?-i:[A-Z]))",
    ),
    (
        RelationType.INTEGRATES_WITH,
        "integrates with",
        r"integrat(?:es?|ed|ing|ion) with|integration to(?= (?:an? |the )?(?-i:[A-Z]))|can be integrated (?:\w+ly )?with|can be integrated(?= (?-i:[A-Z]))|(?<=can )integrate(?= (?-i:[A-Z]))|works? (?:together )?with|works? for(?= (?-i:[A-Z]))|interoperates? with|integrates(?= (?:the )?(?-i:[A-Z])(?![^.,;]*\b(?:with|into|to)\b))|(?:(?:is|are) )?(?:\w+ly |also )?compatible with",
    ),
    (
        RelationType.PART_OF,
        "part of",
        r"(?:is|are) (?:an? |one |also (?:a )?|only (?:a |one )?)?(?:part|feature|component|module|subset|capability) of|(?:is|are) (?:\w+ly )?used as part of"
        r"|(?:is|are) (?:an? |the )?(?:[\w-]+ ){0,3}?(?:API|feature|service|component|tool|capability|extension|library|module|function)s?"
        r" (?:provided|offered|exposed|built) (?:by|into)"
        r"|(?:lives?|living|resides?|residing|(?:is|are) (?:embedded|contained|housed|nested)) (?:inside|within)(?: of)?",
    ),
    (
        RelationType.USES,
        "built on",
        r"(?:(?:is|are) )?built (?:on(?: top of)?|upon|around)|(?:is|are) built (?:with|using|from)|sits? on top of|on top of|(?:(?:is|are) )?(?:runs?|running) (?:on(?: top of)?|over)|(?:is|are) based on",
    ),
    (
        RelationType.USES,
        "backed by",
        r"(?:is|are) (?:backed|powered|protected|encrypted) (?:by|with|using)|(?:backed|powered|delivered) (?:by|through|via)|(?:is|are) delivered (?:by|through|via)"
        r"|authenticates? (?:to (?:\w+ ){1,3}?)?(?:with|using|via)"
        r"|(?:is|are|it['’]s) (?:\w+ly )?(?:done|handled|managed|implemented|provided|performed|controlled) (?:via|through|using)"
        r"|(?:is|are) (?:\w+ly )?(?:done|handled|performed|taken care of) by"
        r"|encrypts? [^.;,:]{0,40}?(?:with|using)",
    ),
    (RelationType.USES, "triggers", r"(?:can )?(?:triggers?|invokes?|calls?|executes?|instructs|notifies)"),
    (RelationType.USES, "routes to", r"(?:distributes?|routes?|forwards?|directs?) (?:\w+ ){0,4}(?:to|across)"),
    (RelationType.USES, "creates", r"creates|provisions"),
    (
        RelationType.USES,
        "communicates with",
        r"interacts? with (?:[a-z-]+ ){1,4}(?:through|via|over)(?= (?:the )?(?-i:[A-Z]))|(?:communicates?|talks?|interacts?) (?:directly )?(?:with|to|through)",
    ),
    (RelationType.USES, "monitors", r"(?:monitors|watches|scrapes|polls|queries)"),
    (RelationType.USES, "extends", r"extends|wraps|combines?|orchestrates"),
    (RelationType.USES, "deploys to", r"(?:deploys?|deployments?)\b[^.;]{0,40}?\bto"),
    (
        RelationType.USES,
        "stores in",
        r"stores? (?:its |their |the |all )?(?:\w+ ){0,4}(?:in|on)|(?-i:Stored) (?:in|on)|(?:is|are|get|gets) (?:stored (?:in|on)|(?:organi[sz]ed|kept|held|collected|recorded) in)",
    ),
    (
        RelationType.USES,
        "writes to",
        r"(?:backs? (?:[\w-]+ ){0,3}?up|backed up|(?:is|are) backed up|archives?|uploads?) (?:[\w-]+ ){0,3}to"
        r"|(?:writes?|sends?|publishes|streams?|exports?|delivers?) (?:[\w-]+ ){0,4}(?:in)?to"
        r"|(?:is|are|be) (?:\w+ly )?(?:sent|written|published|streamed|exported|delivered|forwarded|pushed) (?:in)?to",
    ),
    (
        RelationType.USES,
        "reads from",
        r"(?:reads?|pulls?|consumes?|receives?) (?:[\w-]+ ){0,3}from|(?:collects?|gathers?|ingests?|aggregates?) (?:[\w-]+ ){0,5}from|subscribes? to",
    ),
    # Of the topic: what it reads from or writes to is told by its part in that.
    (
        RelationType.USES,
        "works with",
        r"(?:destinations?|targets?|sources?|origins?|sinks?) (?:can be|could be|may be|can include|(?:is|are) (?:always|usually|either))(?! (?:set|used|specified|defined|called|an? member)\b)",
    ),
    (
        RelationType.USES,
        "uses",
        r"(?:sends?|delivers?|publishes|connects?|communicates?|authenticates?|notifies) (?:[\w-]+ ){0,3}via",
    ),
    (
        RelationType.USES,
        "offers",
        r"(?:provides?|offers?|has|supports?) (?:[\w-]+ ){1,7}?to choose from,? (?:including|such as)",
    ),
    (RelationType.USES, "depends on", r"depends? on|depending on|rel(?:y|ies|ying) on"),
    (
        RelationType.USES,
        "requires",
        r"(?:requires?|needs?)(?! to\b| you\b)|must (?:first |also )?(?:enable|have|be used with)",
    ),
    (RelationType.USES, "implements", r"implements(?= (?:the )?(?-i:[A-Z]))"),
    (RelationType.USES, "supports", r"supports?(?: for)?"),
    (
        RelationType.USES,
        "manages",
        r"(?:provides?|manages?|offers?) managed(?: instances of)?(?= (?:an? )?(?-i:[A-Z]))",
    ),
    (
        RelationType.USES,
        "uses",
        r"uses?(?! (?:of|for|when|if|in)\b)|using|utili[sz]es?|leverages?|employs?|makes use of|works? by \w+ing",
    ),
)
# The empty group behind each tells which it was; one around it would be opened for every verb that is tried.
_VERB = re.compile("|".join(rf"(?:{words})\b()" for _, _, words in _VERBS), re.IGNORECASE)
# The words that a verb of the vocabulary can begin with: the grammar is tried at these places only.
_FIRST_WORDS = re.compile(
    r"integrat(?:es?|ed|ing|ion)|be|has|backs?|backed|archives?|uploads?|delivered|authenticates?|enables|works?|interoperates?|compatible|fully|is|are|it|built|backed|powered|consists?|comprises?|can|runs?|running|encrypts?|triggers?|invokes?"
    r"|calls?|executes?|distributes?|routes?|forwards?|directs?|creates|provisions|deploy(?:s|ments?)?|store[sd]?|gets?|writes?|sends?"
    r"|publishes|streams?|exports?|delivers?|reads?|pulls?|consumes?|receives?|collects?|gathers?|ingests?|aggregates?|subscribes?|lives?|living|resides?|residing|destinations?|targets?|sources?|origins?|sinks?|must|used|depend(?:s|ing)?|rel(?:y|ies|ying)"
    r"|requires?|needs?|supports?|provides?|manages?|communicates?|talks?|interacts?|instructs|notifies|contains|includes|encapsulates|holds|hosts|monitors|watches|scrapes|polls|queries"
    r"|implements|extends|wraps|combines?|orchestrates|sits?|on|uses?|using|utili[sz]es?|leverages?|employs?|makes",
    re.IGNORECASE,
)
_WORD = re.compile(r"\w+")


def relation_of(verb: re.Match[str]) -> tuple[str, str]:
    """Return the relation's type and the words for it; `INVERSE` where the object is the relation's source."""
    kind, phrase, _ = _VERBS[(verb.lastindex or 0) - 1]
    return kind, phrase


@lru_cache(maxsize=50_000)
def _may_begin(word: str) -> bool:
    return _FIRST_WORDS.fullmatch(word) is not None


def find_verbs(sentence: str, start: int) -> Iterator[re.Match[str]]:
    """Yield the verbs of the vocabulary, left to right, without overlaps."""
    end = start
    for word in _WORD.finditer(sentence, start):
        if _may_begin(word[0]) and word.start() >= end:
            found = _VERB.match(sentence, word.start())
            if found:
                end = found.end()
                yield found
