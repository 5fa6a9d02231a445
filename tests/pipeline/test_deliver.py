"""Deliver: each message leaves once, by a real mail server; what is refused waits, dies or stops its channel."""

from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from threading import Barrier

import pytest
from pydantic import SecretStr

from db.outbox_models import ChannelState, Delivery, Recipient
from tests.pipeline.building import TurnableClock, add_delivery, add_subscription, find_one, list_rows
from tests.servers.smtp import SmtpSink, running_smtp
from worker.pipeline.deliver import deliver_pending
from worker.pipeline.outbox import resume_named, retry_deliveries
from worker.pipeline.outcome import GIVE_UP, LONGEST_WAIT, wait_before
from worker.pipeline.runtime import Runtime


def with_smtp(runtime: Runtime, url: str) -> Runtime:
    """The runtime with a mail server."""
    return replace(runtime, settings=runtime.settings.model_copy(update={"smtp_url": SecretStr(url)}))


@pytest.fixture
def mailing(runtime: Runtime, smtp_sink: SmtpSink) -> Runtime:
    """A runtime that mails to the sink."""
    return with_smtp(runtime, smtp_sink.url)


def add_recipients(runtime: Runtime, *to: str) -> list[int]:
    """Recipients of a subscription; their ids."""
    add_subscription(runtime, "desk", "", *to)
    return [one.id for one in list_rows(runtime.database, Recipient)]


def add_mail(runtime: Runtime, *, count: int = 1) -> list[int]:
    """Messages to one reader by mail; their ids."""
    (reader,) = add_recipients(runtime, "mailto:desk@reader.example")
    return [add_delivery(runtime, reader, f"message-{number}") for number in range(count)]


def list_states(runtime: Runtime) -> list[tuple[str, str]]:
    """(state, phase) of every message."""
    return [(one.state, one.phase) for one in list_rows(runtime.database, Delivery)]


def test_a_message_is_sent_once(mailing: Runtime, smtp_sink: SmtpSink) -> None:
    (message,) = add_mail(mailing)
    assert deliver_pending(mailing) == {"sent": 1}
    assert deliver_pending(mailing) == {}
    (mail,) = smtp_sink.messages
    assert mail.rcpt_tos == ("desk@reader.example",)
    row = find_one(mailing.database, Delivery, message)
    assert (row.state, row.phase, row.sent_at, row.lease_token) == ("sent", "", mailing.now(), None)
    assert str(smtp_sink.port) in row.receipt


def test_the_file_channel_writes_what_would_have_been_sent(runtime: Runtime) -> None:
    desk, mail = add_recipients(runtime, "file:desk", "mailto:desk@reader.example")
    add_delivery(runtime, desk, "to the file")
    add_delivery(runtime, mail, "mail without a server")
    assert deliver_pending(runtime) == {"sent": 2}
    written = [Path(one.receipt) for one in list_rows(runtime.database, Delivery)]
    assert all(path.suffix == ".eml" and path.is_relative_to(runtime.settings.outbox_dir) for path in written)
    assert all(path.exists() for path in written)


@pytest.mark.parametrize("stage", ["MAIL", "RCPT", "DATA"])
def test_a_server_that_is_busy_is_asked_again_later(
    mailing: Runtime, smtp_sink: SmtpSink, turnable: TurnableClock, stage: str
) -> None:
    (message,) = add_mail(mailing)
    smtp_sink.answer(stage, "451 4.3.0 try again later", times=2)
    waits = []
    for _ in range(2):
        assert deliver_pending(mailing) == {"pending": 1}
        row = find_one(mailing.database, Delivery, message)
        assert (row.state, row.phase, row.lease_token) == ("pending", "", None)
        assert "451" in row.error
        assert deliver_pending(mailing) == {}, "its time has not come"
        waits.append(row.next_attempt_at - turnable.at)
        turnable.at = row.next_attempt_at
    assert timedelta(seconds=15) <= waits[0] <= timedelta(seconds=30) <= waits[1] <= timedelta(seconds=60)
    assert deliver_pending(mailing) == {"sent": 1}
    assert len(smtp_sink.messages) == 1
    assert find_one(mailing.database, Delivery, message).error is None


def test_the_waits_grow_to_hours_and_end_after_days(
    mailing: Runtime, smtp_sink: SmtpSink, turnable: TurnableClock
) -> None:
    (message,) = add_mail(mailing)
    smtp_sink.answer("RCPT", "451 4.7.1 come back later", times=200)
    start = turnable.at
    for _ in range(200):
        outcome = deliver_pending(mailing)
        row = find_one(mailing.database, Delivery, message)
        if row.state != "pending":
            break
        turnable.at = row.next_attempt_at
    assert outcome == {"dead": 1}
    assert GIVE_UP < turnable.at - start < GIVE_UP + LONGEST_WAIT
    assert 30 < row.attempts < 100
    assert find_one(mailing.database, Recipient, row.recipient_id).state == "active", (
        "nobody said that it does not exist"
    )


