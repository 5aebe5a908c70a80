"""Nouns that say what kind of thing something is: the heads of classes, and those too general to be one."""

from __future__ import annotations

__all__ = ["CLASS_NOUNS", "CLASS_PLURALS", "TOLD_CLASS_NOUNS", "TOO_GENERAL_CLASSES"]

# Head nouns of "A is a ...": what something can be.
CLASS_NOUNS = frozenset(
    """
    service system database datastore db dbms tool framework network store cache warehouse language protocol algorithm pattern
    technique platform engine storage queue library standard policy model format server client proxy
    balancer broker gateway firewall orchestrator runtime interface architecture strategy method mechanism
    utility agent operator controller daemon container cluster registry repository api application software
    product solution component module plugin extension resource object structure index table bus stream
    volume disk device suite environment infrastructure theorem principle paradigm methodology process
    specification project program editor compiler parser scheduler monitor dashboard manager provider
    filesystem theme generator website attack vulnerability certificate token key role group user account
    region zone instance function feature document directory discipline practice approach property type
    machine distribution style
    layer tier record router switch host hypervisor hash function cipher signature packet frame header port socket
    kernel shell driver drive scheme topology command port operation constraint query
    add-on addon catalog catalogue mesh pipeline
    measure card archive notation technology connector sandbox sidecar consortium convention guarantee center centre binding
    """.split()
)

# So are these where a sentence says it in full, "X is a health check"; elsewhere too much else ends in them.
TOLD_CLASS_NOUNS = frozenset(
    """
    check address image workflow metric schema template artifact manifest workspace workload foundation
    organization organisation initiative endpoint subnet partition shard replica snapshot tree graph permission identity
    probe record
    """.split()
)

# Classes that nearly everything is in: "X is a service" says little, and "Services" may be the heading of a list.
TOO_GENERAL_CLASSES = frozenset(
    """
    service system tool application app component resource object process feature function set type kind way part
    group value name list number thing concept model data user role key item option example solution product
    approach method technique practice file page note document topic hybrid guide project collection used
    mechanism utility software
    """.split()
)

# Several things of one class, told by the last word of a name: "Relational databases".
CLASS_PLURALS = frozenset(
    """
    engines databases stores warehouses caches brokers languages frameworks runtimes libraries tools protocols backends providers
    plugins vendors platforms formats
    """.split()
)
