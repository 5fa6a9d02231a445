"""Queries on pages: which are wanted, which may be asked for now, one of a host at a time."""

from collections.abc import Collection, Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, case, exists, func, literal, or_, select, update
from sqlalchemy.orm import Session, aliased, joinedload

from db.articles import MAX_ATTEMPTS, insert_missing
from db.base import UtcDateTime
from db.leases import claim_batch, is_free
from db.models import Article, ArticleFeed, Feed
from db.page_models import ArticlePage, Host

PAGE_AGAIN = timedelta(hours=1)
# A page whose reader died is read again at once, alone; should that reader die as well, the last try waits so long. Who
# starts Galata three times in a minute has then not taken a text away.
DEATH_WAIT = timedelta(minutes=15)
SWITCHED_OFF = "a feed that carries it says full_text = false"


def want_pages(session: Session, rows: Sequence[dict[str, Any]]) -> None:
    """Ask for pages; one that was asked for before, whatever came of it, is not asked for again."""
    # In one order, so that two workers never wait for each other.
    names = sorted({row["host"] for row in rows})
    insert_missing(session, Host, [{"name": name, "delay_seconds": 0.0} for name in names])
    asked = find_asked(session, {row["url"] for row in rows})
    insert_missing(session, ArticlePage, [{"state": "wanted", "attempts": 0, **postpone(row, asked)} for row in rows])


def find_asked(session: Session, urls: Collection[str]) -> dict[str, datetime]:
    """When each of some pages was last asked for, whichever article it was for."""
    chosen = select(ArticlePage.url, func.max(ArticlePage.settled_at)).where(ArticlePage.url.in_(urls))
    return {row[0]: row[1] for row in session.execute(chosen.group_by(ArticlePage.url)) if row[1]}


def postpone(row: dict[str, Any], asked: dict[str, datetime]) -> dict[str, Any]:
    """A row whose page waits until an hour after it was last asked for: a page that changes every few minutes, or that
    several feeds carry, is not read as often."""
    last = asked.get(row["url"])
    return row if last is None else {**row, "next_attempt_at": max(row["next_attempt_at"], last + PAGE_AGAIN)}


def has_slot(now: datetime) -> ColumnElement[bool]:
    """A host that may be asked now: its slot has come, and nobody is asking it for another page."""
    held = aliased(ArticlePage)
    asked = exists().where(held.host == Host.name, held.lease_until > now)
    return and_(or_(Host.next_slot_at.is_(None), Host.next_slot_at <= now), ~asked)


def is_allowed() -> ColumnElement[bool]:
    """Every feed that carried the article lets its pages be read, also by now."""
    carried = ArticleFeed.article_id == ArticlePage.article_id, Feed.id == ArticleFeed.feed_id
    return ~exists().where(*carried, ~Feed.full_text)


def is_poison() -> ColumnElement[bool]:
    """Its article failed three times."""
    return exists().where(Article.id == ArticlePage.article_id, Article.state == "poison")


def select_wanted(now: datetime) -> Select[int]:
    """Ids of the pages that may be asked for now, the longest due first. Of articles that all others are done with:
    what a page brings sends its article through judgement again."""
    wanted = ArticlePage.state == "wanted", ArticlePage.next_attempt_at <= now, ArticlePage.attempts < MAX_ATTEMPTS
    return (
        select(ArticlePage.id)
        .join(Article, Article.id == ArticlePage.article_id)
        .join(Host, Host.name == ArticlePage.host)
        .where(*wanted, is_free(ArticlePage, now), Article.state == "done", is_free(Article, now), has_slot(now))
        .where(is_allowed())
        .order_by(ArticlePage.next_attempt_at, ArticlePage.id)
    )


