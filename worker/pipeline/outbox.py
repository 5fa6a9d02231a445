"""The outbox as its operator sees and mends it: channels, messages that did not go out, a test, a digest now."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from config.errors import name_nearest
from db.base import new_token
from db.channels import list_channels, resume_channel
from db.deliveries import (
    count_states,
    hasten_channel,
    list_deliveries,
    list_of_digests,
    load_deliveries,
    revive_address,
)
from db.outbox_models import Delivery
from db.stories import lock_stories
from db.subscriptions import find_last_digest, list_active, list_subscriptions
from worker.errors import UsageError
from worker.net.channels import REGISTRY, Envelope, channel_of, send
from worker.news.labels import choose_labels
from worker.news.message import Block, Line, Message, Section
from worker.pipeline.deliver import deliver_pending, make_options
from worker.pipeline.digest import write_digest
from worker.pipeline.runtime import Runtime
from worker.pipeline.subscribe import find_row, shorten_address

STATES = ("pending", "leased", "sent", "uncertain", "dead")
BY_HAND = "a person said that it arrived"


@dataclass(frozen=True)
class ChannelFacts:
    """One channel at a glance; `pending` counts what is being sent right now too."""

    channel: str
    paused: bool
    why: str | None
    since: datetime | None
    until: datetime | None
    """When it is tried again by itself; none: it waits for a person."""
    pending: int
    sent: int
    uncertain: int
    dead: int


@dataclass(frozen=True)
class DeliveryFacts:
    """One message to one recipient."""

    id: int
    state: str
    channel: str
    to: str
    """Without what is secret in it."""
    kind: str
    subject: str
    created: datetime
    attempts: int
    next_attempt: datetime | None
    """None: it is not tried again, unless a person says so."""
    sent: datetime | None
    receipt: str | None
    error: str | None


def list_channel_facts(runtime: Runtime) -> list[ChannelFacts]:
    """Every channel there is, and every one that ever had a message."""
    with runtime.database.read() as session:
        states, counts = {one.name: one for one in list_channels(session)}, count_states(session)
    names = dict.fromkeys([*(one.name for one in REGISTRY), *states, *(channel for channel, _ in counts)])
    facts = []
    for name in names:
        state = states.get(name)
        number = {one: counts.get((name, one), 0) for one in STATES}
        paused = bool(state and state.paused)
        facts.append(
            ChannelFacts(
                channel=name,
                paused=paused,
                why=state.reason if state and paused else None,
                since=state.since if state and paused else None,
                until=state.until if state and paused else None,
                pending=number["pending"] + number["leased"],
                sent=number["sent"],
                uncertain=number["uncertain"],
                dead=number["dead"],
            )
        )
    return facts


def resume_named(runtime: Runtime, name: str) -> tuple[bool, int]:
    """Send again on a channel, and now: what waited is due. Whether it was paused, and how much waited."""
    known = [one.channel for one in list_channel_facts(runtime)]
    if name not in known:
        raise UsageError(f"no channel is called {name!r}{name_nearest(name, known) or '; ' + ', '.join(known)}")
    with runtime.database.write() as session, session.begin():
        return resume_channel(session, name), hasten_channel(session, name, runtime.now())


def send_test(runtime: Runtime, address: str, languages: Sequence[str] = ()) -> str:
    """Send a test message past the outbox, to a reader of some languages; the receipt. UsageError for no address,
    DeliveryError when it fails."""
    try:
        channel_of(address)
    except ValueError as error:
        raise UsageError(str(error)) from None
    envelope = Envelope(to=address, message_id=f"test-{new_token()}")
    return send(make_test(runtime, languages), envelope, make_options(runtime), lambda _phase: None)


def make_test(runtime: Runtime, languages: Sequence[str] = ()) -> Message:
    """A message that shows a reader of some languages what messages look like."""
    labels = choose_labels(languages)
    pair = runtime.rules.name_pair(labels.code)
    block = Block(labels.test_headline, lines=(Line(*labels.next),), language=labels.code)
    return Message(
        kind="test",
        subject=labels.test.format(pair=pair),
        preview=labels.test_preview.format(pair=pair),
        sections=(Section("", (block,)),),
        footer=(Line("", labels.test_sent),),
        list_name="test",
        created_at=runtime.now(),
        language=labels.code,
    )


def list_delivery_facts(runtime: Runtime, state: str | None, limit: int) -> list[DeliveryFacts]:
    """The latest messages, newest first, of one state or of all."""
    with runtime.database.read() as session:
        return [describe_delivery(one) for one in list_deliveries(session, state, limit)]


def describe_delivery(one: Delivery) -> DeliveryFacts:
    """A message's row as facts."""
    return DeliveryFacts(
        id=one.id,
        state=one.state,
        channel=one.channel,
        to=shorten_address(one.recipient.address),
        kind=one.kind,
        subject=one.subject,
        created=one.created_at,
        attempts=one.attempts,
        next_attempt=one.next_attempt_at if one.state == "pending" else one.resend_at,
        sent=one.sent_at,
        receipt=one.receipt,
        error=one.error,
    )


