"""How fast the outbox empties into a real SMTP server on loopback, in a process of its own: one sender, both databases.

The messages are alerts of the usual size, each a row to one of fifty recipients; the databases sync each
commit to where temporary folders are, which may be memory. Goal: 100 mails a second.
"""

import contextlib
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path

from config.files import data_path
from config.settings import Settings
from db.base import new_token
from db.deliveries import enqueue_deliveries
from db.migrate import upgrade
from db.outbox_models import Recipient, Subscription
from db.session import Database, open_database
from tests.servers.postgres import SURVIVING
from tests.servers.restartable import restartable_postgres
from tests.servers.smtp import running_smtp
from worker.news.message import Block, Line, Message, Section
from worker.pipeline.deliver import deliver_pending
from worker.pipeline.rules import load_rules
from worker.pipeline.runtime import Runtime
from worker.pipeline.telling import make_delivery

MAILS, READERS = 1_000, 50
GOAL = 100
DURABLE = SURVIVING | {"fsync": "on"}
LINE = Line("New", "The two companies signed a preliminary protocol on the joint venture, and named its director. " * 3)
ALERT = Message(
    kind="alert",
    subject="Baykar + Leonardo: preliminary protocol signed in Rome",
    preview="Outlet A (tr, en), first report",
    sections=(Section("", (Block("Protocol signed in Rome", "https://outlet.example/1", lines=(LINE,) * 4),)),),
    footer=(Line("Why", "rule leonardo-baykar"),),
    list_name="leonardo-baykar",
    created_at=datetime(2026, 3, 2, 6, 0, tzinfo=UTC),
)


def serve_mail(pipe: Connection) -> None:
    """The mail server's process: tells its url, then, when asked, how many mails it took."""
    with running_smtp() as sink:
        pipe.send(sink.url)
        while pipe.recv():
            pipe.send(len({str(mail.message["Message-ID"]) for mail in sink.messages}))


@contextlib.contextmanager
def running_server() -> Iterator[tuple[str, Connection]]:
    """The mail server, apart from the sender: its url, and whom to ask what it took."""
    ours, theirs = get_context("spawn").Pipe()
    process = get_context("spawn").Process(target=serve_mail, args=(theirs,))
    process.start()
    try:
        yield ours.recv(), ours
    finally:
        ours.send(False)
        process.join()


def fill_outbox(database: Database) -> None:
    """The messages, due now."""
    now = datetime.now(UTC)
    with database.write() as session, session.begin():
        desk = Subscription(name="desk", origin="user", created_at=now, schedule="instant")
        desk.recipients = [
            Recipient(address=f"mailto:reader{number}@example.org", channel="smtp", secret=new_token())
            for number in range(READERS)
        ]
        session.add(desk)
        session.flush()
        rows = [
            make_delivery(desk.recipients[number % READERS], ALERT, f"alert-{number}", now) for number in range(MAILS)
        ]
        enqueue_deliveries(session, rows)


def measure(url: str, folder: Path) -> float:
    """Mails a second on one database."""
    with running_server() as (smtp_url, server), contextlib.closing(open_database(url)) as database:
        upgrade(database, data_path("alembic"))
        fill_outbox(database)
        settings = Settings.model_validate(
            {"data_dir": folder, "config_dir": folder, "smtp_url": smtp_url, "mail_from": "galata@example.org"}
        )
        runtime = Runtime(settings, database, load_rules(settings))
        began = time.perf_counter()
        while deliver_pending(runtime):
            pass
        seconds = time.perf_counter() - began
        server.send(True)
        if (taken := server.recv()) != MAILS:
            sys.exit(f"only {taken} of {MAILS} mails arrived")
    return MAILS / seconds


def main() -> None:
    """Both databases."""
    with tempfile.TemporaryDirectory() as name, restartable_postgres(DURABLE) as postgres:
        for label, url in (("SQLite", f"sqlite:///{name}/galata.db"), ("PostgreSQL", postgres.url)):
            rate = measure(url, Path(name))
            print(f"{label}: {MAILS} mails, {rate:.0f} a second (goal {GOAL})")
