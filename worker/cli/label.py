"""galata label: the analyst marks articles right or wrong, and sees and takes back what was marked."""

from collections.abc import Iterator
from dataclasses import asdict
from typing import get_args

import click

from worker.cli.context import open_command
from worker.cli.output import json_option, print_json, print_rows
from worker.cli.words import cut_text, say_done, tell_distance
from worker.pipeline.label import LabelFacts, Said, Verdict, list_label_facts, mark_article, remove_label


class Labels(click.Group):
    """A family whose first word may be left out: `galata label 17 wrong` is `galata label mark 17 wrong`."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The named command, else `mark`."""
        return super().resolve_command(ctx, args if args[0] in self.commands else ["mark", *args])


# Unknown options are those of `mark`, whose name may be left out.
@click.group(cls=Labels, context_settings={"ignore_unknown_options": True})
def label() -> None:
    """Mark articles right or wrong, for `galata evaluate`. `galata label 17 wrong` is short for `galata label mark 17
    wrong`."""


@label.command("mark")
@click.argument("article")
@click.argument("verdict", type=click.Choice(get_args(Verdict)), required=False)
@click.option("--topic", "topics", multiple=True, metavar="ID", help="A topic it is about; repeat it for more.")
@click.option("--not-topic", "not_topics", multiple=True, metavar="ID", help="A topic it is not about.")
@click.option("--note", help="Why, in your words; an empty one is removed.")
def mark(
    article: str, verdict: Verdict | None, topics: tuple[str, ...], not_topics: tuple[str, ...], note: str | None
) -> None:
    """Say of ARTICLE (its id or address) what it is. VERDICT: relevant or irrelevant, or right or wrong of what was
    decided.

    \b
    galata label 17 wrong --note "a recipe"
    galata label 18 relevant --topic energy --not-topic sport

    Said again, the same thing is corrected and the rest stays. Decisions made and messages sent stay as they are.
    """
    with open_command() as runtime:
        found = mark_article(runtime, article, Said(verdict, topics, not_topics, note))
    say_done(f"{found.key} is labelled {words_of(found)}: {found.title}")


@label.command("list")
@json_option
def list_labels(as_json: bool) -> None:
    """List what was marked, the latest first."""
    with open_command() as runtime:
        facts, now = list_label_facts(runtime), runtime.now()
    if as_json:
        print_json([asdict(one) for one in facts])
        return
    rows = [
        (one.key, words_of(one), cut_text(one.title, 50), one.language, tell_distance(one.at, now), cut_text(one.note))
        for one in facts
    ]
    print_rows(("article", "label", "title", "language", "labelled", "note"), rows)


@label.command("remove")
@click.argument("article")
def remove(article: str) -> None:
    """Take back all that was said of ARTICLE (its id, its address or label:ID)."""
    with open_command() as runtime:
        found = remove_label(runtime, article)
    say_done(f"{found.key} is not labelled any more (it was {words_of(found)}): {found.title}")


def words_of(facts: LabelFacts) -> str:
    """`relevant, topic:energy, not topic:sport`."""
    return ", ".join(list_words(facts))


def list_words(facts: LabelFacts) -> Iterator[str]:
    """What a label says, a piece at a time."""
    if facts.relevant is not None:
        yield "relevant" if facts.relevant else "irrelevant"
    yield from (f"topic:{topic}" for topic in facts.topics)
    yield from (f"not topic:{topic}" for topic in facts.not_topics)
