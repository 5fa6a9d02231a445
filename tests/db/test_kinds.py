"""The words for relations that SQL compares are those of the program, which db may not import."""

from db import candidates, stories
from worker.news.types import RelationKind


def test_what_joins_a_story_is_the_same_in_sql() -> None:
    assert set(stories.JOINING) == {str(kind) for kind in RelationKind if kind.joins_story}


def test_what_adds_nothing_fills_no_place_among_those_that_are_compared() -> None:
    assert set(candidates.COPIES) == {str(kind) for kind in RelationKind if kind.adds_nothing}
