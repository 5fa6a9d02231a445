"""The candidate stage of *has this been said?*: what shares wording or keys with an article, what has its name."""

import json
import zlib
from collections.abc import Collection, Sequence
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import BigInteger, Integer, Row, TextClause, TextualSelect, bindparam, func, or_, select, text, union
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.orm import Session

from db.base import EpochDay
from db.models import Article, StoryKeyRow

# The cap is what keeps the cost of a query flat as the corpus grows; recall does not change between 10 and 25, and the
# seeds, always the oldest, are exempt (measured on 25,003 articles, docs/decisions/0002).
NEWEST_POSTINGS = 26
# How many candidates are compared exactly: the true one is among the first few by shared hashes.
WORDING_CANDIDATES = 12
STORY_CANDIDATES = 12
# Copies tell nothing that their originals do not. Of a wire they would fill all places, and a short report would never
# be compared with those that tell the story in other words (tests/pipeline/test_summit.py).
STORY_CROWD = 96
MOST_IDENTICAL = 8
MOST_NAMESAKES = 50
# A key that every article has: how many there are stands in one range of the index. Counted from the others, it took a
# scan of all (fifty rows an article) in each batch.
EVERY_ARTICLE = "*"
# What a candidate is made of.
_ABOUT = ("id", "name", "title", "source", "seed", "language", "canonical_url", "content_hash", "dated_at", "story_id",
          "fingerprint", "shingles", "meaning", "relation", "related_id")  # fmt: skip
# What tells whether an article stands in for another (worker/news/lead.py).
_SIGHTED = ("id", "identity", "title", "source", "url", "dated_at", "first_seen_at", "story_id", "relation",
            "related_id")  # fmt: skip
# Relations of what tells nothing that another article does not.
COPIES = ("duplicate", "near_duplicate", "excerpt")
_HALF = 1 << 31
_ARTICLE = Article.__table__.c
_COMPARED = [_ARTICLE[name] for name in _ABOUT]

# All statements are made once, one text for any number of values: making one costs more than running it, and neither
# SQLAlchemy nor the database plans it anew for each article.
_ANY = {"sqlite": "IN (SELECT value FROM json_each(:{0}))", "postgresql": "= ANY(:{0})"}
_EACH = {"sqlite": "SELECT value FROM json_each(:{0})", "postgresql": "SELECT unnest(:{0}) AS value"}
_LISTS = {"keys": Integer, "ids": BigInteger, "hashes": BigInteger}
_NAMES = ", ".join(f"articles.{name}" for name in _ABOUT)


def _each_dialect(statement: str, lists: str, *days: str) -> dict[str, TextClause]:
    """A statement for both databases. `{any}` compares with a list of values, called `lists`, `{each}` selects them;
    `days` names dates."""
    made = {
        name: text(
            statement.format(
                any=_ANY[name].format(lists), each=_EACH[name].format(lists), columns=_NAMES, copies=COPIES
            )
        )
        for name in _ANY
    }
    made["postgresql"] = made["postgresql"].bindparams(bindparam(lists, type_=ARRAY(_LISTS[lists])))
    return {name: one.bindparams(*[bindparam(day, type_=EpochDay) for day in days]) for name, one in made.items()}


def _reading_candidates(statements: dict[str, TextClause]) -> dict[str, TextualSelect]:
    return {name: one.columns(*_COMPARED) for name, one in statements.items()}


