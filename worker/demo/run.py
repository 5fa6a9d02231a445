"""The demonstration's run: the real loop on the invented outlets, two editions of them, into a folder of its own.

Everything is what `galata up` does, on the embedded default; only the feeds are ours, and the second poll is asked for
instead of waited for.
"""

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Select, select
from sqlalchemy.orm import Session, selectinload

from config.files import data_path
from config.models import FeedFile, RecipientFile, SubscriptionFile
from config.settings import Settings
from db.feeds import make_due
from db.migrate import upgrade
from db.models import Article, ArticleFeed, Feed
from db.outbox_models import Delivery, Match, Subscription
from worker.demo.check import Decision, find_surprises
from worker.demo.render import Edition
from worker.demo.server import DemoServer
from worker.pipeline.deliver import deliver_pending
from worker.pipeline.digest import write_digest
from worker.pipeline.drain import Drained, run_until_quiet
from worker.pipeline.headline import name_stories
from worker.pipeline.prepare import sync_feeds, sync_subscriptions
from worker.pipeline.rules import load_rules
from worker.pipeline.runtime import Runtime, connect_database, make_folders
from worker.pipeline.seeds import load_seeds

Progress = Callable[[str, int], None]
EDITIONS: tuple[Edition, ...] = ("first", "second")
READS = ("en", "tr", "it")
SUBSCRIPTIONS = [
    SubscriptionFile(
        name="morning",
        schedule="daily 08:00 Europe/Istanbul",
        recipients=(RecipientFile(to="mailto:analyst@example.org", reads=READS),),
    ),
    SubscriptionFile(
        name="leonardo-baykar",
        query="entity:leonardo OR entity:baykar",
        recipients=(RecipientFile(to="mailto:desk@example.org", reads=("en", "it")),),
    ),
]


@dataclass(frozen=True)
class Round:
    """What one edition came to."""

    edition: Edition
    drained: Drained
    first_id: int
    """Articles from this id on are the edition's."""


@dataclass(frozen=True)
class DemoRun:
    """What a demonstration came to, ready to be told."""

    folder: Path
    rounds: list[Round]
    stories: list[tuple[str, list[Article]]]
    """The headline of each, and its articles."""
    left_out: list[Article]
    matches: list[tuple[Match, Subscription, Article]]
    deliveries: list[Delivery]
    surprises: list[str]
    """Where a decision was not the expected one (docs/demo.md): none, or the demonstration has failed."""


def make_settings(folder: Path) -> Settings:
    """The embedded default, with loopback allowed and nothing of the user's own configuration. All outlets are one
    host here, and it is ours: no page waits for another."""
    values = {"data_dir": folder, "config_dir": folder / "no-config", "http_allow": "127.0.0.0/8", "smtp_url": None}
    return Settings.model_validate({**values, "page_interval_seconds": 0})


def run_demo(folder: Path, progress: Progress) -> DemoRun:
    """Run both editions into `folder`, which is emptied first."""
    if (folder / "galata.db").exists():
        shutil.rmtree(folder)
    settings = make_settings(folder)
    make_folders(settings)
    database = connect_database(settings)
    try:
        runtime = Runtime(settings, database, load_rules(settings))
        with DemoServer() as server:
            prepare_demo(runtime, server)
            rounds = [run_edition(runtime, server, edition, progress) for edition in EDITIONS]
            with database.read() as session:
                return gather_run(session, settings, rounds, server)
    finally:
        database.close()


def prepare_demo(runtime: Runtime, server: DemoServer) -> None:
    """Schema, seeds, the invented feeds and two subscriptions."""
    upgrade(runtime.database, data_path("alembic"))
    load_seeds(runtime, data_path("seeds"))
    feeds = [
        FeedFile(name=f.name, url=f.url, language=f.language, country=f.country, full_text=f.abstracts)
        for f in server.feeds()
    ]
    now = runtime.now()
    with runtime.database.write() as session, session.begin():
        sync_feeds(session, feeds, now)
        sync_subscriptions(session, SUBSCRIPTIONS, now)


def run_edition(runtime: Runtime, server: DemoServer, edition: Edition, progress: Progress) -> Round:
    """Poll every feed, finish what follows, send the digest."""
    server.edition = edition
    with runtime.database.write() as session, session.begin():
        first_id = session.scalar(select(Article.id).order_by(Article.id.desc()).limit(1)) or 0
        make_due(session, runtime.now())
    drained = run_until_quiet(runtime, progress)
    with runtime.database.write() as session, session.begin():
        morning = session.scalars(select(Subscription).where(Subscription.name == "morning")).one()
        write_digest(runtime, session, morning, runtime.now(), forced=True)
    drained.delivered += deliver_pending(runtime)
    return Round(edition, drained, first_id + 1)


def gather_run(session: Session, settings: Settings, rounds: list[Round], server: DemoServer) -> DemoRun:
    """Everything the demonstration tells of, from SQL."""
    related = selectinload(Article.topics), selectinload(Article.entities), selectinload(Article.feed)
    articles = list(session.scalars(select(Article).where(~Article.seed).options(*related).order_by(Article.id)))
    members: dict[int, list[Article]] = {}
    for article in articles:
        if article.story_id is not None:
            members.setdefault(article.story_id, []).append(article)
    headlines = name_stories(session, members)
    stories = [(headlines[story_id], group) for story_id, group in members.items()]
    told = session.execute(
        select(Match, Subscription, Article)
        .join(Subscription, Subscription.id == Match.subscription_id)
        .join(Article, Article.id == Match.article_id)
        .where(Subscription.schedule == "instant")
        .order_by(Match.id)
    )
    deliveries = session.scalars(select(Delivery).options(selectinload(Delivery.recipient)).order_by(Delivery.id))
    decisions = [make_decision(article, rounds[-1].first_id) for article in articles]
    decisions += [make_carried(row[0], row[1], row[2]) for row in session.execute(select_carried())]
    return DemoRun(
        folder=settings.data_dir,
        rounds=rounds,
        stories=sorted(stories, key=lambda pair: -len(pair[1])),
        left_out=[article for article in articles if article.story_id is None],
        matches=[(row[0], row[1], row[2]) for row in told],
        deliveries=list(deliveries),
        surprises=find_surprises(decisions, server.base_url),
    )


def select_carried() -> Select[ArticleFeed, Feed, Article]:
    """Articles that a second feed carried too."""
    return (
        select(ArticleFeed, Feed, Article)
        .join(Feed, Feed.id == ArticleFeed.feed_id)
        .join(Article, Article.id == ArticleFeed.article_id)
        .where(Article.feed_id != ArticleFeed.feed_id)
    )


def make_carried(carried: ArticleFeed, feed: Feed, article: Article) -> Decision:
    """The same article in another feed was not stored again: a duplicate by its address, before any judging."""
    return Decision(
        feed.name, carried.identity, "first", bool(article.relevant), "duplicate", str(article.story_id or "")
    )


def make_decision(article: Article, second_id: int) -> Decision:
    """What was decided on an article, in the terms of docs/demo.md."""
    return Decision(
        feed=article.feed.name if article.feed else "",
        identity=article.identity,
        edition="second" if article.id >= second_id else "first",
        relevant=bool(article.relevant),
        relation=article.relation or "",
        story=str(article.story_id or ""),
    )
