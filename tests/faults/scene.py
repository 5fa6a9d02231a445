"""A scene of faults: a newspaper, an installation that reads it and tells of every item by mail and by webhook, the
sinks it tells, and the ledger that judges what came of it.

scene = make_scene(folder, paper, mails, hooks, url, broker)      # or the fixtures `embedded` and `distributed`
with run_fleet(scene.installation, workers=2):
    scene.publish(20)                                             # … do harm here …
    scene.settle()
assert scene.judge() == []
"""

import contextlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import exists, or_, select, text, update

from db.leases import expire_leases
from db.models import Article, Feed
from db.outbox_models import ChannelState, Delivery
from db.page_models import ArticlePage
from db.session import Database
from tests.faults.books import read_books
from tests.faults.installation import PATIENCE, Installation, Program, make_installation, make_runtime
from tests.faults.ledger import judge
from tests.faults.newspaper import CATCHWORD, Newspaper
from tests.servers.ports import wait_until
from tests.servers.smtp import SmtpSink
from tests.servers.webhook import WebhookSink

# The smallest that settings take; tasks end after 12 to 15 s then (worker/app.py).
LEASE = timedelta(seconds=30)
QUEUES = "poll,ingest,deliver"
TOLD_BY_MAIL = ("first@example.org", "second@example.org")
RUNNING = "Galata is running"


@dataclass
class Scene:
    """Everything a fault test looks at."""

    paper: Newspaper
    mails: SmtpSink
    hooks: WebhookSink
    installation: Installation
    ended: list[datetime] = field(default_factory=list)

    def publish(self, count: int, extra: str = "") -> None:
        """Let items appear, and every feed be due."""
        self.paper.publish(count, extra)
        self.installation.set_due()

    def slow_down(self) -> None:
        """Let everything that leaves the process take a moment, so that harm falls into it."""
        self.paper.delay, self.mails.delay, self.hooks.delay = 0.3, 0.02, 0.02

    def wait_for_work(self) -> None:
        """Until somebody holds a row whose lease has not run out."""
        with self.installation.look() as database:
            assert wait_until(lambda: is_held(database), seconds=PATIENCE, pause=0.05), "nobody ever held anything"

    def end_leases(self) -> None:
        """As if the time of every lease were over: instead of waiting for it, when who held them is dead. Noted before
        and after, for somebody may claim between the commit and our look at the clock."""
        self.note_end()
        with self.installation.look() as database:
            for model in (Feed, Article, ArticlePage, Delivery):
                with database.write() as session, session.begin():
                    if not database.is_sqlite:  # whoever lives on locks rows in another order, or is about to write
                        # what it locked (SELECT … FOR UPDATE, which a weaker lock lets pass): wait until none does
                        session.execute(text(f"LOCK TABLE {model.__tablename__} IN EXCLUSIVE MODE"))
                    expire_leases(session, model)
        self.note_end()

    def note_end(self) -> None:
        """All leases run out now: `galata up` ends those of its predecessor when it starts."""
        self.ended.append(datetime.now(UTC))

    def hasten_deliveries(self) -> None:
        """As if the wait before the next attempt were over, and the rest of a channel."""
        with self.installation.look() as database, database.write() as session, session.begin():
            now = make_runtime(database).now()
            session.execute(update(Delivery).where(Delivery.state == "pending").values(next_attempt_at=now))
            session.execute(update(ChannelState).where(ChannelState.until.is_not(None)).values(until=now))

    def settle(self, seconds: float = PATIENCE) -> None:
        """Until all that was published is read and told, with nothing slow any more. Twice: an item may have appeared
        behind a poll's back."""
        self.paper.delay = self.mails.delay = self.hooks.delay = 0.0
        for _ in range(2):
            self.installation.set_due()
            self.installation.wait_until_quiet(seconds)

    def judge(self, **expected: Any) -> list[str]:
        """What the ledger finds; `expected` is `poison`, `dead`."""
        with self.installation.look() as database:
            books = read_books(database, self.paper, self.mails, self.hooks, lease=LEASE, ended=self.ended, **expected)
        return judge(books)

    def count(self, statement: str) -> int:
        """The number that a statement of SQL says."""
        with self.installation.look() as database, database.read() as session:
            return int(session.execute(text(statement)).scalar_one())


def is_held(database: Database) -> bool:
    """Whether somebody holds a row. Asked often, so in one statement."""
    now = make_runtime(database).now()
    held = [exists().where(one.lease_until > now) for one in (Feed, Article, ArticlePage, Delivery)]
    with database.read() as session:
        return bool(session.scalar(select(or_(*held))))


def make_scene(
    folder: Path, paper: Newspaper, mails: SmtpSink, hooks: WebhookSink, *, url: str = "", broker: str = "", **more: str
) -> Scene:
    """A scene with nothing in it yet: on SQLite for `galata up`, or on the servers whose urls are given."""
    variables = {"GALATA_LEASE_SECONDS": str(int(LEASE.total_seconds())), "C_FORCE_ROOT": "1"} | more
    if url:
        variables |= {"GALATA_DATABASE_URL": url, "GALATA_BROKER_URL": broker}
    return Scene(paper, mails, hooks, make_installation(folder, paper, mails, write_subscriptions(hooks), **variables))


def write_subscriptions(hooks: WebhookSink) -> str:
    """Two subscriptions that ask for everything, each with two recipients; and by name for a thing that makes pages be
    read."""
    mails = ", ".join(f'{{ to = "mailto:{address}", reads = ["en"] }}' for address in TOLD_BY_MAIL)
    posts = ", ".join(f'{{ to = "{hooks.address(path)}", reads = ["en"] }}' for path in ("one", "two"))
    return "".join(
        f'[[subscriptions]]\nname = "{name}"\nquery = "{CATCHWORD} OR entity:baykar"\nscope = "any"\n'
        f"recipients = [{recipients}]\n"
        for name, recipients in (("by-mail", mails), ("by-webhook", posts))
    )


def start_beat(installation: Installation, **variables: str) -> Program:
    """A scheduler; its pid file is its own, so that there may be two."""
    return installation.start("celery", "-A", "worker.app", "beat", "-l", "INFO", "--pidfile=", **variables)


def start_worker(
    installation: Installation, name: str = "one", queues: str = QUEUES, children: int = 2, **variables: str
) -> Program:
    """A worker with some prefork children."""
    command = ("celery", "-A", "worker.app", "worker", "-l", "INFO", "-n", f"{name}@%h", "-Q", queues)
    return installation.start(*command, "-c", str(children), "--without-mingle", "--without-gossip", **variables)


@dataclass
class Fleet:
    """The processes of the distributed form."""

    beats: list[Program]
    workers: list[Program]

    @property
    def said(self) -> str:
        """What all of them wrote."""
        return "\n".join(program.said for program in (*self.beats, *self.workers))

    def kill_all(self) -> None:
        """kill -9 of everything, children too."""
        for program in (*self.beats, *self.workers):
            program.kill_all()


@contextlib.contextmanager
def run_fleet(
    installation: Installation, *, beats: int = 1, workers: int = 1, children: int = 2, **variables: str
) -> Iterator[Fleet]:
    """Beats and workers for the length of the block; killed at its end."""
    with contextlib.ExitStack() as stack:
        yield Fleet(
            [stack.enter_context(start_beat(installation, **variables)) for _ in range(beats)],
            [
                stack.enter_context(start_worker(installation, f"w{number}", children=children, **variables))
                for number in range(workers)
            ],
        )
