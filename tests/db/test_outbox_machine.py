"""Whatever senders do, in whatever order and however late: a body leaves once, and once more only of a message that was
uncertain and went again; no message is lost, and none is sent without its record.

The senders are the functions that the product's are made of (db/deliveries.py), taken apart so that one may stop, or
wake up hours later, between any two of them.
"""

from collections import Counter
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)
from sqlalchemy import delete

from db.deliveries import (
    MOST_CRASHES,
    begin_attempt,
    change_held,
    claim_pending,
    confirm_late,
    resend_uncertain,
    settle_lost,
)
from db.leases import complete_row, lease_end
from db.outbox_models import Delivery, Recipient, Subscription
from db.session import Database

START = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
HOLD, LEASE, RESEND_AFTER = 6, 60, timedelta(minutes=15)
MESSAGES = 4
EXAMPLES = {"sqlite": 40, "postgresql": 10}


@dataclass
class Attempt:
    """What a sender holds, and how far it has come: claimed, begun, data (it may let the body go), left."""

    row: Delivery
    stage: str = "claimed"


class OutboxMachine(RuleBasedStateMachine):
    """A few messages, a clock, and senders that never forget what they claimed. One that dies simply never returns."""

    def __init__(self, database: Database, resends: bool) -> None:
        super().__init__()
        self.database, self.resends = database, resends
        self.now = START
        self.attempts: list[Attempt] = []
        self.departures = Counter[int]()
        """How often the body of a message left."""

    @initialize()
    def fill(self) -> None:
        """Messages that are due."""
        with self.database.write() as session, session.begin():
            session.execute(delete(Delivery))
            session.execute(delete(Recipient))
            session.execute(delete(Subscription))
            session.add(Subscription(id=1, name="s", origin="user", created_at=START))
            session.flush()
            session.add(Recipient(id=1, subscription_id=1, address="mailto:a@b.example", channel="smtp", secret=""))
            session.flush()
            session.add_all(make_message(number) for number in range(1, MESSAGES + 1))

    @rule(seconds=st.sampled_from([1, HOLD, LEASE - 1, LEASE, 16 * 60]))
    def turn_clock(self, seconds: int) -> None:
        """Time passes: leases run out, waits end."""
        self.now += timedelta(seconds=seconds)

    @rule(limit=st.integers(1, MESSAGES))
    def claim(self, limit: int) -> None:
        """Take some that wait; one that ended a sender before, alone."""
        with self.database.write() as session, session.begin():
            rows = claim_pending(session, self.now, lease_end(self.now, HOLD), limit)
        assert len(rows) <= limit
        assert len(rows) == 1 or not any(row.crashes for row in rows)
        self.attempts += [Attempt(row) for row in rows]

    @precondition(lambda self: self.attempts)
    @rule(data=st.data())
    def begin(self, data: st.DataObject) -> None:
        """Begin on a message that was claimed at some time."""
        attempt = self.draw(data, "claimed")
        if attempt is None:
            return
        until = lease_end(self.now, LEASE)
        with self.database.write() as session, session.begin():
            if begin_attempt(session, attempt.row, self.now, until):
                attempt.stage = "begun"

    @precondition(lambda self: self.attempts)
    @rule(data=st.data())
    def commit_phase(self, data: st.DataObject) -> None:
        """Ask whether the body may leave."""
        attempt = self.draw(data, "begun")
        if attempt is None:
            return
        with self.database.write() as session, session.begin():
            if change_held(session, attempt.row, phase="data"):
                attempt.stage = "data"

    @precondition(lambda self: self.attempts)
    @rule(data=st.data())
    def let_body_leave(self, data: st.DataObject) -> None:
        """The body leaves, however long ago it was allowed to."""
        attempt = self.draw(data, "data")
        if attempt is not None:
            self.departures[attempt.row.id] += 1
            attempt.stage = "left"

    @precondition(lambda self: self.attempts)
    @rule(data=st.data())
    def record_sent(self, data: st.DataObject) -> None:
        """The server said yes, be it late."""
        attempt = self.draw(data, "left")
        if attempt is not None and not self.record(attempt, state="sent", phase="", resend_at=None):
            with self.database.write() as session, session.begin():
                confirm_late(session, attempt.row, state="sent", phase="", resend_at=None)

    @precondition(lambda self: self.attempts)
    @rule(data=st.data())
    def record_lost(self, data: st.DataObject) -> None:
        """The connection was lost after the body."""
        attempt = self.draw(data, "left")
        if attempt is not None:
            again = self.find_resend() if not attempt.row.resends else None
            self.record(attempt, state="uncertain", phase="data", resend_at=again)

    @precondition(lambda self: self.attempts)
    @rule(data=st.data())
    def record_refused(self, data: st.DataObject) -> None:
        """The server said no, before the body."""
        later = self.now + timedelta(seconds=30)
        self.record(self.draw(data, "begun"), state="pending", phase="", next_attempt_at=later)

    @rule()
    def send_and_fall_silent(self) -> None:
        """A sender goes all the way to the body, and what came of it is not known yet."""
        with self.database.write() as session, session.begin():
            rows = claim_pending(session, self.now, lease_end(self.now, HOLD), 1)
        for row in rows:
            attempt = Attempt(row)
            self.attempts.append(attempt)
            with self.database.write() as session, session.begin():
                if begin_attempt(session, row, self.now, lease_end(self.now, LEASE)):
                    assert change_held(session, row, phase="data")
                    self.departures[row.id] += 1
                    attempt.stage = "left"

    @rule()
    def wait_and_sweep(self) -> None:
        """A quarter of an hour later, after which nothing is held and everything uncertain may go."""
        for _ in range(2):
            self.now += RESEND_AFTER
            self.sweep()

    @rule()
    def sweep(self) -> None:
        """Settle what was lost, and let go again what is to be."""
        with self.database.write() as session, session.begin():
            settle_lost(session, self.now, self.find_resend())
            resend_uncertain(session, self.now)

    def find_resend(self) -> datetime | None:
        """When what becomes uncertain now goes again."""
        return self.now + RESEND_AFTER if self.resends else None

    def draw(self, data: st.DataObject, stage: str) -> Attempt | None:
        """One of the attempts that have come so far, the oldest of them too."""
        found = [one for one in self.attempts if one.stage == stage]
        return found[data.draw(st.integers(0, len(found) - 1))] if found else None

    def record(self, attempt: Attempt | None, **values: Any) -> bool:
        """Complete by token; the sender has nothing more to do with it."""
        if attempt is None:
            return False
        attempt.stage = "over"
        with self.database.write() as session, session.begin():
            return complete_row(session, Delivery, attempt.row.id, attempt.row.lease_token or "", **values)

    @invariant()
    def no_body_leaves_twice_unless_it_was_uncertain(self) -> None:
        """The promise of the outbox."""
        with self.database.read() as session:
            rows = list(session.query(Delivery).order_by(Delivery.id))
        if not rows:
            return
        assert [row.id for row in rows] == list(range(1, MESSAGES + 1)), "a message is lost"
        for row in rows:
            left = self.departures[row.id]
            assert left <= 1 + row.resends, f"{row.id} left {left} times and was sent again {row.resends} times"
            assert row.resends <= self.resends
            assert row.state != "sent" or left, f"{row.id} is sent and never left"
            assert row.crashes <= MOST_CRASHES
            assert (row.state == "dead") == (row.crashes == MOST_CRASHES), row.state
            assert row.state != "pending" or (row.phase, row.lease_token) == ("", None)
            assert row.phase != "data" or row.state in ("leased", "uncertain")


def make_message(number: int) -> Delivery:
    """A message that is due."""
    return Delivery(
        id=number,
        recipient_id=1,
        channel="smtp",
        idempotency_key=f"{number}",
        kind="alert",
        subject="",
        payload={},
        next_attempt_at=START,
        created_at=START,
    )


@pytest.mark.parametrize("resends", [True, False], ids=["resend", "hold"])
def test_a_body_leaves_once(database: Database, resends: bool) -> None:
    examples = EXAMPLES[database.engine.dialect.name]
    chosen = settings(max_examples=examples, stateful_step_count=60, suppress_health_check=list(HealthCheck))
    make: Any = lambda: OutboxMachine(database, resends)  # noqa: E731  hypothesis calls what it takes for a class
    run_state_machine_as_test(make, settings=chosen)
