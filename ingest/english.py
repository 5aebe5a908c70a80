"""Closed classes of words that the rules lean on. None of them knows a product, an author or a note."""

from __future__ import annotations

__all__ = [
    "ABOUT_HEADS",
    "ADJECTIVES",
    "ADVANCED_BY",
    "ANNOUNCED_PLURALS",
    "ASPECTS",
    "CHOOSER_NOUNS",
    "CHOOSER_PLURALS",
    "CONCRETE_NOUNS",
    "CONTRASTED",
    "DETERMINERS",
    "DOING_VERBS",
    "GENERIC_HEADINGS",
    "GENERIC_IN_HEADINGS",
    "HOW_RUN",
    "IMPERATIVES",
    "JUDGING",
    "LEADING_QUALIFIERS",
    "NOT_IN_NAMES",
    "NOT_STARTING_NAMES",
    "NOUNS_TOO",
    "PREPOSITIONAL_NAMES",
    "QUALIFIED",
    "SAMPLES",
    "STATING_VERBS",
    "TASK_VERBS",
    "TRAILING_NO_CONCEPT",
]

DETERMINERS = frozenset(
    """
    a an the this that these those some any each every all both no another other your our my its their his
    her one two three four five six seven eight nine ten several many most few following such same
    """.split()
)

# A heading of nothing but these belongs to the heading above it.
GENERIC_HEADINGS = frozenset(
    """
    ask summary overview introduction intro about abstract background basics config properties property characteristics
    commands applications running building deploying contributing cheat pro con hld lld preview preface foreword afterword
    notes note tips tip examples example usage
    use reference references resource resources links link reading further more general details detail info
    information concepts concept terms term terminology terminologies vocabulary jargon glossary definitions definition
    description purpose goal goals
    requirements requirement prerequisites prerequisite setup installation install configuration configure
    getting started quickstart tutorial guide faq questions question exercises exercise limits limit
    limitations limitation quotas pricing price cost costs billing charges fees types type kinds options option features
    feature benefits benefit advantages advantage disadvantages disadvantage pros cons components component pieces piece
    high-level low-level
    architecture design security performance monitoring troubleshooting best practices practice functionality
    overall items item recommendations steps step domain part chapter section module lesson week day key points takeaways exam
    conclusion next what's new see also seealso contents of toc and the in for to a an related misc
    miscellaneous other others todo appendix acknowledgements license contributing changelog history status
    support scope storage encryption networking availability scalability important remember credits source
    code demo lab labs test tests preamble axioms cases case comparison comparisons difference differences vs parameters
    syntax output input request requests response responses error errors
    preparation preparations effect effects outcome outcomes impact diagnosis mitigation meaning runbook symptom
    symptoms cause causes remediation
    resolution escalation
    verification rollback severity
    structure procedure context decision consequences motivation problem solution implementation
    result results earlier updates
    """.split()
)

# "EC2 Gotchas and Limitations" below EC2 is a part of the text on it, no thing of its own.
ASPECTS = frozenset(
    """
    gotchas gotcha limitations limitation limits limit tips tip basics basic samples sample code alternatives
    alternative lock-in overview pricing faq faqs examples example resources references best practices practice
    pitfalls caveats and features benefits use uses case cases notes introduction guide tutorial terms
    recommendations considerations costs cost quotas details summary setup further reading links more & in
    """.split()
)

# A heading that ends in one of these tells what part of the text it is, also behind a name: "S3 Tips", "Known issues".
ABOUT_HEADS = frozenset(
    """
    references reference resources resource practices practice gotchas gotcha tips tip advantages advantage disadvantages
    disadvantage benefits benefit drawbacks pros cons limitations limits quotas issues issue problems problem troubleshooting
    examples example cases case notes note links books articles videos questions faq faqs recommendations guidelines guidance
    guideline considerations requirements prerequisites objectives objective goals context challenges lessons steps phase
    updates update changes changelog news tutorial tutorials walkthrough lab labs exam review checklist checklists
    sections items contents do dos don'ts mistakes pitfalls caveats alternatives lock-in credits contributors authors
    anti-patterns antipatterns instructions instruction setup installation quickstart guide guides
    diagram diagrams characteristics breakdown breakdowns mechanics internals landscape playbook journey roadmap
    insight idea ideas quiz quizzes trade-offs trade-off tradeoffs tradeoff
    commands interactions
    snippet snippets remediations mitigations countermeasures facts exams refresher recap theory responsibilities factors criteria
    reasons
    """.split()
)

