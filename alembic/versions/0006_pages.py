"""Pages of articles, read politely: what is wanted, and how each host is to be asked.

Revision: 0006
Revises: 0005
Created: 2026-11-26
"""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Go forward. No program wrote a host before this revision, so the table is made anew."""
    op.add_column("feeds", sa.Column("full_text", sa.Boolean(), server_default=sa.true(), nullable=False))
    op.drop_table("hosts")
    op.create_table(
        "hosts",
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("next_slot_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("delay_seconds", sa.Float(), nullable=False),
        sa.Column("robots", sa.String(), nullable=True),
        sa.Column("robots_until", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("name", name="pk_hosts"),
    )
    op.create_table(
        "pages",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("article_id", sa.Integer(), nullable=False),
        sa.Column("url", sa.String(), nullable=False),
        sa.Column("host", sa.String(), nullable=False),
        sa.Column("state", sa.String(8), nullable=False),
        sa.Column("why", sa.String(), nullable=False),
        sa.Column("note", sa.String(), nullable=True),
        sa.Column("words", sa.Integer(), nullable=True),
        sa.Column("next_attempt_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("settled_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("lease_token", sa.String(32), nullable=True),
        sa.Column("lease_until", sa.DateTime(timezone=True), nullable=True),
        sa.Column("attempts", sa.Integer(), server_default="0", nullable=False),
        sa.Column("error", sa.String(), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_pages"),
        sa.ForeignKeyConstraint(["article_id"], ["articles.id"], name="fk_pages_article_id", ondelete="CASCADE"),
        sa.UniqueConstraint("article_id", name="uq_pages_article_id"),
    )
    op.create_index("ix_pages_work", "pages", ["state", "next_attempt_at"])
    op.create_index("ix_pages_host", "pages", ["host", "lease_until"])


def downgrade() -> None:
    """Go back: articles keep the texts that were read."""
    op.drop_table("pages")
    op.drop_table("hosts")
    op.create_table(
        "hosts",
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("next_slot_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("open_requests", sa.Integer(), nullable=False),
        sa.Column("retry_after", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("name", name="pk_hosts"),
    )
    op.drop_column("feeds", "full_text")
