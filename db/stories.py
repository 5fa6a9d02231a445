"""Queries on wording and stories: the candidate stage of *has this been said?*, and what a story holds."""

from collections.abc import Collection, Sequence
from datetime import date, datetime, timedelta

from sqlalchemy import BigInteger, bindparam, func, or_, select, text
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.orm import Session

from db.models import Article, Link, Story, StoryKeyRow

# The cap is what keeps the cost of a query flat as the corpus grows; recall does not change between 10 and 25, and the
# seeds, always the oldest, are exempt (measured on 25,003 articles, docs/decisions/0002).
NEWEST_POSTINGS = 26
# How many candidates are compared exactly: the true one is among the first few by shared hashes.
WORDING_CANDIDATES = 12
STORY_CANDIDATES = 30
STORY_LOCK = 420_250_430

_SQLITE_WORDING = text("""
    SELECT article_id FROM (
        SELECT posting.article_id AS article_id FROM json_each(:hashes) AS query JOIN fingerprints AS posting
          ON posting.hash = query.value AND posting.article_id IN (
            SELECT article_id FROM fingerprints WHERE hash = query.value ORDER BY article_id DESC LIMIT :newest)
        UNION ALL
        SELECT posting.article_id FROM json_each(:hashes) AS query JOIN fingerprints AS posting
          ON posting.hash = query.value AND posting.seed
    ) GROUP BY article_id ORDER BY count(*) DESC, article_id LIMIT :limit
""")
_POSTGRES_WORDING = text("""
    SELECT article_id FROM (
        SELECT posting.article_id FROM unnest(:hashes) AS query(hash) CROSS JOIN LATERAL (
            SELECT article_id FROM fingerprints WHERE hash = query.hash
            ORDER BY article_id DESC LIMIT :newest) AS posting
        UNION ALL
        SELECT posting.article_id FROM unnest(:hashes) AS query(hash)
          JOIN fingerprints AS posting ON posting.hash = query.hash AND posting.seed
    ) AS postings GROUP BY article_id ORDER BY count(*) DESC, article_id LIMIT :limit
""").bindparams(bindparam("hashes", type_=ARRAY(BigInteger)))


def lock_stories(session: Session) -> None:
    """Let one transaction at a time decide which story an article joins. SQLite's write lock does so by itself."""
    if session.get_bind().dialect.name != "sqlite":
        session.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": STORY_LOCK})


def find_by_wording(session: Session, hashes: Sequence[int], limit: int = WORDING_CANDIDATES) -> list[int]:
    """Ids of the articles that share most of `hashes`, most first."""
    if not hashes:
        return []
    values = {"newest": NEWEST_POSTINGS, "limit": limit}
    if session.get_bind().dialect.name == "sqlite":
        listed = "[" + ",".join(map(str, hashes)) + "]"
        return list(session.scalars(_SQLITE_WORDING, {"hashes": listed, **values}))
    return list(session.scalars(_POSTGRES_WORDING, {"hashes": list(hashes), **values}))


def find_identical(session: Session, url: str | None, content_hash: str, limit: int = 8) -> list[int]:
    """Ids of the articles at the same address or with the same content, oldest first."""
    same = Article.content_hash == content_hash
    if url is not None:
        same = or_(same, Article.canonical_url == url)
    chosen = select(Article.id).where(same, Article.shingles.is_not(None)).order_by(Article.id).limit(limit)
    return list(session.scalars(chosen))


def find_by_keys(
    session: Session, keys: Collection[str], first: date, last: date, limit: int = STORY_CANDIDATES
) -> list[int]:
    """Ids of the articles between two days that share most of `keys`, most first."""
    if not keys:
        return []
    shared = func.count().label("shared")
    chosen = (
        select(StoryKeyRow.article_id, shared)
        .where(StoryKeyRow.key.in_(sorted(keys)), StoryKeyRow.day.between(first, last))
        .group_by(StoryKeyRow.article_id)
        .order_by(shared.desc(), StoryKeyRow.article_id)
        .limit(limit)
    )
    return [row[0] for row in session.execute(chosen)]


def count_keys(session: Session, keys: Collection[str], first: date, last: date) -> dict[str, int]:
    """How many articles between two days have each key."""
    chosen = (
        select(StoryKeyRow.key, func.count())
        .where(StoryKeyRow.key.in_(sorted(keys)), StoryKeyRow.day.between(first, last))
        .group_by(StoryKeyRow.key)
    )
    return {row[0]: row[1] for row in session.execute(chosen)}


def list_keys(session: Session, article_ids: Collection[int]) -> dict[int, frozenset[str]]:
    """The same-story keys of articles."""
    found: dict[int, set[str]] = {}
    chosen = select(StoryKeyRow.article_id, StoryKeyRow.key).where(StoryKeyRow.article_id.in_(article_ids))
    for article_id, key in session.execute(chosen):
        found.setdefault(article_id, set()).add(key)
    return {article_id: frozenset(keys) for article_id, keys in found.items()}


def count_told(session: Session, first: datetime, last: datetime) -> int:
    """How many articles between two moments have been placed in a story."""
    chosen = select(func.count()).where(Article.story_id.is_not(None), Article.dated_at.between(first, last))
    return session.scalar(chosen) or 0


def list_shingles(session: Session, story_id: int, before: int) -> list[bytes]:
    """The packed wording of a story's articles with an id below `before`."""
    chosen = select(Article.shingles).where(
        Article.story_id == story_id, Article.id < before, Article.shingles.is_not(None)
    )
    return [packed for packed in session.scalars(chosen) if packed]


def list_members(session: Session, story_id: int) -> list[Article]:
    """A story's articles, oldest first."""
    chosen = select(Article).where(Article.story_id == story_id).order_by(Article.first_seen_at, Article.id)
    return list(session.scalars(chosen))


def list_links(session: Session, article_id: int) -> Sequence[Link]:
    """What an article was found to resemble, and what was found to resemble it."""
    chosen = select(Link).where((Link.article_id == article_id) | (Link.other_id == article_id))
    return session.scalars(chosen.order_by(Link.article_id, Link.other_id)).all()


def span_days(dated_at: datetime, days: int) -> tuple[date, date]:
    """The days within `days` of a moment."""
    reach = timedelta(days=days)
    return (dated_at - reach).date(), (dated_at + reach).date()


def find_story(session: Session, story_id: int) -> Story | None:
    """A story by id."""
    return session.get(Story, story_id)
