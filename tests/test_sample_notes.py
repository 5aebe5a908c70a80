"""The kinds of knowledge that no peer reads, held on the sample notes."""

from __future__ import annotations

import re

import pytest

from graph.model import Concept, Knowledge
from graph.names import fold_name
from tests.conftest import ROOT


def _concept(sample: Knowledge, name: str) -> Concept:
    found = [c for c in sample.concepts if fold_name(name) in {fold_name(n) for n in (c.label, *c.aliases)}]
    assert len(found) == 1, [c.id for c in found]
    return found[0]


def _types(sample: Knowledge, a: str, b: str) -> set[str]:
    ends = {_concept(sample, a).id, _concept(sample, b).id}
    return {r.type for r in sample.relations if {r.source, r.target} == ends}


@pytest.mark.parametrize(
    ("a", "kind", "b"),
    [
        ("SNS", "compared_with", "SQS"),
        ("SSE-S3", "option_of", "Server-side encryption"),
        ("SSE-KMS", "option_of", "Server-side encryption"),
        ("SSE-C", "option_of", "Server-side encryption"),
        ("X-Ray", "integrates_with", "Lambda"),
        ("X-Ray", "integrates_with", "API Gateway"),
        ("X-Ray", "integrates_with", "SNS"),
        ("EBS", "uses", "KMS"),
        ("DAX", "part_of", "DynamoDB"),
        ("Cognito Streams", "part_of", "Cognito"),
        ("Redis", "alternative_to", "Memcached"),
        ("IAM role", "alternative_to", "Access key"),
        ("Simple routing policy", "option_of", "Routing policies"),
        ("Availability", "compared_with", "Durability"),
        ("orders service", "depends_on", "DynamoDB"),
    ],
)
def test_a_relation_that_a_note_states_is_read(sample: Knowledge, a: str, kind: str, b: str) -> None:
    assert kind in _types(sample, a, b)


@pytest.mark.parametrize(("name", "other"), [("SQS", "Simple Queue Service"), ("ECR", "Elastic Container Registry")])
def test_an_abbreviation_and_its_expansion_are_one_concept(sample: Knowledge, name: str, other: str) -> None:
    assert _concept(sample, name) == _concept(sample, other)


def test_similar_names_stay_apart(sample: Knowledge) -> None:
    assert _concept(sample, "Elastic Beanstalk") != _concept(sample, "Elastic Load Balancing")


def test_every_routing_policy_is_an_option(sample: Knowledge) -> None:
    policies = _concept(sample, "Routing policies").id
    assert len([r for r in sample.relations if r.type == "option_of" and r.target == policies]) == 8


def test_a_comparison_table_keeps_its_dimensions_and_cells(sample: Knowledge) -> None:
    comparison = next(c for c in sample.comparisons if c.title == "SQS vs SNS")
    assert len(comparison.dimensions) >= 3
    assert all(len(dimension.values) == 2 for dimension in comparison.dimensions)


def test_every_evidence_text_stands_on_its_lines(sample: Knowledge) -> None:
    evidence = [e for r in sample.relations for e in r.evidence]
    evidence += [f.evidence for c in sample.concepts for f in c.facts] + [
        n.evidence for c in sample.concepts for n in c.names
    ]
    assert evidence
    for cite in evidence:
        raw = (ROOT / "data" / "notes" / cite.path).read_bytes().decode("utf-8-sig")
        lines = re.split(r"\r\n|\n|\r", raw)[cite.line_start - 1 : cite.line_end]
        assert "".join(cite.text.split()) in "".join("".join(lines).split())


def test_no_sentence_address_or_number_becomes_a_concept(sample: Knowledge) -> None:
    for concept in sample.concepts:
        assert "://" not in concept.label
        assert len(concept.label.split()) <= 7, concept.label
        assert any(sign.isalpha() for sign in concept.label)
