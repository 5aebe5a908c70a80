"""Where links lead: to a note by its file's name, its path or an alias; to nothing where two answer."""

from __future__ import annotations

from tests.conftest import Vault


def test_a_wikilink_leads_to_the_note_and_so_to_what_its_title_names(vault: Vault) -> None:
    known = vault(
        {"a.md": "# Orders service\n\nSee [[queue-guide]].\n", "docs/queue-guide.md": "# Message Queue\n\ntext\n"}
    )
    assert [(r.source, r.type, r.target) for r in known.relations] == [("orders-service", "links_to", "message-queue")]


def test_case_folder_heading_and_shown_words_do_not_matter(vault: Vault) -> None:
    known = vault(
        {
            "a.md": "# Orders service\n\n[[docs/Queue Guide#Limits|the guide]]\n",
            "docs/queue guide.md": "# Message Queue\n",
        }
    )
    assert [(r.source, r.target) for r in known.relations] == [("orders-service", "message-queue")]


def test_an_alias_leads_to_the_note_too(vault: Vault) -> None:
    known = vault(
        {"a.md": "# Orders service\n\n[[MQ]]\n", "b.md": "---\naliases: [MQ]\n---\n# Message Queue\n\ntext\n"}
    )
    assert ("orders-service", "message-queue") in [(r.source, r.target) for r in known.relations]


def test_a_markdown_link_leads_by_its_path(vault: Vault) -> None:
    known = vault(
        {
            "x/a.md": "# Orders service\n\n- calls [it](../y/b.md#part)\n",
            "y/b.md": "# Stock service\n\ntext\n",
            "b.md": "# Other\n",
        }
    )
    assert ("orders-service", "links_to", "stock-service") in [(r.source, r.type, r.target) for r in known.relations]


def test_two_notes_of_one_name_are_reported_and_draw_nothing(vault: Vault) -> None:
    known = vault(
        {"a.md": "# Orders service\n\n[[guide]]\n", "x/guide.md": "# Left Guide\n", "y/guide.md": "# Right Guide\n"}
    )
    assert known.relations == ()
    (ambiguity,) = known.report.ambiguous
    assert ambiguity.name == "guide"
    assert ambiguity.candidates == ("x/guide.md", "y/guide.md")
    assert (ambiguity.path, ambiguity.line) == ("a.md", 3)


def test_a_page_that_is_not_there_is_a_concept_to_come(vault: Vault) -> None:
    known = vault({"a.md": "# Orders service\n\n- depends on [[Payment Gateway]]\n"})
    (relation,) = known.relations
    assert (relation.type, relation.target) == ("depends_on", "payment-gateway")
    (concept,) = [concept for concept in known.concepts if concept.id == "payment-gateway"]
    assert concept.unresolved


def test_a_note_without_a_heading_speaks_of_its_title(vault: Vault) -> None:
    known = vault({"Orders service.md": "It depends on [[Stock service]].\n", "Stock service.md": "text\n"})
    assert [(r.source, r.target) for r in known.relations] == [("orders-service", "stock-service")]


def test_a_dead_markdown_link_names_nothing(vault: Vault) -> None:
    known = vault({"a.md": "# Orders service\n\n- see [it](gone.md)\n"})
    assert known.relations == ()
