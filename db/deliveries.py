"""Queries on the outbox and the channels."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Select, func, select, update
from sqlalchemy.orm import Session, selectinload

from db.articles import insert_missing
from db.leases import claim_rows, is_free
from db.outbox_models import ChannelState, Delivery


def select_pending(now: datetime) -> Select[int]:
    """Ids of the deliveries whose time has come, on channels that are not paused; leases that ran out before the body
    may have left count as pending."""
    paused = select(ChannelState.name).where(ChannelState.paused)
    return (
        select(Delivery.id)
        .where(
            Delivery.state.in_(("pending", "leased")),
            Delivery.phase == "",
            Delivery.next_attempt_at <= now,
            Delivery.channel.not_in(paused),
            is_free(Delivery, now),
        )
        .order_by(Delivery.next_attempt_at, Delivery.id)
    )


def claim_pending(session: Session, now: datetime, until: datetime, limit: int) -> list[Delivery]:
    """Claim up to `limit` deliveries, with their recipients."""
    ids = claim_rows(session, select_pending(now).limit(limit), Delivery, until, state="leased")
    chosen = select(Delivery).where(Delivery.id.in_(ids)).options(selectinload(Delivery.recipient))
    return list(session.scalars(chosen.order_by(Delivery.next_attempt_at, Delivery.id)))


def quarantine_lost(session: Session, now: datetime) -> int:
    """Deliveries whose sender vanished after the body may have left become uncertain: only a person, or the policy for
    their kind, sends them again. How many."""
    result: Any = session.execute(
        update(Delivery)
        .where(Delivery.state == "leased", Delivery.phase == "data", is_free(Delivery, now))
        .values(
            state="uncertain",
            lease_token=None,
            lease_until=None,
            error="the sender stopped after the body began to leave; whether it arrived is not known",
        )
        .execution_options(synchronize_session=False)
    )
    return int(result.rowcount)


def enqueue_deliveries(session: Session, rows: Sequence[dict[str, Any]]) -> None:
    """Put messages in the outbox; one whose idempotency key is there already is not put twice."""
    insert_missing(session, Delivery, rows)


def count_states(session: Session) -> dict[tuple[str, str], int]:
    """How many deliveries each (channel, state) has."""
    rows = session.execute(select(Delivery.channel, Delivery.state, func.count()).group_by("channel", "state"))
    return {(row[0], row[1]): row[2] for row in rows}


def find_oldest_pending(session: Session) -> datetime | None:
    """Since when the oldest undelivered message waits."""
    return session.scalar(select(func.min(Delivery.created_at)).where(Delivery.state.in_(("pending", "leased"))))


def list_deliveries(session: Session, state: str | None = None, limit: int = 50) -> list[Delivery]:
    """The latest deliveries, newest first, of one state or of all."""
    chosen = select(Delivery).options(selectinload(Delivery.recipient)).order_by(Delivery.id.desc()).limit(limit)
    return list(session.scalars(chosen.where(Delivery.state == state) if state else chosen))


def list_of_matches(session: Session, match_ids: Sequence[int]) -> list[Delivery]:
    """The deliveries that told of some matches."""
    chosen = select(Delivery).where(Delivery.match_id.in_(match_ids)).options(selectinload(Delivery.recipient))
    return list(session.scalars(chosen.order_by(Delivery.id)))


def list_channels(session: Session) -> list[ChannelState]:
    """The channels that were ever paused."""
    return list(session.scalars(select(ChannelState).order_by(ChannelState.name)))


def pause_channel(session: Session, name: str, reason: str, now: datetime) -> None:
    """Stop sending on a channel until it is resumed."""
    insert_missing(session, ChannelState, [{"name": name, "paused": False}])
    session.execute(update(ChannelState).where(ChannelState.name == name).values(paused=True, reason=reason, since=now))


def is_paused(session: Session, name: str) -> bool:
    """Whether nothing is sent on a channel now."""
    state = session.get(ChannelState, name)
    return state is not None and state.paused


def resume_channel(session: Session, name: str) -> bool:
    """Send again on a channel. False: it was not paused."""
    result: Any = session.execute(
        update(ChannelState)
        .where(ChannelState.name == name, ChannelState.paused)
        .values(paused=False, reason=None, since=None)
    )
    return bool(result.rowcount)


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
