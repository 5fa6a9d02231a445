"""What becomes of a message that was tried: sent, tried again later, uncertain or dead, and what that says of others.

sent                     recorded, though the database be away for a minute; a channel that rested is well again
the recipient refused    for good: dead, and its address is not written to again; else: later, with growing waits
the channel failed       for a person: paused; else it rests, and the message has lost nothing
nobody can know          uncertain; sent again once after a while, if that is the policy, else a person decides
"""

import logging
import random
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy.exc import InterfaceError, OperationalError
from sqlalchemy.orm import Session

from config.settings import Settings
from db.channels import heal_channel, pause_channel, rest_channel
from db.deliveries import confirm_late, resend_uncertain, settle_lost, suppress_address
from db.leases import complete_row
from db.outbox_models import Delivery
from worker.errors import DeliveryError
from worker.pipeline.runtime import Runtime

log = logging.getLogger(__name__)
# Mail servers are down for hours, seldom for days; RFC 5321 (4.5.4.1) asks to go on for four or five days.
# The waits below come to ten attempts long before; a message that was held up by a paused channel has them yet to come.
GIVE_UP, GIVE_UP_ATTEMPTS = timedelta(days=5), 10
# Twice the time before, from half a minute (a greylisting server wants one to five) to four hours.
FIRST_WAIT, LONGEST_WAIT = timedelta(seconds=30), timedelta(hours=4)
# What Standard Webhooks asks of senders: a receiver that restarts is met soon, one that is down not worn out.
WEBHOOK_WAITS = tuple(timedelta(seconds=one) for one in (5, 5 * 60, 30 * 60, 2 * 60 * 60, 5 * 60 * 60, 10 * 60 * 60))
# A mail server that restarts is back within seconds; one that stays away costs a connection every quarter of an hour,
# and alerts leave that soon after it is back.
RESTS = [timedelta(seconds=one) for one in (15, 30, 60, 120, 300, 900)]
# Long enough for whoever looks at a mail server's log to see whether a message came through, and to hold it.
RESEND_AFTER = timedelta(minutes=15)
# Between two tries to record what is known already, while the database is away; and how much of a lease to go on with
# it: a task ends after two fifths (worker/app.py), of which a batch may have taken one (deliver.py).
RECORD_PAUSE, RECORD_SHARE = 0.5, 0.15


@dataclass(frozen=True)
class Outcome:
    """The state a message ended in; `wait`: until when its recipient's other messages had better wait too."""

    state: str
    wait: datetime | None = None


def schedule_resend(settings: Settings, now: datetime) -> datetime | None:
    """When a message that becomes uncertain now is sent again, by the policy; none: a person decides."""
    return now + RESEND_AFTER if settings.on_uncertain == "resend" else None


def settle_outbox(settings: Settings, session: Session, now: datetime) -> None:
    """Settle what dead senders left, and let go again what is to be sent although it may have arrived."""
    settle_lost(session, now, schedule_resend(settings, now))
    resend_uncertain(session, now)


def record_sent(runtime: Runtime, delivery: Delivery, receipt: str) -> Outcome:
    """The channel has taken it. A yes that comes after the lease, when the message counts as uncertain already, settles
    that."""

    def record(session: Session) -> None:
        now, kept = runtime.now(session), receipt[:500]
        values = {"state": "sent", "sent_at": now, "receipt": kept, "phase": "", "error": None, "resend_at": None}
        if not complete(session, delivery, **values):
            confirm_late(session, delivery, **values)

    insist(runtime, record)
    return Outcome("sent")


def record_health(runtime: Runtime, channel: str) -> None:
    """A channel that rested has sent again."""
    insist(runtime, lambda session: heal_channel(session, channel))


def record_failure(runtime: Runtime, delivery: Delivery, error: DeliveryError) -> Outcome:
    """Uncertain, dead, or tried again later."""
    found: list[Outcome] = []

    def record(session: Session) -> None:
        found[:] = [settle_failure(runtime, session, delivery, error, runtime.now(session))]

    insist(runtime, record)
    return found[0]


