"""An installation as its owner has it: a data folder, a configuration, outlets to read, a mail server; commands run in
processes of their own, which can be killed. The outlets and the mail server live in the test's process and see it all.
"""

import contextlib
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from types import TracebackType
from typing import Protocol, Self

from sqlalchemy import exists, or_, select, update

from config.settings import Settings, load_settings
from db.models import Article, Feed
from db.outbox_models import Delivery, Subscription
from db.page_models import ArticlePage
from db.session import Database, open_database
from tests.servers.ports import wait_until
from tests.servers.smtp import SmtpSink
from tests.shipped import load_shipped
from worker.demo.server import DemoFeed
from worker.pipeline.drain import run_until_quiet
from worker.pipeline.prepare import prepare
from worker.pipeline.rules import Rules
from worker.pipeline.runtime import Runtime, make_folders
from worker.pipeline.sweep import find_waiting

BIN = Path(sys.executable).parent
# Loading takes one to two seconds; the whole of both editions four. More is a machine that does ten other things, and
# one did so for fifty seconds.
PATIENCE = 90
SUBSCRIPTIONS = """
[[subscriptions]]
name = "everything"
schedule = "instant"
recipients = [{ to = "mailto:first@example.org", reads = ["en"] }, { to = "mailto:second@example.org", reads = ["tr"] }]

[[subscriptions]]
name = "leonardo-baykar"
query = "entity:leonardo OR entity:baykar"
schedule = "instant"
recipients = [{ to = "mailto:desk@example.org", reads = ["en", "it"] }]

[[subscriptions]]
name = "morning"
schedule = "daily 08:00 Europe/Istanbul"
recipients = [{ to = "mailto:analyst@example.org", reads = ["en", "tr", "it"] }]
"""


class Program:
    """A running command with what it has said so far; killed at the end of its block, should it still run."""

    def __init__(self, arguments: list[str], folder: Path, environment: dict[str, str]) -> None:
        self.path = folder / f"said-{time.monotonic_ns()}"
        with self.path.open("wb") as output:
            self.process = subprocess.Popen(
                arguments,
                cwd=folder,
                env=environment,
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=output,
                start_new_session=True,  # so that a worker's children can be ended with it
            )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, tb: TracebackType | None) -> None:
        self.kill_all()

    @property
    def said(self) -> str:
        """Everything it wrote, on stdout or stderr."""
        return self.path.read_text(encoding="utf-8", errors="replace")

    def wait_for(self, text: str) -> None:
        """Until it has said this. Fails when it ends before, or takes too long."""
        met = wait_until(lambda: text in self.said or self.process.poll() is not None, seconds=PATIENCE, pause=0.05)
        assert met, f"never said {text!r}: {self.said}"
        assert text in self.said, f"ended ({self.process.returncode}) without {text!r}: {self.said}"

    def kill(self) -> None:
        """kill -9, at once, of the process that was started and of none of its children."""
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()

    def kill_all(self) -> None:
        """kill -9 of the process and whatever it has started."""
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()

    def send(self, number: signal.Signals) -> None:
        """Send a signal to the process that was started: SIGSTOP freezes it, SIGCONT lets it go on."""
        self.process.send_signal(number)

    def list_children(self) -> list[int]:
        """The processes it has started and that are alive: of a prefork worker, its children."""
        listed = subprocess.run(["pgrep", "-P", str(self.process.pid)], capture_output=True, text=True, check=False)
        return [int(line) for line in listed.stdout.split()]

    def stop(self, number: signal.Signals = signal.SIGTERM) -> int:
        """Ask it to end; its exit status."""
        self.process.send_signal(number)
        return self.process.wait(PATIENCE)


def stop_all(programs: Sequence[Program], number: signal.Signals = signal.SIGTERM) -> list[int]:
    """Ask several to end, all at once, as a machine does that goes down; their exit statuses."""
    for program in programs:
        program.send(number)
    return [program.process.wait(PATIENCE) for program in programs]


@dataclass
class Installation:
    """A folder, the environment of its commands, its database."""

    folder: Path
    environment: dict[str, str]
    url: str

    def start(self, *arguments: str, **variables: str) -> Program:
        """Run a program of this environment (`galata up`, `celery …`) beside the test."""
        command = [str(BIN / arguments[0]), *arguments[1:]]
        return Program(command, self.folder, {**self.environment, **variables})

    def run(self, *arguments: str, **variables: str) -> str:
        """Run a program to its end, which must be a good one; what it said."""
        with self.start(*arguments, **variables) as program:
            assert program.process.wait(PATIENCE) == 0, program.said
            return program.said

    @contextlib.contextmanager
    def open(self) -> Iterator[Runtime]:
        """A runtime as its commands have it, in this process, which has loaded the program, the rules and the encoder
        already: what takes a command three seconds takes half of one."""
        settings = load_settings(self.environment)
        make_folders(settings)
        with self.look() as database:
            yield Runtime(settings, database, load_shipped())

    def prepare(self) -> None:
        """What `galata migrate` does."""
        with self.open() as runtime:
            prepare(runtime)

    def poll_once(self) -> None:
        """What `galata poll --once` does."""
        with self.open() as runtime:
            prepare(runtime)
            run_until_quiet(runtime)

    @contextlib.contextmanager
    def look(self) -> Iterator[Database]:
        """The database, seen from outside."""
        with contextlib.closing(open_database(self.url)) as database:
            yield database

    def set_due(self) -> None:
        """Let every feed and every digest be due now."""
        self.set_feeds_due()
        self.set_digests_due()

    def set_feeds_due(self, *names: str, after: timedelta = timedelta()) -> None:
        """Let every feed be polled now, muted and disabled ones too; or those named, or after some time."""
        with self.look() as database, database.write() as session, session.begin():
            chosen = update(Feed).where(Feed.name.in_(names)) if names else update(Feed)
            session.execute(chosen.values(next_poll_at=make_runtime(database).now() + after))

    def set_digests_due(self) -> None:
        """Let every digest's slot be now."""
        with self.look() as database, database.write() as session, session.begin():
            chosen = update(Subscription).where(Subscription.schedule != "instant")
            session.execute(chosen.values(next_run_at=make_runtime(database).now()))

    def set_pages_due(self) -> None:
        """Let every page that is wanted be read now."""
        with self.look() as database, database.write() as session, session.begin():
            wanted = update(ArticlePage).where(ArticlePage.state == "wanted")
            session.execute(wanted.values(next_attempt_at=make_runtime(database).now()))

    def wait_until_quiet(self, seconds: float = PATIENCE) -> None:
        """Until nothing waits and nobody works."""
        with self.look() as database:
            assert wait_until(lambda: is_settled(database), seconds=seconds, pause=0.1), describe_rest(database)


