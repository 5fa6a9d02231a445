"""Whatever workers do with leases, in whatever order and however late: each round of work is completed once, no row is
lost, and what ends its worker is tried ever more seldom or no more. On both databases, for everything that is claimed
(lease_kinds.py).
"""

from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule, run_state_machine_as_test
from sqlalchemy import delete

from db.leases import expire_leases, lease_end, renew_row
from db.session import Database
from tests.db.lease_kinds import START, Articles, Feeds, Kind, Known, lease_times

LEASE = 60
MOST_ROWS = 6
EXAMPLES = {"sqlite": 40, "postgresql": 10}


class LeaseMachine(RuleBasedStateMachine):
    """Rows, a clock, and workers that remember every row they ever claimed. One that crashes simply never returns."""

    def __init__(self, database: Database, kind: Kind) -> None:
        super().__init__()
        self.database, self.kind = database, kind
        self.now = START
        self.known: dict[int, Known] = {}
        self.claims: list[Any] = []
        """Every row as it was when it was claimed, with its token."""
        with database.write() as session, session.begin():
            session.execute(delete(kind.model))

    @rule()
    @precondition(lambda self: len(self.known) < MOST_ROWS)
    def add_row(self) -> None:
        """One more row that waits."""
        number = len(self.known) + 1
        with self.database.write() as session, session.begin():
            session.add(self.kind.make(number))
        self.known[number] = Known()

    @rule(limit=st.integers(1, MOST_ROWS))
    def claim(self, limit: int) -> None:
        """Of the rows that wait and nobody holds: one that was claimed in vain before alone, the one with the fewest
        attempts, else all up to a limit."""
        free = sorted(
            (one for one in self.known if self.may_claim(self.known[one])), key=lambda one: (self.known[one].due, one)
        )
        again = sorted(
            (one for one in free if self.known[one].attempts), key=lambda one: (self.known[one].attempts, one)
        )
        until = lease_end(self.now, LEASE)
        with self.database.write() as session, session.begin():
            rows = self.kind.claim(session, self.now, until, limit)
        assert [row.id for row in rows] == (again[:1] or free[:limit])
        assert not {row.lease_token for row in rows} & {row.lease_token for row in self.claims}, "a token came again"
        for row in rows:
            known = self.known[row.id]
            known.token, known.until, known.attempts = row.lease_token, until, known.attempts + 1
            self.kind.note_claim(known, self.now)
        self.claims += rows

    def may_claim(self, known: Known) -> bool:
        """Whether a row waits for work that somebody may begin."""
        waits = known.state == "waiting" and known.due <= self.now
        return waits and known.is_free(self.now) and known.attempts < self.kind.most

    @rule(step=st.sampled_from(lease_times(LEASE)))
    def turn_clock(self, step: Any) -> None:
        """Time passes, and leases run out."""
        self.now += step

    @precondition(lambda self: self.known)
    @rule(limit=st.integers(1, MOST_ROWS))
    def claim_and_die(self, limit: int) -> None:
        """What is claimed now comes to nothing."""
        self.claim(limit)
        self.expire()

    @rule()
    def expire(self) -> None:
        """A process that knows it is alone ends all leases; whoever held them, and is no ghost after all, may complete
        as long as nobody else has claimed."""
        with self.database.write() as session, session.begin():
            expire_leases(session, self.kind.model)
        for known in self.known.values():
            known.until = START

    @precondition(lambda self: self.claims)
    @rule(data=st.data())
    def complete(self, data: st.DataObject) -> None:
        """By any claim there ever was, also one of long ago, also twice."""
        row, known = self.draw_claim(data)
        with self.database.write() as session, session.begin():
            done = self.kind.complete(session, row.id, row.lease_token, known.completions + 1)
        assert done == (known.token == row.lease_token)
        if done:
            known.completions += 1
            known.give_back()
            self.kind.note_complete(known)

    @precondition(lambda self: self.claims)
    @rule(data=st.data())
    def fail(self, data: st.DataObject) -> None:
        """By any claim there ever was."""
        row, known = self.draw_claim(data)
        with self.database.write() as session, session.begin():
            self.kind.fail(session, row)
        if known.token == row.lease_token:
            known.give_back()
            self.kind.note_fail(known, row.attempts)

    @precondition(lambda self: self.claims)
    @rule(data=st.data())
    def renew(self, data: st.DataObject) -> None:
        """By any claim there ever was."""
        row, known = self.draw_claim(data)
        until = lease_end(self.now, LEASE)
        with self.database.write() as session, session.begin():
            assert renew_row(session, self.kind.model, row.id, row.lease_token, until) == (
                known.token == row.lease_token
            )
        if known.token == row.lease_token:
            known.until = until

    @rule()
    def sweep(self) -> None:
        """What was claimed too often in vain, and is free, is put away."""
        with self.database.write() as session, session.begin():
            self.kind.sweep(session, self.now)
        for known in self.known.values():
            if known.attempts >= self.kind.most and known.is_free(self.now):
                self.kind.note_sweep(known, self.now)

    def draw_claim(self, data: st.DataObject) -> tuple[Any, Known]:
        """A claim, and what its row must be by now."""
        row = self.claims[data.draw(st.integers(0, len(self.claims) - 1))]
        return row, self.known[row.id]

    @invariant()
    def rows_are_as_the_workers_think(self) -> None:
        """No row is lost; each has the holder, the state, the attempts and the completions it must have."""
        with self.database.read() as session:
            rows = session.query(self.kind.model).order_by(self.kind.model.id).all()
            held = {row.id: (*self.kind.describe(row), row.attempts, row.lease_token) for row in rows}
        assert held == {
            number: (known.state, known.completions, known.attempts, known.token)
            for number, known in self.known.items()
        }
        assert all(known.attempts <= self.kind.most for known in self.known.values()), "tried more often than allowed"
        assert all(known.completions <= 1 for known in self.known.values() if known.state != "waiting")


@pytest.mark.parametrize("kind", [Feeds(), Articles()], ids=["feeds", "articles"])
def test_each_round_of_work_is_completed_once(database: Database, kind: Kind) -> None:
    examples = EXAMPLES[database.engine.dialect.name]
    chosen = settings(max_examples=examples, stateful_step_count=50, suppress_health_check=list(HealthCheck))
    make: Any = lambda: LeaseMachine(database, kind)  # noqa: E731  hypothesis calls what it takes for a class
    run_state_machine_as_test(make, settings=chosen)
