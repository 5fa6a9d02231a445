"""/live and /ready tell the truth, and tell it soon, whatever hangs."""

import contextlib
import re
import threading
import time
from collections.abc import Iterator

import httpx
import pytest
from sqlalchemy import text

from db.session import Database, open_database
from tests.web.conftest import WELL, serve
from worker.pipeline.motion import Broker
from worker.web import site


def test_a_process_that_answers_is_alive(client: httpx.Client) -> None:
    answer = client.get("/live")
    assert (answer.status_code, answer.text) == (200, "alive\n")
    assert answer.headers["cache-control"] == "no-store"


def test_the_address_that_is_printed_names_what_there_is(client: httpx.Client) -> None:
    answer = client.get("/")
    assert answer.status_code == 200
    assert [client.get(path).status_code for path in re.findall("^/[a-z]+", answer.text, re.MULTILINE)] == [200] * 3


def test_with_database_and_broker_it_is_ready(client: httpx.Client) -> None:
    answer = client.get("/ready")
    assert answer.status_code == 200
    assert answer.json() == {"status": "ready", "database": "well", "broker": "well"}


@pytest.mark.parametrize(
    ("reachable", "status", "word"),
    [(False, "degraded", "away"), (None, "ready", "in the memory of `galata up`")],
)
def test_without_its_broker_it_is_degraded_and_serves(
    settings_env: pytest.MonkeyPatch, sqlite_database: Database, reachable: bool | None, status: str, word: str
) -> None:
    with serve(sqlite_database, Broker("redis://b", reachable)) as client:
        answer = client.get("/ready")
    assert (answer.status_code, answer.json()) == (200, {"status": status, "database": "well", "broker": word})


def test_another_schema_is_not_ready(client: httpx.Client, database: Database) -> None:
    with database.write() as session, session.begin():
        session.execute(text("UPDATE alembic_version SET version_num = '0001'"))
    answer = client.get("/ready")
    assert answer.status_code == 503
    assert answer.json()["database"] == "of another schema (run `galata migrate`)"


@pytest.fixture
def away() -> Iterator[Database]:
    """A PostgreSQL that is not there."""
    with contextlib.closing(open_database("postgresql+psycopg://galata:pass-word@127.0.0.1:1/galata")) as database:
        yield database


def test_a_database_that_is_away_is_not_ready_and_alive(settings_env: pytest.MonkeyPatch, away: Database) -> None:
    with serve(away) as client:
        ready, live = client.get("/ready"), client.get("/live")
    assert (ready.status_code, ready.json()) == (503, {"status": "unready", "database": "away", "broker": "well"})
    assert live.status_code == 200


def test_what_hangs_holds_nobody_up_for_long(
    settings_env: pytest.MonkeyPatch, sqlite_database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(site, "PATIENCE_SECONDS", 0.3)
    end = threading.Event()

    def hang() -> Broker:
        end.wait(60)
        return WELL

    with serve(sqlite_database, hang) as client:
        for _ in range(site.THREADS):
            assert client.get("/ready").json()["broker"] == "away"
        began = time.monotonic()
        assert client.get("/live").status_code == 200
        assert client.get("/ready").status_code == 503, "every thread hangs, so nobody could ask the database"
        assert time.monotonic() - began < 10
        end.set()
        assert client.get("/live").status_code == 200


def test_paths_that_are_none_are_404(client: httpx.Client) -> None:
    assert client.get("/nothing").status_code == 404
    assert client.post("/live").status_code == 405
