"""Queries on feeds and their polls."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Select, case, func, literal, select, update
from sqlalchemy.orm import Session

from db.base import UtcDateTime
from db.leases import claim_batch, is_free
from db.models import Article, ArticleFeed, Feed, Label, Poll

# A poll whose worker died is tried again at once, alone; from the second death on after a while, in case it is the feed
# that ends its worker (out of memory, say). Three kills by chance so cost a quarter of an hour, not half a day's news.
DEATH_WAITS = {2: timedelta(minutes=15), 3: timedelta(hours=1)}
LONGEST_WAIT = timedelta(hours=6)
DEADLY = "its polls ended with their workers again and again; see the log"


def select_due(now: datetime) -> Select[int]:
    """Ids of the feeds whose time has come and whom nobody is polling, the longest due first."""
    due = Feed.enabled, ~Feed.muted, Feed.next_poll_at <= now
    return select(Feed.id).where(*due, is_free(Feed, now)).order_by(Feed.next_poll_at, Feed.id)


def claim_due(session: Session, now: datetime, until: datetime, limit: int) -> list[Feed]:
    """Claim up to `limit` due feeds; one that was claimed in vain before, alone. Should one that was claimed in vain
    twice not be completed this time either, it already has its later time and its error."""
    waits = {deaths: literal(now + wait, UtcDateTime) for deaths, wait in DEATH_WAITS.items()}
    longest = (Feed.attempts > max(DEATH_WAITS), literal(now + LONGEST_WAIT, UtcDateTime))
    later = case(*((Feed.attempts == deaths, wait) for deaths, wait in waits.items()), longest, else_=Feed.next_poll_at)
    error = case((Feed.attempts >= min(DEATH_WAITS), DEADLY), else_=Feed.error)
    ids = claim_batch(session, select_due(now), Feed, until, limit, next_poll_at=later, error=error)
    return list(session.scalars(select(Feed).where(Feed.id.in_(ids)).order_by(Feed.next_poll_at, Feed.id)))


def count_due(session: Session, now: datetime) -> int:
    """How many feeds wait to be polled now."""
    return session.scalar(select(func.count()).select_from(select_due(now).order_by(None).subquery())) or 0


def list_feeds(session: Session) -> Sequence[Feed]:
    """All feeds, enabled ones first, by name."""
    return session.scalars(select(Feed).order_by(Feed.enabled.desc(), Feed.name)).all()


def find_feed(session: Session, key: str) -> Feed | None:
    """A feed by id, url or name."""
    if key.isascii() and key.isdigit() and len(key) < 10:  # longer numbers are no ids, and too large for SQL
        return session.get(Feed, int(key))
    return session.scalar(select(Feed).where((Feed.url == key) | (Feed.name == key)).limit(1))


def make_due(session: Session, now: datetime) -> int:
    """Let every enabled feed be due now. How many."""
    result: Any = session.execute(update(Feed).where(Feed.enabled, ~Feed.muted).values(next_poll_at=now))
    return int(result.rowcount)


def list_polls(session: Session, feed_id: int, limit: int = 20) -> Sequence[Poll]:
    """The latest polls of a feed, newest first."""
    chosen = select(Poll).where(Poll.feed_id == feed_id).order_by(Poll.started_at.desc(), Poll.id.desc())
    return session.scalars(chosen.limit(limit)).all()


def count_articles(session: Session) -> dict[int, int]:
    """How many articles each feed carried."""
    rows = session.execute(select(ArticleFeed.feed_id, func.count()).group_by(ArticleFeed.feed_id))
    return {row[0]: row[1] for row in rows}


def count_kept(session: Session) -> dict[int, int]:
    """How many articles of each feed concern the pair."""
    rows = session.execute(
        select(ArticleFeed.feed_id, func.count())
        .join(Article, Article.id == ArticleFeed.article_id)
        .where(Article.relevant.is_(True))
        .group_by(ArticleFeed.feed_id)
    )
    return {row[0]: row[1] for row in rows}


def count_labelled(session: Session, feed_id: int) -> dict[tuple[bool, bool], int]:
    """Of the articles a feed brought and the analyst labelled, how many were (kept, relevant)."""
    rows = session.execute(
        select(Article.relevant, Label.relevant, func.count())
        .join(Label, Label.article_id == Article.id)
        .where(Article.feed_id == feed_id, Article.relevant.is_not(None), Label.relevant.is_not(None))
        .group_by(Article.relevant, Label.relevant)
    )
    return {(bool(row[0]), bool(row[1])): row[2] for row in rows}


def measure_yield(session: Session, feed_id: int, since: datetime) -> tuple[int, datetime | None]:
    """How many entries a feed brought since a moment, its first fetch left out, and since when it has been polled."""
    first = session.scalar(select(func.min(Poll.started_at)).where(Poll.feed_id == feed_id))
    if first is None:
        return 0, None
    chosen = select(func.coalesce(func.sum(Poll.new_entries), 0)).where(
        Poll.feed_id == feed_id, Poll.started_at >= since, Poll.started_at > first
    )
    return int(session.scalar(chosen) or 0), first


def count_polls(session: Session, since: datetime) -> dict[str, int]:
    """How many polls since a moment had each outcome."""
    rows = session.execute(select(Poll.outcome, func.count()).where(Poll.started_at >= since).group_by(Poll.outcome))
    return {row[0]: row[1] for row in rows}


def count_entries(session: Session, since: datetime) -> int:
    """How many new articles the polls since a moment brought."""
    chosen = select(func.coalesce(func.sum(Poll.new_entries), 0)).where(Poll.started_at >= since)
    return int(session.scalar(chosen) or 0)
