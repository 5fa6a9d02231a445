"""What ends its worker each time is set aside, and takes nothing with it that merely stood near."""

from datetime import datetime, timedelta

from sqlalchemy import select

from config.settings import Settings
from db.articles import MOST_DEATHS, claim_articles, select_arrived
from db.feeds import claim_due
from db.leases import complete_row, expire_leases, lease_end
from db.models import Article, Feed
from db.session import Database
from tests.shipped import load_shipped
from worker.pipeline.runtime import Runtime
from worker.pipeline.sweep import sweep_left

DEADLY = 4
MANY = 9


def test_an_article_that_kills_is_set_aside_alone(database: Database, clock: datetime) -> None:
    with database.write() as session, session.begin():
        session.add_all(make_article(number, clock) for number in range(1, MANY + 1))
    deaths = 0
    while ids := claim_some(database, clock):
        if DEADLY in ids:
            deaths += 1
            die(database)
            sweep_left(make_runtime(database, clock))
            continue
        complete_all(database, ids)
    assert deaths == MOST_DEATHS
    with database.read() as session:
        states = {row.id: row.state for row in session.scalars(select(Article))}
    assert states == dict.fromkeys(range(1, MANY + 1), "done") | {DEADLY: "poison"}


def make_article(number: int, clock: datetime) -> Article:
    return Article(
        id=number,
        identity=f"{number}",
        content_hash=f"{number}",
        title=f"{number}",
        state="arrived",
        first_seen_at=clock,
    )


def make_runtime(database: Database, clock: datetime) -> Runtime:
    return Runtime(Settings(), database, load_shipped(), lambda: clock)


def claim_some(database: Database, clock: datetime) -> list[int]:
    with database.write() as session, session.begin():
        return [one.id for one in claim_articles(session, select_arrived(clock), lease_end(clock, 600), 50)]


def die(database: Database) -> None:
    """The worker is gone, and the next one knows it."""
    with database.write() as session, session.begin():
        for model in (Article, Feed):
            expire_leases(session, model)


def complete_all(database: Database, ids: list[int]) -> None:
    with database.write() as session, session.begin():
        for article in session.scalars(select(Article).where(Article.id.in_(ids))):
            complete_row(session, Article, article.id, article.lease_token or "", state="done", attempts=0)


def test_a_feed_that_kills_is_tried_alone_then_ever_later(database: Database, clock: datetime) -> None:
    with database.write() as session, session.begin():
        for number in range(1, MANY + 1):
            session.add(Feed(id=number, url=f"u:{number}", name=f"{number}", origin="user", next_poll_at=clock))
    claims: list[int] = []
    polled = set[int]()
    while len(claims) < 3 * MANY and (feeds := claim_feeds(database, clock)):
        ids = [feed.id for feed in feeds]
        claims.append(len(ids))
        if DEADLY in ids:
            die(database)
            continue
        polled.update(ids)
        poll_all(database, feeds, clock)
    assert polled == set(range(1, MANY + 1)) - {DEADLY}
    assert claims == [MANY] + [1] * (MANY + 1), "after the first death each was tried alone, the deadly one twice more"
    with database.read() as session:
        feed = session.get_one(Feed, DEADLY)
    assert (feed.next_poll_at, feed.attempts) == (clock + timedelta(minutes=15), 3)
    assert "ended with their workers again and again" in (feed.error or "")
    for wait in (timedelta(minutes=15), timedelta(hours=1), timedelta(hours=6), timedelta(hours=6)):
        assert claim_feeds(database, clock + wait - timedelta(seconds=1)) == []
        clock += wait
        assert [one.id for one in claim_feeds(database, clock)] == [DEADLY]
        die(database)
    poll_all(database, claim_feeds(database, clock + timedelta(hours=6)), clock)
    with database.read() as session:
        assert session.get_one(Feed, DEADLY).attempts == 0, "a poll that ends well clears it"


def claim_feeds(database: Database, clock: datetime) -> list[Feed]:
    with database.write() as session, session.begin():
        return claim_due(session, clock, lease_end(clock, 600), 25)


def poll_all(database: Database, feeds: list[Feed], clock: datetime) -> None:
    """As after a poll."""
    with database.write() as session, session.begin():
        for feed in feeds:
            later = clock + timedelta(days=1)
            complete_row(session, Feed, feed.id, feed.lease_token or "", attempts=0, next_poll_at=later)
