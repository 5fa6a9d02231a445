"""A channel that fails rests or waits for a person, an address that is gone is given up; the others go on."""

from collections.abc import Iterator
from datetime import timedelta

import pytest

from db.outbox_models import ChannelState, Delivery, Recipient
from tests.net.servers import WebServer, make_reply, running_server, running_stub
from tests.pipeline.building import TurnableClock, add_delivery, add_subscription, find_one, list_rows
from tests.pipeline.test_deliver import add_mail, add_recipients, with_smtp
from tests.servers.smtp import SmtpSink
from worker.pipeline.deliver import deliver_pending
from worker.pipeline.outbox import list_channel_facts, retry_deliveries
from worker.pipeline.outcome import GIVE_UP, RESTS
from worker.pipeline.runtime import Runtime
from worker.pipeline.status import gather_status


@pytest.fixture
def mailing(runtime: Runtime, smtp_sink: SmtpSink) -> Runtime:
    """A runtime that mails to the sink."""
    return with_smtp(runtime, smtp_sink.url)


@pytest.fixture
def hooks() -> Iterator[WebServer]:
    """Where webhooks are posted."""
    with running_server() as server:
        yield server


def read_channel(runtime: Runtime, name: str = "smtp") -> ChannelState:
    with runtime.database.read() as session:
        return session.get_one(ChannelState, name)


def test_a_server_that_is_down_is_asked_once_and_all_goes_when_it_is_back(
    mailing: Runtime, smtp_sink: SmtpSink, turnable: TurnableClock
) -> None:
    ids = add_mail(mailing, count=5)
    start = turnable.at
    smtp_sink.stop()
    for rest in RESTS:
        assert deliver_pending(mailing) == {"pending": 1}
        state = read_channel(mailing)
        assert (state.paused, state.until) == (True, turnable.at + rest)
        assert "no connection" in (state.reason or "")
        assert deliver_pending(mailing) == {}, "it rests"
        assert not gather_status(mailing).wrong or turnable.at > start + timedelta(minutes=5)
        turnable.at += rest
    assert [find_one(mailing.database, Delivery, one).attempts for one in ids] == [0] * 5
    smtp_sink.start()
    assert deliver_pending(mailing) == {"sent": 5}
    state = read_channel(mailing)
    assert (state.paused, state.failures, state.reason, state.since) == (False, 0, None, None)


def test_another_channel_goes_on_while_one_rests(mailing: Runtime, smtp_sink: SmtpSink) -> None:
    mail, desk = add_recipients(mailing, "mailto:desk@reader.example", "file:desk")
    smtp_sink.stop()
    for number in range(3):
        add_delivery(mailing, mail, f"mail-{number}")
        add_delivery(mailing, desk, f"file-{number}")
    assert deliver_pending(mailing) == {"pending": 1, "sent": 3}
    (facts,) = [one for one in list_channel_facts(mailing) if one.channel == "smtp"]
    assert facts.paused
    assert facts.until is not None


def test_a_message_that_breaks_the_channel_keeps_no_other_waiting(
    mailing: Runtime, smtp_sink: SmtpSink, turnable: TurnableClock
) -> None:
    first, *_others = add_mail(mailing, count=4)
    smtp_sink.answer("RCPT", "421 4.3.0 closing")
    assert deliver_pending(mailing) == {"pending": 1}
    turnable.at = read_channel(mailing).until or turnable.at
    order = []
    for mail in range(4):
        deliver_pending(mailing, limit=1)
        order.append(str(smtp_sink.messages[mail].message["Message-ID"]))
    key = find_one(mailing.database, Delivery, first).idempotency_key
    assert key in order[-1], "the one at which it broke comes last"


def test_what_a_channel_held_up_for_days_still_has_all_its_attempts(
    mailing: Runtime, smtp_sink: SmtpSink, turnable: TurnableClock
) -> None:
    (message,) = add_mail(mailing)
    smtp_sink.stop()
    turnable.at += GIVE_UP + timedelta(days=1)
    assert deliver_pending(mailing) == {"pending": 1}
    turnable.turn(hours=1)
    smtp_sink.start()
    smtp_sink.answer("RCPT", "450 4.2.0 greylisted, as after every long silence")
    assert deliver_pending(mailing) == {"pending": 1}
    turnable.turn(hours=1)
    assert deliver_pending(mailing) == {"sent": 1}
    assert find_one(mailing.database, Delivery, message).attempts == 2


