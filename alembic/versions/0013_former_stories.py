"""Former stories: into which other one each story went that is gone.

Revision: 0013
Revises: 0012
Created: 2026-11-27
"""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Go forward."""
    op.create_table(
        "former_stories",
        sa.Column("id", sa.Integer(), nullable=False, autoincrement=False),
        sa.Column("into_id", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_former_stories"),
    )


def downgrade() -> None:
    """Go back."""
    op.drop_table("former_stories")
