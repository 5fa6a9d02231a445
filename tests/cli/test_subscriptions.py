"""galata subscriptions: validated before anything is written, rehearsed on what is in SQL, owned by file or by user."""

import json
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select, update

from db.models import Article
from db.outbox_models import Delivery, Match, Recipient, Subscription
from tests.cli.conftest import Cli

DESK = ("--to", "mailto:desk@example.org")


def list_names(cli: Cli) -> list[str]:
    return [one["name"] for one in json.loads(cli.run("subscriptions", "list", "--json").out)]


def find_next_run(cli: Cli, name: str) -> datetime | None:
    chosen = select(Subscription.next_run_at).where(Subscription.name == name)
    found: datetime | None = cli.ask(lambda session: session.scalar(chosen))
    return found


def test_what_is_added_is_listed_and_answered(demo_cli: Cli) -> None:
    to = ("--to", "mailto:a@example.org", "--to", "webhook+https://hooks.example/secret/path", "--reads", "tr, en")
    demo_cli.run("subscriptions", "add", "drones", "drone* OR entity:baykar", *to)
    rows = {one["name"]: one for one in json.loads(demo_cli.run("subscriptions", "list", "--json").out)}
    assert rows["drones"]["origin"] == "user"
    assert [one["reads"] for one in rows["drones"]["recipients"]] == [["tr", "en"]] * 2
    shown = demo_cli.run("subscriptions", "list").out
    assert "webhook+https://hooks.example/…" in shown
    assert "secret" not in shown


def test_a_digest_is_told_when_it_is_due(cli: Cli) -> None:
    out = cli.run("subscriptions", "add", "daily", "", *DESK, "--schedule", "daily 08:00 Europe/Rome").out
    due = find_next_run(cli, "daily")
    assert due is not None and timedelta() < due - datetime.now(UTC) <= timedelta(days=1, hours=1)
    assert f"{due:%Y-%m-%d %H:%M} UTC" in out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["x", "(leonardo", *DESK], "column 1: a bracket is not closed; add the second )"),
        (
            ["x", "leonardo AND entity:bayker", *DESK],
            "column 14: there is no entity:bayker; did you mean entity:baykar",
        ),
        (["x", "leonardo", *DESK, "--schedule", "dayly 08:00"], "did you mean 'daily'?"),
        (["x", "leonardo", *DESK, "--schedule", "daily 08:00"], "no time zone; add one"),
        (["x", "leonardo", "--to", "desk@example.org"], "write channel:address"),
        (["x", "leonardo", "--to", "pigeon:desk"], "names no channel; write one of mailto:…"),
        (["x", "leonardo", *DESK, *DESK], "a recipient stands here twice"),
        (["x", "leonardo", *DESK, "--reads", "english"], "such as en,it"),
        (
            ["x", "leonardo", *DESK, "--reads", "it,xx"],
            "--reads 'it,xx': 'xx' is no language; write codes of ISO 639-1",
        ),
        (["Über", "leonardo", *DESK], "such as leonardo-baykar"),
        (["x", "", *DESK, "--scope", "any"], "would match every item; write a query"),
    ],
)
def test_mistakes_are_named_with_the_mend_and_nothing_is_written(cli: Cli, arguments: list[str], said: str) -> None:
    assert said in cli.fail("subscriptions", "add", *arguments)
    assert list_names(cli) == []


def test_a_name_is_given_once(cli: Cli) -> None:
    cli.run("subscriptions", "add", "x", "leonardo", *DESK)
    assert "called 'x' already" in cli.fail("subscriptions", "add", "x", "baykar", *DESK)


def test_a_word_with_other_meanings_is_pointed_out(cli: Cli) -> None:
    assert "entity:leonardo finds this one only" in cli.run("subscriptions", "rehearse", "leonardo").err


