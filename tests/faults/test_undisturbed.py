"""The harness itself: without a fault, everything published is told once, in both forms, and the ledger is clean."""

from tests.faults.installation import stop_all
from tests.faults.scene import RUNNING, Scene, run_fleet

ITEMS = 24


def test_embedded(embedded: Scene) -> None:
    with embedded.installation.start("galata", "up") as program:
        program.wait_for(RUNNING)
        embedded.publish(ITEMS)
        embedded.settle()
        assert program.stop() == 0
    check_whole(embedded)
    assert "Traceback" not in program.said


def test_distributed(distributed: Scene) -> None:
    with run_fleet(distributed.installation, workers=2) as fleet:
        distributed.publish(ITEMS)
        distributed.settle()
        assert stop_all([*fleet.workers, *fleet.beats]) == [0, 0, 0], fleet.said
    check_whole(distributed)
    assert "Traceback" not in fleet.said


def check_whole(scene: Scene) -> None:
    """Nothing is wrong, and there was something to be wrong."""
    assert scene.judge() == []
    assert len(scene.mails.messages) == len(scene.hooks.hooks) == 2 * ITEMS
    assert {one.status for one in scene.paper.requests} == {200, 304}
