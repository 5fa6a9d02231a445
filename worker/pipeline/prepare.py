"""From data files to rows: the schema, then feeds, subscriptions and seeds. Idempotent; two at once do no harm.

Data files own the rows they made (`origin = file`): a changed file updates or disables those and no others. What people
do in SQL (a pause, a mute, a suppressed address) survives.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from config.check import check_subscriptions, explain_failure
from config.errors import ConfigError
from config.files import data_path, load_feeds, load_subscriptions, read_document
from config.models import FeedFile, SubscriptionFile
from config.settings import Settings
from config.urls import make_key
from db.base import new_token
from db.migrate import lock_migration, upgrade
from db.models import Feed
from db.outbox_models import Recipient, Subscription
from worker.net.channels import channel_of
from worker.news.query import parse_query
from worker.news.schedule import next_slot, parse_schedule
from worker.pipeline.convert import pack_bearing
from worker.pipeline.runtime import Runtime, open_runtime
from worker.pipeline.seeds import list_seeds, load_seeds


@dataclass(frozen=True)
class Prepared:
    """What a preparation changed."""

    feeds: int
    feeds_added: int
    feeds_disabled: int
    subscriptions: int
    seeds: int
    seeds_added: int


@contextmanager
def open_prepared(settings: Settings) -> Iterator[tuple[Runtime, Prepared]]:
    """A runtime with everything brought up to date. ConfigError for a mistake in a data file, before there is so much
    as an empty database."""
    read_files(settings)
    with open_runtime(settings, migrated=False) as runtime:
        yield runtime, prepare(runtime)


def read_files(settings: Settings) -> tuple[list[FeedFile], list[SubscriptionFile]]:
    """The data files that become rows. ConfigError with every mistake of one, by its line."""
    feeds, subscriptions = load_feeds(settings), load_subscriptions(settings)
    check_texts(settings)
    return feeds, subscriptions


def prepare(runtime: Runtime) -> Prepared:
    """Bring schema, feeds, subscriptions and seeds up to date."""
    feeds, subscriptions = read_files(runtime.settings)
    upgrade(runtime.database, data_path("alembic"))
    now = runtime.now()
    with runtime.database.write() as session, session.begin():
        lock_migration(session)
        added, disabled = sync_feeds(session, feeds, now)
        sync_subscriptions(session, subscriptions, now)
    folders = [data_path("seeds"), runtime.settings.config_dir / "seeds"]
    seeds_added = sum(load_seeds(runtime, folder) for folder in folders if folder.is_dir())
    with runtime.database.read() as session:
        seeds = len(list_seeds(session))
    return Prepared(len(feeds), added, disabled, len(subscriptions), seeds, seeds_added)


def check_texts(settings: Settings) -> None:
    """ConfigError with every query, schedule and address of subscriptions.toml that cannot be read, by its line."""
    problems = check_subscriptions(settings, (("query", parse_query), ("schedule", parse_schedule)))
    document = read_document(settings, "subscriptions.toml")
    for number, subscription in enumerate(load_subscriptions(settings)):
        for place, recipient in enumerate(subscription.recipients):
            if why := explain_failure(channel_of, recipient.to):
                document.note_problem(("subscriptions", number, "recipients", place, "to"), why)
    if problems or document.problems:
        raise ConfigError(*problems, *document.problems)


def sync_feeds(session: Session, files: list[FeedFile], now: datetime) -> tuple[int, int]:
    """Make the rows of origin `file` follow the file. How many were added, and how many disabled."""
    # In this order the row of a user stands for its url, should there be one of the file too.
    rows = {make_key(feed.url): feed for feed in session.scalars(select(Feed).order_by(Feed.origin))}
    added = 0
    for file in files:
        row = rows.get(make_key(file.url))
        if row is None:
            row = Feed(url=file.url, origin="file", next_poll_at=now)
            session.add(row)
            added += 1
        if row.origin == "file":
            write_feed(row, file)
    wanted = {make_key(file.url) for file in files}
    gone = [row for url, row in rows.items() if row.origin == "file" and url not in wanted and row.enabled]
    for row in gone:
        row.enabled = False
    return added, len(gone)


def write_feed(row: Feed, file: FeedFile) -> None:
    """What the file decides of a feed. Validators are the url's: with another spelling (https for http) they go."""
    if row.url != file.url:
        row.url, row.etag, row.last_modified = file.url, None, None
    row.name, row.language, row.country, row.category = file.name, file.language, file.country, file.category or None
    row.enabled, row.interval_seconds, row.first_fetch = file.enabled, file.interval, file.first_fetch
    row.bearing = pack_bearing(file.prior, file.about)
    row.full_text = file.full_text


def sync_subscriptions(session: Session, files: list[SubscriptionFile], now: datetime) -> None:
    """Make the subscriptions of origin `file` follow the file."""
    rows = {row.name: row for row in session.scalars(select(Subscription))}
    for file in files:
        row = rows.get(file.name)
        if row is None:
            row = Subscription(name=file.name, origin="file", created_at=now, schedule="")
            session.add(row)
        if row.origin == "file":
            write_subscription(row, file, now)
    wanted = {file.name for file in files}
    for row in rows.values():
        if row.origin == "file" and row.name not in wanted:
            row.enabled = False


def write_subscription(row: Subscription, file: SubscriptionFile, now: datetime) -> None:
    """What the file decides of a subscription; a changed schedule counts from now, and so does one that returns."""
    if row.schedule != file.schedule or not row.enabled:
        row.schedule, row.next_run_at = file.schedule, next_slot(parse_schedule(file.schedule), now)
    row.query, row.scope, row.enabled = file.query, file.scope, True
    known = {one.address: one for one in row.recipients}
    for recipient in file.recipients:
        one = known.get(recipient.to)
        if one is None:
            one = Recipient(address=recipient.to, channel=channel_of(recipient.to), secret=new_token())
            row.recipients.append(one)
        one.languages, one.enabled = list(recipient.reads), True
    for address, one in known.items():
        one.enabled = address in {recipient.to for recipient in file.recipients}
