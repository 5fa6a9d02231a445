"""Whatever workers do with leases, in whatever order and however late: each round of work is completed once."""

from datetime import UTC, datetime, timedelta

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from db.base import Base
from db.feeds import claim_due
from db.leases import complete_row, lease_end, release_rows, renew_row
from db.models import Feed
from db.session import Database, open_database

START = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
LEASE = 60
FEEDS = 3


class LeaseMachine(RuleBasedStateMachine):
    """Feeds that are always due, a clock, and workers that remember every token they ever had."""

    def __init__(self) -> None:
        super().__init__()
        self.database: Database = open_database("sqlite://", durable=False)
        Base.metadata.create_all(self.database.engine)
        self.now = START
        self.held: dict[int, tuple[str, datetime]] = {}
        """Who may complete a feed, by what a row of one owner allows: its token and when it runs out."""
        self.tokens: list[tuple[int, str]] = []
        self.completions = dict.fromkeys(range(1, FEEDS + 1), 0)

    @initialize()
    def add_feeds(self) -> None:
        """Feeds that are due whenever nobody has them."""
        with self.database.write() as session, session.begin():
            for number in self.completions:
                session.add(Feed(id=number, url=f"u:{number}", name="", origin="user", next_poll_at=START))

    def teardown(self) -> None:
        """Close the database."""
        self.database.close()

    @rule(limit=st.integers(1, FEEDS))
    def claim(self, limit: int) -> None:
        """Of the feeds that nobody holds now, one that was claimed before alone, else all up to the limit."""
        free = [one for one in self.completions if one not in self.held or self.held[one][1] <= self.now]
        again = [one for one in free if one in {known for known, _ in self.tokens}]
        with self.database.write() as session, session.begin():
            feeds = claim_due(session, self.now, lease_end(self.now, LEASE), limit)
        assert [feed.id for feed in feeds] == (again[:1] or free[:limit])
        for feed in feeds:
            token = feed.lease_token or ""
            assert token not in {known for _, known in self.tokens if known != token}
            self.held[feed.id] = (token, self.now + timedelta(seconds=LEASE))
            self.tokens.append((feed.id, token))

    @rule(seconds=st.sampled_from([1, LEASE // 2, LEASE - 1, LEASE, 2 * LEASE]))
    def turn_clock(self, seconds: int) -> None:
        """Time passes."""
        self.now += timedelta(seconds=seconds)

    @precondition(lambda self: self.tokens)
    @rule(data=st.data())
    def complete(self, data: st.DataObject) -> None:
        """By any token that was ever given out, also one of long ago, also twice."""
        feed_id, token = data.draw(st.sampled_from(self.tokens))
        owner = self.held.get(feed_id, ("", START))[0] == token
        with self.database.write() as session, session.begin():
            done = complete_row(session, Feed, feed_id, token, moved_seen=self.completions[feed_id] + 1)
        assert done == owner
        if owner:
            self.completions[feed_id] += 1
            del self.held[feed_id]

    @precondition(lambda self: self.tokens)
    @rule(data=st.data())
    def renew(self, data: st.DataObject) -> None:
        """By any token."""
        feed_id, token = data.draw(st.sampled_from(self.tokens))
        owner = self.held.get(feed_id, ("", START))[0] == token
        until = self.now + timedelta(seconds=LEASE)
        with self.database.write() as session, session.begin():
            assert renew_row(session, Feed, feed_id, token, until) == owner
        if owner:
            self.held[feed_id] = (token, until)

    @precondition(lambda self: self.tokens)
    @rule(data=st.data())
    def release(self, data: st.DataObject) -> None:
        """Give any feed back undone, by any token."""
        feed_id, token = data.draw(st.sampled_from(self.tokens))
        with self.database.write() as session, session.begin():
            release_rows(session, Feed, [feed_id], token)
        if self.held.get(feed_id, ("", START))[0] == token:
            del self.held[feed_id]

    @invariant()
    def rows_are_as_the_workers_think(self) -> None:
        """What SQL holds is what was completed, once each; and a row has one owner or none."""
        with self.database.read() as session:
            rows = {feed.id: feed for feed in session.query(Feed)}
        for feed_id, count in self.completions.items():
            if feed_id in rows:
                assert rows[feed_id].moved_seen == count
                assert rows[feed_id].lease_token == self.held.get(feed_id, (None, None))[0]


TestLeases = LeaseMachine.TestCase
TestLeases.settings = settings(max_examples=25, stateful_step_count=20, deadline=None)
