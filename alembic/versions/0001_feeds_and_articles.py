"""Feeds, polls and articles.

Revision: 0001
Revises:
Created: 2026-11-22
"""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Go forward."""
    create_feeds()
    create_hosts()
    create_polls()
    create_stories()
    create_articles()
    create_article_feeds()
    create_tombstones()


def downgrade() -> None:
    """Go back."""
    for table in ("tombstones", "article_feeds", "articles", "stories", "polls", "hosts", "feeds"):
        op.drop_table(table)


def create_feeds() -> None:
    """Table feeds."""
    op.create_table(
        "feeds",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("url", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("origin", sa.String(8), nullable=False),
        sa.Column("language", sa.String(8), nullable=True),
        sa.Column("country", sa.String(8), nullable=True),
        sa.Column("category", sa.String(), nullable=True),
        sa.Column("enabled", sa.Boolean(), nullable=False),
        sa.Column("muted", sa.Boolean(), nullable=False),
        sa.Column("interval_seconds", sa.Integer(), nullable=True),
        sa.Column("first_fetch", sa.String(8), nullable=False),
        sa.Column("state", sa.String(8), nullable=False),
        sa.Column("etag", sa.String(), nullable=True),
        sa.Column("last_modified", sa.String(), nullable=True),
        sa.Column("body_hash", sa.String(64), nullable=True),
        sa.Column("manners", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("next_poll_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("failure_weight", sa.Float(), nullable=False),
        sa.Column("last_status", sa.Integer(), nullable=True),
        sa.Column("last_polled_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("last_success_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("last_entry_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("moved_to", sa.String(), nullable=True),
        sa.Column("moved_seen", sa.Integer(), nullable=False),
        sa.Column("lease_token", sa.String(32), nullable=True),
        sa.Column("lease_until", sa.DateTime(timezone=True), nullable=True),
        sa.Column("attempts", sa.Integer(), server_default="0", nullable=False),
        sa.Column("error", sa.String(), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_feeds"),
        sa.UniqueConstraint("url", name="uq_feeds_url"),
    )
    op.create_index("ix_feeds_due", "feeds", ["enabled", "next_poll_at"])


def create_hosts() -> None:
    """Table hosts."""
    op.create_table(
        "hosts",
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("next_slot_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("open_requests", sa.Integer(), nullable=False),
        sa.Column("retry_after", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("name", name="pk_hosts"),
    )


def create_polls() -> None:
    """Table polls."""
    op.create_table(
        "polls",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("feed_id", sa.Integer(), nullable=False),
        sa.Column("started_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("outcome", sa.String(24), nullable=False),
        sa.Column("status", sa.Integer(), nullable=True),
        sa.Column("bytes", sa.Integer(), nullable=False),
        sa.Column("duration_seconds", sa.Double(), nullable=False),
        sa.Column("new_entries", sa.Integer(), nullable=False),
        sa.Column("note", sa.String(), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_polls"),
        sa.ForeignKeyConstraint(["feed_id"], ["feeds.id"], name="fk_polls_feed_id", ondelete="CASCADE"),
    )
    op.create_index("ix_polls_feed", "polls", ["feed_id", "started_at"])
    op.create_index("ix_polls_started", "polls", ["started_at"])


def create_stories() -> None:
    """Table stories."""
    op.create_table(
        "stories",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("first_article_id", sa.Integer(), nullable=True),
        sa.Column("latest_article_id", sa.Integer(), nullable=True),
        sa.Column("headline", sa.String(), nullable=False),
        sa.Column("article_count", sa.Integer(), nullable=False),
        sa.Column("languages", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("first_source", sa.String(), nullable=True),
        sa.Column("first_seen_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_stories"),
    )


def articles_arrival() -> list[sa.Column]:
    """Columns of articles: arrival."""
    return [
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("feed_id", sa.Integer(), nullable=True),
        sa.Column("name", sa.String(), nullable=True),
        sa.Column("seed", sa.Boolean(), nullable=False),
        sa.Column("identity", sa.String(), nullable=False),
        sa.Column("url", sa.String(), nullable=True),
        sa.Column("canonical_url", sa.String(), nullable=True),
        sa.Column("content_hash", sa.String(64), nullable=False),
        sa.Column("revises_id", sa.Integer(), nullable=True),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("summary", sa.String(), nullable=False),
        sa.Column("content", sa.String(), nullable=False),
        sa.Column("source", sa.String(), nullable=True),
        sa.Column("declared_language", sa.String(8), nullable=True),
        sa.Column("language", sa.String(8), nullable=True),
        sa.Column("published_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("first_seen_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("dated_at", sa.DateTime(timezone=True), nullable=True),
    ]


def articles_decision() -> list[sa.Column]:
    """Columns of articles: decision."""
    return [
        sa.Column("backlog", sa.Boolean(), nullable=False),
        sa.Column("state", sa.String(8), nullable=False),
        sa.Column("relevant", sa.Boolean(), nullable=True),
        sa.Column("score", sa.Double(), nullable=True),
        sa.Column("evidence", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("relation", sa.String(16), nullable=True),
        sa.Column("relation_evidence", sa.String(), nullable=True),
        sa.Column("related_id", sa.Integer(), nullable=True),
        sa.Column("story_id", sa.Integer(), nullable=True),
        sa.Column("shingles", sa.LargeBinary(), nullable=True),
        sa.Column("fingerprint", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("new_sentences", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("lease_token", sa.String(32), nullable=True),
        sa.Column("lease_until", sa.DateTime(timezone=True), nullable=True),
        sa.Column("attempts", sa.Integer(), server_default="0", nullable=False),
        sa.Column("error", sa.String(), nullable=True),
    ]


def create_articles() -> None:
    """Table articles."""
    op.create_table(
        "articles",
        *articles_arrival(),
        *articles_decision(),
        sa.PrimaryKeyConstraint("id", name="pk_articles"),
        sa.ForeignKeyConstraint(["feed_id"], ["feeds.id"], name="fk_articles_feed_id", ondelete="SET NULL"),
        sa.ForeignKeyConstraint(["related_id"], ["articles.id"], name="fk_articles_related_id", ondelete="SET NULL"),
        sa.ForeignKeyConstraint(["revises_id"], ["articles.id"], name="fk_articles_revises_id", ondelete="SET NULL"),
        sa.ForeignKeyConstraint(["story_id"], ["stories.id"], name="fk_articles_story_id", ondelete="SET NULL"),
        sa.UniqueConstraint("feed_id", "identity", "content_hash", name="uq_articles_feed_id_identity_content_hash"),
        sa.UniqueConstraint("name", name="uq_articles_name"),
    )
    op.create_index("ix_articles_content", "articles", ["content_hash"])
    op.create_index("ix_articles_seen", "articles", ["first_seen_at"])
    op.create_index("ix_articles_story", "articles", ["story_id"])
    op.create_index("ix_articles_url", "articles", ["canonical_url"])
    work = ["state", "first_seen_at", "dated_at", "id", "attempts", "lease_until"]
    op.create_index("ix_articles_work", "articles", work)
    op.create_index("ix_articles_relevant", "articles", ["relevant", "first_seen_at"])
    op.create_index(
        "ix_articles_seed", "articles", ["name"], sqlite_where=sa.text("seed = 1"), postgresql_where=sa.text("seed")
    )
    for name, column in (("related", "related_id"), ("revises", "revises_id")):
        given = sa.text(f"{column} IS NOT NULL")
        op.create_index(f"ix_articles_{name}", "articles", [column], sqlite_where=given, postgresql_where=given)


def create_article_feeds() -> None:
    """Table article_feeds."""
    op.create_table(
        "article_feeds",
        sa.Column("article_id", sa.Integer(), nullable=False),
        sa.Column("feed_id", sa.Integer(), nullable=False),
        sa.Column("identity", sa.String(), nullable=False),
        sa.Column("first_seen_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("article_id", "feed_id", name="pk_article_feeds"),
        sa.ForeignKeyConstraint(
            ["article_id"], ["articles.id"], name="fk_article_feeds_article_id", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["feed_id"], ["feeds.id"], name="fk_article_feeds_feed_id", ondelete="CASCADE"),
    )


def create_tombstones() -> None:
    """Table tombstones."""
    op.create_table(
        "tombstones",
        sa.Column("feed_id", sa.Integer(), nullable=False),
        sa.Column("identity", sa.String(), nullable=False),
        sa.Column("content_hash", sa.String(64), nullable=False),
        sa.Column("removed_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("feed_id", "identity", "content_hash", name="pk_tombstones"),
    )
