"""What every test may ask for: databases, brokers, a mail server, a clock, a clean environment.

No test leaves the machine. The servers start when the first test wants them, once per run, and end with the run
(tests/servers/process.py).
"""

import contextlib
import logging
import os
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import settings

from tests.servers.databases import (
    copy_file,
    execute_admin,
    make_file_template,
    make_template,
    share_once,
    temporary_database,
)
from tests.servers.postgres import start_postgres
from tests.servers.process import held_lock, make_folder
from tests.servers.redis import start_redis
from tests.servers.smtp import SmtpSink, running_smtp
from tests.servers.sockets import block_sockets

if TYPE_CHECKING:
    from db.session import Database

REPOSITORY = Path(__file__).parent.parent
# A slow moment of a busy machine is no finding; what hangs is caught by pytest-timeout. The inputs stay random.
settings.register_profile("galata", deadline=None, print_blob=True)
settings.load_profile("galata")

# What waits long for programs of its own, or runs long itself, begins first: the quick rest then fills every core to
# the end, where a test of a minute would run alone. Files, since whole files go to one process (Makefile).
LONG_FOLDERS = {"acceptance", "faults"}
LONG_FILES = {
    "test_bounds.py",
    "test_celery.py",
    "test_commands.py",
    "test_compose.py",
    "test_embedded.py",
    "test_events.py",
    "test_lease_machine.py",
    "test_liveness.py",
    "test_outbox_machine.py",
    "test_packaging.py",
}

RUN_FOLDER = pytest.StashKey[Path]()
RUN_LIFE = pytest.StashKey[contextlib.ExitStack]()


def pytest_configure(config: pytest.Config) -> None:
    """Make the run's folder and hold the lock that keeps its servers alive; xdist's workers are told where it is."""
    if hasattr(config, "workerinput"):
        config.stash[RUN_FOLDER] = Path(config.workerinput["galata_run_folder"])
        return
    config.stash[RUN_LIFE] = contextlib.ExitStack()
    config.stash[RUN_FOLDER] = make_folder("galata-run-")
    config.stash[RUN_LIFE].enter_context(held_lock(config.stash[RUN_FOLDER]))
    config.stash[RUN_LIFE].callback(drop_template, config.stash[RUN_FOLDER])


@pytest.hookimpl(trylast=True)  # after the order was made random; what is long and what is not stay so
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The long ones first."""
    items.sort(key=lambda item: not (item.path.parent.name in LONG_FOLDERS or item.path.name in LONG_FILES))


@pytest.hookimpl(optionalhook=True)
def pytest_configure_node(node: Any) -> None:
    """xdist's hook for each worker before it starts."""
    node.workerinput["galata_run_folder"] = str(node.config.stash[RUN_FOLDER])


def pytest_unconfigure(config: pytest.Config) -> None:
    """Let the servers go."""
    if life := config.stash.get(RUN_LIFE, None):
        life.close()


def drop_template(folder: Path) -> None:
    """Leave nothing behind on a server that is not ours."""
    if (given := os.environ.get("GALATA_TEST_POSTGRES_URL")) and (made := folder / "template.shared").exists():
        execute_admin(given, "DROP DATABASE {}", made.read_text())


@pytest.fixture(scope="session", autouse=True)
def stay_on_this_machine() -> Iterator[None]:
    """Connecting or resolving beyond loopback raises LeftMachineError in every test."""
    with pytest.MonkeyPatch.context() as patch:
        block_sockets(patch)
        yield


@pytest.fixture(autouse=True)
def keep_log_level() -> Iterator[None]:
    """Commands run in this process set the level of the log, some to hear nothing, and the next test would hear it."""
    root = logging.getLogger()
    before = root.level
    yield
    root.setLevel(before)


@pytest.fixture(scope="session")
def run_folder(pytestconfig: pytest.Config) -> Path:
    """A folder that all workers of this run share."""
    return pytestconfig.stash[RUN_FOLDER]


@pytest.fixture(scope="session")
def postgres_server(run_folder: Path) -> str:
    """The URL of the run's PostgreSQL, with the right to create databases; a missing one fails the test."""
    given = os.environ.get("GALATA_TEST_POSTGRES_URL")
    return given or share_once(run_folder, "postgres", lambda: start_postgres(run_folder, run_folder / "alive").url)


