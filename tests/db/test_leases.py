"""Claiming: a batch has one owner until its time is up, and a late owner completes nothing."""

from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from threading import Barrier

import pytest
from sqlalchemy import select, text

from db.articles import MOST_DEATHS, select_arrived
from db.feeds import claim_due
from db.leases import claim_rows, complete_row, complete_rows, expire_leases, lease_end, release_rows, renew_row
from db.models import Article, Feed
from db.session import Database

LEASE = 60


def add_feeds(database: Database, now: datetime, count: int) -> None:
    """Feeds that are due, the first the longest."""
    with database.write() as session, session.begin():
        for number in range(count):
            due = now - timedelta(minutes=count - number)
            session.add(Feed(url=f"https://outlet.example/{number}", name=str(number), origin="user", next_poll_at=due))


def claim(database: Database, now: datetime, limit: int = 10) -> list[Feed]:
    """Claim due feeds for a minute."""
    with database.write() as session, session.begin():
        return claim_due(session, now, lease_end(now, LEASE), limit)


def complete(database: Database, feed: Feed, **values: object) -> bool:
    """Give a feed back by the token it was claimed with."""
    with database.write() as session, session.begin():
        return complete_row(session, Feed, feed.id, feed.lease_token or "", **values)


def read_feed(database: Database, feed_id: int) -> Feed:
    """The row as it stands."""
    with database.read() as session:
        return session.get_one(Feed, feed_id)


def test_what_is_claimed_is_claimed_by_nobody_else(database: Database, clock: datetime) -> None:
    add_feeds(database, clock, 3)
    assert [feed.name for feed in claim(database, clock, 2)] == ["0", "1"], "the longest due first"
    assert [feed.name for feed in claim(database, clock)] == ["2"]
    assert claim(database, clock) == []
    assert claim(database, clock + timedelta(seconds=LEASE - 1)) == []


def test_a_lease_that_ran_out_is_claimable_and_its_late_owner_changes_nothing(
    database: Database, clock: datetime
) -> None:
    add_feeds(database, clock, 1)
    (late,) = claim(database, clock)
    (owner,) = claim(database, clock + timedelta(seconds=LEASE))
    assert owner.lease_token != late.lease_token
    assert not complete(database, late, etag="late", enabled=False)
    row = read_feed(database, owner.id)
    assert (row.etag, row.enabled, row.lease_token) == (None, True, owner.lease_token)
    assert complete(database, owner, etag="in time")
    row = read_feed(database, owner.id)
    assert (row.etag, row.lease_token, row.lease_until) == ("in time", None, None)
    assert not complete(database, owner, etag="twice")
    assert read_feed(database, owner.id).etag == "in time"


def test_of_many_only_those_are_completed_whose_token_still_holds(database: Database, clock: datetime) -> None:
    add_feeds(database, clock, 2)
    late = claim(database, clock)
    (owner,) = claim(database, clock + timedelta(seconds=LEASE), 1)
    with database.write() as session, session.begin():
        complete_rows(session, Feed, [{"id": feed.id, "token": feed.lease_token, "etag": "late"} for feed in late])
    taken, kept = (read_feed(database, feed.id) for feed in late)
    assert (taken.id, taken.etag, taken.lease_token) == (owner.id, None, owner.lease_token)
    assert (kept.etag, kept.lease_token) == ("late", None)


def test_attempts_count_every_claim(database: Database, clock: datetime) -> None:
    add_feeds(database, clock, 1)
    seen = []
    for turn in range(3):
        (feed,) = claim(database, clock + timedelta(seconds=LEASE * turn))
        seen.append(feed.attempts)
    assert seen == [1, 2, 3]


def test_an_article_whose_step_died_five_times_is_not_claimed_again(database: Database, clock: datetime) -> None:
    with database.write() as session, session.begin():
        session.add(
            Article(identity="one", content_hash="0", title="one", first_seen_at=clock, attempts=MOST_DEATHS - 1)
        )
    for expected in (1, 0):
        with database.write() as session, session.begin():
            claimed = claim_rows(session, select_arrived(clock).limit(9), Article, clock)
            assert len(claimed) == expected


