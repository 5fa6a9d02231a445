"""galata stories: see what was told as one story, and correct it."""

from dataclasses import asdict

import click

from worker.cli.context import open_command
from worker.cli.output import json_option, print_json, print_rows
from worker.cli.words import count_things, cut_text, say_done, tell_distance
from worker.news.labels import choose_labels
from worker.news.reporters import format_lag
from worker.pipeline.correct import Corrected, join_stories, split_story
from worker.pipeline.storylist import MemberRow, list_facts, show_story

ENGLISH = choose_labels(["en"])
NOTE = click.option("--note", help="Why, in your words; `galata explain` shows it.")


@click.group()
def stories() -> None:
    """See stories, and correct them: what you say is remembered."""


@stories.command("list")
@click.option("--days", type=click.IntRange(1, 365), default=3, show_default=True, help="How far back.")
@json_option
def list_stories(days: int, as_json: bool) -> None:
    """List the stories that something was added to of late, the latest first."""
    with open_command() as runtime:
        facts, now = list_facts(runtime, days), runtime.now()
    if as_json:
        print_json([asdict(one) for one in facts])
        return
    rows = [
        (
            one.id,
            one.articles,
            one.languages,
            tell_distance(one.updated, now),
            one.firsts[0].outlet if one.firsts else None,
            ", ".join(f"{late.language} {format_lag(late.lag_seconds, ENGLISH)}" for late in one.firsts[1:]),
            cut_text(one.headline),
        )
        for one in facts
    ]
    print_rows(("story", "articles", "languages", "updated", "first", "later", "headline"), rows)


@stories.command("show")
@click.argument("story", type=int)
@json_option
def show(story: int, as_json: bool) -> None:
    """Show the articles of STORY (its number) in the order they were reported, and why each is in it.

    Lag is how long after the very first report an article came; an asterisk marks the first one in its language.
    """
    with open_command() as runtime:
        facts = show_story(runtime, story)
    if as_json:
        print_json([asdict(one) for one in facts])
        return
    rows = [
        (
            one.id,
            one.first_seen,
            one.source,
            one.language,
            tell_lag(one),
            one.relation,
            cut_text(one.title, 50),
            cut_text(one.why, 80),
        )
        for one in facts
    ]
    print_rows(("article", "first seen", "outlet", "language", "lag", "relation", "title", "because"), rows)


def tell_lag(row: MemberRow) -> str | None:
    """`2 h 10 min *` for the first report in its language."""
    if row.lag_seconds is None:
        return None
    return format_lag(row.lag_seconds, ENGLISH) + (" *" if row.first_in_language else "")


@stories.command("split")
@click.argument("story", type=int)
@click.argument("articles", nargs=-1, required=True)
@NOTE
def split(story: int, articles: tuple[str, ...], note: str | None) -> None:
    """Take ARTICLES (ids or addresses) out of STORY (its number) into a story of their own.

    They never join it again, nor do later forms of them. Alerts are decided anew, for whoever was not told of them.
    """
    with open_command() as runtime:
        done = split_story(runtime, story, articles, note)
    say_done(f"{tell_corrected(done)} It is told apart from story {story}.")
    if done.asked_again:
        many = count_things(done.asked_again, "article")
        say_done(f"Alerts are decided anew for {many}; who was told of one is not told of it again.")


@stories.command("join")
@click.argument("story", type=int)
@click.argument("others", nargs=-1, type=int, required=True)
@NOTE
def join(story: int, others: tuple[int, ...], note: str | None) -> None:
    """Make the stories OTHERS (their numbers) part of STORY. What was told of them stays told."""
    with open_command() as runtime:
        done = join_stories(runtime, story, others, note)
    say_done(f"{tell_corrected(done)} {count_things(done.moved, 'article')} joined it.")


def tell_corrected(done: Corrected) -> str:
    """`Story 12 has 3 articles: headline.`"""
    return f"Story {done.story_id} has {count_things(done.articles, 'article')}: {done.headline.rstrip('.')}."
