"""Whether all is well: feeds, queue, outbox, heartbeats, and each thing that is wrong named in a line.

Facts only, so that the command, the pages and the health check say the same.
"""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from config.files import data_path
from config.settings import Settings
from db.articles import count_state, find_last_seen, list_poison
from db.channels import list_channels
from db.deliveries import count_states, count_unsettled, find_oldest_pending
from db.feeds import count_due, count_entries, count_polls, list_feeds
from db.migrate import find_head, find_revision
from db.models import Feed
from db.motion import count_held, find_oldest
from db.pages import count_pages
from worker.pipeline.coverage import is_failing, shorten_reason
from worker.pipeline.feedlist import name_state
from worker.pipeline.motion import SCHEDULER, Beat, Broker, Motion, find_still, is_cron, limit_cron, read_beats
from worker.pipeline.runtime import Runtime
from worker.pipeline.subscribe import list_faults
from worker.pipeline.sweep import Waiting, find_waiting

# A tick is 5 s and a batch of 25 feeds takes at most half a minute: ten minutes late is no longer a queue that moves.
LATE = timedelta(minutes=10)
# One or two slow feeds are their own affair; a tenth of them late means that polling itself does not keep up.
FEW, SHARE = 2, 0.1
# A message is tried within a tick; one that waits longer has met a failing server or a sender that stands still.
PATIENCE = timedelta(minutes=5)
# One reader's server that puts us off is no emergency; mail servers warn their own senders after four hours.
PUT_OFF = timedelta(hours=4)


@dataclass(frozen=True)
class FailingFeed:
    """A feed that was tried and could not be read, or has gone quiet."""

    name: str
    state: str
    error: str


@dataclass(frozen=True)
class PollSum:
    """The polls of the last hour."""

    total: int
    failed: int
    new_articles: int


@dataclass(frozen=True)
class PausedChannel:
    """A channel on which nothing is sent."""

    channel: str
    why: str
    since: datetime | None
    until: datetime | None
    """When it is tried again by itself; none: it waits for a person."""


@dataclass(frozen=True)
class Status:
    """How things stand at one moment."""

    now: datetime
    schema: str | None
    schema_head: str | None
    feeds: dict[str, int]
    failing: tuple[FailingFeed, ...]
    overdue: int
    """Feeds whose time came long ago, and nobody polls them."""
    overdue_minutes: int
    """What counts as long ago."""
    polls: PollSum
    waiting: Waiting
    poison: int
    poison_ids: tuple[int, ...]
    outbox: dict[str, dict[str, int]]
    """Channel → state → messages."""
    unsettled: int
    """Uncertain messages that wait for a person."""
    oldest_pending: datetime | None
    """Since when the oldest message waits that was not tried yet; one that was refused waits by itself."""
    oldest_refused: datetime | None
    """Since when the oldest message is put off by its recipient."""
    paused: tuple[PausedChannel, ...]
    mail_folder: str | None
    """Where mail goes as long as no mail server is set."""
    beats: tuple[Beat, ...]
    oldest: dict[str, datetime | None]
    """Since when the oldest row has waited for each step."""
    held: dict[str, int]
    """Rows that the workers of each queue hold."""
    broker: Broker | None
    """What the broker holds, if it was asked."""
    last_article: datetime | None
    pages: dict[str, int]
    """Pages of articles by state: wanted, read, unfit, refused, failed."""
    faults: tuple[str, ...]
    """What is wrong with the queries of subscriptions."""
    wrong: tuple[str, ...] = ()
    """What is wrong, a line each; empty: all is well."""


