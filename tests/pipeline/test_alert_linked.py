"""Alerts on two stories that turned out to be one when both stood already: whoever was told of either knows it."""

from sqlalchemy import update

from db.models import Article
from tests.pipeline.building import (
    ACCORD,
    WIRE,
    Told,
    TurnableClock,
    add_read_feed,
    add_subscription,
    list_articles,
    list_kinds,
)
from tests.pipeline.test_alert import tell
from worker.pipeline.runtime import Runtime

MORE = Told(
    ACCORD.title, f"{ACCORD.text} Baykar will send 40 lorries a week by the new road from the first of June on."
)


def link(runtime: Runtime, article: int, other: int) -> None:
    """As when a page shows that an abstract, told as its own story, tells another one."""
    with runtime.database.write() as session, session.begin():
        found = {"relation": "same_story", "related_id": other}
        session.execute(update(Article).where(Article.id == article).values(found))


def test_who_was_told_of_one_hears_of_the_other_as_an_update(runtime: Runtime, turnable: TurnableClock) -> None:
    desk, everything = (
        add_subscription(runtime, name, query) for name, query in (("desk", "baykar"), ("all", "italy"))
    )
    feed = add_read_feed(runtime)
    tell(runtime, feed, ACCORD)
    tell(runtime, feed, WIRE)
    (accord, wire) = (one.id for one in list_articles(runtime.database))
    link(runtime, wire, accord)
    turnable.turn(hours=2)
    tell(runtime, add_read_feed(runtime, "other"), MORE)
    homes = {one.id: one.story_id for one in list_articles(runtime.database)}
    assert homes[max(homes)] == homes[accord] != homes[wire]
    assert list_kinds(runtime.database, desk) == [("first", True), ("update", True)]
    assert list_kinds(runtime.database, everything) == [("first", True), ("first", True), ("update", True)]
