"""galata explain: every decision on an article, its evidence, and who was told and who was not."""

import json
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import delete, select, update

from db.models import Article
from db.outbox_models import DigestItem, Match, Subscription
from tests.cli.conftest import Cli
from worker.pipeline.aging import KEPT
from worker.pipeline.alert import DIGESTED


def find_id(cli: Cli, **columns: Any) -> int:
    chosen = select(Article.id).filter_by(**columns).order_by(Article.id)
    found: int = cli.ask(lambda session: session.scalars(chosen).first())
    assert found is not None
    return found


def explain(cli: Cli, key: str | int) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(cli.run("explain", str(key), "--json").out)
    return found


def test_an_update_is_explained_in_full(demo_cli: Cli) -> None:
    number = find_id(demo_cli, identity="tag:anatolianwire.example,2025:2047")
    found = explain(demo_cli, number)
    assert found["relevant"] and found["score"] > 0.5
    assert {one["side"] for one in found["evidence"]} >= {"TR", "IT"}
    assert {"leonardo", "baykar"} <= {one["id"] for one in found["entities"]}
    assert found["topics"][0]["terms"]
    assert found["relation"] == "update"
    assert found["new_sentences"]
    older = [one for one in found["neighbours"] if not one["newer"]]
    assert older[0]["of_old"] > older[0]["of_new"]
    seen = [one["first_seen"] for one in found["story"]["members"]]
    assert seen == sorted(seen) and len(seen) > 4
    assert [one["id"] for one in found["story"]["members"] if one["self"]] == [number]
    assert found["article"]["carriers"] == ["Anatolian Wire"]


def test_who_was_told_stands_with_the_message(demo_cli: Cli) -> None:
    found = explain(demo_cli, find_id(demo_cli, identity="tag:anatolianwire.example,2025:2047"))
    told = {one["subscription"]: one for one in found["told"]}
    assert told["leonardo-baykar"]["told"] and told["leonardo-baykar"]["kind"] == "first"
    assert told["leonardo-baykar"]["messages"][0]["to"] == "mailto:desk@example.org"
    assert told["leonardo-baykar"]["messages"][0]["state"] == "sent"
    assert told["morning"]["kind"] == "digest"
    assert len(found["told"]) == 2
    assert found["not_told"] == []


def test_who_was_not_told_stands_with_the_reason(demo_cli: Cli) -> None:
    found = explain(demo_cli, find_id(demo_cli, identity="tag:anatolianwire.example,2025:2041"))
    told = {one["subscription"]: one for one in found["told"]}
    assert not told["leonardo-baykar"]["told"]
    assert "first-fetch policy" in told["leonardo-baykar"]["reason"]
    other = explain(demo_cli, find_id(demo_cli, identity="hp-1006"))
    (silent,) = other["not_told"]
    assert silent["subscription"] == "leonardo-baykar"
    assert "entity:leonardo is not named" in silent["reason"]


@pytest.mark.parametrize(
    ("reason", "held", "mark"),
    [
        (DIGESTED, None, "…"),
        ("An update was sent less than 2 hours ago.", datetime.now(UTC) + timedelta(hours=1), "…"),
        ("It is another copy.", None, "✗"),
    ],
)
def test_what_is_still_to_be_told_has_a_mark_of_its_own(
    demo_cli: Cli, reason: str, held: datetime | None, mark: str
) -> None:
    number = find_id(demo_cli, identity="tag:anatolianwire.example,2025:2041")
    with demo_cli.write() as session:
        values = {"sent": False, "reason": reason, "held_until": held}
        session.execute(update(Match).where(Match.article_id == number).values(**values))
        session.execute(delete(DigestItem).where(DigestItem.article_id == number))
    assert f"{mark} leonardo-baykar: {reason}" in demo_cli.run("explain", str(number)).out
    waiting = {one["subscription"]: one["waiting"] for one in explain(demo_cli, number)["told"]}
    assert waiting["leonardo-baykar"] is (mark == "…")


def test_what_was_left_out_says_why(demo_cli: Cli) -> None:
    number = find_id(demo_cli, identity="tag:anatolianwire.example,2025:2035")
    out = demo_cli.run("explain", str(number)).out
    assert "Left out" in out
    assert "only Türkiye is named" in out
    assert "leonardo-baykar: it asks for items about both countries, and this one is not" in out
    assert explain(demo_cli, number)["story"] is None


