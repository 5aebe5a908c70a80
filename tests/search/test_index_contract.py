"""What every engine promises: the same suite for Whoosh, Tantivy and the index in memory."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph.ports import Lookup, Passage, PassageIndex
from search.whoosh_index import WhooshIndex
from tests.search.memory_index import MemoryIndex


def _open(engine: str, directory: Path) -> PassageIndex:
    if engine == "whoosh":
        return WhooshIndex(directory)
    if engine == "tantivy":
        pytest.importorskip("tantivy", reason="the extra knotwork[fast] is not installed")
        from search.tantivy_index import TantivyIndex

        return TantivyIndex(directory)
    return MemoryIndex()


@pytest.fixture(params=["memory", "whoosh", "tantivy"])
def index(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[PassageIndex]:
    opened = _open(request.param, tmp_path / "index")
    yield opened
    opened.close()


def _passage(id_: str, body: str, headings: str = "", *, group: str = "a.md", labels: tuple[str, ...] = ()) -> Passage:
    return Passage(id=id_, group=group, headings=headings, body=body, labels=labels, stored=f"stored of {id_}")


def _ids(index: PassageIndex, lookup: Lookup, limit: int = 10) -> list[str]:
    return [hit.passage.id for hit in index.search(lookup, limit=limit)]


def _any(*words: str) -> Lookup:
    return Lookup(words=dict.fromkeys(words, 1.0))


QUEUES = (
    _passage("sqs", "queue messag\nvisibl timeout", "sqs simpl queue", labels=("kind=section", "tag=aws")),
    _passage("sns", "topic push messag", "sns", labels=("kind=section", "tag=two words", "path=aws/")),
    _passage("kms", "key encrypt", "kms", group="b.md", labels=("kind=service", "tag=日本")),
)


@pytest.fixture
def queues(index: PassageIndex) -> PassageIndex:
    index.replace([], QUEUES)
    return index


def test_an_empty_index_finds_nothing(index: PassageIndex) -> None:
    assert list(index.search(_any("queue"), limit=10)) == []
    assert index.passage_count("queue") == 0


def test_a_passage_comes_back_as_it_was_given(queues: PassageIndex) -> None:
    assert [hit.passage for hit in queues.search(_any("visibl"), limit=10)] == [QUEUES[0]]


def test_any_of_the_words_finds_a_passage(queues: PassageIndex) -> None:
    assert set(_ids(queues, _any("encrypt", "topic"))) == {"sns", "kms"}


def test_headings_and_body_add_up(queues: PassageIndex) -> None:
    queues.replace(
        [], [_passage("other", "queue", "first", group="c.md"), _passage("both", "queue", "queue", group="d.md")]
    )
    found = _ids(queues, _any("queue"))
    assert found.index("both") < found.index("other")


def test_more_of_the_words_rank_a_passage_higher(queues: PassageIndex) -> None:
    assert _ids(queues, _any("messag", "push"))[0] == "sns"


def test_a_heavier_word_ranks_its_passage_higher(queues: PassageIndex) -> None:
    assert _ids(queues, Lookup(words={"key": 5.0, "topic": 0.2}))[0] == "kms"
    assert _ids(queues, Lookup(words={"key": 0.2, "topic": 5.0}))[0] == "sns"


def test_no_words_find_nothing(queues: PassageIndex) -> None:
    assert _ids(queues, Lookup(words={})) == []
    assert _ids(queues, Lookup(words={}, labels=(frozenset({"kind=section"}),))) == []


def test_unknown_words_find_nothing(queues: PassageIndex) -> None:
    assert _ids(queues, _any("xyzzy")) == []


def test_every_required_word_must_occur(queues: PassageIndex) -> None:
    words = dict.fromkeys(["messag", "queue"], 1.0)
    assert _ids(queues, Lookup(words=words, required=frozenset({"messag", "timeout"}))) == ["sqs"]
    assert _ids(queues, Lookup(words=words, required=frozenset({"messag", "encrypt"}))) == []


def test_no_excluded_word_may_occur(queues: PassageIndex) -> None:
    assert _ids(queues, Lookup(words={"messag": 1.0}, excluded=frozenset({"simpl"}))) == ["sns"]


@pytest.mark.parametrize(
    ("label", "found"), [("tag=aws", ["sqs"]), ("tag=two words", ["sns"]), ("tag=日本", ["kms"]), ("tag=none", [])]
)
def test_a_label_filters(queues: PassageIndex, label: str, found: list[str]) -> None:
    words = dict.fromkeys(["messag", "encrypt"], 1.0)
    assert _ids(queues, Lookup(words=words, labels=(frozenset({label}),))) == found


def test_of_one_set_any_label_will_do_and_of_several_each_counts(queues: PassageIndex) -> None:
    words = dict.fromkeys(["messag", "encrypt"], 1.0)
    either = frozenset({"tag=aws", "tag=日本"})
    assert set(_ids(queues, Lookup(words=words, labels=(either,)))) == {"sqs", "kms"}
    assert _ids(queues, Lookup(words=words, labels=(either, frozenset({"kind=service"})))) == ["kms"]


def test_filters_change_no_score(queues: PassageIndex) -> None:
    free = queues.search(_any("messag"), limit=10)
    kept = queues.search(Lookup(words={"messag": 1.0}, labels=(frozenset({"kind=section"}),)), limit=10)
    assert [(h.passage.id, round(h.score, 3)) for h in free] == [(h.passage.id, round(h.score, 3)) for h in kept]


def test_at_most_so_many_are_returned_the_best_first(queues: PassageIndex) -> None:
    hits = queues.search(_any("messag", "queue"), limit=1)
    assert [hit.passage.id for hit in hits] == ["sqs"]


def test_equal_scores_stand_in_the_order_of_ids(index: PassageIndex) -> None:
    index.replace([], [_passage(id_, "same word") for id_ in ("c", "a", "b")])
    assert _ids(index, _any("same")) == ["a", "b", "c"]


def test_passages_with_a_word_are_counted(queues: PassageIndex) -> None:
    assert [queues.passage_count(word) for word in ("messag", "queue", "kms", "xyzzy")] == [2, 1, 1, 0]


def test_a_removed_group_is_found_no_more(queues: PassageIndex) -> None:
    queues.replace(["a.md"], [])
    assert _ids(queues, _any("messag", "encrypt")) == ["kms"]


def test_a_replaced_group_is_found_as_it_is_now(queues: PassageIndex) -> None:
    queues.replace(["b.md"], [_passage("kms", "customer master", group="b.md")])
    assert _ids(queues, _any("encrypt")) == []
    assert _ids(queues, _any("master")) == ["kms"]


def test_removing_what_is_not_there_does_no_harm(queues: PassageIndex) -> None:
    queues.replace(["nowhere.md"], [])
    assert _ids(queues, _any("encrypt")) == ["kms"]


@pytest.mark.parametrize("engine", ["whoosh", "tantivy"])
def test_an_index_on_disk_is_there_when_opened_again(engine: str, tmp_path: Path) -> None:
    first = _open(engine, tmp_path / "index")
    first.replace([], QUEUES)
    first.close()
    again = _open(engine, tmp_path / "index")
    assert _ids(again, _any("encrypt")) == ["kms"]
    again.close()


@pytest.mark.parametrize("engine", ["whoosh", "tantivy"])
def test_an_open_index_sees_what_another_wrote(engine: str, tmp_path: Path) -> None:
    writer, reader = _open(engine, tmp_path / "index"), _open(engine, tmp_path / "index")
    writer.replace([], QUEUES)
    reader.close()
    reader = _open(engine, tmp_path / "index")
    assert _ids(reader, _any("encrypt")) == ["kms"]
    for opened in (writer, reader):
        opened.close()


@pytest.mark.parametrize("engine", ["memory", "whoosh", "tantivy"])
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(word=st.text(st.characters(exclude_categories=["Z", "Cc", "Cs"]), min_size=1, max_size=40))
def test_any_word_is_found_again_or_quietly_missed(
    engine: str, word: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    # A directory for each example: hypothesis seeds the random numbers that Whoosh names its files by.
    index = _open(engine, tmp_path_factory.mktemp("any") / "index")
    index.replace([], [_passage("any", f"before {word} after", group="any.md")])
    assert _ids(index, Lookup(words={"before": 1.0, word: 1.0}))[0] == "any"
    index.search(Lookup(words={word: 1.0}, required=frozenset({word}), labels=(frozenset({word}),)), limit=5)
    assert index.passage_count(word) >= 0
    index.close()


def test_searches_in_several_threads_disturb_no_other(index: PassageIndex) -> None:
    words = ("queue", "topic", "key", "order")
    index.replace([], [_passage(f"p{n:03}", f"{words[n % 4]} {words[n % 3]} word{n % 7}") for n in range(400)])
    lookups = [_any(word, f"word{n}") for word in words for n in range(7)]
    alone = [_ids(index, lookup) for lookup in lookups]
    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    try:
        with ThreadPoolExecutor(8) as threads:
            together = list(threads.map(lambda lookup: _ids(index, lookup), lookups * 5))
    finally:
        sys.setswitchinterval(before)
    assert together == alone * 5
