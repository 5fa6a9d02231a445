"""The slots of digests: by the readers' clocks, through the change of summer time, one row however many beats."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from threading import Barrier

import pytest
from sqlalchemy import select, update
from sqlalchemy.exc import IntegrityError

from db.outbox_models import Delivery, Digest, DigestItem, Match, Recipient, Subscription
from tests.pipeline.building import (
    WIRE,
    TurnableClock,
    add_article,
    add_read_feed,
    add_subscription,
    find_one,
    list_rows,
)
from worker.pipeline.alert import alert_judged
from worker.pipeline.digest import digest_due
from worker.pipeline.ingest import ingest_arrived
from worker.pipeline.runtime import Runtime


def at(month: int, day: int, hour: int, minute: int = 0) -> datetime:
    """A moment of 2026 in UTC."""
    return datetime(2026, month, day, hour, minute, tzinfo=UTC)


@pytest.mark.parametrize(
    ("schedule", "start", "slots"),
    [
        ("daily 08:00 Europe/Rome", at(3, 28, 3), [at(3, 28, 7), at(3, 29, 6), at(3, 30, 6)]),
        ("daily 08:00 Europe/Rome", at(10, 24, 3), [at(10, 24, 6), at(10, 25, 7), at(10, 26, 7)]),
        ("daily 08:00 Europe/Istanbul", at(3, 28, 3), [at(3, 28, 5), at(3, 29, 5)]),
        # The clocks skip 02:30 on 29 March: due as they jump. On 25 October they repeat it: due once.
        ("daily 02:30 Europe/Rome", at(3, 28, 3), [at(3, 29, 1), at(3, 30, 0, 30)]),
        ("daily 02:30 Europe/Rome", at(10, 24, 3), [at(10, 25, 0, 30), at(10, 26, 1, 30)]),
        ("weekly mon 09:00 Europe/Rome", at(3, 24, 3), [at(3, 30, 7), at(4, 6, 7)]),
    ],
)
def test_slots_follow_the_readers_clock(
    runtime: Runtime, turnable: TurnableClock, schedule: str, start: datetime, slots: list[datetime]
) -> None:
    turnable.at = start
    subscription = add_subscription(runtime, "daily", schedule=schedule)
    for slot in slots:
        assert find_one(runtime.database, Subscription, subscription).next_run_at == slot
        turnable.at = slot - timedelta(seconds=1)
        assert digest_due(runtime) == 0
        turnable.at = slot + timedelta(seconds=3)
        assert digest_due(runtime) == 1
    assert [one.slot for one in list_rows(runtime.database, Digest)] == slots


def test_after_a_week_of_sleep_there_is_one_digest(runtime: Runtime, turnable: TurnableClock) -> None:
    daily = add_subscription(runtime, "daily", schedule="daily 08:00 Europe/Rome")
    turnable.turn(days=7)
    assert digest_due(runtime) == 1
    assert digest_due(runtime) == 0
    assert find_one(runtime.database, Subscription, daily).next_run_at > turnable.at


@pytest.mark.parametrize("changes", [{"paused": True}, {"enabled": False}])
def test_who_is_paused_or_gone_from_the_file_gets_no_digest(
    runtime: Runtime, turnable: TurnableClock, changes: dict[str, bool]
) -> None:
    add_subscription(runtime, "daily", schedule="daily 08:00 Europe/Rome")
    with runtime.database.write() as session, session.begin():
        session.execute(update(Subscription).values(**changes))
    turnable.turn(days=2)
    assert digest_due(runtime) == 0


def test_what_nobody_is_written_of_is_kept_for_whoever_is(runtime: Runtime, turnable: TurnableClock) -> None:
    """A refused address: its slots pass, nothing counts as told, and once it is mended the digest has it all."""
    daily = add_subscription(runtime, "daily", schedule="daily 08:00 Europe/Rome")
    add_article(runtime, add_read_feed(runtime), WIRE)
    ingest_arrived(runtime)
    alert_judged(runtime)
    for state, written in (("suppressed", 0), ("active", 1)):
        with runtime.database.write() as session, session.begin():
            session.execute(update(Recipient).values(state=state))
        turnable.turn(days=1)
        assert digest_due(runtime) == written
        assert find_one(runtime.database, Subscription, daily).next_run_at > turnable.at
    with runtime.database.read() as session:
        assert list(session.scalars(select(DigestItem.place))) == ["story"]
    assert len(list_rows(runtime.database, Delivery)) == 1


def test_an_instant_subscription_has_no_slot(runtime: Runtime, turnable: TurnableClock) -> None:
    instant = add_subscription(runtime, "instant")
    turnable.turn(days=2)
    assert find_one(runtime.database, Subscription, instant).next_run_at is None
    assert digest_due(runtime) == 0


def test_two_beats_at_once_write_each_slot_once(runtime: Runtime, turnable: TurnableClock) -> None:
    names = [f"daily-{number}" for number in range(4)]
    for name in names:
        add_subscription(runtime, name, "", "file:a", "file:b", schedule="daily 08:00 Europe/Rome")
    add_article(runtime, add_read_feed(runtime), WIRE)
    ingest_arrived(runtime)
    alert_judged(runtime)
    for day in range(1, 4):
        turnable.turn(days=1)
        start = Barrier(3)

        def beat(_number: int, start: Barrier = start) -> int:
            start.wait(10)
            return digest_due(runtime)

        with ThreadPoolExecutor(3) as pool:
            assert sum(pool.map(beat, range(3))) == len(names)
        assert len(list_rows(runtime.database, Digest)) == day * len(names)
        assert len(list_rows(runtime.database, Delivery)) == day * len(names) * 2
    assert len(list_rows(runtime.database, Match)) == len(names)


def test_a_slot_cannot_be_written_twice(runtime: Runtime) -> None:
    """Whatever the program does: SQL itself refuses it."""
    daily = add_subscription(runtime, "daily", schedule="daily 08:00 Europe/Rome")
    for expected in (True, False):
        try:
            with runtime.database.write() as session, session.begin():
                session.add(Digest(subscription_id=daily, slot=at(3, 3, 7), created_at=runtime.now(), coverage={}))
            written = True
        except IntegrityError:
            written = False
        assert written is expected
