"""What nobody can know: a mail whose answer was lost is sent once more or waits for a person, as the policy says, and a
late yes settles it.
"""

from dataclasses import replace

import pytest
from sqlalchemy import update

from db.outbox_models import Delivery, Recipient
from tests.pipeline.building import TurnableClock, add_delivery, add_subscription, find_one, list_rows
from tests.pipeline.test_deliver import with_smtp
from tests.pipeline.test_deliver_crash import Killed, kill_before, read_state
from tests.servers.smtp import SmtpSink
from worker.pipeline import deliver
from worker.pipeline.deliver import deliver_pending
from worker.pipeline.outbox import resolve_deliveries
from worker.pipeline.outcome import Outcome, record_sent
from worker.pipeline.runtime import Runtime
from worker.pipeline.status import gather_status
from worker.pipeline.sweep import sweep_left


@pytest.fixture
def mailing(runtime: Runtime, smtp_sink: SmtpSink) -> Runtime:
    """A runtime that mails to the sink."""
    return with_smtp(runtime, smtp_sink.url)


@pytest.fixture
def message(mailing: Runtime) -> int:
    """A message to be mailed."""
    add_subscription(mailing, "desk", "", "mailto:desk@reader.example")
    (reader,) = list_rows(mailing.database, Recipient)
    return add_delivery(mailing, reader.id, "message")


def test_a_connection_lost_after_the_body_leaves_the_message_uncertain(
    mailing: Runtime, smtp_sink: SmtpSink, message: int, turnable: TurnableClock
) -> None:
    careful = set_policy(mailing, "hold")
    smtp_sink.lose_next_reply()
    assert deliver_pending(careful) == {"uncertain": 1}
    assert read_state(mailing, message) == ("uncertain", "data")
    turnable.turn(days=3)
    sweep_left(careful)
    assert deliver_pending(careful) == {}
    sweep_left(mailing)
    assert deliver_pending(mailing) == {}, "it was held; another policy is for what comes after"
    assert len(smtp_sink.messages) == 1, "it had arrived, and did not arrive twice"


@pytest.mark.parametrize("how", ["a reply is lost", "the sender dies"])
def test_by_default_it_goes_once_more_and_then_waits_for_a_person(
    mailing: Runtime,
    smtp_sink: SmtpSink,
    message: int,
    turnable: TurnableClock,
    monkeypatch: pytest.MonkeyPatch,
    how: str,
) -> None:
    for again in (True, False):
        lose(mailing, smtp_sink, monkeypatch, how)
        turnable.turn(seconds=mailing.settings.lease_seconds)
        assert not sweep_left(mailing).deliveries
        assert read_state(mailing, message) == ("uncertain", "data")
        assert (find_one(mailing.database, Delivery, message).resend_at is not None) is again
        assert gather_status(mailing).unsettled == (not again), "a person is asked when nothing goes by itself"
        turnable.turn(minutes=15)
        assert sweep_left(mailing).deliveries == again
    turnable.turn(days=1)
    assert not sweep_left(mailing).deliveries
    assert len({mail.message["Message-ID"] for mail in smtp_sink.messages}) == 1
    assert len(smtp_sink.messages) == 2


def set_policy(runtime: Runtime, policy: str) -> Runtime:
    """The runtime with another `on_uncertain`."""
    return replace(runtime, settings=runtime.settings.model_copy(update={"on_uncertain": policy}))


def lose(runtime: Runtime, sink: SmtpSink, monkeypatch: pytest.MonkeyPatch, how: str) -> None:
    """Send what is due, and learn nothing of it although it arrives."""
    if how == "a reply is lost":
        sink.lose_next_reply()
        assert deliver_pending(runtime) == {"uncertain": 1}
        return
    with monkeypatch.context() as patch, pytest.raises(Killed):
        kill_before(patch, "record_sent")
        deliver_pending(runtime)


def test_a_yes_that_comes_after_the_lease_settles_what_was_uncertain(
    mailing: Runtime, smtp_sink: SmtpSink, message: int, turnable: TurnableClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A sender that was frozen, or whose server thought for long; nobody needs to send it again."""

    def wake_late(runtime: Runtime, delivery: Delivery, receipt: str) -> Outcome:
        turnable.turn(seconds=mailing.settings.lease_seconds)
        sweep_left(mailing)
        assert read_state(mailing, message) == ("uncertain", "data")
        return record_sent(runtime, delivery, receipt)

    monkeypatch.setattr(deliver, "record_sent", wake_late)
    deliver_pending(mailing)
    row = find_one(mailing.database, Delivery, message)
    assert (row.state, row.phase, row.resend_at) == ("sent", "", None)


@pytest.mark.parametrize(("sent", "mails"), [(True, 1), (False, 2)])
def test_a_person_settles_what_is_uncertain(
    mailing: Runtime, smtp_sink: SmtpSink, message: int, turnable: TurnableClock, sent: bool, mails: int
) -> None:
    smtp_sink.lose_next_reply()
    deliver_pending(mailing)
    turnable.turn(minutes=1)
    resolve_deliveries(mailing, [message], sent=sent)
    deliver_pending(mailing)
    assert read_state(mailing, message) == ("sent", "")
    assert len(smtp_sink.messages) == mails


def test_the_sweep_settles_it_too_and_once(mailing: Runtime, message: int, turnable: TurnableClock) -> None:
    with mailing.database.write() as session, session.begin():
        until = turnable.turn(seconds=10)
        session.execute(update(Delivery).values(state="leased", phase="data", lease_token="dead", lease_until=until))
    turnable.turn(seconds=-1)
    sweep_left(mailing)
    assert read_state(mailing, message) == ("leased", "data"), "its sender may be alive"
    turnable.turn(seconds=1)
    sweep_left(mailing)
    assert read_state(mailing, message) == ("uncertain", "data")
