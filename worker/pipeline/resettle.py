"""An article that was placed before and is judged anew: its page was read, or its card was changed.

What has been told stays where it was told. An article that alone makes up a story nobody heard of may leave it for
another one, or for none.
"""

from typing import Any

from sqlalchemy import delete, exists, func, or_, select, update
from sqlalchemy.orm import Session

from db.models import Article, ArticleEntity, ArticleTopic, FingerprintRow, Link, Story, StoryKeyRow
from db.outbox_models import DigestItem, Match

NEAR_MISS = "near_miss"
"""The place in a digest of what nearly concerned the pair: a title only, so that it may be told in full later."""


def forget_article(session: Session, article_id: int) -> None:
    """Forget what was indexed and found of an earlier form of an article."""
    for model in (ArticleTopic, ArticleEntity, FingerprintRow, StoryKeyRow, Link):
        session.execute(delete(model).where(model.article_id == article_id))
    nearly = DigestItem.article_id == article_id, DigestItem.place == NEAR_MISS
    session.execute(delete(DigestItem).where(*nearly))


def choose_story(session: Session, article: Article, found: int | None) -> int | None:
    """The story an article belongs to, if the one it was found to tell is `found`; None: one of its own."""
    if article.story_id is None or article.seed or found in (None, article.story_id):
        return article.story_id or found
    if not is_free_to_leave(session, article):
        return article.story_id
    dissolve_story(session, article, found)
    return found


def is_free_to_leave(session: Session, article: Article) -> bool:
    """Whether an article is alone in its story, and nobody was told of it."""
    story_id = article.story_id
    members = session.scalar(select(func.count()).select_from(Article).where(Article.story_id == story_id)) or 0
    sent = exists().where(Match.story_id == story_id, or_(Match.sent, Match.held_until.is_not(None)))
    digested = exists().where(DigestItem.article_id == article.id, DigestItem.place != NEAR_MISS)
    return members == 1 and not session.scalar(select(or_(sent, digested)))


def dissolve_story(session: Session, article: Article, into: int | None) -> None:
    """Take an article out of a story of its own; what subscriptions decided on it goes with it."""
    old = article.story_id
    session.execute(update(Match).where(Match.story_id == old).values(story_id=into))
    article.story_id = None
    session.execute(update(Article).where(Article.id == article.id).values(story_id=None))
    session.execute(delete(Story).where(Story.id == old))


def withdraw_article(session: Session, article: Article) -> dict[str, Any]:
    """The columns of an article in a story whose page shows that it concerns nobody: it leaves, unless it was told."""
    if not is_free_to_leave(session, article):
        return {}
    forget_article(session, article.id)
    dissolve_story(session, article, None)
    nothing = ("relation", "relation_evidence", "related_id", "new_sentences", "shingles", "fingerprint")
    return dict.fromkeys(nothing) | {"story_id": None}
