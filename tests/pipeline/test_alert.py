"""Alert: one first report a story and subscription, then material updates, rolled up; all else with a reason."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier

import pytest
from sqlalchemy import update

from db.models import Article
from db.outbox_models import Delivery, Match, Recipient, Subscription
from tests.pipeline.building import (
    ACCORD,
    COPY,
    FOOTBALL,
    LATER,
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
    list_kinds,
    list_rows,
)
from worker.pipeline import alert
from worker.pipeline.alert import alert_judged
from worker.pipeline.convert import restore_judgement, unpack_message
from worker.pipeline.ingest import ingest_arrived
from worker.pipeline.runtime import Runtime
from worker.pipeline.sweep import find_waiting

LATEST = Told(
    "Trainees from Bursa to join the Turin plant of Leonardo and Baykar",
    f"{LATER.text} The first 14,000 trainees of a school in Bursa applied within a week. Places go to those who speak "
    "Italian as well as Turkish. The school will open a branch beside the gate. Its cook comes from Gaziantep, and its "
    "librarian from Cuneo. Lessons begin at seven in the morning and end before the shift.",
)


def tell(runtime: Runtime, feed_id: int, *told: Told) -> None:
    """Articles arrive, are judged and alerted."""
    for one in told:
        add_article(runtime, feed_id, one)
    ingest_arrived(runtime)
    alert_judged(runtime)


def list_reasons(runtime: Runtime, subscription_id: int) -> list[str]:
    """Why each match was told or not."""
    return [one.reason for one in list_rows(runtime.database, Match) if one.subscription_id == subscription_id]


def read_text(delivery: Delivery) -> str:
    """All words of a message."""
    message = unpack_message(delivery.payload)
    blocks = [block for section in message.sections for block in section.blocks]
    return "\n".join([message.subject, *(line.text for block in blocks for line in block.lines)])


def test_one_first_report_and_then_repeats_with_their_reasons(runtime: Runtime) -> None:
    desk = add_subscription(runtime, "desk", "entity:leonardo AND entity:baykar")
    feeds = [add_read_feed(runtime, name) for name in ("one", "two", "three")]
    for feed, told in zip(feeds, (WIRE, COPY, Told(f"{COPY.title} now", COPY.text)), strict=True):
        tell(runtime, feed, told)
    assert list_kinds(runtime.database, desk) == [("first", True), ("repeat", False), ("repeat", False)]
    reasons = list_reasons(runtime, desk)
    assert "first this subscription hears" in reasons[0]
    assert all("another copy" in reason for reason in reasons[1:])
    (delivery,) = list_rows(runtime.database, Delivery)
    assert (delivery.kind, delivery.state, delivery.subject) == ("alert", "pending", WIRE.title)
    assert "entity:leonardo" in read_text(delivery)
    assert {one.state for one in list_rows(runtime.database, Article)} == {"done"}


def test_each_subscription_and_each_recipient_is_told(runtime: Runtime) -> None:
    add_subscription(runtime, "two-readers", "baykar", "file:a", "file:b")
    add_subscription(runtime, "one-reader", "leonardo")
    add_subscription(runtime, "other-query", "zonguldak")
    tell(runtime, add_read_feed(runtime), WIRE)
    keys = [one.idempotency_key for one in list_rows(runtime.database, Delivery)]
    assert len(keys) == len(set(keys)) == 3


def test_the_outlet_of_the_article_shown_is_named_also_where_another_had_it_first(runtime: Runtime) -> None:
    """The first report did not match; the second did, and its update came before a third."""
    add_subscription(runtime, "desk", '"smiths of bursa"')
    first, second, third = (add_read_feed(runtime, name) for name in ("one", "two", "three"))
    tell(runtime, first, WIRE)
    tell(runtime, second, Told(COPY.title, f"{COPY.text} The smiths of Bursa made its gate."))
    tell(runtime, third, COPY)
    (delivery,) = list_rows(runtime.database, Delivery)
    assert unpack_message(delivery.payload).preview == "two (en); one (en) first"


def test_an_update_is_told_with_what_is_new_in_it(runtime: Runtime, turnable: TurnableClock) -> None:
    desk, feed = add_subscription(runtime, "desk", "baykar"), add_read_feed(runtime)
    tell(runtime, feed, WIRE)
    turnable.turn(hours=1)
    tell(runtime, feed, UPDATE)
    assert list_kinds(runtime.database, desk) == [("first", True), ("update", True)]
    text = read_text(list_rows(runtime.database, Delivery)[1])
    assert "310 people" in text
    assert "The unions asked" not in text


def test_an_update_too_soon_waits_and_is_rolled_up(runtime: Runtime, turnable: TurnableClock) -> None:
    """Within two hours of an update: held; then one message with what all of them said."""
    desk, feed = add_subscription(runtime, "desk", "baykar"), add_read_feed(runtime)
    tell(runtime, feed, WIRE)
    turnable.turn(minutes=10)
    tell(runtime, feed, UPDATE)
    turnable.turn(minutes=30)
    tell(runtime, feed, LATER)
    turnable.turn(minutes=30)
    tell(runtime, feed, LATEST)
    assert list_kinds(runtime.database, desk) == [
        ("first", True),
        ("update", True),
        ("update", False),
        ("update", False),
    ]
    assert alert_judged(runtime) == 0
    turnable.turn(minutes=59)
    assert (find_waiting(runtime).judged, alert_judged(runtime)) == (0, 0), "a minute too soon"
    turnable.turn(minutes=1)
    assert find_waiting(runtime).judged == 2, "the sweep asks for them, although nothing else arrives"
    assert alert_judged(runtime) == 2
    assert alert_judged(runtime) == 0
    assert list_kinds(runtime.database, desk)[2:] == [("update", False), ("update", True)]
    assert all(one.held_until is None for one in list_rows(runtime.database, Match))
    assert "rolled up" in list_reasons(runtime, desk)[2]
    *_, last = deliveries = list_rows(runtime.database, Delivery)
    assert len(deliveries) == 3
    assert "92 million" in read_text(last)
    assert "14,000 trainees" in read_text(last)


def test_what_is_held_for_a_paused_subscription_waits_for_it(runtime: Runtime, turnable: TurnableClock) -> None:
    add_subscription(runtime, "desk", "baykar")
    feed = add_read_feed(runtime)
    for told in (WIRE, UPDATE, LATER):
        tell(runtime, feed, told)
        turnable.turn(minutes=10)
    set_paused(runtime, paused=True)
    turnable.turn(hours=3)
    assert alert_judged(runtime) == 0
    assert len(list_rows(runtime.database, Delivery)) == 2
    set_paused(runtime, paused=False)
    assert alert_judged(runtime) == 1
    assert len(list_rows(runtime.database, Delivery)) == 3


def set_paused(runtime: Runtime, *, paused: bool) -> None:
    """Pause every subscription, or none."""
    with runtime.database.write() as session, session.begin():
        session.execute(update(Subscription).values(paused=paused))


def test_a_paused_subscription_is_not_asked_and_the_article_is_done(runtime: Runtime) -> None:
    desk = add_subscription(runtime, "desk", "baykar")
    set_paused(runtime, paused=True)
    tell(runtime, add_read_feed(runtime), WIRE)
    assert list_kinds(runtime.database, desk) == []
    assert [one.state for one in list_rows(runtime.database, Article)] == ["done"]


@pytest.mark.parametrize("state", ["paused", "suppressed"])
def test_a_recipient_that_is_not_written_to_gets_nothing(runtime: Runtime, state: str) -> None:
    add_subscription(runtime, "desk", "baykar", "file:a", "file:b")
    with runtime.database.write() as session, session.begin():
        session.execute(update(Recipient).where(Recipient.address == "file:a").values(state=state))
    tell(runtime, add_read_feed(runtime), WIRE)
    (delivery,) = list_rows(runtime.database, Delivery)
    assert find_one(runtime.database, Recipient, delivery.recipient_id).address == "file:b"


@pytest.mark.parametrize(("policy", "kind"), [("silent", ("repeat", False)), ("tell", ("first", True))])
def test_the_backlog_of_a_new_feed_is_silent_unless_it_says_otherwise(
    runtime: Runtime, policy: str, kind: tuple[str, bool]
) -> None:
    desk = add_subscription(runtime, "desk", "baykar")
    tell(runtime, add_feed(runtime, first_fetch=policy), WIRE)
    assert list_kinds(runtime.database, desk) == [kind]
    assert ("policy is silent" in list_reasons(runtime, desk)[0]) == (policy == "silent")


def test_a_story_whose_first_article_was_silent_is_told_by_the_next(runtime: Runtime, turnable: TurnableClock) -> None:
    """Nobody was told of it, so the next is a first, not a repeat."""
    desk = add_subscription(runtime, "desk", "baykar")
    tell(runtime, add_feed(runtime), WIRE)
    turnable.turn(hours=5)
    tell(runtime, add_read_feed(runtime), UPDATE)
    assert list_kinds(runtime.database, desk) == [("repeat", False), ("first", True)]


def test_what_is_older_than_three_days_is_no_alert(runtime: Runtime, turnable: TurnableClock) -> None:
    desk = add_subscription(runtime, "desk", "baykar")
    add_article(runtime, add_read_feed(runtime), WIRE, published_at=turnable.at - timedelta(hours=73))
    ingest_arrived(runtime)
    alert_judged(runtime)
    assert list_kinds(runtime.database, desk) == [("repeat", False)]
    assert "73 hours old" in list_reasons(runtime, desk)[0]


def test_scope_any_hears_of_what_is_irrelevant_and_scope_pair_does_not(runtime: Runtime) -> None:
    cups = add_subscription(runtime, "cups", "goalkeeper", scope="any")
    pair = add_subscription(runtime, "pair", "goalkeeper OR leonardo")
    tell(runtime, add_read_feed(runtime), FOOTBALL, RECIPE, WIRE)
    assert list_kinds(runtime.database, cups) == [("first", True)]
    assert list_kinds(runtime.database, pair) == [("first", True)]
    assert {one.subject for one in list_rows(runtime.database, Delivery)} == {FOOTBALL.title, WIRE.title}


def test_a_digest_subscription_gets_its_match_and_no_message(runtime: Runtime) -> None:
    daily = add_subscription(runtime, "daily", "", schedule="daily 08:00 Europe/Rome")
    tell(runtime, add_read_feed(runtime), WIRE, ACCORD)
    assert list_kinds(runtime.database, daily) == [("repeat", False)] * 2
    assert set(list_reasons(runtime, daily)) == {alert.DIGESTED}
    assert list_rows(runtime.database, Delivery) == []


def test_one_article_that_fails_stops_no_other(runtime: Runtime, monkeypatch: pytest.MonkeyPatch) -> None:
    desk, feed = add_subscription(runtime, "desk", ""), add_read_feed(runtime)
    bad, good = add_article(runtime, feed, ACCORD), add_article(runtime, feed, WIRE)

    def restore(article: Article) -> object:
        if article.id == bad:
            raise ZeroDivisionError("odd row")
        return restore_judgement(article)

    ingest_arrived(runtime)
    monkeypatch.setattr(alert, "restore_judgement", restore)
    assert [alert_judged(runtime) for _ in range(4)] == [2, 1, 1, 0]
    assert find_one(runtime.database, Article, good).state == "done"
    row = find_one(runtime.database, Article, bad)
    assert (row.state, "odd row" in row.error) == ("poison", True)
    assert list_kinds(runtime.database, desk) == [("first", True)]


def test_a_query_that_cannot_be_read_stops_no_other(runtime: Runtime) -> None:
    """What an older program accepted, or somebody wrote into SQL by hand."""
    broken, desk = add_subscription(runtime, "broken", "baykar"), add_subscription(runtime, "desk", "baykar")
    with runtime.database.write() as session, session.begin():
        session.get_one(Subscription, broken).query = 'NEAR("unclosed'
    tell(runtime, add_read_feed(runtime), WIRE)
    assert (list_kinds(runtime.database, broken), list_kinds(runtime.database, desk)) == ([], [("first", True)])


@pytest.mark.parametrize("step", [ingest_arrived, alert_judged])
@pytest.mark.parametrize("later", [COPY, UPDATE])
def test_a_later_report_taken_first_leaves_the_earlier_one_nothing_to_add(
    runtime: Runtime, turnable: TurnableClock, step: Callable[[Runtime], object], later: Told
) -> None:
    """Of two workers the one with the later article may be faster, in judging or in alerting."""
    desk, feed = add_subscription(runtime, "desk", "baykar"), add_read_feed(runtime)
    earlier = add_article(runtime, feed, WIRE)
    add_article(runtime, feed, later)
    if step is alert_judged:
        ingest_arrived(runtime)
    with runtime.database.write() as session, session.begin():
        held = turnable.at + timedelta(minutes=5)
        session.execute(update(Article).where(Article.id == earlier).values(lease_token="slow", lease_until=held))
    ingest_arrived(runtime)
    alert_judged(runtime)
    turnable.turn(minutes=5)
    ingest_arrived(runtime)
    alert_judged(runtime)
    assert list_kinds(runtime.database, desk) == [("first", True), ("repeat", False)]
    assert [one.article_id for one in list_rows(runtime.database, Match)][1] == earlier


def test_two_reports_judged_at_once_make_one_first(runtime: Runtime) -> None:
    """Two workers with a report each: the story lock orders them; the loser's is a repeat."""
    desk = add_subscription(runtime, "desk", "baykar")
    for name, told in {"one": WIRE, "two": COPY}.items():
        add_article(runtime, add_read_feed(runtime, name), told)
    ingest_arrived(runtime)
    start = Barrier(2)

    def work(_number: int) -> int:
        start.wait(10)
        return alert_judged(runtime, limit=1)

    with ThreadPoolExecutor(2) as pool:
        assert list(pool.map(work, range(2))) == [1, 1]
    assert sorted(list_kinds(runtime.database, desk)) == [("first", True), ("repeat", False)]
    assert len(list_rows(runtime.database, Delivery)) == 1
