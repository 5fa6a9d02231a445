"""Are two stories one? All pairs of their reports say it, where one pair by itself says too little."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from worker.news.fingerprint import make_fingerprint
from worker.news.story import relate_story
from worker.news.types import Candidate, Item, RelationKind, StoryKeys
from worker.news.union import compare_stories

ITEM = Item("Quake in Zarnova", language="en")
EVENT = frozenset({"p:zarno", "c:earthquake", "c:rubble"})
OTHER = frozenset({"p:melav", "c:museum", "c:mosaic", "e:london"})
AT = datetime(2026, 5, 4, 9, tzinfo=UTC)


def make_keys(*keys: str) -> StoryKeys:
    """The keys of a report that is all headline."""
    return StoryKeys(frozenset(keys), frozenset(keys), frozenset(keys))


def make_report(article_id: int, keys: Iterable[str], story_id: int = 1, at: datetime | None = None) -> Candidate:
    wording = make_fingerprint(Item(f"None{article_id} of{article_id} these{article_id} words{article_id}"))
    return Candidate(article_id, wording, f"report {article_id}", story_id, at, "en", None, make_keys(*keys))


def pad(count: int, whose: int) -> frozenset[str]:
    """What only one report tells: the more, the less what it shares says."""
    return frozenset(f"c:other{whose}-{i}" for i in range(count))


def measure(padding: int) -> tuple[RelationKind, tuple[int, ...]]:
    """How a report relates to one that it shares an event and nothing else with, and the stories that are akin."""
    known = make_report(1, EVENT | pad(60, 1), 7)
    found = relate_story(ITEM, make_keys(*EVENT, *pad(padding, 0)), None, [known], {}, 0)
    return found.kind, found.akin


# The least padding at which a pair joins no more, but its stories are still asked.
DOUBTED = next(count for count in range(60) if measure(count) == (RelationKind.NEW, (7,)))


def tell(ids: Iterable[int], story_id: int, at: datetime | None = None) -> list[Candidate]:
    """Reports of one event that tell much besides, each something else: each pair of two stories is in doubt."""
    return [make_report(one, EVENT | pad(DOUBTED if story_id > 1 else 60, one), story_id, at) for one in ids]


def test_stories_that_are_alike_throughout_are_one() -> None:
    found = compare_stories(tell((1, 2, 3), 1), tell((4, 5, 6), 2), {}, 0)
    assert found is not None
    assert (found.nearest.one.story_id, found.nearest.other.story_id) == (1, 2)
    assert found.explain("report 2").startswith("its story and that of report 2 are one: 9 pairs of their reports are ")


def test_one_pair_that_was_in_doubt_when_it_came_stays_so() -> None:
    assert compare_stories(tell((1,), 1), tell((2,), 2), {}, 0) is None


@pytest.mark.parametrize("alike", [0, 1])
def test_stories_of_which_few_reports_are_alike_remain_two(alike: int) -> None:
    ones = [*tell(range(1, 1 + alike), 1), *(make_report(i, OTHER | pad(60, i), 1) for i in range(1 + alike, 4))]
    assert compare_stories(ones, tell((4, 5, 6), 2), {}, 0) is None


def test_the_order_of_two_stories_changes_who_is_named_first_only() -> None:
    ones, others = tell((1, 2, 3), 1), tell((4, 5, 6), 2)
    there, back = compare_stories(ones, others, {}, 0), compare_stories(others, ones, {}, 0)
    assert there is not None
    assert back is not None
    assert (there.pairs, there.mean) == pytest.approx((back.pairs, back.mean))
    assert (back.nearest.one.story_id, back.nearest.other.story_id) == (2, 1)


def test_what_wording_told_apart_makes_no_two_stories_one() -> None:
    ones, others = ([make_report(i, EVENT, story) for i in ids] for ids, story in (((1, 2, 3), 1), ((4, 5, 6), 2)))
    assert compare_stories(ones, others, {}, 0) is not None
    forms = [replace(one, fingerprint=ones[0].fingerprint) for one in (*ones, *others)]
    assert compare_stories(forms[:3], forms[3:], {}, 0) is None


def test_reports_of_other_days_are_not_asked() -> None:
    ones, others = tell((1, 2, 3), 1, AT), tell((4, 5, 6), 2, AT + timedelta(days=1))
    late = [replace(one, dated_at=AT + timedelta(days=5)) for one in others]
    assert compare_stories(ones, late, {}, 0) is None
    # A report that came days later is no sign against those that came at once.
    assert compare_stories(ones, tell((4, 5, 6), 2, AT), {}, 0) is not None
    mixed = [*tell((4, 5, 6), 2, AT), make_report(7, OTHER, 2, AT + timedelta(days=5))]
    assert compare_stories(ones, mixed, {}, 0) == compare_stories(ones, tell((4, 5, 6), 2, AT), {}, 0)


def test_an_article_names_other_stories_that_may_tell_the_same_the_likeliest_first() -> None:
    only = {"p:ferro", "p:lisan", "f:412:house"}
    joined = make_report(1, EVENT | only, 7)
    doubted = [make_report(i, EVENT | pad(60, i), story) for i, story in ((2, 8), (3, 7), (4, 9), (5, 9))]
    keys = make_keys(*EVENT, *only)
    found = relate_story(ITEM, keys, None, [joined, *doubted, make_report(6, OTHER, 10)], {}, 0)
    assert (found.kind, found.of, found.akin) == (RelationKind.SAME_STORY, 1, (8, 9))
