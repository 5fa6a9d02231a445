"""Queries on the same-story index by its age: whose keys nobody asks for any more (docs/decisions/0018)."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Row, select
from sqlalchemy.orm import Session

from db.candidates import EVERY_ARTICLE, hash_key
from db.models import Article, StoryKeyRow


def list_aged(session: Session, before: datetime, limit: int) -> Sequence[Row[Any]]:
    """Up to `limit` articles whose keys stand in the index under a day before that of a moment and that were known
    before it, the oldest first: (id, day, title, source, fingerprint). None of the seed corpus.

    The key that every article has says which articles still have theirs. Ids follow the times at which articles came:
    one step into an index tells which were known, instead of a look at each article that came late.
    """
    known = select(Article.id).where(Article.first_seen_at < before, ~Article.seed)
    latest = known.order_by(Article.first_seen_at.desc()).limit(1).scalar_subquery()
    chosen = (
        select(Article.id, StoryKeyRow.day, Article.title, Article.source, Article.fingerprint)
        .join(StoryKeyRow, StoryKeyRow.article_id == Article.id)
        .where(
            StoryKeyRow.key == hash_key(EVERY_ARTICLE),
            StoryKeyRow.day < before.date(),
            StoryKeyRow.article_id <= latest,
            ~Article.seed,
        )
        .order_by(StoryKeyRow.day, StoryKeyRow.article_id)
        .limit(limit)
    )
    return session.execute(chosen).all()