@pytest.mark.parametrize("stage", ["MAIL", "RCPT", "DATA", "BODY"])
def test_a_server_that_hangs_up_on_one_mail_is_not_asked_to_take_the_next(runtime: Runtime, stage: str) -> None:
    with running_stub(**{stage: None}) as stub:
        sick = with_smtp(runtime, f"smtp://127.0.0.1:{stub.port}")
        add_mail(sick, count=5)
        state = "uncertain" if stage == "BODY" else "pending"
        assert deliver_pending(sick) == {state: 1}
        assert read_channel(sick).paused
        assert deliver_pending(sick) == {}
    states = [one.state for one in list_rows(sick.database, Delivery)]
    assert sorted(states) == sorted([state, *["pending"] * 4])


def test_a_dead_address_is_given_up_for_every_subscription_and_all_that_waits(
    mailing: Runtime, smtp_sink: SmtpSink
) -> None:
    for name in ("morning", "alerts"):
        add_subscription(mailing, name, "", "mailto:gone@reader.example", "mailto:here@reader.example")
    readers = list_rows(mailing.database, Recipient)
    ids = [add_delivery(mailing, one.id, f"{one.id}-{number}") for number in range(2) for one in readers]
    smtp_sink.answer("RCPT", "550 5.1.1 no such user")
    assert deliver_pending(mailing) == {"dead": 1, "sent": 4}
    assert deliver_pending(mailing) == {}
    gone = [one.id for one in readers if "gone" in one.address]
    dead = [one for one in list_rows(mailing.database, Delivery) if one.state == "dead"]
    assert {one.recipient_id for one in dead} == set(gone)
    assert len(dead) == 4, "three of them were never tried"
    assert all("no such user" in one.error for one in dead)
    assert {find_one(mailing.database, Recipient, one).state for one in gone} == {"suppressed"}
    retry_deliveries(mailing, ids[:1])
    assert {find_one(mailing.database, Recipient, one).state for one in gone} == {"active"}


def test_a_webhook_that_is_gone_is_given_up(runtime: Runtime, hooks: WebServer) -> None:
    hooks.replies["/gone"] = make_reply(410)
    (reader,) = add_recipients(runtime, f"webhook+{hooks.url('/gone')}")
    for number in range(3):
        add_delivery(runtime, reader, f"{number}")
    assert deliver_pending(runtime) == {"dead": 1}
    assert find_one(runtime.database, Recipient, reader).state == "suppressed"
    assert {one.state for one in list_rows(runtime.database, Delivery)} == {"dead"}
    assert len(hooks.requests) == 1


@pytest.mark.parametrize("status", [429, 500, 503])
def test_a_webhook_that_is_busy_is_asked_once_a_batch_and_holds_up_nobody(
    runtime: Runtime, hooks: WebServer, turnable: TurnableClock, status: int
) -> None:
    hooks.replies |= {"/busy": make_reply(status, b"", "Retry-After: 120"), "/well": make_reply(204)}
    busy, well = add_recipients(runtime, f"webhook+{hooks.url('/busy')}", f"webhook+{hooks.url('/well')}")
    for number in range(4):
        add_delivery(runtime, busy, f"busy-{number}")
        add_delivery(runtime, well, f"well-{number}")
    assert deliver_pending(runtime) == {"pending": 1, "sent": 4}
    assert [one.path for one in hooks.requests].count("/busy") == 1
    waiting = [one for one in list_rows(runtime.database, Delivery) if one.state == "pending"]
    assert len({one.next_attempt_at for one in waiting}) == 1
    assert [one.attempts for one in waiting] == [1, 0, 0, 0]
    wait = waiting[0].next_attempt_at - turnable.at
    # Retry-After counts from the receiver's own now; the clock of the runtime stands.
    assert wait > timedelta(seconds=60) if status != 500 else wait <= timedelta(seconds=5)
    hooks.replies["/busy"] = make_reply(204)
    turnable.at = waiting[0].next_attempt_at
    assert deliver_pending(runtime) == {"sent": 4}


def test_a_content_that_is_refused_holds_up_no_other_message(runtime: Runtime, hooks: WebServer) -> None:
    hooks.replies["/"] = make_reply(413)
    (reader,) = add_recipients(runtime, f"webhook+{hooks.url('/')}")
    for number in range(2):
        add_delivery(runtime, reader, f"{number}")
    assert deliver_pending(runtime) == {"pending": 2}
