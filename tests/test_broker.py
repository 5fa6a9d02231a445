"""What the broker holds is told, on Redis and in memory, and nobody waits long for one that does not answer."""

import signal
import time

import pytest
from celery import Celery

from config.settings import Settings
from tests.servers import running_redis
from worker.app import QUEUES, make_app
from worker.broker import PATIENCE_SECONDS, read_broker
from worker.pipeline.motion import QueueDepth
from worker.tasks import enqueue

EMPTY = tuple(QueueDepth(queue, 0, None) for queue in QUEUES)


@pytest.fixture
def app(settings_env: pytest.MonkeyPatch, redis_url: str) -> Celery:
    return make_app(Settings(broker_url=redis_url))


def test_redis_tells_how_many_wait_and_how_long_the_oldest_has(
    app: Celery, redis_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = Settings(broker_url=redis_url)
    assert read_broker(settings).queues == EMPTY
    now = time.time()
    for age in (90, 30, 10):
        monkeypatch.setattr("worker.broker.time.time", lambda age=age: now - age)
        enqueue(app, "poll")
    monkeypatch.undo()
    enqueue(app, "deliver")
    found = read_broker(settings)
    assert found.reachable is True
    ages = {one.name: (one.depth, one.oldest_seconds) for one in found.queues}
    assert ages["ingest"] == (0, None)
    assert ages["poll"][0] == 3
    assert 90 <= (ages["poll"][1] or 0) < 110
    assert ages["deliver"][0] == 1
    assert (ages["deliver"][1] or 0) < 20


def test_a_broker_that_is_away_is_told_of_without_its_password(settings_env: pytest.MonkeyPatch) -> None:
    found = read_broker(Settings(broker_url="redis://:pass-word@127.0.0.1:1/0"))
    assert (found.reachable, found.queues) == (False, ())
    assert "refused" in found.why
    assert "pass-word" not in repr(found)


def test_a_broker_that_hangs_is_given_up_soon(settings_env: pytest.MonkeyPatch) -> None:
    with running_redis() as server:
        server.signal(signal.SIGSTOP)
        began = time.monotonic()
        found = read_broker(Settings(broker_url=server.url))
        assert time.monotonic() - began < 2 * PATIENCE_SECONDS + 1
        assert found.reachable is False
        server.signal(signal.SIGCONT)
        assert read_broker(Settings(broker_url=server.url)).reachable is True


def test_memory_is_read_inside_its_process_alone(settings_env: pytest.MonkeyPatch) -> None:
    app, settings = make_app(Settings()), Settings()
    with app.pool.acquire(block=True) as connection:
        for queue in QUEUES:
            connection.default_channel.queue_declare(queue=queue)
            connection.default_channel.queue_purge(queue)
    enqueue(app, "poll", "poll")
    found = {one.name: one for one in read_broker(settings, inside=True).queues}
    assert found["poll"].depth == 2
    assert 0 <= (found["poll"].oldest_seconds or 0) < 20
    assert found["deliver"] == QueueDepth("deliver", 0, None)
    outside = read_broker(settings)
    assert (outside.reachable, outside.queues) == (None, ())


def test_a_password_that_redis_refuses_stands_nowhere(settings_env: pytest.MonkeyPatch, redis_url: str) -> None:
    host = redis_url.removeprefix("redis://")
    found = read_broker(Settings(broker_url=f"redis://somebody:pass-word@{host}"))
    assert found.reachable is False
    assert "pass-word" not in repr(found)
