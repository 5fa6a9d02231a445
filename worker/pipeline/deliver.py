"""Deliver: messages of the outbox leave by their channel, each once.

The phase is committed before the body of a mail leaves. So a sender that dies earlier has surely not sent it, and it is
tried again; one that dies later leaves it *uncertain*, which no protocol can resolve (RFC 1047), and which is listed
rather than guessed at.
"""

import hashlib
import logging
import random
import time
from collections import Counter
from collections.abc import Callable
from datetime import datetime, timedelta

from sqlalchemy import select, update

from db.deliveries import claim_pending, is_paused, pause_channel, quarantine_lost
from db.leases import complete_row, lease_end, renew_row
from db.outbox_models import Delivery, Recipient
from worker.errors import DeliveryError
from worker.net.channels import ChannelOptions, Envelope, send
from worker.pipeline.convert import unpack_message
from worker.pipeline.runtime import Runtime

log = logging.getLogger(__name__)
BATCH = 50
# A server that takes its time over each message must not take a task to its time limit (two fifths of a lease,
# worker/app.py), which would cut one off in the middle of its body.
BATCH_SHARE = 0.2
# Mail servers are down for hours, seldom for days; RFC 5321 (4.5.4.1) asks to go on for four or five days.
GIVE_UP = timedelta(days=5)
FIRST_WAIT, LONGEST_WAIT = timedelta(seconds=30), timedelta(hours=4)


def make_options(runtime: Runtime) -> ChannelOptions:
    """What channels need of the settings."""
    settings = runtime.settings
    return ChannelOptions(
        smtp_url=settings.smtp_url.get_secret_value() if settings.smtp_url else None,
        mail_from=settings.mail_from,
        outbox_dir=settings.outbox_dir,
        http_allow=settings.http_allow,
        webhook_secret=settings.webhook_secret.get_secret_value() if settings.webhook_secret else None,
    )


def deliver_pending(runtime: Runtime, limit: int = BATCH) -> Counter[str]:
    """Claim up to `limit` due deliveries and send them. How many ended in each state; empty: nothing was due."""
    now = runtime.now()
    with runtime.database.write() as session, session.begin():
        quarantine_lost(session, now)
        claimed = claim_pending(session, now, lease_end(now, runtime.settings.lease_seconds), limit)
    options, outcomes = make_options(runtime), Counter[str]()
    end = time.monotonic() + runtime.settings.lease_seconds * BATCH_SHARE
    for delivery in claimed:
        if time.monotonic() > end:
            give_back(runtime, delivery)
        elif hold_delivery(runtime, delivery):
            outcomes[deliver_one(runtime, delivery, options)] += 1
    return outcomes


def hold_delivery(runtime: Runtime, delivery: Delivery) -> bool:
    """Begin on one message of a batch: its lease counts from now, however long those before it took. False: another
    sender has it, or its channel was paused meanwhile and it went back as it came."""
    token, until = delivery.lease_token or "", lease_end(runtime.now(), runtime.settings.lease_seconds)
    with runtime.database.write() as session, session.begin():
        if not is_paused(session, delivery.channel):
            return renew_row(session, Delivery, delivery.id, token, until)
    give_back(runtime, delivery)
    return False


def give_back(runtime: Runtime, delivery: Delivery) -> None:
    """Return a message that was claimed and not tried."""
    complete(runtime, delivery, state="pending", attempts=delivery.attempts - 1)


def deliver_one(runtime: Runtime, delivery: Delivery, options: ChannelOptions) -> str:
    """Send one message and record what became of it. The state it ended in."""
    try:
        message = unpack_message(delivery.payload)
        receipt = send(message, make_envelope(delivery), options, record_phase(runtime, delivery))
    except DeliveryError as error:
        return record_failure(runtime, delivery, error)
    except Exception as error:
        log.exception("delivery %s could not be sent", delivery.id)
        why = f"{type(error).__name__}: {error}"
        return record_failure(runtime, delivery, DeliveryError(why, uncertain=may_have_left(runtime, delivery)))
    complete(runtime, delivery, state="sent", sent_at=runtime.now(), receipt=receipt[:500], phase="", error=None)
    return "sent"


