"""Queries on the outbox."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Select, case, func, literal, select, update
from sqlalchemy.orm import Session, selectinload

from db.articles import insert_missing
from db.base import UtcDateTime
from db.channels import select_closed
from db.leases import claim_rows, is_free
from db.outbox_models import Delivery, Recipient

# A message at which a sender ended goes again after a while, longer each time: a machine that is killed again and again
# must not meet the same one each time, and a message that kills must not keep the others waiting. Then it is dead.
CRASH_WAITS = tuple(timedelta(seconds=one) for one in (5, 30, 300, 1_800))
MOST_CRASHES = len(CRASH_WAITS) + 1
DEADLY = f"it ended its sender {MOST_CRASHES} times; see the log"
STOPPED = "its sender stopped before it was known to have left"
UNKNOWN = "the sender stopped after the body began to leave; whether it arrived is not known"


def select_pending(now: datetime) -> Select[int]:
    """Ids of the deliveries whose time has come, on channels that send; leases that ran out before their message was
    begun count as pending."""
    return (
        select(Delivery.id)
        .where(
            Delivery.state.in_(("pending", "leased")),
            Delivery.phase == "",
            Delivery.next_attempt_at <= now,
            Delivery.channel.not_in(select_closed(now)),
            is_free(Delivery, now),
        )
        .order_by(Delivery.next_attempt_at, Delivery.id)
    )


def claim_pending(session: Session, now: datetime, until: datetime, limit: int) -> list[Delivery]:
    """Claim up to `limit` deliveries, with their recipients; one at which a sender ended comes after all others and
    alone: should it be what ended it, it takes no others with it. An attempt counts when it is begun."""
    chosen = select_pending(now)
    fresh, suspect = chosen.where(Delivery.crashes == 0).limit(limit), chosen.where(Delivery.crashes > 0).limit(1)
    ids = claim_rows(session, fresh, Delivery, until, counts=False, state="leased")
    ids = ids or claim_rows(session, suspect, Delivery, until, counts=False, state="leased")
    rows = select(Delivery).where(Delivery.id.in_(ids)).options(selectinload(Delivery.recipient))
    return list(session.scalars(rows.order_by(Delivery.next_attempt_at, Delivery.id)))


def begin_attempt(session: Session, delivery: Delivery, now: datetime, until: datetime) -> bool:
    """Begin on a claimed delivery: its lease counts from now. False: another sender has it, its address was refused
    meanwhile, or its channel sends nothing now."""
    return change_held(
        session,
        delivery,
        Delivery.channel.not_in(select_closed(now)),
        phase="begun",
        lease_until=until,
        attempts=Delivery.attempts + 1,
    )


def change_held(session: Session, delivery: Delivery, *also: ColumnElement[bool], **values: Any) -> bool:
    """Change a delivery that its token still holds. False: it does not."""
    result: Any = session.execute(
        update(Delivery)
        .where(Delivery.id == delivery.id, Delivery.lease_token == delivery.lease_token, *also)
        .values(**values)
        .execution_options(synchronize_session=False)
    )
    return bool(result.rowcount)


def confirm_late(session: Session, delivery: Delivery, **values: Any) -> None:
    """What its sender learnt too late of a delivery that is uncertain and was not begun anew."""
    uncertain = Delivery.state == "uncertain", Delivery.resends == delivery.resends
    statement = update(Delivery).where(Delivery.id == delivery.id, *uncertain).values(**values)
    session.execute(statement.execution_options(synchronize_session=False))


def settle_lost(session: Session, now: datetime, resend_at: datetime | None) -> int:
    """Deliveries whose sender vanished while at them. Before the body they go again, until they have ended too many
    senders; after it they are uncertain, to be sent again at `resend_at` if they never were. How many."""
    lost = (Delivery.state == "leased", is_free(Delivery, now))
    freed: dict[str, Any] = {"lease_token": None, "lease_until": None}
    begun = (*lost, Delivery.phase == "begun")
    waits = {number: literal(now + wait, UtcDateTime) for number, wait in enumerate(CRASH_WAITS)}
    later = case(waits, value=Delivery.crashes)
    again = case((Delivery.resends == 0, literal(resend_at, UtcDateTime)), else_=None)
    changes: tuple[tuple[tuple[Any, ...], dict[str, Any]], ...] = (
        ((*begun, Delivery.crashes >= MOST_CRASHES - 1), {"state": "dead", "phase": "", "error": DEADLY}),
        (begun, {"state": "pending", "phase": "", "error": STOPPED, "next_attempt_at": later}),
        ((*lost, Delivery.phase == "data"), {"state": "uncertain", "error": UNKNOWN, "resend_at": again}),
    )
    count = 0
    for which, values in changes:
        crashes = Delivery.crashes + int(values["state"] != "uncertain")
        statement = update(Delivery).where(*which).values(**freed, **values, crashes=crashes)
        result: Any = session.execute(statement.execution_options(synchronize_session=False))
        count += int(result.rowcount)
    return count


def resend_uncertain(session: Session, now: datetime) -> int:
    """Let uncertain deliveries go again whose time for it has come. How many."""
    result: Any = session.execute(
        update(Delivery)
        .where(Delivery.state == "uncertain", Delivery.resend_at <= now)
        .values(state="pending", phase="", resends=Delivery.resends + 1, resend_at=None, next_attempt_at=now)
        .execution_options(synchronize_session=False)
    )
    return int(result.rowcount)


def suppress_address(session: Session, address: str, why: str) -> None:
    """Write no more to an address that was refused for good, whoever's recipient it is. What waits for it is dead, as
    far as no sender is at it; what is uncertain waits for a person."""
    of = select(Recipient.id).where(Recipient.address == address)
    session.execute(
        update(Recipient)
        .where(Recipient.address == address, Recipient.state == "active")
        .values(state="suppressed", reason=why)
    )
    session.execute(
        update(Delivery)
        .where(Delivery.recipient_id.in_(of), Delivery.state.in_(("pending", "leased")), Delivery.phase == "")
        .values(state="dead", lease_token=None, lease_until=None, error=f"its address was refused before: {why}")
        .execution_options(synchronize_session=False)
    )
    session.execute(
        update(Delivery)
        .where(Delivery.recipient_id.in_(of), Delivery.state == "uncertain")
        .values(resend_at=None)
        .execution_options(synchronize_session=False)
    )


def revive_address(session: Session, address: str) -> None:
    """Write again to an address that was given up, whoever's recipient it is."""
    session.execute(
        update(Recipient)
        .where(Recipient.address == address, Recipient.state == "suppressed")
        .values(state="active", reason=None)
    )


