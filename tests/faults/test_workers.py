"""Workers that die, stop or hang in the middle of work: what they held comes back, and nothing is told twice.

Each test waits until rows are held before it does harm. What a dead worker held is let run out at once (end_leases),
but where the lease itself is what is tested.
"""

import os
import signal
import subprocess
from pathlib import Path

import pytest

from db.articles import MOST_DEATHS
from tests.faults.installation import Program, list_leases
from tests.faults.newspaper import Entry
from tests.faults.sabotage import HURRIED, KILLING_WORD, LETHAL, NIMBLE, STRICT, write_sabotage
from tests.faults.scene import LEASE, RUNNING, Scene, run_fleet, start_worker
from tests.servers.ports import wait_until
from worker.app import HARD_SHARE

ITEMS = 16
PATIENCE = 60.0


def test_a_worker_killed_with_rows_in_its_hands(distributed: Scene) -> None:
    distributed.slow_down()
    with run_fleet(distributed.installation, workers=2) as fleet:
        distributed.publish(ITEMS)
        for worker in fleet.workers:
            distributed.wait_for_work()
            worker.kill()
            assert wait_until(lambda: not list_group(worker), seconds=PATIENCE, pause=0.1), "orphans live on"  # noqa: B023  asked at once
            distributed.end_leases()
        assert distributed.judge() != []
        with start_worker(distributed.installation, "heir"):
            distributed.settle()
    assert distributed.judge() == []


def list_group(worker: Program) -> list[str]:
    """What is alive of a worker and its children, also when the worker is dead."""
    listed = subprocess.run(["pgrep", "-g", str(worker.process.pid)], capture_output=True, text=True, check=False)
    return listed.stdout.split()


def test_a_killed_child_is_replaced(distributed: Scene, tmp_path: Path) -> None:
    distributed.slow_down()
    with run_fleet(distributed.installation, PYTHONPATH=write_sabotage(tmp_path, NIMBLE)) as fleet:
        distributed.publish(ITEMS)
        [worker] = fleet.workers
        for _ in range(2):
            distributed.wait_for_work()
            before = set(worker.list_children())
            for child in before:
                os.kill(child, signal.SIGKILL)
            assert wait_until(lambda: count_new(worker, before) == 2, seconds=PATIENCE, pause=0.1), worker.said  # noqa: B023  asked at once
            distributed.end_leases()
        distributed.settle()
        assert worker.process.poll() is None
    assert distributed.judge() == []


def count_new(worker: Program, before: set[int]) -> int:
    """How many children it has that it had not."""
    return len(set(worker.list_children()) - before)


def test_an_item_that_kills_its_worker_is_set_aside_alone(distributed: Scene, tmp_path: Path) -> None:
    distributed.publish(ITEMS // 2)
    [deadly] = distributed.paper.publish(1, KILLING_WORD)
    distributed.publish(ITEMS // 2)
    with run_fleet(distributed.installation, PYTHONPATH=write_sabotage(tmp_path, LETHAL + NIMBLE)) as fleet:
        [worker] = fleet.workers
        for deaths in range(1, MOST_DEATHS + 1):
            assert wait_until(lambda: count_deaths(worker) >= deaths, seconds=PATIENCE), worker.said  # noqa: B023  asked at once
            distributed.end_leases()
        distributed.settle()
        assert count_deaths(worker) == MOST_DEATHS
    check_poison(distributed, deadly)


def count_deaths(worker: Program) -> int:
    """How often a child died."""
    return worker.said.count("exited with 'signal 9")


def test_an_item_that_kills_the_whole_program_is_set_aside_too(embedded: Scene, tmp_path: Path) -> None:
    embedded.publish(ITEMS // 2)
    [deadly] = embedded.paper.publish(1, KILLING_WORD)
    embedded.publish(ITEMS // 2)
    path = write_sabotage(tmp_path)
    for _ in range(MOST_DEATHS):
        with embedded.installation.start("galata", "up", PYTHONPATH=path) as program:
            assert program.process.wait(PATIENCE) == -signal.SIGKILL
    with embedded.installation.start("galata", "up", PYTHONPATH=path) as program:
        program.wait_for(RUNNING)
        embedded.settle()
        assert program.stop() == 0
    check_poison(embedded, deadly)


def check_poison(scene: Scene, deadly: Entry) -> None:
    """It alone is set aside, and an operator is told of it."""
    assert scene.judge(poison=frozenset({deadly})) == []
    with scene.installation.start("galata", "status") as status:
        assert status.process.wait(PATIENCE) == 1
        assert "set aside" in status.said


def test_a_soft_stop_in_the_middle_of_work(distributed: Scene, tmp_path: Path) -> None:
    distributed.paper.delay = 2.0
    path = write_sabotage(tmp_path, HURRIED)
    with run_fleet(distributed.installation, REMAP_SIGTERM="SIGQUIT", PYTHONPATH=path) as fleet:
        distributed.publish(ITEMS)
        distributed.wait_for_work()
        [worker] = fleet.workers
        assert worker.stop() == 0, worker.said
        with distributed.installation.look() as database:
            assert list_leases(database) == [], "it ended what it had begun"
        distributed.paper.delay = 0.0
        with start_worker(distributed.installation, "heir"):
            distributed.settle()
    assert distributed.judge() == []


@pytest.mark.parametrize("share", [0.1, pytest.param(HARD_SHARE, marks=pytest.mark.long)])
def test_a_child_that_hangs_is_killed_at_the_hard_limit_and_its_rows_come_back(
    distributed: Scene, tmp_path: Path, share: float
) -> None:
    distributed.paper.delay = 1.0
    path = write_sabotage(tmp_path, STRICT.format(share=share) + NIMBLE)
    with run_fleet(distributed.installation, children=1, PYTHONPATH=path) as fleet:
        distributed.publish(ITEMS)
        distributed.wait_for_work()
        [worker] = fleet.workers
        [child] = worker.list_children()
        os.kill(child, signal.SIGSTOP)
        limit = LEASE.total_seconds() * share
        assert wait_until(lambda: worker.list_children() not in ([], [child]), seconds=limit + PATIENCE, pause=0.1), (
            worker.said
        )
        assert f"Hard time limit ({limit}s) exceeded" in worker.said
        if share < HARD_SHARE:
            distributed.end_leases()
        distributed.settle()
    assert distributed.judge() == []