def claim_pages(session: Session, now: datetime, until: datetime, limit: int, spacing: timedelta) -> list[ArticlePage]:
    """Claim one page each of up to `limit` hosts, and take the hosts' slots: until `spacing` from now, or longer where
    robots.txt asks for more, nobody asks them for another page."""
    hosts = lock_hosts(session, now, limit)
    firsts = select_wanted(now).where(ArticlePage.host.in_(hosts)).with_only_columns(func.min(ArticlePage.id))
    firsts = firsts.order_by(None).group_by(ArticlePage.host)
    chosen = select(ArticlePage.id).where(ArticlePage.id.in_(list(session.scalars(firsts)))).order_by(ArticlePage.id)
    again = ArticlePage.attempts > 0, literal(now + DEATH_WAIT, UtcDateTime)
    later = case(again, else_=ArticlePage.next_attempt_at)
    pages = load_pages(session, claim_batch(session, chosen, ArticlePage, until, limit, next_attempt_at=later))
    for page in pages:
        host = session.get_one(Host, page.host)
        host.next_slot_at = now + max(spacing, timedelta(seconds=host.delay_seconds))
    session.flush()
    return pages


def lock_hosts(session: Session, now: datetime, limit: int) -> list[str]:
    """Hosts with a page that is due, locked until the end of the transaction. PostgreSQL passes over those that another
    worker is claiming from, and looks at the slot again once it has the lock."""
    due = select_wanted(now).with_only_columns(ArticlePage.host).order_by(None).distinct()
    chosen = select(Host.name).where(Host.name.in_(due), has_slot(now)).order_by(Host.next_slot_at, Host.name)
    if session.get_bind().dialect.name != "sqlite":
        chosen = chosen.with_for_update(skip_locked=True)
    return list(session.scalars(chosen.limit(limit)))


def count_hosts(session: Session, now: datetime) -> int:
    """How many hosts may be asked for a page now: so many pages can be read at once."""
    chosen = select_wanted(now).with_only_columns(func.count(ArticlePage.host.distinct())).order_by(None)
    return session.scalar(chosen) or 0


def load_pages(session: Session, ids: Collection[int]) -> list[ArticlePage]:
    """Pages by id, with their articles."""
    chosen = select(ArticlePage).where(ArticlePage.id.in_(ids)).options(joinedload(ArticlePage.article))
    return list(session.scalars(chosen.order_by(ArticlePage.id)))


def list_hosts(session: Session, names: Collection[str]) -> dict[str, Host]:
    """Hosts by name."""
    return {host.name: host for host in session.scalars(select(Host).where(Host.name.in_(names)))}


def was_read(session: Session, page: ArticlePage) -> bool:
    """Whether the page of an article was read for an earlier form of it."""
    earlier = ArticlePage.article_id == page.article.revises_id, ArticlePage.url == page.url
    return session.scalar(select(ArticlePage.id).where(*earlier, ArticlePage.state == "read")) is not None


def find_page(session: Session, article_id: int) -> ArticlePage | None:
    """The page of an article, if it was ever wanted."""
    return session.scalar(select(ArticlePage).where(ArticlePage.article_id == article_id))


def find_slot(session: Session, now: datetime) -> datetime | None:
    """The next moment from now at which a page may be asked for that waits for nothing but its host's slot."""
    waiting = (
        select(func.min(Host.next_slot_at))
        .join(ArticlePage, ArticlePage.host == Host.name)
        .join(Article, Article.id == ArticlePage.article_id)
        .where(ArticlePage.state == "wanted", ArticlePage.next_attempt_at <= now, ArticlePage.attempts < MAX_ATTEMPTS)
        .where(is_free(ArticlePage, now), Host.next_slot_at > now, is_allowed(), Article.state == "done")
    )
    return session.scalar(waiting)


def give_up_pages(session: Session, now: datetime) -> None:
    """Pages whose reading failed or died three times are wanted no longer, nor those of feeds that said no since."""
    waiting = ArticlePage.state == "wanted", is_free(ArticlePage, now)
    died = func.coalesce(ArticlePage.error, "reading it ended the worker three times; see the log")
    for state, condition, note in (
        ("failed", ArticlePage.attempts >= MAX_ATTEMPTS, died),
        ("refused", ~is_allowed(), SWITCHED_OFF),
        ("refused", is_poison(), "its article was set aside"),
    ):
        settled = {"state": state, "settled_at": now, "lease_token": None, "lease_until": None, "note": note}
        statement = update(ArticlePage).where(*waiting, condition).values(settled)
        session.execute(statement.execution_options(synchronize_session=False))


def count_pages(session: Session) -> dict[str, int]:
    """How many pages are in each state."""
    return {
        row[0]: row[1] for row in session.execute(select(ArticlePage.state, func.count()).group_by(ArticlePage.state))
    }