def enqueue_deliveries(session: Session, rows: Sequence[dict[str, Any]]) -> None:
    """Put messages in the outbox; one whose idempotency key is there already is not put twice."""
    insert_missing(session, Delivery, rows)


def count_states(session: Session) -> dict[tuple[str, str], int]:
    """How many deliveries each (channel, state) has."""
    rows = session.execute(select(Delivery.channel, Delivery.state, func.count()).group_by("channel", "state"))
    return {(row[0], row[1]): row[2] for row in rows}


def count_unsettled(session: Session) -> int:
    """How many uncertain deliveries wait for a person."""
    held = select(func.count()).where(Delivery.state == "uncertain", Delivery.resend_at.is_(None))
    return session.scalar(held) or 0


def find_oldest_pending(session: Session, attempts: int = 0) -> datetime | None:
    """Since when the oldest message waits that was tried at least so often; of 0, the oldest that never was."""
    tried = Delivery.attempts >= attempts if attempts else Delivery.attempts == 0
    waiting = select(func.min(Delivery.created_at)).where(Delivery.state.in_(("pending", "leased")), tried)
    return session.scalar(waiting)


def list_deliveries(session: Session, state: str | None = None, limit: int = 50) -> list[Delivery]:
    """The latest deliveries, newest first, of one state or of all."""
    chosen = select(Delivery).options(selectinload(Delivery.recipient)).order_by(Delivery.id.desc()).limit(limit)
    return list(session.scalars(chosen.where(Delivery.state == state) if state else chosen))


def list_of_matches(session: Session, match_ids: Sequence[int]) -> list[Delivery]:
    """The deliveries that told of some matches."""
    chosen = select(Delivery).where(Delivery.match_id.in_(match_ids)).options(selectinload(Delivery.recipient))
    return list(session.scalars(chosen.order_by(Delivery.id)))


def list_of_digests(session: Session, digest_ids: Sequence[int]) -> list[Delivery]:
    """The deliveries that carried some digests."""
    chosen = select(Delivery).where(Delivery.digest_id.in_(digest_ids)).options(selectinload(Delivery.recipient))
    return list(session.scalars(chosen.order_by(Delivery.id)))


def load_deliveries(session: Session, ids: Sequence[int]) -> list[Delivery]:
    """Deliveries by id, with their recipients, for a change: no sender claims one before it is committed."""
    chosen = select(Delivery).where(Delivery.id.in_(ids)).options(selectinload(Delivery.recipient))
    return list(session.scalars(chosen.order_by(Delivery.id).with_for_update()))


def hasten_channel(session: Session, name: str, now: datetime) -> int:
    """Let what waits for another attempt on a channel be due now. How many."""
    result: Any = session.execute(
        update(Delivery)
        .where(Delivery.channel == name, Delivery.state == "pending")
        .values(next_attempt_at=now)
        .execution_options(synchronize_session=False)
    )
    return int(result.rowcount)
