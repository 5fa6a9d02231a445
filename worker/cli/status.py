"""galata status: whether all is well, for people and for monitoring (exit status 1 when something is wrong)."""

import socket
from collections.abc import Mapping
from contextlib import closing
from dataclasses import asdict
from datetime import datetime, timedelta

import click
from rich.console import Console
from rich.text import Text

from config import ConfigError
from config.settings import Settings, load_settings
from config.urls import mask_url
from worker.cli.context import open_command
from worker.cli.output import json_option, print_json, show_time
from worker.cli.words import (
    count_things,
    open_page,
    print_facts,
    print_heading,
    print_lines,
    print_table,
    tell_duration,
)
from worker.net.text import clean_text
from worker.pipeline.motion import Broker, QueueDepth, check_alive
from worker.pipeline.runtime import connect_database
from worker.pipeline.status import Status, gather_status


@click.command()
@click.option("--alive", metavar="NAME", help="Ask of one heartbeat alone (beat, deliver, 'worker poll@%h'): one line.")
@json_option
def status(alive: str | None, as_json: bool) -> None:
    """Tell how feeds, queue, outbox and heartbeats stand. The first line names what is wrong, and the exit status is 1
    then; 0 when all is well."""
    if alive:
        raise SystemExit(not tell_alive(alive))
    with open_command() as runtime:
        found = gather_status(runtime, ask_broker(runtime.settings))
    if as_json:
        print_json(asdict(found))
    else:
        tell_status(found)
    if found.wrong:
        raise SystemExit(1)


def tell_alive(name: str) -> bool:
    """Whether somebody made progress of late under a name, for the health checks of containers; `%h` in it is this
    machine's name, as in the node names of Celery. A database that is away is no progress."""
    settings, name = load_settings(), name.replace("%h", socket.gethostname())
    try:
        with closing(connect_database(settings)) as database:
            alive, line = check_alive(database, settings, name)
    except ConfigError as error:
        alive, line = False, f"{name}: {error}"
    click.echo(line)
    return alive


def ask_broker(settings: Settings) -> Broker:
    """What the broker holds; one in memory is not asked, since another process's memory it would not be."""
    if settings.is_embedded:
        return Broker(mask_url(settings.broker_url), None)
    from worker.broker import read_broker  # Celery takes a second to load

    return read_broker(settings)


def tell_status(found: Status) -> None:
    """The verdict, then the facts."""
    if found.wrong:
        click.echo(click.style("wrong: ", fg="red", bold=True) + clean_text("; ".join(found.wrong)))
    else:
        count = len(found.failing)  # a few are their own affair, and yet not well
        but = f", but for {count_things(count, 'feed')}, named below" if count else ""
        click.echo(click.style(f"All is well{but}.", fg="green"))
    console = open_page()
    tell_feeds(console, found)
    tell_queue(console, found)
    tell_outbox(console, found)
    tell_beats(console, found)


def tell_feeds(console: Console, found: Status) -> None:
    """Feeds by state, the polls of the last hour, the names of those that fail."""
    print_heading(console, f"Feeds: {join_counts(found.feeds) or 'none'}")
    polls = found.polls
    facts = {
        "due now": tell_wait(found.waiting.polls, found.oldest["polls"], found.now),
        "overdue": f"{found.overdue} by more than {found.overdue_minutes} min",
        "last hour": f"{count_things(polls.total, 'poll')}, {polls.failed} failed, {polls.new_articles} new articles",
        "last article": tell_when(found.last_article, found.now) or "none yet",
    }
    print_facts(console, facts)
    print_table(console, ("not well", "state", "because"), [(one.name, one.state, one.error) for one in found.failing])


def tell_queue(console: Console, found: Status) -> None:
    """What waits for each step, in SQL; what lies in the broker."""
    print_heading(console, "Waiting")
    steps = {
        "to be judged": ("arrived", found.waiting.arrived),
        "to be matched": ("judged", found.waiting.judged),
        "digests due": ("digests", found.waiting.digests),
        "messages due": ("deliveries", found.waiting.deliveries),
    }
    facts = {label: tell_wait(count, found.oldest[step], found.now) for label, (step, count) in steps.items()}
    poison = f"{found.poison} (articles {', '.join(map(str, found.poison_ids))})" if found.poison else "0"
    print_facts(console, {**facts, "set aside": poison, "pages of articles": join_counts(found.pages) or "none"})
    if found.broker:
        tell_broker(console, found.broker)


def tell_wait(count: int, oldest: datetime | None, now: datetime) -> str:
    """`12, the oldest for 3 min`."""
    return (
        f"{count}, the oldest for {tell_duration(max(now - oldest, timedelta()))}" if count and oldest else str(count)
    )


def tell_broker(console: Console, broker: Broker) -> None:
    """Whether the broker answers, and what lies in its queues."""
    if broker.reachable is None:
        print_heading(console, "Broker: in the memory of `galata up`")
        return
    print_heading(console, f"Broker: {broker.url}" if broker.reachable else f"Broker: {broker.url} cannot be reached")
    print_facts(console, {f"queue {one.name}": tell_depth(one) for one in broker.queues})


def tell_depth(queue: QueueDepth) -> str:
    """`3 messages, the oldest for 4 s`."""
    age = queue.oldest_seconds
    oldest = f", the oldest for {tell_duration(timedelta(seconds=age))}" if age is not None else ""
    return count_things(queue.depth, "message") + oldest


def tell_outbox(console: Console, found: Status) -> None:
    """Messages by channel and state."""
    print_heading(console, "Outbox")
    facts = {channel: join_counts(states) for channel, states in found.outbox.items()}
    print_facts(console, {**facts, "oldest waiting": tell_when(found.oldest_pending, found.now)})
    for one in found.paused:
        how = f"rests until {show_time(one.until)}" if one.until else "is paused"
        since = f" since {show_time(one.since)}" if one.since and not one.until else ""
        print_lines(console, [Text(clean_text(f"{one.channel} {how}{since}: {one.why}"), style="red")])
    if not found.outbox and not found.paused:
        print_lines(console, ["empty"])
    if found.mail_folder:
        print_lines(console, [f"Mail goes to files in {found.mail_folder}: GALATA_SMTP_URL is not set."])


def tell_beats(console: Console, found: Status) -> None:
    """Who moved last, and the schema."""
    print_heading(console, "Heartbeats")
    alone = found.broker is None or found.broker.reachable is None
    beats = {one.name: f"{tell_when(one.at, found.now)} {one.detail or ''}".strip() for one in found.beats}
    begin = "begin with `galata up` or `galata poll --once`" if alone else "start beat and the workers"
    nothing = {"none": f"nothing has run here yet; {begin}"}
    print_facts(console, {**(beats or nothing), "database schema": found.schema})


def tell_when(value: datetime | None, now: datetime) -> str | None:
    """A time with its distance."""
    if value is None:
        return None
    return f"{tell_duration(max(now - value, timedelta()))} ago ({show_time(value)})"


def join_counts(counts: Mapping[str, int]) -> str:
    """`70 active, 3 failing`."""
    return ", ".join(f"{count} {name}" for name, count in counts.items() if count)
