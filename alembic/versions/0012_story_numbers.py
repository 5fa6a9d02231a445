"""Numbers of stories are used once: SQLite gave the number of a story that was gone to the next one.

Revision: 0012
Revises: 0011
Created: 2026-11-27
"""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Go forward. PostgreSQL counts by a sequence, which never goes back."""
    rebuild_stories(autoincrement=True)


def rebuild_stories(*, autoincrement: bool) -> None:
    """Table stories anew on SQLite, with every row under its number: what refers to the table does so by its name."""
    if op.get_bind().dialect.name != "sqlite":
        return
    # Where they are enforced, to drop a table deletes its rows first, and what refers to them: matches, places.
    if op.get_bind().exec_driver_sql("PRAGMA foreign_keys").scalar():
        raise RuntimeError("foreign keys are enforced; migrate by `galata migrate`, which rests them meanwhile")
    op.create_table(
        "stories_anew",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("first_article_id", sa.Integer(), nullable=True),
        sa.Column("latest_article_id", sa.Integer(), nullable=True),
        sa.Column("headline", sa.String(), nullable=False),
        sa.Column("article_count", sa.Integer(), nullable=False),
        sa.Column("languages", sa.JSON(), nullable=False),
        sa.Column("first_source", sa.String(), nullable=True),
        sa.Column("first_seen_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_stories"),
        sqlite_autoincrement=autoincrement,
    )
    op.execute(
        "INSERT INTO stories_anew SELECT id, first_article_id, latest_article_id, headline, article_count, languages, "
        "first_source, first_seen_at, updated_at FROM stories ORDER BY id"
    )
    op.drop_table("stories")
    op.rename_table("stories_anew", "stories")


def downgrade() -> None:
    """Go back: numbers may be used again."""
    rebuild_stories(autoincrement=False)
