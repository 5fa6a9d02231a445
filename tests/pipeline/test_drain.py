"""The steps in order, until none has work, over the demonstration's outlets; and what the sweep sees of it."""

import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import astuple
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import update

from db.articles import MOST_DEATHS
from db.leases import complete_row
from db.models import Article, Feed
from db.motion import list_beats
from db.outbox_models import Delivery, Match, Subscription
from tests.pipeline.building import (
    FOOTBALL,
    WIRE,
    TurnableClock,
    add_article,
    add_delivery,
    add_feed,
    add_read_feed,
    add_subscription,
    find_one,
    list_articles,
    list_rows,
)
from worker.demo.server import DemoServer
from worker.pipeline import drain
from worker.pipeline.drain import run_until_quiet
from worker.pipeline.runtime import Runtime
from worker.pipeline.sweep import find_waiting, sweep_left


def test_two_editions_go_all_the_way_and_nothing_waits(runtime: Runtime, turnable: TurnableClock) -> None:
    desk = add_subscription(runtime, "desk", "entity:leonardo OR entity:baykar")
    add_subscription(runtime, "daily", schedule="daily 08:00 Europe/Rome")
    with DemoServer(clock=turnable) as server:
        for feed in server.feeds():
            add_feed(runtime, url=feed.url, name=feed.name, language=feed.language)
        first = run_until_quiet(runtime)
        server.edition = "second"
        turnable.turn(days=1)
        second = run_until_quiet(runtime)
        assert run_until_quiet(runtime).polled == [], "and then all is quiet"
    assert first.judged + second.judged == len(list_articles(runtime.database))
    assert {one.state for one in list_articles(runtime.database)} == {"done"}
    assert (first.failed, second.failed) == ([], [])
    assert 0 < first.kept < first.judged
    assert (first.digests, second.digests) == (0, 1)
    assert first.delivered.total() == 0, "the first edition is backlog, and silent"
    told = [one for one in list_rows(runtime.database, Match) if one.subscription_id == desk and one.sent]
    assert len(told) > 0
    assert second.delivered == {"sent": len(told) + 1}
    assert len({(one.story_id, one.kind) for one in told if one.kind == "first"}) == sum(
        one.kind == "first" for one in told
    )
    assert len(list(runtime.settings.outbox_dir.rglob("*.eml"))) == len(told) + 1
    assert not find_waiting(runtime)


def test_it_ends_although_some_of_it_fails(runtime: Runtime, monkeypatch: pytest.MonkeyPatch) -> None:
    """Articles that cannot be judged or matched, a digest that cannot be composed: three tries, no more."""
    daily = add_subscription(runtime, "daily", "leonardo", schedule="daily 08:00 Europe/Rome")
    feed = add_read_feed(runtime)
    add_article(runtime, feed, WIRE)

    def fail(*_: object) -> None:
        raise ZeroDivisionError("odd input")

    monkeypatch.setattr("worker.pipeline.ingest.make_item", fail)
    assert len(run_until_quiet(runtime).failed) == 3
    monkeypatch.undo()
    add_article(runtime, feed, FOOTBALL)
    with runtime.database.write() as session, session.begin():
        odd = update(Article).where(Article.title == FOOTBALL.title)
        session.execute(odd.values(state="judged", evidence={"hits": 1}))
        session.execute(update(Subscription).values(schedule="never", next_run_at=runtime.now()))
    done = run_until_quiet(runtime)
    assert (done.digests, done.matched) == (0, 3)
    assert [one.state for one in list_articles(runtime.database)] == ["poison", "poison"]
    assert find_waiting(runtime).digests == 1, f"subscription {daily} stays due until it is mended"


def test_the_progress_of_each_step_is_told(runtime: Runtime) -> None:
    add_subscription(runtime, "desk", "baykar")
    add_article(runtime, add_read_feed(runtime), WIRE)
    told: list[tuple[str, int]] = []
    drain.run_until_quiet(runtime, lambda step, count: told.append((step, count)))
    assert [(step, count) for step, count in told if count] == [("judged", 1), ("matched", 1), ("delivered", 1)]


def test_the_sweep_sees_what_waits_for_each_step(runtime: Runtime, turnable: TurnableClock) -> None:
    assert not find_waiting(runtime)
    add_feed(runtime)
    feed = add_read_feed(runtime)
    for told, state in ((WIRE, "arrived"), (FOOTBALL, "judged")):
        article = add_article(runtime, feed, told)
        with runtime.database.write() as session, session.begin():
            session.execute(update(Article).where(Article.id == article).values(state=state))
    add_subscription(runtime, "daily", schedule="daily 08:00 Europe/Rome")
    add_delivery(runtime, 1, "message")
    assert astuple(find_waiting(runtime)) == (1, 1, 1, 0, 1, 0)
    turnable.turn(days=1)
    assert astuple(sweep_left(runtime)) == (1, 1, 1, 1, 1, 0)
    with runtime.database.write() as session, session.begin():
        until = runtime.now() + timedelta(minutes=5)
        for model in (Feed, Article, Delivery):
            session.execute(update(model).values(lease_until=until))
    assert astuple(sweep_left(runtime)) == (0, 0, 0, 1, 0, 0), "what somebody holds does not wait"
    with runtime.database.read() as session:
        assert {beat.name: beat.at for beat in list_beats(session)} == {"scheduler": turnable.at}


def test_a_muted_or_disabled_feed_does_not_wait(runtime: Runtime) -> None:
    add_feed(runtime, path="/muted.xml", muted=True)
    add_feed(runtime, path="/disabled.xml", enabled=False)
    assert find_waiting(runtime).polls == 0


def test_a_worker_that_completes_while_the_sweep_looks_wins(runtime: Runtime, turnable: TurnableClock) -> None:
    """Its lease ran out at the last attempt, but it is alive: the sweep waits for its commit and looks again."""
    article = add_article(runtime, add_read_feed(runtime), WIRE)
    with runtime.database.write() as session, session.begin():
        session.execute(update(Article).values(attempts=MOST_DEATHS, lease_token="late", lease_until=turnable.at))
    with ThreadPoolExecutor(1) as pool:
        with runtime.database.write() as session, session.begin():
            assert complete_row(session, Article, article, "late", state="judged", attempts=0)
            sweep = pool.submit(sweep_left, runtime)
            time.sleep(0.2)
            assert not sweep.done()
        assert sweep.result(10).judged == 1
    assert find_one(runtime.database, Article, article).state == "judged"


def test_outbox_files_are_readable_mail(runtime: Runtime) -> None:
    add_subscription(runtime, "desk", "baykar")
    add_article(runtime, add_read_feed(runtime), WIRE)
    run_until_quiet(runtime)
    (delivery,) = list_rows(runtime.database, Delivery)
    text = Path(delivery.receipt).read_text(encoding="utf-8")
    assert text.startswith(("From:", "Subject:", "To:", "Date:", "Message-ID:", "MIME-Version:"))
