"""Messages that get a second chance, and channels that rest for a while.

Revision: 0004
Revises: 0003
Created: 2026-11-26
"""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Go forward."""
    op.add_column("deliveries", sa.Column("resend_at", sa.DateTime(timezone=True), nullable=True))
    op.add_column("deliveries", sa.Column("resends", sa.Integer(), server_default="0", nullable=False))
    op.add_column("deliveries", sa.Column("crashes", sa.Integer(), server_default="0", nullable=False))
    op.add_column("channels", sa.Column("failures", sa.Integer(), server_default="0", nullable=False))
    op.add_column("channels", sa.Column("until", sa.DateTime(timezone=True), nullable=True))


def downgrade() -> None:
    """Go back."""
    for table, columns in (("channels", ("until", "failures")), ("deliveries", ("crashes", "resends", "resend_at"))):
        for column in columns:
            op.drop_column(table, column)
