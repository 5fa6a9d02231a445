"""What lies at an address, before anybody subscribes to it: one guarded fetch, parsed, nothing stored."""

import asyncio
from collections import Counter
from dataclasses import dataclass
from datetime import UTC, datetime

from config.settings import Settings
from worker.errors import FetchError
from worker.net.fetch import FetchRequest, FetchResult, fetch_many
from worker.news.feed import parse_feed
from worker.news.language import detect_language
from worker.news.types import UNKNOWN_LANGUAGE, Entry, ParsedFeed
from worker.pipeline.feeds import name_agent

# The first entries tell what an outlet writes in; all 500 of a long feed would only cost time.
SAMPLE = 20


@dataclass(frozen=True)
class FeedCheck:
    """What an address answered."""

    url: str
    address: str
    """Where it was found in the end."""
    moved_to: str | None
    """Where it says it lives for good now."""
    title: str
    language: str | None
    """As declared."""
    detected: str | None
    """As most of its entries read."""
    entries: int
    newest: datetime | None
    etag: str | None
    last_modified: str | None
    asks_seconds_between: int | None
    asks_to_skip_hours: tuple[int, ...]
    asks_to_skip_days: tuple[int, ...]
    cached_seconds: int | None
    """How long the server says its answer holds."""
    bytes: int
    seconds: float
    warnings: tuple[str, ...]


def check_feed(settings: Settings, url: str) -> FeedCheck:
    """Fetch and read a feed. FetchError, ForbiddenAddress or FeedError when it cannot be."""
    agent, now = name_agent(settings), datetime.now(UTC)
    result = asyncio.run(fetch_many([FetchRequest(url)], now=now, allow=settings.http_allow, user_agent=agent))[0]
    if isinstance(result, FetchError):
        raise result
    assert result.body is not None  # no validators were sent, so there is no 304
    return describe_check(result, parse_feed(result.body, result.url, content_type=result.content_type))


def describe_check(result: FetchResult, parsed: ParsedFeed) -> FeedCheck:
    """What came, as facts."""
    return FeedCheck(
        url=result.url,
        address=result.final_url,
        moved_to=result.moved_to,
        title=parsed.title,
        language=parsed.language,
        detected=detect_most(parsed.entries),
        entries=len(parsed.entries),
        newest=max((one.published_at for one in parsed.entries if one.published_at), default=None),
        etag=result.etag,
        last_modified=result.last_modified,
        asks_seconds_between=parsed.min_interval_seconds,
        asks_to_skip_hours=tuple(sorted(parsed.skip_hours)),
        asks_to_skip_days=tuple(sorted(parsed.skip_days)),
        cached_seconds=result.max_age_seconds,
        bytes=result.received_bytes,
        seconds=round(result.duration_seconds, 2),
        warnings=parsed.warnings,
    )


def detect_most(entries: tuple[Entry, ...]) -> str | None:
    """The language most of the first entries are in; None when none can be told."""
    found = Counter(detect_language(f"{one.title}. {one.summary}") for one in entries[:SAMPLE])
    found.pop(UNKNOWN_LANGUAGE, None)
    return found.most_common(1)[0][0] if found else None