def test_a_lease_held_longer_by_its_owner_alone(database: Database, clock: datetime) -> None:
    add_feeds(database, clock, 1)
    (feed,) = claim(database, clock)
    with database.write() as session, session.begin():
        assert renew_row(session, Feed, feed.id, feed.lease_token or "", clock + timedelta(seconds=2 * LEASE))
        assert not renew_row(session, Feed, feed.id, "another's", clock + timedelta(days=9))
    assert claim(database, clock + timedelta(seconds=LEASE)) == []
    assert len(claim(database, clock + timedelta(seconds=2 * LEASE))) == 1


def test_rows_given_back_undone_are_free_and_only_by_their_token(database: Database, clock: datetime) -> None:
    add_feeds(database, clock, 2)
    feeds = claim(database, clock)
    with database.write() as session, session.begin():
        release_rows(session, Feed, [feed.id for feed in feeds], "another's", state="gone")
    assert claim(database, clock) == []
    with database.write() as session, session.begin():
        release_rows(session, Feed, [feeds[0].id], feeds[0].lease_token or "", state="silent")
    assert [(feed.name, feed.state) for feed in claim(database, clock)] == [("0", "silent")]


def test_the_leases_of_the_dead_end_at_once(database: Database, clock: datetime) -> None:
    add_feeds(database, clock, 3)
    dead = claim(database, clock, 2)
    with database.write() as session, session.begin():
        assert expire_leases(session, Feed) == 2
    assert [len(claim(database, clock)) for _ in range(4)] == [1, 1, 1, 0], "what was held is claimed alone"
    assert not complete(database, dead[0], etag="risen")


@pytest.mark.parametrize("limit", [1, 5])
def test_claimants_at_once_share_nothing_and_leave_nothing(database: Database, clock: datetime, limit: int) -> None:
    add_feeds(database, clock, 40)
    start = Barrier(4)

    def work(_number: int) -> list[int]:
        mine: list[int] = []
        start.wait(10)
        while claimed := claim(database, clock, limit):
            mine += [feed.id for feed in claimed]
        return mine

    with ThreadPoolExecutor(4) as pool:
        shares = list(pool.map(work, range(4)))
    every = [one for share in shares for one in share]
    assert len(every) == len(set(every))
    with database.read() as session:
        # SKIP LOCKED may leave a row that another was just claiming; what is left is left to somebody, not lost.
        free = session.scalars(select(Feed.id).where(Feed.lease_until.is_(None))).all()
        assert sorted([*every, *free]) == sorted(session.scalars(select(Feed.id)))
    assert free == [], "everybody stopped, although rows were free"


def test_who_claims_does_not_wait_for_who_is_claiming(postgres_database: Database, clock: datetime) -> None:
    """SQLite has one writer at a time, and claims there wait for each other."""
    add_feeds(postgres_database, clock, 4)
    with postgres_database.write() as session, session.begin():
        first = claim_due(session, clock, lease_end(clock, LEASE), 2)
        with postgres_database.write() as other, other.begin():
            other.execute(text("SET LOCAL lock_timeout = '2s'"))
            second = claim_due(other, clock, lease_end(clock, LEASE), 4)
    assert [[feed.name for feed in claimed] for claimed in (first, second)] == [["0", "1"], ["2", "3"]]


def test_the_longest_due_are_claimed_first_whatever_their_ids(database: Database, clock: datetime) -> None:
    add_feeds(database, clock, 5)
    with database.write() as session, session.begin():
        for feed in session.scalars(select(Feed)):
            feed.next_poll_at = clock - timedelta(minutes=int(feed.name) + 1)
    assert [feed.name for feed in claim(database, clock, 2)] == ["4", "3"]
