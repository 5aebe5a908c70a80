"""The verbs of the pattern grammar: which words state a relation between what stands before and behind them."""

from __future__ import annotations

import re
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
_ADVERB = r"(?:\w+ly |often |also |sometimes |still |under the hood |behind the scenes )?"
# A name with a capital has to follow: "implemented in the same way" names nothing.
_NAMED = r"(?= (?:(?:an?|the|your|its|other|multiple|many|all) )?(?:[a-z-]+ )?(?-i:[A-Z]))"
_IS = r"(?:(?:is|are|can be|be|gets?|has to be|must be) )?(?:(?:\w+ly|often|best|also|usually) )?"
_VERBS: tuple[tuple[str, str, str], ...] = (
    (
        RelationType.USES,
        INVERSE,
        rf"(?:is|are) {_ADVERB}(?:used|employed|seen|found|implemented|adopted|leveraged) (?:in|by)(?! (?:a |the )?(?:case|order|production|practice|general|conjunction|combination|addition))",
    ),
    (
        RelationType.USES,
        INVERSE,
        rf"(?:(?-i:Used)|(?<![\w,)] )(?-i:used)) {_ADVERB}by(?= (?:(?:[\w-]+ )?(?:services|tools|systems) )?(?:such as |like )?(?:the )?(?-i:[A-Z])| (?:[\w-]+ ){{1,5}}(?:like|such as) )",
    ),
    (
        RelationType.USES,
        INVERSE,
        r"(?:is|are) (?:natively |also )?supported (?:(?:natively|by default|out of the box) )?(?:by|in)(?= (?:[\w-]+ )*?(?:(?:such as|like) )?(?-i:[A-Z]))",
    ),
    (
        RelationType.USES,
        INVERSE,
        rf"(?:can be |is |are |gets? |be )?(?:\w+ly )?(?:triggered|invoked|called|consumed) (?:directly )?by{_NAMED}",
    ),
    (
        RelationType.USES,
        INVERSE,
        rf"(?:is|are) (?:required|needed|leveraged|updated|populated|consumed|queried) by{_NAMED}|powers{_NAMED}",
    ),
    (
        RelationType.USES,
        INVERSE,
        rf"(?:is|are) the (?:[\w-]+ ){{0,2}}(?:engine|backend|database|data ?store|storage|protocol|language|runtime|transport|foundation|basis)"
        rf" (?:layer )?(?:of|for|behind|used by){_NAMED}"
        rf"|(?<=, )the (?:[\w-]+ ){{0,2}}(?:engine|backend|database|technology|library|protocol|project|software|service) (?:behind|that powers){_NAMED}",
    ),
    (
        RelationType.PART_OF,
        INVERSE,
        r"(?:is|are) (?:an? |the )?(?:[a-z]+ )?(?:set|group|collection|bundle|cluster) of(?= (?:[a-z-]+ )?[a-z-]{3,}s\b)",
    ),
    (RelationType.USES, INVERSE, r"enables(?= (?:the )?(?-i:[A-Z])[\w-]*(?: (?-i:[A-Z])[\w-]*)* to\b)"),
    (
        RelationType.PART_OF,
        INVERSE,
        r"(?-i:Has)(?= (?:an? |built-in |integrated |native )?(?-i:[A-Z])[\w-]*(?: (?-i:[A-Z(])[\w)-]*)+)"
        r"|(?:has|includes|offers|comes with)(?= (?-i:[A-Z])[\w.+#-]*(?: (?-i:[A-Z])[\w.+#-]*)*(?: \([^()]*\))?(?:(?:, (?:and )?| and |/)(?-i:[A-Z])[\w.+#-]*(?: (?-i:[A-Z])[\w.+#-]*)*(?: \([^()]*\))?){2}(?! (?:has|have|is|are|uses|supports|provides|offers)\b))"
        rf"|(?:comes?|ships) (?:\w+ly )?(?:bundled )?with{_NAMED}"
        rf"|has (?:an?|one|exactly one|at least one|at most one){_NAMED}|(?-i:can) have (?:many|multiple|several|one or more)(?= [\w-]+)"
        r"|includes(?= (?:the |an? )?(?-i:[A-Z])[\w.+#-]*(?: (?-i:[A-Z])[\w.+#-]*){0,3}(?:[.,;]|$))"
        r"|(?<!can )(?:has|have|contains?|holds?) (?:one or more|zero or more|at least one|exactly one|one or many|many|multiple|several|two|three|four)(?= [\w-]+)"
        r"|includes(?= (?-i:[A-Z])[\w.+#-]*(?: (?-i:[A-Z])[\w.+#-]*)* and (?-i:[A-Z]))"
        r"|contains|includes(?= (?:an? |the )[\w-]+(?: [\w-]+){0,3}(?:,| and )(?!.*\b(?:ability|support|features?)\b))|encapsulates|holds(?= (?:an?|the|one|multiple|many|all|several|your|zero)\b| [a-z-]+s\b)|hosts(?! (?:or|and|in|on|with|that|are|can)\b)|(?:is|are) (?:a |the name given to a )?(?:collection|set|group|combination) of|consists? of|comprises?|(?:is|are) (?:composed|comprised|made up) of"
        r"|(?:(?:is|are)|can be) (?:\w+ly |further )?(?:sub)?(?:divided|split|broken (?:down|up)|organi[sz]ed|separated|partitioned|segmented)(?: \w+ly| by (?-i:[A-Z])[\w-]+){0,2} into",
    ),
    (
        RelationType.OPTION_OF,
        "option of",
        rf"(?:is|are) (?:an? |one |another )(?:[\w-]+ )?(?:option|mode|tier|variant|edition|flavou?r|storage class) (?:of|for|in){_NAMED}",
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
        r"integrat(?:es?|ed|ing|ion) with|integration to(?= (?:an? |the )?(?-i:[A-Z]))|can be (?:integrated|used|combined) (?:\w+ly |together )?with(?= (?:other )?(?:[\w-]+ )?(?:services? |tools? )?(?:such as |like )?(?:the |an? )?(?-i:[A-Z]))|can be integrated(?= (?-i:[A-Z]))|(?<=can )integrate(?= (?-i:[A-Z]))|works? (?:(?:together|well|best|hand in hand|nicely|seamlessly) )?with|works? for(?= (?-i:[A-Z]))|interoperates? with|complements(?! each\b)|integrates(?= (?:the )?(?-i:[A-Z])(?![^.,;]*\b(?:with|into|to)\b))|(?:(?:is|are) )?(?:\w+ly |also )?compatible with"
        rf"|{_IS}(?:used|combined|paired|coupled|deployed) (?:together|along|alongside)(?: with)?{_NAMED}|together with{_NAMED}|{_IS}(?:used|combined|paired|coupled) (?:with|in (?:conjunction|combination|tandem) with){_NAMED}"
        rf"|(?-i:In|in) (?:conjunction|combination|tandem) with{_NAMED}|(?:combines?|pairs) (?:well )?with{_NAMED}"
        r"|(?:has|offers|provides|includes|supports) (?:an? |(?:native|built-in|direct|deep|tight|seamless|full|out-of-the-box) )*(?=(?-i:[A-Z])[\w.-]*(?: (?-i:[A-Z])[\w.-]*){0,3} integrations?\b)"
        rf"|{_IS}(?:attached|mounted|associated|connected) (?:directly )?(?:to|with|on){_NAMED}|(?:attaches|mounts|hooks|plugs) (?:directly |in)?(?:to|into|on){_NAMED}",
    ),
    (
        RelationType.PART_OF,
        "part of",
        r"(?:is|are) (?:an? |one of the |one |also (?:a )?|only (?:a |one )?)?(?:(?:core|key|central|main|major|important|integral|essential|critical|fundamental|crucial|vital|most important) )?(?:part|feature|component|module|subset|capability|extension|building block)s? of|(?:is|are) (?:\w+ly )?used as part of"
        r"|(?:is|are) an? (?:[\w-]+,? (?:and )?){0,6}?(?=(?-i:[A-Z])[\w-]*(?: (?-i:[A-Z])[\w-]*)* (?:component|feature|capability)\b)"
        r"|(?:is|are) (?:an? |the )?(?:[\w-]+ ){0,3}?(?:API|feature|service|component|tool|capability|extension|library|module|function)s?"
        r" (?:provided|offered|exposed|built) (?:by|into)"
        rf"|(?:is|are) (?:an? )?(?:[\w-]+ ){{0,3}}(?:locations?|sites?|sections?|divisions?|subdivisions?) (?:within|inside|in){_NAMED}"
        r"|(?:lives?|living|resides?|residing|(?:is|are) (?:embedded|contained|housed|nested)) (?:inside|within)(?: of)?"
        rf"|(?:is|are) the (?:[\w-]+ ){{0,2}}(?:core|heart|brain|backbone|entry point|control plane|data plane|front-?end) (?:of|for|to){_NAMED}"
        r"|(?:is|are) (?:grouped|bundled|packed|assembled) (?:together )?into"
        rf"|belongs? to{_NAMED}|(?:(?:is|are) (?:included|bundled|shipped)|(?-i:Included|Bundled|Shipped)) (?:in|with){_NAMED}|(?:is|are) (?:built|integrated|baked) into{_NAMED}|(?:lives?|resides?) in{_NAMED}"
        rf"|(?-i:(?:A|An|One|Key|Core|Main|Another) (?:feature|component|part|module|capability|subset|extension|piece) of){_NAMED}|(?-i:Part of)(?= (?:the )?(?-i:[A-Z]))|(?-i:Component of|Feature of|Belongs to){_NAMED}",
    ),
    (
        RelationType.USES,
        "built on",
        rf"(?:(?:is|are) )?(?:built|(?-i:Build)(?= on top)) (?:on(?: top of)?|upon|around)|(?:is|are) built (?:with|using|from)|builds? (?:on(?: top of)?|upon){_NAMED}|sits? on top of|on top of|(?:(?:is|are) )?(?:runs?|running) (?:on(?: top of)?|over)|(?:is|are) based on|(?-i:based on(?: top of)?){_NAMED}|(?-i:Based on(?: top of)?|Built (?:with|using)){_NAMED}(?![^.;:]*, )"
        rf"|{_IS}(?:hosted|deployed|installed|run|executed) (?:\w+ly )?(?:on|onto|to|on top of){_NAMED}|(?:is|are) hosted in{_NAMED}|(?-i:Hosted|Deployed|Cached) (?:in|to){_NAMED}"
        rf"|{_IS}(?<!and )(?:implemented|realized|realised|coded) (?:with|using|via|through|in|on top of){_NAMED}|{_IS}(?<!and )written (?:in|using|on top of){_NAMED}"
        rf"|(?:is|are) (?:\w+ly |always |often )?(?:(?:placed|deployed|put|kept|located) )?behind{_NAMED}"
        rf"|(?:works|operates) (?:over|on top of){_NAMED}|(?:sits|lives) on(?: top of)?{_NAMED}|(?:placed|put|deployed) in front of{_NAMED}"
        rf"|(?:sits?|runs?|lives?) (?:behind|in front of){_NAMED}|(?-i:Behind){_NAMED}",
    ),
    (
        RelationType.USES,
        "backed by",
        r"(?:is|are) (?:backed|powered|protected|encrypted) (?:by using|by|with|using)|(?:backed|powered|delivered) (?:by|through|via)|(?:is|are) delivered (?:by|through|via)"
        r"|authenticates? (?:to (?:\w+ ){1,3}?)?(?:with|using|via)"
        r"|(?:is|are|it['’]s) (?:\w+ly )?(?:done|handled|managed|implemented|provided|performed|controlled) (?:via|through|using)"
        r"|(?:is|are) (?:\w+ly )?(?:done|handled|performed|taken care of) by"
        rf"|(?:is|are) (?:\w+ly )?(?:managed|provisioned|fronted|operated|orchestrated|scheduled|coordinated) by{_NAMED}"
        rf"|{_IS}(?:encrypted|secured|protected|controlled|monitored|authenticated|authorized|audited|orchestrated|scheduled|cached|accelerated) (?:by using|by|with|using|via|through){_NAMED}"
        rf"|{_IS}(?:controlled|distributed|served|exposed|provisioned|automated|managed|configured|accessed|achieved|tracked|visuali[sz]ed|filtered|restricted|governed) (?:with|using|via|through){_NAMED}"
        rf"|(?:is|are) (?:\w+ly )?accessible (?:via|over|through|using|by){_NAMED}"
        r"|encrypts? [^.;,:]{0,40}?(?:with|using)",
    ),
    (RelationType.USES, "triggers", r"(?:can )?(?:triggers?|invokes?|calls?|executes?|instructs|notifies)"),
    (RelationType.USES, "routes to", r"(?:distributes?|routes?|forwards?|directs?) (?:\w+ ){0,4}(?:to|across)"),
    (
        RelationType.USES,
        "runs in",
        rf"runs? from{_NAMED}|launches in(?:to)?{_NAMED}"
        r"|(?:runs?|running|executes?) (?:inside|within|in)(?= (?:an? |the |your )?(?-i:[A-Z]))(?![^.,;]{0,30}\bmode\b)",
    ),
    (
        RelationType.USES,
        "derives from",
        rf"(?:is|are) (?:an? )?(?:\w+ )?(?:fork|superset|extension|descendant) of{_NAMED}|inherits from{_NAMED}|(?:derives|is derived) from{_NAMED}"
        rf"|(?:is|are) (?:an? |the )?(?:[\w-]+ )?(?:wrapper|abstraction|layer|facade) (?:around|over|for|on top of){_NAMED}"
        rf"|(?:is|are) (?:an? |the )?(?:[\w-]+ ){{0,2}}(?:client|API|SDK|CLI|plugin|driver|proxy|front-?end|UI|interface|operator|controller) (?:for|to){_NAMED}",
    ),
    (RelationType.USES, "creates", r"creates|provisions"),
    (RelationType.USES, "manages", rf"(?:manages|launches|scales|spins up|protects|fronts|schedules){_NAMED}"),
    (
        RelationType.USES,
        "communicates with",
        r"interacts? with (?:[a-z-]+ ){1,4}(?:through|via|over)(?= (?:the )?(?-i:[A-Z]))|(?:communicates?|talks?|interacts?) (?:directly )?(?:with|to|through|over|via)"
        rf"|(?:connects|(?<=can )connect|connect(?=s)) (?:directly |privately |securely )?(?:to|with){_NAMED}|speaks(?= (?:the )?(?-i:[A-Z]))",
    ),
    (RelationType.USES, "monitors", r"(?:monitors|watches|scrapes|polls|queries)"),
    (RelationType.USES, "extends", r"extends|wraps|combines?|orchestrates"),
    (RelationType.USES, "deploys to", r"(?:deploys?|deployments?)\b[^.;]{0,40}?\bto"),
    (
        RelationType.USES,
        "stores in",
        r"stores? (?:its |their |the |all )?(?:\w+ ){0,4}(?:into|in|on)|(?-i:Stored) (?:in|on)|(?<=, )stored (?:\w+ly )?(?:in|on)(?= (?-i:[A-Z]))|exists? (?:on|in)(?= (?-i:[A-Z]))|(?:is|are|be|get|gets) (?:stored (?:in|on|using|with)|(?:organi[sz]ed|kept|held|collected|recorded|saved|persisted|archived|logged|cached|written|put) (?:in|to|into))"
        rf"|(?:keeps|puts) (?:its |their |the |all )?(?!(?:an )?(?:eye|pressure|track|focus|load|strain|pace|emphasis)\b)(?:\w+ ){{1,3}}(?:in|into|on){_NAMED}"
        rf"|(?:saves|persists|archives) (?:its |their |the |all )?(?:\w+ ){{0,3}}(?:in|into|to|on){_NAMED}"
        rf"|(?:metrics|logs|events|data|statistics|alarms) (?:are |is )?(?:available|visible|accessible) (?:in|via|through|on){_NAMED}",
    ),
    (
        RelationType.USES,
        "writes to",
        r"(?:backs? (?:[\w-]+ ){0,3}?up|backed up|(?:is|are) backed up|archives?|uploads?) (?:[\w-]+ ){0,3}to"
        r"|(?:writes?|sends?|publishes|streams?|exports?|delivers?) (?:[\w-]+ ){0,4}(?:in)?to"
        rf"|(?:logs|(?<=can )log) (?:(?:its|their|the|all|any|every) )?(?:results|requests|events|calls|activity|errors|queries|everything) to{_NAMED}"
        rf"|(?:publishes|exposes|pushes) (?:[\w-]+ ){{1,3}}(?:on|to){_NAMED}|produces to{_NAMED}|(?:sends|delivers|publishes) (?:[\w-]+ ){{1,3}}through{_NAMED}"
        rf"|(?:replicates|copies|moves|pushes|uploads|forwards|emits|ships|posts|reports|transfers|migrates|syncs|offloads|flushes|pipes) (?:[\w-]+ ){{0,3}}(?:in)?to{_NAMED}"
        rf"|(?<=can )(?:put|replicate|copy|move|push|upload|forward|emit|ship|post|transfer|migrate|sync) (?:[\w-]+ ){{0,4}}(?:in)?to{_NAMED}"
        r"|(?:logs|metrics|events|traffic|requests|messages|alerts|notifications|data|records) (?:(?:can )?go|goes|flow|flows) (?:in)?to(?= (?:the )?(?-i:[A-Z]))"
        rf"|(?:data|logs|metrics|events|messages|records|notifications|alerts) (?:sent|written|published|streamed|delivered|exported) (?:in)?to{_NAMED}"
        rf"|syncs? (?:[\w-]+ ){{0,4}}(?:with|to){_NAMED}"
        r"|(?:is|are|be) (?:\w+ly )?(?:sent|written|published|streamed|exported|delivered|forwarded|pushed) (?:in)?to",
    ),
    (
        RelationType.USES,
        "reads from",
        r"(?:reads?|pulls?|consumes?|receives?) (?:[\w-]+ ){0,3}from|(?:collects?|gathers?|ingests?|aggregates?) (?:[\w-]+ ){0,5}from|subscribes? to"
        rf"|(?:gets?|takes|obtains|grabs) (?!(?:[\w-]+ ){{0,2}}(?:names?|more|less|rid|over|away|apart|traffic|load|time)\b)(?:[\w-]+ ){{1,3}}from{_NAMED}|(?:is |are )?fed by{_NAMED}|listens? (?:to|on|for events (?:from|in)){_NAMED}"
        rf"|(?:loads|fetches|retrieves|queries|extracts|downloads|imports|replicates|migrates) (?:[\w-]+ ){{0,3}}from{_NAMED}",
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
    (RelationType.USES, "runs over", rf"(?:connectivity|connections?|tunnels?|communication) over{_NAMED}"),
    (RelationType.USES, "implements", r"implements(?= (?:the )?(?-i:[A-Z]))"),
    (
        RelationType.USES,
        "based on",
        r"(?:is|are) (?:an? )?(?:(?-i:[a-z])[\w-]*,? ){0,3}(?=(?-i:[A-Z])[\w+#]*-(?:based|backed|powered|driven)\b)",
    ),
    (RelationType.USES, "performs", r"performs(?= (?-i:[A-Z])[\w-]*(?: (?-i:[A-Z])[\w-]*)+)"),
    (RelationType.USES, "supports", r"supports?(?: for)?"),
    (RelationType.USES, "allows for", r"allows? for(?= [\w-]+)"),
    (
        RelationType.USES,
        "manages",
        r"(?:provides?|manages?|offers?) managed(?: instances of)?(?= (?:an? )?(?-i:[A-Z]))",
    ),
    (
        RelationType.USES,
        "uses",
        rf"consumes?{_NAMED}|uses?(?! (?:of|for|when|if|in)\b)|using|utili[sz]es?|leverages?|employs?|makes use of|works? by \w+ing|by (?:creating|leveraging|utili[sz]ing|calling|invoking|running|combining|launching){_NAMED}"
        rf"|(?:(?<!\()(?<!accessible )via|by means of|with the (?:help|use) of|through the use of){_NAMED}",
    ),
)
# The empty group behind each tells which it was; one around it would be opened for every verb that is tried.
_VERB = re.compile("|".join(rf"(?:{words})\b()" for _, _, words in _VERBS), re.IGNORECASE)
# The words that a verb of the vocabulary can begin with: the grammar is tried at these places only.
_FIRST_WORDS = re.compile(
    r"Builds?|takes|obtains|grabs|fed|exposes|produces|cached|included|bundled|shipped|listens?|keeps|puts|operates|placed|performs|triggered|invoked|called|consumed|used|combined|paired|coupled|combines?|pairs|offers|attached|mounted|associated|connected|attaches|mounts|hooks|plugs"
    r"|belongs?|comes?|ships|part|component|feature|based|hosted|deployed|installed|run|executed|implemented|realized|realised|written|coded|behind|must"
    r"|encrypted|secured|protected|monitored|authenticated|authorized|audited|orchestrated|scheduled|cached|accelerated|controlled|distributed|served|exposed|automated|managed|configured|accessed|achieved|tracked|visuali[sz]ed|filtered|restricted|governed"
    r"|logs?|saves|persists|replicates?|copies|copy|moves?|push(?:es)?|uploads?|forwards?|emits?|posts?|put|reports|transfers?|migrates?|syncs?|offloads|flushes|pipes"
    r"|complements|powers|gets|inherits|derives|executes?|together|groups|loads|fetches|retrieves|extracts|downloads|imports|connects?|speaks|launches|scales|spins|protects|fronts|schedules"
    r"|integrat(?:es?|ed|ing|ion)|be|has|have|contain|hold|backs?|backed|archives?|uploads?|delivered|authenticates?|enables|works?|interoperates?|compatible|fully|is|are|built|backed|powered|consists?|comprises?|exists?|allows?|runs?|running|encrypts?|triggers?|invokes?"
    r"|calls?|executes?|distributes?|routes?|forwards?|directs?|creates|provisions|deploy(?:s|ments?)?|store[sd]?|gets?|writes?|sends?"
    r"|publishes|streams?|exports?|delivers?|reads?|pulls?|consumes?|receives?|collects?|gathers?|ingests?|aggregates?|subscribes?|lives?|living|resides?|residing|destinations?|targets?|sources?|origins?|sinks?|must|used|depend(?:s|ing)?|rel(?:y|ies|ying)"
    r"|requires?|needs?|supports?|provides?|manages?|communicates?|talks?|interacts?|instructs|notifies|contains|includes|encapsulates|holds|hosts|monitors|watches|scrapes|polls|queries"
    r"|implements|extends|wraps|combines?|orchestrates|sits?|uses?|using|via|utili[sz]es?|leverages?|employs?|makes",
    re.IGNORECASE,
)
# Words that begin much else: these, and nothing but these, have to follow.
_GOODS = (
    " are ",
    " is ",
    " go",
    " flow",
    " can go",
    " available",
    " visible",
    " accessible",
    " sent",
    " written",
    " published",
    " streamed",
    " delivered",
    " exported",
)
_MEMBER = tuple(
    f" {noun} of" for noun in ("feature", "component", "part", "module", "capability", "subset", "extension", "piece")
)
_FOLLOWED = {
    **dict.fromkeys(["often", "best", "usually"], (" used", " combined", " paired", " coupled")),
    "in": (" conjunction", " combination", " tandem"),
    "on": (" top of",),
    "it": ("'s ", "’s "),
    **dict.fromkeys(["connectivity", "connection", "connections", "tunnel", "tunnels", "communication"], (" over ",)),
    "by": (
        " means of ",
        " creating ",
        " leveraging ",
        " utili",
        " calling ",
        " invoking ",
        " running ",
        " combining ",
        " launching ",
    ),
    "with": (" the help of ", " the use of "),
    "through": (" the use of ",),
    "can": (" be ", " have ", " trigger", " invoke", " call", " execut", " instruct", " notif", " integrate"),
    "provisioned": (" with ", " using ", " via ", " through "),
    **dict.fromkeys("a an one key core main another".split(), _MEMBER),
    "the": (
        " engine ",
        " backend ",
        " database ",
        " technology ",
        " library ",
        " protocol ",
        " project ",
        " software ",
        " service ",
    ),
    **dict.fromkeys(
        "logs metrics events traffic requests messages alerts notifications data records statistics alarms".split(),
        _GOODS,
    ),
}
_WORD = re.compile(r"\w+")


def relation_of(verb: re.Match[str]) -> tuple[str, str]:
    """Return the relation's type and the words for it; `INVERSE` where the object is the relation's source."""
    kind, phrase, _ = _VERBS[(verb.lastindex or 0) - 1]
    return kind, phrase


@lru_cache(maxsize=50_000)
def _what_follows(word: str) -> tuple[str, ...]:
    """What has to stand behind a word so that it can begin a verb: one of these; nothing where none is enough."""
    return ("",) if _FIRST_WORDS.fullmatch(word) else _FOLLOWED.get(word.lower(), ())


@lru_cache(maxsize=1024)  # one sentence in six stands in a guide again and again
def find_verbs(sentence: str, start: int) -> tuple[re.Match[str], ...]:
    """Return the verbs of the vocabulary, left to right, without overlaps."""
    verbs: list[re.Match[str]] = []
    end = start
    for word in _WORD.finditer(sentence, start):
        following = _what_follows(word[0])
        if following and word.start() >= end and sentence.startswith(following, word.end()):
            found = _VERB.match(sentence, word.start())
            if found:
                end = found.end()
                verbs.append(found)
    return tuple(verbs)
