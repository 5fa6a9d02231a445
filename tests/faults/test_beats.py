"""The schedule is SQL's: two beats, one that dies, hangs or finds rubbish in its way do no harm."""

import signal
import time
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import func, select

from db.models import Feed, Poll
from tests.faults.installation import list_leases
from tests.faults.scene import LEASE, Scene, run_fleet, start_beat
from tests.servers.ports import wait_until

ITEMS = 12
PATIENCE = 60.0


def count_polls(scene: Scene) -> dict[str, int]:
    """Completed polls by feed."""
    with scene.installation.look() as database, database.read() as session:
        rows = session.execute(select(Feed.name, func.count()).join(Poll, Poll.feed_id == Feed.id).group_by(Feed.name))
        return {row[0]: row[1] for row in rows}


@pytest.mark.parametrize("slots", [4, pytest.param(40, marks=pytest.mark.long)])
def test_two_beats_and_four_workers_complete_each_slot_once(distributed: Scene, slots: int) -> None:
    with run_fleet(distributed.installation, beats=2, workers=4, children=1):
        for slot in range(1, slots + 1):
            distributed.publish(2)
            distributed.installation.wait_until_quiet(PATIENCE)
            assert count_polls(distributed) == dict.fromkeys(distributed.paper.names, slot)
            assert len(distributed.paper.requests) == slot * len(distributed.paper.names), "asked once a slot"
    assert distributed.judge() == []


@pytest.mark.parametrize("patient", [False, pytest.param(True, marks=pytest.mark.long)])
def test_a_feed_is_fetched_again_only_after_the_lease_of_who_died(distributed: Scene, patient: bool) -> None:
    paper = distributed.paper
    paper.delay = 3.0
    with run_fleet(distributed.installation, beats=2, workers=1, children=1) as fleet:
        distributed.publish(ITEMS)
        assert wait_until(lambda: len(paper.requests) == len(paper.names), seconds=PATIENCE)
        fleet.workers[0].kill_all()
        asked = datetime.now(UTC)
        with distributed.installation.look() as database:
            assert len(list_leases(database)) == len(paper.names)
        with run_fleet(distributed.installation, beats=0, workers=2, children=1) as heirs:
            for heir in heirs.workers:
                heir.wait_for(" ready.")
            time.sleep(3)  # several ticks, in which nobody may ask
            assert len(paper.requests) == len(paper.names)
            paper.delay = 0.0
            if not patient:
                distributed.end_leases()
                asked -= LEASE
            assert wait_until(lambda: len(paper.requests) == 2 * len(paper.names), seconds=PATIENCE)
            assert datetime.now(UTC) - asked > LEASE - timedelta(seconds=5)
            distributed.settle()
    assert distributed.judge() == []


def test_a_beat_that_is_killed_and_one_that_freezes(distributed: Scene) -> None:
    with run_fleet(distributed.installation) as fleet:
        distributed.publish(ITEMS)
        distributed.settle()
        fleet.beats[0].kill()
        distributed.publish(ITEMS)
        with start_beat(distributed.installation) as second:
            distributed.settle()
            second.send(signal.SIGSTOP)
            distributed.publish(ITEMS)
            time.sleep(3)
            second.send(signal.SIGCONT)
            distributed.settle()
            assert second.process.poll() is None
    assert distributed.judge() == []


def test_rubbish_where_beat_used_to_keep_its_schedule(distributed: Scene) -> None:
    for name in ("celerybeat-schedule", "celerybeat-schedule.db", "celerybeat.pid"):
        (distributed.installation.folder / name).write_bytes(b"\x00rubbish\xff")
    with run_fleet(distributed.installation) as fleet:
        distributed.publish(ITEMS)
        distributed.settle()
        assert "Traceback" not in fleet.said
    assert distributed.judge() == []
