"""SIGKILL of every process, round after round, at moments that chance picks: the ledger is clean, on both databases.

On PostgreSQL that is beat, workers and their children, PostgreSQL and Redis; on SQLite `galata up` is everything.

The seed of the moments is printed with a failure; GALATA_TEST_SEED=… repeats it, as far as a machine repeats anything.
"""

import random
import time

import pytest

from tests.faults.scene import RUNNING, Scene, run_fleet
from tests.servers.restartable import Restartable

ROUNDS = [3, pytest.param(20, marks=pytest.mark.long)]
ITEMS = 8
# From the first tick to the last message a round takes some three seconds here.
LONGEST = 3.0
PATIENCE = 90.0


@pytest.mark.timeout(600)
@pytest.mark.parametrize("rounds", ROUNDS)
def test_beat_and_workers_with_their_servers(
    on_both: Scene, postgres: Restartable, broker: Restartable, moments: random.Random, rounds: int
) -> None:
    on_both.slow_down()
    for _ in range(rounds):
        with run_fleet(on_both.installation, workers=2, children=1) as fleet:
            on_both.publish(ITEMS)
            on_both.wait_for_work()
            time.sleep(moments.uniform(0, LONGEST))
            for server in moments.sample([postgres, broker], 2):
                server.kill()
            fleet.kill_all()
        for server in (postgres, broker):
            server.start()
        on_both.end_leases()
    with run_fleet(on_both.installation, workers=2):
        on_both.settle(PATIENCE)
    assert on_both.judge() == []
    print(describe(on_both))  # noqa: T201  for whoever runs the long form with -s


@pytest.mark.timeout(600)
@pytest.mark.parametrize("rounds", ROUNDS)
def test_galata_up_on_sqlite(embedded: Scene, moments: random.Random, rounds: int) -> None:
    embedded.slow_down()
    for _ in range(rounds):
        with embedded.installation.start("galata", "up") as program:
            embedded.publish(ITEMS)
            program.wait_for(RUNNING)
            time.sleep(moments.uniform(0, LONGEST))
            program.kill_all()
        embedded.note_end()
    with embedded.installation.start("galata", "up") as program:
        program.wait_for(RUNNING)
        embedded.settle(PATIENCE)
        assert program.stop() == 0
    assert embedded.judge() == []
    print(describe(embedded))  # noqa: T201  as above


def describe(scene: Scene) -> str:
    """What it came to."""
    uncertain = scene.count("SELECT count(*) FROM deliveries WHERE state = 'uncertain'")
    mails, posts = len(scene.mails.messages), len(scene.hooks.hooks)
    return f"{len(scene.paper.published)} items, {mails} mails, {posts} webhooks, {uncertain} uncertain"
