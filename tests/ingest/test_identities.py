"""Which names of several notes are one thing."""

from __future__ import annotations

from graph.model import NoteId
from ingest.claims import qualify
from ingest.identities import Identities
from ingest.lexicon import Lexicon
from ingest.markdown import parse_document
from ingest.reading import read_document


def _identities(*notes: str) -> Identities:
    readings = [
        read_document(parse_document(NoteId(f"{number}.md"), text), str(number)) for number, text in enumerate(notes)
    ]
    return Identities(readings, Lexicon("", frozenset(), {}, frozenset()))


def test_another_name_joins_a_homonym_whose_owner_has_two_names() -> None:
    identities = _identities(
        "# RSM (Relational Store Manager)\n\n## Federation\n\nFederation (or functional splitting) splits stores.\n",
        "# Zoning\n\n## Federation\n\nAnother one.\n",
    )
    federation = identities.key(qualify("RSM", "Federation"))
    assert identities.key("functional splitting") == federation
    assert identities.key(qualify("Zoning", "Federation")) != federation
