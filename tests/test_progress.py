"""Heartbeats of workers and of beat: after the work, seldom, and never in the way of it."""

import logging
import threading
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from celery.signals import after_task_publish
from sqlalchemy import text

from config.settings import Settings
from db.motion import list_beats
from db.session import Database
from tests.servers.ports import wait_until
from tests.shipped import load_shipped
from worker import beat
from worker.beat import TICK, BeatRecorder
from worker.pipeline.runtime import Runtime
from worker.progress import PAUSE_SECONDS, Progress


@pytest.fixture
def seconds(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[float]]:
    """A clock for the pauses between two rows, to be set by its one value."""
    hand = [1000.0]
    monkeypatch.setattr("worker.progress.time.monotonic", lambda: hand[0])
    yield hand


def read_details(database: Database) -> dict[str, str | None]:
    with database.read() as session:
        return {one.name: one.detail for one in list_beats(session)}


def test_a_step_is_noted_for_its_queue_and_its_worker(
    settings_env: pytest.MonkeyPatch, database: Database, seconds: list[float]
) -> None:
    runtime, progress = Runtime(Settings(), database, load_shipped()), Progress()
    progress.note_step(runtime, "a@b", "tick")
    assert read_details(database) == {"ingest": "tick", "worker a@b": "tick"}
    progress.note_step(runtime, "a@b", "poll")
    assert read_details(database) == {"ingest": "tick", "worker a@b": "tick", "poll": "poll"}
    seconds[0] += PAUSE_SECONDS
    progress.note_step(runtime, "a@b", "alert")
    assert read_details(database) == {"ingest": "alert", "worker a@b": "alert, poll", "poll": "poll"}


def test_a_busy_worker_writes_a_row_in_a_while(seconds: list[float]) -> None:
    progress = Progress()
    written = 0
    for _ in range(1000):
        written += bool(progress.pick_names({"poll": "poll"}, "poll"))
        seconds[0] += 0.01
    assert written == 2


def publish_tick(name: str = TICK) -> None:
    """What Celery does when a message has reached the broker."""
    after_task_publish.send(sender=name, body=None, headers={}, exchange="", routing_key="")


@contextmanager
def recording(database: Database) -> Iterator[BeatRecorder]:
    recorder = BeatRecorder(database)
    recorder.start()
    try:
        yield recorder
    finally:
        recorder.stop()
    assert not recorder.thread.is_alive()


def test_a_tick_that_was_sent_is_noted_and_nothing_else(database: Database) -> None:
    with recording(database) as recorder:
        publish_tick("galata.poll")
        assert not recorder.sent.is_set()
        publish_tick()
        assert wait_until(lambda: "beat" in read_details(database), seconds=20)


def test_a_database_that_is_away_is_a_line_and_beat_goes_on(
    database: Database, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(beat, "PAUSE_SECONDS", 0.01)
    rename_table(database, "heartbeats", "away")
    with caplog.at_level(logging.ERROR), recording(database):
        publish_tick()
        assert wait_until(lambda: "the tick was sent, but that cannot be noted" in caplog.text, seconds=20)
        rename_table(database, "away", "heartbeats")
        publish_tick()
        assert wait_until(lambda: "beat" in read_details(database), seconds=20)
    assert "Traceback" not in caplog.text


def rename_table(database: Database, name: str, other: str) -> None:
    with database.write() as session, session.begin():
        session.execute(text(f"ALTER TABLE {name} RENAME TO {other}"))


def test_a_database_that_hangs_does_not_hold_beat_up(
    sqlite_database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(beat, "FAREWELL_SECONDS", 0.1)
    with sqlite_database.write() as session, session.begin():  # whoever writes now waits for this to end
        session.execute(text("SELECT 1"))
        recorder = BeatRecorder(sqlite_database)
        recorder.start()
        sent = threading.Thread(target=publish_tick)
        sent.start()
        sent.join(5)
        assert not sent.is_alive()
        recorder.stop()
    recorder.thread.join(40)
    assert not recorder.thread.is_alive()