# A heading of these alone goes on with the topic above: what is listed below it is the topic's.
ADVANCED_BY = frozenset(
    """
    summary overview introduction intro about background basics basic abstract features feature components component concepts
    concept terminology terminologies vocabulary terms glossary definitions definition types type kinds options option
    architecture elements parts modules
    tiers tier skus sku editions modes
    entities key core main primary essential fundamentals essentials general details detail cheatsheet cheat sheet primer 101
    high-level low-level building blocks pieces structure anatomy functionality functionalities capabilities capability
    services consists
    and the of in a an its what is are
    """.split()
)

# Nouns that end like those of activities and qualities, and are things.
CONCRETE_NOUNS = frozenset(
    """
    application function distribution instance element document segment environment partition session transaction
    collection region version station extension option entity component statement appliance condition expression
    section connection position location subscription permission station action event balancer ring string thing
    building setting binding mapping deployment attachment assignment argument sequence reference exception function
    workstation identity facility city community university capacity security activity utility quantity property
    currency agency security-group container resource instance audience
    """.split()
)

# Words before a name that make it a quality, a bound or a judgement: "Low latency", "Maximum size", "Better tools".
QUALIFIED = frozenset(
    """
    max maximum min minimum default low lower high higher highly fast faster slow slower better best worse easy easier
    simple simpler cheap cheaper more less fewer no lack limited good bad improved increased reduced enhanced decreased
    increasing decreasing possible potential additional other further missing proper total average overall fully
    only also not added fixed removed updated renamed switched changed deprecated refactored moved bumped dropped introduced
    upgraded supported available improves adds fixes see use using zero full partial suggested
    recommended required general previous next
    several various multiple optional mandatory preferred minimal efficient typical common
    """.split()
)

# So does one of nothing but the above and these, which are things of their own where they stand alone.
GENERIC_IN_HEADINGS = frozenset(
    """
    remarks remark synopsis short brief long advanced fundamentals essentials
    core
    explanation explanations answer answers show reality trap traps mistake mistakes wrong correct
    incorrect action actions required thanks special sample samples issue issues fixed added changed removed fixes
    enhancements enhancement improvements improvement bugs bug before after hot focus topics
    weaknesses weakness strengths strength identified areas area each find quickly contributors authors team members
    sources articles books videos papers specific important criteria checklist goals keywords
    quick start deep deeper dive challenges challenge legend gotcha gotchas lock-in alternatives alternative caveats
    pitfalls recommendation recommendations do's don'ts dos donts do don't study supported primary
    flow first checks follow-up risks risk takeaway takeaways acronyms acronym abbreviations characteristics
    characteristic priorities priority plan days
    weeks current common main top typical popular good memorize must know cards card flashcards services tools facts fact
    analogy analogies take aways take-aways
    learning files self-test critical weak recommended action input data output domains mapping prohibited content
    release known planned secondary defense defenses implement principle principles readme welcome motivation scenario scenarios
    """.split()
)

# Words that close a heading without naming anything: "S3 101 - Summary".
TRAILING_NO_CONCEPT = frozenset(
    """
    summary overview introduction intro basics 101 note notes cheatsheet cheat sheet recap fundamentals continued
    concepts best practices recommendations guidelines considerations gotchas pitfalls caveats limitations
    prerequisites troubleshooting
    faqs advantages disadvantages benefits drawbacks features characteristics
    contd cont. section sections faq terms terminology terminologies glossary vocabulary
    explained simplified details essentials tl;dr tldr primer quickstart exam tips review refresher deep-dive deepdive
    """.split()
)

# The head noun of a line that announces choices.
CHOOSER_NOUNS = frozenset(
    """
    option options type types kind kinds class classes tier tiers strategy strategies mode modes policy
    policies method methods approach approaches way ways level levels model models pattern patterns variant
    variants flavor flavors flavour flavours choice choices alternative alternatives technique techniques
    subtype subtypes algorithm algorithms form forms category categories style styles edition editions states solutions
    family families mechanisms schemes formats structures
    """.split()
)

CHOOSER_PLURALS = frozenset(noun for noun in CHOOSER_NOUNS if noun.endswith("s"))
# What a line that announces choices may count besides; as headings these are matters of their own.
ANNOUNCED_PLURALS = CHOOSER_PLURALS | {"guarantees", "semantics", "topologies"}

