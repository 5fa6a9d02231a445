"""The database goes away under the program, or somebody else holds it: the work goes on when it is back."""

import contextlib
import signal
import sqlite3
import time
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest
from sqlalchemy import func, select

from db.models import Article, Feed
from db.session import SQLITE_BUSY_MS
from tests.faults.sabotage import IMPATIENT, write_sabotage
from tests.faults.scene import RUNNING, Fleet, Scene, run_fleet
from tests.servers.restartable import Restartable

ITEMS = 16
PATIENCE = 60.0
END_SESSIONS = (
    "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity"
    " WHERE datname = current_database() AND pid <> pg_backend_pid()"
)


@pytest.mark.parametrize(
    "number",
    [
        pytest.param(signal.SIGKILL, id="kill"),
        pytest.param(signal.SIGQUIT, id="immediate", marks=pytest.mark.long),
        pytest.param(signal.SIGINT, id="fast", marks=pytest.mark.long),
    ],
)
def test_postgresql_restarts(on_postgres: Scene, postgres: Restartable, number: signal.Signals) -> None:
    on_postgres.slow_down()
    with run_fleet(on_postgres.installation, workers=2) as fleet:
        on_postgres.publish(ITEMS)
        on_postgres.wait_for_work()
        postgres.kill(number)
        time.sleep(1)  # long enough for every child to notice
        postgres.start()
        finish(on_postgres, fleet)
    assert on_postgres.judge() == []


def test_the_sessions_of_postgresql_are_ended(on_postgres: Scene, postgres: Restartable) -> None:
    on_postgres.slow_down()
    with run_fleet(on_postgres.installation, workers=2) as fleet:
        ended = 0
        for _ in range(4):
            on_postgres.publish(ITEMS // 4)
            on_postgres.wait_for_work()
            with psycopg.connect(postgres.url.replace("+psycopg", "")) as connection:
                row = connection.execute(END_SESSIONS).fetchone()
                ended += row[0] if row else 0
            on_postgres.end_leases()
        assert ended >= 4
        finish(on_postgres, fleet)
    assert on_postgres.judge() == []


def finish(scene: Scene, fleet: Fleet) -> None:
    """What was held when the database went is held still: its lease must run out. No process ended, or told more than a
    line of it."""
    scene.end_leases()
    scene.settle()
    assert [program.said for program in (*fleet.workers, *fleet.beats) if program.process.poll() is not None] == []
    assert "Traceback" not in fleet.said, fleet.said


@contextlib.contextmanager
def hold_file(scene: Scene) -> Iterator[None]:
    """Somebody writes into the SQLite file, and takes the time of the block."""
    path = scene.installation.folder / "data" / "galata.db"
    with contextlib.closing(sqlite3.connect(path, timeout=PATIENCE, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield
        other.execute("ROLLBACK")


@pytest.mark.parametrize(
    ("seconds", "sabotage"),
    [(2, ""), (3, IMPATIENT.format(milliseconds=750)), pytest.param(40, "", marks=pytest.mark.long)],
    ids=["shorter", "longer", "much longer"],
)
def test_another_writer_holds_sqlite(embedded: Scene, tmp_path: Path, seconds: int, sabotage: str) -> None:
    path = write_sabotage(tmp_path, sabotage)
    embedded.slow_down()
    with embedded.installation.start("galata", "up", PYTHONPATH=path) as program:
        program.wait_for(RUNNING)
        embedded.publish(ITEMS)
        embedded.wait_for_work()
        with hold_file(embedded):
            time.sleep(seconds)
        outlasted = bool(sabotage) or seconds * 1000 > SQLITE_BUSY_MS
        assert ("database is locked" in program.said) == outlasted
        if outlasted:
            embedded.end_leases()
        embedded.settle()
        assert program.stop() == 0
    assert embedded.judge() == []


@pytest.mark.parametrize("form", ["embedded", "distributed"])
def test_two_migrators_at_once(request: pytest.FixtureRequest, form: str) -> None:
    scene: Scene = request.getfixturevalue(f"bare_{form}")
    installation = scene.installation
    with contextlib.ExitStack() as stack:
        migrators = [stack.enter_context(installation.start("galata", "migrate")) for _ in range(3)]
        assert [one.process.wait(PATIENCE) for one in migrators] == [0, 0, 0], [one.said for one in migrators]
    with installation.look() as database, database.read() as session:
        counts = [session.scalar(select(func.count()).select_from(model)) for model in (Feed, Article)]
        seeds = session.scalar(select(func.count(Article.name.distinct())))
    assert counts == [4, seeds]
