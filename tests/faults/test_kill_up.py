"""kill -9 of `galata up`, ten times at random moments: nothing is lost, nothing is kept or told twice.

The seed of the moments is printed with a failure; GALATA_TEST_SEED=… repeats it, as far as a machine repeats anything.
"""

import contextlib
import random
import re
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import selectinload

from db.models import Article, ArticleFeed, Feed
from db.outbox_models import Delivery, DigestItem, Match, Subscription
from db.session import Database, open_database
from tests.faults.installation import Installation, list_leases, make_installation
from tests.servers.ports import wait_until
from tests.servers.smtp import SmtpSink
from worker.demo.check import Decision, find_surprises
from worker.demo.run import EDITIONS, DemoRun, make_carried, make_decision, run_demo
from worker.demo.server import DemoServer

Name = tuple[str, ...]
Row = tuple[ArticleFeed, Feed, Article]
KILLS = 10
RUNNING = "Galata is running"
# From the start of work to its end both editions take one and a half seconds here; kills come anywhere in it.
LONGEST_LIFE = 1.2
# Each mail takes this long to be accepted, so that some kills fall between the last byte and its answer.
SINK_DELAY = 0.03


@pytest.fixture
def outlets() -> Iterator[DemoServer]:
    with DemoServer() as server:
        yield server


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory: pytest.TempPathFactory) -> DemoRun:
    """What nobody killed made of both editions; read by every test, changed by none."""
    return run_demo(tmp_path_factory.mktemp("undisturbed") / "demo", lambda _step, _count: None)


@pytest.fixture
def sink(smtp_sink: SmtpSink) -> SmtpSink:
    smtp_sink.delay = SINK_DELAY
    return smtp_sink


