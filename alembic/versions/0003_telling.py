"""Who is told, of what, and when.

Revision: 0003
Revises: 0002
Created: 2026-11-22
"""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Go forward."""
    create_subscriptions()
    create_recipients()
    create_matches()
    create_digests()
    create_digest_items()
    create_deliveries()
    create_channels()
    create_heartbeats()


def downgrade() -> None:
    """Go back."""
    for table in (
        "heartbeats",
        "channels",
        "deliveries",
        "digest_items",
        "digests",
        "matches",
        "recipients",
        "subscriptions",
    ):
        op.drop_table(table)


def create_subscriptions() -> None:
    """Table subscriptions."""
    op.create_table(
        "subscriptions",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("origin", sa.String(8), nullable=False),
        sa.Column("query", sa.String(), nullable=False),
        sa.Column("scope", sa.String(8), nullable=False),
        sa.Column("schedule", sa.String(), nullable=False),
        sa.Column("enabled", sa.Boolean(), nullable=False),
        sa.Column("paused", sa.Boolean(), nullable=False),
        sa.Column("next_run_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_subscriptions"),
        sa.UniqueConstraint("name", name="uq_subscriptions_name"),
    )
    op.create_index("ix_subscriptions_next_run_at", "subscriptions", ["next_run_at"])


def create_recipients() -> None:
    """Table recipients."""
    op.create_table(
        "recipients",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("subscription_id", sa.Integer(), nullable=False),
        sa.Column("address", sa.String(), nullable=False),
        sa.Column("channel", sa.String(16), nullable=False),
        sa.Column("languages", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("secret", sa.String(32), nullable=False),
        sa.Column("enabled", sa.Boolean(), nullable=False),
        sa.Column("state", sa.String(12), nullable=False),
        sa.Column("reason", sa.String(), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_recipients"),
        sa.ForeignKeyConstraint(
            ["subscription_id"], ["subscriptions.id"], name="fk_recipients_subscription_id", ondelete="CASCADE"
        ),
        sa.UniqueConstraint("subscription_id", "address", name="uq_recipients_subscription_id_address"),
    )


def create_matches() -> None:
    """Table matches."""
    op.create_table(
        "matches",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("subscription_id", sa.Integer(), nullable=False),
        sa.Column("story_id", sa.Integer(), nullable=True),
        sa.Column("article_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(8), nullable=False),
        sa.Column("sent", sa.Boolean(), nullable=False),
        sa.Column("held_until", sa.DateTime(timezone=True), nullable=True),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("rule", sa.String(), nullable=False),
        sa.Column("snippet", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_matches"),
        sa.ForeignKeyConstraint(["article_id"], ["articles.id"], name="fk_matches_article_id", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["story_id"], ["stories.id"], name="fk_matches_story_id", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(
            ["subscription_id"], ["subscriptions.id"], name="fk_matches_subscription_id", ondelete="CASCADE"
        ),
        sa.UniqueConstraint(
            "subscription_id", "story_id", "article_id", name="uq_matches_subscription_id_story_id_article_id"
        ),
    )
    op.create_index("ix_matches_article", "matches", ["article_id"])
    held = sa.text("held_until IS NOT NULL")
    op.create_index("ix_matches_held", "matches", ["held_until"], sqlite_where=held, postgresql_where=held)
    op.create_index(
        "uq_matches_first",
        "matches",
        ["subscription_id", "story_id"],
        unique=True,
        sqlite_where=sa.text("kind = 'first'"),
        postgresql_where=sa.text("kind = 'first'"),
    )


def create_digests() -> None:
    """Table digests."""
    op.create_table(
        "digests",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("subscription_id", sa.Integer(), nullable=False),
        sa.Column("slot", sa.DateTime(timezone=True), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("coverage", sa.JSON(none_as_null=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_digests"),
        sa.ForeignKeyConstraint(
            ["subscription_id"], ["subscriptions.id"], name="fk_digests_subscription_id", ondelete="CASCADE"
        ),
        sa.UniqueConstraint("subscription_id", "slot", name="uq_digests_subscription_id_slot"),
    )


def create_digest_items() -> None:
    """Table digest_items."""
    op.create_table(
        "digest_items",
        sa.Column("subscription_id", sa.Integer(), nullable=False),
        sa.Column("article_id", sa.Integer(), nullable=False),
        sa.Column("digest_id", sa.Integer(), nullable=False),
        sa.Column("place", sa.String(12), nullable=False),
        sa.PrimaryKeyConstraint("subscription_id", "article_id", name="pk_digest_items"),
        sa.ForeignKeyConstraint(["article_id"], ["articles.id"], name="fk_digest_items_article_id", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["digest_id"], ["digests.id"], name="fk_digest_items_digest_id", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(
            ["subscription_id"], ["subscriptions.id"], name="fk_digest_items_subscription_id", ondelete="CASCADE"
        ),
    )
    op.create_index("ix_digest_items_article", "digest_items", ["article_id"])
    op.create_index("ix_digest_items_digest_id", "digest_items", ["digest_id"])


def create_deliveries() -> None:
    """Table deliveries."""
    op.create_table(
        "deliveries",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("recipient_id", sa.Integer(), nullable=False),
        sa.Column("channel", sa.String(16), nullable=False),
        sa.Column("idempotency_key", sa.String(), nullable=False),
        sa.Column("kind", sa.String(8), nullable=False),
        sa.Column("subject", sa.String(), nullable=False),
        sa.Column("payload", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("state", sa.String(12), nullable=False),
        sa.Column("phase", sa.String(8), nullable=False),
        sa.Column("next_attempt_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("sent_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("receipt", sa.String(), nullable=True),
        sa.Column("match_id", sa.Integer(), nullable=True),
        sa.Column("digest_id", sa.Integer(), nullable=True),
        sa.Column("lease_token", sa.String(32), nullable=True),
        sa.Column("lease_until", sa.DateTime(timezone=True), nullable=True),
        sa.Column("attempts", sa.Integer(), server_default="0", nullable=False),
        sa.Column("error", sa.String(), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_deliveries"),
        sa.ForeignKeyConstraint(["digest_id"], ["digests.id"], name="fk_deliveries_digest_id", ondelete="SET NULL"),
        sa.ForeignKeyConstraint(["match_id"], ["matches.id"], name="fk_deliveries_match_id", ondelete="SET NULL"),
        sa.ForeignKeyConstraint(
            ["recipient_id"], ["recipients.id"], name="fk_deliveries_recipient_id", ondelete="CASCADE"
        ),
        sa.UniqueConstraint("idempotency_key", name="uq_deliveries_idempotency_key"),
    )
    op.create_index("ix_deliveries_recipient_id", "deliveries", ["recipient_id"])
    op.create_index("ix_deliveries_work", "deliveries", ["state", "next_attempt_at"])
    op.create_index("ix_deliveries_channel", "deliveries", ["channel", "state"])
    for name, column in (("match", "match_id"), ("digest", "digest_id")):
        given = sa.text(f"{column} IS NOT NULL")
        op.create_index(f"ix_deliveries_{name}", "deliveries", [column], sqlite_where=given, postgresql_where=given)


def create_channels() -> None:
    """Table channels."""
    op.create_table(
        "channels",
        sa.Column("name", sa.String(16), nullable=False),
        sa.Column("paused", sa.Boolean(), nullable=False),
        sa.Column("reason", sa.String(), nullable=True),
        sa.Column("since", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("name", name="pk_channels"),
    )


def create_heartbeats() -> None:
    """Table heartbeats."""
    op.create_table(
        "heartbeats",
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("detail", sa.String(), nullable=True),
        sa.PrimaryKeyConstraint("name", name="pk_heartbeats"),
    )
