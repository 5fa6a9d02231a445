"""The galata command in this process, on a database of its own: empty but migrated, or as the demonstration left it."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from sqlalchemy.orm import Session

from config import ConfigError
from config.settings import load_settings
from db.session import open_database
from tests.servers.databases import share_once
from tests.shipped import load_shipped
from worker.cli import galata
from worker.demo.run import run_demo
from worker.demo.server import DemoServer
from worker.errors import GalataError
from worker.pipeline import runtime
from worker.pipeline.drain import Drained, run_until_quiet


@dataclass(frozen=True)
class Answer:
    """What a command came to, as its caller sees it."""

    status: int
    out: str
    err: str

    @property
    def lines(self) -> list[str]:
        return self.out.splitlines()

    @property
    def problem(self) -> str:
        """The error without its colour; a command that fails says so in one line."""
        assert self.status == 2, self.out + self.err
        assert len(self.err.splitlines()) == 1, self.err
        return self.err.strip()


@dataclass(frozen=True)
class Cli:
    """The command with its database."""

    url: str
    folder: Path
    config: Path

    def run(self, *arguments: str, answers: str | None = None, status: int = 0) -> Answer:
        """Run a command; it must end with `status`."""
        result = CliRunner().invoke(galata, list(arguments), input=answers)
        answer = Answer(result.exit_code, result.stdout, result.stderr)
        if isinstance(result.exception, ConfigError | GalataError):  # what main() prints, and the status it ends with
            answer = Answer(2, result.stdout, result.stderr + str(result.exception))
        elif result.exception is not None and not isinstance(result.exception, SystemExit):
            raise result.exception
        assert answer.status == status, (answer.status, answer.out, answer.err)
        return answer

    def fail(self, *arguments: str, answers: str | None = None) -> str:
        """The one line that a refused command says."""
        return self.run(*arguments, answers=answers, status=2).problem

    def drain(self) -> Drained:
        """Do what is due, as `galata poll --once` does, without following the data files first."""
        with runtime.open_runtime(load_settings()) as opened:
            return run_until_quiet(opened)

    @contextmanager
    def write(self) -> Iterator[Session]:
        """A transaction on the command's database."""
        database = open_database(self.url, durable=False)
        try:
            with database.write() as session, session.begin():
                yield session
        finally:
            database.close()

    def ask(self, question: Callable[[Session], Any]) -> Any:
        """What SQL says."""
        with self.write() as session:
            return question(session)


def make_cli(environment: pytest.MonkeyPatch, folder: Path) -> Cli:
    """The command on `folder/data/galata.db`, its configuration in `folder/config`."""
    config, url = folder / "config", f"sqlite:///{folder / 'data' / 'galata.db'}"
    environment.setenv("GALATA_CONFIG_DIR", str(config))
    environment.setenv("GALATA_DATABASE_URL", url)
    environment.setenv("GALATA_HTTP_ALLOW", "127.0.0.0/8")
    environment.setenv("GALATA_FULL_TEXT", "false")
    config.mkdir(exist_ok=True)
    (folder / "data").mkdir(exist_ok=True)
    return Cli(url, folder, config)


@pytest.fixture(autouse=True)
def read_rules_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """The shipped rules take half a second to read; every command of a test reads them."""
    monkeypatch.setattr(runtime, "load_rules", lambda _settings: load_shipped())


@pytest.fixture
def cli(settings_env: pytest.MonkeyPatch, sqlite_template: str, tmp_path: Path) -> Cli:
    """The command on an empty, migrated database."""
    made = make_cli(settings_env, tmp_path)
    shutil.copy(sqlite_template, tmp_path / "data" / "galata.db")
    return made


@pytest.fixture(scope="session")
def demo_folder(run_folder: Path) -> Path:
    """What the demonstration leaves behind: two polls of twelve feeds, an alert, two digests."""
    folder = run_folder / "demo"
    return Path(share_once(run_folder, "demo", lambda: str(run_demo(folder, lambda _step, _count: None).folder)))


@pytest.fixture
def demo_cli(settings_env: pytest.MonkeyPatch, demo_folder: Path, tmp_path: Path) -> Cli:
    """The command on a copy of the demonstration's database."""
    made = make_cli(settings_env, tmp_path)
    shutil.copy(demo_folder / "galata.db", tmp_path / "data" / "galata.db")
    return made


@pytest.fixture
def outlets() -> Iterator[DemoServer]:
    """The demonstration's outlets on loopback."""
    with DemoServer() as server:
        yield server
