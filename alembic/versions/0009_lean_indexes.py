"""The two indexes of articles without what is never asked: text keys, days in words, a second index, a foreign key.

Revision: 0009
Revises: 0008
Created: 2026-11-26
"""

import zlib
from datetime import date
from typing import Any

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql, sqlite

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

CHUNK = 20_000
EPOCH = date(1970, 1, 1)


def upgrade() -> None:
    """Go forward."""
    lighten_fingerprints()
    op.rename_table("story_keys", "story_keys_before")
    create_story_keys()
    copy_keys()
    op.drop_table("story_keys_before")


def lighten_fingerprints() -> None:
    """Table fingerprints without its second index and its foreign key."""
    op.drop_index("ix_fingerprints_article_id", "fingerprints")
    if op.get_bind().dialect.name == "postgresql":
        op.drop_constraint("fk_fingerprints_article_id", "fingerprints")
        return
    op.drop_index("ix_fingerprints_seed", "fingerprints")
    op.rename_table("fingerprints", "fingerprints_before")
    op.create_table(
        "fingerprints",
        sa.Column("hash", sa.BigInteger(), nullable=False, autoincrement=False),
        sa.Column("article_id", sa.Integer(), nullable=False, autoincrement=False),
        sa.Column("seed", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("hash", "article_id", name="pk_fingerprints"),
        sqlite_with_rowid=False,
    )
    op.execute(
        "INSERT INTO fingerprints SELECT hash, article_id, seed FROM fingerprints_before ORDER BY hash, article_id"
    )
    op.drop_table("fingerprints_before")
    op.create_index("ix_fingerprints_seed", "fingerprints", ["hash"], sqlite_where=sa.text("seed"))


def create_story_keys() -> None:
    """Table story_keys: hashed keys, days as numbers."""
    if op.get_bind().dialect.name == "postgresql":
        op.execute("ALTER INDEX pk_story_keys RENAME TO pk_story_keys_before")
    op.create_table(
        "story_keys",
        sa.Column("key", sa.Integer(), nullable=False, autoincrement=False),
        sa.Column("day", sa.Integer(), nullable=False, autoincrement=False),
        sa.Column("article_id", sa.Integer(), nullable=False, autoincrement=False),
        sa.PrimaryKeyConstraint("key", "day", "article_id", name="pk_story_keys"),
        sqlite_with_rowid=False,
    )


def copy_keys() -> None:
    """Every row, its key hashed as the program does from now on."""
    bind = op.get_bind()
    before = sa.table("story_keys_before", *map(sa.column, ("key", "day", "article_id")))
    after = sa.table("story_keys", *map(sa.column, ("key", "day", "article_id")))
    write = sqlite.insert if bind.dialect.name == "sqlite" else postgresql.insert
    rows = bind.execute(sa.select(before).execution_options(stream_results=True))
    while part := rows.fetchmany(CHUNK):
        # Two keys of an article whose hashes agree are one row.
        bind.execute(write(after).on_conflict_do_nothing(), [shorten_row(row) for row in part])


def shorten_row(row: Any) -> dict[str, int]:
    """A row of before as it is now."""
    day = row.day if isinstance(row.day, date) else date.fromisoformat(row.day)
    return {"key": zlib.crc32(row.key.encode()) - (1 << 31), "day": (day - EPOCH).days, "article_id": row.article_id}


def downgrade() -> None:
    """Go back. What a key was is not told by its hash: the same-story index begins empty."""
    op.drop_table("story_keys")
    op.create_table(
        "story_keys",
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("article_id", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("key", "day", "article_id", name="pk_story_keys"),
        sa.ForeignKeyConstraint(["article_id"], ["articles.id"], name="fk_story_keys_article_id", ondelete="CASCADE"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_story_keys_article_id", "story_keys", ["article_id"])
    op.create_index("ix_fingerprints_article_id", "fingerprints", ["article_id"])
    if op.get_bind().dialect.name == "postgresql":
        op.create_foreign_key(
            "fk_fingerprints_article_id", "fingerprints", "articles", ["article_id"], ["id"], ondelete="CASCADE"
        )
