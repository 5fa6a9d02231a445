"""Whoever comes back late finds that another has done the work, and changes nothing."""

import os
import signal

from sqlalchemy import select

from db.models import Poll
from tests.faults.scene import Scene, run_fleet
from tests.servers.ports import wait_until

ITEMS = 8
PATIENCE = 60.0


def test_a_worker_frozen_in_the_middle_of_a_poll(distributed: Scene) -> None:
    paper = distributed.paper
    paper.delay = 2.0
    with run_fleet(distributed.installation, children=1) as fleet:
        distributed.publish(ITEMS)
        assert wait_until(lambda: len(paper.requests) == len(paper.names), seconds=PATIENCE)
        [frozen] = fleet.workers
        os.killpg(frozen.process.pid, signal.SIGSTOP)
        paper.delay = 0.0  # for those who ask now
        distributed.end_leases()
        with run_fleet(distributed.installation, beats=0) as others:
            distributed.installation.wait_until_quiet()
            others.kill_all()
        os.killpg(frozen.process.pid, signal.SIGCONT)
        assert wait_until(
            lambda: "galata.poll" in frozen.said and "succeeded" in tell_polls(frozen.said), seconds=PATIENCE
        )
        distributed.installation.wait_until_quiet()
    with distributed.installation.look() as database, database.read() as session:
        assert sorted(session.scalars(select(Poll.feed_id))) == [1, 2, 3, 4], "one poll a feed is on record"
    assert len(paper.requests) == 2 * len(paper.names)
    assert distributed.judge() == []


def tell_polls(said: str) -> str:
    """The lines about polls."""
    return "\n".join(line for line in said.splitlines() if "galata.poll[" in line)
