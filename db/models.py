"""The tables. What each holds, and why, is told in docs/architecture.md; times are UTC, states are plain words."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import BigInteger, Float, ForeignKey, Index, LargeBinary, String, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from db.base import Base, EpochDay, Leased

ON_DELETE = "CASCADE"


def given(column: str) -> dict[str, Any]:
    """What makes an index hold only the rows that have a value in a column."""
    where = text(f"{column} IS NOT NULL")
    return {"sqlite_where": where, "postgresql_where": where}


class Feed(Base, Leased):
    """A feed that is polled, with all that is known of its manners."""

    __tablename__ = "feeds"
    __table_args__ = (Index("ix_feeds_due", "enabled", "next_poll_at"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    url: Mapped[str] = mapped_column(unique=True)
    name: Mapped[str]
    origin: Mapped[str] = mapped_column(String(8))  # file | user
    language: Mapped[str | None] = mapped_column(String(8))
    country: Mapped[str | None] = mapped_column(String(8))
    category: Mapped[str | None]
    enabled: Mapped[bool] = mapped_column(default=True)
    muted: Mapped[bool] = mapped_column(default=False)
    interval_seconds: Mapped[int | None]
    first_fetch: Mapped[str] = mapped_column(String(8), default="silent")  # silent | tell: alerts on its backlog
    full_text: Mapped[bool] = mapped_column(default=True)  # whether the pages of its articles may be read
    state: Mapped[str] = mapped_column(String(8), default="active")  # active | failing | silent | gone
    etag: Mapped[str | None]
    last_modified: Mapped[str | None]
    body_hash: Mapped[str | None] = mapped_column(String(64))
    bearing: Mapped[dict[str, Any] | None]  # what it says of its items' relevance: prior, about
    manners: Mapped[dict[str, Any] | None]  # what it asks of those who poll it: intervals, hours and days to leave out
    next_poll_at: Mapped[datetime]
    failure_weight: Mapped[float] = mapped_column(Float, default=0.0)
    last_status: Mapped[int | None]
    last_polled_at: Mapped[datetime | None]
    last_success_at: Mapped[datetime | None]
    last_entry_at: Mapped[datetime | None]
    moved_to: Mapped[str | None]
    moved_seen: Mapped[int] = mapped_column(default=0)


class Poll(Base):
    """What one poll brought. Pruned by retention."""

    __tablename__ = "polls"
    __table_args__ = (Index("ix_polls_feed", "feed_id", "started_at"), Index("ix_polls_started", "started_at"))

    id: Mapped[int] = mapped_column(primary_key=True)
    feed_id: Mapped[int] = mapped_column(ForeignKey("feeds.id", ondelete=ON_DELETE))
    started_at: Mapped[datetime]
    outcome: Mapped[str] = mapped_column(String(24))  # new | unchanged | not_modified | the kind of error
    status: Mapped[int | None]
    bytes: Mapped[int] = mapped_column(default=0)
    duration_seconds: Mapped[float] = mapped_column(default=0.0)
    new_entries: Mapped[int] = mapped_column(default=0)
    note: Mapped[str | None]


class Story(Base):
    """The unit people read. Articles join it; what somebody was told of never leaves it by itself."""

    __tablename__ = "stories"
    # A number that a person noted of a story that is gone must not come to mean another one.
    __table_args__ = ({"sqlite_autoincrement": True},)

    id: Mapped[int] = mapped_column(primary_key=True)
    first_article_id: Mapped[int | None]
    latest_article_id: Mapped[int | None]
    headline: Mapped[str]
    article_count: Mapped[int] = mapped_column(default=0)
    languages: Mapped[list[str]] = mapped_column(default=list)
    first_source: Mapped[str | None]
    first_seen_at: Mapped[datetime]
    updated_at: Mapped[datetime]


class FormerStory(Base):
    """A story that became part of another, so that whoever has its number learns where it is."""

    __tablename__ = "former_stories"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    into_id: Mapped[int]  # which may be gone itself by now


class Article(Base, Leased):
    """An article as it arrived, and what was decided about it. A change of the same identity is a row of its own."""

    __tablename__ = "articles"
    __table_args__ = (
        UniqueConstraint("feed_id", "identity", "content_hash"),
        # In the order of the claims, with all they ask: from a backlog of 40,000 one takes 15 ms instead of 100.
        Index("ix_articles_work", "state", "first_seen_at", "dated_at", "id", "attempts", "lease_until"),
        Index("ix_articles_url", "canonical_url"),
        Index("ix_articles_content", "content_hash"),
        Index("ix_articles_story", "story_id"),
        Index("ix_articles_seen", "first_seen_at"),
        Index("ix_articles_relevant", "relevant", "first_seen_at"),
        Index("ix_articles_seed", "name", sqlite_where=text("seed = 1"), postgresql_where=text("seed")),
        # Whoever deletes an article asks who points at it; few do.
        Index("ix_articles_related", "related_id", **given("related_id")),
        Index("ix_articles_revises", "revises_id", **given("revises_id")),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    feed_id: Mapped[int | None] = mapped_column(ForeignKey("feeds.id", ondelete="SET NULL"))
    name: Mapped[str | None] = mapped_column(unique=True)  # seed:003, or an id of a replay
    seed: Mapped[bool] = mapped_column(default=False)
    identity: Mapped[str]
    url: Mapped[str | None]
    canonical_url: Mapped[str | None]
    content_hash: Mapped[str] = mapped_column(String(64))
    revises_id: Mapped[int | None] = mapped_column(ForeignKey("articles.id", ondelete="SET NULL"))
    title: Mapped[str]
    summary: Mapped[str] = mapped_column(default="")
    content: Mapped[str] = mapped_column(default="")
    source: Mapped[str | None]
    declared_language: Mapped[str | None] = mapped_column(String(8))
    language: Mapped[str | None] = mapped_column(String(8))
    published_at: Mapped[datetime | None]
    first_seen_at: Mapped[datetime]
    dated_at: Mapped[datetime | None]  # what windows compare; none: no window bounds it
    backlog: Mapped[bool] = mapped_column(default=False)  # came with the first fetch of its feed
    bearing: Mapped[dict[str, Any] | None]  # its feed's, when it arrived
    furniture: Mapped[list[str] | None]  # what of it its outlet repeats, when it arrived
    state: Mapped[str] = mapped_column(String(8), default="arrived")  # arrived | judged | done | poison
    relevant: Mapped[bool | None]
    score: Mapped[float | None]
    evidence: Mapped[dict[str, Any] | None]
    relation: Mapped[str | None] = mapped_column(String(16))
    relation_evidence: Mapped[str | None]  # one sentence; links hold it for each pair
    related_id: Mapped[int | None] = mapped_column(ForeignKey("articles.id", ondelete="SET NULL"))
    story_id: Mapped[int | None] = mapped_column(ForeignKey("stories.id", ondelete="SET NULL"))
    shingles: Mapped[bytes | None] = mapped_column(LargeBinary)
    fingerprint: Mapped[dict[str, Any] | None]  # tokens, figures, lead
    meaning: Mapped[bytes | None] = mapped_column(LargeBinary, deferred=True)  # worker/news/meaning.py; only compared
    new_sentences: Mapped[list[str] | None]

    feed: Mapped[Feed | None] = relationship()
    topics: Mapped[list["ArticleTopic"]] = relationship(order_by="ArticleTopic.score.desc()")
    entities: Mapped[list["ArticleEntity"]] = relationship(order_by="ArticleEntity.position")


class ArticleFeed(Base):
    """Every feed that carried an article."""

    __tablename__ = "article_feeds"

    article_id: Mapped[int] = mapped_column(ForeignKey("articles.id", ondelete=ON_DELETE), primary_key=True)
    feed_id: Mapped[int] = mapped_column(ForeignKey("feeds.id", ondelete=ON_DELETE), primary_key=True)
    identity: Mapped[str]  # what that feed calls it
    first_seen_at: Mapped[datetime]


# The two indexes of *has this been said?* point at articles without a foreign key: its check, and the index it needs,
# cost more than the rest of a row. A posting of an article that is gone finds nothing (docs/decisions/0015).
class FingerprintRow(Base):
    """The near-duplicate index. Seed rows are marked, since they are exempt from the cap on postings."""

    __tablename__ = "fingerprints"
    __table_args__ = (
        Index("ix_fingerprints_seed", "hash", sqlite_where=text("seed"), postgresql_where=text("seed")),
        {"sqlite_with_rowid": False},
    )

    hash: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    article_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    seed: Mapped[bool] = mapped_column(default=False)


class FurnitureRow(Base):
    """What an outlet puts under many of its articles: a sentence, or an affix of titles with its blanks."""

    __tablename__ = "furniture"

    outlet: Mapped[str] = mapped_column(primary_key=True)
    hash: Mapped[int] = mapped_column(BigInteger, primary_key=True)
    line: Mapped[str]
    carriers: Mapped[int]  # under how many articles it stood when it was learnt
    learnt_at: Mapped[datetime]


class StoryKeyRow(Base):
    """The same-story index: entities, figures, dates, terms, concepts, hashed, by day."""

    __tablename__ = "story_keys"
    __table_args__ = ({"sqlite_with_rowid": False},)

    key: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    day: Mapped[date] = mapped_column(EpochDay, primary_key=True)
    article_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)


class Link(Base):
    """How an article stands to another, with the evidence."""

    __tablename__ = "links"

    article_id: Mapped[int] = mapped_column(ForeignKey("articles.id", ondelete=ON_DELETE), primary_key=True)
    other_id: Mapped[int] = mapped_column(ForeignKey("articles.id", ondelete=ON_DELETE), primary_key=True, index=True)
    relation: Mapped[str] = mapped_column(String(16))
    of_new: Mapped[float | None]
    of_old: Mapped[float | None]
    evidence: Mapped[str]


class Correction(Base):
    """What a person said of two articles: that they tell the same story, or different ones."""

    __tablename__ = "corrections"
    __table_args__ = (UniqueConstraint("article_id", "other_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    article_id: Mapped[int] = mapped_column(ForeignKey("articles.id", ondelete=ON_DELETE))  # the smaller id of the two
    other_id: Mapped[int] = mapped_column(ForeignKey("articles.id", ondelete=ON_DELETE), index=True)
    together: Mapped[bool]
    note: Mapped[str | None]
    made_at: Mapped[datetime]


class ArticleTopic(Base):
    """A topic of an article, with its evidence."""

    __tablename__ = "article_topics"

    article_id: Mapped[int] = mapped_column(ForeignKey("articles.id", ondelete=ON_DELETE), primary_key=True)
    topic: Mapped[str] = mapped_column(primary_key=True, index=True)
    score: Mapped[float]
    terms: Mapped[list[str]] = mapped_column(default=list)


class ArticleEntity(Base):
    """A known thing named in an article, with its evidence."""

    __tablename__ = "article_entities"

    article_id: Mapped[int] = mapped_column(ForeignKey("articles.id", ondelete=ON_DELETE), primary_key=True)
    entity: Mapped[str] = mapped_column(primary_key=True, index=True)
    position: Mapped[int]
    certainty: Mapped[float]
    text: Mapped[str]
    reason: Mapped[str]
    mentions: Mapped[int] = mapped_column(default=1)


class Tombstone(Base):
    """What retention removed, so that an old item does not return as new."""

    __tablename__ = "tombstones"

    feed_id: Mapped[int] = mapped_column(primary_key=True)
    identity: Mapped[str] = mapped_column(primary_key=True)
    content_hash: Mapped[str] = mapped_column(String(64), primary_key=True)
    removed_at: Mapped[datetime]


class Label(Base):
    """What the analyst says of an article: one label each, with what was judged, so that it outlives the article."""

    __tablename__ = "labels"

    id: Mapped[int] = mapped_column(primary_key=True)
    article_id: Mapped[int | None] = mapped_column(ForeignKey("articles.id", ondelete="SET NULL"), unique=True)
    relevant: Mapped[bool | None]  # none: only its topics were spoken of
    topics: Mapped[list[str]] = mapped_column(default=list)  # it is about these…
    not_topics: Mapped[list[str]] = mapped_column(default=list)  # …and not about these
    note: Mapped[str | None]
    title: Mapped[str]
    text: Mapped[str] = mapped_column(default="")
    declared_language: Mapped[str | None] = mapped_column(String(8))
    source: Mapped[str | None]
    url: Mapped[str | None]
    published_at: Mapped[datetime | None]
    bearing: Mapped[dict[str, Any] | None]
    labelled_at: Mapped[datetime]
