"""Deliver: messages of the outbox leave by their channel, each once.

Claimed in batches, begun one by one: a sender that dies leaves behind what it had not begun, for anybody to take. The
phase `data` is committed before the body of a mail leaves. So a sender that dies earlier has surely not sent it, and it
is tried again; one that dies later leaves it *uncertain*, which no protocol can resolve (RFC 1047). What became of an
attempt is worker/pipeline/outcome.py's.
"""

import hashlib
import logging
import time
from collections import Counter
from collections.abc import Iterator
from datetime import datetime

from sqlalchemy.exc import DBAPIError

from db.channels import list_failing
from db.deliveries import begin_attempt, change_held, claim_pending
from db.leases import lease_end
from db.outbox_models import Delivery
from worker.errors import DeliveryError
from worker.net.channels import ChannelOptions, Envelope, Send, open_channels
from worker.pipeline.convert import unpack_message
from worker.pipeline.outcome import (
    Outcome,
    give_back,
    record_failure,
    record_health,
    record_sent,
    record_untried,
    settle_outbox,
)
from worker.pipeline.runtime import Runtime

log = logging.getLogger(__name__)
BATCH = 50
# A server that takes its time over each message must not take a task to its time limit (two fifths of a lease,
# worker/app.py), which would cut one off in the middle of its body.
BATCH_SHARE = 0.2
# How much of a lease a message is held that has not been begun. When its sender dies, forty-nine others are free a
# minute later instead of ten; should a batch take longer, another sender takes what is left of it, and no harm is done.
HOLD_SHARE = 0.1
# For an answer, in seconds: of a lease of 600 s, 15; an installation with short leases has a network to match.
WAIT_SHARE, SHORTEST_WAIT, LONGEST_WAIT = 0.025, 5.0, 15.0


def make_options(runtime: Runtime) -> ChannelOptions:
    """What channels need of the settings."""
    settings = runtime.settings
    return ChannelOptions(
        smtp_url=settings.smtp_url.get_secret_value() if settings.smtp_url else None,
        mail_from=settings.mail_from,
        outbox_dir=settings.outbox_dir,
        http_allow=settings.http_allow,
        timeout_seconds=min(LONGEST_WAIT, max(SHORTEST_WAIT, settings.lease_seconds * WAIT_SHARE)),
        webhook_secret=settings.webhook_secret.get_secret_value() if settings.webhook_secret else None,
    )


def deliver_pending(runtime: Runtime, limit: int = BATCH) -> Counter[str]:
    """Claim up to `limit` due deliveries and send them. How many ended in each state; empty: nothing was due."""
    with runtime.database.write() as session, session.begin():
        now = runtime.now(session)
        settle_outbox(runtime.settings, session, now)
        claimed = claim_pending(session, now, lease_end(now, runtime.settings.lease_seconds * HOLD_SHARE), limit)
        failing = list_failing(session)
    outcomes = Counter[str]()
    if claimed:
        with open_channels(make_options(runtime)) as send:
            for channel, outcome in send_batch(runtime, claimed, send):
                outcomes[outcome.state] += 1
                if outcome.state == "sent" and channel in failing:
                    record_health(runtime, channel)
                    failing.discard(channel)
    return outcomes


def send_batch(runtime: Runtime, claimed: list[Delivery], send: Send) -> Iterator[tuple[str, Outcome]]:
    """Send one after another, as long as a batch may take: the channel and what came of it. Who asks us to come back
    later, or does not answer, is not asked for each of their messages."""
    end = time.monotonic() + runtime.settings.lease_seconds * BATCH_SHARE
    waits: dict[str, datetime] = {}
    for delivery in claimed:
        reader = delivery.recipient.address
        if time.monotonic() > end or reader in waits or not begin_delivery(runtime, delivery):
            give_back(runtime, delivery, waits.get(reader))
            continue
        outcome = deliver_one(runtime, delivery, send)
        if outcome.wait:
            waits[reader] = outcome.wait
        yield delivery.channel, outcome


def begin_delivery(runtime: Runtime, delivery: Delivery) -> bool:
    """Begin on one message of a batch: its lease counts from now, however long those before it took."""
    with runtime.database.write() as session, session.begin():
        now = runtime.now(session)
        return begin_attempt(session, delivery, now, lease_end(now, runtime.settings.lease_seconds))


def deliver_one(runtime: Runtime, delivery: Delivery, send: Send) -> Outcome:
    """Send one message and record what became of it."""
    phase = Phase(runtime, delivery)
    try:
        receipt = send(unpack_message(delivery.payload), make_envelope(delivery), phase.commit)
    except DeliveryError as error:
        return record_failure(runtime, delivery, error)
    except DBAPIError as error:  # the phase could not be committed, so no body left
        log.warning("the database was lost before delivery %s left: %s", delivery.id, type(error).__name__)
        return record_untried(runtime, delivery)
    except Exception as error:
        # Something unforeseen, a task's time limit among others: after the body had begun to leave, nobody can know.
        log.exception("delivery %s could not be sent", delivery.id)
        why = f"{type(error).__name__}: {error}"
        return record_failure(runtime, delivery, DeliveryError(why, uncertain=phase.committed))
    return record_sent(runtime, delivery, receipt)


class Phase:
    """What a channel tells before the body leaves: committed before it is told to go on."""

    def __init__(self, runtime: Runtime, delivery: Delivery) -> None:
        self.runtime, self.delivery, self.committed = runtime, delivery, False

    def commit(self, phase: str) -> None:
        """Raises DeliveryError when another sender has the message by now."""
        with self.runtime.database.write() as session, session.begin():
            held = change_held(session, self.delivery, phase=phase)
        if not held:
            raise DeliveryError("the lease ran out before the body was sent; another sender has it")
        self.committed = True


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
