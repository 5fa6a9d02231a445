"""Senders that die, connections that are lost: what may have left is uncertain, what cannot have left goes again."""

from dataclasses import replace
from importlib import import_module

import pytest
from pydantic import SecretStr
from sqlalchemy import update
from sqlalchemy.exc import OperationalError
from sqlalchemy.orm import Session

from db.deliveries import MOST_CRASHES
from db.outbox_models import Delivery, Recipient
from tests.pipeline.building import TurnableClock, add_delivery, add_subscription, find_one, list_rows
from tests.servers.smtp import SmtpSink
from worker.net.channels import Send
from worker.pipeline import deliver, outcome
from worker.pipeline.deliver import Phase, deliver_one, deliver_pending
from worker.pipeline.outbox import retry_deliveries
from worker.pipeline.outcome import Outcome, complete
from worker.pipeline.runtime import Runtime
from worker.pipeline.sweep import find_waiting, release_predecessor, sweep_left


class Killed(BaseException):
    """As if the process had been killed."""


@pytest.fixture
def mailing(runtime: Runtime, smtp_sink: SmtpSink) -> Runtime:
    """A runtime that mails to the sink."""
    return replace(runtime, settings=runtime.settings.model_copy(update={"smtp_url": SecretStr(smtp_sink.url)}))


@pytest.fixture
def message(mailing: Runtime) -> int:
    """A message to be mailed."""
    add_subscription(mailing, "desk", "", "mailto:desk@reader.example")
    (reader,) = list_rows(mailing.database, Recipient)
    return add_delivery(mailing, reader.id, "message")


def read_state(runtime: Runtime, message: int) -> tuple[str, str]:
    """(state, phase) of a message."""
    row = find_one(runtime.database, Delivery, message)
    return row.state, row.phase


def kill_before(patch: pytest.MonkeyPatch, place: str) -> None:
    """The sender dies where it would call a function of deliver."""

    def die(*_: object, **__: object) -> None:
        raise Killed

    patch.setattr(deliver, place, die)


class DeadlyPhase(Phase):
    """The phase is committed; then the process ends."""

    def commit(self, phase: str) -> None:
        super().commit(phase)
        raise Killed