def settle_failure(
    runtime: Runtime, session: Session, delivery: Delivery, error: DeliveryError, now: datetime
) -> Outcome:
    """What a failed attempt comes to, for the message, its address and its channel."""
    why = str(error)[:500]
    if error.uncertain:
        again = None if delivery.resends else schedule_resend(runtime.settings, now)
        complete(session, delivery, state="uncertain", phase="data", error=why, resend_at=again)
        if error.scope == "channel":
            close_channel(session, delivery.channel, error, why, now)
        return Outcome("uncertain")
    if error.scope == "channel":
        return settle_channel(session, delivery, error, now)
    if error.permanent or is_too_old(delivery, now):
        complete(session, delivery, state="dead", phase="", error=why)
        if error.permanent and error.scope == "recipient":
            suppress_address(session, delivery.recipient.address, why)
        return Outcome("dead")
    later = max(error.retry_after or now, now + wait_before(delivery.channel, delivery.attempts + 1))
    complete(session, delivery, state="pending", phase="", error=why, next_attempt_at=later)
    return Outcome("pending", later if error.scope == "recipient" else None)


def settle_channel(session: Session, delivery: Delivery, error: DeliveryError, now: datetime) -> Outcome:
    """The channel failed, which is no attempt of the message's. It comes after those that were not tried, though:
    should it be the message that breaks the channel, the others are not kept waiting behind it."""
    why = str(error)[:500]
    until = close_channel(session, delivery.channel, error, why, now)
    later, attempts = until or delivery.next_attempt_at, delivery.attempts
    complete(session, delivery, state="pending", phase="", error=why, next_attempt_at=later, attempts=attempts)
    return Outcome("pending")


def is_too_old(delivery: Delivery, now: datetime) -> bool:
    """Whether to give a message up that this attempt did not get out either."""
    return now - delivery.created_at > GIVE_UP and delivery.attempts + 1 >= GIVE_UP_ATTEMPTS


def close_channel(session: Session, name: str, error: DeliveryError, why: str, now: datetime) -> datetime | None:
    """Send nothing on a channel that fails: for a while, or until a person resumes it (none)."""
    if error.permanent:
        log.error("channel %s is paused until it is mended and resumed: %s", name, why)
        pause_channel(session, name, why, now)
        return None
    until = rest_channel(session, name, why, now, RESTS)
    if until is not None:
        log.warning("channel %s rests for %.0f s: %s", name, (until - now).total_seconds(), why)
    return until


def wait_before(channel: str, attempts: int) -> timedelta:
    """How long to wait after so many attempts. With jitter in the upper half, so that messages that failed together do
    not return together."""
    if channel == "webhook":
        wait = WEBHOOK_WAITS[min(attempts, len(WEBHOOK_WAITS)) - 1]
    else:
        wait = min(FIRST_WAIT * 2.0 ** min(attempts - 1, 12), LONGEST_WAIT)
    return wait * random.uniform(0.5, 1.0)  # noqa: S311  spreads load, guards nothing


def record_untried(runtime: Runtime, delivery: Delivery) -> Outcome:
    """Nothing left us, and not by its fault: as if it had not been begun."""
    values = {"state": "pending", "phase": "", "attempts": delivery.attempts}
    insist(runtime, lambda session: complete(session, delivery, **values))
    return Outcome("pending")


def give_back(runtime: Runtime, delivery: Delivery, until: datetime | None = None) -> None:
    """Return a message that was claimed and not tried, as it came or not before `until`."""
    later = max(until, delivery.next_attempt_at) if until else delivery.next_attempt_at
    insist(runtime, lambda session: complete(session, delivery, state="pending", next_attempt_at=later))


def complete(session: Session, delivery: Delivery, **values: object) -> bool:
    """Give a delivery back with what became of it. False: it is no longer ours, and nothing is changed."""
    return complete_row(session, Delivery, delivery.id, delivery.lease_token or "", **values)


def insist(runtime: Runtime, record: Callable[[Session], object]) -> None:
    """Record what is known already, and try again while the database is away, as long as a task may take: a mail
    server's yes that is forgotten makes a message uncertain."""
    deadline = time.monotonic() + runtime.settings.lease_seconds * RECORD_SHARE
    while True:
        try:
            with runtime.database.write() as session, session.begin():
                record(session)
            return
        except (OperationalError, InterfaceError) as error:
            if time.monotonic() > deadline:
                raise
            log.warning("the database does not answer (%s); it is asked again", type(error).__name__)
            time.sleep(RECORD_PAUSE)
