"""`galata up`: everything in one process, on its defaults, as its owner meets it; and the parts it is made of."""

import re
import signal
import socket
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

import pytest
from celery import Celery
from celery.worker import state as worker_state
from sqlalchemy import text

from config.settings import Settings
from db.models import Feed
from db.session import Database
from tests.faults.installation import Installation, Program, make_installation
from tests.faults.sabotage import HASTY, write_sabotage
from tests.servers.ports import wait_until
from tests.servers.smtp import SmtpSink
from tests.shipped import load_shipped
from worker.app import QUEUES, make_app
from worker.broker import count_messages
from worker.demo.server import DemoServer
from worker.embedded import GRACE_SECONDS, make_worker
from worker.pipeline.runtime import Runtime
from worker.pipeline.sweep import Waiting
from worker.tasks import MOST_WAITING, Process, plan_steps, process

RUNNING = "Galata is running. Stop it with Ctrl-C."
STOPPED = "Galata has stopped."


@pytest.fixture
def outlets() -> Iterator[DemoServer]:
    """The invented outlets, in their first edition."""
    with DemoServer() as server:
        yield server


@pytest.fixture
def installation(tmp_path: Path, outlets: DemoServer, smtp_sink: SmtpSink) -> Installation:
    return make_installation(tmp_path, outlets, smtp_sink)


def read_log(program: Program) -> list[str]:
    """Its log without times, levels of news alone."""
    lines = [line.split(" ", 2)[2] for line in program.said.splitlines() if re.match(r"\d{4}-\d\d-\d\d ", line)]
    return [line.partition(": ")[2] for line in lines if line.startswith("INFO worker.tasks: ")]


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_up_reads_judges_and_tells_then_ends_at_one_signal(
    installation: Installation, outlets: DemoServer, smtp_sink: SmtpSink, number: signal.Signals
) -> None:
    with installation.start("galata", "up") as program:
        program.wait_for(RUNNING)
        installation.wait_until_quiet()
        told = len(smtp_sink.messages)
        assert told > 10
        outlets.edition = "second"
        installation.set_due()
        installation.wait_until_quiet()
        assert len(smtp_sink.messages) > told
        assert program.stop(number) == 0
    said = program.said.splitlines()
    assert [said[0].partition(":")[0], said[2]] == ["Ready", RUNNING]
    assert said[-1] == STOPPED, "who is cut off after its grace does not say so"
    assert re.fullmatch(r"Health and metrics: http://127\.0\.0\.1:[1-9]\d*/", said[1])
    news = read_log(program)
    assert news[0] == "polled 12 feeds, 44 new, 1 failed"
    assert news[1].startswith("judged 44, kept ")
    assert sum(int(line.removeprefix("sent ")) for line in news if line.startswith("sent ")) == len(smtp_sink.messages)
    assert sum(line.startswith("pages: ") for line in news) >= 4, "one host, one page at a time"
    assert 6 <= len(news) <= 24, "a line when something happened, none when nothing did"
    others = [line for line in said[3:-1] if not any(line.endswith(one) for one in news)]
    assert all("WARNING worker.pipeline.poll: http://127.0.0.1:" in line for line in others), others
    assert len(others) == 3, "the feeds that fail on purpose"


def test_a_second_up_on_the_same_folder_is_told_so(installation: Installation) -> None:
    with installation.start("galata", "up") as first:
        first.wait_for(RUNNING)
        with installation.start("galata", "up") as second:
            assert second.process.wait(30) == 2
        lock = installation.folder / "data" / "galata.lock"
        assert second.said == (
            f"galata: {lock}: another `galata up` runs on this data folder; stop it or set GALATA_DATA_DIR\n"
        )
        assert first.process.poll() is None


def test_a_tick_that_fails_is_a_line_and_the_next_ones_come(installation: Installation) -> None:
    with installation.start("galata", "up") as program:
        program.wait_for(RUNNING)
        installation.wait_until_quiet()
        with installation.look() as database:
            rename_table(database, "heartbeats", "away")
            program.wait_for(
                "ERROR worker.tasks: tick: no such table: heartbeats (run `galata migrate`); the next tick tries again"
            )
            rename_table(database, "away", "heartbeats")
        installation.set_due()
        installation.wait_until_quiet()
        assert program.stop() == 0
    assert "Traceback" not in program.said


