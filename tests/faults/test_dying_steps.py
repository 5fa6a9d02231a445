"""A process that dies in the very middle of a step: what the step had not finished is begun anew, what it had is kept.

Most of all: a feed's new entries and the validators that will keep its server from sending them again are one.
"""

import signal
from pathlib import Path

import pytest

from tests.faults.sabotage import MORTAL, write_sabotage
from tests.faults.scene import Scene, run_fleet

ITEMS = 12
POINTS = [
    ("worker.pipeline.poll", "store_entries", 2),  # before the second feed's entries go in
    ("worker.pipeline.poll", "make_record", 2),  # after, before they are committed
    ("worker.pipeline.ingest", "judge_article", 5),
    ("worker.pipeline.place", "index_article", 5),  # its story is open, and nothing of it is committed
    ("worker.pipeline.alert", "match_article", 5),
    ("worker.pipeline.alert", "enqueue_alert", 5),
]


@pytest.mark.parametrize(("module", "function", "call"), POINTS, ids=[function for _, function, _ in POINTS])
def test_a_step_that_dies_halfway(embedded: Scene, tmp_path: Path, module: str, function: str, call: int) -> None:
    text = MORTAL.format(module=module, function=function, call=call, marker=tmp_path / "dead")
    path = write_sabotage(tmp_path, text)
    embedded.publish(ITEMS)
    with embedded.installation.start("galata", "poll", "--once", PYTHONPATH=path) as program:
        assert program.process.wait(60) == -signal.SIGKILL, program.said
    embedded.end_leases()
    for _ in range(2):
        embedded.installation.set_due()
        embedded.installation.poll_once()
    assert embedded.judge() == []


def test_what_died_between_two_steps_is_found_by_the_tick(distributed: Scene, tmp_path: Path) -> None:
    """The articles have arrived, no feed is due, and no message says that there is work."""
    text = MORTAL.format(module="worker.pipeline.ingest", function="judge_article", call=1, marker=tmp_path / "dead")
    path = write_sabotage(tmp_path, text)
    distributed.publish(ITEMS)
    with distributed.installation.start("galata", "poll", "--once", PYTHONPATH=path) as program:
        assert program.process.wait(60) == -signal.SIGKILL, program.said
    distributed.end_leases()
    assert distributed.count("SELECT count(*) FROM articles WHERE state = 'arrived' AND NOT seed") == ITEMS
    with run_fleet(distributed.installation):
        distributed.installation.wait_until_quiet()
    assert distributed.judge() == []
