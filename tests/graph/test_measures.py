"""Communities are the same in every process."""

from tests.hash_seeds import printed_under_seeds

_PROGRAM = """
import random
from graph.measures import measure
from graph.model import Concept, ConceptId, Kind, Knowledge, Relation

draw = random.Random(5)
names = [f"thing-{number}" for number in range(300)]  # most of them related to nothing
concepts = tuple(Concept(id=ConceptId(n), label=n, kind=Kind.CONCEPT, names=()) for n in sorted(names))
pairs = sorted({tuple(sorted(draw.sample(names[:100], 2))) for _ in range(200)})
relations = tuple(
    Relation(source=ConceptId(a), type="uses", phrase="uses", target=ConceptId(b), evidence=()) for a, b in pairs
)
print([(name, m.community) for name, m in sorted(measure(Knowledge(concepts=concepts, relations=relations)).items())])
"""


def test_communities_do_not_hang_on_the_hash_seed() -> None:
    told = printed_under_seeds(_PROGRAM)
    assert len(told) == 1
    assert "'thing-0'" in told.pop()