# The index of the seeds is named: left to choose, SQLite reads every posting of a common hash to see whether it is a
# seed's (at 100,000 articles 6.4 ms instead of 1.0).
_BY_WORDING = {
    "sqlite": text("""
    SELECT article_id FROM (
        SELECT new.article_id FROM json_each(:hashes) AS query
          JOIN fingerprints AS new ON new.hash = query.value AND new.article_id >= coalesce((
            SELECT article_id FROM fingerprints WHERE hash = query.value
            ORDER BY article_id DESC LIMIT 1 OFFSET :newest - 1), 0)
        UNION ALL
        SELECT posting.article_id FROM json_each(:hashes) AS query
          JOIN fingerprints AS posting INDEXED BY ix_fingerprints_seed ON posting.hash = query.value AND posting.seed
    ) GROUP BY article_id ORDER BY count(*) DESC, article_id LIMIT :limit
"""),
    "postgresql": text("""
    SELECT article_id FROM (
        SELECT posting.article_id FROM unnest(:hashes) AS query(hash) CROSS JOIN LATERAL (
            SELECT article_id FROM fingerprints WHERE hash = query.hash
            ORDER BY article_id DESC LIMIT :newest) AS posting
        UNION ALL
        SELECT posting.article_id FROM unnest(:hashes) AS query(hash)
          JOIN fingerprints AS posting ON posting.hash = query.hash AND posting.seed
    ) AS postings GROUP BY article_id ORDER BY count(*) DESC, article_id LIMIT :limit
""").bindparams(bindparam("hashes", type_=ARRAY(BigInteger))),
}
# A union, and not OR: PostgreSQL would read every article.
_WORDED = _reading_candidates(
    _each_dialect(
        """
    SELECT {columns} FROM articles WHERE shingles IS NOT NULL AND id IN ({each} UNION SELECT id FROM (
        SELECT id FROM articles WHERE shingles IS NOT NULL AND (content_hash = :content_hash OR canonical_url = :url)
        ORDER BY id LIMIT :identical) AS same)
""",
        "ids",
    )
)
_KEYED = _reading_candidates(
    _each_dialect(
        """
    SELECT {columns} FROM (
        SELECT article_id, count(*) AS shared FROM story_keys WHERE key {any} AND day BETWEEN :first AND :last
        GROUP BY article_id ORDER BY shared DESC, article_id LIMIT :crowd
    ) AS near JOIN articles ON id = article_id
    WHERE shingles IS NOT NULL AND (relation IS NULL OR relation NOT IN {copies})
    ORDER BY shared DESC, article_id LIMIT :limit
""",
        "keys",
        "first",
        "last",
    )
)
_REPORTS = (
    select(*_COMPARED)
    .where(_ARTICLE.story_id == bindparam("story_id"), _ARTICLE.shingles.is_not(None))
    .where(or_(_ARTICLE.relation.is_(None), _ARTICLE.relation.not_in(COPIES)))
    .order_by(_ARTICLE.id.desc())
    .limit(bindparam("limit"))
)
_COUNT_KEYS = _each_dialect(
    "SELECT key, count(*) FROM story_keys WHERE key {any} AND day BETWEEN :first AND :last GROUP BY key",
    "keys",
    "first",
    "last",
)
_INDEX_WORDING = _each_dialect(
    "INSERT INTO fingerprints (hash, article_id, seed) SELECT value, :article_id, :seed FROM ({each}) AS one", "hashes"
)
_INDEX_KEYS = _each_dialect(
    "INSERT INTO story_keys (key, day, article_id) SELECT value, :day, :article_id FROM ({each}) AS one", "keys", "day"
)
_UNINDEX_WORDING = _each_dialect("DELETE FROM fingerprints WHERE hash {any} AND article_id = :article_id", "hashes")
_UNINDEX_KEYS = _each_dialect(
    "DELETE FROM story_keys WHERE key {any} AND day = :first AND article_id = :article_id", "keys", "first"
)


def _select_namesakes() -> Any:
    headed = (
        select(StoryKeyRow.article_id)
        .where(StoryKeyRow.key == bindparam("key"), StoryKeyRow.day.between(bindparam("first"), bindparam("last")))
        .order_by(StoryKeyRow.article_id.desc())
        .limit(MOST_NAMESAKES)
    )
    placed = (
        select(_ARTICLE.id)
        .where(_ARTICLE.canonical_url == bindparam("url"), _ARTICLE.story_id.is_not(None))
        .order_by(_ARTICLE.id.desc())
        .limit(MOST_NAMESAKES)
    )
    named = _ARTICLE.id.in_(union(headed.subquery().select(), placed.subquery().select()))
    return select(*[_ARTICLE[name] for name in _SIGHTED]).where(named, ~_ARTICLE.seed).order_by(_ARTICLE.id)


_NAMESAKES = _select_namesakes()


def _choose(session: Session, statements: dict[str, Any]) -> Any:
    return statements[session.get_bind().dialect.name]


def _list_values(session: Session, values: Collection[Any]) -> str | list[Any]:
    return json.dumps(list(values)) if session.get_bind().dialect.name == "sqlite" else list(values)


# --- The index --------------------------------------------------------------------------------------------------------
def hash_key(key: str) -> int:
    """A key as a signed integer of 32 bits. Two keys that agree in it make a candidate more, and no relation: what is
    found is compared by the keys themselves."""
    return zlib.crc32(key.encode()) - _HALF


def index_wording(session: Session, article_id: int, hashes: Collection[int], *, seed: bool) -> None:
    """Let an article be found by its wording."""
    values = {"hashes": _list_values(session, sorted(set(hashes))), "article_id": article_id, "seed": seed}
    session.connection().execute(_choose(session, _INDEX_WORDING), values)


