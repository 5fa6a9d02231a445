"""galata seeds: what Galata has read before its first day, and adding to it."""

from dataclasses import asdict
from datetime import datetime
from pathlib import Path

import click

from config.models import LANGUAGES
from config.settings import Settings, load_settings
from worker.cli.context import open_command, start_logging
from worker.cli.output import json_option, print_json, print_rows, show_progress
from worker.cli.words import count_things, cut_text, say_done
from worker.errors import UsageError
from worker.pipeline.newcard import CardOptions, draw_card, find_folder, save_card
from worker.pipeline.rules import load_rules
from worker.pipeline.seedlist import list_facts
from worker.pipeline.seeds import list_files, load_seeds


@click.group()
def seeds() -> None:
    """See and extend the seed corpus: documents that count as read before the first day."""


@seeds.command("list")
@json_option
def list_seeds(as_json: bool) -> None:
    """List the corpus, with how many reports of feeds were recognised by each document."""
    with open_command() as runtime:
        facts = list_facts(runtime)
    if as_json:
        print_json([asdict(one) for one in facts])
        return
    columns = ("name", "date", "language", "outlet", "title", "topics", "words", "reports")
    rows = [
        (
            one.name,
            one.dated,
            one.language,
            cut_text(one.outlet, 20),
            cut_text(one.title),
            one.topics,
            one.words,
            one.reports,
        )
        for one in facts
    ]
    print_rows(columns, rows)


@seeds.command("load")
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path))
def load(folder: Path) -> None:
    """Read the cards (.toml) and documents (.txt, .md) of FOLDER into the corpus. Safe to repeat.

    A document may begin with ` date 2025-04-29`; its name is what stands before the first _ of its file's name.
    """
    with open_command() as runtime:
        found = len(list_files(folder))
        with show_progress("reading"):
            added = load_seeds(runtime, folder)
    say_done(f"{count_things(found, 'document')} in {folder}, {added} of them new.")


@seeds.command("add")
@click.argument("files", metavar="FILE...", nargs=-1, required=True, type=click.Path(dir_okay=False, path_type=Path))
@click.option("--title", help="A title in your own words.  [default: who, what and when, from what it names]")
@click.option("--summary", default="", help="A summary in your own words.")
@click.option("--outlet", help="Who published it.")
@click.option("--language", help="Two letters, such as tr.  [default: as it reads]")
@click.option(
    "--date",
    "dated",
    type=click.DateTime(["%Y-%m-%d"]),
    help="When it appeared, such as 2025-04-29.  [default: the file's first line ` date 2025-04-29`]",
)
@click.option("--name", help="What it is called: seed:NAME.  [default: the file's name up to the first _]")
@click.option(
    "--to",
    type=click.Path(file_okay=False, path_type=Path),
    help="The folder for the cards.  [default: seeds/ in the configuration folder, which is loaded by itself]",
)
@click.option("--force", is_flag=True, help="Replace a card of the same name that was made of another document.")
def add(
    files: tuple[Path, ...],
    title: str | None,
    summary: str,
    outlet: str | None,
    language: str | None,
    dated: datetime | None,
    name: str | None,
    to: Path | None,
    force: bool,
) -> None:
    """Make a seed card of each document FILE (.txt, .md): its fingerprint and facts, without its sentences, so that it
    may be kept and passed on although the text is somebody's."""
    if len(files) > 1 and (title or summary or dated or name):
        raise UsageError("--title, --summary, --date and --name are of one document; give one FILE with them")
    if language is not None and language not in LANGUAGES:
        raise UsageError(f"--language {language!r}: write a code of two small letters that ISO 639-1 has, such as tr")
    options = CardOptions(name, title, summary, outlet, language, dated.date() if dated else None)
    start_logging()
    make_cards(load_settings(), files, options, to, force=force)


def make_cards(
    settings: Settings, files: tuple[Path, ...], options: CardOptions, to: Path | None, *, force: bool
) -> None:
    """Make all cards, then write them: a document that cannot be read leaves nothing half-done."""
    rules, folder = load_rules(settings), find_folder(settings, to)
    cards = [draw_card(rules, path, options) for path in files]
    names = [card.name for card in cards]
    double = next((name for name in names if names.count(name) > 1), None)
    if double:
        raise UsageError(f"two of the files would be called seed:{double}; add them one by one with --name")
    for card in cards:
        path = save_card(settings, card, folder, force=force)
        say_done(f"seed:{card.name}: {card.title} → {path}")
    if to is None:
        say_done("They are loaded by `galata migrate`, and when `galata up` starts.")
    else:
        say_done(f"Load them with `galata seeds load {folder}`.")