def test_rehearsal_finds_what_the_subscription_found(demo_cli: Cli) -> None:
    matched = select(Match.article_id).join(Subscription).where(Subscription.name == "leonardo-baykar")
    expected = set(demo_cli.ask(lambda session: session.scalars(matched).all()))
    found = json.loads(
        demo_cli.run("subscriptions", "rehearse", "entity:leonardo OR entity:baykar", "--days", "4", "--json").out
    )
    assert {one["id"] for one in found["matches"]} == expected
    assert sum(found["days"].values()) == len(expected) > 1
    assert len(found["days"]) == 5
    assert 1 < found["stories"] < len(expected)
    assert all(one["rule"] and one["snippet"]["marks"] for one in found["matches"])


def test_rehearsal_marks_what_matched_and_counts_by_day(demo_cli: Cli) -> None:
    out = demo_cli.run("subscriptions", "rehearse", "drone", "--limit", "1").out
    assert "*drone*" in out.lower()
    assert "matched: drone" in out
    assert f"{datetime.now(UTC):%Y-%m}" in out.split("Matches a day")[1]
    assert "more (--limit" in out


def test_scope_any_asks_what_was_left_out_too(demo_cli: Cli) -> None:
    asked = [
        json.loads(demo_cli.run("subscriptions", "rehearse", "istanbul", "--scope", scope, "--json").out)["asked"]
        for scope in ("pair", "any")
    ]
    kept = demo_cli.ask(
        lambda s: len(s.scalars(select(Article.id).where(Article.relevant.is_(True), ~Article.seed)).all())
    )
    everything = demo_cli.ask(lambda s: len(s.scalars(select(Article.id).where(~Article.seed)).all()))
    assert asked == [kept, everything]
    assert kept < everything


def test_older_articles_are_not_asked(demo_cli: Cli) -> None:
    old = datetime.now(UTC) - timedelta(days=10)
    with demo_cli.write() as session:
        session.execute(update(Article).where(~Article.seed).values(first_seen_at=old))
    assert (
        "0 matches in 0 stories, of 0 articles" in demo_cli.run("subscriptions", "rehearse", "drone", "--days", "9").out
    )
    assert "0 matches" not in demo_cli.run("subscriptions", "rehearse", "drone", "--days", "11").out


def test_an_empty_database_says_what_to_do(cli: Cli) -> None:
    assert "galata poll --once" in cli.run("subscriptions", "rehearse", "drone").out


def test_a_paused_subscription_sleeps_and_does_not_catch_up(demo_cli: Cli) -> None:
    assert demo_cli.run("subscriptions", "pause", "morning").out == "'morning' is paused now.\n"
    with demo_cli.write() as session:
        past = datetime.now(UTC) - timedelta(days=3)
        session.execute(update(Subscription).where(Subscription.name == "morning").values(next_run_at=past))
    demo_cli.run("subscriptions", "resume", "morning")
    due = find_next_run(demo_cli, "morning")
    assert due is not None and due > datetime.now(UTC)
    assert demo_cli.run("subscriptions", "resume", "morning").out == "'morning' was not paused.\n"
    assert "did you mean 'morning'?" in demo_cli.fail("subscriptions", "pause", "mornin")


def test_what_a_file_made_is_removed_in_the_file(demo_cli: Cli) -> None:
    problem = demo_cli.fail("subscriptions", "remove", "morning", "--yes")
    assert "subscriptions.toml; remove it there" in problem
    assert "morning" in list_names(demo_cli)


def test_removing_takes_recipients_matches_and_messages_along(demo_cli: Cli) -> None:
    with demo_cli.write() as session:
        session.execute(update(Subscription).where(Subscription.name == "leonardo-baykar").values(origin="user"))
    demo_cli.run("subscriptions", "remove", "leonardo-baykar", answers="y\n")
    assert list_names(demo_cli) == ["morning"]
    addresses = demo_cli.ask(lambda session: session.scalars(select(Recipient.address)).all())
    assert addresses == ["mailto:analyst@example.org"]
    assert demo_cli.ask(lambda s: {one.kind for one in s.scalars(select(Delivery))}) == {"digest"}


def test_removing_can_be_thought_over(cli: Cli) -> None:
    cli.run("subscriptions", "add", "x", "leonardo", *DESK)
    cli.run("subscriptions", "remove", "x", answers="n\n", status=1)
    assert list_names(cli) == ["x"]
