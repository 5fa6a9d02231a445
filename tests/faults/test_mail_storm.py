"""Mail in a storm: senders killed, the mail server and PostgreSQL restarted, Redis flushed, one mail in ten put off.

Nothing is lost. What is doubled was uncertain: with `hold` nothing is, and a person is asked about the rest; with
`resend` those went once more, under the same Message-ID. The moments are random; progress decides how many there are.
"""

import contextlib
import os
import random
import signal
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest
import redis
from sqlalchemy import func, select, update

from db.base import new_token
from db.deliveries import enqueue_deliveries
from db.outbox_models import Delivery, Recipient, Subscription
from tests.faults.books import count_accepted, read_deliveries
from tests.faults.installation import Installation, Program, list_leases
from tests.faults.ledger import Books, check_arrivals, check_leases, check_outcomes
from tests.faults.newspaper import Newspaper
from tests.faults.sabotage import NIMBLE, write_sabotage
from tests.faults.scene import LEASE, Scene, make_scene, start_beat, start_worker
from tests.servers.ports import wait_until
from tests.servers.restartable import Restartable, restartable_postgres
from tests.servers.smtp import SmtpSink
from tests.servers.webhook import WebhookSink
from worker.news.message import Block, Message, Section
from worker.pipeline.telling import make_delivery

READERS = 250
# A sender spends most of its time at a mail, so that most kills find it there.
SINK_DELAY, PUT_OFF = 0.02, 0.1
ALERT = Message(
    kind="alert",
    subject="Storm",
    preview="A mail in a storm",
    sections=(Section("", (Block("It rains"),)),),
    list_name="storm",
    created_at=datetime(2026, 3, 2, tzinfo=UTC),
)


@dataclass(frozen=True)
class Storm:
    """How much of everything."""

    mails: int
    kills: int
    mail_restarts: int
    database_restarts: int
    flushes: int


SHORT = Storm(mails=80, kills=4, mail_restarts=1, database_restarts=1, flushes=1)
LONG = Storm(mails=1_500, kills=42, mail_restarts=5, database_restarts=2, flushes=3)
STORMS = [pytest.param(SHORT, id="short"), pytest.param(LONG, id="long", marks=[pytest.mark.long])]


@pytest.fixture
def postgres() -> Iterator[Restartable]:
    with restartable_postgres() as server:
        yield server


@pytest.fixture
def moments() -> random.Random:
    seed = os.environ.get("GALATA_TEST_SEED") or str(random.SystemRandom().randrange(10**6))
    print(f"GALATA_TEST_SEED={seed}")  # noqa: T201  pytest shows it with a failure
    return random.Random(seed)


@pytest.mark.timeout(1_500)
@pytest.mark.parametrize("policy", ["hold", "resend"])
@pytest.mark.parametrize("storm", STORMS)
def test_no_mail_is_lost_and_none_doubled_but_what_was_uncertain(
    storm: Storm,
    policy: str,
    tmp_path: Path,
    paper: Newspaper,
    smtp_sink: SmtpSink,
    hooks: WebhookSink,
    postgres: Restartable,
    redis_url: str,
    moments: random.Random,
) -> None:
    variables = {"GALATA_ON_UNCERTAIN": policy, "PYTHONPATH": write_sabotage(tmp_path, NIMBLE)}
    scene = make_scene(tmp_path, paper, smtp_sink, hooks, url=postgres.url, broker=redis_url, **variables)
    scene.installation.prepare()
    fill_outbox(scene, storm.mails)
    smtp_sink.delay, smtp_sink.share = SINK_DELAY, PUT_OFF
    with (
        start_beat(scene.installation),
        start_worker(scene.installation, "ticker", "poll,ingest", 1),
        Sender(scene) as sender,
    ):
        rage(storm, scene, sender, postgres, redis_url, moments)
        smtp_sink.share = 0.0
        settle(scene, storm, policy)
    check_ledger(scene, storm, policy)


class Sender:
    """A worker for deliveries that is killed and replaced."""

    def __init__(self, scene: Scene) -> None:
        self.scene, self.kills = scene, 0
        self.program = self.start()

    def start(self) -> Program:
        """Start a worker."""
        return start_worker(self.scene.installation, f"sender{self.kills}", "deliver", 1)

    def kill(self) -> None:
        """kill -9: mostly the child that sends, which its worker replaces; each third time the whole worker."""
        self.kills += 1
        children = self.program.list_children()
        if self.kills % 3 and children:
            for child in children:
                with contextlib.suppress(ProcessLookupError):
                    os.kill(child, signal.SIGKILL)
            return
        self.program.kill_all()
        self.program = self.start()

    def __enter__(self) -> "Sender":
        return self

    def __exit__(self, *_: object) -> None:
        self.program.kill_all()


