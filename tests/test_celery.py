"""Celery as its users expect: workers and beat of its own command line, on a real Redis and a real PostgreSQL."""

import contextlib
import signal
import time
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest
from sqlalchemy import func, select

from config.settings import Settings
from db.models import Article, Feed
from db.outbox_models import Delivery
from tests.faults.installation import Installation, Program, is_quiet, make_installation, stop_all
from tests.servers.ports import wait_until
from tests.servers.smtp import SmtpSink
from worker.app import QUEUES, ROUTES, SOFT_SHUTDOWN, limit_times, make_app
from worker.demo.server import DemoServer
from worker.tasks import enqueue

WORKER = ("celery", "-A", "worker.app", "worker", "-l", "INFO")
BEAT = ("celery", "-A", "worker.app", "beat", "-l", "INFO")


@pytest.fixture
def outlets() -> Iterator[DemoServer]:
    """The invented outlets, in their first edition."""
    with DemoServer() as server:
        yield server


@pytest.fixture
def installation(
    tmp_path: Path, outlets: DemoServer, smtp_sink: SmtpSink, postgres_url: str, redis_url: str
) -> Installation:
    """Processes of their own on servers of their own."""
    variables = {"GALATA_DATABASE_URL": postgres_url, "GALATA_BROKER_URL": redis_url, "C_FORCE_ROOT": "1"}
    return make_installation(tmp_path, outlets, smtp_sink, **variables)


def count_rows(installation: Installation) -> dict[str, int]:
    """How far things are."""
    with installation.look() as database, database.read() as session:
        rows = session.execute(select(Delivery.state, func.count()).group_by(Delivery.state))
        unread = session.scalar(select(func.count()).where(Feed.last_polled_at.is_(None)))
        open_ones = session.scalar(select(func.count()).where(Article.state.in_(("arrived", "judged"))))
        return {"unread": unread or 0, "open": open_ones or 0} | {row[0]: row[1] for row in rows}


def count_connections(url: str) -> int:
    """How many connections to this database others have."""
    with psycopg.connect(url.replace("+psycopg", "")) as connection:
        row = connection.execute(
            "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"
        ).fetchone()
    assert row
    return int(row[0])


def test_workers_and_beat_take_the_outlets_to_messages(
    installation: Installation, outlets: DemoServer, smtp_sink: SmtpSink
) -> None:
    installation.prepare()
    with installation.start(*BEAT) as beat, installation.start(*WORKER, "-Q", "poll,ingest", "-c", "2") as reader:
        assert wait_until(lambda: is_judged(installation), seconds=60, pause=0.1), reader.said
        assert smtp_sink.messages == [], "nobody consumes the queue of deliveries, and nobody else needs it"
        check_sender(installation, smtp_sink)
        outlets.edition = "second"
        installation.set_due()
        with installation.start(*WORKER, "-Q", "deliver", "-c", "1", "-n", "sender@%h") as sender:
            assert wait_until(lambda: is_all_quiet(installation), seconds=60, pause=0.1), sender.said
            check_end(sender, reader, beat)
    counts = count_rows(installation)
    assert counts == {"unread": 0, "open": 0, "sent": len(smtp_sink.messages)}
    assert count_connections(installation.url) == 0
    assert list(installation.folder.glob("celerybeat*")) == [], "beat keeps its schedule in memory"


def check_sender(installation: Installation, sink: SmtpSink) -> None:
    """A worker for deliveries alone, where SIGTERM means a soft shutdown."""
    command = (*WORKER, "-Q", "deliver", "-c", "1", "-n", "soft@%h")
    with installation.start(*command, REMAP_SIGTERM="SIGQUIT") as sender:
        assert wait_until(lambda: count_rows(installation).keys() == {"unread", "open", "sent"}, seconds=60, pause=0.1)
        assert len(sink.messages) == count_rows(installation)["sent"] > 10
        assert wait_until(lambda: is_idle(sender), seconds=60), "a busy one has its soft shutdown's whole time"
        began = time.monotonic()
        check_end(sender)
        assert time.monotonic() - began < SOFT_SHUTDOWN, sender.said


def is_idle(worker: Program) -> bool:
    """Whether a worker has ended every task it took, and its parent, which hears of an end a moment after the child has
    said so, has had the time to: one that is told to stop in that moment waits its 25 seconds."""
    said = worker.said
    if not 1 < said.count("] received") == said.count("] succeeded"):
        return False
    time.sleep(0.5)
    return worker.said == said


def is_judged(installation: Installation) -> bool:
    """Whether everything but the deliveries is done."""
    counts = count_rows(installation)
    return not counts["unread"] and not counts["open"] and counts.get("pending", 0) > 10


def is_all_quiet(installation: Installation) -> bool:
    with installation.look() as database:
        return is_quiet(database)


def check_end(*programs: Program) -> None:
    """They end well at SIGTERM, and never had anything to complain of but the feeds that fail on purpose."""
    statuses = stop_all(programs)
    for program, status in zip(programs, statuses, strict=True):
        assert status == 0, program.said
        wrong = [line for line in program.said.splitlines() if "ERROR" in line or "Traceback" in line]
        assert wrong == [], program.said


