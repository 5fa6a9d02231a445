"""Labels that outlive their articles: what the analyst says, beside what was judged.

Revision: 0005
Revises: 0004
Created: 2026-11-26
"""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Go forward. No program wrote a label before this revision, so the table is made anew."""
    op.drop_table("labels")
    op.create_table(
        "labels",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("article_id", sa.Integer(), nullable=True),
        sa.Column("relevant", sa.Boolean(), nullable=True),
        sa.Column("topics", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("not_topics", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("note", sa.String(), nullable=True),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("declared_language", sa.String(8), nullable=True),
        sa.Column("source", sa.String(), nullable=True),
        sa.Column("url", sa.String(), nullable=True),
        sa.Column("published_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("labelled_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_labels"),
        sa.ForeignKeyConstraint(["article_id"], ["articles.id"], name="fk_labels_article_id", ondelete="SET NULL"),
        sa.UniqueConstraint("article_id", name="uq_labels_article_id"),
    )


def downgrade() -> None:
    """Go back: to the empty table of before, because it has no room for what a label says."""
    op.drop_table("labels")
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
