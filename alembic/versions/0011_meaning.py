"""What an article means, as a sentence encoder reads it.

Revision: 0011
Revises: 0010
Created: 2026-11-26
"""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Go forward. What is known already, the seeds included, was not read: it is compared by its keys."""
    op.add_column("articles", sa.Column("meaning", sa.LargeBinary(), nullable=True))


def downgrade() -> None:
    """Go back."""
    op.drop_column("articles", "meaning")
