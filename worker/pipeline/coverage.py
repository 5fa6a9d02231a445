"""Which feeds could be read: what a digest says at its end, so that a silent gap is never silent."""

from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.feeds import list_polls
from db.models import Feed
from worker.news.digest import Coverage
from worker.news.outages import describe_failure

HEALTHY = "active"
READ = ("new", "unchanged", "not_modified")
"""Outcomes of a poll that could read its feed."""


def list_enabled(session: Session) -> list[Feed]:
    """The feeds that count."""
    return list(session.scalars(select(Feed).where(Feed.enabled, ~Feed.muted).order_by(Feed.name)))


def measure_coverage(session: Session, before: dict[str, Any] | None, language: str = "en") -> Coverage:
    """How many feeds can be read, and what changed since the coverage of the last digest; why not, in the language of a
    reader."""
    feeds = list_enabled(session)
    failing = {feed.name: feed for feed in feeds if is_failing(feed)}
    known = set((before or {}).get("failing", ()))
    newly = [feed for name, feed in failing.items() if name not in known]
    return Coverage(
        read=sum(feed.last_success_at is not None and feed.name not in failing for feed in feeds),
        total=len(feeds),
        newly_failing=tuple((feed.name, tell_failure(session, feed, language)) for feed in newly),
        recovered=tuple(sorted((known - failing.keys()) & {feed.name for feed in feeds})),
        standing_faults=len(known & failing.keys()),
    )


def is_failing(feed: Feed) -> bool:
    """Whether a feed was tried and could not be read."""
    return feed.state != HEALTHY or (feed.error is not None and feed.failure_weight > 0)


def tell_failure(session: Session, feed: Feed, language: str) -> str:
    """Why a feed cannot be read. The words of an error are English; for other readers what kind it is says enough."""
    last = next(iter(list_polls(session, feed.id, limit=1)), None)
    kind, status = (last.outcome, last.status) if last and last.outcome not in READ else (feed.state, None)
    return describe_failure(kind, status, language) or shorten_reason(feed.error or feed.state)


def shorten_reason(why: str) -> str:
    """The reason without the url, which the feed's name stands for."""
    return why.split(": ", 1)[-1][:100]


def pack_coverage(session: Session) -> dict[str, Any]:
    """What the next digest compares with."""
    return {"failing": [feed.name for feed in list_enabled(session) if is_failing(feed)]}
