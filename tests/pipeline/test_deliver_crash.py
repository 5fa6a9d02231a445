"""Senders that die, connections that are lost: what may have left is uncertain, what cannot have left goes again."""

from collections.abc import Callable
from dataclasses import replace
from importlib import import_module

import pytest
from pydantic import SecretStr
from sqlalchemy import update

from db.outbox_models import Delivery, Recipient
from tests.pipeline.building import TurnableClock, add_delivery, add_subscription, find_one, list_rows
from tests.servers.smtp import SmtpSink
from worker.net.channels import ChannelOptions
from worker.pipeline import deliver
from worker.pipeline.deliver import deliver_one, deliver_pending, record_phase
from worker.pipeline.outbox import resolve_deliveries
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


def die_after(on_phase: Callable[[str], None]) -> Callable[[str], None]:
    """The phase is committed; then the process ends."""

    def committed(phase: str) -> None:
        on_phase(phase)
        raise Killed

    return committed


def test_a_connection_lost_after_the_body_leaves_the_message_uncertain(
    mailing: Runtime, smtp_sink: SmtpSink, message: int, turnable: TurnableClock
) -> None:
    smtp_sink.lose_next_reply()
    assert deliver_pending(mailing) == {"uncertain": 1}
    assert read_state(mailing, message) == ("uncertain", "data")
    turnable.turn(days=3)
    sweep_left(mailing)
    assert deliver_pending(mailing) == {}
    assert len(smtp_sink.messages) == 1, "it had arrived, and did not arrive twice"


@pytest.mark.parametrize(("sent", "mails"), [(True, 1), (False, 2)])
def test_a_person_settles_what_is_uncertain(
    mailing: Runtime, smtp_sink: SmtpSink, message: int, sent: bool, mails: int
) -> None:
    smtp_sink.lose_next_reply()
    deliver_pending(mailing)
    resolve_deliveries(mailing, [message], sent=sent)
    deliver_pending(mailing)
    assert read_state(mailing, message) == ("sent", "")
    assert len(smtp_sink.messages) == mails


def test_a_sender_killed_before_the_body_leaves_is_followed_by_another(
    mailing: Runtime, smtp_sink: SmtpSink, message: int, turnable: TurnableClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch, pytest.raises(Killed):
        kill_before(patch, "send")
        deliver_pending(mailing)
    assert read_state(mailing, message) == ("leased", "")
    assert deliver_pending(mailing) == {}, "the dead one's lease holds"
    turnable.turn(seconds=mailing.settings.lease_seconds)
    assert find_waiting(mailing).deliveries == 1
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
            kill_before(patch, "complete")
        else:
            patch.setattr(deliver, "record_phase", lambda *of: die_after(record_phase(*of)))
        deliver_pending(mailing)
    assert read_state(mailing, message) == ("leased", "data")
    assert len(smtp_sink.messages) == (place == "after it")
    turnable.turn(seconds=mailing.settings.lease_seconds)
    assert find_waiting(mailing).deliveries == 0
    assert deliver_pending(mailing) == {}
    assert read_state(mailing, message) == ("uncertain", "data")
    assert "not known" in find_one(mailing.database, Delivery, message).error
    assert len(smtp_sink.messages) == (place == "after it")


def test_the_sweep_quarantines_too_and_once(mailing: Runtime, message: int, turnable: TurnableClock) -> None:
    with mailing.database.write() as session, session.begin():
        until = turnable.turn(seconds=10)
        session.execute(update(Delivery).values(state="leased", phase="data", lease_token="dead", lease_until=until))
    turnable.turn(seconds=-1)
    sweep_left(mailing)
    assert read_state(mailing, message) == ("leased", "data"), "its sender may be alive"
    turnable.turn(seconds=1)
    sweep_left(mailing)
    assert read_state(mailing, message) == ("uncertain", "data")


def test_the_successor_of_a_dead_process_waits_for_no_lease(
    mailing: Runtime, smtp_sink: SmtpSink, message: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch, pytest.raises(Killed):
        kill_before(patch, "send")
        deliver_pending(mailing)
    assert release_predecessor(mailing) == 1
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
    assert (row.state, row.phase, row.lease_token) == ("leased", "", "another's")


def test_each_message_of_a_batch_has_a_whole_lease(
    mailing: Runtime, smtp_sink: SmtpSink, message: int, turnable: TurnableClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Those before it may take longer than a lease together; then nobody else takes it while it is being sent."""
    (reader,) = list_rows(mailing.database, Recipient)
    for number in range(3):
        add_delivery(mailing, reader.id, f"more-{number}")
    free = []

    def deliver_slowly(runtime: Runtime, delivery: Delivery, options: ChannelOptions) -> str:
        turnable.turn(seconds=mailing.settings.lease_seconds - 1)
        free.append(find_waiting(mailing).deliveries)
        return deliver_one(runtime, delivery, options)

    monkeypatch.setattr(deliver, "deliver_one", deliver_slowly)
    assert deliver_pending(mailing) == {"sent": 4}
    assert free == [0, 2, 1, 0], "those not begun may be taken by another, the one under way never"
    assert len(smtp_sink.messages) == 4
