"""galata evaluate: how good the configuration is on labels and examples, and what a change of its files did."""

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

import click

from worker.cli.context import open_command
from worker.cli.output import json_option, print_json, print_rows
from worker.cli.words import count_things, cut_text
from worker.news.quality import Decision, Score
from worker.pipeline.evaluate import Evaluation, evaluate_rules, list_below

# Of the evidence, in a terminal; a pipe and --json have all of it.
LONGEST = 200


@click.command()
@click.option(
    "--against",
    metavar="FOLDER",
    help="Another configuration folder, or the word shipped: name what is gained and lost since.",
)
@click.option(
    "--fail-below",
    type=click.FloatRange(0, 1),
    metavar="F1",
    help="End with status 1 when the F1 of relevance or of topics lies below.",
)
@json_option
def evaluate(against: str | None, fail_below: float | None, as_json: bool) -> None:
    """Judge every labelled article and every example of topics.toml anew with the configuration as it is; tell
    precision, recall and F1, and each miss with its evidence. Nothing is changed."""
    with open_command() as runtime:
        found = evaluate_rules(runtime, against)
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
    """The tables: scores, changes, misses. What has no rows is left out."""
    asked = f"{count_things(found.labels, 'label')} and {count_things(found.examples, 'example')} of topics"
    click.echo(f"{asked}; {count_things(len(found.misses), 'miss', 'misses')}", err=True)
    tell_scores(found)
    if found.changes:
        click.echo()
        rows = [("gained" if one.gained else "lost", *list_change(one.before, one.now)) for one in found.changes]
        print_rows(("change", "item", "title", "wanted", "before", "now"), rows, title="Gained and lost")
    if found.misses:
        click.echo()
        print_rows(("item", "title", "wanted", "because"), [list_miss(one) for one in found.misses], title="Misses")


def tell_scores(found: Evaluation) -> None:
    """A row for each measure and part, with the other rules' F1 beside it."""
    before = {(one.measure, one.part): one for one in found.before or ()}
    columns = ["measure", "part", "asked", "precision", "recall", "F1", "wrong", "missed"]
    rows: list[list[Any]] = [list_score(one) for one in found.scores]
    if found.before is not None:
        columns.insert(6, "F1 before")
        for row, score in zip(rows, found.scores, strict=True):
            row.insert(6, show_share(before[score.measure, score.part].f1))
    print_rows(columns, rows)


def list_score(one: Score) -> list[Any]:
    """A score as a row."""
    shares = [show_share(value) for value in (one.precision, one.recall, one.f1)]
    return [one.measure, one.part, one.items, *shares, one.wrong, one.missed]


def show_share(value: float | None) -> str | None:
    """Three places; nothing for what cannot be measured."""
    return None if value is None else f"{value:.3f}"


def list_miss(one: Decision) -> Sequence[Any]:
    """A wrong decision as a row."""
    return one.case.key, cut_text(one.case.item.title, 50), name_wanted(one), cut_text(one.because, LONGEST)


def list_change(before: Decision, now: Decision) -> Sequence[Any]:
    """A changed decision as a row, the evidence of both."""
    because = (cut_text(one.because, LONGEST) for one in (before, now))
    return now.case.key, cut_text(now.case.item.title, 50), name_wanted(now), *because


def name_wanted(one: Decision) -> str:
    """What the reader says: `relevant`, `irrelevant`, `topic:energy`, `not topic:energy`."""
    if one.measure == "relevance":
        return "relevant" if one.wanted else "irrelevant"
    return f"topic:{one.part}" if one.wanted else f"not topic:{one.part}"


def pack_evaluation(found: Evaluation) -> dict[str, Any]:
    """All of it for programs."""
    return {
        "labels": found.labels,
        "examples": found.examples,
        "scores": [pack_score(one) for one in found.scores],
        "before": None if found.before is None else [pack_score(one) for one in found.before],
        "gained": [pack_change(one.before, one.now) for one in found.changes if one.gained],
        "lost": [pack_change(one.before, one.now) for one in found.changes if not one.gained],
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


def pack_change(before: Decision, now: Decision) -> dict[str, Any]:
    """A decision that changed, with the evidence it had before."""
    return {**pack_decision(now), "because_before": before.because}