@pytest.fixture(scope="session")
def redis_server(run_folder: Path, pytestconfig: pytest.Config) -> str:
    """The URL of this worker's own Redis (it starts in 0.06 s); of a given one, a database number of its own."""
    given = os.environ.get("GALATA_TEST_REDIS_URL")
    if given is None:
        return start_redis(run_folder, run_folder / "alive").url
    worker = getattr(pytestconfig, "workerinput", {}).get("workerid", "gw0")
    return f"{re.sub(r'/[0-9]*$', '', given)}/{int(worker.removeprefix('gw')) % 16}"


def migrate_url(url: str) -> None:
    """Bring the database of this URL to the newest schema, and close every connection to it."""
    from db.migrate import upgrade
    from db.session import open_database

    with contextlib.closing(open_database(url, durable=False)) as database:
        upgrade(database, REPOSITORY / "alembic")


@pytest.fixture(scope="session")
def postgres_template(postgres_server: str, run_folder: Path) -> str:
    """The name of the migrated database that tests get copies of."""
    return share_once(run_folder, "template", lambda: make_template(postgres_server, migrate_url))


@pytest.fixture(scope="session")
def sqlite_template(run_folder: Path) -> str:
    """The path of the migrated file that tests get copies of."""
    return share_once(run_folder, "sqlite", lambda: make_file_template(run_folder, migrate_url))


@pytest.fixture
def postgres_url(postgres_server: str) -> Iterator[str]:
    """The URL of a PostgreSQL database of this test alone, with nothing in it, not even tables."""
    with temporary_database(postgres_server) as url:
        yield url


@pytest.fixture
def postgres_database(postgres_server: str, postgres_template: str) -> "Iterator[Database]":
    """A migrated, empty Database on PostgreSQL."""
    from db.session import open_database

    with (
        temporary_database(postgres_server, postgres_template) as url,
        contextlib.closing(open_database(url)) as database,
    ):
        yield database


@pytest.fixture
def sqlite_database(sqlite_template: str, tmp_path: Path) -> "Iterator[Database]":
    """A migrated, empty Database in an SQLite file."""
    from db.session import open_database

    url = copy_file(sqlite_template, tmp_path / "galata.db")
    with contextlib.closing(open_database(url, durable=False)) as database:
        yield database


@pytest.fixture(params=["sqlite", "postgresql"])
def database(request: pytest.FixtureRequest) -> "Database":
    """A migrated, empty Database, once on SQLite and once on PostgreSQL."""
    name = {"sqlite": "sqlite_database", "postgresql": "postgres_database"}[request.param]
    found: Database = request.getfixturevalue(name)
    return found


@pytest.fixture
def redis_url(redis_server: str) -> str:
    """The URL of an empty Redis database that no other test uses now."""
    import redis

    with redis.Redis.from_url(redis_server) as client:
        client.flushdb()
    return redis_server


@pytest.fixture
def smtp_sink() -> Iterator[SmtpSink]:
    """An SMTP server on a free port: `.url`, `.messages`, `.answer("RCPT", "550 unknown")`, `.lose_next_reply()`."""
    with running_smtp() as sink:
        yield sink


@pytest.fixture
def clock() -> datetime:
    """Now, as far as tests go: a Monday morning before Europe changes to summer time."""
    return datetime(2026, 3, 2, 9, 30, tzinfo=UTC)


@pytest.fixture
def settings_env(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> pytest.MonkeyPatch:
    """An environment with no settings of whoever runs the tests; data and configuration live in tmp_path.

    Set more through what it returns: `settings_env.setenv("GALATA_BROKER_URL", redis_url)`.
    """
    for name in [name for name in os.environ if name.startswith("GALATA_")]:
        monkeypatch.delenv(name)
    for name, folder in {"HOME": "home", "XDG_DATA_HOME": "home/data", "XDG_CONFIG_HOME": "home/config"}.items():
        monkeypatch.setenv(name, str(tmp_path / folder))
    monkeypatch.setenv("GALATA_DATA_DIR", str(tmp_path / "data"))
    monkeypatch.chdir(tmp_path)
    return monkeypatch
