"""`galata up` and `galata web` serve health and metrics, and end with all they are."""

import re
import signal
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from tests.faults.installation import Installation, Program, make_installation
from tests.servers.ports import wait_until
from tests.servers.smtp import SmtpSink
from worker.demo.server import DemoServer

ADDRESS = "Health and metrics: http://"


@pytest.fixture
def installation(tmp_path: Path, smtp_sink: SmtpSink) -> Iterator[Installation]:
    with DemoServer() as outlets:
        yield make_installation(tmp_path, outlets, smtp_sink)


def find_address(program: Program) -> str:
    """Where it says that it listens."""
    program.wait_for(ADDRESS)
    [address] = re.findall(r"http://127\.0\.0\.1:\d+/", program.said)
    return str(address)


def is_told(address: str, line: str) -> bool:
    return line in httpx.get(f"{address}metrics").text.splitlines()


def test_up_serves_beside_its_work(installation: Installation) -> None:
    with installation.start("galata", "up") as program:
        address = find_address(program)
        program.wait_for("Galata is running")
        assert httpx.get(f"{address}live").status_code == 200
        assert httpx.get(f"{address}ready").json() == {"status": "ready", "database": "well", "broker": "well"}
        assert wait_until(lambda: is_told(address, 'galata_feeds{state="active"} 11.0'), seconds=45)
        told = httpx.get(f"{address}metrics").text
        assert "galata_broker_up 1.0" in told
        assert re.search(r'galata_worker_last_heartbeat_timestamp_seconds\{worker="up@', told)
        assert program.stop() == 0
        with pytest.raises(httpx.ConnectError):
            httpx.get(f"{address}live")


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_web_serves_alone_until_it_is_told_to_stop(installation: Installation, number: signal.Signals) -> None:
    installation.prepare()
    with installation.start("galata", "web") as program:
        address = find_address(program)
        assert httpx.get(f"{address}ready").json()["broker"] == "in the memory of `galata up`"
        assert is_told(address, 'galata_feeds{state="new"} 12.0')
        assert program.stop(number) == 0
    assert program.said.splitlines() == [f"Health and metrics: {address}", "Galata has stopped."]


def test_web_starts_without_its_database_and_says_so(installation: Installation) -> None:
    url = "postgresql://galata:pass-word@127.0.0.1:1/galata"
    with installation.start("galata", "web", GALATA_DATABASE_URL=url) as program:
        address = find_address(program)
        assert httpx.get(f"{address}ready").status_code == 503
        assert httpx.get(f"{address}live").status_code == 200
        assert is_told(address, "galata_db_up 0.0")
        assert program.stop() == 0
    assert "WARNING worker.web.health: the database is away: " in program.said
    assert "pass-word" not in program.said
    assert "Traceback" not in program.said


def test_web_makes_no_empty_database(installation: Installation) -> None:
    with installation.start("galata", "web") as program:
        assert program.process.wait(45) == 2
    assert "run `galata migrate`" in program.said
    assert list(installation.folder.rglob("galata.db")) == []
