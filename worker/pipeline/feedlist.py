"""The list of feeds as people see and change it: what each brought, what is wrong with it, adding, muting.

Feeds of a data file belong to that file; what people add here has origin `user` and no file touches it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from urllib.parse import urlsplit

from sqlalchemy.orm import Session

from config.errors import name_nearest
from config.models import FeedFile
from config.urls import make_key
from db.feeds import count_articles, count_kept, count_labelled, find_feed, list_feeds, list_polls, make_due
from db.furniture import list_lines
from db.models import Feed
from worker.errors import UsageError
from worker.news.furniture import name_outlet
from worker.news.identity import canonical_url
from worker.news.text import fold
from worker.pipeline.convert import pack_bearing
from worker.pipeline.runtime import Runtime

# Of what an outlet repeats.
MOST_REPEATED = 8


@dataclass(frozen=True)
class FeedFacts:
    """One feed at a glance."""

    name: str
    state: str
    """disabled, muted, new (never polled), else active, failing, silent or gone."""
    last_success: datetime | None
    next_poll: datetime | None
    """None: it is not polled."""
    articles: int
    kept: int
    """Articles about both countries."""
    error: str | None
    url: str
    origin: str
    language: str | None
    country: str | None
    category: str | None


@dataclass(frozen=True)
class PollFacts:
    """One poll of a feed."""

    started: datetime
    outcome: str
    status: int | None
    bytes: int
    seconds: float
    new: int
    note: str | None


@dataclass(frozen=True)
class FeedDetail:
    """All that is known of one feed."""

    facts: FeedFacts
    manners: dict[str, Any]
    """Validators, what it asks of those who poll it, where it moved to; what it says of its items, and what labels say
    of how they were decided; what its outlet repeats under its articles."""
    polls: tuple[PollFacts, ...]


@dataclass(frozen=True)
class Added:
    """What became of a feed that was to be added; `problem` says why it was not."""

    name: str
    url: str
    problem: str | None = None


def list_facts(runtime: Runtime) -> list[FeedFacts]:
    """Every feed, enabled ones first, by name."""
    with runtime.database.read() as session:
        articles, kept = count_articles(session), count_kept(session)
        return [describe_feed(row, articles.get(row.id, 0), kept.get(row.id, 0)) for row in list_feeds(session)]


def describe_feed(row: Feed, articles: int, kept: int) -> FeedFacts:
    """A feed's row as facts."""
    polled = row.enabled and not row.muted
    return FeedFacts(
        name=row.name,
        state=name_state(row),
        last_success=row.last_success_at,
        next_poll=row.next_poll_at if polled else None,
        articles=articles,
        kept=kept,
        error=row.error,
        url=row.url,
        origin=row.origin,
        language=row.language,
        country=row.country,
        category=row.category,
    )


def name_state(row: Feed) -> str:
    """One word on how a feed is doing."""
    if not row.enabled:
        return "disabled"
    if row.muted:
        return "muted"
    return row.state if row.last_polled_at else "new"


def show_detail(runtime: Runtime, key: str) -> FeedDetail:
    """One feed by name, url or id. UsageError when there is none."""
    with runtime.database.read() as session:
        row = find_row(session, key)
        polls = tuple(
            PollFacts(
                one.started_at, one.outcome, one.status, one.bytes, one.duration_seconds, one.new_entries, one.note
            )
            for one in list_polls(session, row.id)
        )
        facts = describe_feed(row, count_articles(session).get(row.id, 0), count_kept(session).get(row.id, 0))
        labelled = describe_labelled(count_labelled(session, row.id))
        repeats = list(list_lines(session, name_outlet(row.name), MOST_REPEATED)) or None
        return FeedDetail(facts, {**describe_manners(row), "labelled": labelled, "repeats": repeats}, polls)


def describe_labelled(counts: dict[tuple[bool, bool], int]) -> str | None:
    """How often its items were decided rightly, so far as the analyst said: what to set its prior by."""
    kept, left = counts.get((True, True), 0), counts.get((False, False), 0)
    wrongly_kept, wrongly_left = counts.get((True, False), 0), counts.get((False, True), 0)
    if not counts:
        return None
    return f"{kept} of {kept + wrongly_kept} kept rightly, {left} of {left + wrongly_left} left out rightly"