def test_a_message_that_ends_its_senders_is_given_up_and_takes_no_other_with_it(
    mailing: Runtime, message: int, turnable: TurnableClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    (reader,) = list_rows(mailing.database, Recipient)
    others = [add_delivery(mailing, reader.id, f"more-{number}") for number in range(5)]
    deadly = others[2]

    def die_at_one(runtime: Runtime, delivery: Delivery, send: Send) -> Outcome:
        if delivery.id == deadly:
            raise Killed
        return deliver_one(runtime, delivery, send)

    monkeypatch.setattr(deliver, "deliver_one", die_at_one)
    deaths = 0
    while sweep_left(mailing).deliveries:
        try:
            deliver_pending(mailing)
        except Killed:
            deaths += 1
            turnable.turn(seconds=mailing.settings.lease_seconds)
            assert sweep_left(mailing).deliveries == (2 if deaths == 1 else 0), "the others do not wait for it"
            turnable.turn(hours=1)
    assert deaths == MOST_CRASHES
    states = {one.id: one.state for one in list_rows(mailing.database, Delivery)}
    assert states == dict.fromkeys([message, *others], "sent") | {deadly: "dead"}
    row = find_one(mailing.database, Delivery, deadly)
    assert "ended its sender 5 times" in row.error
    retry_deliveries(mailing, [deadly])
    monkeypatch.setattr(deliver, "deliver_one", deliver_one)
    assert deliver_pending(mailing) == {"sent": 1}


def test_what_is_known_is_recorded_although_the_database_was_away(
    mailing: Runtime, smtp_sink: SmtpSink, message: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The server has said yes: to forget that would make the message uncertain."""
    failures = iter([True, True])

    def fail_twice(session: Session, delivery: Delivery, **values: object) -> None:
        if next(failures, False):
            raise OperationalError("UPDATE deliveries", None, Exception("terminating connection"))
        complete(session, delivery, **values)

    monkeypatch.setattr(outcome, "complete", fail_twice)
    monkeypatch.setattr(outcome, "RECORD_PAUSE", 0.01)
    assert deliver_pending(mailing) == {"sent": 1}
    assert read_state(mailing, message) == ("sent", "")
    assert len(smtp_sink.messages) == 1


def test_a_database_that_goes_before_the_body_leaves_lets_nothing_leave(
    mailing: Runtime, smtp_sink: SmtpSink, message: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    class LostPhase(Phase):
        def commit(self, phase: str) -> None:
            raise OperationalError("UPDATE deliveries", None, Exception("terminating connection"))

    with monkeypatch.context() as patch:
        patch.setattr(deliver, "Phase", LostPhase)
        assert deliver_pending(mailing) == {"pending": 1}
    assert smtp_sink.messages == []
    assert read_state(mailing, message) == ("pending", "")


def test_a_sender_killed_before_the_body_leaves_is_followed_by_another(
    mailing: Runtime, smtp_sink: SmtpSink, message: int, turnable: TurnableClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch, pytest.raises(Killed):
        kill_before(patch, "deliver_one")
        deliver_pending(mailing)
    assert read_state(mailing, message) == ("leased", "begun")
    assert deliver_pending(mailing) == {}, "the dead one's lease holds"
    turnable.turn(seconds=mailing.settings.lease_seconds)
    assert not sweep_left(mailing).deliveries, "not at once: what killed it may be the message"
    turnable.turn(seconds=5)
    assert sweep_left(mailing).deliveries == 1
    assert deliver_pending(mailing) == {"sent": 1}
    assert len(smtp_sink.messages) == 1
    assert find_one(mailing.database, Delivery, message).attempts == 2


@pytest.mark.parametrize("place", ["before the body", "after it"])
def test_a_sender_killed_after_the_phase_leaves_the_message_uncertain(
    mailing: Runtime,
    smtp_sink: SmtpSink,
    message: int,
    turnable: TurnableClock,
    monkeypatch: pytest.MonkeyPatch,
    place: str,
) -> None:
    """Whether the mail left before the sender died cannot be seen from here: the two look the same."""
    with monkeypatch.context() as patch, pytest.raises(Killed):
        if place == "after it":
            kill_before(patch, "record_sent")
        else:
            patch.setattr(deliver, "Phase", DeadlyPhase)
        deliver_pending(mailing)
    assert read_state(mailing, message) == ("leased", "data")
    assert len(smtp_sink.messages) == (place == "after it")
    turnable.turn(seconds=mailing.settings.lease_seconds)
    assert find_waiting(mailing).deliveries == 0
    assert deliver_pending(mailing) == {}
    assert read_state(mailing, message) == ("uncertain", "data")
    assert "not known" in find_one(mailing.database, Delivery, message).error
    assert len(smtp_sink.messages) == (place == "after it")


def test_the_successor_of_a_dead_process_waits_for_no_lease(
    mailing: Runtime, smtp_sink: SmtpSink, message: int, turnable: TurnableClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch, pytest.raises(Killed):
        kill_before(patch, "deliver_one")
        deliver_pending(mailing)
    assert release_predecessor(mailing) == 1
    turnable.turn(seconds=5)
    assert deliver_pending(mailing) == {"sent": 1}


def test_a_sender_whose_lease_ran_out_sends_nothing(
    mailing: Runtime, smtp_sink: SmtpSink, message: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It connects so slowly that another takes the message over; the phase tells it before its body leaves."""

    def import_late(name: str) -> object:
        with mailing.database.write() as session, session.begin():
            session.execute(update(Delivery).values(lease_token="another's"))
        return import_module(name)

    monkeypatch.setattr("worker.net.channels.import_module", import_late)
    deliver_pending(mailing)
    assert smtp_sink.messages == []
    row = find_one(mailing.database, Delivery, message)
    assert (row.state, row.phase, row.lease_token) == ("leased", "begun", "another's")


def test_each_message_of_a_batch_has_a_whole_lease(
    mailing: Runtime, smtp_sink: SmtpSink, message: int, turnable: TurnableClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Those before it may take longer than a lease together; then nobody else takes it while it is being sent."""
    (reader,) = list_rows(mailing.database, Recipient)
    for number in range(3):
        add_delivery(mailing, reader.id, f"more-{number}")
    free = []

    def deliver_slowly(runtime: Runtime, delivery: Delivery, send: Send) -> Outcome:
        turnable.turn(seconds=mailing.settings.lease_seconds - 1)
        free.append(find_waiting(mailing).deliveries)
        return deliver_one(runtime, delivery, send)

    monkeypatch.setattr(deliver, "deliver_one", deliver_slowly)
    assert deliver_pending(mailing) == {"sent": 4}
    assert free == [3, 2, 1, 0], "those not begun may be taken by another, the one under way never"
    assert len(smtp_sink.messages) == 4