def test_no_wait_is_longer_than_the_longest() -> None:
    assert all(timedelta() < wait_before("smtp", attempts) <= LONGEST_WAIT for attempts in (1, 2, 9, 50, 5_000))


def test_a_webhook_is_tried_as_standard_webhooks_asks() -> None:
    longest = [timedelta(seconds=one) for one in (5, 300, 1_800, 7_200, 18_000, 36_000, 36_000)]
    for attempts, wait in enumerate(longest, 1):
        assert wait / 2 <= wait_before("webhook", attempts) <= wait


def test_a_refused_address_is_dead_and_not_written_to_again(mailing: Runtime, smtp_sink: SmtpSink) -> None:
    good, bad = add_recipients(mailing, "mailto:good@reader.example", "mailto:bad@reader.example")
    message = add_delivery(mailing, bad, "1")
    smtp_sink.answer("RCPT", "550 5.1.1 no such user")
    assert deliver_pending(mailing) == {"dead": 1}
    row = find_one(mailing.database, Recipient, bad)
    assert row.state == "suppressed"
    assert "no such user" in row.reason
    assert find_one(mailing.database, Recipient, good).state == "active"
    assert list_rows_of_channels(mailing) == [], "one address is no reason to stop the channel"
    retry_deliveries(mailing, [message])
    assert find_one(mailing.database, Recipient, bad).state == "active"
    assert deliver_pending(mailing) == {"sent": 1}


def list_rows_of_channels(runtime: Runtime) -> list[ChannelState]:
    """The channels that were ever paused."""
    with runtime.database.read() as session:
        return list(session.query(ChannelState))


def test_a_digest_that_looks_like_spam_costs_nobody_their_address(mailing: Runtime, smtp_sink: SmtpSink) -> None:
    (message,) = add_mail(mailing)
    smtp_sink.answer("DATA", "554 5.7.1 message rejected")
    assert deliver_pending(mailing) == {"pending": 1}
    row = find_one(mailing.database, Delivery, message)
    assert find_one(mailing.database, Recipient, row.recipient_id).state == "active"


def test_a_refused_password_stops_the_channel_after_one_try_and_no_other(
    runtime: Runtime, turnable: TurnableClock
) -> None:
    with running_smtp(user="galata", password="right") as sink:
        wrong = with_smtp(runtime, sink.url.replace("right", "wrong"))
        mail, desk = add_recipients(runtime, "mailto:desk@reader.example", "file:desk")
        for number in range(5):
            add_delivery(runtime, mail, f"mail-{number}")
        add_delivery(runtime, desk, "file")
        assert deliver_pending(wrong) == {"pending": 1, "sent": 1}
        assert len(sink.logins) == 2, "one session, both mechanisms: ten wrong logins in a row get an account locked"
        (state,) = list_rows_of_channels(runtime)
        assert (state.name, state.paused, state.since) == ("smtp", True, turnable.at)
        assert "535" in (state.reason or "")
        turnable.turn(hours=9)
        assert deliver_pending(wrong) == {}
        right = with_smtp(runtime, sink.url)
        assert deliver_pending(right) == {}, "until somebody resumes it"
        assert resume_named(right, "smtp") == (True, 5)
        assert deliver_pending(right) == {"sent": 5}
        assert len(sink.messages) == 5
        assert resume_named(right, "smtp") == (False, 0)


def test_a_channel_that_fails_is_no_attempt_of_a_message(runtime: Runtime) -> None:
    with running_smtp(user="galata", password="right") as sink:
        ids = add_mail(runtime, count=3)
        deliver_pending(with_smtp(runtime, sink.url.replace("right", "wrong")))
    assert [find_one(runtime.database, Delivery, one).attempts for one in ids] == [0, 0, 0]


def test_one_message_that_cannot_be_read_stops_no_other(mailing: Runtime, smtp_sink: SmtpSink) -> None:
    bad, _good = add_mail(mailing, count=2)
    with mailing.database.write() as session, session.begin():
        session.get_one(Delivery, bad).payload = {"kind": "digest"}
    assert deliver_pending(mailing) == {"pending": 1, "sent": 1}
    assert "ValidationError" in find_one(mailing.database, Delivery, bad).error


def test_senders_at_once_send_each_message_once(mailing: Runtime, smtp_sink: SmtpSink) -> None:
    add_mail(mailing, count=20)
    start = Barrier(4)

    def send(_number: int) -> Counter[str]:
        start.wait(10)
        total: Counter[str] = Counter()
        while sent := deliver_pending(mailing, limit=2):
            total += sent
        return total

    with ThreadPoolExecutor(4) as pool:
        totals = list(pool.map(send, range(4)))
    assert sum(totals, Counter[str]()) == {"sent": 20}
    ids = [mail.message["Message-ID"] for mail in smtp_sink.messages]
    assert len(ids) == len(set(ids)) == 20
    assert set(list_states(mailing)) == {("sent", "")}
