"""Lexicons: what is read from the file, what is refused, and that those that are shipped do not contradict one another."""

from __future__ import annotations

from pathlib import Path

import pytest

import data
from graph.model import Kind
from ingest.lexicon import Lexicon, LexiconInvalid, join_lexicons, parse_lexicon

_ENTRY = '[[concept]]\nlabel = "{label}"\nnames = {names}\nkind = "{kind}"\n'
_SHIPPED = sorted((Path(data.__file__).parent / "lexicons").glob("*.toml"))


def _lexicon(label: str, *names: str, kind: str = "service", vendors: str = "[]") -> Lexicon:
    entry = _ENTRY.format(label=label, names=list(names), kind=kind)
    return parse_lexicon(f'name = "{label}"\nvendors = {vendors}\n{entry}', f"{label}.toml")


def test_an_entry_is_found_by_each_of_its_names_and_behind_a_vendor() -> None:
    lexicon = _lexicon("Order Bus", "OB", vendors='["Acme"]')
    for name in ("Order Bus", "order bus", "OB", "Acme Order Bus"):
        entry = lexicon.entry(name)
        assert entry is not None, name
        assert (entry.label, entry.kind) == ("Order Bus", Kind.SERVICE)
    assert lexicon.entry("Bus") is None


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("concept = [", "Invalid"),
        ("[[concept]]\nnames = []", "concept 1 has no label"),
        (
            _ENTRY.format(label="A1", names=["B2"], kind="service")
            + _ENTRY.format(label="B2", names=[], kind="service"),
            "'B2'",
        ),
        (_ENTRY.format(label="A1", names=[], kind="planet"), "planet"),
    ],
)
def test_a_file_that_cannot_be_used_is_told_with_its_name_and_why(text: str, reason: str) -> None:
    with pytest.raises(LexiconInvalid, match=r"mine\.toml") as told:
        parse_lexicon(text, "mine.toml")
    assert reason in str(told.value)


def test_of_joined_lexicons_the_first_has_the_word() -> None:
    first, second = _lexicon("Order Bus", "OB", vendors='["Acme"]'), _lexicon("Ore Barge", "OB", kind="concept")
    joined = join_lexicons([first, second])
    found = joined.entry("OB"), joined.entry("Ore Barge"), joined.entry("Acme Ore Barge")
    assert [entry and entry.label for entry in found] == ["Order Bus", "Ore Barge", "Ore Barge"]


def test_no_name_stands_in_two_of_the_shipped_lexicons() -> None:
    owners: dict[str, str] = {}
    for file in _SHIPPED:
        for name in parse_lexicon(file.read_text("utf-8"), file.name).entries:
            assert owners.setdefault(name, file.name) == file.name, name
    assert len({*owners.values()}) == len(_SHIPPED) > 1


def test_a_name_that_is_an_ordinary_word_without_its_vendor_keeps_it() -> None:
    shipped = join_lexicons([parse_lexicon(file.read_text("utf-8"), file.name) for file in _SHIPPED])
    for name in ("Azure Functions", "AWS Config", "Azure Policy"):
        entry = shipped.entry(name)
        assert (entry and entry.label) == name
        assert shipped.entry(name.split()[1]) is None


def test_a_service_is_known_however_it_is_written_unless_it_is_a_word() -> None:
    entries = [_ENTRY.format(label=label, names=[], kind="service") for label in ("Glue", "kubectl")]
    text = "\n".join(['words = ["Glue"]', *entries])
    assert parse_lexicon(text, "mine.toml").anywhere == {"kubectl"}
