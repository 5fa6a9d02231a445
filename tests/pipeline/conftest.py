"""What tests of the steps may ask for: a runtime on either database, its clock, a server for feeds."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from config.settings import Settings
from db.session import Database
from tests.net.servers import WebServer, running_server
from tests.pipeline.building import TurnableClock
from tests.shipped import load_shipped
from worker.pipeline.rules import Rules
from worker.pipeline.runtime import Runtime


@pytest.fixture(scope="session")
def rules() -> Rules:
    """The shipped rules."""
    return load_shipped()


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """Settings that reach loopback, with folders of this test alone."""
    return Settings(data_dir=tmp_path / "data", config_dir=tmp_path / "config", http_allow=("127.0.0.0/8",))


@pytest.fixture
def turnable(clock: datetime) -> TurnableClock:
    """The clock of the runtime."""
    return TurnableClock(clock)


@pytest.fixture
def runtime(database: Database, settings: Settings, rules: Rules, turnable: TurnableClock) -> Runtime:
    """Settings, a database, the shipped rules, a clock that stands until it is turned."""
    return Runtime(settings, database, rules, turnable)


@pytest.fixture
def web() -> Iterator[WebServer]:
    """A server on loopback whose replies the test writes."""
    with running_server() as server:
        yield server
