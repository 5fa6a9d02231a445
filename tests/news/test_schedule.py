"""When to poll and when to tell, by table."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from worker.news.polling import DAY, HARD, HOUR, SOFT, TEMPORARY, spread_feed
from worker.news.schedule import (
    PollFacts,
    add_failure,
    feed_state,
    next_poll,
    next_slot,
    parse_schedule,
    weigh_failure,
)

NOW = datetime(2025, 4, 29, 10, 0, tzinfo=UTC)  # a Tuesday
# Feed 0 is spread by nothing, so that the arithmetic shows.
FACTS = PollFacts(feed_id=0, has_validators=True)


def hours(number: float) -> timedelta:
    return timedelta(hours=number)


@pytest.mark.parametrize(
    ("facts", "delay"),
    [
        (FACTS, hours(1)),
        (replace(FACTS, interval_seconds=900), hours(0.25)),
        (replace(FACTS, has_validators=False), hours(2)),
        (replace(FACTS, has_validators=False, interval_seconds=4 * HOUR), hours(4)),
        (replace(FACTS, has_validators=False, interval_seconds=900, interval_chosen=True), hours(0.25)),
        (replace(FACTS, min_interval_seconds=3 * HOUR), hours(3)),
        (replace(FACTS, min_interval_seconds=60), hours(1)),
        (replace(FACTS, min_interval_seconds=3 * HOUR, interval_seconds=900, interval_chosen=True), hours(3)),
        (replace(FACTS, min_interval_seconds=90 * DAY), hours(24)),
        (replace(FACTS, max_age_seconds=2 * HOUR), hours(2)),
        (replace(FACTS, max_age_seconds=2 * HOUR, min_interval_seconds=5 * HOUR), hours(5)),
        (replace(FACTS, max_age_seconds=10**10), hours(24)),
        (replace(FACTS, interval_seconds=7 * DAY), hours(7 * 24)),
        (replace(FACTS, failure_weight=1), hours(2)),
        (replace(FACTS, failure_weight=3), hours(8)),
        (replace(FACTS, failure_weight=100), hours(24)),
        (replace(FACTS, failure_weight=2, min_interval_seconds=12 * HOUR), hours(12)),
        (replace(FACTS, failure_weight=9, interval_seconds=7 * DAY), hours(7 * 24)),
        (replace(FACTS, gone=True), hours(7 * 24)),
        (replace(FACTS, retry_after=NOW + hours(5)), hours(5)),
        (replace(FACTS, retry_after=NOW + hours(0.1)), hours(1)),
        (replace(FACTS, retry_after=NOW - hours(5)), hours(1)),
        (replace(FACTS, retry_after=NOW + hours(9000)), hours(24)),
    ],
)
def test_next_poll(facts: PollFacts, delay: timedelta) -> None:
    assert next_poll(NOW, facts) - NOW == delay


@pytest.mark.parametrize(
    ("facts", "moment"),
    [
        (replace(FACTS, skip_hours=frozenset({11})), datetime(2025, 4, 29, 12, tzinfo=UTC)),
        (replace(FACTS, skip_hours=frozenset(range(11, 24))), datetime(2025, 4, 30, 0, tzinfo=UTC)),
        (replace(FACTS, skip_hours=frozenset(range(24))), datetime(2025, 4, 29, 11, tzinfo=UTC)),
        (replace(FACTS, skip_days=frozenset({1})), datetime(2025, 4, 30, 0, tzinfo=UTC)),
        (replace(FACTS, skip_days=frozenset({1, 2, 3, 4, 5, 6})), datetime(2025, 5, 5, 0, tzinfo=UTC)),
        (replace(FACTS, skip_days=frozenset(range(7))), datetime(2025, 4, 29, 11, tzinfo=UTC)),
        (replace(FACTS, skip_days=frozenset({1}), skip_hours=frozenset({0})), datetime(2025, 4, 30, 1, tzinfo=UTC)),
        (replace(FACTS, skip_hours=frozenset({12}), skip_days=frozenset({0})), datetime(2025, 4, 29, 11, tzinfo=UTC)),
    ],
)
def test_excluded_hours_and_days(facts: PollFacts, moment: datetime) -> None:
    assert next_poll(NOW, facts) == moment


def test_feeds_of_one_interval_are_spread() -> None:
    moments = {next_poll(NOW, replace(FACTS, feed_id=number)) for number in range(1, 74)}
    delays = sorted((moment - NOW).total_seconds() for moment in moments)
    assert len(delays) == 73
    assert delays[0] >= HOUR
    assert 300 < delays[-1] - delays[0] <= 360
    assert max(later - earlier for earlier, later in pairwise(delays)) < 20


def test_excluded_feeds_do_not_return_at_one_moment() -> None:
    facts = replace(FACTS, skip_hours=frozenset({11}))
    moments = {next_poll(NOW, replace(facts, feed_id=number)) for number in range(1, 30)}
    assert len(moments) == 29
    assert all(moment.hour == 12 for moment in moments)


@given(
    st.builds(
        PollFacts,
        feed_id=st.integers(0, 10**12),
        interval_seconds=st.integers(60, 7 * DAY),
        interval_chosen=st.booleans(),
        has_validators=st.booleans(),
        min_interval_seconds=st.none() | st.integers(0, 10**9),
        max_age_seconds=st.none() | st.integers(0, 10**9),
        retry_after=st.none() | st.integers(-DAY, 10**9).map(lambda seconds: NOW + timedelta(seconds=seconds)),
        failure_weight=st.floats(0, 1000),
        gone=st.booleans(),
        skip_hours=st.frozensets(st.integers(0, 23)),
        skip_days=st.frozensets(st.integers(0, 6)),
    )
)
def test_no_feed_is_hammered_or_forgotten(facts: PollFacts) -> None:
    moment = next_poll(NOW, facts)
    assert moment - NOW >= timedelta(seconds=facts.interval_seconds)
    # A week with its spread, and at most six excluded days and 23 hours after it.
    assert moment - NOW <= timedelta(days=7.7) + timedelta(days=7)
    assert moment == next_poll(NOW, facts)
    assert 0 <= spread_feed(facts.feed_id) < 1


@pytest.mark.parametrize(
    ("status", "permanent", "weight"),
    [
        (429, False, TEMPORARY),
        (503, False, TEMPORARY),
        (500, False, SOFT),
        (None, False, SOFT),
        (None, True, HARD),
        (404, False, HARD),
        (403, True, HARD),
        (200, False, HARD),
    ],
)
def test_failures_weigh_by_their_kind(status: int | None, permanent: bool, weight: float) -> None:
    assert weigh_failure(status, permanent=permanent) == weight


def test_weights_add_up_to_a_cap() -> None:
    weight = 0.0
    for _ in range(50):
        weight = add_failure(weight, HARD)
    assert add_failure(0.25, SOFT) == 0.75
    assert weight == 8


@pytest.mark.parametrize(
    ("facts", "state"),
    [
        (FACTS, "active"),
        (replace(FACTS, failure_weight=0.75), "active"),
        (replace(FACTS, failure_weight=1.0), "failing"),
        (replace(FACTS, failure_weight=1.0, gone=True), "gone"),
        (replace(FACTS, entries_per_day=20, quiet_seconds=3 * DAY), "silent"),
        (replace(FACTS, entries_per_day=20, quiet_seconds=DAY / 2), "active"),
        (replace(FACTS, entries_per_day=200, quiet_seconds=DAY / 2), "active"),
        (replace(FACTS, entries_per_day=0.5, quiet_seconds=7 * DAY), "active"),
        (replace(FACTS, entries_per_day=0.5, quiet_seconds=21 * DAY), "silent"),
        (replace(FACTS, entries_per_day=20, quiet_seconds=3 * DAY, failure_weight=2), "failing"),
        (replace(FACTS, entries_per_day=None, quiet_seconds=90 * DAY), "active"),
    ],
)
def test_feed_state(facts: PollFacts, state: str) -> None:
    assert feed_state(facts) == state


ROME_DAILY = "daily 08:00 Europe/Rome"


@pytest.mark.parametrize(
    ("schedule", "after", "slot"),
    [
        (ROME_DAILY, "2025-01-15T06:59", "2025-01-15T07:00"),
        (ROME_DAILY, "2025-01-15T07:00", "2025-01-16T07:00"),
        (ROME_DAILY, "2025-07-15T05:00", "2025-07-15T06:00"),
        # Clocks go forward on 30 March 2025 at 01:00 UTC …
        (ROME_DAILY, "2025-03-29T12:00", "2025-03-30T06:00"),
        ("daily 02:30 Europe/Rome", "2025-03-29T12:00", "2025-03-30T01:00"),
        ("daily 02:30 Europe/Rome", "2025-03-30T01:00", "2025-03-31T00:30"),
        ("daily 03:00 Europe/Rome", "2025-03-30T00:00", "2025-03-30T01:00"),
        # … and back on 26 October 2025 at 01:00 UTC, so that 02:30 comes twice.
        (ROME_DAILY, "2025-10-25T12:00", "2025-10-26T07:00"),
        ("daily 02:30 Europe/Rome", "2025-10-25T12:00", "2025-10-26T00:30"),
        ("daily 02:30 Europe/Rome", "2025-10-26T00:30", "2025-10-27T01:30"),
        ("daily 02:30 Europe/Rome", "2025-10-26T01:29", "2025-10-27T01:30"),
        ("daily 08:00 Europe/Istanbul", "2025-10-26T04:00", "2025-10-26T05:00"),
        ("daily 8:05 Europe/Istanbul", "2025-10-26T04:00", "2025-10-26T05:05"),
        ("weekly mon 09:00 Europe/Rome", "2025-10-25T12:00", "2025-10-27T08:00"),
        ("weekly sun 09:00 Europe/Rome", "2025-03-29T12:00", "2025-03-30T07:00"),
        ("weekly mon,thu 09:00 Europe/Rome", "2025-04-29T12:00", "2025-05-01T07:00"),
        ("hourly", "2025-10-26T00:31", "2025-10-26T01:00"),
        ("hourly", "2025-10-26T01:00", "2025-10-26T02:00"),
    ],
)
def test_next_slot(schedule: str, after: str, slot: str) -> None:
    found = next_slot(parse_schedule(schedule), datetime.fromisoformat(after).replace(tzinfo=UTC))
    assert found == datetime.fromisoformat(slot).replace(tzinfo=UTC)


@pytest.mark.parametrize("zone", ["Europe/Rome", "Europe/Istanbul", "America/New_York"])
@pytest.mark.parametrize("clock", ["00:00", "01:45", "02:30", "08:00"])
def test_a_year_has_one_slot_a_day(zone: str, clock: str) -> None:
    schedule = parse_schedule(f"daily {clock} {zone}")
    slot = datetime(2025, 1, 1, 12, tzinfo=UTC)
    days = []
    for _ in range(365):
        following = next_slot(schedule, slot)
        assert following is not None
        assert following > slot
        slot = following
        days.append(slot.astimezone(ZoneInfo(zone)).date())
    assert len(set(days)) == 365
    assert days[-1] - days[0] == timedelta(days=364)


def test_instant_has_no_slot() -> None:
    schedule = parse_schedule("instant")
    assert schedule.is_instant
    assert next_slot(schedule, NOW) is None


def test_a_zone_may_come_from_outside() -> None:
    assert parse_schedule("daily 08:00", "Europe/Rome") == parse_schedule(ROME_DAILY)
    assert parse_schedule(ROME_DAILY, "Europe/Istanbul") == parse_schedule(ROME_DAILY)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", 'write "instant"'),
        ("dayly 08:00 Europe/Rome", "did you mean 'daily'?"),
        ("daily", 'write "instant"'),
        ("daily 25:00 Europe/Rome", "'25:00' is no time"),
        ("daily 08.00 Europe/Rome", "'08.00' is no time"),
        ("daily 08:00", "no time zone; add one, such as Europe/Istanbul"),
        ("daily 08:00 Europe/Roma", "unknown time zone 'Europe/Roma'"),
        ("daily 08:00 ../etc/passwd", "unknown time zone"),
        ("daily 08:00 Europe/Rome please", "'please' is too much"),
        ("weekly lun 09:00 Europe/Rome", "'lun' is no day; write mon"),
        ("weekly 09:00 Europe/Rome", "'09:00' is no day"),
        ("weekly mon", 'write "instant"'),
        ("instant now", 'write "instant"'),
        ("every day", 'write "instant"'),
    ],
)
def test_schedules_that_cannot_be_read(text: str, says: str) -> None:
    with pytest.raises(ValueError, match=r"^schedule ") as caught:
        parse_schedule(text)
    assert says in str(caught.value)
    assert "\n" not in str(caught.value)
