"""The many forms of a line that announces kinds: the plain form that each is read as, and what is told of a list below it."""

from __future__ import annotations

import pytest

from ingest.rules.announcing_forms import plainly_announced
from tests.ingest.test_extraction_cases import read, told

OF_TOPIC = "Lumestack"
LIST = "# Lumestack\n\n{line}\n\n- Alpha Lane\n- Beta Lane\n"
LISTED = ("Alpha Lane", "Beta Lane")

PLAIN_FORMS = [
    # What only says that the list follows, or that it is there to choose from.
    ("Common models include:", "Common models:"),
    ("Each module comprises parts that include:", "Each module comprises parts:"),
    ("Deployment options that are available:", "Deployment options:"),
    ("Its modes are:", "Its modes:"),
    ("Queue types are being used:", "Queue types:"),
    ("The main class of the classes is:", "The main class of the classes:"),
    ("Two tiers exist:", "Two tiers:"),
    ("The building blocks comprise:", "The building blocks:"),
    ("Storage classes are as follows:", "Storage classes:"),
    ("Storage classes, as follows:", "Storage classes:"),
    ("Storage classes include the following:", "Storage classes:"),
    ("Storage classes are these:", "Storage classes:"),
    ("Storage classes are offered:", "Storage classes:"),
    ("Storage classes are possible:", "Storage classes:"),
    ("Storage classes are common:", "Storage classes:"),
    ("Storage classes supported:", "Storage classes:"),
    ("Storage classes offered:", "Storage classes:"),
    ("Storage classes to choose from:", "Storage classes:"),
    ("Storage classes are summarised below:", "Storage classes:"),
    ("Storage classes are below:", "Storage classes:"),
    ("Storage classes shown below:", "Storage classes:"),
    ("Layers of the stack are:", "Layers of the stack:"),
    ("Modes for slow lanes are outlined below:", "Modes for slow lanes:"),
    # What names a few of several.
    ("Storage classes such as:", "Storage classes:"),
    ("Storage classes, including:", "Storage classes:"),
    ("Storage classes, namely:", "Storage classes:"),
    ("Storage classes, for example:", "Storage classes:"),
    ("Storage classes, e.g.:", "Storage classes:"),
    # What says that something has kinds.
    ("Brokers can be classified into the following types:", "types of Brokers:"),
    ("Brokers may be further split into several groups:", "types of Brokers:"),
    ("Brokers could be broken down into these categories:", "types of Brokers:"),
    ("All message brokers are often grouped into two families:", "types of message brokers:"),
    ("A broker is organised into three distinct classes:", "types of broker:"),
    ("We can divide brokers into two categories:", "types of brokers:"),
    ("You may categorise brokers into various forms:", "types of brokers:"),
    ("Brokers can be classified into:", "types of Brokers:"),
    ("The brokers are categorized to:", "types of brokers:"),
    ("A broker comes in three flavours:", "types of broker:"),
    ("Brokers are of two types:", "types of Brokers:"),
    ("They can be classified into two types:", "types:"),
    ("It comes in two variants:", "types:"),
    # What is done in several modes.
    ("Modes of operation:", "Modes:"),
    ("Two modes of use include:", "Two modes:"),
    # What is used.
    ("The following services are used by Lumestack:", "Lumestack uses the following services:"),
    ("Following frameworks are required for Lume Stack:", "Lume Stack uses the following frameworks:"),
    ("The following data tools are needed:", "it uses the following data tools:"),
    # What says more than that stays as it is.
    ("Storage classes:", "Storage classes:"),
    ("Storage classes that are not supported:", "Storage classes that are not supported:"),
    ("The models are fast:", "The models are fast:"),
    ("Lanes are as follows:", "Lanes are as follows:"),
    ("Once. Modes are:", "Once. Modes are:"),
    (
        "Brokers cannot be classified into the following types:",
        "Brokers cannot be classified into the following types:",
    ),
    ("Brokers can be divided:", "Brokers can be divided:"),
    ("Brokers can be divided into:", "Brokers can be divided into:"),
    ("Brokers can be classified into old types:", "Brokers can be classified into old types:"),
    ("The following wheels are used:", "The following wheels are used:"),
    ("Laws of operation:", "Laws of operation:"),
    ("Common models include", "Common models include"),
]


@pytest.mark.parametrize(("line", "plain"), PLAIN_FORMS)
def test_a_line_has_a_plain_form(line: str, plain: str) -> None:
    assert plainly_announced(line) == plain


# The line, what the two listed names are, and of what; of nothing where they are told to be nothing.
RELATIONS = [
    ("Common models include:", "option_of", OF_TOPIC),
    ("Its modes are:", "option_of", OF_TOPIC),
    ("Two tiers exist:", "option_of", OF_TOPIC),
    ("The main storage classes are as follows:", "option_of", "storage classes"),
    ("Deployment options that are available:", "option_of", "Deployment options"),
    ("Storage classes to choose from:", "option_of", "Storage classes"),
    ("Storage classes, namely:", "option_of", "Storage classes"),
    ("Kinds of lanes are listed below:", "option_of", "lanes"),
    ("Brokers can be classified into the following types:", "option_of", "Brokers"),
    ("We can divide brokers into two categories:", "option_of", "brokers"),
    ("Brokers are categorized to:", "option_of", "Brokers"),
    ("Lumestack can be classified into two types:", "option_of", OF_TOPIC),
    ("They can be classified into two types:", "option_of", OF_TOPIC),
    ("It comes in two variants:", "option_of", OF_TOPIC),
    ("These are of three kinds:", "option_of", OF_TOPIC),
    ("Modes of operation:", "option_of", OF_TOPIC),
    ("Delivery guarantees:", "option_of", "Delivery guarantees"),
    ("Mesh topologies:", "option_of", "Mesh topologies"),
    ("Read semantics:", "option_of", "Read semantics"),
    ("Disk mechanisms include:", "option_of", "Disk mechanisms"),
    ("Disk schemes:", "option_of", "Disk schemes"),
    ("The building blocks comprise:", "part_of", OF_TOPIC),
    ("The phases are:", "part_of", OF_TOPIC),
    ("Its stages are as follows:", "part_of", OF_TOPIC),
    ("Layers include:", "part_of", OF_TOPIC),
    ("Its planes:", "part_of", OF_TOPIC),
    ("Additional layers:", "part_of", OF_TOPIC),
    ("Further sync strategies:", "option_of", "sync strategies"),
    ("The following services are used by Lumestack:", "uses", OF_TOPIC),
    ("The following data tools are needed:", "uses", OF_TOPIC),
    ("The models are fast:", "", ""),
    ("Storage classes that are not supported:", "", ""),
    ("Modes of operation that are never used:", "", ""),
    ("The following services are used by Limestack:", "", ""),
]


@pytest.mark.parametrize(("line", "relation", "of"), RELATIONS)
def test_a_list_below_the_line_is_read(line: str, relation: str, of: str) -> None:
    lines = [said.partition(" @")[0] for said in told(read(LIST.format(line=line))) if "Lane" in said]
    ends = [f"{of} {relation} {name}" if relation == "uses" else f"{name} {relation} {of}" for name in LISTED]
    assert sorted(lines) == (sorted(ends) if relation else [])
