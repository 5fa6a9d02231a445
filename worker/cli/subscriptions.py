"""galata subscriptions: who is told what and when, and what a query would have matched."""

from dataclasses import asdict
from itertools import dropwhile

import click
from pydantic import ValidationError
from rich.console import Console
from rich.text import Text

from config.files import explain_problem
from config.models import SubscriptionFile
from worker.cli.context import open_command
from worker.cli.languages import read_option
from worker.cli.output import json_option, print_json, print_rows, show_progress, show_time
from worker.cli.words import (
    count_things,
    cut_text,
    mark_snippet,
    open_page,
    print_heading,
    print_lines,
    say_done,
    tell_distance,
)
from worker.errors import UsageError
from worker.net.text import clean_text
from worker.news.query import Query
from worker.pipeline.rehearse import Rehearsal, Rehearsed, rehearse_query
from worker.pipeline.runtime import Runtime
from worker.pipeline.subscribe import (
    SubscriptionFacts,
    add_subscription,
    advise_query,
    check_query,
    check_removable,
    list_facts,
    pause_subscription,
    remove_subscription,
)

SCOPES = click.Choice(["pair", "any"])
SCOPE_HELP = "pair: only items about both countries; any: whatever matches."
BAR_WIDTH = 40


@click.group()
def subscriptions() -> None:
    """See, add, rehearse, pause and remove subscriptions: a query, a schedule, and who is told."""


@subscriptions.command("list")
@json_option
def list_subscriptions(as_json: bool) -> None:
    """List every subscription with its query, schedule, recipients and how many articles it matched."""
    with open_command() as runtime:
        facts, now = list_facts(runtime), runtime.now()
    if as_json:
        print_json([asdict(one) for one in facts])
        return
    columns = ("name", "state", "query", "scope", "schedule", "next", "matches", "to", "origin")
    rows = [
        (
            one.name,
            one.state,
            cut_text(one.query, 40),
            one.scope,
            one.schedule,
            tell_distance(one.next_run, now),
            one.matches,
            list_recipients(one),
            one.origin,
        )
        for one in facts
    ]
    print_rows(columns, rows)


def list_recipients(one: SubscriptionFacts) -> str:
    """Addresses, with the state of those that are not written to."""
    shown = [f"{to.to}{'' if to.state == 'active' else f' ({to.state})'}" for to in one.recipients]
    return ", ".join(shown)


@subscriptions.command("add")
@click.argument("name")
@click.argument("query")
@click.option("--scope", type=SCOPES, default="pair", show_default=True, help=SCOPE_HELP)
@click.option(
    "--schedule",
    default="instant",
    show_default=True,
    help='instant, hourly, "daily 08:00 Europe/Istanbul" or "weekly mon 09:00 Europe/Rome".',
)
@click.option(
    "--to",
    multiple=True,
    required=True,
    help="Who is told: mailto:desk@example.org, file:desk, webhook+https://…; repeat it for more.",
)
@click.option("--reads", default="", help="Languages the recipients read, the best first: en,it.  [default: all]")
def add(name: str, query: str, scope: str, schedule: str, to: tuple[str, ...], reads: str) -> None:
    """Tell the recipients of everything that matches QUERY (in quotes), under the name NAME.

    \b
    galata subscriptions add drones 'entity:baykar OR drone*' --to mailto:desk@example.org

    Try the query with `galata subscriptions rehearse` before.
    """
    languages = read_option("--reads", reads)
    recipients = [{"to": one, "reads": languages} for one in to]
    file = make_file({"name": name, "query": query, "scope": scope, "schedule": schedule, "recipients": recipients})
    with open_command() as runtime:
        facts = add_subscription(runtime, file)
        tell_advice(runtime, check_query(runtime, query, scope))
    first = f"; its first digest is due {show_time(facts.next_run)}" if facts.next_run else ""
    say_done(f"Added {facts.name!r}: {list_recipients(facts)} will be told, {facts.schedule}{first}.")


def tell_advice(runtime: Runtime, query: Query) -> None:
    """Say which words of a query are traps."""
    for sentence in advise_query(runtime, query):
        click.echo(f"note: {sentence}", err=True)


