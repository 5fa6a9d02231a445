"""galata feeds: what is polled, how it is doing, what lies at an address, lists in and out."""

from dataclasses import asdict
from pathlib import Path
from typing import Any

import click
from pydantic import ValidationError

from config.files import explain_problem
from config.models import FeedFile
from config.settings import load_settings
from worker.cli.context import open_command, start_logging
from worker.cli.output import json_option, print_json, print_rows
from worker.cli.words import count_things, cut_text, open_page, print_facts, print_heading, say_done, tell_distance
from worker.errors import FeedError, FetchError, UsageError
from worker.net.text import clean_text
from worker.pipeline.feedcheck import FeedCheck, check_feed
from worker.pipeline.feedlist import (
    FeedDetail,
    FeedFacts,
    add_feeds,
    list_facts,
    mute_feed,
    name_host,
    show_detail,
    switch_pages,
)
from worker.pipeline.opml import MAX_BYTES, Outline, parse_opml, write_opml
from worker.pipeline.runtime import Runtime

DAY_NAMES = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


@click.group()
def feeds() -> None:
    """See, try, add and mute the feeds that are polled."""


@feeds.command("list")
@json_option
def list_feeds(as_json: bool) -> None:
    """List every feed: how it is doing, when it is polled next, how many articles it brought and how many were kept."""
    with open_command() as runtime:
        facts, now = list_facts(runtime), runtime.now()
    if as_json:
        print_json([asdict(one) for one in facts])
        return
    columns = ("name", "state", "last success", "next poll", "articles", "kept", "error")
    print_rows(columns, [make_row(one, now) for one in facts])


def make_row(one: FeedFacts, now: Any) -> list[Any]:
    """A feed as cells."""
    times = (tell_distance(one.last_success, now), tell_distance(one.next_poll, now))
    reason = one.error.removeprefix(f"{one.url}: ") if one.error else None
    return [cut_text(one.name, 30), one.state, *times, one.articles, one.kept, cut_text(reason, 40)]


@feeds.command("show")
@click.argument("name")
@json_option
def show_feed(name: str, as_json: bool) -> None:
    """Show all that is known of the feed NAME (its url does as well): what it asks of us, and its latest polls."""
    with open_command() as runtime:
        detail = show_detail(runtime, name)
    if as_json:
        print_json(asdict(detail))
    else:
        tell_detail(detail)


def tell_detail(detail: FeedDetail) -> None:
    """A feed's facts, then its polls."""
    console = open_page()
    print_heading(console, detail.facts.name)
    facts = {key: value for key, value in asdict(detail.facts).items() if key != "name"}
    print_facts(console, {key.replace("_", " "): value for key, value in {**facts, **detail.manners}.items()})
    if detail.facts.origin == "file":
        click.echo("\nIts settings stand in feeds.toml.")
    if detail.polls:
        print_heading(console, "Latest polls")
        rows = [list(asdict(one).values()) for one in detail.polls]
        print_rows(list(asdict(detail.polls[0])), rows)


@feeds.command("check")
@click.argument("url")
@json_option
def check_url(url: str, as_json: bool) -> None:
    """Fetch and read the feed at URL, tell what it is and what it asks of us. Nothing is stored."""
    start_logging()
    checked = check_feed(load_settings(), make_feed("check", url).url)
    if as_json:
        print_json(asdict(checked))
    else:
        tell_check(checked)


def tell_check(checked: FeedCheck) -> None:
    """What an address answered."""
    console = open_page()
    print_heading(console, checked.title or "(a feed without a title)")
    wait = checked.asks_seconds_between
    facts = {
        "address": checked.address,
        "moved for good to": checked.moved_to,
        "entries": str(checked.entries),
        "newest": checked.newest or ("none of them has a date" if checked.entries else None),
        "language": checked.language or "not declared",
        "reads like": checked.detected,
        "ETag": checked.etag,
        "Last-Modified": checked.last_modified,
        "asks to wait": f"{wait // 60} min between two polls" if wait else None,
        "not in the hours": ", ".join(map(str, checked.asks_to_skip_hours)),
        "not on": ", ".join(DAY_NAMES[day] for day in checked.asks_to_skip_days),
        "answer holds": f"{checked.cached_seconds} s" if checked.cached_seconds else None,
        "size": f"{checked.bytes} bytes in {checked.seconds} s",
    }
    print_facts(console, facts)
    if not checked.etag and not checked.last_modified:
        print_facts(console, {"note": "no validators: every poll costs the outlet its whole feed"})
    for warning in checked.warnings:
        print_facts(console, {"warning": warning})


