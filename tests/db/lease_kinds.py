"""What is claimed and completed, for the state machine of test_lease_machine.py: feeds, which come due again, and
articles, which are done once. One more kind (deliveries, say) is one more class.
"""

import sys
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any, Protocol

from sqlalchemy.orm import Session

from db.articles import MAX_ATTEMPTS, MOST_DEATHS, claim_articles, select_arrived
from db.feeds import DEATH_WAITS, LONGEST_WAIT, claim_due
from db.leases import complete_row, release_rows
from db.models import Article, Feed
from worker.pipeline.failures import note_failure, set_aside

START = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)


@dataclass
class Known:
    """What a row must be by now, if everybody keeps to the rules."""

    state: str = "waiting"  # waiting | done | poison
    due: datetime = START
    attempts: int = 0
    token: str | None = None
    until: datetime = START
    completions: int = 0

    def is_free(self, now: datetime) -> bool:
        """Whether it may be claimed, as far as leases go."""
        return self.token is None or self.until <= now

    def give_back(self) -> None:
        """Nobody holds it."""
        self.token = None


class Kind(Protocol):
    """How one kind of row is worked on: by the functions of the product, and by the rules of the model."""

    model: Any
    most: int
    """How often it may be claimed in vain."""

    def make(self, number: int) -> Any:
        """A row that waits for work."""

    def claim(self, session: Session, now: datetime, until: datetime, limit: int) -> list[Any]:
        """Claim up to `limit` rows."""

    def note_claim(self, known: Known, now: datetime) -> None:
        """What a claim changes, besides holder and attempts."""

    def complete(self, session: Session, row_id: int, token: str, count: int) -> bool:
        """Complete a row for the `count`th time. False: the token no longer holds it."""

    def fail(self, session: Session, row: Any) -> None:
        """Give a claimed row back with an error."""

    def sweep(self, session: Session, now: datetime) -> None:
        """Put away what was claimed too often in vain."""

    def note_complete(self, known: Known) -> None:
        """What a completion changes."""

    def note_fail(self, known: Known, attempts: int) -> None:
        """What a failure changes, by the attempts that whoever failed knows of."""

    def note_sweep(self, known: Known, now: datetime) -> None:
        """What the sweep changes of a row that was claimed too often in vain and is free."""

    def describe(self, row: Any) -> tuple[str, int]:
        """State and completions, by what SQL holds."""


class Feeds:
    """Feeds are due whenever nobody has them; one that kills waits longer each time, but is never given up."""

    model = Feed
    most = sys.maxsize

    def make(self, number: int) -> Feed:
        """A feed."""
        return Feed(id=number, url=f"u:{number}", name="", origin="user", next_poll_at=START)

    def claim(self, session: Session, now: datetime, until: datetime, limit: int) -> list[Feed]:
        """As a poll does."""
        return claim_due(session, now, until, limit)

    def note_claim(self, known: Known, now: datetime) -> None:
        """From the third claim in vain on it is asked again later."""
        if known.attempts > min(DEATH_WAITS):
            known.due = now + DEATH_WAITS.get(known.attempts - 1, LONGEST_WAIT)

    def complete(self, session: Session, row_id: int, token: str, count: int) -> bool:
        """`moved_seen` counts, and the feed is due again at once."""
        return complete_row(session, Feed, row_id, token, moved_seen=count, attempts=0, next_poll_at=START)

    def fail(self, session: Session, row: Feed) -> None:
        """Give it back undone."""
        release_rows(session, Feed, [row.id], row.lease_token or "")

    def sweep(self, session: Session, now: datetime) -> None:
        """A claim has seen to it."""

    def note_complete(self, known: Known) -> None:
        """It starts anew."""
        known.attempts, known.due = 0, START

    def note_fail(self, known: Known, attempts: int) -> None:
        """Only its holder is gone."""

    def note_sweep(self, known: Known, now: datetime) -> None:
        """Nothing."""

    def describe(self, row: Feed) -> tuple[str, int]:
        """It always waits."""
        return "waiting", row.moved_seen


class Articles:
    """Articles are judged once; one that fails three times or kills five times is set aside."""

    model = Article
    most = MOST_DEATHS

    def make(self, number: int) -> Article:
        """An article that arrived."""
        texts = {"identity": f"{number}", "content_hash": f"{number}", "title": f"{number}"}
        return Article(id=number, state="arrived", first_seen_at=START, dated_at=START, **texts)

    def claim(self, session: Session, now: datetime, until: datetime, limit: int) -> list[Article]:
        """As ingest does."""
        return claim_articles(session, select_arrived(now), until, limit)

    def note_claim(self, known: Known, now: datetime) -> None:
        """Nothing."""

    def complete(self, session: Session, row_id: int, token: str, count: int) -> bool:
        """`score` counts."""
        return complete_row(session, Article, row_id, token, state="done", attempts=0, score=float(count))

    def fail(self, session: Session, row: Article) -> None:
        """As ingest does when judging raises."""
        note_failure(session, row, ValueError("the machine says so"))

    def sweep(self, session: Session, now: datetime) -> None:
        """Set aside."""
        set_aside(session, now)

    def note_complete(self, known: Known) -> None:
        """It is done."""
        known.state, known.attempts = "done", 0

    def note_fail(self, known: Known, attempts: int) -> None:
        """The third time is the last."""
        known.state = "poison" if attempts >= MAX_ATTEMPTS else known.state

    def note_sweep(self, known: Known, now: datetime) -> None:
        """It is poison."""
        if known.state == "waiting":
            known.state = "poison"
            known.give_back()

    def describe(self, row: Article) -> tuple[str, int]:
        """SQL calls what waits `arrived`."""
        return {"arrived": "waiting"}.get(row.state, row.state), int(row.score or 0)


def lease_times(lease: int) -> list[timedelta]:
    """Steps of a clock: within a lease, at its very end, and so far that what was postponed is due."""
    brief = (timedelta(seconds=one) for one in (1, lease // 2, lease - 1, lease, 2 * lease))
    return [*brief, *DEATH_WAITS.values(), LONGEST_WAIT]
