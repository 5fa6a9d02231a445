"""What articles say, name and resemble.

Revision: 0002
Revises: 0001
Created: 2026-11-22
"""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Go forward."""
    create_fingerprints()
    create_story_keys()
    create_links()
    create_article_topics()
    create_article_entities()
    create_labels()


def downgrade() -> None:
    """Go back."""
    for table in ("labels", "article_entities", "article_topics", "links", "story_keys", "fingerprints"):
        op.drop_table(table)


def create_fingerprints() -> None:
    """Table fingerprints."""
    op.create_table(
        "fingerprints",
        sa.Column("hash", sa.BigInteger(), nullable=False),
        sa.Column("article_id", sa.Integer(), nullable=False),
        sa.Column("seed", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("hash", "article_id", name="pk_fingerprints"),
        sa.ForeignKeyConstraint(["article_id"], ["articles.id"], name="fk_fingerprints_article_id", ondelete="CASCADE"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_fingerprints_article_id", "fingerprints", ["article_id"])
    op.create_index(
        "ix_fingerprints_seed", "fingerprints", ["hash"], sqlite_where=sa.text("seed"), postgresql_where=sa.text("seed")
    )


def create_story_keys() -> None:
    """Table story_keys."""
    op.create_table(
        "story_keys",
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("article_id", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("key", "day", "article_id", name="pk_story_keys"),
        sa.ForeignKeyConstraint(["article_id"], ["articles.id"], name="fk_story_keys_article_id", ondelete="CASCADE"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_story_keys_article_id", "story_keys", ["article_id"])


def create_links() -> None:
    """Table links."""
    op.create_table(
        "links",
        sa.Column("article_id", sa.Integer(), nullable=False),
        sa.Column("other_id", sa.Integer(), nullable=False),
        sa.Column("relation", sa.String(16), nullable=False),
        sa.Column("of_new", sa.Double(), nullable=True),
        sa.Column("of_old", sa.Double(), nullable=True),
        sa.Column("evidence", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("article_id", "other_id", name="pk_links"),
        sa.ForeignKeyConstraint(["article_id"], ["articles.id"], name="fk_links_article_id", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["other_id"], ["articles.id"], name="fk_links_other_id", ondelete="CASCADE"),
    )
    op.create_index("ix_links_other_id", "links", ["other_id"])


def create_article_topics() -> None:
    """Table article_topics."""
    op.create_table(
        "article_topics",
        sa.Column("article_id", sa.Integer(), nullable=False),
        sa.Column("topic", sa.String(), nullable=False),
        sa.Column("score", sa.Double(), nullable=False),
        sa.Column("terms", sa.JSON(none_as_null=True), nullable=False),
        sa.PrimaryKeyConstraint("article_id", "topic", name="pk_article_topics"),
        sa.ForeignKeyConstraint(
            ["article_id"], ["articles.id"], name="fk_article_topics_article_id", ondelete="CASCADE"
        ),
    )
    op.create_index("ix_article_topics_topic", "article_topics", ["topic"])


def create_article_entities() -> None:
    """Table article_entities."""
    op.create_table(
        "article_entities",
        sa.Column("article_id", sa.Integer(), nullable=False),
        sa.Column("entity", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("certainty", sa.Double(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("mentions", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("article_id", "entity", name="pk_article_entities"),
        sa.ForeignKeyConstraint(
            ["article_id"], ["articles.id"], name="fk_article_entities_article_id", ondelete="CASCADE"
        ),
    )
    op.create_index("ix_article_entities_entity", "article_entities", ["entity"])


def create_labels() -> None:
    """Table labels."""
    op.create_table(
        "labels",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("article_id", sa.Integer(), nullable=False),
        sa.Column("verdict", sa.String(16), nullable=False),
        sa.Column("note", sa.String(), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_labels"),
        sa.ForeignKeyConstraint(["article_id"], ["articles.id"], name="fk_labels_article_id", ondelete="CASCADE"),
    )
    op.create_index("ix_labels_article_id", "labels", ["article_id"])
