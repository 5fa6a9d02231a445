"""galata explain: everything that was decided about one article, with its evidence, in 80 columns."""

from collections.abc import Iterator, Sequence
from dataclasses import asdict

import click
from rich.console import Console
from rich.text import Text

from worker.cli.context import open_command
from worker.cli.label import words_of
from worker.cli.output import json_option, print_json, show_time
from worker.cli.words import (
    count_things,
    cut_text,
    mark_snippet,
    open_page,
    print_facts,
    print_heading,
    print_lines,
    print_table,
)
from worker.net.text import clean_text
from worker.news.labels import choose_labels
from worker.news.reporters import describe_firsts
from worker.pipeline.aging import KEPT
from worker.pipeline.explain import Explanation, explain_article
from worker.pipeline.explain_near import Neighbour
from worker.pipeline.explain_told import Told

# Of a long article the first sentences show what is new in it; the rest stands in the article.
MOST_SENTENCES = 5
MOST_REFUSED = 4
HEADLINE_ONLY = "headline only: an aggregator's link, which is never fetched; the outlet's own item was not found"
AGED = "What was near it in other words, and is something else, is no longer known"
ENGLISH = choose_labels(["en"])
# Subscriptions that did not match; --json has them all.
MOST_SILENT = 20


@click.command()
@click.argument("article")
@json_option
def explain(article: str, as_json: bool) -> None:
    """Tell why ARTICLE (its id, its address or seed:NAME) was kept and tagged so, of what it is a copy, in which story
    it stands, who was told of it, and who was not and why."""
    with open_command() as runtime:
        found = explain_article(runtime, article)
        label = runtime.rules.pair_label
    if as_json:
        print_json(asdict(found))
        return
    console = open_page()
    tell_article(console, found)
    tell_relevance(console, found, label)
    tell_tags(console, found)
    tell_relation(console, found)
    tell_story(console, found)
    tell_told(console, found)


def tell_article(console: Console, found: Explanation) -> None:
    """What arrived, and how far it came."""
    one = found.article
    print_heading(console, one.title)
    declared = f" (declared {one.declared_language})" if one.declared_language not in (None, one.language) else ""
    failed = f", {count_things(one.attempts, 'attempt')}" if one.error else ""
    facts = {
        "article": one.name or one.id,
        "url": one.url,
        "outlet": one.source,
        "text": HEADLINE_ONLY if one.headline_only else None,
        "language": f"{one.language or 'not judged yet'}{declared}",
        "published": one.published,
        "first seen": show_time(one.first_seen) + (" (with the first fetch of its feed)" if one.backlog else ""),
        "carried by": one.carriers,
        "revises": f"article {one.revises}" if one.revises else None,
        "state": one.state + failed,
        "full text": tell_page(found),
        "label": tell_label(found),
        "error": Text(clean_text(one.error), style="red") if one.error else None,
    }
    print_facts(console, facts)


def tell_page(found: Explanation) -> str | None:
    """Whether its page was read, and why it was wanted."""
    one = found.page
    if one is None:
        return None
    if one.state == "not wanted":
        return f"not wanted: {one.why}"
    when = f" on {show_time(one.settled)}" if one.settled else ""
    when += f", asked for from {show_time(one.again)}" if one.again else ""
    note = f": {one.note}" if one.note else ""
    return clean_text(f"{one.state}{when}{note} (wanted because {one.why})")


def tell_label(found: Explanation) -> Text | None:
    """What the analyst says of it, in red where something else was decided."""
    one = found.label
    if one is None:
        return None
    tagged = {topic.id for topic in found.topics}
    agreed = one.relevant in (None, found.relevant) and {*one.topics} <= tagged and not tagged & {*one.not_topics}
    note = f" (“{clean_text(one.note)}”)" if one.note else ""
    return Text(f"{words_of(one)}{note}, on {show_time(one.at)}", style="" if agreed else "red")


def tell_relevance(console: Console, found: Explanation, label: str) -> None:
    """Kept or not, the score, and what speaks for and against."""
    if found.relevant is None:
        print_heading(console, "Not judged yet")
        return
    verdict = Text("Kept" if found.relevant else "Left out", style="bold green" if found.relevant else "bold red")
    console.print()
    console.print(verdict + Text(f": about {label}? score {found.score or 0:.2f}", style="bold"))
    print_lines(console, [found.reason] if found.reason else [])
    rows = [(one.side, one.entity, one.text, one.field, f"{one.weight:+.2f}") for one in found.evidence]
    print_table(console, ("side", "what", "text", "field", "weight"), rows)


def tell_tags(console: Console, found: Explanation) -> None:
    """Topics with their terms, known things with the reason."""
    if found.topics:
        print_heading(console, "Topics")
        topics = [(one.name, f"{one.score:.2f}", ", ".join(one.terms)) for one in found.topics]
        print_table(console, ("topic", "score", "because of"), topics)
    if found.entities:
        print_heading(console, "Named")
        named = [
            (f"entity:{one.id}", one.text, one.mentions, one.reason + ("" if one.certainty >= 0.5 else " (uncertain)"))
            for one in found.entities
        ]
        print_table(console, ("what", "text", "times", "because"), named)