def test_an_article_is_known_by_url_and_a_seed_by_name(demo_cli: Cli) -> None:
    number = find_id(demo_cli, identity="bl-main-5118")
    url = demo_cli.ask(lambda session: session.get_one(Article, number).url)
    assert explain(demo_cli, url)["article"]["id"] == number
    assert explain(demo_cli, f"{url}?utm_source=x#top")["article"]["id"] == number
    seed = explain(demo_cli, "seed:005")
    assert {one["relation"] for one in seed["neighbours"] if one["newer"]} >= {"excerpt"}
    assert seed["not_told"] == []


def test_an_unknown_article_is_one_line(demo_cli: Cli) -> None:
    assert demo_cli.fail("explain", "https://nowhere.example/x").startswith("no article is known by")
    assert demo_cli.fail("explain", "999999").endswith("or seed:NAME")
    assert demo_cli.fail("explain", "9" * 30).endswith("or seed:NAME")


def test_a_page_fits_80_columns(demo_cli: Cli) -> None:
    for number in demo_cli.ask(lambda session: session.scalars(select(Article.id)).all()):
        lines = demo_cli.run("explain", str(number)).lines
        assert [line for line in lines if len(line) > 80 and "http" not in line] == []
        assert [line for line in lines if line != line.rstrip()] == []


def test_a_lead_says_that_it_is_a_headline_only(demo_cli: Cli) -> None:
    number = find_id(demo_cli, identity="bl-main-5118")
    assert "headline only" not in demo_cli.run("explain", str(number)).out
    url = "https://news.google.com/rss/articles/CBMiVkFVX3lxTE5v?oc=5"
    with demo_cli.write() as session:
        session.execute(update(Article).where(Article.id == number).values(url=url, canonical_url=url))
    assert explain(demo_cli, url)["article"]["headline_only"] is True
    assert "headline only: an aggregator's link, which is never fetched" in demo_cli.run("explain", url).out


def test_what_was_near_long_ago_is_said_to_be_forgotten(demo_cli: Cli) -> None:
    number = find_id(demo_cli, identity="tag:anatolianwire.example,2025:2047")
    assert "no longer known" not in demo_cli.run("explain", str(number)).out
    with demo_cli.write() as session:
        long_ago = datetime.now(UTC) - KEPT - timedelta(days=2)
        session.execute(update(Article).where(Article.id == number).values(dated_at=long_ago))
    assert f"is no longer known: that is kept for {KEPT.days} days." in " ".join(
        demo_cli.run("explain", str(number)).out.split()
    )


def test_poison_shows_its_error(demo_cli: Cli) -> None:
    number = find_id(demo_cli, state="done", seed=False)
    with demo_cli.write() as session:
        values = {"state": "poison", "attempts": 3, "error": "ValueError('broken')", "relevant": None}
        session.execute(update(Article).where(Article.id == number).values(**values))
    out = demo_cli.run("explain", str(number)).out
    assert "poison, 3 attempts" in out
    assert "ValueError('broken')" in out
    assert "Not judged yet" in out


def test_nothing_of_a_feed_commands_the_terminal(demo_cli: Cli) -> None:
    number = find_id(demo_cli, identity="bl-main-5118")
    with demo_cli.write() as session:
        title = "red \x1b[31malert\x1b]0;owned\x07 [bold]not markup[/bold] \u202eflip"
        session.execute(update(Article).where(Article.id == number).values(title=title))
    out = demo_cli.run("explain", str(number)).out
    assert "\x1b" not in out and "\x07" not in out and "\u202e" not in out
    assert "[bold]not markup[/bold]" in out


@pytest.mark.parametrize(
    ("query", "made", "said"),
    [
        ("entity:leonardo", 2099, "the subscription was only made on 2099"),
        ("entity:leonardo", 2000, "it would match now; it did not when it was asked"),
        ("(broken", 2000, "column 1: a bracket is not closed"),
    ],
)
def test_a_later_subscription_is_told_from_one_that_missed(demo_cli: Cli, query: str, made: int, said: str) -> None:
    with demo_cli.write() as session:
        at = datetime(made, 1, 1, tzinfo=UTC)
        session.add(Subscription(name="later", origin="user", query=query, schedule="instant", created_at=at))
    found = explain(demo_cli, find_id(demo_cli, identity="tag:anatolianwire.example,2025:2047"))
    assert [said in one["reason"] for one in found["not_told"]] == [True]
