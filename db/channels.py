"""Queries on channels: which of them send nothing now, why, and until when."""

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, not_, or_, select, update
from sqlalchemy.orm import Session

from db.articles import insert_missing
from db.outbox_models import ChannelState


def select_closed(now: datetime) -> Select[str]:
    """Names of the channels on which nothing is sent: paused until a person resumes them, or resting."""
    return select(ChannelState.name).where(
        ChannelState.paused, or_(ChannelState.until.is_(None), ChannelState.until > now)
    )


def is_halted() -> ColumnElement[bool]:
    """Paused until a person resumes it."""
    return and_(ChannelState.paused, ChannelState.until.is_(None))


def list_channels(session: Session) -> list[ChannelState]:
    """The channels that ever failed."""
    return list(session.scalars(select(ChannelState).order_by(ChannelState.name)))


def list_failing(session: Session) -> set[str]:
    """Names of the channels that failed and have sent nothing since."""
    return set(session.scalars(select(ChannelState.name).where(ChannelState.failures > 0)))


def pause_channel(session: Session, name: str, reason: str, now: datetime) -> None:
    """Stop sending on a channel until a person resumes it."""
    insert_missing(session, ChannelState, [{"name": name, "paused": False}])
    session.execute(
        update(ChannelState)
        .where(ChannelState.name == name)
        .values(paused=True, reason=reason, since=now, until=None, failures=ChannelState.failures + 1)
    )


def rest_channel(session: Session, name: str, reason: str, now: datetime, rests: list[timedelta]) -> datetime | None:
    """Send nothing on a channel for a while, longer after each failure in a row (`rests`, the last for all further
    ones). Until when; none when it is paused for a person. Who fails while it rests already adds nothing."""
    insert_missing(session, ChannelState, [{"name": name, "paused": False}])
    state = session.get_one(ChannelState, name, with_for_update=True)
    if state.paused and (state.until is None or state.until > now):
        return state.until
    until = now + rests[min(state.failures, len(rests) - 1)]
    state.since = state.since or now
    state.paused, state.reason, state.until, state.failures = True, reason, until, state.failures + 1
    return until


def heal_channel(session: Session, name: str) -> None:
    """A channel that rested has sent again; one that waits for a person goes on waiting."""
    failed = ChannelState.failures > 0
    session.execute(update(ChannelState).where(ChannelState.name == name, failed, not_(is_halted())).values(**WELL))


def resume_channel(session: Session, name: str) -> bool:
    """Send again on a channel. False: it was not paused."""
    result: Any = session.execute(
        update(ChannelState).where(ChannelState.name == name, ChannelState.paused).values(**WELL)
    )
    return bool(result.rowcount)


WELL: dict[str, Any] = {"paused": False, "reason": None, "since": None, "until": None, "failures": 0}
