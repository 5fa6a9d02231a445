"""Engines and sessions. One `Database` per process, made by a function and closed by whoever made it."""

import re
import sqlite3
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, make_url
from sqlalchemy.orm import Session, sessionmaker
from sqlalchemy.pool import QueuePool, StaticPool

# How long a SQLite writer waits for another: longer than any transaction here takes, shorter than a lease.
SQLITE_BUSY_MS = 30_000
# Of each connection. SQLite's own 2 MB hold the indexes of some thousand articles; a process has a handful of these.
SQLITE_CACHE_KB = 32_768
WRITES = "galata_writes"
# Errors name the statement without its values: a webhook's address is a password, and would stand in the log.
# What the two databases say of a table that there is not.
MISSING = re.compile(r'no such (table|column): [\w.]+|(relation|column) "?[\w.]+"? does not exist')
QUIET: dict[str, Any] = {"hide_parameters": True}


@dataclass(frozen=True)
class Database:
    """One database, with a factory for sessions that only read and one for sessions that write.

    They are the same on PostgreSQL. On SQLite the writing one begins with BEGIN IMMEDIATE, since a deferred transaction
    that turns to writing fails at once, whatever the timeout, when another has written meanwhile.
    """

    engine: Engine
    read: sessionmaker[Session]
    write: sessionmaker[Session]

    @property
    def is_sqlite(self) -> bool:
        """Whether this is the embedded database."""
        return self.engine.dialect.name == "sqlite"

    def close(self) -> None:
        """Close every connection."""
        self.engine.dispose()


def open_database(url: str, *, durable: bool = True) -> Database:
    """Open a database by its SQLAlchemy url (sqlite:///… or postgresql+psycopg://…).

    `durable=False` skips the fsyncs of SQLite, for scratch databases only.
    """
    engine = _open_sqlite(url, durable=durable) if make_url(url).get_backend_name() == "sqlite" else _open_postgres(url)
    writer = engine.execution_options(**{WRITES: True})
    return Database(
        engine,
        sessionmaker(engine, expire_on_commit=False),
        sessionmaker(writer, expire_on_commit=False),
    )


def _open_postgres(url: str) -> Engine:
    options = "-c timezone=utc -c idle_in_transaction_session_timeout=120000 -c lock_timeout=60000"
    # A machine that does not answer is told after ten seconds; the system's own limit is minutes.
    # One that vanishes after it took a question is noticed within a minute; the system's own keepalive waits two hours.
    alive = {"keepalives_idle": 30, "keepalives_interval": 10, "keepalives_count": 3, "tcp_user_timeout": 30_000}
    connection = {"options": options, "connect_timeout": 10, **alive}
    return create_engine(url, pool_pre_ping=True, pool_size=5, max_overflow=10, connect_args=connection, **QUIET)


def _open_sqlite(url: str, *, durable: bool) -> Engine:
    in_memory = make_url(url).database in (None, "", ":memory:")
    pool: dict[str, Any] = {"poolclass": QueuePool, "pool_size": 10, "max_overflow": 20}
    if in_memory:
        pool = {"poolclass": StaticPool}
    connection = {"timeout": SQLITE_BUSY_MS / 1000, "check_same_thread": False}
    engine = create_engine(url, connect_args=connection, **pool, **QUIET)

    @event.listens_for(engine, "connect")
    def configure(connection: Any, _record: object) -> None:
        connection.isolation_level = None  # transactions are begun below, not by the driver
        cursor = connection.cursor()
        _enter_wal(cursor)
        synchronous = "FULL" if durable else "OFF"
        for pragma in ("foreign_keys=ON", f"synchronous={synchronous}", f"cache_size=-{SQLITE_CACHE_KB}"):
            cursor.execute(f"PRAGMA {pragma}")
        cursor.close()

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        writes = connection.get_execution_options().get(WRITES)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    return engine


def _enter_wal(cursor: sqlite3.Cursor) -> None:
    """Write-ahead logging. SQLite does not wait for a lock here as it does elsewhere: of two that open a new file at
    once, one is refused and has to ask again."""
    deadline = time.monotonic() + SQLITE_BUSY_MS / 1000
    while True:
        try:
            cursor.execute("PRAGMA journal_mode=WAL")
            return
        except sqlite3.OperationalError:
            if time.monotonic() > deadline:
                raise
            time.sleep(0.01)


def describe_error(error: Exception) -> str:
    """An error in one line: of a database's what the driver said, without the statement."""
    text = " ".join(str(getattr(error, "orig", None) or error).split()) or "it does not answer"
    missing = MISSING.match(text)
    return f"{missing[0]} (run `galata migrate`)" if missing else text


def find_sqlite_path(url: str) -> Path | None:
    """The file of a SQLite url; None for PostgreSQL or in-memory."""
    parsed = make_url(url)
    if parsed.get_backend_name() != "sqlite" or parsed.database in (None, "", ":memory:"):
        return None
    return Path(str(parsed.database))
