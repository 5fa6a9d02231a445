"""Queries on wording and stories: the candidate stage of *has this been said?*, and what a story holds."""

import json
from collections.abc import Collection, Sequence
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import BigInteger, Date, Row, String, TextClause, bindparam, exists, func, or_, select, text
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.orm import Session, aliased, defer

from db.models import Article, Link, Story, StoryKeyRow
from db.outbox_models import Match

# The cap is what keeps the cost of a query flat as the corpus grows; recall does not change between 10 and 25, and the
# seeds, always the oldest, are exempt (measured on 25,003 articles, docs/decisions/0002).
NEWEST_POSTINGS = 26
# How many candidates are compared exactly: the true one is among the first few by shared hashes.
WORDING_CANDIDATES = 12
STORY_CANDIDATES = 12
# Copies tell nothing that their originals do not. Of a wire they would fill all places, and a short report would never
# be compared with those that tell the story in other words (tests/pipeline/test_summit.py).
STORY_CROWD = 96
STORY_LOCK = 420_250_430
# How many articles of a story are read, 2 KB each, to say what a new one adds: of 2,000 it took 0.2 s under the lock.
MOST_READ, FIRST_READ, NEAR_READ = 150, 20, 30
# A key that every article has: how many there are stands in one range of the index. Counted from the others, it took a
# scan of all (fifty rows an article) in each batch.
EVERY_ARTICLE = "*"

