"""Sessions on both databases: who may open, write and wait, and how times come back."""

from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from threading import Barrier

import psycopg
import pytest
from sqlalchemy import text
from sqlalchemy.exc import StatementError

from db.models import Feed
from db.session import Database, open_database


def test_two_may_open_a_new_file_at_once(tmp_path: Path) -> None:
    """SQLite refuses one of two that turn a file to write-ahead logging, at once and whatever the timeout."""
    for number in range(25):
        url, start = f"sqlite:///{tmp_path / f'{number}.db'}", Barrier(2)

        def open_one(_turn: int, url: str = url, start: Barrier = start) -> str:
            with closing(open_database(url)) as database:
                start.wait(10)
                with database.write() as session:
                    return str(session.execute(text("PRAGMA journal_mode")).scalar_one())

        with ThreadPoolExecutor(2) as pool:
            assert list(pool.map(open_one, range(2))) == ["wal", "wal"]


def test_writers_wait_for_each_other_after_reading(database: Database, clock: datetime) -> None:
    """Read, then write what was read, while another wants to: a deferred transaction of SQLite would let the other by,
    and fail at once."""
    with database.write() as session, session.begin():
        session.add(Feed(id=1, url="https://outlet.example/", name="0", origin="user", next_poll_at=clock))

    def count_up() -> None:
        with database.write() as session, session.begin():
            feed = session.get_one(Feed, 1, with_for_update=True)
            feed.name = str(int(feed.name) + 1)

    with ThreadPoolExecutor(1) as pool:
        with database.write() as session, session.begin():
            feed = session.get_one(Feed, 1, with_for_update=True)
            other = pool.submit(count_up)
            with pytest.raises(TimeoutError):
                other.result(0.3)
            feed.name = str(int(feed.name) + 1)
        other.result(10)
    with database.read() as session:
        assert session.get_one(Feed, 1).name == "2"


def test_a_connection_that_died_in_the_pool_is_replaced(postgres_database: Database) -> None:
    def find_process() -> int:
        with postgres_database.read() as session:
            return int(session.execute(text("SELECT pg_backend_pid()")).scalar_one())

    died, url = find_process(), postgres_database.engine.url.set(drivername="postgresql")
    with psycopg.connect(url.render_as_string(hide_password=False)) as other:
        assert other.execute("SELECT pg_terminate_backend(%s, 5000)", (died,)).fetchone() == (True,)
    assert find_process() != died


def test_times_come_back_aware_and_in_utc(database: Database) -> None:
    written = datetime(2026, 3, 2, 12, 30, 0, 123456, tzinfo=timezone(timedelta(hours=3)))
    with database.write() as session, session.begin():
        session.add(Feed(id=1, url="https://outlet.example/", name="", origin="user", next_poll_at=written))
    with database.read() as session:
        read = session.get_one(Feed, 1).next_poll_at
    assert read == written
    assert read.tzinfo is UTC


def test_a_time_without_zone_is_refused(database: Database) -> None:
    with pytest.raises(StatementError, match="without its zone"), database.write() as session, session.begin():
        session.add(Feed(url="u", name="", origin="user", next_poll_at=datetime(2026, 3, 2)))  # noqa: DTZ001 that is it
