"""What may be silenced, as the settings say it, and what is said of mistakes in them."""

from __future__ import annotations

import pytest

from graph.review.silence import Silence
from ingest.settings import SettingsInvalid
from ingest.silences import parse_silences


def test_silences_are_read_in_their_order_with_their_lines() -> None:
    text = (
        'ignore = ["Misc"]\n\n[[lint.silence]]\ncode = "KW101"\nreason = "a log"\n\n'
        '[[lint.silence]]\npath = "old/*"\nfingerprint = "0123456789ab"\nreason = "archive"\n'
    )
    assert parse_silences(text, "knotwork.toml") == (
        Silence(reason="a log", code="KW101", line=3),
        Silence(reason="archive", path="old/*", fingerprint="0123456789ab", line=7),
    )


def test_settings_without_silences_silence_nothing() -> None:
    assert parse_silences('merge = [["A", "B"]]\n', "knotwork.toml") == ()


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[[lint.silence]\n", "knotwork.toml.*line 1"),
        ('\n[[lint.silence]]\ncode = "KW101"\n', "knotwork.toml:2.*a silence needs a reason"),
        ('[[lint.silence]]\nreason = "r"\n', "knotwork.toml:1.*needs a code, a path or a fingerprint"),
        ('[[lint.silence]]\ncode = "KW999"\nreason = "r"\n', "knotwork.toml:1.*no check has the code 'KW999'"),
        ('[[lint.silence]]\ncode = "KW101-doubled-topics"\nreason = "r"\n', "did you mean 'KW101-doubled-topic'"),
        ('[[lint.silence]]\ncodes = "KW101"\nreason = "r"\n', "a silence has no 'codes'"),
        ('[[lint.silence]]\ncode = 101\nreason = "r"\n', "'code' has to be a text"),
        ('[[lint.silence]]\nfingerprint = "12"\nreason = "r"\n', "'12' is no fingerprint"),
        ("[lint]\nsilence = 1\n", "has to be a list"),
        ("[lint]\nsilences = []\n", "knows no 'silences'"),
        ("lint = 1\n", "has to be a table"),
    ],
)
def test_a_mistake_is_told_with_its_file_and_line(text: str, message: str) -> None:
    with pytest.raises(SettingsInvalid, match=message):
        parse_silences(text, "knotwork.toml")
