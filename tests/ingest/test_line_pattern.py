"""A pattern of lines finds what the engine finds with `^`, in whatever regions it looks."""

from __future__ import annotations

import re
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from ingest.line_pattern import LinePattern

_FORMS = [r"[ \t]*[-*][ \t]", r"[A-Z][^\n]{0,3}\n(?=[ ]*a)|\t+a", r"#{1,2} (?P<rest>[^\n]*)$", r"A\n(?P<next> *\n)?"]


@given(st.sampled_from(_FORMS), st.text("aA#-* \t\r\n", max_size=40), st.lists(st.integers(0, 40), max_size=4))
def test_matches_are_those_of_the_engine(form: str, text: str, bounds: list[int]) -> None:
    borders = sorted({0, len(text), *(min(bound, len(text)) for bound in bounds)})
    regions = list(pairwise(borders))
    engine = re.compile(f"^(?:{form})", re.MULTILINE)
    wanted = [(m.span(), m.groups()) for start, end in regions for m in engine.finditer(text, start, end)]
    assert [(m.span(), m.groups()) for m in LinePattern(form).finditer(text, regions)] == wanted