# By themselves they tell what a thing is like; many have no ending that says so.
ADJECTIVES = frozenset(
    """
    cheapest fastest slowest lowest highest latest newest oldest largest smallest simplest easiest biggest best worst
    strongest weakest closest legacy
    partial analytical transactional relational temporal spatial global local regional zonal internal external digital
    physical logical virtual manual automatic optional critical typical practical technical theoretical historical
    classical special general initial final total actual annual original universal additional conditional functional
    operational personal natural normal formal informal serial parallel sequential random static dynamic public private
    basic simple complex advanced common rare frequent infrequent regular irregular permanent temporary persistent
    transient volatile durable reliable stable unstable safe unsafe secure insecure open closed free paid cheap expensive
    fast slow quick rapid instant immediate late early recent old new modern traditional hot cold warm cool high low big
    small large huge tiny wide narrow deep shallow long short full empty complete incomplete entire single multiple double
    triple separate distinct same similar different unique identical equal independent dependent related unrelated online
    offline active inactive passive idle busy ready pending unavailable visible hidden explicit implicit direct indirect
    remote hybrid native custom mandatory good bad better best worse worst poor rich strong weak strict loose soft hard
    heavy light dense sparse thin thick flat nested easy difficult positive negative neutral valid invalid correct wrong
    exact approximate fixed flexible rigid synchronous asynchronous concurrent ephemeral stateful stateless managed
    unmanaged structured unstructured semi-structured encrypted unencrypted compressed shared dedicated isolated targeted
    distributed centralized decentralized replicated automated built-in human mutual vital crucial essential powerful
    popular useful robust proven
    """.split()
)

# A phrase that begins with one of these says how good something is or how much of it there is.
JUDGING = frozenset(
    """
    limited lack low lower lowest high higher highest increased reduced improved enhanced decreased better best worse worst
    faster slower cheaper more less fewer no good bad easy easier simple simpler minimal efficient great poor
    """.split()
)

# Of these one stands against another: two of them below "Backups" are its kinds.
CONTRASTED = frozenset(
    """
    automated automatic manual public private active passive internal external static dynamic physical logical virtual
    regional zonal global local synchronous asynchronous structured unstructured semi-structured online offline hot cold
    warm cool stateful stateless managed unmanaged symmetric asymmetric horizontal vertical full incremental differential
    primary secondary shared dedicated persistent ephemeral transient temporary permanent inbound outbound read write
    """.split()
)

# Of these, the ones that are no noun besides: whatever begins with them is an instruction.
IMPERATIVES = frozenset(
    """
    consume retain expect orchestrate summarise summarize recognise recognize
    activate add adjust allocate apply assign attach authenticate begin choose configure connect contribute convert
    create customize customise define delete deploy describe detach determine develop disable edit enable ensure
    achieve contact eliminate enforce exclude follow gain improve leverage maximize minimize optimize rotate simplify
    evaluate examine execute expand explore find generate get give grant handle identify implement include inspect
    incorporate integrate interpret invoke learn locate maintain make modify obtain organize override perform prepare prevent
    protect provide publish reduce register remove rename renew replace require resolve restrict retrieve save select
    send specify submit take troubleshoot understand uninstall validate verify deprecate rebuild declare terminate enter
    analyze analyse investigate visualize initiate establish expose utilize utilise leverage
    """.split()
)

# A note's line that begins with one of these leaves out its subject, the topic: "Scales to millions of users".
STATING_VERBS = frozenset(
    """
    acts allows automates can captures collects connects contains creates delivers detects distributes enables encrypts
    gives handles helps hosts includes integrates lets listens makes manages monitors needs offers processes protects
    leverages improves reduces increases determines defines means refers performs accepts returns becomes
    provides replicates requires routes runs scales sends serves stores supports syncs tracks triggers uses works
    automatically
    encapsulates authenticates authorizes compresses computes calculates exchanges signs verifies hashes validates
    prevents causes enforces secures simplifies generates analyzes converts translates ensures
    """.split()
)

# What one does with things; a heading that begins with its -ing form names a task and no thing.
TASK_VERBS = frozenset(
    """
    skip adopt communicate score train regenerate gather predict summarize normalize tokenize encode decode notify respond
    recover replicate provision purge approve reject accept unmount
    access activate adapt add adjust allocate announce apply assign associate attach authenticate automate avoid back
    begin build calculate call change check choose clean clone close compare compile configure connect contribute
    control convert copy create customize customise debug define delete deploy describe design detach determine develop
    disable download edit enable ensure evaluate examine execute expand explore export extend refactor filter find fix format
    generate get give go grant handle identify implement import include increase inspect install integrate interpret
    invoke launch learn limit list load locate maintain make manage map migrate mitigate modify monitor move obtain open
    organize override perform pick plan prepare prevent protect provide publish put query read
    reboot receive record reduce register
    release
    remove rename renew replace request require reset resize resolve restart restore restrict retrieve return review
    run save secure select send serve set setup share show specify split start stop store structure submit switch tag
    take test tighten toggle transfer troubleshoot try tune turn understand uninstall update upgrade upload use
    validate verify view
    work write merge bump clarify correct ignore introduce mention rework rewrite simplify unify translate
    analyze analyse measure enter detect discover collect aggregate accelerate centralize decouple encrypt decrypt enforce
    forecast visualize ingest simulate investigate isolate terminate
    push initialize initialise watch harden sanitize sanitise whitelist blacklist invalidate revoke throttle
    patch cancel resume pause join expose think lift shift lengthen shorten strengthen initiate
    estimate decrease rotate optimize optimise compress increment decrement paginate distribute
    approach
    browse
    """.split()
)

