"""galata demo: the whole loop on invented outlets, offline, told so that its reader understands the product."""

import os
import time
from pathlib import Path

import click
from rich.console import Console
from rich.table import Table

from db.models import Article
from db.outbox_models import Delivery
from worker.cli.context import start_logging
from worker.cli.output import make_console, show_progress
from worker.demo.run import DemoRun, Round, run_demo

WIDTH = 110
INTRODUCTION = """Twelve invented outlets (English, Turkish, Italian) on loopback, polled twice. What is about
Türkiye [italic]and[/italic] Italy is kept; what has been said before, above all in the seed corpus, is recognised; each
story is told once."""
COLOURS = {"new": "green", "update": "cyan", "same_story": "cyan", "overlap": "yellow"}


@click.command()
@click.option(
    "--folder",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path("var/demo"),
    show_default=True,
    help="Where the database, the digest and the alerts go. An earlier demo there is replaced.",
)
def demo(folder: Path) -> None:
    """Run the whole of Galata on invented feeds: offline, in seconds, to a digest you can open."""
    start_logging("CRITICAL")  # the demo's feeds fail on purpose, and its tables say so
    started = time.monotonic()
    with show_progress("reading the invented outlets, twice") as advance:
        run = run_demo(folder.absolute(), lambda _step, count: advance(count))
    console = make_console()
    if not console.is_terminal:
        console.width = WIDTH
    console.print(INTRODUCTION)
    tell_rounds(console, run)
    tell_stories(console, run)
    tell_left_out(console, run)
    tell_messages(console, run)
    if not run.surprises:
        console.print("\nEvery decision is the one that docs/demo.md names.")
    console.print(f"Done in {time.monotonic() - started:.1f} s.")
    if run.matches:
        last = run.matches[-1][2].id
        console.print(f"Look further: GALATA_DATA_DIR={os.path.relpath(run.folder)} .venv/bin/galata explain {last}")
    for surprise in run.surprises:
        click.echo(f"galata: not as docs/demo.md says: {surprise}", err=True)
    if run.surprises:
        raise SystemExit(1)


def tell_rounds(console: Console, run: DemoRun) -> None:
    """How each feed answered."""
    for number, one in enumerate(run.rounds, 1):
        console.print(f"\n[bold]Poll {number}[/bold]: {summarise_round(one)}")
        table = make_table("feed", "answer", "entries", "new", "note")
        for polled in one.drained.polled:
            colour = "red" if polled.failed else "dim" if not polled.new_entries else ""
            answer = polled.outcome.replace("_", " ")
            row = (polled.feed, answer, str(polled.entries), str(polled.new_entries), polled.note)
            table.add_row(*row, style=colour)
        console.print(table)


def summarise_round(one: Round) -> str:
    """One line on a poll."""
    done = one.drained
    return f"{len(done.polled)} feeds, {done.judged} articles judged, {done.kept} about both countries"


def tell_stories(console: Console, run: DemoRun) -> None:
    """What was kept, story by story, and how each article stands to it."""
    kept = sum(len(articles) for _, articles in run.stories)
    console.print(f"\n[bold]Kept[/bold]: {kept} articles, which tell {len(run.stories)} stories")
    for headline, articles in run.stories:
        tell_story(console, headline, articles)


def tell_story(console: Console, headline: str, articles: list[Article]) -> None:
    """One story and its articles."""
    topics = ", ".join(dict.fromkeys(topic.topic for article in articles for topic in article.topics[:2]))
    console.print(f"\n● {headline}", style="bold", markup=False)
    console.print(f"  {topics or 'no topic'}", style="dim", markup=False)
    table = make_table("outlet", "lang", "relation", "because", show_header=False)
    for article in articles:
        relation = (article.relation or "").replace("_", " ")
        style = COLOURS.get(article.relation or "", "dim")
        table.add_row(f"  {article.source}", article.language, f"[{style}]{relation}[/{style}]", explain(article))
    console.print(table)


def explain(article: Article) -> str:
    """Why an article was kept, for the first of its story; how it stands to the others, for the others."""
    why = (article.evidence or {}).get("reason") if article.relation == "new" else article.relation_evidence
    return str(why or "").replace("[", "\\[")


def tell_left_out(console: Console, run: DemoRun) -> None:
    """What was left out, each with its reason."""
    console.print(f"\n[bold]Left out[/bold]: {len(run.left_out)} articles")
    table = make_table("outlet", "title", "because")
    for article in run.left_out:
        reason = str((article.evidence or {}).get("reason", "")).replace("[", "\\[")
        table.add_row(article.source, article.title.replace("[", "\\["), reason)
    console.print(table)


def tell_messages(console: Console, run: DemoRun) -> None:
    """Who was told, who was not and why, and where the messages lie."""
    console.print("\n[bold]Alerts[/bold] of the subscription entity:leonardo OR entity:baykar")
    table = make_table("told", "article", "because")
    for match, _, article in run.matches:
        told = "[green]yes[/green]" if match.sent else "no"
        table.add_row(told, article.title.replace("[", "\\["), match.reason)
    console.print(table)
    console.print("\n[bold]Messages[/bold] (without GALATA_SMTP_URL mail goes to files)")
    for delivery in run.deliveries:
        line = f"  {delivery.kind} to {delivery.recipient.address}: {delivery.subject}"
        console.print(line, markup=False, soft_wrap=True)
        for path in list_files(delivery):
            console.print(f"    {path}", style="dim", markup=False, soft_wrap=True)


def list_files(delivery: Delivery) -> list[str]:
    """The files of a message, as its channel's receipt names them: the mail, and the page beside it."""
    written = [Path(line) for line in (delivery.receipt or "").splitlines()]
    found = [path for mail in written for path in (mail.with_suffix(".html"), mail) if path.is_file()]
    return [os.path.relpath(path) for path in found] or [delivery.error or delivery.receipt or delivery.state]


def make_table(*columns: str, show_header: bool = True) -> Table:
    """A table without lines, its last column taking what is left."""
    table = Table(box=None, pad_edge=False, show_header=show_header, header_style="dim", expand=False)
    for place, column in enumerate(columns):
        last = place == len(columns) - 1
        table.add_column(column, overflow="fold", ratio=1 if last else None, max_width=None if last else 44)
    return table
