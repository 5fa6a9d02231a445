"""The distributed form decides what the embedded one decides: the demonstration's feeds, both editions, row by row."""

from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path

from tests.faults.decisions import Rows, find_differences, read_decisions
from tests.faults.installation import Installation, make_installation
from tests.faults.scene import RUNNING, run_fleet
from tests.servers.smtp import SmtpSink, running_smtp
from worker.demo.run import EDITIONS
from worker.demo.server import DemoServer


def test_beat_and_two_workers_decide_as_one_process_does(
    tmp_path: Path, smtp_sink: SmtpSink, postgres_url: str, redis_url: str
) -> None:
    with DemoServer() as outlets, running_smtp() as other:
        servers = {"GALATA_DATABASE_URL": postgres_url, "GALATA_BROKER_URL": redis_url, "C_FORCE_ROOT": "1"}
        spread = make_installation(tmp_path / "spread", outlets, smtp_sink, **servers)
        alone = make_installation(tmp_path / "alone", outlets, other)
        for one in (alone, spread):
            one.prepare()
            one.set_feeds_due(after=timedelta(days=1))
        with run_fleet(spread, workers=2) as fleet, alone.start("galata", "up") as program:
            program.wait_for(RUNNING)
            read_editions(outlets, alone, spread)
        assert "Traceback" not in fleet.said
        assert len(other.messages) == len(smtp_sink.messages) > 10
    assert find_differences(look(alone), look(spread)) == []


def read_editions(outlets: DemoServer, *installations: Installation) -> None:
    """Both editions, each to its digest, at the same time in all; but feed after feed, for who reports a thing first,
    and so what is told as new and what as an update, is who comes first."""
    for edition in EDITIONS:
        outlets.edition = edition
        for feed in outlets.feeds():
            for one in installations:
                one.set_feeds_due(feed.name)
            wait_for_all(installations)
        for one in installations:
            one.set_digests_due()
        wait_for_all(installations)


def wait_for_all(installations: Sequence[Installation]) -> None:
    """Until all of them are quiet."""
    for one in installations:
        one.wait_until_quiet()


def look(installation: Installation) -> dict[str, Rows]:
    """What was decided."""
    with installation.look() as database:
        decisions = read_decisions(database)
    assert all(decisions.values()), "an empty comparison compares nothing"
    return decisions