def rename_table(database: Database, name: str, other: str) -> None:
    with database.write() as session, session.begin():
        session.execute(text(f"ALTER TABLE {name} RENAME TO {other}"))


def test_work_that_does_not_end_is_cut_off_and_taken_over_at_the_next_start(
    installation: Installation, tmp_path: Path
) -> None:
    path, grace = write_sabotage(tmp_path, HASTY.format(seconds=GRACE_SECONDS / 4)), GRACE_SECONDS / 4
    with socket.create_server(("127.0.0.1", 0)) as silent:
        url = f"http://127.0.0.1:{silent.getsockname()[1]}/rss"
        feeds = f'[[feeds]]\nname = "silent"\nurl = "{url}"\nlanguage = "en"\ncountry = "TR"\n'
        (installation.folder / "config" / "feeds.toml").write_text(feeds)
        with installation.start("galata", "up", PYTHONPATH=path) as program, silent.accept()[0]:
            began = time.monotonic()
            assert program.stop() == 0
        assert time.monotonic() - began >= grace
        assert f"some work did not end within {grace:.0f} s" in program.said
    with installation.start("galata", "up") as program:
        program.wait_for("Took over 1 unfinished row of a process that was killed.")
        installation.wait_until_quiet()
        assert program.stop() == 0


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="CPU time of another process is read from /proc")
def test_waiting_costs_next_to_nothing(installation: Installation) -> None:
    with installation.start("galata", "up", GALATA_TICK_SECONDS="2") as program:
        program.wait_for(RUNNING)
        installation.wait_until_quiet()
        before = read_cpu(program.process.pid)
        time.sleep(4)
        assert read_cpu(program.process.pid) - before < 0.2, "0.05 s on an idle machine"