# The index of the seeds is named: left to choose, SQLite reads every posting of a common hash to see whether it is a
# seed's (at 100,000 articles 6.4 ms instead of 1.0).
_SQLITE_WORDING = text("""
    SELECT article_id FROM (
        SELECT posting.value AS article_id FROM json_each(:hashes) AS query, json_each((
            SELECT json_group_array(article_id) FROM (
              SELECT article_id FROM fingerprints WHERE hash = query.value ORDER BY article_id DESC LIMIT :newest)
          )) AS posting
        UNION ALL
        SELECT posting.article_id FROM json_each(:hashes) AS query
          JOIN fingerprints AS posting INDEXED BY ix_fingerprints_seed ON posting.hash = query.value AND posting.seed
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


# One text for any number of keys, so that neither we nor the database plan it anew for each article.
_ANY_KEY = {"sqlite": "key IN (SELECT value FROM json_each(:keys))", "postgresql": "key = ANY(:keys)"}


def _each_dialect(statement: str) -> dict[str, TextClause]:
    made = {name: text(statement.format(any_key=any_key)) for name, any_key in _ANY_KEY.items()}
    days = bindparam("first", type_=Date), bindparam("last", type_=Date)
    return {
        "sqlite": made["sqlite"].bindparams(*days),
        "postgresql": made["postgresql"].bindparams(*days, bindparam("keys", type_=ARRAY(String))),
    }


_BY_KEYS = _each_dialect("""
    SELECT id FROM (
        SELECT article_id, count(*) AS shared FROM story_keys WHERE {any_key} AND day BETWEEN :first AND :last
        GROUP BY article_id ORDER BY shared DESC, article_id LIMIT :crowd
    ) AS near JOIN articles ON id = article_id
    WHERE relation IS NULL OR relation NOT IN ('duplicate', 'near_duplicate', 'excerpt')
    ORDER BY shared DESC, article_id LIMIT :limit
""")
_COUNT_KEYS = _each_dialect("""
    SELECT key, count(*) FROM story_keys WHERE {any_key} AND day BETWEEN :first AND :last GROUP BY key
""")
# What a candidate is made of.
_ABOUT = ("id", "name", "title", "source", "seed", "language", "canonical_url", "content_hash", "dated_at", "story_id",
          "fingerprint", "shingles", "relation", "related_id")  # fmt: skip
# What tells whether an article stands in for another (worker/news/lead.py); as many are asked at once.
_SIGHTED = ("id", "identity", "title", "source", "url", "dated_at", "first_seen_at", "story_id", "relation",
            "related_id")  # fmt: skip
MOST_NAMESAKES = 50
# What nobody asks of the other articles of a story.
_TEXTS = (Article.summary, Article.content, Article.shingles, Article.fingerprint, Article.evidence)


def _dialect(session: Session) -> str:
    return session.get_bind().dialect.name


def _list_values(session: Session, values: Collection[str]) -> str | list[str]:
    listed = sorted(values)
    return json.dumps(listed) if _dialect(session) == "sqlite" else listed


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
        return list(session.connection().scalars(_SQLITE_WORDING, {"hashes": listed, **values}))
    return list(session.connection().scalars(_POSTGRES_WORDING, {"hashes": list(hashes), **values}))


def find_identical(session: Session, url: str | None, content_hash: str, limit: int = 8) -> list[int]:
    """Ids of the articles at the same address or with the same content, oldest first."""
    same = Article.content_hash == content_hash
    if url is not None:
        same = or_(same, Article.canonical_url == url)
    chosen = select(Article.id).where(same, Article.shingles.is_not(None)).order_by(Article.id).limit(limit)
    return list(session.connection().scalars(chosen))


def load_compared(session: Session, ids: Sequence[int]) -> list[Row[Any]]:
    """The columns of articles to compare a new one with, in the order of `ids`."""
    if not ids:
        return []
    columns = [Article.__table__.c[name] for name in _ABOUT]
    chosen = select(*columns).where(Article.id.in_(ids), Article.shingles.is_not(None))
    found = {row.id: row for row in session.connection().execute(chosen)}
    return [found[one] for one in ids if one in found]


def find_by_keys(
    session: Session, keys: Collection[str], first: date, last: date, limit: int = STORY_CANDIDATES
) -> list[int]:
    """Ids of the articles between two days that share most of `keys`, most first; without copies of others."""
    if not keys:
        return []
    days = {"first": first, "last": last}
    values = {"keys": _list_values(session, keys), **days, "crowd": STORY_CROWD, "limit": limit}
    return list(session.connection().scalars(_BY_KEYS[_dialect(session)], values))


def find_namesakes(session: Session, key: str | None, url: str | None, first: date, last: date) -> list[Row[Any]]:
    """Articles in stories that have a headline's key between two days, or stand at an address; the oldest first."""
    table = Article.__table__.c
    headed = select(StoryKeyRow.article_id).where(StoryKeyRow.key == key, StoryKeyRow.day.between(first, last))
    placed = select(Article.id).where(Article.canonical_url == url, Article.story_id.is_not(None))
    ids = set(session.connection().scalars(headed.order_by(StoryKeyRow.article_id.desc()).limit(MOST_NAMESAKES)))
    if url is not None:
        ids |= set(session.connection().scalars(placed.order_by(Article.id.desc()).limit(MOST_NAMESAKES)))
    chosen = select(*[table[name] for name in _SIGHTED]).where(table.id.in_(ids), ~table.seed)
    return list(session.connection().execute(chosen.order_by(table.id))) if ids else []


def count_keys(session: Session, keys: Collection[str], first: date, last: date) -> dict[str, int]:
    """How many articles between two days have each key."""
    values = {"keys": _list_values(session, keys), "first": first, "last": last}
    return {row[0]: row[1] for row in session.connection().execute(_COUNT_KEYS[_dialect(session)], values)}


def count_days(session: Session, first: date, last: date) -> dict[date, int]:
    """How many articles of each day are in the same-story index."""
    day = StoryKeyRow.day
    chosen = select(day, func.count()).where(StoryKeyRow.key == EVERY_ARTICLE, day.between(first, last)).group_by(day)
    return {row[0]: row[1] for row in session.execute(chosen)}


def list_shingles(session: Session, story_id: int, besides: int, hashes: Sequence[int]) -> list[bytes]:
    """The packed wording of a story's articles besides one. Of a very large story that of the first, of the latest and
    of those that share most of `hashes`: a sentence that only others had may then be taken for new."""
    ids = session.scalars(select(Article.id).where(Article.story_id == story_id).order_by(Article.id)).all()
    if len(ids) > MOST_READ:
        near = set(ids).intersection(find_by_wording(session, hashes, NEAR_READ))
        ids = [*ids[:FIRST_READ], *ids[FIRST_READ + NEAR_READ - MOST_READ :], *near]
    read = Article.id.in_([one for one in ids if one != besides]), Article.shingles.is_not(None)
    return [packed for packed in session.scalars(select(Article.shingles).where(*read)) if packed]


JOINING = ("duplicate", "near_duplicate", "excerpt", "update", "same_story")
_MOST_HOPS = 3


def map_homes(session: Session, articles: Collection[Article]) -> dict[int, int]:
    """Article → the story that it tells, where that is not the one it is in: what was told by its abstract is linked
    and not moved when its page shows that it was no story of its own, and others may have joined it there."""
    joining = [one for one in articles if one.related_id and one.relation in JOINING]
    related = _map_stories(session, {one.related_id for one in joining if one.related_id})
    homes = {one.id: related.get(one.related_id or 0) for one in joining}
    told = {one.id: homes.get(one.id) or one.story_id for one in articles}
    for _ in range(_MOST_HOPS):
        onward = _map_onward(session, {story for story in told.values() if story})
        if not onward:
            break
        told = {article_id: onward.get(story or 0, story) for article_id, story in told.items()}
    return {one.id: home for one in articles if (home := told[one.id]) and home != one.story_id}


def _map_stories(session: Session, ids: Collection[int]) -> dict[int, int]:
    chosen = select(Article.id, Article.story_id).where(Article.id.in_(ids), Article.story_id.is_not(None))
    return {row[0]: row[1] or 0 for row in session.execute(chosen)}


def _map_onward(session: Session, stories: Collection[int]) -> dict[int, int]:
    """Story → the other one that its first article was found to tell."""
    first, other = aliased(Article), aliased(Article)
    chosen = (
        select(Story.id, other.story_id)
        .join(first, first.id == Story.first_article_id)
        .join(other, other.id == first.related_id)
        .where(Story.id.in_(stories), first.relation.in_(JOINING), other.story_id != Story.id)
    )
    return {row[0]: row[1] or 0 for row in session.execute(chosen)}


def find_home(session: Session, article: Article) -> int | None:
    """The story that an article tells, where that is not the one it is in."""
    return map_homes(session, [article]).get(article.id)


def list_decided(session: Session, story_id: int, besides: int) -> list[int]:
    """Ids of a story's articles that subscriptions have been asked about, besides one; seeds among them, and those that
    are being judged anew."""
    matched = exists().where(Match.article_id == Article.id)
    decided = or_(Article.state == "done", matched)
    chosen = select(Article.id).where(Article.story_id == story_id, Article.id != besides, decided)
    return list(session.scalars(chosen))


def list_members(session: Session, story_id: int) -> list[Article]:
    """A story's articles, oldest first, without their texts: of 2,000 reports those would be 10 MB."""
    chosen = select(Article).where(Article.story_id == story_id).order_by(Article.first_seen_at, Article.id)
    return list(session.scalars(chosen.options(*map(defer, _TEXTS))))


def list_texts(session: Session, ids: Collection[int], limit: int) -> list[tuple[str, str | None]]:
    """(text, language) of the latest of some articles, the latest first."""
    chosen = select(Article.content, Article.summary, Article.language).where(Article.id.in_(ids))
    rows = session.execute(chosen.order_by(Article.first_seen_at.desc(), Article.id.desc()).limit(limit))
    return [(max(row.content, row.summary, key=len), row.language) for row in rows]


def count_reports(session: Session, story_id: int) -> int:
    """How many articles of a story are not of the seed corpus."""
    chosen = select(func.count()).select_from(Article).where(Article.story_id == story_id, ~Article.seed)
    return session.scalar(chosen) or 0


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


def list_recent_stories(session: Session, since: datetime) -> Sequence[Story]:
    """Stories that a report of a feed was added to since a moment, the latest first."""
    told = exists().where(Article.story_id == Story.id, ~Article.seed)
    return session.scalars(select(Story).where(Story.updated_at >= since, told).order_by(Story.updated_at.desc())).all()
