"""What a poll changes of a feed: validators, state, the next poll. Facts from rows, decisions from news."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy.orm import Session

from config.settings import Settings
from db.feeds import measure_yield
from db.models import Feed
from worker.errors import FeedError, FetchError
from worker.net.fetch import FetchResult
from worker.net.http import make_user_agent
from worker.news.schedule import PollFacts, add_failure, feed_state, next_poll, weigh_failure
from worker.news.types import ParsedFeed

# Two weeks hold two of each weekday; a rate learned from less than three days would mistake a Sunday for the rule.
LEARNED_FROM, LEAST_LEARNED = timedelta(days=14), timedelta(days=3)


@dataclass(frozen=True)
class Polled:
    """What one feed's poll came to."""

    feed: str
    url: str
    outcome: str
    """new | unchanged | not_modified, or the kind of error."""
    status: int | None = None
    entries: int = 0
    new_entries: int = 0
    note: str = ""

    @property
    def failed(self) -> bool:
        """Whether the feed could not be read."""
        return self.outcome not in ("new", "unchanged", "not_modified")


@dataclass
class Answer:
    """What came back for a feed, before it is stored."""

    feed: Feed
    result: FetchResult | None = None
    parsed: ParsedFeed | None = None
    error: FetchError | FeedError | None = None
    body_hash: str | None = None
    warnings: tuple[str, ...] = field(default=())


def name_agent(settings: Settings) -> str:
    """What outlets see of us: honest, with a version and a contact."""
    return make_user_agent(settings.user_agent_contact or settings.public_url)


def change_feed(session: Session, answer: Answer, polled: Polled, interval: int, now: datetime) -> dict[str, Any]:
    """The columns of a feed after a poll."""
    feed = answer.feed
    changes: dict[str, Any] = {"last_polled_at": now, "last_status": polled.status, "attempts": 0}
    changes |= note_failure(feed, answer) if polled.failed else note_success(answer, now)
    if polled.new_entries:
        changes["last_entry_at"] = now
    facts = gather_facts(session, answer, changes, interval, now)
    return {**changes, "next_poll_at": next_poll(now, facts), "state": feed_state(facts)}


def note_failure(feed: Feed, answer: Answer) -> dict[str, Any]:
    """Validators stay as they were: what could not be read must not be answered by 304 next time."""
    error = answer.error
    status = error.status if isinstance(error, FetchError) else None
    permanent = error.permanent if isinstance(error, FetchError) else True
    weight = add_failure(feed.failure_weight, weigh_failure(status, permanent=permanent))
    return {"failure_weight": weight, "error": str(error)[:500]}


def note_success(answer: Answer, now: datetime) -> dict[str, Any]:
    """Validators as the server gave them, byte for byte; a 304 or an unchanged body may bring new ones."""
    result, feed = answer.result, answer.feed
    assert result is not None
    changes: dict[str, Any] = {"failure_weight": 0.0, "error": None, "last_success_at": now}
    changes |= {"etag": result.etag, "last_modified": result.last_modified}
    if answer.body_hash:
        changes["body_hash"] = answer.body_hash
    if answer.parsed:
        changes["manners"] = describe_manners(answer.parsed)
    return changes | note_move(feed, result)


def note_move(feed: Feed, result: FetchResult) -> dict[str, Any]:
    """Count the sightings of a permanent redirect; the address itself changes only in the list of feeds."""
    if result.moved_to is None:
        return {"moved_to": None, "moved_seen": 0}
    seen = feed.moved_seen + 1 if feed.moved_to == result.moved_to else 1
    return {"moved_to": result.moved_to, "moved_seen": seen}


def describe_manners(parsed: ParsedFeed) -> dict[str, Any]:
    """What a feed asks of those who poll it, for polls that bring no document."""
    return {
        "min_interval": parsed.min_interval_seconds,
        "skip_hours": sorted(parsed.skip_hours),
        "skip_days": sorted(parsed.skip_days),
    }


def gather_facts(session: Session, answer: Answer, changes: dict[str, Any], interval: int, now: datetime) -> PollFacts:
    """What decides when a feed is polled again and how it is said to be doing."""
    feed, result, error = answer.feed, answer.result, answer.error
    manners = changes.get("manners") or feed.manners or {}
    brought, first = measure_yield(session, feed.id, now - LEARNED_FROM)
    observed = now - max(first, now - LEARNED_FROM) if first else timedelta()
    last_entry = changes.get("last_entry_at") or feed.last_entry_at
    return PollFacts(
        feed_id=feed.id,
        interval_seconds=feed.interval_seconds or interval,
        interval_chosen=feed.interval_seconds is not None,
        has_validators=bool(changes.get("etag", feed.etag) or changes.get("last_modified", feed.last_modified)),
        min_interval_seconds=manners.get("min_interval"),
        max_age_seconds=result.max_age_seconds if result else None,
        retry_after=error.retry_after if isinstance(error, FetchError) else result.retry_after if result else None,
        failure_weight=changes["failure_weight"],
        gone=isinstance(error, FetchError) and error.kind == "gone",
        skip_hours=frozenset(manners.get("skip_hours", ())),
        skip_days=frozenset(manners.get("skip_days", ())),
        entries_per_day=brought / (observed / timedelta(days=1)) if observed >= LEAST_LEARNED else None,
        quiet_seconds=(now - last_entry).total_seconds() if last_entry else None,
    )