def rage(
    storm: Storm, scene: Scene, sender: Sender, postgres: Restartable, redis_url: str, moments: random.Random
) -> None:
    """Every blow falls after so many mails more, at a random moment of the next one."""

    def restart_mail() -> None:
        scene.mails.kill()
        time.sleep(moments.uniform(0.1, 1))
        scene.mails.start()
        scene.hasten_deliveries()

    def restart_database() -> None:
        postgres.kill(signal.SIGINT)
        postgres.start()

    def flush_broker() -> None:
        with redis.Redis.from_url(redis_url) as broker:
            broker.flushall()

    blows: list[Callable[[], None]] = [sender.kill] * storm.kills
    for blow, count in ((restart_mail, storm.mail_restarts), (restart_database, storm.database_restarts)):
        blows += [blow] * count
    blows += [flush_broker] * storm.flushes
    moments.shuffle(blows)
    step = storm.mails * 0.7 / len(blows)
    for number, blow in enumerate(blows):
        due = int(step * (number + 1))
        assert wait_until(lambda: len(scene.mails.messages) >= due, seconds=2 * LEASE.total_seconds() + 60), (  # noqa: B023  asked at once
            f"{len(scene.mails.messages)} mails after {number} blows: {sender.program.said[-2000:]}"
        )
        time.sleep(moments.uniform(0, 3 * SINK_DELAY))
        blow()
    assert sender.kills == storm.kills


def fill_outbox(scene: Scene, count: int) -> None:
    """Messages that are due, to many readers."""
    now = datetime.now(UTC)
    with scene.installation.look() as database, database.write() as session, session.begin():
        storm = Subscription(name="storm", origin="user", created_at=now, schedule="instant", paused=True)
        storm.recipients = [
            Recipient(address=f"mailto:reader{number}@example.org", channel="smtp", secret=new_token())
            for number in range(READERS)
        ]
        session.add(storm)
        session.flush()
        readers = storm.recipients
        enqueue_deliveries(
            session, [make_delivery(readers[n % READERS], ALERT, f"storm-{n}", now) for n in range(count)]
        )


def settle(scene: Scene, storm: Storm, policy: str) -> None:
    """Until every mail has left or waits for a person. Waits are cut short, in the short form those for leases too."""

    if storm is SHORT:
        scene.end_leases()

    def is_settled() -> bool:
        scene.hasten_deliveries()
        hasten_resends(scene.installation)
        left = "state IN ('pending', 'leased') OR (state = 'uncertain' AND resend_at IS NOT NULL)"
        return scene.count(f"SELECT count(*) FROM deliveries WHERE {left}") == 0

    assert wait_until(is_settled, seconds=120 + storm.mails / 10, pause=0.5), policy


def hasten_resends(installation: Installation) -> None:
    """As if the quarter of an hour were over."""
    with installation.look() as database, database.write() as session, session.begin():
        session.execute(update(Delivery).where(Delivery.resend_at.is_not(None)).values(resend_at=func.now()))


def check_ledger(scene: Scene, storm: Storm, policy: str) -> None:
    """What SQL says of every mail, and what the server took."""
    with scene.installation.look() as database, database.read() as session:
        deliveries = read_deliveries(session)
        rows = list(session.scalars(select(Delivery)))
        leases = list_leases(database)
    accepted = count_accepted(scene.mails, scene.hooks)
    books = Books(deliveries=deliveries, accepted=accepted, leases=leases)
    assert len(deliveries) == storm.mails
    assert [*check_outcomes(books), *check_arrivals(books), *check_leases(books)] == []
    doubled = {key for key, times in accepted.items() if times > 1}
    resent = {one.idempotency_key for one in rows if one.resends}
    uncertain = {one.idempotency_key for one in rows if one.state == "uncertain"}
    assert doubled <= resent
    assert not resent if policy == "hold" else all(one.resends <= 1 for one in rows)
    print(f"{policy}: {len(doubled)} doubled, {len(resent)} sent again, {len(uncertain)} uncertain")  # noqa: T201  shown with -s
