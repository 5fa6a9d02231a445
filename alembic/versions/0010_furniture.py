"""What outlets repeat under their articles, and the addresses that lead to one page.

Revision: 0010
Revises: 0009
Created: 2026-11-26
"""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Go forward."""
    op.create_table(
        "furniture",
        sa.Column("outlet", sa.String(), nullable=False),
        sa.Column("hash", sa.BigInteger(), nullable=False),
        sa.Column("line", sa.String(), nullable=False),
        sa.Column("carriers", sa.Integer(), nullable=False),
        sa.Column("learnt_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("outlet", "hash", name="pk_furniture"),
    )
    op.create_table(
        "addresses",
        sa.Column("url", sa.String(), nullable=False),
        sa.Column("page_url", sa.String(), nullable=False),
        sa.Column("found_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("url", name="pk_addresses"),
    )
    op.add_column("articles", sa.Column("furniture", sa.JSON(none_as_null=True), nullable=True))


def downgrade() -> None:
    """Go back: what was left aside of articles is compared again."""
    op.drop_column("articles", "furniture")
    op.drop_table("addresses")
    op.drop_table("furniture")