def may_have_left(runtime: Runtime, delivery: Delivery) -> bool:
    """Whether the body had begun to leave when something unforeseen happened (a task's time limit, for one)."""
    with runtime.database.read() as session:
        return session.scalar(select(Delivery.phase).where(Delivery.id == delivery.id)) == "data"


def make_envelope(delivery: Delivery) -> Envelope:
    """Where a message goes, under an id that stays the same however often it is tried.

    The key alone would come again after a database was made anew, and mail servers drop what they have seen; a mark of
    the recipient's own secret, from which the secret cannot be told, makes it this database's.
    """
    recipient = delivery.recipient
    mark = hashlib.sha256(f"{recipient.secret}:{delivery.idempotency_key}".encode()).hexdigest()[:16]
    return Envelope(
        to=recipient.address,
        message_id=f"{delivery.idempotency_key}-{mark}",
        languages=tuple(recipient.languages or ()),
    )


def record_phase(runtime: Runtime, delivery: Delivery) -> Callable[[str], None]:
    """What a channel calls before the body leaves: the phase is committed before it returns."""

    def on_phase(phase: str) -> None:
        with runtime.database.write() as session, session.begin():
            held = session.execute(
                update(Delivery)
                .where(Delivery.id == delivery.id, Delivery.lease_token == delivery.lease_token)
                .values(phase=phase)
                .returning(Delivery.id)
            ).scalar_one_or_none()
        if held is None:
            raise DeliveryError("the lease ran out before the body was sent; another sender has it")

    return on_phase


def record_failure(runtime: Runtime, delivery: Delivery, error: DeliveryError) -> str:
    """Uncertain, dead, or tried again later. The state it ended in."""
    now, why = runtime.now(), str(error)[:500]
    if error.uncertain:
        complete(runtime, delivery, state="uncertain", phase="data", error=why)
        return "uncertain"
    if error.channel_wide:
        pause(runtime, delivery.channel, why, now)
    too_old = now - delivery.created_at > GIVE_UP
    if (error.permanent and not error.channel_wide) or too_old:
        complete(runtime, delivery, state="dead", phase="", error=why)
        if error.permanent and delivery.channel == "smtp":
            suppress(runtime, delivery.recipient_id, why)
        return "dead"
    later = max(error.retry_after or now, now + wait_before(delivery.attempts))
    complete(runtime, delivery, state="pending", phase="", error=why, next_attempt_at=later)
    return "pending"


def wait_before(attempts: int) -> timedelta:
    """Exponential, with full jitter in its upper half, so that messages that failed together do not return together."""
    wait: timedelta = min(FIRST_WAIT * 2.0 ** min(attempts - 1, 12), LONGEST_WAIT)
    return wait * random.uniform(0.5, 1.0)  # noqa: S311  spreads load, guards nothing


def complete(runtime: Runtime, delivery: Delivery, **values: object) -> None:
    """Give a delivery back with what became of it."""
    with runtime.database.write() as session, session.begin():
        complete_row(session, Delivery, delivery.id, delivery.lease_token or "", **values)


def pause(runtime: Runtime, channel: str, why: str, now: datetime) -> None:
    """The whole channel fails: stop trying each of its messages, and say so."""
    log.error("channel %s is paused: %s", channel, why)
    with runtime.database.write() as session, session.begin():
        pause_channel(session, channel, why, now)


def suppress(runtime: Runtime, recipient_id: int, why: str) -> None:
    """An address that was refused for good is not written to again."""
    with runtime.database.write() as session, session.begin():
        session.execute(update(Recipient).where(Recipient.id == recipient_id).values(state="suppressed", reason=why))
