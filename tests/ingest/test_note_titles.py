"""What a note is about by its file's name, where its headings say only which part of the text they are."""

from __future__ import annotations

from tests.conftest import Vault


def test_generic_headings_at_the_top_leave_the_note_to_its_files_name(vault: Vault) -> None:
    known = vault({"Harvest Cache.md": "# Introduction\n\nIt is built on Redis.\n\n# Structure\n\nUses RocksDB.\n"})
    assert [(r.source, r.type, r.target) for r in known.relations] == [
        ("harvest-cache", "uses", "redis"),
        ("harvest-cache", "uses", "rocksdb"),
    ]
    assert "introduction" not in {concept.id for concept in known.concepts}


def test_a_path_in_a_files_name_ends_in_what_the_note_is_about(vault: Vault) -> None:
    known = vault({"Kafka - Log compaction.md": "# Introduction\n\nIt is a kind of retention.\n\nRequires RocksDB.\n"})
    assert ("log-compaction", "uses", "rocksdb") in [(r.source, r.type, r.target) for r in known.relations]


def test_a_generic_step_belongs_to_the_one_before(vault: Vault) -> None:
    known = vault({"Grain - Topics.md": "# Introduction\n\nIt is built on Redis.\n"})
    assert [(r.source, r.target) for r in known.relations] == [("grain", "redis")]


def test_links_to_paths_lead_to_their_ends(vault: Vault) -> None:
    known = vault(
        {
            "Grain - Silo brokers.md": "# Introduction\n\nSee [[Grain - Log compaction|link]].\n",
            "Grain - Log compaction.md": "# Introduction\n\nSee [[Grain - Silo pools|link]].\n",
        }
    )
    assert [(r.source, r.target) for r in known.relations] == [
        ("log-compaction", "silo-pools"),
        ("silo-brokers", "log-compaction"),
    ]


def test_a_dash_in_a_heading_is_no_path(vault: Vault) -> None:
    known = vault({"a.md": "# Geo Service - Dependencies\n\nIt is built on Redis.\n"})
    assert ("geo-service", "redis") in [(r.source, r.target) for r in known.relations]


def test_a_named_item_with_a_link_is_no_relation(vault: Vault) -> None:
    known = vault({"Orders service.md": "- CeleryWorker - [[Silo pools|link]]\n"})
    assert "celeryworker_" not in {relation.type for relation in known.relations}


def test_notes_on_many_things_are_about_none_of_them(vault: Vault) -> None:
    known = vault({"Grain exam notes.md": "# Introduction\n\nIt is built on Redis.\n\n# Silo\n\nUses RocksDB.\n"})
    assert "grain-exam-notes" not in {concept.id for concept in known.concepts}


def test_a_namespace_in_a_files_name_ends_in_what_the_note_is_about(vault: Vault) -> None:
    known = vault({"Grain___Log compaction.md": "# Introduction\n\nIt is a kind of retention.\n\nRequires RocksDB.\n"})
    assert ("log-compaction", "uses", "rocksdb") in [(r.source, r.type, r.target) for r in known.relations]


def test_a_namespace_is_shown_as_the_path_that_it_is(vault: Vault) -> None:
    known = vault({"Grain___Topics.md": "# Introduction\n\nIt is built on Redis.\n"})
    assert [(r.source, r.target) for r in known.relations] == [("grain", "redis")]
    assert [note.title for note in known.notes] == ["Grain/Topics"]


def test_a_file_called_after_what_it_configures_is_on_that(vault: Vault) -> None:
    known = vault({"Configure Grain Lanes.md": "# Introduction\n\nIt is built on Redis.\n"})
    assert [(r.source, r.target) for r in known.relations] == [("grain-lanes", "redis")]
