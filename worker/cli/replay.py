"""galata replay: a file of items through the real pipeline into a scratch database."""

import gc
from pathlib import Path
from typing import TextIO

import click

from config.files import load_subscriptions, read_document
from config.models import SubscriptionFile, SubscriptionsFile
from config.settings import Settings, load_settings
from worker.cli.context import start_logging
from worker.cli.output import show_progress
from worker.pipeline.replay import ReplayOptions, open_replay, read_lines, write_line
from worker.pipeline.rules import load_rules


@click.command()
@click.argument("file", type=click.File("r", encoding="utf-8"))
@click.option(
    "--seeds/--no-seeds", default=True, help="Whether the seed corpus counts as read before.  [default: seeds]"
)
@click.option("--all", "compare_all", is_flag=True, help="Compare items that concern only one country, or none, too.")
@click.option("--lags", is_flag=True, help="Tell how long after the first report of its story an item came.")
@click.option(
    "--subscriptions",
    "subscriptions_file",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Subscriptions to match with, instead of the configured ones.",
)
def replay(file: TextIO, seeds: bool, compare_all: bool, lags: bool, subscriptions_file: Path | None) -> None:
    """Judge the items of FILE (JSON lines; - for stdin), print a decision a line. Nothing is kept, nobody is told."""
    start_logging()
    settings = load_settings()
    items = read_lines(file, getattr(file, "name", "-"))
    options = ReplayOptions(seeds, compare_all, lags, tuple(read_subscriptions(settings, subscriptions_file)))
    rules = load_rules(settings)
    gc.freeze()  # the rules stay: neither to be looked through again and again, nor to be copied by the forked judge
    # Opened before the progress bar, whose thread a forked judge must not inherit.
    with open_replay(settings, rules, items, options) as run:
        with show_progress("judging", len(items)) as advance:
            decisions = list(run.run(advance))
        for decision in decisions:
            click.echo(write_line(decision))


def read_subscriptions(settings: Settings, path: Path | None) -> list[SubscriptionFile]:
    """The subscriptions of a file, else the configured ones."""
    if path is None:
        return load_subscriptions(settings)
    document = read_document(settings, str(path.absolute()))
    return list(document.validate(SubscriptionsFile).subscriptions)
