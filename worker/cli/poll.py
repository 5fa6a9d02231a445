"""galata poll --once: what is due, and everything that follows from it."""

import click

from config.settings import load_settings
from worker.cli.context import start_logging
from worker.cli.output import json_option, print_json, print_rows, show_steps
from worker.pipeline.drain import Drained, run_until_quiet
from worker.pipeline.feedlist import hasten_feeds
from worker.pipeline.prepare import open_prepared


@click.command()
@click.option("--once", is_flag=True, required=True, help="Do what is due, then exit (for cron).")
@click.option("--force", is_flag=True, help="Poll every enabled feed now, due or not.")
@json_option
def poll(once: bool, force: bool, as_json: bool) -> None:
    """Poll the feeds that are due, judge what came, send what is to be sent; then exit. Prepares a new data folder, and
    follows changed data files, as `galata up` does."""
    assert once  # required above: without it the command would have to run for ever, which is `galata up`
    start_logging()
    with open_prepared(load_settings()) as (runtime, _prepared):
        if force:
            hasten_feeds(runtime)
        with show_steps() as tell:
            done = run_until_quiet(runtime, tell)
    tell_drained(done, as_json=as_json)


def tell_drained(done: Drained, *, as_json: bool) -> None:
    """A row a feed, then the sums."""
    columns = ("feed", "outcome", "status", "entries", "new", "note")
    rows = [(one.feed, one.outcome, one.status, one.entries, one.new_entries, one.note) for one in done.polled]
    sums = {
        "polled": len(done.polled),
        "failed": sum(one.failed for one in done.polled),
        "pages": dict(done.pages),
        "judged": done.judged,
        "kept": done.kept,
        "delivered": dict(done.delivered),
        "set_aside": done.failed,
    }
    if as_json:
        print_json({"feeds": [dict(zip(columns, row, strict=True)) for row in rows], **sums})
        return
    print_rows(columns, rows)
    sent = ", ".join(f"{count} {state}" for state, count in done.delivered.items()) or "none"
    read = f" {done.pages['read']} of {done.pages.total()} pages read;" if done.pages else ""
    click.echo(
        f"{sums['polled']} feeds polled, {sums['failed']} of them failed;{read} {done.judged} articles judged, "
        f"{done.kept} about both countries; messages: {sent}."
    )
    for problem in done.failed:
        click.echo(click.style("set aside: ", fg="red") + problem, err=True)
