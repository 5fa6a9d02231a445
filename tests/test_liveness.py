"""Who stands still is seen within moments, on real servers: all heartbeats are set three minutes back, and whoever
lives writes a new one; `galata status` then names the one that does not, and only that one."""

import json
import signal
import time
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from db.motion import list_beats
from db.outbox_models import Heartbeat
from tests.faults.installation import Installation, Program, make_installation
from tests.faults.sabotage import LIVELY, write_sabotage
from tests.servers import RunningServer, running_redis
from tests.servers.ports import wait_until
from tests.servers.smtp import SmtpSink
from tests.test_celery import BEAT, WORKER
from worker.broker import read_broker
from worker.demo.server import DemoServer
from worker.pipeline.status import gather_status

BACK = timedelta(minutes=3)
NAMES = {"beat", "scheduler", "poll", "ingest", "deliver", "worker reader@here", "worker sender@here"}
READER = (*WORKER, "-Q", "poll,ingest", "-c", "1", "-n", "reader@here")
SENDER = (*WORKER, "-Q", "deliver", "-c", "1", "-n", "sender@here")


@pytest.fixture
def broker() -> Iterator[RunningServer]:
    """A Redis of the test's own, which it hangs."""
    with running_redis() as server:
        yield server


@pytest.fixture
def installation(
    tmp_path: Path, smtp_sink: SmtpSink, postgres_url: str, broker: RunningServer
) -> Iterator[Installation]:
    variables = {"GALATA_DATABASE_URL": postgres_url, "GALATA_BROKER_URL": broker.url, "C_FORCE_ROOT": "1"}
    with DemoServer() as outlets:
        made = make_installation(tmp_path, outlets, smtp_sink, **variables)
        made.environment["PYTHONPATH"] = write_sabotage(tmp_path, LIVELY)
        yield made


def set_back(installation: Installation) -> None:
    """Let every heartbeat be three minutes old."""
    with installation.look() as database, database.write() as session, session.begin():
        for row in session.scalars(select(Heartbeat)):
            row.at -= BACK


def read_status(installation: Installation) -> list[str]:
    """What `galata status` finds wrong with what moves."""
    with installation.start("galata", "status", "--json") as program:
        program.process.wait(45)
    found = json.loads(program.said)
    assert program.process.returncode == bool(found["wrong"])
    return list(found["wrong"])


def await_verdict(installation: Installation, said: list[str]) -> None:
    """Until whoever lives has said so, and this is what remains; then the command says it, too."""
    set_back(installation)
    assert wait_until(lambda: find_wrong(installation) == said, seconds=60, pause=0.5), find_wrong(installation)
    assert read_status(installation) == said


def find_wrong(installation: Installation) -> list[str]:
    """What the command would find."""
    with installation.open() as runtime:
        return list(gather_status(runtime, read_broker(runtime.settings)).wrong)


def read_details(installation: Installation) -> dict[str, str | None]:
    with installation.look() as database, database.read() as session:
        return {one.name: one.detail for one in list_beats(session)}


def test_each_that_stands_still_is_named_with_its_mend(installation: Installation, broker: RunningServer) -> None:
    installation.prepare()
    with (
        installation.start(*READER) as reader,
        installation.start(*SENDER) as sender,
        installation.start(*BEAT) as beat,
    ):
        assert wait_until(lambda: read_details(installation).keys() >= NAMES, seconds=60, pause=0.1), reader.said
        await_verdict(installation, [])
        assert read_details(installation)["worker sender@here"] == "deliver"
        check_worker_that_hangs(installation, sender)
        check_broker_that_hangs(installation, broker)
        check_beat_that_ends(installation, beat)
        with installation.start(*BEAT):
            await_verdict(installation, [])
            check_ticks_that_nobody_takes(installation, reader)


def check_worker_that_hangs(installation: Installation, sender: Program) -> None:
    """It is there, and it takes nothing."""
    sender.process.send_signal(signal.SIGSTOP)  # its children take no messages without it
    mend = "start `celery -A worker.app worker -Q deliver`"
    await_verdict(installation, [f"nobody has taken a message of queue deliver for 3 min ({mend})"])
    assert ask_alive(installation, "beat") == 0
    assert ask_alive(installation, "deliver") == 0, "a step may take five minutes; nobody restarts it before"
    sender.process.send_signal(signal.SIGCONT)


def check_broker_that_hangs(installation: Installation, broker: RunningServer) -> None:
    broker.signal(signal.SIGSTOP)
    began = time.monotonic()
    said = read_status(installation)
    assert time.monotonic() - began < 20, "loading takes two seconds of a busy machine, the broker is given four"
    assert said[0].startswith(f"the broker {broker.url} cannot be reached ("), said
    broker.signal(signal.SIGCONT)


def check_beat_that_ends(installation: Installation, beat: Program) -> None:
    assert beat.stop() == 0
    mend = "start `celery -A worker.app beat`, or `galata up`"
    await_verdict(installation, [f"beat has sent no tick for 3 min ({mend})"])
    assert ask_alive(installation, "beat") == 1


def check_ticks_that_nobody_takes(installation: Installation, reader: Program) -> None:
    assert reader.stop() == 0
    mend = "start `celery -A worker.app worker -Q ingest`"
    await_verdict(installation, [f"beat sends ticks, but no worker has run one for 3 min ({mend})"])


def ask_alive(installation: Installation, name: str) -> int:
    """The exit status of the health check; it says one line."""
    with installation.start("galata", "status", "--alive", name) as program:
        status = program.process.wait(45)
    assert len(program.said.splitlines()) == 1, program.said
    return status
