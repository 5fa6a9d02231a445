"""Poll: due feeds are claimed, fetched, parsed, and what they brought is stored together with their validators."""

import asyncio
import hashlib
import logging
from datetime import datetime
from typing import Any

from sqlalchemy import Select, insert, select
from sqlalchemy.exc import DataError, IntegrityError, ProgrammingError

from db.feeds import claim_due
from db.leases import complete_row, lease_end
from db.models import Feed, Poll
from worker.errors import FeedError, FetchError
from worker.net.fetch import FetchRequest, FetchResult, fetch_many
from worker.news.feed import parse_feed
from worker.pipeline.feeds import Answer, Polled, change_feed, name_agent
from worker.pipeline.runtime import Runtime
from worker.pipeline.store import store_entries

log = logging.getLogger(__name__)
# Batches of 25 to 50 due feeds a task: one no-op task costs as much as claiming thirty feeds (docs/evidence.md: 574
# tasks/s, 17,589 feeds/s in batches of fifty).
BATCH = 25


def poll_due(runtime: Runtime, limit: int = BATCH) -> list[Polled]:
    """Claim up to `limit` due feeds and poll them together. Empty: none was due."""
    now = runtime.now()
    with runtime.database.write() as session, session.begin():
        feeds = claim_due(session, now, lease_end(now, runtime.settings.lease_seconds), limit)
    if not feeds:
        return []
    requests = [FetchRequest(feed.url, feed.etag, feed.last_modified) for feed in feeds]
    results = asyncio.run(
        fetch_many(requests, now=now, allow=runtime.settings.http_allow, user_agent=name_agent(runtime.settings))
    )
    answers = [read_answer(feed, result) for feed, result in zip(feeds, results, strict=True)]
    return [store_answer(runtime, answer, now) for answer in answers]


def read_answer(feed: Feed, result: FetchResult | FetchError) -> Answer:
    """Parse what came, unless it is what came last time."""
    if isinstance(result, FetchError):
        return Answer(feed, error=result)
    if result.body is None:
        return Answer(feed, result)
    body_hash = hashlib.sha256(result.body).hexdigest()
    if body_hash == feed.body_hash:
        return Answer(feed, result, body_hash=body_hash)
    try:
        parsed = parse_feed(result.body, feed.url, content_type=result.content_type)
    except FeedError as error:
        return Answer(feed, result, error=error)
    except Exception as error:  # a bad feed never stops the others
        log.exception("%s could not be parsed", feed.url)
        return Answer(feed, result, error=FeedError(feed.url, f"{type(error).__name__} while parsing it"))
    return Answer(feed, result, parsed, body_hash=body_hash, warnings=parsed.warnings)


def store_answer(runtime: Runtime, answer: Answer, started: datetime) -> Polled:
    """Store what came for a feed. When SQL refuses it, that is noted as the feed's failure, and the others go on."""
    try:
        return complete_poll(runtime, answer, started)
    except (DataError, IntegrityError, ProgrammingError, ValueError) as error:
        log.exception("what %s sent could not be stored", answer.feed.url)
        fault = FeedError(answer.feed.url, f"{type(error).__name__} while storing it")
        return complete_poll(runtime, Answer(answer.feed, answer.result, error=fault), started)


def complete_poll(runtime: Runtime, answer: Answer, started: datetime) -> Polled:
    """Store what came and the feed's validators in one transaction: a crash cannot lose what a 304 will not repeat."""
    feed, now = answer.feed, runtime.now()
    with runtime.database.write() as session, session.begin():
        held = session.scalar(find_held(feed))
        if held is None:
            return Polled(feed.name, feed.url, "lease_lost", note="another worker has this feed by now")
        new = store_entries(session, feed, answer.parsed.entries, now) if answer.parsed else 0
        polled = describe_poll(answer, new)
        changes = change_feed(session, answer, polled, runtime.settings.poll_interval_seconds, now)
        complete_row(session, Feed, feed.id, feed.lease_token or "", **changes)
        session.execute(insert(Poll).values(make_record(answer, polled, started)))
    if answer.error is not None:
        log.warning("%s", answer.error)
    return polled


def find_held(feed: Feed) -> Select[int]:
    """The feed, if our lease still holds it; locked until the end, so that nobody claims it while entries go in."""
    return select(Feed.id).where(Feed.id == feed.id, Feed.lease_token == feed.lease_token).with_for_update()


def describe_poll(answer: Answer, new: int) -> Polled:
    """The outcome of a poll."""
    feed, result, error = answer.feed, answer.result, answer.error
    if error is not None:
        kind = error.kind if isinstance(error, FetchError) else "not_a_feed"
        status = error.status if isinstance(error, FetchError) else (result.status if result else None)
        return Polled(feed.name, feed.url, kind, status, note=error.why)
    assert result is not None
    entries = len(answer.parsed.entries) if answer.parsed else 0
    outcome = "not_modified" if result.body is None else "new" if new else "unchanged"
    return Polled(feed.name, feed.url, outcome, result.status, entries, new, "; ".join(answer.warnings))


def make_record(answer: Answer, polled: Polled, started: datetime) -> dict[str, Any]:
    """The row of `polls`."""
    return {
        "feed_id": answer.feed.id,
        "started_at": started,
        "outcome": polled.outcome[:24],
        "status": polled.status,
        "bytes": answer.result.received_bytes if answer.result else 0,
        "duration_seconds": answer.result.duration_seconds if answer.result else 0.0,
        "new_entries": polled.new_entries,
        "note": polled.note[:500] or None,
    }
