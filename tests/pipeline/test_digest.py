"""Digest: each slot once, each article once, what is new of a story and nothing that was read before."""

from datetime import datetime, timedelta

import pytest
from sqlalchemy import select, update

from db.models import Article, Feed
from db.outbox_models import Delivery, Digest, DigestItem, Subscription
from tests.pipeline.building import (
    ACCORD,
    COPY,
    FOOTBALL,
    RECIPE,
    UPDATE,
    WIRE,
    Told,
    TurnableClock,
    add_article,
    add_feed,
    add_read_feed,
    add_subscription,
    find_one,
    list_rows,
)
from worker.news.message import Message
from worker.pipeline.alert import alert_judged
from worker.pipeline.convert import unpack_message
from worker.pipeline.digest import digest_due, preview_digest
from worker.pipeline.explain import explain_article
from worker.pipeline.ingest import ingest_arrived
from worker.pipeline.outbox import send_digest
from worker.pipeline.runtime import Runtime

DAILY = "daily 08:00 Europe/Rome"


def bring(runtime: Runtime, feed_id: int, *told: Told, published_at: datetime | None = None) -> list[int]:
    """Articles arrive and are matched."""
    ids = [add_article(runtime, feed_id, one, published_at=published_at) for one in told]
    ingest_arrived(runtime)
    alert_judged(runtime)
    return ids


def turn_to_slot(runtime: Runtime, turnable: TurnableClock, subscription_id: int) -> datetime:
    """The clock at the next slot of a subscription."""
    turnable.at = find_one(runtime.database, Subscription, subscription_id).next_run_at
    return turnable.at


def read_messages(runtime: Runtime) -> list[Message]:
    """Every digest in the outbox, in order."""
    return [unpack_message(one.payload) for one in list_rows(runtime.database, Delivery) if one.kind == "digest"]


def list_headlines(message: Message) -> list[str]:
    """The stories of a digest."""
    return [block.headline for section in message.sections for block in section.blocks]


def read_words(message: Message) -> str:
    """All lines of a digest."""
    blocks = [block for section in message.sections for block in section.blocks]
    return "\n".join(line.text for block in blocks for line in block.lines)


def list_places(runtime: Runtime) -> dict[int, str]:
    """Where each covered article went."""
    with runtime.database.read() as session:
        return {item.article_id: item.place for item in session.scalars(select(DigestItem))}


def test_an_article_is_covered_by_one_digest_and_a_late_one_by_the_next(
    runtime: Runtime, turnable: TurnableClock
) -> None:
    daily, feed = add_subscription(runtime, "daily", schedule=DAILY), add_read_feed(runtime)
    (first,) = bring(runtime, feed, WIRE)
    assert digest_due(runtime) == 0, "not before its slot"
    slot = turn_to_slot(runtime, turnable, daily)
    assert [(one.told, one.waiting) for one in explain_article(runtime, str(first)).told] == [(False, True)]
    assert digest_due(runtime) == 1
    assert [(one.told, one.waiting) for one in explain_article(runtime, str(first)).told] == [(True, False)]
    assert digest_due(runtime) == 0
    turnable.turn(minutes=1)
    late = slot - timedelta(days=20)
    bring(runtime, feed, ACCORD, published_at=late)
    turn_to_slot(runtime, turnable, daily)
    assert digest_due(runtime) == 1
    turn_to_slot(runtime, turnable, daily)
    assert digest_due(runtime) == 1
    assert [list_headlines(one)[0] for one in read_messages(runtime)[:2]] == [WIRE.title, ACCORD.title]
    assert set(list_places(runtime).values()) == {"story"}
    assert [one.slot for one in list_rows(runtime.database, Digest)] == [slot + timedelta(days=n) for n in range(3)]


def test_a_story_that_moved_is_told_by_what_is_new_in_it(runtime: Runtime, turnable: TurnableClock) -> None:
    daily, feed = add_subscription(runtime, "daily", schedule=DAILY), add_read_feed(runtime)
    bring(runtime, feed, WIRE)
    turn_to_slot(runtime, turnable, daily)
    digest_due(runtime)
    bring(runtime, feed, UPDATE)
    turn_to_slot(runtime, turnable, daily)
    digest_due(runtime)
    message = read_messages(runtime)[1]
    assert list_headlines(message) == [UPDATE.title]
    assert "310 people" in read_words(message)
    assert "The unions asked" not in read_words(message)


def test_copies_are_folded_and_a_copy_of_yesterday_is_no_story(runtime: Runtime, turnable: TurnableClock) -> None:
    daily, one = add_subscription(runtime, "daily", schedule=DAILY), add_read_feed(runtime, "one")
    two = add_read_feed(runtime, "two")
    bring(runtime, one, WIRE)
    bring(runtime, two, COPY)
    turn_to_slot(runtime, turnable, daily)
    digest_due(runtime)
    (copy,) = bring(runtime, add_read_feed(runtime, "three"), Told(f"{COPY.title}, at last", COPY.text))
    turn_to_slot(runtime, turnable, daily)
    digest_due(runtime)
    first, second = read_messages(runtime)
    assert len(list_headlines(first)) == 1
    assert "one" in read_words(first)
    assert "two" in read_words(first)
    assert COPY.title not in "".join(list_headlines(second))
    assert list_places(runtime)[copy] == "story", "it was covered, and will not come back"