def describe_manners(row: Feed) -> dict[str, Any]:
    """How a feed wants to be polled, and how it is."""
    asked = row.manners or {}
    return {
        "interval_seconds": row.interval_seconds,
        "first_fetch": row.first_fetch,
        "prior": (row.bearing or {}).get("prior") or None,
        "about": (row.bearing or {}).get("about") or None,
        "full_text": row.full_text,
        "etag": row.etag,
        "last_modified": row.last_modified,
        "asks_seconds_between": asked.get("min_interval"),
        "asks_to_skip_hours": asked.get("skip_hours") or None,
        "asks_to_skip_days": asked.get("skip_days") or None,
        "last_status": row.last_status,
        "last_new_article": row.last_entry_at,
        "failure_weight": row.failure_weight,
        "moved_to": row.moved_to,
    }


def find_row(session: Session, key: str) -> Feed:
    """A feed by name (capitals and accents do not count), url or id. UsageError naming the nearest."""
    row = find_feed(session, key)
    if row is not None:
        return row
    rows = list_feeds(session)
    found = [one for one in rows if fold(one.name) == fold(key) or make_feed_key(one.url) == make_feed_key(key)]
    if not found:
        near = name_nearest(key, [one.name for one in rows])
        raise UsageError(f"no feed is called {key!r}{near or '; `galata feeds list` names them'}")
    return found[0]


def make_feed_key(url: str) -> str:
    """What all spellings of a feed's url share."""
    return make_key(canonical_url(url))


def add_feeds(runtime: Runtime, files: Sequence[FeedFile]) -> list[Added]:
    """Add feeds with origin `user`, due now; one that is there already, or whose name is taken, is left out."""
    now = runtime.now()
    with runtime.database.write() as session, session.begin():
        rows = list_feeds(session)
        urls, names = {make_feed_key(row.url): row.name for row in rows}, {fold(row.name): row.url for row in rows}
        return [add_feed(session, file, urls, names, now) for file in files]


def add_feed(session: Session, file: FeedFile, urls: dict[str, str], names: dict[str, str], now: datetime) -> Added:
    """Add one feed unless its address or name is taken; both lists learn of it."""
    key = make_feed_key(file.url)
    if key in urls:
        return Added(file.name, file.url, f"is there already as {urls[key]!r}")
    if fold(file.name) in names:
        return Added(file.name, file.url, f"the name {file.name!r} belongs to {names[fold(file.name)]}; choose another")
    row = Feed(url=file.url, name=file.name, origin="user", next_poll_at=now, first_fetch=file.first_fetch)
    row.language, row.country, row.category = file.language, file.country, file.category or None
    row.bearing = pack_bearing(file.prior, file.about)
    row.full_text = file.full_text
    session.add(row)
    urls[key], names[fold(file.name)] = file.name, file.url
    return Added(file.name, file.url)


def name_host(url: str) -> str:
    """What a feed is called when nobody says: its host."""
    return (urlsplit(url).hostname or url).removeprefix("www.")


def mute_feed(runtime: Runtime, key: str, *, muted: bool) -> tuple[str, bool]:
    """Stop polling a feed, or poll it again from now on. Its name, and whether that changed anything."""
    with runtime.database.write() as session, session.begin():
        row = find_row(session, key)
        changed = row.muted != muted
        row.muted = muted
        if changed and not muted:
            row.next_poll_at = runtime.now()
        return row.name, changed


def switch_pages(runtime: Runtime, key: str, *, full_text: bool) -> str:
    """Let the pages of a feed's articles be read, or not. Its name. UsageError for a feed of the file."""
    with runtime.database.write() as session, session.begin():
        row = find_row(session, key)
        if row.origin == "file":
            raise UsageError(f"{row.name!r} stands in feeds.toml; write full_text = {str(full_text).lower()} there")
        row.full_text = full_text
        return row.name


def hasten_feeds(runtime: Runtime) -> int:
    """Let every feed that is polled be due now. How many."""
    with runtime.database.write() as session, session.begin():
        return make_due(session, runtime.now())
