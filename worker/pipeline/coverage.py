"""Which feeds could be read: what a digest says at its end, so that a silent gap is never silent."""

from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.models import Feed
from worker.news.digest import Coverage

HEALTHY = "active"


def list_enabled(session: Session) -> list[Feed]:
    """The feeds that count."""
    return list(session.scalars(select(Feed).where(Feed.enabled, ~Feed.muted).order_by(Feed.name)))


def measure_coverage(session: Session, before: dict[str, Any] | None) -> Coverage:
    """How many feeds can be read, and what changed since the coverage of the last digest."""
    feeds = list_enabled(session)
    failing = {feed.name: feed.error or feed.state for feed in feeds if is_failing(feed)}
    known = set((before or {}).get("failing", ()))
    return Coverage(
        read=sum(feed.last_success_at is not None and feed.name not in failing for feed in feeds),
        total=len(feeds),
        newly_failing=tuple((name, shorten_reason(why)) for name, why in failing.items() if name not in known),
        recovered=tuple(sorted((known - failing.keys()) & {feed.name for feed in feeds})),
        standing_faults=len(known & failing.keys()),
    )


def is_failing(feed: Feed) -> bool:
    """Whether a feed was tried and could not be read."""
    return feed.state != HEALTHY or (feed.error is not None and feed.failure_weight > 0)


def shorten_reason(why: str) -> str:
    """The reason without the url, which the feed's name stands for."""
    return why.split(": ", 1)[-1][:100]


def pack_coverage(session: Session) -> dict[str, Any]:
    """What the next digest compares with."""
    return {"failing": [feed.name for feed in list_enabled(session) if is_failing(feed)]}