def gather_status(runtime: Runtime, broker: Broker | None = None) -> Status:
    """How things stand now. Reads only; what the broker holds is told by whoever may ask it."""
    now = runtime.now()
    waiting = find_waiting(runtime)
    with runtime.database.read() as session:
        rows = list(list_feeds(session))
        beats = read_beats(session, now)
        late = measure_lateness(runtime.settings, beats)
        status = Status(
            now=now,
            schema=find_revision(runtime.database),
            schema_head=find_head(data_path("alembic")),
            feeds=count_feeds(rows),
            failing=list_failing(rows),
            overdue=count_due(session, now - late),
            overdue_minutes=int(late.total_seconds() // 60),
            polls=sum_polls(session, now - timedelta(hours=1)),
            waiting=waiting,
            poison=count_state(session, "poison"),
            poison_ids=tuple(list_poison(session)),
            outbox=count_outbox(session),
            unsettled=count_unsettled(session),
            oldest_pending=find_oldest_pending(session),
            oldest_refused=find_oldest_pending(session, attempts=1),
            paused=list_paused(session, now),
            mail_folder=None if runtime.settings.smtp_url else str(runtime.settings.outbox_dir),
            beats=beats,
            oldest=find_oldest(session, now),
            held=count_held(session, now),
            broker=broker,
            last_article=find_last_seen(session),
            pages=count_pages(session),
            faults=tuple(list_faults(runtime, session)),
        )
    return replace(status, wrong=tuple(find_wrong(status, runtime.settings)))


def measure_lateness(settings: Settings, beats: tuple[Beat, ...]) -> timedelta:
    """How long after its time a feed counts as overdue: where only cron polls, it may wait for the next run."""
    if any(one.name == SCHEDULER for one in beats) and not is_cron(Motion(beats, {})):
        return LATE
    return max(LATE, limit_cron(settings))


def count_feeds(rows: list[Feed]) -> dict[str, int]:
    """How many feeds are in each state."""
    counts: dict[str, int] = {}
    for row in rows:
        state = name_state(row)
        counts[state] = counts.get(state, 0) + 1
    return counts


def list_failing(rows: list[Feed]) -> tuple[FailingFeed, ...]:
    """The feeds that count and cannot be read, or are silent, by name."""
    counted = [row for row in rows if row.enabled and not row.muted and row.last_polled_at and is_failing(row)]
    return tuple(FailingFeed(row.name, row.state, shorten_reason(row.error or row.state)) for row in counted)


def sum_polls(session: Session, since: datetime) -> PollSum:
    """The polls since a moment."""
    outcomes = count_polls(session, since)
    good = sum(outcomes.get(one, 0) for one in ("new", "unchanged", "not_modified"))
    total = sum(outcomes.values())
    return PollSum(total, total - good, count_entries(session, since))


def count_outbox(session: Session) -> dict[str, dict[str, int]]:
    """Messages by channel and state."""
    outbox: dict[str, dict[str, int]] = {}
    for (channel, state), count in sorted(count_states(session).items()):
        outbox.setdefault(channel, {})[state] = count
    return outbox


def list_paused(session: Session, now: datetime) -> tuple[PausedChannel, ...]:
    """The channels on which nothing is sent."""
    paused = [one for one in list_channels(session) if one.paused and (one.until is None or one.until > now)]
    return tuple(PausedChannel(one.name, one.reason or "", one.since, one.until) for one in paused)


def find_wrong(status: Status, settings: Settings) -> list[str]:
    """What is wrong, each with its mend where there is one."""
    wrong = []
    if status.schema != status.schema_head:
        wrong.append("the database has another schema than this program (run `galata migrate`)")
    failing, total = status.feeds.get("failing", 0), sum(status.feeds.values())
    if failing > max(FEW, total // 2):
        wrong.append(f"{failing} of {total} feeds cannot be read (`galata feeds list`); is the network there?")
    if status.overdue > max(FEW, SHARE * sum(status.feeds.values())):
        wrong.append(f"{status.overdue} feeds are more than {status.overdue_minutes} min overdue")
    if status.poison:
        articles = "1 article was" if status.poison == 1 else f"{status.poison} articles were"
        wrong.append(f"{articles} set aside (`galata explain {status.poison_ids[0]}`)")
    still = find_still(Motion(status.beats, status.held, status.broker), settings)
    return [*wrong, *status.faults, *find_wrong_outbox(status), *still]


def find_wrong_outbox(status: Status) -> list[str]:
    """What is wrong with messages."""
    wrong = [
        f"channel {one.channel} is paused: {one.why} (`galata channels resume {one.channel}` when mended)"
        for one in status.paused
        if one.until is None
    ]
    dead = sum(states.get("dead", 0) for states in status.outbox.values())
    for count, state, mend in ((status.unsettled, "uncertain", "resolve"), (dead, "dead", "retry")):
        if count:
            wrong.append(f"{tell_messages(count)} {state} (`galata deliveries list --state {state}`, then `{mend}`)")
    if status.oldest_pending and status.now - status.oldest_pending > PATIENCE:
        minutes = int((status.now - status.oldest_pending).total_seconds() // 60)
        wrong.append(f"the oldest message has waited {minutes} min{explain_wait(status)}")
    if status.oldest_refused and status.now - status.oldest_refused > PUT_OFF:
        hours = int((status.now - status.oldest_refused).total_seconds() // 3600)
        wrong.append(f"a message has been put off for {hours} h (`galata deliveries list --state pending`)")
    return wrong


def tell_messages(count: int) -> str:
    """`1 message is`, `2 messages are`."""
    return "1 message is" if count == 1 else f"{count} messages are"


def explain_wait(status: Status) -> str:
    """Which channel rests, and why, if one does."""
    return "".join(f" ({one.channel} rests: {one.why})" for one in status.paused if one.until)
