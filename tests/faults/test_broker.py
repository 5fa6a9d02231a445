"""The broker carries motion and nothing else: killed, flapping, hung, flushed or away for long, nothing is lost and
nothing done twice, and every worker lives through it (docs/decisions/0009 has what the pinned versions did).
"""

import contextlib
import json
import time
from typing import Any

import pytest
import redis

from tests.faults.scene import Fleet, Scene, run_fleet
from tests.servers.ports import wait_until
from tests.servers.restartable import Restartable

ITEMS = 16
# What research found to end a worker of Celery 5.7: lost again while it is still taking up the last loss.
FLAPS, BETWEEN = 3, 4.0


def check_lives(fleet: Fleet) -> None:
    """Nobody ended, nothing was told at length."""
    ended = [program.said for program in (*fleet.beats, *fleet.workers) if program.process.poll() is not None]
    assert ended == []


def test_a_broker_that_flaps_with_tasks_in_flight(on_broker: Scene, broker: Restartable) -> None:
    on_broker.slow_down()
    on_broker.paper.delay = 1.0
    with run_fleet(on_broker.installation, workers=2) as fleet:
        on_broker.publish(ITEMS)
        for _ in range(FLAPS):
            on_broker.publish(ITEMS // 2)
            on_broker.wait_for_work()
            broker.kill()
            broker.start()
            time.sleep(BETWEEN)  # the very interval that is tested
        on_broker.settle()
        check_lives(fleet)
    assert on_broker.judge() == []


@pytest.mark.parametrize("seconds", [3, pytest.param(60, marks=pytest.mark.long)])
def test_a_broker_that_is_away(on_broker: Scene, broker: Restartable, seconds: int) -> None:
    on_broker.slow_down()
    with run_fleet(on_broker.installation, workers=2) as fleet:
        on_broker.publish(ITEMS)
        on_broker.wait_for_work()
        broker.kill()
        on_broker.publish(ITEMS)
        time.sleep(seconds)
        broker.start()
        on_broker.settle(seconds=120)
        check_lives(fleet)
    assert on_broker.judge() == []


@pytest.mark.parametrize("seconds", [3, pytest.param(30, marks=pytest.mark.long)])
def test_a_broker_that_hangs(on_broker: Scene, broker: Restartable, seconds: int) -> None:
    on_broker.slow_down()
    with run_fleet(on_broker.installation, workers=2) as fleet:
        on_broker.publish(ITEMS)
        on_broker.wait_for_work()
        broker.freeze()
        on_broker.publish(ITEMS)
        time.sleep(seconds)
        broker.thaw()
        on_broker.settle(seconds=120)
        check_lives(fleet)
    assert on_broker.judge() == []


def test_a_broker_that_forgets_everything_again_and_again(on_broker: Scene, broker: Restartable) -> None:
    on_broker.slow_down()
    with (
        run_fleet(on_broker.installation, workers=2) as fleet,
        contextlib.closing(redis.Redis(port=broker.port)) as client,
    ):
        for _ in range(3):
            on_broker.publish(ITEMS // 2)
            on_broker.wait_for_work()
            client.flushall()
        on_broker.settle()
        check_lives(fleet)
    assert on_broker.judge() == []


def test_what_only_the_broker_knew_is_asked_for_again(on_broker: Scene, broker: Restartable) -> None:
    """Without a worker, every message waits in the broker, for a while; it forgets them, and a worker that comes then
    has work."""
    with run_fleet(on_broker.installation, workers=0), contextlib.closing(redis.Redis(port=broker.port)) as client:
        on_broker.publish(ITEMS)
        assert wait_until(lambda: bool(client.exists("galata:ingest")), seconds=30), "beat ticks"
        message: Any = client.lindex("galata:ingest", 0)
        assert json.loads(message)["headers"]["expires"], "a tick that nobody took is thrown away"
        client.flushall()
        with run_fleet(on_broker.installation, beats=0):
            on_broker.settle()
    assert on_broker.judge() == []
