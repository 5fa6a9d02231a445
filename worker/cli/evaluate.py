"""galata evaluate: how good the configuration is on labels and examples, and what a change of its files did."""

import sys
from collections.abc import Sequence
from dataclasses import asdict
from typing import Any, TextIO

import click
from rich.console import Console
from rich.text import Text

from worker.cli.context import open_command
from worker.cli.output import json_option, print_json, print_rows
from worker.cli.words import count_things, cut_text, open_page, print_heading, print_lines
from worker.net.text import clean_text
from worker.news.quality import ALL, Change, Decision, Score
from worker.pipeline.evaluate import Evaluation, evaluate_rules, list_below


@click.command()
@click.option(
    "--against",
    metavar="FOLDER",
    help="Another configuration folder, or the word shipped: name what is gained and lost since.",
)
@click.option(
    "--items",
    "files",
    type=click.File("r", encoding="utf-8"),
    multiple=True,
    help="More labelled items: the lines of a replay with relevant and topics (docs/replay.md); repeat it.",
)
@click.option(
    "--fail-below",
    type=click.FloatRange(0, 1),
    metavar="F1",
    help="End with status 1 when the F1 of relevance or of topics lies below.",
)
@json_option
def evaluate(against: str | None, files: tuple[TextIO, ...], fail_below: float | None, as_json: bool) -> None:
    """Judge every labelled article and every example of topics.toml anew with the configuration as it is; tell
    precision, recall and F1, and each miss with its evidence. Nothing is changed."""
    with open_command() as runtime:
        found = evaluate_rules(runtime, against, files)
    if as_json:
        print_json(pack_evaluation(found))
    else:
        tell_evaluation(found)
    below = list_below(found.scores, fail_below) if fail_below is not None else []
    for score in below:
        click.echo(f"{score.measure}: F1 {show_share(score.f1)} is below {fail_below}", err=True)
    if below:
        raise SystemExit(1)


def tell_evaluation(found: Evaluation) -> None:
    """Scores, then changes, then misses: a page in a terminal, tables one after another in a pipe."""
    click.echo(summarise(found), err=True)
    tell_scores(found)
    if sys.stdout.isatty():
        tell_decisions(found)
        return
    if found.changes:
        click.echo()
        print_rows(("change", "item", "title", "wanted", "before", "now"), [list_change(one) for one in found.changes])
    if found.misses:
        click.echo()
        print_rows(("item", "title", "wanted", "because"), [list_miss(one) for one in found.misses])


def summarise(found: Evaluation) -> str:
    """What was asked and what came of it, in a line; and how to ask more."""
    items = f", {count_things(found.items, 'item')} of files" if found.items else ""
    asked = f"{count_things(found.labels, 'label')}{items} and {count_things(found.examples, 'example')} of the rules"
    gained = sum(one.gained for one in found.changes)
    compared = "" if found.before is None else f"; {gained} gained, {len(found.changes) - gained} lost"
    hint = (
        ""
        if found.labels or found.items
        else "; no label says what is relevant yet: galata label ARTICLE right (or wrong)"
    )
    return f"{asked}; {count_things(len(found.misses), 'miss', 'misses')}{compared}{hint}"


def tell_scores(found: Evaluation) -> None:
    """A row for each measure and part, with the other rules' F1 beside it."""
    before = {(one.measure, one.part): one for one in found.before or ()}
    columns = ["what", "n", "precision", "recall", "F1", "wrong", "missed"]
    rows: list[list[Any]] = [list_score(one) for one in found.scores]
    if found.before is not None:
        columns.insert(5, "before")
        for row, score in zip(rows, found.scores, strict=True):
            row.insert(5, show_share(before[score.measure, score.part].f1))
    print_rows(columns, rows)


def list_score(one: Score) -> list[Any]:
    """A score as a row, named `relevance`, `relevance tr`, `topics` or `energy`."""
    part = f"relevance {one.part}" if one.measure == "relevance" else one.part
    shares = [show_share(value) for value in (one.precision, one.recall, one.f1)]
    return [one.measure if one.part == ALL else part, one.items, *shares, one.wrong, one.missed]


def tell_decisions(found: Evaluation) -> None:
    """Every change and every miss as a paragraph."""
    console = open_page()
    for heading, gained in (("Lost", False), ("Gained", True)):
        chosen = [one for one in found.changes if one.gained is gained]
        if chosen:
            print_heading(console, heading)
        for one in chosen:
            tell_decision(console, one.now, (f"before: {one.before.because}", f"now: {one.now.because}"))
    if found.misses:
        print_heading(console, "Misses")
    for miss in found.misses:
        tell_decision(console, miss, (miss.because,))


def tell_decision(console: Console, one: Decision, because: Sequence[str]) -> None:
    """One decision: the item, what the reader says, why it was decided otherwise."""
    key = Text(f"{one.case.key}  ", style="bold")
    print_lines(console, [Text.assemble(key, clean_text(one.case.item.title))])
    note = f" (“{one.case.note}”)" if one.case.note else ""
    print_lines(console, [f"should be {name_wanted(one)}{note}", *because], indent=6)


def show_share(value: float | None) -> str | None:
    """Three places; nothing for what cannot be measured."""
    return None if value is None else f"{value:.3f}"


def list_miss(one: Decision) -> Sequence[Any]:
    """A wrong decision as a row."""
    return one.case.key, cut_text(one.case.item.title), name_wanted(one), cut_text(one.because)


def list_change(one: Change) -> Sequence[Any]:
    """A changed decision as a row, with the evidence of both sets of rules."""
    key, title, wanted, because = list_miss(one.now)
    return "gained" if one.gained else "lost", key, title, wanted, cut_text(one.before.because), because


def name_wanted(one: Decision) -> str:
    """What the reader says: `relevant`, `irrelevant`, `topic:energy`, `not topic:energy`."""
    if one.measure == "relevance":
        return "relevant" if one.wanted else "irrelevant"
    return f"topic:{one.part}" if one.wanted else f"not topic:{one.part}"


def pack_evaluation(found: Evaluation) -> dict[str, Any]:
    """All of it for programs."""
    return {
        "labels": found.labels,
        "items": found.items,
        "examples": found.examples,
        "scores": [pack_score(one) for one in found.scores],
        "before": None if found.before is None else [pack_score(one) for one in found.before],
        "gained": [pack_change(one) for one in found.changes if one.gained],
        "lost": [pack_change(one) for one in found.changes if not one.gained],
        "misses": [pack_decision(one) for one in found.misses],
    }


def pack_score(one: Score) -> dict[str, Any]:
    """A score with its shares."""
    return {**asdict(one), "precision": one.precision, "recall": one.recall, "f1": one.f1}


def pack_decision(one: Decision) -> dict[str, Any]:
    """A decision without the item's text."""
    case = one.case
    what = {"item": case.key, "title": case.item.title, "url": case.item.url, "note": case.note or None}
    asked = {"measure": one.measure, "part": one.part, "wanted": one.wanted, "decided": one.decided}
    return {**what, **asked, "because": one.because}


def pack_change(one: Change) -> dict[str, Any]:
    """A decision that changed, with the evidence it had before."""
    return {**pack_decision(one.now), "because_before": one.before.because}
