"""Alerts that cannot go out: held ones that fail, and subscriptions that nobody reads."""

import pytest
from sqlalchemy import update

from db.outbox_models import Recipient
from tests.pipeline.building import LATER, UPDATE, WIRE, TurnableClock, add_read_feed, add_subscription, list_kinds
from tests.pipeline.test_alert import list_reasons, tell
from worker.pipeline import alert
from worker.pipeline.alert import alert_judged
from worker.pipeline.runtime import Runtime
from worker.pipeline.sweep import find_waiting


def test_what_is_held_and_cannot_be_sent_is_asked_for_less_often(
    runtime: Runtime, turnable: TurnableClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Else the sweep would ask for it, and the log tell of it, at every tick."""
    desk, feed = add_subscription(runtime, "desk", "baykar"), add_read_feed(runtime)
    tell(runtime, feed, WIRE)
    turnable.turn(minutes=10)
    tell(runtime, feed, UPDATE)
    turnable.turn(minutes=30)
    tell(runtime, feed, LATER)
    turnable.turn(hours=2)
    with monkeypatch.context() as broken:
        broken.setattr(alert, "send_held", lambda *_: 1 / 0)
        assert alert_judged(runtime) == 0
    assert find_waiting(runtime).judged == 0
    turnable.turn(minutes=10)
    assert alert_judged(runtime) == 1
    assert list_kinds(runtime.database, desk)[-1] == ("update", True)


def test_what_nobody_is_written_of_counts_as_not_told(runtime: Runtime, turnable: TurnableClock) -> None:
    """Its reason says so, and once somebody is written to again, the next report is their first."""
    desk, feed = add_subscription(runtime, "desk", "baykar"), add_read_feed(runtime)
    for state in ("suppressed", "active"):
        with runtime.database.write() as session, session.begin():
            session.execute(update(Recipient).values(state=state))
        tell(runtime, feed, WIRE if state == "suppressed" else UPDATE)
        turnable.turn(hours=1)
    assert list_kinds(runtime.database, desk) == [("repeat", False), ("first", True)]
    assert "Nobody is written to" in list_reasons(runtime, desk)[0]
