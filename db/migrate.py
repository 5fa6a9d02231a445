"""Bringing a database to the schema this program expects, by Alembic; safe to run by two at once.

Alembic is loaded by what migrates: with its templates and their colours it takes a sixth of what a command needs to
start, and most only ask whether there is anything to migrate.
"""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection, inspect, text
from sqlalchemy.orm import Session

from db.session import WRITES, Database

if TYPE_CHECKING:
    from alembic.config import Config

# Any number will do, as long as every migrator takes the same one.
MIGRATION_LOCK = 420_250_429
REVISION = re.compile(r"""^(revision|down_revision) = ["'](\w+)["']$""", re.MULTILINE)


def upgrade(database: Database, scripts: Path, revision: str = "head") -> None:
    """Migrate forward to `revision`. Two migrators at once: the second waits, and finds nothing left to do."""
    from alembic import command

    _run(database, scripts, lambda config: command.upgrade(config, revision))


def downgrade(database: Database, scripts: Path, revision: str = "base") -> None:
    """Migrate back to `revision`; data of dropped tables is gone."""
    from alembic import command

    _run(database, scripts, lambda config: command.downgrade(config, revision))


def lock_migration(session: Session) -> None:
    """Let one transaction at a time change the schema or what the data files own. SQLite's write lock does so alone."""
    if session.get_bind().dialect.name != "sqlite":
        session.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": MIGRATION_LOCK})


def is_current(database: Database, scripts: Path) -> bool:
    """Whether the schema is the one this program expects."""
    return find_revision(database) == find_head(scripts)


def find_revision(database: Database) -> str | None:
    """The revision a database is at; None before its first migration."""
    with database.engine.connect() as connection:
        if not inspect(connection).has_table("alembic_version"):
            return None
        revision: str | None = connection.scalar(text("SELECT version_num FROM alembic_version"))
        return revision


def find_head(scripts: Path) -> str | None:
    """The newest revision there is: the one that no other follows."""
    texts = [path.read_text(encoding="utf-8") for path in (scripts / "versions").glob("*.py")]
    found = [match for text in texts for match in REVISION.findall(text)]
    followed = {revision for name, revision in found if name == "down_revision"}
    return next((revision for name, revision in found if name == "revision" and revision not in followed), None)


def make_config(connection: Connection, scripts: Path) -> "Config":
    """Alembic's configuration around an open connection; no ini file."""
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(scripts).replace("%", "%%"))
    config.attributes["connection"] = connection
    return config


def _run(database: Database, scripts: Path, work: "Callable[[Config], None]") -> None:
    """On SQLite the write lock keeps a second migrator out, on PostgreSQL an advisory one."""
    with open_resting(database) as connection, Session(connection) as session, session.begin():
        lock_migration(session)
        work(make_config(session.connection(), scripts))


@contextmanager
def open_resting(database: Database) -> Iterator[Connection]:
    """A connection that writes, on which SQLite lets references rest: it changes a table by making it anew, and to drop
    the old one would delete what refers to it. That is set between two transactions, or has no effect."""
    with database.engine.connect() as opened:
        connection = opened.execution_options(**{WRITES: True})
        if database.is_sqlite:
            connection.connection.cursor().execute("PRAGMA foreign_keys=OFF")
        try:
            yield connection
        finally:
            if database.is_sqlite:
                connection.connection.cursor().execute("PRAGMA foreign_keys=ON")