def read_cpu(pid: int) -> float:
    """Seconds of CPU a process has used."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / 100


@dataclass
class Bench:
    """An application with a worker on threads in this process, and a task that notes what it is given."""

    app: Celery
    done: list[int] = field(default_factory=list)

    @contextmanager
    def work(self) -> Iterator[None]:
        """A worker for the length of the block."""
        worker = make_worker(self.app)
        thread = threading.Thread(target=worker.start)
        thread.start()
        try:
            yield
        finally:
            worker_state.should_stop = 0
            self.app.send_task("test.wake", queue="poll")  # as hasten_end does: it sees its end with a message's end
            self.app.send_task("test.wake", queue="poll")
            thread.join(30)
            worker_state.should_stop = None
            assert not thread.is_alive()


@pytest.fixture
def bench(settings_env: pytest.MonkeyPatch) -> Bench:
    made = Bench(make_app(Settings(tick_seconds=1)))

    @made.app.task(name="test.note", shared=False)  # type: ignore[untyped-decorator]  # Celery has no types
    def note(number: int) -> None:
        made.done.append(number)

    @made.app.task(name="test.wake", shared=False)  # type: ignore[untyped-decorator]  # as above
    def wake() -> None:
        """Nothing to do."""

    made.app.finalize()
    made.app.set_default()
    for queue in QUEUES:
        count_messages(made.app, queue)
        with made.app.pool.acquire(block=True) as connection:
            connection.default_channel.queue_purge(queue)  # the transport's queues are the process's
    return made


def test_the_broker_in_memory_neither_loses_nor_repeats(bench: Bench) -> None:
    def send(start: int) -> None:
        for number in range(start, 800, 4):
            bench.app.send_task("test.note", args=[number], queue=QUEUES[number % 3])

    with bench.work(), ThreadPoolExecutor(4) as senders:
        list(senders.map(send, range(4)))
        assert wait_until(lambda: len(bench.done) >= 800, seconds=60)
        time.sleep(0.2)
    assert sorted(bench.done) == list(range(800))


def test_messages_that_nobody_took_in_time_are_thrown_away(bench: Bench) -> None:
    bench.app.send_task("test.note", args=[1], queue="poll", expires=0.01)
    time.sleep(0.1)
    bench.app.send_task("test.note", args=[2], queue="poll", expires=60)
    with bench.work():
        assert wait_until(lambda: 2 in bench.done, seconds=30)
    assert bench.done == [2]


@pytest.fixture
def adopted(bench: Bench, sqlite_database: Database) -> Iterator[Runtime]:
    """A runtime that the tasks of this process use."""
    runtime = Runtime(Settings(), sqlite_database, load_shipped())
    process.adopt(runtime)
    yield runtime
    process.runtime = None


def test_ticks_do_not_flood_the_queues_while_nobody_works(bench: Bench, adopted: Runtime) -> None:
    now = adopted.now() - timedelta(minutes=1)
    with adopted.database.write() as session, session.begin():
        session.add_all(Feed(name=f"{n}", url=f"http://n/{n}", origin="user", next_poll_at=now) for n in range(300))
    for _ in range(30):
        bench.app.tasks["galata.tick"]()
    assert count_messages(bench.app, "poll") == MOST_WAITING
    assert [count_messages(bench.app, queue) for queue in ("ingest", "deliver")] == [1, 1], "one to see who takes it"


@pytest.mark.parametrize(
    ("waiting", "queued", "steps"),
    [
        (Waiting(0, 0, 0, 0, 0), (0, 0, 0), {}),
        (Waiting(1, 1, 1, 1, 1), (0, 0, 0), {"poll": 1, "ingest": 1, "alert": 1, "digest": 1, "deliver": 1}),
        (Waiting(26, 51, 0, 0, 50), (0, 0, 0), {"poll": 2, "ingest": 2, "deliver": 1}),
        (Waiting(9_999, 9_999, 0, 0, 9_999), (0, 0, 0), {"poll": 8, "ingest": 8, "deliver": 8}),
        (Waiting(9_999, 9_999, 1, 0, 9_999), (6, 7, 8), {"poll": 2, "alert": 1}),
    ],
)
def test_the_tick_asks_for_batches_as_far_as_queues_have_room(
    waiting: Waiting, queued: tuple[int, int, int], steps: dict[str, int]
) -> None:
    planned = plan_steps(waiting, dict(zip(QUEUES, queued, strict=True)))
    assert {step: planned.count(step) for step in planned} == steps


@pytest.mark.parametrize(
    ("waiting", "queued", "steps"),
    [
        (Waiting(0, 0, 0, 0, 0), (0, 0, 0), ["poll", "deliver"]),
        (Waiting(1, 0, 0, 0, 0), (0, 0, 0), ["poll", "deliver"]),
        (Waiting(0, 0, 0, 0, 1), (1, 0, 0), ["deliver"]),
        (Waiting(0, 1, 0, 0, 0), (2, 0, 8), ["ingest"]),
    ],
)
def test_a_quiet_queue_gets_one_step_unless_a_message_waits_there(
    waiting: Waiting, queued: tuple[int, int, int], steps: list[str]
) -> None:
    assert plan_steps(waiting, dict(zip(QUEUES, queued, strict=True)), ["poll", "deliver"]) == steps


def test_a_step_has_room_for_few_threads_of_a_process() -> None:
    turns = Process()
    with turns.take_turn("poll") as first, turns.take_turn("poll") as second, turns.take_turn("poll") as third:
        assert (first, second, third) == (True, True, False)
        with turns.take_turn("ingest") as other:
            assert other
    with turns.take_turn("poll") as later:
        assert later


def test_a_forked_child_opens_a_runtime_of_its_own(
    settings_env: pytest.MonkeyPatch, tmp_path: Path, sqlite_database: Database, sqlite_template: str
) -> None:
    settings = Settings.model_validate({"data_dir": tmp_path})
    child = Process()
    inherited = child.get(settings)
    assert child.get(settings) is inherited
    child.pid += 1  # what a child finds after the fork
    assert child.get(settings) is not inherited
    child.close()
    inherited.database.close()