def make_runtime(database: Database) -> Runtime:
    """Enough of a runtime to ask SQL what waits; no rules are read."""
    rules: Rules = None  # type: ignore[assignment]  # find_waiting and now() ask for no rule
    return Runtime(Settings(data_dir=Path(), config_dir=Path()), database, rules)


def is_quiet(database: Database) -> bool:
    """Whether every feed was polled, nothing waits, and nobody works: one statement, for work moves from row to row."""
    now = make_runtime(database).now()
    busy = (
        select(Feed.id).where((Feed.next_poll_at <= now) | Feed.lease_token.is_not(None)),
        select(Article.id).where(Article.state.in_(("arrived", "judged"))),
        select(ArticlePage.id).where(ArticlePage.state == "wanted"),
        select(Subscription.id).where(Subscription.next_run_at <= now),
        select(Delivery.id).where(Delivery.state.in_(("pending", "leased"))),
    )
    with database.read() as session:
        return not session.scalar(select(or_(*(exists(chosen) for chosen in busy))))


def is_settled(database: Database) -> bool:
    """Whether all is quiet. The wait of a message at which a sender ended is cut short, should there be one."""
    if is_quiet(database):
        return True
    now = make_runtime(database).now()
    resting = (Delivery.crashes > 0) & (Delivery.state == "pending") & (Delivery.next_attempt_at > now)
    with database.read() as session:
        found = session.scalar(select(exists().where(resting)))
    if found:
        with database.write() as session, session.begin():
            session.execute(update(Delivery).where(resting).values(next_attempt_at=now))
    return False


def list_leases(database: Database) -> list[str]:
    """Every row that somebody holds."""
    with database.read() as session:
        return [
            f"{model.__tablename__} {one}"
            for model in (Feed, Article, ArticlePage, Delivery)
            for one in session.scalars(select(model.id).where(model.lease_token.is_not(None)))
        ]


def describe_rest(database: Database) -> str:
    """What is left to do, for a test that waited in vain."""
    return f"{find_waiting(make_runtime(database))}, held: {list_leases(database)}"


class FeedServer(Protocol):
    """What an installation reads: the demonstration's outlets, or a newspaper (newspaper.py)."""

    def feeds(self) -> list[DemoFeed]:
        """Every feed served."""
        ...


def write_config(folder: Path, server: FeedServer, subscriptions: str) -> None:
    """The outlets, whose first fetch is told too, so that there is much to send; and who is told."""
    feeds = "\n".join(
        f'[[feeds]]\nname = "{feed.name}"\nurl = "{feed.url}"\nlanguage = "{feed.language}"\n'
        f'country = "{feed.country}"\ninterval = "1d"\nfirst_fetch = "tell"\n'
        f"full_text = {str(feed.abstracts).lower()}\n"
        for feed in server.feeds()
    )
    folder.mkdir(parents=True)
    (folder / "feeds.toml").write_text(feeds, encoding="utf-8")
    (folder / "subscriptions.toml").write_text(subscriptions, encoding="utf-8")


def make_installation(
    folder: Path, server: FeedServer, sink: SmtpSink, subscriptions: str = SUBSCRIPTIONS, **variables: str
) -> Installation:
    """An installation that reads `server` and mails to `sink`, with nothing in it yet."""
    write_config(folder / "config", server, subscriptions)
    environment = {name: value for name, value in os.environ.items() if not name.startswith("GALATA_")}
    environment |= {
        "GALATA_DATA_DIR": str(folder / "data"),
        "GALATA_CONFIG_DIR": str(folder / "config"),
        "GALATA_HTTP_ALLOW": "127.0.0.0/8",
        "GALATA_SMTP_URL": sink.url,
        "GALATA_PAGE_INTERVAL_SECONDS": "0",
        "GALATA_MAIL_FROM": "galata@example.org",
        "GALATA_TICK_SECONDS": "1",
        "GALATA_WEB_PORT": "0",
        **variables,
    }
    url = variables.get("GALATA_DATABASE_URL", f"sqlite:///{folder}/data/galata.db")
    return Installation(folder, environment, url)