def test_ten_kills_with_feeds_due_again_after_each(
    tmp_path: Path, outlets: DemoServer, sink: SmtpSink, moments: random.Random, undisturbed: DemoRun
) -> None:
    installation = make_installation(tmp_path, outlets, sink)
    for edition in EDITIONS:
        outlets.edition = edition
        for _ in range(KILLS // 2):
            set_due(installation)
            with installation.start("galata", "up") as program:
                program.wait_for(RUNNING)
                time.sleep(moments.uniform(0, LONGEST_LIFE))
                program.kill()
        set_due(installation)
        settle(installation)
    check_truth(installation, outlets, sink, undisturbed)


def test_ten_kills_each_followed_by_a_start_at_once(
    tmp_path: Path, outlets: DemoServer, sink: SmtpSink, moments: random.Random, undisturbed: DemoRun
) -> None:
    installation = make_installation(tmp_path, outlets, sink)
    for number in range(KILLS):
        with installation.start("galata", "up") as program:
            if number == KILLS // 2:
                program.wait_for(RUNNING)
                set_due(installation)  # what was in hand at three kills would wait for a quarter of an hour
                assert wait_until(lambda: is_read(installation), seconds=45)
                outlets.edition = "second"
                set_due(installation)
            time.sleep(moments.uniform(0.3, 1.5 + LONGEST_LIFE))  # loading and migrating take half of it
            program.kill()
    settle(installation)
    check_truth(installation, outlets, sink, undisturbed)


def set_due(installation: Installation) -> None:
    """Let everything be due; nothing when the first process did not live to make the tables."""
    if (installation.folder / "data" / "galata.db").exists():
        installation.set_due()


def settle(installation: Installation) -> None:
    """Run without a kill until nothing is left to do, nor for later: reading a page takes longer than a life does, and
    one whose readers died twice would wait for a quarter of an hour. Then once more: the last digest may have gone out
    before the last article was judged."""
    installation.set_pages_due()
    with installation.start("galata", "up") as program:
        program.wait_for(RUNNING)
        installation.wait_until_quiet()
        installation.set_due()
        installation.set_pages_due()
        installation.wait_until_quiet()
        assert program.stop() == 0
    assert "Traceback" not in program.said


def is_read(installation: Installation) -> bool:
    """Whether every outlet was read."""
    with installation.look() as database, database.read() as session:
        return not session.scalar(select(func.count()).where(Feed.last_polled_at.is_(None)))


def check_truth(installation: Installation, outlets: DemoServer, sink: SmtpSink, undisturbed: DemoRun) -> None:
    """Everything that must hold when the dust has settled."""
    with installation.look() as database:
        assert list_leases(database) == []
        check_articles(database, undisturbed, outlets)
        check_matches(database)
        check_deliveries(database, sink)
        uncertain = count_state(database, "uncertain")
    listed = installation.run("galata", "deliveries", "list", "--state", "uncertain").splitlines()
    assert len([line for line in listed if "uncertain" in line]) == uncertain
    print(f"{len(sink.messages)} mails, {uncertain} uncertain")  # noqa: T201  as above


def check_articles(database: Database, undisturbed: DemoRun, outlets: DemoServer) -> None:
    """Every entry once, judged, and in the story where it belongs."""
    with contextlib.closing(open_database(f"sqlite:///{undisturbed.folder}/galata.db")) as other:
        expected = read_entries(other)
    second = {name for name, (_, _, article) in expected.items() if article.id >= undisturbed.rounds[-1].first_id}
    entries = read_entries(database)
    assert sorted(entries) == sorted(expected)
    with database.read() as session:
        assert set(session.scalars(select(Article.state))) == {"done"}
    surprises = find_surprises([decide(name, *row, second) for name, row in entries.items()], outlets.base_url)
    assert [one for one in surprises if forget_port(one) not in map(forget_port, undisturbed.surprises)] == []


def read_entries(database: Database) -> dict[Name, Row]:
    """What each outlet said, by a name that is the same in two runs, whose outlets listen at different ports."""
    chosen = (
        select(ArticleFeed, Feed, Article)
        .join(Feed, Feed.id == ArticleFeed.feed_id)
        .join(Article, Article.id == ArticleFeed.article_id)
        .options(selectinload(Article.feed))
    )
    with database.read() as session:
        rows: list[Row] = [(row[0], row[1], row[2]) for row in session.execute(chosen)]
    found = {}
    for carried, feed, article in rows:
        texts = (carried.identity or article.identity, article.title, article.summary, article.content)
        found[feed.name, *map(forget_port, texts)] = (carried, feed, article)
    assert len(found) == len(rows), "an entry was stored twice"
    return found


def decide(name: Name, carried: ArticleFeed, feed: Feed, article: Article, second: set[Name]) -> Decision:
    """What was decided on an entry, in the terms of the demonstration."""
    if article.feed_id != feed.id:
        return make_carried(carried, feed, article)
    return replace(make_decision(article, 0), edition="second" if name in second else "first")


def forget_port(text: str) -> str:
    """Without the address of the test's outlets."""
    return re.sub(r"http://127\.0\.0\.1:\d+", "", text)


def check_matches(database: Database) -> None:
    """Who asked for everything has a match for every article that was kept, and the digests covered each of them."""
    with database.read() as session:
        kept = set(session.scalars(select(Article.id).where(Article.relevant.is_(True), ~Article.seed)))
        for name in ("everything", "morning"):
            of = select(Match.article_id).join(Subscription, Subscription.id == Match.subscription_id)
            found = list(session.scalars(of.where(Subscription.name == name)))
            assert sorted(found) == sorted(kept), name
        assert set(session.scalars(select(DigestItem.article_id).where(DigestItem.place == "story"))) == kept


def check_deliveries(database: Database, sink: SmtpSink) -> None:
    """Every message is sent, which the mail server saw once, or uncertain, which it saw once or not at all."""
    with database.read() as session:
        states = {one.idempotency_key: one.state for one in session.scalars(select(Delivery))}
    assert set(states.values()) <= {"sent", "uncertain"}
    arrived = Counter(
        str(mail.message["Message-ID"]).strip("<>").partition("@")[0].rpartition("-")[0] for mail in sink.messages
    )
    assert [key for key, times in arrived.items() if times > 1] == []
    assert {key for key, state in states.items() if state == "sent"} <= set(arrived) <= set(states)


def count_state(database: Database, state: str) -> int:
    """How many deliveries are in a state."""
    with database.read() as session:
        return session.scalar(select(func.count()).select_from(Delivery).where(Delivery.state == state)) or 0