def index_keys(session: Session, article_id: int, day: date, keys: Collection[str]) -> None:
    """Let an article be found by what it is about, and be counted."""
    hashed = sorted({hash_key(key) for key in (*keys, EVERY_ARTICLE)})
    values = {"keys": _list_values(session, hashed), "day": day, "article_id": article_id}
    session.connection().execute(_choose(session, _INDEX_KEYS), values)


def unindex_article(
    session: Session, article_id: int, day: date, hashes: Collection[int], keys: Collection[str]
) -> None:
    """Forget an article's postings; `hashes` and `keys` may be more than those it was indexed by."""
    hashed = [hash_key(key) for key in (*keys, EVERY_ARTICLE)]
    worded = {"article_id": article_id, "hashes": _list_values(session, hashes)}
    keyed = {"article_id": article_id, "keys": _list_values(session, hashed), "first": day}
    session.connection().execute(_choose(session, _UNINDEX_WORDING), worded)
    session.connection().execute(_choose(session, _UNINDEX_KEYS), keyed)


# --- By wording -------------------------------------------------------------------------------------------------------
def find_by_wording(session: Session, hashes: Sequence[int], limit: int = WORDING_CANDIDATES) -> list[int]:
    """Ids of the articles that share most of `hashes`, most first."""
    if not hashes:
        return []
    values = {"hashes": _list_values(session, hashes), "newest": NEWEST_POSTINGS, "limit": limit}
    return list(session.connection().scalars(_choose(session, _BY_WORDING), values).all())


def load_worded(session: Session, ids: Sequence[int], url: str | None, content_hash: str) -> list[Row[Any]]:
    """The columns of articles to compare a new one with: those of `ids` in their order, then the oldest few at the same
    address or with the same content."""
    values = {"ids": _list_values(session, ids), "url": url, "content_hash": content_hash, "identical": MOST_IDENTICAL}
    found = {row.id: row for row in session.connection().execute(_choose(session, _WORDED), values).all()}
    named = [found.pop(one) for one in dict.fromkeys(ids) if one in found]
    return named + sorted(found.values(), key=lambda row: row.id)


# --- By what an article is about --------------------------------------------------------------------------------------
def find_by_keys(
    session: Session, keys: Collection[str], first: date, last: date, limit: int = STORY_CANDIDATES
) -> list[Row[Any]]:
    """The columns of the articles between two days that share most of `keys`, most first; without copies of others."""
    if not keys:
        return []
    listed = _list_values(session, [hash_key(key) for key in keys])
    values = {"keys": listed, "first": first, "last": last, "crowd": STORY_CROWD, "limit": limit}
    return list(session.connection().execute(_choose(session, _KEYED), values).all())


def load_reports(session: Session, story_id: int, limit: int) -> Sequence[Row[Any]]:
    """The columns of the latest articles of a story, without copies of others."""
    return session.connection().execute(_REPORTS, {"story_id": story_id, "limit": limit}).all()


def count_keys(session: Session, keys: Collection[str], first: date, last: date) -> dict[str, int]:
    """How many articles between two days have each key."""
    hashed = {hash_key(key): key for key in keys}
    values = {"keys": _list_values(session, hashed), "first": first, "last": last}
    rows = session.connection().execute(_choose(session, _COUNT_KEYS), values).all()
    return {hashed[key]: count for key, count in rows}


def count_days(session: Session, first: date, last: date) -> dict[date, int]:
    """How many articles of each day are in the same-story index."""
    day = StoryKeyRow.day
    every = StoryKeyRow.key == hash_key(EVERY_ARTICLE)
    chosen = select(day, func.count()).where(every, day.between(first, last)).group_by(day)
    return {row[0]: row[1] for row in session.execute(chosen)}


def span_days(dated_at: datetime, days: int) -> tuple[date, date]:
    """The days within `days` of a moment."""
    reach = timedelta(days=days)
    return (dated_at - reach).date(), (dated_at + reach).date()


# --- By name ----------------------------------------------------------------------------------------------------------
def find_namesakes(session: Session, key: str | None, url: str | None, first: date, last: date) -> list[Row[Any]]:
    """Articles in stories that have a headline's key between two days, or stand at an address; the oldest first."""
    values = {"key": hash_key(key) if key else None, "url": url, "first": first, "last": last}
    return list(session.connection().execute(_NAMESAKES, values).all())