DOING_VERBS = TASK_VERBS | IMPERATIVES  # what a reader is told to do

# Of these, the ones that are as often nouns: "Transfer Acceleration", "Access Control List".
NOUNS_TOO = frozenset(
    """
    lift shift support
    access backup call change control copy design export filter format import list load map monitor move plan query record
    release report request reset restore review record start store submit switch tag test transfer update upgrade view work
    watch push build limit share clone contact write read estimate approach decrease increment launch
    """.split()
)

# Names that begin with a preposition: states of data and ways to pay or to place, which notes choose among.
PREPOSITIONAL_NAMES = frozenset(
    [
        "at least once",
        "at most once",
        "exactly once",
        "at rest",
        "in transit",
        "in flight",
        "in use",
        "in motion",
        "on demand",
        "on premises",
        "on premise",
        "in memory",
    ]
)

# Qualities in front of a class noun that do not make another class: "fast, scalable data warehouse".
LEADING_QUALIFIERS = frozenset(
    """
    a an the fully highly very simple simplest fast faster fastest scalable durable secure available managed
    elastic reliable flexible powerful cloud-based cloud high-performance low-cost cheap global
    globally large massively lightweight modern popular general-purpose purpose-built hosted new
    de-facto special single open open-source easy-to-use cost-effective enterprise-grade petabyte-scale
    fault-tolerant highly-available one set robust efficient native dedicated unified common useful
    essential core public small certain specific given complete comprehensive central centralized regional
    lower-level higher-level low-level high-level third-party familiar external traditional existing additional various
    complex appropriate suitable viable ideal
    full sophisticated brand experimental advanced critical typical great basic powerful complete synchronous paid
    corresponding already tolerant newer older independent separate different kind sort type of well-known petabyte
    scale real-time free and or default underlying frequent resilient excellent great good nice perfect amazing
    notable noteworthy unique another proprietary exciting massive huge incredible awesome fantastic impressive interesting entire
    """.split()
)

# Qualities that make another class of most nouns: "distributed key value store", but "serverless service".
HOW_RUN = frozenset(["serverless", "distributed"])

# A name holds none of these: with one of them it is a clause.
NOT_IN_NAMES = frozenset(
    """
    is are was were be been being am has have had does do did can could will would shall should may might
    must comparing that which who whom whose if when while because since unless until than then it its they them their
    you your we our us i my he she his her this these those not n't cannot isn't aren't doesn't don't can't
    dont doesnt cant isnt
    there here also only just even very so such too about into onto through during before after above below
    without within how what why where let lets allows enables provides gives makes helps e.g. i.e. etc etc.
    please remember allow provide create ensure avoid choose need needs using used uses use following
    consists includes contains integrates supports complements belongs comprises requires offers works means allowing providing
    come comes going include require required let's called based always never often usually however therefore
    """.split()
)

# A name does not begin with these: it would be an instruction, a question or an aside.
NOT_STARTING_NAMES = frozenset(
    """
    via similar same think
    how what why when where which who to in on at by for from with as of and or but nor so yet if is are was
    be automate prefer migrate depends depend compare look mend filter filters view avoid choose create use using add
    remove delete set get make run start stop
    enable disable configure deploy install check verify update upgrade build test ensure allow provide
    support need see note remember don't do let go take keep give show find store decouple lock calculate
    reduce increase define describe explain understand learn click select open read write try apply connect
    setup attach launch consider helps help here there then first second third finally next also only both
    either neither no not yes more most less least each every all any some other another same such this that
    these those it they we you i before after during while once until since unless although though because
    per increased reduced improved decreased enhanced faster slower lower higher easier harder 1st 2nd 3rd
    unlike between like useful
    adds typically usually sometimes always never can could will would should may might must has have had
    does did out off up down over under about into good bad great best better worse recommended important example
    examples
    """.split()
)

# What begins the name of something shown, and of no thing: "Example policy".
SAMPLES = frozenset(["example", "examples", "sample", "samples", "demo"])