def retry_deliveries(runtime: Runtime, ids: Sequence[int]) -> list[str]:
    """Let dead or waiting messages be sent now; all of them, or none and UsageError. Addresses that are written to
    again: who retries a message to a refused address says that it is good now."""
    now = runtime.now()
    revived = []
    with runtime.database.write() as session, session.begin():
        for row in find_rows(session, ids, ("dead", "pending"), "only dead and pending ones are retried"):
            row.state, row.phase, row.attempts, row.crashes, row.next_attempt_at = "pending", "", 0, 0, now
            if row.recipient.state == "suppressed":
                revive_address(session, row.recipient.address)
                revived.append(shorten_address(row.recipient.address))
    return revived


def resolve_deliveries(runtime: Runtime, ids: Sequence[int], *, sent: bool) -> None:
    """Settle what no protocol can: a person knows whether an uncertain message arrived. All of them, or UsageError."""
    now = runtime.now()
    with runtime.database.write() as session, session.begin():
        for row in find_rows(session, ids, ("uncertain",), "only uncertain ones are resolved"):
            row.phase, row.resend_at = "", None
            if sent:
                row.state, row.sent_at, row.receipt, row.error = "sent", now, BY_HAND, None
            else:
                row.state, row.attempts, row.resends, row.next_attempt_at = "pending", 0, row.resends + 1, now


def find_rows(session: Session, ids: Sequence[int], states: Sequence[str], rule: str) -> list[Delivery]:
    """Messages by id, each in one of some states. UsageError naming the first that is not."""
    rows = {row.id: row for row in load_deliveries(session, ids)}
    for one in ids:
        if one not in rows:
            raise UsageError(f"there is no delivery {one}; `galata deliveries list` names them")
        if rows[one].state not in states:
            mend = "; use `galata deliveries resolve`" if rows[one].state == "uncertain" else ""
            raise UsageError(f"delivery {one} is {rows[one].state}; {rule}{mend}")
    return list(rows.values())


def name_digests(runtime: Runtime) -> list[str]:
    """The subscriptions that get digests, by name."""
    with runtime.database.read() as session:
        return [one.name for one in list_subscriptions(session) if one.enabled and one.schedule != "instant"]


def list_languages(runtime: Runtime, name: str) -> tuple[str, ...]:
    """What the first recipient of a subscription reads. UsageError when there is no such subscription."""
    with runtime.database.read() as session:
        row = find_row(session, name)
        return tuple(next((one.languages or [] for one in list_active(row.recipients)), []))


def send_digest(runtime: Runtime, name: str) -> list[DeliveryFacts]:
    """Send a subscription's digest now, between its slots; what became of each message."""
    now = runtime.now()
    with runtime.database.write() as session, session.begin():
        row = find_row(session, name)
        if not list_active(row.recipients):
            raise UsageError(f"{name!r} has no recipient that is written to; `galata subscriptions list` says why")
        lock_stories(session)
        write_digest(runtime, session, row, now, forced=True)
        session.flush()
        digest = find_last_digest(session, row.id)
    while deliver_pending(runtime):
        pass
    with runtime.database.read() as session:
        return [describe_delivery(one) for one in list_of_digests(session, [digest.id] if digest else [])]