@feeds.command("add")
@click.argument("url")
@click.option("--name", help="What readers see.  [default: the feed's own title]")
@click.option("--language", help="Two letters, such as tr.  [default: what the feed declares, else how it reads]")
@click.option("--country", help="The outlet's country, two capitals, such as TR.")
@click.option("--check/--no-check", default=True, help="Whether to fetch it first.  [default: check]")
def add_url(url: str, name: str | None, language: str | None, country: str | None, check: bool) -> None:
    """Poll the feed at URL from now on. It is fetched first, so that a mistyped address is found now."""
    given = make_feed(name or "check", url, language=language, country=country)
    with open_command() as runtime:
        file = (
            complete_feed(runtime, given, name) if check else given.model_copy(update={"name": name or name_host(url)})
        )
        (added,) = add_feeds(runtime, [file])
    if added.problem:
        raise UsageError(f"{added.url}: {added.problem}")
    say_done(f"Added {added.name!r} ({added.url}); it is polled at the next opportunity.")


def complete_feed(runtime: Runtime, given: FeedFile, name: str | None) -> FeedFile:
    """A feed's name, language and address as the feed itself tells them. UsageError when it cannot be read."""
    try:
        checked = check_feed(runtime.settings, given.url)
    except (FetchError, FeedError) as error:
        raise UsageError(f"{error}; mend the address, or add it unread with --no-check") from None
    declared = (checked.language or "")[:2] or checked.detected
    return make_feed(
        name or clean_text(checked.title).strip() or name_host(given.url),
        checked.moved_to or given.url,
        language=given.language or declared,
        country=given.country,
    )


def make_feed(name: str, url: str, **values: str | None) -> FeedFile:
    """A feed as it would stand in feeds.toml. UsageError, one line, naming what is wrong."""
    try:
        return FeedFile.model_validate({"name": name, "url": url, **values})
    except ValidationError as error:
        problem = error.errors(include_input=False, include_url=False)[0]
        key = str(problem["loc"][0])
        given = {"name": name, "url": url.rsplit("@", 1)[-1], **values}  # what stands before an @ may be a password
        raise UsageError(f"{key} {given[key]!r}: {explain_problem(FeedFile, problem)}") from None


@feeds.command("mute")
@click.argument("name")
def mute(name: str) -> None:
    """Stop polling the feed NAME; what it brought stays."""
    tell_muted(name, muted=True)


@feeds.command("unmute")
@click.argument("name")
def unmute(name: str) -> None:
    """Poll the feed NAME again."""
    tell_muted(name, muted=False)


def tell_muted(name: str, *, muted: bool) -> None:
    """Change it, and say what changed."""
    with open_command() as runtime:
        found, changed = mute_feed(runtime, name, muted=muted)
    state = "muted" if muted else "polled"
    say_done(f"{found!r} is {state} now." if changed else f"{found!r} was {state} already.")


@feeds.command("full-text")
@click.argument("name")
@click.argument("switch", type=click.Choice(["on", "off"]), metavar="SWITCH")
def switch_full_text(name: str, switch: str) -> None:
    """Say whether the pages of the articles of the feed NAME may be read where the feed has only an abstract.

    SWITCH: on or off.
    """
    with open_command() as runtime:
        found = switch_pages(runtime, name, full_text=switch == "on")
    say_done(f"The pages of {found!r} are {'read' if switch == 'on' else 'not read'} from now on.")


@feeds.command("import")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@json_option
def import_opml(file: Path, as_json: bool) -> None:
    """Add the feeds of the OPML file FILE, as feed readers export it. Feeds that are there already are left alone."""
    with file.open("rb") as handle:
        outlines = parse_opml(handle.read(MAX_BYTES + 1), str(file))
    ready, refused = read_outlines(outlines)
    with open_command() as runtime:
        results = add_feeds(runtime, ready)
    added = [one for one in results if not one.problem]
    left = [*((one.url, str(one.problem)) for one in results if one.problem), *refused]
    if as_json:
        print_json({"added": [asdict(one) for one in added], "left_out": [{"url": u, "why": w} for u, w in left]})
        return
    for url, why in left:
        click.echo(f"left out: {clean_text(url)}: {clean_text(why)}", err=True)
    say_done(f"{count_things(len(added), 'feed')} added, {len(left)} left out.")


def read_outlines(outlines: list[Outline]) -> tuple[list[FeedFile], list[tuple[str, str]]]:
    """Outlines as feeds, and those that cannot be used with the reason: one bad line never stops the others."""
    ready: list[FeedFile] = []
    refused = []
    for one in outlines:
        language = (one.language or "").lower()[:2]
        values = {"language": language if language.isascii() and language.isalpha() else None}
        try:
            name = " ".join(clean_text(one.title).split()) or name_host(one.url)
            ready.append(make_feed(name, one.url, category=" ".join(clean_text(one.category).split()), **values))
        except (UsageError, ValueError) as error:
            refused.append((one.url.rsplit("@", 1)[-1], str(error)))
    return ready, refused


@feeds.command("export")
def export_opml() -> None:
    """Print the enabled feeds as OPML, for any feed reader: galata feeds export > feeds.opml."""
    with open_command() as runtime:
        facts, now = [one for one in list_facts(runtime) if one.state != "disabled"], runtime.now()
    click.echo(write_opml(facts, now), nl=False)
