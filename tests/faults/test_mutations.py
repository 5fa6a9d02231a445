"""The list of protections is up to date: what it takes out is there, once, and so are the tests that miss it."""

import pytest

from tests.faults.mutation import Mutation
from tests.faults.mutation_list import MUTATIONS
from tests.faults.mutations import REPOSITORY


@pytest.mark.parametrize("mutation", MUTATIONS, ids=[mutation.name for mutation in MUTATIONS])
def test_a_protection_is_where_the_list_says(mutation: Mutation) -> None:
    text = (REPOSITORY / mutation.file).read_text(encoding="utf-8")
    assert text.count(mutation.old) == 1
    assert mutation.new != mutation.old
    file, _, name = mutation.test.partition("::")
    assert f"def {name}(" in (REPOSITORY / file).read_text(encoding="utf-8") or not name


def test_each_has_a_name_of_its_own() -> None:
    assert len({mutation.name for mutation in MUTATIONS}) == len(MUTATIONS)
