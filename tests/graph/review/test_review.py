"""The review as a whole: order, severity, silencing, fingerprints."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from graph.model import Knowledge, NoteId
from graph.review.checks import CHECKS
from graph.review.counterparts import are_counterparts
from graph.review.finding import Severity
from graph.review.review import find_all, review
from graph.review.silence import Silence
from ingest.markdown import parse_document
from ingest.reading import read_document
from ingest.resolve import resolve

NOTES = {
    "a.md": "# Orders Service\n- takes\n\n# Stock Service\n- counts\n\n# Orders Service\n- ships\n",
    "b/c.md": "# Bills Service\n- takes\n\n# Mail Service\n- counts\n\n# Bills Service\n- ships\n",
}


def read(notes: dict[str, str]) -> Knowledge:
    texts = {NoteId(path): text for path, text in notes.items()}
    return resolve([read_document(parse_document(path, text), "") for path, text in texts.items()], texts)


def test_codes_and_their_numbers_are_unique_and_in_order() -> None:
    numbers = [check.number for check in CHECKS]
    assert numbers == sorted(set(numbers))
    assert all(re.fullmatch(r"KW\d{3}-[a-z]+(-[a-z]+)*", check.code) for check in CHECKS)


def test_the_order_of_findings_is_total_and_does_not_depend_on_the_notes_order() -> None:
    backwards = dict(reversed(NOTES.items()))
    assert find_all(read(NOTES)) == find_all(read(backwards))
    assert [f.about for f in find_all(read(NOTES))] == ["Orders Service", "Bills Service"]


def test_a_fingerprint_stays_when_lines_move_and_goes_when_words_change() -> None:
    before = {f.about: f.fingerprint for f in find_all(read(NOTES))}
    moved = {f.about: f.fingerprint for f in find_all(read({**NOTES, "a.md": "Some words.\n\n" + NOTES["a.md"]}))}
    assert moved == before
    other = find_all(read({"a.md": NOTES["a.md"].replace("# Orders Service\n- ships", "# Orders Service.\n- ships")}))
    assert other[0].fingerprint in before.values()  # a dot is no word
    renamed = find_all(read({"z.md": NOTES["a.md"]}))
    assert renamed[0].fingerprint not in before.values()


def test_findings_on_the_same_words_have_fingerprints_of_their_own() -> None:
    doubled = "# Top A\n## Empty part\n\n# Top B\n## Empty part\n"
    marks = [f.fingerprint for f in find_all(read({"a.md": doubled}))]
    assert len(marks) == len(set(marks))


@pytest.mark.parametrize(
    "silence",
    [
        Silence(reason="r", path="a.md"),
        Silence(reason="r", path="a*"),
        Silence(reason="r", code="KW101", path="a.md"),
        Silence(reason="r", code="KW101-doubled-topic", path="a.md"),
    ],
)
def test_a_silence_takes_what_it_matches_and_nothing_else(silence: Silence) -> None:
    found = review(read(NOTES), [silence])
    assert [f.about for f in found.findings] == ["Bills Service"]
    assert [f.about for f in found.silenced[0].findings] == ["Orders Service"]
    assert found.silenced_count == 1


def test_a_fingerprint_silences_one_finding() -> None:
    first, second = find_all(read(NOTES))
    found = review(read(NOTES), [Silence(reason="r", fingerprint=first.fingerprint)])
    assert found.findings == (second,)


def test_all_that_a_silence_gives_has_to_match() -> None:
    found = review(read(NOTES), [Silence(reason="r", code="KW103", path="a.md")])
    assert len(found.findings) == 2
    assert found.silenced[0].findings == ()


def test_two_silences_of_one_finding_count_it_once() -> None:
    silences = [Silence(reason="r", path="a.md"), Silence(reason="s", code="KW101")]
    found = review(read(NOTES), silences)
    assert [len(entry.findings) for entry in found.silenced] == [1, 2]
    assert found.silenced_count == 2
    assert found.findings == ()


def test_what_is_milder_is_counted_and_not_shown() -> None:
    found = review(read(NOTES), (), Severity.ERROR)
    assert found.findings == ()
    assert found.milder == 2


def test_a_silence_holds_whatever_line_it_stands_on() -> None:
    silence = Silence(reason="r", path="a.md")
    assert replace(silence, line=9).matches(find_all(read(NOTES))[0])


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("en/guide.md", "de/guide.md", True),
        ("guide.md", "ja/guide.md", True),
        ("README.md", "README-zh-Hans.md", True),
        ("v1/a/guide.md", "v2/a/guide.md", True),
        ("a/x.md", "a/y.md", False),
        ("a/b/x.md", "c/d/x.md", False),
        ("a/x.md", "a/x.md", False),
    ],
)
def test_counterparts_are_told_by_their_paths(a: str, b: str, same: bool) -> None:
    assert are_counterparts(NoteId(a), NoteId(b)) is same
