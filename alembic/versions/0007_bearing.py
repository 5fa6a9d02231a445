"""What a feed says of its items' relevance, kept with each of them and with what is labelled.

Revision: 0007
Revises: 0006
Created: 2026-11-26
"""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

TABLES = ("feeds", "articles", "labels")


def upgrade() -> None:
    """Go forward."""
    for table in TABLES:
        op.add_column(table, sa.Column("bearing", sa.JSON(none_as_null=True), nullable=True))


def downgrade() -> None:
    """Go back."""
    for table in reversed(TABLES):
        op.drop_column(table, "bearing")
