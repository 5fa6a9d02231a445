"""galata status: whether all is well, for people and for monitoring (exit status 1 when something is wrong)."""

from collections.abc import Mapping
from dataclasses import asdict
from datetime import datetime, timedelta

import click
from rich.console import Console
from rich.text import Text

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
from worker.pipeline.status import Status, gather_status


@click.command()
@json_option
def status(as_json: bool) -> None:
    """Tell how feeds, queue, outbox and heartbeats stand. The first line names what is wrong, and the exit status is 1
    then; 0 when all is well."""
    with open_command() as runtime:
        found = gather_status(runtime)
    if as_json:
        print_json(asdict(found))
    else:
        tell_status(found)
    if found.wrong:
        raise SystemExit(1)


def tell_status(found: Status) -> None:
    """The verdict, then the facts."""
    if found.wrong:
        click.echo(click.style("wrong: ", fg="red", bold=True) + clean_text("; ".join(found.wrong)))
    else:
        click.echo(click.style("All is well.", fg="green"))
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
        "due now": str(found.waiting.polls),
        "overdue": f"{found.overdue} by more than {found.overdue_minutes} min",
        "last hour": f"{count_things(polls.total, 'poll')}, {polls.failed} failed, {polls.new_articles} new articles",
        "last article": tell_when(found.last_article, found.now) or "none yet",
    }
    print_facts(console, facts)
    print_table(console, ("not well", "state", "because"), [(one.name, one.state, one.error) for one in found.failing])


def tell_queue(console: Console, found: Status) -> None:
    """What waits for each step."""
    waiting = found.waiting
    print_heading(console, "Waiting")
    facts = {
        "to be judged": str(waiting.arrived),
        "to be matched": str(waiting.judged),
        "digests due": str(waiting.digests),
        "messages due": str(waiting.deliveries),
        "set aside": f"{found.poison} (articles {', '.join(map(str, found.poison_ids))})" if found.poison else "0",
    }
    print_facts(console, facts)


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


def tell_beats(console: Console, found: Status) -> None:
    """Who moved last, and the schema."""
    print_heading(console, "Heartbeats")
    beats = {one.name: f"{tell_when(one.at, found.now)} {one.detail or ''}".strip() for one in found.beats}
    nothing = {"none": "nothing has run here yet; begin with `galata up` or `galata poll --once`"}
    print_facts(console, {**(beats or nothing), "database schema": found.schema})


def tell_when(value: datetime | None, now: datetime) -> str | None:
    """A time with its distance."""
    if value is None:
        return None
    return f"{tell_duration(max(now - value, timedelta()))} ago ({show_time(value)})"


def join_counts(counts: Mapping[str, int]) -> str:
    """`70 active, 3 failing`."""
    return ", ".join(f"{count} {name}" for name, count in counts.items() if count)
