"""What every step works with: settings, the database, the rules. Made once a process, closed by whoever made it."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime

from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session

from config.errors import ConfigError
from config.files import data_path
from config.settings import Settings
from config.urls import mask_url
from db.leases import read_clock
from db.migrate import is_current
from db.session import Database, find_sqlite_path, open_database
from worker.pipeline.assess import Assess
from worker.pipeline.rules import Rules, load_rules


@dataclass(frozen=True)
class Runtime:
    """Settings, database, rules and the clock. `clock` replaces the database's in demos, replays and tests."""

    settings: Settings
    database: Database
    rules: Rules = field(repr=False)
    clock: Callable[[], datetime] | None = field(default=None)
    ahead: Assess | None = field(default=None)
    """What assesses items that are known long before they are placed: a replay's, on other cores."""

    def now(self, session: Session | None = None) -> datetime:
        """The time by the database's clock, the one all workers share; asked in a session that is open already, or in
        one of its own."""
        if self.clock is not None:
            return self.clock()
        if self.database.is_sqlite:
            return datetime.now(UTC)
        if session is not None:
            return read_clock(session)
        with self.database.read() as own:
            return read_clock(own)


@contextmanager
def open_runtime(
    settings: Settings, *, migrated: bool = True, clock: Callable[[], datetime] | None = None
) -> Iterator[Runtime]:
    """A runtime on the database of the settings. ConfigError when it cannot be reached or, unless told otherwise, is
    not migrated."""
    rules = load_rules(settings)  # first: a mistake in a data file leaves no empty database behind
    if migrated:
        check_file(settings)
    make_folders(settings)
    database = connect_database(settings)
    try:
        if migrated:
            check_schema(database, settings)
        yield Runtime(settings, database, rules, clock)
    finally:
        database.close()


@contextmanager
def open_unready(settings: Settings) -> Iterator[Runtime]:
    """A runtime for what must start although the database does not answer yet, and then says so."""
    rules = load_rules(settings)
    check_file(settings)
    database = open_database(settings.database_url)
    try:
        yield Runtime(settings, database, rules)
    finally:
        database.close()


def make_folders(settings: Settings) -> None:
    """The data folder is ours to make; it must be one that can be written."""
    folder = settings.data_dir
    try:
        folder.mkdir(parents=True, exist_ok=True)
        probe = folder / ".writable"
        probe.touch()
        probe.unlink()
    except OSError as error:
        raise ConfigError(
            f"GALATA_DATA_DIR: {folder} cannot be written ({error.strerror}); name a folder of yours"
        ) from error


def connect_database(settings: Settings) -> Database:
    """Open the database and try it once."""
    path = find_sqlite_path(settings.database_url)
    if path is not None and not path.parent.is_dir():
        raise ConfigError(f"GALATA_DATABASE_URL: the folder {path.parent} does not exist; make it or name another")
    database = open_database(settings.database_url)
    try:
        with database.engine.connect():
            return database
    except SQLAlchemyError as error:
        database.close()
        why = str(getattr(error, "orig", error)).strip().splitlines()[0]
        raise ConfigError(
            f"GALATA_DATABASE_URL: {mask_url(settings.database_url)} cannot be opened ({why}); {ask_cause(why)}"
        ) from error


def ask_cause(why: str) -> str:
    """What to look at first when a server cannot be used."""
    refused = re.search(r"(?i)authentication|password|does not exist|not permitted|WRONGPASS|NOAUTH", why)
    return "check user, password and name in it" if refused else "is it running?"


def check_file(settings: Settings) -> None:
    """ConfigError when there is no SQLite file yet: looking for its tables would make it."""
    path = find_sqlite_path(settings.database_url)
    if path is not None and not path.exists():
        raise ConfigError(f"GALATA_DATABASE_URL: there is no {path} yet; run `galata migrate`, or `galata up`")


def check_schema(database: Database, settings: Settings) -> None:
    """ConfigError unless the tables are those of this program."""
    if not is_current(database, data_path("alembic")):
        shown = mask_url(settings.database_url)
        raise ConfigError(f"GALATA_DATABASE_URL: {shown} has another schema than this program; run `galata migrate`")
