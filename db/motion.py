"""Queries on what moves: who made progress last, how long rows have waited for a step, how many are being worked on."""

from collections.abc import Collection
from datetime import datetime
from typing import Any

from sqlalchemy import CompoundSelect, Select, delete, func, select, update
from sqlalchemy.orm import InstrumentedAttribute, Session

from db.articles import count_waiting, insert_missing, select_arrived, select_judged
from db.deliveries import select_pending
from db.feeds import select_due as select_due_feeds
from db.models import Article, Feed
from db.outbox_models import Delivery, Heartbeat, Subscription
from db.page_models import ArticlePage
from db.subscriptions import select_due as select_due_digests

WORKER = "worker "
"""Heartbeats of workers begin so; their node's name follows."""


def record_beat(session: Session, name: str, now: datetime, detail: str = "") -> None:
    """Note progress under a name."""
    insert_missing(session, Heartbeat, [{"name": name, "at": now}])
    session.execute(update(Heartbeat).where(Heartbeat.name == name).values(at=now, detail=detail or None))


def list_beats(session: Session) -> list[Heartbeat]:
    """Who made progress last, and when."""
    return list(session.scalars(select(Heartbeat).order_by(Heartbeat.name)))


def find_beat(session: Session, name: str) -> Heartbeat | None:
    """The last progress under a name."""
    return session.get(Heartbeat, name)


def list_recent(session: Session, names: Collection[str], since: datetime) -> set[str]:
    """Those of the names that made progress after a moment."""
    return set(session.scalars(select(Heartbeat.name).where(Heartbeat.name.in_(names), Heartbeat.at > since)))


def forget_workers(session: Session, before: datetime) -> int:
    """Remove the workers that made no progress since a moment. How many."""
    result: Any = session.execute(delete(Heartbeat).where(Heartbeat.name.startswith(WORKER), Heartbeat.at < before))
    return int(result.rowcount)


def find_oldest(session: Session, now: datetime) -> dict[str, datetime | None]:
    """Since when the oldest row has waited for each step, by the names that the sweep gives to what waits."""
    asked: dict[str, tuple[InstrumentedAttribute[Any], Select[int]]] = {
        "polls": (Feed.next_poll_at, select_due_feeds(now)),
        "arrived": (Article.first_seen_at, select_arrived(now)),
        "judged": (Article.first_seen_at, select_judged(now)),
        "digests": (Subscription.next_run_at, select_due_digests(now)),
        "deliveries": (Delivery.next_attempt_at, select_pending(now)),
    }
    return {step: session.scalar(select_oldest(column, chosen)) for step, (column, chosen) in asked.items()}


def select_oldest(column: InstrumentedAttribute[Any], chosen: Select[int]) -> Select[datetime | None]:
    """A column of the first of the chosen rows, which come the oldest first: one step into an index, however many."""
    return select(column).where(column.class_.id == chosen.limit(1).scalar_subquery())


def find_oldest_messages(session: Session) -> dict[str, datetime]:
    """Since when the oldest message of each channel waits that was never tried: what its recipient put off is another
    matter."""
    untried = Delivery.state.in_(("pending", "leased")), Delivery.attempts == 0
    waiting = select(Delivery.channel, func.min(Delivery.created_at)).where(*untried)
    return {row[0]: row[1] for row in session.execute(waiting.group_by(Delivery.channel))}


def count_held(session: Session, now: datetime) -> dict[str, int]:
    """How many rows the workers of each queue hold."""
    held: dict[str, Select[int] | CompoundSelect[int]] = {
        "poll": select(Feed.id)
        .where(Feed.lease_until > now)
        .union_all(select(ArticlePage.id).where(ArticlePage.lease_until > now)),
        "ingest": select(Article.id).where(Article.state.in_(("arrived", "judged")), Article.lease_until > now),
        "deliver": select(Delivery.id).where(Delivery.state == "leased", Delivery.lease_until > now),
    }
    return {queue: count_waiting(session, chosen) for queue, chosen in held.items()}
