"""Corrections: what a person said of two articles, the same story or different ones.

Revision: 0008
Revises: 0007
Created: 2026-11-26
"""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Go forward."""
    op.create_table(
        "corrections",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("article_id", sa.Integer(), nullable=False),
        sa.Column("other_id", sa.Integer(), nullable=False),
        sa.Column("together", sa.Boolean(), nullable=False),
        sa.Column("note", sa.String(), nullable=True),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_corrections"),
        sa.ForeignKeyConstraint(["article_id"], ["articles.id"], name="fk_corrections_article_id", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["other_id"], ["articles.id"], name="fk_corrections_other_id", ondelete="CASCADE"),
        sa.UniqueConstraint("article_id", "other_id", name="uq_corrections_article_id_other_id"),
    )
    op.create_index("ix_corrections_other_id", "corrections", ["other_id"])


def downgrade() -> None:
    """Go back: stories stay as they were corrected."""
    op.drop_table("corrections")