def test_an_empty_day_is_one_line_and_the_coverage(runtime: Runtime, turnable: TurnableClock) -> None:
    daily = add_subscription(runtime, "daily", schedule=DAILY)
    add_read_feed(runtime)
    turn_to_slot(runtime, turnable, daily)
    assert digest_due(runtime) == 1
    (message,) = read_messages(runtime)
    assert (message.preview, list_headlines(message)) == ("No story is new or has moved.", [])
    assert message.footer[-1].text == "The feed was read."


def test_near_misses_are_named_once(runtime: Runtime, turnable: TurnableClock) -> None:
    daily, feed = add_subscription(runtime, "daily", schedule=DAILY), add_read_feed(runtime)
    add_subscription(runtime, "narrow", "leonardo", schedule=DAILY)
    near, far = bring(runtime, feed, FOOTBALL, RECIPE)
    with runtime.database.write() as session, session.begin():
        session.execute(update(Article).where(Article.id == near).values(score=0.41))
        session.execute(update(Article).where(Article.id == far).values(score=0.1))
    turn_to_slot(runtime, turnable, daily)
    digest_due(runtime)
    turn_to_slot(runtime, turnable, daily)
    digest_due(runtime)
    named = ["".join(line.text for line in message.footer).count(FOOTBALL.title) for message in read_messages(runtime)]
    assert named == [1, 0, 0, 0], "not again, and not by the subscription that asks for something else"
    assert list_places(runtime) == {near: "near_miss"}


@pytest.mark.parametrize(("hours", "place"), [(71, "story"), (73, "too_old")])
def test_the_backlog_of_a_new_feed_counts_for_three_days(
    runtime: Runtime, turnable: TurnableClock, hours: int, place: str
) -> None:
    daily = add_subscription(runtime, "daily", schedule=DAILY)
    slot = find_one(runtime.database, Subscription, daily).next_run_at
    (article,) = bring(runtime, add_feed(runtime), WIRE, published_at=slot - timedelta(hours=hours))
    turn_to_slot(runtime, turnable, daily)
    digest_due(runtime)
    assert list_places(runtime) == {article: place}
    assert (list_headlines(read_messages(runtime)[0]) == [WIRE.title]) == (place == "story")
    turn_to_slot(runtime, turnable, daily)
    digest_due(runtime)
    assert WIRE.title not in list_headlines(read_messages(runtime)[1])


def test_a_digest_sent_by_hand_covers_and_leaves_the_next_slot(runtime: Runtime, turnable: TurnableClock) -> None:
    daily, feed = add_subscription(runtime, "daily", schedule=DAILY), add_read_feed(runtime)
    slot = find_one(runtime.database, Subscription, daily).next_run_at
    bring(runtime, feed, WIRE)
    (sent,) = send_digest(runtime, "daily")
    assert sent.state == "sent"
    assert find_one(runtime.database, Subscription, daily).next_run_at == slot
    turn_to_slot(runtime, turnable, daily)
    assert digest_due(runtime) == 1
    by_hand, by_clock = read_messages(runtime)
    assert (list_headlines(by_hand), WIRE.title in list_headlines(by_clock)) == ([WIRE.title], False)


def test_a_preview_records_nothing(runtime: Runtime) -> None:
    add_subscription(runtime, "daily", schedule=DAILY)
    bring(runtime, add_read_feed(runtime), WIRE)
    for _ in range(2):
        message = preview_digest(runtime, "daily", ("en",))
        assert message is not None
        assert list_headlines(message) == [WIRE.title]
    assert (list_rows(runtime.database, Digest), list_rows(runtime.database, Delivery)) == ([], [])
    assert preview_digest(runtime, "nobody", ()) is None


def test_a_feed_that_fails_is_named_in_one_digest_and_its_return_in_another(
    runtime: Runtime, turnable: TurnableClock
) -> None:
    daily, feed = add_subscription(runtime, "daily", schedule=DAILY), add_read_feed(runtime, "Halic Postasi")
    footers = []
    for state, error in (("failing", "https://outlet.example: answers 500"),) * 2 + (("active", None),) * 2:
        with runtime.database.write() as session, session.begin():
            weight = 1.0 if error else 0.0
            session.execute(update(Feed).where(Feed.id == feed).values(state=state, error=error, failure_weight=weight))
        turn_to_slot(runtime, turnable, daily)
        digest_due(runtime)
        footers.append(read_messages(runtime)[-1].footer[-1].text)
    assert ["Halic Postasi" in footer for footer in footers] == [True, False, True, False]
    assert "answers 500" in footers[0]


def test_one_digest_that_fails_stops_no_other_and_stays_due(runtime: Runtime, turnable: TurnableClock) -> None:
    broken = add_subscription(runtime, "a-broken", schedule=DAILY)
    add_subscription(runtime, "daily", schedule=DAILY)
    bring(runtime, add_read_feed(runtime), WIRE)
    turn_to_slot(runtime, turnable, broken)
    with runtime.database.write() as session, session.begin():
        session.get_one(Subscription, broken).schedule = "daily at dawn"
    assert digest_due(runtime) == 1
    assert [one.list_name for one in read_messages(runtime)] == ["daily"]
    assert find_one(runtime.database, Subscription, broken).next_run_at == turnable.at
