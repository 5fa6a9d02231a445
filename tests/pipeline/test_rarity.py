"""How far around a day it is counted what is rare: enough articles, and no more than that costs little."""

from datetime import timedelta

import pytest

from db.candidates import count_days
from tests.pipeline.building import ACCORD, WIRE, TurnableClock, add_article, add_read_feed
from worker.pipeline.ingest import ingest_arrived
from worker.pipeline.place import RARITY_ARTICLES, RARITY_DAYS, STORY_DAYS, choose_span
from worker.pipeline.runtime import Runtime


@pytest.mark.parametrize(
    ("a_day", "days"),
    [(0, RARITY_DAYS), (1, RARITY_DAYS), (RARITY_ARTICLES // 20, 10), (RARITY_ARTICLES, STORY_DAYS)],
)
def test_the_span_holds_enough_articles(a_day: int, days: int) -> None:
    span, total = choose_span(dict.fromkeys(range(-RARITY_DAYS, RARITY_DAYS + 1), a_day))
    assert (span, total) == (days, a_day * (2 * days + 1))


def test_an_empty_index_is_no_mistake() -> None:
    assert choose_span({}) == (RARITY_DAYS, 0)


def test_every_article_in_a_story_is_counted_once(runtime: Runtime, turnable: TurnableClock) -> None:
    feed = add_read_feed(runtime)
    today = turnable().date()
    for told in (WIRE, ACCORD):
        add_article(runtime, feed, told)
    ingest_arrived(runtime)
    with runtime.database.read() as session:
        assert count_days(session, today - timedelta(days=1), today) == {today: 2}
        assert count_days(session, today + timedelta(days=1), today + timedelta(days=9)) == {}