def make_file(values: dict[str, object]) -> SubscriptionFile:
    """A subscription as it would stand in subscriptions.toml. UsageError, one line, naming what is wrong."""
    try:
        return SubscriptionFile.model_validate(values)
    except ValidationError as error:
        problem = error.errors(include_input=False, include_url=False)[0]
        place = [part for part in problem["loc"] if isinstance(part, str)] or ["subscription"]
        raise UsageError(f"{place[-1]}: {explain_problem(SubscriptionFile, problem)}") from None


@subscriptions.command("rehearse")
@click.argument("query")
@click.option(
    "--days", type=click.IntRange(1, 3650), default=30, show_default=True, help="How far back to ask, in days."
)
@click.option("--scope", type=SCOPES, default="pair", show_default=True, help=SCOPE_HELP)
@click.option(
    "--limit", type=click.IntRange(0), default=20, show_default=True, help="How many of the matches to print."
)
@json_option
def rehearse(query: str, days: int, scope: str, limit: int, as_json: bool) -> None:
    """Print what QUERY (in quotes) would have matched among the articles of the last days. Nobody is told."""
    with open_command() as runtime:
        parsed = check_query(runtime, query, scope)
        tell_advice(runtime, parsed)
        with show_progress("asking"):
            found = rehearse_query(runtime, parsed, days=days, scope=scope)
    if as_json:
        print_json({**asdict(found), "stories": found.stories, "days": {str(day): n for day, n in found.days}})
        return
    tell_rehearsal(found, days, limit)


def tell_rehearsal(found: Rehearsal, days: int, limit: int) -> None:
    """The matches, newest first, then a bar a day, then the sum."""
    console = open_page()
    for one in found.matches[:limit]:
        print_heading(console, one.title)
        print_lines(console, describe_match(one))
    if len(found.matches) > limit:
        print_heading(console, f"and {len(found.matches) - limit} more (--limit {len(found.matches)} prints all)")
    tell_days(console, found)
    asked = count_things(found.asked, "article")
    stories = count_things(found.stories, "story", "stories")
    say_done(
        f"{count_things(len(found.matches), 'match', 'matches')} in {stories}, of {asked} in the last {days} days."
    )
    if not found.asked:
        say_done("There is nothing to ask yet: `galata poll --once` fetches the feeds.")


def tell_days(console: Console, found: Rehearsal) -> None:
    """A bar a day, from the first day that has a match."""
    if not found.matches:
        return
    print_heading(console, "Matches a day")
    shown = list(dropwhile(lambda pair: not pair[1], found.days))
    most = max(count for _, count in shown)
    for day, count in shown:
        print_lines(console, [f"{day} {count:>4} {'▇' * -(-count * BAR_WIDTH // most)}".rstrip()])
    if len(shown) < len(found.days):
        print_lines(console, [f"none from {found.days[0][0]} to the day before"])
    click.echo()


def describe_match(one: Rehearsed) -> list[Text | str]:
    """Where and when, which part of the query, and the words it stands in."""
    about = (one.source, one.language, show_time(one.seen), f"galata explain {one.id}")
    lines: list[Text | str] = [Text(" · ".join(clean_text(part) for part in about if part), style="dim")]
    if one.rule:
        lines.append(f"matched: {one.rule}")
    return [*lines, mark_snippet(one.snippet)] if one.snippet.text else lines


@subscriptions.command("pause")
@click.argument("name")
def pause(name: str) -> None:
    """Stop answering the subscription NAME until it is resumed."""
    with open_command() as runtime:
        changed = pause_subscription(runtime, name, paused=True)
    say_done(f"{name!r} is paused now." if changed else f"{name!r} was paused already.")


@subscriptions.command("resume")
@click.argument("name")
def resume(name: str) -> None:
    """Answer the subscription NAME again, from its next slot on."""
    with open_command() as runtime:
        changed = pause_subscription(runtime, name, paused=False)
    say_done(f"{name!r} is answered again." if changed else f"{name!r} was not paused.")


@subscriptions.command("remove")
@click.argument("name")
@click.option("--yes", is_flag=True, help="Do not ask before.")
def remove(name: str, yes: bool) -> None:
    """Delete the subscription NAME with its history. Those of subscriptions.toml are removed there."""
    with open_command() as runtime:
        check_removable(runtime, name)
        if not yes:
            click.confirm(f"Delete {name!r} with its matches and messages?", abort=True)
        remove_subscription(runtime, name)
    say_done(f"{name!r} is gone.")
