"""Queries on articles: what arrived, what is known of it, what resembles it."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import datetime
from functools import cache
from typing import Any

from sqlalchemy import ColumnElement, CompoundSelect, Insert, Select, Table, func, insert, or_, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session, defer, selectinload
from sqlalchemy.sql.dml import ReturningInsert

from db.leases import claim_batch, is_free
from db.models import Article, ArticleFeed, Feed, Tombstone

MAX_ATTEMPTS = 3
"""An item whose step fails is set aside when it was claimed three times (DESIGN 3)."""
MOST_DEATHS = 5
"""One whose worker dies, when it was claimed five times: it is mostly in hand by chance. It is claimed alone, so that
it takes no other along."""
# SQLite binds 32,766 values a statement, PostgreSQL 65,535; chunks keep far below both.
CHUNK = 500


def find_known(session: Session, feed_id: int, identities: Collection[str]) -> dict[str, dict[str, int]]:
    """What a feed said before: identity → content hash → article id, tombstones (id 0) included."""
    known: dict[str, dict[str, int]] = {}
    for part in _chunks(identities):
        rows = session.execute(
            select(Article.identity, Article.content_hash, Article.id)
            .where(Article.feed_id == feed_id, Article.identity.in_(part))
            .order_by(Article.id)
        )
        for identity, content, article_id in rows:
            known.setdefault(identity, {})[content] = article_id
        removed = session.execute(
            select(Tombstone.identity, Tombstone.content_hash).where(
                Tombstone.feed_id == feed_id, Tombstone.identity.in_(part)
            )
        )
        for identity, content in removed:
            known.setdefault(identity, {}).setdefault(content, 0)
    return known


def find_carried(session: Session, urls: Collection[str]) -> dict[tuple[str, str], int]:
    """Articles of any feed by (canonical url, content hash)."""
    found: dict[tuple[str, str], int] = {}
    for part in _chunks(urls):
        rows = session.execute(
            select(Article.canonical_url, Article.content_hash, Article.id)
            .where(Article.canonical_url.in_(part))
            .order_by(Article.id.desc())
        )
        for url, content, article_id in rows:
            found[(str(url), content)] = article_id
    return found


def find_said(session: Session, feed_id: int, hashes: Collection[str]) -> dict[str, list[Any]]:
    """What a feed said in the same words before, under whatever name: content hash → (id, canonical_url, dated_at), the
    latest first."""
    found: dict[str, list[Any]] = {}
    for part in _chunks(hashes):
        chosen = select(Article.content_hash, Article.id, Article.canonical_url, Article.dated_at).where(
            Article.feed_id == feed_id, Article.content_hash.in_(part)
        )
        for row in session.execute(chosen.order_by(Article.id.desc())):
            found.setdefault(row.content_hash, []).append(row)
    return found


def insert_articles(session: Session, rows: Sequence[dict[str, Any]]) -> list[tuple[int, str]]:
    """Insert arrived articles; one that another transaction inserted meanwhile is passed over. (id, identity) of each
    new one."""
    new: list[tuple[int, str]] = []
    for row in rows:
        statement = _insert_ignoring(session, Article).values(**row).returning(Article.id)
        new += [(article_id, row["identity"]) for article_id in session.scalars(statement)]
    return new


def record_carriers(session: Session, rows: Sequence[dict[str, Any]]) -> None:
    """Note which feeds carried which articles; what is noted already stays as it is."""
    if rows:
        session.execute(_insert_ignoring(session, ArticleFeed), list(rows))


def select_arrived(now: datetime) -> Select[int]:
    """Ids of articles that wait to be judged, oldest first: an update comes after what it updates."""
    return _select_state("arrived", now)


def select_judged(now: datetime) -> Select[int]:
    """Ids of articles that are judged, and nobody was told of yet."""
    return _select_state("judged", now)


def _select_state(state: str, now: datetime) -> Select[int]:
    waiting = select(Article.id).where(Article.state == state, is_free(Article, now), Article.attempts < MOST_DEATHS)
    return waiting.order_by(Article.first_seen_at, Article.dated_at, Article.id)


def is_exhausted(now: datetime) -> tuple[ColumnElement[bool], ...]:
    """What holds for articles whose step died so often that nobody claims them any more."""
    return Article.state.in_(("arrived", "judged")), is_free(Article, now), Article.attempts >= MOST_DEATHS


def claim_articles(session: Session, chosen: Select[int], until: datetime, limit: int) -> list[Article]:
    """Claim up to `limit` of the chosen articles, in their order; one that was claimed in vain before, alone."""
    ids = claim_batch(session, chosen, Article, until, limit)
    return load_articles(session, ids)


def load_articles(session: Session, ids: Collection[int]) -> list[Article]:
    """Articles by id, oldest first, with their feeds, topics and entities."""
    chosen = (
        select(Article)
        .where(Article.id.in_(ids))
        .options(selectinload(Article.feed), selectinload(Article.topics), selectinload(Article.entities))
        .order_by(Article.first_seen_at, Article.dated_at, Article.id)
    )
    return list(session.scalars(chosen))


def count_waiting(session: Session, chosen: Select[int] | CompoundSelect[int]) -> int:
    """How many rows a selection has."""
    return session.scalar(select(func.count()).select_from(chosen.order_by(None).subquery())) or 0


def find_article(session: Session, key: str) -> Article | None:
    """An article by id, by name (seed:003) or by canonical url, the latest revision first."""
    if key.isascii() and key.isdigit() and len(key) < 10:  # longer numbers are no ids, and too large for SQL
        return session.get(Article, int(key))
    chosen = select(Article).where(or_(Article.name == key, Article.canonical_url == key))
    return session.scalar(chosen.order_by(Article.id.desc()).limit(1))


def list_carriers(session: Session, article_id: int) -> list[str]:
    """Names of the feeds that carried an article, the first one first."""
    chosen = (
        select(Feed.name)
        .join(ArticleFeed, ArticleFeed.feed_id == Feed.id)
        .where(ArticleFeed.article_id == article_id)
        .order_by(ArticleFeed.first_seen_at, Feed.id)
    )
    return list(session.scalars(chosen))


def find_dated(session: Session, article_id: int) -> tuple[bool, datetime | None]:
    """Whether an article is of the seed corpus, and when it is dated."""
    table = Article.__table__
    row = session.connection().execute(select(table.c.seed, table.c.dated_at).where(table.c.id == article_id)).one()
    return row[0], row[1]


def insert_row(session: Session, model: Any, row: dict[str, Any]) -> int:
    """Insert one row of a table; its id."""
    return int(session.connection().execute(_returning(model.__table__), row).scalar_one())


def insert_rows(session: Session, model: Any, rows: Sequence[dict[str, Any]]) -> None:
    """Insert many rows of one table in one statement."""
    if rows:
        session.connection().execute(_inserting(model.__table__), list(rows))


def insert_missing(session: Session, model: Any, rows: Sequence[dict[str, Any]]) -> None:
    """Insert many rows of one table; those that are there already stay as they are."""
    if rows:
        session.connection().execute(_insert_ignoring(session, model.__table__), list(rows))


# Made once a table: making a statement costs SQLAlchemy as much as running it.
@cache
def _inserting(table: Table) -> Insert:
    return insert(table)


@cache
def _returning(table: Table) -> ReturningInsert[Any]:
    return insert(table).returning(table.c.id)


def _insert_ignoring(session: Session, model: Any) -> Any:
    return _ignoring(session.get_bind().dialect.name, model)


@cache
def _ignoring(name: str, model: Any) -> Any:
    dialect = sqlite if name == "sqlite" else postgresql
    return dialect.insert(model).on_conflict_do_nothing()


def _chunks(values: Iterable[str]) -> Iterable[list[str]]:
    ordered = sorted(set(values))
    return (ordered[start : start + CHUNK] for start in range(0, len(ordered), CHUNK))


def stream_judged(session: Session, since: datetime, *, relevant: bool = False) -> Iterator[Article]:
    """Articles judged since they were first seen at `since`, oldest first, a hundred in memory at a time; the seed
    corpus left out, and with `relevant` what does not concern the pair."""
    # Not `state IN`: SQLite would take the index on states, and sort whole articles before the first comes.
    judged = Article.state.not_in(("arrived", "poison")), Article.score.is_not(None)
    chosen = select(Article).where(~Article.seed, Article.first_seen_at >= since, *judged)
    if relevant:
        chosen = chosen.where(Article.relevant.is_(True))
    chosen = chosen.order_by(Article.first_seen_at, Article.id).options(defer(Article.shingles))
    yield from session.scalars(chosen.execution_options(yield_per=100))


def list_poison(session: Session, limit: int = 20) -> list[int]:
    """Ids of the articles that were set aside after three failures, the latest first."""
    chosen = select(Article.id).where(Article.state == "poison").order_by(Article.id.desc())
    return list(session.scalars(chosen.limit(limit)))


def count_state(session: Session, state: str) -> int:
    """How many articles are in a state."""
    return session.scalar(select(func.count()).select_from(Article).where(Article.state == state)) or 0


def find_last_seen(session: Session) -> datetime | None:
    """When the latest article of a feed arrived."""
    return session.scalar(select(func.max(Article.first_seen_at)).where(~Article.seed))


def count_states(session: Session) -> dict[str, int]:
    """How many articles of feeds are in each state: all, which an index counts, less the seeds, which are few."""
    every = session.execute(select(Article.state, func.count()).group_by(Article.state))
    seeds = Counter(session.scalars(select(Article.state).where(Article.seed)))
    return {row[0]: row[1] - seeds[row[0]] for row in every}