def tell_relation(console: Console, found: Explanation) -> None:
    """Whether it has been said before, and what is near it."""
    if found.relation is None:
        return
    print_heading(console, f"Said before? {found.relation.replace('_', ' ')}")
    print_lines(console, [found.relation_evidence] if found.relation_evidence else [])
    if found.asides:
        print_lines(console, [Text("Left aside, no news:", style="dim")])
    for aside in found.asides:
        print_lines(console, [Text(f"“{cut_text(clean_text(aside.text), 200)}” ({aside.why})", style="dim")], indent=4)
    for one in found.neighbours:
        print_lines(console, [describe_neighbour(one)])
        if one.evidence and one.evidence != found.relation_evidence:
            print_lines(console, [one.evidence], indent=4)
    if found.refused:
        print_lines(console, [Text("Near it, and something else:", style="dim")])
    for other in found.refused[:MOST_REFUSED]:
        print_lines(console, [f"✗ {other.id}: {other.label}"])
        print_lines(console, [other.why], indent=6)
    if found.aged:
        print_lines(console, [Text(f"{AGED}: that is kept for {KEPT.days} days.", style="dim")])
    if found.new_sentences:
        print_lines(console, [Text("New in it:", style="dim")])
        print_lines(console, [f"+ {one}" for one in found.new_sentences[:MOST_SENTENCES]], indent=4)
        more = len(found.new_sentences) - MOST_SENTENCES
        print_lines(console, [f"and {more} more"] if more > 0 else [], indent=4)


def describe_neighbour(one: Neighbour) -> str:
    """`→ near duplicate of 12: title`, `←` for a later article that relates to this one, or `✗` for what a person told
    apart from it."""
    if one.told_apart:
        return f"✗ {one.id} is another story: {one.label}"
    relation = one.relation.replace("_", " ")
    shares = ""
    if one.of_new is not None and one.of_old is not None:
        shares = f" ({one.of_new:.0%} of the newer stands in the older, {one.of_old:.0%} the other way)"
    start = f"← {one.id} is {relation} of this" if one.newer else f"→ {relation} of {one.id}"
    return f"{start}{shares}: {one.label}"


def tell_story(console: Console, found: Explanation) -> None:
    """The story, its members in the order of time."""
    if found.story is None:
        return
    print_heading(console, f"Story {found.story.id}: {found.story.headline}")
    firsts = describe_firsts(found.story.firsts, ENGLISH)
    print_lines(console, [f"First by language: {clean_text(firsts)}"] if firsts else [])
    for one in found.story.members:
        outlet, relation = "seed corpus" if one.seed else one.source, (one.relation or "").replace("_", " ")
        about = (outlet, one.language, relation, "lead" if one.lead else "")
        mark = "▶" if one.self else " "
        start = f"{mark} {one.first_seen:%Y-%m-%d %H:%M}  {one.id}  {' · '.join(part for part in about if part)}"
        print_lines(console, [Text(clean_text(start), style="bold" if one.self else "")])
        print_lines(console, [one.title] if one.title != found.story.headline else [], indent=6)
    print_lines(console, found.story.corrections)


def tell_told(console: Console, found: Explanation) -> None:
    """Who was told, then who was not and why."""
    if found.told or found.not_told:
        print_heading(console, "Who was told")
    for one in found.told:
        mark = Text("✓ ", style="green") if one.told else Text("… ") if one.waiting else Text("✗ ", style="red")
        kind = "" if one.kind == "repeat" else f" ({one.kind})"
        print_lines(console, [mark + Text(f"{one.subscription}{kind}: {one.reason}")])
        print_lines(console, list(describe_told(one)), indent=6)
    tell_silent(console, [(one.subscription, one.reason) for one in found.not_told])


def describe_told(one: Told) -> Iterator[Text | str]:
    """What matched, and what became of each message."""
    if one.rule:
        yield f"matched: {one.rule}"
    if one.rule and one.snippet.text:
        yield mark_snippet(one.snippet)
    if one.held_until:
        yield f"held back until {show_time(one.held_until)}"
    for message in one.messages:
        when = f" {show_time(message.sent)}" if message.sent else ""
        error = f": {message.error}" if message.error else ""
        yield f"message {message.id} to {message.to}: {message.state}{when}{error}"


def tell_silent(console: Console, silent: Sequence[tuple[str, str]]) -> None:
    """The subscriptions that did not match."""
    for name, reason in silent[:MOST_SILENT]:
        print_lines(console, [Text(f"– {name}: {clean_text(reason)}", style="dim")])
    if len(silent) > MOST_SILENT:
        print_lines(console, [f"and {len(silent) - MOST_SILENT} more; --json has them all"])