def test_a_worker_that_ends_while_messages_arrive_takes_none(installation: Installation, redis_url: str) -> None:
    """Without `take_no_more_at_the_end` (worker/tasks.py) it ends with a traceback and status 1."""
    installation.prepare()
    app = make_app(Settings(broker_url=redis_url))
    command = (*WORKER, "-Q", "poll", "-c", "1")
    with installation.start(*command, REMAP_SIGTERM="SIGQUIT") as worker:
        worker.wait_for(" ready.")
        worker.process.send_signal(signal.SIGTERM)
        until = time.monotonic() + 60
        while worker.process.poll() is None and time.monotonic() < until:
            enqueue(app, "poll")
            time.sleep(0.005)
    assert worker.process.returncode == 0, worker.said
    assert "Traceback" not in worker.said


def test_up_runs_on_redis_and_postgresql_too(
    installation: Installation, outlets: DemoServer, smtp_sink: SmtpSink
) -> None:
    with installation.start("galata", "up") as program:
        program.wait_for("Galata is running")
        installation.wait_until_quiet()
        assert program.stop() == 0
    assert "Traceback" not in program.said
    assert len(smtp_sink.messages) > 10
    assert count_connections(installation.url) == 0


def test_a_flushed_broker_loses_nothing(installation: Installation, smtp_sink: SmtpSink, redis_url: str) -> None:
    import redis

    installation.prepare()
    with (
        installation.start(*BEAT),
        installation.start(*WORKER, "-Q", ",".join(QUEUES), "-c", "2") as worker,
        contextlib.closing(redis.Redis.from_url(redis_url)) as broker,
    ):
        until = time.monotonic() + 45
        while not is_all_quiet(installation):
            assert time.monotonic() < until, worker.said
            broker.flushall()
            time.sleep(0.3)
    assert count_rows(installation) == {"unread": 0, "open": 0, "sent": len(smtp_sink.messages)}


@pytest.fixture
def conf(settings_env: pytest.MonkeyPatch) -> dict[str, object]:
    return dict(make_app(Settings(broker_url="redis://127.0.0.1:6379/0")).conf)


def test_tasks_carry_nothing_and_nothing_is_kept_in_the_broker(conf: dict[str, object]) -> None:
    assert conf["accept_content"] == ["json"]
    assert (conf["task_serializer"], conf["result_backend"], conf["task_ignore_result"]) == ("json", None, True)
    assert (conf["timezone"], conf["enable_utc"]) == ("UTC", True)


@pytest.mark.parametrize("lease", [30, 600, 86_400])
def test_a_killed_workers_row_is_free_before_its_message_comes_back(lease: int) -> None:
    limits = limit_times(lease)
    visible = limits["broker_transport_options"]["visibility_timeout"]
    assert limits["task_soft_time_limit"] < limits["task_time_limit"] < lease < visible


def test_a_hanging_broker_is_noticed_and_a_deadly_task_is_not_run_again(conf: dict[str, object]) -> None:
    assert (conf["task_time_limit"], conf["task_soft_time_limit"]) == (300, 240)
    options = conf["broker_transport_options"]
    assert isinstance(options, dict)
    assert options["visibility_timeout"] == 1800
    assert 0 < options["socket_timeout"] < 60, "a Redis that hangs is noticed"
    assert conf["task_acks_late"] is True
    assert conf["task_reject_on_worker_lost"] is False, "a task that kills its worker is not run again by the broker"


def test_no_worker_hoards_and_none_ends_with_the_broker(conf: dict[str, object]) -> None:
    assert (conf["worker_prefetch_multiplier"], conf["worker_disable_prefetch"]) == (1, True)
    assert conf["broker_connection_max_retries"] is None
    assert conf["worker_cancel_long_running_tasks_on_connection_loss"] is False
    assert conf["worker_soft_shutdown_timeout"] == SOFT_SHUTDOWN


@pytest.mark.parametrize("url", ["memory://", "redis://127.0.0.1:6379/3"])
def test_the_broker_is_ours_whatever_other_programs_are_told(settings_env: pytest.MonkeyPatch, url: str) -> None:
    settings_env.setenv("CELERY_BROKER_URL", "redis://127.0.0.1:6379/9")
    app = make_app(Settings(broker_url=url))
    for connection in (app.connection_for_read(), app.connection_for_write()):
        assert connection.as_uri().startswith(url)


def test_every_task_has_a_queue_and_the_tick_is_not_with_the_deliveries(settings_env: pytest.MonkeyPatch) -> None:
    app = make_app(Settings())
    app.loader.import_default_modules()
    app.finalize()
    assert {name for name in app.tasks if name.startswith("galata.")} == set(ROUTES)
    assert {route["queue"] for route in ROUTES.values()} == set(QUEUES)
    assert ROUTES["galata.tick"] == {"queue": "ingest"}
    [entry] = app.conf.beat_schedule.values()
    assert (entry["task"], entry["schedule"]) == ("galata.tick", Settings().tick_seconds)
